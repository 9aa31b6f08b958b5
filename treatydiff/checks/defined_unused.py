"""Terms that are defined and then not used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.checks.glossary import beginning, defined, is_used, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject

ID: Final = "defined-unused"


def look(subject: Subject) -> Iterator[Seen]:
    """Look for each defined term everywhere but in its own definition."""
    found = list(defined(subject))
    lowered = (
        [(clause, f"{clause.provision.heading}\n{clause.provision.words}".casefold()) for clause in subject.clauses]
        if found
        else []
    )
    for term in found:
        head = beginning(term.name)
        if any(head in lower and clause.id != term.clause.id and is_used(term.name, clause) for clause, lower in lowered):
            continue
        if not _is_used_behind(term.name, term.clause.words, term.span[1]):
            yield Seen(
                words=term.name,
                message=f"“{term.name}” is defined and not used anywhere else",
                mend="take the definition out, or use the term",
                provision=term.clause.provision,
                span=term.span,
            )


def _is_used_behind(name: str, text: str, place: int) -> bool:
    """Whether a clause that defines a term goes on to use it in another sentence."""
    end = text.find(". ", place)
    return end >= 0 and pattern(name).search(text, end) is not None


_TERMS: Final = "Article 1\nUse of terms\n\n(a) “Wreck” means a lost ship;\n\n(b) “Beacon” means a lit tower.\n\nArticle 2\n\n"
CHECK: Final = Check(
    ID,
    "TD022",
    "warning",
    "Terms that are defined and not used",
    look,
    fails=(
        Fails(f"{_TERMS}Each State Party shall mark its wrecks.", "Beacon", 6),
        Fails(f"{_TERMS}Each State Party shall light its beacons.", "Wreck", 4),
        Fails(
            "Article 1\n\nFor the purposes of this Convention, “pilot” means one who leads ships.\n\nArticle 2\n\nLamps burn.",
            "pilot",
            3,
        ),
    ),
    passes=(
        Passes(f"{_TERMS}Each State Party shall mark its wrecks with a beacon.", "both are used, one in the plural"),
        Passes(f"{_TERMS}Ships sail.\n\nArticle 3\nBeacons\n\nThey shall be lit near every wreck.", "one stands in a heading"),
        Passes(
            "Article 1\nUse of terms\n\n(a) “Wreck” means a lost ship;\n\n(b) “Wreck site” means the place of a wreck.\n\n"
            "Article 2\n\nEach wreck site shall be marked.",
            "one is used in the definition of another",
        ),
    ),
)
