from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import treatydiff.rules
from treatydiff.diff import redline
from treatydiff.lexicon import load
from treatydiff.model import Change, Clause, Link, Provision
from treatydiff.rules import RULES, Fires, Rule, Setting, Silent, judge
from treatydiff.text.marks import extract

if TYPE_CHECKING:
    from tests.rules.conftest import MakeCase, MakeChange
    from treatydiff.lexicon import Lexicon

FIRES = [pytest.param(rule, example, id=f"{rule.id}-{n}") for rule in RULES for n, example in enumerate(rule.fires)]
SILENT = [
    pytest.param(rule, example, id=f"{rule.id}-on-{other.id}-{n}")
    for rule in RULES
    for other in RULES
    if rule.id != "rewording" or other is rule
    for n, example in enumerate(other.silent)
]
"""All rules on all silent examples, but for the rule that tells just what none of the others has anything to say about."""
_WORDS = st.lists(
    st.sampled_from(
        [
            *["each State Party", "Parties", "shall", "may", "should", "not", "consider", "[shall][may]", "be required to"],
            *["within", "thirty days", "[10] [20] days", "40", "per cent", "two-thirds", "majority", "article 7", "fiftieth"],
            *[
                "where appropriate",
                "as appropriate",
                "inter alia",
                "report",
                "records",
                ",",
                ".",
                ";",
                ", subject to law,",
                "(",
            ],
        ]
    ),
    min_size=1,
    max_size=14,
).map(" ".join)


@pytest.mark.parametrize(("rule", "example"), FIRES)
def test_a_rule_fires_on_its_examples_exactly_as_described(make_case: MakeCase, rule: Rule, example: Fires) -> None:
    (finding,) = rule.judge(make_case(example))
    said = Fires(
        example.old,
        example.new,
        finding.severity,
        finding.bindingness,
        finding.rights,
        finding.scope,
        (finding.old, finding.new),
        finding.actor,
        example.chapeau,
        example.articles,
    )
    assert said == example
    assert (finding.rule, finding.category) == (rule.id, rule.category)


@pytest.mark.parametrize(("rule", "example"), SILENT)
def test_a_rule_is_silent_where_any_rule_must_be(make_case: MakeCase, rule: Rule, example: Silent) -> None:
    case = make_case(example)
    assert case.change.link.kind not in rule.on or list(rule.judge(case)) == []


def test_every_rule_is_registered_under_the_name_of_its_file_and_has_examples() -> None:
    modules = {
        name: importlib.import_module(f"treatydiff.rules.{name}")
        for _, name, _ in pkgutil.iter_modules(treatydiff.rules.__path__)
    }
    assert {name for name, module in modules.items() if hasattr(module, "RULE")} == {rule.id for rule in RULES}
    assert [rule.id for rule in RULES if len(rule.fires) < 6 or len(rule.silent) < 8] == []


def test_the_gravest_findings_come_first_and_among_equals_the_longer_step(make_change: MakeChange, english: Lexicon) -> None:
    change = make_change(
        "Each Party must mark ships. Parties should keep logs. Parties may, as appropriate, sail within ten days.",
        "Each Party shall mark ships. Parties shall keep logs. Parties shall, where appropriate, sail within six days.",
    )
    said = [(finding.rule, finding.severity, finding.weight) for finding in judge(change, Setting(english))]
    assert said == [
        ("modality", "high", 4),
        ("numbers", "high", 4),
        ("modality", "high", 3),
        ("qualifiers", "low", 2),
        ("modality", "low", 0),
    ]


def test_clauses_that_came_or_went_as_a_whole_are_judged_by_their_structure_alone(
    make_change: MakeChange, english: Lexicon
) -> None:
    change = make_change("Parties shall mark ships.", "Parties may mark ships.")
    same = change._replace(link=change.link._replace(kind="same"))
    inserted = change._replace(link=change.link._replace(kind="inserted", old=()), redline=redline("", change.new_words))
    deleted = change._replace(link=change.link._replace(kind="deleted", new=()), redline=redline(change.old_words, ""))
    said = [[finding.message for finding in judge(each, Setting(english))] for each in (same, inserted, deleted)]
    assert said == [
        [],
        ['Parties: new discretion (may): "mark ships" (ADD)'],
        ['Parties: duty (shall) dropped: "mark ships" (SUP)'],
    ]
    assert len(judge(change, Setting(english))) == 1


def test_headings_bind_nobody(english: Lexicon) -> None:
    old, new = (
        Clause(Provision("a", "article", heading=heading), (), "article 1", 0)
        for heading in ("What Parties shall do within 3 days", "What Parties may do, where possible, within 9 days")
    )
    change = Change("c1", Link("edited", (old,), (new,), 0.5), redline(old.words, new.words))
    assert [(finding.rule, finding.severity, finding.bindingness) for finding in judge(change, Setting(english))] == [
        ("structure", "low", "neutral")
    ]


def test_a_language_without_a_lexicon_gives_no_finding(make_change: MakeChange) -> None:
    change = make_change("Parties shall lend 3 ships.", "Parties may, where possible, lend 5 ships.")
    assert judge(change, Setting(load("xx"))) == ()


@given(_WORDS, _WORDS)
@settings(deadline=None)
def test_every_finding_quotes_the_words_at_its_spans(old: str, new: str) -> None:
    change = _change(old, new)
    for finding in judge(change, Setting(load("en"))):
        for words, span, quoted in (
            (change.old_words, finding.old_span, finding.old),
            (change.new_words, finding.new_span, finding.new),
        ):
            assert quoted == (words[slice(*span)] if span else "")
        assert finding.old or finding.new
        assert not finding.message.endswith(".")


@given(_WORDS)
@settings(deadline=None)
def test_equal_wordings_give_no_finding_even_when_they_are_judged(words: str) -> None:
    change = _change(words, words)
    edited = change._replace(link=change.link._replace(kind="edited"))
    assert judge(edited, Setting(load("en"))) == ()


def _change(old: str, new: str) -> Change:
    before, after = (Clause(_provision(raw), (), "paragraph 1", 0) for raw in (old, new))
    link = Link("same" if before.words == after.words else "edited", (before,), (after,), 0.5)
    return Change("c1", link, redline(before.words, after.words))


def _provision(raw: str) -> Provision:
    marked = extract(raw)
    return Provision("own", "paragraph", text=marked.words, marks=marked.marks)
