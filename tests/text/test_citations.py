from __future__ import annotations

import pytest

from treatydiff.model import Document, Provision
from treatydiff.text.citations import below, cited
from treatydiff.text.clauses import clauses
from treatydiff.text.eid import with_ids

_POINT = Provision("", "point", num="(b)", text="by tug")
_ARTICLES = (
    Provision(
        "",
        "article",
        num="Article 4 bis",
        heading="Nets",
        children=(Provision("", "paragraph", num="2.", text="Nets are marked."),),
    ),
    Provision(
        "", "article", num="Article 5", children=(Provision("", "paragraph", num="1.", text="Ships move:", children=(_POINT,)),)
    ),
)
_CLAUSES = clauses(Document(provisions=with_ids(_ARTICLES)))


@pytest.mark.parametrize(
    ("citation", "label"),
    [
        ("art 5(1)(b)", "article 5, paragraph 1 (b)"),
        ("5(1)", "article 5, paragraph 1"),
        ("Article 5, paragraph 1 (b)", "article 5, paragraph 1 (b)"),
        ("art_5__para_1", "article 5, paragraph 1"),
        ("Art. 4 bis", "article 4 bis"),
        ("art 4 bis, para 2", "article 4 bis, paragraph 2"),
    ],
)
def test_a_clause_is_found_however_it_is_cited(citation: str, label: str) -> None:
    found = cited(_CLAUSES, citation)
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize("citation", ["art 6", "5(2)", "", "article"])
def test_what_is_not_there_is_not_found(citation: str) -> None:
    assert cited(_CLAUSES, citation) is None


_ANNEX = Provision("", "annex", num="Annex II", children=(Provision("", "paragraph", num="1.", text="Lamps are round."),))
_RECITALS = Provision("", "preamble", children=(Provision("", "recital", text="Aware of the dark,"),))
_WHOLE = clauses(
    Document(provisions=with_ids((_RECITALS, Provision("", "chapter", num="Chapter IV", children=_ARTICLES), _ANNEX)))
)


@pytest.mark.parametrize(
    ("citation", "labels"),
    [
        ("5", ["article 5, paragraph 1", "article 5, paragraph 1 (b)"]),
        ("art. 4 bis", ["article 4 bis", "article 4 bis, paragraph 2"]),
        ("5(1)(b)", ["article 5, paragraph 1 (b)"]),
        ("4", []),
        ("preamble", ["preamble, recital 1"]),
        ("Annex II", ["annex II, paragraph 1"]),
        ("chapter iv", [clause.label for clause in _WHOLE if clause.label.startswith("article")]),
        ("1", []),
        ("", []),
    ],
)
def test_what_stands_below_a_place_is_found_with_it(citation: str, labels: list[str]) -> None:
    assert [clause.label for clause in below(_WHOLE, citation)] == labels
