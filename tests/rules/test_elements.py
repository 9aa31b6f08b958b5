from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.rules.case import Wording
from treatydiff.rules.elements import elements

if TYPE_CHECKING:
    from tests.rules.conftest import MakeClause
    from treatydiff.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "when committed intentionally or recklessly",
            [("intentionally", "required", True), ("recklessly", "alternative", True)],
        ),
        ("the theft of a ship without right", [("without right", "required", False)]),
        ("A Party may require dishonest or criminal intent.", [("dishonest or criminal intent", "optional", False)]),
        ("Nothing in this article covers entry without right.", []),
        ("with the intent of wrecking a ship", [("with the intent", "required", False)]),
        ("a person who ought to have known it", [("ought to have known", "required", False)]),
    ],
)
def test_an_element_is_read_with_its_role(
    make_clause: MakeClause, english: Lexicon, text: str, expected: list[tuple[str, str, bool]]
) -> None:
    found = elements(Wording((make_clause(text),), english))
    assert [(one.phrase, one.role, one.covers_all) for one in found] == expected
    assert [text[slice(*one.span)].casefold() for one in found] == [phrase for phrase, _, _ in expected]
