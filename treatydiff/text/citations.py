"""Finding a clause by the way in which it is cited: "art 45(1)(b)", "article 45, paragraph 1 (b)", or its id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.text.numbers import ORDINAL_SUFFIXES, bare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Clause

_PART: Final = re.compile(r"\w+")
_SAID_OR_NOT: Final = frozenset(
    {"article", "art", "paragraph", "para", "subparagraph", "subpara", "point", "unnumbered", "heading"}
)


def cited(clauses: Iterable[Clause], citation: str) -> Clause | None:
    """Give the clause that has this id, else the first that is cited like this; None when there is none.

    The names of the usual levels, punctuation and case do not matter: "45(1)" is "article 45, paragraph 1".
    """
    known = list(clauses)
    for clause in known:
        if clause.id == citation:
            return clause
    wanted = _parts(citation)
    return next((clause for clause in known if wanted and _parts(clause.label) == wanted), None)


def is_within(citation: str, other: str) -> bool:
    """Whether a citation is of the same provision as another, or of one below it: "art 64(1)" is within "article 64"."""
    wanted = _parts(other)
    return bool(wanted) and _begins(_parts(citation), wanted)


def below(clauses: Iterable[Clause], citation: str) -> list[Clause]:
    """Give the clauses cited like this or standing below what is: "45" all of article 45, "annex II" all of that annex."""
    wanted = _parts(citation)
    if not wanted:
        return []
    return [each for each in clauses if _begins(_parts(each.label), wanted) or _is_above(each, citation, wanted)]


def _begins(parts: list[str], wanted: list[str]) -> bool:
    """Whether a citation begins with another: that of article 4 bis does not with that of article 4."""
    rest = parts[len(wanted) :]
    return parts[: len(wanted)] == wanted and (not rest or rest[0] not in ORDINAL_SUFFIXES)


def _is_above(clause: Clause, citation: str, wanted: list[str]) -> bool:
    """Whether the clause or a provision over it has this id, or is a chapter or an annex that is called like this."""
    return any(
        each.id == citation or (each.kind not in _SAID_OR_NOT and _parts(f"{each.kind} {bare(each.num)}") == wanted)
        for each in (*clause.ancestors, clause.provision)
    )


def _parts(citation: str) -> list[str]:
    return [part for part in _PART.findall(citation.casefold()) if part not in _SAID_OR_NOT]
