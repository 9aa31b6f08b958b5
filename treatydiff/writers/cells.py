"""Cells of tables that spreadsheets open: text of an untrusted draft must never start a formula."""

from __future__ import annotations

from typing import Final

_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def safe(text: str) -> str:
    """Give a cell that a spreadsheet takes as text: a leading sign that would start a formula is put behind an apostrophe.

    Follows the advice of OWASP on CSV injection.
    """
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text
