"""References followed through two drafts that are built in code and compared as any others."""

from __future__ import annotations

import pytest

from treatydiff.api import compare
from treatydiff.model import Comparison, Document, Metadata, Provision
from treatydiff.text.eid import with_ids

SUBJECTS = {
    "nets": ("Every net has the name of its owner.", "A torn net is mended at once."),
    "ropes": ("Every rope is as long as the ship.", "A rope that frays is cut."),
    "lamps": ("Lamps burn from dusk until dawn.", "Oil for lamps is kept in tins."),
    "bells": ("A bell is rung in thick fog.", "The ringer of the bell is relieved each hour."),
}


def article(num: int, subject: str, *further: str) -> Provision:
    texts = (*SUBJECTS[subject], *further)
    children = tuple(Provision("", "paragraph", num=f"{n}.", text=text) for n, text in enumerate(texts, start=1))
    return Provision("", "article", num=f"Article {num}", heading=subject.capitalize(), children=children)


def compared(old: tuple[Provision, ...], new: tuple[Provision, ...]) -> Comparison:
    return compare(*(Document(Metadata(language="en"), with_ids(each)) for each in (old, new)))


def told(comparison: Comparison) -> list[tuple[str, str]]:
    return [
        (finding.severity, finding.message)
        for change in comparison.changes
        for finding in change.findings
        if finding.rule == "references"
    ]


OLD = (article(1, "nets"), article(2, "ropes"), article(3, "lamps", "Article 2 holds for wicks."))


def test_a_reference_that_follows_its_article_is_for_information_and_leaves_its_clause_quiet() -> None:
    new = (article(1, "nets"), article(2, "bells"), article(3, "ropes"), article(4, "lamps", "Article 3 holds for wicks."))
    comparison = compared(OLD, new)
    assert told(comparison) == [("info", "Follows the renumbering: article 2 became article 3")]
    assert [change.link.new[0].label for change in comparison.changes if change.follows] == ["article 4, paragraph 3"]


def test_a_reference_that_kept_its_number_while_its_article_did_not_is_grave() -> None:
    new = (article(1, "nets"), article(2, "bells"), article(3, "ropes"), article(4, "lamps", "Article 2 holds for wicks."))
    comparison = compared(OLD, new)
    assert told(comparison) == [("high", 'Article 2 is another provision now ("Bells"); article 2 became article 3')]
    assert not any(change.follows for change in comparison.changes)


def test_a_clause_with_other_changes_does_not_merely_follow() -> None:
    new = (article(1, "nets"), article(2, "bells"), article(3, "ropes"), article(4, "lamps", "Article 3 holds for long wicks."))
    comparison = compared(OLD, new)
    assert told(comparison) == [("info", "Follows the renumbering: article 2 became article 3")]
    assert not any(change.follows for change in comparison.changes)


def test_a_reference_to_an_article_that_went_is_named() -> None:
    new = (article(1, "nets"), article(3, "lamps", "Article 2 holds for wicks."))
    assert told(compared(OLD, new)) == [("medium", "Article 2 is cited, but there is none any more; article 2 went")]


@pytest.mark.parametrize(
    ("words", "severity"),
    [("Paragraph 1 holds for wicks.", "high"), ("Paragraph 1 of this article holds for wicks.", "high")],
)
def test_a_paragraph_that_came_shifts_what_the_numbers_of_paragraphs_mean(words: str, severity: str) -> None:
    lamps, shifted = article(3, "lamps", words), article(3, "lamps", words)
    first = Provision("", "paragraph", num="1.", text="The mate counts whatever burns on deck.")
    moved = tuple(each._replace(num=f"{n}.") for n, each in enumerate((first, *shifted.children), start=1))
    found = told(compared((article(1, "nets"), lamps), (article(1, "nets"), lamps._replace(children=moved))))
    assert [grade for grade, _ in found] == [severity]


def test_a_range_that_swallows_a_new_article_is_grave_and_wider() -> None:
    words = "Articles 1 to 3 hold for boats."
    old = (article(1, "nets"), article(2, "ropes"), article(3, "lamps", words))
    new = (article(1, "nets"), article(2, "bells"), article(3, "ropes"), article(4, "lamps", "Articles 1 to 4 hold for boats."))
    comparison = compared(old, new)
    (finding,) = [one for change in comparison.changes for one in change.findings if one.rule == "references"]
    assert (finding.severity, finding.scope) == ("high", "widens")
    assert finding.message == "Now within articles 1 to 4 (before: articles 1 to 3): article 2"


def test_renumbering_alone_gives_no_finding_above_low() -> None:
    old = (article(1, "nets"), article(2, "ropes", "See articles 1 to 3."), article(3, "lamps", "See article 2, paragraph 1."))
    new = (
        article(1, "bells"),
        article(2, "nets"),
        article(3, "ropes", "See articles 2 to 4."),
        article(4, "lamps", "See article 3, paragraph 1."),
    )
    assert {severity for severity, _ in told(compared(old, new))} == {"low", "info"}
