"""What became of the quantities of a wording: which rose, fell, came or went."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.lexicon import phrases
from treatydiff.model import Finding
from treatydiff.rules.effects import Effect, effect_of, is_interval, is_penalty
from treatydiff.rules.pairing import in_order
from treatydiff.rules.quantities import may_change_quantities, quantities
from treatydiff.rules.spans import brackets, sentence, words_between
from treatydiff.rules.subjects import subject_before
from treatydiff.text.tokens import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Axis, Severity, Span
    from treatydiff.rules.case import Case
    from treatydiff.rules.quantities import Quantity
    from treatydiff.rules.spans import Correspondence

ID = "numbers"
CATEGORY = "T07"
_STAYED = 8.0
_SAME_GAP = 3.0
_SAME_UNIT = 3.0
_CONTEXT = 4.0
_ENOUGH = 5.0
_KEPT = 0.6
_AROUND = 60
_SAME_CONTEXT = 0.6
_STRICT = frozenset({"period", "share", "count", "age", "deadline"})


class _Side(NamedTuple):
    """One wording with its quantities; side by side in brackets they are the options of one."""

    text: str
    found: tuple[tuple[Quantity, ...], ...]


class _Texts(NamedTuple):
    """Both wordings."""

    old: str
    new: str
    lexicon: Lexicon


def shifts(case: Case) -> Iterator[Finding]:
    """Pair the quantities of both wordings by place, unit and the words around, and report what differs."""
    if not may_change_quantities(case):
        return
    places, lexicon = case.places, case.lexicon
    old = _side(case.old.text, brackets(case.change.link.old), lexicon)
    new = _side(case.new.text, brackets(case.change.link.new), lexicon)
    both = _Texts(old.text, new.text, lexicon)
    in_old, in_new = (_keys(tuple(one for group in side.found for one in group)) for side in (old, new))

    def likeness(a: tuple[Quantity, ...], b: tuple[Quantity, ...]) -> float:
        return _likeness(_Pair(a, b, old.text, new.text, lexicon), places)

    for a, b in in_order(old.found, new.found, likeness):
        if a is not None and b is not None:
            pair = _Pair(a, b, old.text, new.text, lexicon)
            if _keys(a) <= in_new and _keys(b) <= in_old and _alike(pair) < _SAME_CONTEXT:
                continue
            yield from _judged(pair)
        elif a is not None:
            yield from _one_sided(a[0], both, places, added=False)
        elif b is not None:
            yield from _one_sided(b[0], both, places, added=True)


def _keys(group: tuple[Quantity, ...]) -> set[tuple[object, ...]]:
    return {(one.unit, one.size, one.bound) for one in group}


class _Pair(NamedTuple):
    """The options of an old and of a new quantity that answer to each other, one each as a rule."""

    old: tuple[Quantity, ...]
    new: tuple[Quantity, ...]
    old_text: str
    new_text: str
    lexicon: Lexicon


def _side(text: str, marked: tuple[Span, ...], lexicon: Lexicon) -> _Side:
    breaks = frozenset(place for span in marked for place in span)
    groups: list[tuple[Quantity, ...]] = []
    for quantity in quantities(text, breaks, lexicon):
        last = groups[-1][-1] if groups else None
        if last is not None and last.unit == quantity.unit and _are_options(text, last, quantity, marked):
            groups[-1] = (*groups[-1], quantity)
        else:
            groups.append((quantity,))
    return _Side(text, tuple(groups))


def _are_options(text: str, before: Quantity, after: Quantity, marked: tuple[Span, ...]) -> bool:
    between = text[before.span[1] : after.number[0]].strip()
    first = bisect_left(marked, (before.number[0] - _AROUND, 0))
    last = bisect_right(marked, (before.number[0], len(text)))
    boxed = any(before.number[1] <= end <= after.number[0] for _, end in marked[first:last])
    return between in {"", "/"} and (boxed or between == "/")


def _likeness(pair: _Pair, places: Correspondence) -> float:
    old, new = pair.old[0], pair.new[0]
    same = any(a.unit == b.unit for a in pair.old for b in pair.new)
    comparable = same or (old.kind == new.kind != "other")
    if not comparable:
        return 0.0
    score = _SAME_UNIT if same else 0.0
    if places.stayed(old.number, new.number):
        score += _STAYED
    elif any(places.meet(a.number, b.number) for a in pair.old for b in pair.new):
        score += _SAME_GAP
    elif old.value == new.value:
        score += 1.0
    score += _CONTEXT * _alike(pair)
    return score if score >= _ENOUGH else 0.0


def _alike(pair: _Pair) -> float:
    """Give the share of words around both quantities that they have in common, from 0 to 1."""
    a = _around(pair.old_text, pair.old, pair.lexicon)
    b = _around(pair.new_text, pair.new, pair.lexicon)
    return len(a & b) / max(len(a), len(b)) if a and b else 0.0


def _around(text: str, group: tuple[Quantity, ...], lexicon: Lexicon) -> frozenset[str]:
    start, end = group[0].span[0], group[-1].span[1]
    near = (*words_between(text, max(0, start - _AROUND), start), *words_between(text, end, end + _AROUND))
    return frozenset(lexicon.stem(w.text) for w in near if is_word(w.text) and w.text.casefold() not in lexicon.function_words)


def _judged(pair: _Pair) -> Iterator[Finding]:
    if len(pair.old) > 1 or len(pair.new) > 1:
        if {a.size for a in pair.old} != {b.size for b in pair.new}:
            yield _choice(pair)
        return
    old, new = pair.old[0], pair.new[0]
    if old.size != new.size:
        yield _shift(pair, old, new)
    elif {old.bound, new.bound} == {"ceiling", "floor"}:
        was, now = _shown(pair.old_text, old.bound_span), _shown(pair.new_text, new.bound_span)
        said = f"{was} ({old.bound}) became {now} ({new.bound})"
        spans = (old.bound_span, new.bound_span)
        yield _finding(pair, spans, "high", Effect("context", "context", "neutral"), (said, 1))


def _shift(pair: _Pair, old: Quantity, new: Quantity) -> Finding:
    upward = {after > before for before, after in zip(old.size, new.size, strict=True) if before != after}
    said = f"{_shown(pair.old_text, old.span)} became {_shown(pair.new_text, new.span)}: {_noun(pair, old, new)} "
    verbs = ("comes later", "comes earlier") if old.kind == "deadline" else ("rises", "falls")
    said += {frozenset({True}): verbs[0], frozenset({False}): verbs[1]}.get(frozenset(upward), "changes")
    often = is_interval(pair.new_text, new, pair.lexicon)
    severity: Severity = "high" if (old.kind in _STRICT or old.bound != "none") and not often else "medium"
    effect = Effect() if len(upward) > 1 else effect_of(pair.new_text, new, pair.lexicon, rises=True in upward)
    return _finding(pair, (old.span, new.span), severity, effect, (said, _weight(old.size[0], new.size[0])))


_NOUNS: dict[str, dict[str, str]] = {
    "age": {},
    "share": {},
    "deadline": {"floor": "first date", "none": "date"},
    "period": {"ceiling": "time limit", "floor": "minimum period"},
}
"""What a quantity of a kind is called by its bound; elsewhere the kind itself."""
_OTHERS = {"ceiling": "ceiling", "floor": "minimum", "none": "number"}


def _noun(pair: _Pair, old: Quantity, new: Quantity) -> str:
    bound = new.bound if new.bound != "none" else old.bound
    if is_penalty(pair.new_text, new.span, pair.lexicon):
        return "penalty threshold"
    if old.unit == "majority":
        return "majority"
    if bound == "trigger":
        return "threshold"
    if is_interval(pair.new_text, new, pair.lexicon):
        return "interval"
    return _NOUNS[old.kind].get(bound, old.kind) if old.kind in _NOUNS else _OTHERS[bound]


def _weight(old: Fraction, new: Fraction) -> int:
    """Give how far a value moved, in tens of per cent of the old one, 1 to 100."""
    return max(1, min(100, round(abs(new - old) / old * 10))) if old else 1


def _choice(pair: _Pair) -> Finding:
    old, new = _options(pair.old_text, pair.old), _options(pair.new_text, pair.new)
    said = f"{old}, now {new}" if len(pair.old) > 1 or len(pair.new) > 1 else f"{old} became {new}"
    spans = ((pair.old[0].span[0], pair.old[-1].span[1]), (pair.new[0].span[0], pair.new[-1].span[1]))
    return _finding(pair, spans, "high", Effect(), (said, 1))


def _options(text: str, group: tuple[Quantity, ...]) -> str:
    if len(group) == 1:
        return _shown(text, group[0].span)
    said = [*(_shown(text, one.number) for one in group[:-1]), _shown(text, group[-1].span)]
    return f"contested between {', '.join(said[:-1])} and {said[-1]}"


def _one_sided(quantity: Quantity, both: _Texts, places: Correspondence, *, added: bool) -> Iterator[Finding]:
    """Report a limit that came into, or went from, a sentence that otherwise stayed."""
    if quantity.bound not in {"ceiling", "floor"} or quantity.kind not in _STRICT:
        return
    text = both.new if added else both.old
    span = quantity.bound_span
    whole = sentence(text, quantity.span, both.lexicon)
    rest = (whole[1] - whole[0]) - (span[1] - span[0])
    kept = places.kept_share(whole, of_new=added) * (whole[1] - whole[0])
    if rest <= 0 or kept / rest < _KEPT or places.kept_share(quantity.number, of_new=added) > 0:
        return
    other = _standard(span, both, places, added=added)
    timed = quantity.kind in {"period", "deadline"} and quantity.bound == "ceiling"
    name = "time limit" if timed else "first date" if quantity.kind == "deadline" else f"{quantity.bound} on {quantity.kind}"
    binds: Axis = ("strengthens" if added else "weakens") if timed else "context"
    old_span, new_span = (other, span) if added else (span, other)
    said = f"{_shown(text, span)}: {name} {'added' if added else 'removed'}"
    if old_span and new_span:
        said = f"{_shown(both.old, old_span)} became {_shown(both.new, new_span)}: {name} {'set' if added else 'given up'}"
    yield Finding(
        rule=ID,
        category=CATEGORY,
        severity="medium",
        bindingness=binds,
        rights="neutral",
        scope="neutral",
        actor=subject_before(text, span[0], both.lexicon),
        old=both.old[slice(*old_span)] if old_span else "",
        new=both.new[slice(*new_span)] if new_span else "",
        old_span=old_span,
        new_span=new_span,
        message=f"{said[:1].upper()}{said[1:]}",
        weight=1,
    )


def _standard(span: Span, both: _Texts, places: Correspondence, *, added: bool) -> Span | None:
    """Give the adverb of promptness that a time limit replaces or is replaced by, if one came or went at its place."""
    for match in phrases(both.lexicon.words("bounds", "promptness")).finditer(both.old if added else both.new):
        old, new = (match.span(), span) if added else (span, match.span())
        if places.meet(old, new) and places.kept_share(match.span(), of_new=not added) < 1:
            return match.span()
    return None


def _shown(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].split())


def _finding(pair: _Pair, spans: tuple[Span, Span], severity: Severity, effect: Effect, said: tuple[str, int]) -> Finding:
    """Make a finding on both wordings; `said` is its message and its weight."""
    old_span, new_span = spans
    message, weight = said
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity=severity,
        bindingness=effect.bindingness,
        rights=effect.rights,
        scope=effect.scope,
        actor=subject_before(pair.new_text, new_span[0], pair.lexicon),
        old=pair.old_text[slice(*old_span)],
        new=pair.new_text[slice(*new_span)],
        old_span=old_span,
        new_span=new_span,
        message=f"{message[:1].upper()}{message[1:]}",
        weight=weight,
    )
