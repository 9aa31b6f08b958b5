"""Cross-references: those that follow a renumbering, and those that now point elsewhere, to more, to less or to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.crossrefs.provisions import UNITS
from treatydiff.lexicon import phrases
from treatydiff.model import Finding
from treatydiff.rules.instruments import instruments
from treatydiff.rules.naming import called, capital, flat, named, quoted
from treatydiff.rules.retargeting import Pair, fate, foreign_pairs, numbers, pairs
from treatydiff.rules.rule import REWORDED, Fires, Rule, Silent
from treatydiff.rules.spans import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.crossrefs.provisions import Node
    from treatydiff.model import Axis, ScopeAxis, Severity, Span
    from treatydiff.rules.case import Case
    from treatydiff.rules.retargeting import Fate
    from treatydiff.text.references import Reference

ID = "references"
CATEGORY = "T09"
_KEPT = 0.6
_LEAST_KEPT = 0.3
_NEAR = 60
_Axes = tuple["Axis", "Axis", "ScopeAxis"]
_NEUTRAL: _Axes = ("neutral", "neutral", "neutral")
_ELSEWHERE: _Axes = ("context", "context", "neutral")


def judge(case: Case) -> Iterator[Finding]:
    """Follow each reference of both wordings to what it points to, and say where that is not the same provision."""
    if case.change.link.kind == "same" and not case.setting.is_renumbered:
        return
    found = pairs(case)
    cited = [{number for one in side if one for number in numbers(one)} for side in zip(*found, strict=True)] if found else []
    for pair in found:
        if pair.old is not None and pair.new is not None:
            yield from _judged(case, pair.old, pair.new)
        elif (lone := pair.old or pair.new) and not set(numbers(lone)) <= cited[0] & cited[1]:
            yield from _one_sided(case, pair)
    if case.change.link.kind != "same":
        yield from _enumerated(case)
        yield from instruments(case)


def _enumerated(case: Case) -> Iterator[Finding]:
    """Report a list of provisions of the law that a clause amends to which some came, or from which some went."""
    for old, new in foreign_pairs(case):
        if old is not None and new is not None:
            was, now = set(numbers(old)), set(numbers(new))
            if was < now or now < was:
                yield _listed(case, (old.span, new.span), removed=now < was)


def merely_follows(case: Case) -> bool:
    """Whether nothing in a reworded clause changed but references that follow a renumbering."""
    followed = [
        (pair.old.span, pair.new.span)
        for pair in pairs(case)
        if pair.old and pair.new and fate(pair.old, pair.new, case).outcome in {"follows", "kept"}
    ]
    return bool(followed) and all(
        any(
            old[0] <= hunk.old_span[0]
            and hunk.old_span[1] <= old[1]
            and new[0] <= hunk.new_span[0]
            and hunk.new_span[1] <= new[1]
            for old, new in followed
        )
        for hunk in case.hunks
    )


def _judged(case: Case, old: Reference, new: Reference) -> Iterator[Finding]:
    found = fate(old, new, case)
    both = (old.span, new.span)
    if found.outcome in {"retargeted", "reach"} and numbers(old) != numbers(new) and _is_rewritten(case, old, new):
        said = f"Another reference in rewritten words: {quoted(case.old, old)} became {quoted(case.new, new)}"
        yield _finding(case, both, "low", _ELSEWHERE, said)
        return
    was, now = quoted(case.old, old), quoted(case.new, new)
    if found.outcome == "follows":
        severity: Severity = "low" if any(target.last for target in new.targets) else "info"
        yield _finding(case, both, severity, _NEUTRAL, f"Follows the renumbering: {was} became {now}")
    elif found.outcome == "dangling":
        lives = any(case.setting.heirs[node.id] for node in found.went)
        said = f"{now} is cited, but there is none any more{_whereabouts(case, found.went)}"
        yield _finding(case, both, "high" if lives else "medium", _ELSEWHERE, said)
    elif found.outcome in {"wider", "narrower"}:
        axes: _Axes = ("context", "context", "widens" if found.outcome == "wider" else "narrows")
        yield _finding(case, both, "medium", axes, f"The reference is {found.outcome}: {was} became {now}")
    elif found.outcome == "reach":
        yield from _reaching(case, old, new, found)
    elif found.outcome != "kept":
        judged = (_retargeted if found.outcome == "retargeted" else _unknown)(case, old, new, found)
        yield from (judged,) if judged else ()


def _is_rewritten(case: Case, old: Reference, new: Reference) -> bool:
    """Whether so little stayed around two references that one need not answer to the other."""
    return min(case.rest_kept(old.span, of_new=False), case.rest_kept(new.span, of_new=True)) < _LEAST_KEPT


def _unknown(case: Case, old: Reference, new: Reference, _: Fate) -> Finding | None:
    """Compare the numbers of references that cannot be followed: some of a list that went, else only that they differ."""
    if old.instrument or new.instrument:
        return None
    was, now = set(numbers(old)), set(numbers(new))
    both = (old.span, new.span)
    if now < was or was < now:
        return _listed(case, both, removed=now < was)
    said = f"{quoted(case.old, old)} became {quoted(case.new, new)}, numbers that are not in these drafts"
    return _finding(case, both, "low", _NEUTRAL, said)


def _retargeted(case: Case, old: Reference, new: Reference, found: Fate) -> Finding | None:
    was, now = quoted(case.old, old), quoted(case.new, new)
    setting, both = case.setting, (old.span, new.span)
    lives = any(setting.heirs[node.id] for node in found.went)
    comes = any(setting.origins.get(node.id) for node in found.came)
    if numbers(old) == numbers(new) and not old.shift:
        if not lives and not (comes and found.went[0].kind in UNITS):
            return None
        said = f"{now} is another provision now{called(found.came)}{_whereabouts(case, found.went)}"
        return _finding(case, both, "high", _ELSEWHERE, said)
    if not found.went:
        return _finding(case, both, "high", _ELSEWHERE, f"Points elsewhere within the same article: {was} became {now}")
    said = f"{was}{called(found.went)} became {now}{called(found.came)}{_whereabouts(case, found.went)}"
    if not lives and not comes:
        return _finding(case, both, "low", _ELSEWHERE, f"Points to a new provision: {said}")
    return _finding(case, both, "high" if lives else "medium", _ELSEWHERE, f"Points elsewhere: {said}")


def _reaching(case: Case, old: Reference, new: Reference, found: Fate) -> Iterator[Finding]:
    """Report what came into a range or list, and what fell out of it."""
    both = (old.span, new.span)
    was, now = quoted(case.old, old), quoted(case.new, new)
    lives = any(case.setting.heirs[node.id] for node in found.went)
    if not all(any(target.last for target in one.targets) for one in (old, new)):
        if found.came and found.went:
            said = f"Points elsewhere: {was} became {now}{_whereabouts(case, found.went)}"
            yield _finding(case, both, "high" if lives and was == now else "medium", _ELSEWHERE, said)
        elif was != now:
            yield _listed(case, both, removed=bool(found.went))
        return
    said = now if now == was else f"{now} (before: {was})"
    if found.came:
        yield _finding(case, both, "high", ("context", "context", "widens"), f"Now within {said}: {named(found.came)}")
    if found.went:
        message = f"No longer within {said}: {named(found.went)}{_whereabouts(case, found.went)}"
        yield _finding(case, both, "high" if lives else "medium", ("context", "context", "narrows"), message)


def _one_sided(case: Case, pair: Pair) -> Iterator[Finding]:
    """Report a reference that came into, or went from, a sentence that otherwise stayed."""
    reference, side, _provisions = (
        (pair.new, case.new, case.setting.new_provisions) if pair.new else (pair.old, case.old, case.setting.old_provisions)
    )
    if reference is None or reference.instrument or reference.shift or not reference.targets:
        return
    added = pair.new is not None
    first, last = sentence(side.text, reference.span, case.lexicon)
    size = reference.span[1] - reference.span[0]
    stayed = case.places.kept_share((first, last), of_new=added) * (last - first)
    if case.places.kept_share(reference.span, of_new=added) > 0 or stayed < _KEPT * (last - first - size):
        return
    yield _listed(case, (None, reference.span) if added else (reference.span, None), removed=not added)


def _listed(case: Case, spans: tuple[Span | None, Span | None], *, removed: bool) -> Finding:
    """Judge a provision that is cited no more, or now cited too: it matters most where it limits a power."""
    side, span = (case.old, spans[0]) if removed else (case.new, spans[1])
    text = side.text
    first, last = sentence(text, span or (0, 0), case.lexicon)
    words = case.lexicon.words
    near = phrases(words("references", "limits")).search(text, max(first, (span or (0, 0))[0] - _NEAR), (span or (0, 0))[0])
    limits = near is not None and phrases(words("references", "powers")).search(text, first, last) is not None
    old, new = (one.text[slice(*place)] if place else "" for one, place in zip((case.old, case.new), spans, strict=True))
    said = (
        f"{flat(old)} became {flat(new)}" if old and new else f"{'No longer' if removed else 'Now'} cited: {flat(old or new)}"
    )
    if limits:
        axes: _Axes = ("weakens", "weakens", "neutral") if removed else ("strengthens", "strengthens", "neutral")
        return _finding(case, spans, "high", axes, f"{said}: one limit {'less' if removed else 'more'} to the powers")
    if old and new:
        scope: ScopeAxis = "context" if _goes_on(case, spans) else "narrows" if removed else "widens"
        return _finding(case, spans, "medium", ("context", "context", scope), said)
    return _finding(case, spans, "low", ("context", "neutral", "context"), said)


def _goes_on(case: Case, spans: tuple[Span | None, Span | None]) -> bool:
    """Whether a conjunction joins something else to what either wording cites."""
    rest = [side.text[span[1] :].split(maxsplit=1) for side, span in zip((case.old, case.new), spans, strict=True) if span]
    return any(words and words[0] in case.lexicon.words("words", "conjunctions") for words in rest)


def _whereabouts(case: Case, went: tuple[Node, ...]) -> str:
    """Say what the provisions became that a reference does not point to any more."""
    nodes = case.setting.new_provisions.nodes
    heirs = tuple(nodes[heir] for node in went for heir in sorted(case.setting.heirs[node.id]) if heir in nodes)
    if heirs and named(went) == named(heirs):
        return ""
    if heirs:
        return f"; {named(went)} became {named(heirs)}"
    return f"; {named(went)} went" if went else ""


def _finding(case: Case, spans: tuple[Span | None, Span | None], severity: Severity, axes: _Axes, said: str) -> Finding:
    old_span, new_span = spans
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity=severity,
        bindingness=axes[0],
        rights=axes[1],
        scope=axes[2],
        actor="",
        old=case.old.text[slice(*old_span)] if old_span else "",
        new=case.new.text[slice(*new_span)] if new_span else "",
        old_span=old_span,
        new_span=new_span,
        message=capital(said),
    )


_SHIFTED = (("1", "1"), ("", "2"), ("2", "3"), ("3", "4"), ("4", "5"), ("5", "6"))
_STEADY = (("1", "1"), ("2", "2"), ("3", "3"), ("4", "4"), ("5", "5"))
FIRES: tuple[Fires, ...] = (
    Fires(
        "Ships named in article 4 may enter any harbour.",
        "Ships named in article 5 may enter any harbour.",
        "info",
        "neutral",
        "neutral",
        "neutral",
        ("article 4", "article 5"),
        articles=_SHIFTED,
    ),
    Fires(
        "Articles 2 to 4 apply to wetlands.",
        "Articles 3 to 5 apply to wetlands.",
        "low",
        "neutral",
        "neutral",
        "neutral",
        ("Articles 2 to 4", "Articles 3 to 5"),
        articles=_SHIFTED,
    ),
    Fires(
        "Ships named in article 4 may enter any harbour.",
        "Ships named in article 4 may enter any harbour.",
        "high",
        "context",
        "context",
        "neutral",
        ("article 4", "article 4"),
        articles=_SHIFTED,
    ),
    Fires(
        "The duties of article 2 bind the owner of a ship.",
        "The duties of article 5 bind the owner of a ship.",
        "high",
        "context",
        "context",
        "neutral",
        ("article 2", "article 5"),
        articles=_STEADY,
    ),
    Fires(
        "The rules of articles 1 through 4 bind the master.",
        "The rules of articles 1 through 5 bind the master.",
        "high",
        "context",
        "context",
        "widens",
        ("articles 1 through 4", "articles 1 through 5"),
        articles=_SHIFTED,
    ),
    Fires(
        "The rules of articles 2 to 5 bind the master.",
        "The rules of articles 2 to 4 bind the master.",
        "high",
        "context",
        "context",
        "narrows",
        ("articles 2 to 5", "articles 2 to 4"),
        articles=_STEADY,
    ),
    Fires(
        "The master acts under article 3.",
        "The master acts under article 3.",
        "medium",
        "context",
        "context",
        "neutral",
        ("article 3", "article 3"),
        articles=(("1", "1"), ("2", "2"), ("3", "")),
    ),
    Fires(
        "The powers of the harbour police are subject to articles 2 and 5.",
        "The powers of the harbour police are subject to article 2.",
        "high",
        "weakens",
        "weakens",
        "neutral",
        ("articles 2 and 5", "article 2"),
        articles=_STEADY,
    ),
    Fires(
        "A ship may be held under section 7 of this Act until the dues are paid.",
        "A ship may be held under section 9 of this Act until the dues are paid.",
        "low",
        "neutral",
        "neutral",
        "neutral",
        ("section 7 of this Act", "section 9 of this Act"),
    ),
    Fires(
        "In section 4 of the Harbours Act, for the words after dues substitute: dues under sections 7 and 8.",
        "In section 4 of the Harbours Act, for the words after dues substitute: dues under sections 7, 8 and 9.",
        "medium",
        "context",
        "context",
        "widens",
        ("sections 7 and 8", "sections 7, 8 and 9"),
    ),
    Fires(
        "Wetlands are listed in conformity with the Convention on Harbours.",
        "Wetlands are listed in conformity with the Convention on Harbours and the Lagoon Protocol.",
        "medium",
        "context",
        "context",
        "widens",
        ("", "Lagoon Protocol"),
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent("Ships obey articles 2-4.", "Ships obey articles 2 to 4.", "a range in another style"),
    Silent("Ships obey articles 2 through 9.", "Ships obey articles 2 to 9.", "another word for the same range"),
    Silent("as set out in paragraph 2 b.iii", "as laid down in paragraph 2 (b) (iii)", "points in another style"),
    Silent("under article 4, paragraph 2, point (c)", "under article 4 (2) (c)", "the levels left unsaid"),
    Silent("paragraph 3 of article 8 holds", "article 8, paragraph 3, holds", "the levels in another order"),
    Silent("Paragraph 2 holds.", "Paragraph 2 of this article holds.", "its own article spelled out"),
    Silent("the preceding paragraph holds", "paragraph 1 of this article holds", "a neighbour by its number"),
    Silent("under article 4 of the Lagoon Treaty", "under article 6 of the Lagoon Treaty", "numbers of another instrument"),
    Silent(
        "In section 4 of the Harbours Act, substitute 6 for 5.",
        "In section 7 of the Harbours Act, substitute 9 for 5.",
        "a clause that amends another law",
    ),
    Silent("Article 4 Ships have names.", "Article 4 Ships bear names.", "the number of the provision itself"),
    Silent("under article 4", "under article 4", "an article that stayed", articles=_STEADY),
    Silent(
        "This article holds for ships, and article 9 for boats.",
        "For boats article 9 holds, and this article for ships.",
        "a reference at another place of the clause",
    ),
    Silent("Berth 5 is closed.", "Berth 6 is closed.", "numbers that cite nothing"),
)
RULE = Rule(
    ID,
    CATEGORY,
    "Cross-references: renumbered with their target, pointing elsewhere, to more, to less or to nothing",
    judge,
    FIRES,
    SILENT,
    on=REWORDED | {"same"},
)
