"""Which of several alternatives won, and whether it binds more or less than those that were dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.operators import readings
from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Axis, Clause, Provision, ScopeAxis, Severity, Span
    from treatydiff.rules.case import Case, Wording

_BINDS = 5.0
_DISCRETION = 0.5
_NO_DUTY = -1.0
_CLOSE = 0.8
_FEW_WORDS = 12


class Weighed(NamedTuple):
    """What it means that one wording was chosen over others."""

    severity: Severity
    bindingness: Axis
    rights: Axis
    scope: ScopeAxis


_UNDECIDED = Weighed("medium", "context", "context", "context")


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
    known = [force for force in (*here, *there) if force is not None]
    if not here or not there or len(known) < len(here) + len(there):
        return _UNDECIDED
    if _NO_DUTY in known:
        return _UNDECIDED._replace(severity="high", scope="neutral")
    if any(lexicon.pattern("lists", "negative").search(text) for text in (*stands, *gone)):
        return _UNDECIDED
    chosen, others = min(known[: len(here)]), known[len(here) :]
    if {chosen} == set(others):
        return Weighed("medium", "neutral", "context", "context")
    if min(others) < chosen >= max(others):
        binds: Axis = "strengthens"
    elif max(others) > chosen <= min(others):
        binds = "weakens"
    else:
        return _UNDECIDED._replace(severity="high", scope="neutral")
    protects = lexicon.safeguards.search(around) or lexicon.pattern("lists", "authorisers").search(around)
    return Weighed("high", binds, binds if protects else "neutral", "neutral")


def weighed_alone(text: str, *, stands: bool, lexicon: Lexicon) -> Weighed:
    """Judge that contested words stand now, or went: discretion and safeguards decide, anything else is process.

    Words of more than twelve are more than a qualifier or a safeguard, so say nothing by themselves.
    """
    neutral = Weighed("low", "neutral", "neutral", "neutral")
    if len(text.split()) > _FEW_WORDS:
        return neutral
    if _leaves_discretion(text, lexicon):
        return Weighed("medium", "weakens" if stands else "strengthens", "neutral", "neutral")
    if lexicon.safeguards.search(text):
        return Weighed("medium", "neutral", "strengthens" if stands else "weakens", "neutral")
    return neutral if stands else neutral._replace(rights="context", scope="context")


def _force(text: str, lexicon: Lexicon) -> float | None:
    """Say how much a wording binds by its operator, less where it leaves discretion; None where it has several."""
    found = readings(text, lexicon)
    if len(found) > 1:
        return None
    force = float(found[0].known.strength) if found else _BINDS
    return force - _DISCRETION if force != _NO_DUTY and _leaves_discretion(text, lexicon) else force


def _leaves_discretion(text: str, lexicon: Lexicon) -> bool:
    found = lexicon.qualifier_pattern.finditer(text)
    return any(lexicon.qualifiers[int(str(match.lastgroup)[1:])].effect == "discretion" for match in found)


def sentence_at(side: Wording, span: Span | None) -> str:
    """Give the sentence that holds a span; the whole wording where there is none."""
    return side.text[slice(*sentence(side.text, span, side.lexicon))] if span else side.text


def settled_options(case: Case) -> Iterator[Settled]:
    """Tell of provisions that stood as alternatives and became the text, while their rivals, if there were more, went."""
    stands = tuple(clause for clause in case.change.link.old if _is_option(clause))
    if not stands or not case.change.link.new or any(_is_option(clause) for clause in case.change.link.new):
        return
    parent = stands[0].parent
    rivals = [one for one in parent.children if one.kind == "alternative"] if parent else []
    ids = {clause.id for clause in stands}
    known = case.setting.old_by_id
    others = [known[one.id] for one in rivals if one.id in known and one.id not in ids]
    gone = tuple(clause for clause in others if not case.setting.became.get(clause.id))
    if len(gone) < len(others) or not (gone or len(stands) > 1):
        return
    is_close = case.change.link.similarity >= _CLOSE
    texts = [clause.words for clause in stands], [clause.words for clause in gone]
    yield Settled(stands, gone, weighed(*texts, case.new.text, case.lexicon) if is_close else _UNDECIDED)


def rivals_that_stand(case: Case) -> tuple[Provision, ...]:
    """Give the alternatives beside one that went of which the new draft still has something; none for any other change."""
    if case.change.link.kind != "deleted" or not case.old.text:
        return ()
    (clause,) = case.change.link.old
    if not _is_option(clause) or clause.parent is None:
        return ()
    return tuple(one for one in clause.parent.children if one.kind == "alternative" and case.setting.became.get(one.id))


def _is_option(clause: Clause) -> bool:
    return clause.provision.kind == "alternative"
