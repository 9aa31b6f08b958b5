"""The lists inside a wording: their items, what joins them, and what stands before them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.spans import sentence, words_between
from treatydiff.text.tokens import is_word

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span
    from treatydiff.text.tokens import Word

_LONGEST_ITEM = 8
_LONGEST_HEAD = 6
_MOST_ITEMS = 40
_REACH = 160
_STOPS = frozenset(".;:()—–\n[]“”")
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
    return (*_lettered(text, lexicon), *_inline(text, lexicon))


def _lettered(text: str, lexicon: Lexicon) -> Iterator[Listing]:
    """Yield the runs of "(a) one; (b) two; and (c) three", each from its first label to the end of its sentence."""
    run: list[re.Match[str]] = []
    for match in lexicon.pattern("lists", "label").finditer(text):
        if run and not _follows(run[-1]["label"], match["label"]):
            if len(run) > 1:
                yield _of_labels(text, run, match.start(), lexicon)
            run = []
        if run or match["label"] in {"a", "i", "1"}:
            run.append(match)
    if len(run) > 1:
        yield _of_labels(text, run, len(text), lexicon)


def _of_labels(text: str, run: list[re.Match[str]], end: int, lexicon: Lexicon) -> Listing:
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
    return Listing(tuple(items), joint, is_lettered=True)


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


def _inline(text: str, lexicon: Lexicon) -> Iterator[Listing]:
    for match in lexicon.pattern("lists", "coordinator").finditer(text):
        start, end = max(0, match.start() - _REACH), min(len(text), match.end() + _REACH)
        before = words_between(text, start, match.start())
        after = words_between(text, match.end(), end)
        last = _forward(after, lexicon)
        if last is None:
            continue
        earlier = _backward(before, after[0].text.casefold(), lexicon)
        if earlier:
            yield Listing((*earlier, last), match.span())


def _words_at(text: str, span: Span) -> list[Word]:
    return words_between(text, *span)


def _forward(after: list[Word], lexicon: Lexicon) -> Item | None:
    """Read the last item: after words without content its first words of content, up to six."""
    known = _breaks(lexicon)
    head: list[Word] = []
    for word in after:
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


def _backward(before: list[Word], opening: str, lexicon: Lexicon) -> list[Item]:
    """Read the items before the coordinator from the last one back, as far as commas part short phrases.

    `opening` is the word with which the last item begins: a phrase after a comma that begins with another preposition is none
    of its fellows.
    """
    items: list[Item] = []
    chunk: list[Word] = []
    for word in (*reversed(before), None):
        if word is not None and is_word(word.text):
            chunk.append(word)
            continue
        phrase = chunk[::-1]
        chunk = []
        if not phrase:
            if items or (word is not None and word.text in _STOPS):
                break
            continue
        whole = word is not None and word.text == "," and _is_whole(phrase, opening, lexicon)
        item = _whole(phrase, lexicon) if whole else _first(phrase, lexicon)
        if item is not None:
            items.append(item)
        if not whole or len(items) == _MOST_ITEMS:
            break
    return items[::-1]


def _is_whole(phrase: list[Word], opening: str, lexicon: Lexicon) -> bool:
    """Whether what stands between two commas can be an item of a list."""
    first = phrase[0].text.casefold()
    if len(phrase) > _LONGEST_ITEM or any(word.text.casefold() in lexicon.words("lists", "clauses") for word in phrase):
        return False
    return first == opening or first not in lexicon.words("lists", "no_item_begins")


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
