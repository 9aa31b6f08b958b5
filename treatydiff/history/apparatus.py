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
    """A wording of a passage and the drafts that have it, by their places; empty words where they have none there."""

    words: str
    drafts: tuple[int, ...]


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
    """A stretch of the clause and what a draft has for it."""

    start: int
    end: int
    words: str
    is_equal: bool


def apparatus(history: History) -> Apparatus:
    """Collate the last draft with all that it came of."""
    tree = descent(history.steps, history.returns)
    last = len(history.drafts) - 1
    entries = tuple(_entry(history, tree, last, clause) for clause in history.drafts[last].clauses)
    return Apparatus(entries, tuple(_omissions(history, tree, last)))


def _entry(history: History, tree: Descent, last: int, clause: Clause) -> Entry:
    origins = tree.origins((last, clause.id))
    sources = {
        place: [one for one in draft.clauses if (place, one.id) in origins] for place, draft in enumerate(history.drafts[:last])
    }
    found = {place: clauses for place, clauses in sources.items() if clauses}
    texts = {place: wording(clauses) for place, clauses in found.items()}
    labels = {place: "; ".join(one.label for one in clauses) for place, clauses in found.items()} | {last: clause.label}
    return Entry(clause, _variations(clause.words, texts, last), (*texts, last), labels)


def _variations(base: str, texts: Mapping[int, str], last: int) -> tuple[Variation, ...]:
    pieces = {place: _pieces(redline(text, base)) for place, text in texts.items()}
    return tuple(_variation(base, span, pieces, last) for span in _passages(pieces.values()))


def _pieces(parts: Iterable[RedlinePart]) -> list[_Piece]:
    """Read a redline from the side of the new text; a deletion and an insertion side by side are one piece."""
    found: list[_Piece] = []
    place = 0
    for part in parts:
        size = 0 if part.op == "delete" else len(part.text)
        words = "" if part.op == "insert" else part.text
        is_equal = part.op == "equal"
        if found and not is_equal and not found[-1].is_equal:
            before = found.pop()
            found.append(_Piece(before.start, place + size, before.words + words, is_equal))
        else:
            found.append(_Piece(place, place + size, words, is_equal))
        place += size
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


def _variation(base: str, span: tuple[int, int], pieces: Mapping[int, Sequence[_Piece]], last: int) -> Variation:
    lemma = base[slice(*span)]
    by_words: dict[str, list[int]] = {lemma: []}
    for place, own in pieces.items():
        by_words.setdefault(_reading(own, span), []).append(place)
    by_words[lemma].append(last)
    return Variation(*span, tuple(Reading(words, tuple(places)) for words, places in by_words.items()))


def _reading(pieces: Sequence[_Piece], span: tuple[int, int]) -> str:
    """Give what a witness has for a span: all of what differs there, and its share of what is equal."""
    start, end = span
    found = []
    for piece in pieces:
        if piece.is_equal:
            first, last = max(start, piece.start), min(end, piece.end)
            found.append(piece.words[first - piece.start : last - piece.start] if first < last else "")
        elif start <= piece.start and piece.end <= end:
            found.append(piece.words)
    return "".join(found)


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
