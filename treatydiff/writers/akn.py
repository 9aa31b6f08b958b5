"""A document as Akoma Ntoso 3.0 (OASIS LegalDocML), valid against its schema."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from treatydiff.errors import OutputError
from treatydiff.model import Metadata
from treatydiff.text import akn_profile as profile
from treatydiff.text.eid import with_ids
from treatydiff.writers.akn_marks import heading_run, runs
from treatydiff.writers.akn_meta import add_meta, add_notes, add_references
from treatydiff.writers.akn_words import NAMESPACE, add, add_plain, add_run, writable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Document, Provision
    from treatydiff.writers.writer import Layout

_LEVELS: Final = (
    "alinea article book chapter clause division indent level paragraph part point proviso rule section subchapter subclause"
    " subdivision subparagraph subpart subrule subsection subtitle title tome transitional"
)
_LEVEL_NAMES: Final = frozenset(_LEVELS.split())
_IN_A_LIST: Final = frozenset({"point", "indent"})
_ATTACHED: Final = frozenset({"annex", "appendix", "attachment", "schedule"})
_WORDS: Final = frozenset(f"{{{NAMESPACE}}}{name}" for name in ("p", "num", "heading"))
_WHITE_SPACE: Final = re.compile(r"\s+")
_DEEPEST: Final = 240
"""Elements inside elements that the reader takes."""
_TOO_DEEP: Final = etree.XPath("/*" * (_DEEPEST + 1))
_DEEPEST_LIST: Final = 20


def write_document(document: Document, layout: Layout) -> bytes:
    """Write the document as a statement named "convention", indented, in UTF-8.

    Levels without an element of their own become `hcontainer` with their kind as name. A preface, a preamble, conclusions and
    annexes get their own elements where they stand in the order of the schema and hold nothing that it has no place for.
    Reading the result gives an equal document, save for its lines and warnings and for the path, format and digest of its file
    (docs/design.md, "Our profile of Akoma Ntoso").

    Raises:
        OutputError: provisions are nested so deeply that the result could not be read.

    """
    del layout
    root = new_root()
    provisions = with_ids(document.provisions)
    writing = Writing(provisions)
    statement = add(root, "statement", name="convention", contains="originalVersion")
    add_meta(statement, document.metadata, author=writing.author)
    add_references(statement, author=writing.author)
    add_notes(
        statement, ((writing.unique(f"note_{n}"), note) for n, note in enumerate(document.notes, 1)), author=writing.author
    )
    writing.write(statement, provisions)
    return finished(root)


def new_root() -> etree._Element:
    """Give the root element of a file that follows our profile."""
    return etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE, profile.PREFIX: profile.NAMESPACE})


def finished(root: etree._Element) -> bytes:
    """Give a whole file, indented, in UTF-8.

    Raises:
        OutputError: elements are nested so deeply that the result could not be read.

    """
    if _TOO_DEEP(root.getroottree()):
        raise OutputError("provisions are nested too deeply for Akoma Ntoso", mend=f"keep to {_DEEPEST} elements in all")
    _indent(root, "\n")
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


class Writing:
    """The ids of one file: each provision's as it can be written, and those of the elements around provisions."""

    def __init__(self, provisions: Iterable[Provision]) -> None:
        self._taken: set[str] = set()
        self._ids = {p.id: self.unique(p.id) for provision in provisions for p in provision.walk()}
        self.author = self.unique("treatydiff")

    def eid(self, provision: str) -> str:
        """Give the `eId` of the provision with this id."""
        return self._ids[provision]

    def unique(self, wanted: str) -> str:
        """Give an id without white space that no other element has."""
        stem = _WHITE_SPACE.sub("-", writable(wanted)) or "provision"
        found, place = stem, 1
        while found in self._taken:
            place += 1
            found = f"{stem}_{place}"
        self._taken.add(found)
        return found

    def write(self, statement: etree._Element, provisions: tuple[Provision, ...]) -> None:
        """Deal the provisions out to the parts of the statement, in their order."""
        rest = list(provisions)
        if rest and _is_cover(rest[0]):
            cover = rest.pop(0)
            add_plain(self._element(statement, "coverPage", cover), "p", cover.num)
        if rest and rest[0].kind == "preface" and _is_block(rest[0]):
            self._block(statement, "preface", rest.pop(0))
        if rest and rest[0].kind == "preamble" and _is_preamble(rest[0]):
            self._preamble(statement, rest.pop(0))
        attached = _attached(rest)
        conclusions = rest.pop() if rest and rest[-1].kind == "conclusions" and _is_block(rest[-1]) else None
        body = add(statement, "mainBody")
        self.levels(body, rest)
        if not len(body):
            add(body, "p")
        if conclusions is not None:
            self._block(statement, "conclusions", conclusions)
        if attached:
            self._attachments(statement, attached)

    def _element(self, parent: etree._Element, name: str, provision: Provision, /, **attributes: str) -> etree._Element:
        own = self._ids[provision.id]
        element = add(parent, name, eId=own, **attributes)
        if own != provision.id:
            element.set(profile.ID, writable(provision.id))
        if provision.page is not None:
            element.set(profile.PAGE, str(provision.page))
        return element

    def _block(self, parent: etree._Element, name: str, provision: Provision, /, **attributes: str) -> None:
        written = runs(provision)
        add_run(self._element(parent, name, provision, **attributes), "p", written.text, exact=written.exact)

    def _preamble(self, statement: etree._Element, preamble: Provision) -> None:
        element = self._element(statement, "preamble", preamble)
        written = runs(preamble)
        if preamble.text or written.text.pieces:
            add_run(element, "p", written.text, exact=written.exact)
        recitals: etree._Element | None = None
        for child in preamble.children:
            if child.kind == "formula":
                recitals = None
                self._block(element, "formula", child, name="formula")
            else:
                if recitals is None:
                    recitals = add(element, "recitals", eId=self.unique("recs_1"))
                recital = self._element(recitals, "recital", child)
                _number_and_heading(recital, child)
                words = runs(child)
                add_run(recital, "p", words.text, exact=words.exact)
        if preamble.closing:
            add_run(element, "p", written.closing, exact=written.exact)

    def _attachments(self, statement: etree._Element, attached: list[Provision]) -> None:
        parent = add(statement, "attachments")
        for provision in attached:
            attachment = self._element(parent, "attachment", provision)
            _number_and_heading(attachment, provision)
            document = add(attachment, "doc", name=provision.kind)
            add_meta(document, Metadata(), author=self.author, component=provision.id)
            body = add(document, "mainBody")
            written = runs(provision)
            add_run(body, "p", written.text, exact=written.exact)
            self.levels(body, provision.children)
            if provision.closing:
                add_run(body, "p", written.closing, exact=written.exact)

    def levels(self, parent: etree._Element, provisions: Iterable[Provision], depth: int = 0) -> None:
        """Write provisions as elements of the hierarchy below `parent`."""
        for provision in provisions:
            if provision.kind in _LEVEL_NAMES:
                element = self._element(parent, provision.kind, provision)
            else:
                element = self._element(parent, "hcontainer", provision, name=provision.kind or "provision")
            _number_and_heading(element, provision)
            self._content(element, provision, depth + 1)

    def _content(self, element: etree._Element, provision: Provision, depth: int) -> None:
        """Write words and children; points stand in a list element, which the schema allows to leave out, but far down."""
        written = runs(provision)
        has_text = bool(provision.text or written.text.pieces)
        if not (provision.children or provision.closing):
            if has_text:
                add_run(add(element, "content"), "p", written.text, exact=written.exact)
            return
        children = provision.children
        if children and depth <= _DEEPEST_LIST and all(child.kind in _IN_A_LIST for child in children):
            element = add(element, "list", eId=self.unique(f"{self._ids[provision.id]}__list_1"))
        if has_text:
            add_run(add(element, "intro"), "p", written.text, exact=written.exact)
        self.levels(element, children, depth)
        if provision.closing:
            add_run(add(element, "wrapUp"), "p", written.closing, exact=written.exact)


