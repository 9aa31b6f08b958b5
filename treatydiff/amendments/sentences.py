"""Instructions as sentences, in the language of drafting committees.

"In article 45, paragraph 1, replace “shall” with “may”." is one; `treatydiff.amendments.understanding` reads them back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.amendments.parts import part_of, written
from treatydiff.amendments.places import ordinal
from treatydiff.model import EVERY, Amendment, Place
from treatydiff.text.numbers import bare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from treatydiff.amendments.places import Tree
    from treatydiff.model import AmendmentKind, PartOfProvision, Provision

THE_TEXT: Final = "the text"
_JOINS: Final = (" and ", " to ", " is ", " are ")
WHEREVER: Final = " wherever it occurs"
THE_PARTS: Final[dict[PartOfProvision, str]] = {
    "heading": "the heading of ",
    "text": "the chapeau of ",
    "closing": "the closing words of ",
    "words": "the text and the closing words of ",
}
"""How the part of a provision is named; its text is the chapeau only where something stands below it."""


class Quoted(NamedTuple):
    """Words of a draft in a sentence."""

    words: str


Said = tuple["str | Place | Quoted", ...]


class Sentence(NamedTuple):
    """An instruction in words: the sentence, and the provisions that follow it after a colon."""

    said: Said
    follows: tuple[Provision, ...] = ()


def sentence(amendment: Amendment, base: Tree) -> Sentence:
    """Say an instruction; `base` is the draft that it was made for."""
    said = tuple(_flowing(_SAY[amendment.kind](amendment, base)))
    return Sentence(said, amendment.comes if str(said[-1]).endswith(":") else ())


def _flowing(said: Said) -> Iterator[str | Place | Quoted]:
    """Put a comma behind a place whose label has one, and no full stop behind words that end in one."""
    before: str | Place | Quoted = ""
    for one in said:
        if isinstance(one, str):
            if isinstance(before, Place) and "," in before.label and one.startswith(" ") and not one.startswith(_JOINS):
                yield f",{one}"
            elif not (one == "." and isinstance(before, Quoted) and before.words.endswith(".")):
                yield one
        else:
            yield one
        before = one


def _new_words(amendment: Amendment) -> str:
    now = part_of(amendment.comes[0], amendment.part)
    return written(now) if now else amendment.comes[0].words


def _words(amendment: Amendment, base: Tree) -> Said:
    where: Said = ("In ", *_part(amendment, base), ", ")
    tail = f"{WHEREVER if amendment.nth == EVERY else ''}."
    which = f"the {ordinal(amendment.nth)} " if amendment.nth > 0 else ""
    new = Quoted(amendment.new)
    if not amendment.old:
        return (*where, "insert ", new, f" {amendment.beside} {which}", Quoted(amendment.anchor), tail)
    if not amendment.new:
        return (*where, f"delete {which}", Quoted(amendment.old), tail)
    return (*where, f"replace {which}", Quoted(amendment.old), " with ", new, tail)


def _part(amendment: Amendment, base: Tree) -> Said:
    """Name the part of a provision that an instruction is about."""
    place = amendment.place
    if amendment.part == "text" and not base.nodes[place.id].children:
        return (place,)
    return (THE_PARTS[amendment.part], place)


def _text(amendment: Amendment, base: Tree) -> Said:
    place, part = amendment.place, amendment.part
    now = _new_words(amendment)
    was = part_of(base.nodes[place.id], part)
    before = written(was) if was else base.nodes[place.id].words
    if part == "heading":
        return _heading(place, before, now)
    if not now and before:
        return ("Delete ", "the text of " if part == "text" else THE_PARTS[part], place, ".")
    if before == now:
        return ("In ", *_part(amendment, base), ", set emphasis, links, notes and tracked changes anew; the words stay.")
    if not before:
        if part == "closing":
            return ("Insert at the end of ", place, " the closing words:")
        return ("Insert in ", place, " the following text:")
    return ("Replace ", *_part(amendment, base), " with the following:")


def _heading(place: Place, before: str, now: str) -> Said:
    if not now:
        return ("Delete the heading of ", place, ".")
    if not before:
        return ("Give ", place, " the heading ", Quoted(now), ".")
    return ("Replace the heading of ", place, " with ", Quoted(now), ".")


def _title(amendment: Amendment, _base: Tree) -> Said:
    return ("Replace the title with ", Quoted(amendment.new), ".") if amendment.new else ("Delete the title.",)


def _number(amendment: Amendment, base: Tree) -> Said:
    if amendment.others:
        return _numbers(amendment)
    if not (amendment.numbers[0] or amendment.level):
        return (amendment.place, " loses its number.")
    return (amendment.place, f" becomes {_numbered(amendment, base)}", *_written(amendment), ".")


def _numbered(amendment: Amendment, base: Tree) -> str:
    """Give the new number with the level where it is a new one, or where the label names it."""
    (number,) = amendment.numbers
    level = amendment.level or _shown_kind(amendment.place, base)
    if not number:
        return f"{_article(level)} {level} without a number"
    return f"{level} {number}" if level else f"({number})"


def _article(noun: str) -> str:
    return "an" if noun[:1] in "aeiou" else "a"


def _shown_kind(place: Place, base: Tree) -> str:
    """Give the level of a provision where its label names it before the number."""
    own = base.nodes[place.id]
    shown = f"{own.kind} {bare(own.num)}"
    return own.kind if bare(own.num) and (place.label == shown or place.label.endswith(f", {shown}")) else ""


def _written(amendment: Amendment) -> Said:
    return (", written ", Quoted(amendment.written)) if amendment.written else ()


def _numbers(amendment: Amendment) -> Said:
    """Say "Articles 4 to 16 become articles 5 to 17" of neighbours that go on counting."""
    places, numbers = _run(amendment)
    return (*places, f" become {numbers}.")


def _run(amendment: Amendment) -> tuple[Said, str]:
    """Name neighbours, "articles 4 to 16", and the numbers that they get, "articles 5 to 17"."""
    first, last = amendment.place, amendment.others[-1]
    join = " and " if len(amendment.others) == 1 else " to "
    head, _, number = first.label.rpartition(" ")
    end = f"{join}{last.label.rpartition(' ')[2]}{',' if ',' in first.label else ''}"
    kind = head.rpartition(" ")[2]
    is_boxed = number.startswith("(")
    numbers = ""
    if amendment.numbers:
        before, after = amendment.numbers[0], amendment.numbers[-1]
        numbers = f"({before}){join}({after})" if is_boxed else f"{kind}s {before}{join}{after}"
    return (first if is_boxed else Place(first.id, f"{head}s {number}"), end), numbers


def _move(amendment: Amendment, base: Tree) -> Said:
    if amendment.others:
        places, numbers = _run(amendment)
        return ("Move ", *places, " ", *_destination(amendment), f", as {numbers}." if numbers else ".")
    return ("Move ", amendment.place, " ", *_destination(amendment), *_as(amendment, base), *_written(amendment), ".")


def _destination(amendment: Amendment) -> Said:
    target = _named(amendment.target)
    ways = {"after": "to follow ", "before": "to stand before ", "first": "to the beginning of ", "last": "to the end of "}
    return (ways[amendment.beside], *target)


def _named(place: Place) -> Said:
    if place.is_new:
        return ("the new ", place)
    return (place,) if place.label else (THE_TEXT,)


def _as(amendment: Amendment, base: Tree) -> Said:
    if not amendment.numbers:
        return ()
    if not (amendment.numbers[0] or amendment.level):
        return (", without its number",)
    return (f", as {_numbered(amendment, base)}",)


def _insert(amendment: Amendment, _base: Tree) -> Said:
    ways = {"after": "after ", "before": "before ", "first": "at the beginning of ", "last": "at the end of "}
    kind = amendment.comes[0].kind
    several = f"the following new {kind}s" if len(amendment.comes) > 1 else f"a new {kind}"
    new: Said = ("the new ", amendment.place) if amendment.place.label else (several,)
    split: Said = (", split from ", *_all(amendment.kin)) if amendment.kin else ()
    return ("Insert ", ways[amendment.beside], *_named(amendment.target), " ", *new, *split, ":")


def _delete(amendment: Amendment, _base: Tree) -> Said:
    if amendment.others:
        (first, end), _ = _run(amendment)
        return ("Delete ", first, f"{str(end).removesuffix(',')}.")
    comma = ", which is merged into "
    return ("Delete ", amendment.place, *((comma, *_all(amendment.kin)) if amendment.kin else ()), ".")


def _all(places: Sequence[Place]) -> Said:
    said: list[str | Place | Quoted] = []
    for place in places:
        said += ([" and "] if said else []) + [place]
    return tuple(said)


_SAY: Final[dict[AmendmentKind, Callable[[Amendment, Tree], Said]]] = {
    "words": _words,
    "text": _text,
    "title": _title,
    "number": _number,
    "move": _move,
    "insert": _insert,
    "delete": _delete,
}


def plain(said: Iterable[str | Place | Quoted]) -> str:
    """Give a sentence as plain text, its first letter a capital."""
    parts = [f"“{one.words}”" if isinstance(one, Quoted) else one.label if isinstance(one, Place) else one for one in said]
    words = "".join(parts)
    return words[:1].upper() + words[1:]
