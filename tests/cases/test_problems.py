"""What the checks tell of the new draft of every case, as `expected-problems.txt` in its folder has it.

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
CASES = sorted(path.name for path in FOLDER.iterdir() if list(path.glob("old.*")) and list(path.glob("new.*")))


@pytest.mark.parametrize("case", CASES)
def test_the_checks_tell_what_is_expected_and_nothing_else(run: Run, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    monkeypatch.chdir(FOLDER / case)
    old, new = (next(Path().glob(f"{name}.*")) for name in ("old", "new"))
    outcome = run("check", new, "--based-on", old, "--config", os.devnull)
    expected = Path("expected-problems.txt")
    if os.environ.get("TREATYDIFF_UPDATE_CASES"):
        expected.write_bytes(outcome.out)
    assert outcome.err == ""
    assert outcome.text == expected.read_text(encoding="utf-8")
    assert outcome.code == (1 if " error " in outcome.text else 0)
