"""Amendments as Akoma Ntoso: each a `mod` in words, with what it does in `analysis` as a `textualMod`.

The draft that they amend is attached, so that a program can find the provisions of another one by comparing the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.amendments.sentences import Quoted, sentence
from treatydiff.model import Metadata, Place
from treatydiff.text import akn_profile as profile
from treatydiff.text.eid import with_ids
from treatydiff.writers.akn import Writing, finished, new_root
from treatydiff.writers.akn_meta import add_meta, add_references
from treatydiff.writers.akn_words import add, add_plain, address, writable
from treatydiff.writers.amendments.outline import outline

if TYPE_CHECKING:
    from lxml import etree

    from treatydiff.model import Amendment, AmendmentKind, Beside, Comparison, Provision
    from treatydiff.writers.amendments.outline import Entry, Outline
    from treatydiff.writers.writer import Layout

_TYPES: Final[dict[AmendmentKind, str]] = {
    "words": "substitution",
    "text": "replacement",
    "title": "substitution",
    "number": "renumbering",
    "move": "insertion",
    "insert": "insertion",
    "delete": "repeal",
}
_POSITIONS: Final[dict[Beside, str]] = {"before": "before", "after": "after", "first": "start", "last": "end"}


def write_comparison(comparison: Comparison, layout: Layout) -> bytes:
    """Write the amendments that make the old draft into the new one as an `amendment` of Akoma Ntoso 3.0.

    The old draft is its attachment. What was renumbered or moved stands in `mappings` with its old and its new id.

    Raises:
        OutputError: provisions are nested so deeply that the result could not be read.

    """
    return _File(outline(comparison), itu=layout.itu_labels).written()


class _File:
    """One file while it is written: what is numbered, and where the parts of its metadata go."""

    def __init__(self, listed: Outline, *, itu: bool) -> None:
        self._listed = listed
        self._itu = itu
        self._base = with_ids(listed.base.document.provisions)
        self._writing = Writing(self._base)
        self._draft = self._writing.unique("draft")
        self._new: dict[str, str] = {}

    def written(self) -> bytes:
        root = new_root()
        amendment = add(root, "amendment", name="amendments")
        author = self._writing.author
        document = self._listed.base.document
        title = f"Amendments to {document.metadata.title}" if document.metadata.title else "Amendments"
        add_meta(amendment, Metadata(title, language=document.metadata.language), author=author, kind="amendment/amendments")
        analysis = add(amendment[0], "analysis", source=f"#{author}")
        add_references(amendment, author=author)
        body = add(amendment, "amendmentBody")
        self._write_body(body, analysis)
        attachment = add(add(amendment, "attachments"), "attachment", eId=self._draft)
        statement = add(attachment, "statement", name="convention", contains="originalVersion")
        add_meta(statement, document.metadata, author=author)
        self._writing.write(statement, self._base)
        return finished(root)

    def _write_body(self, body: etree._Element, analysis: etree._Element) -> None:
        active = add(analysis, "activeModifications")
        for section in self._listed.sections:
            if section.entries:
                add_plain(add(body, "amendmentHeading"), "p", section.heading)
                content = add(body, "amendmentContent")
                for entry in section.entries:
                    self._write_entry(content, active, entry)
        if not len(active):
            analysis.remove(active)
            add_plain(add(body, "amendmentContent"), "p", "The two drafts are the same: there is nothing to amend.")
        self._write_mappings(analysis)

    def _write_mappings(self, analysis: etree._Element) -> None:
        ids = [(old, new) for old, new in self._listed.amendments.ids if old in self._listed.base.nodes]
        if ids:
            mappings = add(analysis, "mappings", source=f"#{self._writing.author}")
            for n, (old, new) in enumerate(ids, 1):
                current = "-".join(writable(new).split())
                own = self._writing.unique(f"mapping_{n}")
                add(mappings, "mapping", eId=own, original=address_of(self._writing.eid(old)), current=address_of(current))
        elif not len(analysis):
            parent = analysis.getparent()
            assert parent is not None  # noqa: S101 (it was added to one)
            parent.remove(analysis)

    def _write_entry(self, content: etree._Element, active: etree._Element, entry: Entry) -> None:
        """Write the sentence and, in the metadata, what it does."""
        block = add(content, "p")
        if self._itu:
            block.text = f"{entry.itu} "
        mod = add(block, "mod", eId=self._writing.unique(f"mod_{entry.number}"))
        own = mod.get("eId") or ""
        said, _ = sentence(entry.amendment, self._listed.base)
        quoted = self._write_sentence(mod, said, own)
        structures = [self._quote(mod, provision, f"{own}__qstr_{n}") for n, provision in enumerate(entry.amendment.comes, 1)]
        if entry.amendment.kind == "insert" and entry.amendment.place.is_new:
            self._new[entry.amendment.place.label] = structures[0]
        self._write_meta(active, entry.amendment, own, quoted, structures)

    def _write_sentence(self, mod: etree._Element, said: tuple[str | Place | Quoted, ...], own: str) -> dict[str, str]:
        """Write a sentence, and give the ids of what it quotes, by the words."""
        quoted: dict[str, str] = {}
        last: etree._Element | None = None
        is_first = True
        count = 0
        for one in said:
            if isinstance(one, Quoted):
                count += 1
                last = add_plain(mod, "quotedText", one.words)
                last.attrib.update({"eId": f"{own}__qtext_{count}", "startQuote": "“", "endQuote": "”"})
                quoted.setdefault(one.words, f"{own}__qtext_{count}")
            else:
                words = one.label if isinstance(one, Place) else one
                words = f"{words[:1].upper()}{words[1:]}" if is_first else words
                if isinstance(one, Place) and (one.label in self._new if one.is_new else one.id):
                    last = add_plain(mod, "ref", words)
                    last.set("href", self._address(one))
                elif last is None:
                    mod.text = (mod.text or "") + writable(words)
                else:
                    last.tail = (last.tail or "") + writable(words)
            is_first = False
        return quoted

    def _address(self, place: Place) -> str:
        if place.is_new:
            return f"#{self._new.get(place.label, '')}"
        return address_of(self._writing.eid(place.id) if place.id else self._draft)

    def _quote(self, mod: etree._Element, provision: Provision, own: str) -> str:
        """Quote a provision; give the id of its element."""
        structure = add(mod, "quotedStructure", eId=self._writing.unique(own), startQuote="“", endQuote="”")
        (numbered,) = with_ids((provision,))
        quoted = _prefixed(numbered, f"{own}__")
        writing = Writing((quoted,))
        writing.levels(structure, (quoted,))
        return writing.eid(quoted.id)

    def _write_meta(
        self, active: etree._Element, amendment: Amendment, own: str, quoted: dict[str, str], structures: list[str]
    ) -> None:
        """Write what the instruction does: where, and what of the `mod` is the old and the new."""
        mod = add(active, "textualMod", type=_type(amendment), eId=self._writing.unique(f"{own}__change"))
        _set(mod, profile.ACTION, amendment.kind)
        _set(mod, profile.PART_OF, amendment.part)
        _set(mod, profile.NTH, str(amendment.nth or ""))
        _set(mod, profile.WRITTEN, amendment.written)
        _set(mod, profile.LEVEL, amendment.level)
        add(mod, "source", href=f"#{own}")
        if amendment.kind in {"move", "insert"}:
            self._add_target(mod, amendment)
        else:
            for n, place in enumerate((amendment.place, *amendment.others)):
                _set_number(add(mod, "destination", href=self._address(place)), amendment, n)
        if amendment.kind == "move":
            self._add_moved(mod, amendment)
        self._add_words(mod, amendment, quoted)
        for structure in structures:
            add(mod, "new", href=address_of(structure))
        if amendment.kind == "move":
            gone = add(active, "textualMod", type="repeal", eId=self._writing.unique(f"{own}__repeal"))
            add(gone, "source", href=f"#{own}")
            for place in (amendment.place, *amendment.others):
                add(gone, "destination", href=self._address(place))

    def _add_moved(self, mod: etree._Element, amendment: Amendment) -> None:
        _set_number(add(mod, "previous", href=self._address(amendment.place)), amendment, 0)
        for n, place in enumerate(amendment.others, 1):
            _set_number(add(mod, "old", href=self._address(place)), amendment, n)

    def _add_words(self, mod: etree._Element, amendment: Amendment, quoted: dict[str, str]) -> None:
        if amendment.anchor:
            add(mod, "destination", href=f"#{quoted[amendment.anchor]}", pos=_POSITIONS[amendment.beside])
        if amendment.old:
            add(mod, "old", href=f"#{quoted[amendment.old]}")
        for place in amendment.kin:
            add(mod, "old" if amendment.kind == "insert" else "new", href=self._address(place))
        if amendment.new:
            add(mod, "new", href=f"#{quoted[amendment.new]}")

    def _add_target(self, mod: etree._Element, amendment: Amendment) -> None:
        destination = add(mod, "destination", href=self._address(amendment.target), pos=_POSITIONS[amendment.beside])
        if amendment.kind == "insert" and amendment.place.is_new:
            mod.set(profile.NEW_LABEL, writable(amendment.place.label))
        if amendment.target.is_new:
            destination.set(profile.NEW_LABEL, writable(amendment.target.label))


def _type(amendment: Amendment) -> str:
    if amendment.kin:
        return "split" if amendment.kind == "insert" else "join"
    if amendment.kind == "words":
        return "insertion" if not amendment.old else "substitution" if amendment.new else "repeal"
    return _TYPES[amendment.kind]


def address_of(own: str) -> str:
    """Give the address of an element of this file."""
    return address(f"#{own}")


def _set(element: etree._Element, name: str, value: str) -> None:
    if value:
        element.set(name, writable(value))


def _set_number(element: etree._Element, amendment: Amendment, place: int) -> None:
    if amendment.numbers:
        element.set(profile.BARE_NUMBER, writable(amendment.numbers[place]))


def _prefixed(provision: Provision, prefix: str) -> Provision:
    children = tuple(_prefixed(child, prefix) for child in provision.children)
    return provision._replace(id=f"{prefix}{provision.id}", children=children)
