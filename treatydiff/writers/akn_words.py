"""Words with their marks as the mixed content of Akoma Ntoso."""

from __future__ import annotations

import re
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from lxml import etree

from treatydiff.text.marks import extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.model import Mark

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_UNWRITABLE: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_ADDRESS: Final = r"(?:[^\[\]%#]|%[0-9A-Fa-f]{2})*"
_ADDRESS: Final = re.compile(
    r"(?:[A-Za-z][A-Za-z0-9+.-]*:(?://[^\[\]%#/?:@]*(?::\d{1,5})?(?=[/?#]|$)|(?!//))|(?!//)(?=[^:/?#]*(?:[/?#]|$)))"
    rf"{_IN_ADDRESS}(?:#{_IN_ADDRESS})?"
)
_CLOSERS, _POINTS, _OPENERS, _LAST = range(4)
_REMARK: Final = "remark"
_DEEPEST_BRACKET: Final = 8
_DEEPEST: Final = 60
_TIGHT: Final = frozenset(",;:.)")
_ELEMENTS: Final = {"emphasis": "i", "reference": "ref", "insertion": "ins", "deletion": "del"}


def writable(text: str) -> str:
    """Give the text with a replacement character for each that XML cannot carry; its length stays."""
    return _UNWRITABLE.sub("\ufffd", text)


def address(text: str) -> str:
    """Give the text where the schema takes it for an address, else as a fragment with everything else spelt out."""
    return text if _ADDRESS.fullmatch(text) else f"#{quote(text, safe='', errors='replace')}"


