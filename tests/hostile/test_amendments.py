"""Files of amendments from strangers: any bytes are refused in one line or applied in part, and nothing else happens."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.amendments import applied
from treatydiff.api import compare, read_bytes
from treatydiff.errors import AmendmentsError, DraftError, TreatyDiffError
from treatydiff.readers.amendments import read
from treatydiff.writers.amendments import write_comparison as as_markdown
from treatydiff.writers.amendments.akn import write_comparison as as_akn
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from treatydiff.model import Comparison

CASES = Path(__file__).parent.parent / "cases"
PIECES = (
    b"",
    b"7",
    b'"',
    b"<",
    b">",
    b"&#8221;",
    b"the second ",
    b"article 2",
    b"-1",
    b"\xff",
    b" to ",
    "“".encode(),
    b"\n",
    b"[[",
)


@lru_cache
def comparison(case: str) -> Comparison:
    old, new = (next((CASES / case).glob(f"{side}.*")) for side in ("old", "new"))
    return compare(*(read_bytes(path.read_bytes(), path.name) for path in (old, new)))


@lru_cache
def listed(case: str, form: str) -> bytes:
    return (as_akn if form == "xml" else as_markdown)(comparison(case), Layout())


@pytest.mark.parametrize("form", ["md", "xml"])
@given(case=st.sampled_from(("renumbered-and-moved", "split-and-merged", "brackets-resolved")), data=st.data())
@settings(deadline=None, max_examples=150)
def test_a_file_with_broken_places_is_refused_or_applied_as_far_as_it_goes(form: str, case: str, data: st.DataObject) -> None:
    whole = listed(case, form)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(whole) - 1))
        end = start + data.draw(st.integers(0, 12))
        whole = whole[:start] + data.draw(st.sampled_from(PIECES)) + whole[end:]
    old = comparison(case).old
    with suppress(TreatyDiffError):
        result = applied(old, read(whole, "a"))
        ids = [provision.id for provision in result.document.walk()]
        assert len(ids) == len(set(ids))


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_one_line(data: bytes) -> None:
    with pytest.raises((AmendmentsError, DraftError)) as error:
        read(data, "a")
    assert "\n" not in str(error.value)
