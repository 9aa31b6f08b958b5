"""What is dictated for small changes, and that it leads from the one draft to the other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from treatydiff.amendments import applied, drafted
from treatydiff.amendments.places import anonymous, tree
from treatydiff.amendments.sentences import plain, sentence
from treatydiff.api import compare, read_bytes

if TYPE_CHECKING:
    from treatydiff.model import Document

CASES = Path(__file__).parent.parent / "cases"
PACT = """# Pact

## Article 1. Boats

1. Each Party shall mark its boats, and shall keep a register of all boats that fish in its waters.

2. The register shall be open to all who fish.

3. A Party may ask:

(a) for the name of a boat;

(b) for its master;

(c) for its cargo.

## Article 2. Lamps

The lamps are lit at dusk by the keeper of the harbour.

## Article 3. Dues

Dues are paid on arrival, [in coin] or by letter.

## Article 4. Oil

The costs of oil are borne by the Party whose coast it is.
"""


def draft(text: str) -> Document:
    return read_bytes(text.encode(), "d.md")


def dictated(*changes: tuple[str, str]) -> list[str]:
    """Change the pact, and give the sentences of the amendments, which have to make the one into the other."""
    text = PACT
    for words, others in changes:
        assert words in text
        text = text.replace(words, others, 1)
    old, new = draft(PACT), draft(text)
    amendments = drafted(compare(old, new))
    amended = applied(old, amendments)
    assert tuple(map(anonymous, amended.document.provisions)) == tuple(map(anonymous, new.provisions))
    return [plain(sentence(one, tree(old)).said) for one in amendments.made]


def test_words_that_stand_several_times_are_counted() -> None:
    assert dictated(("and shall", "and may")) == ["In article 1, paragraph 1, replace the second “shall” with “may”."]


def test_a_change_at_every_occurrence_is_said_once() -> None:
    changed = dictated(("Party shall mark", "Party may mark"), ("and shall", "and may"))
    assert changed == ["In article 1, paragraph 1, replace “shall” with “may” wherever it occurs."]


def test_words_come_beside_words_and_go_with_their_white_space() -> None:
    changed = dictated(("mark its boats", "mark its own boats"), ("of all boats", "of boats"))
    assert changed == [
        "In article 1, paragraph 1, insert “own” after “mark its”.",
        "In article 1, paragraph 1, delete “all”.",
    ]


def test_brackets_are_quoted_with_their_other_half() -> None:
    assert dictated(("[in coin] or", "in coin, in kind or")) == [
        "In article 3, unnumbered paragraph, replace “[in coin]” with “in coin, in kind”."
    ]


def test_what_follows_from_an_insertion_is_one_instruction() -> None:
    changed = dictated(
        (
            "## Article 2. Lamps",
            "## Article 2. Fish\n\nNobody shall fish at night with nets of ten fathoms.\n\n## Article 3. Lamps",
        ),
        ("## Article 3. Dues", "## Article 4. Dues"),
        ("## Article 4. Oil", "## Article 5. Oil"),
    )
    assert changed == ["Articles 2 to 4 become articles 3 to 5.", "Insert after article 1 a new article:"]


def test_points_are_renumbered_after_a_deletion() -> None:
    changed = dictated(("(a) for the name of a boat;\n\n", ""), ("(b)", "(a)"), ("(c)", "(b)"))
    assert changed == ["Article 1, paragraph 3 (b) and (c), become (a) and (b).", "Delete article 1, paragraph 3 (a)."]


def test_a_new_chapter_takes_the_articles_that_stand_in_it() -> None:
    assert dictated(("## Article 2.", "## Chapter I. Lights\n\n## Article 2.")) == [
        "Insert after article 1 the new chapter I:",
        "Move articles 2 to 4 to the end of the new chapter I.",
    ]


def test_headings_and_titles_are_given_anew() -> None:
    assert dictated(("# Pact", "# Accord"), ("Dues\n", "Dues and tolls\n")) == [
        "Replace the title with “Accord”.",
        "Replace the heading of preface with “Accord”.",
        "Replace the heading of article 3 with “Dues and tolls”.",
    ]


def test_a_clause_of_which_little_stays_is_given_anew() -> None:
    changed = dictated(("The lamps are lit at dusk by the keeper of the harbour.", "A keeper lights them at the hour of dusk."))
    assert changed == ["Replace article 2, unnumbered paragraph, with the following:"]


def test_the_chapeau_of_a_list_is_called_so() -> None:
    assert dictated(("3. A Party may ask:", "3. A Party shall ask:")) == [
        "In the chapeau of article 1, paragraph 3, replace “may” with “shall”."
    ]


@pytest.mark.parametrize("case", sorted(path.parent.name for path in CASES.glob("*/old.*")))
def test_the_amendments_of_every_case_make_the_old_draft_into_the_new(case: str) -> None:
    old, new = (
        read_bytes(path.read_bytes(), path.name) for side in ("old", "new") for path in (CASES / case).glob(f"{side}.*")
    )
    amended = applied(old, drafted(compare(old, new)))
    assert amended.refused == ()
    assert tuple(map(anonymous, amended.document.provisions)) == tuple(map(anonymous, new.provisions))
    assert amended.document.metadata.title == new.metadata.title
    assert [one.id for one in amended.document.walk()] == [one.id for one in new.walk()]


def test_neighbours_that_go_are_deleted_together() -> None:
    gone = "(b) for its master;\n\n(c) for its cargo.\n\n"
    assert dictated((gone, "")) == ["Delete article 1, paragraph 3 (b) and (c)."]
    assert dictated(("2. The register shall be open to all who fish.\n\n", "")) == ["Delete article 1, paragraph 2."]