def add(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    """Add an element of Akoma Ntoso."""
    element: etree._Element = etree.SubElement(
        parent, f"{{{NAMESPACE}}}{name}", {key: writable(value) for key, value in attributes.items()}
    )
    return element


def add_words(element: etree._Element, words: str, marks: Sequence[Mark] = ()) -> None:
    """Write `words` into an empty element, with the marks over them.

    Brackets, attributions, options and statuses are written as in the printed text: literally. Where reading them back
    would not give the same words (a status inside a word), statuses become remarks; failing that, these marks are left out
    rather than a word changed. Spans that cross are written as two.
    """
    words = writable(words)
    if not marks:
        element.text = words
        return
    spellings = (
        _items(marks),
        _items(loose := [_before_space(mark, words) for mark in marks]),
        _items(loose, remarks=True),
        _items(mark for mark in marks if mark.kind in _ELEMENTS or mark.kind == "footnote"),
    )
    faithful = (items for items in spellings if extract(_literal(words, items)).words == words)
    _write(_Pen(element), words, next(faithful, spellings[-1]))


def _before_space(mark: Mark, words: str) -> Mark:
    """Draw a bracket and what heads it over a space, which readers would take away between it and punctuation."""
    start = mark.start
    if mark.kind in {"bracket", "attribution"} and words[start - 1 : start] == " " and words[start : start + 1] in _TIGHT:
        return mark._replace(start=start - 1, end=mark.end if mark.start < mark.end else start - 1)
    return mark


class _Item(NamedTuple):
    """Something that stands at one place: literal text, an element that opens or stands there, or the end of one."""

    place: int
    phase: int
    order: int
    text: str = ""
    name: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    note: str = ""


class _Span(NamedTuple):
    """An element over words. `depth` is the end, negative, so that an outer span sorts before an inner one.

    No two have the same three numbers, so that marks are never compared.
    """

    start: int
    depth: int
    order: int
    mark: Mark
    literal: bool = False

    @property
    def end(self) -> int:
        return -self.depth


def _items(marks: Iterable[Mark], *, remarks: bool = False) -> list[_Item]:
    found: list[_Item] = []
    spans: list[_Span] = []
    for order, mark in enumerate(sorted(marks, key=_outer_first)):
        if mark.start < mark.end and _is_span(mark):
            spans.append(_Span(mark.start, -mark.end, order, mark))
        else:
            found += _standing(mark, order, remarks=remarks)
    for span in _nested(spans):
        found += _spanning(span)
    return sorted(found)


def _is_span(mark: Mark) -> bool:
    return mark.kind in _ELEMENTS or (mark.kind == "bracket" and mark.opens and mark.closes)


def _outer_first(mark: Mark) -> tuple[int, int, int]:
    """Order marks by place and from outside in; an option heads all that starts with it, then comes what only closes."""
    return mark.start, 0 if mark.kind == "option" else 1 if _closes_nothing(mark) else 2, -mark.end


def _closes_nothing(mark: Mark) -> bool:
    """Whether a bracket that opened elsewhere closes before the first word."""
    return mark.kind == "bracket" and mark.start == mark.end and not mark.opens


def _standing(mark: Mark, order: int, *, remarks: bool) -> list[_Item]:
    """Give what stands at a point, and the halves of a bracket whose other half is elsewhere."""
    if mark.kind == "bracket":
        return _halves(mark, order)
    if mark.kind in {"attribution", "option"}:
        return _named(mark, order)
    if mark.kind == "status":
        label = writable(mark.label)
        if not remarks and _is_literal_status(label):
            return [_Item(mark.start, _POINTS, order, f" [{label}]")]
        return [_Item(mark.start, _POINTS, order, name=_REMARK, note=label)]
    if mark.kind == "footnote":
        attributes = (("marker", mark.label), ("placement", "bottom")) if mark.label else (("placement", "bottom"),)
        return [_Item(mark.start, _POINTS, order, name="authorialNote", attributes=attributes, note=mark.note)]
    return [] if mark.kind == "reference" else [_Item(mark.start, _POINTS, order, name=_ELEMENTS[mark.kind])]


def _named(mark: Mark, order: int) -> list[_Item]:
    """Give who speaks, before the words or, in parentheses, behind them; the label of an option, which a choice has not."""
    label = writable(mark.label)
    if label.startswith("("):
        return [_Item(mark.end, _CLOSERS, -order, f" {label}")]
    return [_Item(mark.start, _OPENERS, order, f"{label}: ")] if label else []


def _halves(mark: Mark, order: int) -> list[_Item]:
    halves = [_Item(mark.start, _OPENERS, order, "[")] if mark.opens else []
    if not mark.closes:
        return halves
    if _closes_nothing(mark):
        return [_Item(mark.end, _OPENERS, order, "]")]
    return [*halves, _Item(mark.end, _CLOSERS if mark.start < mark.end else _LAST, -order, "]")]


def _is_literal_status(label: str) -> bool:
    return [(mark.kind, mark.label) for mark in extract(f"[{label}]").marks] == [("status", label)]


def _nested(spans: list[_Span]) -> list[_Span]:
    """Give spans none of which crosses another: brackets give way and become literal, other spans are cut in two.

    Brackets inside many spans are literal too, and other spans inside still more are left out: elements must not be nested
    so deeply that no reader takes the file.
    """
    waiting = sorted(spans)
    done: list[_Span] = []
    around: list[int] = []
    while waiting:
        span = heappop(waiting)
        while around and done[around[-1]].end <= span.start:
            around.pop()
        outer = done[around[-1]] if around else None
        crossed = outer if outer and outer.end < span.end else None
        if span.mark.kind == "bracket" and (crossed or len(around) >= _DEEPEST_BRACKET):
            done.append(span._replace(literal=True))
            continue
        if crossed and crossed.mark.kind == "bracket":
            done[around.pop()] = crossed._replace(literal=True)
            heappush(waiting, span)
            continue
        if crossed:
            heappush(waiting, span._replace(start=crossed.end))
            span = span._replace(depth=-crossed.end)
        if len(around) < _DEEPEST:
            around.append(len(done))
            done.append(span)
    return done


def _spanning(span: _Span) -> list[_Item]:
    mark = span.mark
    if mark.kind == "bracket":
        if span.literal:
            return [_Item(span.start, _OPENERS, span.order, "["), _Item(span.end, _CLOSERS, -span.order, "]")]
        return [
            _Item(span.start, _OPENERS, span.order, "[", "inline", (("name", "bracket"),)),
            _Item(span.end, _CLOSERS, -span.order, "]", "/"),
        ]
    attributes = (("href", address(mark.note)),) if mark.kind == "reference" else ()
    return [
        _Item(span.start, _OPENERS, span.order, "", _ELEMENTS[mark.kind], attributes),
        _Item(span.end, _CLOSERS, -span.order, "", "/"),
    ]


def _literal(words: str, items: list[_Item]) -> str:
    """Give the text that a reader will find."""
    parts: list[str] = []
    place = 0
    for item in items:
        parts += (words[place : item.place], item.text)
        place = item.place
    return "".join([*parts, words[place:]])


def _write(pen: _Pen, words: str, items: list[_Item]) -> None:
    place = 0
    for item in items:
        pen.write(words[place : item.place])
        place = item.place
        if item.name == "/":
            pen.write(item.text)
            pen.leave()
        elif item.name == "authorialNote":
            note = pen.stand(item.name, dict(item.attributes))
            add(note, "p").text = writable(item.note)
        elif item.name and item.phase == _POINTS:
            pen.stand(item.name, dict(item.attributes)).text = item.note
        else:
            if item.name:
                pen.enter(item.name, dict(item.attributes))
            pen.write(item.text)
    pen.write(words[place:])
    pen.flush()


class _Pen:
    """Writes mixed content: text goes behind the last child of the innermost element that was entered.

    Text is gathered until the next element, and the last child remembered, so that the work grows with the words alone.
    """

    def __init__(self, element: etree._Element) -> None:
        self._inside = [element]
        self._last: etree._Element | None = None
        self._gathered: list[str] = []

    def write(self, text: str) -> None:
        self._gathered.append(text)

    def flush(self) -> None:
        text = "".join(self._gathered)
        self._gathered.clear()
        if self._last is not None:
            self._last.tail = text
        else:
            self._inside[-1].text = text

    def stand(self, name: str, attributes: dict[str, str]) -> etree._Element:
        self.flush()
        self._last = add(self._inside[-1], name, **attributes)
        return self._last

    def enter(self, name: str, attributes: dict[str, str]) -> None:
        self._inside.append(self.stand(name, attributes))
        self._last = None

    def leave(self) -> None:
        self.flush()
        self._last = self._inside.pop()
