from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.model import Change, Clause, Finding, Link, Provision
from treatydiff.rules import Setting, judge
from treatydiff.rules.options import weighed

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon


@pytest.mark.parametrize(
    ("stands", "gone", "severity", "bindingness"),
    [
        ("shall", ["may"], "high", "strengthens"),
        ("may", ["shall", "should"], "high", "weakens"),
        ("should", ["shall", "may"], "high", "context"),
        ("is told", ["may, where appropriate, be told"], "high", "strengthens"),
        ("will", ["shall"], "high", "context"),
        ("tugs", ["barges"], "medium", "neutral"),
        ("shall lend", ["shall not lend"], "medium", "context"),
    ],
)
def test_what_was_chosen_is_weighed_against_what_was_dropped(
    english: Lexicon, stands: str, gone: list[str], severity: str, bindingness: str
) -> None:
    found = weighed([stands], gone, "", english)
    assert (found.severity, found.bindingness) == (severity, bindingness)


def test_a_choice_beside_a_safeguard_concerns_rights(english: Lexicon) -> None:
    assert weighed(["may"], ["shall"], "A judge may hear the crew.", english).rights == "weakens"
    assert weighed(["may"], ["shall"], "A tug may wait.", english).rights == "neutral"


def test_the_alternative_that_became_the_text_is_told_when_its_rivals_went(english: Lexicon) -> None:
    (finding,) = _findings(english, rival_became=())
    assert finding.message == "Option 1 became the text, Option 2 was dropped"
    assert (finding.severity, finding.bindingness) == ("high", "strengthens")


def test_an_alternative_that_went_is_told_with_those_that_stand(english: Lexicon) -> None:
    (finding,) = _findings(english, rival_became=(), of_winner=False)
    assert finding.message == "This alternative was dropped, Option 1 stands"
    assert (finding.old, finding.new, finding.severity) == ("Ports may wait.", "", "low")


def test_nothing_is_told_of_alternatives_while_a_rival_stands(english: Lexicon) -> None:
    assert _findings(english, rival_became=(Clause(Provision("x", "alternative", text="Ports may wait."), (), "x", 1),)) == ()


def _findings(english: Lexicon, rival_became: tuple[Clause, ...], *, of_winner: bool = True) -> tuple[Finding, ...]:
    options = (
        Provision("o1", "alternative", num="Option 1", text="Ports shall wait."),
        Provision("o2", "alternative", num="Option 2", text="Ports may wait."),
    )
    parent = Provision("p", "paragraph", children=options)
    first, second = (Clause(option, (parent,), option.num, n) for n, option in enumerate(options))
    new = Clause(Provision("n", "paragraph", text="Ports shall wait."), (), "paragraph 1", 0)
    change = Change("c1", Link("same", (first,), (new,), 1.0), ())
    rival = Change("c2", Link("edited" if rival_became else "deleted", (second,), rival_became, 0.5), ())
    return judge(change if of_winner else rival, Setting(english, (first, second), (new, *rival_became), (change, rival)))
