"""One change as the rules see it: both wordings, how they answer to each other, and the comparison around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import wording
from treatydiff.rules.operators import operators
from treatydiff.rules.spans import Correspondence, is_recital, sentence, words_of

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Change, Clause, Span
    from treatydiff.rules.operators import Operator
    from treatydiff.rules.setting import Setting


@dataclass(frozen=True, eq=False)
class Wording:
    """One side of a change: clauses read as one text, joined by line breaks, and what is found in it when first asked for."""

    clauses: tuple[Clause, ...]
    lexicon: Lexicon

    @cached_property
    def text(self) -> str:
        """The words of the clauses; empty on the side that an insertion or a deletion does not have."""
        return wording(self.clauses) if self.clauses else ""

    @cached_property
    def operators(self) -> tuple[Operator, ...]:
        """The deontic operators in order, one lent by the chapeau included."""
        return operators(self.clauses, self.lexicon) if self.clauses else ()

    @cached_property
    def words(self) -> frozenset[str]:
        """All words and numbers in lower case, compounds in parts."""
        return words_of(self.text)


@dataclass(frozen=True, eq=False)
class Case:
    """A change with both wordings and its setting; what several rules need is found once, when it is first asked for."""

    change: Change
    setting: Setting

    @property
    def lexicon(self) -> Lexicon:
        """The vocabulary of the drafts' language."""
        return self.setting.lexicon

    @cached_property
    def old(self) -> Wording:
        """The old wording."""
        return Wording(self.change.link.old, self.lexicon)

    @cached_property
    def new(self) -> Wording:
        """The new wording."""
        return Wording(self.change.link.new, self.lexicon)

    @cached_property
    def places(self) -> Correspondence:
        """How the characters of the old wording answer to those of the new."""
        return Correspondence.of(self.change.redline)

    @cached_property
    def hunks(self) -> tuple[Hunk, ...]:
        """The places at which words went, came or both, in order."""
        return tuple(
            Hunk(self.old.text[slice(*piece.old)], self.new.text[slice(*piece.new)], piece.old, piece.new)
            for piece in self.places.pieces
            if not piece.kept
        )

    @cached_property
    def went(self) -> frozenset[str]:
        """The words and numbers that the redline strikes, in lower case, compounds in parts."""
        return words_of("\n".join(part.text for part in self.change.redline if part.op == "delete"))

    @cached_property
    def came(self) -> frozenset[str]:
        """The words and numbers that the redline inserts, in lower case, compounds in parts."""
        return words_of("\n".join(part.text for part in self.change.redline if part.op == "insert"))

    @cached_property
    def touched(self) -> frozenset[str]:
        """The words and numbers that went or came."""
        return self.went | self.came

    @cached_property
    def old_sentences(self) -> tuple[Span, ...]:
        """The sentences of the old wording in which words went, or in whose answer words came, in order and apart."""
        return self._sentences(self.old, [hunk.old_span for hunk in self.hunks])

    @cached_property
    def new_sentences(self) -> tuple[Span, ...]:
        """The sentences of the new wording in which words came, or in whose answer words went, in order and apart."""
        return self._sentences(self.new, [hunk.new_span for hunk in self.hunks])

    def _sentences(self, side: Wording, spans: list[Span]) -> tuple[Span, ...]:
        found: list[Span] = []
        for span in spans:
            start, end = sentence(side.text, span, self.lexicon)
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
        return tuple(found)

    @cached_property
    def is_recital(self) -> bool:
        """Whether all that the change concerns stands in the preamble, which binds nobody."""
        clauses = self.change.link.new or self.change.link.old
        return all(is_recital(clause, self.lexicon) for clause in clauses)

    def rest_kept(self, span: Span, *, of_new: bool) -> float:
        """Give the share of a span's sentence that stayed, from 0 to 1, the span itself left out; 1 where nothing is left."""
        start, end = sentence(self.new.text if of_new else self.old.text, span, self.lexicon)
        rest = (end - start) - (span[1] - span[0])
        kept = self._kept((start, end), of_new=of_new) - self._kept(span, of_new=of_new)
        return kept / rest if rest > 0 else 1.0

    def _kept(self, span: Span, *, of_new: bool) -> float:
        return self.places.kept_share(span, of_new=of_new) * (span[1] - span[0])


class Hunk(NamedTuple):
    """A place at which words went, came or both: the words as written and their spans in either wording."""

    old: str
    new: str
    old_span: Span
    new_span: Span
