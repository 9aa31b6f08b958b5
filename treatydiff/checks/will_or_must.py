"""Will and must where the operative text of a treaty says shall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.checks.operators import is_main, operators

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Clause, Span

ID: Final = "will-or-must"
_FEWEST: Final = 5
"""Uses that make a style."""


def look(subject: Subject) -> Iterator[Seen]:
    """Find them as the operator of a main clause; in a clause within it they only say what is to come."""
    found = list(_found(subject))
    if not found or _is_house_style(subject):
        return
    for clause, span in found:
        words = clause.words[slice(*span)]
        yield Seen(
            words=words,
            message=f"“{words}” is the language of a memorandum; a treaty binds with “shall”",
            mend="write shall, or say what is meant to bind",
            provision=clause.provision,
            span=span,
        )


def _found(subject: Subject) -> Iterator[tuple[Clause, Span]]:
    quick = subject.lexicon.pattern("checks", "soft_operator")
    for clause in subject.operative:
        text = clause.words
        if quick.search(text) is None or (clause.parent is not None and clause.parent.text.rstrip().endswith(":")):
            continue
        for start, end in subject.sentences(clause):
            for one in operators(text, (start, end), subject.lexicon):
                if quick.fullmatch(text[slice(*one.span)]) and is_main(text, start, one.span[0], subject.lexicon):
                    yield clause, one.span


def _is_house_style(subject: Subject) -> bool:
    """Whether a draft binds with must throughout, as the laws of some countries do."""
    usual = subject.lexicon.pattern("checks", "usual_operator")
    must = subject.lexicon.pattern("checks", "other_operator")
    texts = [clause.words for clause in subject.operative]
    strong, other = (sum(len(pattern.findall(text)) for text in texts) for pattern in (usual, must))
    return other >= _FEWEST and other > strong


CHECK: Final = Check(
    ID,
    "TD017",
    "warning",
    "Will or must as the operator of an operative clause",
    look,
    fails=(
        Fails("Article 1\n\nEach State Party will light its harbours.", "will", 3),
        Fails("Article 1\n\nThe secretariat must publish the charts.", "must", 3),
        Fails("Article 1\n\nWhere a ship is lost, the Parties will inform each other.", "will", 3),
    ),
    passes=(
        Passes("Article 1\n\nEach State Party shall light its harbours.", "the operator is shall"),
        Passes(
            "Article 1\n\nThe Parties shall mark wrecks that will endanger ships.", "the clause within says what is to come"
        ),
        Passes("Preamble\n\nConvinced that charts will save lives,\n\nArticle 1\n\nLamps burn.", "a recital binds nobody"),
        Passes(
            "Article 1\n\n" + "\n\n".join(f"{n}. The authority must light harbour {n}." for n in range(1, 7)),
            "a law that binds with must throughout is not drafted as treaties are",
        ),
        Passes("Article 1\n\nParties shall respect the political will of the crew.", "will is a noun here"),
    ),
)
