"""Changes that a treaty folder does not let pass without a note, and the notes that answer for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.agreed_text_changed import agreed_before
from treatydiff.checks.check import Check, Seen
from treatydiff.checks.places import Places
from treatydiff.model import Spot, Waiver
from treatydiff.text.citations import cited

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.checks.source import Part
    from treatydiff.checks.subject import Subject
    from treatydiff.model import Change, ChangeNote, PolicyKind, Problem, Provision

ID: Final = "policy"
_SAYS: Final[dict[PolicyKind, str]] = {
    "duty-weakened": "a duty binds less than before",
    "safeguard-lost": "a safeguard was lost",
    "agreed-text-changed": "agreed text was changed",
}
_GRAVE: Final = frozenset({"high", "medium"})
_MEND: Final = 'restore it, or answer for it in changes.toml: [[change]] with draft = "{}", clause and reason'


def unnoted(subject: Subject, kinds: Iterable[PolicyKind], draft: str) -> Iterator[Problem]:
    """Yield the changes of some kinds since the draft before, each once for each kind; `draft` is the id of the new draft."""
    places = Places(subject)
    before: Provision | None = None
    for change in subject.comparison.changes if subject.comparison else ():
        if change.link.new:
            before = change.link.new[0].provision
        for kind in kinds:
            if said := _said(change, kind, subject):
                seen = Seen(
                    said[0], f"{_SAYS[kind]} without a note: {said[1]}", _MEND.format(draft), before, part=_part(change)
                )
                yield places.problem(seen, _POLICY, "error")


def _said(change: Change, kind: PolicyKind, subject: Subject) -> tuple[str, str] | None:
    """Give the words and what is said of them where a change is of a kind; None where it is not."""
    if kind == "agreed-text-changed":
        label = change.link.old[0].label if change.link.old else ""
        return ("", f"{label} was {said}") if (said := agreed_before(change, subject)) else None
    for finding in change.findings:
        lost = finding.rule == "safeguards" and finding.old and not finding.new and finding.rights == "weakens"
        weaker = finding.bindingness == "weakens" and finding.severity in _GRAVE
        if lost if kind == "safeguard-lost" else weaker:
            return finding.new or finding.old, finding.message
    return None


def _part(change: Change) -> Part:
    return "heading" if change.link.new and change.link.new[0].is_heading else "words"


def answered(subject: Subject, notes: Iterable[ChangeNote], path: str) -> Iterator[Waiver]:
    """Yield the notes on this draft, from a file at `path`, as waivers of what the policy would report of their clauses.

    A note on a clause that is not there allows nothing, and is told like any other waiver that has nothing to allow.
    """
    for note in notes:
        spot = Spot(label=note.clause)
        yield Waiver(ID, note.reason, "", path, spot, provisions=frozenset(_covered(subject, note.clause)))


def _covered(subject: Subject, citation: str) -> Iterator[str]:
    """Yield the ids of what a note covers: the clause in the new draft, or what stood before one that went."""
    if clause := cited(subject.clauses, citation):
        yield clause.id
    comparison = subject.comparison
    gone = cited(comparison.old_clauses, citation) if comparison else None
    before: Provision | None = None
    for change in comparison.changes if comparison and gone else ():
        if change.link.new:
            before = change.link.new[0].provision
        elif gone in change.link.old and before is not None:
            yield before.id


_POLICY: Final = Check(
    ID, "TD000", "error", "Changes that need a note and have none", lambda _: (), (), (), needs_previous=True
)
