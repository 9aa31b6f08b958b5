from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.rules.defining import defined_in

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Ship” means any craft;", [("Ship", "any craft", False)]),
        ("'ship' (or craft) shall mean a hull", [("ship", "a hull", False)]),
        ('``Ship" includes a raft.', [("Ship", "a raft.", True)]),
        (
            "For the purposes of this treaty: (a) “tug” means a ship; (b) “raft” means logs.",
            [("tug", "a ship", False), ("raft", "logs.", False)],
        ),
        ("“Ship”, in relation to a port, means a craft", [("Ship", "a craft", False)]),
        ("Grave wreck means a wreck that leaks.", [("Grave wreck", "a wreck that leaks.", False)]),
        ("It is done by means of a tug.", []),
        ("Each Party shall use all means at hand.", []),
        ("The list includes ports.", []),
        ('Moreover, " " means a State that signs.', []),
    ],
)
def test_a_definition_is_told_by_its_term_and_its_verb(
    english: Lexicon, text: str, expected: list[tuple[str, str, bool]]
) -> None:
    found = defined_in(text, english)
    assert [(one.term, text[slice(*one.body)].strip(), one.is_open) for one in found] == expected


def test_quotation_marks_around_nothing_define_nothing(english: Lexicon) -> None:
    assert [one.term for one in defined_in("“ ” means a lamp on the mole;\n“boat” means what floats.", english)] == ["boat"]
