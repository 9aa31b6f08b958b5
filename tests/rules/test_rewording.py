"""Changes of words of which no other rule tells, in single clauses and through a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.rules.test_structure import compared, paragraphs
from treatydiff.model import Provision
from treatydiff.rules import Setting, judge
from treatydiff.rules.routine import Routine, routine

if TYPE_CHECKING:
    from tests.rules.conftest import MakeChange
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Change, Finding

WOODEN, IRON = "wooden", "iron"


def _reworded(change: Change, english: Lexicon) -> list[Finding]:
    return [finding for finding in judge(change, Setting(english)) if finding.rule == "rewording"]


def test_a_place_of_which_another_rule_tells_is_not_told_again(make_change: MakeChange, english: Lexicon) -> None:
    change = make_change("Each Party shall mark its wrecks.", "Each Party may mark its wrecks.")
    assert _reworded(change, english) == []


def test_only_the_two_longest_places_of_a_clause_are_told_the_longest_first(make_change: MakeChange, english: Lexicon) -> None:
    change = make_change(
        "Grey ships rest here while small tugs carry wet sand to the lagoon behind old piers.",
        "Blue ships rest here while small tugs carry coal, salt, flour to the lagoon behind warm cosy piers.",
    )
    said = [(finding.old, finding.new) for finding in _reworded(change, english)]
    assert said == [("wet sand", "coal, salt, flour"), ("old", "warm cosy")]


def test_what_gave_way_to_the_same_words_through_the_text_is_told_of_no_clause() -> None:
    texts = ("Buoys hang on {} chains.", "Lamps stand on {} poles at dusk.", "Charts are kept in a {} box.")
    old, new = (
        (Provision("", "article", num="Article 1", children=paragraphs(*_filled(texts, stuff))),) for stuff in (WOODEN, IRON)
    )
    found = [finding for change in compared(old, new).changes for finding in change.findings]
    assert [finding for finding in found if finding.rule == "rewording"] == []


def _filled(texts: tuple[str, ...], stuff: str) -> tuple[str, ...]:
    return tuple(text.format(stuff) for text in texts)


def test_a_substitution_is_routine_from_its_third_place_on(make_change: MakeChange, english: Lexicon) -> None:
    change = make_change("Ask the board.", "Ask the council.")
    assert routine([change] * 2, english) == Routine(frozenset(), frozenset())
    assert routine([change] * 3, english) == Routine(frozenset({english.stem("board")}), frozenset({english.stem("council")}))


def test_the_cover_of_a_draft_is_left_alone(make_change: MakeChange, english: Lexicon) -> None:
    change = make_change("As amended in spring", "As amended on deck", kind="preface")
    assert judge(change, Setting(english)) == ()
