from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.api import duties, read_bytes
from treatydiff.lexicon import load
from treatydiff.rules.inventory import duties as asked_by

if TYPE_CHECKING:
    from tests.rules.conftest import MakeClause
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Duty

DRAFT = b"""Article 1. Harbours

1. Where its means allow, each Party shall, as appropriate, mark its harbours, unless the Council decides otherwise. It may ask
for help.

2. Each Party shall:

(a) train pilots;

(b) consider lending tugs.

3. "Harbour" means a place where ships lie.

4. Harbours are open.
"""


def _said(duty: Duty) -> tuple[str, str, str, int]:
    operator = duty.operators[0]
    return duty.clause.label, duty.actor, f"{operator.name} ({operator.words})", operator.strength


def test_each_operator_of_an_operative_clause_is_told_with_its_actor_and_its_strength() -> None:
    assert [_said(duty) for duty in duties(read_bytes(DRAFT, "draft.txt"))] == [
        ("article 1, paragraph 1", "each Party", "duty (shall)", 5),
        ("article 1, paragraph 1", "", "discretion (may)", 1),
        ("article 1, paragraph 2 (a)", "each Party", "duty (shall)", 5),
        ("article 1, paragraph 2 (b)", "each Party", "duty to consider (shall consider)", 3),
        ("article 1, paragraph 3", "", "rule (means)", -1),
    ]


def test_a_duty_tells_what_is_asked_with_what_room_and_under_which_conditions() -> None:
    duty = duties(read_bytes(DRAFT, "draft.txt"))[0]
    assert duty.subject == "Where its means allow, each Party"
    assert duty.action == "as appropriate, mark its harbours, unless the Council decides otherwise"
    assert duty.qualifiers == ("as appropriate",)
    assert duty.conditions == ("Where its means allow", "unless the Council decides otherwise")


def test_an_operator_with_which_a_chapeau_ends_is_told_with_each_item_as_inherited() -> None:
    inherited = [duty.clause.label for duty in duties(read_bytes(DRAFT, "draft.txt")) if duty.is_inherited]
    assert inherited == ["article 1, paragraph 2 (a)"]


def test_a_choice_in_brackets_is_one_contested_entry(make_clause: MakeClause, english: Lexicon) -> None:
    (duty,) = asked_by([make_clause("Each Party [shall][should] mark ships.")], english)
    assert ([operator.words for operator in duty.operators], duty.is_contested) == (["shall", "should"], True)


def test_the_preamble_and_headings_ask_nothing(make_clause: MakeClause, english: Lexicon) -> None:
    assert list(asked_by([make_clause("All ships shall rest", kind="recital")], english)) == []


def test_a_language_without_a_lexicon_gives_no_duties(make_clause: MakeClause) -> None:
    assert list(asked_by([make_clause("Each Party shall mark ships.")], load("xx"))) == []
