"""Terms that were replaced throughout, mined over two drafts made of numbered paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.api import compare, read_bytes

if TYPE_CHECKING:
    from treatydiff.model import Comparison, Term

NETS = (
    "Each Party shall mark fishing nets at sea.",
    "The owner of a fishing net reports its loss within three days.",
    "A fishing net that is lost may be lifted by any Party.",
    "Ports take back old fishing nets without charge.",
)
OTHERS = ("Crews rest for ten hours between two watches.", "The Council meets every spring in another port.")


def _compared(old: tuple[str, ...], new: tuple[str, ...]) -> Comparison:
    drafts = ("Article 1\n\n" + "\n\n".join(f"{n}. {words}" for n, words in enumerate(side, 1)) + "\n" for side in (old, new))
    return compare(*(read_bytes(draft.encode(), "draft.txt") for draft in drafts))


def _terms(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[Term, ...]:
    return _compared(old, new).terms


def _with(old: str, new: str, words: tuple[str, ...] = NETS) -> tuple[str, ...]:
    return tuple(each.replace(old, new) for each in words)


def test_a_term_replaced_in_singular_and_plural_is_one_term_with_its_noun() -> None:
    (term,) = _terms((*NETS, *OTHERS), (*_with("fishing", "drift"), *OTHERS))
    assert (term.old, term.new, term.times, len(term.clauses), term.survivors) == ("fishing net", "drift net", 4, 4, ())


def test_the_clauses_in_which_the_old_term_is_left_are_named() -> None:
    old, new = (*NETS, "Fishing nets are taxed.", *OTHERS), (*_with("fishing", "drift"), "Fishing nets are taxed.", *OTHERS)
    (term,) = _terms(old, new)
    assert [place.rpartition("_")[2] for place in term.survivors] == ["5"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((*NETS[:2], *OTHERS), (*_with("fishing", "drift", NETS[:2]), *OTHERS)),
        (NETS, _with("fishing net", "fishing-net")),
        (
            ("Ports shall sail.", "Crews shall rest.", "Ships shall wait."),
            ("Ports may sail.", "Crews may rest.", "Ships may wait."),
        ),
        (
            ("Ports wait ten days here.", "Crews rest ten days at home.", "Ships stay ten days at sea."),
            ("Ports wait six days here.", "Crews rest six days at home.", "Ships stay six days at sea."),
        ),
        (
            ("Parties shall lend ships.", "Ports shall lend crews.", "Crews shall lend hands."),
            ("Parties shall hire ships.", "Ports shall hire crews.", "Crews shall hire hands."),
        ),
    ],
    ids=["twice only", "a hyphen", "operators", "numbers", "verbs"],
)
def test_what_is_no_term_or_no_repetition_is_not_mined(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    assert _terms(old, new) == ()


def test_a_term_that_mostly_survives_was_not_replaced_throughout() -> None:
    kept = tuple(f"A fishing net of class {letter} is taxed at the rate for that class." for letter in "PQRSTUVW")
    assert _terms((*NETS[:3], *kept), (*_with("fishing", "drift", NETS[:3]), *kept)) == ()


def test_a_swap_of_two_terms_is_no_replacement_of_either() -> None:
    old = (
        "A tug lifts the wreck.",
        "The tug is paid.",
        "A tug waits.",
        "A raft lifts the wreck.",
        "The raft is paid.",
        "A raft waits.",
    )
    swapped = tuple(words.replace("tug", "x").replace("raft", "tug").replace("x", "raft") for words in old)
    places = ("at dawn in the north port", "by the owner of the cargo", "in the inner harbour for a pilot") * 2
    before, after = (tuple(f"{a[:-1]} {b}." for a, b in zip(side, places, strict=True)) for side in (old, swapped))
    assert _terms(before, after) == ()


def test_findings_that_a_folded_term_explains_are_quiet_and_others_are_not() -> None:
    old = tuple(f"{who} shall keep computer data {how}." for who, how in WHO)
    new = (
        *(words.replace("computer", "electronic") for words in old[:-1]),
        old[-1].replace("shall keep computer", "may keep electronic"),
    )
    found = [(one.rule, one.severity) for change in _compared(old, new).changes for one in change.findings]
    assert found.count(("definitions", "info")) == len(WHO)
    assert ("modality", "high") in found
    assert {severity for rule, severity in found if rule == "definitions"} == {"info"}


WHO = (
    ("Each port", "in a safe place ashore"),
    ("The owner", "for the time of the voyage"),
    ("The master", "apart from the log of the ship"),
    ("A pilot", "that the tower sends out"),
)


def test_the_definition_of_a_replaced_term_keeps_its_weight() -> None:
    old = ("“Computer data” means facts that a machine reads.", *(f"{who} shall keep computer data {how}." for who, how in WHO))
    comparison = _compared(
        old, ("“Electronic data” means facts that a machine reads.", *_with("computer", "electronic", old[1:]))
    )
    renamed = [one for change in comparison.changes for one in change.findings if "called" in one.message]
    assert [(one.severity, one.message) for one in renamed] == [("medium", '"Computer data" is now called "Electronic data"')]
    assert [term.times for term in comparison.terms] == [5]
