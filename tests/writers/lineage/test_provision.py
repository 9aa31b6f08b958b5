from __future__ import annotations

from tests.histories import harbours, history_of
from treatydiff.history.subject import subject
from treatydiff.writers.lineage.provision import write_provision
from treatydiff.writers.writer import Layout

OPEN = "Each Party shall open its harbours [without delay]."


def test_a_provision_is_shown_with_its_standing_and_its_numbers() -> None:
    history = history_of(harbours(OPEN), harbours("Fees are made public by the keeper once a year.", OPEN))
    assert (
        write_provision(history, subject(history, "art 1(2)"), Layout()).decode()
        == """\
Article 1, paragraph 2
in b
Article 1 Harbours
in brackets in part

2.  Each Party shall open its harbours [without delay].

IN EACH DRAFT
a         article 1, paragraph 1
b         article 1, paragraph 2
"""
    )


def test_an_article_without_heading_is_shown_whole() -> None:
    history = history_of("Article 7\n\n1. Each Party shall open its harbours.\n\n2. Fees are public.\n")
    told = write_provision(history, subject(history, "art 7"), Layout()).decode()
    assert told.startswith("Article 7\nin a\n")
    assert "2.  Fees are public." in told
