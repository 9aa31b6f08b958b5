"""The outline is built from blocks alone: who is whose child is decided by numbers, siblings and the source's lists."""

from __future__ import annotations

import pytest

from treatydiff.model import Mark, Provision
from treatydiff.readers.outline.blocks import Block
from treatydiff.readers.outline.tree import outline


def _blocks(*lines: str) -> list[Block]:
    return [Block(line, n) for n, line in enumerate(lines, start=1)]


def _shape(provisions: tuple[Provision, ...], depth: int = 0) -> list[str]:
    """Write a tree as indented lines: kind, number, heading in angles, words."""
    shown = []
    for p in provisions:
        parts = (p.kind, p.num, f"<{p.heading}>" if p.heading else "", p.words.replace("\n", " / "))
        shown.append("  " * depth + " ".join(part for part in parts if part))
        shown += _shape(p.children, depth + 1)
    return shown


def _read(*lines: str) -> list[str]:
    return _shape(outline(_blocks(*lines)))


def test_articles_hold_numbered_paragraphs_and_these_hold_points() -> None:
    assert _read("Article 1", "Scope", "1. Ships shall:", "(a) stop;", "(b) wait.", "2. Boats may pass.") == [
        "article Article 1 <Scope>",
        "  paragraph 1. Ships shall:",
        "    point (a) stop;",
        "    point (b) wait.",
        "  paragraph 2. Boats may pass.",
    ]


def test_i_after_h_is_a_letter() -> None:
    letters = [f"({c}) item {c};" for c in "abcdefghijk"]
    assert _read("Article 1", "1. All of these:", *letters)[2:] == [f"    point ({c}) item {c};" for c in "abcdefghijk"]


def test_i_after_a_chapeau_is_a_roman_one_and_j_returns_to_the_letters() -> None:
    assert _read("Article 1", "(h) eight:", "(i) one;", "(ii) two;", "(i) nine;", "(j) ten.") == [
        "article Article 1",
        "  point (h) eight:",
        "    point (i) one;",
        "    point (ii) two;",
        "  point (i) nine;",
        "  point (j) ten.",
    ]


def test_v_and_x_and_c_are_read_by_what_stands_before_them() -> None:
    roman = ["(i) a;", "(ii) b;", "(iii) c;", "(iv) d;", "(v) e;"]
    assert _read("1. Lists:", "(a) first:", *roman, "(b) second;", "(c) third.") == [
        "paragraph 1. Lists:",
        "  point (a) first:",
        *(f"    point {line}" for line in roman),
        "  point (b) second;",
        "  point (c) third.",
    ]


def test_double_letters_follow_z_and_may_be_inserted_after_a_single_one() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    assert _read("1. X:", *(f"({c}) {c};" for c in letters), "(aa) after;")[-1] == "  point (aa) after;"
    assert _read("1. X:", "(a) one;", "(aa) inserted;", "(b) two.") == [
        "paragraph 1. X:",
        "  point (a) one;",
        "  point (aa) inserted;",
        "  point (b) two.",
    ]


def test_four_levels_of_one_paragraph_and_the_way_back() -> None:
    assert _read("Article 9", "1. A:", "a) B:", "(i) C:", "a. D;", "b. E;", "(ii) F;", "b) G.", "2. H.") == [
        "article Article 9",
        "  paragraph 1. A:",
        "    point a) B:",
        "      point (i) C:",
        "        point a. D;",
        "        point b. E;",
        "      point (ii) F;",
        "    point b) G.",
        "  paragraph 2. H.",
    ]


def test_inserted_numbers_stand_beside_the_number_they_follow() -> None:
    assert _read("Article 12 ter.", "1. A.", "1 bis. B.", "1 ter. C.", "2. D.") == [
        "article Article 12 ter",
        "  paragraph 1. A.",
        "  paragraph 1 bis. B.",
        "  paragraph 1 ter. C.",
        "  paragraph 2. D.",
    ]


