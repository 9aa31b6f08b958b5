"""What Word asks of a file with tracked changes and comments beyond what other programs do (ISO/IEC 29500-1, 17.13)."""

from __future__ import annotations

from collections import Counter, defaultdict

from lxml import etree

from tests.writers.dumps.docx import W, part

PPR_ORDER = ("pStyle", "keepNext", "numPr", "tabs", "spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr", "pPrChange")
"""Children of `w:pPr` in the order of the schema (ISO/IEC 29500-1, CT_PPr), as far as the files have them."""
RPR_ORDER = ("ins", "del", "moveFrom", "moveTo", "rStyle", "b", "bCs", "i", "iCs", "strike", "color", "u", "vertAlign")
"""Children of `w:rPr` in the order of the schema (CT_ParaRPr, CT_RPr), as far as the files have them."""
TRACKED = ("ins", "del", "moveFrom", "moveTo")


def assert_word_takes(data: bytes) -> None:
    """Check the order of properties, the ids, the ends of moves and comments, and that every style is defined."""
    document = part(data, "word/document.xml")
    assert document is not None
    for name, order in (("pPr", PPR_ORDER), ("rPr", RPR_ORDER)):
        for properties in document.iter(f"{W}{name}"):
            found = [etree.QName(child).localname for child in properties]
            assert found == sorted(found, key=order.index)
    _ids_are_unique(document)
    _ranges_are_paired(document)
    _comments_are_anchored(data, document)
    for element in document.iter(*(f"{W}{name}" for name in TRACKED)):
        assert element.get(f"{W}author")
    assert not [text for gone in document.iter(f"{W}del") for text in gone.iter(f"{W}t")]
    assert not [text for text in document.iter(f"{W}delText") if next(text.iterancestors(f"{W}del"), None) is None]
    styles = part(data, "word/styles.xml")
    assert styles is not None
    assert {node.get(f"{W}val") for node in document.iter(f"{W}pStyle", f"{W}rStyle")} <= {
        style.get(f"{W}styleId") for style in styles.iter(f"{W}style")
    }


def _ids_are_unique(document: etree._Element) -> None:
    names = (*TRACKED, "pPrChange", "commentRangeStart", "moveFromRangeStart", "moveToRangeStart")
    ids = [element.get(f"{W}id") for element in document.iter(*(f"{W}{name}" for name in names))]
    assert len(set(ids)) == len(ids)


def _ranges_are_paired(document: etree._Element) -> None:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for track in ("moveFrom", "moveTo"):
        open_: list[str] = []
        for element in document.iter(f"{W}{track}RangeStart", f"{W}{track}RangeEnd"):
            if element.tag == f"{W}{track}RangeStart":
                names[track].append(str(element.get(f"{W}name")))
                open_.append(str(element.get(f"{W}id")))
            else:
                open_.remove(str(element.get(f"{W}id")))
        assert not open_
    assert Counter(names["moveFrom"]) == Counter(names["moveTo"]) == Counter(set(names["moveTo"]))
    assert bool(names["moveTo"]) is any(True for _ in document.iter(f"{W}moveFrom", f"{W}moveTo"))


def _comments_are_anchored(data: bytes, document: etree._Element) -> None:
    comments = part(data, "word/comments.xml")
    ids = [] if comments is None else [comment.get(f"{W}id") for comment in comments]
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(element.get(f"{W}id") or "" for element in document.iter(f"{W}{name}")) == sorted(map(str, ids))
