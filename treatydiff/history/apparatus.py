"""The critical apparatus of a draft: where earlier drafts read otherwise, and which of them read how."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.diff import redline
from treatydiff.history.descent import descent
from treatydiff.model import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from treatydiff.history.descent import Descent
    from treatydiff.model import Clause, History, Line, RedlinePart


class Reading(NamedTuple):
    """A wording of a passage and the drafts that have it, by their places; empty words where they have none there.

    `shown` is the wording with the square brackets that stand over it in those drafts.
    """

    words: str
    drafts: tuple[int, ...]
    shown: str


class Variation(NamedTuple):
    """A passage of a clause that other drafts word otherwise: its place in the words of the clause, and all readings.

    The first reading is that of the draft whose apparatus it is, with the drafts that agree.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]


class Entry(NamedTuple):
    """A clause with its variations in order; `witnesses` are the drafts that have it, `labels` its numbers there, by place.

    The variations and what stands between them join to the words of the clause.
    """

    clause: Clause
    variations: tuple[Variation, ...]
    witnesses: tuple[int, ...]
    labels: Mapping[int, str]


class Omission(NamedTuple):
    """A clause of earlier drafts that the draft has not: its line, its last wording, the drafts that had it, by their places.

    `after` is the id of the clause of the draft behind which it stood, empty at the beginning.
    """

    line: Line
    clause: Clause
    witnesses: tuple[int, ...]
    after: str


class Apparatus(NamedTuple):
    """The clauses of the last draft of a history with their variations, and what earlier drafts had more."""

    entries: tuple[Entry, ...]
    omissions: tuple[Omission, ...]


class _Piece(NamedTuple):
    """A stretch of the clause and what a draft has for it, which begins at the place `own` of its words."""

    start: int
    end: int
    words: str
    is_equal: bool
    own: int


def apparatus(history: History) -> Apparatus:
    """Collate the last draft with all that it came of."""
    tree = descent(history.steps, history.returns)
    last = len(history.drafts) - 1
    entries = tuple(_entry(history, tree, last, clause) for clause in history.drafts[last].clauses)
    return Apparatus(entries, tuple(_omissions(history, tree, last)))


def bracketed(clauses: Sequence[Clause], start: int, end: int) -> str:
    """Give the words between two places of the wording of some clauses with the square brackets that stand there."""
    signs = []
    place = 0
    for clause in clauses:
        for mark in clause.marks:
            if mark.kind == "bracket" and mark.start < mark.end:
                signs += [(place + mark.end, 0, "]")] if mark.closes and start < place + mark.end <= end else []
                signs += [(place + mark.start, 1, "[")] if mark.opens and start <= place + mark.start < end else []
        place += len(clause.words) + 1
    words = wording(clauses)
    parts = []
    for at, _, sign in sorted(signs):
        parts += [words[start:at], sign]
        start = at
    return "".join([*parts, words[start:end]])


def _entry(history: History, tree: Descent, last: int, clause: Clause) -> Entry:
    origins = tree.origins((last, clause.id))
    sources = {
        place: [one for one in draft.clauses if (place, one.id) in origins] for place, draft in enumerate(history.drafts[:last])
    }
    found = {place: clauses for place, clauses in sources.items() if clauses}
    labels = {place: "; ".join(one.label for one in clauses) for place, clauses in found.items()} | {last: clause.label}
    return Entry(clause, _variations(clause, found, last), (*found, last), labels)


def _variations(base: Clause, found: Mapping[int, Sequence[Clause]], last: int) -> tuple[Variation, ...]:
    pieces = {place: _pieces(redline(wording(clauses), base.words)) for place, clauses in found.items()}
    return tuple(_variation(base, span, pieces, found, last) for span in _passages(pieces.values()))


def _pieces(parts: Iterable[RedlinePart]) -> list[_Piece]:
    """Read a redline from the side of the new text; a deletion and an insertion side by side are one piece."""
    found: list[_Piece] = []
    place = own = 0
    for part in parts:
        size = 0 if part.op == "delete" else len(part.text)
        words = "" if part.op == "insert" else part.text
        is_equal = part.op == "equal"
        if found and not is_equal and not found[-1].is_equal:
            before = found.pop()
            found.append(_Piece(before.start, place + size, before.words + words, is_equal, before.own))
        else:
            found.append(_Piece(place, place + size, words, is_equal, own))
        place += size
        own += len(words)
    return found


def _passages(witnesses: Iterable[Sequence[_Piece]]) -> list[tuple[int, int]]:
    """Give the spans at which any witness differs; those that overlap or stand at one point are one."""
    spans = sorted((piece.start, piece.end) for pieces in witnesses for piece in pieces if not piece.is_equal)
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and (start <= found[-1][1]):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _variation(
    base: Clause,
    span: tuple[int, int],
    pieces: Mapping[int, Sequence[_Piece]],
    found: Mapping[int, Sequence[Clause]],
    last: int,
) -> Variation:
    lemma = (base.words[slice(*span)], bracketed([base], *span))
    told: dict[tuple[str, str], list[int]] = {lemma: []}
    for place, own in pieces.items():
        words, start = _reading(own, span)
        told.setdefault((words, bracketed(found[place], start, start + len(words))), []).append(place)
    told[lemma].append(last)
    return Variation(*span, tuple(Reading(words, tuple(places), shown) for (words, shown), places in told.items()))


def _reading(pieces: Sequence[_Piece], span: tuple[int, int]) -> tuple[str, int]:
    """Give what a witness has for a span, and where in its words: all of what differs there, its share of what is equal."""
    start, end = span
    found = []
    places = []
    for piece in pieces:
        if piece.is_equal:
            first, last = max(start, piece.start), min(end, piece.end)
            if first < last:
                found.append(piece.words[first - piece.start : last - piece.start])
                places.append(piece.own + first - piece.start)
        elif start <= piece.start and piece.end <= end:
            found.append(piece.words)
            places.append(piece.own)
    return "".join(found), places[0] if places else 0


def _omissions(history: History, tree: Descent, last: int) -> Iterator[Omission]:
    """Yield what nothing of the last draft came of, each behind the clause that it followed."""
    after = ""
    for line in history.lines:
        own = line.places[last]
        if own is not None:
            after = own.id
            continue
        end = line.drafts[-1]
        clause = line.places[end]
        if clause is not None and not any(place == last for place, _ in tree.heirs((end, clause.id))):
            yield Omission(line, clause, line.drafts, after)
