"""How much longer a draft in XML or HTML takes to read than its library needs to parse it and to give all its text.

    python benchmarks/reading.py [FILE ...] [--runs 9]

Each file is grown to a megabyte by repeating what stands in its body. Both are timed in turn in one process, without the
collector of cyclic garbage, as the command line runs; what is printed is the median of the ratios of the rounds.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from treatydiff.api import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

DRAFTS = Path(__file__).parent.parent / "drafts" / "cybercrime"
SIZE = 1_000_000
BODIES = ("{*}mainBody", "{*}body", "{*}main", "legis-body", "resolution-body")


def _parser(data: bytes) -> etree.XMLParser | etree.HTMLParser:
    if data.lstrip()[:5] == b"<?xml" or b"xmlns=" in data[:1000]:
        return etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.HTMLParser(encoding="utf-8", huge_tree=True)


def _grown(data: bytes) -> bytes:
    """Repeat the children of the body until the file has a megabyte."""
    parser = _parser(data)
    root = etree.fromstring(data, parser)
    body = next((element for name in BODIES for element in root.iter(name)), root)
    children = list(body)
    for n in range(SIZE // len(data)):
        body.extend(_copied(child, n) for child in children)
    is_page = isinstance(parser, etree.HTMLParser)
    return etree.tostring(
        root, encoding="utf-8", method="html" if is_page else "xml", doctype="<!DOCTYPE html>" if is_page else None
    )


def _copied(element: etree._Element, number: int) -> etree._Element:
    """Copy an element with ids that its other copies do not have, as a file of that size would."""
    copy = deepcopy(element)
    for each in copy.iter("*"):
        for name in ("eId", "id"):
            if value := each.get(name):
                each.set(name, f"{value}-{number}")
    return copy


def _text(data: bytes) -> str:
    return "".join(etree.fromstring(data, _parser(data)).itertext())


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[DRAFTS / "cnd.xml", DRAFTS / "final.xml"])
    parser.add_argument("--runs", type=int, default=9)
    args = parser.parse_args()
    gc.disable()
    print("| file | MB | parse and all text, ms | read, ms | times |")
    print("|---|---|---|---|---|")
    for path in args.files:
        data = _grown(path.read_bytes())
        rounds = []
        for _ in range(args.runs + 1):
            rounds.append((_seconds(partial(_text, data)), _seconds(partial(read_bytes, data, str(path)))))
            gc.collect()
        floors, reads = zip(*rounds[1:], strict=True)
        ratio = statistics.median(read / floor for floor, read in rounds[1:])
        name = f"{path.parent.name}/{path.name}"
        print(f"| {name} | {len(data) / 1e6:.2f} | {min(floors) * 1e3:.0f} | {min(reads) * 1e3:.0f} | {ratio:.1f} |")


if __name__ == "__main__":
    main()
