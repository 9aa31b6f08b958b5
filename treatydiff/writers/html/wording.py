"""The words of a clause with what came, what went, and the marks over them, as HTML that is well formed however they overlap.

Everything on the page that is not of the words carries the class `mk`: without those elements, the text of an old wording is
the old wording, and that of a new one without its `<del>` the new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.writers.html.escape import attribute, content

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.model import Change, Clause, Mark, RedlineOp, RedlinePart

_CONTESTED = frozenset({"bracket", "option", "attribution"})
_TRACKED = frozenset({"insertion", "deletion"})
_TAGS = {"equal": ("", ""), "delete": ("<del>", "</del>"), "insert": ("<ins>", "</ins>")}


class Pointer(NamedTuple):
    """A finding's reference beside the words: where it stands, its number, and the fragment of the note."""

    place: int
    number: int
    fragment: str


class _Run(NamedTuple):
    op: RedlineOp
    text: str
    old: int
    new: int


class _Layer:
    """The marks of one side in the coordinates of its whole wording; `is_gone` for old marks shown in the new wording."""

    def __init__(
        self, marks: Sequence[Mark], offsets: Sequence[int], pointers: Iterable[Pointer], *, is_gone: bool = False
    ) -> None:
        self._is_gone = is_gone
        self.spans: list[tuple[int, int, str]] = []
        self.opening: dict[int, str] = {}
        self.closing: dict[int, str] = {}
        for mark, offset in zip(marks, offsets, strict=True):
            self._add(mark, mark.start + offset, mark.end + offset)
        for pointer in pointers:
            sign = f'<sup class="mk f"><a href="#{attribute(pointer.fragment)}">{pointer.number}</a></sup>'
            self.closing[pointer.place] = self.closing.get(pointer.place, "") + sign
        ends = {place for start, end, _ in self.spans for place in (start, end)}
        self.cuts = sorted(ends.union(self.opening, self.closing))

    def _add(self, mark: Mark, start: int, end: int) -> None:
        if start < end and (style := _style(mark)):
            self.spans.append((start, end, style))
        before, after = _signs(mark)
        if start >= end:
            before, after = "", before + after
        if before:
            self.opening[start] = self.opening.get(start, "") + before
        if after:
            self.closing[end] = after + self.closing.get(end, "")

    def ink(self, op: RedlineOp, text: str, start: int) -> str:
        """Write a run of this side's text that begins at `start`; its signs stand outside the tag for `op`."""
        end = start + len(text)
        before, after = _TAGS[op]
        out = [self._signs_at(start)]
        at = start
        for cut in [cut for cut in self.cuts if start < cut < end]:
            out += (before, self._styled(text[at - start : cut - start], at), after, self._signs_at(cut))
            at = cut
        if at < end:
            out += (before, self._styled(text[at - start :], at), after)
        closing = self.closing.pop(end, "")
        out.append(self._set_apart(closing))
        return "".join(out)

    def _signs_at(self, place: int) -> str:
        return self._set_apart(self.closing.pop(place, "") + self.opening.pop(place, ""))

    def _set_apart(self, signs: str) -> str:
        return f'<span class="gone">{signs}</span>' if signs and self._is_gone else signs

    def _styled(self, text: str, at: int) -> str:
        styles = sorted({style for start, end, style in self.spans if start <= at < end})
        written = content(text)
        return f'<span class="{" ".join(styles)}">{written}</span>' if styles and text else written


def _style(mark: Mark) -> str:
    if mark.kind in _CONTESTED:
        return "open"
    if mark.kind in _TRACKED:
        return "tracked"
    return "em" if mark.kind == "emphasis" else ""


def _signs(mark: Mark) -> tuple[str, str]:
    label = content(mark.label)
    if mark.kind == "bracket":
        return ('<b class="mk br">[</b>' if mark.opens else "", '<b class="mk br">]</b>' if mark.closes else "")
    if mark.kind in {"option", "attribution"}:
        return f'<span class="mk who">{label} </span>', ""
    if mark.kind == "status":
        return "", f'<span class="mk status"> {label}</span>'
    if mark.kind == "footnote":
        return "", f'<sup class="mk">{label or "*"}</sup>'
    if mark.kind in _TRACKED:
        return "", f'<span class="mk who"> {mark.kind}{", " if label else ""}{label}</span>'
    return "", ""


