"""The unit of alignment."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from treatydiff.model.document import Mark, Provision


class Clause(NamedTuple):
    """A provision that has text or a heading of its own, or a remark in their place, at its place in the draft.

    `ancestors` run from the top level down to the parent. `label` is what a lawyer would write ("article 45, paragraph 1
    (b)"). `order` counts the draft's clauses from 0.
    """

    provision: Provision
    ancestors: tuple[Provision, ...]
    label: str
    order: int

    @property
    def id(self) -> str:
        """The provision's id."""
        return self.provision.id

    @property
    def is_heading(self) -> bool:
        """Whether the clause has a heading and no words of its own, as a chapter or most articles."""
        return bool(self.provision.heading) and not self.provision.words

    @property
    def words(self) -> str:
        """What the clause is judged by: its words, or its heading where it has none."""
        return self.provision.words or self.provision.heading

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks over `words`."""
        return self.provision.heading_marks if self.is_heading else self.provision.marks

    @property
    def parent(self) -> Provision | None:
        """The provision that holds this one; None at the top level."""
        return self.ancestors[-1] if self.ancestors else None
