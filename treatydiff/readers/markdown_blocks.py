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
from treatydiff.readers.outline.stress import lead, stress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from treatydiff.model import MarkKind
    from treatydiff.readers.markdown_source import Source
    from treatydiff.readers.outline.stress import Stressed

    _Words = tuple[str, tuple[Mark, ...], list[Stressed]]

_DEEPEST_NESTING = 60
_ANCHOR = re.compile(r"\[\^([^\]\s]{1,40})\]")
_TARGET = re.compile(
    r"(?:[a-z][a-z0-9+.-]{1,20}://|(?:mailto|tel|urn|doi):|\.{0,2}/|[#?])\S"
    r"|(?:[\w%~-]{1,80}[./]){0,20}[\w%~-]{1,80}\.[a-z][a-z0-9]{1,9}(?:[/?#]|$)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
_STRAY = re.compile(r"(\*{1,3})(?=[^\s*])")
_SPANS: Mapping[str, MarkKind] = {"em": "emphasis", "strong": "emphasis", "s": "deletion", "link": "reference"}
_STRESS: Mapping[str, Literal["bold", "italic"]] = {"em": "italic", "strong": "bold"}
_WITH_WORDS = frozenset({"inline", "definition"})
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
    in_notes = [parser.parse(note.text, links) for note in source.notes]
    tokens = _without_used_definitions(tokens, {label for part in (tokens, *in_notes) for label in _labels(part)})
    texts = [_plain(part, note.text.split("\n")) for part, note in zip(in_notes, source.notes, strict=True)]
    notes: dict[str, str] = {}
    for note, text in zip(source.notes, texts, strict=True):
        notes.setdefault(note.label, text)
    found = _walk(tokens, notes, source.text.split("\n"))
    return Parsed([part for block in found for part in (paragraphs(block) if not block.rank else (block,))], texts)


def _labels(tokens: Iterable[Token]) -> Iterator[str]:
    """Give the labels under which links refer to definitions."""
    for token in tokens:
        for child in token.children or ():
            if "label" in child.meta:
                yield child.meta["label"]


def _without_used_definitions(tokens: Iterable[Token], used: set[str]) -> list[Token]:
    """Leave out the definition of each label that a link refers to, whose target is kept with the link.

    One that nothing refers to, or a second one, is words, unless it gives nothing but a whole address ("http://...").
    """
    kept: list[Token] = []
    unmet = set(used)
    for token in tokens:
        if token.type != "definition":
            kept.append(token)
        elif token.meta["id"] in unmet:
            unmet.remove(token.meta["id"])
        elif token.meta["title"] or not _ADDRESS.match(token.meta["url"]):
            kept.append(token)
    return kept


def _plain(tokens: Sequence[Token], lines: Sequence[str]) -> str:
    """Give the words on one line, markup left out, square brackets kept."""
    found = [_words(token, {}, lines)[0] for token in tokens if token.type in _WITH_WORDS]
    return " ".join(" ".join(found).split())


def _parser() -> MarkdownIt:
    """Give a CommonMark parser in which indentation makes no code, and brackets are links only when they lead somewhere."""
    options = {"maxNesting": _DEEPEST_NESTING, "inline_definitions": True, "store_labels": True}
    parser = MarkdownIt("commonmark", options).enable("strikethrough")
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
        elif token.type in _WITH_WORDS:
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
    raw, marks, stressed = _without_stray(token.content, *_words(token, notes, lines))
    start = (token.map or [0])[0]
    line = lines[start] if start < len(lines) else ""
    if not depth and len(line) - len(line.lstrip()) >= _INDENTED:
        depth = 1
    block = Block(raw, start + 1, marks, depth=depth, item=item, stress=stress(raw, stressed), lead=lead(raw, stressed))
    return block if raw == raw.strip() else block.cut(0)._replace(item=item)


def _without_stray(source: str, raw: str, marks: tuple[Mark, ...], stressed: list[Stressed]) -> _Words:
    """Leave out the asterisks at the head of a block that open emphasis and that the parser found no partner for.

    Those that were meant to close it, but stand after a space at the end of the block or directly before a word, go with them.
    """
    opening = _STRAY.match(raw) if source.startswith("*") else None
    if opening is None:
        return raw, marks, stressed
    stars = re.escape(opening[1])
    closing = re.compile(rf"(?<=\s){stars}\s*$|(?<=[^\w\s*]){stars}(?=\w)").search(raw, opening.end())
    length = opening.end()
    first = closing.start() if closing else len(raw)
    last = first + length if closing else first

    def moved(place: int) -> int:
        return max(0, min(place, first) - length) + max(0, place - last)

    marks = tuple(mark._replace(start=moved(mark.start), end=moved(mark.end)) for mark in marks)
    return raw[length:first] + raw[last:], marks, [(name, moved(start), moved(end)) for name, start, end in stressed]


def _words(token: Token, notes: Mapping[str, str], lines: Sequence[str]) -> _Words:
    """Give the words of inline tokens as `_inline` does, those of a definition as they stand in the source."""
    if token.type == "inline":
        return _inline(token, notes)
    start, end = token.map or [0, 0]
    raw = "\n".join(lines[start:end])
    return raw[raw.find("[") :], (), []


def _inline(token: Token, notes: Mapping[str, str]) -> _Words:
    """Give the words of inline tokens, the marks over them, and the spans in bold and italics; a link's title is a footnote."""
    out: list[str] = []
    length = 0
    marks: list[Mark] = []
    opened: list[tuple[int, Token]] = []
    stressed: list[Stressed] = []
    for child in token.children or ():
        name, _, side = child.type.rpartition("_")
        if side == "open":
            opened.append((length, child))
        elif side == "close" and opened:
            start, opening = opened.pop()
            note = str(opening.attrGet("href") or "")
            marks.append(Mark(_SPANS[name], start, length, note=note))
            if title := opening.attrGet("title"):
                marks.append(Mark("footnote", length, length, note=" ".join(str(title).split())))
            if name in _STRESS:
                stressed.append((_STRESS[name], start, length))
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
