from __future__ import annotations

from treatydiff.text.encode import Vocabulary


def test_equal_tokens_get_equal_characters_and_others_do_not() -> None:
    vocabulary = Vocabulary()
    first = vocabulary.encode(["each", "State", "each"])
    assert first[0] == first[2] != first[1]
    assert vocabulary.encode(["State"]) == first[1]


def test_a_large_vocabulary_is_still_valid_unicode() -> None:
    code = Vocabulary().encode(str(n) for n in range(60_000))
    assert len(set(code)) == 60_000
    assert len(code.encode("utf-8").decode("utf-8")) == 60_000
