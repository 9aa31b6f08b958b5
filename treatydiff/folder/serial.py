"""Documents, comparisons and counts as bytes for the cache, and back; bytes that are none of ours give nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from treatydiff.model import (
    Change,
    Comparison,
    Document,
    Finding,
    Link,
    LinkKind,
    MarkChange,
    Measures,
    MovedWords,
    RedlinePart,
    Term,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import Clause


class _Changed(NamedTuple):
    """A change with its clauses by their ids."""

    id: str
    kind: LinkKind
    old: tuple[str, ...]
    new: tuple[str, ...]
    similarity: float
    renumbered: bool
    moved: bool
    heading_changed: bool
    redline: tuple[RedlinePart, ...]
    marks: tuple[MarkChange, ...]
    findings: tuple[Finding, ...]
    follows: bool
    moved_words: tuple[MovedWords, ...]


class _Compared(NamedTuple):
    changes: tuple[_Changed, ...]
    terms: tuple[Term, ...]


def document_bytes(document: Document) -> bytes:
    """Write a document."""
    return msgspec.msgpack.encode(document)


def document_of(data: bytes) -> Document | None:
    """Read a document; None where the bytes are none."""
    try:
        return msgspec.msgpack.decode(data, type=Document)
    except (msgspec.DecodeError, RecursionError):
        return None


def measures_bytes(measures: Measures) -> bytes:
    """Write what is counted in a draft."""
    return msgspec.msgpack.encode(measures)


def measures_of(data: bytes) -> Measures | None:
    """Read what is counted in a draft; None where the bytes are no such thing."""
    try:
        return msgspec.msgpack.decode(data, type=Measures)
    except (msgspec.DecodeError, RecursionError):
        return None


def comparison_bytes(comparison: Comparison) -> bytes:
    """Write what a comparison says beyond its drafts."""
    changes = tuple(
        _Changed(
            change.id,
            change.link.kind,
            tuple(clause.id for clause in change.link.old),
            tuple(clause.id for clause in change.link.new),
            *change.link[3:],
            change.redline,
            change.marks,
            change.findings,
            change.follows,
            change.moved_words,
        )
        for change in comparison.changes
    )
    return msgspec.msgpack.encode(_Compared(changes, comparison.terms))


def comparison_of(
    data: bytes, old: Document, new: Document, old_clauses: Sequence[Clause], new_clauses: Sequence[Clause]
) -> Comparison | None:
    """Read a comparison of two drafts; None where the bytes are none, or of other drafts."""
    before, after = ({clause.id: clause for clause in clauses} for clauses in (old_clauses, new_clauses))
    try:
        found = msgspec.msgpack.decode(data, type=_Compared)
        changes = tuple(_change(one, before, after) for one in found.changes)
    except (msgspec.DecodeError, RecursionError, KeyError):
        return None
    return Comparison(old, new, tuple(old_clauses), tuple(new_clauses), changes, found.terms)


def _change(one: _Changed, before: dict[str, Clause], after: dict[str, Clause]) -> Change:
    link = Link(
        one.kind,
        tuple(before[name] for name in one.old),
        tuple(after[name] for name in one.new),
        one.similarity,
        one.renumbered,
        one.moved,
        one.heading_changed,
    )
    return Change(one.id, link, one.redline, one.marks, one.findings, one.follows, one.moved_words)
