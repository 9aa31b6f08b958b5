"""The clauses of a document in order, each with the label that a lawyer would write."""

from __future__ import annotations

from collections import Counter
from itertools import repeat
from typing import TYPE_CHECKING

from treatydiff.model import Clause
from treatydiff.text.numbers import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.model import Document, Provision

_CITED_ALONE = frozenset({"article", "recital", "annex", "appendix", "schedule", "attachment", "rule"})
_CITED_BY_NUMBER_ONLY = frozenset({"point", "indent", "subparagraph", "subclause", "subitem", "item", "clause", "subsection"})
_TRANSPARENT = frozenset({"recitals", "body", "list"})
_PREAMBLE = "preamble"
_SAY_WHAT_THEY_ARE = frozenset({"alternative", "provision"})
"""Levels whose number is a phrase of its own: "Option 2", "Note 3"."""


def clauses(document: Document) -> tuple[Clause, ...]:
    """Give every provision that has words or a heading, or a remark such as "[deleted]" alone, in the order of the draft."""
    found: list[Clause] = []
    _collect(found, document.provisions, (), "")
    return tuple(found)


def labels(document: Document) -> tuple[tuple[Provision, str], ...]:
    """Give every provision with the label that its clause has, or would have, in the order of the draft."""
    found: list[tuple[Provision, str]] = []
    _label_all(found, document.provisions, "")
    return tuple(found)


def _label_all(found: list[tuple[Provision, str]], provisions: Sequence[Provision], above: str) -> None:
    for provision, (place, alone) in zip(provisions, _places(provisions), strict=False):
        label = _label(above, provision, place, alone=alone)
        found.append((provision, label))
        _label_all(found, provision.children, label)


def _collect(found: list[Clause], provisions: Sequence[Provision], ancestors: tuple[Provision, ...], above: str) -> None:
    """Add the clauses among the children of the last of the ancestors, whose label is `above`, and what is below them."""
    for provision, (place, alone) in zip(provisions, _places(provisions), strict=False):
        label = _label(above, provision, place, alone=alone)
        if provision.words or provision.heading or any(mark.kind == "status" for mark in provision.marks):
            found.append(Clause(provision, ancestors, label, len(found)))
        if provision.children:
            _collect(found, provision.children, (*ancestors, provision), label)


def _places(provisions: Sequence[Provision]) -> Iterable[tuple[int, bool]]:
    """Give for each of some siblings its place among those of its kind, and if it is the only one: asked without numbers."""
    if all(bare(provision.num) for provision in provisions):
        return repeat((0, False))
    counted = Counter(provision.kind for provision in provisions)
    seen: Counter[str] = Counter()
    found = []
    for provision in provisions:
        seen[provision.kind] += 1
        found.append((seen[provision.kind], counted[provision.kind] == 1))
    return found


def _label(above: str, provision: Provision, place: int, *, alone: bool) -> str:
    kind, num = provision.kind, bare(provision.num)
    if kind in _TRANSPARENT:
        return above
    if kind in _CITED_ALONE:
        return _below(_PREAMBLE if kind == "recital" and _is_in_preamble(above) else "", f"{kind} {num or place}")
    if num:
        return _below(above, _numbered(provision, num, below=bool(above)))
    return _below(above, _unnumbered(kind, place, alone=alone, below=bool(above)))


def _below(above: str, part: str) -> str:
    if not above or not part:
        return above or part
    return above + part if part.startswith(" ") else f"{above}, {part}"


def _is_in_preamble(label: str) -> bool:
    return label == _PREAMBLE or label.startswith((f"{_PREAMBLE},", f"{_PREAMBLE} ("))


def _unnumbered(kind: str, place: int, *, alone: bool, below: bool) -> str:
    if kind == "paragraph" and below:
        return "" if alone else f"unnumbered paragraph {place}"
    return kind if alone else f"{kind} {place}"


def _numbered(provision: Provision, num: str, *, below: bool) -> str:
    if provision.kind in _SAY_WHAT_THEY_ARE:
        return " ".join(provision.num.split()).rstrip(".:").casefold()
    return f" ({num})" if below and provision.kind in _CITED_BY_NUMBER_ONLY else f"{provision.kind} {num}"
