"""How well clauses are linked, on drafts whose true links are known, against two ways that need no aligner.

    python benchmarks/alignment.py BENCH [--seeds 1 2 3] [--clauses 1000]

BENCH is a folder with `mutate.py`, which makes drafts, `base.json`, which it makes them of, and `score.py`, which scores links
against the truth. Everything is measured in one run: the F1 of the links, the share of clauses whose kind is right, the F1 of
the moved flag, and processor seconds for linking alone. The peers are `difflib` over the texts of the clauses, in which what
stands at the same place of a replaced stretch is one, and the numbers of the clauses, in which equal ids are one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from difflib import SequenceMatcher
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any, NamedTuple

from treatydiff.align import align
from treatydiff.api import read
from treatydiff.model import Clause
from treatydiff.text.clauses import clauses

if TYPE_CHECKING:
    from collections.abc import Callable

    Way = Callable[[tuple[Clause, ...], tuple[Clause, ...]], list[dict[str, Any]]]

CASES = (("light", 5), ("normal", 15), ("normal", 50), ("heavy", 15), ("heavy", 50))
Clauses = tuple[Clause, ...]


class Found(NamedTuple):
    """The links of one way as the JSON contract has them, as far as they are scored, and the processor seconds it took."""

    changes: dict[str, Any]
    seconds: float


def _ours(old: Clauses, new: Clauses) -> list[dict[str, Any]]:
    return [
        {
            "old": [{"id": clause.id} for clause in link.old],
            "new": [{"id": clause.id} for clause in link.new],
            "kind": link.kind,
            "moved": link.moved,
        }
        for link in align(old, new)
    ]


def _difflib(old: Clauses, new: Clauses) -> list[dict[str, Any]]:
    here, there = ([clause.words for clause in side] for side in (old, new))
    pairs: list[tuple[int, int]] = []
    for op, i, i_end, j, j_end in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if op in {"equal", "replace"}:
            pairs += zip(range(i, i_end), range(j, j_end), strict=False)
    return _paired(old, new, pairs)


def _numbers(old: Clauses, new: Clauses) -> list[dict[str, Any]]:
    places = {clause.id: n for n, clause in enumerate(new)}
    return _paired(old, new, [(n, places[clause.id]) for n, clause in enumerate(old) if clause.id in places])


def _paired(old: Clauses, new: Clauses, pairs: list[tuple[int, int]]) -> list[dict[str, Any]]:
    linked_old, linked_new = {i for i, _ in pairs}, {j for _, j in pairs}
    changes = [
        {
            "old": [{"id": old[i].id}],
            "new": [{"id": new[j].id}],
            "kind": "same" if old[i].words == new[j].words else "edited",
            "moved": False,
        }
        for i, j in pairs
    ]
    changes += [
        {"old": [{"id": c.id}], "new": [], "kind": "deleted", "moved": False} for n, c in enumerate(old) if n not in linked_old
    ]
    changes += [
        {"old": [], "new": [{"id": c.id}], "kind": "inserted", "moved": False} for n, c in enumerate(new) if n not in linked_new
    ]
    return changes


WAYS: dict[str, Way] = {
    "treatydiff": _ours,
    "difflib": _difflib,
    "equal numbers": _numbers,
}


def _measured(way: Way, old: Clauses, new: Clauses) -> Found:
    start = time.process_time()
    changes = way(old, new)
    return Found({"changes": changes}, time.process_time() - start)


def _loaded(path: Path) -> Any:  # noqa: ANN401 (a script that is no package)
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} cannot be loaded")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=list(range(1, 10)))
    parser.add_argument("--clauses", type=int, default=1000)
    args = parser.parse_args()
    score = _loaded(args.bench / "score.py").score
    print("| drafts | way | link F1 | kinds | moved F1 | seconds |\n|---|---|---|---|---|---|")
    for profile, level in CASES:
        results: dict[str, list[tuple[dict[str, float], float]]] = {name: [] for name in WAYS}
        for seed in args.seeds:
            with tempfile.TemporaryDirectory() as folder:
                options = {"--clauses": args.clauses, "--level": level, "--profile": profile, "--seed": seed}
                words = [str(word) for option in options.items() for word in option]
                command = [sys.executable, str(args.bench / "mutate.py"), str(args.bench / "base.json"), folder, *words]
                subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (the generator that the caller named)
                old, new = (clauses(read(Path(folder) / f"draft{n}.xml")) for n in (0, 1))
                truth = json.loads((Path(folder) / "truth_0_1.json").read_text())
            for name, way in WAYS.items():
                found = _measured(way, old, new)
                results[name].append((score(found.changes, truth), found.seconds))
        for name, scored in results.items():
            figures = " | ".join(f"{mean(each[key] for each, _ in scored):.4f}" for key in ("f1", "kind", "moved_f1"))
            print(f"| {profile} {level} % | {name} | {figures} | {mean(seconds for _, seconds in scored):.2f} |", flush=True)


if __name__ == "__main__":
    main()
