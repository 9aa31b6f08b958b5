from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from treatydiff.diff import redline
from treatydiff.model import Change, Link
from treatydiff.text.marks import extract, pieces
from treatydiff.writers.docx.lines import Token
from treatydiff.writers.docx.weaving import woven
from treatydiff.writers.pieces import pieces as redline_pieces

if TYPE_CHECKING:
    from treatydiff.writers.docx.weaving import Stitch

_TEXTS = st.lists(
    st.sampled_from(["shall", "may", "not", "nets", "[", "]", "[agreed]", "{date}", "ships;", "1."]), max_size=10
).map(" ".join)


def _tokens(written: str) -> tuple[str, list[Token]]:
    """Give the words of a text without its marks, and its tokens."""
    words, marks = extract(written)
    found = pieces(words, marks)
    return words, [Token(text, "sign" if kind else "words", place, 0) for text, kind, place in found]


def _weave(old: str, new: str) -> list[Stitch]:
    (before, here), (after, there) = _tokens(old), _tokens(new)
    change = Change("c1", Link("edited", (), (), 0.5), redline(before, after))
    return woven(here, there, list(redline_pieces(change)))


def _shown(stitches: list[Stitch]) -> str:
    signs = {"equal": "{}", "delete": "[-{}-]", "insert": "[+{}+]"}
    return "".join(signs[stitch.op].format(stitch.token.text) for stitch in stitches)


@given(_TEXTS, _TEXTS)
def test_what_stays_and_goes_is_the_old_text_and_what_stays_and_comes_the_new(old: str, new: str) -> None:
    stitches = _weave(old, new)
    assert "".join(s.old.text for s in stitches if s.old) == "".join(token.text for token in _tokens(old)[1])
    assert "".join(s.new.text for s in stitches if s.new) == "".join(token.text for token in _tokens(new)[1])
    assert all(s.old.text == s.new.text for s in stitches if s.old and s.new)
    assert all((s.old is None, s.new is None) == (s.op == "insert", s.op == "delete") for s in stitches)


def test_a_bracket_that_goes_leaves_its_words() -> None:
    assert _shown(_weave("Parties [shall] mark nets", "Parties shall mark nets")) == "Parties [-[-]shall[-]-] mark nets"


def test_a_bracket_stays_around_words_that_are_replaced() -> None:
    assert _shown(_weave("Parties [shall] mark", "Parties [may] mark")) == "Parties [[-shall-][+may+]] mark"


def test_a_bracket_that_grows_stays() -> None:
    assert _shown(_weave("Parties mark [nets]", "Parties mark [nets and ropes]")) == "Parties mark [nets[+ and ropes+]]"
