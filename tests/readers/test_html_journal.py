"""A regulation as an official journal publishes it: numbers in tables of one row, titles by class alone, notes at the end."""

from __future__ import annotations

from treatydiff.model import Mark, Note
from treatydiff.readers.html import read


def numbered(number: str, text: str) -> str:
    """Give a row with a number beside its text, which may hold such rows itself."""
    cells = f'<td valign="top"><p class="normal">{number}</p></td><td valign="top"><p class="normal">{text}</p>'
    return f'<table width="100%"><col width="4%"/><col width="96%"/><tbody><tr>{cells}</td></tr></tbody></table>'


CITED = '<a id="c1" href="#n1">(<span class="super">1</span>)</a>'
POINT = numbered("(a)", "figs:</p>" + numbered("(i)", "ripe; and") + numbered("(ii)", "green;") + "<p>")
PAGE = f"""<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="EN"><head><title>On figs</title></head><body><div>
<p class="doc-ti">REGULATION 7 ON FIGS</p><div><p>THE TWO CHAMBERS OF THE ORCHARD,</p><p>Having regard to the Pact,</p>
<p>Whereas:</p><div>{numbered("(1)", f"Figs matter {CITED}.")}</div><div>{numbered("(2)", "Dates matter.")}</div>
<p>HAVE ADOPTED:</p></div>
<div><p class="ti-section-1">CHAPTER I</p><p><span><span>General provisions</span></span></p>
<div><p class="ti-art">Article 1</p><div><p class="sti-art">Subject matter</p></div>
<div><p>1.   This Regulation counts:</p>{POINT}{numbered("(b)", "dates.")}</div>
<div><p>2.   It counts well.</p></div></div></div>
</div><hr/><p class="note"><a id="n1" href="#c1">(<span class="super">1</span>)</a>  List 7, p. 1.</p></body></html>"""


def test_a_regulation_is_read_as_it_is_printed() -> None:
    found = read(PAGE.encode(), "d.html")
    assert [(p.kind, p.num, p.heading or p.text) for p in found.walk()] == [
        ("preface", "", "REGULATION 7 ON FIGS"),
        ("preamble", "", ""),
        ("recital", "", "THE TWO CHAMBERS OF THE ORCHARD,"),
        ("recital", "", "Having regard to the Pact,"),
        ("formula", "", "Whereas:"),
        ("recital", "(1)", "Figs matter."),
        ("recital", "(2)", "Dates matter."),
        ("formula", "", "HAVE ADOPTED:"),
        ("chapter", "CHAPTER I", "General provisions"),
        ("article", "Article 1", "Subject matter"),
        ("paragraph", "1.", "This Regulation counts:"),
        ("point", "(a)", "figs:"),
        ("point", "(i)", "ripe; and"),
        ("point", "(ii)", "green;"),
        ("point", "(b)", "dates."),
        ("paragraph", "2.", "It counts well."),
    ]
    (recital,) = (p for p in found.walk() if p.text == "Figs matter.")
    assert recital.marks == (Mark("footnote", 11, 11, "1", "List 7, p. 1."),)
    assert found.notes == (Note("footnote", "List 7, p. 1.", "1", recital.id, recital.line),)
    assert (found.metadata.title, found.metadata.language) == ("On figs", "en")
