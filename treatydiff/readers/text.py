"""Plain text of any width: one paragraph on a line, or hard-wrapped."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from treatydiff.errors import DraftError
from treatydiff.model import Document, Metadata
from treatydiff.readers.decoding import decode
from treatydiff.readers.outline.anchors import footnote_places
from treatydiff.readers.outline.blocks import Block
from treatydiff.readers.outline.brackets import bracket_warnings
from treatydiff.readers.outline.labels import label
from treatydiff.readers.outline.languages import language
from treatydiff.readers.outline.levels import is_title, level
from treatydiff.readers.outline.lines import starts_anew
from treatydiff.readers.outline.nodes import ends_with
from treatydiff.readers.outline.title_pages import title_page
from treatydiff.readers.outline.tree import outline
from treatydiff.readers.text_notes import footnotes, with_anchors
from treatydiff.readers.text_pages import pages
from treatydiff.text.eid import with_ids
from treatydiff.text.waivers import without_waivers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Provision
    from treatydiff.readers.text_pages import Line

_WRAPPED_SHARE = 0.2
_WIDEST_WRAPPED = 140
_SHORT_LINE = 0.75
_FULL_LINE = 0.85
_LONGEST_HEADING = 5
_DASHES = ("- ", "– ", "— ", "• ", "* ")
_FEW = 0.05
_LOOKED_AT = 4000
"""Lines from which it is told whether a text is double-spaced."""
_KEPT_TO = 0.97
_PARAGRAPH_INDENT = 2


def read(data: bytes, path: str) -> Document:
    """Read plain text; numbers, headings and blank lines show its structure, form feeds and what comes again its pages.

    Raises:
        DraftError: the bytes are no text, nothing but white space, or in an encoding that cannot be told.

    """
    text = decode(data, path)
    written = without_waivers(text.text)
    if not written.strip():
        raise DraftError("is empty", mend="give a file with the text of a draft", subject=path)
    found = pages(written)
    lines, footnoted = footnotes(found.lines)
    blocks = [with_anchors(block, footnoted) for block in _blocks(_single_spaced(lines))]
    provisions = with_ids(_on_pages(outline(blocks), found.lines))
    symbol, title = title_page(provisions)
    stated = Metadata(title=title, symbol=symbol, language=language(provisions))
    places = footnote_places(provisions) if footnoted else {}
    notes = (*found.notes, *(note._replace(place=places.get(note.label, "")) for note in footnoted.values()))
    return Document(stated, provisions, (*text.warnings, *bracket_warnings(blocks)), notes)


def _on_pages(provisions: tuple[Provision, ...], lines: list[Line]) -> tuple[Provision, ...]:
    """Give the provisions the page of the line on which they start."""
    if lines[-1].page is None:
        return provisions
    by_line = {line.number: line.page for line in lines if line.text.strip()}

    def placed(provision: Provision) -> Provision:
        children = tuple(map(placed, provision.children))
        return provision._replace(page=by_line.get(provision.line or 0), children=children)

    return tuple(map(placed, provisions))


def _single_spaced(lines: list[Line]) -> list[Line]:
    """Take out the blank line after every line of a double-spaced text, where sentences run on behind it."""
    filled = [n for n, line in enumerate(lines[:_LOOKED_AT]) if line.text.strip()]
    gaps = [other - one for one, other in pairwise(filled)]
    if not gaps or gaps.count(1) > _FEW * len(gaps):
        return lines
    width = _width([lines[n].text for n in filled])
    if width > _WIDEST_WRAPPED:
        return lines
    pairs = [(lines[one].text.strip(), lines[other].text.strip()) for one, other in pairwise(filled)]
    broken = sum(1 for one, other in pairs if _breaks_sentence(one, other, width))
    if broken <= _WRAPPED_SHARE * len(pairs):
        return lines
    return [line for n, line in enumerate(lines) if line.text.strip() or not _is_lone_gap(lines, n)]


def _is_lone_gap(lines: list[Line], n: int) -> bool:
    return 0 < n < len(lines) - 1 and bool(lines[n - 1].text.strip() and lines[n + 1].text.strip())


def _blocks(lines: list[Line]) -> Iterator[Block]:
    width = _wrapped_at([line.text for line in lines])
    gathered: list[str] = []
    first, heads = lines[0], False
    for line in lines:
        text = line.text
        is_blank = not text or text.isspace()
        if gathered and (is_blank or not width or _parts(gathered, text, width, heads=heads)):
            yield Block("\n".join(gathered).strip(), first.number, page=first.page)
            heads = bool(width) and len(gathered) == 1 and _opens_level(gathered[0])
            gathered = []
        if not is_blank:
            first = first if gathered else line
            gathered.append(text)
    if gathered:
        yield Block("\n".join(gathered).strip(), first.number, page=first.page)


def _wrapped_at(lines: list[str]) -> int:
    """Give the width at which the text is wrapped, 0 when every line is a paragraph.

    Wrapped text has lines that break inside a sentence: no end of sentence before the break, no capital after it.
    """
    width = _width(lines)
    if width > _WIDEST_WRAPPED:
        return 0
    pairs = [(one, other) for one, other in pairwise(lines) if one.strip() and other.strip()]
    broken = sum(1 for one, other in pairs if _breaks_sentence(one.strip(), other.strip(), width))
    return width if broken > _WRAPPED_SHARE * len(pairs) else 0


def _width(lines: list[str]) -> int:
    """Give the length that all but the longest few of the lines keep to: an address is longer than the text is wide."""
    lengths = sorted(len(line.rstrip()) for line in lines if line and not line.isspace())
    return lengths[int(_KEPT_TO * (len(lengths) - 1))]


def _breaks_sentence(line: str, following: str, width: int) -> bool:
    if ends_with(line, ".;:。；：؛"):
        return False
    caseless = following[0].isalpha() and not following[0].islower() and not following[0].isupper()
    return following[0].islower() or (caseless and len(line) >= _FULL_LINE * width)


def _parts(gathered: list[str], line: str, width: int, *, heads: bool) -> bool:
    """Whether a line of wrapped text starts a paragraph although no blank line stands before it.

    `heads`: what is gathered stands directly below the number of a level, so it may be its heading.
    """
    before, text = gathered[-1].strip(), line.strip()
    is_full, is_only = len(gathered[-1].rstrip()) >= _SHORT_LINE * width, len(gathered) == 1
    goes_on = is_full and (text[0].islower() or (before.isupper() and text.isupper()))
    opens = _opens_level(gathered[0])
    if is_only and opens and not goes_on:
        return True
    if starts_anew("\n".join(gathered[-2:]), text) or _goes_on_listing(gathered, text, is_full=is_full):
        return True
    if (
        (heads or opens)
        and not label(gathered[0].strip())
        and _opens_body(text)
        and is_title("\n".join(gathered[:_LONGEST_HEADING]))
    ):
        return True
    if _is_indented(gathered[-1], line) and ends_with(before, ".;:。؛"):
        return True
    if is_full or text[0].islower() or label(text):
        return False
    return ends_with(before, ".;:。؛") or (is_only and is_title(before) and not label(before) and text[0].isupper())


def _goes_on_listing(gathered: list[str], text: str, *, is_full: bool) -> bool:
    """Whether a line is the next item of the list of which what is gathered is one, or the first dash after a colon."""
    first = gathered[0].lstrip()
    if text.startswith(_DASHES):
        return first.startswith(_DASHES) or ends_with(gathered[-1], ":：")
    if is_full or (found := label(text)) is None or (before := label(first)) is None:
        return False
    return any(reading.follows(other) for reading in found.readings for other in before.readings)


def _is_indented(before: str, line: str) -> bool:
    """Whether a line starts further in than the one before, as the first line of a paragraph may."""
    return len(line) - len(line.lstrip()) >= len(before) - len(before.lstrip()) + _PARAGRAPH_INDENT


def _opens_level(line: str) -> bool:
    return level(line.strip(), is_heading=False) is not None


def _opens_body(text: str) -> bool:
    """Whether a line carries the first number of a list, or the number of a level."""
    found = label(text)
    return (
        (_opens_level(text) and not text.endswith("."))
        if found is None
        else any(reading.is_first for reading in found.readings)
    )
