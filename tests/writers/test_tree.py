from __future__ import annotations

from treatydiff.api import read_bytes, render
from treatydiff.model import ReadWarning


def test_a_warning_stands_with_its_page() -> None:
    draft = read_bytes(b"Article 1\n\nHelp.\n", "draft.txt")
    warned = draft._replace(warnings=(ReadWarning("scan", "This page is a picture", page=3),))
    assert "warning: page 3: This page is a picture" in render(warned, "terminal").decode().splitlines()


def test_the_outline_shows_numbers_headings_words_and_marks() -> None:
    draft = b"Article 1. Help\n\n1. Each Party [shall] [may]:\n(a) help;\n(b) pay;\nwithout delay.\n"
    shown = render(read_bytes(draft, "draft.txt"), "terminal").decode()
    assert shown.splitlines()[-8:] == [
        "article Article 1  Help  art_1",
        "  paragraph 1.  art_1__para_1",
        "    Each Party [shall] [may]:",
        "    point (a)  art_1__para_1__list_1__point_a",
        "      help;",
        "    point (b)  art_1__para_1__list_1__point_b",
        "      pay;",
        "    without delay.",
    ]
