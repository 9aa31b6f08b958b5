"""The strength of the operative verb: another rung of a scale, under the same operator and before the same object."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.lexicon import phrases
from treatydiff.model import Finding
from treatydiff.rules.bearing import governing
from treatydiff.rules.rule import Fires, Rule, Silent
from treatydiff.rules.spans import sentence
from treatydiff.text.tokens import is_word, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Axis, ScopeAxis, Severity, Span
    from treatydiff.rules.case import Case, Hunk
    from treatydiff.rules.operators import Operator
    from treatydiff.text.tokens import Word

ID = "verbs"
CATEGORY = "T16"
_OBLIGED_FROM = 4
_MOST_BESIDE = 2
_SAME_ROOT = 5
_CLEAR_STEP = 2
_OBJECT_REACH = 120


class Rung(NamedTuple):
    """The place of a word on a scale: the scale by its number, the rung from 0 (strongest) down."""

    scale: int
    rung: int
    is_noun: bool
    intrudes: bool


class _Verb(NamedTuple):
    """A word of a scale at its place, with its rungs, one for each scale that has it, and its grammatical form."""

    text: str
    span: Span
    rungs: tuple[Rung, ...]
    form: str
    beside: tuple[str, ...]


def judge(case: Case) -> Iterator[Finding]:
    """Report each word of a scale that another of the same scale replaced while the words after it stayed."""
    known = _vocabulary(case.lexicon)
    if not (known & case.went and known & case.came):
        return
    for hunk in case.hunks:
        if hunk.old and hunk.new:
            yield from _replaced(hunk, case)


def _replaced(hunk: Hunk, case: Case) -> Iterator[Finding]:
    old = _verb(case.old.text, hunk.old_span, case.lexicon)
    new = _verb(case.new.text, hunk.new_span, case.lexicon)
    if old is None or new is None or old.form != new.form or _is_the_same_act(old, new, case):
        return
    step = next(((a, b) for a in old.rungs for b in new.rungs if a.scale == b.scale and a.rung != b.rung), None)
    if step is None or {a.scale for a in old.rungs if (a.scale, a.rung) in {(b.scale, b.rung) for b in new.rungs}}:
        return
    if not _object_stays(hunk, case):
        return
    before, after = governing(case.old, old.span), governing(case.new, new.span)
    if _names(before) == _names(after):
        yield _finding(_Step(old, new, *step), after, case)


class _Step(NamedTuple):
    """From one rung of a scale to another."""

    old: _Verb
    new: _Verb
    was: Rung
    now: Rung

    @property
    def weakens(self) -> bool:
        return self.now.rung > self.was.rung


def _verb(text: str, span: Span, lexicon: Lexicon) -> _Verb | None:
    """Give the word or phrase of a scale with which a hunk begins, if few words beside it changed too."""
    inside = [
        word._replace(start=span[0] + word.start, end=span[0] + word.end)
        for word in words(text[slice(*span)])
        if is_word(word.text)
    ]
    content = [word for word in inside if word.text.casefold() not in lexicon.function_words]
    if not content or len(content) > _MOST_BESIDE + 2:
        return None
    for size in (2, 1)[max(0, 2 - len(content)) :]:
        if rungs := _scale_words(lexicon).get(tuple(_bare(word.text, lexicon) for word in content[:size])):
            return _placed(text, content, size, rungs, lexicon)
    return None


def _placed(text: str, content: list[Word], size: int, rungs: tuple[Rung, ...], lexicon: Lexicon) -> _Verb | None:
    first, last = content[0], content[size - 1]
    form = _form(last.text, lexicon)
    rest = tuple(word.text.casefold() for word in content[size:])
    fitting = tuple(rung for rung in rungs if rung.is_noun or _is_verb(text, first, form, lexicon))
    if not fitting or len(rest) > _MOST_BESIDE:
        return None
    return _Verb(text[first.start : last.end], (first.start, last.end), fitting, form, rest)


def _is_verb(text: str, word: Word, form: str, lexicon: Lexicon) -> bool:
    """Whether a word stands where a verb may stand."""
    before = text[max(0, word.start - _OBJECT_REACH) : word.start].split()
    last = before[-1].casefold() if before else ""
    if form == "ed":
        return last in lexicon.words("verbs", "participle_after")
    return form == "ing" or last not in lexicon.words("verbs", "noun_after")


def _is_the_same_act(old: _Verb, new: _Verb, case: Case) -> bool:
    """Whether the act was only named in another way, or the verb still stands elsewhere among the words that changed."""
    if any(_share_a_root(old.text, word) for word in new.beside) or any(_share_a_root(new.text, word) for word in old.beside):
        return True
    return old.text.casefold() in case.came or new.text.casefold() in case.went


def _share_a_root(verb: str, word: str) -> bool:
    return verb[:_SAME_ROOT].casefold() == word[:_SAME_ROOT]


def _object_stays(hunk: Hunk, case: Case) -> bool:
    """Whether the first word of content after the change stayed, in the same sentence."""
    end = sentence(case.new.text, hunk.new_span, case.lexicon)[1]
    following = case.new.text[hunk.new_span[1] : min(end, hunk.new_span[1] + _OBJECT_REACH)]
    for word in words(following):
        if is_word(word.text) and word.text.casefold() not in case.lexicon.function_words:
            place = (hunk.new_span[1] + word.start, hunk.new_span[1] + word.end)
            return case.places.kept_share(place, of_new=True) == 1
    return False


def _finding(step: _Step, operator: Operator | None, case: Case) -> Finding:
    inside = sentence(case.new.text, step.new.span, case.lexicon)
    negative = _is_negative(case.new.text[inside[0] : step.new.span[0]], operator, case.lexicon)
    protects = _protects(case.new.text[step.new.span[1] : min(inside[1], step.new.span[1] + _OBJECT_REACH)], case.lexicon)
    severity = _severity(step, operator, negative=negative)
    binds, rights, scope = _axes(step, negative=negative, protects=protects)
    actor = operator.actor if operator else ""
    who = f"{actor[:1].upper()}{actor[1:]}: " if actor else ""
    rung = "weaker" if step.weakens else "stronger"
    where = ", inside a negative" if negative else ""
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity=severity,
        bindingness=binds,
        rights=rights,
        scope=scope,
        actor=actor,
        old=step.old.text,
        new=step.new.text,
        old_span=step.old.span,
        new_span=step.new.span,
        message=f'{who}"{step.old.text}" became "{step.new.text}", a {rung} word{where}',
        weight=abs(step.now.rung - step.was.rung),
    )


def _severity(step: _Step, operator: Operator | None, *, negative: bool) -> Severity:
    obliged = operator is not None and any(reading.known.strength >= _OBLIGED_FROM for reading in operator.readings)
    if not obliged:
        return "low"
    return "high" if abs(step.now.rung - step.was.rung) >= _CLEAR_STEP and not negative else "medium"


def _axes(step: _Step, *, negative: bool, protects: bool) -> tuple[Axis, Axis, ScopeAxis]:
    """Judge a step: down the scale weakens; inside a negative a milder intrusion that is forbidden protects more."""
    if negative and not step.was.intrudes:
        return "context", "context" if protects else "neutral", "neutral"
    if negative:
        binds: Axis = "strengthens" if step.weakens else "weakens"
        return binds, binds if protects else "neutral", "widens" if step.weakens else "narrows"
    binds = "weakens" if step.weakens else "strengthens"
    if step.was.intrudes:
        return binds, "context", "neutral"
    return binds, binds if protects else "neutral", "neutral"


def _is_negative(before: str, operator: Operator | None, lexicon: Lexicon) -> bool:
    negated = operator is not None and operator.reading.known.pole == "negative"
    return negated or lexicon.pattern("verbs", "negative").search(before) is not None


def _protects(text: str, lexicon: Lexicon) -> bool:
    """Whether the words after a verb name what protects somebody."""
    return phrases(lexicon.words("verbs", "protects")).search(text) is not None


def _names(operator: Operator | None) -> frozenset[str]:
    return frozenset(reading.known.id for reading in operator.readings) if operator else frozenset()


def _bare(word: str, lexicon: Lexicon) -> str:
    """Give what the forms of a verb share: "ensure", "ensures" and "ensuring" alike."""
    lower = word.casefold()
    return lower.removesuffix(_ending(lower, lexicon))


def _ending(word: str, lexicon: Lexicon) -> str:
    if word.endswith(tuple(lexicon.words("verbs", "whole"))):
        return ""
    return next((one for one in lexicon.settings.get("verbs", {}).get("endings", {}) if word.endswith(one)), "")


def _form(word: str, lexicon: Lexicon) -> str:
    return str(lexicon.settings.get("verbs", {}).get("endings", {}).get(_ending(word.casefold(), lexicon), ""))


@lru_cache(maxsize=8)
def _scale_words(lexicon: Lexicon) -> Mapping[tuple[str, ...], tuple[Rung, ...]]:
    """Give every word and phrase of the scales by what its forms share."""
    found: dict[tuple[str, ...], tuple[Rung, ...]] = {}
    for number, scale in enumerate(lexicon.entries("verb_scale")):
        for place, rung in enumerate(scale["rungs"]):
            for phrase in rung:
                key = tuple(_bare(word, lexicon) for word in phrase.split())
                found[key] = (*found.get(key, ()), Rung(number, place, scale["kind"] == "noun", scale["intrudes"]))
    return found


@lru_cache(maxsize=8)
def _vocabulary(lexicon: Lexicon) -> frozenset[str]:
    """Give every form of the words with which the phrases of the scales begin."""
    endings = ("", *lexicon.settings.get("verbs", {}).get("endings", {}))
    return frozenset(key[0] + ending for key in _scale_words(lexicon) for ending in endings)


FIRES: tuple[Fires, ...] = (
    Fires(
        "Each Party shall ensure safe berths.",
        "Each Party shall promote safe berths.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("ensure", "promote"),
        actor="each Party",
    ),
    Fires(
        "Each Party shall facilitate the privacy of sailors.",
        "Each Party shall guarantee the privacy of sailors.",
        "high",
        "strengthens",
        "strengthens",
        "neutral",
        ("facilitate", "guarantee"),
        actor="each Party",
    ),
    Fires(
        "Parties shall keep logs and prevent spills in ports.",
        "Parties shall keep logs and address spills in ports.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("prevent", "address"),
        actor="Parties",
    ),
    Fires(
        "Parties shall prohibit spills in ports.",
        "Parties shall prevent spills in ports.",
        "medium",
        "weakens",
        "neutral",
        "neutral",
        ("prohibit", "prevent"),
        actor="Parties",
    ),
    Fires(
        "Parties may require pilots to report.",
        "Parties may invite pilots to report.",
        "low",
        "weakens",
        "neutral",
        "neutral",
        ("require", "invite"),
        actor="Parties",
    ),
    Fires(
        "No Party shall restrict the rights of sailors.",
        "No Party shall suppress the rights of sailors.",
        "medium",
        "weakens",
        "weakens",
        "narrows",
        ("restrict", "suppress"),
    ),
    Fires(
        "Nothing shall permit the suppression of tolls.",
        "Nothing shall permit the limitation of tolls.",
        "medium",
        "strengthens",
        "neutral",
        "widens",
        ("suppression", "limitation"),
    ),
    Fires(
        "The Committee shall adopt a binding decision on tolls.",
        "The Committee shall adopt a recommendation on tolls.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("binding decision", "recommendation"),
        actor="the Committee",
    ),
    Fires(
        "promoting safe berths",
        "ensuring safe berths",
        "low",
        "strengthens",
        "neutral",
        "neutral",
        ("promoting", "ensuring"),
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent("Parties shall combat spills in ports.", "Parties shall fight spills in ports.", "two words for one rung"),
    Silent("Parties shall protect crews.", "Parties shall ensure the protection of crews.", "the verb became a noun"),
    Silent("Parties shall respect and protect crews.", "Parties shall protect and respect crews.", "the same verbs"),
    Silent("Parties shall ensure safe berths.", "Parties may promote safe berths.", "another operator: not for the scale"),
    Silent("Parties shall ensure safe berths.", "Parties shall promote clean beaches.", "another object"),
    Silent("It sails at the request of a port.", "It sails at the order of a port.", "nouns"),
    Silent("Limited berths are kept.", "Restricted berths are kept.", "adjectives"),
    Silent("Parties shall ensure safe berths.", "Parties shall seal safe berths.", "a verb of no scale"),
    Silent("Parties shall ensure safe berths.", "Parties shall require safe berths.", "verbs of two scales"),
    Silent("Parties shall address spills.", "Parties shall address spills. They prevent fires.", "a verb came, none went"),
    Silent("Parties shall prevent spills.", "Parties prevent spills.", "the verb stayed"),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="The strength of the operative verb, on scales that show and do not judge",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
)
