"""Akoma Ntoso 3.0, the namespaces before it, and files without one (OASIS LegalDocML)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.errors import DraftError
from treatydiff.model import Document
from treatydiff.readers.akn_metadata import metadata, terms
from treatydiff.readers.akn_notes import notes, notes_apart
from treatydiff.readers.akn_tracked import write_out
from treatydiff.readers.recognition import AKN_NAMESPACES
from treatydiff.readers.xml.grammar import Grammar, Role, local_name
from treatydiff.readers.xml.parse import parse
from treatydiff.readers.xml.tree import plain_words, read_tree
from treatydiff.readers.xml.written import is_written
from treatydiff.text import akn_profile as profile
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from lxml import etree

    from treatydiff.model import Provision

_ROOT: Final = "akomaNtoso"
_HIERARCHY: Final = (
    "alinea article book chapter clause division hcontainer indent level paragraph part point proviso rule section subchapter"
    " subclause subdivision sublevel subparagraph subpart subrule subsection subtitle title tome transitional"
)
_PARTS: Final = (
    "attachment citation component conclusions formula item preamble preface recital"
    " amendmentContent amendmentHeading amendmentJustification amendmentReference"
    " arguments background decision header introduction motivation remedies"
    " address adjournment administrationOfOath answer communication debateSection declarationOfVote ministerialStatements"
    " narrative nationalInterest noticesOfMotion oralStatements other papers personalStatements petitions pointOfOrder prayers"
    " proceduralMotions question questions resolutions rollCall scene speech speechGroup summary writtenStatements"
)
_WRAPPERS: Final = (
    "act amendment amendmentBody amendmentList attachments bill blockContainer blockList body collectionBody components"
    " container content debate debateBody debateReport div doc documentCollection foreign intro judgment judgmentBody list"
    " mainBody officialGazette ol portion portionBody preambleContainer statement sublist tblock ul"
)
_BLOCKS: Final = "block caption from interstitial li listIntroduction longTitle p rubric table tbody td th thead tocItem tr"
_ROLES: Final = {
    **dict.fromkeys(_HIERARCHY.split(), Role.LEVEL),
    **dict.fromkeys(_PARTS.split(), Role.LEVEL),
    **dict.fromkeys(_WRAPPERS.split(), Role.WRAP),
    **dict.fromkeys(_BLOCKS.split(), Role.BLOCK),
    **dict.fromkeys(("wrapUp", "listWrapUp", "listConclusion"), Role.CLOSING),
    **dict.fromkeys(("heading", "subheading"), Role.HEADING),
    **dict.fromkeys(("coverPage", "toc"), Role.PRINT),
    **dict.fromkeys(("citations", "recitals", "subparagraph"), Role.ASK),
    **dict.fromkeys(("quotedStructure", "embeddedStructure"), Role.QUOTED_BLOCK),
    **dict.fromkeys(("quotedText", "embeddedText"), Role.QUOTED_WORDS),
    **dict.fromkeys(("b", "i", "u"), Role.EMPHASIS),
    **dict.fromkeys(("a", "ref", "rref"), Role.REFERENCE),
    **dict.fromkeys(("br", "eol", "eop"), Role.SPACE),
    "authorialNote": Role.NOTE,
    "crossHeading": Role.CROSSHEADING,
    "del": Role.DELETION,
    "ins": Role.INSERTION,
    "meta": Role.SKIP,
    "noteRef": Role.NOTE_REF,
    "num": Role.NUM,
    "remark": Role.REMARK,
}
_WRITTEN_ROLES: Final = {**_ROLES, **dict.fromkeys(("i", "ref", "ins", "del", "inline", "authorialNote"), Role.WRITTEN)}
"""In files of this project, elements that stand for marks say more of them than the standard has attributes for."""
_NAMED_BY_KIND: Final = frozenset({"preface", "preamble", "conclusions"})
_LEVELS_BY_ID: Final = {
    "art": "article",
    "chp": "chapter",
    "para": "paragraph",
    "point": "point",
    "sec": "section",
    "subpara": "subparagraph",
    "subsec": "subsection",
}


def read(data: bytes, path: str) -> Document:
    """Read an Akoma Ntoso document of any type: act, bill, statement, amendment, collection with its components, and the rest.

    Quoted amending text is content of the provision that quotes it, except where the ids of its provisions name that
    provision: then they are provisions below it. Covers and tables of contents are kept as the number of a provision
    without words. Footnotes, notes that nothing points to, and the words that stand for images are notes of the document.

    Raises:
        DraftError: the bytes are no well-formed, safe Akoma Ntoso.

    """
    root = parse(data, path)
    namespace, _, name = str(root.tag).rpartition("}")
    if not _is_akoma_ntoso(namespace, name):
        raise DraftError(f"the root element {name} is not Akoma Ntoso", mend="give an Akoma Ntoso file", subject=path)
    write_out(root)
    known = terms(root)
    grammar = _grammar(root, known)
    provisions = with_ids(read_tree(root, grammar))
    about = metadata(root, known, written=grammar.written)
    return Document(about, provisions, notes=notes(root, provisions, grammar))


def read_provisions(element: etree._Element) -> tuple[Provision, ...]:
    """Read what is inside one element of a file that follows the profile of this project, as `quotedStructure`."""
    return with_ids(read_tree(element, Grammar(_WRITTEN_ROLES, _kind, _written_id, _ask, {}, written=True)))


def _is_akoma_ntoso(namespace: str, name: str) -> bool:
    return name == _ROOT and (not namespace or any(part in namespace for part in AKN_NAMESPACES))


def _grammar(root: etree._Element, known: dict[str, str]) -> Grammar:
    if is_written(root):
        return Grammar(_WRITTEN_ROLES, _kind, _written_id, _ask, known, written=True)
    plain = Grammar(_ROLES, _kind, _id, _ask, known)
    apart = {_id(note): plain_words(note, plain) for note in notes_apart(root)}
    return plain._replace(notes=apart) if apart else plain


def _id(element: etree._Element) -> str:
    found = element.get("eId") or element.get("id")
    if found:
        return found
    name = local_name(str(element.tag))
    return name if name in _NAMED_BY_KIND else ""


def _written_id(element: etree._Element) -> str:
    return element.get(profile.ID) or _id(element)


def _kind(element: etree._Element, name: str) -> str:
    if name == "hcontainer":
        return element.get("name") or "provision"
    if name == "level":
        return _LEVELS_BY_ID.get(_id(element).rpartition("__")[2].partition("_")[0], name)
    if name == "attachment":
        return next((child.get("name") or name for child in element.iterchildren("{*}doc")), name)
    return "point" if name == "item" else name


def _ask(element: etree._Element) -> Role:
    """Tell wrappers from provisions.

    Recitals and citations are a provision only when they have a number, a heading or an introduction of their own; a
    subparagraph without a number that opens a list is its chapeau, as LEOS writes it.
    """
    if local_name(str(element.tag)) == "subparagraph":
        return Role.WRAP if _opens_list(element) else Role.LEVEL
    own = ("num", "heading", "subheading", "intro")
    return Role.LEVEL if any(local_name(str(child.tag)) in own for child in element) else Role.WRAP


def _opens_list(element: etree._Element) -> bool:
    parent = element.getparent()
    if parent is None or local_name(str(parent.tag)) != "list" or parent[0] is not element:
        return False
    return element.find("{*}num") is None
