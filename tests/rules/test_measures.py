from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.api import measures, read_bytes

if TYPE_CHECKING:
    from treatydiff.model import Measures

TEXT = b"""Preamble

Recalling that the sea shall be free to all, and with respect for human rights,

Article 1. Lamps

1. The keeper [shall] [should] light the lamp, with due regard to human rights.

2. The keeper may put it out [at dawn].
"""


def counted(text: bytes, name: str = "a.txt") -> Measures:
    return measures(read_bytes(text, name))


def test_operators_are_counted_by_class_and_contested_ones_once() -> None:
    found = counted(TEXT)
    assert (found.operators, found.contested) == ({"duty": 1, "discretion": 1}, 1)


def test_the_preamble_counts_neither_as_words_nor_as_a_safeguard() -> None:
    found = counted(TEXT)
    assert found.words == 13 + 8  # of the two paragraphs
    assert found.safeguards == {"human rights": 1}


def test_brackets_are_counted_by_pairs_and_by_clauses() -> None:
    assert (counted(TEXT).brackets, counted(TEXT).bracketed) == (3, 2)


def test_a_bracket_over_two_paragraphs_opens_once() -> None:
    found = counted(b"Article 1. Lamps\n\n1. [Light the lamp at dusk.\n\n2. Put it out at dawn.]\n")
    assert found.brackets == 1
