from __future__ import annotations

import re

from lxml import html
from markdown_it import MarkdownIt

from treatydiff.api import compare, read_bytes, render

RENDERER = MarkdownIt("commonmark", {"html": True}).enable("table")
OLD = "Article 1. Lamps\n\n1. Each Party shall light its lamps, at dusk.\n\n2. Lamps are round.\n"
NEW = "Article 1. Lamps\n\n1. Each Party may light its lamps, at dawn.\n\n2. Lamps are round.\n\n3. Oil is free.\n"


def written(old: str, new: str) -> str:
    return render(compare(read_bytes(old.encode(), "old.txt"), read_bytes(new.encode(), "new.txt")), "markdown").decode()


def test_the_summary_stands_before_the_findings_and_these_before_the_clauses() -> None:
    shown = written(OLD, NEW)
    places = [shown.index(part) for part in ("Earlier draft: old.txt", "**One change weighs", "### Findings", "### Changes")]
    assert places == sorted(places)


def test_a_finding_is_a_row_with_its_place_its_weight_and_what_it_does() -> None:
    assert "| Article 1, paragraph 1 | high | Each Party: duty (shall) became discretion (may). | Duty weaker |" in written(
        OLD, NEW
    )


def test_words_that_went_and_came_are_struck_and_underlined_beside_their_comma() -> None:
    page = RENDERER.render(written(OLD, NEW))
    quotes = [quote.text_content().strip() for quote in html.fromstring(page).xpath("//blockquote[.//del]")]
    assert quotes == ["Each Party shallmay light its lamps, at duskdawn."]
    assert "<del>shall</del><ins>may</ins>" in page


def test_a_hostile_draft_makes_no_markup_and_notifies_nobody() -> None:
    hostile = "<script>x</script> @octocat #12 | `a` **b** </del> [c](http://d.e) ]]> \u202e"
    shown = written(OLD, f"{OLD}\n3. {hostile}\n\nArticle 2. {hostile}\n\n{hostile}\n")
    page = html.fromstring(f"<div>{RENDERER.render(shown)}</div>")
    assert page.xpath("//script | //a | //code[contains(., 'a')]") == []
    assert not re.search(r"@octocat|#12|://", page.text_content())
    assert page.text_content().replace("\u200b", "").count("<script>x</script> @octocat #12 | `a` **b** </del>") >= 3
    assert {len(row.findall("td")) for row in page.xpath("//tbody/tr")} <= {4}


def test_what_no_comment_can_hold_is_left_out_and_counted() -> None:
    old, new = (
        "".join(
            f"Article {n}. Lamp {n}\n\nEach Party {verb} light lamp number {n} {'at night ' * 9}.\n\n" for n in range(1, 501)
        )
        for verb in ("shall", "may")
    )
    shown = written(old, new)
    assert len(shown.encode("utf-16-le")) // 2 <= 65_536
    found = re.search(r"Left out here: (\d+) findings and (\d+) changed clauses\*\*, because a comment holds 65,536", shown)
    assert found is not None
    rows, quotes = len(re.findall("(?m)^\\| Article", shown)), len(re.findall("(?m)^> Each", shown))
    assert rows > 0
    assert quotes > 0
    assert (int(found[1]), int(found[2])) == (500 - rows, 500 - quotes)
    assert "`treatydiff compare OLD NEW -o report.html`" in shown


def test_where_not_all_fits_the_grave_clauses_are_kept() -> None:
    lamp = "Article {n}. Lamp {n}\n\nEach Party {verb} light lamp number {n} in its {place} {pad}.\n\n"
    old, new = (
        "".join(lamp.format(n=n, verb=verb if n == 200 else "shall", place=place, pad="at night " * 90) for n in range(1, 201))
        for verb, place in (("shall", "harbour"), ("may", "port"))
    )
    shown = written(old, new)
    assert "#### Article 200. Lamp 200\n\n**Article 200**" in shown
    assert "#### Article 1. Lamp 1\n" in shown
    assert re.search(r"Left out here: \d+ changed clauses", shown)


def test_a_short_comparison_leaves_nothing_out() -> None:
    assert "Left out" not in written(OLD, NEW)
    assert "### Findings" not in written(OLD, OLD)
    assert "### Changes" not in written(OLD, OLD)
