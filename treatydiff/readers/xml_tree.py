"""Reading a tree of provisions out of hierarchical XML, by a grammar that says what each element is."""

from __future__ import annotations

from dataclasses import dataclass, field
from collections.abc import Callable, Mapping
from enum import Enum, auto
from html import unescape
from typing import TYPE_CHECKING, Final

from treatydiff.readers.xml_flow import Flow, Found

if TYPE_CHECKING:
    from lxml import etree

    from treatydiff.model import Provision


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
    REMARK = auto()  # an editor's remark, a status unless its brackets are written out
    SPACE = auto()  # a line break
    ASK = auto()  # depends on the element: the grammar decides


class _Mode(Enum):
    OWN = auto()  # children of a provision's element
    NESTED = auto()  # inside a wrapper
    INLINE = auto()  # inside a block of words
    QUOTED = auto()  # inside a quotation or a footnote: everything is words


@dataclass(frozen=True, slots=True)
class Grammar:
    """What the elements of one XML vocabulary are, by local name; an element without a role is words inside words.

    `kind` and `id` give a provision's kind and id from its element. `ask` decides for the elements whose role is `ASK`.
    `terms` are the words that empty references stand for and `notes` the footnotes that stand apart, both by id.
    `emphasis_of_all` says whether emphasis over all words of a provision is kept; in some vocabularies it is mere style.
    """

    roles: Mapping[str, Role]
    kind: Callable[[etree._Element, str], str]
    id: Callable[[etree._Element], str]
    ask: Callable[[etree._Element], Role]
    terms: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    emphasis_of_all: bool = True


def local_name(tag: str) -> str:
    """Give the name of an element without its namespace."""
    return tag.rpartition("}")[2]


def plain_words(element: etree._Element, grammar: Grammar) -> str:
    """Give all words under an element in order, single spaces between them."""
    return _Tree(grammar).plain(element)


def read_tree(root: etree._Element, grammar: Grammar) -> tuple[Provision, ...]:
    """Read the provisions below `root` with the ids that the file gives them, empty where it gives none.

    Text before the first child provision is the text, text after one the closing text. No word is lost: the words of unknown
    elements stay in the enclosing provision or become one of kind "provision".
    """
    top = Found("", "", None, loose=True)
    _Tree(grammar).walk(root, top, _Mode.NESTED)
    return tuple(top.children)


_STRUCTURAL: Final = frozenset({_Mode.OWN, _Mode.NESTED})
_WORDS_IN_QUOTATIONS: Final = frozenset(
    {Role.LEVEL, Role.NUM, Role.HEADING, Role.CROSSHEADING, Role.PRINT, Role.WRAP, Role.CLOSING, Role.BLOCK}
)


_Handler = Callable[["etree._Element", str, Found, _Mode], None]


