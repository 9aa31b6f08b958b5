"""The page of a history in a browser: what a reader does with the keyboard, the mouse, a phone and a printer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from treatydiff import folder
from treatydiff.writers.history_page import write_report
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

EVERYTHING = "for (const each of document.querySelectorAll('details')) each.open = true"


@pytest.fixture(scope="module")
def address(harbours: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("history") / "history.html"
    path.write_bytes(write_report(folder.report(harbours), Layout()))
    return path.as_uri()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(address)
    yield page
    page.close()


def test_the_page_opens_without_a_message_and_without_a_request(browser: Browser, address: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.keyboard.press("o")
    page.keyboard.press("n")
    page.emulate_media(media="print")
    page.close()
    assert (said, asked) == ([], [address])


def test_a_search_by_number_leaves_the_clause_and_what_is_below_it(opened: Page) -> None:
    opened.keyboard.press("/")
    opened.keyboard.type("Art. 1 (2)")
    expect(opened.locator("#art-1-2")).to_be_visible()
    expect(opened.locator("#art-1-1")).to_be_hidden()
    expect(opened.locator("#found")).to_have_text("1 clause")
    opened.keyboard.press("Enter")
    expect(opened.locator("#art-1-2")).to_be_focused()


def test_a_number_of_one_draft_finds_what_the_clause_became(opened: Page) -> None:
    opened.locator("#search").fill("2(1)@first")
    expect(opened.locator("#art-3-1")).to_be_visible()
    expect(opened.locator("#art-2-1")).to_be_hidden()


def test_a_search_by_words_finds_wordings_that_went(opened: Page) -> None:
    opened.locator("#search").fill("and each night")
    expect(opened.locator("#art-1-2")).to_be_visible()
    expect(opened.locator("#found")).to_have_text("1 clause")
    opened.locator("#search").fill("no such words")
    expect(opened.locator("#nothing")).to_be_visible()
    opened.keyboard.press("Escape")
    expect(opened.locator("#nothing")).to_be_hidden()


def test_a_permanent_link_opens_its_clause(opened: Page, address: str) -> None:
    opened.goto(f"{address}#art-4-1")
    opened.reload()
    expect(opened.locator("#art-4-1 .txt").first).to_be_in_viewport()
    opened.goto(f"{address}#draft-second")
    expect(opened.locator("#draft-second")).to_be_in_viewport()


def test_a_square_of_the_map_leads_to_its_article(opened: Page) -> None:
    opened.locator(".heat tbody tr").nth(0).locator("td").nth(0).click()
    expect(opened).to_have_url(re.compile("#"))
    expect(opened.locator("details.art[open]")).to_have_count(1)


def test_the_map_shows_one_axis_at_a_time(opened: Page) -> None:
    arrow = opened.locator(".heat i.duty").first
    expect(arrow).to_be_hidden()
    opened.get_by_role("button", name="Duty").click()
    expect(arrow).to_be_visible()
    expect(opened.get_by_role("button", name="Duty")).to_have_attribute("aria-pressed", "true")
    opened.get_by_role("button", name="How much").click()
    expect(arrow).to_be_hidden()


def test_the_article_in_hand_stands_out_in_the_lineage(opened: Page) -> None:
    ribbon = opened.locator(".ribbons path").first
    ribbon.hover()
    expect(opened.locator(".ribbons")).to_have_class(re.compile("picking"))
    expect(ribbon).to_have_class(re.compile(r"\bon\b"))


def test_keys_lead_to_parts_and_from_clause_to_clause(opened: Page) -> None:
    opened.keyboard.press("3")
    expect(opened.locator("#lineage-name")).to_be_in_viewport()
    opened.keyboard.press("o")
    opened.keyboard.press("n")
    first = opened.evaluate("document.activeElement.id")
    opened.keyboard.press("n")
    second = opened.evaluate("document.activeElement.id")
    opened.keyboard.press("p")
    assert first != second
    assert opened.evaluate("document.activeElement.id") == first
    opened.keyboard.press("?")
    expect(opened.get_by_role("dialog")).to_be_visible()
    opened.keyboard.press("Escape")
    expect(opened.get_by_role("dialog")).to_be_hidden()


def test_the_page_is_dark_where_the_reader_wants_it_and_paper_never_is(browser: Browser, address: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(address)
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.get_by_role("button", name="Light or dark").click()
    light = page.evaluate(ground)
    page.get_by_role("button", name="Light or dark").click()
    page.emulate_media(media="print", color_scheme="light")
    ink = page.evaluate("getComputedStyle(document.body).color")
    page.close()
    assert (dark, light, ink) == ("rgb(22, 22, 22)", "rgb(253, 252, 249)", "rgb(28, 27, 25)")


@pytest.mark.parametrize("width", [360, 820, 1400])
def test_no_width_makes_the_page_scroll_sideways(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address)
    page.evaluate(EVERYTHING)
    measured = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert measured == width


@pytest.mark.parametrize(("scheme", "width"), [("light", 1400), ("dark", 1400), ("light", 360), ("dark", 820)])
def test_axe_finds_nothing_to_complain_of(browser: Browser, address: str, scheme: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address)
    page.evaluate(EVERYTHING)
    found = Axe().run(page).response["violations"]
    page.close()
    assert [(each["id"], each["nodes"]) for each in found] == []


def test_the_page_prints(opened: Page) -> None:
    opened.keyboard.press("o")
    pdf = opened.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 1
    opened.emulate_media(media="print")
    expect(opened.locator(".running")).to_be_hidden()
    expect(opened.locator("#art-1-2 .txt").first).to_be_visible()


def test_without_script_every_clause_can_be_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".seek")).to_be_hidden()
    page.locator("#art-1 > summary").click()
    expect(page.locator("#art-1-2 .txt").first).to_be_visible()
    context.close()
