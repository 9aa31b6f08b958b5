"""Lists that do not say whether all of their items are asked for, or any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.checks.languages import is_spoken
from treatydiff.checks.operators import is_main, operators

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Provision

ID: Final = "list-conjunction"
_FEWEST: Final = 3
_HEAD: Final = 300
"""Characters of an item in which its operator stands, if it has one of its own."""
_PARTED: Final = re.compile(r"[;,]\s*$")


def look(subject: Subject) -> Iterator[Seen]:
    """Look at how the items end: with a semicolon, and the last but one with a conjunction."""
    lexicon = subject.lexicon
    joining = lexicon.pattern("checks", "joining")
    kinds = lexicon.words("lists", "item_kinds")
    for path in subject.holders:
        holder = path[-1]
        items = [child for child in holder.children if child.num and child.kind in kinds]
        if (
            len(items) < _FEWEST
            or _says_itself(holder, path, subject)
            or not is_spoken(" ".join(one.text for one in items), lexicon)
        ):
            continue
        ends = [_end(item) for item in items]
        found = [match["join"].casefold() if (match := joining.search(end)) else "" for end in ends[:-1]]
        yield from _judged(items, ends, found)


def _judged(items: list[Provision], ends: list[str], found: list[str]) -> Iterator[Seen]:
    said = {word for word in found if word}
    if len(said) > 1 and "and/or" not in said:
        place = max(n for n, word in enumerate(found) if word)
        yield _seen(items[place], ends[place], f"the items are joined by {' and by '.join(repr(one) for one in sorted(said))}")
    elif not said and all(_PARTED.search(end) for end in ends[:-1]):
        yield _seen(items[-2], ends[-2], f"nothing says whether all {len(items)} items are asked for, or any of them")


def _says_itself(holder: Provision, path: tuple[Provision, ...], subject: Subject) -> bool:
    """Whether the words above a list say how its items go together, or the items are sentences or definitions."""
    lexicon = subject.lexicon
    if lexicon.pattern("checks", "says_which").search(holder.text) or not holder.text:
        return True
    defining = lexicon.pattern("checks", "defines")
    by_case = lexicon.pattern("checks", "by_case")
    if any(by_case.match(child.text) or _is_sentence(child.text, subject) for child in holder.children):
        return True
    headings = " ".join(one.heading for one in path)
    return bool(lexicon.pattern("checks", "terms_heading").search(headings)) or any(
        defining.match(child.text) for child in holder.children
    )


def _is_sentence(text: str, subject: Subject) -> bool:
    """Whether an item has a subject and an operator of its own."""
    found = next(operators(text, (0, min(len(text), _HEAD)), subject.lexicon), None)
    return found is not None and found.span[0] > 0 and is_main(text, 0, found.span[0], subject.lexicon)


def _end(item: Provision) -> str:
    """Give the words with which an item ends, with all below it."""
    if item.closing:
        return item.closing
    return _end(item.children[-1]) if item.children else item.text


def _seen(item: Provision, end: str, said: str) -> Seen:
    last = item
    while last.children and not last.closing:
        last = last.children[-1]
    words = end.rsplit(maxsplit=1)[-1] if end.split() else ""
    start = last.words.rfind(words) if words else 0
    return Seen(
        words=words,
        message=said,
        mend="write and, or or, before the last item",
        provision=last,
        span=(start, start + len(words)) if start >= 0 else None,
    )


_OPEN: Final = "Article 1\n\nParties shall:\n\n(a) light harbours;"
CHECK: Final = Check(
    ID,
    "TD020",
    "warning",
    "Lists of three or more items without and or or before the last, or with both",
    look,
    fails=(
        Fails(f"{_OPEN}\n\n(b) mark wrecks;\n\n(c) train pilots.", "wrecks;", 7),
        Fails(f"{_OPEN} and\n\n(b) mark wrecks; or\n\n(c) train pilots.", "or", 7),
        Fails(f"{_OPEN}\n\n(b) mark wrecks;\n\n(c) train pilots;\n\n(d) ring bells.", "pilots;", 9),
    ),
    passes=(
        Passes(f"{_OPEN}\n\n(b) mark wrecks; and\n\n(c) train pilots.", "and stands before the last item"),
        Passes(
            "Article 1\n\nParties shall take one or more of the following measures:\n\n"
            "(a) light harbours;\n\n(b) mark wrecks;\n\n(c) train pilots.",
            "the words above the list say it",
        ),
        Passes(
            "Article 1\n\nFor the purposes of this Convention:\n\n"
            "(a) “Ship” means a boat;\n\n(b) “Wreck” means a lost ship;\n\n(c) “Crew” means those aboard.\n\n"
            "Article 2\n\nThe crew of a ship shall mark each wreck.",
            "definitions stand side by side",
        ),
        Passes(
            "Article 1\n\nThe request shall be sent:\n\n(a) In the case of wrecks, to the master;\n\n"
            "(b) In the case of fires, to the pilot;\n\n(c) In all other cases, to the State.",
            "each item says when it applies",
        ),
        Passes(
            "Article 1\n\nParties shall:\n\n(a) Light harbours.\n\n(b) Mark wrecks.\n\n(c) Train pilots.",
            "each item is a sentence",
        ),
    ),
)
