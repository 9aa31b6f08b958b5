"""Whether the words that define a term take in more or less than before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.normal import normal
from treatydiff.rules.quantities import quantities
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from fractions import Fraction

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import ScopeAxis, Span
    from treatydiff.rules.case import Case, Hunk, Wording

_LONGEST_QUOTE = 14
_LONGEST_ITEM = 6
_FEW_WORDS = 2
_REACH = 40
_OTHER: dict[str, ScopeAxis] = {"widens": "narrows", "narrows": "widens", "context": "context"}


class Reach(NamedTuple):
    """What a change of the defining words does, said in words, with the places on either side; small for two words at most."""

    scope: ScopeAxis
    message: str
    old: Span | None
    new: Span | None
    is_small: bool


def reach(old: Span, new: Span, case: Case) -> Reach | None:
    """Compare the words that define a term; None where they are the same but for their order, spelling and punctuation."""
    inside = [hunk for hunk in case.hunks if _meets(hunk.old_span, old) and _meets(hunk.new_span, new)]
    if not inside or _say_the_same(case.old.text[slice(*old)], case.new.text[slice(*new)], case.lexicon):
        return None
    worded = [hunk for hunk in inside if _is_worded(hunk, case.lexicon)]
    if not worded:
        return None
    directions = {_direction(hunk, case) for hunk in worded}
    scope = directions.pop() if len(directions) == 1 else "context"
    first = worded[0]
    small = len(worded) == 1 and max(len(_content(text, case.lexicon)) for text in first[:2]) <= _FEW_WORDS
    return Reach(scope, _said(worded), _bare(first.old, first.old_span), _bare(first.new, first.new_span), small)


def _bare(words: str, span: Span) -> Span | None:
    """Give a span without the white space at its ends; None for nothing else."""
    start, end = span[0] + len(words) - len(words.lstrip()), span[1] - (len(words) - len(words.rstrip()))
    return (start, end) if start < end else None


def _meets(span: Span, body: Span) -> bool:
    return body[0] <= span[0] and span[1] <= body[1]


def _is_worded(hunk: Hunk, lexicon: Lexicon) -> bool:
    """Whether words came or went at a place, and not only numbers of provisions, spelling and signs."""
    letters = any(map(str.isalpha, hunk.old + hunk.new))
    return (
        letters
        and normal(hunk.old, lexicon, with_numbers=False).letters != normal(hunk.new, lexicon, with_numbers=False).letters
    )


def _say_the_same(old: str, new: str, lexicon: Lexicon) -> bool:
    was, now = ({lexicon.stem(word) for word in _content(text, lexicon)} for text in (old, new))
    if was == now and len(bare_words(old)) > 1:
        return True
    return normal(old, lexicon, with_numbers=True).letters == normal(new, lexicon, with_numbers=True).letters


def _content(text: str, lexicon: Lexicon) -> list[str]:
    return [word for word in bare_words(text) if word.casefold() not in lexicon.function_words]


def _direction(hunk: Hunk, case: Case) -> ScopeAxis:
    went, came = (any(map(str.isalnum, text)) for text in (hunk.old, hunk.new))
    if went and came:
        return _of_quantities(hunk, case)
    if came:
        return _of_addition(hunk.new, case.new.text[: hunk.new_span[0]], case.lexicon)
    return _OTHER[_of_addition(hunk.old, case.old.text[: hunk.old_span[0]], case.lexicon)]


def _of_addition(words: str, before: str, lexicon: Lexicon) -> ScopeAxis:
    """Say what words do that stand on one side only: conditions narrow, alternatives and items of a list widen."""
    if lexicon.pattern("definitions", "narrowing").search(words):
        return "narrows"
    if lexicon.pattern("definitions", "alternative").search(words):
        return "widens"
    is_item = words.lstrip().startswith(",") or (words.rstrip().endswith(",") and before.rstrip().endswith(","))
    items = [item.split() for item in words.strip(" ,").split(",")]
    outside = lexicon.words("actors", "not_subject_after")
    short = all(item and len(item) <= _LONGEST_ITEM and item[0].casefold() not in outside for item in items)
    return "widens" if is_item and short else "context"


def _of_quantities(hunk: Hunk, case: Case) -> ScopeAxis:
    """Say what a limit does that rose or fell: "below the age of", "at least"."""
    was, now = (_size(side, span) for side, span in ((case.old, hunk.old_span), (case.new, hunk.new_span)))
    if was is None or now is None or was == now:
        return "context"
    before = case.new.text[max(0, hunk.new_span[0] - _REACH) : hunk.new_span[0]]
    if case.lexicon.pattern("definitions", "below").search(before):
        return "widens" if now > was else "narrows"
    if case.lexicon.pattern("definitions", "above").search(before):
        return "narrows" if now > was else "widens"
    return "context"


def _size(side: Wording, span: Span) -> Fraction | None:
    """Give the size of the one quantity whose number stands at a place; None where there is none, or several."""
    found = [one for one in quantities(side.text, frozenset(), side.lexicon) if _overlap(one.number, span)]
    return found[0].size[0] if len(found) == 1 else None


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _said(hunks: list[Hunk]) -> str:
    if len(hunks) > 1:
        return f"{len(hunks)} passages of it were reworded"
    went, came = (" ".join(text.split()).strip(" ,;") for text in hunks[0][:2])
    if max(len(went.split()), len(came.split())) > _LONGEST_QUOTE:
        return "a longer passage of it was reworded"
    if went and came:
        return f'"{went}" became "{came}"'
    return f'it now has "{came}"' if came else f'it no longer has "{went}"'
