"""One known term that took the place of another outside a definition."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.occurrences import Occurrences
from treatydiff.rules.substitutions import before, candidates, extended, is_substitution

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import ScopeAxis, Span
    from treatydiff.rules.case import Case
    from treatydiff.rules.substitutions import Substitution


_KEPT = 0.5


class Swap(NamedTuple):
    """An old term and the new one in its place; `survives` where the old one is still used in the clause."""

    old: Span
    new: Span
    scope: ScopeAxis
    message: str
    survives: bool


def swaps(case: Case, heads: Sequence[Span]) -> Iterator[Swap]:
    """Find the known terms that gave way to other words, but for those in the `heads` of definitions."""
    lexicon = case.lexicon
    glossary = case.setting.glossary
    if glossary.stems.isdisjoint(map(lexicon.stem, case.went)):
        return
    for found in candidates(case.places.pieces, case.old.text, case.new.text, lexicon):
        if found.old.key[0] not in glossary.first_stems or not is_substitution(found, lexicon):
            continue
        is_verb = before(found, case.old.text) in lexicon.words("terms", "before_verbs")
        if is_verb or any(start <= found.old.span[0] < end or start <= found.new.span[0] < end for start, end in heads):
            continue
        whole = next((one for one in _readings(found, case) if one.old.key in glossary.known), None)
        if whole is None or case.rest_kept(whole.new.span, of_new=True) < _KEPT:
            continue
        if not (_is_on_a_ladder(whole, lexicon) or _is_abbreviated(whole) or _is_actor(whole, lexicon)):
            yield from _swap(whole, case)


def _readings(found: Substitution, case: Case) -> Iterator[Substitution]:
    yield found
    longer = extended(found, case.old.text, case.new.text, case.lexicon)
    if longer is not None:
        yield longer


def _is_actor(found: Substitution, lexicon: Lexicon) -> bool:
    """Whether the old term is one who acts, of whom another rule speaks."""
    return lexicon.actor_pattern.fullmatch(found.old.text) is not None


def _is_abbreviated(found: Substitution) -> bool:
    """Whether one term is written with letters of the other: "greenhouse gas" and "GHG"."""
    short, long = sorted((found.old.text, found.new.text), key=len)
    letters = iter(long.casefold())
    return short.isupper() and short[0] == long[0].upper() and all(letter in letters for letter in short.casefold())


def _is_on_a_ladder(found: Substitution, lexicon: Lexicon) -> bool:
    """Whether both terms are steps from less to more of the same thing, which the rule of scope judges."""
    was, now = (_ladder(phrase.text, lexicon) for phrase in (found.old, found.new))
    return was is not None and was == now


def _ladder(term: str, lexicon: Lexicon) -> str | None:
    match = lexicon.limit_pattern.fullmatch(term)
    return lexicon.limits[int(str(match.lastgroup)[1:])].ladder or None if match else None


def _swap(found: Substitution, case: Case) -> Iterator[Swap]:
    own, other = Occurrences.of(found.old.text), Occurrences.of(found.new.text)
    left = len(own.outside(other, case.new.text))
    if left >= len(own.spans(case.old.text)):
        return
    message = f'"{found.old.text}" became "{found.new.text}"'
    if left:
        yield Swap(found.old.span, found.new.span, "neutral", f"{message}, but stays elsewhere in the clause", survives=True)
        return
    scope = _reach(found, case.lexicon)
    message += {"widens": ", a wider term", "narrows": ", a narrower term"}.get(scope, ", another term")
    yield Swap(found.old.span, found.new.span, scope, message, survives=False)


def _reach(found: Substitution, lexicon: Lexicon) -> ScopeAxis:
    """Say how far the new term reaches against the old one, where the lexicon knows; "context" elsewhere."""
    was, now = (lexicon.breadth(phrase.text) for phrase in (found.old, found.new))
    if was == now or was is None or now is None:
        return "context"
    return "widens" if now > was else "narrows"
