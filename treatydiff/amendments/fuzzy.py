"""An edit of one text carried over to another that says nearly the same, by diff-match-patch, over whole words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from treatydiff.amendments.parts import Edit
from treatydiff.text.encode import Vocabulary
from treatydiff.text.tokens import tokens

if TYPE_CHECKING:
    from diff_match_patch import diff_match_patch

_CONTEXT: Final = 12
"""Tokens, white space among them, that a patch shows on either side of its change."""
_SEARCHED: Final = 4000
"""Tokens within which the place is looked for, at the full threshold."""
_LIKENESS: Final = 0.4
"""Of the context: 0 asks for the very words, 1 takes any."""


@cache
def _patcher() -> diff_match_patch:
    from diff_match_patch import diff_match_patch  # noqa: PLC0415 (only drafts that have moved on need it)

    patcher = diff_match_patch()
    patcher.Diff_Timeout = 0
    patcher.Patch_Margin = _CONTEXT
    patcher.Match_Distance = _SEARCHED
    patcher.Match_Threshold = _LIKENESS
    return patcher


def carried_over(base: str, edit: Edit, text: str) -> Edit | None:
    """Give the place in `text` of an edit of `base`; None where the words around it are not there, or are others by now.

    The context may have changed; the words that go have to stand there to the letter.
    """
    if base == text:
        return edit
    vocabulary = Vocabulary()
    before, goes, behind = (vocabulary.encode(tokens(part)) for part in _around(base, edit))
    parts = tokens(text)
    code = vocabulary.encode(parts)
    mark = vocabulary.encode(["\x00"])
    patcher = _patcher()
    steps = [
        (patcher.DIFF_EQUAL, before),
        (patcher.DIFF_DELETE, goes),
        (patcher.DIFF_INSERT, mark),
        (patcher.DIFF_EQUAL, behind),
    ]
    patches = patcher.patch_make(before + goes + behind, [step for step in steps if step[1]])
    result, done = patcher.patch_apply(patches, code)
    place = result.find(mark)
    if not all(done) or place < 0 or result != code[:place] + mark + code[place + len(goes) :]:
        return None
    if code[place : place + len(goes)] != goes:
        return None
    start = sum(map(len, parts[:place]))
    return Edit(start, start + edit.end - edit.start, edit.new)


def _around(base: str, edit: Edit) -> tuple[str, str, str]:
    return base[: edit.start], base[edit.start : edit.end], base[edit.end :]