def test_two_numbers_on_one_line_open_two_levels() -> None:
    assert _read("1. (a) First;", "(b) second.", "2. Third.") == [
        "paragraph 1.",
        "  point (a) First;",
        "  point (b) second.",
        "paragraph 2. Third.",
    ]


def test_a_point_without_words_waits_for_its_sub_points() -> None:
    assert _read("1. A:", "(a)", "(i) one;", "(ii) two.") == [
        "paragraph 1. A:",
        "  point (a)",
        "    point (i) one;",
        "    point (ii) two.",
    ]


def test_a_bracket_before_a_number_stays_with_the_words() -> None:
    (article,) = outline(_blocks("Article 1", "[2. Ships shall wait.]"))
    (paragraph,) = article.children
    assert (paragraph.num, paragraph.text, paragraph.marks) == ("2.", "Ships shall wait.", (Mark("bracket", 0, 17),))


def test_a_bracketed_article_keeps_its_number_and_its_bracket() -> None:
    (article,) = outline([Block("[Article 3bis] *(boats)*".replace("*", ""), 1, rank=2)])
    assert (article.kind, article.num, article.heading, len(article.heading_marks)) == ("article", "Article 3bis", "(boats)", 1)


def test_flush_text_after_a_list_closes_the_numbered_paragraph() -> None:
    assert _read("Article 1", "1. Who:", "(a) steals;", "(b) lies,", "Such persons shall answer for it.", "2. Next.") == [
        "article Article 1",
        "  paragraph 1. Who: / Such persons shall answer for it.",
        "    point (a) steals;",
        "    point (b) lies,",
        "  paragraph 2. Next.",
    ]


def test_flush_text_inside_a_list_that_goes_on_belongs_to_its_item() -> None:
    assert _read("1. Who:", "(a) steals", "or takes;", "(b) lies.") == [
        "paragraph 1. Who:",
        "  point (a) steals or takes;",
        "  point (b) lies.",
    ]


def test_a_second_unnumbered_paragraph_of_an_article_is_one_of_its_own() -> None:
    assert _read("Article 1", "1. First.", "Unnumbered text.") == [
        "article Article 1",
        "  paragraph 1. First.",
        "  paragraph Unnumbered text.",
    ]


def test_numbers_after_an_unnumbered_chapeau_are_its_points() -> None:
    assert _read("Article 1", "In this treaty:", '1. "Ship" means a ship;', '2. "Boat" means a boat.') == [
        "article Article 1",
        "  paragraph In this treaty:",
        '    point 1. "Ship" means a ship;',
        '    point 2. "Boat" means a boat.',
    ]


def test_parts_chapters_sections_and_annexes_nest_by_their_rank() -> None:
    lines = (
        "PART ONE",
        "Chapter IV. General",
        "SECTION 1",
        "Ports",
        "Article 1 - Scope",
        "Text.",
        "Chapter V",
        "ANNEX I",
        "1. A.",
    )
    assert _read(*lines) == [
        "part PART ONE",
        "  chapter Chapter IV <General>",
        "    section SECTION 1 <Ports>",
        "      article Article 1 <Scope>",
        "        paragraph Text.",
        "  chapter Chapter V",
        "annex ANNEX I",
        "  paragraph 1. A.",
    ]


def test_a_chapter_may_be_headed_by_the_words_of_a_part() -> None:
    assert _read("CHAPTER I", "PART IX SETTLEMENT", "Article 1", "Ships wait.") == [
        "chapter CHAPTER I <PART IX SETTLEMENT>",
        "  article Article 1",
        "    paragraph Ships wait.",
    ]


def test_a_sentence_about_an_article_opens_none() -> None:
    assert _read("Article 1", "Article 5 of the Statute shall apply.", "Article 8, paragraph 2, applies.") == [
        "article Article 1",
        "  paragraph Article 5 of the Statute shall apply.",
        "  paragraph Article 8, paragraph 2, applies.",
    ]


def test_articles_are_known_in_the_six_languages() -> None:
    numbers = ("Article 5", "Artículo 5", "Статья 5", "第五条", "المادة 5")
    assert _read(*numbers) == [f"article {number}" for number in numbers]


