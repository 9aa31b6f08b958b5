"""Words that say how soon: gained, lost or replaced by others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.lexicon import phrases
from treatydiff.rules.pairing import in_order
from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.lexicon.finder import Finder
    from treatydiff.model import Span
    from treatydiff.rules.case import Case, Wording

_KEPT = 0.5
_SAME_PLACE = 2.0
_SAME_WORDS = 1.5


class Haste(NamedTuple):
    """What became of words that say how soon; one of the spans is None where they came or went without others."""

    old: Span | None
    new: Span | None


def hastes(case: Case) -> Iterator[Haste]:
    """Yield what changed in how soon something is due, in sentences of which at least half stayed."""
    known = phrases(case.lexicon.words("bounds", "promptness"))
    old, new = (list(_found(side, known)) for side in (case.old, case.new))
    if not old and not new:
        return

    def likeness(a: Span, b: Span) -> float:
        if case.places.stayed(a, b):
            return _SAME_PLACE * 2
        same = case.old.text[slice(*a)].casefold() == case.new.text[slice(*b)].casefold()
        return (_SAME_PLACE if case.places.meet(a, b) else 0.0) + (_SAME_WORDS if same else 0.0)

    for was, now in in_order(old, new, likeness):
        if was is not None and now is not None:
            if case.old.text[slice(*was)].casefold() != case.new.text[slice(*now)].casefold():
                yield Haste(was, now)
        elif _is_of_a_kept_sentence(case, was or now or (0, 0), of_new=was is None):
            yield Haste(was, now)


def _found(side: Wording, known: Finder) -> Iterator[Span]:
    return (match.span() for match in known.finditer(side.text))


def _is_of_a_kept_sentence(case: Case, span: Span, *, of_new: bool) -> bool:
    """Whether words came or went while at least half of the sentence around them stayed."""
    if case.places.kept_share(span, of_new=of_new) > 0:
        return False
    side = case.new if of_new else case.old
    whole = sentence(side.text, span, case.lexicon)
    rest = whole[1] - whole[0] - (span[1] - span[0])
    return rest > 0 and case.places.kept_share(whole, of_new=of_new) * (whole[1] - whole[0]) / rest >= _KEPT
