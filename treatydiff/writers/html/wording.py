"""The words of a clause with what came, what went, and the marks over them, as HTML that is well formed however they overlap.

Everything on the page that is not of the words carries the class `mk`: without those elements, the text of an old wording is
the old wording, and that of a new one without its `<del>` the new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.writers.html.escape import EMPTY, content, html, joined
from treatydiff.writers.html.phrases import letter
from treatydiff.writers.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from markupsafe import Markup

    from treatydiff.model import Change, Clause, Mark, RedlineOp, RedlinePart
    from treatydiff.writers.pieces import Piece

_CONTESTED = frozenset({"bracket", "option", "attribution"})
_TRACKED = frozenset({"insertion", "deletion"})
_TAGS = {"equal": (EMPTY, EMPTY), "delete": (html("<del>"), html("</del>")), "insert": (html("<ins>"), html("</ins>"))}
_GAP = html('<del class="gap">')
_BRACKET = html('<b class="mk br">[</b>')
_UNBRACKET = html('<b class="mk br">]</b>')


class Pointer(NamedTuple):
    """A finding's reference beside the words: where it stands, its number, and the fragment of the note."""

    place: int
    number: int
    fragment: Markup


class MovedEnds(NamedTuple):
    """The fragments of words that moved inside a clause, and whether they went down.

    They stand in the old wording, in the new one, and once more, struck, in the new one where they have left.
    """

    old: Markup
    new: Markup
    struck: Markup
    is_down: bool


class _Layer:
    """The marks of one side, each with the offset of its clause in the wording; `is_gone` for old marks among new words."""

    def __init__(self, placed: Iterable[tuple[Mark, int]], pointers: Iterable[Pointer], *, is_gone: bool = False) -> None:
        self._is_gone = is_gone
        self.spans: list[tuple[int, int, str]] = []
        self.opening: dict[int, Markup] = {}
        self.closing: dict[int, Markup] = {}
        for mark, offset in placed:
            self._add(mark, mark.start + offset, mark.end + offset)
        for pointer in pointers:
            sign = html('<sup class="mk f"><a href="#{to}">{n}</a></sup>', to=pointer.fragment, n=letter(pointer.number))
            self.closing[pointer.place] = self.closing.get(pointer.place, EMPTY) + sign
        ends = {place for start, end, _ in self.spans for place in (start, end)}
        self.cuts = sorted(ends.union(self.opening, self.closing))

    def _add(self, mark: Mark, start: int, end: int) -> None:
        if start < end and (style := _style(mark)):
            self.spans.append((start, end, style))
        before, after = _signs(mark)
        if start >= end:
            before, after = EMPTY, before + after
        if before:
            self.opening[start] = self.opening.get(start, EMPTY) + before
        if after:
            self.closing[end] = after + self.closing.get(end, EMPTY)

    def ink(self, op: RedlineOp, text: str, start: int) -> Markup:
        """Write a run of this side's text that begins at `start`; its signs stand outside the tag for `op`."""
        end = start + len(text)
        out = [self._signs_at(start)]
        at = start
        for cut in [*(cut for cut in self.cuts if start < cut < end), end]:
            run = text[at - start : cut - start]
            out += _tagged(op, run, self._styled(run, at))
            at = cut
            if at < end:
                out.append(self._signs_at(at))
        out.append(self._set_apart(self.closing.pop(end, EMPTY)))
        return joined(out)

    def _signs_at(self, place: int) -> Markup:
        return self._set_apart(joined((self.closing.pop(place, EMPTY), self.opening.pop(place, EMPTY))))

    def _set_apart(self, signs: Markup) -> Markup:
        return html('<span class="gone">{signs}</span>', signs=signs) if signs and self._is_gone else signs

    def _styled(self, text: str, at: int) -> Markup:
        styles = sorted({style for start, end, style in self.spans if start <= at < end})
        written = content(text)
        return html('<span class="{styles}">{written}</span>', styles=" ".join(styles), written=written) if styles else written


