"""Words with their marks as the mixed content of Akoma Ntoso."""

from __future__ import annotations

import re
from bisect import insort
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
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
        _items(marks, remarks=True),
        _items(mark for mark in marks if mark.kind in _ELEMENTS or mark.kind == "footnote"),
    )
    faithful = (items for items in spellings if extract(_literal(words, items)).words == words)
    _write(_Pen(element), words, next(faithful, spellings[-1]))


@dataclass(frozen=True, slots=True, order=True)
class _Item:
    """Something that stands at one place: literal text, an element that opens or stands there, or the end of one."""

    place: int
    phase: int
    order: int
    text: str = ""
    name: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    note: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, order=True)
class _Span:
    """An element over words. `depth` is the end, negative, so that an outer span sorts before an inner one."""

    start: int
    depth: int
    order: int
    mark: Mark = field(compare=False)
    literal: bool = field(default=False, compare=False)

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


def _outer_first(mark: Mark) -> tuple[int, bool, int]:
    """Order marks by place and from outside in; an option heads all that starts with it."""
    return mark.start, mark.kind != "option", -mark.end


def _standing(mark: Mark, order: int, *, remarks: bool) -> list[_Item]:
    """Give what stands at a point, and the halves of a bracket whose other half is elsewhere."""
    if mark.kind == "bracket":
        halves = [_Item(mark.start, _OPENERS, order, "[")] if mark.opens else []
        phase = _CLOSERS if mark.start < mark.end else _LAST
        return [*halves, _Item(mark.end, phase, -order, "]")] if mark.closes else halves
    if mark.kind in {"attribution", "option"}:
        return [_Item(mark.start, _OPENERS, order, f"{writable(mark.label)}: ")]
    if mark.kind == "status":
        label = writable(mark.label)
        if not remarks and _is_literal_status(label):
            return [_Item(mark.start, _POINTS, order, f" [{label}]")]
        return [_Item(mark.start, _POINTS, order, name=_REMARK, note=label)]
    if mark.kind == "footnote":
        attributes = (("marker", mark.label), ("placement", "bottom")) if mark.label else (("placement", "bottom"),)
        return [_Item(mark.start, _POINTS, order, name="authorialNote", attributes=attributes, note=mark.note)]
    return []


def _is_literal_status(label: str) -> bool:
    return [(mark.kind, mark.label) for mark in extract(f"[{label}]").marks] == [("status", label)]


def _nested(spans: list[_Span]) -> list[_Span]:
    """Give spans none of which crosses another: brackets give way and become literal, other spans are cut in two."""
    waiting = sorted(spans)
    done: list[_Span] = []
    around: list[_Span] = []
    while waiting:
        span = waiting.pop(0)
        while around and around[-1].end <= span.start:
            around.pop()
        if around and around[-1].end < span.end:
            outer = around[-1]
            if span.mark.kind == "bracket":
                done.append(replace(span, literal=True))
                continue
            if outer.mark.kind == "bracket":
                around.pop()
                done[done.index(outer)] = replace(outer, literal=True)
                insort(waiting, span)
                continue
            insort(waiting, replace(span, start=outer.end))
            span = replace(span, depth=-outer.end)
        around.append(span)
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
        elif item.name == _REMARK:
            pen.stand(item.name, {}).text = item.note
        else:
            if item.name:
                pen.enter(item.name, dict(item.attributes))
            pen.write(item.text)
    pen.write(words[place:])


class _Pen:
    """Writes mixed content: text goes behind the last child of the innermost element that was entered."""

    def __init__(self, element: etree._Element) -> None:
        self._inside = [element]

    def write(self, text: str) -> None:
        element = self._inside[-1]
        if len(element):
            element[-1].tail = (element[-1].tail or "") + text
        else:
            element.text = (element.text or "") + text

    def stand(self, name: str, attributes: dict[str, str]) -> etree._Element:
        return add(self._inside[-1], name, **attributes)

    def enter(self, name: str, attributes: dict[str, str]) -> None:
        self._inside.append(self.stand(name, attributes))

    def leave(self) -> None:
        self._inside.pop()
