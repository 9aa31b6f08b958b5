from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from treatydiff.errors import DraftError, UsageError
from treatydiff.folder import add, begin, find, status, trace
from treatydiff.folder.manifest import read_manifest

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Article 1. Harbours\n\n1. Each Party shall open harbour {}.\n"
MARKDOWN = "---\ntitle: Draft {0}\nsymbol: H/{0}\ndate: 2024-0{0}-01\n---\n\n# Article 1. Harbours\n\n1. Harbour {0} is open.\n"


@pytest.fixture
def treaty(tmp_path: Path) -> Path:
    begin(tmp_path, "Harbours")
    for n in (1, 2, 3):
        (tmp_path / f"{n}.txt").write_text(TEXT.format(n))
        (tmp_path / f"{n}.md").write_text(MARKDOWN.format(n))
    return tmp_path


def test_a_folder_is_begun_once(treaty: Path) -> None:
    with pytest.raises(UsageError, match="is there already"):
        begin(treaty, "again")
    assert read_manifest(treaty).treaty.title == "Harbours"


def test_the_nearest_folder_at_or_above_is_found(treaty: Path) -> None:
    below = treaty / "a" / "b"
    below.mkdir(parents=True)
    assert find(below) == find(treaty) == treaty.resolve()
    begin(below, "")
    assert find(below) == below.resolve()


def test_what_the_file_says_of_itself_is_noted_with_its_hash(treaty: Path) -> None:
    (added,) = add(treaty, [treaty / "1.md"])
    entry = read_manifest(treaty).treaty.drafts[0]
    assert entry == added.entry
    assert (entry.id, entry.title, entry.symbol, entry.date) == ("1", "Draft 1", "H/1", "2024-01-01")
    assert read_manifest(treaty).digests["1"] == sha256((treaty / "1.md").read_bytes()).hexdigest()
    assert (added.clauses, added.later) == (2, None)


def test_drafts_are_added_in_the_order_given_and_stay_as_they_are(treaty: Path) -> None:
    before = {path.name: path.read_bytes() for path in treaty.glob("*.txt")}
    add(treaty, [treaty / "2.txt", treaty / "1.txt"])
    assert [draft.file for draft in read_manifest(treaty).treaty.drafts] == ["2.txt", "1.txt"]
    assert {path.name: path.read_bytes() for path in treaty.glob("*.txt")} == before


def test_a_draft_that_is_older_than_the_one_before_is_pointed_out(treaty: Path) -> None:
    first, second = add(treaty, [treaty / "2.md", treaty / "1.md"])
    assert first.later is None
    assert second.later
    assert second.later.date == "2024-02-01"


def test_dates_are_compared_as_far_as_both_are_known(treaty: Path) -> None:
    (treaty / "2.md").write_text(MARKDOWN.format(2).replace("2024-02-01", "2024-02"))
    (treaty / "1.md").write_text(MARKDOWN.format(1).replace("2024-01-01", "2024-02-06"))
    assert [one.later for one in add(treaty, [treaty / "1.md", treaty / "2.md"])] == [None, None]


@pytest.mark.parametrize("files", [("1.txt", "missing.txt"), ("1.txt", "1.txt"), ("1.txt", "copy.txt"), ("1.txt", "empty.txt")])
def test_all_are_added_or_none(treaty: Path, files: tuple[str, ...]) -> None:
    (treaty / "copy.txt").write_bytes((treaty / "1.txt").read_bytes())
    (treaty / "empty.txt").write_bytes(b"")
    before = (treaty / "treaty.toml").read_bytes()
    with pytest.raises(DraftError):
        add(treaty, [treaty / name for name in files])
    assert (treaty / "treaty.toml").read_bytes() == before


def test_a_file_that_is_listed_is_refused_itself_and_its_like(treaty: Path) -> None:
    add(treaty, [treaty / "1.txt"])
    (treaty / "copy.txt").write_bytes((treaty / "1.txt").read_bytes())
    with pytest.raises(DraftError, match="is listed already: 1"):
        add(treaty, [treaty / "1.txt"])
    with pytest.raises(DraftError, match="holds the same bytes as a draft that is listed: 1"):
        add(treaty, [treaty / "copy.txt"])
    (treaty / "1.txt").write_text("changed")
    with pytest.raises(DraftError, match="holds the same bytes as a draft that is listed: 1"):
        add(treaty, [treaty / "copy.txt"])


def test_a_file_outside_and_one_that_a_link_leads_out_to_are_refused(
    treaty: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("other") / "4.txt"
    outside.write_text(TEXT.format(4))
    (treaty / "link.txt").symlink_to(outside)
    for file in (outside, treaty / "link.txt"):
        with pytest.raises(DraftError, match="is not in the treaty's folder"):
            add(treaty, [file])


def test_the_list_of_drafts_is_none_of_them(treaty: Path) -> None:
    with pytest.raises(DraftError, match="is the list of the drafts and no draft"):
        add(treaty, [treaty / "treaty.toml"])


def test_what_a_file_says_it_is_based_on_is_noted_where_that_is_not_the_draft_before(treaty: Path) -> None:
    add(treaty, [treaty / "1.txt", treaty / "2.txt"])
    (treaty / "3.md").write_text(MARKDOWN.format(3).replace("symbol", "based-on: 1.txt\nsymbol"))
    (added,) = add(treaty, [treaty / "3.md"])
    assert read_manifest(treaty).treaty.drafts[-1].based_on == added.entry.based_on == "1"


def test_the_status_says_what_is_unread_changed_missing_and_not_listed(treaty: Path) -> None:
    add(treaty, [treaty / "1.md", treaty / "2.txt", treaty / "3.txt"])
    assert [one.state for one in status(treaty).drafts] == ["unread"] * 3
    trace(treaty)
    assert [one.state for one in status(treaty).drafts] == ["read"] * 3
    (treaty / "2.txt").write_text("changed")
    (treaty / "3.txt").unlink()
    (treaty / "notes.csv").write_text("no draft")
    (treaty / ".hidden.txt").write_text("hidden")
    (treaty / "history.html").write_text('<!doctype html>\n<meta name="generator" content="treatydiff 0.1.0">')
    (treaty / "last.tei.xml").write_text("<TEI><p>Collated by treatydiff 0.1.0</p></TEI>")
    seen = status(treaty)
    assert [(one.entry.id, one.state) for one in seen.drafts] == [("1", "read"), ("2", "changed"), ("3", "missing")]
    assert seen.unlisted == ("1.txt", "2.md", "3.md")  # not what this program wrote
    assert (seen.title, seen.drafts[0].entry.date) == ("Harbours", "2024-01-01")
