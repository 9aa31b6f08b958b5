"""The sentences at the head of the report."""

from __future__ import annotations

from treatydiff.api import compare
from treatydiff.model import Comparison, Document, Finding, Provision
from treatydiff.text.eid import with_ids
from treatydiff.writers.html.lede import Doing, reading, weighed, weighing


def draft(*verbs: str) -> Document:
    paragraphs = tuple(
        Provision("", "paragraph", num=f"{n}.", text=f"The keeper of harbour {n} {verb} count every boat in it each day.")
        for n, verb in enumerate(verbs, 1)
    )
    return Document(provisions=with_ids((Provision("", "article", num="1", children=paragraphs),)))


def judged(*found: Finding) -> Comparison:
    """Give a comparison of four clauses, as many reworded as there are findings, with one finding on each."""
    verbs = ["may"] * len(found) + ["shall"] * (4 - len(found))
    comparison = compare(draft(*["shall"] * 4), draft(*verbs))
    left = iter(found)
    return comparison._replace(
        changes=tuple(
            change._replace(findings=(next(left),)) if change.link.kind == "edited" else change._replace(findings=())
            for change in comparison.changes
        ),
    )


WEAKER = Finding(
    "modality", "T01", "high", "weakens", "neutral", "neutral", "", "shall", "may", None, None, "duty became discretion"
)


def test_what_reads_as_before_is_counted_in_the_new_draft() -> None:
    assert reading(judged(WEAKER)) == "Three clauses in four (3 of 4) read as before. 1 is reworded."
    assert reading(judged()) == "Every clause reads as before."


def test_changes_of_high_weight_are_told_by_what_they_do() -> None:
    either = WEAKER._replace(bindingness="context")
    wider = WEAKER._replace(bindingness="strengthens", scope="widens")
    assert weighing(judged(WEAKER)) == ("One change weighs heavily", ": it weakens a duty.")
    assert weighing(judged(wider)) == ("One change weighs heavily", ": it strengthens a duty and widens the scope.")
    assert weighing(judged(either)) == ("One change weighs heavily", ": it can be taken either way.")
    assert weighing(judged(WEAKER, WEAKER, wider, either)) == (
        "Four changes weigh heavily",
        ": two weaken a duty, one strengthens a duty, one widens the scope and one can be taken either way.",
    )


def test_what_changes_do_names_the_axis_that_finds_them() -> None:
    either = WEAKER._replace(bindingness="context")
    assert weighed(judged(WEAKER, either)).doings == (
        Doing("one weakens a duty", "bindingness", "weakens"),
        Doing("one can be taken either way"),
    )


def test_lighter_findings_are_not_called_heavy() -> None:
    medium, low = WEAKER._replace(severity="medium"), WEAKER._replace(severity="low")
    assert weighing(judged(medium, low)) == ("No change weighs heavily", "; 1 change of medium weight.")
    assert weighing(judged(low)) == ("No change weighs heavily", ".")


def test_nothing_is_said_of_weight_where_nothing_changed() -> None:
    assert weighing(judged()) == ("", "")
