"""The report in a browser: from a finding to its words, along a move, with the keyboard alone, for every eye and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from treatydiff.api import compare
from treatydiff.model import Document, Finding, Mark, Metadata, Provision
from treatydiff.text.eid import with_ids
from treatydiff.writers.html import write_comparison
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

TIDE = "Every boat that leaves the harbour at low tide carries two lanterns and a map of the sands."
WEAKER = Finding(
    *("modality", "T01", "high", "weakens", "neutral", "neutral", "the keeper"),
    *("shall", "may", (21, 26), (21, 24), "the keeper: duty (shall) became discretion (may)"),
)
FOUND = (
    WEAKER,
    WEAKER._replace(severity="medium", bindingness="strengthens", category="T07", rule="numbers", message="sooner"),
    WEAKER._replace(severity="medium", bindingness="neutral", scope="widens", category="T04", rule="scope", message="wider"),
    WEAKER._replace(severity="low", actor="the pilot", message="the pilot: " + "a long sentence that takes its room " * 5),
    WEAKER._replace(severity="low", category="T10", rule="actors", message="last of all"),
)


def draft(verb: str, *, moved: bool) -> Document:
    """Give a draft of nine articles; a paragraph of article 2 stands in article 8 where it has moved."""
    tide = Provision("", "paragraph", num="3.", text=TIDE)
    articles = [
        Provision(
            "",
            "article",
            num=f"Article {n}",
            heading=f"Harbour {n}",
            children=(
                Provision("", "paragraph", num="1.", text=f"Harbour {n} is open to every boat that flies a known flag."),
                Provision(
                    "", "paragraph", num="2.", text=f"The keeper of it, {n}, {verb if n == 5 else 'shall'} count the boats."
                ),
                *((tide,) if n == (8 if moved else 2) else ()),
            ),
        )
        for n in range(1, 10)
    ]
    brackets = (Mark("bracket", 0, 10), Mark("attribution", 0, 10, "Chad proposes"))
    articles[5] = articles[5]._replace(children=(articles[5].children[0]._replace(marks=() if moved else brackets),))
    return Document(Metadata(title="Convention on harbours", symbol="H"), with_ids(articles))


@pytest.fixture(scope="session")
def reading(tmp_path_factory: pytest.TempPathFactory) -> str:
    comparison = compare(draft("shall", moved=False), draft("may", moved=True))
    changes = tuple(
        change._replace(findings=FOUND) if change.link.kind == "edited" and change.link.new[0].id == "art_5__para_2" else change
        for change in comparison.changes
    )
    path = tmp_path_factory.mktemp("reading") / "report.html"
    path.write_bytes(write_comparison(comparison._replace(changes=changes), Layout()))
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, reading: str) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1400, "height": 900})
    opened.goto(reading)
    yield opened
    opened.close()


def test_the_lede_leads_to_the_duties_that_were_weakened(page: Page) -> None:
    page.get_by_role("link", name="weakens a duty").click()
    shown = page.locator(".findings .list > li:visible")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("The keeper: duty (shall) became discretion (may).")
    expect(shown).to_be_in_viewport()
    expect(page.locator("#sifted")).to_have_text("1 of 7 findings, in 1 clause; the text below shows these clauses only.")
    expect(page.locator("#art-5-2")).to_be_visible()
    expect(page.locator("#art-8-3")).to_be_hidden()


def test_one_kind_of_meaning_is_chosen_and_left_again(page: Page) -> None:
    weaker = page.get_by_role("button", name="Duties weakened 1")
    weaker.click()
    expect(weaker).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".findings .list > li:visible")).to_have_count(3)
    page.get_by_role("group", name="Findings shown").get_by_role("button", name="All").click()
    expect(page.locator("#sifted")).to_be_hidden()
    expect(page.locator("#art-8-3")).to_be_visible()


@pytest.mark.parametrize(
    ("boxes", "left"),
    [
        (["High"], 1),
        (["Duty: weaker"], 1),
        (["Scope limiters and extenders"], 1),
        (["The pilot"], 1),
        (["Moved"], 1),
        (["High", "Scope: wider"], 0),
        (["High", "Duty: weaker", "Deontic modality", "The keeper", "Reworded"], 1),
    ],
)
def test_filters_leave_clauses_of_which_one_finding_answers_to_all(page: Page, boxes: list[str], left: int) -> None:
    page.keyboard.press("f")
    for name in boxes:
        page.get_by_role("checkbox", name=name, exact=False).first.check()
    expect(page.locator("#tally")).to_contain_text(f"{left} of ")


def test_findings_that_have_no_room_beside_the_words_are_folded(page: Page) -> None:
    folded = page.locator("#art-5-2 .more")
    expect(folded.locator("summary")).to_have_text("4 more findings")
    expect(page.locator("#art-5-2-f5")).to_be_hidden()
    folded.locator("summary").click()
    expect(page.locator("#art-5-2-f5")).to_be_visible()


def test_the_permanent_link_of_a_folded_finding_opens_it_again(page: Page, reading: str) -> None:
    page.goto(f"{reading}#art-5-2-f5")
    page.reload()
    expect(page.locator("#art-5-2-f5")).to_be_in_viewport()


def test_both_ends_of_a_move_are_a_click_apart(page: Page) -> None:
    here, there = page.locator("#art-8-3"), page.locator("#old-art-2-3")
    here.get_by_role("link", name="from article 2, paragraph 3").click()
    expect(there).to_be_in_viewport()
    there.get_by_role("link", name="article 8, paragraph 3").click()
    expect(here).to_be_in_viewport()


def test_a_cell_of_the_map_leads_to_its_article(page: Page) -> None:
    page.locator(".map").get_by_role("link", name="Article 8").click()
    expect(page.locator("#art-8 > header")).to_be_in_viewport()


def test_all_is_done_with_the_keyboard_alone(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the text")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("n")
    expect(page.locator("#art-5-2")).to_be_focused()
    page.keyboard.press("a")
    expect(page.locator("#art-9-1")).to_be_visible()
    page.keyboard.press("f")
    expect(page.get_by_role("checkbox", name="High")).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator("#tally")).to_contain_text("1 of ")
    page.keyboard.press("Escape")
    page.keyboard.press("m")
    expect(page.get_by_role("button", name="Brackets")).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("/")
    page.keyboard.type("lanterns")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize(
    ("scheme", "width", "view"),
    [("light", 1400, "side"), ("dark", 1400, "inline"), ("light", 360, "inline"), ("dark", 820, "side")],
)
def test_axe_finds_nothing_to_complain_of(browser: Browser, reading: str, scheme: str, width: int, view: str) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    opened.goto(reading)
    opened.evaluate("view => { document.documentElement.dataset.view = view; }", view)
    opened.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    opened.keyboard.press("f")
    found = Axe().run(opened).response["violations"]
    opened.close()
    assert [(each["id"], each["nodes"]) for each in found] == []


def test_more_contrast_leaves_no_quiet_ink_in_the_dark(browser: Browser, reading: str) -> None:
    opened = browser.new_page(color_scheme="dark", contrast="more")
    opened.goto(reading)
    quiet = opened.evaluate("getComputedStyle(document.querySelector('.over p')).color")
    ink = opened.evaluate("getComputedStyle(document.body).color")
    opened.close()
    assert quiet == ink


def test_forced_colours_keep_weight_and_what_came_and_went_visible(browser: Browser, reading: str) -> None:
    opened = browser.new_page(forced_colors="active", color_scheme="dark")
    opened.goto(reading)
    paper = opened.evaluate("getComputedStyle(document.body).backgroundColor")
    bar = opened.evaluate("getComputedStyle(document.querySelector('.sev[data-n=\\'3\\'] i')).backgroundColor")
    lines = opened.evaluate(
        "['ins', 'del'].map(tag => getComputedStyle(document.querySelector('.list ' + tag)).textDecorationLine)"
    )
    opened.close()
    assert bar != paper
    assert lines == ["underline", "line-through"]


def test_on_paper_a_heading_repeats_and_folded_findings_are_shown(browser: Browser, tmp_path: Path) -> None:
    long = "The keeper counts the boats in the harbour and writes down each of their names. " * 12
    some, more = (
        Document(
            Metadata(symbol=f"H/{last}"),
            with_ids(
                (
                    Provision(
                        "",
                        "article",
                        num="Article 7",
                        heading="Counting",
                        children=tuple(Provision("", "paragraph", num=f"{n}.", text=f"{n} {long}") for n in range(1, last)),
                    ),
                )
            ),
        )
        for last in (3, 14)
    )
    comparison = compare(some, more)
    found = tuple(change._replace(findings=FOUND) if change.id == "c3" else change for change in comparison.changes)
    path = tmp_path / "report.html"
    path.write_bytes(write_comparison(comparison._replace(changes=found), Layout()))
    opened = browser.new_page()
    opened.goto(path.as_uri())
    printed = opened.pdf(prefer_css_page_size=True)
    opened.close()
    with pypdfium2.PdfDocument(printed) as document:
        pages = [" ".join(each.get_textpage().get_text_range().split()) for each in document]
    assert sum("Article 7 Counting" in each[:40] for each in pages) >= 3
    assert "Last of all." in " ".join(pages)
    assert all("H/3 / H/14" in each for each in pages)
