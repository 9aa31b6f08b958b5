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
