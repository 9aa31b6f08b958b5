from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from treatydiff.folder.cache import Cache, key

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_put_is_there_and_what_was_not_is_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept")
    cache.put("a", b"value")
    assert (cache.get("a"), cache.get("b")) == (b"value", None)
    assert Cache(tmp_path / "kept").get("a") == b"value"


@pytest.mark.parametrize("broken", [b"", b"short", b"\0" * 40])
def test_what_is_not_as_it_was_written_is_not_there(tmp_path: Path, broken: bytes) -> None:
    cache = Cache(tmp_path / "kept")
    cache.put("a", b"value")
    (tmp_path / "kept" / "a").write_bytes(broken)
    assert cache.get("a") is None


def test_what_was_cut_off_or_changed_by_one_bit_is_not_there(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept")
    cache.put("a", b"value" * 100)
    whole = (tmp_path / "kept" / "a").read_bytes()
    for broken in (whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1]), whole + b"x"):
        (tmp_path / "kept" / "a").write_bytes(broken)
        assert cache.get("a") is None


def test_the_folder_is_ignored_by_git_and_by_backups_even_if_a_run_was_killed_before(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    Cache(tmp_path / "kept").put("a", b"")
    assert (tmp_path / "kept" / ".gitignore").read_text() == "*\n"
    assert (tmp_path / "kept" / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def test_what_a_killed_run_left_is_cleared_away_and_what_is_being_written_stays(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept")
    cache.put("a", b"")
    old, new = tmp_path / "kept" / "b.1.partial", tmp_path / "kept" / "b.2.partial"
    for partial in (old, new):
        partial.write_bytes(b"half")
    os.utime(old, (0, 0))
    Cache(tmp_path / "kept").put("c", b"")
    assert (old.exists(), new.exists()) == (False, True)


@pytest.mark.parametrize("place", ["file", "file/below", "missing/below"])
def test_a_place_that_cannot_be_written_is_no_cache_and_no_harm(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("a file")
    cache = Cache(tmp_path / place)
    cache.put("a", b"value")
    assert cache.get("a") is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


def test_keys_tell_what_they_were_made_of_apart() -> None:
    assert len({key("ab", "c"), key("a", "bc"), key("abc"), key("ab", "c", ""), key("b", "ac")}) == 5
    assert key("a", "b") == key("a", "b")
