"""Makes the pictures of the pages that the README shows, from the drafts of the repository.

python docs/pictures.py        (needs Chromium and the dev extra)
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Final, NamedTuple

from PIL import Image
from playwright.sync_api import sync_playwright

from treatydiff import compare, folder, read, render
from treatydiff.writers.history_page import write_report
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HERE: Final = Path(__file__).parent
DRAFTS: Final = HERE.parent / "drafts" / "cybercrime"
COLOURS: Final = 128


class Picture(NamedTuple):
    """A part of a page, at a width and height in points, as the file of that name."""

    name: str
    fragment: str
    width: int
    height: int


PICTURES: Final = (
    Picture("report.png", "", 1280, 1040),
    Picture("report-article.png", "#art-24", 1280, 760),
    Picture("report-phone.png", "#art-24-2", 390, 780),
)
OF_HISTORY: Final = Picture("history.png", "#changes", 1280, 1180)


def take(browser: Browser, address: str, picture: Picture) -> None:
    """Write one picture, in as many colours as it takes to look the same."""
    page = browser.new_page(viewport={"width": picture.width, "height": picture.height}, color_scheme="light")
    page.goto(address + picture.fragment)
    page.wait_for_timeout(300)
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    shot.quantize(COLOURS).save(HERE / picture.name, optimize=True)
    page.close()


def main() -> None:
    """Write every picture into `docs/`."""
    page_bytes = render(compare(read(DRAFTS / "cnd.xml"), read(DRAFTS / "final.xml")), "html")
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        report, history = Path(place) / "report.html", Path(place) / "history.html"
        report.write_bytes(page_bytes)
        history.write_bytes(write_report(folder.report(DRAFTS), Layout()))
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        for picture in PICTURES:
            take(browser, report.as_uri(), picture)
        take(browser, history.as_uri(), OF_HISTORY)
        browser.close()


if __name__ == "__main__":
    main()
