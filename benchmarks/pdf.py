"""How much longer reading a PDF takes than what PDFium needs for it: ratios within one run, because machines are noisy.

    python benchmarks/pdf.py FILE... [--runs 11]

Each round reads every file twice, each time in a fresh process: the floor opens it with pypdfium2 and extracts the text of all
its pages; the other reads it into provisions and notes. What is printed is the median over the rounds of the ratio of the two.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

FLOOR = """
import sys
import pypdfium2
for page in pypdfium2.PdfDocument(sys.argv[1]):
    page.get_textpage().get_text_range()
"""
READING = """
import sys
from treatydiff import read
read(sys.argv[1])
"""


def _seconds(program: str, path: Path) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)  # noqa: S603 (the programs are this file's own)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=11)
    args = parser.parse_args()
    print("| file | MB | floor ms | reading ms | times the floor |")
    print("|---|---|---|---|---|")
    for path in args.files:
        rounds = [(_seconds(FLOOR, path), _seconds(READING, path)) for _ in range(args.runs + 1)][1:]
        floor, reading = (statistics.median(times) * 1000 for times in zip(*rounds, strict=True))
        ratio = statistics.median(reading / floor for floor, reading in rounds)
        print(f"| {path.name} | {path.stat().st_size / 1e6:.2f} | {floor:.0f} | {reading:.0f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
