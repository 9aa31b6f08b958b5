from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.rules.lists import joint_at_end, listings

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "heads", "joint"),
    [
        ("principles of thrift and care", ["thrift", "care"], "and"),
        ("It names the lamps, bells and ropes of ships.", ["lamps", "bells", "ropes"], "and"),
        ("Ports, of which there are many, lend tugs or barges.", ["lend tugs", "barges"], "or"),
        ("Parties shall mark, light and/or raise wrecks.", ["mark", "light", "raise wrecks"], "and/or"),
        ("gear for crews, in particular the old and the sick", ["old", "sick"], "and"),
        ("Ports lend tugs as well as the barges.", ["Ports lend tugs", "barges"], "as well as"),
    ],
)
def test_items_in_a_sentence_are_parted_by_commas_and_a_coordinator(
    english: Lexicon, text: str, heads: list[str], joint: str
) -> None:
    (found,) = listings(text, english)
    assert [text[slice(*item.head)] for item in found.items] == heads
    assert found.joint is not None
    assert text[slice(*found.joint)] == joint


@pytest.mark.parametrize(
    ("text", "items", "labels"),
    [
        ("It names: (a) the port; (b) the toll; and (c) the pilot.", ["the port", "the toll", "the pilot"], ["a", "b", "c"]),
        ("It names (i) tugs, (ii) barges. It ends.", ["tugs", "barges"], ["i", "ii"]),
        ("(1) lamps; (2) bells", ["lamps", "bells"], ["1", "2"]),
    ],
)
def test_items_with_labels_follow_each_other(english: Lexicon, text: str, items: list[str], labels: list[str]) -> None:
    found = next(one for one in listings(text, english) if one.is_lettered)
    assert [text[slice(*item.span)] for item in found.items] == items
    assert [item.label for item in found.items] == labels


@pytest.mark.parametrize(
    "text", ["Under paragraph 1 (a) and (b) ships wait.", "Ships wait.", "and so on", "(a) one; (c) three", ""]
)
def test_citations_and_sentences_are_no_lists(english: Lexicon, text: str) -> None:
    assert [one for one in listings(text, english) if one.is_lettered or len(one.items) > 2] == []


def test_an_item_ends_with_the_joint_of_its_list(english: Lexicon) -> None:
    assert joint_at_end("mark wrecks; and", english) == (13, 16)
    assert joint_at_end("mark wrecks;", english) is None