class _Tree:
    """One walk over a file. `_known` holds role, local name and handler by tag, so that each tag is looked at once."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._known: dict[str, tuple[Role, str, _Handler]] = {}
        self._handlers: dict[Role, _Handler] = {
            Role.SKIP: self._skip,
            Role.ASK: self._ask,
            Role.LEVEL: self._level,
            Role.NUM: self._num,
            Role.HEADING: self._heading,
            Role.CROSSHEADING: self._crossheading,
            Role.PRINT: self._print,
            Role.WRAP: self._wrap,
            Role.CLOSING: self._closing,
            Role.BLOCK: self._block,
            Role.INLINE: self._inline,
            Role.QUOTED_BLOCK: self._quoted_block,
            Role.QUOTED_WORDS: self._quoted_words,
            Role.EMPHASIS: self._emphasis,
            Role.INSERTION: self._insertion,
            Role.DELETION: self._deletion,
            Role.REFERENCE: self._reference,
            Role.NOTE: self._note,
            Role.NOTE_REF: self._note_ref,
            Role.REMARK: self._remark,
            Role.SPACE: self._space,
        }

    def _look(self, tag: str) -> tuple[Role, str, _Handler]:
        name = local_name(tag)
        role = self._grammar.roles.get(name, Role.INLINE)
        found = self._known[tag] = (role, name, self._handlers[role])
        return found

    def plain(self, element: etree._Element) -> str:
        found = Found("", "", None)
        self.walk(element, found, _Mode.QUOTED)
        notes = [mark.note for mark in found.text.marks if mark.kind == "footnote"]
        return " ".join(part for part in (found.text.plain(), *notes) if part)

    def walk(self, element: etree._Element, found: Found, mode: _Mode) -> None:
        """Read everything inside `element` into `found`."""
        hard = mode is _Mode.INLINE
        loose = found.loose and mode in _STRUCTURAL
        known = self._known
        if text := element.text:
            _add(found, text, hard=hard)
            if loose:
                found.flush(element.sourceline)
        for child in element:
            tag = child.tag
            if isinstance(tag, str):
                role, name, handle = known.get(tag) or self._look(tag)
                if mode is _Mode.QUOTED and role in _WORDS_IN_QUOTATIONS:
                    self._apart(child, found, mode)
                else:
                    handle(child, name, found, mode)
            elif child.text:
                found.flow.add(unescape(str(child.text)))
            if tail := child.tail:
                _add(found, tail, hard=hard)
            if loose:
                found.flush(child.sourceline)

    def _skip(self, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        pass

    def _ask(self, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        role = self._grammar.ask(child)
        if mode is _Mode.QUOTED and role in _WORDS_IN_QUOTATIONS:
            self._apart(child, found, mode)
        else:
            self._handlers[role](child, name, found, mode)

    def _apart(self, child: etree._Element, found: Found, mode: _Mode) -> None:
        found.flow.gap()
        if len(child):
            self.walk(child, found, mode)
        elif text := child.text:
            found.flow.add(text)
        found.flow.gap()

    def _into(self, flow: Flow, child: etree._Element, found: Found) -> None:
        """Read the words of `child` into a flow of their own."""
        kept, found.flow = found.flow, flow
        self._apart(child, found, _Mode.INLINE)
        found.flow = kept

    def _level(self, child: etree._Element, name: str, found: Found, _mode: _Mode) -> None:
        grammar = self._grammar
        below = Found(grammar.kind(child, name), grammar.id(child), child.sourceline)
        self.walk(child, below, _Mode.OWN)
        self._keep(below, found)

    def _keep(self, below: Found, found: Found) -> None:
        if not self._grammar.emphasis_of_all:
            below.text.marks = [
                mark for mark in below.text.marks if mark.kind != "emphasis" or not _is_all(mark.start, mark.end, below.text)
            ]
        provision = below.provision()
        if provision is not None:
            found.children.append(provision)
            found.close()

    def _num(self, child: etree._Element, _name: str, found: Found, mode: _Mode) -> None:
        if mode is not _Mode.OWN:
            self._apart(child, found, _Mode.INLINE)
        elif len(child) or found.num.pieces:
            self._into(found.num, child, found)
        elif child.text:
            found.num.add(child.text)

    def _heading(self, child: etree._Element, _name: str, found: Found, mode: _Mode) -> None:
        if mode is _Mode.OWN:
            if found.heading is None:
                found.heading = Flow()
            self._into(found.heading, child, found)
        else:
            self._apart(child, found, _Mode.INLINE)

    def _crossheading(self, child: etree._Element, name: str, found: Found, _mode: _Mode) -> None:
        below = Found(self._grammar.kind(child, name), self._grammar.id(child), child.sourceline)
        below.heading = below.flow = Flow()
        self.walk(child, below, _Mode.INLINE)
        self._keep(below, found)

    def _print(self, child: etree._Element, name: str, found: Found, _mode: _Mode) -> None:
        below = Found(name, self._grammar.id(child) or name, child.sourceline)
        if words := self.plain(child):
            below.num.add(words)
            provision = below.provision()
            if provision is not None:
                found.children.append(provision)

    def _wrap(self, child: etree._Element, _name: str, found: Found, mode: _Mode) -> None:
        self._apart(child, found, mode if mode is _Mode.INLINE else _Mode.NESTED)

    def _closing(self, child: etree._Element, _name: str, found: Found, _mode: _Mode) -> None:
        found.close()
        self._apart(child, found, _Mode.INLINE)

    def _block(self, child: etree._Element, _name: str, found: Found, _mode: _Mode) -> None:
        self._apart(child, found, _Mode.INLINE)

    def _inline(self, child: etree._Element, _name: str, found: Found, mode: _Mode) -> None:
        if mode in _STRUCTURAL:
            self._apart(child, found, _Mode.INLINE)
        else:
            self.walk(child, found, mode)

    def _quoted_block(self, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        if mode is not _Mode.QUOTED and self._stands_below(child, found.id):
            self._apart(child, found, _Mode.NESTED)
            return
        found.flow.gap()
        self._quoted_words(child, name, found, mode)
        found.flow.gap()

    def _stands_below(self, quotation: etree._Element, id_: str) -> bool:
        """Whether the ids of what is quoted name the quoting provision, so that they are provisions of this draft."""
        return bool(id_) and any(
            isinstance(child.tag, str)
            and self._grammar.roles.get(local_name(child.tag)) is Role.LEVEL
            and self._grammar.id(child).startswith(f"{id_}__")
            for child in quotation
        )

    def _quoted_words(self, child: etree._Element, _name: str, found: Found, _mode: _Mode) -> None:
        if opening := child.get("startQuote"):
            found.flow.add(opening)
        self.walk(child, found, _Mode.QUOTED)
        if closing := child.get("endQuote"):
            found.flow.add(closing)

    def _emphasis(self, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        flow, start = found.flow, found.flow.size
        self._inline(child, name, found, mode)
        flow.mark("emphasis", start)

    def _insertion(self, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        flow, start = found.flow, found.flow.size
        self._inline(child, name, found, mode)
        flow.mark("insertion", start)

    def _deletion(self, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        flow, start = found.flow, found.flow.size
        self._inline(child, name, found, mode)
        flow.mark("deletion", start)

    def _reference(self, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        flow, start = found.flow, found.flow.size
        target = child.get("href") or ""
        if not len(child) and not child.text:
            if words := self._grammar.terms.get(target.removeprefix("#")):
                flow.add(words)
            return
        self._inline(child, name, found, mode)
        flow.mark("reference", start, note=target)

    def _note(self, child: etree._Element, _name: str, found: Found, _mode: _Mode) -> None:
        found.flow.mark("footnote", found.flow.size, label=child.get("marker") or "", note=self.plain(child))

    def _note_ref(self, child: etree._Element, _name: str, found: Found, _mode: _Mode) -> None:
        target = child.get("href") or ""
        note = self._grammar.notes.get(target.removeprefix("#"), target)
        found.flow.mark("footnote", found.flow.size, label=child.get("marker") or "", note=note)

    def _remark(self, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        words = self.plain(child)
        if mode is _Mode.QUOTED or words.startswith(("[", "(")):
            self._inline(child, name, found, mode)
        elif words:
            found.flow.mark("status", found.flow.size, label=words)

    def _space(self, child: etree._Element, _name: str, found: Found, mode: _Mode) -> None:
        self._apart(child, found, mode)


def _add(found: Found, text: str, *, hard: bool) -> None:
    """Add text of the file; white space that only lays out the markup parts words and is no more than a gap."""
    if text.isspace() and not hard:
        found.flow.gap()
    else:
        found.flow.add(text)


def _is_all(start: int, end: int, flow: Flow) -> bool:
    words = "".join(flow.pieces)
    return not words[:start].strip() and not words[end:].strip()
