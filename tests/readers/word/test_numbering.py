"""Automatic numbers as Word shows them: patterns, restarts, overrides, legal style, numbers through styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.readers.docx import read

if TYPE_CHECKING:
    from tests.conftest import WordFile
    from treatydiff.model import Document


def level(place: int, pattern: str, style: str = "decimal", *, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def definition(*levels: str, key: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def instance(key: int, of: int = 0, inside: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{inside}</w:num>'


def item(words: str, place: int | None = 0, num: int = 1, style: str = "") -> str:
    ilvl = "" if place is None else f'<w:ilvl w:val="{place}"/>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{named}<w:numPr>{ilvl}<w:numId w:val="{num}"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def styled(words: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'


def numbers(document: Document) -> list[str]:
    return [f"{p.num} {p.heading or p.text}".strip() for p in document.walk()]


THREE = definition(level(0, "%1."), level(1, "(%2)", "lowerLetter"), level(2, "(%3)", "lowerRoman"))


def test_levels_count_on_and_begin_again_below_each_higher_number(word_file: WordFile) -> None:
    places = (0, 1, 1, 2, 2, 1, 0, 1, 2)
    body = "".join(item(f"clause {n}", place) for n, place in enumerate(places))
    found = read(word_file(body, numbering=THREE + instance(1)), "d.docx")
    assert [line.partition(" ")[0] for line in numbers(found)] == ["1.", "(a)", "(b)", "(i)", "(ii)", "(c)", "2.", "(a)", "(i)"]


def test_the_tree_follows_the_numbers(word_file: WordFile) -> None:
    body = "".join(item(f"clause {n}:", place) for n, place in enumerate((0, 1, 2, 2, 1, 0)))
    (first, second) = read(word_file(body, numbering=THREE + instance(1)), "d.docx").provisions
    assert (first.num, second.num) == ("1.", "2.")
    assert [p.num for p in first.children] == ["(a)", "(b)"]
    assert [p.num for p in first.children[0].children] == ["(i)", "(ii)"]


def test_numbers_of_one_style_are_told_apart_by_their_lists(word_file: WordFile) -> None:
    plain = definition(level(0, "%1."), level(1, "%2.")) + definition(level(0, "%1."), key=1)
    body = item("one.") + item("two:") + item("a", 1) + item("b", 1) + item("three:") + item("c", 0, 2) + item("four.")
    found = read(word_file(body, numbering=plain + instance(1) + instance(2, of=1)), "d.docx").provisions
    assert [(p.num, [q.num for q in p.children]) for p in found] == [
        ("1.", []),
        ("2.", ["1.", "2."]),
        ("3.", ["1."]),
        ("4.", []),
    ]


def test_a_deeper_level_of_a_list_stands_below_a_paragraph_that_does_not_announce_it(word_file: WordFile) -> None:
    plain = definition(level(0, "%1."), level(1, "%2."))
    body = item("One.") + item("Two.", 1) + item("Three.")
    found = read(word_file(body, numbering=plain + instance(1)), "d.docx").provisions
    assert [(p.num, [q.num for q in p.children]) for p in found] == [("1.", ["1."]), ("2.", [])]


def test_a_pattern_shows_the_numbers_of_the_levels_above(word_file: WordFile) -> None:
    many = definition(level(0, "%1", "upperRoman"), level(1, "%1.%2"), level(2, "%1.%2.%3", more="<w:isLgl/>"))
    body = item("one", 0) + item("two", 1) + item("three", 1) + item("four", 2)
    found = numbers(read(word_file(body, numbering=many + instance(1)), "d.docx"))
    assert found == ["I one", "I.1 two", "I.2 three", "1.2.1 four"]


def test_a_level_that_nothing_higher_came_before_begins_what_is_above_it(word_file: WordFile) -> None:
    many = definition(level(0, "%1.", start=4), level(1, "%1.%2"))
    found = numbers(read(word_file(item("one", 1) + item("two", 0), numbering=many + instance(1)), "d.docx"))
    assert found == ["4.1 one", "5. two"]


@pytest.mark.parametrize(
    ("restart", "last"), [("", "(a)"), ('<w:lvlRestart w:val="0"/>', "(b)"), ('<w:lvlRestart w:val="1"/>', "(a)")]
)
def test_a_level_may_refuse_to_begin_again(word_file: WordFile, restart: str, last: str) -> None:
    two = definition(level(0, "%1."), level(1, "(%2)", "lowerLetter", more=restart))
    body = item("one:", 0) + item("a", 1) + item("two:", 0) + item("b", 1)
    assert numbers(read(word_file(body, numbering=two + instance(1)), "d.docx"))[-1] == f"{last} b"


def test_a_level_may_begin_again_below_one_level_only(word_file: WordFile) -> None:
    three = definition(level(0, "%1."), level(1, "(%2)", "lowerLetter"), level(2, "(%3)", more='<w:lvlRestart w:val="1"/>'))
    body = "".join(item(f"c{n}:", place) for n, place in enumerate((0, 1, 2, 1, 2, 0, 1, 2)))
    found = numbers(read(word_file(body, numbering=three + instance(1)), "d.docx"))
    assert [line.partition(" ")[0] for line in found if ")" in line and line[1].isdigit()] == ["(1)", "(2)", "(1)"]


def test_lists_of_one_definition_count_on_until_one_starts_anew(word_file: WordFile) -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = item("one", num=1) + item("two", num=2) + item("three", num=3) + item("four", num=3) + item("five", num=1)
    found = read(word_file(body, numbering=THREE + instance(1) + instance(2) + instance(3, inside=anew)), "d.docx")
    assert numbers(found) == ["1. one", "2. two", "5. three", "6. four", "7. five"]


def test_an_instance_may_replace_a_whole_level(word_file: WordFile) -> None:
    other = f'<w:lvlOverride w:ilvl="0">{level(0, "Rule %1:", "upperLetter")}</w:lvlOverride>'
    found = read(word_file(item("one") + item("two"), numbering=THREE + instance(1, inside=other)), "d.docx")
    assert numbers(found) == ["Rule A: one", "Rule B: two"]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Para"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Point"><w:name w:val="Point"/><w:basedOn w:val="Para"/></w:style>'
)


def test_numbers_come_through_styles_and_their_levels_through_the_list(word_file: WordFile) -> None:
    linked = definition(
        level(0, "%1.", more='<w:pStyle w:val="Para"/>'), level(1, "(%2)", "lowerLetter", more='<w:pStyle w:val="Point"/>')
    )
    body = styled("one:", "Para") + styled("two", "Point") + styled("three", "Point") + styled("plain", "Normal")
    found = read(word_file(body, numbering=linked + instance(1), styles=STYLES), "d.docx")
    assert numbers(found)[:3] == ["1. one:", "(a) two", "(b) three"]


def test_the_list_zero_takes_the_number_of_the_style_away(word_file: WordFile) -> None:
    linked = definition(level(0, "%1.", more='<w:pStyle w:val="Para"/>'))
    body = styled("One.", "Para") + item("Two.", None, 0, "Para") + styled("Three.", "Para")
    found = read(word_file(body, numbering=linked + instance(1), styles=STYLES), "d.docx")
    assert [line.partition(" ")[0] for line in numbers(found)] == ["1.", "Two.", "2."]


def test_a_definition_may_refer_to_a_style_of_numbering(word_file: WordFile) -> None:
    style = '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        + definition(level(0, "§ %1"), key=1)
        + instance(1)
        + instance(2, of=1)
    )
    assert numbers(read(word_file(item("one") + item("two"), numbering=numbering, styles=style), "d.docx")) == [
        "§ 1 one",
        "§ 2 two",
    ]


def test_articles_are_numbered_automatically(word_file: WordFile) -> None:
    articles = definition(level(0, "Article %1"), level(1, "%2."))
    body = (
        item("Moorings", 0)
        + item("Ships shall wait.", 1)
        + item("Boats may not.", 1)
        + item("Fees", 0)
        + item("None are due.", 1)
    )
    found = read(word_file(body, numbering=articles + instance(1)), "d.docx")
    assert [(p.kind, p.num, p.heading) for p in found.provisions] == [
        ("article", "Article 1", "Moorings"),
        ("article", "Article 2", "Fees"),
    ]
    assert [[q.num for q in p.children] for p in found.provisions] == [["1.", "2."], ["1."]]


def test_bullets_are_items_and_no_words(word_file: WordFile) -> None:
    bullets = definition(level(0, "\uf0b7", "bullet"))
    (chapeau,) = read(
        word_file("<w:p><w:r><w:t>Ships:</w:t></w:r></w:p>" + item("wait") + item("go"), numbering=bullets + instance(1)),
        "d.docx",
    ).provisions
    assert [(p.kind, p.num, p.text) for p in chapeau.children] == [("point", "", "wait"), ("point", "", "go")]


def test_a_number_stays_with_the_first_line_of_its_paragraph(word_file: WordFile) -> None:
    words = "Ships:</w:t><w:br/><w:t>(a) wait in</w:t><w:br/><w:t>spring;</w:t><w:br/><w:t>(b) go."
    found = numbers(read(word_file(item("One.") + item(words), numbering=THREE + instance(1)), "d.docx"))
    assert found == ["1. One.", "2. Ships:", "(a) wait in spring;", "(b) go."]


def test_a_number_without_words_is_kept(word_file: WordFile) -> None:
    found = read(word_file(item("one") + item("") + item("three"), numbering=THREE + instance(1)), "d.docx")
    assert numbers(found) == ["1. one", "2.", "3. three"]


def test_the_numbers_are_those_of_the_state_that_is_shown(word_file: WordFile) -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:author="A"/></w:rPr></w:pPr>'
        '<w:del w:author="A"><w:r><w:delText>two</w:delText></w:r></w:del></w:p>'
    )
    data = word_file(item("one") + gone + item("three"), numbering=THREE + instance(1))
    assert numbers(read(data, "d.docx", revisions="accepted")) == ["1. one", "2. three"]
    assert numbers(read(data, "d.docx", revisions="rejected")) == ["1. one", "2. two", "3. three"]
