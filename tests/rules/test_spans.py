from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.diff import redline
from treatydiff.model import RedlinePart
from treatydiff.rules.spans import Correspondence, Piece, brackets, is_recital, sentence

if TYPE_CHECKING:
    from tests.rules.conftest import MakeClause
    from treatydiff.lexicon import Lexicon

OLD, NEW = "Parties shall lend big ships.", "Parties may lend ships."
PLACES = Correspondence.of(redline(OLD, NEW))


def _at(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def test_a_deletion_and_an_insertion_side_by_side_are_one_place() -> None:
    parts = (RedlinePart("equal", "ab"), RedlinePart("delete", "c"), RedlinePart("insert", "de"))
    assert Correspondence.of(parts) == Correspondence((Piece(kept=True, old=(0, 2), new=(0, 2)), Piece(False, (2, 3), (2, 4))))


def test_words_that_stayed_have_their_exact_image() -> None:
    assert PLACES.image(_at(OLD, "lend")) == _at(NEW, "lend")
    assert PLACES.stayed(_at(OLD, "lend"), _at(NEW, "lend"))


def test_a_replaced_word_meets_what_replaced_it_and_did_not_stay() -> None:
    assert PLACES.meet(_at(OLD, "shall"), _at(NEW, "may"))
    assert not PLACES.stayed(_at(OLD, "shall"), _at(NEW, "may"))
    assert not PLACES.meet(_at(OLD, "shall"), _at(NEW, "ships"))


def test_the_kept_share_counts_the_characters_that_stayed() -> None:
    assert PLACES.kept_share(_at(OLD, "lend"), of_new=False) == 1
    assert PLACES.kept_share(_at(OLD, "shall"), of_new=False) == 0
    assert PLACES.kept_share(_at(NEW, "may lend"), of_new=True) == 5 / 8


def test_sentences_end_at_full_stops_semicolons_and_line_breaks_but_not_after_abbreviations(english: Lexicon) -> None:
    text = "See art. 5 for it; ships wait. Crews rest\nPorts close"
    cuts = [text[slice(*sentence(text, _at(text, words), english))] for words in ("for", "ships", "rest", "close")]
    assert cuts == ["See art. 5 for it", "ships wait", "Crews rest", "Ports close"]


def test_brackets_of_several_clauses_count_in_the_joined_words(make_clause: MakeClause) -> None:
    clauses = (make_clause("Ships [may] wait"), make_clause("[Crews] rest"))
    joined = "\n".join(clause.words for clause in clauses)
    assert [joined[slice(*span)] for span in brackets(clauses)] == ["may", "Crews"]


def test_a_recital_is_told_by_its_kind(make_clause: MakeClause, english: Lexicon) -> None:
    assert is_recital(make_clause("Mindful of ships", kind="recital"), english)
    assert not is_recital(make_clause("Ships wait"), english)


def test_a_recital_is_known_by_how_it_reads_where_the_draft_does_not_tell(make_clause: MakeClause, english: Lexicon) -> None:
    assert is_recital(make_clause("Recognizing that ships need pilots,"), english)
    assert is_recital(make_clause("Determined to keep harbours open, and"), english)
    assert not is_recital(make_clause("Recognizing a signal, ships shall stop."), english)
    assert not is_recital(make_clause("Determined ships sail on"), english)
