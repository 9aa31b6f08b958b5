"""Which of several alternatives won, and whether it binds more or less than those that were dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Axis, Clause, ScopeAxis, Severity, Span
    from treatydiff.rules.case import Case, Wording

_BINDS = 5.0
_DISCRETION = 0.5
_NO_DUTY = -1.0


class Weighed(NamedTuple):
    """What it means that one wording was chosen over others."""

    severity: Severity
    bindingness: Axis
    rights: Axis
    scope: ScopeAxis


class Settled(NamedTuple):
    """Provisions that stood as alternatives: those that became text, and those that did not."""

    stands: tuple[Clause, ...]
    gone: tuple[Clause, ...]
    weighed: Weighed


def weighed(stands: Sequence[str], gone: Sequence[str], around: str, lexicon: Lexicon) -> Weighed:
    """Compare the operators and the discretion of what was chosen with those of what was dropped.

    Words without an operator bind like a duty beside words that only advise or allow. `around` is the sentence that tells
    whether somebody's protection is at stake.
    """
    here, there = [_force(text, lexicon) for text in stands], [_force(text, lexicon) for text in gone]
    if not here or not there:
        return Weighed("medium", "context", "context", "context")
    if _NO_DUTY in (*here, *there):
        return Weighed("high", "context", "context", "neutral")
    if any(lexicon.pattern("lists", "negative").search(text) for text in (*stands, *gone)):
        return Weighed("medium", "context", "context", "context")
    chosen = min(here)
    if all(chosen >= other for other in there) and chosen > min(there):
        binds: Axis = "strengthens"
    elif all(chosen <= other for other in there) and chosen < max(there):
        binds = "weakens"
    elif {chosen} == set(there):
        return Weighed("medium", "neutral", "context", "context")
    else:
        return Weighed("high", "context", "context", "neutral")
    protects = lexicon.safeguards.search(around) or lexicon.pattern("lists", "authorisers").search(around)
    return Weighed("high", binds, binds if protects else "neutral", "neutral")


def _force(text: str, lexicon: Lexicon) -> float:
    """Say how much a wording binds: its softest operator, less where it leaves discretion; -1 where it binds nobody."""
    found = [lexicon.operators[int(str(match.lastgroup)[1:])].strength for match in lexicon.operator_pattern.finditer(text)]
    force = float(min(found, default=_BINDS))
    is_free = any(
        lexicon.qualifiers[int(str(match.lastgroup)[1:])].effect == "discretion"
        for match in lexicon.qualifier_pattern.finditer(text)
    )
    return force - _DISCRETION if is_free and force != _NO_DUTY else force


def sentence_at(side: Wording, span: Span | None) -> str:
    """Give the sentence that holds a span; the whole wording where there is none."""
    return side.text[slice(*sentence(side.text, span, side.lexicon))] if span else side.text


def settled_options(case: Case) -> Iterator[Settled]:
    """Tell of provisions that stood as alternatives and became the text, while all their rivals went."""
    stands = tuple(clause for clause in case.change.link.old if _is_option(clause))
    if not stands or not case.change.link.new or any(_is_option(clause) for clause in case.change.link.new):
        return
    parent = stands[0].parent
    rivals = [one for one in parent.children if one.kind == "alternative"] if parent else []
    ids = {clause.id for clause in stands}
    known = case.setting.old_by_id
    others = [known[one.id] for one in rivals if one.id in known and one.id not in ids]
    gone = tuple(clause for clause in others if not case.setting.became.get(clause.id))
    if len(gone) < len(others) or not gone:
        return
    texts = [clause.words for clause in stands], [clause.words for clause in gone]
    yield Settled(stands, gone, weighed(*texts, case.new.text, case.lexicon))


def _is_option(clause: Clause) -> bool:
    return clause.provision.kind == "alternative"
