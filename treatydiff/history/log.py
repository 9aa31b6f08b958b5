"""What each draft did to one provision of a treaty, or to all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from treatydiff.diff import mark_changes, redline
from treatydiff.history.articles import articles
from treatydiff.history.descent import descent
from treatydiff.history.paths import paths
from treatydiff.history.story import event, places, touches
from treatydiff.model import Change, Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from treatydiff.history.descent import Node
    from treatydiff.history.paths import Path
    from treatydiff.history.story import Event
    from treatydiff.history.subject import Subject
    from treatydiff.model import Clause, History, LinkKind, Return, Step


class Passage(NamedTuple):
    """What one draft did to one clause, or to several that were split, merged or regrouped.

    `clauses` are what came of it, none where it was deleted. `change` led there from the draft before, and is None in a draft
    that is based on none; for a clause that came back, `returned` is set and `change` compares it with its last wording.
    """

    event: Event
    clauses: tuple[Clause, ...]
    change: Change | None = None
    returned: Return | None = None


class Entry(NamedTuple):
    """What one draft did: its place, the step that led to it (None where it is based on no draft), and the passages."""

    draft: int
    step: Step | None
    passages: tuple[Passage, ...]

    @property
    def changed(self) -> tuple[Passage, ...]:
        """The passages in which something happened."""
        return tuple(one for one in self.passages if one.event != "unchanged")


class Log(NamedTuple):
    """The entries of a subject, or of the whole treaty where that is None, and the paths of wordings in it.

    Entries stand in the order of the drafts; a draft that neither has the subject nor ended a part of it has none.
    """

    history: History
    subject: Subject | None
    entries: tuple[Entry, ...]
    paths: tuple[Path, ...]


def log(history: History, subject: Subject | None = None) -> Log:
    """Tell what every draft did to a subject: to its clauses, what they came of and became, and all that ever stood there.

    What ever stood there are the clauses below the same article or paragraph in any draft, so that none is forgotten that
    was deleted.
    """
    family = _family(history, subject) if subject else None
    back = {(one.after, one.new.id): one for one in history.returns}
    steps = {step.after: step for step in history.steps}
    entries = (_entry(history, place, steps.get(place), family, back) for place in range(len(history.drafts)))
    kept = tuple(entry for entry in entries if entry.passages)
    lines = places(history)
    names = {history.lines[number].id for node, number in lines.items() if family is None or node in family}
    return Log(history, subject, kept, tuple(path for path in paths(history) if path.line.id in names))


def _family(history: History, subject: Subject) -> frozenset[Node]:
    tree = descent(history.steps, history.returns)
    nodes = set(_standing_there(history, subject))
    return frozenset(nodes.union(*(tree.origins(node) | tree.heirs(node) for node in nodes)))


def _standing_there(history: History, subject: Subject) -> Iterator[Node]:
    """Yield the clauses of a subject, and those below the same provision in the other drafts."""
    yield from ((subject.draft, clause.id) for clause in subject.clauses)
    for place, head in enumerate(_heads(history, subject)):
        if head is not None:
            below = (one for one in history.drafts[place].clauses if one.id == head.id or _is_below(one, head))
            yield from ((place, one.id) for one in below)


def _heads(history: History, subject: Subject) -> tuple[Clause | None, ...]:
    """Give in each draft the provision that a subject is, where other clauses stand below it."""
    for line in articles(history):
        head = line.places[subject.draft]
        if head is not None and head.id == subject.provision.id:
            return line.places
    first = subject.clauses[0]
    if first.provision is not subject.provision or (len(subject.clauses) == 1 and not first.is_heading):
        return ()
    return history.lines[places(history)[subject.draft, first.id]].places


def _is_below(clause: Clause, other: Clause) -> bool:
    return any(above.id == other.id for above in clause.ancestors)


def _entry(
    history: History, place: int, step: Step | None, family: frozenset[Node] | None, back: Mapping[Node, Return]
) -> Entry:
    clauses = [one for one in history.drafts[place].clauses if family is None or (place, one.id) in family]
    if step is None:
        return Entry(place, None, tuple(Passage("first", (clause,)) for clause in clauses))
    changes = step.comparison.changes
    if family is not None:
        before = {name for draft, name in family if draft == step.before}
        mine = {clause.id for clause in clauses}
        changes = tuple(change for change in changes if touches(change, before, mine))
    return Entry(place, step, tuple(_passage(change, place, back) for change in changes))


def _passage(change: Change, place: int, back: Mapping[Node, Return]) -> Passage:
    link = change.link
    if not link.new:
        return Passage("deleted", (), change)
    returned = None if link.old else back.get((place, link.new[0].id))
    if returned is None:
        return Passage(event((change,)), link.new, change)
    return Passage("returned", link.new, _compared(change, returned), returned)


def _compared(change: Change, returned: Return) -> Change:
    """Compare what came back with its last wording; the findings are those of its coming."""
    old, new = returned.old, returned.new
    parts = redline(old.words, new.words)
    kind: LinkKind = "same" if old.words == new.words else "edited"
    link = Link(kind, (old,), (new,), returned.similarity, old.provision.num != new.provision.num)
    return Change(change.id, link, parts, mark_changes((old,), (new,), parts), change.findings)
