"""Reading a tree of provisions out of hierarchical XML, by the grammar of its vocabulary."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import partial
from html import unescape
from typing import TYPE_CHECKING, Final

from treatydiff.readers.xml import written
from treatydiff.readers.xml.flow import Flow, Found
from treatydiff.readers.xml.grammar import Role, local_name
from treatydiff.text import akn_profile as profile

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from treatydiff.model import MarkKind, Provision
    from treatydiff.readers.xml.grammar import Grammar

    _Handler = Callable[[etree._Element, str, Found, "_Mode"], None]  # noqa: SLF001  lxml has no other name for the type


class _Mode(Enum):
    OWN = auto()  # children of a provision's element
    NESTED = auto()  # inside a wrapper
    INLINE = auto()  # inside a block of words
    QUOTED = auto()  # inside a quotation or a footnote: everything is words


_OWN, _NESTED, _INLINE, _QUOTED = _Mode


def plain_words(element: etree._Element, grammar: Grammar) -> str:
    """Give all words under an element in order, single spaces between them."""
    return _Tree(grammar).plain(element)


def read_tree(root: etree._Element, grammar: Grammar) -> tuple[Provision, ...]:
    """Read the provisions below `root` with the ids that the file gives them, empty where it gives none.

    Text before the first child provision is the text, text after one the closing text. No word is lost: the words of unknown
    elements stay in the enclosing provision or become one of kind "provision".
    """
    top = Found("", "", None, loose=True)
    _Tree(grammar).walk(root, top, _NESTED)
    return tuple(top.children)


_PROVISIONS: Final = frozenset({Role.LEVEL, Role.ASK})
_EDITORIAL: Final = "editorial"
"""What a publisher's own remarks on the history of a provision are called, whose brackets are not of the draft."""
_SIGN: Final = re.compile(r"\d{1,3}|[A-Za-z]|[^\w\s]{1,3}")
"""What a footnote is called by where it is cited."""
_WORDS_IN_QUOTATIONS: Final = frozenset(
    {Role.LEVEL, Role.NUM, Role.HEADING, Role.CROSSHEADING, Role.PRINT, Role.WRAP, Role.CLOSING, Role.BLOCK}
)


