from __future__ import annotations

from typing import TYPE_CHECKING

from tests.writers.dumps.docx import readable, resolved
from treatydiff import api
from treatydiff.writers.docx import write_comparison
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from treatydiff.model import Comparison

HEAD = "# Accord\n\n## Article 1. Nets\n\n"
LAST = "\n\n## Article 2. Boats\n\nBoats are kept dry and bear the name of a port.\n"


def _compared(old: str, new: str) -> Comparison:
    return api.compare(*(api.read_bytes(f"{HEAD}{text}{LAST}".encode(), "x.md") for text in (old, new)))


def _told(old: str, new: str) -> list[str]:
    comparison = _compared(old, new)
    told = readable(write_comparison(comparison, Layout()))
    for between in ("{", "}", "+][+", "-][-"):
        told = told.replace(between, "")
    lines = told.splitlines()
    return [line for line in lines if not line.startswith("    ")]


def test_paragraphs_inserted_behind_an_insertion_continue_its_paragraph() -> None:
    told = _told("1. Parties mark nets in red", "1. Parties mark nets in red every year\n\n2. Ropes are white.")
    at = next(n for n, line in enumerate(told) if "mark nets" in line)
    assert told[at] == "Numbered: 1. → Parties mark nets in red[+ every year¶+]"
    assert told[at + 1] == "Numbered: [+2. → Ropes are white.+]"


SHIPS = "Ships carry ropes that are white and new."


def test_what_went_stands_behind_what_came_where_two_insertions_would_touch() -> None:
    told = _told(f"Parties mark nets in red.\n\n{SHIPS}", f"Parties mark nets in blue\n\n[{SHIPS}]")
    at = next(n for n, line in enumerate(told) if "mark nets" in line)
    assert told[at : at + 2] == ["Clause: Parties mark nets in [+blue+][-red.-]", f"Clause: [+[+]{SHIPS}[+]+]"]


def test_the_last_word_that_stayed_is_written_anew_where_nothing_went_behind_it() -> None:
    told = _told(f"Parties mark nets in red\n\n{SHIPS}", f"Parties mark nets in red every year\n\n[{SHIPS}]")
    at = next(n for n, line in enumerate(told) if "mark nets" in line)
    assert told[at] == "Clause: Parties mark nets in [+red every year+][-red-]"


def test_words_stand_as_the_redline_has_them_where_no_insertions_touch() -> None:
    told = _told(f"Parties mark nets in red.\n\n{SHIPS}", f"Parties mark nets in blue\n\n{SHIPS}")
    assert "Clause: Parties mark nets in [-red.-][+blue+]" in told


def test_the_styles_come_back_where_a_paragraph_was_continued() -> None:
    old, new = "1. Parties mark nets in red", "1. Parties mark nets in red every year\n\n    (a) ropes;\n\n    (b) anchors."
    data = write_comparison(_compared(old, new), Layout())
    assert ("Numbered", "1.\tParties mark nets in red") in resolved(data, "rejected")
