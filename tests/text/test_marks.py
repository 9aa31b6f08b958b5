from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.model import Mark
from treatydiff.text.marks import Marked, extract, restore


def _bracketed(raw: str) -> tuple[str, list[str]]:
    words, marks = extract(raw)
    return words, [words[mark.start : mark.end] for mark in marks if mark.kind == "bracket"]


@pytest.mark.parametrize(
    ("raw", "words", "bracketed"),
    [
        ("Each Party [shall] [may] act.", "Each Party shall may act.", ["shall", "may"]),
        ("in [pursuit][furtherance] of", "in pursuit furtherance of", ["pursuit", "furtherance"]),
        ("the State[s] and [re]allocate", "the States and reallocate", ["s", "re"]),
        ("[a, [b]] c", "a, b c", ["a, b", "b"]),
        ("(islands) [, small ones] and", "(islands), small ones and", [", small ones"]),
        ("x [...] y", "x [...] y", []),
        ("[ ]", "", [""]),
    ],
)
def test_brackets_leave_the_words_and_keep_their_places(raw: str, words: str, bracketed: list[str]) -> None:
    assert _bracketed(raw) == (words, bracketed)


def test_a_bracket_that_never_closes_runs_to_the_end() -> None:
    assert extract("x [open words") == Marked("x open words", (Mark("bracket", 2, 12, closes=False),))


def test_a_bracket_that_never_opened_runs_from_the_beginning() -> None:
    assert extract("words] x") == Marked("words x", (Mark("bracket", 0, 5, opens=False),))


def test_an_attribution_is_the_label_of_its_bracket() -> None:
    assert extract("act [Utopia proposes; Ruritania opposes: at once]") == Marked(
        "act at once", (Mark("bracket", 4, 11), Mark("attribution", 4, 11, label="Utopia proposes; Ruritania opposes"))
    )


@pytest.mark.parametrize(
    ("raw", "words", "label"),
    [
        ("[EU: at once]", "at once", "EU"),
        ("[US/AU: at once]", "at once", "US/AU"),
        ("[Norway, Switzerland and Mexico: at once]", "at once", "Norway, Switzerland and Mexico"),
        ("[CL/NZ propose; US/AU oppose: at once]", "at once", "CL/NZ propose; US/AU oppose"),
        ("[DELETE: at once]", "at once", "DELETE"),
        ("[at once (EU)]", "at once", "(EU)"),
        ("[at once] (EU, Canada)", "at once", "(EU, Canada)"),
        ("Parties act. (G77 and China)", "Parties act.", "(G77 and China)"),
    ],
)
def test_states_and_groups_beside_the_words_are_attributions(raw: str, words: str, label: str) -> None:
    marked = extract(raw)
    (attribution,) = (mark for mark in marked.marks if mark.kind == "attribution")
    assert (marked.words, attribution.label) == (words, label)
    assert (attribution.start, attribution.end) == (0, len(words))
    assert restore(*marked) == raw


@pytest.mark.parametrize(
    "raw",
    [
        "the European Union (EU)",
        "identity documents (ID)",
        "a code of the port (LDC)",
        "Article 4 (VI)",
        "point (a)",
        "(EU)",
        "note: ships wait",
        "[ships: wait]",
    ],
)
def test_what_only_looks_like_an_attribution_is_words(raw: str) -> None:
    words, marks = extract(raw)
    assert words == raw.strip("[]")
    assert all(mark.kind == "bracket" for mark in marks)


@pytest.mark.parametrize(
    ("raw", "label"),
    [
        ("Parties shall act. [agreed ad referendum]", "agreed ad referendum"),
        ("Parties shall act. [Agreed ad ref. on 3 May]", "Agreed ad ref. on 3 May"),
        ("Parties shall act. [Deleted]", "Deleted"),
        ("Parties shall act. [convenu ad referendum]", "convenu ad referendum"),
        ("Parties shall act. {to be revised [x] in article 6}", "{to be revised [x] in article 6}"),
    ],
)
def test_a_status_or_a_placeholder_is_a_point_and_no_words(raw: str, label: str) -> None:
    assert extract(raw) == Marked("Parties shall act.", (Mark("status", 18, 18, label=label),))
    assert restore(*extract(raw)) == raw


def test_a_placeholder_inside_a_sentence_leaves_one_space() -> None:
    assert extract("Within {number} days of it") == Marked("Within days of it", (Mark("status", 7, 7, label="{number}"),))


