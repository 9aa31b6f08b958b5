"""The footnotes of a plain text: "[1]" or a raised number behind a word, and the line that begins with the same sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import Mark, Note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from treatydiff.readers.outline.blocks import Block
    from treatydiff.readers.text_pages import Line

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SIGN = rf"\[(?:\d{{1,3}}|\*{{1,3}})\]|[{_RAISED}]{{1,3}}"
_DEFINITION = re.compile(rf"\s{{0,40}}(?P<sign>{_SIGN})\s{{0,9}}(?=\S)(?P<text>.*)")
_ANCHOR = re.compile(rf"(?<=[\w.,;:!?)\]”’\"'])(?:{_SIGN})")
_may_anchor = re.compile(r"\[[\d*]").search
_RAISED_DIGITS = frozenset(_RAISED)
_PLAIN = str.maketrans(_RAISED, "0123456789", "[]")
_MOST_LINES = 40


class Notes(NamedTuple):
    """The lines without the definitions of footnotes, and the footnotes by their labels, which no two share."""

    lines: list[Line]
    notes: Mapping[str, Note]


def footnotes(lines: Sequence[Line]) -> Notes:
    """Take the definitions out to which an anchor before them points; each runs to the next one or to a blank line."""
    anchored = _anchored(lines)
    if not anchored:
        return Notes(list(lines), {})
    notes: dict[str, Note] = {}
    kept: list[Line] = []
    n = 0
    while n < len(lines):
        line = lines[n]
        m = _DEFINITION.match(line.text)
        label = _label(m["sign"]) if m else ""
        if m is None or label in notes or anchored.get(label, len(lines)) >= n:
            kept.append(line)
            n += 1
            continue
        end = _end(lines, n + 1)
        said = " ".join(" ".join((m["text"], *(part.text for part in lines[n + 1 : end]))).split())
        notes[label] = Note("footnote", said, label=label, line=line.number, page=line.page)
        n = end
    return Notes(kept, notes)


def with_anchors(block: Block, notes: Mapping[str, Note]) -> Block:
    """Give a block whose anchors of known footnotes are marks and no words."""
    if not notes:
        return block
    parts: list[str] = []
    marks: list[Mark] = []
    last = length = 0
    for m in _ANCHOR.finditer(block.raw):
        if (note := notes.get(_label(m[0]))) is not None:
            parts.append(block.raw[last : m.start()])
            length += len(parts[-1])
            last = m.end()
            marks.append(Mark("footnote", length, length, label=note.label, note=note.text))
    return block._replace(raw="".join((*parts, block.raw[last:])), marks=(*block.marks, *marks)) if marks else block


def _anchored(lines: Sequence[Line]) -> dict[str, int]:
    """Give the place of the first line that holds an anchor of each label."""
    found: dict[str, int] = {}
    for n, line in enumerate(lines):
        text = line.text
        if ("[" in text and _may_anchor(text)) or not (text.isascii() or _RAISED_DIGITS.isdisjoint(text)):
            for m in _ANCHOR.finditer(line.text):
                found.setdefault(_label(m[0]), n)
    return found


def _end(lines: Sequence[Line], n: int) -> int:
    stop = min(len(lines), n + _MOST_LINES)
    while n < stop and lines[n].text.strip() and not _DEFINITION.match(lines[n].text):
        n += 1
    return n


def _label(sign: str) -> str:
    return sign.translate(_PLAIN)
