"""The lists inside a wording: their items, what joins them, and what stands before them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.spans import sentence
from treatydiff.text.tokens import Word, bare_words, is_word, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span

_LONGEST_ITEM = 8
_LONGEST_HEAD = 6
_MOST_ITEMS = 40
_REACH = 24
"""Words that are looked at on either side of a coordinator."""
_FARTHEST = 400
_STOP = re.compile(r"[;:()\[\]]|\.(?=\s)")
"""What no list without labels goes on over."""
_TRAILING = " \t\n,;."
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


class Item(NamedTuple):
    """An item of a list: its span, and that of the words by which it is known again.

    Of the first and the last item of a list without labels only these are sure: no mark tells where such an item ends.
    """

    span: Span
    head: Span
    label: str = ""


class Listing(NamedTuple):
    """Items in order. `joint` is the place of what joins the last two, None where nothing does."""

    items: tuple[Item, ...]
    joint: Span | None
    is_lettered: bool = False

    @property
    def start(self) -> int:
        """Where the first item, or its label, begins."""
        return self.items[0].span[0]


@lru_cache(maxsize=32)
def listings(text: str, lexicon: Lexicon) -> tuple[Listing, ...]:
    """Find the lists of a text in order: those with labels, then those whose items are parted by commas and a coordinator."""
    joints = [match.span() for match in lexicon.pattern("lists", "coordinator").finditer(text)]
    return (*lettered(text, lexicon), *_inline(text, (0, len(text)), joints, lexicon))


def lettered(text: str, lexicon: Lexicon) -> Iterator[Listing]:
    """Yield the runs of "(a) one; (b) two; and (c) three", each from its first label to the end of its sentence."""
    run: list[re.Match[str]] = []
    for match in lexicon.pattern("lists", "label").finditer(text):
        if run and not _follows(run[-1]["label"], match["label"]):
            yield from _of_labels(text, run, match.start(), lexicon)
            run = []
        if run or match["label"] in {"a", "i", "1"}:
            run.append(match)
    if run:
        yield from _of_labels(text, run, len(text), lexicon)


def _of_labels(text: str, run: list[re.Match[str]], end: int, lexicon: Lexicon) -> Iterator[Listing]:
    """Yield the list of a run of labels, unless it is one label alone or a citation such as "(a) and (b)"."""
    last = sentence(text, (run[-1].end(), run[-1].end() + 1), lexicon)[1]
    ends = [*(match.start() for match in run[1:]), min(end, last)]
    items: list[Item] = []
    joint: Span | None = None
    for match, stop in zip(run, ends, strict=True):
        span = _stripped(text, (match.end(), stop))
        joined = _joint_at_end(text, span, lexicon)
        if joined is not None:
            joint = joined
            span = _stripped(text, (span[0], joined[0]))
        items.append(Item(span, span, match["label"]))
    if len(items) > 1 and all(item.span[0] < item.span[1] for item in items):
        yield Listing(tuple(items), joint, is_lettered=True)


def joint_at_end(text: str, lexicon: Lexicon) -> Span | None:
    """Give the place of the coordinator with which a text ends, as the last item but one of a list does; None without one."""
    return _joint_at_end(text, _stripped(text, (0, len(text))), lexicon)


def _joint_at_end(text: str, span: Span, lexicon: Lexicon) -> Span | None:
    tail = max(span[0], span[1] - _LONGEST_HEAD * 3)
    for match in lexicon.pattern("lists", "coordinator").finditer(text, tail, span[1]):
        if match.end() == span[1]:
            return match.span()
    return None


def _follows(label: str, after: str) -> bool:
    """Whether a label comes right after another in letters, small Roman numbers or digits."""
    if label in _ROMAN and after in _ROMAN and _ROMAN.index(after) == _ROMAN.index(label) + 1:
        return True
    if label.isdigit() and after.isdigit():
        return int(after) == int(label) + 1
    return len(label) == len(after) == 1 and ord(after) == ord(label) + 1


def inline_around(text: str, places: Sequence[Span], lexicon: Lexicon) -> Iterator[Listing]:
    """Yield the lists without labels of which an item may lie in one of some places, which are in order and apart."""
    held = [place for place in places if _has_content(text[slice(*place)], lexicon)]
    if not held:
        return
    stops = [0, *(stop.end() for stop in _STOP.finditer(text)), len(text)]
    near: defaultdict[Span, list[Span]] = defaultdict(list)
    for match in lexicon.pattern("lists", "coordinator").finditer(text):
        joint = match.span()
        after = bisect_right(stops, joint[0], 0, len(stops) - 1)
        if _is_near(text, joint, stops[after - 1], held, lexicon):
            near[stops[after - 1], stops[after]].append(joint)
    for stretch, joints in near.items():
        yield from _inline(text, stretch, joints, lexicon)


def _is_near(text: str, joint: Span, start: int, held: list[Span], lexicon: Lexicon) -> bool:
    """Whether one of some places may hold an item that a coordinator joins to others, none of which begins before `start`.

    The last item follows the coordinator, the last but one stands right before it, and the others before a comma.
    """
    after = bisect_left(held, (joint[1], 0))
    if after < len(held) and not _has_content(text[joint[1] : min(held[after][0], joint[1] + _FARTHEST)], lexicon):
        return True
    if after and (held[after - 1][1] >= joint[0] or not text[held[after - 1][1] : joint[0]].strip(" \n,")):
        return True
    before = bisect_left(held, (text.rfind(",", start, joint[0]), 0))
    return before > 0 and held[before - 1][1] > start


def _has_content(text: str, lexicon: Lexicon) -> bool:
    """Whether a text has a word by which an item could be known."""
    known = _breaks(lexicon)
    return any(word.casefold() not in known for word in bare_words(text))


def _inline(text: str, stretch: Span, joints: list[Span], lexicon: Lexicon) -> Iterator[Listing]:
    """Yield the lists around some coordinators of a stretch."""
    first = stretch[0]
    tokens = [Word(word, first + start, first + end) for word, start, end in words(text[slice(*stretch)])] if joints else []
    starts = [word.start for word in tokens]
    for joint in joints:
        after = bisect_left(starts, joint[1])
        last = _forward(tokens, after, lexicon)
        if last is not None:
            earlier = _backward(tokens, bisect_left(starts, joint[0]), tokens[after].text.casefold(), lexicon)
            if earlier:
                yield Listing((*earlier, last), joint)


def _forward(tokens: list[Word], place: int, lexicon: Lexicon) -> Item | None:
    """Read the last item: after words without content its first words of content, up to six."""
    known = _breaks(lexicon)
    head: list[Word] = []
    for word in islice(tokens, place, place + _REACH):
        if not is_word(word.text):
            if head or word.text != ",":
                break
        elif word.text.casefold() in known:
            if head:
                break
        else:
            head.append(word)
            if len(head) == _LONGEST_HEAD:
                break
    if not head or head[0].text.casefold() in lexicon.words("lists", "clauses"):
        return None
    span = (head[0].start, head[-1].end)
    return Item(span, span)


def _backward(tokens: list[Word], place: int, opening: str, lexicon: Lexicon) -> list[Item]:
    """Read the items before the coordinator from the last one back, as far as commas part short phrases.

    `opening` is the word with which the last item begins: a phrase after a comma that begins with another preposition is none
    of its fellows.
    """
    items: list[Item] = []
    for phrase, is_bound in _phrases_back(tokens, place):
        if is_bound and items and _is_aside(phrase, opening, lexicon):
            break
        whole = is_bound and _is_whole(phrase, opening, lexicon)
        item = _whole(phrase, lexicon) if whole else _first(phrase, lexicon)
        if item is not None:
            items.append(item)
        if not whole or len(items) == _MOST_ITEMS:
            break
    return items[::-1]


def _phrases_back(tokens: list[Word], place: int) -> Iterator[tuple[list[Word], bool]]:
    """Yield the phrases before a place from the last one back, each with whether a comma stands before it."""
    stop = place
    while stop > 0:
        start = stop
        while start > 0 and stop - start < _REACH and is_word(tokens[start - 1].text):
            start -= 1
        before = tokens[start - 1].text if start else ""
        if start < stop:
            yield tokens[start:stop], before == ","
        if before != "," or (start == stop and stop < place):
            return
        stop = start - 1


def _is_whole(phrase: list[Word], opening: str, lexicon: Lexicon) -> bool:
    """Whether what stands between two commas can be an item of a list."""
    first = phrase[0].text.casefold()
    if len(phrase) > _LONGEST_ITEM or _is_clause(phrase, lexicon):
        return False
    if lexicon.pattern("lists", "participle").search(first):
        return lexicon.pattern("lists", "participle").search(opening) is not None
    return first == opening or first not in lexicon.words("lists", "no_item_begins")


def _is_aside(phrase: list[Word], opening: str, lexicon: Lexicon) -> bool:
    """Whether what stands between two commas before an item is a clause or a remark, with which the list does not begin."""
    first = phrase[0].text.casefold()
    is_opener = first in lexicon.words("lists", "openers") or lexicon.pattern("lists", "opens").match(_joined(phrase))
    return _is_clause(phrase, lexicon) or not (_is_whole(phrase, opening, lexicon) or is_opener)


def _joined(phrase: list[Word]) -> str:
    return " ".join(word.text for word in phrase)


def _is_clause(phrase: list[Word], lexicon: Lexicon) -> bool:
    return any(word.text.casefold() in lexicon.words("lists", "clauses") for word in phrase)


def _whole(phrase: list[Word], lexicon: Lexicon) -> Item | None:
    """Read an item that commas bound on both sides."""
    known = _breaks(lexicon)
    content = [word for word in phrase if word.text.casefold() not in known]
    return Item((phrase[0].start, phrase[-1].end), (content[0].start, content[-1].end)) if content else None


def _first(phrase: list[Word], lexicon: Lexicon) -> Item | None:
    """Read the first item of a list from its end back to the nearest word without content."""
    known = _breaks(lexicon)
    head: list[Word] = []
    for word in reversed(phrase):
        if word.text.casefold() in known or len(head) == _LONGEST_HEAD:
            break
        head.append(word)
    span = (head[-1].start, head[0].end) if head else None
    return Item(span, span) if span else None


@lru_cache(maxsize=8)
def _breaks(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.function_words | lexicon.words("lists", "breaks")


def _stripped(text: str, span: Span) -> Span:
    """Give a span without white space and the punctuation of lists at its ends."""
    start, end = span
    while start < end and text[end - 1] in _TRAILING:
        end -= 1
    while start < end and text[start] in _TRAILING:
        start += 1
    return start, end
