from __future__ import annotations

import pytest

from treatydiff.crossrefs.citing import cited_in, own_number, reference_words
from treatydiff.lexicon import load
from treatydiff.text.references import Reference, references

ENGLISH = load("en")


def read(text: str) -> list[str]:
    """Give each reference as its steps ("article 5/1/b"), a range with its end, and what it is anchored in."""
    return [said(reference) for reference in references(text, reference_words(ENGLISH))]


def said(reference: Reference) -> str:
    targets = [
        "/".join(f"{step.level} {step.number}".strip() for step in target.steps) + (f"..{target.last}" if target.last else "")
        for target in reference.targets
    ]
    where = f" of this {reference.anchor}" if reference.anchor and not reference.shift else ""
    near = {-1: f"{reference.anchor} before", 1: f"{reference.anchor} after"}.get(reference.shift, "")
    other = f" in {reference.instrument}" if reference.instrument else ""
    return f"{near}{', '.join(targets)}{where}{other}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("under article 5, paragraph 1 (b), ships rest", ["article 5/paragraph 1/b"]),
        ("under articles 6 to 16", ["article 6..16"]),
        ("articles 2 through 11 hold", ["article 2..11"]),
        ("articles 11–13 hold", ["article 11..13"]),
        ("paragraphs 1 and 2 of this article", ["paragraph 1, paragraph 2 of this article"]),
        ("named in subparagraph (a) in harbour", ["subparagraph a"]),
        ("the preceding paragraph holds", ["paragraph before"]),
        ("the following article holds", ["article after"]),
        ("the following paragraphs hold", []),
        ("Article 4, paragraphs 2 to 4 and 6, holds", ["article 4/paragraph 2..4, article 4/paragraph 6"]),
        ("section 12(3) and clause 4 and Schedule 2", ["section 12/3", "clause 4", "schedule 2"]),
        ("points (a) and (b) of Article 5(1)", ["article 5/1/point a, article 5/1/point b"]),
        ("subparagraph (a) of paragraph 2 of article 5", ["article 5/paragraph 2/subparagraph a"]),
        ("Article 43(5) and (6) and Article 48(5)", ["article 43/5, article 43/6", "article 48/5"]),
        ("article 5 bis, paragraph 3", ["article 5bis/paragraph 3"]),
        ("article 5 and 30 days later", ["article 5"]),
        ("paragraph 2 of the annex", ["paragraph 2 in annex"]),
        ("article 4 of the Convention on Lagoons", ["article 4 in Convention on Lagoons"]),
        ("article 4 of this Convention", ["article 4"]),
        ("Part 4 of the Harbours and Lagoons Act 2008", ["part 4 in Harbours and Lagoons Act 2008"]),
        (
            "Article 5 and Article 6 of Regulation 1025/2012",
            ["article 5 in Regulation 1025/2012", "article 6 in Regulation 1025/2012"],
        ),
        ("article 98 TFEU", ["article 98 in TFEU"]),
        ("paragraph 5 of decision 1/AB.20", ["paragraph 5 in decision 1/AB.20"]),
        ("A State Party is party to 5 treaties and takes part in 3", []),
    ],
)
def test_references_are_read_to_their_targets(text: str, found: list[str]) -> None:
    assert read(text) == found


def test_the_styles_of_one_target_are_one() -> None:
    styles = ["paragraph 1 a.ii", "paragraph 1 (a) (ii)", "paragraph 1(a)(ii)", "paragraph 1 a) ii)"]
    assert {tuple(read(style)) for style in styles} == {("paragraph 1/a/ii",)}


def test_a_reference_spans_its_words() -> None:
    text = "Ships obey articles 2 and 3 of this Convention at sea."
    (reference,) = references(text, reference_words(ENGLISH))
    assert text[slice(*reference.span)] == "articles 2 and 3 of this Convention"


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Article 3 (chapter I) Ships rest.", "Article 3 (chapter I)"),
        ("Article 37(15) Nothing holds a ship.", "Article 37(15)"),
        ("Article 3", "Article 3"),
        ("Article 3 applies to ships.", ""),
        ("Paragraphs 3 and 4 Ships", ""),
        ("Ships obey article 3 At sea", ""),
    ],
)
def test_the_number_at_the_head_of_a_text_is_its_own_where_a_sentence_begins_behind_it(text: str, own: str) -> None:
    assert own_number(text, ENGLISH) == own
    assert [text[slice(*one.span)] for one in cited_in(text, ENGLISH) if own] == []


def test_a_language_without_words_for_references_has_none() -> None:
    assert references("article 5", reference_words(load("xx"))) == ()
