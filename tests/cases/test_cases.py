"""Every folder beside this file is a case: two drafts, `old` and `new`, and in `expected/` what each format makes of them.

A format that `tests/writers/dumps/` has a module for is kept as the readable text that it gives, any other as its bytes are.
With `TREATYDIFF_UPDATE_CASES=1` the expected files are written anew; read their difference before committing it.
"""

from __future__ import annotations

import os
from functools import lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from treatydiff.api import compare, read_bytes, render
from treatydiff.writers import COMPARISON_WRITERS
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from treatydiff.model import Comparison, Document
    from treatydiff.writers.writer import ComparisonWriter

FOLDER = Path(__file__).parent
DUMPS = FOLDER.parent / "writers" / "dumps"
CASES = sorted(path.parent.name for path in FOLDER.glob("*/old.*"))
LONGEST = 700
"""Lines of an expected file that somebody still reads."""


def _draft(case: str, side: str) -> Document:
    path = next((FOLDER / case).glob(f"{side}.*"))
    return read_bytes(path.read_bytes(), path.name)


@lru_cache(maxsize=1)
def _comparison(case: str) -> Comparison:
    return compare(_draft(case, "old"), _draft(case, "new"))


def _dump(writer: ComparisonWriter) -> Path:
    return DUMPS / f"{writer.name.replace('-', '_')}.py"


def _name(writer: ComparisonWriter) -> str:
    suffix = writer.suffixes[0].rpartition(".")[2] if writer.suffixes and not _dump(writer).exists() else "txt"
    return f"{writer.name}.{suffix}"


def _written(writer: ComparisonWriter, case: str) -> bytes:
    data = render(_comparison(case), writer.name, Layout(colour=True))
    path = _dump(writer)
    if not path.exists():
        return data
    spec = spec_from_file_location(f"dump_of_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    shown = module.readable(data)
    assert isinstance(shown, str)
    return shown.encode()


@pytest.mark.parametrize("writer", COMPARISON_WRITERS, ids=lambda writer: writer.name)
@pytest.mark.parametrize("case", CASES)
def test_a_reader_is_shown_what_is_expected(case: str, writer: ComparisonWriter) -> None:
    written = _written(writer, case)
    expected = FOLDER / case / "expected" / _name(writer)
    if os.environ.get("TREATYDIFF_UPDATE_CASES"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_bytes(written)
    assert expected.exists(), f"{expected} is missing: TREATYDIFF_UPDATE_CASES=1 pytest tests/cases"
    assert written.decode() == expected.read_bytes().decode()
    assert written.count(b"\n") <= LONGEST


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_expected_of_a_format_that_does_not_exist(case: str) -> None:
    names = {path.name for path in (FOLDER / case / "expected").iterdir()}
    assert names <= {_name(writer) for writer in COMPARISON_WRITERS}
