"""Amendments as `treatydiff.writers.amendments.akn` writes them: what each does stands in `analysis/activeModifications`."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final, get_args
from urllib.parse import unquote

from lxml import etree

from treatydiff.amendments.places import anonymous, fingerprint, tree
from treatydiff.amendments.sound import is_sound
from treatydiff.errors import AmendmentsError
from treatydiff.model import Amendment, AmendmentKind, Amendments, Beside, Document, PartOfProvision, Place
from treatydiff.readers.akn import read as read_draft
from treatydiff.readers.akn import read_provisions
from treatydiff.readers.xml.parse import parse
from treatydiff.text import akn_profile as profile

if TYPE_CHECKING:
    from treatydiff.amendments.places import Tree
    from treatydiff.model import Provision

_BESIDE: Final[dict[str, Beside]] = {"before": "before", "after": "after", "start": "first", "end": "last"}
_KINDS: Final = frozenset(get_args(AmendmentKind))
_PARTS: Final[frozenset[PartOfProvision]] = frozenset(get_args(PartOfProvision))
_MEND: Final = "give the amendments as treatydiff compare wrote them"
_LONGEST_COUNT: Final = 9


def read(data: bytes, path: str) -> Amendments:
    """Read an `amendment` of Akoma Ntoso with the draft that is attached to it.

    Raises:
        AmendmentsError: it holds no draft, or something that it says cannot be understood.
        DraftError: the XML is malformed or unsafe.

    """
    root = parse(data, path)
    attached = root.find("{*}amendment/{*}attachments/{*}attachment/{*}statement")
    if attached is None:
        raise AmendmentsError("no draft is attached to these amendments", mend=_MEND, subject=path)
    base = _draft(root, attached, path)
    reading = _Reading(root, attached, tree(base), path)
    mods = root.iterfind("{*}amendment/{*}meta/{*}analysis/{*}activeModifications/{*}textualMod")
    made = tuple(reading.amendment(mod) for mod in mods if mod.get(profile.ACTION))
    return Amendments(made, fingerprint(base), base)


def _draft(root: etree._Element, attached: etree._Element, path: str) -> Document:
    """Read the attached draft as the file of its own that it is."""
    whole = etree.Element(root.tag, nsmap=root.nsmap)
    whole.append(deepcopy(attached))
    return read_draft(etree.tostring(whole), path)


class _Reading:
    """One file while it is read: its elements by id, and the provisions of the draft by theirs."""

    def __init__(self, root: etree._Element, attached: etree._Element, base: Tree, path: str) -> None:
        self._elements = {own: each for each in root.iter("{*}*") if (own := each.get("eId"))}
        self._ids = {own: each.get(profile.ID) or own for each in attached.iter("{*}*") if (own := each.get("eId"))}
        parent = attached.getparent()
        self._draft = "" if parent is None else parent.get("eId") or ""
        self._base = base
        self._path = path
        self._root = root

    def amendment(self, mod: etree._Element) -> Amendment:
        """Read one instruction.

        Raises:
            AmendmentsError: it cannot be understood.

        """
        found = self._found(mod)
        if not is_sound(found):
            raise self._error(mod, "something is missing in this instruction")
        return found

    def _found(self, mod: etree._Element) -> Amendment:
        kind, part = mod.get(profile.ACTION) or "", mod.get(profile.PART_OF) or ""
        destinations = mod.findall("{*}destination")
        if kind not in _KINDS or part not in _PARTS or not destinations:
            raise self._error(mod, f"{kind or 'this'} is no instruction that is known here")
        found = Amendment(
            kind,  # type: ignore[arg-type]  # looked at above
            part=part,
            nth=self._count(mod, mod.get(profile.NTH) or "0"),
            written=mod.get(profile.WRITTEN) or "",
            level=mod.get(profile.LEVEL) or "",
        )
        if kind == "words":
            return self._words(found, mod, destinations)
        if kind == "title":
            return found._replace(new=self._text(mod, "new"))
        if kind in {"move", "insert"}:
            return self._coming(found, mod, destinations[0])
        return self._standing(found, mod, destinations)

    def _words(self, found: Amendment, mod: etree._Element, destinations: list[etree._Element]) -> Amendment:
        found = found._replace(place=self._place(destinations[0]), old=self._text(mod, "old"), new=self._text(mod, "new"))
        if len(destinations) > 1:
            anchor = destinations[1]
            found = found._replace(anchor=self._quotation(anchor), beside=self._beside(anchor))
        return found

    def _coming(self, found: Amendment, mod: etree._Element, destination: etree._Element) -> Amendment:
        found = found._replace(target=self._place(destination), beside=self._beside(destination))
        if found.kind == "insert":
            label = mod.get(profile.NEW_LABEL)
            place = Place(label=label, is_new=True) if label else Place()
            kin = tuple(self._place(each) for each in mod.iterfind("{*}old"))
            return found._replace(place=place, comes=self._provisions(mod), kin=kin)
        previous = mod.find("{*}previous")
        if previous is None:
            raise self._error(mod, "it is not said what is moved")
        moved = [previous, *mod.iterfind("{*}old")]
        numbers = [each.get(profile.BARE_NUMBER) for each in moved]
        return found._replace(
            place=self._place(previous),
            others=tuple(map(self._place, moved[1:])),
            numbers=() if None in numbers else tuple(number or "" for number in numbers),
        )

    def _standing(self, found: Amendment, mod: etree._Element, destinations: list[etree._Element]) -> Amendment:
        places = tuple(self._place(each) for each in destinations)
        found = found._replace(place=places[0], others=places[1:])
        if found.kind == "number":
            return found._replace(numbers=tuple(each.get(profile.BARE_NUMBER) or "" for each in destinations))
        if found.kind == "text":
            return found._replace(comes=self._provisions(mod))
        return found._replace(kin=tuple(self._place(each) for each in mod.iterfind("{*}new")))

    def _place(self, reference: etree._Element) -> Place:
        label = reference.get(profile.NEW_LABEL)
        if label:
            return Place(label=label, is_new=True)
        own = self._target(reference)
        if own == self._draft:
            return Place()
        if self._ids.get(own) not in self._base.nodes:
            raise self._error(reference, f"the attached draft has no {own or 'provision that is meant here'}")
        return self._base.place(self._ids[own])

    def _target(self, reference: etree._Element) -> str:
        href = (reference.get("href") or "").removeprefix("#")
        return href if href in self._elements else unquote(href)

    def _beside(self, reference: etree._Element) -> Beside:
        beside = _BESIDE.get(reference.get("pos") or "")
        if beside is None:
            raise self._error(reference, "it is not said on which side")
        return beside

    def _quotation(self, reference: etree._Element) -> str:
        element = self._elements.get(self._target(reference))
        if element is None:
            raise self._error(reference, "the quoted words are missing")
        return "".join(element.itertext())

    def _text(self, mod: etree._Element, name: str) -> str:
        reference = mod.find(f"{{*}}{name}")
        return "" if reference is None else self._quotation(reference)

    def _provisions(self, mod: etree._Element) -> tuple[Provision, ...]:
        """Read the provisions that are quoted as structures."""
        found = []
        for reference in mod.iterfind("{*}new"):
            element = self._elements.get(self._target(reference))
            structure = None if element is None else element.getparent()
            if structure is None:
                raise self._error(reference, "the quoted provisions are missing")
            found += [anonymous(each) for each in read_provisions(structure)]
        if not found:
            raise self._error(mod, "no provisions are quoted")
        return tuple(found)

    def _count(self, mod: etree._Element, count: str) -> int:
        if not count.removeprefix("-").isdecimal() or len(count) > _LONGEST_COUNT:
            raise self._error(mod, f"{count} is no count")
        return int(count)

    def _error(self, element: etree._Element, problem: str) -> AmendmentsError:
        return AmendmentsError(problem, mend=_MEND, subject=self._path, place=f"line {element.sourceline}")
