"""The report in a browser: what a reader does with the keyboard, the mouse, a phone and a printer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from treatydiff.api import compare, read_bytes
from treatydiff.model import Document, Finding, Mark, Metadata, Provision
from treatydiff.text.eid import with_ids
from treatydiff.writers.html import write_comparison
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from treatydiff.model import Comparison

ARTICLES = 30
CHANGED = (3, 12, 25)


def draft(verb: str, symbol: str) -> Document:
    """Give a draft of thirty articles, three of which say `verb`."""
    articles = [
        Provision(
            "",
            "article",
            num=f"Article {n}",
            heading=f"Harbour {n}",
            children=(
                Provision("", "paragraph", num="1.", text=f"Harbour {n} is open to every boat that flies a known flag."),
                Provision(
                    "",
                    "paragraph",
                    num="2.",
                    text=f"The keeper of harbour {n} {verb if n in CHANGED else 'shall'} count the boats in it each day.",
                    marks=(Mark("bracket", 0, 10),) if n == CHANGED[0] else (),
                ),
            ),
        )
        for n in range(1, ARTICLES + 1)
    ]
    return Document(Metadata(title="Convention on harbours", symbol=symbol), with_ids(articles))


def judged(comparison: Comparison) -> Comparison:
    """Give the comparison with one finding on each reworded clause, each of another severity."""
    severities = iter(("high", "medium", "low"))
    return comparison._replace(
        changes=tuple(
            change._replace(findings=(finding(next(severities)),)) if change.link.kind == "edited" else change
            for change in comparison.changes
        ),
    )


def finding(severity: str) -> Finding:
    return Finding(
        rule="modality",
        category="T01",
        severity=severity,  # type: ignore[arg-type]  # one of the three above
        bindingness="weakens",
        rights="neutral",
        scope="neutral",
        actor="the keeper",
        old="shall",
        new="may",
        old_span=None,
        new_span=None,
        message="the keeper: duty (shall) became discretion (may)",
    )


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_bytes(write_comparison(judged(compare(draft("shall", "H/1"), draft("may", "H/2"))), Layout()))
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1400, "height": 900})
    opened.goto(address)
    yield opened
    opened.close()


def test_the_page_opens_without_a_message_and_without_a_request(browser: Browser, address: str) -> None:
    opened = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(address)
    opened.keyboard.press("n")
    opened.emulate_media(media="print")
    opened.close()
    assert (said, asked) == ([], [address])


def test_the_view_is_switched_by_button_and_by_key(page: Page) -> None:
    old = page.locator("#art-3-2 > .old")
    expect(old).to_be_visible()
    page.get_by_role("button", name="Inline").click()
    expect(old).to_be_hidden()
    expect(page.get_by_role("button", name="Inline")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("v")
    expect(old).to_be_visible()


def test_what_reads_the_same_is_folded_until_all_is_asked_for(page: Page) -> None:
    expect(page.locator("#art-5-1")).to_be_hidden()
    page.get_by_role("group", name="Clauses shown").get_by_role("button", name="All").click()
    expect(page.locator("#art-5-1 > .new")).to_be_visible()
    page.get_by_role("button", name="Changed", exact=True).click()
    expect(page.locator("#art-5-1")).to_be_hidden()


def test_a_filter_by_severity_leaves_the_clauses_of_that_severity(page: Page) -> None:
    page.keyboard.press("f")
    page.get_by_role("checkbox", name="Medium").check()
    expect(page.locator("#art-12-2")).to_be_visible()
    expect(page.locator("#art-3-2")).to_be_hidden()
    expect(page.locator("#tally")).to_have_text("1 of 60 clauses shown")
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("#art-3-2")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#filter")).to_be_hidden()


def test_a_search_opens_what_it_finds_and_hides_the_rest(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("harbour 17 is open")
    expect(page.locator("#art-17-1")).to_be_visible()
    expect(page.locator("#art-3-2")).to_be_hidden()
    page.locator("#search").fill("no such words")
    expect(page.locator("#nothing")).to_be_visible()


def test_n_and_p_step_through_the_changes(page: Page) -> None:
    page.keyboard.press("n")
    expect(page.locator("#position")).to_have_text("1 of 3 changes")
    page.keyboard.press("n")
    expect(page.locator("#position")).to_have_text("2 of 3 changes")
    expect(page.locator("#art-12-2")).to_be_focused()
    expect(page.locator("#art-12-2")).to_be_in_viewport()
    page.keyboard.press("p")
    expect(page.locator("#art-3-2")).to_be_focused()


def test_n_passes_by_a_clause_whose_reference_only_follows_a_renumbering(browser: Browser, tmp_path: Path) -> None:
    old, new = (
        f"Article 1. Lamps\n\n1. Each Party {verb} light lamps.\n\n2. Wicks are cut.\n\n"
        f"Article 2. Oil\n\nOil is free to those named in article {cited}, paragraph 1.\n\n{boats}"
        f"Article {cited}. Nets\n\n1. Nets are dry.\n\n2. Nets are long.\n"
        for verb, cited, boats in (
            ("shall", 3, ""),
            ("may", 4, "Article 3. Boats\n\nEach Party shall lend boats to its keepers free of any charge.\n\n"),
        )
    )
    comparison = compare(read_bytes(old.encode(), "old.txt"), read_bytes(new.encode(), "new.txt"))
    assert any(change.follows for change in comparison.changes)
    path = tmp_path / "report.html"
    path.write_bytes(write_comparison(comparison, Layout()))
    opened = browser.new_page(viewport={"width": 1400, "height": 900})
    opened.goto(path.as_uri())
    before = opened.locator("#position").inner_text()
    opened.keyboard.press("n")
    expect(opened.locator("#position")).to_have_text(f"1 of {before}")
    opened.close()


def test_the_help_opens_and_closes_by_key(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_permanent_link_leads_to_its_clause_even_where_it_is_folded(page: Page, address: str) -> None:
    page.goto(f"{address}#art-28-1")
    page.reload()
    expect(page.locator("#art-28-1")).to_be_visible()
    expect(page.locator("#art-28-1 > .new")).to_be_in_viewport()


def test_brackets_are_switched_off_and_on(page: Page) -> None:
    bracket = page.locator("#art-3-2 > .new .br").first
    expect(bracket).to_be_visible()
    page.keyboard.press("m")
    expect(bracket).to_be_hidden()
    expect(page.get_by_role("button", name="Brackets")).to_have_attribute("aria-pressed", "false")
    page.get_by_role("button", name="Brackets").click()
    expect(bracket).to_be_visible()


def test_a_clause_is_copied_with_both_wordings_and_its_citation(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.goto(address)
    opened.locator("#art-12-2").hover()
    opened.locator("#art-12-2 .copy").click()
    expect(opened.locator("#art-12-2 .copy")).to_have_text("Copied")
    copied = opened.evaluate("navigator.clipboard.readText()")
    context.close()
    assert copied == (
        "article 12, paragraph 2\n\n"
        "Convention on harbours, H/1:\n2. The keeper of harbour 12 shall count the boats in it each day.\n\n"
        "Convention on harbours, H/2:\n2. The keeper of harbour 12 may count the boats in it each day.\n\n"
        f"{address}#art-12-2"
    )


def test_the_page_is_dark_where_the_reader_wants_it(browser: Browser, address: str) -> None:
    opened = browser.new_page(color_scheme="dark")
    opened.goto(address)
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = opened.evaluate(paper)
    opened.get_by_role("button", name="Light or dark").click()
    light = opened.evaluate(paper)
    opened.close()
    assert (dark, light) == ("rgb(22, 22, 22)", "rgb(253, 252, 249)")


def test_paper_is_never_dark(browser: Browser, address: str) -> None:
    opened = browser.new_page(color_scheme="light")
    opened.goto(address)
    opened.get_by_role("button", name="Light or dark").click()
    opened.emulate_media(media="print")
    ink = opened.evaluate("getComputedStyle(document.body).color")
    opened.close()
    assert ink == "rgb(28, 27, 25)"


@pytest.mark.parametrize("view", ["side", "inline"])
@pytest.mark.parametrize("width", [360, 820, 1400])
def test_no_width_makes_the_page_scroll_sideways(browser: Browser, address: str, width: int, view: str) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 800})
    opened.goto(address)
    opened.evaluate("view => { document.documentElement.dataset.view = view; }", view)
    for fold in opened.locator("details").all():
        fold.evaluate("each => { each.open = true; }")
    measured = opened.evaluate("document.documentElement.scrollWidth")
    opened.close()
    assert measured == width


def test_the_page_prints(page: Page) -> None:
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 1
    page.emulate_media(media="print")
    expect(page.locator(".bar")).to_be_hidden()


def test_without_script_every_clause_can_still_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(address)
    expect(opened.locator("#art-3-2 > .new")).to_be_visible()
    expect(opened.locator(".bar")).to_be_hidden()
    opened.locator("summary", has_text="Article 26 to article 30").click()
    expect(opened.locator("#art-28-1 > .new")).to_be_visible()
    context.close()