def _number_and_heading(element: etree._Element, provision: Provision) -> None:
    if provision.num:
        add_plain(element, "num", provision.num)
    if provision.heading or provision.heading_marks:
        written = heading_run(provision)
        add_run(element, "heading", written.text, exact=written.exact)


def _is_cover(provision: Provision) -> bool:
    return (
        provision.kind == "coverPage"
        and bool(provision.num)
        and not (provision.words or provision.heading or provision.children)
    )


def _is_block(provision: Provision) -> bool:
    """Whether there is nothing but one run of words."""
    return not (provision.num or provision.heading or provision.heading_marks or provision.closing or provision.children)


def _is_preamble(provision: Provision) -> bool:
    """Whether a preamble holds only what the schema's has a place for: words, formulas and recitals without levels in them."""
    if provision.num or provision.heading or provision.heading_marks or not (provision.children or provision.text):
        return False
    if provision.closing and not provision.children:
        return False
    return all(
        _is_block(child) if child.kind == "formula" else child.kind == "recital" and not (child.closing or child.children)
        for child in provision.children
    )


def _attached(provisions: list[Provision]) -> list[Provision]:
    """Take the annexes off the end of the list, save one with flush text after nothing, for which there is no element."""
    start = len(provisions)
    while (
        start
        and provisions[start - 1].kind in _ATTACHED
        and (provisions[start - 1].children or not provisions[start - 1].closing)
    ):
        start -= 1
    taken = provisions[start:]
    del provisions[start:]
    return taken


def _indent(element: etree._Element, line: str) -> None:
    """Lay the elements out on lines of their own, down to those that hold words, where white space would be words."""
    if element.tag in _WORDS or not len(element):
        return
    element.text = f"{line}  "
    for child in element:
        _indent(child, f"{line}  ")
        child.tail = f"{line}  "
    element[-1].tail = line
