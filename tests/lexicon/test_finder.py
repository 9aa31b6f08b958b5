from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from treatydiff.lexicon.finder import Finder

PATTERNS = [r"shall(?!\w)", r"(?:the|a)\s+ship(?!\w)", r"no\s+\w+?\s+may(?!\w)", r"(?<=x )so(?!\w)"]
HEADS = frozenset({"shall", "the", "a", "no", "so", "sh"})
FINDER = Finder(PATTERNS, HEADS)
PLAIN = re.compile(rf"(?<![\w-])(?:{'|'.join(PATTERNS)})", re.IGNORECASE)
TEXTS = st.lists(
    st.sampled_from(
        ["shall", "Shall", "the", "a", "ship", "no", "state", "may", "x", "so", "İ", "ship-shall", "the-", "_a", ",", "9a"]
    ),
    max_size=12,
).flatmap(lambda words: st.sampled_from([" ", "  ", "\n", "-"]).map(lambda gap: gap.join(words)))


@given(TEXTS, st.integers(0, 20), st.integers(0, 60))
def test_a_finder_gives_what_its_pattern_gives(text: str, start: int, stop: int) -> None:
    found = [match.span() for match in FINDER.finditer(text, start, stop)]
    assert found == [match.span() for match in PLAIN.finditer(text, start, stop)]
    first = PLAIN.search(text, start, stop)
    assert (FINDER.search(text, start, stop) or first) is not None or first is None
    assert FINDER.sub(text) == PLAIN.sub("", text)


def test_a_finder_without_heads_tries_every_word() -> None:
    assert [match[0] for match in Finder([r"ships?(?!\w)"], frozenset()).finditer("ship and ships")] == ["ship", "ships"]


def test_a_finder_without_patterns_finds_nothing() -> None:
    assert Finder([], frozenset({"a"})).search("a") is None


def test_what_follows_a_hyphen_begins_a_word_only_inside_compounds() -> None:
    heads = frozenset({"year"})
    assert Finder([r"year(?!\w)"], heads).search("five-year") is None
    assert Finder([r"year(?!\w)"], heads, inside_compounds=True).search("five-year") is not None
