"""What a text asks of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from treatydiff.model.change import Force
    from treatydiff.model.clause import Clause


class Duty(NamedTuple):
    """One operator of an operative clause: what somebody must, should, may or must not do, or what is so by rule.

    `actor` is who is bound or empowered, empty when the clause does not say; `subject` is what stands before the operator in
    its sentence, as written. `operators` are more than one where brackets leave the choice open; `is_contested` also tells a
    single one in brackets of its own. `is_inherited`: the chapeau lends the operator. `action` is what is asked, as written, to
    the end of its sentence. `qualifiers` are the phrases that leave room, `conditions` those that say when it applies or does
    not.
    """

    clause: Clause
    actor: str
    subject: str
    operators: tuple[Force, ...]
    is_contested: bool
    is_inherited: bool
    action: str
    qualifiers: tuple[str, ...]
    conditions: tuple[str, ...]
