"""Which items of a list came or went, told by their words and not by their labels."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.lists import Listing, inline_around, lettered, listings
from treatydiff.rules.pairing import in_order
from treatydiff.rules.roles import Lead, lead
from treatydiff.text.tokens import bare_words, is_word, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Span
    from treatydiff.rules.case import Case, Wording
    from treatydiff.rules.lists import Item

_LONGEST = 15
_ELSEWHERE = 0.5
_ALIKE = 0.5
_MOST = 0.6
_FEWEST_SHARED = 2


class Member(NamedTuple):
    """An item that came or went, as its words at their place, and what stands before its list.

    `any_is_enough` tells that "or" joins the list, `is_inline` that no labels part its items.
    """

    span: Span
    came: bool
    before: Lead
    any_is_enough: bool = False
    is_inline: bool = False


def labelled(case: Case) -> Iterator[Member]:
    """Yield the items with labels that have no partner on the other side, nor stand there in another form."""
    old, new = (list(lettered(side.text, case.lexicon)) if "(" in side.text else [] for side in (case.old, case.new))
    for before, after in in_order(old, new, lambda a, b: float(len(_partners(a, b, case)))):
        if before is None or after is None:
            continue
        partners = _partners(before, after, case)
        answered = set(partners.values())
        gone = [item for n, item in enumerate(before.items) if n not in partners]
        come = [item for n, item in enumerate(after.items) if n not in answered]
        yield from (
            Member(item.span, False, lead(case.old, before)) for item in gone if not _is_elsewhere(item, case, of_new=False)
        )
        yield from (
            Member(item.span, True, lead(case.new, after)) for item in come if not _is_elsewhere(item, case, of_new=True)
        )


def _partners(old: Listing, new: Listing, case: Case) -> dict[int, int]:
    """Pair the items of two lists by their words, in any order, the likest first."""
    before = [stems(case.old.text[slice(*item.span)], case.lexicon) for item in old.items]
    after = [stems(case.new.text[slice(*item.span)], case.lexicon) for item in new.items]
    ranked = sorted(
        ((_likeness(a, b), -abs(i - j), i, j) for i, a in enumerate(before) for j, b in enumerate(after)),
        reverse=True,
    )
    found: dict[int, int] = {}
    for likeness, _, i, j in ranked:
        if likeness >= _ALIKE and i not in found and j not in found.values():
            found[i] = j
    return found


def _likeness(old: frozenset[str], new: frozenset[str]) -> float:
    return len(old & new) / (min(len(old), len(new)) or 1)


def _is_elsewhere(item: Item, case: Case, *, of_new: bool) -> bool:
    """Whether most of an item's words stand on the other side too, in another item or in the chapeau."""
    side, other = (case.new, case.old) if of_new else (case.old, case.new)
    own = stems(side.text[slice(*item.head)], case.lexicon)
    return not own or len(own & stems(other.text, case.lexicon)) / len(own) >= _ELSEWHERE


