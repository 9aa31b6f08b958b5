"""Fragments are short, stable and given once."""

from __future__ import annotations

import pytest

from treatydiff.api import compare
from treatydiff.model import Document, Provision
from treatydiff.writers.html.anchors import Anchors, short


@pytest.mark.parametrize(
    ("provision_id", "fragment"),
    [
        ("art_45__para_1__list_1__point_b", "art-45-1-b"),
        ("art_5bis", "art-5bis"),
        ("chp_II", "chp-II"),
        ("recs_1__rec_3", "rec-3"),
        ("sec_2__subsec_a", "sec-2-subsec-a"),
        ("list_1", "list-1"),
        ('art_1"><b>', "art-1-b"),
        ("第五条", "第五条"),
        ("", "clause"),
    ],
)
def test_a_fragment_leaves_out_what_a_citation_leaves_out(provision_id: str, fragment: str) -> None:
    assert short(provision_id) == fragment


def test_no_fragment_is_given_twice_to_provisions_or_to_parts_of_the_page() -> None:
    new = Document(provisions=(Provision("map", "article"), Provision("art_1", "article"), Provision("art-1", "article")))
    anchors = Anchors(compare(Document(provisions=(Provision("art_1", "article"),)), new))
    assert anchors.new == {"map": "map-2", "art_1": "art-1", "art-1": "art-1-2"}
    assert anchors.old == {"art_1": "old-art-1"}
    assert anchors.further("art-1") == "art-1-3"
