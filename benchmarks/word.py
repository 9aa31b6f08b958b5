"""How much longer reading a Word file takes than opening and extracting it: ratios within one run, because machines are noisy.

    python benchmarks/word.py [FILE...] [--runs 15]

The floors are python-docx, which gives the text of each paragraph and cell, and zipfile with lxml, which parses the parts that
the reader needs and joins their text. Each round does everything once, in turn; what is printed is the median over the rounds
of the ratio to the floor of the same round. Without a file, one of about a megabyte is made: 20,000 numbered paragraphs of
random words with footnotes and tracked changes.
"""

from __future__ import annotations

import argparse
import io
import random
import statistics
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from lxml import etree

from treatydiff.api import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARTS = ("document", "styles", "numbering", "footnotes", "endnotes", "comments", "settings")
PARAGRAPHS = 20_000


def _with_python_docx(data: bytes) -> None:
    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    "\n".join(texts)


def _with_lxml(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for name in PARTS:
            if f"word/{name}.xml" in file.namelist():
                root = etree.fromstring(file.read(f"word/{name}.xml"))
                "".join(element.text or "" for element in root.iter(f"{{{W}}}t", f"{{{W}}}delText"))


def _with_treatydiff(data: bytes) -> None:
    read_bytes(data, "draft.docx", reader="docx")


def _seconds(call: Callable[[bytes], None], data: bytes) -> float:
    start = time.perf_counter()
    call(data)
    return time.perf_counter() - start


def _made() -> bytes:
    """Make a file of random words, so that it packs no better than a real draft."""
    chance = random.Random(1)  # noqa: S311 (the same file on every run)

    def words(count: int) -> str:
        return " ".join("".join(chance.choices("etaoinshrdlu", k=chance.randint(2, 9))) for _ in range(count))

    def run(text: str) -> str:
        return f'<w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">{text} </w:t></w:r>'

    def paragraph(n: int) -> str:
        numbers = f'<w:numPr><w:ilvl w:val="{n % 3}"/><w:numId w:val="1"/></w:numPr>'
        change = f'<w:ins w:author="A">{run(words(3))}</w:ins>' if n % 10 == 0 else ""
        return f"<w:p><w:pPr>{numbers}</w:pPr>{run(words(6))}{change}{run(words(6))}</w:p>"

    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:lvlText w:val="({"%" + str(n + 1)})"/></w:lvl>' for n in range(3)
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    target = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    links = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    link = f'<Relationship Id="a" Type="{target}/{{0}}" Target="{{1}}.xml"/>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kinds}.document.main+xml"/>'
            f'<Override PartName="/word/numbering.xml" ContentType="{kinds}.numbering+xml"/></Types>',
        )
        packed.writestr("_rels/.rels", links.format(link.format("officeDocument", "word/document")))
        packed.writestr("word/_rels/document.xml.rels", links.format(link.format("numbering", "numbering")))
        body = "".join(map(paragraph, range(PARAGRAPHS)))
        packed.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        packed.writestr("word/numbering.xml", f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>')
    return file.getvalue()


def main() -> None:
    """Measure and print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--runs", type=int, default=15)
    args = parser.parse_args()
    files = {Path(name).name: Path(name).read_bytes() for name in args.files} or {"made here": _made()}
    calls = (_with_python_docx, _with_lxml, _with_treatydiff)
    print("| file | MB | python-docx, ms | lxml, ms | treatydiff, ms | times python-docx | times lxml |")
    print("|---|---|---|---|---|---|---|")
    for name, data in files.items():
        rounds = [tuple(_seconds(call, data) for call in calls) for _ in range(args.runs + 1)][1:]
        middle = [statistics.median(column) * 1000 for column in zip(*rounds, strict=True)]
        ratios = [statistics.median(r[2] / r[floor] for r in rounds) for floor in (0, 1)]
        times = " | ".join(f"{ms:.0f}" for ms in middle)
        print(f"| {name} | {len(data) / 1e6:.2f} | {times} | {ratios[0]:.2f} | {ratios[1]:.2f} |")


if __name__ == "__main__":
    main()
