from __future__ import annotations

import json

import msgspec
import pytest

from treatydiff.amendments import fingerprint
from treatydiff.amendments.notation import digest, item, read_item, without_ids
from treatydiff.amendments.places import tree
from treatydiff.errors import AmendmentsError
from treatydiff.model import Amendment, Document, Mark, Metadata, Place, Provision
from treatydiff.readers.amendments import read
from treatydiff.text.eid import with_ids

HEAD = "<!-- treatydiff amendments 1, for the draft 0123456789abcdef -->\n\n"
PARAGRAPH = Provision("", "paragraph", "2.", text="A lamp that fails is mended [soon].", marks=(Mark("bracket", 29, 33),))
DRAFT = Document(Metadata("Pact"), with_ids([Provision("", "article", "Article 1", "Lamps", children=(PARAGRAPH,))]))


def made(text: str) -> tuple[Amendment, ...]:
    return read((HEAD + text).encode(), "a.md").made


def refusal(text: str) -> str:
    with pytest.raises(AmendmentsError) as error:
        made(text)
    return str(error.value)


def test_an_instruction_that_a_person_wrote_is_understood() -> None:
    (one,) = made("7) In the chapeau of article 45, paragraph 1 (b), replace the second “shall” with «may».\n")
    assert one == Amendment("words", Place(label="article 45, paragraph 1 (b)"), "text", old="shall", new="may", nth=2)


def test_what_stands_between_the_items_is_for_people() -> None:
    text = "# Amendments\n\nFrom the chair.\n\n## Article 1\n\n1. Delete article 1.\n\nA remark.\n\n- **NOC**\n"
    assert made(text) == (Amendment("delete", Place(label="article 1")),)


def test_a_sentence_may_run_over_lines() -> None:
    (one,) = made("1. **MOD** Replace article 2, paragraph 1,\n   with the following:\n\n   > Lamps are\n   > lit.\n")
    assert one == Amendment(
        "text", Place(label="article 2, paragraph 1"), "text", comes=(Provision("", "provision", text="Lamps are lit."),)
    )


def test_a_new_article_is_read_with_all_that_it_holds() -> None:
    (one,) = made(
        "1. Insert after article 4 a new article:\n\n   > **Article 5** *Lamps*\n   >\n   > > **1.** Lamps are:\n   >\n"
        "   > > > **(a)** lit;\n   >\n   > > by night.\n"
    )
    point = Provision("", "point", "(a)", text="lit;")
    paragraph = Provision("", "paragraph", "1.", text="Lamps are:", closing="by night.", children=(point,))
    assert one.comes == (Provision("", "article", "Article 5", "Lamps", children=(paragraph,)),)


def test_what_is_no_instruction_is_named_with_its_line() -> None:
    assert refusal("1. Delete article 1.\n\n2. Please mend article 3.\n") == (
        "a.md, line 5: this is no instruction that is known here; write it as treatydiff writes it, or delete the item"
    )


def test_a_quotation_that_belongs_to_nothing_is_no_instruction() -> None:
    assert "line 3" in refusal("1. Delete article 1.\n\n   > Lamps.\n")


def test_an_exact_form_that_the_words_have_left_behind_is_refused() -> None:
    base = tree(DRAFT)
    slanted = Provision("", "provision", text="A lamp.", marks=(Mark("reference", 2, 6, note="#a"),))
    one = Amendment("text", base.place("art_1__para_2"), "text", comes=(slanted,))
    lines = item(one, base)
    assert lines[-1].startswith("<!-- exactly")
    text = "1. " + "\n\n   ".join(lines) + "\n"
    assert made(text) == (without_ids(one),)
    assert "comment" in refusal(text.replace("A lamp.", "Two lamps.", 1))
    assert "line 3" in refusal(text.replace('{"amendment":', '{"amendments":'))


@pytest.mark.parametrize(
    "words",
    ["a “b” c", "“«‹›»”", "*a* _b_ `c`", "<b>&amp;", "[a](b)", "[^1]: x", "1. a", "# a", "> a", "\\", "-- >", "a|b", "&#8221;"],
)
def test_every_sign_in_quoted_words_is_read_back(words: str) -> None:
    base = tree(DRAFT)
    place = base.place("art_1__para_2")
    for one in (
        Amendment("words", place, "text", old=words, new="x"),
        Amendment("text", place, "text", comes=(Provision("", "provision", text=words),)),
        Amendment("insert", target=place, beside="after", comes=(Provision("", "paragraph", text=words),)),
    ):
        lines = item(one, base)
        assert made("1. " + "\n\n   ".join(lines) + "\n") == (without_ids(one),)


@pytest.mark.parametrize("words", ["\x07", "\u202e", "\ud800", "<script>", "]]>", "x" * 10_000])
def test_hostile_words_are_harmless_and_come_back(words: str) -> None:
    base = tree(DRAFT)
    lines = item(Amendment("words", base.place("art_1__para_2"), "text", old="soon", new=words), base)
    shown = "\n".join(lines)
    assert "<script" not in shown
    assert not any(sign in shown for sign in "\x07\u202e\ud800")
    assert made("1. " + "\n\n   ".join(lines) + "\n")[0].new == words
    exact = lines[-1].startswith("<!--")
    assert exact or read_item(lines) is not None


def test_drafts_are_told_apart_by_title_structure_words_and_marks_alone() -> None:
    (article,) = DRAFT.provisions
    same = DRAFT._replace(provisions=(article._replace(id="x", line=7, page=2),))
    assert fingerprint(same) == fingerprint(DRAFT)
    others = [
        DRAFT._replace(metadata=Metadata("Accord")),
        DRAFT._replace(provisions=(article._replace(num="Article 2"),)),
        DRAFT._replace(provisions=(article._replace(children=(PARAGRAPH._replace(marks=()),)),)),
        DRAFT._replace(provisions=(article._replace(children=()), PARAGRAPH)),
    ]
    assert len({fingerprint(draft) for draft in (DRAFT, *others)}) == 5


@pytest.mark.parametrize(
    "broken",
    [
        Amendment("text", Place(label="article 1"), "text"),
        Amendment("text", Place(label="article 1"), comes=(PARAGRAPH,)),
        Amendment("number", Place(label="article 1"), others=(Place(label="article 2"),), numbers=("7",)),
        Amendment("move", Place(label="article 1"), numbers=("7",)),
        Amendment("insert", beside="after", target=Place(label="article 1")),
        Amendment("words", Place(label="article 1"), "words", old="a", new="b"),
        Amendment("words", Place(label="article 1"), "text", anchor="a"),
    ],
    ids=repr,
)
def test_an_exact_form_in_which_something_is_missing_is_refused(broken: Amendment) -> None:
    encoded = json.dumps({"amendment": msgspec.to_builtins(broken)})
    lines = ["Do something."]
    assert "no instruction that is known" in refusal(f"1. {lines[0]}\n\n   <!-- exactly {digest(lines)} {encoded} -->\n")


def test_what_is_set_off_stands_in_italics_and_is_read_back() -> None:
    base = tree(DRAFT)
    words = Provision("", "provision", text="Mindful of *frost*,", marks=(Mark("emphasis", 0, 7),))
    one = Amendment("text", base.place("art_1__para_2"), "text", comes=(words,))
    lines = item(one, base)
    assert lines[1:] == ["> *Mindful* of \\*frost\\*,"]
    assert made("1. " + "\n\n   ".join(lines) + "\n") == (without_ids(one),)
