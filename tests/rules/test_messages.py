from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.rules import Setting, judge

if TYPE_CHECKING:
    from tests.rules.conftest import MakeChange
    from treatydiff.lexicon import Lexicon

CHOICE = "duty (shall), recommendation (should) and discretion (may)"
MAY_NOT = '"may not" can forbid or leave open, so the effect is not decided here'


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        ("Each Party shall sail.", "Each Party may sail.", ["Each Party: duty (shall) became discretion (may)"]),
        (
            "Parties [shall][should][may] sail.",
            "Parties may sail.",
            [
                f"Parties: contested between {CHOICE}, now discretion (may)",
                '"may" was chosen, "shall" and "should" were dropped',
            ],
        ),
        (
            "Each Party shall sail.",
            "Each Party [shall][may] sail.",
            ["Each Party: duty (shall), now contested between duty (shall) and discretion (may)"],
        ),
        (
            "Each Party may sail.",
            "Each Party may not sail.",
            [f"Each Party: discretion (may) became ambiguous negative (may not); {MAY_NOT}"],
        ),
        (
            "Parties shall lend ships.",
            "Parties shall, where possible and on mutually agreed terms, lend ships.",
            [
                'Parties: "on mutually agreed terms" now qualifies "lend ships"',
                'Parties: "where possible" now qualifies "lend ships"',
            ],
        ),
        (
            "Parties shall, within their means, lend ships and train crews.",
            "Parties shall lend ships and, within their means, train crews.",
            ['Parties: "within their means" moved: it now qualifies "train crews", before "lend ships"'],
        ),
        (
            "It closes after [ten] [twenty] ratifications.",
            "It closes after twenty ratifications.",
            [
                "Contested between ten and twenty ratifications, now twenty ratifications",
                '"twenty" was chosen, "ten" was dropped',
            ],
        ),
        (
            "Cuts of [10–20 per cent][30–40 per cent] are due.",
            "Cuts of 25 per cent are due.",
            ["Contested between 10–20 and 30–40 per cent, now 25 per cent"],
        ),
        (
            "Ships leave within 5 hours.",
            "Ships leave without delay.",
            ["Within 5 hours became without delay: time limit given up"],
        ),
    ],
)
def test_a_finding_says_what_happened_to_whom(
    make_change: MakeChange, english: Lexicon, old: str, new: str, messages: list[str]
) -> None:
    assert [finding.message for finding in judge(make_change(old, new), Setting(english))] == messages


def test_a_chapeau_that_changes_is_reported_once_and_not_for_each_item(make_change: MakeChange, english: Lexicon) -> None:
    chapeau = judge(make_change("Each Party shall:", "Each Party may:"), Setting(english))
    item = judge(make_change("train the crews of ships;", "train crews of ships;", chapeau="Each Party may:"), Setting(english))
    assert ([finding.message for finding in chapeau], item) == (["Each Party: duty (shall) became discretion (may)"], ())


def test_an_item_with_an_operator_of_its_own_is_compared_with_the_one_it_inherited(
    make_change: MakeChange, english: Lexicon
) -> None:
    (finding,) = judge(make_change("train crews", "consider training crews", chapeau="Each Party shall:"), Setting(english))
    assert finding.message == "Each Party: duty (shall, from the chapeau) became duty to consider (shall consider)"
    assert (finding.old, finding.old_span, finding.new) == ("", None, "consider")


def test_a_qualifier_in_the_preamble_weighs_little(make_change: MakeChange, english: Lexicon) -> None:
    change = make_change("Parties shall lend ships", "Parties shall lend ships, as appropriate", kind="recital")
    (finding,) = judge(change, Setting(english))
    assert (finding.severity, finding.bindingness) == ("low", "neutral")


def test_an_operator_in_the_preamble_weighs_little(make_change: MakeChange, english: Lexicon) -> None:
    (finding,) = judge(make_change("All ships shall rest", "All ships should rest", kind="recital"), Setting(english))
    assert (finding.severity, finding.bindingness) == ("low", "neutral")
