"""What it means that an actor gave way to another, joined or left a list, or is said or unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.rules.findings import Judged, Of, made
from treatydiff.rules.subjects import lowered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import Axis, Finding, Severity
    from treatydiff.rules.case import Case, Wording
    from treatydiff.rules.mentions import Mention

OF: Final = Of("actors", "T10")
_ROLES: Final = {"subject": "who acts", "agent": "by whom", "recipient": "to whom", "other": "who is meant"}
_BINDS_FROM = 2


def counted_otherwise(case: Case, old: Mention, new: Mention) -> Finding:
    """Report that a duty of all together became one of each, or the other way round."""
    was, now = _shown(case.old, old), _shown(case.new, new)
    each = new.number == "each"
    binds = new.operator is not None and new.operator.reading.known.strength >= _BINDS_FROM
    said = f'in place of "{was}"'
    if binds:
        said += ": what bound all together binds each one" if each else ": what bound each one binds all together"
    judged = Judged("medium", ("strengthens" if each else "weakens") if binds else "context", "neutral", actor=now)
    return made(OF, case, judged, (old.span, new.span), said)


def _shown(side: Wording, mention: Mention) -> str:
    return lowered(" ".join(side.text[slice(*mention.span)].split()))


def replaced(case: Case, old: Mention, new: Mention) -> Finding:
    """Report that one actor stands where another stood."""
    was, now = _shown(case.old, old), _shown(case.new, new)
    role = new.role if new.role == old.role else "other"
    said = f'{_ROLES[role]}: "{now}", before "{was}"'
    if _is_open(old, case) and not _is_open(new, case):
        said = f'left open between two actors, now "{now}"'
    elif _is_open(new, case) and not _is_open(old, case):
        said = f'"{was}", now left open between two actors'
    elif role == "subject" and new.operator is not None:
        force = new.operator.reading
        said = f'stands in the place of "{was}" ({force.known.name}, {force.words.casefold()})'
    actor = now if role == "subject" else ""
    return made(OF, case, _weighed(case, old, new)._replace(actor=actor), (old.span, new.span), said)


def _is_open(mention: Mention, case: Case) -> bool:
    """Whether brackets leave open which of two opposite actors is meant."""
    return any(set(pair) <= mention.words for pair in _reversals(case))


def _reversals(case: Case) -> Sequence[Sequence[str]]:
    known: Sequence[Sequence[str]] = case.lexicon.settings.get("parties", {}).get("reversals", ())
    return known


def _weighed(case: Case, old: Mention, new: Mention) -> Judged:
    """Judge by the part that the actors play; gravest where a judge came or went, or a request was turned round."""
    leads = {old.role, new.role} <= {"subject", "agent"}
    severity: Severity = "high" if leads else "medium" if old.role == new.role == "recipient" else "low"
    was, now = _is_judicial(case, old), _is_judicial(case, new)
    if was != now and leads:
        return Judged("high", "context", "strengthens", "narrows") if now else Judged("high", "context", "weakens", "widens")
    if _is_open(old, case) != _is_open(new, case) or _is_reversal(case, old, new):
        return Judged("high", "context", "neutral")
    if (opened := _has_joint(case, new)) != _has_joint(case, old):
        rights: Axis = "neutral" if not (was or now) else "weakens" if opened else "strengthens"
        return Judged(severity, "context", rights, "widens" if opened else "narrows")
    if old.key < new.key or new.key < old.key:
        if not old.key ^ new.key <= case.lexicon.words("parties", "modifiers"):
            severity = "low"
        return Judged(severity, "context", "neutral", "narrows" if old.key < new.key else "widens")
    return Judged(severity, "context", "neutral")


def _is_judicial(case: Case, mention: Mention) -> bool:
    return bool(mention.words & case.lexicon.words("parties", "judicial"))


def _has_joint(case: Case, mention: Mention) -> bool:
    """Whether an actor leaves an alternative: "a judicial or other authority"."""
    return not mention.words.isdisjoint(case.lexicon.words("parties", "joints"))


def _is_reversal(case: Case, old: Mention, new: Mention) -> bool:
    went, came = old.words - new.words, new.words - old.words
    return any((a in went and b in came) or (b in went and a in came) for a, b in _reversals(case))


def listed(case: Case, side: Wording, mention: Mention, neighbour: Mention) -> Finding:
    """Report that an actor joined or left others in a list, one of whom is the neighbour."""
    gained = side is case.new
    who, beside = _shown(side, mention), _shown(side, neighbour)
    role = neighbour.role if mention.role == "other" else mention.role
    leads = role in {"subject", "agent"}
    said = f'{_ROLES[role]}: "{who}" {"now stands" if gained else "no longer stands"} beside "{beside}"'
    judged = Judged("medium" if leads else "low", "context", "neutral", "widens" if gained else "narrows")
    return made(OF, case, judged, (None, mention.span) if gained else (mention.span, None), said)


def said_or_not(case: Case, side: Wording, mention: Mention) -> Finding:
    """Report that a clause says now who acts, or no longer; gravest where a judge does."""
    gained = side is case.new
    asked = _ROLES[mention.role]
    said = (
        f'now says {asked}: "{_shown(side, mention)}"' if gained else f'no longer says {asked}: "{_shown(side, mention)}" went'
    )
    judged = Judged("medium", "context", "neutral", "narrows" if gained else "widens")
    if _is_judicial(case, mention):
        judged = judged._replace(severity="high", rights="strengthens" if gained else "weakens")
    return made(OF, case, judged, (None, mention.span) if gained else (mention.span, None), f"the clause {said}")
