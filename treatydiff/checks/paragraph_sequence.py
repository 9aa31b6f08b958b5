"""Labels of paragraphs and items that repeat, skip, go back or change their style within one list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.checks.contest import is_alternative
from treatydiff.checks.series import breaks, read, style_of, written
from treatydiff.text.numbers import bare, comparable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Provision

ID: Final = "paragraph-sequence"
_KINDS: Final = frozenset({"paragraph", "point", "subparagraph", "item", "indent", "subitem", "subsubparagraph"})
_FEWEST: Final = 2
_SAYS: Final = {
    "repeats": "{found} stands here a second time",
    "skips": "{found} follows {last}",
    "goes back": "{found} stands behind {last}",
    "style": "{found} is counted in another way than {last}",
}


def look(subject: Subject) -> Iterator[Seen]:
    """Count the labels of each list; alternatives count once, and what stands between two lists parts them."""
    for path in subject.holders:
        if any(map(is_alternative, (*path, *path[-1].children))):
            continue
        for row in _rows(path[-1]):
            yield from _in_row(row, subject)


def _rows(holder: Provision) -> Iterator[list[Provision]]:
    """Yield the runs of numbered children of one kind."""
    row: list[Provision] = []
    for child in holder.children:
        if row and (child.kind != row[0].kind or not child.num):
            yield row
            row = []
        if child.num and child.kind in _KINDS:
            row.append(child)
    yield row


def _in_row(row: list[Provision], subject: Subject) -> Iterator[Seen]:
    if len(row) < _FEWEST:
        return
    nums = [one.num for one in row]
    style = style_of(nums)
    if not style or (style == "letter" and any(len(bare(num)) > 1 and read(num, "roman") for num in nums)):
        return  # Roman numbers among letters are a list within the list, whose items stand on one level in the file
    found = breaks(nums, style)
    for one in found:
        said = _SAYS[one.how].format(found=nums[one.place], last=nums[one.place - 1])
        mends = _renumbered(row, one.place, style, subject) if len(found) == 1 else ()
        first = Seen(
            words=nums[one.place],
            message=f"{said}; expected {one.expected}, found {nums[one.place]}",
            mend=f"write {one.expected}" + ("" if mends else ", or say what became of the one that is missing"),
            provision=row[one.place],
            part="num",
        )
        yield first._replace(replacement=mends[0].replacement, others=mends[1:]) if mends else first


def _renumbered(row: Sequence[Provision], place: int, style: str, subject: Subject) -> tuple[Seen, ...]:
    """Give what every label from a break on becomes; nothing where one is cited, inserted or in another style.

    Nothing either where the label is that of the draft before: what stood in the gap went, or was never there, and who numbers
    anew hides it.
    """
    first = read(row[place - 1].num, style)
    labels = [read(one.num, style) for one in row]
    if first is None or any(label is None or label.is_inserted for label in labels):
        return ()
    if _cited(row[place:], subject) or _was_so(row[place], subject):
        return ()
    return tuple(
        Seen(one.num, "", provision=one, part="num", replacement=written(int(first.value) + n, style, one.num))
        for n, one in enumerate(row[place:], start=1)
    )


def _was_so(provision: Provision, subject: Subject) -> bool:
    """Whether a provision had its label in the draft before already."""
    return any(
        comparable(old.provision.num) == comparable(provision.num)
        for change in (subject.comparison.changes if subject.comparison else ())
        if any(new.id == provision.id for new in change.link.new)
        for old in change.link.old
    )


def _cited(row: Sequence[Provision], subject: Subject) -> bool:
    """Whether the draft cites anything by one of these labels, wherever it stands."""
    labels = {comparable(one.num) for one in row if bare(one.num)}
    return any(
        step.number in labels or target.last in labels
        for _, cited in subject.references
        for reference in cited
        for target in reference.targets
        for step in target.steps
    )


_OPEN: Final = "Article 1\n\nParties shall:\n\n"
CHECK: Final = Check(
    ID,
    "TD004",
    "error",
    "Labels of paragraphs or items that repeat, skip or change their style within one list",
    look,
    fails=(
        Fails(f"{_OPEN}(a) mark wrecks;\n\n(b) light harbours; and\n\n(d) train pilots.", "(d)", 9),
        Fails(f"{_OPEN}(a) mark wrecks;\n\n(b) light harbours; and\n\n(b) train pilots.", "(b)", 9),
        Fails("Article 1\n\n1. Lamps burn.\n\n2. Bells ring.\n\n4. Ships sail.", "4.", 7),
        Fails(
            f"{_OPEN}(a) mark wrecks;\n\n(b) light harbours;\n\n(c) train pilots;\n\n(e) sound bells; and\n\n(f) keep logs.",
            "(e)",
            11,
        ),
    ),
    passes=(
        Passes(
            f"{_OPEN}(a) mark;\n\n(b) light;\n\n(c) train;\n\n(d) sound;\n\n"
            "(e) keep;\n\n(f) tow;\n\n(g) row;\n\n(h) sail; and\n\n(i) dive.",
            "(i) behind (h) is the letter",
        ),
        Passes(
            f"{_OPEN}(a) keep wrecks:\n\n(i) lit; and\n\n(ii) marked; and\n\n(b) train pilots.",
            "(i) below (a) is the Roman number",
        ),
        Passes("Article 1\n\n1. Lamps burn.\n\n1 bis. Bells ring.\n\n2. Ships sail.", "bis stands behind its number"),
        Passes("Article 1\n\n1. Lamps burn.\n\nArticle 2\n\n1. Bells ring.", "each article counts anew"),
    ),
)
