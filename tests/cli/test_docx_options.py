from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.writers.dumps.docx import W, part

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "old.md", tmp_path / "new.md"
    for path, word in zip(paths, ("shall", "may"), strict=True):
        path.write_text(f"# Accord\n\n## Article 1. Nets\n\n1. Each Party {word} mark its nets.\n", encoding="utf-8")
    return paths


def _changed_by(path: Path) -> set[tuple[str | None, str | None]]:
    document = part(path.read_bytes(), "word/document.xml")
    assert document is not None
    return {(each.get(f"{W}author"), each.get(f"{W}date")) for each in document.iter(f"{W}ins", f"{W}del")}


def test_a_word_file_is_asked_for_by_its_suffix(run: Run, drafts: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "changes.docx"
    assert run("compare", *drafts, "-o", out).code == 0
    assert _changed_by(out) == {("treatydiff", None)}


def test_author_and_date_of_the_changes_can_be_set(run: Run, drafts: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "changes.docx"
    assert run("compare", *drafts, "-o", out, "--author", "Utopia", "--date", "2024-02-06").code == 0
    assert _changed_by(out) == {("Utopia", "2024-02-06T00:00:00Z")}


def test_a_date_that_is_none_is_told_in_one_line(run: Run, drafts: tuple[Path, Path], tmp_path: Path) -> None:
    outcome = run("compare", *drafts, "-o", tmp_path / "changes.docx", "--date", "yesterday")
    assert outcome.code == 2
    assert "'yesterday' is no date of ISO 8601, such as 2024-02-06" in outcome.err
    assert not (tmp_path / "changes.docx").exists()
