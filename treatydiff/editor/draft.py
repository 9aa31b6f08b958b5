"""One draft that is open in an editor: what is wrong in it, what each clause was before, and what a reference cites."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from treatydiff import api
from treatydiff.checking.draft import Examined, examine
from treatydiff.checking.surroundings import Surroundings, surroundings
from treatydiff.checks.source import Sites, Source
from treatydiff.errors import TreatyDiffError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatydiff.model import Clause, Document, Link, Problem, Span


class Trouble(NamedTuple):
    """Why a draft cannot be checked: one line, as on the command line."""

    said: str


class Before(NamedTuple):
    """What became a clause: the clauses of the draft before, how they are linked, and the name of that draft."""

    link: Link
    draft: str


@dataclass(frozen=True, eq=False)
class OpenDraft:
    """The text of an editor, read and checked; what is costly is found when it is first asked for.

    `path` is where the text will be saved; the file there is not opened. `today` is a date (ISO 8601).
    """

    path: str
    text: str
    today: str

    @cached_property
    def around(self) -> Surroundings | Trouble:
        """The treaty folder, the settings, and the draft before."""
        try:
            return surroundings(self.path, "", "")
        except TreatyDiffError as error:
            return Trouble(str(error))

    @cached_property
    def examined(self) -> Examined | Trouble:
        """What the draft says and what is wrong in it, the draft before left aside."""
        return self._examined(None)

    @cached_property
    def compared(self) -> Examined | Trouble:
        """The same with the draft before, where there is one."""
        previous = self.previous
        return self._examined(previous) if previous is not None else self.examined

    def _examined(self, previous: Document | None) -> Examined | Trouble:
        if isinstance(self.around, Trouble):
            return self.around
        try:
            return examine(self.text.encode(errors="replace"), self.path, self.around, previous, self.today)
        except TreatyDiffError as error:
            return Trouble(str(error))

    @cached_property
    def previous(self) -> Document | None:
        """The draft before; None where none is known or it cannot be read."""
        if isinstance(self.around, Trouble) or not self.around.previous:
            return None
        try:
            return api.read(self.around.previous)
        except TreatyDiffError:
            return None

    def problems(self, *, compared: bool) -> tuple[Problem, ...] | Trouble:
        """Give what is wrong, with or without what changed since the draft before."""
        found = self.compared if compared else self.examined
        return found if isinstance(found, Trouble) else found.problems

    @cached_property
    def source(self) -> Source:
        """The text with its lines."""
        return Source(self.text)

    def clause_at(self, line: int) -> Clause | None:
        """Give the clause that stands on a line, counted from 1; None before the first."""
        if isinstance(self.examined, Trouble):
            return None
        begun = [clause for clause in self.examined.subject.clauses if (clause.provision.line or line + 1) <= line]
        return max(begun, key=lambda clause: (clause.provision.line or 0, clause.order), default=None)

    def before(self, clause: Clause) -> Before | None:
        """Say what a clause was in the draft before; None where there is no such draft."""
        if self.previous is None:
            return None
        link = self._links.get(clause.id)
        name = self.previous.metadata.symbol or self.previous.metadata.title or Path(self.previous.metadata.path).name
        return Before(link, name) if link is not None else None

    @cached_property
    def _links(self) -> Mapping[str, Link]:
        if self.previous is None or isinstance(self.examined, Trouble):
            return {}
        links = api.align(self.previous, self.examined.subject.document)
        return {clause.id: link for link in links for clause in link.new}

    def cited_at(self, offset: int) -> tuple[Clause, ...]:
        """Give the clauses that a reference at an offset of the text cites, the first clause of each provision."""
        if isinstance(self.examined, Trouble):
            return ()
        subject = self.examined.subject
        line, _ = self.source.position(offset)
        here = self.clause_at(line)
        cited = next((references for clause, references in subject.references if clause is here), ())
        for reference in cited:
            if here is not None and _holds(self._sites.site(here.provision, "words", reference.span), offset):
                nodes = subject.provisions.found(reference, here) or ()
                return tuple(clause for node in nodes if (clause := self._first_clause(node.id)) is not None)
        return ()

    @cached_property
    def _sites(self) -> Sites:
        provisions = () if isinstance(self.examined, Trouble) else self.examined.subject.document.provisions
        return Sites(self.source, provisions)

    def _first_clause(self, name: str) -> Clause | None:
        """Give the clause of a provision, or the first below it where it has no words of its own."""
        clauses = () if isinstance(self.examined, Trouble) else self.examined.subject.clauses
        below = (one for one in clauses if one.id == name or any(above.id == name for above in one.ancestors))
        return next(below, None)


def _holds(span: Span | None, offset: int) -> bool:
    return span is not None and span[0] <= offset <= span[1]
