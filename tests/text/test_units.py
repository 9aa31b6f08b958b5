from __future__ import annotations

import pytest

from treatydiff.model import Document, Provision
from treatydiff.text.clauses import clauses
from treatydiff.text.eid import with_ids
from treatydiff.text.units import unit

_PARAGRAPH = Provision("", "paragraph", num="1.", text="Ships move.")
_DRAFT = Document(
    provisions=with_ids(
        (
            Provision("", "preamble", children=(Provision("", "recital", text="Noting ships,"),)),
            Provision(
                "",
                "chapter",
                num="Chapter I",
                heading="Ships",
                children=(Provision("", "article", num="Article 1", heading="Moves", children=(_PARAGRAPH,)), _PARAGRAPH),
            ),
            Provision("", "annex", num="Annex 1", heading="Forms", children=(_PARAGRAPH,)),
            Provision("", "conclusions", text="Done at sea."),
        )
    )
)


@pytest.mark.parametrize(
    ("label", "kind", "number"),
    [
        ("preamble, recital 1", "preamble", ""),
        ("chapter I", "chapter", "Chapter I"),
        ("article 1", "article", "Article 1"),
        ("article 1, paragraph 1", "article", "Article 1"),
        ("chapter I, paragraph 1", "paragraph", "1."),
        ("conclusions", "conclusions", ""),
    ],
)
def test_a_clause_belongs_to_its_article_or_to_what_stands_highest_below_the_chapters(
    label: str, kind: str, number: str
) -> None:
    found = next(unit(clause) for clause in clauses(_DRAFT) if clause.label == label)
    assert (found.kind, found.num) == (kind, number)
