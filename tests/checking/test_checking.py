from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.checking import Asked, check
from treatydiff.checking.versions import reference_version
from treatydiff.errors import ConfigError, DraftError

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-06-01"
OLD = (
    "# Article 1\n\n1. Each State Party shall light its harbours.\n\n2. Bells ring.\n\n"
    "# Article 2\n\nThe secretariat of this Convention shall publish the charts of the harbours and of the wrecks in them.\n"
)
NEW = OLD.replace("shall light", "may light")


def _folder(folder: Path, *, listed: tuple[str, ...], more: str = "") -> None:
    drafts = "".join(
        f'[[draft]]\nfile = "{name}"\nsymbol = "A/CONF.1/{n}"\ndate = "2026-01-0{n}"\n' for n, name in enumerate(listed, 1)
    )
    (folder / "treaty.toml").write_text(f'[treaty]\ntitle = "T"\n{drafts}{more}', encoding="utf-8")


def _write(folder: Path, **drafts: str) -> None:
    for name, text in drafts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


def _told(*files: Path | str, **asked: str) -> list[tuple[str, str]]:
    report = check(Asked(tuple(map(str, files)), TODAY, **asked))  # type: ignore[arg-type]
    return [(problem.check, problem.gravity) for problem in report.problems()]


def test_the_draft_before_is_that_of_the_treaty_folder(tmp_path: Path) -> None:
    _write(tmp_path, one=OLD, two=NEW)
    _folder(tmp_path, listed=("one.md", "two.md"))
    report = check(Asked((str(tmp_path / "two.md"),), TODAY))
    assert report.drafts[0].based_on == str(tmp_path / "one.md")
    assert [problem.check for problem in report.problems()] == ["modality-change"]
    assert _told(tmp_path / "one.md") == []


def test_a_file_that_the_folder_does_not_list_is_the_next_draft(tmp_path: Path) -> None:
    _write(tmp_path, one=OLD, two=OLD, three=NEW)
    _folder(tmp_path, listed=("one.md", "two.md"))
    report = check(Asked((str(tmp_path / "three.md"),), TODAY))
    assert report.drafts[0].based_on == str(tmp_path / "two.md")
    assert "modality-change" in {problem.check for problem in report.problems()}


def test_a_draft_that_says_what_it_is_based_on_is_held_against_that(tmp_path: Path) -> None:
    _write(tmp_path, one=OLD, two=OLD, three=NEW)
    _folder(tmp_path, listed=("one.md", "two.md"), more='[[draft]]\nfile = "three.md"\nbased-on = "one"\n')
    report = check(Asked((str(tmp_path / "three.md"),), TODAY))
    assert report.drafts[0].based_on == str(tmp_path / "one.md")


def test_the_draft_before_that_the_user_names_wins(tmp_path: Path) -> None:
    _write(tmp_path, one=OLD, two=NEW)
    _folder(tmp_path, listed=("one.md", "two.md"))
    assert "modality-change" not in dict(_told(tmp_path / "two.md", based_on=str(tmp_path / "two.md")))


def test_links_that_were_fixed_by_hand_hold_for_the_checks(tmp_path: Path) -> None:
    old = OLD.replace("Bells ring.", "Pilots who leave their vessel inform the master.")
    _write(tmp_path, one=old, two=OLD.replace("Bells ring.", "Whales may sing in any bay at dusk."))
    _folder(tmp_path, listed=("one.md", "two.md"))
    assert "vanished-provision" in dict(_told(tmp_path / "two.md"))
    _folder(tmp_path, listed=("one.md", "two.md"), more='[[link]]\nfrom = "1(2)@one"\nto = "1(2)@two"\n')
    assert "vanished-provision" not in dict(_told(tmp_path / "two.md"))


@pytest.mark.parametrize("level", ["off", "info", "warning", "error"])
def test_the_level_of_a_check_is_that_of_the_folder(tmp_path: Path, level: str) -> None:
    _write(tmp_path, one=OLD.replace("Bells ring", "Bells and/or horns ring"))
    _folder(tmp_path, listed=("one.md",), more=f'[checks]\nand-or = "{level}"\n')
    assert _told(tmp_path / "one.md") == ([] if level == "off" else [("and-or", level)])