class _Tree:
    """One walk over a file. `_known` holds role, local name and handler by tag, so that each tag is looked at once."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._is_written = grammar.written
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
            Role.EMPHASIS: partial(self._marked, "emphasis"),
            Role.INSERTION: partial(self._marked, "insertion"),
            Role.DELETION: partial(self._marked, "deletion"),
            Role.REFERENCE: self._reference,
            Role.NOTE: self._note,
            Role.NOTE_REF: self._note_ref,
            Role.WRITTEN: self._written,
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
        self.walk(element, found, _QUOTED)
        notes = [mark.note for mark in found.text.marks if mark.kind == "footnote"]
        return " ".join(part for part in (found.text.plain(), *notes) if part)

    def walk(self, element: etree._Element, found: Found, mode: _Mode) -> None:  # noqa: C901, PLR0912  the hot loop: each call saved is seconds
        """Read everything inside `element` into `found`.

        White space that only lays out the markup parts words and is no more than a gap.
        """
        hard = mode is _INLINE
        quoted = mode is _QUOTED
        loose = found.loose and not (hard or quoted)
        known = self._known
        if text := element.text:
            if hard or not text.isspace():
                found.flow.add(text)
            else:
                found.flow.apart = True
            if loose:
                found.flush(element.sourceline)
        for child in element:
            tag = child.tag
            if isinstance(tag, str):
                role, name, handle = known.get(tag) or self._look(tag)
                if quoted and role in _WORDS_IN_QUOTATIONS:
                    self._apart(child, found, mode)
                else:
                    handle(child, name, found, mode)
            elif child.text:
                found.flow.add(unescape(str(child.text)))
            if tail := child.tail:
                if hard or not tail.isspace():
                    found.flow.add(tail)
                else:
                    found.flow.apart = True
            if loose:
                found.flush(child.sourceline)

    def _skip(self, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        pass

    def _ask(self, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        role = self._grammar.ask(child)
        if mode is _QUOTED and role in _WORDS_IN_QUOTATIONS:
            self._apart(child, found, mode)
        else:
            self._handlers[role](child, name, found, mode)

    def _apart(self, child: etree._Element, found: Found, mode: _Mode) -> None:
        found.flow.apart = True
        if self._is_written and written.is_exact(child):
            found.flow.exact = True
        if len(child):
            self.walk(child, found, mode)
        elif text := child.text:
            found.flow.add(text)
        found.flow.apart = True

    def _into(self, flow: Flow, child: etree._Element, found: Found) -> None:
        """Read the words of `child` into a flow of their own."""
        kept, found.flow = found.flow, flow
        self._apart(child, found, _INLINE)
        found.flow = kept

    def _level(self, child: etree._Element, name: str, found: Found, _mode: _Mode) -> None:
        grammar = self._grammar
        below = Found(grammar.kind(child, name), grammar.id(child), child.sourceline, kept=self._is_written)
        if self._is_written:
            below.page = written.number(child, profile.PAGE)
        self.walk(child, below, _OWN)
        self._keep(below, found)

    def _keep(self, below: Found, found: Found) -> None:
        if not self._grammar.emphasis_of_all:
            below.text.drop_style()
        provision = below.provision()
        if provision is not None:
            found.children.append(provision)
            found.close()

    def _num(self, child: etree._Element, _name: str, found: Found, mode: _Mode) -> None:
        if mode is not _OWN:
            self._apart(child, found, _INLINE)
        elif len(child) or found.num is not None or self._is_written:
            if found.num is None:
                found.num = Flow()
            self._into(found.num, child, found)
        elif child.text:
            found.num = Flow()
            found.num.add(child.text)

    def _heading(self, child: etree._Element, _name: str, found: Found, mode: _Mode) -> None:
        if mode is _OWN:
            if found.heading is None:
                found.heading = Flow()
            self._into(found.heading, child, found)
        else:
            self._apart(child, found, _INLINE)

    def _crossheading(self, child: etree._Element, name: str, found: Found, _mode: _Mode) -> None:
        below = Found(self._grammar.kind(child, name), self._grammar.id(child), child.sourceline)
        below.heading = below.flow = Flow()
        self.walk(child, below, _INLINE)
        self._keep(below, found)

    def _print(self, child: etree._Element, name: str, found: Found, _mode: _Mode) -> None:
        below = Found(name, self._grammar.id(child) or name, child.sourceline)
        if self._is_written:
            below.page = written.number(child, profile.PAGE)
            below.num = Flow()
            self._into(below.num, child, below)
        elif words := self.plain(child):
            below.num = Flow()
            below.num.add(words)
        if below.num is not None and below.num.pieces:
            provision = below.provision()
            if provision is not None:
                found.children.append(provision)

    def _wrap(self, child: etree._Element, _name: str, found: Found, mode: _Mode) -> None:
        found.flow.apart = True
        self.walk(child, found, mode if mode is _INLINE else _NESTED)
        found.flow.apart = True

    def _closing(self, child: etree._Element, _name: str, found: Found, _mode: _Mode) -> None:
        found.close()
        self._apart(child, found, _NESTED if self._is_written else _INLINE)

    def _block(self, child: etree._Element, _name: str, found: Found, _mode: _Mode) -> None:
        self._apart(child, found, _INLINE)

    def _inline(self, child: etree._Element, _name: str, found: Found, mode: _Mode) -> None:
        if mode is _INLINE or mode is _QUOTED:
            self.walk(child, found, mode)
        else:
            self._apart(child, found, _INLINE)

    def _quoted_block(self, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        if mode is not _QUOTED and self._stands_below(child, found.id):
            self._apart(child, found, _NESTED)
            return
        found.flow.apart = True
        self._quoted_words(child, name, found, mode)
        found.flow.apart = True

    def _stands_below(self, quotation: etree._Element, id_: str) -> bool:
        """Whether the ids of what is quoted name the quoting provision, so that they are provisions of this draft."""
        return bool(id_) and any(
            isinstance(child.tag, str)
            and self._grammar.roles.get(local_name(child.tag)) in _PROVISIONS
            and self._grammar.id(child).startswith(f"{id_}__")
            for child in quotation
        )

    def _quoted_words(self, child: etree._Element, _name: str, found: Found, _mode: _Mode) -> None:
        if opening := child.get("startQuote"):
            found.flow.add(opening)
        self.walk(child, found, _QUOTED)
        if closing := child.get("endQuote"):
            found.flow.add(closing)

    def _marked(self, kind: MarkKind, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        flow, start = found.flow, found.flow.size
        self._inline(child, name, found, mode)
        flow.mark(kind, start, label=(child.get("title") or "") if kind != "emphasis" else "")

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

    def _written(self, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        """Read a mark of our own profile, which an outer one comes before."""
        kind = "footnote" if name == "authorialNote" else written.mark_kind(child, name)
        if kind is None:
            self._inline(child, name, found, mode)
            return
        flow, place = found.flow, len(found.flow.marks)
        opening = written.mark(child, kind, flow.size)
        flow.marks.append(opening)
        if name == "authorialNote":
            flow.marks[place] = opening._replace(label=child.get("marker") or "", note=self.plain(child))
        else:
            self._inline(child, name, found, mode)
            flow.marks[place] = opening._replace(end=flow.size)
        if flow.exact and (tag := written.tag(child)):
            flow.tag(place, tag)

    def _note_ref(self, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        """Mark an anchor; the schema has no place for words in it, so what is more than its sign is read as words."""
        target, marker = child.get("href") or "", child.get("marker") or ""
        words = "" if len(child) else (child.text or "").strip()
        if not marker and _SIGN.fullmatch(words):
            marker = words
        elif words != marker or len(child):
            self._inline(child, name, found, mode)
        note = self._grammar.notes.get(target.removeprefix("#"), target)
        found.flow.mark("footnote", found.flow.size, label=marker, note=note)

    def _remark(self, child: etree._Element, name: str, found: Found, mode: _Mode) -> None:
        if mode is _QUOTED:
            self._inline(child, name, found, mode)
            return
        words = self.plain(child)
        if child.get("status") == _EDITORIAL:
            words = words.removeprefix("[").removesuffix("]")
        if words.startswith(("[", "(")):
            self._inline(child, name, found, mode)
        elif words:
            found.flow.mark("status", found.flow.size, label=words)

    def _space(self, child: etree._Element, _name: str, found: Found, mode: _Mode) -> None:
        self._apart(child, found, mode)
