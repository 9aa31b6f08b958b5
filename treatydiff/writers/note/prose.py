"""What a finding says, as a sentence of a note: its message in full words, and what follows for duties, rights and scope."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.writers.html.phrases import capital, listed
from treatydiff.writers.note.in_full import in_full

if TYPE_CHECKING:
    from treatydiff.model import Finding

_QUOTED: Final = re.compile('"([^"]*)"')
_CODES: Final = re.compile(r" \((?:ADD|SUP|MOD)\*?(?:, (?:ADD|SUP|MOD)\*?)*\)")
_OPERATOR: Final = re.compile(
    r"^(?P<was>[^()“”]+) \((?P<old>[^()]+)\) became (?P<now>[^()“”]+) \((?P<new>[^()]+)\)(?P<rest>.*)$", re.IGNORECASE
)
_CONTESTED: Final = re.compile(r"^contested (?P<was>.+), now (?P<now>.+)$", re.IGNORECASE)
_FORCE: Final = re.compile(r"^(?:(?P<fresh>new) )?(?P<name>[^:“”]+?) \((?P<words>[^()]+)\)(?P<went> dropped)?: (?P<what>.+)$")
_GONE: Final = re.compile(r"^(?P<what>[^“”]+?) (?P<did>went|came) with (?P<place>.+)$")
_CAME: Final = re.compile(r"^(?P<what>\d[^:“”]*?) (?P<did>came|went)(?P<asked>: .+)?$")
_ITSELF: Final = re.compile("^“[^”]*” (?=has been (?:added to|taken out of))")
_TAIL: Final = re.compile("^([^“”]*): “[^”]*”((?:, but [^“”]*)?)$")
_NUMBERS: Final = re.compile(r"^(?P<old>[^“”():]+) became (?P<new>[^“”():]+)(?P<rest>: .+)?$")
_LENGTHS: Final = frozenset({"period", "time limit", "interval"})
_COURSE: Final = re.compile("^: (?P<what>[a-z ]+) (?P<way>rises|falls)$")
_EFFECTS: Final = (
    ("bindingness", "weakens", "weakens the duty"),
    ("bindingness", "strengthens", "strengthens the duty"),
    ("rights", "weakens", "weakens a right or safeguard"),
    ("rights", "strengthens", "strengthens a right or safeguard"),
    ("scope", "narrows", "narrows the scope"),
    ("scope", "widens", "widens the scope"),
)


def sentence(finding: Finding, *, of_whole: bool = False) -> str:
    """Give what happened as one sentence with its full stop, in the perfect tense of a chair's note.

    With `of_whole` the words of the clause have been told, because it is new or was deleted, and are not repeated.
    """
    said = _said(finding)
    if of_whole:
        said = _ITSELF.sub("it ", _TAIL.sub(r"\1\2", said))
    return capital(said if said.endswith(".") else f"{said}.")


def effect(finding: Finding) -> str:
    """Say what the change does to the duty, to rights and to scope; empty where the finding decides none of them.

    Of a finding of high severity it is also said that it can be taken either way.
    """
    decided = [words for axis, value, words in _EFFECTS if getattr(finding, axis) == value]
    if decided:
        open_rights = "; what it means for rights depends on the view taken" if finding.rights == "context" else ""
        return f"This {listed(decided)}{open_rights}."
    return "Whether this strengthens or weakens the text depends on the view taken." if finding.severity == "high" else ""


def _said(finding: Finding) -> str:
    message = _CODES.sub("", finding.message)
    who = f"{capital(finding.actor)}: "
    has_actor = bool(finding.actor) and message.startswith(who)
    body = _QUOTED.sub("“\\1”", message.removeprefix(who) if has_actor else message)
    actor = finding.actor if has_actor else ""
    if finding.rule == "actors" and actor:
        return _of_actors(body, actor)
    if finding.rule == "numbers" and (found := _NUMBERS.match(body)):
        old = found["old"] if finding.old.startswith(found["old"][:1]) else found["old"][:1].lower() + found["old"][1:]
        return f"“{old}” has become “{found['new']}”{_course(found['rest'] or '')}"
    return _of_operators(body, actor) or _of_provisions(body, actor) or _of_words(body, actor)


def _course(rest: str) -> str:
    """Say which way a number went: the period is longer, the threshold higher."""
    found = _COURSE.match(rest)
    if found is None:
        return rest
    more, less = ("longer", "shorter") if found["what"] in _LENGTHS else ("higher", "lower")
    return f"; the {found['what']} is {more if found['way'] == 'rises' else less}"


def _of_actors(body: str, actor: str) -> str:
    if body.startswith("in place of"):
        return f"“{actor}” stands {body}"
    if body.startswith("stands in"):
        return f"“{actor}” {body}"
    return _of_words(body, "")


def _of_operators(body: str, actor: str) -> str:
    """Say how what binds changed; empty where the message is not of that."""
    of = f" of {actor}" if actor else ""
    if found := _OPERATOR.match(body):
        old, new = (_quoted(found[key]) for key in ("old", "new"))
        was, now = found["was"].lower(), found["now"]
        return f"{old} has become {new}: what was {_a(was)}{of} is now {_a(now)}{found['rest']}"
    if found := _CONTESTED.match(body):
        what = f"what {actor} must or may do" if actor else "this"
        was = found["was"] if found["was"].startswith("between ") else f"as {_a(found['was'])}"
        return f"{what} was contested {was}; it is now {_a(found['now']) if '(' in found['now'] else found['now']}"
    return ""


def _of_provisions(body: str, actor: str) -> str:
    """Say which duty or right came or went with whole provisions or sentences; empty where the message is not of that."""
    of = f" of {actor}" if actor else ""
    if found := _GONE.match(body):
        did = "gone" if found["did"] == "went" else "come"
        return f"{_a(found['what'])}{of} {_have(found['what'])} {did} with {found['place']}"
    if found := _CAME.match(body):
        did = "been added" if found["did"] == "came" else "gone"
        return f"{found['what']}{of} {_have(found['what'])} {did}{found['asked'] or ''}"
    found = _FORCE.match(body[:1].lower() + body[1:])
    if found is None or not (found["fresh"] or found["went"]):
        return ""
    force = f"{found['name']} ({found['words']})"
    if found["fresh"]:
        return f"there is a new {force}{of}: {found['what']}"
    return f"{_a(force)}{of} has been dropped: {found['what']}"


def _have(what: str) -> str:
    return "has" if not what[:1].isdigit() or (what.startswith("1 ") and " and " not in what) else "have"


def _of_words(body: str, actor: str) -> str:
    body = in_full(body)
    return f"for {actor}, {body[:1].lower()}{body[1:]}" if actor else body


def _quoted(words: str) -> str:
    """Give an operator in quotation marks, where it stands outside of them if it is lent by the chapeau."""
    own, _, where = words.partition(", ")
    return f"“{own}” ({where})" if where else f"“{own}”"


def _a(noun: str) -> str:
    """Give a noun with its indefinite article, where it is none that is counted already."""
    if noun[:1].isdigit() or noun.split(" ", 1)[0] in {"no", "a", "an", "the"}:
        return noun
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun[:1].lower()}{noun[1:]}"
