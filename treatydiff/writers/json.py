"""A comparison, or a document, as JSON: the contract with programs outside, one struct for each object of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec

from treatydiff.model import Axis, LinkKind, MarkKind, MarkOp, NoteKind, RedlineOp, ScopeAxis, Severity, Span
from treatydiff.version import __version__
from treatydiff.writers.json_bytes import json_bytes

if TYPE_CHECKING:
    from treatydiff import model
    from treatydiff.writers.writer import Layout

_GENERATOR = f"treatydiff {__version__}"
_Count = Annotated[int, msgspec.Meta(ge=0)]
_Share = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]


class Warned(msgspec.Struct, frozen=True):
    """Trouble that reading survived."""

    code: str
    message: str
    line: int | None
    page: int | None


class Draft(msgspec.Struct, frozen=True):
    """One of the two drafts."""

    path: str
    title: str
    symbol: str
    date: str
    language: str
    format: str
    sha256: str
    clauses: _Count
    warnings: list[Warned]


class Side(msgspec.Struct, frozen=True):
    """A clause on one side of a change; `text` is what it is judged by, so its heading where it has no text."""

    id: str
    kind: str
    label: str
    num: str
    heading: str
    text: str


class Part(msgspec.Struct, frozen=True):
    """A run of the redline."""

    op: RedlineOp
    text: str


class WordsMoved(msgspec.Struct, frozen=True):
    """Words that the redline strikes and inserts again elsewhere; spans as in a finding, `text` as it is written now."""

    text: str
    old_span: Span
    new_span: Span


class MarkChanged(msgspec.Struct, frozen=True):
    """What became of a mark."""

    kind: str
    op: MarkOp
    old: str
    new: str


class Force(msgspec.Struct, frozen=True):
    """The operator that governs the words of a finding; `strength` runs from 5 (binds most) to 0, -1 binds nobody."""

    words: str
    name: str
    strength: int


class Found(msgspec.Struct, frozen=True):
    """What the change means under one rule; spans are character offsets into the joined wording of their side."""

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
    old_operator: Force | None
    new_operator: Force | None


class Changed(msgspec.Struct, frozen=True):
    """One link: the clauses, what happened to them, and what it means."""

    id: str
    kind: LinkKind
    renumbered: bool
    moved: bool
    heading_changed: bool
    old: list[Side]
    new: list[Side]
    similarity: _Share
    redline: list[Part]
    marks: list[MarkChanged]
    findings: list[Found]
    moved_words: list[WordsMoved]


class Term(msgspec.Struct, frozen=True):
    """A substitution repeated across the text."""

    old: str
    new: str
    count: _Count
    clauses: list[str]
    survivors: list[str]


class Kinds(msgspec.Struct, frozen=True):
    """How many changes there are of each kind."""

    same: _Count = 0
    edited: _Count = 0
    inserted: _Count = 0
    deleted: _Count = 0
    split: _Count = 0
    merged: _Count = 0
    regrouped: _Count = 0


class Severities(msgspec.Struct, frozen=True):
    """How many findings there are of each severity."""

    high: _Count = 0
    medium: _Count = 0
    low: _Count = 0
    info: _Count = 0


class Summary(msgspec.Struct, frozen=True):
    """The figures of the whole comparison."""

    kinds: Kinds
    renumbered: _Count
    moved: _Count
    findings: Severities


class ComparisonFile(msgspec.Struct, frozen=True):
    """Two drafts of a treaty compared by treatydiff."""

    schema: Literal["treatydiff.comparison/1"]
    generator: str
    old: Draft
    new: Draft
    changes: list[Changed]
    terms: list[Term]
    summary: Summary


class Marked(msgspec.Struct, frozen=True):
    """A span over words that is not of the words."""

    kind: MarkKind
    start: _Count
    end: _Count
    label: str
    note: str
    opens: bool
    closes: bool


class Node(msgspec.Struct, frozen=True):
    """A provision with what stands below it."""

    id: str
    kind: str
    num: str
    heading: str
    text: str
    closing: str
    marks: list[Marked]
    heading_marks: list[Marked]
    line: int | None
    page: int | None
    children: list[Node]


class Noted(msgspec.Struct, frozen=True):
    """Text of the file that is not of the draft's provisions."""

    kind: NoteKind
    text: str
    label: str
    place: str
    line: int | None
    page: int | None


class DocumentFile(msgspec.Struct, frozen=True):
    """One draft as treatydiff read it."""

    schema: Literal["treatydiff.document/1"]
    generator: str
    path: str
    title: str
    symbol: str
    date: str
    language: str
    based_on: str
    format: str
    sha256: str
    warnings: list[Warned]
    provisions: list[Node]
    notes: list[Noted]


