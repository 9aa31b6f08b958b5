"""Numbers of provisions that are two numbers with the dash between them lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.checks.joined import parted
from treatydiff.crossrefs.provisions import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.text.references import Target

ID: Final = "lost-en-dash"


def look(subject: Subject) -> Iterator[Seen]:
    """Find cited numbers of articles that are not there and that are two such numbers written as one."""
    for clause, cited in subject.references:
        for reference in cited:
            for target in reference.targets if not reference.instrument else ():
                if pair := _pair(target, subject):
                    start, end = reference.span
                    place = clause.words.find("".join(pair), start, end)
                    yield Seen(
                        words="".join(pair),
                        message=f"there is no {target.steps[0].level} {''.join(pair)}, but there are {pair[0]} and {pair[1]}",
                        mend=f"{pair[0]}–{pair[1]}?",
                        provision=clause.provision,
                        span=(place, place + len("".join(pair))) if place >= 0 else reference.span,
                    )


def _pair(target: Target, subject: Subject) -> tuple[str, str] | None:
    step = target.steps[0]
    if step.level not in UNITS or len(step.number) < 3:  # noqa: PLR2004 (two digits are never parted)
        return None
    return parted(step.number, subject.provisions.numbered(step.level))


_ROW: Final = "\n\n".join(f"Article {n}\n\nLamp {chr(64 + n)} burns." for n in range(1, 14))
CHECK: Final = Check(
    ID,
    "TD012",
    "warning",
    "Cited numbers that are two valid numbers with the dash between them lost",
    look,
    fails=(
        Fails(f"{_ROW}\n\nArticle 14\n\nArticles 1113 apply to ships.", "1113", 55),
        Fails(f"{_ROW}\n\nArticle 14\n\nShips named in articles 712 sail.", "712", 55),
        Fails(f"{_ROW}\n\nArticle 14\n\nArticle 1012 applies to ships.", "1012", 55),
    ),
    passes=(
        Passes(f"{_ROW}\n\nArticle 14\n\nArticles 11–13 apply to ships.", "the dash is there"),
        Passes(
            f"{_ROW}\n\nArticle 14\n\nArticle 1113 of the Civil Code of the State applies to ships.",
            "another instrument may have that many articles",
        ),
        Passes(f"{_ROW}\n\nArticle 14\n\nThe depositary keeps 1113 lamps.", "the number counts lamps"),
    ),
)
