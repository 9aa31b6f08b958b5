"""Accepting and rejecting as LibreOffice does it, which is another judge than the law and the XML."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from tests.writers.dumps.docx import resolved
from treatydiff import api
from treatydiff.writers.docx import write_comparison
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from collections.abc import Mapping

SCRIPT = Path(__file__).parent / "libreoffice.py"
CASES = sorted(path.parent for path in (Path(__file__).parent.parent / "cases").glob("*/old.*"))
CYBERCRIME = Path(__file__).parent.parent.parent / "drafts" / "cybercrime"
REAL = (("paris/5-2015-12-09.md", "paris/6-2015-12-12.md"), ("conventions/untoc.md", "conventions/uncac.md"))
_LONGEST = 240
"""Seconds for LibreOffice to start and to open, resolve and close all files of a run."""


@cache
def _python_of_the_office() -> str:
    """Give a Python that has LibreOffice's bridge; empty when there is none."""
    for python in dict.fromkeys(("/usr/bin/python3", shutil.which("python3") or sys.executable)):
        if Path(python).exists() and _succeeds(python, "-c", "import uno"):
            return python
    return ""


def _succeeds(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603 (our own command)


needs_office = pytest.mark.skipif(
    not shutil.which("soffice") or not _python_of_the_office(),
    reason="needs LibreOffice and its bridge to Python (python3-uno)",
)


def _without_comments(data: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            is_body = name == "word/document.xml"
            archive.writestr(
                name, re.sub(rb"<w:comment(RangeStart|RangeEnd|Reference)[^>]*>", b"", content) if is_body else content
            )
    return target.getvalue()


def _in_libreoffice(files: Mapping[str, bytes], folder: Path) -> dict[str, Any]:
    paths = {str(folder / f"{name}.docx"): name for name in files}
    for path, name in paths.items():
        Path(path).write_bytes(_without_comments(files[name]))
    command = [_python_of_the_office(), str(SCRIPT), str(folder / "profile"), *paths]
    outcome = subprocess.run(command, capture_output=True, check=False, timeout=_LONGEST)  # noqa: S603 (our own command)
    assert outcome.returncode == 0, outcome.stderr.decode()
    return {paths[path]: found for path, found in json.loads(outcome.stdout).items()}


def _agrees(data: bytes, found: dict[str, Any]) -> None:
    assert found["accepted_left"] == found["rejected_left"] == 0
    assert [text for _, text in found["accepted"]] == [text for _, text in resolved(data, "accepted")]
    assert [text for _, text in found["rejected"]] == [text for _, text in resolved(data, "rejected")]


def _written(old: Path, new: Path) -> bytes:
    return write_comparison(api.compare(api.read(old), api.read(new)), Layout())


@needs_office
def test_every_case_and_the_cybercrime_drafts_are_accepted_and_rejected_exactly(tmp_path: Path) -> None:
    drafts = {folder.name: (next(folder.glob("old.*")), next(folder.glob("new.*"))) for folder in CASES}
    drafts["cybercrime"] = CYBERCRIME / "cnd.xml", CYBERCRIME / "final.xml"
    files = {name: _written(*pair) for name, pair in drafts.items()}
    found = _in_libreoffice(files, tmp_path)
    assert found.keys() == files.keys()
    assert all(each["changes"] for each in found.values())
    for name, data in files.items():
        _agrees(data, found[name])


@needs_office
@pytest.mark.parametrize(("old", "new"), REAL, ids=lambda name: Path(name).stem)
def test_real_drafts_are_accepted_and_rejected_exactly(corpus: Path, tmp_path: Path, old: str, new: str) -> None:
    data = _written(corpus / old, corpus / new)
    _agrees(data, _in_libreoffice({"real": data}, tmp_path)["real"])


@needs_office
def test_the_findings_are_comments_in_libreoffice_too(tmp_path: Path) -> None:
    folder = next(folder for folder in CASES if folder.name == "modality")
    path = tmp_path / "modality.docx"
    path.write_bytes(_written(next(folder.glob("old.*")), next(folder.glob("new.*"))))
    profile = (tmp_path / "profile").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "fodt",
        "--outdir",
        str(tmp_path),
        str(path),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=_LONGEST)  # noqa: S603 (our own command)
    converted = path.with_suffix(".fodt").read_text(encoding="utf-8")
    with ZipFile(path) as archive:
        told = archive.read("word/comments.xml").count(b"<w:comment ")
    assert told
    assert converted.count("<office:annotation ") == told
    assert "Rule: modality" in converted
