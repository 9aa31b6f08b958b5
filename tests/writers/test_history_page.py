from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from lxml import html as parser

from treatydiff import folder
from treatydiff.writers.history_page import write_report
from treatydiff.writers.history_page.axis import SCALE, Scale, apart
from treatydiff.writers.history_page.heat import depth
from treatydiff.writers.history_page.timeline import columns
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

    from tests.conftest import MakeTreaty

HOSTILE = "</style></script><img src=x onerror=alert(1)> \"'&{{}} \x00\u202e$&"


def page_of(place: Path) -> str:
    return write_report(folder.report(place), Layout()).decode()


@pytest.fixture(scope="module")
def written(harbours: Path) -> str:
    return page_of(harbours)


@pytest.fixture(scope="module")
def parsed(written: str) -> HtmlElement:
    return parser.document_fromstring(written)


def text(page: HtmlElement, path: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in page.xpath(path)]


def test_every_part_of_the_page_is_there(parsed: HtmlElement) -> None:
    assert parsed.xpath("//section[@class='part']/@id") == ["sessions", "changes", "lineage", "counts", "turns", "clauses"]


def test_the_first_sentences_count_what_reached_the_end(parsed: HtmlElement) -> None:
    (lede,) = text(parsed, "//p[@class='lede']")
    assert lede == (
        "Four drafts from 3 February 2001 to 3 February 2004. Of 9 clauses of the first, 8 reached the last, 7 of them word "
        "for word; 3 of its clauses came in on the way. One wording went back and forth."
    )


def test_the_map_says_what_each_draft_did_to_each_article(parsed: HtmlElement) -> None:
    (table,) = parsed.xpath("//table[caption='I Boats']")
    heads = text(table, ".//thead//a")
    assert heads == ["article 1", "article 2", "article 3", "article 4"]
    rows = [[cell.xpath("string(span)") for cell in row.xpath("td")] for row in table.xpath(".//tbody/tr")]
    assert rows[0][0].startswith("6% of its words changed; 1 finding of high weight; duty: weaker")
    assert [row[1:] for row in rows] == [
        ["not there", "the same", "dropped"],
        ["new", "the same", "not there"],
        ["the same", "the same", "new"],
    ]


def test_the_lineage_is_told_in_words_and_as_a_table(parsed: HtmlElement) -> None:
    told = dict(zip(text(parsed, "//dl[@class='inwords']//dt"), text(parsed, "//dl[@class='inwords']//dd"), strict=True))
    assert (told["Dropped"], told["New"], told["Moved"]) == ("in B: 3", "in C: 2in D: 4", "none")
    numbers = [text(row, "td")[:4] for row in parsed.xpath("//section[@id='lineage']//table//tbody/tr")]
    assert numbers == [["1", "1", "1", "1"], ["–", "–", "2", "2"], ["2", "2", "3", "3"], ["3", "–", "–", "4"]]


def test_every_picture_has_a_table(parsed: HtmlElement) -> None:
    for figure in parsed.xpath("//figure | //section[@id='lineage']"):
        assert figure.xpath(".//svg[@role='img'][@aria-label]")
        assert figure.xpath(".//table")


def test_a_wording_that_turned_back_is_listed(parsed: HtmlElement) -> None:
    (row,) = parsed.xpath("//section[@id='turns']//tr[contains(., 'Article 1, paragraph 2')][td[.='may']]")
    assert text(row, "td")[:4] == ["shall", "may", "shall", "shall"]


def test_a_clause_shows_each_wording_once_under_the_drafts_that_have_it(parsed: HtmlElement) -> None:
    (clause,) = parsed.xpath("//*[@id='art-1-2']")
    heads = text(clause, ".//p[@class='head']")
    assert heads == [
        "Draft A Article 1 (2) partly in brackets",
        "Draft B Article 1 (2)",
        "Draft C Draft D Article 1 (2)",
    ]
    assert text(clause, ".//div[@class='versions v3']/div[2]//del")[0] == "shall"


def test_a_clause_that_came_back_says_so(parsed: HtmlElement) -> None:
    (clause,) = parsed.xpath("//*[@id='art-4-1']")
    assert text(clause, ".//p[@class='how']") == ["First wording", "Deleted", "Came back"]


def test_words_are_credited_to_the_draft_that_brought_them(parsed: HtmlElement) -> None:
    (blame,) = parsed.xpath("//*[@id='art-1-2']//p[@class='blame']") or [None]
    # all words of the last wording are of the first draft, restored or not, so nothing is to be told apart
    assert blame is None


def test_proposals_stand_beside_their_clause_with_their_fate(parsed: HtmlElement) -> None:
    (told,) = text(parsed, "//*[@id='art-1-2']//details[contains(@class, 'record')]//li")
    assert told.startswith("April 2002Utopia: Bind the keeper again")
    assert "Done in C" in told


