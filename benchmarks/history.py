"""How much of a history is done once: ratios within one run, because machines are noisy.

    python benchmarks/history.py FOLDER [--runs 5]

FOLDER holds the drafts of one treaty whose names sort in their order, as `mutate.py --drafts 10` makes them. Each round puts
them into a treaty folder in a place of its own and asks for `treatydiff history` in fresh processes: cold, with nothing kept;
warm, with all kept; and with the last draft added to a history of the others. What is printed are medians of processor seconds,
and of the shares of the cold run.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.api import draft_suffixes
from treatydiff.folder import add, begin

if TYPE_CHECKING:
    from collections.abc import Sequence


class Round(NamedTuple):
    """Processor seconds of one round."""

    cold: float
    warm: float
    added: float


def _drafts(folder: Path) -> list[Path]:
    """Give the drafts of a folder, in one format: that of the first."""
    found = sorted(path for path in folder.iterdir() if path.suffix in draft_suffixes())
    xml = [path for path in found if path.suffix == ".xml"]
    return xml or found


def _seconds(folder: Path) -> float:
    before = os.times()
    command = [sys.executable, "-m", "treatydiff", "history", "--quiet"]
    subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)  # noqa: S603 (ourselves)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def _round(drafts: Sequence[Path]) -> Round:
    with TemporaryDirectory() as place:
        folder = Path(place)
        copies = [Path(shutil.copy(path, folder)) for path in drafts]
        begin(folder, "")
        add(folder, copies)
        cold, warm = _seconds(folder), _seconds(folder)
        shutil.rmtree(folder / ".treatydiff")
        (folder / "treaty.toml").unlink()
        begin(folder, "")
        add(folder, copies[:-1])
        _seconds(folder)
        add(folder, copies[-1:])
        return Round(cold, warm, _seconds(folder))


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    drafts = _drafts(args.folder)
    rounds = [_round(drafts) for _ in range(args.runs)]
    print("| drafts | cold s | warm s | share | one draft added s | share |")
    print("|---|---|---|---|---|---|")
    cold, warm, added = (statistics.median(times) for times in zip(*rounds, strict=True))
    shares = [
        statistics.median(part) for part in zip(*((one.warm / one.cold, one.added / one.cold) for one in rounds), strict=True)
    ]
    print(f"| {len(drafts)} | {cold:.2f} | {warm:.2f} | {shares[0]:.3f} | {added:.2f} | {shares[1]:.3f} |")


if __name__ == "__main__":
    main()