def test_text_before_the_first_article_is_preface_and_preamble() -> None:
    lines = (
        "Harbour Treaty",
        "The Parties to this Treaty,",
        "Noting the tide,",
        "Have agreed as follows:",
        "Article 1",
        "Wait.",
    )
    assert _read(*lines) == [
        "preface <Harbour Treaty>",
        "preamble",
        "  formula The Parties to this Treaty,",
        "  recital Noting the tide,",
        "  formula Have agreed as follows:",
        "article Article 1",
        "  paragraph Wait.",
    ]


def test_a_preamble_in_one_paragraph_is_parted_before_each_recital() -> None:
    one = (
        "Preamble The Parties to this Treaty, Noting the tide, the wind and the moon, Recalling storms, Have agreed as follows:"
    )
    assert _read(one, "Article 1") == [
        "preamble <Preamble>",
        "  formula The Parties to this Treaty,",
        "  recital Noting the tide, the wind and the moon,",
        "  recital Recalling storms,",
        "  formula Have agreed as follows:",
        "article Article 1",
    ]


def test_the_testimonium_stands_outside_the_last_article() -> None:
    assert _read("Article 1", "Wait.", "IN WITNESS WHEREOF, the undersigned have signed.")[2:] == [
        "formula IN WITNESS WHEREOF, the undersigned have signed."
    ]


def test_options_group_the_paragraphs_that_follow_them() -> None:
    assert _read("Article 1", "Option 1:", "1. Wait.", "2. Go.", "Option 2:", "1. Stay.", "Option 3: No text") == [
        "article Article 1",
        "  alternative Option 1:",
        "    paragraph 1. Wait.",
        "    paragraph 2. Go.",
        "  alternative Option 2:",
        "    paragraph 1. Stay.",
        "  alternative Option 3: No text",
    ]


def test_options_of_one_paragraph_stay_inside_it() -> None:
    assert _read("Article 1", "1. Option 1: Ships wait.", "Option 2: Ships go.", "2. Boats stay.") == [
        "article Article 1",
        "  paragraph 1.",
        "    alternative Option 1: Ships wait.",
        "    alternative Option 2: Ships go.",
        "  paragraph 2. Boats stay.",
    ]


def test_options_after_the_words_of_a_paragraph_are_alternatives_of_it() -> None:
    assert _read("1. Ships pay dues.", "[Alt. 1: On arrival.]", "[Alt. 2: On leaving.]", "2. Boats stay.") == [
        "paragraph 1. Ships pay dues.",
        "  alternative Alt. 1: On arrival.",
        "  alternative Alt. 2: On leaving.",
        "paragraph 2. Boats stay.",
    ]


def test_options_of_whole_articles_hold_their_paragraphs_and_the_points_of_these() -> None:
    lines = ("Article 1", "Alternative A", "1. Ships:", "(a) wait;", "(b) go.", "2. Boats.", "Alternative B", "Ships stay.")
    assert _read(*lines) == [
        "article Article 1",
        "  alternative Alternative A",
        "    paragraph 1. Ships:",
        "      point (a) wait;",
        "      point (b) go.",
        "    paragraph 2. Boats.",
        "  alternative Alternative B Ships stay.",
    ]


def test_options_inside_an_option_are_told_by_how_they_are_counted() -> None:
    lines = ("Article 1", "Option 1: Ships:", "Option (a): wait;", "Option (b): go.", "Option 2: Boats.", "Option III: Rafts.")
    assert _read(*lines) == [
        "article Article 1",
        "  alternative Option 1: Ships:",
        "    alternative Option (a): wait;",
        "    alternative Option (b): go.",
        "  alternative Option 2: Boats.",
        "    alternative Option III: Rafts.",
    ]


def test_options_that_begin_anew_belong_to_the_text_before_them() -> None:
    lines = (
        "Article 1",
        "Option 1: Wait.",
        "Option 2: Go.",
        "On the choice between them.",
        "Option 1: One.",
        "Option 2: None.",
    )
    assert _read(*lines) == [
        "article Article 1",
        "  alternative Option 1: Wait.",
        "  alternative Option 2: Go.",
        "  paragraph On the choice between them.",
        "    alternative Option 1: One.",
        "    alternative Option 2: None.",
    ]