def _tagged(op: RedlineOp, text: str, written: Markup) -> tuple[Markup, ...]:
    """Give `text` as it was written between the tags of `op`, which stand around nothing empty."""
    before, after = _TAGS[op]
    if op == "delete" and text.isspace():
        before = _GAP  # a line through a lone space would look like a hyphen
    return (before, written, after) if written else ()


def _style(mark: Mark) -> str:
    if mark.kind in _CONTESTED:
        return "open"
    if mark.kind in _TRACKED:
        return "tracked"
    return "em" if mark.kind == "emphasis" else ""


def _signs(mark: Mark) -> tuple[Markup, Markup]:
    if mark.kind == "bracket":
        return (_BRACKET if mark.opens else EMPTY, _UNBRACKET if mark.closes else EMPTY)
    label = content(mark.label)
    if mark.kind in {"option", "attribution"}:
        return _named(mark)
    if mark.kind == "status":
        return EMPTY, html('<span class="mk status"> {label}</span>', label=label)
    if mark.kind == "footnote":
        return EMPTY, html('<sup class="mk">{label}</sup>', label=label or "*")
    return (EMPTY, _tracked(mark)) if mark.kind in _TRACKED else (EMPTY, EMPTY)


def _tracked(mark: Mark) -> Markup:
    """Say who made a tracked change, behind the words; deleted words that are not of the draft any more are shown there."""
    is_elsewhere = mark.kind == "deletion" and mark.start == mark.end and bool(mark.note.strip())
    return html(
        '{gone}<span class="mk who"> {did}{by}{label}</span>',
        gone=html('<span class="mk struck">{words}</span>', words=content(mark.note.strip())) if is_elsewhere else EMPTY,
        did="deleted" if mark.kind == "deletion" else "inserted",
        by=" by " if mark.label else "",
        label=content(mark.label),
    )


def _named(mark: Mark) -> tuple[Markup, Markup]:
    """Give who speaks, before the words or, in parentheses, behind them; the label of an option, which a choice has not."""
    label = content(mark.label)
    if mark.label.startswith("("):
        return EMPTY, html('<span class="mk who"> {label}</span>', label=label)
    return (html('<span class="mk who">{label} </span>', label=label) if label else EMPTY), EMPTY


def old_wordings(change: Change, pointers: Sequence[Pointer] = (), moves: Sequence[MovedEnds] = ()) -> list[Markup]:
    """Write each old clause of the change, with what went."""
    old = change.link.old
    if not moves and _is_bare(old, pointers):
        if change.link.kind == "same":
            return [content(clause.words) for clause in old]
        if len(old) == 1:
            return [joined(_bare_inks(change.redline, without="insert"))]
    layer = _layer(old, pointers)
    runs = [run for run in pieces(change) if run.op != "insert"]
    found = []
    for start, end in _spans(old):
        inks = [
            _moved(layer.ink(run.op, text, at), run, moves, _left)
            for run in runs
            for text, at in _clipped(run.text, run.old, start, end)
        ]
        found.append(joined(inks) or layer.ink("equal", "", start))
    return found


def new_wordings(
    change: Change,
    new_pointers: Sequence[Pointer] = (),
    old_pointers: Sequence[Pointer] = (),
    moves: Sequence[MovedEnds] = (),
) -> list[Markup]:
    """Write each new clause of the change, with what came and, in its place, what went."""
    new = change.link.new
    if not moves and _is_bare(new, new_pointers):
        if change.link.kind == "same":
            return [content(clause.words) for clause in new]
        if len(new) == 1 and _is_bare(change.link.old, old_pointers):
            return [joined(_bare_inks(change.redline))]
    layer = _layer(new, new_pointers)
    runs = list(pieces(change))
    gone = _gone_layer(change, old_pointers)
    found = []
    for start, end in _spans(new):
        inks = joined(_moved(ink, run, moves, _struck) for run, ink in _new_inks(runs, start, end, layer, gone))
        found.append(inks or layer.ink("equal", "", start))
    return found


