"""Bold and italics that cover a paragraph or open it: what tells headings from words that are stressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from treatydiff.readers.outline.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    Stressed = tuple[Literal["bold", "italic"], int, int]


def lead(raw: str, spans: Iterable[Stressed]) -> int:
    """Give where the bold words end that open a paragraph, after its number if it has one; 0 when it opens otherwise."""
    found = label(raw)
    opening = {0, found.end + len(raw[found.end :]) - len(raw[found.end :].lstrip())} if found and not found.lead else {0}
    return next((end for name, start, end in spans if name == "bold" and start in opening), 0)


def stress(raw: str, spans: Iterable[Stressed]) -> Literal["", "italic", "bold"]:
    """Say whether one span of bold or italics covers every letter of a paragraph."""
    for name, start, end in spans:
        if not any(c.isalnum() for c in raw[:start] + raw[end:]):
            return name
    return ""