def old_wordings(change: Change, pointers: Sequence[Pointer] = ()) -> list[str]:
    """Write each old clause of the change, with what went."""
    spans = _spans(change.link.old)
    layer = _layer(change.link.old, spans, pointers)
    if layer is None and change.link.kind == "same":
        return [content(clause.words) for clause in change.link.old]
    layer = layer or _Layer((), (), ())
    found = []
    runs = [run for run in _runs(change.redline) if run.op != "insert"]
    for start, end in spans:
        inks = [layer.ink(run.op, text, at) for run in runs for text, at in _clipped(run.text, run.old, start, end)]
        found.append("".join(inks) or layer.ink("equal", "", start))
    return found


def new_wordings(change: Change, new_pointers: Sequence[Pointer] = (), old_pointers: Sequence[Pointer] = ()) -> list[str]:
    """Write each new clause of the change, with what came and, in its place, what went."""
    spans = _spans(change.link.new)
    layer = _layer(change.link.new, spans, new_pointers)
    if layer is None and change.link.kind == "same":
        return [content(clause.words) for clause in change.link.new]
    layer = layer or _Layer((), (), ())
    runs = list(_runs(change.redline))
    gone = _gone_layer(change, runs, old_pointers)
    found = []
    for start, end in spans:
        inks = list(_new_inks(runs, start, end, layer, gone))
        found.append("".join(inks) or layer.ink("equal", "", start))
    return found


def _new_inks(runs: list[_Run], start: int, end: int, layer: _Layer, gone: _Layer) -> Iterator[str]:
    for run in runs:
        if run.op == "delete":
            if start <= run.new <= end:
                yield gone.ink("delete", run.text, run.old)
            continue
        for text, at in _clipped(run.text, run.new, start, end):
            yield layer.ink(run.op, text, at)


def _layer(clauses: Sequence[Clause], spans: Sequence[tuple[int, int]], pointers: Sequence[Pointer]) -> _Layer | None:
    placed = [(mark, start) for clause, (start, _) in zip(clauses, spans, strict=True) for mark in clause.marks]
    if not placed and not pointers:
        return None
    return _Layer([mark for mark, _ in placed], [start for _, start in placed], pointers)


def _gone_layer(change: Change, runs: list[_Run], pointers: Sequence[Pointer]) -> _Layer:
    """Give the old marks that went with their words: a bracket whose words partly stayed has nowhere to stand in the new."""
    gone = [(run.old, run.old + len(run.text)) for run in runs if run.op == "delete"]
    placed = [
        (mark, offset)
        for clause, (offset, _) in zip(change.link.old, _spans(change.link.old), strict=True)
        for mark in clause.marks
        if any(start <= mark.start + offset and mark.end + offset <= end for start, end in gone)
    ]
    return _Layer([mark for mark, _ in placed], [offset for _, offset in placed], pointers, is_gone=True)


def _spans(clauses: Sequence[Clause]) -> list[tuple[int, int]]:
    """Give where each clause begins and ends in the wording that joins them by line breaks."""
    found = []
    at = 0
    for clause in clauses:
        found.append((at, at + len(clause.words)))
        at += len(clause.words) + 1
    return found


def _runs(redline: Iterable[RedlinePart]) -> Iterator[_Run]:
    old = new = 0
    for part in redline:
        yield _Run(part.op, part.text, old, new)
        old += len(part.text) if part.op != "insert" else 0
        new += len(part.text) if part.op != "delete" else 0


def _clipped(text: str, at: int, start: int, end: int) -> Iterator[tuple[str, int]]:
    first, last = max(at, start), min(at + len(text), end)
    if first < last:
        yield text[first - at : last - at], first
