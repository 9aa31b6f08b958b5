from __future__ import annotations

from tests.histories import harbours, history_of
from treatydiff.history.overview import overview
from treatydiff.writers.lineage.overview import write_terminal
from treatydiff.writers.writer import Layout

OPEN = "Each Party {} open its harbours to every vessel that seeks shelter from a storm at sea."
CHOICE = (
    "Article 1. Harbours\n\n1.\n\nOption 1: Fees for the use of a quay are made public by the keeper once a year.\n\n"
    "Option 2: No vessel pays for the use of any quay, whatever flag she flies and whatever she carries.\n"
)


def test_the_overview_tells_steps_and_reversals() -> None:
    history = history_of(*(harbours(OPEN.format(verb)) for verb in ("shall", "may", "shall")))
    assert (
        write_terminal(overview(history), Layout()).decode()
        == """\
Treaty

a
          4 clauses

b
          4 clauses
          against a: 3 read the same, 1 reworded
          findings: 1 high

c
          4 clauses
          against b: 3 read the same, 1 reworded
          findings: 1 high

WENT BACK AND FORTH

          article 1, paragraph 1 (c)
          shall (a) → may (b) → shall (c, back) [modality]

"""
    )


def test_options_and_agreed_text_are_told_with_what_became_of_them() -> None:
    settled = "Article 1. Harbours\n\n1. Fees for the use of a quay are made public by the keeper once a year.\n"
    told = write_terminal(overview(history_of(CHOICE, settled)), Layout()).decode()
    assert "OPTIONS  1 won, 1 lost" in told
    assert "won       article 1, paragraph 1, option 1 (a) went on as the text of b" in told
    agreed = harbours(f"{OPEN.format('shall')} [agreed ad referendum]")
    told = write_terminal(overview(history_of(agreed, harbours(OPEN.format("may")))), Layout()).decode()
    assert "article 1, paragraph 1 agreed in a, changed in b" in told
    assert "high      Each Party: duty (shall) became discretion (may)" in told


def test_an_option_is_shown_with_its_brackets() -> None:
    contested = CHOICE.replace("are made public", "[are made] [become] public")
    settled = "Article 1. Harbours\n\n1. Fees for the use of a quay are made public by the keeper once a year.\n"
    told = write_terminal(overview(history_of(contested, settled)), Layout()).decode()
    assert "Fees for the use of a quay [are made] [become] public by the keeper" in " ".join(told.split())
