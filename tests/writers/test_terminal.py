from __future__ import annotations

import pytest

from treatydiff.api import compare, read_bytes, render
from treatydiff.errors import UsageError
from treatydiff.writers.screen import printable
from treatydiff.writers.writer import Layout


def _shown(old: str, new: str, layout: Layout | None = None) -> str:
    comparison = compare(read_bytes(old.encode(), "old.txt"), read_bytes(new.encode(), "new.txt"))
    return render(comparison, "terminal", layout).decode()


def test_two_equal_drafts_read_the_same() -> None:
    draft = "Article 1. Help\n\n1. Each Party shall help.\n"
    assert _shown(draft, draft).splitlines()[-1] == "The two drafts read the same."


def test_one_clause_is_no_plural() -> None:
    assert "old.txt, 1 clause\n" in _shown("Each Party shall help.", "Each Party shall help.\n\nEach Party shall pay.")


def test_the_summary_stands_before_the_findings_and_these_before_the_text() -> None:
    shown = _shown("Article 1\n\n1. Each Party shall help others.\n", "Article 1\n\n1. Each Party may help others.\n")
    places = [shown.index(part) for part in ("0 read the same, 1 reworded", "FINDINGS  1 high", "CHANGES", "[-shall-]")]
    assert places == sorted(places)


def test_with_colour_words_are_struck_and_underlined_and_carry_no_signs() -> None:
    shown = _shown(
        "Article 1\n\n1. Each Party shall help others.\n",
        "Article 1\n\n1. Each Party may help others.\n",
        Layout(colour=True),
    )
    assert "\x1b[9;31mshall" in shown
    assert "\x1b[4;34mmay" in shown
    assert "[-" not in shown


def test_characters_that_command_a_terminal_or_reorder_text_are_shown_as_unknown() -> None:
    assert printable("a\x1b[2Jb\u202ec\x00\nd") == "a\ufffd[2Jb\ufffdc\ufffd\nd"
    assert printable("می\u200cخواهم") == "می\u200cخواهم"


def test_terms_replaced_throughout_stand_between_the_findings_and_the_text() -> None:
    words = ("shall mark a {} at sea", "reports a {} within three days", "may lift any {} that is lost")
    old, new = (
        "Article 1\n\n" + "\n\n".join(f"{n}. Each Party {each.format(net)}." for n, each in enumerate(words, 1)) + "\n"
        for net in ("fishing net", "drift net")
    )
    shown = _shown(old, f"{new}\n4. Each fishing net is taxed by the port.\n")
    places = [shown.index(part) for part in ("TERMS REPLACED THROUGHOUT", "3 times", "fishing net → drift net", "CHANGES")]
    assert places == sorted(places)
    assert "the old term is left in article 1, paragraph 4" in shown


OLD = """Article 1. Lamps

1. Each Party shall light its lamps.

2. Each Party should paint its lamps once a year.

Article 2. Keepers

1. Keepers sleep by day.

Article 3. Fees

Fees are paid in silver.
"""
NEW = """Article 1. Lamps

1. Each Party may light its lamps.

2. Each Party should paint its lamps twice a year.

Article 2. Boats

Boats are free.

Article 3. Keepers

1. Keepers sleep by day.

Article 4. Fees

Fees are paid in silver.
"""


def test_only_high_leaves_out_lighter_findings_and_clauses_without_a_high_one() -> None:
    shown = _shown(OLD, NEW, Layout(only="high"))
    assert "shown     findings of high severity" in shown
    assert "FINDINGS  1 high\n" in shown
    assert "[-shall-]" in shown
    assert "[-once-]" not in shown
    assert "Boats" not in shown


def test_only_medium_keeps_what_is_graver() -> None:
    old = f"{OLD}\nArticle 5. Oil\n\nEach Party shall keep oil and wicks in its stores.\n"
    new = f"{NEW}\nArticle 5. Oil\n\nEach Party shall keep oil, wicks and maps of the coast in its stores.\n"
    shown = _shown(old, new, Layout(only="medium"))
    assert "FINDINGS  1 high, 1 medium\n" in shown
    assert "Boats" not in shown


def test_where_no_finding_is_grave_enough_this_is_said() -> None:
    shown = _shown(OLD, OLD.replace("silver", "gold"), Layout(only="high"))
    assert "There is no finding of high severity here." in shown
    assert shown.endswith("What is shown reads the same in both drafts.\n")


def test_an_article_is_found_by_its_number_in_either_draft() -> None:
    shown = _shown(OLD, NEW, Layout(articles=("2",)))
    assert "Article 2. Boats" in shown
    assert "Article 3 (was 2). Keepers" in shown
    assert "[-shall-]" not in shown
    of_the_old = _shown(OLD, NEW, Layout(articles=("2@old",)))
    assert "Article 2. Boats" not in of_the_old
    assert "Article 3 (was 2). Keepers" in of_the_old


def test_several_places_are_shown_together_and_a_place_may_be_a_paragraph() -> None:
    shown = _shown(OLD, NEW, Layout(articles=("art. 1(2)", "4@new")))
    assert "[-once-]" in shown
    assert "[-shall-]" not in shown
    assert "Article 4 (was 3). Fees" in shown


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("99", "no clause of either draft is cited as '99'"),
        ("4@old", "no clause of the old draft"),
        ("1@mine", "no draft called"),
    ],
)
def test_a_place_that_is_not_there_is_named(place: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        _shown(OLD, NEW, Layout(articles=(place,)))


def test_stat_gives_a_line_for_each_article_that_changed_and_a_total() -> None:
    lines = _shown(OLD, NEW, Layout(stat=True)).splitlines()
    assert lines[-5:] == [
        "Article 1. Lamps           |      4 high    ++--",
        "Article 2 (new). Boats     |      4 low     ++++",
        "Article 3 (was 2). Keepers |                renumbered",
        "Article 4 (was 3). Fees    |                renumbered",
        "4 articles and 6 clauses changed, 6 words came in (+), 2 went out (-)",
    ]


def test_the_bar_is_scaled_to_the_line_and_shows_a_single_word_still() -> None:
    many = " ".join(f"lamp{n}" for n in range(300))
    old = "Article 1\n\nEach keeper lights the lamps at dusk.\n\nArticle 2\n\nKeepers sleep by day.\n"
    new = f"Article 1\n\nEach keeper lights the lamps at dusk: {many}.\n\nArticle 2\n\nKeepers sleep by night.\n"
    lines = _shown(old, new, Layout(stat=True)).splitlines()
    assert max(map(len, lines)) <= 80
    assert [line[-2:] for line in lines[-3:-1]] == ["++", "+-"]


def test_stat_says_so_when_nothing_changed() -> None:
    assert _shown(OLD, OLD, Layout(stat=True)).endswith("Nothing changed.\n")
