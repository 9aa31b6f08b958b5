"""Sentences of instructions understood: the other way round from `treatydiff.amendments.sentences`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.amendments.numbering import counted
from treatydiff.amendments.places import place_of
from treatydiff.amendments.sentences import THE_PARTS, THE_TEXT, WHEREVER
from treatydiff.model import EVERY, Amendment, Place, Provision

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from treatydiff.model import Beside, PartOfProvision

_Q: Final = "\x00(\\d+)\x00"
"""Where a quotation stood."""
_NTH: Final = r"(?:the (\S+) )?"
_EXCERPT: Final = "provision"
_WRITTEN: Final = re.compile(rf", written {_Q}$")
_SHOWN_KIND: Final = re.compile(r"(?:.*, )?(\w+) [^,()]+")
_WAYS: Final[dict[str, Beside]] = {
    "to follow": "after",
    "to stand before": "before",
    "to the beginning of": "first",
    "to the end of": "last",
    "after": "after",
    "before": "before",
    "at the beginning of": "first",
    "at the end of": "last",
}


def hole(number: int) -> str:
    """Give what stands in a sentence in the place of a quotation."""
    return f"\x00{number}\x00"


def understood(said: str, quoted: Sequence[str]) -> Amendment | None:
    """Read a sentence without its final stop or colon, its quotations taken out into `quoted`; None when it is none of ours.

    Places are known by their labels only. What follows a colon is left to the caller: `comes` is empty but for headings.
    """
    for pattern, read in _READ:
        if found := pattern.fullmatch(said):
            return read(found, quoted)
    return None


def _place(label: str) -> Place:
    label = label.removesuffix(",")
    if label == THE_TEXT:
        return Place()
    if label.startswith("the new "):
        return Place(label=label.removeprefix("the new "), is_new=True)
    return Place(label=label)


def _part(words: str) -> tuple[PartOfProvision, Place]:
    for part, before in THE_PARTS.items():
        if words.startswith(before):
            return part, _place(words.removeprefix(before))
    return "text", _place(words)


def _which(word: str | None, tail: str | None) -> int:
    return EVERY if tail else place_of(word) if word else 0


def _replace_words(m: re.Match[str], quoted: Sequence[str]) -> Amendment:
    part, place = _part(m[1])
    old, new = quoted[int(m[3])], quoted[int(m[4])]
    return Amendment("words", place, part, old=old, new=new, nth=_which(m[2], m[5]))


def _insert_words(m: re.Match[str], quoted: Sequence[str]) -> Amendment:
    part, place = _part(m[1])
    beside: Beside = "after" if m[3] == "after" else "before"
    new, anchor = quoted[int(m[2])], quoted[int(m[5])]
    return Amendment("words", place, part, new=new, anchor=anchor, beside=beside, nth=_which(m[4], m[6]))


def _delete_words(m: re.Match[str], quoted: Sequence[str]) -> Amendment:
    part, place = _part(m[1])
    return Amendment("words", place, part, old=quoted[int(m[3])], nth=_which(m[2], m[4]))


def _title(m: re.Match[str], quoted: Sequence[str]) -> Amendment:
    return Amendment("title", new=quoted[int(m[1])] if m[1] else "")


def _heading(m: re.Match[str], quoted: Sequence[str]) -> Amendment:
    heading = Provision("", _EXCERPT, heading=quoted[int(m[2])])
    return Amendment("text", _place(m[1]), "heading", comes=(heading,))


def _delete_part(m: re.Match[str], _quoted: Sequence[str]) -> Amendment:
    part: PartOfProvision = next((part for part, words in THE_PARTS.items() if words == m[1]), "text")
    return Amendment("text", _place(m[2]), part, comes=(Provision("", _EXCERPT),))


def _part_anew(m: re.Match[str], _quoted: Sequence[str]) -> Amendment:
    part, place = _part(m[1])
    return Amendment("text", place, part)


def _closing(m: re.Match[str], _quoted: Sequence[str]) -> Amendment:
    return Amendment("text", _place(m[1]), "closing")


def _first_text(m: re.Match[str], _quoted: Sequence[str]) -> Amendment:
    return Amendment("text", _place(m[1]), "text")


def _loses_number(m: re.Match[str], _quoted: Sequence[str]) -> Amendment:
    return Amendment("number", _place(m[1]), numbers=("",))


def _becomes(m: re.Match[str], quoted: Sequence[str]) -> Amendment:
    return _with_number(Amendment("number", _place(m[1])), m[2], quoted)


def _with_number(amendment: Amendment, said: str, quoted: Sequence[str]) -> Amendment:
    """Add a number as said: "article 7", "(b)", "a paragraph without a number", "point 1, written “1.”"."""
    written = ""
    if found := _WRITTEN.search(said):
        written = quoted[int(found[1])]
        said = said[: found.start()]
    if found := re.fullmatch(r"an? (\S+) without a number", said):
        return amendment._replace(numbers=("",), level=found[1], written=written)
    if found := re.fullmatch(r"\((.+)\)", said):
        return amendment._replace(numbers=(found[1],), written=written)
    level, _, number = said.partition(" ")
    shown = _SHOWN_KIND.fullmatch(amendment.place.label)
    is_same = shown is not None and shown[1] == level
    return amendment._replace(numbers=(number,), level="" if is_same else level, written=written)


def _become(m: re.Match[str], _quoted: Sequence[str]) -> Amendment | None:
    return _run(m[1], m[2], m[3], (m[4], m[5]))


def _become_in_brackets(m: re.Match[str], _quoted: Sequence[str]) -> Amendment | None:
    return _run(m[1], m[2], m[3], (m[4], m[5]), boxed=True)


def _run(head: str, first: str, last: str, new: tuple[str, str], *, boxed: bool = False) -> Amendment | None:
    old, numbers = counted(first, last), counted(*new)
    if not old or len(old) != len(numbers):
        return None
    places = tuple(Place(label=f"{head} ({number})" if boxed else f"{head} {number}") for number in old)
    return Amendment("number", places[0], others=places[1:], numbers=tuple(numbers))


def _moves(m: re.Match[str], _quoted: Sequence[str]) -> Amendment | None:
    return _moved(_run(m[1], m[2], m[3], (m[6], m[7]) if m[6] else (m[2], m[3])), m)


def _moves_in_brackets(m: re.Match[str], _quoted: Sequence[str]) -> Amendment | None:
    return _moved(_run(m[1], m[2], m[3], (m[6], m[7]) if m[6] else (m[2], m[3]), boxed=True), m)


def _moved(run: Amendment | None, m: re.Match[str]) -> Amendment | None:
    if run is None:
        return None
    return run._replace(kind="move", beside=_WAYS[m[4]], target=_place(m[5]), numbers=run.numbers if m[6] else ())


def _move(m: re.Match[str], quoted: Sequence[str]) -> Amendment:
    moved = Amendment("move", _place(m[1]), beside=_WAYS[m[2]], target=_place(m[3]))
    if m[4]:
        return moved._replace(numbers=("",))
    return _with_number(moved, m[5], quoted) if m[5] else moved


def _insert(m: re.Match[str], _quoted: Sequence[str]) -> Amendment:
    new = _place(f"the new {m[3]}") if m[3] else Place()
    kind = m[4] or m[5] or m[3].rpartition(", ")[2].partition(" ")[0]
    comes = (Provision("", kind),)
    return Amendment("insert", new, beside=_WAYS[m[1]], target=_place(m[2]), comes=comes, kin=_all(m[6]))


def _deletes(m: re.Match[str], _quoted: Sequence[str]) -> Amendment | None:
    return _deleted(_run(m[1], m[2], m[3], (m[2], m[3])))


def _deletes_in_brackets(m: re.Match[str], _quoted: Sequence[str]) -> Amendment | None:
    return _deleted(_run(m[1], m[2], m[3], (m[2], m[3]), boxed=True))


def _deleted(run: Amendment | None) -> Amendment | None:
    return run._replace(kind="delete", numbers=()) if run else None


def _delete(m: re.Match[str], _quoted: Sequence[str]) -> Amendment:
    return Amendment("delete", _place(m[1]), kin=_all(m[2]))


def _all(labels: str | None) -> tuple[Place, ...]:
    return tuple(_place(label) for label in labels.split(" and ")) if labels else ()


_WHEREVER: Final = f"({WHEREVER})?"
_TO: Final = "(to follow|to stand before|to the beginning of|to the end of)"
_AT: Final = "(after|before|at the beginning of|at the end of)"
_READ: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Sequence[str]], Amendment | None]], ...]] = tuple(
    (re.compile(pattern, re.DOTALL), read)
    for pattern, read in (
        (rf"In (.+?),? replace {_NTH}{_Q} with {_Q}{_WHEREVER}", _replace_words),
        (rf"In (.+?),? insert {_Q} (after|before) {_NTH}{_Q}{_WHEREVER}", _insert_words),
        (rf"In (.+?),? delete {_NTH}{_Q}{_WHEREVER}", _delete_words),
        (rf"Replace the title with {_Q}", _title),
        (r"Delete the title()", _title),
        (rf"Give (.+?),? the heading {_Q}", _heading),
        (rf"Replace the heading of (.+?),? with {_Q}", _heading),
        (r"Delete (the heading of |the closing words of |the text and the closing words of |the text of )(.+)", _delete_part),
        (r"Replace (.+?),? with the following", _part_anew),
        (r"Insert at the end of (.+?),? the closing words", _closing),
        (r"Insert in (.+?),? the following text", _first_text),
        (rf"Insert {_AT} (.+?),? (?:the new (.+?)|a new (\S+?)|the following new (\S+)s)(?:, split from (.+))?", _insert),
        (
            rf"Move ([^()]+?)s (\S+) (?:and|to) (\S+?),? {_TO} (.+?)(?:,? as \w+?s (\S+) (?:and|to) (\S+))?",
            _moves,
        ),
        (
            rf"Move (.+?) \((\S+?)\) (?:and|to) \((\S+?)\),? {_TO} (.+?)(?:,? as \((\S+?)\) (?:and|to) \((\S+?)\))?",
            _moves_in_brackets,
        ),
        (rf"Move (.+?),? {_TO} (.+?)(?:,? (without its number)|,? as (.+))?", _move),
        (r"Delete ([^()]+?)s (\S+) (?:and|to) (\S+)", _deletes),
        (r"Delete (.+?) \((\S+?)\) (?:and|to) \((\S+?)\)", _deletes_in_brackets),
        (r"Delete (.+?)(?:,? which is merged into (.+))?", _delete),
        (r"(.+?),? loses its number", _loses_number),
        (r"(.+?) \((\S+?)\) (?:and|to) \((\S+?)\),? become \((\S+?)\) (?:and|to) \((\S+?)\)", _become_in_brackets),
        (r"(.+?)s (\S+) (?:and|to) (\S+?),? become \w+?s (\S+) (?:and|to) (\S+)", _become),
        (r"(.+?),? becomes (.+)", _becomes),
    )
)
