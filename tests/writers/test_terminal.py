from __future__ import annotations

from treatydiff.api import compare, read_bytes, render
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
