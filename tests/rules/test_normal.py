from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.rules.normal import normal

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("organise, analysed, labour", "organize, analyzed, labor"),
        ("centres, travelled, wilful", "centers, traveled, willful"),
        ("co-operation", "cooperation"),
        ("the ﬁrst offi cer", "the first officer"),
        ("ships, boats, and rafts", "ships, boats and rafts"),
        ("the port—an old one—waits", "the port (an old one) waits"),
        ("thirty (30) days", "30 days"),
        ("(a) ships;", "a. ships."),
    ],
)
def test_what_only_looks_different_folds_into_one(english: Lexicon, old: str, new: str) -> None:
    assert normal(old, english, with_numbers=True) == normal(new, english, with_numbers=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("four ports", "for ports"),
        ("the State's ships", "the States' ships"),
        ("filed", "filled"),
        ("10-20 ships", "1020 ships"),
        ("version 1.5", "version 15"),
        ("ships and boats", "ships or boats"),
    ],
)
def test_what_is_different_stays_different(english: Lexicon, old: str, new: str) -> None:
    assert normal(old, english, with_numbers=True).letters != normal(new, english, with_numbers=True).letters


def test_a_comma_that_moves_what_belongs_together_is_a_pause(english: Lexicon) -> None:
    old, new = (normal(text, english, with_numbers=False) for text in ("owners, from abroad, pay", "owners from abroad pay"))
    assert (old.letters, [kind for _, kind in old.pauses], new.pauses) == (new.letters, ["comma", "comma"], ())
