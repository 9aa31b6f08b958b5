"""How the time of a comparison grows with the draft: ratios to a floor within one process.

    python benchmarks/scaling.py BENCH [--runs 3] [--large]

BENCH is a folder with `mutate.py`, which makes drafts, and `base.json`, which it makes them of. The floor is what no comparison
can do without: lxml parses both files, all elements are walked, and the words of the paragraphs are cut once. Every pair of
drafts has a process of its own, in which each round measures floor, reading, aligning and comparing in turn, in processor
seconds; what is printed is the median over the rounds, and the peak of memory of a process that reads and compares once.
`--large` adds drafts of 100,000 clauses.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from treatydiff import api

if TYPE_CHECKING:
    from collections.abc import Callable

WORD = re.compile(r"\w+(?:['’-]\w+)*")
PARAGRAPH = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}p"
MEGABYTE = 1024
"""In the kilobytes in which Linux counts the peak of memory."""


class Case(NamedTuple):
    """Drafts to make: `profile` and `level` are those of the generator, an empty profile stands for the same draft twice."""

    name: str
    profile: str
    level: int
    clauses: int


CASES = (
    Case("identical", "", 0, 10_000),
    Case("light 5 %", "light", 5, 10_000),
    Case("normal 15 %", "normal", 15, 1_000),
    Case("normal 15 %", "normal", 15, 10_000),
)
LARGE = (Case("normal 15 %", "normal", 15, 100_000),)


class Round(NamedTuple):
    """Processor seconds for one pair of drafts; `compare` is all of `api.compare`, of which `align` is a part."""

    floor: float
    read: float
    align: float
    compare: float


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _floor(paths: list[str]) -> None:
    for path in paths:
        for element in etree.parse(path).getroot().iter():
            if element.tag == PARAGRAPH:
                WORD.findall("".join(element.itertext()).lower())


def _measured(paths: list[str]) -> Round:
    old, new = map(api.read, paths)
    return Round(
        _seconds(lambda: _floor(paths)),
        _seconds(lambda: list(map(api.read, paths))),
        _seconds(lambda: api.align(old, new)),
        _seconds(lambda: api.compare(old, new)),
    )


def _pair(paths: list[str], runs: int) -> None:
    """Measure one pair of drafts and print the rounds and the peak of memory as JSON."""
    api.compare(*map(api.read, paths))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE
    print(json.dumps({"rounds": [_measured(paths) for _ in range(runs)], "peak": peak}))


def _drafts(case: Case, bench: Path, folder: str) -> list[str]:
    options = ("--clauses", case.clauses, "--level", case.level, "--profile", case.profile or "light", "--seed", 1)
    command = [sys.executable, str(bench / "mutate.py"), str(bench / "base.json"), folder, *map(str, options)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (the generator that the caller named)
    return [str(Path(folder) / name) for name in ("draft0.xml", "draft1.xml" if case.profile else "draft0.xml")]


def _line(case: Case, bench: Path, runs: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, "--pair", *_drafts(case, bench, folder), "--runs", str(runs)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)  # noqa: S603 (this script)
    rounds = [Round(*each) for each in found["rounds"]]
    seconds = " | ".join(f"{median(column):.2f}" for column in zip(*rounds, strict=True))
    ratio = median(each.compare / each.floor for each in rounds)
    with_reading = median((each.read + each.compare) / each.floor for each in rounds)
    return f"| {case.name} | {case.clauses:,} | {seconds} | {ratio:.2f} | {with_reading:.2f} | {found['peak']} |"


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--pair", nargs=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.pair:
        _pair(args.pair, args.runs)
        return
    if args.bench is None:
        parser.error("name the folder with mutate.py and base.json")
    print("| drafts | clauses | floor, s | read, s | align, s | compare, s | compare/floor | with reading | peak, MB |")
    print("|---|---|---|---|---|---|---|---|---|")
    for case in (*CASES, *(LARGE if args.large else ())):
        print(_line(case, args.bench, args.runs), flush=True)


if __name__ == "__main__":
    main()
