"""The words of a page line by line, as somebody reads them who sees no colours.

Headings begin with as many `#` as their level, what went is `[-struck-]`, what came `{+inserted+}`. Left out is what is the
same on every page: styles, scripts, controls, the help, and what is hidden until a script shows it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree, html

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEFT_OUT: Final = frozenset({"script", "style", "dialog", "button", "input", "svg", "template", "label", "fieldset"})
_KEYS: Final = frozenset({"key", "colophon", "skip", "running", "self", "ref"})
_INLINE: Final = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "br",
        "cite",
        "code",
        "del",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "s",
        "small",
        "span",
        "strong",
        "sub",
    }
    | {"sup", "time", "u", "wbr"}
)
_SIGNS: Final = {"ins": ("{+", "+}"), "del": ("[-", "-]")}
_HEADING: Final = re.compile("h([1-6])")
_SPACE: Final = re.compile(r"\s+")


def readable(data: bytes) -> str:
    body = html.fromstring(data.decode()).find("body")
    assert body is not None
    return "".join(f"{line}\n" for line in _lines(body))


def _lines(block: html.HtmlElement) -> Iterator[str]:
    """Give the words of a block, a line for each run that no other block interrupts."""
    if _is_left_out(block):
        return
    level = _HEADING.fullmatch(str(block.tag))
    head = "#" * int(level[1]) + " " if level else ""
    run = block.text or ""
    for child in block:
        if not isinstance(child.tag, str):
            run += child.tail or ""
        elif child.tag in _INLINE and not any(each.tag not in _INLINE for each in child.iter(etree.Element)):
            run += _words(child) + (child.tail or "")
        else:
            yield from _line(head, run)
            yield from _lines(child)
            run = child.tail or ""
    yield from _line(head, run)


def _line(head: str, run: str) -> Iterator[str]:
    words = _SPACE.sub(" ", run).strip()
    if words:
        yield head + words


def _words(element: html.HtmlElement) -> str:
    if _is_left_out(element):
        return ""
    before, after = _SIGNS.get(str(element.tag), ("", ""))
    inside = (element.text or "") + "".join(
        (_words(child) if isinstance(child.tag, str) else "") + (child.tail or "") for child in element
    )
    return f"{before}{inside}{after}" if inside else ""


def _is_left_out(element: html.HtmlElement) -> bool:
    classes = frozenset(element.get("class", "").split())
    return element.tag in _LEFT_OUT or "hidden" in element.attrib or bool(classes & _KEYS)
