"""The explanatory note: its parts, its numbers, and how findings are told."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.api import compare, read, read_bytes, render, rulebook
from treatydiff.model import Comparison, Finding, Provision
from treatydiff.writers.html.sheet import Sheet
from treatydiff.writers.note.content import note
from treatydiff.writers.note.naming import articles_named, many, quoted
from treatydiff.writers.note.prose import effect, sentence
from treatydiff.writers.note.values import Block, Table, item

if TYPE_CHECKING:
    from pathlib import Path

OLD = """# Accord on Lamps

Article 1. Lamps

1. Each Party shall light its lamps.

2. [Lamps are round.]

3. Wicks are long.

Article 2. Keepers

Keepers sleep by day.

Article 3. Fees

Fees are paid in silver to the keeper of the harbour.
"""
NEW = """# Accord on Lamps

Article 1. Lamps

1. Each Party may light its lamps.

2. Lamps are round.

3. Wicks are very long.

Article 2. Boats

Each Party shall [lend] give boats to its keepers free of any charge.

Article 3. Keepers

Keepers sleep by day.
"""


def compared(old: str = OLD, new: str = NEW) -> Comparison:
    return compare(read_bytes(old.encode(), "old.md"), read_bytes(new.encode(), "new.md"))


def written(old: str = OLD, new: str = NEW) -> str:
    return render(compared(old, new), "note").decode()


def said(**about: str) -> Finding:
    plain = Finding("modality", "T01", "high", "neutral", "neutral", "neutral", "", "", "", None, None, "")
    return plain._replace(**about)  # type: ignore[arg-type]


def test_one_of_two_prefaces_is_not_called_by_its_count() -> None:
    old = "# Accord\n\n*This is the text of Monday, sent to all ports.*\n\n# Old decision\n\n## Article 1\n\nLamps are lit.\n"
    new = "# Accord\n\n*This is the text of Tuesday, sent to all ports.*\n\n## Article 1\n\nLamps are lit.\n"
    comparison = compare(read_bytes(old.encode(), "old.md"), read_bytes(new.encode(), "new.md"))
    assert comparison.changes[0].link.old[0].label == "preface 1"
    shown = render(comparison, "note").decode()
    assert "formerly" not in shown


def test_the_parts_stand_in_order_and_are_numbered() -> None:
    parts = re.findall("(?m)^## (.+)$", written())
    assert parts == [
        "I. Introduction",
        "II. Main changes",
        "III. Changes article by article",
        "IV. Articles moved and renumbered",
        "V. What is settled and what remains open",
    ]


def test_paragraphs_are_numbered_through_the_whole_note() -> None:
    numbers = [int(number) for number in re.findall(r"(?m)^(\d+)\. ", written())]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_main_changes_say_which_duty_was_weakened() -> None:
    assert (
        "A duty has been weakened, or has gone, in 1 place:\n\n"
        "    (a) **Article 1, paragraph 1.** “shall” has become “may”: what was a duty of each Party is now a discretion."
    ) in written()


def test_an_article_that_reads_as_before_is_only_named() -> None:
    shown = written()
    assert "Article 3 and the preface read as before, article 3 under another number." in shown
    assert "Keepers sleep by day" not in shown


def test_new_and_deleted_articles_are_told_as_such() -> None:
    shown = written()
    assert "#### Article 2. Boats\n" in shown
    assert "This article is new, with 2 clauses." in shown
    assert "#### Article 3 of the earlier draft. Fees\n" in shown
    assert "This article has been deleted, with 2 clauses: “Fees are paid in silver" in shown


def test_what_remains_open_is_counted_with_its_place() -> None:
    shown = written()
    assert "1 pair of square brackets has been resolved" in shown
    assert "1 pair of square brackets remains in the later draft: article 2 (1)." in shown


def test_two_equal_drafts_make_a_short_note() -> None:
    shown = written(OLD, OLD)
    assert "The two drafts read the same." in shown
    assert "Main changes" not in shown


def test_no_clause_and_no_grave_finding_is_left_out(drafts: Path) -> None:
    comparison = compare(read(drafts / "cnd.xml"), read(drafts / "final.xml"))
    told = " ".join(f"{block.lead} {block.text}" for block in note(comparison) if isinstance(block, Block))
    gone = {
        clause.id for group in Sheet(comparison).groups if group.new is None for c in group.changes for clause in c.link.old
    }
    for change in comparison.changes:
        kind = change.link.kind
        if kind == "inserted" and not change.link.new[0].is_heading:
            assert quoted(change.new_words) in told, change.link.new[0].label
        if kind == "deleted" and change.link.old[0].id not in gone:
            assert quoted(change.old_words) in told, change.link.old[0].label
        for finding in change.findings:
            if finding.severity == "high":
                whole = sentence(finding, of_whole=kind in {"inserted", "deleted"})
                assert whole in told or sentence(finding) in told, finding.message


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "Each Party: duty (shall) became discretion (may)",
            "“shall” has become “may”: what was a duty of each Party is now a discretion.",
        ),
        (
            "Duty (shall, from the chapeau) became discretion (may)",
            "“shall” (from the chapeau) has become “may”: what was a duty is now a discretion.",
        ),
        (
            "Each Party: contested duty (shall), now recommendation (should)",
            "What each Party must or may do was contested as a duty (shall); it is now a recommendation (should).",
        ),
        (
            "Contested between thirty and sixty days, now sixty days",
            "This was contested between thirty and sixty days; it is now sixty days.",
        ),
        (
            'Each Party: "where feasible" now qualifies "print the charts"',
            "For each Party, “where feasible” now qualifies “print the charts”.",
        ),
        ('Each Party: exception came: "unless it rains"', "For each Party, an exception has been added: “unless it rains”."),
        ('Each Party: new duty (shall): "mark wrecks" (ADD)', "There is a new duty (shall) of each Party: “mark wrecks”."),
        (
            'Each Party: duty (shall) dropped: "mark wrecks" (SUP)',
            "A duty (shall) of each Party has been dropped: “mark wrecks”.",
        ),
        (
            'Each Party: 2 duties went with article 4 ("Wrecks") (SUP)',
            "2 duties of each Party have gone with article 4 (“Wrecks”).",
        ),
        (
            "Safeguard lost: privacy; stands in no other operative clause",
            "A safeguard has been lost: privacy, which stands in no other operative clause.",
        ),
        ('"a" and "b" were chosen, "c" was dropped', "“a” and “b” have been retained and “c” dropped."),
        ('"a" stood in brackets and was dropped', "“a” stood in brackets and has been dropped."),
        ('Reworded, not judged as a whole: "a" gave way to "b"', "“a” has been replaced by “b”."),
        ('"crews" came to the list under a duty', "“crews” has been added to the list under a duty."),
        ("A message in words of its own", "A message in words of its own."),
    ],
)
def test_a_message_is_told_in_full_words(message: str, told: str) -> None:
    assert sentence(said(message=message, actor="each Party")) == told


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Three months became six months: period rises", "“three months” has become “six months”; the period is longer."),
        ("Two thirds became a half: majority falls", "“two thirds” has become “a half”; the majority is lower."),
    ],
)
def test_a_number_is_told_with_the_way_it_went(message: str, told: str) -> None:
    assert sentence(said(rule="numbers", message=message)) == told


def test_an_actor_is_told_with_the_one_before() -> None:
    finding = said(rule="actors", actor="the port", message='The port: stands in the place of "the pilot" (duty, shall)')
    assert sentence(finding) == "“the port” stands in the place of “the pilot” (duty, shall)."


def test_words_that_were_told_are_not_repeated() -> None:
    item_came = said(message='"mark wrecks" came to the list of offences')
    duty_came = said(message='New duty (shall): "mark wrecks" (ADD)')
    assert sentence(item_came, of_whole=True) == "It has been added to the list of offences."
    assert sentence(duty_came, of_whole=True) == "There is a new duty (shall)."


def test_the_axes_become_words() -> None:
    both = said(bindingness="weakens", scope="narrows")
    assert effect(both) == "This weakens the duty and narrows the scope."
    assert effect(both._replace(rights="context")).endswith("; what it means for rights depends on the view taken.")
    assert effect(said()) == "Whether this strengthens or weakens the text depends on the view taken."
    assert effect(said(severity="low")) == ""


def test_no_code_and_no_telegraphese_is_left_of_any_message_of_the_rulebook() -> None:
    for rule in rulebook():
        for example in rule.examples:
            if example.finding:
                told = re.sub("“[^”]*”", "“”", sentence(example.finding))
                assert not re.search(r"\((?:ADD|SUP|MOD)|not judged as a whole| (?:came|went|gave way)\b(?! with)", told), told
                assert told.endswith((".", "?", "”", "!"))


def test_articles_are_named_in_one_line() -> None:
    provisions = [Provision("", "article", num=number) for number in ("1", "2", "4", "5", "6", "12 bis")]
    assert articles_named([*provisions, Provision("", "preamble")]) == "articles 1, 2, 4 to 6, 12 bis and the preamble"
    assert articles_named(provisions[:1]) == "article 1"


def test_places_of_one_level_share_its_name() -> None:
    assert many(["paragraph 1", "paragraph 2 (a)", "paragraph 3"]) == "paragraphs 1, 2 (a) and 3"
    assert many(["paragraph 1", "the heading"]) == "paragraph 1 and the heading"


def test_quotations_inside_a_quotation_are_single_and_long_ones_are_cut() -> None:
    assert quoted('"coast" means a line; and') == "“‘coast’ means a line”"
    assert len(quoted("word " * 100)) < 230


def test_letters_of_items_go_on_after_z() -> None:
    assert [item(place, "").number for place in (0, 25, 26, 53)] == ["(a)", "(z)", "(aa)", "(bbb)"]


@settings(deadline=None, max_examples=25)
@given(st.text(st.sampled_from("ab <>&|`*_[]@#\u202e\x00\ud800\n"), min_size=1, max_size=30))
def test_a_hostile_draft_stays_text_in_both_formats(words: str) -> None:
    old, new = compared().old, compared(new=NEW.replace("very long", "very hot")).new
    hostile = tuple(each._replace(heading=words) for each in new.provisions)
    comparison = compare(old, new._replace(provisions=hostile))
    shown = render(comparison, "note").decode()
    assert not set(shown) & set("\u202e\x00\ud800<>")
    document = docx.Document(BytesIO(render(comparison, "note-docx")))
    assert not set("".join(paragraph.text for paragraph in document.paragraphs)) & set("\u202e\x00\ud800")


def test_the_word_file_has_the_words_of_the_markdown_under_real_headings() -> None:
    comparison = compared()
    document = docx.Document(BytesIO(render(comparison, "note-docx")))
    blocks = [block for block in note(comparison) if isinstance(block, Block)]
    paragraphs = [paragraph for paragraph in document.paragraphs if paragraph.text]
    assert len(paragraphs) == len(blocks)
    assert all(paragraph.text.endswith(block.text) for paragraph, block in zip(paragraphs, blocks, strict=True))
    assert {paragraph.style.name for paragraph in paragraphs if paragraph.style} >= {"Title", "Heading 1", "Heading 3"}
    tables = [block for block in note(comparison) if isinstance(block, Table)]
    assert [[cell.text for cell in row.cells] for table in document.tables for row in table.rows] == [
        list(row) for table in tables for row in (table.head, *table.rows)
    ]


def test_equal_comparisons_give_equal_bytes() -> None:
    assert render(compared(), "note-docx") == render(compared(), "note-docx")
