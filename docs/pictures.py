"""Makes the picture of the report that the README shows, from the drafts of the repository.

python docs/pictures.py        (needs Chromium and the dev extra)
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from shutil import which

from playwright.sync_api import sync_playwright

from treatydiff import compare, read, render

HERE = Path(__file__).parent
DRAFTS = HERE.parent / "drafts" / "cybercrime"


def main() -> None:
    """Write `docs/report.png`: the first screen at 1280 by 1040 points."""
    page_bytes = render(compare(read(DRAFTS / "cnd.xml"), read(DRAFTS / "final.xml")), "html")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = Path(folder) / "report.html"
        report.write_bytes(page_bytes)
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 1040}, color_scheme="light")
        page.goto(report.as_uri())
        page.screenshot(path=HERE / "report.png")
        browser.close()


if __name__ == "__main__":
    main()
