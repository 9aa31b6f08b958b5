"""Every folder beside this file is a case: two drafts, `old` and `new`, and what a reader is shown, `expected.txt`.

With `TREATYDIFF_UPDATE_CASES=1` the expected files are written anew; read their difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Run

FOLDER = Path(__file__).parent
CASES = sorted(path.name for path in FOLDER.iterdir() if (path / "expected.txt").exists() or list(path.glob("old.*")))


@pytest.mark.parametrize("case", CASES)
def test_a_reader_is_shown_what_is_expected(run: Run, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    monkeypatch.chdir(FOLDER / case)
    old, new = (next(Path().glob(f"{name}.*")) for name in ("old", "new"))
    outcome = run("compare", old, new)
    expected = Path("expected.txt")
    if os.environ.get("TREATYDIFF_UPDATE_CASES"):
        expected.write_bytes(outcome.out)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.text == expected.read_text(encoding="utf-8")
