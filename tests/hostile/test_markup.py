"""XML and HTML that are built to hold up their reader end in a document or in one clear line, in bounded time and memory."""

from __future__ import annotations

import time
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from treatydiff.api import read_bytes, render
from treatydiff.errors import DraftError
from treatydiff.readers.xml.parse import MAX_DEPTH

if TYPE_CHECKING:
    from collections.abc import Callable

MANY = 100_000
SECONDS = 15
AKN = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
    '<doc name="x"><mainBody>{}</mainBody></doc></akomaNtoso>'
)
USLM = '<bill xmlns="http://schemas.gpo.gov/xml/uslm"><main><section><content>{}</content></section></main></bill>'
BILL = "<bill><legis-body><section><text>{}</text></section></legis-body></bill>"
HTML = "<!DOCTYPE html><html><body>{}"


def _nested(name: str, depth: int) -> str:
    return f"<{name}>" * depth + "figs" + f"</{name}>" * depth


def _attributes(pattern: str, number: int = MANY) -> str:
    return " ".join(pattern.format(n) for n in range(number))


XML: dict[str, Callable[[], str]] = {
    "many attributes": lambda: AKN.format("<p " + _attributes("a{}='1'") + ">figs</p>"),
    "many namespaces": lambda: AKN.format("<p " + _attributes("xmlns:n{}='urn:x'", 2_000) + ">figs</p>"),
    "a long name": lambda: AKN.format(f"<{'p' * 9_000_000}/>"),
    "many empty elements": lambda: AKN.format("<p/>" * MANY),
    "many empty provisions": lambda: AKN.format("<article/>" * MANY),
    "many provisions with one id": lambda: AKN.format('<article eId="a"><content><p>x</p></content></article>' * 20_000),
    "many notes": lambda: AKN.format("<p>" + "<authorialNote><p>x</p></authorialNote>" * 20_000 + "</p>"),
    "many brackets": lambda: AKN.format(f"<p>{'[' * MANY}figs{']' * MANY}</p>"),
    "many open brackets": lambda: AKN.format(f"<p>{'[' * MANY}figs</p>"),
    "many statuses": lambda: AKN.format(f"<p>{'figs [agreed] ' * 20_000}</p>"),
    "much white space": lambda: AKN.format(
        "".join(f"<p>{sign}{' ' * MANY}figs</p>" for sign in ("", "[", "[agreed", "[sic", "Option 1"))
    ),
    "emphasis in emphasis": lambda: AKN.format(f"<p>{_nested('b', MAX_DEPTH - 6)}</p>" * 200),
    "tables in tables": lambda: AKN.format(_nested("table><tr><td", 70).replace("</table><tr><td>", "</td></tr></table>")),
    "quotations in quotations": lambda: BILL.format(_nested("quote", MAX_DEPTH - 6) * 50),
    "deletions in deletions": lambda: BILL.format('<text changed="deleted">' * 200 + "figs" + "</text>" * 200),
    "references": lambda: USLM.format("<ref href='x'>figs</ref>" * MANY),
    "character references": lambda: AKN.format(f"<p>{'&#160;' * MANY}figs</p>"),
    "a document type with elements": lambda: "<!DOCTYPE bill [" + "<!ELEMENT a (b|c)*>" * 20_000 + "]>" + BILL.format("figs"),
    "wrong encoding": lambda: '<?xml version="1.0" encoding="utf-7"?>' + AKN.format("<p>figs</p>"),
}
PAGES: dict[str, Callable[[], str]] = {
    "unclosed formatting": lambda: HTML.format("<b>figs " * MANY),
    "unclosed paragraphs": lambda: HTML.format("<p>figs " * MANY),
    "unclosed items": lambda: HTML.format("<li>figs " * 20_000),
    "unclosed tables": lambda: HTML.format("<table><tr><td>figs " * MANY),
    "unclosed unknown elements": lambda: HTML.format("<x>figs " * MANY),
    "closed and never opened": lambda: HTML.format("figs</b></div>" * MANY),
    "many attributes": lambda: HTML.format("<p " + _attributes("a{}") + ">figs"),
    "attributes behind quotes": lambda: HTML.format("<p " + _attributes("a{}='>'") + ">figs"),
    "unclosed comment": lambda: HTML.format("figs" + "<!--" * MANY),
    "unclosed tags": lambda: HTML.format("figs" + "<p a='" * MANY),
    "unknown entities": lambda: HTML.format("figs &nosuch;" * MANY),
    "deep but not too deep": lambda: HTML.format(_nested("div", 2_000)),
    "formatting that is never closed": lambda: HTML.format("<b><i><font>" * 600 + "<p>figs" * 5_000),
    "deep tables": lambda: HTML.format("<table><tr><td>figs" * 600),
    "deep lists": lambda: HTML.format("<ol><li>figs" * 900),
    "deep furniture": lambda: HTML.format("<div class=nav>figs " * 400 + "word " * MANY),
    "one footnote cited often": lambda: HTML.format(
        "<sup><a href='#n'>1</a></sup>" * 20_000 + "<p id=n>" + "<a href='#q'>1</a> figs" * 20_000
    ),
    "many footnotes in one block": lambda: HTML.format(
        "".join(f"<a href='#n{n}' id='c{n}'>1</a>" for n in range(20_000))
        + "<p>"
        + "".join(f"<a id='n{n}' href='#c{n}'>1</a> figs " for n in range(20_000))
    ),
    "much that is hidden": lambda: HTML.format("<p>" + "<span hidden>x</span>figs " * 50_000),
    "many brackets": lambda: HTML.format("[" * MANY + "figs" + "]" * MANY),
    "many line breaks": lambda: HTML.format("figs<br>" * 50_000),
    "one long list": lambda: HTML.format("<ol>" + "<li>figs" * 5_000),
    "reversed lists in lists": lambda: HTML.format("<ol reversed><li>figs" * 900),
    "huge numbers": lambda: HTML.format("<ol start=99999999999999999999><li value=-999999999999999>figs<li>dates</ol>"),
}


