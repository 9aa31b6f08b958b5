"""How much longer a megabyte takes to read than what lies below the reader needs for it: ratios within one run.

    python benchmarks/reading_text.py [--runs 7] [--corpus FOLDER]

Below Markdown lies markdown-it-py, below plain text decoding and the tokenizer of `text/tokens.py`. Each round does both in
turn, and what is printed is the median over the rounds of the ratio of the same round, in processor time. The texts are a
treaty and a bracketed negotiating text, written by this script; with a corpus (`TREATYDIFF_CORPUS`) also real ones. Each is
repeated up to one megabyte.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from treatydiff.readers.markdown import read as read_markdown
from treatydiff.readers.text import read as read_text
from treatydiff.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MEGABYTE = 1024 * 1024
WIDTH = 88
POINTS = (
    "the depth of its harbour and the lights that lead to it",
    "the hours at which pilots are at hand, by day and by night",
)


def _article(n: int, *, contested: bool) -> Iterator[str]:
    shall = "[shall][should]" if contested else "shall"
    yield f"## Article {n}"
    yield f"1. Each Party {shall} keep its ports open to ships that seek shelter from storms of kind {n}."
    yield f"2. Each Party {shall} publish, not later than {n} days after this Treaty enters into force for it:"
    yield from (f"({letter}) {point}{end}" for letter, point, end in zip("ab", POINTS, (";", "."), strict=True))
    if contested:
        yield "Option 1: The dues [of a port] do not exceed [the cost [of its lamps]] [a fair share]. [agreed ad referendum]"
        yield "Option 2: No text"


def _treaty(*, contested: bool) -> str:
    parts: list[str] = []
    size = n = 0
    while size < MEGABYTE:
        n += 1
        parts += _article(n, contested=contested)
        size = sum(map(len, parts[-8:])) + size
    return "\n\n".join(parts)[:MEGABYTE]


def _sources(corpus: str) -> Iterator[tuple[str, str]]:
    yield "a treaty", _treaty(contested=False)
    yield "a negotiating text", _treaty(contested=True)
    for name in ("conventions/uncac.md", "paris/3-2015-10-23.md") if corpus else ():
        text = (Path(corpus) / name).read_text(encoding="utf-8")
        yield name, (text * (MEGABYTE // len(text) + 1))[:MEGABYTE]


def _plain(text: str) -> str:
    return text.replace("## ", "")


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def _pairs(text: str) -> Iterator[tuple[str, Callable[[], object], Callable[[], object]]]:
    marked, plain = text.encode(), _plain(text).encode()
    parser = MarkdownIt("commonmark")
    yield "Markdown", lambda: parser.parse(text), lambda: read_markdown(marked, "draft.md")
    yield "text", lambda: tokens(plain.decode()), lambda: read_text(plain, "draft.txt")


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--corpus", default=os.environ.get("TREATYDIFF_CORPUS", ""))
    args = parser.parse_args()
    print("| 1 MB of | as | below, ms | reader, ms | times |")
    print("|---|---|---|---|---|")
    for name, text in _sources(args.corpus):
        for kind, below, reader in _pairs(text):
            rounds = [(_seconds(below), _seconds(reader)) for _ in range(args.runs)]
            floor, whole = (statistics.median(column) * 1000 for column in zip(*rounds, strict=True))
            ratio = statistics.median(whole / floor for floor, whole in rounds)
            print(f"| {name} | {kind} | {floor:.0f} | {whole:.0f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
