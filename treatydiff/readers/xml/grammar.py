"""What the elements of an XML vocabulary are to the words of a draft."""

from __future__ import annotations

from enum import Enum, auto
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml import etree


class Role(Enum):
    """What an element is to the words of a draft."""

    SKIP = auto()  # no words of the draft
    LEVEL = auto()  # a provision
    NUM = auto()
    HEADING = auto()
    CROSSHEADING = auto()  # a provision that is nothing but a heading
    PRINT = auto()  # cover, running line, contents: says which print this is, kept as the number of a provision without words
    WRAP = auto()  # markup around provisions or blocks
    CLOSING = auto()  # flush text after a list
    BLOCK = auto()  # a block of words
    INLINE = auto()  # words inside words
    QUOTED_BLOCK = auto()  # amending text with provisions of its own
    QUOTED_WORDS = auto()
    EMPHASIS = auto()
    INSERTION = auto()
    DELETION = auto()
    REFERENCE = auto()
    NOTE = auto()  # a footnote at its anchor
    NOTE_REF = auto()  # the anchor of a footnote that stands elsewhere
    WRITTEN = auto()  # a mark of our own profile
    REMARK = auto()  # an editor's remark, a status unless its brackets are written out
    SPACE = auto()  # a line break
    ASK = auto()  # depends on the element: the grammar decides


class Grammar(NamedTuple):
    """What the elements of one XML vocabulary are, by local name; an element without a role is words inside words.

    `kind` and `id` give a provision's kind and id from its element. `ask` decides for the elements whose role is `ASK`.
    `terms` are the words that empty references stand for and `notes` the footnotes that stand apart, both by id.
    `emphasis_of_all` says whether emphasis over all words of a provision is kept; in some vocabularies it is mere style.
    `written` says that this project wrote the file, by its own profile.
    """

    roles: Mapping[str, Role]
    kind: Callable[[etree._Element, str], str]
    id: Callable[[etree._Element], str]
    ask: Callable[[etree._Element], Role]
    terms: Mapping[str, str] = MappingProxyType({})
    notes: Mapping[str, str] = MappingProxyType({})
    emphasis_of_all: bool = True
    written: bool = False


def local_name(tag: str) -> str:
    """Give the name of an element without its namespace."""
    return tag.rpartition("}")[2]
