"""What every test may ask for: the drafts of the repository, the real drafts, and the command line as a function."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple, Protocol

import pytest

from treatydiff.cli import main, output

REPOSITORY = Path(__file__).parent.parent


class Outcome(NamedTuple):
    """What one run of the command line gave."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        """Standard output as text."""
        return self.out.decode()


class Run(Protocol):
    """Runs the command line in this process."""

    def __call__(self, *args: str | Path, stdin: bytes = b"") -> Outcome:
        """Run `treatydiff` with these arguments."""
        ...


class WordFile(Protocol):
    """Makes a Word file of the XML inside its body and of further parts."""

    def __call__(self, body: str, **parts: str) -> bytes:
        """Make it; `parts` are the insides of "styles", "numbering", "footnotes", "comments" and so on, by their names."""
        ...


WITHOUT_COVERAGE = frozenset({"browser", "corpus", "hostile", "laws", "quality"})
"""Folders of tests that run much of the package for long: unit tests are what its coverage is measured by."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out of the measuring of coverage, which slows them by half, the tests that only repeat what others run."""
    for item in items:
        if WITHOUT_COVERAGE.intersection(item.path.relative_to(REPOSITORY).parts):
            item.add_marker("no_cover")


NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
ROOTS = {"header": "hdr", "footer": "ftr"}
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@pytest.fixture(scope="session")
def word_file() -> WordFile:
    def make(body: str, **parts: str) -> bytes:
        links = "".join(
            f'<Relationship Id="{name}" Type="{RELATIONSHIPS}{name}" Target="{name}.xml"/>' for name in parts if name != "links"
        )
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("[Content_Types].xml", "<Types/>")
            packed.writestr(
                "_rels/.rels",
                _relationships(f'<Relationship Id="a" Type="{RELATIONSHIPS}officeDocument" Target="word/document.xml"/>'),
            )
            packed.writestr("word/_rels/document.xml.rels", _relationships(links + parts.pop("links", "")))
            packed.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
            for name, inside in parts.items():
                root = ROOTS.get(name, name)
                packed.writestr(f"word/{name}.xml", f"<w:{root} {NAMES}>{inside}</w:{root}>")
        return file.getvalue()

    return make


def _relationships(inside: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


class _Stream(io.TextIOWrapper):
    def __init__(self, data: bytes = b"") -> None:
        self.bytes = io.BytesIO(data)
        super().__init__(self.bytes, encoding="utf-8")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(output, "_PATIENCE", 3600.0)  # on a slow machine too, nothing is said of progress

    def call(*args: str | Path, stdin: bytes = b"") -> Outcome:
        out, err = _Stream(), _Stream()
        monkeypatch.setattr(sys, "argv", ["treatydiff", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", _Stream(stdin))
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as left:
            main()
        out.flush()
        err.flush()
        code = left.value.code
        return Outcome(code if isinstance(code, int) else 0, out.bytes.getvalue(), err.bytes.getvalue().decode())

    return call


@pytest.fixture(scope="session")
def drafts() -> Path:
    return REPOSITORY / "drafts" / "cybercrime"


@pytest.fixture(scope="session")
def corpus() -> Path:
    folder = os.environ.get("TREATYDIFF_CORPUS")
    if not folder:
        pytest.skip("TREATYDIFF_CORPUS is not set: the real drafts are not part of the project")
    return Path(folder)


@pytest.fixture(scope="session")
def bench() -> Path:
    folder = os.environ.get("TREATYDIFF_BENCH")
    if not folder:
        pytest.skip("TREATYDIFF_BENCH is not set: the generator of drafts with known links is not part of the project")
    return Path(folder)


HARBOURS = """\
Convention on harbours

Chapter I. Boats

Article 1. Open harbours

1. Every harbour is open to each boat that flies a known flag, by day and by night, in fair weather and in foul.

2. The keeper of a harbour shall count the boats that lie in it each day [and each night].

Article 2. Lamps

1. The keeper shall light a lamp on the mole from dusk until dawn, with full respect for human rights.

Article 3. Toll

1. No toll is taken of a boat that seeks shelter from a storm, whatever the cargo that it carries.
"""
TOLL = HARBOURS[HARBOURS.index("Article 3") :]
PILOTS = "Article 2. Pilots\n\n1. A pilot goes aboard every boat longer than forty cubits before it passes the bar.\n\n"
RECORD = """\
[[source]]
id = "gazette"
publisher = "Harbour Gazette"
[[event]]
date = "2001-01"
kind = "session"
title = "First session; opening"
source = "gazette"
[[proposal]]
id = "P1"
date = "2002-04"
operation = "substitute"
said = "Bind the keeper again"
draft = "second"
clauses = ["art 1(2)"]
words-in = ["shall count"]
words-out = ["may count"]
proposed-by = ["Utopia"]
supported-by = ["Atlantis"]
source = "gazette"
"""


class MakeTreaty(Protocol):
    """Makes a treaty folder of the texts of its drafts, by their ids."""

    def __call__(self, record: str = "", **texts: str) -> Path:
        """Make it; the drafts are dated a year apart, from 2001 on."""
        ...


@pytest.fixture(scope="session")
def make_treaty(tmp_path_factory: pytest.TempPathFactory) -> MakeTreaty:
    def make(record: str = "", **texts: str) -> Path:
        place = tmp_path_factory.mktemp("treaty")
        rows = ['[treaty]\ntitle = "Convention on harbours"\n']
        for year, (name, text) in enumerate(texts.items(), start=2001):
            (place / f"{name}.txt").write_text(text, encoding="utf-8")
            rows.append(f'[[draft]]\nid = "{name}"\nfile = "{name}.txt"\ndate = {year}-02-03\n')
        (place / "treaty.toml").write_text("\n".join(rows))
        if record:
            (place / "record.toml").write_text(record)
        return place

    return make


@pytest.fixture(scope="session")
def harbours(make_treaty: MakeTreaty) -> Path:
    """Give a treaty of four drafts: a duty turns and turns back, an article goes and comes back, one is new."""
    second = HARBOURS.replace("shall count", "may count").replace(" [and each night]", "").replace(TOLL, "")
    third = second.replace("may count", "shall count").replace("Article 2. Lamps", f"{PILOTS}Article 3. Lamps")
    return make_treaty(RECORD, first=HARBOURS, second=second, third=third, fourth=third + TOLL.replace("3", "4"))