def test_numbers_that_are_inserted_or_open_are_numbers() -> None:
    assert _read("1. A:", "3.3bis B.", "3.3bis Alt C.", "3.x D.", "3.xx E.")[1:] == [
        "paragraph 3.3bis B.",
        "paragraph 3.3bis Alt C.",
        "paragraph 3.x D.",
        "paragraph 3.xx E.",
    ]


def test_nested_lists_of_the_source_are_points_whatever_their_numbers() -> None:
    blocks = [
        Block("Article 1", 1, rank=2, depth=0),
        Block("Ships shall", 2, depth=1, item="1."),
        Block("wait;", 3, depth=2, item="1."),
        Block("go;", 4, depth=2, item="2."),
        Block("as they please.", 5, depth=1),
        Block("Boats stay.", 6, depth=1, item="2."),
    ]
    assert _shape(outline(blocks)) == [
        "article Article 1",
        "  paragraph 1. Ships shall / as they please.",
        "    point 1. wait;",
        "    point 2. go;",
        "  paragraph 2. Boats stay.",
    ]


def test_a_line_in_bold_heads_the_paragraph_after_it() -> None:
    blocks = [
        Block("Article 1", 1, rank=2, depth=0),
        Block("Wait.", 2, depth=1, item="1."),
        Block("Money", 3, depth=0, stress="bold"),
        Block("Pay.", 4, depth=1, item="2."),
    ]
    assert _shape(outline(blocks)) == ["article Article 1", "  paragraph 1. Wait.", "  paragraph 2. <Money> Pay."]


