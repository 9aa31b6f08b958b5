"""Why a clause was linked as it was, and what came second."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Literal, NamedTuple

from treatydiff.align.leads import leads
from treatydiff.align.linking import linked
from treatydiff.align.links import encoded_sides, links_of
from treatydiff.align.surroundings import surroundings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.align.linking import Linked
    from treatydiff.align.side import Pairs
    from treatydiff.model import Clause, Link

Stage = Literal["sight", "score", "join", "late", "list", "option", "holder", "alone", "none"]
"""How a link was found: equal words that stand once in each draft; the score of the rounds; joining a neighbour; the score of
what was left over; the list below the chapeau; the article or chapter under the heading; being the only one of its kind; not at
all."""


class Rival(NamedTuple):
    """A clause of the other draft that could have been the partner.

    `chance` is what the model makes of it, `likeness` that of the words in order, `substance` that of the words that say much,
    `article`, `neighbours` and `parent` the support from around it, `lead` by how much the likeness is ahead of the others.
    """

    clause: Clause
    chance: float
    likeness: float
    substance: float
    article: float
    neighbours: float
    parent: float
    lead: float


class Explanation(NamedTuple):
    """The link of a clause, how it was found, and the candidates, the likeliest first."""

    clause: Clause
    of_new: bool
    link: Link
    stage: Stage
    rivals: tuple[Rival, ...]


def explain(old: Sequence[Clause], new: Sequence[Clause], clause: Clause, *, of_new: bool) -> Explanation:
    """Align two drafts and say why `clause`, one of the new draft or else of the old, was linked as it was."""
    sides = encoded_sides(old, new)
    found = linked(*sides)
    place = clause.order
    own = [tie for tie in found.ties if tie[of_new] == place]
    link = next(link for link in links_of(*sides, found) if clause in (link.new if of_new else link.old))
    candidates = [(pair, score) for pair, score in found.paired.candidates if (pair.new if of_new else pair.old) == place]
    pairs = [pair for pair, _ in candidates]
    around = surroundings(*sides, pairs, found.pairs)
    ahead = leads(pairs, [pair.likeness for pair in pairs], 0.0)
    rivals = []
    for n, (pair, score) in enumerate(candidates):
        other = old[pair.old] if of_new else new[pair.new]
        support = around.article[n], around.neighbours[n], around.parent[n]
        rivals.append(Rival(other, 1 / (1 + exp(-score)), pair.likeness, pair.substance, *support, ahead[n]))
    rivals.sort(key=lambda rival: (-rival.chance, rival.clause.order))
    return Explanation(clause, of_new, link, _stage(found, own[0]) if own else "none", tuple(rivals))


def _stage(found: Linked, tie: tuple[int, int]) -> Stage:
    i, j = tie
    old = found.paired.field.old
    if old.headings[i]:
        return "holder" if tie in found.ties and old.clauses[i].id in found.held else "alone"
    told: tuple[tuple[Pairs, Stage], ...] = ((found.listed, "list"), (found.late, "late"), (found.settled, "option"))
    for pairs, stage in told:
        if pairs.get(i) == j:
            return stage
    if tie in found.joined:
        return "join"
    if found.paired.links.get(i) == j:
        is_equal = old.codes[i] == found.paired.field.new.codes[j]
        return "sight" if is_equal and found.paired.field.certain.get(i) == j else "score"
    return "alone"
