from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from treatydiff import api, trace
from treatydiff.errors import ConfigError, DraftError, UsageError
from treatydiff.folder import add, begin, compare

if TYPE_CHECKING:
    from pathlib import Path

    from treatydiff.model import Comparison, Document

OPEN = "Each Party shall open harbour {} to every vessel that seeks shelter from a storm at sea."
TEXT = f"Article 1. Harbours\n\n1. {OPEN}\n\n2. Fees for the use of a quay are made public once a year.\n"


class Counted:
    """Counts what is read and compared."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read: list[str] = []
        self.compared: list[tuple[str, str]] = []
        read, compare = api.read_bytes, api.compare

        def reading(data: bytes, path: str, **options: Any) -> Document:  # noqa: ANN401 (those of the function)
            self.read.append(path.rpartition("/")[2])
            return read(data, path, **options)

        def comparing(old: Document, new: Document, **options: Any) -> Comparison:  # noqa: ANN401 (the same)
            self.compared.append((old.metadata.path.rpartition("/")[2], new.metadata.path.rpartition("/")[2]))
            return compare(old, new, **options)

        monkeypatch.setattr(api, "read_bytes", reading)
        monkeypatch.setattr(api, "compare", comparing)

    def forget(self) -> None:
        """Begin again."""
        self.read.clear()
        self.compared.clear()


@pytest.fixture
def treaty(tmp_path: Path) -> Path:
    begin(tmp_path, "Harbours")
    for n in (1, 2, 3):
        (tmp_path / f"{n}.txt").write_text(TEXT.format(n))
    add(tmp_path, [tmp_path / "1.txt", tmp_path / "2.txt"])
    return tmp_path


@pytest.fixture
def counted(treaty: Path, monkeypatch: pytest.MonkeyPatch) -> Counted:  # noqa: ARG001 (made before it is counted)
    return Counted(monkeypatch)


def test_nothing_is_read_or_compared_twice(treaty: Path, counted: Counted) -> None:
    first = trace(treaty)
    assert (counted.read, counted.compared) == (["1.txt", "2.txt"], [("1.txt", "2.txt")])
    counted.forget()
    assert trace(treaty) == first
    assert (counted.read, counted.compared) == ([], [])


def test_adding_a_draft_compares_only_what_is_new(treaty: Path, counted: Counted) -> None:
    trace(treaty)
    counted.forget()
    add(treaty, [treaty / "3.txt"])
    counted.forget()
    trace(treaty)
    assert (counted.read, counted.compared) == (["3.txt"], [("2.txt", "3.txt")])


def test_a_draft_that_changed_on_disk_is_read_anew_with_what_is_compared_with_it(treaty: Path, counted: Counted) -> None:
    add(treaty, [treaty / "3.txt"])
    trace(treaty)
    counted.forget()
    (treaty / "3.txt").write_text(TEXT.format(30))
    assert trace(treaty).drafts[2].clauses[1].words == OPEN.format(30)
    assert (counted.read, counted.compared) == (["3.txt"], [("2.txt", "3.txt")])


def test_other_settings_and_other_links_are_compared_anew(treaty: Path, counted: Counted) -> None:
    trace(treaty)
    counted.forget()
    written = (treaty / "treaty.toml").read_text()
    (treaty / "treaty.toml").write_text(written + '\n[rules]\neditorial = "off"\n')
    trace(treaty)
    assert (counted.read, counted.compared) == ([], [("1.txt", "2.txt")])
    link = '\n[[link]]\nfrom = "art 1(1)@1"\nto = "art 1(2)@2"\n'
    (treaty / "treaty.toml").write_text(written + link)
    linked = trace(treaty).steps[0].comparison.changes
    assert ("art_1__para_1", "art_1__para_2") in [
        (change.link.old[0].id, change.link.new[0].id) for change in linked if change.link.old and change.link.new
    ]


@pytest.mark.parametrize("broken", [b"", b"garbage", None])
def test_a_broken_cache_is_built_anew_and_never_trusted(treaty: Path, counted: Counted, broken: bytes | None) -> None:
    first = trace(treaty)
    for path in (treaty / ".treatydiff").iterdir():
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2] if broken is None else broken)
    counted.forget()
    assert trace(treaty) == first
    assert (counted.read, counted.compared) == (["1.txt", "2.txt"], [("1.txt", "2.txt")])
    counted.forget()
    assert trace(treaty) == first
    assert counted.compared == []


def test_entries_of_another_draft_under_a_key_are_not_believed(treaty: Path) -> None:
    first = trace(treaty)
    kept = [path for path in (treaty / ".treatydiff").iterdir() if len(path.name) == 64]
    contents = [path.read_bytes() for path in kept]
    for path, data in zip(kept, [*contents[1:], contents[0]], strict=True):
        path.write_bytes(data)
    assert [draft.clauses[1].words for draft in trace(treaty).drafts] == [draft.clauses[1].words for draft in first.drafts]


def test_entries_of_another_version_of_the_program_are_not_used(
    treaty: Path, counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = trace(treaty)
    counted.forget()
    monkeypatch.setattr("treatydiff.folder.cache.program", lambda: "another")
    assert trace(treaty) == first
    assert counted.compared == [("1.txt", "2.txt")]


def test_the_cache_can_be_deleted_or_be_impossible(treaty: Path) -> None:
    first = trace(treaty)
    for path in (treaty / ".treatydiff").iterdir():
        path.unlink()
    (treaty / ".treatydiff").rmdir()
    (treaty / ".treatydiff").write_text("in the way")
    assert trace(treaty) == first


def test_two_drafts_are_compared_by_their_ids_in_either_order(treaty: Path) -> None:
    add(treaty, [treaty / "3.txt"])
    found = compare(treaty, "3", "1")
    assert [clause.words for clause in (found.old_clauses[1], found.new_clauses[1])] == [OPEN.format(3), OPEN.format(1)]
    with pytest.raises(UsageError, match="there is no draft 'x'; choose from 1, 2, 3"):
        compare(treaty, "1", "x")


def test_a_link_over_several_drafts_leads_over_them(treaty: Path) -> None:
    (treaty / "2.txt").write_text(TEXT.format(2).partition("\n\n2.")[0])
    (treaty / "3.txt").write_text(TEXT.format(3).replace("Fees for the use", "The keeper announces the fees for the use"))
    add(treaty, [treaty / "3.txt"])
    with (treaty / "treaty.toml").open("a") as file:
        file.write('\n[[link]]\nfrom = "art 1(2)@1"\nto = "art 1(2)@3"\n')
    line = next(line for line in trace(treaty).lines if line.places[0] and line.places[0].label == "article 1, paragraph 2")
    assert line.drafts == (0, 2)


def test_a_link_that_names_no_clause_is_refused(treaty: Path) -> None:
    with (treaty / "treaty.toml").open("a") as file:
        file.write('\n[[link]]\nfrom = "art 9@1"\nto = "art 1@2"\n')
    with pytest.raises(ConfigError, match=r"\[\[link\]\]: no clause of 1 is cited as 'art 9'"):
        trace(treaty)


def test_a_folder_without_drafts_and_one_with_a_draft_that_is_gone_are_refused(treaty: Path, tmp_path: Path) -> None:
    (treaty / "2.txt").unlink()
    with pytest.raises(DraftError, match=r"2\.txt: there is no such file"):
        trace(treaty)
    empty = tmp_path / "empty"
    empty.mkdir()
    begin(empty, "")
    with pytest.raises(ConfigError, match="lists no draft"):
        trace(empty)


def test_drafts_may_be_based_on_another_than_the_one_before(treaty: Path) -> None:
    add(treaty, [treaty / "3.txt"])
    written = (treaty / "treaty.toml").read_text()
    (treaty / "treaty.toml").write_text(written.replace('file = "3.txt"', 'file = "3.txt"\nbased-on = "1"'))
    assert [(step.before, step.after) for step in trace(treaty).steps] == [(0, 1), (0, 2)]


def test_a_draft_that_is_a_link_out_of_the_folder_or_no_file_is_not_read(
    treaty: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text(TEXT.format(9))
    (treaty / "2.txt").unlink()
    (treaty / "2.txt").symlink_to(outside)
    with pytest.raises(DraftError, match=r"2\.txt: is no file of the treaty's folder"):
        trace(treaty)
    with pytest.raises(DraftError, match=r"2\.txt: is no file of the treaty's folder"):
        compare(treaty, "1", "2")
    (treaty / "2.txt").unlink()
    os.mkfifo(treaty / "2.txt")
    with pytest.raises(DraftError, match=r"2\.txt: is no file of the treaty's folder"):
        trace(treaty)
    (treaty / "2.txt").unlink()
    (treaty / "2.txt").symlink_to(treaty / "3.txt")
    assert trace(treaty).drafts[1].clauses[1].words == OPEN.format(3)
