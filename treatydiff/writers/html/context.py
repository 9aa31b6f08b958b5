"""What every part of the page needs to know about the whole: fragments, articles, languages, actors."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from treatydiff.text.numbers import bare
from treatydiff.writers.html.anchors import Anchors
from treatydiff.writers.html.escape import EMPTY, attribute, html
from treatydiff.writers.html.phrases import within
from treatydiff.writers.html.sheet import Sheet
from treatydiff.writers.html.wording import MovedEnds
from treatydiff.writers.pieces import leads_down

if TYPE_CHECKING:
    from markupsafe import Markup

    from treatydiff.model import Change, Clause, Comparison, Metadata
    from treatydiff.text.units import Unit

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


class Context:
    """The page's sheet and fragments, computed once; fragments are ready for attributes."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.sheet = Sheet(comparison)
        self._anchors = Anchors(comparison)
        self._new = {clause.id: self._fragment(clause, new=True) for clause in comparison.new_clauses}
        self._old = {clause.id: self._fragment(clause, new=False) for clause in comparison.old_clauses}
        self.old_speech = speech(comparison.old.metadata)
        self.new_speech = speech(comparison.new.metadata)
        named = (finding.actor for change in comparison.changes for finding in change.findings if finding.actor)
        self.actors = {actor: f"a{place}" for place, actor in enumerate(dict.fromkeys(named))}
        self.notes = {
            change.id: tuple(
                attribute(self._anchors.further(f"{self.of(change)}-f{n + 1}")) for n in range(len(change.findings))
            )
            for change in comparison.changes
            if change.findings
        }
        self._moves = {
            change.id: tuple(self._ends(change, n + 1) for n in range(len(change.moved_words)))
            for change in comparison.changes
            if change.moved_words
        }

    def moves(self, change: Change) -> tuple[MovedEnds, ...]:
        """Give the fragments of the words that moved inside a clause, in the order of `Change.moved_words`."""
        return self._moves.get(change.id, ())

    def _ends(self, change: Change, number: int) -> MovedEnds:
        stem = f"{self.of(change)}-m{number}"
        old, new, struck = (attribute(self._anchors.further(stem + end)) for end in ("-was", "", "-cut"))
        return MovedEnds(old, new, struck, is_down=leads_down(change, number))

    def new(self, clause: Clause) -> Markup:
        """Give the fragment of a clause of the new draft."""
        return self._new[clause.id]

    def old(self, clause: Clause) -> Markup:
        """Give the fragment of a clause of the old draft."""
        return self._old[clause.id]

    def of(self, change: Change) -> Markup:
        """Give the fragment under which a change is found."""
        return self._new[change.link.new[0].id] if change.link.new else self._old[change.link.old[0].id]

    def unit(self, unit: Unit, *, new: bool) -> Markup:
        """Give the fragment of an article or chapter."""
        return attribute((self._anchors.new if new else self._anchors.old)[unit.id])

    def short_label(self, clause: Clause, *, new: bool) -> str:
        """Give a clause's label without that of its article."""
        unit = (self.sheet.new_units if new else self.sheet.old_units)[clause.id]
        return within(clause.label, _unit_label(unit.provision.kind, unit.provision.num))

    def bears_label_of_its_article(self, clause: Clause) -> bool:
        """Whether a clause of the new draft is cited as the article itself, as the only or the opening words of one."""
        unit = self.sheet.new_units[clause.id]
        return clause.label == _unit_label(unit.provision.kind, unit.provision.num)

    def _fragment(self, clause: Clause, *, new: bool) -> Markup:
        unit = (self.sheet.new_units if new else self.sheet.old_units)[clause.id]
        own = (self._anchors.new if new else self._anchors.old)[clause.id]
        is_at_head = ("new" if new else "old", clause.id) in self.sheet.headings
        return attribute(self._anchors.further(f"{own}-text") if clause.id == unit.id and not is_at_head else own)


def speech(metadata: Metadata) -> Markup:
    """Give the attributes that tell a browser the language and the direction of a draft's words."""
    language = metadata.language
    lang = html(' lang="{language}"', language=attribute(language)) if language not in {"", "en"} else EMPTY
    direction = "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "auto"
    return html('{lang} dir="{direction}"', lang=lang, direction=direction)


@lru_cache(maxsize=4096)
def _unit_label(kind: str, num: str) -> str:
    own = bare(num)
    return f"{kind} {own}" if own else kind