def _is_bare(clauses: Sequence[Clause], pointers: Sequence[Pointer]) -> bool:
    """Whether nothing stands over or beside the words, as in most clauses of most drafts."""
    return not pointers and not any(clause.marks for clause in clauses)


def _bare_inks(redline: Iterable[RedlinePart], without: RedlineOp | None = None) -> Iterator[Markup]:
    for part in redline:
        if part.op != without:
            yield from _tagged(part.op, part.text, content(part.text))


def _new_inks(runs: Iterable[Piece], start: int, end: int, layer: _Layer, gone: _Layer) -> Iterator[tuple[Piece, Markup]]:
    for run in runs:
        if run.op == "delete":
            if start <= run.new <= end:
                yield run, gone.ink("delete", run.text, run.old)
            continue
        for text, at in _clipped(run.text, run.new, start, end):
            yield run, layer.ink(run.op, text, at)


def _moved(ink: Markup, run: Piece, moves: Sequence[MovedEnds], went: Callable[[MovedEnds], Markup]) -> Markup:
    """Set off words that moved: a link to where they stand now, or to where they stood, before them."""
    if not moves or not run.move:
        return ink
    ends = moves[run.move - 1]
    before = went(ends) if run.op == "delete" else _arrived(ends)
    return html("{before}{ink}</span>", before=before, ink=ink)


def _left(ends: MovedEnds) -> Markup:
    return _end(ends.old, html("mv"), _link(ends.new, EMPTY, "moved down" if ends.is_down else "moved up"))


def _struck(ends: MovedEnds) -> Markup:
    return _end(ends.struck, html("mv gone"), _link(ends.new, EMPTY, "moved down" if ends.is_down else "moved up"))


def _arrived(ends: MovedEnds) -> Markup:
    said = "from above" if ends.is_down else "from below"
    links = _link(ends.old, html(" by-side"), said) + _link(ends.struck, html(" in-line"), said)
    return _end(ends.new, html("mv"), links)


def _end(fragment: Markup, style: Markup, links: Markup) -> Markup:
    return html('<span class="{style}" id="{fragment}">{links}', style=style, fragment=fragment, links=links)


def _link(to: Markup, style: Markup, said: str) -> Markup:
    return html('<a class="mk to{style}" href="#{to}">{said}</a>', style=style, to=to, said=said)


def _layer(clauses: Sequence[Clause], pointers: Sequence[Pointer]) -> _Layer:
    placed = [(mark, start) for clause, (start, _) in zip(clauses, _spans(clauses), strict=True) for mark in clause.marks]
    return _Layer(placed, pointers)


def _gone_layer(change: Change, pointers: Sequence[Pointer]) -> _Layer:
    """Give the old marks that went with their words: a bracket whose words partly stayed has nowhere to stand in the new."""
    whole = pieces(change._replace(moved_words=()))
    gone = [(run.old, run.old + len(run.text)) for run in whole if run.op == "delete"]
    placed = [
        (mark, offset)
        for clause, (offset, _) in zip(change.link.old, _spans(change.link.old), strict=True)
        for mark in clause.marks
        if any(start <= mark.start + offset and mark.end + offset <= end for start, end in gone)
    ]
    return _Layer(placed, pointers, is_gone=True)


def _spans(clauses: Sequence[Clause]) -> list[tuple[int, int]]:
    """Give where each clause begins and ends in the wording that joins them by line breaks."""
    found = []
    at = 0
    for clause in clauses:
        found.append((at, at + len(clause.words)))
        at += len(clause.words) + 1
    return found


def _clipped(text: str, at: int, start: int, end: int) -> Iterator[tuple[str, int]]:
    first, last = max(at, start), min(at + len(text), end)
    if first < last:
        yield text[first - at : last - at], first
