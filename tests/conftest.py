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
