"""The introduction of a note and the main changes, by what they do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from treatydiff.text.numbers import bare
from treatydiff.writers.html.lede import weighing
from treatydiff.writers.html.phrases import capital, counted, listed, number
from treatydiff.writers.html.reading import severity
from treatydiff.writers.note import naming
from treatydiff.writers.note.prose import sentence
from treatydiff.writers.note.values import heading, item, numbered
from treatydiff.writers.statements import some

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Change, Comparison, Finding
    from treatydiff.text.units import Unit
    from treatydiff.writers.html.sheet import Sheet
    from treatydiff.writers.note.values import Block

_GROUPS: Final[tuple[tuple[str, str, str], ...]] = (
    ("bindingness", "weakens", "A duty has been weakened, or has gone, in"),
    ("bindingness", "strengthens", "A duty has been strengthened, or is new, in"),
    ("rights", "weakens", "A right or safeguard has been weakened in"),
    ("rights", "strengthens", "A right or safeguard has been strengthened in"),
    ("scope", "narrows", "The scope has been narrowed in"),
    ("scope", "widens", "The scope has been widened in"),
)
_EITHER: Final = "A change of high weight that can be taken either way has been made in"
_MOST_ITEMS: Final = 12
_FEW: Final = 6
"""Articles that are still named one by one."""


def introduction(comparison: Comparison, sheet: Sheet) -> Iterator[Block]:
    """Say which drafts are compared, how much changed, how much of it weighs, and which articles read as before."""
    yield heading("part", "Introduction")
    old, new = naming.drafts(comparison)
    yield numbered(
        f"This note sets out, article by article, what has changed from {old} to {new}. It has been drawn up from the two "
        "texts alone: it says what they provide, not why they were changed, and it is no part of the negotiated text."
    )
    yield numbered(_extent(comparison, sheet))
    if all(severity(change) != "high" for change in comparison.changes):
        strong, rest = weighing(comparison)
        yield from [numbered(f"{strong}{rest}")] if strong or rest else []
    same = [group for group in sheet.groups if group.new and not group.unit.is_head and group.reads_the_same]
    if same:
        read = "reads" if len(same) == 1 else "read"
        renumbered = [
            group.unit for group in same if group.old and bare(group.old.provision.num) != bare(group.unit.provision.num)
        ]
        which = naming.articles(renumbered) if len(renumbered) <= _FEW else "some of them"
        under = f", {'' if len(same) == 1 else f'{which} '}under another number" if renumbered else ""
        yield numbered(f"{capital(naming.articles(group.unit for group in same))} {read} as before{under}.")


def _extent(comparison: Comparison, sheet: Sheet) -> str:
    kinds = Counter(change.link.kind for change in comparison.changes if not change.follows)
    same = sum(len(change.link.new) for change in comparison.changes if change.link.kind == "same")
    follows = sum(change.follows for change in comparison.changes)
    joined = kinds["split"] + kinds["merged"] + kinds["regrouped"]
    moved = sum(change.link.moved for change in comparison.changes)
    found = (
        (same, "reads as before", "read as before"),
        (kinds["edited"], "has been reworded", "have been reworded"),
        (kinds["inserted"], "is new", "are new"),
        (follows, "only follows a renumbering", "only follow a renumbering"),
        (joined, "change splits or merges clauses", "changes split or merge clauses"),
        (moved, "clause has been moved", "clauses have been moved"),
    )
    said = listed(f"{count:,} {one if count == 1 else many}" for count, one, many in found if count)
    gone = kinds["deleted"]
    deleted = f" {counted(gone, 'clause')} of the earlier draft {'has' if gone == 1 else 'have'} been deleted." if gone else ""
    sizes = [
        _size(units, clauses)
        for units, clauses in ((sheet.old_units, comparison.old_clauses), (sheet.new_units, comparison.new_clauses))
    ]
    return f"The earlier draft has {sizes[0]}, the later one {sizes[1]}. Of the clauses of the later draft, {said}.{deleted}"


def _size(units: dict[str, Unit], clauses: Sequence[object]) -> str:
    articles = len({unit.id for unit in units.values() if unit.provision.kind == "article"})
    return (
        f"{counted(articles, 'article')} in {counted(len(clauses), 'clause')}" if articles else counted(len(clauses), "clause")
    )


def main_changes(comparison: Comparison) -> Iterator[Block]:
    """List the changes of high weight by what the gravest finding of each does, a clause once."""
    heavy: dict[str, tuple[Change, Finding]] = {}
    for finding, change in comparison.findings():
        if finding.severity == "high":
            heavy.setdefault(change.id, (change, finding))
    if not heavy:
        return
    yield heading("part", "Main changes")
    is_one = len(heavy) == 1
    yield numbered(
        f"{capital(number(len(heavy)))} {'change weighs' if is_one else 'changes weigh'} heavily. "
        + ("It is" if is_one else "They are listed here by what they do, each once, and are")
        + f" told in full under {'its' if is_one else 'their'} article{'' if is_one else 's'}."
    )
    for place in range(len(_GROUPS) + 1):
        found = [item for item in heavy.values() if _group(item[1]) == place]
        if found:
            yield from _listed_group(_GROUPS[place][2] if place < len(_GROUPS) else _EITHER, found)


def _listed_group(said: str, found: Sequence[tuple[Change, Finding]]) -> Iterator[Block]:
    whole = [change.link.old[0] for change, finding in found if _is_whole_article(change, finding)]
    rest = [each for each in found if not _is_whole_article(*each)] if len(whole) > 1 else list(found)
    left = f", of which {_MOST_ITEMS} are listed here" if len(rest) > _MOST_ITEMS else ""
    yield numbered(f"{said} {counted(len(found), 'place')}{left}:")
    items = [(capital(_cited(change)), sentence(finding)) for change, finding in rest[:_MOST_ITEMS]]
    if len(whole) > 1:
        named = f"{capital(naming.articles_named(clause.provision for clause in whole))} of the earlier draft"
        items.append((named, "These articles have been deleted, each with words that bind."))
    yield from (item(n, words, place) for n, (place, words) in enumerate(items))


def _is_whole_article(change: Change, finding: Finding) -> bool:
    """Whether an article was deleted as a whole, and a duty with it."""
    is_heading = not change.link.new and change.link.old[0].is_heading and change.link.old[0].provision.kind == "article"
    return is_heading and finding.rule == "structure" and finding.bindingness == "weakens"


def _cited(change: Change) -> str:
    clause = (change.link.new or change.link.old)[0]
    return clause.label if change.link.new else f"{clause.label} of the earlier draft"


def _group(finding: Finding) -> int:
    """Give the place among the groups of what a finding does, where a safeguard is one of rights first."""
    is_safeguard = finding.rule == "safeguards"
    order = sorted(range(len(_GROUPS)), key=lambda n: is_safeguard and _GROUPS[n][0] != "rights")
    return next((n for n in order if getattr(finding, _GROUPS[n][0]) == _GROUPS[n][1]), len(_GROUPS))


def terms(comparison: Comparison) -> Iterator[Block]:
    """Say which terms were replaced throughout, and where the old one is left."""
    if not comparison.terms:
        return
    labels = {clause.id: clause.label for clause in comparison.new_clauses}
    yield heading("part", "Terms replaced throughout")
    for term in comparison.terms:
        clauses = [labels[each] for each in term.clauses if each in labels]
        left = [labels[each] for each in term.survivors if each in labels]
        yield numbered(
            f"“{term.old}” has been replaced by “{term.new}” {counted(term.times, 'time')}, in {some(clauses)}."
            + (f" The former term is left in {some(left)}." if left else "")
        )
