"""Operative sentences that name who is to act, and how, but lack the operator between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.checks.operators import operators

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Span

ID: Final = "operator-missing"
_ITEMS: Final = (":", "—", "–")


def look(subject: Subject) -> Iterator[Seen]:
    """Look for an actor at the head of a sentence with the bare form of a verb of action right behind it."""
    bare = subject.lexicon.pattern("checks", "bare_duty")
    for clause in subject.operative:
        parent = clause.parent
        if parent is not None and parent.text.rstrip().endswith(_ITEMS):
            continue
        text = clause.words
        for span in subject.sentences(clause):
            if (found := bare.match(text, *span)) and not _is_governed(text, span, subject):
                yield Seen(
                    words=found[0],
                    message="somebody is to act here, but no operator says how far it binds",
                    mend="shall, should or may?",
                    provision=clause.provision,
                    span=found.span(),
                )


def _is_governed(text: str, span: Span, subject: Subject) -> bool:
    return next(operators(text, span, subject.lexicon), None) is not None


CHECK: Final = Check(
    ID,
    "TD016",
    "warning",
    "Operative sentences with an actor and a verb, but no operator",
    look,
    fails=(
        Fails("Article 1\n\nEach State Party cooperate with the others to find lost ships.", "Each State Party cooperate", 3),
        Fails("Article 1\n\n1. Lamps burn.\n\n2. Any State Party provide charts on request.", "Any State Party provide", 5),
        Fails("Article 1\n\nStates Parties take measures to protect whales.", "States Parties take", 3),
    ),
    passes=(
        Passes("Article 1\n\nEach State Party shall cooperate with the others.", "the operator is there"),
        Passes("Article 1\n\nStates Parties recognize the beauty of whales.", "a statement binds nobody"),
        Passes(
            "Article 1\n\nStates Parties shall:\n\n(a) cooperate; and\n\n(b) take measures.", "the chapeau lends its operator"
        ),
        Passes(
            "Article 1\n\nEach State Party that takes measures shall inform the others.", "the verb is one of a clause within"
        ),
    ),
)
