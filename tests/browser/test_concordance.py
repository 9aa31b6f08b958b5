"""The concordance as a page, in a browser: at any width, without a message, without a request, and by keyboard."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.histories import harbours, history_of
from treatydiff.history.concordance import concordance
from treatydiff.writers.lineage.page import write_html
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
OPEN = "Each Party shall open its harbours to every vessel that seeks shelter from a storm at sea."
FEES = "Fees for the use of a quay are made public by the keeper once a year."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "concordance.html"
    path.write_bytes(write_html(concordance(history_of(*[harbours(OPEN, FEES), harbours(FEES, OPEN)] * 4)), Layout()))
    return path.as_uri()


@pytest.mark.parametrize("width", [360, 820, 1400])
def test_the_page_is_no_wider_than_the_window_and_its_table_scrolls_by_keyboard(
    browser: Browser, address: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 700})
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert (said, asked) == ([], [address])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    region = page.get_by_role("region", name="Numbers over all drafts")
    region.focus()
    if width == 360:
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(500)  # the page's own policy lets no script wait for it
        assert region.evaluate("region => region.scrollLeft") > 0
    page.close()


def test_every_number_is_in_a_table_with_names_for_rows_and_columns(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    assert page.get_by_role("columnheader").all_inner_texts() == ["Subject", *"abcdefgh"]
    assert page.get_by_role("rowheader").count() == 5
    assert page.get_by_role("row").nth(2).get_by_role("cell").all_inner_texts() == ["1(2)", "1(1)"] * 4
    page.close()


def test_the_page_prints_without_a_scrolling_part(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.scroll')).overflowX") == "visible"
    page.close()
