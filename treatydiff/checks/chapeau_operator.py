"""Lists whose chapeau has no operator and whose items begin with different ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.checks.operators import head, operators

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.operators import Found
    from treatydiff.checks.subject import Subject
    from treatydiff.model import Provision

ID: Final = "chapeau-operator"
_OPEN: Final = (":", "—", "–")
_FEWEST: Final = 2


def look(subject: Subject) -> Iterator[Seen]:
    """Compare the operators with which the items of a list begin, where the words above them lend none."""
    for path in subject.holders:
        holder = path[-1]
        items = [child for child in holder.children if child.num and child.text]
        if len(items) < _FEWEST or not holder.text.rstrip().endswith(_OPEN):
            continue
        heads = [head(item.text, subject.lexicon) for item in items]
        if any(heads) and not _has_operator(holder.text, subject):
            yield from _odd(items, heads, subject)


def _has_operator(text: str, subject: Subject) -> bool:
    return next(operators(text, (0, len(text)), subject.lexicon), None) is not None


def _odd(items: list[Provision], heads: list[Found | None], subject: Subject) -> Iterator[Seen]:
    """Tell the first item whose operator is not as strong as that of the first, or that has none at all."""
    known = [one for one in heads if one]
    usual = known[0].known
    for item, own in zip(items, heads, strict=True):
        if own is not None and own.known.strength != usual.strength:
            words, span = item.text[slice(*own.span)], own.span
        elif own is None and not _has_operator(item.text, subject):
            words, span = item.text.split()[0], (0, len(item.text.split()[0]))
        else:
            continue
        said = ", ".join(
            f"{one.num} {one.text[slice(*found.span)].casefold() if found else 'none'}"
            for one, found in zip(items, heads, strict=True)
        )
        yield Seen(
            words=words,
            message=f"the words above the list have no operator and its items differ: {said}",
            mend="give each item its operator, or the words above them one for all",
            provision=item,
            span=span,
        )
        return


_LIST: Final = "Article 1\n\nEach State Party:\n\n(a) Shall light its harbours;"
CHECK: Final = Check(
    ID,
    "TD015",
    "warning",
    "Lists whose chapeau has no operator and whose items have different ones",
    look,
    fails=(
        Fails(f"{_LIST} and\n\n(b) May close them at night.", "May", 7),
        Fails(f"{_LIST} and\n\n(b) Should mark its wrecks.", "Should", 7),
        Fails(f"{_LIST} and\n\n(b) Mark its wrecks.", "Mark", 7),
    ),
    passes=(
        Passes(f"{_LIST} and\n\n(b) Shall, as appropriate, mark its wrecks.", "all items have the same operator"),
        Passes(
            "Article 1\n\nEach State Party shall:\n\n(a) light its harbours; and\n\n(b) mark wrecks, which it may sell.",
            "the words above the list lend theirs to all items",
        ),
        Passes("Article 1\n\nThe register contains:\n\n(a) lights; and\n\n(b) bells that may ring.", "the items are things"),
    ),
)
