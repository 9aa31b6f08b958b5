"""How much longer a whole comparison takes than reading alone: ratios within one run, because machines are noisy.

    python benchmarks/speed.py [OLD NEW] [--runs 15]

Each round starts every command once, in turn, so that a slow moment of the machine falls on all of them. What is printed is
the median over the rounds of the ratio to the floor of the same round. The floor is a Python process that imports lxml and
rapidfuzz, parses both files and cuts their text into words.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DRAFTS = Path(__file__).parent.parent / "drafts" / "cybercrime"
FLOOR = """
import re, sys
import rapidfuzz
from lxml import etree
word = re.compile(r"\\w+|[^\\w\\s]")
for path in sys.argv[1:]:
    for text in etree.parse(path).getroot().itertext():
        word.findall(text)
"""


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (the commands are this file's own)
    return time.perf_counter() - start


def _commands(old: str, new: str, folder: str) -> dict[str, list[str]]:
    treatydiff = str(Path(sys.executable).parent / "treatydiff")
    compare = [treatydiff, "compare", old, new, "--quiet"]
    return {
        "floor": [sys.executable, "-c", FLOOR, old, new],
        "python -c pass": [sys.executable, "-c", "pass"],
        "treatydiff --help": [treatydiff, "--help"],
        "compare, terminal": compare,
        "compare, JSON": [*compare, "-o", str(Path(folder) / "c.json")],
        "compare, HTML": [*compare, "-o", str(Path(folder) / "c.html")],
    }


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", nargs="?", default=str(DRAFTS / "cnd.xml"))
    parser.add_argument("new", nargs="?", default=str(DRAFTS / "final.xml"))
    parser.add_argument("--runs", type=int, default=15)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        commands = _commands(args.old, args.new, folder)
        rounds = [{name: _seconds(command) for name, command in commands.items()} for _ in range(args.runs + 1)][1:]
    print("| command | median ms | times the floor |")
    print("|---|---|---|")
    for name in commands:
        middle = statistics.median(r[name] for r in rounds)
        ratio = statistics.median(r[name] / r["floor"] for r in rounds)
        print(f"| {name} | {middle * 1000:.0f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
