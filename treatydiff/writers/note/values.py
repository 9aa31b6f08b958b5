"""What a note is made of: headings, numbered paragraphs with their items, a table."""

from __future__ import annotations

from typing import Literal, NamedTuple

BlockKind = Literal["title", "subtitle", "part", "chapter", "article", "numbered", "item"]

_LETTERS = 26


class Block(NamedTuple):
    """A heading or a paragraph. `lead` are first words that are set off; `number` is "1." or "(a)", empty for none."""

    kind: BlockKind
    text: str
    lead: str = ""
    number: str = ""


class Table(NamedTuple):
    """A table of plain text; every row has as many cells as the head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def heading(kind: Literal["title", "subtitle", "part", "chapter", "article"], text: str) -> Block:
    """Give a heading."""
    return Block(kind, text)


def numbered(text: str, lead: str = "") -> Block:
    """Give a paragraph that is to bear the next number."""
    return Block("numbered", text, lead)


def item(place: int, text: str, lead: str = "") -> Block:
    """Give an item of the paragraph before it, lettered by its place from 0: after (z) comes (aa)."""
    letter = chr(ord("a") + place % _LETTERS) * (place // _LETTERS + 1)
    return Block("item", text, lead, f"({letter})")
