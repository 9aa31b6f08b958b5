"""Train the coefficients of the aligner on drafts whose true links are known.

    python benchmarks/train_alignment.py FOLDER... [-o treatydiff/align/coefficients.toml]

Each FOLDER holds `draft0.xml`, `draft1.xml` and `truth_0_1.json`: `{"clauses": [{"old": [ids], "new": [ids], "kind": ...}]}`.
The shipped coefficients come from drafts of 800 clauses that a generator made of law-of-the-sea treaties: profile light at 5
and 15 per cent of words changed, normal and heavy at 5, 15, 30 and 50, seeds 101 to 104 of each. Each model is a logistic
regression with a weak ridge penalty, fitted by Newton's method; the second is trained on what the first says, the others on
what these leave over. Needs numpy.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from treatydiff import api
from treatydiff.align import field as fields
from treatydiff.align import linking, rounds
from treatydiff.align.joins import Joining, Members
from treatydiff.align.scorer import Row, Scorer, Scorers, second_rows
from treatydiff.align.side import Side, encoder, side
from treatydiff.text.clauses import clauses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RIDGE = 1.0
STEPS = 30
SETTLED = 1e-6
Sample = tuple[Row, bool]


class Example(NamedTuple):
    """Two drafts as the aligner sees them, with the true links by id."""

    old: Side
    new: Side
    links: frozenset[tuple[str, str]]

    def is_true(self, old: int, new: int) -> bool:
        """Whether two clauses, by their order, are truly linked."""
        return (self.old.clauses[old].id, self.new.clauses[new].id) in self.links


def example(folder: Path) -> Example:
    """Read one folder."""
    encoded = encoder()
    old, new = (side(clauses(api.read(folder / f"draft{n}.xml")), encoded) for n in (0, 1))
    groups = json.loads((folder / "truth_0_1.json").read_text(encoding="utf-8"))["clauses"]
    return Example(old, new, frozenset((i, j) for group in groups for i in group["old"] for j in group["new"]))


def first_samples(one: Example, _: Scorers) -> Iterator[Sample]:
    """Give the rows of the first scorer; a true pair that is part of a split or a merger is neither right nor wrong."""
    field, around = fields.field_of(one.old, one.new, {})
    yield from _labelled(one, field, fields.rows_of(field, around))


def second_samples(one: Example, scorers: Scorers) -> Iterator[Sample]:
    """Give the rows of the second scorer as its first round sees them."""
    field, around = fields.field_of(one.old, one.new, {})
    rows = fields.rows_of(field, around)
    field, scores = rounds.pruned(field, [scorers.first.score(row) for row in rows])
    rows = fields.rows_of(field, fields.greedy(field.certain, field.pairs, scores, 0.0))
    yield from _labelled(one, field, second_rows(field.pairs, rows, [scorers.first.score(row) for row in rows]))


def _labelled(one: Example, field: fields.Field, rows: list[Row]) -> Iterator[Sample]:
    olds, news = Counter(i for i, _ in one.links), Counter(j for _, j in one.links)
    for pair, row in zip(field.pairs, rows, strict=True):
        is_true = one.is_true(pair.old, pair.new)
        here, there = one.old.clauses[pair.old].id, one.new.clauses[pair.new].id
        if not (is_true and (olds[here] > 1 or news[there] > 1)):
            yield row, is_true


def join_samples(one: Example, scorers: Scorers) -> Iterator[Sample]:
    """Give the rows of all guests beside the one-to-one links."""
    paired = rounds.rounds(one.old, one.new, {}, scorers)
    for hosts, others, links, from_new in (
        (one.old, one.new, paired.links, False),
        (one.new, one.old, {j: i for i, j in paired.links.items()}, True),
    ):
        members: Members = {host: (other,) for host, other in links.items()}
        joining = Joining(hosts, others, linking.judged(paired, paired.links, from_new=from_new))
        for guest in joining.guests(members, set(links.values())):
            place = (guest.guest, guest.host) if from_new else (guest.host, guest.guest)
            yield guest.row, one.is_true(*place)


def late_samples(one: Example, scorers: Scorers) -> Iterator[Sample]:
    """Give the rows of what neither the rounds nor the joins have linked."""
    paired = rounds.rounds(one.old, one.new, {}, scorers)
    _, ties = linking.joins(paired, scorers)
    field, rows = rounds.left_over(paired, ties, scorers)
    yield from _labelled(one, field, rows)


def fitted(samples: list[Sample]) -> Scorer:
    """Fit a logistic regression with a ridge penalty on standardised features; give it for the features as they are."""
    rows = np.array([row for row, _ in samples])
    labels = np.array([label for _, label in samples], dtype=float)
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0] = 1.0
    design = np.hstack([np.ones((len(rows), 1)), (rows - mean) / spread])
    penalty = RIDGE * np.eye(design.shape[1])
    penalty[0, 0] = 0.0
    found = np.zeros(design.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(design @ found, -30, 30)))
        slope = design.T @ (chance - labels) + penalty @ found
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + penalty
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < SETTLED:
            break
    weights = found[1:] / spread
    return Scorer(float(found[0] - weights @ mean), tuple(float(weight) for weight in weights))


def written(scorers: Scorers) -> str:
    """Give the coefficients as TOML."""
    parts = []
    for name, features in zip(Scorers._fields, Scorers.features(), strict=True):
        scorer: Scorer = getattr(scorers, name)
        lines = [f"{feature} = {weight:.5f}" for feature, weight in zip(features, scorer.weights, strict=True)]
        parts.append("\n".join([f"[{name}]", f"bias = {scorer.bias:.5f}", *lines]))
    return "# Found by benchmarks/train_alignment.py, which says on what.\n\n" + "\n\n".join(parts) + "\n"


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path(fields.__file__).parent / "coefficients.toml")
    args = parser.parse_args()
    examples = [example(folder) for folder in args.folders]
    nothing = Scorer(0.0, ())
    scorers = Scorers(nothing, nothing, nothing, nothing)
    stages: tuple[tuple[str, Callable[[Example, Scorers], Iterator[Sample]]], ...] = (
        ("first", first_samples),
        ("second", second_samples),
        ("join", join_samples),
        ("late", late_samples),
    )
    for name, collect in stages:
        samples = [sample for one in examples for sample in collect(one, scorers)]
        scorers = scorers._replace(**{name: fitted(samples)})
        right = sum((getattr(scorers, name).score(row) > 0) == label for row, label in samples)
        print(f"{name}: {len(samples):,} samples, {right / len(samples):.4f} right")
    args.output.write_text(written(scorers), encoding="utf-8")


if __name__ == "__main__":
    main()