@pytest.mark.parametrize(
    ("raw", "words", "choices"),
    [
        ("Ships shall/should/may wait.", "Ships shall/should/may wait.", ["shall/should/may"]),
        ("Ships [shall / should] wait.", "Ships shall / should wait.", ["shall / should"]),
        ("Ships [wait at sea/enter the port].", "Ships wait at sea/enter the port.", ["wait at sea/enter the port"]),
        ("Les navires doit/devrait attendre.", "Les navires doit/devrait attendre.", ["doit/devrait"]),
        ("Ships [and/or] boats wait/go.", "Ships and/or boats wait/go.", []),
    ],
)
def test_words_parted_by_slashes_are_alternatives_that_stay_words(raw: str, words: str, choices: list[str]) -> None:
    marked = extract(raw)
    assert marked.words == words
    assert [marked.words[m.start : m.end] for m in marked.marks if m.kind == "option"] == choices
    assert restore(*marked) == raw


@pytest.mark.parametrize("label", ["Option 1", "Option (a)", "Alternative B", "Alt. 2", "Variante A", "Opción 3", "Вариант 2"])
def test_options_in_brackets_each_have_their_label(label: str) -> None:
    marked = extract(f"Ships [{label}: wait][{label}: go].")
    assert marked.words == "Ships wait go."
    assert [(m.label, marked.words[m.start : m.end]) for m in marked.marks if m.kind == "option"] == [
        (label, "wait"),
        (label, "go"),
    ]


def test_an_option_may_carry_an_aside() -> None:
    assert extract("Option 2 (no dues): Ships wait.") == Marked("(no dues): Ships wait.", (Mark("option", 0, 22, "Option 2"),))
    assert extract("Option 2 (no dues) is preferred.").marks == ()


def test_an_option_that_is_only_spoken_of_is_words() -> None:
    assert extract("Option 1 of the decision applies.") == Marked("Option 1 of the decision applies.", ())


def test_full_width_brackets_are_brackets() -> None:
    assert extract("缔约国［应当］［可以］保护") == Marked("缔约国应当可以保护", (Mark("bracket", 3, 5), Mark("bracket", 5, 7)))


def test_lines_of_chinese_are_joined_without_a_space() -> None:
    assert extract("各缔约国应当采取\n必要措施，\n保护 灯塔").words == "各缔约国应当采取必要措施，保护 灯塔"


def test_an_option_covers_the_text_that_it_labels() -> None:
    assert extract("Option 2: Parties act.") == Marked("Parties act.", (Mark("option", 0, 12, label="Option 2"),))


def test_marks_of_the_reader_move_with_the_words() -> None:
    emphasis = Mark("emphasis", 5, 14)
    assert extract("[x]  Recalling  y", [emphasis]).marks[-1] == Mark("emphasis", 2, 11)


@pytest.mark.parametrize(
    "raw",
    [
        "Each Party [shall] [may] act.",
        "[a, [b]] c]",
        "act [Utopia proposes: at once]",
        "Option 2: Parties act.",
        "Parties act. [agreed ad referendum]",
        "x [open words",
        "[] x []",
        "Ships {wait} at sea",
        "Ships [EU: [NO: wait] at sea (US)]",
        "[Option 1: [Ships]] [Option 2: [Boats (EU)]]",
    ],
)
def test_marks_are_written_back_where_they_were(raw: str) -> None:
    assert restore(*extract(raw)) == raw


_SIGNS = ["[", "]", "{", "}", "(EU)", "EU: ", "Option 1", "Alt: ", "[deleted]", "shall/may", "[...]", "/", "国", "\u0651"]
_MARKED = st.lists(st.sampled_from([*_SIGNS, *"ab .:,;\n()1"]), max_size=40).map("".join)


def _kept(text: str) -> Counter[str]:
    return Counter(c for c in text if c.isalnum() or c in "[]{}/")


@given(st.one_of(_MARKED, st.text(alphabet="ab [].:,\nOption1")))
@settings(max_examples=500, deadline=None)
def test_no_letter_and_no_bracket_is_lost_and_every_mark_lies_within_the_words(raw: str) -> None:
    words, marks = extract(raw)
    assert _kept(restore(words, marks)) == _kept(raw)
    assert all(0 <= mark.start <= mark.end <= len(words) for mark in marks)


@given(_MARKED, st.integers(0, 50), st.integers(0, 50))
@settings(deadline=None)
def test_marks_of_a_reader_stay_on_their_letters(raw: str, one: int, other: int) -> None:
    start, end = sorted(min(place, len(raw)) for place in (one, other))
    words, marks = extract(raw, [Mark("reference", start, end, note="here")])
    (reference,) = (mark for mark in marks if mark.note == "here")
    covered = Counter(c for c in words[reference.start : reference.end] if c.isalnum())
    assert covered <= Counter(c for c in raw[start:end] if c.isalnum())


@given(st.text())
def test_the_words_of_any_text_have_no_white_space_at_their_ends_or_doubled(raw: str) -> None:
    words = extract(raw).words
    assert words == words.strip()
    assert "  " not in words
