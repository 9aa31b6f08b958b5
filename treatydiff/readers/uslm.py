"""United States Legislative Markup 1.x and 2.x: bills, resolutions, statutes (schema of the Government Publishing Office)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.errors import DraftError
from treatydiff.model import Document, Metadata
from treatydiff.readers.recognition import USLM_NAMESPACES
from treatydiff.readers.xml.footnotes import footnotes, images
from treatydiff.readers.xml.grammar import Grammar, Role, local_name
from treatydiff.readers.xml.parse import parse
from treatydiff.readers.xml.tree import read_tree
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from lxml import etree

_LEVELS: Final = (
    "appendix article chapter clause compiledAct division courtRule courtRules item level note paragraph part preamble recital"
    " reorganizationPlan reorganizationPlans schedule section subarticle subchapter subclause subdivision subitem"
    " subparagraph subpart subsection subsubitem subtitle title"
)
_LEVELS_WITHOUT_NUMBER: Final = "enactingFormula longTitle resolvingClause sourceCredit"
_PRINT: Final = "attestation endMarker endorsement preface signatures slugLine"
_WRAPPERS: Final = "appropriations body layout main notes"
_BLOCKS: Final = (
    "action actionDescription caption chapeau column congress content currentChamber designator distributionCode docNumber"
    " enrolledDateline header label list listContent listItem name notation officialTitle p property proviso referenceItem"
    " relatedDocument role row session signature table tbody td text tfoot th thead toc tocItem tr type"
)
_ROLES: Final = {
    **dict.fromkeys(_LEVELS.split(), Role.LEVEL),
    **dict.fromkeys(_LEVELS_WITHOUT_NUMBER.split(), Role.LEVEL),
    **dict.fromkeys(_PRINT.split(), Role.PRINT),
    **dict.fromkeys(_WRAPPERS.split(), Role.WRAP),
    **dict.fromkeys(_BLOCKS.split(), Role.BLOCK),
    **dict.fromkeys(("num", "docTitle"), Role.NUM),
    **dict.fromkeys(("heading", "subheading"), Role.HEADING),
    **dict.fromkeys(("b", "i", "u", "em", "strong"), Role.EMPHASIS),
    **dict.fromkeys(("ins", "addedText"), Role.INSERTION),
    **dict.fromkeys(("del", "deletedText"), Role.DELETION),
    **dict.fromkeys(("footnote", "ear"), Role.NOTE),
    "block": Role.ASK,
    "br": Role.SPACE,
    "continuation": Role.CLOSING,
    "crossHeading": Role.CROSSHEADING,
    "meta": Role.SKIP,
    "page": Role.PRINT,
    "quotedContent": Role.QUOTED_BLOCK,
    "quotedText": Role.QUOTED_WORDS,
    "ref": Role.REFERENCE,
}


def read(data: bytes, path: str) -> Document:
    """Read a bill, resolution or statute.

    Quoted amending text is content of the provision that quotes it. What only says which print this is (cover, attestation,
    endorsement, end marker, page numbers, "A BILL" over the long title) is kept as the number of a provision, where two
    prints of one text may differ without a change of its words. Ids are made by the rules of Akoma Ntoso: those of the file
    do not survive from stage to stage.

    Raises:
        DraftError: the bytes are no well-formed, safe XML of this vocabulary.

    """
    root = parse(data, path)
    if not str(root.tag).startswith(tuple(f"{{{namespace}" for namespace in USLM_NAMESPACES)):
        raise DraftError(
            "the root element is not of the United States Legislative Markup", mend="give a USLM file", subject=path
        )
    provisions = with_ids(read_tree(root, _GRAMMAR))
    return Document(_metadata(root), provisions, notes=(*footnotes(provisions), *images(root)))


def _kind(_element: etree._Element, name: str) -> str:
    return name


def _id(element: etree._Element) -> str:
    """Give the long title an id that does not hang on "A Bill" over it; ids of the file do not survive."""
    return "longTitle" if local_name(str(element.tag)) == "longTitle" else ""


def _ask(element: etree._Element) -> Role:
    """Tell the cover on the back of a print, a block until version 2.0 of the schema, from other blocks."""
    return Role.PRINT if element.get("role") == "endorsement" else Role.BLOCK


_GRAMMAR: Final = Grammar(_ROLES, _kind, _id, _ask, emphasis_of_all=False)


def _metadata(root: etree._Element) -> Metadata:
    meta = root.find("{*}meta")
    return Metadata(
        title=_first(meta, "title"),
        symbol=_last(meta, "citableAs") or _first(meta, "docNumber"),
        date=_action_date(root) or _first(meta, "date"),
        language=_first(meta, "language").casefold()[:2],
    )


def _values(meta: etree._Element | None, name: str) -> list[str]:
    if meta is None:
        return []
    return [words for element in meta.iterchildren(f"{{*}}{name}") if (words := " ".join("".join(element.itertext()).split()))]


def _first(meta: etree._Element | None, name: str) -> str:
    return next(iter(_values(meta, name)), "")


def _last(meta: etree._Element | None, name: str) -> str:
    return next(reversed(_values(meta, name)), "")


def _action_date(root: etree._Element) -> str:
    """Give the date of the last action on the cover or in the attestation: the day of this stage."""
    dates = [
        date
        for part in ("preface", "attestation")
        for element in root.iterfind(f"{{*}}{part}/{{*}}action/{{*}}date")
        if (date := element.get("date"))
    ]
    return max(dates, default="")