def test_the_level_of_a_check_may_stand_in_the_projects_own_file(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    _write(tmp_path / "drafts", one=OLD.replace("Bells ring", "Bells and/or horns ring"))
    (tmp_path / "pyproject.toml").write_text('[tool.treatydiff.checks]\nand-or = "error"\nmetadata-missing = "off"\n')
    assert _told(tmp_path / "drafts" / "one.md") == [("and-or", "error")]


@pytest.mark.parametrize(("check_", "level"), [("nor-xor", "error"), ("and-or", "high")])
def test_a_check_or_a_level_that_does_not_exist_is_refused(tmp_path: Path, check_: str, level: str) -> None:
    _write(tmp_path, one=OLD)
    _folder(tmp_path, listed=("one.md",), more=f'[checks]\n{check_} = "{level}"\n')
    with pytest.raises(ConfigError, match=f"checks.{check_}"):
        _told(tmp_path / "one.md")


def test_what_the_folder_says_of_a_draft_need_not_stand_in_its_file(tmp_path: Path) -> None:
    _write(tmp_path, one=OLD)
    _folder(tmp_path, listed=("one.md",))
    assert _told(tmp_path / "one.md") == []
    (tmp_path / "treaty.toml").write_text('[[draft]]\nfile = "one.md"\n', encoding="utf-8")
    assert _told(tmp_path / "one.md") == [("metadata-missing", "error")]
    (tmp_path / "treaty.toml").unlink()
    assert _told(tmp_path / "one.md") == [("metadata-missing", "info")]


def test_several_drafts_are_told_in_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    names = [tmp_path / f"{name}.md" for name in "dacb"]
    for n, path in enumerate(names):
        path.write_text(OLD.replace("Bells ring", f"Bells {n} and/or horns ring"), encoding="utf-8")
    report = check(Asked(tuple(map(str, names)), TODAY))
    assert [draft.path for draft in report.drafts] == list(map(str, names))
    assert [problem.path for problem in report.problems() if problem.check == "and-or"] == list(map(str, names))


def test_a_file_that_is_named_twice_is_checked_once(tmp_path: Path) -> None:
    _write(tmp_path, one=OLD)
    assert len(check(Asked((str(tmp_path / "one.md"),) * 2, TODAY)).drafts) == 1


def test_a_file_among_several_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    _write(tmp_path, one=OLD)
    with pytest.raises(DraftError, match=r"two\.md: there is no such file; check the path"):
        check(Asked((str(tmp_path / "one.md"), str(tmp_path / "two.md")), TODAY))


def test_versions_of_a_draft_in_other_languages_are_held_against_the_first(tmp_path: Path) -> None:
    french = "# Article premier\n\n1. Chaque État Partie éclaire ses ports.\n"
    (tmp_path / "draft.en.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "draft.fr.md").write_text(french, encoding="utf-8")
    report = check(Asked((str(tmp_path / "draft.en.md"), str(tmp_path / "draft.fr.md")), TODAY))
    told = [problem.message for draft in report.drafts for problem in draft.problems if problem.check == "language-parity"]
    assert told == ["the versions differ in articles: fr 1, en 2; paragraphs: fr 1, en 2 (article 1, 2)"]


@pytest.mark.parametrize(
    ("file", "files", "reference"),
    [
        ("b-fr.pdf", ("b.pdf", "b-fr.pdf"), "b.pdf"),
        ("b.pdf", ("b.pdf", "b-fr.pdf"), ""),
        ("x/b_es.md", ("x/b_en.md", "x/b_es.md"), "x/b_en.md"),
        ("y/b_es.md", ("x/b_en.md", "y/b_es.md"), ""),
        ("paris-6.md", ("paris-5.md", "paris-6.md"), ""),
    ],
)
def test_versions_differ_by_a_language_in_their_names_alone(file: str, files: tuple[str, ...], reference: str) -> None:
    assert reference_version(file, files) == reference


@pytest.mark.parametrize(("fail_on", "fails"), [("error", False), ("warning", True), ("info", True)])
def test_a_run_fails_on_what_is_as_grave_as_was_asked(tmp_path: Path, fail_on: str, *, fails: bool) -> None:
    _write(tmp_path, one=OLD.replace("Bells ring", "Bells and/or horns ring"))
    assert check(Asked((str(tmp_path / "one.md"),), TODAY, fail_on=fail_on)).fails is fails  # type: ignore[arg-type]
