"""A Markdown source before it is parsed: front matter and footnotes taken out, layout blanked, every line in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_KEY = re.compile(r"([A-Za-z][\w-]{0,40})\s*:(?:\s+(.*))?$")
_VALUE = r"""(?:"[^"<>\n]{0,1000}"|'[^'<>\n]{0,1000}'|[^\s"'<>{}]{1,1000})"""
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|body|br|center|div|em|font|head|hr|html|i|img|ins|li|link|meta|ol|p|s|section|small|span|strong|sub|sup"
    rf"|table|tbody|td|th|thead|title|tr|u|ul)(?:\s{{1,9}}[\w:-]{{1,40}}\s{{0,9}}=\s{{0,9}}{_VALUE}){{0,40}}\s{{0,9}}/?>",
    re.IGNORECASE,
)
_CLASS = rf"(?:(?:[.#][A-Za-z_][\w-]{{0,80}}){{1,20}}|[\w-]{{1,40}}={_VALUE})"
_CLASSES = rf"\s{{0,9}}{_CLASS}(?:\s{{1,9}}{_CLASS}){{0,20}}\s{{0,9}}"
_SPAN = re.compile(rf"\[([^\[\]\n]{{0,300}})\]\{{{_CLASSES}\}}")
_LANGUAGE = "bash|console|css|csv|diff|html|javascript|js|json|latex|markdown|md|plain|python|sh|tex|text|toml|txt|xml|yaml|yml"
_FENCE = re.compile(rf"\s{{0,3}}(?:```|~~~)`{{0,9}}\s*(?:\{{(?:=(?:{_LANGUAGE})|{_CLASSES})\}}|{_LANGUAGE})?\s*$")
_ATTRIBUTES = re.compile(rf"\s*\{{:(?:\s*toc\s*|{_CLASSES})\}}\s*$")
_CONTENTS = re.compile(r"\s*[*+-]\s+TOC\s*$")
_HEADING_ATTRIBUTES = re.compile(rf"(?<=\s)\{{(?::?{_CLASSES}|-)\}}\s*$")
_TIGHT_HEADING = re.compile(r"( {0,3}#{1,6})(?=[^\W\d_]|[\[*“\"«(]|\d)")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,40})\]:\s?")


class Note(NamedTuple):
    """The definition of a footnote; `is_repeated` when an earlier one has the same label."""

    label: str
    text: str
    line: int
    is_repeated: bool


class Source(NamedTuple):
    """What is left to parse, line for line as in the file, and what was taken out of it."""

    text: str
    metadata: Mapping[str, str]
    notes: tuple[Note, ...]


def source(text: str) -> Source:
    """Take front matter and footnote definitions out of `text` and blank what is pure layout.

    Layout, kept nowhere: HTML comments and the tags of HTML (not the words between them), kramdown attribute lists
    ("{:.no_toc}") and the "* TOC" line before one, pandoc attributes of headings and spans, code fences without their content,
    and the signs of quotation. Attributes are classes (".a"), ids ("#a") and pairs ("a=b"); what holds other words is text.
    """
    lines = text.split("\n")
    metadata = _front_matter(lines)
    lines = _SPAN.sub(r"\1", _TAG.sub(_blank_tag, _without_comments("\n".join(lines)))).split("\n")
    for n, line in enumerate(lines):
        lines[n] = _without_layout(line, lines[n + 1] if n + 1 < len(lines) else "")
    _space_headings(lines)
    notes = _footnotes(lines)
    return Source("\n".join(lines), metadata, notes)


def _front_matter(lines: list[str]) -> dict[str, str]:
    """Read the simple `key: value` lines between two lines of three hyphens at the top, and blank them.

    A block of nothing but such lines, what continues them, comments after the first of them and blank lines is metadata by
    decision, its unknown keys left unread; a block with any other line is text between two rules.
    """
    if lines[0].rstrip() != "---":
        return {}
    end = next((n for n, line in enumerate(lines[1:200], start=1) if line.rstrip() in {"---", "..."}), None)
    if end is None or not _are_keys(lines[1:end]):
        return {}
    found: dict[str, str] = {}
    for line in lines[1:end]:
        if m := _KEY.match(line):
            found[m[1].casefold()] = (m[2] or "").strip().strip("\"'")
    lines[: end + 1] = [""] * (end + 1)
    return found


def _are_keys(lines: Sequence[str]) -> bool:
    opened: str | None = None
    for line in lines:
        if m := _KEY.match(line):
            opened = m[2] or ""
        elif not line.strip():
            continue
        elif opened is None or not (line.startswith((" ", "\t", "#")) or (line.startswith("- ") and not opened.strip())):
            return False
    return opened is not None


def _without_comments(text: str) -> str:
    parts: list[str] = []
    start = 0
    while (opening := text.find("<!--", start)) >= 0 and (closing := text.find("-->", opening)) >= 0:
        parts += (text[start:opening], "\n" * text.count("\n", opening, closing))
        start = closing + len("-->")
    return "".join((*parts, text[start:]))


def _blank_tag(m: re.Match[str]) -> str:
    return " " if m[0].lstrip("</").lower().startswith(("br", "p>", "td", "th", "li", "tr", "div")) else ""


def _without_layout(line: str, following: str) -> str:
    if _ATTRIBUTES.match(line) or _FENCE.match(line) or (_CONTENTS.match(line) and _ATTRIBUTES.match(following)):
        return ""
    if line.lstrip().startswith("#"):
        line = _HEADING_ATTRIBUTES.sub("", line)
    return _QUOTE.sub("", line, count=1) if line.lstrip().startswith(">") else line


def _space_headings(lines: list[str]) -> None:
    """Write the space that some sources leave out between the hashes and the words of a heading."""
    for n, line in enumerate(lines):
        if line.lstrip().startswith("#") and (n == 0 or not lines[n - 1].strip() or lines[n - 1].lstrip().startswith("#")):
            lines[n] = _TIGHT_HEADING.sub(r"\1 ", line, count=1)


def _footnotes(lines: list[str]) -> tuple[Note, ...]:
    """Take out the definitions, which reach to the next blank line and over all indented lines after it."""
    notes: list[Note] = []
    known: set[str] = set()
    n = 0
    while n < len(lines):
        m = _NOTE.match(lines[n])
        if m is None:
            n += 1
            continue
        end = _end_of_note(lines, n + 1)
        text = "\n".join((lines[n][m.end() :], *lines[n + 1 : end])).strip()
        notes.append(Note(m[1], text, n + 1, m[1] in known))
        known.add(m[1])
        lines[n:end] = [""] * (end - n)
        n = end
    return tuple(notes)


def _end_of_note(lines: list[str], n: int) -> int:
    after_blank = False
    end = n
    while n < len(lines):
        line = lines[n]
        if not line.strip():
            after_blank = True
        elif _NOTE.match(line) or (after_blank and not line.startswith(("    ", "\t", "   "))):
            break
        else:
            end = n + 1
        n += 1
    return end
