"""What a person points to in a history: a clause of some draft with all that stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.errors import UsageError
from treatydiff.text.citations import cited_whole, is_cited, labels_above
from treatydiff.text.numbers import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Clause, Draft, History, Provision


class Subject(NamedTuple):
    """What is pointed to: how it is cited in full, in which draft by its place, and its clauses there.

    The first of `clauses` is the one cited, where that has words or a heading; the others stand below it.
    """

    label: str
    draft: int
    clauses: tuple[Clause, ...]

    @property
    def provision(self) -> Provision:
        """The provision that is pointed to, which need be no clause itself."""
        first, *others = self.clauses
        if first.label == self.label:
            return first.provision
        shared = [above for above in reversed(first.ancestors) if all(above in one.ancestors for one in others)]
        return next((above for above in shared if _is_called(self.label, above)), first.provision)


def subject(history: History, citation: str) -> Subject:
    """Find what is cited as "art 45(1)", as "art 5@zero" (by the numbers of that draft), or by an id, "final/art_5" too.

    Without a draft it is the latest that has such a number, so that what only earlier drafts have is found as well.

    Raises:
        UsageError: no draft has that id, or no clause is cited like this.

    """
    name, wanted = _parted(citation, [draft.id for draft in history.drafts])
    for place in reversed(range(len(history.drafts))):
        draft = history.drafts[place]
        if wanted in {"", draft.id}:
            found = cited_whole(draft.clauses, name)
            if found:
                return Subject(_label(found, name), place, found)
    where = f"of {wanted}" if wanted else "of any draft"
    latest = wanted or history.drafts[-1].id
    raise UsageError(
        f"no clause {where} is cited as {name!r}", mend=f"write it as in {_example(history.drafts, latest)!r}, or give its id"
    )


def draft_place(history: History, name: str) -> int:
    """Give the place of a draft by its id.

    Raises:
        UsageError: there is no such draft.

    """
    ids = [draft.id for draft in history.drafts]
    if name not in ids:
        raise UsageError(f"there is no draft {name!r}", mend=f"choose from {', '.join(ids)}")
    return ids.index(name)


def _parted(citation: str, ids: list[str]) -> tuple[str, str]:
    """Part a citation from the draft in which it is meant; the draft is empty where none is named."""
    name, at, draft = citation.rpartition("@")
    if at:
        if draft not in ids:
            raise UsageError(f"there is no draft {draft!r}", mend=f"choose from {', '.join(ids)}")
        return name, draft
    draft, slash, name = citation.partition("/")
    return (name, draft) if slash and draft in ids else (citation, "")


def _label(found: tuple[Clause, ...], citation: str) -> str:
    """Give the label of what is cited: that of the first clause, or of what it stands in where that is no clause."""
    label = found[0].label
    if found[0].id == citation or is_cited(label, citation):
        return label
    held = next((above for above in found[0].ancestors if above.id == citation), None)
    if held is not None:
        return next((above for above in labels_above(label) if _is_called(above, held)), label)
    return next((above for above in labels_above(label) if is_cited(above, citation)), label)


def _is_called(label: str, provision: Provision) -> bool:
    """Whether a label ends with the number of a provision."""
    return label.endswith((f" {bare(provision.num)}", f"({bare(provision.num)})"))


def _example(drafts: Iterable[Draft], name: str) -> str:
    clauses = next(draft.clauses for draft in drafts if draft.id == name)
    numbered = (clause for clause in clauses if clause.provision.num and clause.label.startswith("article"))
    return next(numbered, clauses[0]).label if clauses else "article 1"
