"""Floors on drafts whose true links are known, because a generator made them.

`TREATYDIFF_BENCH` names a folder with `mutate.py`, which makes drafts, `base.json`, which it makes them of, and `score.py`,
which scores links against the truth. A floor lies a thousandth or two below what is reached as a mean of these seeds.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from statistics import mean
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.quality.known_links import Bench, Recipe, changes, truth
from treatydiff.api import align, read
from treatydiff.text.clauses import clauses

if TYPE_CHECKING:
    from pathlib import Path

    from treatydiff.model import Clause

SEEDS = (1, 2, 3)
DRAFTS_OF_A_HISTORY = 10


class Row(NamedTuple):
    """A way to change drafts and the floors of link F1, of kinds that are right, and of the F1 of moved clauses."""

    profile: str
    level: int
    links: float
    kinds: float
    moved: float


ROWS = (
    Row("light", 5, 0.998, 0.997, 0.89),
    Row("normal", 15, 0.996, 0.993, 0.90),
    Row("normal", 50, 0.996, 0.993, 0.92),
    Row("heavy", 15, 0.989, 0.981, 0.85),
    Row("heavy", 50, 0.982, 0.970, 0.78),
)


@pytest.fixture(scope="module")
def made(bench: Path, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(Bench(bench), tmp_path_factory.mktemp("drafts"))


class Made(NamedTuple):
    """Makes drafts when they are asked for."""

    bench: Bench
    folder: Path

    def drafts(self, profile: str, level: int, seed: int, count: int = 2) -> Path:
        """Give the folder of the drafts and their truth."""
        recipe = Recipe(profile, level, seed, drafts=count)
        return self.bench.make(self.folder / "-".join(map(str, recipe)), recipe)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.profile} {row.level} %")
def test_generated_drafts_are_linked_as_they_were_made(made: Made, row: Row) -> None:
    found = []
    for seed in SEEDS:
        folder = made.drafts(row.profile, row.level, seed)
        links = align(read(folder / "draft0.xml"), read(folder / "draft1.xml"))
        found.append(made.bench.score(changes(links), truth(folder)))
    assert mean(scored["f1"] for scored in found) >= row.links
    assert mean(scored["kind"] for scored in found) >= row.kinds
    assert mean(scored["moved_f1"] for scored in found) >= row.moved


def test_drafts_read_from_plain_text_are_linked_as_well(made: Made) -> None:
    found = []
    for seed in SEEDS:
        folder = made.drafts("normal", 15, seed)
        names = [_names(clauses(read(folder / f"draft{n}.txt")), clauses(read(folder / f"draft{n}.xml"))) for n in (0, 1)]
        linked = changes(align(read(folder / "draft0.txt"), read(folder / "draft1.txt")))
        for change in linked:
            for side, known in zip(("old", "new"), names, strict=True):
                change[side] = [{"id": known[clause["id"]]} for clause in change[side] if clause["id"] in known]
        found.append(made.bench.score(linked, truth(folder)))
    assert mean(scored["f1"] for scored in found) >= 0.990
    assert mean(scored["kind"] for scored in found) >= 0.980


def _names(text: tuple[Clause, ...], xml: tuple[Clause, ...]) -> dict[str, str]:
    """Give for the clauses read from text the ids of the same words in XML."""
    here, there = ([" ".join(clause.words.split()) for clause in side] for side in (text, xml))
    blocks = SequenceMatcher(None, here, there, autojunk=False).get_matching_blocks()
    return {text[i + n].id: xml[j + n].id for i, j, size in blocks for n in range(size)}


def test_a_history_of_ten_drafts_is_followed_from_the_first_to_the_last(made: Made) -> None:
    folder = made.drafts("normal", 5, 1, DRAFTS_OF_A_HISTORY)

    drafts = [read(folder / f"draft{n}.xml") for n in range(DRAFTS_OF_A_HISTORY)]
    steps = range(DRAFTS_OF_A_HISTORY - 1)
    true = _composed([_pairs(truth(folder, n)["clauses"]) for n in steps])
    judged = {clause for group in truth(folder)["clauses"] for clause in group["old"]}
    linked = [
        {(i.id, j.id) for link in align(drafts[n], drafts[n + 1]) for i in link.old for j in link.new if not i.is_heading}
        for n in steps
    ]
    found = {(i, j) for i, j in _composed(linked) if i in judged}
    hits = len(true & found)
    assert 2 * hits / (len(true) + len(found)) >= 0.975


def _pairs(groups: list[dict[str, Any]]) -> set[tuple[str, str]]:
    return {(i, j) for group in groups for i in group["old"] for j in group["new"]}


def _composed(steps: list[set[tuple[str, str]]]) -> set[tuple[str, str]]:
    """Follow links from step to step."""
    found = steps[0]
    for step in steps[1:]:
        after: dict[str, set[str]] = {}
        for i, j in step:
            after.setdefault(i, set()).add(j)
        found = {(i, k) for i, j in found for k in after.get(j, ())}
    return found