def _outcome(data: bytes, name: str) -> None:
    start = time.process_time()
    said = _said(data, name)
    assert time.process_time() - start < SECONDS
    assert "figs" in said or "x" in said


def _said(data: bytes, name: str) -> str:
    """Give the words of a draft, or the one line that refuses it, with its mend."""
    try:
        document = read_bytes(data, name)
    except DraftError as error:
        line = str(error)
        return f"{line} x" if error.mend and "\n" not in line else ""
    words = [f"{p.id} {p.num} {p.heading} {p.words}" for p in document.walk()] + [note.text for note in document.notes]
    return " ".join(words) or "x"


@pytest.mark.parametrize("name", XML)
def test_hostile_xml_is_read_or_refused_in_bounded_time(name: str) -> None:
    _outcome(XML[name]().encode(), "d.xml")


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_read_or_refused_in_bounded_time(name: str) -> None:
    _outcome(PAGES[name]().encode(), "d.html")


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<b>figs " * MANY, "nested deeper than 2,048"),
        ("<p " + _attributes("a{}") + ">figs", "a tag with 100,000 attributes"),
    ],
)
def test_what_would_hold_up_the_parser_is_named_with_its_line(page: str, said: str) -> None:
    with pytest.raises(DraftError, match=said) as caught:
        read_bytes(HTML.format(f"\n{page}").encode(), "d.html")
    assert caught.value.place == "line 2"


def test_a_page_takes_memory_in_proportion_to_its_size() -> None:
    data = HTML.format("<p>figs <b>and</b> dates</p>" * 2_000).encode()
    tracemalloc.start()
    try:
        read_bytes(data, "d.html")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 200 * len(data)


def test_what_a_hostile_page_says_is_converted_too() -> None:
    document = read_bytes(HTML.format("<ol><li>[figs <b>" * 300).encode(), "d.html")
    again = read_bytes(render(document, "akn"), "d.xml")
    assert [p.words for p in again.walk()] == [p.words for p in document.walk()]
