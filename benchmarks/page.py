"""How fast a report of a thousand changed clauses opens, scrolls, searches and filters in Chromium.

python benchmarks/page.py [CLAUSES]        (needs Chromium and the dev extra)
"""

from __future__ import annotations

import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from shutil import which
from statistics import median
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

from treatydiff import compare, render
from treatydiff.model import Document, Metadata, Provision
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RUNS: Final = 7
PARAGRAPHS: Final = 8
WORDS: Final = [
    *("harbour", "boat", "lantern", "tide", "keeper", "sail", "anchor", "rope", "signal", "coast", "island", "river"),
    *("bridge", "cargo", "flag", "crew", "storm", "chart", "depth", "pilot", "mast", "oar", "quay", "shore", "light"),
]
OPENED: Final = """() => {
    const [page] = performance.getEntriesByType("navigation");
    const painted = performance.getEntriesByName("first-contentful-paint")[0];
    return [page.loadEventEnd, painted ? painted.startTime : 0];
}"""
SCROLL: Final = """() => new Promise(done => {
    const frames = [];
    let last = performance.now();
    const step = now => {
        frames.push(now - last);
        last = now;
        scrollBy(0, 900);
        if (frames.length < 120) requestAnimationFrame(step); else done(frames.slice(2));
    };
    requestAnimationFrame(step);
})"""
SIFT: Final = """words => {
    const search = document.querySelector("#search"), begun = performance.now();
    search.value = words;
    search.dispatchEvent(new Event("input"));
    document.body.offsetHeight;
    return performance.now() - begun;
}"""
ONLY: Final = """() => {
    const begun = performance.now();
    document.querySelector(".lenses [data-only^='x=']").click();
    document.body.offsetHeight;
    return performance.now() - begun;
}"""


def draft(clauses: int, verb: str, symbol: str) -> Document:
    """Give a draft of that many paragraphs of some fifty words, each with a duty that `verb` expresses."""
    articles = [
        Provision(
            "",
            "article",
            num=f"Article {n}",
            heading=f"Harbours of kind {n}",
            children=tuple(_paragraph(n, place, verb) for place in range(1, PARAGRAPHS + 1)),
        )
        for n in range(1, clauses // PARAGRAPHS + 1)
    ]
    return Document(Metadata(title="Convention on harbours", symbol=symbol, language="en"), with_ids(articles))


def _paragraph(article: int, place: int, verb: str) -> Provision:
    some = " ".join(islice(cycle(WORDS[(article * 7 + place * 3) % len(WORDS) :] + WORDS), 40))
    text = f"Each State Party {verb} keep, under rule {article} of kind {place}, {some}."
    return Provision("", "paragraph", num=f"{place}.", text=text)


def opened(browser: Browser, address: str) -> tuple[Page, list[float]]:
    """Open the page; give milliseconds until it had loaded and until something was painted."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(address, wait_until="load")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
    return page, page.evaluate(OPENED)


def main(clauses: int) -> None:
    """Print a line for each figure: the median of several pages, each opened afresh."""
    begun = time.process_time()
    comparison = compare(draft(clauses, "shall", "H/1"), draft(clauses, "may, as appropriate,", "H/2"))
    compared = time.process_time()
    data = render(comparison, "html")
    changed = sum(change.link.kind == "edited" for change in comparison.changes)
    findings = sum(len(change.findings) for change in comparison.changes)
    print(f"{changed:,} changed clauses with {findings:,} findings: {len(data) / 1e6:.1f} MB")
    print(f"compared in {compared - begun:.2f} s, written in {time.process_time() - compared:.2f} s of processor time")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = Path(folder) / "report.html"
        report.write_bytes(data)
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        measured: dict[str, list[float]] = {}
        for _ in range(RUNS):
            page, (loaded, painted) = opened(browser, report.as_uri())
            frames = page.evaluate(SCROLL)
            figures = {
                "loaded": loaded,
                "painted": painted,
                "median frame while scrolling": median(frames),
                "slowest frame while scrolling": max(frames),
                "search": page.evaluate(SIFT, "lantern tide"),
                "filter": page.evaluate(ONLY),
            }
            for name, figure in figures.items():
                measured.setdefault(name, []).append(figure)
            page.close()
        browser.close()
    for name, found in measured.items():
        print(f"{name:30} {median(found):7.0f} ms   ({min(found):.0f} to {max(found):.0f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
