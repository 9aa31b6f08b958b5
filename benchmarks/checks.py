"""What a check of a draft costs, as a multiple of showing it, and how many of the problems told on finished texts are right.

    python benchmarks/checks.py [--corpus FOLDER] [--runs 9]

Times are the processor time of whole processes. Each round runs every command once, in turn, so that a slow moment of the
machine falls on all of them; what is printed is the median over the rounds. The finished texts were read problem by problem;
what a person said of each stands in tests/quality/checks_read.csv, by a digest of the problem, so that no words of the texts
do.
"""

from __future__ import annotations

import argparse
import csv
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from treatydiff.checking import Asked, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Problem

REPOSITORY: Final = Path(__file__).parent.parent
READ: Final = REPOSITORY / "tests" / "quality" / "checks_read.csv"
FINISHED: Final = (
    "paris/7-2016-01-29-final.md",
    "conventions/untoc.md",
    "conventions/uncac.md",
    "un-pdf/bbnj-agreement-2023.pdf",
)
"""Texts that were adopted, so that hardly anything in them should be wrong."""
_DAY: Final = "2026-01-01"
_DIGITS: Final = 16
_MANY: Final = 20


def problems(corpus: Path) -> Iterator[tuple[str, Problem]]:
    """Yield the errors and warnings that the checks tell on the finished texts, each with the name of its text."""
    for name in FINISHED:
        report = check(Asked((str(corpus / name),), _DAY))
        yield from ((name, problem) for problem in report.problems() if problem.gravity != "info")


def digest(name: str, problem: Problem) -> str:
    """Give what tells a problem from all others, and nothing of its words."""
    spot = problem.spot
    around = repr(problem.excerpt)
    parts = (name, problem.check, spot.provision, str(spot.line), str(spot.column), problem.words, around)
    return sha256("\0".join(parts).encode()).hexdigest()[:_DIGITS]


def judgements() -> dict[str, bool]:
    """Give whether each problem that was read is right, by its digest."""
    with READ.open(encoding="utf-8", newline="") as file:
        return {row["digest"]: row["right"] == "yes" for row in csv.DictReader(file)}


def _seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)  # finer than os.times, which counts in hundredths
    subprocess.run(command, check=False, capture_output=True)  # noqa: S603 (the commands are this file's own)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _medians(commands: dict[str, list[str]], runs: int) -> dict[str, float]:
    rounds = [{name: _seconds(command) for name, command in commands.items()} for _ in range(runs + 1)][1:]
    return {name: statistics.median(one[name] for one in rounds) for name in commands}


def _cost(corpus: Path, runs: int) -> None:
    program = str(Path(sys.executable).parent / "treatydiff")
    print("| draft | show, s | check, s | check / show |")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        lone = Path(folder) / "final.xml"  # away from its treaty folder, in which it would be compared as well
        lone.write_bytes((REPOSITORY / "drafts" / "cybercrime" / "final.xml").read_bytes())
        for draft in (lone, *(corpus / name for name in FINISHED)):
            found = _medians({name: [program, name, str(draft)] for name in ("show", "check")}, runs)
            print(f"| {draft.name} | {found['show']:.2f} | {found['check']:.2f} | {found['check'] / found['show']:.2f} |")


def _many(corpus: Path) -> None:
    """Say how much processor time passes in each second while many files are checked at once."""
    files = [str(corpus / FINISHED[n % 3]) for n in range(3)]
    program = str(Path(sys.executable).parent / "treatydiff")
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(folder) / f"{n}-{Path(files[n % 3]).name}" for n in range(_MANY)]
        for n, copy in enumerate(copies):
            copy.write_bytes(Path(files[n % 3]).read_bytes())
        start = time.perf_counter()
        used = _seconds([program, "check", "--quiet", *map(str, copies)])
        wall = time.perf_counter() - start
    print(f"\n{_MANY} files at once: {wall:.2f} s, {used / wall:.2f} processors in use of {os.cpu_count()}")


def _precision(corpus: Path) -> None:
    known = judgements()
    found = [(name, problem, known.get(digest(name, problem))) for name, problem in problems(corpus)]
    read = [right for _, _, right in found if right is not None]
    print(f"\n{sum(read)} of {len(read)} errors and warnings that were read are right; {len(found) - len(read)} were not read")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=os.environ.get("TREATYDIFF_CORPUS"), required=False)
    parser.add_argument("--runs", type=int, default=9)
    args = parser.parse_args()
    if args.corpus is None:
        parser.error("name the folder of real drafts with --corpus or TREATYDIFF_CORPUS")
    _cost(Path(args.corpus), args.runs)
    _many(Path(args.corpus))
    if READ.exists():
        _precision(Path(args.corpus))


if __name__ == "__main__":
    main()
