"""The report on values built in code: every word is there, nothing else gets in, and what moved can be followed."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from treatydiff import __version__
from treatydiff.api import compare
from treatydiff.model import (
    Change,
    Comparison,
    Document,
    Finding,
    Link,
    Mark,
    MarkChange,
    Metadata,
    Provision,
    ReadWarning,
    RedlinePart,
    Term,
)
from treatydiff.text.clauses import clauses
from treatydiff.text.eid import with_ids
from treatydiff.writers.html import write_comparison
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from treatydiff.model import Clause

HOSTILE = "</p><script>alert(1)</script> ]]> <img src=x onerror=alert(1)> &amp; \"'>\u202eabc\u0000\u0007\ud800{{ 7*7 }}"


def paragraph(text: str, num: str = "1.", *children: Provision, marks: tuple[Mark, ...] = ()) -> Provision:
    return Provision("", "paragraph", num=num, text=text, marks=marks, children=children)


def point(text: str, num: str) -> Provision:
    return Provision("", "point", num=num, text=text)


def article(num: str, heading: str, *children: Provision) -> Provision:
    return Provision("", "article", num=f"Article {num}", heading=heading, children=children)


def chapter(num: str, heading: str, *children: Provision) -> Provision:
    return Provision("", "chapter", num=f"Chapter {num}", heading=heading, children=children)


def document(*provisions: Provision, title: str = "", symbol: str = "", language: str = "en") -> Document:
    return Document(Metadata(title=title, symbol=symbol, language=language), with_ids(provisions))


def finding(**changes: object) -> Finding:
    own = Finding(
        rule="modality",
        category="T01",
        severity="high",
        bindingness="weakens",
        rights="context",
        scope="neutral",
        actor="each State",
        old="shall",
        new="may",
        old_span=(11, 16),
        new_span=(11, 14),
        message="each State: duty (shall) became discretion (may)",
    )
    return own._replace(**changes)  # type: ignore[arg-type]  # the fields are named by the tests


def judged(comparison: Comparison, *found: Finding, at: int = 0) -> Comparison:
    """Give the comparison with findings on one of its reworded changes."""
    edited = [change for change in comparison.changes if change.link.kind == "edited"][at]
    changes = tuple(change._replace(findings=found) if change is edited else change for change in comparison.changes)
    return comparison._replace(changes=changes)


def linked(old: Document, new: Document, kind: str, redline: tuple[RedlinePart, ...]) -> Comparison:
    """Give the comparison in which all clauses of both drafts are in one change."""
    before, after = clauses(old), clauses(new)
    link = Link(kind, before, after, 0.8)  # type: ignore[arg-type]  # the kinds are given by the tests
    return Comparison(old, new, before, after, (Change("c1", link, redline),))


def written(comparison: Comparison) -> str:
    return write_comparison(comparison, Layout()).decode()


def page(comparison: Comparison) -> HtmlElement:
    return html.document_fromstring(written(comparison))


def printable(text: str) -> str:
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)


def words(element: HtmlElement, gone: str) -> str:
    """Give the text of an element without signs and without the words of the other draft."""
    clone = html.fromstring(html.tostring(element, encoding="unicode", with_tail=False))
    for each in clone.xpath(f'.//{gone} | .//*[contains(concat(" ", @class, " "), " mk ")]'):
        each.drop_tree()
    return clone.text_content()


def told_words(tree: HtmlElement, clause: Clause, fragment: str, gone: str) -> bool:
    """Whether the page shows the words of a clause under its fragment, or where its row or its article begins."""
    found = tree.get_element_by_id(fragment)
    side = "old" if gone == "ins" else "new"
    places = [found, *found.xpath(f'./div[@class="{side}"]/p'), *found.xpath('./header//span[@class="name"]')]
    return printable(clause.words) in {words(place, gone) for place in places}


def fragments(tree: HtmlElement) -> list[str]:
    return [str(each) for each in tree.xpath("//@id")]


TEXTS = st.text(st.characters(exclude_categories=()), min_size=1, max_size=30).map(lambda text: text.replace("\r", " "))
PARTS = st.lists(st.tuples(st.sampled_from(["equal", "delete", "insert"]), TEXTS), min_size=1, max_size=8)


@st.composite
def marked_changes(draw: st.DrawFn) -> Comparison:
    """A comparison of one clause with any redline and any marks over both wordings."""
    parts = tuple(RedlinePart(op, text) for op, text in draw(PARTS))  # type: ignore[arg-type]  # the three names of operations
    old = "".join(part.text for part in parts if part.op != "insert") or "-"
    new = "".join(part.text for part in parts if part.op != "delete") or "-"
    if not any(part.op != "insert" for part in parts):
        parts = (RedlinePart("delete", old), *parts)
    if not any(part.op != "delete" for part in parts):
        parts = (*parts, RedlinePart("insert", new))
    drafts = [document(article("1", "", paragraph(text, marks=tuple(draw(marks(text)))))) for text in (old, new)]
    return linked(drafts[0], drafts[1], "edited", parts)


def marks(text: str) -> st.SearchStrategy[list[Mark]]:
    kinds = st.sampled_from(
        ["bracket", "option", "attribution", "status", "footnote", "insertion", "deletion", "emphasis", "reference"]
    )
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    return st.lists(
        st.builds(lambda kind, span, label: Mark(kind, span[0], span[1], label, "note"), kinds, spans, TEXTS), max_size=5
    )


@pytest.fixture
def convention() -> Comparison:
    """Two drafts in which a clause of every sort is found, with a finding on a duty that became a discretion."""
    preamble = Provision("", "preamble", children=(Provision("", "recital", text="Mindful of the rivers,"),))
    aim = article("1", "Aim", paragraph("The aim is clean rivers."), paragraph("It is lasting.", "2."))
    general = chapter("I", "General", aim)
    old = document(
        preamble,
        general,
        chapter(
            "II",
            "Duties",
            article("2", "Reports", paragraph("Each State shall report to the Secretariat every year on its rivers.")),
            article("3", "Funds", paragraph("A fund for the small islands is set up in the capital of the depositary.")),
            article(
                "4",
                "Lists",
                paragraph("Each list names:", "1.", point("the banks;", "(a)"), point("the mouths and the wells.", "(b)")),
            ),
        ),
        title="Convention on rivers",
        symbol="R/1",
    )
    new = document(
        preamble,
        general,
        chapter(
            "II",
            "Duties",
            article("2", "Harbours", paragraph("Ships that carry mercury keep away from every harbour named in the annex.")),
            article("3", "Reports", paragraph("Each State may report to the Secretariat every year on its rivers.")),
            article(
                "4",
                "Lists",
                paragraph("Each list names:", "1.", point("the banks;", "(a)"), point("the mouths and the springs.", "(b)")),
            ),
        ),
        title="Convention on rivers",
        symbol="R/2",
    )
    return judged(compare(old, new), finding())


def test_the_title_page_names_the_treaty_and_both_drafts(convention: Comparison) -> None:
    tree = page(convention)
    assert tree.xpath("string(//h1)") == "Convention on rivers"
    assert [each.text_content() for each in tree.xpath('//dd[@class="what"]')] == ["R/1", "R/2"]
    assert [each.xpath("string(./dd[last()])") for each in tree.xpath('//dl[@class="draft"]')] == [
        "4 articles, 14 clauses",
        "4 articles, 14 clauses",
    ]


def test_the_lede_counts_what_reads_as_before_and_what_weighs_heavily(convention: Comparison) -> None:
    lede = page(convention).xpath('string(//div[@class="lede"]/p)')
    assert lede == (
        "Three clauses in four (10 of 14) read as before. 2 are reworded, 2 are new and 2 are gone. "
        "One change weighs heavily: it weakens a duty."
    )


def test_the_map_has_a_cell_for_every_article_in_the_order_of_the_new_draft(convention: Comparison) -> None:
    cells = page(convention).xpath('//nav[@id="map"]//ol//a')
    assert [(cell.text, cell.get("href"), cell.get("aria-label")) for cell in cells] == [
        ("Preamble", "#preamble", "Preamble; reads the same"),
        ("1", "#art-1", "Article 1, Aim; reads the same"),
        ("2", "#art-2", "Article 2, Harbours; new; 1 finding of low weight"),
        ("3", "#art-3", "Article 3, Reports; was 2; 5% of its text changed; 1 finding of high weight"),
        ("3", "#old-art-3", "Article 3, Funds; deleted; 1 finding of low weight"),
        ("4", "#art-4", "Article 4, Lists; 11% of its text changed; 1 finding of low weight"),
    ]
    assert [cell.get("class").split()[1] for cell in cells] == ["same", "same", "inserted", "edited", "deleted", "edited"]


def test_a_finding_in_the_list_has_its_sentence_its_place_and_both_wordings(convention: Comparison) -> None:
    item, *_ = page(convention).xpath('//section[@id="findings"]//ol/li')
    assert item.xpath("string(.//p[@class='say'])") == "Each State: duty (shall) became discretion (may)."
    assert item.xpath("string(.//a/@href)") == "#art-3-1-f1"
    assert item.xpath("string(.//a)") == "Article 3, paragraph 1"
    assert (item.xpath("string(.//del)"), item.xpath("string(.//ins)")) == ("shall", "may")
    assert [" ".join(each.text_content().split()) for each in item.xpath(".//ul/li")] == [
        "Duty ↓ weaker",
        "Rights ◇ depends on the view taken",
    ]


def test_findings_stand_by_severity_then_weight_then_order() -> None:
    old = document(article("1", "", paragraph("One boat sails."), paragraph("Two boats sail.", "2.")))
    new = document(article("1", "", paragraph("One boat rests."), paragraph("Two boats rest.", "2.")))
    comparison = judged(compare(old, new), finding(severity="low", message="low"), finding(message="light", weight=1))
    comparison = judged(comparison, finding(message="heavy", weight=3), finding(severity="medium", message="medium"), at=1)
    said = page(comparison).xpath('//section[@id="findings"]//p[@class="say"]/text()')
    assert said == ["Heavy.", "Light.", "Medium.", "Low."]


def test_the_note_beside_a_clause_is_reached_from_the_deciding_word(convention: Comparison) -> None:
    row = page(convention).get_element_by_id("art-3-1")
    (link,) = row.xpath('.//div[@class="new"]//sup/a')
    assert link.get("href") == "#art-3-1-f1"
    assert row.xpath('string(.//div[@class="new"]//sup/preceding-sibling::*[1])') == "may"
    assert row.get_element_by_id("art-3-1-f1").xpath("string(.//b)") == "Each State: duty (shall) became discretion (may)."


def test_a_clause_and_a_finding_carry_what_the_filters_ask_for(convention: Comparison) -> None:
    tree = page(convention)
    (item,) = tree.xpath("//ol[@class='list high']/li")
    assert tree.get_element_by_id("art-3-1").get("data-k") == "edited"
    assert {key: item.get(f"data-{key}") for key in "srxa"} == {
        "s": "high",
        "r": "modality",
        "x": "bindingness-weakens rights-context",
        "a": "a0",
    }


def test_filters_count_the_changes_that_they_keep(convention: Comparison) -> None:
    boxes = page(convention).xpath('//div[@id="filter"]//label')
    assert [(box.xpath("string(./input/@value)"), box.xpath("string(./span)")) for box in boxes] == [
        ("high", "1"),
        ("low", "3"),
        ("info", "1"),
        ("edited", "2"),
        ("inserted", "2"),
        ("deleted", "2"),
        ("renumbered", "1"),
        ("bindingness-weakens", "1"),
        ("bindingness-context", "1"),
        ("rights-context", "2"),
        ("scope-context", "1"),
        ("structure", "3"),
        ("modality", "1"),
        ("rewording", "1"),
        ("a0", "1"),
    ]


def test_clauses_that_read_the_same_are_folded_with_their_number(convention: Comparison) -> None:
    assert page(convention).xpath("//details[@class='fold']/summary/text()") == [
        "Preamble reads the same (1 clause)",
        "Article 1 reads the same (3 clauses)",
        "2 clauses read the same",
    ]


def test_every_clause_of_both_drafts_is_on_the_page_with_its_exact_words(convention: Comparison) -> None:
    tree = page(convention)
    for clause in convention.new_clauses:
        fragment = clause.id.replace("__list_1", "").replace("__para", "").replace("__point", "").replace("__", "-")
        fragment = fragment.replace("_", "-").replace("recs-1-", "")
        assert told_words(tree, clause, fragment, "del"), clause.id
    everything = {words(each, "ins") for each in tree.xpath('//div[@class="old"]/p | //span[@class="name"]')}
    assert {clause.words for clause in convention.old_clauses} <= everything


@given(marked_changes())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_both_wordings_survive_any_redline_under_any_marks(comparison: Comparison) -> None:
    row = page(comparison).get_element_by_id("art-1-1")
    (old,), (new,) = (row.xpath(f'./div[@class="{side}"]/p') for side in ("old", "new"))
    assert words(old, "ins") == printable(comparison.changes[0].old_words)
    assert words(new, "del") == printable(comparison.changes[0].new_words)


def test_overlapping_marks_cut_the_redline_into_runs_that_nest() -> None:
    old = document(article("1", "", paragraph("by means of nets", marks=(Mark("bracket", 3, 16),))))
    new = document(
        article(
            "1", "", paragraph("by use of nets", marks=(Mark("bracket", 3, 6), Mark("option", 7, 14, "Option 1"))),
        )
    )  # fmt: skip
    parts = (
        RedlinePart("equal", "by "),
        RedlinePart("delete", "means"),
        RedlinePart("insert", "use"),
        RedlinePart("equal", " of nets"),
    )
    row = page(linked(old, new, "edited", parts)).get_element_by_id("art-1-1")
    inner = [html.tostring(each, encoding="unicode") for each in row.xpath("./div/p")]
    before, after = inner
    assert before == (
        '<p id="old-art-1-1" dir="auto"><bdi class="mk n">1. </bdi>by <b class="mk br">[</b><del><span class="open">means'
        '</span></del><span class="open"> of nets</span><b class="mk br">]</b></p>'
    )
    assert after == (
        '<p dir="auto"><bdi class="mk n">1. </bdi>by <del>means</del><b class="mk br">[</b><ins><span class="open">use</span>'
        '</ins><b class="mk br">]</b> <span class="mk who">Option 1 </span><span class="open">of nets</span></p>'
    )


def test_statuses_footnotes_and_half_brackets_are_signs_beside_the_words() -> None:
    marks = (Mark("bracket", 0, 4, closes=False), Mark("status", 4, 4, "agreed"), Mark("footnote", 4, 4, "7", "See <above>."))
    draft = document(article("1", "", paragraph("Text", marks=marks)))
    row = page(compare(draft, draft)).get_element_by_id("art-1-1")
    assert row.xpath('string(./div[@class="new"]/p)') == "1. [Text7 agreed"
    assert row.xpath('string(.//p[@class="footnote"])') == "7 See <above>."


def test_a_clause_whose_brackets_went_is_no_clause_that_reads_the_same() -> None:
    old = document(article("1", "", paragraph("Nets are used.", marks=(Mark("bracket", 0, 4),))))
    new = document(article("1", "", paragraph("Nets are used.")))
    found = compare(old, new)
    changes = tuple(change._replace(marks=(MarkChange("bracket", "resolved", "Nets", "Nets"),)) for change in found.changes)
    row = page(found._replace(changes=changes)).get_element_by_id("art-1-1")
    assert (row.get("class"), row.get("data-k")) == ("row changed is-marks", "marks")
    assert row.xpath('string(./div[@class="gut"]/span)') == "bracket resolved"


def test_a_split_clause_stands_against_its_parts() -> None:
    old = document(article("1", "", paragraph("Nets are banned. Hooks are banned.", "1.")))
    new = document(article("1", "", paragraph("Nets are banned.", "1."), paragraph("Hooks are out.", "2.")))
    parts = (
        RedlinePart("equal", "Nets are banned."),
        RedlinePart("delete", " "),
        RedlinePart("insert", "\n"),
        RedlinePart("equal", "Hooks are "),
        RedlinePart("delete", "banned"),
        RedlinePart("insert", "out"),
        RedlinePart("equal", "."),
    )
    row = page(linked(old, new, "split", parts)).get_element_by_id("art-1-1")
    assert row.get("class") == "row changed is-split"
    assert [words(each, "ins") for each in row.xpath('./div[@class="old"]/p')] == ["Nets are banned. Hooks are banned."]
    assert [words(each, "del") for each in row.xpath('./div[@class="new"]/p')] == ["Nets are banned.", "Hooks are out."]
    assert row.xpath('./div[@class="new"]/p/@id') == ["art-1-2"]
    assert row.xpath('string(./div[@class="gut"]/span)') == "paragraph 1 became paragraph 1 and paragraph 2"


def test_merged_clauses_stand_against_the_whole() -> None:
    old = document(article("1", "", paragraph("Nets are banned.", "1."), paragraph("Hooks are out.", "2.")))
    new = document(article("1", "", paragraph("Nets are banned. Hooks too.", "1.")))
    parts = (
        RedlinePart("equal", "Nets are banned."),
        RedlinePart("delete", "\nHooks are out."),
        RedlinePart("insert", " Hooks too."),
    )
    row = page(linked(old, new, "merged", parts)).get_element_by_id("art-1-1")
    assert [words(each, "ins") for each in row.xpath('./div[@class="old"]/p')] == ["Nets are banned.", "Hooks are out."]
    assert [words(each, "del") for each in row.xpath('./div[@class="new"]/p')] == ["Nets are banned. Hooks too."]
    assert row.xpath('./div[@class="old"]/p/@id') == ["old-art-1-1", "old-art-1-2"]


def moved_comparison() -> Comparison:
    old = document(
        article("1", "Nets", paragraph("Nets are banned."), paragraph("Ships report.", "2."), paragraph("Hooks rest.", "3.")),
        article("2", "Ships", paragraph("Ships sail.")),
    )
    new = document(
        article("1", "Nets", paragraph("Nets are banned."), paragraph("Hooks rest.", "2.")),
        article("2", "Ships", paragraph("Ships sail."), paragraph("Ships report.", "2.")),
    )
    found = compare(old, new)
    changes = tuple(
        change._replace(link=change.link._replace(moved=change.new_words == "Ships report.")) for change in found.changes
    )
    return found._replace(changes=changes)


def test_both_ends_of_a_move_lead_to_one_another() -> None:
    tree = page(moved_comparison())
    here, there = tree.get_element_by_id("art-2-2"), tree.get_element_by_id("old-art-1-2")
    assert here.xpath('string(./div[@class="gut"]/a[1]/@href)') == "#old-art-1-2"
    assert here.xpath('string(./div[@class="gut"]/a[1])') == "from article 1, paragraph 2"
    assert there.xpath('string(./div[@class="new"]//a/@href)') == "#art-2-2"
    assert tree.xpath('string(//div[@id="old-art-1-2"]/preceding-sibling::*[1]//div[@class="old"]/p)') == "1. Nets are banned."


def _with_moved_fee(*marks: Mark) -> Comparison:
    lamps, fee = "Each Party keeps its lamps lit from dusk to dawn.", "The fee is ten crowns for every boat."
    sentences = f"{fee} {lamps} {lamps.replace('lamps', 'bells')}", f"{lamps} {lamps.replace('lamps', 'bells')} {fee}"
    return compare(*(document(article("1", "Lamps", paragraph(text, marks=marks))) for text in sentences))


def test_both_ends_of_words_that_moved_inside_a_clause_lead_to_one_another() -> None:
    tree = page(_with_moved_fee())
    ends = {str(end.get("id")): end for end in tree.xpath('//span[contains(concat(" ", @class, " "), " mv ")]')}
    assert [words(end, "none").strip() for end in ends.values()] == ["The fee is ten crowns for every boat."] * 3
    old, struck, new = ends
    told = {here: [(a.text, a.get("href")) for a in end.xpath("./a")] for here, end in ends.items()}
    assert told[old] == told[struck] == [("moved down", f"#{new}")]
    assert told[new] == [("from above", f"#{old}"), ("from above", f"#{struck}")]


def test_a_clause_of_which_only_words_moved_says_so() -> None:
    assert "Words moved" in page(_with_moved_fee()).xpath('string(//div[contains(@class, "changed")]/div[@class="gut"])')


def test_marks_over_words_that_moved_stand_at_both_ends() -> None:
    comparison = _with_moved_fee(Mark("bracket", 4, 120))
    row = page(comparison).get_element_by_id("art-1-1")
    (old,), (new,) = (row.xpath(f'./div[@class="{side}"]/p') for side in ("old", "new"))
    (change,) = (change for change in comparison.changes if change.moved_words)
    assert (words(old, "ins"), words(new, "del")) == (change.old_words, change.new_words)
    assert row.xpath('.//span[@class="mv"]//span[@class="open"]')


def test_an_article_that_moved_as_a_whole_leaves_a_heading_where_it_stood() -> None:
    nets, ships, hooks = (
        article("{}", name, paragraph(f"{name} are named in the annex to this text."), paragraph(f"All {name} rest.", "2."))
        for name in ("Nets", "Ships", "Hooks")
    )
    old = document(*(each._replace(num=f"Article {n + 1}") for n, each in enumerate((nets, ships, hooks))))
    new = document(*(each._replace(num=f"Article {n + 1}") for n, each in enumerate((hooks, nets, ships))))
    found = compare(old, new)
    changes = tuple(change._replace(link=change.link._replace(moved=change.new_words == "Hooks")) for change in found.changes)
    tree = page(found._replace(changes=changes))
    away = tree.get_element_by_id("old-art-3")
    assert away.xpath('string(.//p[@class="state"])') == "Moved: now article 1"
    assert away.xpath('string(.//p[@class="state"]/a/@href)') == "#art-1"
    assert tree.get_element_by_id("art-1").xpath('string(.//a[@class="was"]/@href)') == "#old-art-3"
    assert [cell.get("class").split()[1] for cell in tree.xpath('//nav[@id="map"]//ol//a')] == [
        "edited",
        "same",
        "same",
        "away",
    ]


def test_a_number_that_the_margin_names_is_no_note_beside_the_words() -> None:
    old = document(article("1", "Nets", paragraph("Nets rest at sea.")), article("2", "Oars", paragraph("Oars float well.")))
    new = document(article("1", "Nets", paragraph("Nets rest at sea.")), article("3", "Oars", paragraph("Oars float well.")))
    comparison = compare(old, new)
    assert [finding.severity for finding, _ in comparison.findings()] == ["info"]
    assert page(comparison).find_class("note") == []


def test_clauses_that_were_only_renumbered_say_so_quietly() -> None:
    old = document(article("1", "", paragraph("Boats sail."), paragraph("Nets rest in the harbour.", "2.")))
    new = document(article("1", "", paragraph("Nets rest in the harbour.", "1.")))
    row = page(compare(old, new)).get_element_by_id("art-1-1")
    assert row.get("class") == "row same"
    assert row.xpath('string(.//span[@class="was"])') == "was paragraph 2"


def test_a_reworded_heading_shows_both() -> None:
    old = document(article("1", "Use of nets", paragraph("Nets are used in the harbour by day.")))
    new = document(article("1", "Use of hooks", paragraph("Nets are used in the harbour by day.")))
    name = page(compare(old, new)).xpath('//section[@id="art-1"]//span[@class="name"]')[0]
    assert (words(name, "ins"), words(name, "del")) == ("Use of nets", "Use of hooks")


def test_a_heading_of_an_article_with_words_of_its_own_shows_both() -> None:
    old = document(Provision("", "article", num="1", heading="Nets", text="Nets are used in the harbour."))
    new = document(Provision("", "article", num="1", heading="Hooks", text="Nets are used in the harbour."))
    tree = page(compare(old, new))
    name = tree.xpath('//section[@id="art-1"]//span[@class="name"]')[0]
    assert (words(name, "ins").strip(), words(name, "del").strip()) == ("Nets", "Hooks")
    assert tree.xpath('string(//div[@id="art-1-text"]/div[@class="new"]/p)') == "Nets are used in the harbour."


def test_tracked_changes_show_what_went_and_who_proposed_it() -> None:
    marks = (Mark("deletion", 11, 11, "Ada, 2024-02-06", "shall"), Mark("insertion", 11, 14, "Ada, 2024-02-06"))
    old = document(article("1", "", paragraph("Each State may report.", marks=marks)))
    new = document(article("1", "", paragraph("Each State may report.")))
    tree = page(compare(old, new))
    (told,) = {cell.text_content() for cell in tree.xpath("//div[@class='old']")}
    assert "shall deleted by Ada, 2024-02-06" in told
    assert "may inserted by Ada, 2024-02-06" in told
    assert tree.xpath("//div[@class='old']//span[contains(@class, 'struck')]/text()") == ["shall"]


def test_hostile_text_stays_text() -> None:
    old = document(article(HOSTILE, HOSTILE, paragraph(HOSTILE, HOSTILE)), title=HOSTILE, symbol=HOSTILE, language=HOSTILE)
    marks = tuple(Mark(kind, 0, 3, HOSTILE, HOSTILE) for kind in ("bracket", "option", "status", "footnote", "insertion"))
    new = document(article(HOSTILE, HOSTILE, paragraph(f"new {HOSTILE}", HOSTILE, marks=marks)), title=HOSTILE, symbol="S")
    new = new._replace(warnings=(ReadWarning(HOSTILE, HOSTILE, 3),))
    hostile = finding(actor=HOSTILE, old=HOSTILE, new=HOSTILE, message=HOSTILE, rule=HOSTILE)
    comparison = judged(compare(old, new), hostile)._replace(terms=(Term(HOSTILE, HOSTILE, 2, ("x",), ("y",)),))
    tree = page(comparison)
    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//img | //@onerror | //@style | //@onclick") == []
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", written(comparison))
    assert printable(HOSTILE) in tree.xpath('string(//div[@class="old"]/p)')


def test_text_that_turns_its_direction_turns_nothing_else() -> None:
    draft = document(article("1", "", paragraph("left \u202eright")))
    (isolate,) = page(compare(draft, draft)).xpath('//div[@class="new"]/p/bdi[not(@class)]')
    assert isolate.text == "left \u202eright"


def test_the_policy_allows_exactly_the_style_and_the_script_of_the_page(convention: Comparison) -> None:
    tree = page(convention)
    digests = [
        f"'sha256-{base64.b64encode(hashlib.sha256(each.text.encode()).digest()).decode()}'"
        for each in (tree.xpath("//style")[0], tree.xpath("//script")[0])
    ]
    assert tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [
        f"default-src 'none'; style-src {digests[0]}; script-src {digests[1]}; base-uri 'none'; form-action 'none'"
    ]


def test_nothing_on_the_page_is_loaded_from_elsewhere(convention: Comparison) -> None:
    assert page(convention).xpath("//@src | //link | //@href[not(starts-with(., '#'))]") == []
    assert "url(" not in written(convention)


def test_no_fragment_is_used_twice_and_every_link_has_its_end(convention: Comparison) -> None:
    for comparison in (convention, moved_comparison()):
        tree = page(comparison)
        assert len(fragments(tree)) == len(set(fragments(tree)))
        assert {href[1:] for href in tree.xpath("//@href")} <= set(fragments(tree))


def test_headings_go_down_one_level_at_a_time(convention: Comparison) -> None:
    levels = [int(str(each.tag)[1]) for each in page(convention).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_languages_and_directions_are_told_to_the_browser() -> None:
    arabic = document(article("1", "", paragraph("على كل دولة أن تقدم تقريرا")), language="ar")
    chinese = document(article("1", "", paragraph("各国应当报告")), language="zh")
    row = page(
        linked(
            arabic,
            chinese,
            "edited",
            (RedlinePart("delete", "على كل دولة أن تقدم تقريرا"), RedlinePart("insert", "各国应当报告")),
        )
    )
    found = [(each.get("lang"), each.get("dir")) for each in row.xpath('//div[@id="art-1-1"]/div/p')]
    assert found == [("ar", "rtl"), ("zh", "auto")]


def test_terms_are_shown_where_there_are_any(convention: Comparison) -> None:
    assert page(convention).xpath('//section[@id="terms"]') == []
    term = Term("nets", "gear", 4, ("art_1", "art_3"), ("art_4__para_1",))
    (item,) = page(convention._replace(terms=(term,))).xpath('//section[@id="terms"]//li')
    assert " ".join(item.xpath("./p")[0].text_content().split()) == "nets → gear"
    assert item.xpath(".//summary")[0].text_content() == "4 times in 2 clauses"
    assert item.xpath(".//details//a/@href") == ["#art-1", "#art-3"]
    (left,) = item.xpath("./div/p")
    assert left.text_content() == "The old term is left in article 4, paragraph 1."
    assert left.xpath("./a/@href") == ["#art-4-1"]


def test_the_colophon_says_how_the_page_was_made(convention: Comparison) -> None:
    new = convention.new._replace(warnings=(ReadWarning("odd-number", "paragraph 7 follows paragraph 5", 12),))
    new = new._replace(metadata=new.metadata._replace(path="drafts/new.xml", format="akn", sha256="ab" * 32))
    colophon = page(convention._replace(new=new)).get_element_by_id("colophon")
    assert [" ".join(each.text_content().split()) for each in colophon.iter("dd")] == [
        f"treatydiff {__version__}",
        "",
        "None",
        f"drafts/new.xml, read as akn SHA-256 {'ab' * 32}".replace(" SHA", "SHA"),
        "Line 12: paragraph 7 follows paragraph 5 odd-number",
        "Modality (1), Rewording (1), Structure (3)",
    ]


def test_a_comparison_without_changes_says_so() -> None:
    draft = document(article("1", "Nets", paragraph("Nets rest.")))
    tree = page(compare(draft, draft))
    assert tree.xpath('string(//div[@class="lede"]/p)').strip() == "Every clause reads as before."
    assert tree.xpath("string(//section[@id='findings']//div/p)") == "No rule found a change of meaning."


def test_empty_drafts_give_a_page() -> None:
    tree = page(compare(Document(), Document()))
    assert tree.xpath('string(//div[@class="lede"]/p)').strip() == "The later draft has no clauses."


def test_the_same_comparison_gives_the_same_bytes_under_any_hash_seed() -> None:
    program = (
        "import hashlib\n"
        "from treatydiff.api import compare\n"
        "from treatydiff.model import Document, Provision\n"
        "from treatydiff.text.eid import with_ids\n"
        "from treatydiff.writers.html import write_comparison\n"
        "from treatydiff.writers.writer import Layout\n"
        "def draft(verb):\n"
        "    texts = [f'Each State {verb} count the boats in harbour {n}.' for n in range(5)]\n"
        "    points = tuple(Provision('', 'paragraph', num=f'{n}.', text=text) for n, text in enumerate(texts))\n"
        "    return Document(provisions=with_ids((Provision('', 'article', num='1', children=points),)))\n"
        "page = write_comparison(compare(draft('shall'), draft('may')), Layout())\n"
        "print(hashlib.sha256(page).hexdigest())\n"
    )
    digests = {
        subprocess.run([sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout  # noqa: S603 - the program stands above
        for seed in ("0", "1", "42")
    }
    assert len(digests) == 1


def test_the_opening_names_one_finding_of_each_kind_before_a_second_of_any(convention: Comparison) -> None:
    (edited, *_) = [change for change in convention.changes if change.findings]
    changed = edited._replace(
        findings=(
            finding(message="First duty"),
            finding(message="Second duty"),
            finding(message="A limit", rule="numbers", category="T07"),
            finding(message="A safeguard", rule="safeguards", category="T11"),
        )
    )
    changes = tuple(changed if change is edited else change._replace(findings=()) for change in convention.changes)
    tree = page(convention._replace(changes=changes))
    said = [item.xpath("string(./text())").strip() for item in tree.xpath("//ol[@class='foremost']/li")]
    assert said == ["First duty.", "A safeguard.", "A limit.", "Second duty."]


def test_axes_that_nothing_decides_are_left_out(convention: Comparison) -> None:
    (edited, *_) = [change for change in convention.changes if change.findings]
    open_ended = finding(bindingness="context", rights="context", scope="context")
    for findings, names in (((open_ended,), []), ((finding(),), ["Duty", "Rights"])):
        changes = tuple(change._replace(findings=findings if change is edited else ()) for change in convention.changes)
        tree = page(convention._replace(changes=changes))
        assert tree.xpath("//section[@id='findings']//ul[@class='axes']/li/span/text()") == names


def test_the_filter_names_a_rule_that_is_called_as_its_category_once() -> None:
    old = document(article("1", "Nets", paragraph("Nets rest on the quay by day."), paragraph("Boats leave at dawn.")))
    new = document(article("1", "Nets", paragraph("Nets rest on the old quay by night.")))
    comparison = compare(old, new)
    assert {finding.rule for finding, _ in comparison.findings()} >= {"structure", "rewording"}
    shown = page(comparison).get_element_by_id("filter").text_content()
    assert "Structure: rewording" in shown
    assert "Structure: structure" not in shown