def test_those_whom_the_record_does_not_name_are_not_counted(make_treaty: MakeTreaty) -> None:
    draft = "Article 1. Lamps\n\n1. The keeper shall light the lamp at dusk.\n"
    record = (
        '[[source]]\nid = "s"\npublisher = "P"\n[[proposal]]\nid = "P"\ndate = "2001"\noperation = "insert"\nsaid = "x"\n'
        'draft = "one"\nclauses = ["art 1(1)"]\nsupported-by = ["Utopia", "(most)"]\nopposed-by = ["(many coasts)"]\n'
        'source = "s"\n'
    )
    page = parser.document_fromstring(page_of(make_treaty(record, one=draft, two=draft.replace("dusk", "dawn"))))
    assert text(page, "//details[@class='rest']/summary")[-1] == "1 and some supported it and some opposed it"


def test_no_two_things_share_a_fragment_and_every_link_leads_somewhere(parsed: HtmlElement) -> None:
    ids = parsed.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in parsed.xpath("//a/@href")} <= set(ids)


def test_drafts_have_permanent_links(parsed: HtmlElement) -> None:
    assert parsed.xpath("//li[contains(@class, 'draft')]/@id") == ["draft-first", "draft-second", "draft-third", "draft-fourth"]


def test_only_our_style_and_script_may_run_and_nothing_is_loaded(written: str) -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', written)
    for name in ("style", "script"):
        inside = written.partition(f"<{name}>")[2].partition(f"</{name}>")[0]
        assert b64encode(sha256(inside.encode()).digest()).decode() in policy.replace("&#39;", "'")
    assert "default-src" in policy
    assert " style=" not in written
    assert not re.search(r"(?:src|href)=\"(?!#)", written)


def test_hostile_words_stay_words(make_treaty: MakeTreaty) -> None:
    draft = f"Article 1. {HOSTILE}\n\n1. The keeper shall light {HOSTILE} at dusk.\n"
    record = (
        '[[source]]\nid = "s"\npublisher = "<b>P</b>"\n[[event]]\ndate = "2001"\nkind = "session"\ntitle = "<b>t</b>"\n'
        '[[proposal]]\nid = "P"\ndate = "2001"\noperation = "insert"\nsaid = "<img>"\ndraft = "one"\nclauses = ["art 1(1)"]\n'
        'proposed-by = ["<script>"]\nsource = "s"\n'
    )
    written = page_of(make_treaty(record, one=draft.replace("\x00", ""), two=draft.replace("\x00", "").replace("dusk", "dawn")))
    page = parser.document_fromstring(written)
    assert not page.xpath("//img | //*[@onerror]")
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
    assert "\u202e" not in "".join(page.xpath("//@aria-label"))


def test_a_treaty_of_one_draft_has_a_page(make_treaty: MakeTreaty) -> None:
    page = parser.document_fromstring(page_of(make_treaty(only="Article 1. Lamps\n\n1. The keeper shall light the lamp.\n")))
    assert page.xpath("//section[@class='part']/@id") == ["sessions", "counts", "clauses"]


def test_a_draft_in_a_language_without_a_lexicon_has_a_page(make_treaty: MakeTreaty) -> None:
    text = "第一条 灯塔\n\n一、看守人应当在黄昏时分点亮灯塔上的灯，直到黎明。\n"
    page = parser.document_fromstring(page_of(make_treaty(one=text, two=text.replace("黎明", "日出"))))
    assert page.xpath("//section[@id='clauses']")


def test_the_same_folder_gives_the_same_page(harbours: Path, written: str) -> None:
    assert page_of(harbours) == written


def test_labels_that_would_lie_on_each_other_move_apart_in_their_order() -> None:
    assert apart([100.0, 101.0, 20.0]) == [86.0 + 1.0, 101.0, 20.0]
    found = apart([180.0, 180.0, 180.0])
    assert [b - a for a, b in pairwise(found)] == [14.0, 14.0]


def test_values_start_at_zero() -> None:
    scale = Scale(3, 10.0)
    assert (scale.y(0.0), scale.y(10.0)) == (SCALE.base, SCALE.top)
    assert Scale(3, 0.0).y(0.0) == SCALE.base


@pytest.mark.parametrize(("share", "shade"), [(0.0, 0), (0.01, 1), (0.1, 1), (0.11, 2), (0.5, 3), (0.51, 4), (1.0, 4)])
def test_the_shade_grows_with_the_share(share: float, shade: int) -> None:
    assert depth(share) == shade


def test_marks_stand_by_their_time_as_far_as_names_leave_room() -> None:
    line = [(2000.0, 1), (2010.0, 36)]
    assert columns([2000.0, 2005.0, 2010.0], line, 5) == [1, 18, 36]
    assert columns([2000.0, 2000.1, 2000.2], line, 5) == [1, 6, 11]
    assert columns([2009.8, 2009.9, 2010.0], line, 5) == [26, 31, 36]
    assert columns([None, None, None], line, 5) == [1, 19, 36]
    assert columns([2000.0, None, 2010.0], line, 5) == [1, 6, 36]
