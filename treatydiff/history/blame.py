"""Which draft brought each word of a draft, and which words had gone before they came back."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.diff import redline
from treatydiff.diff.hunks import WEAK_WORDS
from treatydiff.text.tokens import bare_words, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from treatydiff.model import Clause, History, RedlinePart, Return, Step

_SURE_WORDS: Final = 3
"""So many words in a row that had gone are known again inside other words that came; fewer only as all that went or came."""
_LONGEST: Final = 400
"""Words of a run that are looked for among those that went."""


class Run(NamedTuple):
    """Words of a clause that one draft brought: its place among the drafts, and whether they had gone in between."""

    text: str
    draft: int
    restored: bool


class Blamed(NamedTuple):
    """A clause with its words in runs, which join to its words."""

    clause: Clause
    runs: tuple[Run, ...]


class DraftBlame(NamedTuple):
    """Clauses of one draft of a history, by its place, with who brought their words."""

    history: History
    draft: int
    clauses: tuple[Blamed, ...]


_Origin = tuple[int, bool]


class _Lost(NamedTuple):
    """Words that went from a clause, with the origin of each token."""

    tokens: tuple[str, ...]
    origins: tuple[_Origin, ...]


class _Known(NamedTuple):
    """What is known of a clause: the origin of each of its characters, and what it lost in earlier drafts."""

    origins: list[_Origin]
    lost: tuple[_Lost, ...]


def blame(history: History, draft: int) -> tuple[Blamed, ...]:
    """Give every clause of a draft, by its place, with the draft that brought each of its words.

    A word that went and came back in the same clause, or with its clause, is of the draft that first had it.
    """
    known = _known(history, draft)
    return tuple(Blamed(clause, _runs(clause.words, known[clause.id].origins)) for clause in history.drafts[draft].clauses)


def _known(history: History, draft: int) -> Mapping[str, _Known]:
    """Follow the characters of all clauses down to a draft."""
    found: dict[int, Mapping[str, _Known]] = {}
    for place in _way(history, draft):
        step = next((one for one in history.steps if one.after == place), None)
        if step is None:
            found[place] = {one.id: _Known([(place, False)] * len(one.words), ()) for one in history.drafts[place].clauses}
        else:
            back = [one for one in history.returns if one.after == place and one.before in found]
            found[place] = _stepped(step, found, back)
    return found[draft]


def _way(history: History, draft: int) -> list[int]:
    """Give the drafts that lead to one, itself included, the first first."""
    before = {step.after: step.before for step in history.steps}
    way = [draft]
    while way[-1] in before:
        way.append(before[way[-1]])
    return way[::-1]


def _stepped(step: Step, found: Mapping[int, Mapping[str, _Known]], back: Iterable[Return]) -> Mapping[str, _Known]:
    before = found[step.before]
    returned = {one.new.id: one for one in back}
    after: dict[str, _Known] = {}
    for change in step.comparison.changes:
        old, new = change.link.old, change.link.new
        if not new:
            continue
        if not old and new[0].id in returned:
            one = returned[new[0].id]
            last = found[one.before][one.old.id]
            gone = last._replace(origins=[(origin, True) for origin, _ in last.origins])
            after |= _shared(new, _passed(redline(one.old.words, new[0].words), gone, step.after))
        else:
            after |= _shared(new, _passed(change.redline, _joined([before[one.id] for one in old]), step.after))
    return after


def _joined(parts: Sequence[_Known]) -> _Known:
    """Read what is known of clauses that are read as one text, joined by line breaks."""
    origins: list[_Origin] = []
    for n, part in enumerate(parts):
        if n:
            origins.append(part.origins[0] if part.origins else (0, False))
        origins += part.origins
    return _Known(origins, tuple(one for part in parts for one in part.lost))


def _passed(parts: Iterable[RedlinePart], before: _Known, draft: int) -> _Known:
    """Lead characters through a redline: what stayed keeps its origin, what came is of this draft or was there before."""
    origins: list[_Origin] = []
    lost = list(before.lost)
    place = 0
    for part in parts:
        size = len(part.text)
        if part.op == "insert":
            origins += _origins(part.text, before.lost, draft)
            continue
        own = before.origins[place : place + size]
        place += size
        if part.op == "equal":
            origins += own
        elif bare_words(part.text):
            lost.append(_lost(part.text, own))
    return _Known(origins, tuple(lost))


def _lost(text: str, origins: Sequence[_Origin]) -> _Lost:
    """Note words that went; white space beside them says nothing."""
    found, place = [], 0
    for token in tokens(text):
        if not token.isspace():
            found.append((token, origins[place]))
        place += len(token)
    return _Lost(tuple(token for token, _ in found), tuple(origin for _, origin in found))


def _origins(text: str, lost: Sequence[_Lost], draft: int) -> list[_Origin]:
    """Give the origin of each character that came: of an earlier draft where the words are among those that went."""
    written = tokens(text)
    words = [token for token in written if not token.isspace()]
    of_words = _restored(words, lost) if lost and len(words) <= _LONGEST else {}
    origins: list[_Origin] = []
    number = 0
    for token in written:
        origins += [of_words.get(number, (draft, False))] * len(token)
        number += not token.isspace()
    return origins


def _restored(words: Sequence[str], lost: Sequence[_Lost]) -> dict[int, _Origin]:
    """Find the longest runs of words that had gone, the latest loss first; by the place of each word its first draft."""
    found: dict[int, _Origin] = {}
    start = 0
    while start < len(words):
        run, origins = _longest(words[start:], lost)
        if run and _is_sure(words[start : start + run], whole=run == len(words), lost=lost):
            found |= {start + n: (origin, True) for n, (origin, _) in enumerate(origins)}
            start += run
        else:
            start += 1
    return found


def _longest(words: Sequence[str], lost: Sequence[_Lost]) -> tuple[int, tuple[_Origin, ...]]:
    best, origins = 0, tuple[_Origin, ...]()
    for one in reversed(lost):
        for place, token in enumerate(one.tokens):
            if token == words[0]:
                size = _equal(words, one.tokens[place:])
                if size > best:
                    best, origins = size, one.origins[place : place + size]
    return best, origins


def _equal(words: Sequence[str], others: Sequence[str]) -> int:
    return next(
        (n for n, (one, other) in enumerate(zip(words, others, strict=False)) if one != other), min(len(words), len(others))
    )


def _is_sure(run: Sequence[str], *, whole: bool, lost: Sequence[_Lost]) -> bool:
    """Whether words can be known again: several, or all that came or that went, and not only such as stand everywhere."""
    if all(token.casefold() in WEAK_WORDS for token in run):
        return False
    said = sum(any(c.isalnum() for c in token) for token in run)
    return said >= _SURE_WORDS or whole or any(one.tokens == tuple(run) for one in lost)


def _shared(new: Sequence[Clause], known: _Known) -> dict[str, _Known]:
    """Give each clause of one side its part of the characters, and all of what was lost."""
    found: dict[str, _Known] = {}
    place = 0
    for clause in new:
        found[clause.id] = _Known(known.origins[place : place + len(clause.words)], known.lost)
        place += len(clause.words) + 1
    return found


def _runs(text: str, origins: Sequence[_Origin]) -> tuple[Run, ...]:
    """Join neighbouring characters of one origin; white space goes with what stands before it."""
    found: list[Run] = []
    for (draft, restored), run in groupby(_settled(text, origins), key=lambda item: item[1]):
        found.append(Run("".join(c for c, _ in run), draft, restored))
    return tuple(found)


def _settled(text: str, origins: Sequence[_Origin]) -> Iterator[tuple[str, _Origin]]:
    last = origins[0] if origins else (0, False)
    for c, origin in zip(text, origins, strict=True):
        if not c.isspace():
            last = origin
        yield c, last


def shares(blamed: Iterable[Blamed]) -> Mapping[int, int]:
    """Count by draft the words that it brought."""
    found: defaultdict[int, int] = defaultdict(int)
    for one in blamed:
        for run in one.runs:
            found[run.draft] += len(bare_words(run.text))
    return dict(found)
