from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import docx
import pytest

from treatydiff.errors import UsageError
from treatydiff.folder.git_setup import install, uninstall

if TYPE_CHECKING:
    from pathlib import Path

OLD = "Article 1. Harbours\n\n1. Each Party shall mark its harbours.\n\n2. Parties lend tugs.\n"
NEW = OLD.replace("shall", "may")
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": os.devnull, "GIT_PAGER": "cat"}


def _git(repository: Path, *arguments: str) -> str:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    done = subprocess.run(  # noqa: S603
        ["git", "-C", str(repository), *who, *arguments],  # noqa: S607
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, **ALONE},
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, value in ALONE.items():
        monkeypatch.setenv(name, value)
    _git(tmp_path, "init", "-q")
    return tmp_path


def _xml(text: str) -> str:
    paragraphs = "".join(
        f"<paragraph><num>{n}.</num><content><p>{words}</p></content></paragraph>"
        for n, words in enumerate((line[3:] for line in text.splitlines() if line[:1].isdigit()), start=1)
    )
    article = f"<article><num>Article 1</num><heading>Harbours</heading>{paragraphs}</article>"
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="treaty">'
        f"<body>{article}</body></act></akomaNtoso>"
    )


def _word(path: Path, text: str) -> None:
    document = docx.Document()
    for line in text.split("\n\n"):
        document.add_paragraph(line)
    document.save(str(path))


@pytest.mark.parametrize("suffix", ["xml", "docx"])
def test_git_shows_the_clause_that_changed(repository: Path, suffix: str) -> None:
    install(repository, ["*.xml", "*.docx"])
    path = repository / f"draft.{suffix}"
    for text in (OLD, NEW):
        if suffix == "xml":
            path.write_text(_xml(text))
        else:
            _word(path, text)
        if text == OLD:
            _git(repository, "add", "-A")
            _git(repository, "commit", "-qm", "first")
    shown = _git(repository, "diff").splitlines()
    assert "-  Each Party shall mark its harbours." in shown
    assert "+  Each Party may mark its harbours." in shown
    assert " article 1, paragraph 1" in shown
    _git(repository, "commit", "-qam", "second")
    assert "+  Each Party may mark its harbours." in _git(repository, "log", "-p", "-1").splitlines()
    assert "+  Each Party may mark its harbours." in _git(repository, "show").splitlines()


def test_the_difftool_says_what_the_change_means(repository: Path) -> None:
    install(repository, ["*.txt"])
    (repository / "draft.txt").write_text(OLD)
    _git(repository, "add", "-A")
    _git(repository, "commit", "-qm", "first")
    (repository / "draft.txt").write_text(NEW)
    shown = _git(repository, "difftool", "--no-prompt", "--tool=treatydiff")
    assert "Each Party: duty (shall) became discretion (may)" in shown


def test_a_file_that_is_no_draft_is_shown_as_it_is(repository: Path) -> None:
    install(repository, ["*.xml"])
    (repository / "broken.xml").write_text("<a>\n<b>\n")
    _git(repository, "add", "-A")
    _git(repository, "commit", "-qm", "first")
    (repository / "broken.xml").write_text("<a>\n<c>\n")
    assert "+<c>" in _git(repository, "diff").splitlines()


@pytest.mark.parametrize("before", [None, b"", b"*.png binary", b"*.png binary\n# own\n"])
def test_uninstall_leaves_no_trace(repository: Path, before: bytes | None) -> None:
    attributes, config = repository / ".gitattributes", repository / ".git" / "config"
    if before is not None:
        attributes.write_bytes(before)
    settings = _git(repository, "config", "--local", "--list")
    files = sorted(path.relative_to(repository) for path in repository.rglob("*"))
    install(repository)
    install(repository, ["*.xml"])
    assert attributes.read_bytes().count(b"diff=treatydiff") == 1
    uninstall(repository)
    assert _git(repository, "config", "--local", "--list") == settings
    assert "treatydiff" not in config.read_text()
    if before and before.strip():
        assert attributes.read_bytes() == before
    else:
        assert not attributes.exists() or attributes.read_bytes() == b""
    assert [path for path in files if path.name != ".gitattributes"] == sorted(
        path.relative_to(repository) for path in repository.rglob("*") if path.name != ".gitattributes"
    )


def test_drafts_of_treaty_folders_are_found(repository: Path) -> None:
    (repository / "drafts" / "lagoon").mkdir(parents=True)
    (repository / "drafts" / "lagoon" / "treaty.toml").write_text("")
    patterns = install(repository).patterns
    assert "*.docx" in patterns
    assert "/drafts/lagoon/**/*.xml" in patterns
    assert "*.xml" not in patterns


def test_a_program_that_lies_in_the_repository_is_never_started(repository: Path) -> None:
    (repository / "treatydiff").mkdir()
    (repository / "treatydiff" / "__main__.py").write_text("raise SystemExit('started')")
    (repository / "treatydiff" / "__init__.py").write_text("")
    test_the_difftool_says_what_the_change_means(repository)


@pytest.mark.parametrize("pattern", ["a b", "!*.xml", "#x", ""])
def test_what_cannot_stand_in_gitattributes_is_refused(repository: Path, pattern: str) -> None:
    with pytest.raises(UsageError, match=r"cannot stand in .gitattributes"):
        install(repository, [pattern])


def test_outside_a_repository_nothing_is_set(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is in no git repository"):
        install(tmp_path)
