"""References to provisions in running words: "article 5, paragraph 1 (b)", "articles 6 to 16"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.text.numbers import ORDINAL_SUFFIXES, comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from treatydiff.model import Span

_LETTERS = r"\d{1,3}[a-z]{0,2}|[a-zA-Z]|[a-z]{2}|[ivxlc]{2,6}"
_LATIN = "|".join(ORDINAL_SUFFIXES)
_NUMBER = (
    rf"\(\s*(?:{_LETTERS})\s*\)|(?:[a-z]{{1,2}}|[ivxlc]{{2,6}})\)"
    rf"|(?:\d{{1,4}}[a-zA-Z]{{0,2}}(?:\s+(?:{_LATIN}))?|[IVXLC]{{1,7}}|[A-Z]\d{{0,2}})(?![\w°%]|[.,/]\d|\s*/\s*\w)"
)
_ITEM = re.compile(_NUMBER)
_BELOW = re.compile(
    rf"\s*\(\s*(?P<boxed>{_LETTERS})\s*\)|\s*(?P<half>[a-z]{{1,2}}|[ivxlc]{{2,6}})\)"
    r"|\s+(?P<dotted>[a-z])(?=\.[ivxlc]+\b)|\.(?P<deeper>[ivxlc]{1,6}|[a-z])\b(?!\.)"
)
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_COMMA = re.compile(r"\s*,?\s*")
_ABBREVIATION = re.compile(r"\s+(?P<name>[A-Z]{3,8})\b")
_BETWEEN_NAMES = r"(?:[A-Z][\w’'-]*|\([^()]{1,40}\)|and|of|on|for|the)"
_BEHIND_NAME = (
    r"(?:\s+(?:(?:of|on|for|against|to|the|and|in|concerning|de|du|des|sur|la|le|les|contre|sobre|contra|el|los|y|et)\s+){0,3}"
    r"(?:[A-Z\d](?:[\w/.’'-]*\w)?|\([A-Z][\w ]{0,12}\)))"
)


class Step(NamedTuple):
    """A level and a number in it: ("article", "5"). The level is empty where the number alone says it: the "(b)" of 1 (b)."""

    level: str
    number: str


class Target(NamedTuple):
    """A provision as cited, outermost step first; with `last`, the range from there to that number of the last step."""

    steps: tuple[Step, ...]
    last: str = ""


class Reference(NamedTuple):
    """A phrase that cites provisions.

    `anchor` is the level of "of this article", empty without. `shift` is -1 for "the preceding paragraph" and 1 for "the
    following" one, whose level is `anchor`, and 0 for all that have numbers. `instrument` are the words for another
    instrument, or for a provision that they leave unnumbered; empty for a reference that can be followed in the draft.
    """

    span: Span
    targets: tuple[Target, ...]
    anchor: str = ""
    shift: int = 0
    instrument: str = ""


@dataclass(frozen=True, eq=False)
class ReferenceWords:
    """The words of a language for references; patterns are compiled when they are first asked for.

    `levels` are the levels, outermost first, with the words for each, the singular first. `joins` link items ("and"),
    `ranges` make a range of two ("to"), `belongs` lead up to the next level ("of"), `own` to the place of the reference itself
    ("of this"); `preceding` and `following` point to its neighbours. `named` stand before a provision or instrument that is
    known ("the", "that"), `instruments` are the nouns for one, `additions` say that others go with it ("thereto").
    `counted` are nouns after a number that is no number of a provision, as in "under article 5 and 30 days later".
    """

    levels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    joins: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    belongs: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    preceding: tuple[str, ...] = ()
    following: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    additions: tuple[str, ...] = ()
    counted: frozenset[str] = frozenset()

    @cached_property
    def level_of(self) -> Mapping[str, str]:
        """The level that each word stands for."""
        return {word: level for level, words in self.levels for word in words}

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """How deep each level is, 0 the outermost."""
        return {level: place for place, (level, _) in enumerate(self.levels)}

    @cached_property
    def heads(self) -> re.Pattern[str]:
        """Where a reference may begin: the word of a level before a number, or words that point to a neighbour."""
        near = _any((*self.preceding, *self.following))
        singular = _any(words[0] for _, words in self.levels)
        return re.compile(
            rf"(?<![\w-])(?:{self._level}\s*(?:{_NUMBER})|(?P<shift>(?i:{near}))\s+(?P<near>(?i:{singular}))(?!\w))"
        )

    @cached_property
    def signs(self) -> tuple[str, ...]:
        """Words in lower case without one of which no text has a reference."""
        last = {phrase.split()[-1].casefold() for phrase in (*self.level_of, *self.preceding, *self.following)}
        return tuple(sorted(word for word in last if not any(word != other and other in word for other in last)))

    @cached_property
    def level(self) -> re.Pattern[str]:
        """The word of a level before a number."""
        return re.compile(rf"{self._level}\s*(?={_NUMBER})")

    @cached_property
    def here(self) -> re.Pattern[str]:
        """What says that the reference is to its own place: "of this article", "of this Convention"."""
        return re.compile(rf"\s*,?\s*(?i:{_any(self.own)})\s+(?:{self._level}|\w+)(?!\w)")

    @cached_property
    def upward(self) -> re.Pattern[str]:
        """What leads up to the next level: "of"."""
        return re.compile(rf"\s*,?\s+(?i:{_any(self.belongs)})(?:\s+|(?<=['’]))")

    @cached_property
    def join(self) -> re.Pattern[str]:
        """What links two items, or makes a range of them."""
        ranges = rf"(?P<range>(?i:\s+(?:{_any(self.ranges)})\s+)|\s*[-–—]\s*(?=\d))"
        return re.compile(rf"{ranges}|\s*,?\s+(?i:{_any(self.joins)})\s+|\s*,\s*")

    @cached_property
    def instrument(self) -> re.Pattern[str]:
        """The name of another instrument, or a level without a number ("the annex"), behind what leads up to it."""
        lead = rf"(?:(?i:{_any(self.named)})\s+)?"
        name = rf"(?:{_BETWEEN_NAMES}\s+){{0,10}}?(?i:{_any(self.instruments)})(?!\w){_BEHIND_NAME}*"
        return re.compile(rf"{lead}(?P<name>{name}|[A-Z]{{3,8}}(?!\w)|(?i:{_any(self.level_of)})(?!\w))")

    @cached_property
    def names(self) -> re.Pattern[str]:
        """The full name of an instrument, with more than the noun for it, or others that are added to one ("thereto")."""
        nouns = _any(word.capitalize() for word in self.instruments)
        before = rf"(?:[A-Z][\w’'-]*\s+(?:{_BETWEEN_NAMES}\s+){{0,10}}?)??"
        last = rf"(?!\s+(?:{_any(self.joins)})\s+(?:the\s+)?(?:[A-Z]\w+\s+){{0,4}}(?:{nouns})(?!\w))"
        behind = rf"(?:{last}{_BEHIND_NAME})*(?:\s+(?:{_any(self.additions)})(?!\w))?"
        return re.compile(rf"(?<!\w){before}(?:{nouns})(?!\w){behind}")

    @cached_property
    def _level(self) -> str:
        return rf"(?P<level>(?i:{_any(self.level_of)}))"

    def read_level(self, word: str) -> str:
        """Give the level that a word as written stands for."""
        return self.level_of[" ".join(word.casefold().split())]


def references(text: str, words: ReferenceWords) -> tuple[Reference, ...]:
    """Find the references of a text in order; one phrase with all that it cites is one reference."""
    found: list[Reference] = []
    place = 0
    lower = text.casefold()
    if not any(word in lower for word in words.signs):
        return ()
    while head := words.heads.search(text, place):
        reference = _neighbour(head, words) if head["shift"] else _phrase(text, head.start(), words)
        found.append(reference)
        place = max(head.start() + 1, reference.span[1])
    return _sharing_instruments(text, found, words)


def _neighbour(head: re.Match[str], words: ReferenceWords) -> Reference:
    is_before = " ".join(head["shift"].casefold().split()) in words.preceding
    return Reference(head.span(), (), anchor=words.read_level(head["near"]), shift=-1 if is_before else 1)


def _phrase(text: str, start: int, words: ReferenceWords) -> Reference:
    targets, end = _downward(text, start, words)
    while True:
        if here := words.here.match(text, end):
            anchor = words.read_level(here["level"]) if here["level"] else ""
            return Reference((start, here.end()), targets, anchor)
        upward = words.upward.match(text, end)
        if upward is None:
            name = _ABBREVIATION.match(text, end)
            return Reference((start, name.end() if name else end), targets, instrument=name["name"] if name else "")
        if words.level.match(text, upward.end()):
            above, end = _downward(text, upward.end(), words)
            targets = tuple(Target((*above[-1].steps, *target.steps), target.last) for target in targets)
            continue
        name = words.instrument.match(text, upward.end())
        return Reference((start, name.end() if name else end), targets, instrument=name["name"] if name else "")


def _downward(text: str, start: int, words: ReferenceWords) -> tuple[tuple[Target, ...], int]:
    """Read "article 4, paragraphs 2 to 4 and 6": a level with its items, then levels below the last of them."""
    targets: tuple[Target, ...] = ()
    deepest = -1
    end = place = start
    while head := words.level.match(text, place):
        level = words.read_level(head["level"])
        if words.rank[level] <= deepest:
            break
        above = targets[-1].steps if targets else ()
        items, end = _items(text, head.end(), words)
        targets = (*targets[:-1], *(_target(above, level, item) for item in items))
        deepest = words.rank[level]
        comma = _COMMA.match(text, end)
        place = comma.end() if comma else end
    return targets, end


class _Item(NamedTuple):
    numbers: tuple[str, ...]
    is_boxed: bool
    last: str = ""


def _target(above: tuple[Step, ...], level: str, item: _Item) -> Target:
    first, *below = item.numbers
    return Target((*above, Step(level, first), *(Step("", number) for number in below)), item.last)


def _items(text: str, start: int, words: ReferenceWords) -> tuple[list[_Item], int]:
    """Read the numbers behind the word of a level: "1 (a) and (b)", "2 to 4 and 6"."""
    first, end = _item(text, start)
    items = [first] if first else []
    while items and (join := words.join.match(text, end)):
        item, after = _item(text, join.end())
        if item is None or (item.is_boxed is False and (items[0].is_boxed or _is_counted(text, after, words))):
            break
        before = items[-1].numbers
        if item.is_boxed and not items[0].is_boxed:
            if len(item.numbers) >= len(before):
                break
            item = item._replace(numbers=(*before[: -len(item.numbers)], *item.numbers))
        if join["range"]:
            items[-1] = items[-1]._replace(last=item.numbers[-1])
        else:
            items.append(item)
        end = after
    return items, end


def _item(text: str, start: int) -> tuple[_Item | None, int]:
    head = _ITEM.match(text, start)
    if head is None:
        return None, start
    numbers = [comparable(head[0])]
    end = head.end()
    while below := _BELOW.match(text, end):
        numbers.append(comparable(below[str(below.lastgroup)]))
        end = below.end()
    return _Item(tuple(numbers), not head[0][0].isalnum() or head[0].endswith(")")), end


def _is_counted(text: str, end: int, words: ReferenceWords) -> bool:
    after = _NEXT_WORD.match(text, end)
    return after is not None and after[1].casefold() in words.counted


def _sharing_instruments(text: str, found: list[Reference], words: ReferenceWords) -> tuple[Reference, ...]:
    """Read the first article of "article 5 and article 7 of the Act" as one of that instrument too."""
    for place in range(len(found) - 2, -1, -1):
        after = found[place + 1]
        between = text[found[place].span[1] : after.span[0]]
        if after.instrument and not (found[place].instrument or found[place].anchor) and words.join.fullmatch(between):
            found[place] = found[place]._replace(instrument=after.instrument)
    return tuple(found)


def _any(words: Iterable[str]) -> str:
    """Write words as alternatives, the longer first, their spaces any white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered) or "(?!)"
