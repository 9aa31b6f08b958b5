from __future__ import annotations

import pytest

from treatydiff.api import compare, read_bytes
from treatydiff.writers.redlined import redlined


def _written(old: str, new: str) -> str:
    drafts = [read_bytes(f"Article 1\n\n1. {text}\n".encode(), "draft.txt") for text in (old, new)]
    (change,) = compare(*drafts).changes
    return redlined(change, colour=False).plain


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("Parties [shall] [may] help.", "Parties may help.", "Parties [-⟦shall⟧ -]⟦may⟧ help."),
        ("Parties shall help at once.", "Parties shall help [at once].", "Parties shall help ⟦at once⟧."),
        ("Parties [shall help] at once.", "Parties [shall help] today.", "Parties ⟦shall help⟧ [-at once-]{+today+}."),
        ("Parties help.", "Parties help [now].", "Parties help{+ ⟦now⟧+}."),
        ("[Parties help [now], always.", "Parties help, always.", "⟦Parties help[- ⟦now⟧-], always."),
    ],
)
def test_brackets_stand_where_the_drafts_have_them(old: str, new: str, written: str) -> None:
    assert _written(old, new) == written


def test_words_that_moved_are_numbered_where_they_went_and_where_they_came() -> None:
    old = "The fee is ten crowns a year. Boats show a flag by day, and by night they show a lamp at the bow and the stern."
    new = "Boats show a flag by day, and by night they show a lamp at the bow and the stern. The fee is ten crowns a year."
    assert _written(old, new) == (
        "[-⟨moved 1⟩ The fee is ten crowns a year. -]"
        "Boats show a flag by day, and by night they show a lamp at the bow and the stern."
        "{+ ⟨moved 1⟩ The fee is ten crowns a year.+}"
    )
