"""Where a provision stands: moved, renumbered, split, merged, headed anew, or taken from a general into a special part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from treatydiff.crossrefs.citing import own_number, reference_words
from treatydiff.crossrefs.provisions import UNITS
from treatydiff.model import Finding
from treatydiff.rules.arrivals import clauses_of
from treatydiff.rules.case import Wording
from treatydiff.rules.substance import protects
from treatydiff.text.references import references

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Axis, Clause, ScopeAxis, Severity, Span
    from treatydiff.rules.case import Case

_LONGEST_HEADING = 120
_BARE = re.compile(r"(\d{1,3})\.\s+(?=[^\W\d_])")
_Judged = tuple["Severity", "Axis", "Axis", "ScopeAxis"]
_PLAIN: _Judged = ("low", "neutral", "neutral", "neutral")
_INFO: _Judged = ("info", "neutral", "neutral", "neutral")


def relocations(case: Case) -> Iterator[Finding]:
    """Say what happened to a provision that stands in both drafts, apart from its words."""
    link = case.change.link
    if not (link.old and link.new):
        return
    if link.kind in {"split", "merged", "regrouped"}:
        was, now = _listed(link.old), _listed(link.new)
        yield _finding(case, _PLAIN, f"{was} {'was' if len(link.old) == 1 else 'were'} {_JOINED[link.kind]} {now} (MOD)")
    elif link.moved:
        yield _moved(case)
    elif link.renumbered:
        yield _finding(
            case,
            _INFO,
            f"{link.old[0].label} became {link.new[0].label} ({'NOC' if link.kind == 'same' else 'MOD'}, renumbered)",
        )
    if link.heading_changed and not link.new[0].is_heading:
        before, after = (clause.provision.heading for clause in (link.old[0], link.new[0]))
        yield _finding(case, _PLAIN, _headed(before, after))
    elif link.kind == "edited" and link.old[0].is_heading and link.new[0].is_heading:
        yield _finding(case, _PLAIN, _headed(case.old.text, case.new.text), _whole(case))
    elif link.kind == "edited" and not link.moved:
        yield from _by_own_number(case)


_JOINED = {"split": "split into", "merged": "merged into", "regrouped": "regrouped as"}


def _moved(case: Case) -> Finding:
    link = case.change.link
    old, new = link.old[0], link.new[0]
    kind = "SUP*, ADD*" if link.kind == "same" else "SUP*, ADD*, MOD"
    ends = f"from {old.label} to {new.label}" if old.label != new.label else "elsewhere, under its old number"
    said = f"moved {ends} ({kind})"
    was, now = (_is_general(case, _chapters(clause)) for clause in (old, new))
    judged = _reach(case, was=was, now=now)
    if judged is None:
        return _finding(case, _PLAIN, said)
    return _finding(case, judged, f"{said}, {'out of the general part' if was else 'into the general part'}")


def _reach(case: Case, *, was: bool, now: bool) -> _Judged | None:
    """Judge a move out of the part that holds for the whole instrument, or into it; None for all other moves."""
    held = [(side.text, one.span) for side in _moved_with(case) for one in side.operators] if was != now else []
    if not held:
        return None
    protecting = any(protects(text, span, case.lexicon) for text, span in held)
    if not protecting:
        return ("medium", "context", "neutral", "narrows" if was else "widens")
    return ("high", "weakens", "weakens", "narrows") if was else ("high", "strengthens", "strengthens", "widens")


def _chapters(clause: Clause) -> str:
    """Give the headings of what holds the article of a clause."""
    return " ".join(above.heading for above in clause.ancestors if above.kind not in UNITS | {"paragraph"})


def _moved_with(case: Case) -> Iterator[Wording]:
    """Yield the new wording, or where that is a heading those of the clauses below it."""
    node = case.setting.new_provisions.nodes.get(case.change.link.new[0].id)
    if node is None or not case.change.link.new[0].is_heading:
        yield case.new
        return
    for clause in clauses_of(node):
        if not clause.is_heading:
            yield Wording((clause,), case.lexicon)


def _is_general(case: Case, headings: str) -> bool:
    return case.lexicon.pattern("structure", "general").search(headings) is not None


def _by_own_number(case: Case) -> Iterator[Finding]:
    """Judge wordings that begin with their own number, as in an excerpt: it may differ, and be all that does."""
    was, now = (own_number(side.text, case.lexicon) for side in (case.old, case.new))
    if not was or not now:
        yield from _by_bare_number(case)
        return
    spans = ((0, len(was)), (0, len(now)))
    if _numbers(case, was) == _numbers(case, now):
        if _is_heading(case.old, was) and _is_heading(case.new, now):
            yield _finding(case, _PLAIN, _headed(case.old.text[len(was) :], case.new.text[len(now) :]), _whole(case))
        return
    said = f"{was} became {now}"
    if judged := _reach(case, was=_is_general(case, was), now=_is_general(case, now)):
        yield _finding(case, judged, f"{said}: moved {'out of' if judged[3] == 'narrows' else 'into'} the general part", spans)
    elif broader := _broader(case):
        yield _finding(case, broader[0], f"{said}, and {broader[1]}", spans)
    else:
        yield _finding(case, _PLAIN, f"{said} (SUP*, ADD*)", spans)


def _by_bare_number(case: Case) -> Iterator[Finding]:
    was, now = (_BARE.match(side.text) for side in (case.old, case.new))
    if was and now and was[1] != now[1]:
        yield _finding(case, _PLAIN, f"paragraph {was[1]} became {now[1]} (renumbered)", (was.span(1), now.span(1)))


def _broader(case: Case) -> tuple[_Judged, str] | None:
    """Judge an exemption that stayed but for its verb, which now takes in more or less."""
    for table in case.lexicon.entries("wider_verb"):
        broad, narrow = ({case.lexicon.stem(word) for word in table[name]} for name in ("broad", "narrow"))
        went, came = ({case.lexicon.stem(word) for word in words} for words in (case.went, case.came))
        wider = bool(went & narrow) and bool(came & broad)
        if wider == (bool(went & broad) and bool(came & narrow)):
            continue
        ids = [{one.reading.known.id for one in side.operators} for side in (case.old, case.new)]
        if ids[0] != ids[1] or ids[0] != {"exemption"}:
            return None
        judged: _Judged = (
            ("high", "weakens", "strengthens", "widens") if wider else ("high", "strengthens", "weakens", "narrows")
        )
        return judged, f"the exemption now covers {'more' if wider else 'less'}"
    return None


def _numbers(case: Case, own: str) -> object:
    return references(own, reference_words(case.lexicon))[0].targets


def _is_heading(side: Wording, own: str) -> bool:
    rest = side.text[len(own) :].strip()
    return bool(rest) and len(rest) <= _LONGEST_HEADING and not side.operators and rest[-1] not in ".;:"


def _headed(before: str, after: str) -> str:
    was, now = (" ".join(words.split()) for words in (before, after))
    if not was or not now:
        return f'heading "{was or now}" {"went" if was else "came"}'
    return f'heading "{was}" became "{now}"'


def _listed(clauses: Sequence[Clause]) -> str:
    labels = [clause.label for clause in clauses]
    return " and ".join([*([", ".join(labels[:-1])] if labels[1:] else []), labels[-1]])


def _whole(case: Case) -> tuple[Span, Span]:
    return (0, len(case.old.text)), (0, len(case.new.text))


def _finding(case: Case, judged: _Judged, said: str, spans: tuple[Span, Span] | None = None) -> Finding:
    severity, bindingness, rights, scope = judged
    return Finding(
        rule="structure",
        category="T15",
        severity=severity,
        bindingness=bindingness,
        rights=rights,
        scope=scope,
        actor="",
        old=case.old.text[slice(*spans[0])] if spans else "",
        new=case.new.text[slice(*spans[1])] if spans else "",
        old_span=spans[0] if spans else None,
        new_span=spans[1] if spans else None,
        message=f"{said[:1].upper()}{said[1:]}",
    )
