from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.diff import redline

_WORDS = st.lists(st.sampled_from(["shall", "may", "the", "of", ",", ".", "State", "law", "and", "\n", "40"]), max_size=30)
_TEXTS = st.one_of(_WORDS.map(" ".join), st.text(alphabet="ab. ", max_size=40), st.text(max_size=60))


def _marked(old: str, new: str) -> str:
    signs = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(signs[part.op].format(part.text) for part in redline(old, new))


@given(_TEXTS, _TEXTS)
def test_the_redline_gives_both_texts_back(old: str, new: str) -> None:
    parts = redline(old, new)
    assert "".join(part.text for part in parts if part.op != "insert") == old
    assert "".join(part.text for part in parts if part.op != "delete") == new


def test_separators_that_only_some_call_white_space_are_kept() -> None:
    assert _marked("a", "\x1f\r") == "[-a-]{+\x1f\r+}"


@given(_TEXTS, _TEXTS)
def test_neighbouring_parts_differ_in_operation_and_none_is_empty(old: str, new: str) -> None:
    parts = redline(old, new)
    assert all(part.text for part in parts)
    assert all(first.op != second.op for first, second in itertools.pairwise(parts))


@given(_TEXTS)
def test_a_text_against_itself_has_no_difference(text: str) -> None:
    assert {part.op for part in redline(text, text)} <= {"equal"}


@given(_TEXTS, _TEXTS)
def test_no_word_is_cut(old: str, new: str) -> None:
    place = 0
    for part in redline(old, new):
        if part.op != "insert":
            start, place = place, place + len(part.text)
            assert not (0 < start < len(old) and old[start - 1].isalpha() and old[start].isalpha() and old.isascii())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Each Party shall help.", "Each Party may help.", "Each Party [-shall-]{+may+} help."),
        ("Each Party shall help.", "Each Party shall, where possible, help.", "Each Party shall{+, where possible,+} help."),
        ("under articles 6 to 16 above", "under articles 7 to 17 above", "under articles [-6 to 16-]{+7 to 17+} above"),
        ("by fees, by gifts, by loans", "by fees, by loans", "by fees, [-by gifts, -]by loans"),
        ("a fine list:\nand more", "a fine list:\nand no more", "a fine list:\nand {+no +}more"),
        ("het onderwerp en d", "e het.het onderwerp en", "{+e het.+}het onderwerp en[- d-]"),
        ("", "new words", "{+new words+}"),
        ("old words", "", "[-old words-]"),
        ("各缔约国应当采取措施", "各缔约国可以采取措施", "各缔约国[-应当-]{+可以+}采取措施"),
    ],
)
def test_a_redline_reads_as_a_person_would_mark_it(old: str, new: str, expected: str) -> None:
    assert _marked(old, new) == expected


def test_a_rewritten_sentence_is_one_replacement_and_no_letter_soup() -> None:
    old = "The red fox of the north crossed a wide and icy river by night"
    new = "A committee of experts from the capital drafts the report and sends it by post"
    assert [part.op for part in redline(old, new)] == ["delete", "insert"]
