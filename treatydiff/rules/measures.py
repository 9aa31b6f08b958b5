"""What is counted in one draft: words, operators by class, brackets, safeguards."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from treatydiff.model import Measures
from treatydiff.rules.inventory import duties
from treatydiff.rules.ledger import Ledger, is_outside
from treatydiff.rules.spans import is_recital
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Clause, Mark


def measures(clauses: Sequence[Clause], lexicon: Lexicon) -> Measures:
    """Count what one draft holds; an operator that brackets leave open counts under its first reading."""
    asked = [duty for duty in duties(clauses, lexicon) if not is_outside(duty.clause, lexicon)]
    return Measures(
        clauses=len(clauses),
        words=sum(len(bare_words(clause.words)) for clause in clauses if _is_operative(clause, lexicon)),
        operators=dict(Counter(duty.operators[0].name for duty in asked if duty.operators)),
        contested=sum(duty.is_contested for duty in asked),
        brackets=sum(_pairs(_marks(clause)) for clause in clauses),
        bracketed=sum(any(mark.kind == "bracket" for mark in _marks(clause)) for clause in clauses),
        safeguards={name: len(carriers) for name, carriers in Ledger(tuple(clauses), lexicon).by_unit.items()},
    )


def _is_operative(clause: Clause, lexicon: Lexicon) -> bool:
    return not (clause.is_heading or is_recital(clause, lexicon) or is_outside(clause, lexicon))


def _marks(clause: Clause) -> tuple[Mark, ...]:
    return (*clause.provision.marks, *clause.provision.heading_marks)


def _pairs(marks: Iterable[Mark]) -> int:
    """Count brackets where they open; one that spans several provisions opens once."""
    return sum(mark.kind == "bracket" and mark.opens for mark in marks)
