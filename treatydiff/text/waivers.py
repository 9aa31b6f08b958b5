"""Remarks to the checks in a draft: `<!-- treatydiff: allow and-or: the room wants it (until 2027-01-31) -->`.

XML and Markdown leave comments out of the words by themselves. Plain text has none: there a line with nothing but such a remark
is left out. In a Word file the same words, without the signs of a comment, stand in a comment of Word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN: Final = "treatydiff:"
_REMARK: Final = re.compile(r"<!--\s*treatydiff:\s*(?P<said>[^<>]{0,2000}?)\s*-->")
_LINE: Final = re.compile(r"^[ \t]*<!--[ \t]*treatydiff:[^<>\n]{0,2000}-->[ \t]*$", re.MULTILINE)
_ALLOW: Final = re.compile(
    r"allow\s+(?P<check>[\w-]{1,60})\s*:\s*(?P<reason>.*?)\s*(?:\(\s*until\s+(?P<until>[^()]{1,40}?)\s*\))?", re.DOTALL
)


class Remark(NamedTuple):
    """A remark at its place: what it allows and why, or what is wrong with it. `until` is as written, empty without one."""

    span: tuple[int, int]
    check: str
    reason: str
    until: str


def without_waivers(text: str) -> str:
    """Give a plain text with its remarks to the checks blanked, every line in its place."""
    return _LINE.sub("", text) if _SIGN in text else text


def remarks(text: str) -> Iterator[Remark]:
    """Yield the remarks in a source text in order; one that cannot be read has neither check nor reason."""
    if _SIGN in text:
        for found in _REMARK.finditer(text):
            yield _read(found["said"], found.span())


def remark(comment: str) -> Remark | None:
    """Read a comment of Word as a remark; None where it is none."""
    said = comment.strip()
    return _read(said[len(_SIGN) :].strip(), (0, len(said))) if said.startswith(_SIGN) else None


def _read(said: str, span: tuple[int, int]) -> Remark:
    found = _ALLOW.fullmatch(said)
    if found is None or not found["reason"].strip():
        return Remark(span, "", "", "")
    return Remark(span, found["check"], " ".join(found["reason"].split()), (found["until"] or "").strip())
