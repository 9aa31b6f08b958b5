from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.api import compare, read
from treatydiff.folder.serial import comparison_bytes, comparison_of, document_bytes, document_of

if TYPE_CHECKING:
    from pathlib import Path


def test_documents_and_comparisons_read_back_equal(drafts: Path) -> None:
    old, new = read(drafts / "cnd.xml"), read(drafts / "zero.xml")
    comparison = compare(old, new)
    assert document_of(document_bytes(old)) == old
    found = comparison_of(comparison_bytes(comparison), old, new, comparison.old_clauses, comparison.new_clauses)
    assert found == comparison


def test_a_comparison_of_other_drafts_is_none(drafts: Path) -> None:
    old, new, other = (read(drafts / name) for name in ("cnd.xml", "zero.xml", "final.xml"))
    comparison = compare(old, new)
    third = compare(new, other)
    assert comparison_of(comparison_bytes(comparison), new, other, third.old_clauses, third.new_clauses) is None


def test_other_bytes_are_none() -> None:
    assert document_of(b"\xc1") is None
    assert document_of(document_bytes.__name__.encode()) is None
