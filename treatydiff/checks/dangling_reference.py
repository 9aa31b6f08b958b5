"""References to a provision that is not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.checks.joined import parted
from treatydiff.crossrefs.provisions import UNITS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.crossrefs.provisions import Node
    from treatydiff.model import Clause
    from treatydiff.text.references import Reference, Target

_DIGITS: Final = re.compile(r"\d{1,5}")
_FEW: Final = 6
_MOST_MISSING: Final = 0.4
"""The share of references above which a draft is not one whose own provisions are cited."""
ID: Final = "dangling-reference"


def look(subject: Subject) -> Iterator[Seen]:
    """Follow each reference to what it cites; those to other instruments, and those of which nobody can tell, pass.

    Where most of what is cited is not there, the file is an excerpt or cites another text throughout, and nothing is said.
    """
    found = [
        (clause, reference, missing)
        for clause, cited in subject.references
        for reference in cited
        if not reference.instrument and (missing := _missing(reference, clause, subject))
    ]
    if len(found) > _FEW and len(found) > _MOST_MISSING * sum(len(cited) for _, cited in subject.references):
        return
    for clause, reference, missing in found:
        yield Seen(
            words=clause.words[slice(*reference.span)],
            message=f"there is no {missing}",
            mend="cite what it became, or take the reference out",
            provision=clause.provision,
            span=reference.span,
        )


def _missing(reference: Reference, clause: Clause, subject: Subject) -> str:
    """Say which cited provision is not there; empty where all are, or nobody can tell."""
    known = subject.provisions
    here = known.nodes.get(clause.id)
    for target in reference.targets:
        first = target.steps[0]
        if first.level in UNITS:
            units = known.numbered(first.level)
            for number in filter(None, (first.number, target.last if len(target.steps) == 1 else "")):
                if number not in units and _is_within(number, units) and not parted(number, units):
                    return f"{first.level} {number}"
            nodes = units.get(first.number, ())
            found = _below(target, nodes[0], 1, units) if len(nodes) == 1 else ""
        else:
            own = here.unit if here is not None and reference.anchor in UNITS else None
            found = _below(target, own, 0) if own is not None else ""
        if found:
            return found
    return ""


def _is_within(number: str, units: Collection[str]) -> bool:
    """Whether a draft with these articles would have the one with a number: an excerpt has but some."""
    counted = [int(found[0]) for one in units if (found := _DIGITS.match(one))]
    own = _DIGITS.match(number)
    if own is None or not counted:
        return False
    return min(counted) <= 1 or min(counted) <= int(own[0]) <= max(counted)


def _below(target: Target, unit: Node, depth: int, units: Collection[str] = ()) -> str:
    """Say what of the inner steps of a reference is not in an article; empty where all is, or nothing is counted like that."""
    node = unit
    said = _called(unit)
    for step in target.steps[depth:]:
        rows = {child.number for child in node.children if child.number}
        if not rows or not any(row.isdigit() == step.number.isdigit() for row in node.by_number):
            return ""
        found = node.by_number.get(step.number, ())
        if not found:
            if step.number in units:  # "articles 31, paragraph 1, and 54": an article again
                return ""
            level = f"{step.level} " if step.level else ""
            return f"{level}{step.number} in {said}" if step.number.isdigit() else f"{level}({step.number}) in {said}"
        if len(found) > 1:
            return ""
        node = found[0]
        said = f"{said}, {node.kind} {node.number}"
    return ""


def _called(unit: Node) -> str:
    return f"{unit.kind} {unit.number}"


CHECK: Final = Check(
    ID,
    "TD006",
    "error",
    "References to an article, paragraph or item that does not exist",
    look,
    fails=(
        Fails("Article 1\n\nLamps named in article 62 burn.\n\nArticle 2\n\nBells ring.", "article 62", 3),
        Fails(
            "Article 1\n\n1. Lamps burn.\n\n2. Bells ring.\n\nArticle 2\n\nArticle 1, paragraph 4, applies to ships.",
            "Article 1, paragraph 4",
            9,
        ),
        Fails(
            "Article 1\n\n1. Lamps burn.\n\n2. Paragraph 3 of this article applies to bells.",
            "Paragraph 3 of this article",
            5,
        ),
        Fails("Article 1\n\nLamps burn.\n\nArticle 2\n\nArticles 1 to 9 apply to ships.", "Articles 1 to 9", 7),
    ),
    passes=(
        Passes("Article 1\n\nLamps burn.\n\nArticle 2\n\nArticle 1 applies to ships.", "the article is there"),
        Passes(
            "Article 1\n\nLamps named in article 62 of the Vienna Convention on the Law of Treaties burn.\n\n"
            "Article 2\n\nBells ring.",
            "the article is one of another instrument",
        ),
        Passes(
            "Article 1\n\n1. Lamps burn.\n\n1 bis. Bells ring.\n\nArticle 2\n\nArticle 1, paragraph 1 bis, applies to ships.",
            "bis is a number",
        ),
        Passes(
            "Article 1\n\nLamps burn.\n\nArticle 2\n\n"
            + "\n\n".join(f"{n}. Article {n + 40} applies to harbour {n}." for n in range(1, 9)),
            "a text that cites another one throughout has few of its articles",
        ),
        Passes("Article 8\n\nLamps named in article 6 burn.", "an excerpt has not all articles"),
        Passes("Article 1\n\nParagraph 4 of the annex applies to lamps.", "what stands in an annex is not looked for here"),
    ),
)
