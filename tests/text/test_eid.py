from __future__ import annotations

from treatydiff.model import Provision
from treatydiff.text.eid import with_ids


def _ids(*provisions: Provision) -> list[str]:
    return [provision.id for top in with_ids(provisions) for provision in top.walk()]


def test_articles_do_not_name_their_chapter_and_points_stand_in_a_list() -> None:
    point = Provision("", "point", num="(a)", text="x")
    paragraph = Provision("", "paragraph", num="1.", text="x:", children=(point,))
    article = Provision("", "article", num="Article 5 bis", children=(paragraph,))
    assert _ids(Provision("", "chapter", num="Chapter II", children=(article,))) == [
        "chp_II",
        "art_5bis",
        "art_5bis__para_1",
        "art_5bis__para_1__list_1__point_a",
    ]


def test_a_provision_without_a_number_takes_its_place_among_its_like() -> None:
    article = Provision("", "article", num="Article 3", children=(Provision("", "paragraph"), Provision("", "paragraph")))
    assert _ids(article) == ["art_3", "art_3__para_1", "art_3__para_2"]


def test_clusters_are_no_part_of_the_ids_below_them() -> None:
    section = Provision("", "section", num="Section 1")
    cluster = Provision("", "cluster", num="Cluster 2", children=(section,))
    assert _ids(Provision("", "chapter", num="Chapter I", children=(cluster,)))[-1] == "chp_I__sec_1"


def test_recitals_are_numbered_in_their_preamble() -> None:
    preamble = Provision("", "preamble", children=(Provision("", "recital"), Provision("", "recital")))
    assert _ids(preamble) == ["preamble", "recs_1__rec_1", "recs_1__rec_2"]


def test_ids_of_the_file_are_kept_and_repeated_ones_made_unique() -> None:
    assert _ids(
        Provision("x", "article"), Provision("x", "article"), Provision("x", "article"), Provision("x_2", "article")
    ) == [
        "x",
        "x_2",
        "x_3",
        "x_2_2",
    ]