@lru_cache(maxsize=256)
def stems(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Give the stems of the words of content in a text."""
    lower = (word.casefold() for word in bare_words(text))
    return frozenset(lexicon.stem(word) for word in lower if word not in lexicon.function_words)


def inline(case: Case, *, of_new: bool) -> Iterator[Member]:
    """Yield the items of lists without labels that came or went as a whole while other items of the list stayed."""
    side = case.new if of_new else case.old
    if not (case.came if of_new else case.went):
        return
    places = [hunk.new_span if of_new else hunk.old_span for hunk in case.hunks]
    for listing in inline_around(side.text, places, case.lexicon):
        joint = side.text[slice(*listing.joint)] if listing.joint else ""
        for span in _changed(listing, case, of_new=of_new):
            yield Member(span, of_new, lead(side, listing), is_any(joint, case.lexicon), is_inline=True)


def illustrations(case: Case) -> Iterator[Member]:
    """Yield what came or went as a whole behind words such as "including", where nothing took its place."""
    opener = case.lexicon.pattern("lists", "illustration")
    for hunk in case.hunks:
        side, span, other = (case.new, hunk.new_span, hunk.old) if hunk.new.strip() else (case.old, hunk.old_span, hunk.new)
        match = opener.match(side.text, *span)
        if match is None or stems(other, case.lexicon):
            continue
        named = _trimmed(side, (match.end(), span[1]))
        if named is not None and _is_an_item(side.text[slice(*named)], case.lexicon):
            yield Member(named, side is case.new, Lead(match[0].strip(" ,"), ()), is_inline=True)


def _changed(listing: Listing, case: Case, *, of_new: bool) -> list[Span]:
    """Give the words of the items of a list that came or went; none when they are more than those that stayed."""
    touched = [item for item in listing.items if case.places.kept_share(item.head, of_new=of_new) == 0]
    if not touched or len(touched) == len(listing.items) == 1:
        return []
    text = (case.new if of_new else case.old).text
    elements = case.lexicon.pattern("lists", "elements")
    kept = sum(_is_kept(item, case, of_new=of_new) for item in listing.items)
    if not kept or any(elements.search(text, *item.head) for item in listing.items):
        return []
    moved = stems(" ".join(sorted(case.went if of_new else case.came)), case.lexicon)
    found: dict[Span, None] = {}
    for item in touched:
        own = stems(text[slice(*item.head)], case.lexicon)
        if len(own & moved) < _ELSEWHERE * len(own):
            span = _own_words(item, case, of_new=of_new)
            if (
                span is None
                and _is_an_item(text[slice(*item.head)], case.lexicon)
                and _has_fellows(listing, case, of_new=of_new)
            ):
                span = item.head
            if span is not None:
                found[span] = None
    return list(found) if len(found) <= kept else []


def _has_fellows(listing: Listing, case: Case, *, of_new: bool) -> bool:
    """Whether a list of the other side shares at least two items with this one."""
    side, other = (case.new, case.old) if of_new else (case.old, case.new)
    own = [stems(side.text[slice(*item.head)], case.lexicon) for item in listing.items]
    theirs = _by_words(other.text, case.lexicon)
    fellows = [theirs.get(words_) for words_ in own]
    return any(one is not None and fellows.count(one) >= _FEWEST_SHARED for one in fellows)


@lru_cache(maxsize=16)
def _by_words(text: str, lexicon: Lexicon) -> Mapping[frozenset[str], int]:
    """Give the lists of a text, by their numbers, for the words of their items."""
    return {
        stems(text[slice(*item.head)], lexicon): number
        for number, listing in enumerate(listings(text, lexicon))
        for item in listing.items
    }


def _is_kept(item: Item, case: Case, *, of_new: bool) -> bool:
    """Whether most of an item stayed in its place, or it stands on the other side of the place that changed."""
    if case.places.kept_share(item.head, of_new=of_new) >= _MOST:
        return True
    place = case.places.opposite(item.head, of_new=of_new)
    if place is None:
        return False
    side, other = (case.new, case.old) if of_new else (case.old, case.new)
    return stems(side.text[slice(*item.head)], case.lexicon) <= stems(other.text[slice(*place[1])], case.lexicon)


def _own_words(item: Item, case: Case, *, of_new: bool) -> Span | None:
    """Give the words that came or went with an item, if they are an item and no more, and nothing took its place."""
    place = case.places.opposite(item.head, of_new=of_new)
    if place is None:
        return None
    side, other = (case.new, case.old) if of_new else (case.old, case.new)
    if not stems(other.text[slice(*place[1])], case.lexicon) <= stems(side.text[slice(*place[0])], case.lexicon):
        return None
    span = _between_joints(side, place[0], item.head)
    return span if span is not None and _is_an_item(side.text[slice(*span)], case.lexicon) else None


def _between_joints(side: Wording, place: Span, head: Span) -> Span | None:
    """Give the part of a place that holds an item, between commas and coordinators; None where none parts it from the rest."""
    parts = [match.span() for match in side.lexicon.pattern("lists", "parting").finditer(side.text, *place)]
    before = [end for _, end in parts if end <= head[0]]
    after = [start for start, _ in parts if start >= head[1]]
    joined = side.lexicon.pattern("lists", "parting_before").search(side.text[max(0, place[0] - _LONGEST) : place[0]])
    span = (max(before, default=place[0]), min(after, default=place[1]))
    joint = side.text[: span[0]].rstrip()[-1:]
    if not (before or joined or after) or ((joint == "," or not (before or joined)) and not _begins_an_item(side, span)):
        return None
    return _trimmed(side, span)


def _begins_an_item(side: Wording, span: Span) -> bool:
    """Whether the words of a span are no further description of what stands before them."""
    first = next(iter(bare_words(side.text[slice(*span)])), "")
    return bool(first) and first.casefold() not in side.lexicon.words("lists", "no_item_begins")


def _trimmed(side: Wording, span: Span) -> Span | None:
    """Give a span without punctuation at its ends and words without content behind it."""
    inside = [word for word in words(side.text[slice(*span)]) if is_word(word.text)]
    while inside and inside[-1].text.casefold() in side.lexicon.function_words:
        inside.pop()
    return (span[0] + inside[0].start, span[0] + inside[-1].end) if inside else None


def _is_an_item(own: str, lexicon: Lexicon) -> bool:
    """Whether words make an item and no clause or qualifier."""
    lower = [word.casefold() for word in bare_words(own)]
    set_aside = ("elements", "no_item")
    if any(lexicon.pattern("lists", name).search(own) for name in set_aside) or not any(word.isalpha() for word in lower):
        return False
    if (
        lower[0] in lexicon.words("lists", "openers")
        or len(lower) > _LONGEST
        or not lexicon.words("lists", "clauses").isdisjoint(lower)
    ):
        return False
    return lexicon.qualifier_pattern.search(own) is None and not any(stop in own for stop in ".;:\n(")


def is_any(joint: str, lexicon: Lexicon) -> bool:
    """Whether what joins a list asks for any of its items."""
    return joint.casefold() in lexicon.words("lists", "any")
