"""Markdown parsed into blocks: emphasis, deletions, links and footnotes as marks over plain words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from markdown_it import MarkdownIt

from treatydiff.errors import DraftError
from treatydiff.model import Mark
from treatydiff.readers.outline.blocks import Block
from treatydiff.readers.outline.levels import is_title
from treatydiff.readers.outline.lines import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from treatydiff.model import MarkKind
    from treatydiff.readers.markdown_source import Source

_DEEPEST_NESTING = 60
_ANCHOR = re.compile(r"\[\^([^\]\s]{1,40})\]")
_TARGET = re.compile(r"(?:[a-z][a-z0-9+.-]{1,20}:|[./#?])\S|\S+[./]\S", re.IGNORECASE)
_SPANS: Mapping[str, MarkKind] = {"em": "emphasis", "strong": "emphasis", "s": "deletion", "link": "reference"}
_INDENTED = 2


class Parsed(NamedTuple):
    """The blocks of a source in order, and the words of its footnotes in the order of their definitions."""

    blocks: list[Block]
    notes: list[str]


def parsed(source: Source, path: str) -> Parsed:
    """Parse a source.

    Raises:
        DraftError: lists are nested so deeply that words would be lost.

    """
    parser = _parser()
    links: dict[str, object] = {}
    tokens = parser.parse(source.text, links)
    if any(token.level >= _DEEPEST_NESTING - 1 for token in tokens):
        mend = "write the list with fewer levels"
        raise DraftError(f"has lists nested in more than {_DEEPEST_NESTING // 2} levels", mend=mend, subject=path)
    texts = [_plain(parser.parse(note.text, links)) for note in source.notes]
    notes: dict[str, str] = {}
    for note, text in zip(source.notes, texts, strict=True):
        notes.setdefault(note.label, text)
    found = _walk(tokens, notes, source.text.split("\n"))
    return Parsed([part for block in found for part in (paragraphs(block) if not block.rank else (block,))], texts)


def _plain(tokens: Sequence[Token]) -> str:
    """Give the words on one line, markup left out, square brackets kept."""
    return " ".join(" ".join(_inline(token, {})[0] for token in tokens if token.type == "inline").split())


def _parser() -> MarkdownIt:
    """Give a CommonMark parser in which indentation makes no code, and brackets are links only when they lead somewhere."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST_NESTING}).enable("strikethrough")
    parser.disable(["code", "fence", "blockquote", "html_block", "html_inline", "backticks", "image"])
    parser.validateLink = lambda url: _TARGET.match(url) is not None  # type: ignore[method-assign]
    return parser


def _walk(tokens: Sequence[Token], notes: Mapping[str, str], lines: Sequence[str]) -> Iterator[Block]:
    depth, rank, setext = 0, 0, False
    items: list[tuple[str, int]] = []
    for token in tokens:
        if token.type == "list_item_open":
            depth += 1
            items.append((f"{token.info}{token.markup}" if token.info else token.markup, (token.map or [0])[0] + 1))
        elif token.type == "list_item_close":
            yield from _empty(items, depth)
            items.clear()
            depth -= 1
        elif token.type == "heading_open":
            rank, setext = int(token.tag[1:]), token.markup in {"=", "-"}
        elif token.type == "heading_close":
            rank = 0
        elif token.type == "inline":
            yield from _empty(items[:-1], depth - 1)
            block = _block(token, notes, lines, items[-1][0] if items else None, depth)
            items.clear()
            heads = rank and not depth and not (setext and not is_title(block.raw))
            if block.raw or block.item is not None:
                yield block._replace(rank=rank, depth=0) if heads and block.raw else block


def _empty(items: Sequence[tuple[str, int]], depth: int) -> Iterator[Block]:
    """Give the list items that hold no words of their own, the last of them at `depth`."""
    for number, (item, line) in enumerate(items, start=depth - len(items) + 1):
        yield Block("", line, depth=number, item=item)


def _block(token: Token, notes: Mapping[str, str], lines: Sequence[str], item: str | None, depth: int) -> Block:
    raw, marks, stressed = _inline(token, notes)
    start = (token.map or [0])[0]
    line = lines[start] if start < len(lines) else ""
    if not depth and len(line) - len(line.lstrip()) >= _INDENTED:
        depth = 1
    block = Block(raw, start + 1, marks, depth=depth).cut(0)
    return block._replace(item=item, stress=_stress(raw, stressed))


def _inline(token: Token, notes: Mapping[str, str]) -> tuple[str, tuple[Mark, ...], list[tuple[str, int, int]]]:
    """Give the words of inline tokens, the marks over them, and the spans in bold and italics."""
    out: list[str] = []
    length = 0
    marks: list[Mark] = []
    opened: list[tuple[int, Token]] = []
    stressed: list[tuple[str, int, int]] = []
    for child in token.children or ():
        name, _, side = child.type.rpartition("_")
        if side == "open":
            opened.append((length, child))
        elif side == "close" and opened:
            start, opening = opened.pop()
            note = str(opening.attrGet("href") or "")
            marks.append(Mark(_SPANS[name], start, length, note=note))
            stressed.append((name, start, length))
        else:
            text = "\n" if child.type in {"softbreak", "hardbreak"} else child.content
            for word, anchor in _anchored(text):
                out.append(word)
                length += len(word)
                if anchor:
                    marks.append(Mark("footnote", length, length, label=anchor, note=notes.get(anchor, "")))
    return "".join(out), tuple(marks), stressed


def _anchored(text: str) -> Iterator[tuple[str, str]]:
    """Part a text after each footnote anchor: the words before it and the anchor's label, empty for the rest."""
    start = 0
    for m in _ANCHOR.finditer(text):
        yield text[start : m.start()], m[1]
        start = m.end()
    yield text[start:], ""


def _stress(raw: str, spans: Sequence[tuple[str, int, int]]) -> Literal["", "italic", "bold"]:
    """Say whether one span of bold or italics covers every letter of the block."""
    for name, start, end in spans:
        if name in {"em", "strong"} and not any(c.isalnum() for c in raw[:start] + raw[end:]):
            return "bold" if name == "strong" else "italic"
    return ""