def write_comparison(comparison: model.Comparison, _layout: Layout) -> bytes:
    """Write a comparison as UTF-8 JSON by the contract `treatydiff.comparison/1`, indented by two spaces."""
    return json_bytes(
        ComparisonFile(
            schema="treatydiff.comparison/1",
            generator=_GENERATOR,
            old=_draft(comparison.old, len(comparison.old_clauses)),
            new=_draft(comparison.new, len(comparison.new_clauses)),
            changes=[_changed(change) for change in comparison.changes],
            terms=[Term(term.old, term.new, term.times, list(term.clauses), list(term.survivors)) for term in comparison.terms],
            summary=_summary(comparison),
        )
    )


def write_document(document: model.Document, _layout: Layout) -> bytes:
    """Write a draft as UTF-8 JSON: its metadata and the tree of its provisions, words and marks apart."""
    data = document.metadata
    return json_bytes(
        DocumentFile(
            schema="treatydiff.document/1",
            generator=_GENERATOR,
            path=data.path,
            title=data.title,
            symbol=data.symbol,
            date=data.date,
            language=data.language,
            based_on=data.based_on,
            format=data.format,
            sha256=data.sha256,
            warnings=_warnings(document),
            provisions=[_node(provision) for provision in document.provisions],
            notes=[Noted(note.kind, note.text, note.label, note.place, note.line, note.page) for note in document.notes],
        )
    )


def comparison_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a comparison."""
    return _schema(ComparisonFile)


def document_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of a document."""
    return _schema(DocumentFile)


def _schema(struct: type[msgspec.Struct]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(struct)}


def _warnings(document: model.Document) -> list[Warned]:
    return [Warned(warning.code, warning.message, warning.line, warning.page) for warning in document.warnings]


def _draft(document: model.Document, clauses: int) -> Draft:
    data = document.metadata
    return Draft(
        path=data.path,
        title=data.title,
        symbol=data.symbol,
        date=data.date,
        language=data.language,
        format=data.format,
        sha256=data.sha256,
        clauses=clauses,
        warnings=_warnings(document),
    )


def _side(clause: model.Clause) -> Side:
    provision = clause.provision
    return Side(provision.id, provision.kind, clause.label, provision.num, provision.heading, clause.words)


def _changed(change: model.Change) -> Changed:
    link = change.link
    return Changed(
        id=change.id,
        kind=link.kind,
        renumbered=link.renumbered,
        moved=link.moved,
        heading_changed=link.heading_changed,
        old=[_side(clause) for clause in link.old],
        new=[_side(clause) for clause in link.new],
        similarity=link.similarity,
        redline=[Part(part.op, part.text) for part in change.redline],
        marks=[MarkChanged(mark.kind, mark.op, mark.old, mark.new) for mark in change.marks],
        findings=[_found(finding) for finding in change.findings],
        moved_words=_moved_words(change),
    )


def _moved_words(change: model.Change) -> list[WordsMoved]:
    if not change.moved_words:
        return []
    words = change.new_words
    return [WordsMoved(words[slice(*moved.new)], moved.old, moved.new) for moved in change.moved_words]


def _found(finding: model.Finding) -> Found:
    return Found(
        rule=finding.rule,
        category=finding.category,
        severity=finding.severity,
        bindingness=finding.bindingness,
        rights=finding.rights,
        scope=finding.scope,
        actor=finding.actor,
        old=finding.old,
        new=finding.new,
        old_span=finding.old_span,
        new_span=finding.new_span,
        old_operator=_force(finding.old_operator),
        new_operator=_force(finding.new_operator),
        message=finding.message,
    )


def _force(force: model.Force | None) -> Force | None:
    return Force(force.words, force.name, force.strength) if force else None


def _summary(comparison: model.Comparison) -> Summary:
    links = [change.link for change in comparison.changes]
    severities = [finding.severity for change in comparison.changes for finding in change.findings]
    return Summary(
        kinds=Kinds(**{kind: sum(link.kind == kind for link in links) for kind in Kinds.__struct_fields__}),
        renumbered=sum(link.renumbered for link in links),
        moved=sum(link.moved for link in links),
        findings=Severities(**{name: severities.count(name) for name in Severities.__struct_fields__}),  # type: ignore[arg-type]
    )


def _node(provision: model.Provision) -> Node:
    return Node(
        id=provision.id,
        kind=provision.kind,
        num=provision.num,
        heading=provision.heading,
        text=provision.text,
        closing=provision.closing,
        marks=_marks(provision.marks),
        heading_marks=_marks(provision.heading_marks),
        line=provision.line,
        page=provision.page,
        children=[_node(child) for child in provision.children],
    )


def _marks(marks: tuple[model.Mark, ...]) -> list[Marked]:
    return [Marked(m.kind, m.start, m.end, m.label, m.note, m.opens, m.closes) for m in marks]
