"""Bills, resolutions and amendments of the United States Congress in bill.dtd, res.dtd and amend.dtd, without their DTD."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.errors import DraftError
from treatydiff.model import Document, Metadata
from treatydiff.readers.billdtd_layout import COVER, LONG_TITLE, lay_out
from treatydiff.readers.recognition import BILL_DTD_ROOTS
from treatydiff.readers.xml.footnotes import footnotes
from treatydiff.readers.xml.grammar import Grammar, Role
from treatydiff.readers.xml.parse import parse
from treatydiff.readers.xml.tree import read_tree
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from lxml import etree

_LEVELS: Final = (
    "amendment amendment-instruction appropriations-intermediate appropriations-major appropriations-small article chapter"
    " clause constitution-article division item non-statutory-material paragraph part preamble rules-clause rules-paragraph"
    " section subarticle subchapter subclause subdivision subitem subparagraph subpart subsection subtitle title whereas"
)
_WRAPPERS: Final = (
    "amendment-body engrossed-amendment-body house-resolution-body legis-body resolution-body senate-resolution-body"
)
_PRINT: Final = "amendment-form attestation endorsement engrossed-amendment-form official-title-amendment title-amends"
_BLOCKS: Final = (
    "action action-date action-desc action-instruction associated-doc attestation-date calendar colspec congress"
    " current-chamber distribution-code entry formula graphic legis-num list list-item multi-column-toc-entry official-title"
    " purpose quoted-block-continuation-text row session table tbody tdesc text tgroup thead toc toc-entry ttitle"
)
_ROLES: Final = {
    **dict.fromkeys(_LEVELS.split(), Role.LEVEL),
    **dict.fromkeys(_WRAPPERS.split(), Role.WRAP),
    **dict.fromkeys(_PRINT.split(), Role.PRINT),
    **dict.fromkeys(_BLOCKS.split(), Role.BLOCK),
    **dict.fromkeys(("enum", "legis-type"), Role.NUM),
    **dict.fromkeys(("header", "subheader"), Role.HEADING),
    **dict.fromkeys(("bold", "italic", "underscore"), Role.EMPHASIS),
    **dict.fromkeys(("external-xref", "internal-xref"), Role.REFERENCE),
    **dict.fromkeys(("amendment-block", "quoted-block"), Role.QUOTED_BLOCK),
    COVER: Role.PRINT,
    LONG_TITLE: Role.LEVEL,
    "added-phrase": Role.INSERTION,
    "continuation-text": Role.CLOSING,
    "deleted-phrase": Role.DELETION,
    "footnote": Role.NOTE,
    "linebreak": Role.SPACE,
    "metadata": Role.SKIP,
    "quote": Role.QUOTED_WORDS,
    "term": Role.QUOTED_WORDS,
}
_KINDS: Final = {"whereas": "recital"}
_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY: Final = re.compile(rf"(?P<month>{_MONTHS}) (?P<day>\d{{1,2}}), (?P<year>\d{{4}})")


def read(data: bytes, path: str) -> Document:
    """Read a bill, resolution or amendment; the document type that it names is never loaded.

    Quoted amending text is content of the provision that quotes it, with the quotation marks that the print gives it. What is
    struck or inserted by a committee carries marks, unless the whole body is inserted, which sets nothing off. Cover and
    endorsement are kept as numbers of provisions without words, as for USLM. Ids are made by the rules of Akoma Ntoso, for
    those of the file change with each stage.

    Raises:
        DraftError: the bytes are no well-formed, safe XML of this vocabulary.

    """
    root = parse(data, path)
    if root.tag not in BILL_DTD_ROOTS:
        raise DraftError("the root element is not of bill.dtd", mend="give a bill in bill.dtd", subject=path)
    about = _metadata(root)
    lay_out(root)
    provisions = with_ids(read_tree(root, _GRAMMAR))
    return Document(about, provisions, notes=tuple(footnotes(provisions)))


def _kind(_element: etree._Element, name: str) -> str:
    return _KINDS.get(name, name)


def _id(element: etree._Element) -> str:
    return str(element.tag) if element.tag in {COVER, LONG_TITLE} else ""


def _ask(_element: etree._Element) -> Role:
    return Role.BLOCK


_GRAMMAR: Final = Grammar(_ROLES, _kind, _id, _ask, emphasis_of_all=False)


def _metadata(root: etree._Element) -> Metadata:
    stated = {
        str(element.tag).rpartition("}")[2]: " ".join("".join(element.itertext()).split())
        for element in root.iterfind("metadata/dublinCore/*")
    }
    symbol, _, title = stated.get("title", "").partition(": ")
    number = next((" ".join("".join(element.itertext()).split()) for element in root.iter("legis-num")), "")
    return Metadata(
        title=title or symbol,
        symbol=symbol if title else number,
        date=_last_day(root) or stated.get("date", ""),
        language=stated.get("language", "").casefold()[:2],
    )


def _last_day(root: etree._Element) -> str:
    """Give the day of the last action on the cover in ISO 8601, empty where none is written."""
    written = ("".join(element.itertext()) for element in root.iterfind("form/action/action-date"))
    days = [m for words in written if (m := _DAY.search(" ".join(words.split())))]
    return max((f"{m['year']}-{_MONTHS.split('|').index(m['month']) + 1:02}-{int(m['day']):02}" for m in days), default="")
