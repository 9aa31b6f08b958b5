"""What was contested and is settled, what is contested now, and how far the room has got with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.model import Finding
from treatydiff.rules import conjunctions, items, modality, numbers, qualifiers, verbs
from treatydiff.rules.contests import contests, is_whole, opened, outcomes
from treatydiff.rules.options import Settled, Weighed, rivals_that_stand, sentence_at, settled_options, weighed, weighed_alone
from treatydiff.rules.remarks import is_agreed, is_below_agreed, is_marked
from treatydiff.rules.rule import REWORDED, Fires, Rule, Silent
from treatydiff.rules.spans import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Severity, Span
    from treatydiff.rules.case import Case
    from treatydiff.rules.contests import Choice, Contest, Outcome
    from treatydiff.rules.rule import Judge

ID = "brackets"
CATEGORY = "T14"
_SAID = frozenset({"bracket", "option", "attribution", "status"})
_SHOWN = 12
_PROCESS = Weighed("low", "neutral", "neutral", "neutral")
_SUBSTANCE: tuple[Judge, ...] = (
    modality.judge,
    qualifiers.judge,
    conjunctions.judge,
    numbers.judge,
    items.judge,
    verbs.judge,
)
_SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low", "info")


def judge(case: Case) -> Iterator[Finding]:
    """Report the contests that were settled or opened, the statuses that came or went, and the alternative that won."""
    link = case.change.link
    if any(clause.provision.kind == "alternative" for clause in link.old):
        yield from (_option(found, case) for found in settled_options(case))
        yield from _dropped(case)
    if not any(mark.kind in _SAID for mark in case.change.marks):
        if link.kind in REWORDED and is_below_agreed(case.old):
            yield from _status(case)
        return
    if link.kind in {"inserted", "deleted"}:
        yield from _alone(case)
        return
    if any(mark.op != "kept" for mark in case.change.marks):
        for outcome in outcomes(case):
            yield _settled(outcome, case)
        yield from (
            _opened(contest, case, stood=stood) for contest, stood in opened(case) if not _is_of_operators(contest, case)
        )
    yield from _status(case)


def _settled(outcome: Outcome, case: Case) -> Finding:
    """Report which words of a contest stand now and which went."""
    contest = outcome.contest
    old = case.old.text
    if outcome.fate == "chosen":
        texts = [[old[slice(*choice.span)] for choice in choices] for choices in (outcome.stands, outcome.gone)]
        judged = weighed(texts[0], texts[1], sentence_at(case.new, outcome.place), case.lexicon)
        stands, gone = _named(outcome.stands, old), _named(outcome.gone, old)
        said = f"{stands} {_was(outcome.stands)} chosen, {gone} {_was(outcome.gone)} dropped"
        if len(outcome.stands) > 1 or _is_of_grammar(outcome, case):
            judged = judged._replace(severity="low")
    elif outcome.fate == "lifted":
        judged = weighed_alone(old[slice(*contest.span)], stands=True, lexicon=case.lexicon)
        judged = judged if _has_content(outcome.stands, case) else judged._replace(severity="info")
        who = _by(contest.choices[0])
        whole = f"the whole text{who} stands without brackets now" if is_whole(contest, case.old) else ""
        said = whole or f"{_named(outcome.stands, old)} {_stands(outcome.stands)} without brackets now"
    else:
        judged = weighed_alone(old[slice(*contest.span)], stands=False, lexicon=case.lexicon)
        said = f"{_named(outcome.gone, old)} stood in brackets and {_was(outcome.gone)} dropped"
    return _finding(case, judged, (contest.span, outcome.place), said)


def _is_of_grammar(outcome: Outcome, case: Case) -> bool:
    """Whether nothing was at stake but words like "has" and "have"."""
    choices = (*outcome.stands, *outcome.gone)
    words = words_of(" ".join(case.old.text[slice(*choice.span)] for choice in choices))
    weighty = case.lexicon.operator_pattern, case.lexicon.pattern("lists", "coordinator")
    return words <= case.lexicon.function_words and not any(
        pattern.search(case.old.text, *choice.span) for pattern in weighty for choice in choices
    )


def _has_content(choices: tuple[Choice, ...], case: Case) -> bool:
    return any(_content(words_of(case.old.text[slice(*choice.span)]), case) for choice in choices)


def _opened(contest: Contest, case: Case, *, stood: bool) -> Finding:
    """Report words that are open now."""
    named = "the whole text" if is_whole(contest, case.new) else _named(contest.choices, case.new.text)
    stands = "stands" if is_whole(contest, case.new) else _stands(contest.choices)
    said = f"{named} {stands} in brackets now" if stood else f"{named} came in brackets, so not agreed"
    return _finding(case, _PROCESS, (None, contest.span), said)


def _is_of_operators(contest: Contest, case: Case) -> bool:
    """Whether a contest is about nothing but the operator, of which the ladder of operators tells more."""
    texts = [case.new.text[slice(*choice.span)] for choice in contest.choices]
    return all(case.lexicon.operator_pattern.fullmatch(text.strip()) for text in texts)


def _alone(case: Case) -> Iterator[Finding]:
    """Report a provision that came or went as a whole in brackets, and an agreed one that went."""
    side, came = (case.new, True) if case.change.link.new else (case.old, False)
    if not came and side.text and is_marked(side, "agreed"):
        whole = (0, len(side.text))
        yield _finding(case, Weighed("medium", "context", "context", "context"), (whole, None), "agreed text was dropped")
    contest = next((one for one in contests(side) if is_whole(one, side)), None)
    if contest is None:
        return
    who = _by(contest.choices[0])
    said = f"this came in brackets{who}, so not agreed" if came else f"this stood in brackets{who} and was dropped"
    yield _finding(case, _PROCESS, (None, contest.span) if came else (contest.span, None), said)


def _option(found: Settled, case: Case) -> Finding:
    """Report the alternatives that became the text."""
    stands, gone = (_listed([clause.provision.num.strip(" .:") for clause in clauses]) for clauses in found[:2])
    said = f"{stands} became the text, {gone} {_was(found.gone)} dropped" if gone else f"{stands} became one text"
    return _finding(case, found.weighed, ((0, len(case.old.text)), (0, len(case.new.text))), said)


def _dropped(case: Case) -> Iterator[Finding]:
    """Report an alternative that went while others of its place became the text."""
    stands = rivals_that_stand(case)
    if stands:
        named = _listed([provision.num.strip(" .:") for provision in stands])
        said = f"this alternative was dropped, {named} {_stands(stands)}"
        yield _finding(case, _PROCESS._replace(rights="context", scope="context"), ((0, len(case.old.text)), None), said)


def _status(case: Case) -> Iterator[Finding]:
    """Report that a text became agreed, that it no longer is, and that agreed words were changed."""
    was, now = is_agreed(case.old), is_agreed(case.new)
    both = (0, len(case.old.text)), (0, len(case.new.text))
    if not case.old.text or not case.new.text:
        return
    if was and _content(case.went, case) != _content(case.came, case):
        yield from _reopened(case, still=now)
    elif is_marked(case.old, "agreed") and not now and case.setting.marks_agreement:
        yield _finding(case, _PROCESS, both, "this is no longer marked as agreed; its words stayed", "info")
    elif is_marked(case.new, "agreed") and not was:
        yield _finding(case, _PROCESS, both, "this is marked as agreed now")
    if is_marked(case.new, "deleted") and not is_marked(case.old, "deleted"):
        yield _finding(case, _PROCESS, both, "this is marked as deleted now, its words still stand")


def _content(words: frozenset[str], case: Case) -> frozenset[str]:
    return words - case.lexicon.function_words


def _reopened(case: Case, *, still: bool) -> Iterator[Finding]:
    """Report agreed words that changed, with the gravest of what the change means; no mere renumbering."""
    found = sorted(
        (finding for judge_ in _SUBSTANCE for finding in judge_(case)), key=lambda finding: _SEVERITIES.index(finding.severity)
    )
    said = "agreed text was changed" if still or not case.setting.marks_agreement else "agreed text was reopened and changed"
    whole = (0, len(case.old.text)), (0, len(case.new.text))
    if found:
        gravest = found[0]
        judged = Weighed(gravest.severity, gravest.bindingness, gravest.rights, gravest.scope)
        yield _finding(case, judged, (gravest.old_span, gravest.new_span), said)
    elif not all(word.isdigit() for word in _content(case.touched, case)):
        yield _finding(case, Weighed("medium", "context", "context", "context"), whole, said)


def _named(choices: tuple[Choice, ...], text: str) -> str:
    return _listed([f'"{_short(text[slice(*choice.span)])}"{_by(choice)}' for choice in choices])


def _was(several: tuple[object, ...]) -> str:
    return "was" if len(several) == 1 else "were"


def _stands(several: tuple[object, ...]) -> str:
    return "stands" if len(several) == 1 else "stand"


def _by(choice: Choice) -> str:
    return f" ({choice.who})" if choice.who else ""


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _short(words: str) -> str:
    parts = words.strip(" ,;").split()
    return " ".join(parts) if len(parts) <= _SHOWN else f"{' '.join(parts[:_SHOWN])} …"


def _finding(
    case: Case, judged: Weighed, spans: tuple[Span | None, Span | None], said: str, severity: Severity | None = None
) -> Finding:
    old, new = spans
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity=severity or judged.severity,
        bindingness=judged.bindingness,
        rights=judged.rights,
        scope=judged.scope,
        actor="",
        old=case.old.text[slice(*old)] if old else "",
        new=case.new.text[slice(*new)] if new else "",
        old_span=old,
        new_span=new,
        message=f"{said[:1].upper()}{said[1:]}",
    )


FIRES: tuple[Fires, ...] = (
    Fires(
        "Each Party [shall][may] mark ships.",
        "Each Party shall mark ships.",
        "high",
        "strengthens",
        "neutral",
        "neutral",
        ("shall may", "shall"),
    ),
    Fires(
        "[Option 1: Ports shall lend tugs.] [Option 2: Ports should lend tugs.]",
        "Ports should lend tugs.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("Ports shall lend tugs. Ports should lend tugs.", "Ports should lend tugs."),
    ),
    Fires(
        "Ports lend [tugs] [Canada proposes: barges] yearly.",
        "Ports lend tugs yearly.",
        "medium",
        "neutral",
        "context",
        "context",
        ("tugs barges", "tugs"),
    ),
    Fires(
        "Ports lend tugs [and barges].",
        "Ports lend tugs and barges.",
        "low",
        "neutral",
        "neutral",
        "neutral",
        ("and barges", "and barges"),
    ),
    Fires(
        "Ports shall lend tugs[, as appropriate].",
        "Ports shall lend tugs, as appropriate.",
        "medium",
        "weakens",
        "neutral",
        "neutral",
        (", as appropriate", ", as appropriate"),
    ),
    Fires(
        "Ports shall lend tugs [with due process].",
        "Ports shall lend tugs.",
        "medium",
        "neutral",
        "weakens",
        "neutral",
        ("with due process", ""),
    ),
    Fires("Ports lend tugs [and barges].", "Ports lend tugs.", "low", "neutral", "context", "context", ("and barges", "")),
    Fires("Ports lend old tugs.", "Ports lend [old] tugs.", "low", "neutral", "neutral", "neutral", ("", "old")),
    Fires("Ports lend tugs.", "Ports lend [fast] tugs.", "low", "neutral", "neutral", "neutral", ("", "fast")),
    Fires(
        "Ports lend tugs.",
        "Ports lend tugs. [agreed ad referendum]",
        "low",
        "neutral",
        "neutral",
        "neutral",
        ("Ports lend tugs.", "Ports lend tugs."),
    ),
    Fires(
        "Ports shall lend tugs. [agreed]",
        "Ports may lend tugs.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("shall", "may"),
    ),
    Fires(
        "Ports lend tugs.",
        "Ports lend tugs. [to be deleted]",
        "low",
        "neutral",
        "neutral",
        "neutral",
        ("Ports lend tugs.", "Ports lend tugs."),
    ),
    Fires("Ports lend tugs. [agreed]", "", "medium", "context", "context", "context", ("Ports lend tugs.", "")),
    Fires("[Ports lend tugs.]", "", "low", "neutral", "neutral", "neutral", ("Ports lend tugs.", "")),
)
SILENT: tuple[Silent, ...] = (
    Silent("Ports [shall][may] lend tugs.", "Ports [shall][may] lend barges.", "the contest stayed"),
    Silent("Ports [[shall] [may]] lend tugs.", "Ports [shall] [may] lend tugs.", "the same words are open"),
    Silent("[Tugs] [Barges] are lent.", "[Barges] [Tugs] are lent.", "the order of what is open"),
    Silent("Ports lend tugs. [agreed ad referendum]", "Ports lend tugs. [agreed ad ref.]", "the same status, abbreviated"),
    Silent("Tugs [of this port] wait.", "Tugs [of this port] leave.", "an editor's bracket that stayed"),
    Silent("Ports lend tuggs [sic] yearly.", "Ports lend tugs yearly.", "no bracket of the negotiators"),
    Silent("Tugs [...] wait.", "Tugs wait.", "an ellipsis"),
    Silent("(4) Ports lend tugs.", "4. Ports lend boats.", "parentheses are numbering"),
    Silent("Ports lend tugs. [agreed]", "The ports lend tugs. [agreed]", "no word of content changed"),
    Silent(
        "Ports lend [tugs and barges] yearly.", "Ports lend [tugs and boats] yearly.", "the bracket stayed, its words changed"
    ),
    Silent("Ports lend tugs.", "Ports may lend tugs.", "nothing is marked"),
    Silent(
        "See article 4 of the Lagoon Treaty. [agreed]",
        "See article 5 of the Lagoon Treaty. [agreed]",
        "a reference follows a renumbering",
    ),
    Silent("Ports lend tugs. [agreed]", "Ports lend tugs.", "the new draft says of nothing that it is agreed"),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="Brackets, alternatives and statuses: what was contested and is settled, and what is open now",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
    on=REWORDED | {"same", "inserted", "deleted"},
    reads_headings=True,
)
