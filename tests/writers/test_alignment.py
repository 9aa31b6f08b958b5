from __future__ import annotations

from treatydiff import api
from treatydiff.writers.alignment import write_explanation, write_links
from treatydiff.writers.writer import Layout

_MARKED, _LOST = b"Nets of every ship are marked by colour.", b"Lost nets of every ship are told to the harbour."
_OLD = b"Article 1. Nets\n\n1. " + _MARKED + b" " + _LOST + b"\n\n2. Tugs wait.\n"
_NEW = b"Article 1. Nets\n\n1. " + _MARKED + b"\n\n2. " + _LOST + b"\n\n3. Tugs rest.\n"


def test_the_table_has_one_row_for_each_clause_of_a_link() -> None:
    old, new = api.read_bytes(_OLD, "old.txt"), api.read_bytes(_NEW, "new.txt")
    rows = [" ".join(line.split()) for line in write_links(api.align(old, new), Layout()).decode().splitlines()]
    assert rows[:4] == [
        "OLD NEW LINK",
        "article 1 article 1 same",
        "article 1, paragraph 1 article 1, paragraph 1 split 1.00",
        "article 1, paragraph 2",
    ]
    assert rows[4].startswith("article 1, paragraph 2 article 1, paragraph 3 edited 0.")


def test_no_line_is_wider_than_the_terminal_and_nothing_commands_it() -> None:
    text = b"Article 1. Nets\n\n1. Nets \x1b[31mare\x1b[0m marked.\n"
    shown = write_explanation(
        api.explain(api.read_bytes(text, "a.txt"), api.read_bytes(text, "b.txt"), "1(1)"), Layout(width=60)
    )
    assert b"\x1b" not in shown
    assert all(len(line) <= 60 for line in shown.decode().splitlines())


def test_an_explanation_names_the_link_the_stage_and_the_candidates() -> None:
    old, new = api.read_bytes(_OLD, "old.txt"), api.read_bytes(_NEW, "new.txt")
    shown = write_explanation(api.explain(old, new, "art 1(1)@old"), Layout()).decode()
    first = "article 1, paragraph 1 became article 1, paragraph 1 and article 1, paragraph 2: split 1.00"
    assert " ".join(shown.split()).startswith(first)
    assert shown.count(", linked") == 2
    assert "likeness" in shown
