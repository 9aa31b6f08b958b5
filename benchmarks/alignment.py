"""How well and how fast clauses are linked, against the peers that are installed, on drafts whose true links are known.

    pip install -e '.[bench]'
    python -m benchmarks.alignment BENCH CORPUS [--seeds 1 2 3] [--clauses 1000] [--ways treatydiff difflib]

BENCH is a folder with `mutate.py`, which makes drafts, `base.json`, which it makes them of, and `score.py` and `guid_truth.py`,
which score links and know those of a bill; CORPUS one with real drafts and, beside it, the table of borrowed provisions. All is
measured in one run and on the same drafts: link F1, the same without links of equal texts (hard), the share of clauses whose
kind is right, the F1 of the moved flag, and processor seconds without reading. The last table is of whole processes.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.peers import ways
from tests.quality.known_links import Bench, Recipe, borrowed, truth
from treatydiff.api import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.peers import Way
    from treatydiff.model import Document

CASES = (("light", 5), ("normal", 15), ("normal", 50), ("heavy", 15), ("heavy", 50))
MEASURES = ("f1", "hard_f1", "kind", "moved_f1")
BILL = ("uk-social-housing/1-lords-committee.xml", "uk-social-housing/2-lords-report.xml")
CONVENTIONS = ("conventions/untoc.md", "conventions/uncac.md")
BORROWED = "domain/untoc_uncac_alignment.csv"
NEGOTIATED = ("paris/4-2015-12-04.md", "paris/5-2015-12-09.md")


class Known(NamedTuple):
    """Two drafts and their true links, as `score.py` reads them."""

    old: Document
    new: Document
    truth: dict[str, Any]


def generated(bench: Bench, recipes: Iterable[Recipe]) -> Iterator[Known]:
    """Make drafts and read them."""
    for recipe in recipes:
        with tempfile.TemporaryDirectory() as name:
            folder = bench.make(Path(name), recipe)
            yield Known(read(folder / "draft0.xml"), read(folder / "draft1.xml"), truth(folder))


def timed(way: Way, old: Document, new: Document) -> tuple[list[dict[str, Any]], float]:
    """Give what a way finds, and the processor seconds that it took."""
    start = time.process_time()
    found = way(old, new)
    return found, time.process_time() - start


def scored(name: str, bench: Bench, pairs: list[Known], chosen: dict[str, Way]) -> None:
    """Print for each way the means over the pairs."""
    for way_name, way in chosen.items():
        scores, seconds = [], []
        for pair in pairs:
            found, took = timed(way, pair.old, pair.new)
            scores.append(bench.score(found, pair.truth))
            seconds.append(took)
        figures = " | ".join(_figure(measure, pairs, scores) for measure in MEASURES)
        print(f"| {name} | {way_name} | {figures} | {mean(seconds):.2f} |", flush=True)


def _figure(measure: str, pairs: list[Known], scores: list[dict[str, float]]) -> str:
    moves = any("move" in group["kind"] for pair in pairs for group in pair.truth["clauses"])
    return f"{mean(score[measure] for score in scores):.3f}" if moves or measure != "moved_f1" else ""


def counted(corpus: Path, chosen: dict[str, Way]) -> None:
    """Print for each way how many of the provisions that one convention borrowed from another are linked."""
    old, new = (read(corpus / name) for name in CONVENTIONS)
    provisions = borrowed(corpus.parent / BORROWED, old, new)
    print(f"\n| way | of {len(provisions.rows)} borrowed provisions | seconds |\n|---|---|---|")
    for name, way in chosen.items():
        found, took = timed(way, old, new)
        linked = {(here["id"], there["id"]) for change in found for here in change["old"] for there in change["new"]}
        print(f"| {name} | {provisions.hits(linked)} | {took:.2f} |", flush=True)


def whole_processes(corpus: Path, chosen: list[str], runs: int) -> None:
    """Print what a report on two negotiating texts takes from the command line, the shortest of several runs."""
    old, new = (str(corpus / name) for name in NEGOTIATED)
    scripts = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as folder:
        report = ["-o", str(Path(folder) / "report.html")]
        commands = {
            "treatydiff": [str(scripts / "treatydiff"), "compare", old, new, "--quiet", *report],
            "prosediff": [str(scripts / "prosediff"), "--files", old, new, *report],
        }
        taken = {
            name: min(_processor_seconds(command) for _ in range(runs))
            for name, command in commands.items()
            if name in chosen and Path(command[0]).exists()
        }
    print("\n| command | seconds | times treatydiff |\n|---|---|---|")
    for name, seconds in taken.items():
        print(f"| {name} | {seconds:.2f} | {seconds / taken.get('treatydiff', seconds):.1f} |")


def _processor_seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (the commands are this file's own)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--clauses", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--ways", nargs="+", choices=ways(), default=list(ways()))
    args = parser.parse_args()
    bench, chosen = Bench(args.bench), {name: ways()[name] for name in args.ways}
    print("| drafts | way | link F1 | hard F1 | kinds | moved F1 | seconds |\n|---|---|---|---|---|---|---|")
    for profile, level in CASES:
        recipes = [Recipe(profile, level, seed, args.clauses) for seed in args.seeds]
        scored(f"{profile} {level} %", bench, list(generated(bench, recipes)), chosen)
    old, new = (args.corpus / name for name in BILL)
    scored("a bill, two stages", bench, [Known(read(old), read(new), bench.guids(old, new))], chosen)
    counted(args.corpus, chosen)
    whole_processes(args.corpus, args.ways, args.runs)


if __name__ == "__main__":
    main()
