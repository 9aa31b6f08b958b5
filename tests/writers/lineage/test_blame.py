from __future__ import annotations

from tests.histories import harbours, history_of
from treatydiff.history.blame import DraftBlame, Run, blame
from treatydiff.writers.lineage.blame import joined, write_terminal
from treatydiff.writers.writer import Layout

OPEN = "Each Party {} open its harbours to every vessel that seeks shelter from a storm at sea."


def test_words_stand_beside_the_draft_that_brought_them() -> None:
    history = history_of(*(harbours(OPEN.format(verb)) for verb in ("shall", "may", "shall")))
    told = write_terminal(DraftBlame(history, 2, blame(history, 2)[1:2]), Layout()).decode()
    assert (
        told
        == """\
Who brought the words of c
words by draft: a 17 (100%)
"back": the words had gone in a draft between, and came back

1(1)
a       Each Party
a back  shall
a       open its harbours to every vessel that seeks shelter from a storm at
        sea.
"""
    )


def test_without_words_that_came_back_nothing_is_said_of_them() -> None:
    history = history_of(*(harbours(OPEN.format(verb)) for verb in ("shall", "may")))
    told = write_terminal(DraftBlame(history, 1, blame(history, 1)), Layout()).decode()
    assert "back" not in told
    assert "words by draft: a 27 (96%), b 1 (4%)" in told
    assert "b  may" in told.splitlines()
    assert "Article 2" in told.splitlines()


def test_signs_alone_go_with_the_words_before_them() -> None:
    runs = (Run("one", 0, False), Run(", ", 1, False), Run("two", 0, False), Run(" three", 1, False))
    assert joined(runs) == [Run("one, two", 0, False), Run(" three", 1, False)]


def test_a_draft_with_a_long_name_has_its_own_line() -> None:
    history = history_of(*(harbours(OPEN.format(verb)) for verb in ("shall", "may")))
    long = history.drafts[1].entry._replace(id="second-revised-draft-of-the-chair")
    named = history._replace(drafts=(history.drafts[0], history.drafts[1]._replace(entry=long)))
    told = write_terminal(DraftBlame(named, 1, blame(named, 1)), Layout(width=60)).decode()
    assert "second-revised-draft-of-the-chair\n" in told
    assert max(map(len, told.splitlines())) <= 60
