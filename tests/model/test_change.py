from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.api import compare, read_bytes, render

if TYPE_CHECKING:
    from treatydiff.model import Change, Comparison


def _compared(old: str, new: str) -> Comparison:
    drafts = (f"Article 1\n\n1. {words}\n\n2. Crews rest at night.\n" for words in (old, new))
    return compare(*(read_bytes(draft.encode(), "draft.txt") for draft in drafts))


def _reworded(comparison: Comparison) -> Change:
    (change,) = (change for change in comparison.changes if change.link.kind == "edited")
    return change


@pytest.mark.parametrize(
    ("old", "new", "is_editorial"),
    [
        ("Ports organise co-operation.", "Ports organize cooperation.", True),
        ("Each party pays.", "Each Party pays.", True),
        ("The tax is due from owners, registered abroad.", "The tax is due from owners registered abroad.", False),
        ("Each Party shall organise a fleet.", "Each Party may organize a fleet.", False),
        ("Ports organise fairs.", "Ports organise fleets.", False),
    ],
)
def test_a_change_is_editorial_when_nothing_but_its_writing_changed(old: str, new: str, *, is_editorial: bool) -> None:
    assert _reworded(_compared(old, new)).is_editorial is is_editorial


def test_the_report_shows_an_editorial_change_quietly() -> None:
    page = render(_compared("Ports organise fairs.", "Ports organize fairs."), "html").decode()
    assert 'class="row changed is-edited quiet"' in page