def test_numbers_never_nest_deeper_than_the_bound() -> None:
    provisions = outline(_blocks("Article 1", *(f"({c}) x:" for _ in range(40) for c in ("a", "i"))))
    depth = max(line.index("p") // 2 for line in _shape(provisions) if "point" in line)
    assert depth <= 13
    assert sum(1 for p in provisions for _ in p.walk()) == 81


@pytest.mark.parametrize(
    "lines",
    [
        ("Option 1: x", "1. y"),
        ("Option 1: x", "text here", "Option A"),
        ("备选案文一：x", "Option A", "1."),
        ("1.", "(i) d:", "1. Option 1: q", "Option 1:"),
    ],
)
def test_options_never_nest_deeper_than_the_bound(lines: tuple[str, ...]) -> None:
    provisions = outline(_blocks("Article 1", *(line for _ in range(400) for line in lines)))
    assert max(len(line) - len(line.lstrip()) for line in _shape(provisions)) // 2 <= 15


def test_a_heading_that_names_no_level_keeps_its_text_in_a_generic_provision() -> None:
    blocks = [Block("Decision", 1, rank=2), Block("1. Decides.", 2), Block("Finance", 3, rank=3), Block("Money.", 4)]
    assert _shape(outline(blocks)) == [
        "provision <Decision>",
        "  paragraph 1. Decides.",
        "  provision <Finance>",
        "    paragraph Money.",
    ]


def test_lines_are_those_of_the_blocks() -> None:
    (article,) = outline(_blocks("Article 1", "Scope", "1. Wait:", "(a) here."))
    assert [p.line for p in article.walk()] == [1, 3, 4]


def test_flush_text_after_sub_points_closes_the_point_when_the_points_go_on() -> None:
    assert _read("1. A:", "(a) B:", "(i) one,", "(ii) two,", "or both;", "(b) C.") == [
        "paragraph 1. A:",
        "  point (a) B: / or both;",
        "    point (i) one,",
        "    point (ii) two,",
        "  point (b) C.",
    ]


def test_a_recital_without_its_comma_does_not_swallow_the_next() -> None:
    assert _read("Preamble", "Noting the tide", "and the wind,", "Recalling storms,", "Article 1") == [
        "preamble <Preamble>",
        "  recital Noting the tide and the wind,",
        "  recital Recalling storms,",
        "article Article 1",
    ]


def test_the_numbers_of_preambular_and_operative_paragraphs_are_numbers() -> None:
    assert _read("Preamble", "PP1 Noting the tide,", "Pp2 bis [Recalling storms,]", "Article 1", "OP1. Ships wait.") == [
        "preamble <Preamble>",
        "  recital PP1 Noting the tide,",
        "  recital Pp2 bis Recalling storms,",
        "article Article 1",
        "  paragraph OP1. Ships wait.",
    ]


def test_numbers_may_be_inserted_with_a_hyphen() -> None:
    lines = ("Whereas:", "(1) ships need harbours;", "(1-a) boats need them too;", "(2) and so on,", "Article 1", "Ships:")
    assert _read(*lines, "(-a) wait;", "(a) go;", "(b) stay.") == [
        "preamble",
        "  formula Whereas:",
        "  recital (1) ships need harbours;",
        "  recital (1-a) boats need them too;",
        "  recital (2) and so on,",
        "article Article 1",
        "  paragraph Ships:",
        "    point (-a) wait;",
        "    point (a) go;",
        "    point (b) stay.",
    ]


def test_a_half_bracket_after_a_number_opens_a_list_on_the_same_line() -> None:
    assert _read("Article 1", "1. a) Ships wait.", "b) Boats go.") == [
        "article Article 1",
        "  paragraph 1.",
        "    point a) Ships wait.",
        "    point b) Boats go.",
    ]


def test_an_option_may_say_which_paragraphs_it_holds() -> None:
    assert _read("Article 1", "Option 1: (paragraphs 1 and 2):", "1. Wait.", "2. Go.", "Option 2 {no text}") == [
        "article Article 1",
        "  alternative Option 1: (paragraphs 1 and 2):",
        "    paragraph 1. Wait.",
        "    paragraph 2. Go.",
        "  alternative Option 2",
    ]


def test_an_act_that_is_an_annex_to_a_covering_note_has_its_preamble() -> None:
    note = [Block("Introduction", 1, rank=2), Block("1. The act is in the annex:", 2), Block("ANNEX", 3), Block("Harbours", 4)]
    act = _blocks(
        "The Council of the harbours,", "Having regard to the tide,", "Whereas:", "(1) ships wait,", "Article 1", "Go."
    )
    assert _shape(outline([*note, *(block._replace(line=block.line + 4) for block in act)])) == [
        "preface <Introduction>",
        "  provision 1. The act is in the annex:",
        "annex ANNEX <Harbours>",
        "preamble",
        "  formula The Council of the harbours,",
        "  recital Having regard to the tide,",
        "  formula Whereas:",
        "  recital (1) ships wait,",
        "article Article 1",
        "  paragraph Go.",
    ]


def test_a_footnote_directly_behind_a_number_stays_with_the_words() -> None:
    (paragraph,) = outline(
        [Block("1. Ships wait. ", 1, (Mark("footnote", 2, 2, label="7"), Mark("footnote", 15, 15, label="8")))]
    )
    assert paragraph.marks == (Mark("footnote", 0, 0, label="7"), Mark("footnote", 11, 11, label="8"))


def test_a_footnote_behind_the_number_of_an_article_stands_before_its_heading() -> None:
    number = Block("Article 1", 1, (Mark("footnote", 9, 9, label="7"),))
    (article,) = outline([number, Block("Scope", 2), Block("1. Ships wait.", 3)])
    assert (article.heading, article.heading_marks) == ("Scope", (Mark("footnote", 0, 0, label="7"),))
    (bare,) = outline([number, Block("Ships wait.", 2)])
    assert (bare.heading, bare.heading_marks) == ("", (Mark("footnote", 0, 0, label="7"),))


def test_a_footnote_inside_a_number_stands_before_the_words() -> None:
    (article,) = outline([Block("Article 1", 1), Block("1. Ships wait.", 2, (Mark("footnote", 1, 1, label="7"),))])
    assert article.children[0].marks == (Mark("footnote", 0, 0, label="7"),)
