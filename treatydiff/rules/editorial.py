"""Editorial changes: spelling, capitals, spaces and punctuation, and the commas that are more than that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from treatydiff.model import Finding
from treatydiff.rules.normal import folded, normal
from treatydiff.rules.rule import Fires, Rule, Silent
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span
    from treatydiff.rules.case import Case, Hunk

ID = "editorial"
CATEGORY = "T17"
_KINDS = ("spelling", "capitals", "numbers", "punctuation", "spaces")


def judge(case: Case) -> Iterator[Finding]:
    """Report a change that is gone once both wordings are folded, and apart from it one that moved a pause."""
    if "editorial" not in case.lexicon.settings or not case.hunks:
        return
    if not _may_be_editorial(case):
        return
    with_numbers = _has_numbers(case.touched, case.lexicon)
    old, new = (normal(side.text, case.lexicon, with_numbers=with_numbers) for side in (case.old, case.new))
    if old.letters != new.letters:
        return
    if old.pauses == new.pauses or case.is_recital or not _binds(case):
        yield _finding(case, case.hunks[0], f"Only {_listed(_kinds(case))} changed")
    else:
        hunk = next((hunk for hunk in case.hunks if _differ_in_pauses(hunk)), case.hunks[0])
        yield _finding(case, hunk, f"Only {_signs(case)} changed, and it can decide which words belong together", moves=True)


def _may_be_editorial(case: Case) -> bool:
    """Whether the same letters came as went at every place, numbers apart, which words and digits write in their own ways."""
    for hunk in case.hunks:
        was, now = bare_words(hunk.old), bare_words(hunk.new)
        if _folded(was, case.lexicon) != _folded(now, case.lexicon) and not _has_numbers(was + now, case.lexicon):
            return False
    return True


def _folded(words: list[str], lexicon: Lexicon) -> str:
    return "".join([folded(word, lexicon) for word in words])


def _has_numbers(words: Iterable[str], lexicon: Lexicon) -> bool:
    known = lexicon.number_words - lexicon.function_words
    return any(word[0].isdigit() or word.casefold() in known for word in words)


def _binds(case: Case) -> bool:
    return not all(clause.is_heading for clause in (*case.change.link.old, *case.change.link.new))


def _differ_in_pauses(hunk: Hunk) -> bool:
    return [char for char in hunk.old if _is_sign(char)] != [char for char in hunk.new if _is_sign(char)]


def _signs(case: Case) -> str:
    """Call what changed commas where it is nothing else."""
    signs = {char for hunk in case.hunks for char in hunk.old + hunk.new if _is_sign(char)}
    return "commas" if signs == {","} and _kinds(case) == ["punctuation"] else _listed(_kinds(case))


def _is_sign(char: str) -> bool:
    return not char.isalnum() and not char.isspace()


def _kinds(case: Case) -> list[str]:
    """Say what changed, in a fixed order."""
    found = {_kind(hunk) for hunk in case.hunks}
    return [kind for kind in _KINDS if kind in found]


def _kind(hunk: Hunk) -> str:
    old, new = ("".join(filter(str.isalnum, text)) for text in (hunk.old, hunk.new))
    if old == new:
        return "spaces" if hunk.old.split() == hunk.new.split() or not _differ_in_pauses(hunk) else "punctuation"
    if any(char.isdigit() for char in old + new):
        return "numbers"
    return "capitals" if old.casefold() == new.casefold() else "spelling"


def _listed(kinds: list[str]) -> str:
    said = ["the way of writing numbers" if kind == "numbers" else kind for kind in kinds]
    return " and ".join([", ".join(said[:-1]), said[-1]] if said[1:] else said)


def _finding(case: Case, hunk: Hunk, message: str, *, moves: bool = False) -> Finding:
    worded = any(char.isalnum() for char in hunk.old + hunk.new)
    old_span, new_span = (
        span if worded else _with_word(text, span)
        for text, span in ((case.old.text, hunk.old_span), (case.new.text, hunk.new_span))
    )
    axis: Literal["context", "neutral"] = "context" if moves else "neutral"
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity="low" if moves else "info",
        bindingness=axis,
        rights=axis,
        scope="neutral",
        actor="",
        old=case.old.text[slice(*old_span)],
        new=case.new.text[slice(*new_span)],
        old_span=old_span if old_span[0] < old_span[1] else None,
        new_span=new_span if new_span[0] < new_span[1] else None,
        message=message,
    )


def _with_word(text: str, span: Span) -> Span:
    """Take in the word after a sign that opens it, else the word before, so that there is something to quote."""
    start, end = span
    if text[end : end + 1].isalnum() and text[start:end].strip():
        while text[end : end + 1].isalnum():
            end += 1
        return start, end
    while start and text[start - 1].isspace():
        start -= 1
    while start and not text[start - 1].isspace():
        start -= 1
    return (start, end) if start < end else (start, len(text))


FIRES: tuple[Fires, ...] = (
    Fires("Ports co-operate.", "Ports cooperate.", "info", "neutral", "neutral", "neutral", ("co-operate", "cooperate")),
    Fires(
        "Each Party shall organise a fleet of harbour boats.",
        "Each Party shall organize a fleet of harbor boats.",
        "info",
        "neutral",
        "neutral",
        "neutral",
        ("organise", "organize"),
    ),
    Fires("Each party pays.", "Each Party pays.", "info", "neutral", "neutral", "neutral", ("party", "Party")),
    Fires("The “ship” waits.", 'The "ship" waits.', "info", "neutral", "neutral", "neutral", ("“ship", '"ship')),
    Fires(
        "Crews, ships, and cargo are listed.",
        "Crews, ships and cargo are listed.",
        "info",
        "neutral",
        "neutral",
        "neutral",
        ("ships,", "ships"),
    ),
    Fires("(c) a list of ports;", "(c) a list of ports.", "info", "neutral", "neutral", "neutral", ("ports;", "ports.")),
    Fires(
        "It replies within thirty (30) days.",
        "It replies within 30 days.",
        "info",
        "neutral",
        "neutral",
        "neutral",
        ("thirty (", ""),
    ),
    Fires(
        "Pilots offi cially ﬁle it.",
        "Pilots officially file it.",
        "info",
        "neutral",
        "neutral",
        "neutral",
        ("offi cially ﬁle", "officially file"),
    ),
    Fires(
        "The tax is due from owners, registered abroad.",
        "The tax is due from owners registered abroad.",
        "low",
        "context",
        "context",
        "neutral",
        ("owners,", "owners"),
    ),
    Fires(
        "The pilot, who may rest only with leave, signs.",
        "The pilot, who may rest, only with leave, signs.",
        "low",
        "context",
        "context",
        "neutral",
        ("rest", "rest,"),
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent("Ships wait in port.", "Boats wait in port.", "another word"),
    Silent("Each Party pays.", "Each Party pays, in full.", "words came"),
    Silent("The State's ships wait.", "The States' ships wait.", "one State or several"),
    Silent("It uses form 10-20.", "It uses form 1020.", "another name in digits"),
    Silent("A Party files the list.", "A Party filed the list.", "another tense"),
    Silent("A buoy is a mark for ships.", "A buoy is a mark, at sea, for ships.", "words came between the commas"),
    Silent("Crews are at sea.", "Crews were at sea.", "another tense of a short word"),
    Silent("It uses version 1.5.", "It uses version 15.", "a point inside a number"),
    Silent("Crews, who are aboard, rest.", "Crews who are ashore rest.", "commas went and a word was replaced"),
    Silent("Ports / harbours wait.", "Ports wait.", "a word went"),
)

RULE = Rule(
    id=ID,
    category=CATEGORY,
    summary="Spelling, capitals, spaces and punctuation",
    judge=judge,
    fires=FIRES,
    silent=SILENT,
    reads_headings=True,
)
