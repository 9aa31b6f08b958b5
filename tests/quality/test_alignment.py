"""Floors on real drafts that must not silently drop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tests.quality.known_links import borrowed
from treatydiff.api import align, compare, read

if TYPE_CHECKING:
    from pathlib import Path

    from treatydiff.model import Comparison

LINK_F1_FLOOR = 0.995
BORROWED_AND_FOUND = 190
MOST_GRAVE_FINDINGS_BETWEEN_TWO_PRINTS = 5


def _guids(path: Path) -> dict[str, str]:
    """Give for each provision of a UK bill the identity that its drafters' own tool keeps from stage to stage."""
    root = etree.parse(path).getroot()
    return {
        str(element.get("eId")): str(element.get("GUID"))
        for element in root.iter("{*}section", "{*}subsection", "{*}paragraph", "{*}level", "{*}hcontainer")
        if element.get("GUID") and element.get("eId")
    }


def _compared(old: Path, new: Path) -> Comparison:
    return compare(read(old), read(new))


def test_clauses_of_a_bill_are_linked_as_its_drafters_identify_them(corpus: Path) -> None:
    old, new = corpus / "uk-social-housing" / "1-lords-committee.xml", corpus / "uk-social-housing" / "2-lords-report.xml"
    before, after = _guids(old), _guids(new)
    homes = {guid: eid for eid, guid in after.items()}
    clauses = {change.link.old[0].id for change in _compared(old, new).changes if change.link.old}
    truth = {(eid, homes[guid]) for eid, guid in before.items() if guid in homes and eid in clauses}
    redrafted = {eid for eid, guid in before.items() if guid not in homes}
    found = {
        (change.link.old[0].id, change.link.new[0].id)
        for change in _compared(old, new).changes
        if change.link.old and change.link.new
    }
    judged = {(i, j) for i, j in found if i in before and j in after and i not in redrafted}
    hits = len(truth & judged)
    precision, recall = hits / len(judged), hits / len(truth)
    assert len(truth) > 900
    assert 2 * precision * recall / (precision + recall) >= LINK_F1_FLOOR


def test_two_prints_of_one_treaty_have_editorial_changes_and_hardly_a_grave_one(corpus: Path) -> None:
    folder = corpus / "paris"
    comparison = _compared(folder / "6-2015-12-12.md", folder / "7-2016-01-29-final.md")
    kinds = [change.link.kind for change in comparison.changes]
    grave = [finding for finding, _ in comparison.findings() if finding.severity == "high"]
    assert set(kinds) == {"same", "edited"}
    assert kinds.count("edited") >= 30
    assert len(grave) <= MOST_GRAVE_FINDINGS_BETWEEN_TWO_PRINTS


@pytest.mark.parametrize("pair", ["h1000_ih", "hc105_eh", "s1014_es"])
def test_one_text_in_two_versions_of_a_schema_has_no_edited_clause(corpus: Path, pair: str) -> None:
    old, new = sorted((corpus / "us-noop" / pair).iterdir())
    comparison = _compared(old, new)
    assert {change.link.kind for change in comparison.changes} == {"same"}
    assert comparison.findings() == []


@pytest.mark.parametrize("name", ["paris/3-2015-10-23.md", "conventions/untoc.md", "uk-social-housing/1-lords-committee.xml"])
def test_a_real_draft_against_itself_has_only_the_same(corpus: Path, name: str) -> None:
    links = [change.link for change in _compared(corpus / name, corpus / name).changes]
    assert all(link.kind == "same" and not (link.moved or link.renumbered or link.heading_changed) for link in links)


def test_a_convention_that_borrows_from_another_is_linked_to_it(corpus: Path) -> None:
    table = corpus.parent / "domain" / "untoc_uncac_alignment.csv"
    if not table.exists():
        pytest.skip("the table of borrowed provisions does not stand beside the real drafts")
    old, new = (read(corpus / "conventions" / name) for name in ("untoc.md", "uncac.md"))
    linked = {(i.id, j.id) for link in align(old, new) for i in link.old for j in link.new}
    provisions = borrowed(table, old, new)
    assert len(provisions.rows) == 197
    assert provisions.hits(linked) >= BORROWED_AND_FOUND
