"""Drafts whose true links are known: what made them, what says so, and how links are scored against it."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING, Any, NamedTuple

from treatydiff.text.clauses import clauses
from treatydiff.text.numbers import bare

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from treatydiff.model import Document, Link


class Recipe(NamedTuple):
    """How drafts are made: how much is deleted, inserted, moved, split and merged, and the percentage of words that change."""

    profile: str
    level: int
    seed: int
    clauses: int = 1000
    drafts: int = 2


class Bench(NamedTuple):
    """The folder with `mutate.py`, which makes drafts of `base.json`, and the scripts that know and score true links."""

    folder: Path

    def make(self, out: Path, recipe: Recipe) -> Path:
        """Make in the folder `out` drafts `draft0.xml`, each with its twin `draft0.txt`, and true links `truth_0_1.json`."""
        options = {f"--{name}": value for name, value in recipe._asdict().items()}
        words = [str(word) for option in options.items() for word in option]
        command = [sys.executable, str(self.folder / "mutate.py"), str(self.folder / "base.json"), str(out), *words]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (the generator that the caller named)
        return out

    def score(self, changes: list[dict[str, Any]], truth: dict[str, Any]) -> dict[str, float]:
        """Score changes, as the JSON contract has them: `f1`, `hard_f1` (without equal texts), `kind`, `moved_f1`."""
        found: dict[str, float] = _loaded(self.folder / "score.py").score({"changes": changes}, truth)
        return found

    def guids(self, old: Path, new: Path) -> dict[str, Any]:
        """Give the true links of two stages of a UK bill by the identities that its drafters' own tool keeps."""
        truth: dict[str, Any] = _loaded(self.folder / "guid_truth.py").truth(old, new)
        return truth


def _loaded(path: Path) -> Any:  # noqa: ANN401 (a script that is no package)
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def truth(folder: Path, step: int = 0) -> Any:  # noqa: ANN401 (JSON)
    """Give the true links from draft `step` of a folder that was made to the next."""
    return json.loads((folder / f"truth_{step}_{step + 1}.json").read_text(encoding="utf-8"))


def changes(links: Iterable[Link]) -> list[dict[str, Any]]:
    """Give links as the JSON contract has them, as far as they are scored."""
    return [
        {
            "old": [{"id": clause.id} for clause in link.old],
            "new": [{"id": clause.id} for clause in link.new],
            "kind": link.kind,
            "moved": link.moved,
        }
        for link in links
    ]


class Borrowed(NamedTuple):
    """The provisions that one convention took from another, identical or nearly, each as the clauses it may mean in both."""

    rows: list[tuple[list[str], list[str]]]

    def hits(self, linked: set[tuple[str, str]]) -> int:
        """Count the provisions that are among the pairs of ids."""
        return sum(any((i, j) in linked for i in here for j in there) for here, there in self.rows)


def borrowed(table: Path, old: Document, new: Document, *, equal_operators: bool = False) -> Borrowed:
    """Read the table, a CSV file with the columns `band`, `untoc_ref`, `uncac_ref`, `operators_untoc` and `operators_uncac`.

    With `equal_operators` only the provisions whose operators are the same in both.
    """
    here, there = _numbers(old), _numbers(new)
    lines = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    kept = (
        row
        for row in lines
        if row["band"] in {"identical", "near"} and not (equal_operators and row["operators_untoc"] != row["operators_uncac"])
    )
    return Borrowed([(_cited(here, row["untoc_ref"]), _cited(there, row["uncac_ref"])) for row in kept])


def _numbers(draft: Document) -> dict[str, list[str]]:
    """Give for each clause below an article the numbers from the article down, "0" where a level has none."""
    found = {}
    for clause in clauses(draft):
        path = [*clause.ancestors, clause.provision]
        below = next((n for n, provision in enumerate(path) if provision.kind == "article"), None)
        if below is not None and not clause.is_heading:
            found[clause.id] = [bare(provision.num) or "0" for provision in path[below:]]
    return found


def _cited(numbers: dict[str, list[str]], reference: str) -> list[str]:
    """Give the clauses that "6(1)(i)" may mean: the table leaves levels out, and writes "(0)" for one without number."""
    wanted = [part for part in re.findall(r"[^()]+", reference) if part != "0"]
    return [
        clause
        for clause, parts in numbers.items()
        if _is_within(wanted, kept := [part for part in parts if part != "0"])
        and (kept[0], kept[-1]) == (wanted[0], wanted[-1])
    ]


def _is_within(wanted: list[str], parts: list[str]) -> bool:
    rest = iter(parts)
    return all(part in rest for part in wanted)
