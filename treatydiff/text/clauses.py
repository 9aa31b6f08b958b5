"""The clauses of a document in order, each with the label that a lawyer would write."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from treatydiff.model import Clause
from treatydiff.text.numbers import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Document, Provision

_CITED_ALONE = frozenset({"article", "recital", "annex", "appendix", "schedule", "attachment", "rule"})
_CITED_BY_NUMBER_ONLY = frozenset({"point", "indent", "subparagraph", "subclause", "subitem", "item", "clause", "subsection"})
_TRANSPARENT = frozenset({"recitals", "body", "list"})
_SAY_WHAT_THEY_ARE = frozenset({"alternative", "provision"})
"""Levels whose number is a phrase of its own: "Option 2", "Note 3"."""


def clauses(document: Document) -> tuple[Clause, ...]:
    """Give every provision that has words or a heading, or a remark such as "[deleted]" alone, in the order of the draft."""
    found: list[Clause] = []
    for provision, ancestors, labels in _walk(document.provisions, (), ()):
        if provision.words or provision.heading or any(mark.kind == "status" for mark in provision.marks):
            label = _joined(labels)
            found.append(Clause(provision, ancestors, label, len(found)))
    return tuple(found)


def _walk(
    provisions: tuple[Provision, ...], ancestors: tuple[Provision, ...], labels: tuple[str, ...]
) -> Iterator[tuple[Provision, tuple[Provision, ...], tuple[str, ...]]]:
    places: dict[str, int] = {}
    siblings = Counter(provision.kind for provision in provisions)
    for provision in provisions:
        place = places[provision.kind] = places.get(provision.kind, 0) + 1
        below = _extended(labels, provision, place, alone=siblings[provision.kind] == 1)
        yield provision, ancestors, below
        yield from _walk(provision.children, (*ancestors, provision), below)


def _extended(labels: tuple[str, ...], provision: Provision, place: int, *, alone: bool) -> tuple[str, ...]:
    kind, num = provision.kind, bare(provision.num)
    if kind in _TRANSPARENT:
        return labels
    if kind in _CITED_ALONE:
        kept = labels[:1] if kind == "recital" and labels[:1] == ("preamble",) else ()
        return (*kept, f"{kind} {num or place}")
    if not num:
        return (*labels, *_unnumbered(kind, place, alone=alone, below=bool(labels)))
    return (*labels, _numbered(provision, num, below=bool(labels)))


def _unnumbered(kind: str, place: int, *, alone: bool, below: bool) -> tuple[str, ...]:
    if kind == "paragraph" and below:
        return () if alone else (f"unnumbered paragraph {place}",)
    return (kind if alone else f"{kind} {place}",)


def _numbered(provision: Provision, num: str, *, below: bool) -> str:
    if provision.kind in _SAY_WHAT_THEY_ARE:
        return " ".join(provision.num.split()).rstrip(".:").casefold()
    return f" ({num})" if below and provision.kind in _CITED_BY_NUMBER_ONLY else f"{provision.kind} {num}"


def _joined(labels: tuple[str, ...]) -> str:
    return "".join(part if part.startswith(" ") or not n else f", {part}" for n, part in enumerate(labels))
