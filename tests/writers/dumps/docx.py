"""What a Word file with tracked changes holds, as plain text; and what is left of it when all changes are accepted or rejected.

Reads the XML by the rules of ISO/IEC 29500-1, 17.13.5, and shares nothing with the writer.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final, Literal, NamedTuple
from zipfile import ZipFile

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Resolved = Literal["accepted", "rejected"]
_GOES: Final = {"accepted": {"del", "moveFrom"}, "rejected": {"ins", "moveTo"}}
_SIGNS: Final = {"ins": ("[+", "+]"), "del": ("[-", "-]"), "moveFrom": ("[<", "<]"), "moveTo": ("[>", ">]")}
_TEXT: Final = {"t", "delText"}
_BREAKS: Final = {"tab": "\t", "br": "\n"}


def part(data: bytes, name: str) -> etree._Element | None:
    """Give a part of the file; None where it has none of that name."""
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name)) if name in archive.namelist() else None


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _words(element: etree._Element) -> str:
    """Give the text of the runs in an element."""
    found = []
    for node in element.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br"):
        parent = node.getparent()
        if parent is not None and _name(parent) == "r":
            found.append(_BREAKS.get(_name(node)) or node.text or "")
    return "".join(found)


class Paragraph(NamedTuple):
    """A paragraph: its style, how its end is tracked, and its runs of text, each as it is tracked; "" where it is not."""

    style: str
    end: str
    runs: tuple[tuple[str, str], ...]
    was: str


def paragraphs(data: bytes) -> Iterator[Paragraph]:
    document = part(data, "word/document.xml")
    assert document is not None
    for element in document.iterfind(f"{W}body/{W}p"):
        properties = element[0]
        style = properties.find(f"{W}pStyle")
        mark = properties.find(f"{W}rPr")
        was = properties.find(f"{W}pPrChange/{W}pPr/{W}pStyle")
        runs = [(_name(child) if _name(child) != "r" else "", _words(child)) for child in element[1:]]
        yield Paragraph(
            "" if style is None else str(style.get(f"{W}val")),
            _name(mark[0]) if mark is not None and len(mark) else "",
            tuple(run for run in runs if run[1]),
            "" if was is None else str(was.get(f"{W}val")),
        )


def resolved(data: bytes, how: Resolved) -> list[tuple[str, str]]:
    """Give style and text of every paragraph that has text when all changes are accepted, or all rejected.

    A paragraph whose end goes runs on into the next one, and what they make has the style of the last.
    """
    found = []
    text = ""
    for paragraph in paragraphs(data):
        text += "".join(words for track, words in paragraph.runs if track not in _GOES[how])
        if paragraph.end in _GOES[how]:
            continue
        if text:
            found.append((paragraph.was if how == "rejected" and paragraph.was else paragraph.style, text))
        text = ""
    assert not text, "the last paragraph has no end"
    return found


def readable(data: bytes) -> str:
    """Give the paragraphs with `[+inserted+]`, `[-deleted-]`, `[<moved away<]`, `[>moved here>]` and, below them, comments."""
    comments = _comments(data)
    document = part(data, "word/document.xml")
    assert document is not None
    lines = []
    for paragraph, element in zip(paragraphs(data), document.iterfind(f"{W}body/{W}p"), strict=True):
        before, after = _SIGNS.get(paragraph.end, ("", ""))
        text = "".join(_marked(child) for child in element[1:])
        was = f" (was {paragraph.was})" if paragraph.was else ""
        lines.append(f"{paragraph.style}{was}: {text}{before}{'¶' if paragraph.end else ''}{after}".replace("\t", " → "))
        for reference in element.iter(f"{W}commentReference"):
            lines += [f"    {line}" for line in comments[str(reference.get(f"{W}id"))]]
    return "\n".join(lines) + "\n"


def _marked(element: etree._Element) -> str:
    name = _name(element)
    if name.endswith(("RangeStart", "RangeEnd")):
        sign = "{" if name.endswith("Start") else "}"
        return sign if name.startswith("comment") else ""
    before, after = _SIGNS.get(name, ("", ""))
    words = _words(element)
    return f"{before}{words}{after}" if words else ""


def _comments(data: bytes) -> dict[str, list[str]]:
    root = part(data, "word/comments.xml")
    if root is None:
        return {}
    return {str(comment.get(f"{W}id")): _words(comment).split("\n") for comment in root}
