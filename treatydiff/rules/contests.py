"""What a wording leaves open: words in brackets, the alternatives side by side, who proposed them; and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Mark, Span
    from treatydiff.rules.case import Case, Wording

_BETWEEN = " /\n"
_WHOLE = 0.95
_SIGNS = 2
_RESEMBLES = 0.5
_ALMOST_ALL = 0.95
Fate = Literal["chosen", "lifted", "dropped"]


class Choice(NamedTuple):
    """Words in a bracket of their own, or one of several that strokes part; `who` is what the draft says of who wants them."""

    span: Span
    who: str


class Contest(NamedTuple):
    """Words that are open: one choice, or several that stand side by side and exclude each other. `inner` are those within."""

    choices: tuple[Choice, ...]
    inner: tuple[Contest, ...] = ()

    @property
    def span(self) -> Span:
        """From the first choice to the last."""
        return self.choices[0].span[0], self.choices[-1].span[1]


class Outcome(NamedTuple):
    """What became of a contest: the choices that stand now, those that went, and where the words stand in the new wording."""

    fate: Fate
    contest: Contest
    stands: tuple[Choice, ...]
    gone: tuple[Choice, ...]
    place: Span | None


def contests(side: Wording) -> tuple[Contest, ...]:
    """Give the contests of a wording in order, the outermost with those within."""
    marks = gathered(side)
    brackets = [mark for mark in marks if mark.kind == "bracket" and mark.start < mark.end and mark.opens and mark.closes]
    who = [mark for mark in marks if mark.kind == "attribution"]
    spans = sorted({(mark.start, mark.end) for mark in brackets}, key=lambda span: (span[0], -span[1]))
    found = _nested(spans, side.text, who)
    strokes = [_by_strokes(mark, side.text, who) for mark in marks if mark.kind == "option" and not mark.label]
    return tuple(sorted((*found, *(one for one in strokes if one)), key=lambda one: one.span))


def gathered(side: Wording) -> list[Mark]:
    """Give the marks of all clauses of a wording, moved to their places in its text."""
    start = 0
    found: list[Mark] = []
    for clause in side.clauses:
        found += [mark._replace(start=mark.start + start, end=mark.end + start) for mark in clause.marks]
        start += len(clause.words) + 1
    return found


def _nested(spans: Sequence[Span], text: str, who: Sequence[Mark]) -> list[Contest]:
    """Read spans, the outer before the inner, as contests of neighbours."""
    top: list[tuple[Span, list[Span]]] = []
    for span in spans:
        if top and span[1] <= top[-1][0][1]:
            top[-1][1].append(span)
        else:
            top.append((span, []))
    groups: list[list[tuple[Span, list[Span]]]] = []
    for one in top:
        if groups and not text[groups[-1][-1][0][1] : one[0][0]].strip(_BETWEEN):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [
        Contest(
            tuple(Choice(span, _who(span, who)) for span, _ in group),
            tuple(inner for _, within in group for inner in _nested(within, text, who)),
        )
        for group in groups
    ]


def _who(span: Span, marks: Sequence[Mark]) -> str:
    said = dict.fromkeys(mark.label.strip("()") for mark in marks if (mark.start, mark.end) == span)
    return "; ".join(said)


def _by_strokes(mark: Mark, text: str, who: Sequence[Mark]) -> Contest | None:
    """Read "shall/should" as a contest of its parts."""
    choices: list[Choice] = []
    start = mark.start
    for part in text[mark.start : mark.end].split("/"):
        left = start + len(part) - len(part.lstrip())
        choices.append(Choice((left, left + len(part.strip())), _who((mark.start, mark.end), who)))
        start += len(part) + 1
    return Contest(tuple(choices)) if len(choices) > 1 and all(a < b for (a, b), _ in choices) else None


def outcomes(case: Case) -> Iterator[Outcome]:
    """Tell of each contest of the old wording that is settled which words stand now; nothing of one that was rewritten."""
    open_still = [span for contest in contests(case.new) for span in _spans(contest)]
    settled = {plain(case.new.text[slice(*span)]) for span in open_still}
    for contest in contests(case.old):
        if not _is_of_letters(contest, case.old.text):
            yield from _settled(contest, case, open_still, settled)


def _is_of_letters(contest: Contest, text: str) -> bool:
    """Whether a contest is about letters within a word, or about a placeholder or number of one or two signs."""
    start, end = contest.span
    if (start and text[start - 1].isalnum() and text[start].isalnum()) or text[end - 1 : end + 1].isalnum() & (end < len(text)):
        return True
    return len(contest.choices) == 1 and len(plain(text[start:end])) <= _SIGNS


def _spans(contest: Contest) -> Iterator[Span]:
    yield from (choice.span for choice in contest.choices)
    for inner in contest.inner:
        yield from _spans(inner)


def _settled(contest: Contest, case: Case, open_still: Sequence[Span], texts: set[str]) -> Iterator[Outcome]:
    if all(plain(case.old.text[slice(*choice.span)]) in texts for choice in contest.choices):
        return
    outcome = _outcome(contest, case)
    if outcome is None:
        for inner in contest.inner:
            yield from _settled(inner, case, open_still, texts)
    elif outcome.place is None or not _is_open(outcome.place, case.new.text, open_still):
        yield outcome


def _is_open(place: Span, text: str, open_still: Sequence[Span]) -> bool:
    """Whether all words at a place stand in brackets."""
    done = place[0]
    for start, end in sorted(open_still):
        if start < place[1] and end > done:
            if text[done:start].strip(_BETWEEN):
                return False
            done = end
    return done >= place[1]


def _outcome(contest: Contest, case: Case) -> Outcome | None:
    """Tell which choices stand, by what stands in their place, else by what stayed of each; None where that is not plain."""
    choices = contest.choices
    place = case.places.image(contest.span)
    now = plain(case.new.text[slice(*place)])
    said = [plain(case.old.text[slice(*choice.span)]) for choice in choices]
    stands = tuple(choice for choice, words in zip(choices, said, strict=True) if words == now)
    if len(stands) == 1 and now:
        gone = tuple(choice for choice in choices if choice not in stands)
        return Outcome("chosen" if gone else "lifted", contest, stands, gone, _trimmed(case.new.text, place))
    if now and now == " ".join(said):
        return Outcome("lifted", contest, choices, (), _trimmed(case.new.text, place))
    return _by_shares(contest, case)


def _by_shares(contest: Contest, case: Case) -> Outcome | None:
    shares = [_share(choice, case) for choice in contest.choices]
    stands = tuple(choice for choice, share in zip(contest.choices, shares, strict=True) if share >= _ALMOST_ALL)
    gone = tuple(choice for choice, share in zip(contest.choices, shares, strict=True) if share == 0)
    if len(stands) + len(gone) < len(contest.choices) or any(_resembles(choice, case) for choice in gone):
        return None
    if not stands:
        return Outcome("dropped", contest, (), gone, None)
    place = case.places.image((stands[0].span[0], stands[-1].span[1]))
    return Outcome("chosen" if gone else "lifted", contest, stands, gone, _trimmed(case.new.text, place))


def _share(choice: Choice, case: Case) -> float:
    return case.places.kept_share(choice.span, of_new=False)


def _resembles(choice: Choice, case: Case) -> bool:
    """Whether the words that took the place of a choice are much the same words."""
    place = case.places.opposite(choice.span, of_new=False)
    if place is None:
        return False
    was = set(plain(case.old.text[slice(*choice.span)]).split())
    now = set(plain(case.new.text[slice(*place[1])]).split())
    return bool(was) and len(was & now) / len(was) >= _RESEMBLES


def opened(case: Case) -> Iterator[tuple[Contest, bool]]:
    """Give the contests that are new, the outermost, and whether their words stood in the old wording."""
    old = [span for contest in contests(case.old) for span in _spans(contest)]
    texts = {plain(case.old.text[slice(*span)]) for span in old}
    before = [case.places.image(span) for span in old]
    for contest in contests(case.new):
        start, end = contest.span
        if any(first <= start and end <= last for first, last in before if first < last):
            continue
        if any(plain(case.new.text[slice(*choice.span)]) in texts for choice in contest.choices):
            continue
        share = case.places.kept_share(contest.span, of_new=True)
        if share == 0 or share >= _WHOLE or any(_stood(choice, case) for choice in contest.choices):
            yield contest, share > 0


def _stood(choice: Choice, case: Case) -> bool:
    return case.places.kept_share(choice.span, of_new=True) == 1


def is_whole(contest: Contest, side: Wording) -> bool:
    """Whether a contest leaves the whole of a wording open."""
    return len(contest.choices) == 1 and contest.span[1] - contest.span[0] >= _WHOLE * len(side.text)


def plain(text: str) -> str:
    """Give words in lower case without punctuation, for comparison."""
    return " ".join(bare_words(text)).casefold()


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
