"""A link with its redline and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model.clause import Clause
    from treatydiff.model.link import Link

RedlineOp = Literal["equal", "delete", "insert"]
MarkOp = Literal["added", "removed", "resolved", "kept"]
Severity = Literal["high", "medium", "low", "info"]
Axis = Literal["strengthens", "weakens", "neutral", "context"]
ScopeAxis = Literal["widens", "narrows", "neutral", "context"]
Span = tuple[int, int]


class RedlinePart(NamedTuple):
    """A run of text that stayed, went or came. Equal and delete parts join to the old text, equal and insert to the new."""

    op: RedlineOp
    text: str


class MovedWords(NamedTuple):
    """Words of a clause that stand elsewhere in it now: their character spans in the old and in the new wording.

    The redline has them as a deletion and an insertion; they are equal but for case and white space.
    """

    old: Span
    new: Span


class MarkChange(NamedTuple):
    """What became of a mark. `old` and `new` are the words it stands on, after its label, empty on the side without it.

    `resolved` is a contested mark (bracket, option) that went while its words stayed or were replaced; `removed` one that
    went with nothing left of its words.
    """

    kind: str
    op: MarkOp
    old: str
    new: str


class Force(NamedTuple):
    """The deontic operator that governs some words: as written ("shall"), what it is called ("duty"), and how much it binds.

    `strength` runs from 5 (binds most) to 0 (frees); -1 binds nobody.
    """

    words: str
    name: str
    strength: int


class Finding(NamedTuple):
    """What a change means, as data. Writers own the wording around it; `message` is one plain sentence without a full stop.

    `rule` is the rule's id, `category` its id in the taxonomy ("T01"). `old` and `new` are the words that decided, with
    their character spans in the old and new wording; the span is None and the words empty where one side has none. `actor`
    is who is bound or empowered, empty when the clause does not say; `old_operator` and `new_operator` are what governs the
    words on either side, None where nothing does. The three axes are separate and none is a verdict.
    `weight` orders findings of one severity, larger first: for a modality the steps on the ladder of operators.
    """

    rule: str
    category: str
    severity: Severity
    bindingness: Axis
    rights: Axis
    scope: ScopeAxis
    actor: str
    old: str
    new: str
    old_span: Span | None
    new_span: Span | None
    message: str
    weight: int = 0
    old_operator: Force | None = None
    new_operator: Force | None = None


class Change(NamedTuple):
    """One link with the redline of its words, what moved inside it, the changes of its marks and its findings.

    Several clauses on one side of the link are read as one text, joined by a line break. `follows` when nothing in the words
    changed but references to provisions that were renumbered, so that the clause says what it said.
    """

    id: str
    link: Link
    redline: tuple[RedlinePart, ...]
    marks: tuple[MarkChange, ...] = ()
    findings: tuple[Finding, ...] = ()
    follows: bool = False
    moved_words: tuple[MovedWords, ...] = ()

    @property
    def old_words(self) -> str:
        """The old wording."""
        return wording(self.link.old)

    @property
    def new_words(self) -> str:
        """The new wording."""
        return wording(self.link.new)

    @property
    def is_editorial(self) -> bool:
        """Whether all that is said of the change is that spelling, numbers or punctuation are written in another way."""
        return bool(self.findings) and all(one.rule == "editorial" and one.severity == "info" for one in self.findings)


def wording(clauses: Sequence[Clause]) -> str:
    """Read the clauses of one side of a link as one text, joined by line breaks."""
    return clauses[0].words if len(clauses) == 1 else "\n".join(clause.words for clause in clauses)
