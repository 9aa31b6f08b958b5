"""What became of a proposal, measured on the drafts that followed it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.history.descent import descent
from treatydiff.model import Fate, Proposal
from treatydiff.text.citations import cited
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from treatydiff.history.descent import Descent, Node
    from treatydiff.model import Clause, History, Provision, Record

_STRAGGLERS: Final = 0.1
"""Share of the places of a new term at which the old one may be left for it to count as replaced throughout."""


class ProposalFate(NamedTuple):
    """A proposal and what the text shows of it.

    `decided` is the place of the draft that decided it, None where none did; `why` is what was measured, or why nothing could
    be, in a few plain words. `clauses` are the clauses that it is about in its own draft, `heirs` what they became in the last.
    """

    proposal: Proposal
    fate: Fate
    decided: int | None
    why: str
    clauses: tuple[Clause, ...]
    heirs: tuple[Clause, ...]


class Position(NamedTuple):
    """What a State or a group did about a proposal: "proposed", "supported" or "opposed", and how the record names it."""

    role: str
    named: str
    fate: ProposalFate


class _Tie(NamedTuple):
    """A proposal at its place in the text: the draft it was made on, -1 before the first, and the clauses it is about there."""

    start: int
    nodes: frozenset[Node]
    unknown: tuple[str, ...]


def fates(history: History, record: Record) -> tuple[ProposalFate, ...]:
    """Say of each proposal what became of it, in the order of the record."""
    tree = descent(history.steps, history.returns)
    return tuple(_fate(one, history, tree) for one in record.proposals)


def positions(found: Iterable[ProposalFate], name: str) -> tuple[Position, ...]:
    """Give what a State or a group proposed, supported and opposed, by the name that the record uses.

    "Jamaica (for CARICOM)" is a position of either; a group is never a position of its members.
    """
    return tuple(
        Position(role, named, one)
        for one in found
        for role, names in (
            ("proposed", one.proposal.proposed_by),
            ("supported", one.proposal.supported_by),
            ("opposed", one.proposal.opposed_by),
        )
        for named in names
        if _is_named(name, named)
    )


def is_unnamed(party: str) -> bool:
    """Whether the record speaks of some whom its source does not name: "(many countries)"; how many they are, nobody knows."""
    return party.startswith("(") and party.endswith(")")


def _is_named(name: str, named: str) -> bool:
    before, _, behind = named.partition(" (for ")
    return name.casefold() in {named.casefold(), before.casefold(), behind.rstrip(")").casefold()}


def _fate(proposal: Proposal, history: History, tree: Descent) -> ProposalFate:
    tie = _tie(proposal, history)
    own = tuple(one for place, one in _clauses(history, tie.nodes) if place == tie.start)
    last = len(history.drafts) - 1
    heirs = tuple(one for place, one in _clauses(history, _with_heirs(tie.nodes, tree)) if place == last)
    fate, decided, why = _measured(proposal, tie, history, tree)
    return ProposalFate(proposal, fate, decided, why, own, heirs)


_Measured = tuple[Fate, int | None, str]


def _measured(proposal: Proposal, tie: _Tie, history: History, tree: Descent) -> _Measured:
    if tie.unknown:
        return "cannot tell", None, f"no clause of {proposal.draft} is cited as {tie.unknown[0]}"
    if tie.start >= len(history.drafts) - 1:
        return "cannot tell", None, "no later draft"
    measure = _MEASURES.get(proposal.operation)
    if measure is None:
        return _UNTOLD
    return measure(proposal, _Text(history, tie, tree))


class _Text:
    """The text that a proposal is about, draft by draft from its own on."""

    def __init__(self, history: History, tie: _Tie, tree: Descent) -> None:
        self.history = history
        self.start = tie.start
        self.is_whole = not tie.nodes
        self._nodes = _with_heirs(tie.nodes, tree)
        self.later = range(tie.start + 1, len(history.drafts))

    def exists(self, draft: int) -> bool:
        """Whether anything of the clauses is in a draft."""
        return self.is_whole or any(place == draft for place, _ in self._nodes)

    def has(self, draft: int, words: Sequence[str], *, wide: bool = False) -> bool:
        """Whether the clauses of a draft hold all of some phrases; `wide` also looks at the rest of their articles."""
        if draft < 0:
            return False
        texts = [_said(clause.words) for clause in self._of(draft, wide=wide)]
        return bool(words) and all(any(_said(phrase) in text for text in texts) for phrase in words)

    def count(self, draft: int, words: Sequence[str]) -> int:
        """Count the clauses of a draft that hold any of some phrases."""
        said = [_said(clause.words) for clause in self._of(draft, wide=False)]
        return sum(any(_said(phrase) in text for phrase in words) for text in said)

    def gave_way(self, draft: int, went: Sequence[str], came: Sequence[str]) -> bool:
        """Whether some words gave way to others: wholly in clauses that are named, but for stragglers in a whole text."""
        left = self.count(draft, went)
        few = left <= _STRAGGLERS * self.count(draft, came) if self.is_whole else left == 0
        return few and self.has(draft, came)

    def _of(self, draft: int, *, wide: bool) -> Iterator[Clause]:
        clauses = self.history.drafts[draft].clauses
        if self.is_whole:
            yield from clauses
            return
        own = {name for place, name in self._nodes if place == draft}
        articles = {_article(clause) for clause in clauses if clause.id in own} - {""} if wide else set()
        yield from (clause for clause in clauses if clause.id in own or (wide and _article(clause) in articles))

    def weakened_after(self, draft: int) -> int | None:
        """Give the first draft after one in which a duty of the clauses was weakened; None where none was."""
        for step in self.history.steps:
            if step.before >= draft and step.after in self.later:
                for change in step.comparison.changes:
                    mine = any((step.after, clause.id) in self._nodes for clause in change.link.new)
                    if mine and any(one.bindingness == "weakens" and one.severity != "info" for one in change.findings):
                        return step.after
        return None


def _of_insertion(proposal: Proposal, read: _Text) -> _Measured:
    words = proposal.words_in
    if not words:
        return _UNTOLD
    missing = [phrase for phrase in words if not read.has(read.start, [phrase], wide=True)]
    came = next((draft for draft in read.later if read.has(draft, words, wide=True)), None)
    if missing and came is None:
        return _in_part(missing, read)
    first = read.start if came is None or not missing else came
    gone = next((draft for draft in read.later if draft > first and not read.has(draft, words, wide=True)), None)
    if gone is not None and not read.has(read.later[-1], words, wide=True):
        return "entered, then dropped", gone, f"{_quoted(words)} {'stood there' if not missing else 'came'} and went"
    if not missing:
        return "already there", None, f"{_quoted(words)} stands in the draft it was made on"
    weakened = None if read.is_whole else read.weakened_after(first)
    if weakened is not None:
        return "entered, then weakened", weakened, f"{_quoted(words)} came; a duty in the clause was weakened later"
    return "entered", first, f"{_quoted(words)} came{_and_back(gone, read, words)}"


def _and_back(gone: int | None, read: _Text, words: Sequence[str]) -> str:
    """Say in which drafts words that stand in the last one had gone and come back."""
    back = next(
        (draft for draft in read.later if gone is not None and draft > gone and read.has(draft, words, wide=True)), None
    )
    drafts = read.history.drafts
    return "" if gone is None or back is None else f", went in {drafts[gone].id} and came back in {drafts[back].id}"


def _in_part(missing: Sequence[str], read: _Text) -> _Measured:
    """Say which of several phrases came, where not all did."""
    for draft in read.later:
        came = [phrase for phrase in missing if read.has(draft, [phrase], wide=True)]
        if came:
            rest = [phrase for phrase in missing if phrase not in came]
            return "entered in part", draft, f"{_quoted(came)} came, {_quoted(rest)} did not"
    return "never appeared", None, f"{_quoted(missing)} is in no later draft{'' if read.is_whole else ' of the article'}"


def _of_deletion(proposal: Proposal, read: _Text) -> _Measured:
    words = proposal.words_out
    if words:
        return _went(lambda draft: read.has(draft, words), read, _quoted(words))
    return _NOTHING_NAMED if read.is_whole else _went(read.exists, read, "the clause")


def _went(stands: Callable[[int], bool], read: _Text, said: str) -> _Measured:
    if not stands(read.start):
        return "cannot tell", None, f"{said} is not in the draft it was made on"
    gone = next((draft for draft in read.later if not stands(draft)), None)
    if gone is None:
        return "not done", None, f"{said} stayed"
    back = next((draft for draft in read.later if draft > gone and stands(draft)), None)
    if back is not None:
        return "done, then undone", back, f"{said} went and came back"
    return "done", gone, f"{said} went"


def _of_substitution(proposal: Proposal, read: _Text) -> _Measured:
    came, went = proposal.words_in, proposal.words_out
    if not (came and went):
        return _UNTOLD
    if not read.has(read.start, went):
        return "cannot tell", None, f"{_quoted(went)} is not in the draft it was made on"
    said = f"{_quoted(came)} for {_quoted(went)}"
    done = next((draft for draft in read.later if read.gave_way(draft, went, came)), None)
    if done is None:
        return "not done", None, f"{said} did not come"
    undone = next((draft for draft in read.later if draft > done and not read.gave_way(draft, went, came)), None)
    if undone is not None:
        return "done, then undone", undone, f"{said} came and went again"
    left = read.count(done, went)
    return "done", done, f"{said} came" + (f"; {_quoted(went)} is left in {left} clause{'s' * (left > 1)}" if left else "")


def _of_retention(proposal: Proposal, read: _Text) -> _Measured:
    words = proposal.words_in
    if not words and read.is_whole:
        return _NOTHING_NAMED
    stands: Callable[[int], bool] = (lambda draft: read.has(draft, words)) if words else read.exists
    said = _quoted(words) if words else "the clause"
    if not stands(read.start):
        return "cannot tell", None, f"{said} is not in the draft it was made on"
    lost = next((draft for draft in read.later if not stands(draft)), None)
    return ("kept", None, f"{said} stayed") if lost is None else ("lost", lost, f"{said} went")


_UNTOLD: Final[_Measured] = ("cannot tell", None, "the record does not give the words")
_NOTHING_NAMED: Final[_Measured] = ("cannot tell", None, "the record names neither a clause nor its words")
_MEASURES: Final[Mapping[str, Callable[[Proposal, _Text], _Measured]]] = {
    "insert": _of_insertion,
    "define": _of_insertion,
    "delete": _of_deletion,
    "substitute": _of_substitution,
    "retain": _of_retention,
}


def _tie(proposal: Proposal, history: History) -> _Tie:
    """Find the clauses that a proposal names, with all that is below them; without a draft it is tied to its date."""
    ids = [draft.id for draft in history.drafts]
    if proposal.draft not in ids:
        return _Tie(_before(proposal.date, history), frozenset(), ())
    start = ids.index(proposal.draft)
    draft = history.drafts[start]
    found: set[Node] = set()
    unknown = []
    for citation in proposal.clauses:
        clause = cited(draft.clauses, citation)
        if clause is None:
            unknown.append(citation)
        else:
            found |= {(start, one.id) for one in draft.clauses if _is_below(one, clause.provision)}
    return _Tie(start, frozenset(found), tuple(unknown))


def _before(date: str, history: History) -> int:
    """Give the place of the last draft that is not later than a date; -1 where all are, or none tells its date."""
    dated = [n for n, draft in enumerate(history.drafts) if draft.entry.date and draft.entry.date <= date]
    return dated[-1] if dated else -1


def _is_below(clause: Clause, provision: Provision) -> bool:
    return clause.id == provision.id or any(one.id == provision.id for one in clause.ancestors)


def _with_heirs(nodes: frozenset[Node], tree: Descent) -> frozenset[Node]:
    return nodes.union(*(tree.heirs(node) for node in nodes))


def _clauses(history: History, nodes: frozenset[Node]) -> Iterator[tuple[int, Clause]]:
    for place, draft in enumerate(history.drafts):
        yield from ((place, clause) for clause in draft.clauses if (place, clause.id) in nodes)


def _article(clause: Clause) -> str:
    """Give the id of the article that holds a clause, or of what stands in its place; empty at the top."""
    chain = (*clause.ancestors, clause.provision)
    return next((one.id for one in chain if one.kind in {"article", "annex", "preamble"}), "")


@lru_cache(maxsize=8192)
def _said(text: str) -> str:
    """Give the words of a text in lower case between blanks, so that a phrase in it is a phrase of whole words."""
    return f" {' '.join(bare_words(text.casefold()))} "


def _quoted(words: Sequence[str]) -> str:
    return " and ".join(f"“{phrase}”" for phrase in words)
