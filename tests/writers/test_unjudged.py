from __future__ import annotations

import pytest

from treatydiff.api import compare, read_bytes, render
from treatydiff.writers.unjudged import nothing_found, unjudged

ARABIC = "المادة 1 الغرض\n\n1. على الدول الأطراف أن تتعاون في منع الجريمة.\n"
ENGLISH = "Article 1. Lamps\n\n1. Each Party shall light its lamps.\n"
FRENCH = "Article 1. Feux\n\n1. Chaque Partie allume les feux de tous ses ports pendant la nuit et par temps de brume.\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            ARABIC,
            ARABIC.replace("منع", "مكافحة"),
            "The rules do not know this language: what changed is shown, but not judged.",
        ),
        (ENGLISH, FRENCH, "The two drafts are in different languages: what changed is shown, but not judged."),
    ],
)
def test_drafts_that_no_rule_can_read_are_not_said_to_keep_their_meaning(old: str, new: str, said: str) -> None:
    comparison = compare(read_bytes(old.encode(), "old.txt"), read_bytes(new.encode(), "new.txt"))
    for form in ("html", "markdown", "note", "terminal", "text"):
        written = " ".join(render(comparison, form).decode().split())
        assert said in written, form
        assert "No rule found" not in written, form


def test_a_language_that_the_rules_know_is_judged_even_where_they_are_silent() -> None:
    draft = read_bytes(ENGLISH.encode(), "old.txt")
    comparison = compare(draft, draft)
    assert unjudged(comparison) == ""
    assert nothing_found(comparison) == "No rule found a change of meaning."
