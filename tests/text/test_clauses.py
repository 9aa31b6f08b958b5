from __future__ import annotations

import pytest

from treatydiff.model import Document, Mark, Provision
from treatydiff.text.clauses import clauses


def _labels(*provisions: Provision) -> list[str]:
    return [clause.label for clause in clauses(Document(provisions=provisions))]


def _article(num: str, *children: Provision, heading: str = "") -> Provision:
    return Provision(f"a{num}", "article", num=f"Article {num}", heading=heading, children=children)


def test_a_point_is_cited_as_a_lawyer_would() -> None:
    sub = Provision("s", "point", num="(ii)", text="x")
    point = Provision("p", "point", num="(b)", text="x", children=(sub,))
    paragraph = Provision("q", "paragraph", num="1.", text="x", children=(point,))
    chapter = Provision("c", "chapter", num="Chapter V", heading="H", children=(_article("45", paragraph, heading="H"),))
    assert _labels(chapter) == [
        "chapter V",
        "article 45",
        "article 45, paragraph 1",
        "article 45, paragraph 1 (b)",
        "article 45, paragraph 1 (b) (ii)",
    ]


def test_the_only_paragraph_of_an_article_is_cited_as_the_article() -> None:
    assert _labels(_article("3", Provision("p", "paragraph", text="x"))) == ["article 3"]


def test_several_paragraphs_without_numbers_are_counted() -> None:
    paragraphs = (Provision("p", "paragraph", text="x"), Provision("q", "paragraph", text="y"))
    assert _labels(_article("3", *paragraphs)) == ["article 3, unnumbered paragraph 1", "article 3, unnumbered paragraph 2"]


def test_recitals_are_counted_in_the_preamble() -> None:
    recitals = (Provision("r", "recital", text="x"), Provision("s", "recital", text="y"))
    assert _labels(Provision("p", "preamble", children=recitals)) == ["preamble, recital 1", "preamble, recital 2"]


@pytest.mark.parametrize("kind", ["section", "part"])
def test_levels_above_the_article_are_cited_from_the_top(kind: str) -> None:
    inner = Provision("s", kind, num=f"{kind.capitalize()} 2", heading="H")
    assert _labels(Provision("c", "chapter", num="Chapter I", heading="H", children=(inner,)))[-1] == f"chapter I, {kind} 2"


def test_a_provision_without_words_is_no_clause() -> None:
    assert _labels(_article("3")) == []


def test_a_remark_in_the_place_of_words_is_a_clause() -> None:
    remark = Provision("p", "paragraph", num="2.", marks=(Mark("status", 0, 0, label="deleted"),))
    assert _labels(_article("3", remark)) == ["article 3, paragraph 2"]
