"""Amendments on a draft that has moved on: each finds its clause and its words, or is refused with the reason."""

from __future__ import annotations

import pytest

from treatydiff.amendments import applied, drafted
from treatydiff.amendments.places import anonymous, tree
from treatydiff.api import compare, read_bytes
from treatydiff.errors import AmendmentsError
from treatydiff.model import Amended, Amendment, Amendments, Document, Place
from treatydiff.readers.amendments import read
from treatydiff.writers.amendments.akn import write_comparison
from treatydiff.writers.writer import Layout

BASE = """# Pact

## Article 1. Boats

1. Each Party shall mark its boats, and shall keep a register of all boats that fish in its waters.

2. The register shall be open to all who fish within sight of the land by day.

## Article 2. Lamps

1. The lamps are lit at dusk by the keeper of the harbour and put out at dawn.

2. A lamp that fails is mended within thirty days of the first report of the failure.

## Article 3. Dues

1. Dues are paid on arrival, in coin or by letter of a merchant of the port.

2. Small boats that carry no cargo are free of dues.
"""
WORDED = ("within thirty days", "within sixty days")


def draft(text: str) -> Document:
    return read_bytes(text.encode(), "d.md")


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def amended(theirs: str, *ours: tuple[str, str]) -> Amended:
    """Apply the amendments that make our changes to the base to another draft."""
    base = draft(BASE)
    return applied(draft(theirs), drafted(compare(base, draft(changed(BASE, *ours)))))


def words(document: Document) -> list[str]:
    return [provision.words or provision.heading for provision in document.walk()]


def test_words_are_found_in_a_clause_that_was_renumbered_and_moved_on() -> None:
    theirs = changed(
        BASE,
        ("## Article 2. Lamps", "## Article 2. Nets\n\nNets have the marks of their owners.\n\n## Article 3. Lamps"),
        ("## Article 3. Dues", "## Article 4. Dues"),
        ("A lamp that fails is mended", "Every lamp that fails or is stolen is mended"),
    )
    result = amended(theirs, WORDED)
    assert result.refused == ()
    assert words(result.document) == words(draft(changed(theirs, WORDED)))


def test_words_that_are_others_by_now_are_refused_and_nothing_is_done() -> None:
    theirs = changed(BASE, ("within thirty days", "within ninety days"))
    result = amended(theirs, WORDED)
    assert [refusal.reason for refusal in result.refused] == ["“thirty” is not found in article 2, paragraph 2"]
    assert words(result.document) == words(draft(theirs))


def test_the_others_are_applied_beside_one_that_is_refused() -> None:
    theirs = changed(BASE, ("within thirty days", "within ninety days"))
    result = amended(theirs, WORDED, ("no cargo", "no passengers"))
    assert [refusal.number for refusal in result.refused] == [1]
    assert words(result.document) == words(draft(changed(theirs, ("no cargo", "no passengers"))))


def test_a_clause_that_is_gone_takes_no_amendment() -> None:
    gone = "2. A lamp that fails is mended within thirty days of the first report of the failure.\n\n"
    result = amended(changed(BASE, (gone, "")), WORDED)
    assert [refusal.reason for refusal in result.refused] == ["nothing in this draft is what article 2, paragraph 2 was"]


def test_a_clause_that_was_reworded_is_not_deleted() -> None:
    theirs = changed(BASE, ("Small boats that carry no cargo", "Small boats that carry no cargo or passengers"))
    result = amended(theirs, ("2. Small boats that carry no cargo are free of dues.\n", ""))
    assert [refusal.reason for refusal in result.refused] == ["article 3, paragraph 2 has been reworded or added to since"]
    assert words(result.document) == words(draft(theirs))


def test_what_is_there_already_is_not_inserted_again() -> None:
    new = ("## Article 3. Dues", "3. No lamp may be red where the harbour is to starboard.\n\n## Article 3. Dues")
    result = amended(changed(BASE, new), new)
    assert [refusal.reason for refusal in result.refused] == ["what it inserts stands there already"]


def test_a_number_is_given_only_to_what_has_the_number_of_the_base() -> None:
    ours = ("## Article 3. Dues", "## Article 3 bis. Dues")
    result = amended(changed(BASE, ("## Article 3. Dues", "## Article 7. Dues")), ours)
    assert [refusal.reason for refusal in result.refused] == ["article 3 is article 7 in this draft"]


def test_a_second_time_the_same_amendments_are_refused() -> None:
    ours = (WORDED, ("2. Small boats that carry no cargo are free of dues.\n", ""))
    theirs = changed(BASE, *ours)
    result = amended(theirs, *ours)
    assert len(result.refused) == 2
    assert words(result.document) == words(draft(theirs))


def test_a_list_without_its_draft_is_for_that_draft_alone() -> None:
    base = draft(BASE)
    listed = drafted(compare(base, draft(changed(BASE, WORDED))))._replace(base=None)
    with pytest.raises(AmendmentsError, match="made for another text"):
        applied(draft(changed(BASE, ("no cargo", "no passengers"))), listed)


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (Amendment("delete", Place(label="article 9")), "the draft that it was made for has no article 9"),
        (Amendment("words", Place(label="article 2, paragraph 2"), "text", old="bread", new="fish"), "“bread” is not what"),
        (Amendment("insert", beside="last", target=Place(label="chapter X", is_new=True)), ""),
        (Amendment("move", Place(label="article 1"), beside="last", target=Place(label="article 1")), "or is within it"),
    ],
)
def test_an_instruction_that_leads_nowhere_is_refused(one: Amendment, reason: str) -> None:
    base = draft(BASE)
    listed = drafted(compare(base, base))
    if one.kind == "insert":
        one = one._replace(comes=base.provisions[:1])
        reason = "the new chapter X is not there"
    result = applied(base, Amendments((one,), listed.fingerprint, base))
    assert len(result.refused) == 1
    assert reason in result.refused[0].reason
    assert tuple(map(anonymous, result.document.provisions)) == tuple(map(anonymous, base.provisions))


def test_two_instructions_cannot_change_the_same_words() -> None:
    base = draft(BASE)
    place = tree(base).place("art_2__para_2")
    both = tuple(Amendment("words", place, "text", old="thirty", new=new) for new in ("ten", "twenty"))
    result = applied(base, Amendments(both, drafted(compare(base, base)).fingerprint, base))
    assert [(refusal.number, refusal.reason) for refusal in result.refused] == [(2, "another amendment changes the same words")]
    assert "within ten days" in " ".join(words(result.document))


def test_amendments_fit_a_draft_with_signs_that_xml_cannot_hold() -> None:
    base, new = (draft(BASE.replace("merchant", "mer\x07chant").replace("no cargo", words)) for words in ("no cargo", "oil"))
    listed = read(write_comparison(compare(base, new), Layout()), "a.xml")
    result = applied(base, listed)
    assert result.refused == ()
    assert words(result.document) == words(new)


def test_a_text_of_one_word_repeated_is_amended_without_counting_to_the_end() -> None:
    base = draft(f"# Pact\n\n## Article 1\n\n{'and ' * 4000}fish.\n")
    new = draft(f"# Pact\n\n## Article 1\n\n{'and ' * 2000}boats {'and ' * 2000}fish.\n")
    result = applied(base, drafted(compare(base, new)))
    assert (result.refused, words(result.document)) == ((), words(new))
