from __future__ import annotations

import csv
from io import StringIO

from tests.histories import harbours, history_of
from treatydiff.history.concordance import concordance
from treatydiff.writers.lineage.page import write_html
from treatydiff.writers.lineage.table import write_csv, write_terminal
from treatydiff.writers.writer import Layout

OPEN = "Each Party shall open its harbours to every vessel that seeks shelter from a storm at sea."
FEES = "Fees for the use of a quay are made public by the keeper once a year."
DRAFTS = (harbours(OPEN, FEES), harbours(OPEN), harbours(FEES, OPEN))


def test_each_provision_is_one_line_with_its_number_in_each_draft() -> None:
    told = write_terminal(concordance(history_of(*DRAFTS)), Layout(width=60)).decode()
    assert (
        told
        == """\
SUBJECT                                     a     b     c
Harbours                                    1     1     1
Harbours                                    1(2)  –     1(1)
Harbours                                    1(1)  1(1)  1(2)
Lights                                      2     2     2
Lights                                      2(1)  2(1)  2(1)

5 provisions in 3 drafts: 2 renumbered.
"""
    )


def test_drafts_without_room_follow_in_a_further_table() -> None:
    told = write_terminal(concordance(history_of(*[harbours(OPEN)] * 10)), Layout(width=60)).decode()
    heads = [line.split()[1:] for line in told.splitlines() if line.startswith("SUBJECT")]
    assert heads == [list("abcdef"), list("ghij")]
    assert max(map(len, told.splitlines())) <= 60


def test_csv_has_whole_citations_and_no_cell_is_a_formula() -> None:
    texts = [text.replace("Harbours", "=1+1") for text in DRAFTS]
    data = write_csv(concordance(history_of(*texts)), Layout())
    assert data.startswith(b"\xef\xbb\xbfline,")
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["line", "subject", "a", "b", "c", "begins", "ends"]
    assert rows[2] == [
        "c/art_1__para_1",
        "'=1+1",
        "article 1, paragraph 2",
        "",
        "article 1, paragraph 1",
        "first",
        "last",
    ]


def test_the_page_has_every_number_and_loads_nothing() -> None:
    page = write_html(concordance(history_of(*DRAFTS)), Layout()).decode()
    assert page.startswith("<!doctype html>")
    assert page.count("<tr") == 6
    assert '<td class="new" title="article 1, paragraph 1"><bdi>1(1)</bdi></td>' in page
    assert '<td class="none"><span aria-hidden="true">–</span><span class="unseen">not there</span></td>' in page
    assert "http" not in page.replace("http-equiv", "")
    assert "default-src &#39;none&#39;" in page
