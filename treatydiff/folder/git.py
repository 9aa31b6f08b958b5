"""The versions of one file that a git repository keeps, read as the drafts of a treaty."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff import api
from treatydiff.errors import DraftError, TreatyDiffError
from treatydiff.folder.cache import FOLDER, Cache
from treatydiff.folder.manifest import MANIFEST
from treatydiff.folder.tracing import Reading, followed
from treatydiff.model import Config, DraftEntry, Treaty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from treatydiff.model import Draft, History

MOST_VERSIONS: Final = 200
"""The latest so many versions are read."""
_PATIENCE: Final = 120
"""Seconds that git may take for one answer."""
_LARGEST_LOG: Final = 64 * 1024 * 1024
_QUIET: Final = (
    *("-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "diff.relative=false", "-c", "core.quotePath=false"),
    *("--no-pager", "--literal-pathspecs", "--no-optional-locks", "--no-replace-objects"),
)
"""Settings of a repository by which git would start a program or answer in another form."""
_ALONE: Final = {"GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
"""Environment in which git asks nobody and fetches nothing."""
_FORMAT: Final = "%H%x00%h%x00%cs%x00%s"
_COMMIT: Final = re.compile(r"\n?[0-9a-f]{40}([0-9a-f]{24})?")


class Version(NamedTuple):
    """One version of a file: the short name of the commit that made it, its date and first line, and the file's path there."""

    name: str
    date: str
    title: str
    path: str
    data: bytes


class GitLog(NamedTuple):
    """The history of a file, and of each version that could not be read as a draft its short name and why."""

    history: History
    left_out: tuple[tuple[str, str], ...]


def trace_file(file: str, *, tell: Callable[[str], None] = lambda _: None) -> GitLog:
    """Follow every clause through the commits that changed a file, under all the names that it had, the first first.

    Each version is a draft with the short hash of its commit as its id and the date of the commit. What is not a draft (the
    file before it held one, a broken state) is left out. What is derived is kept where the file lies in a treaty folder. The
    settings are those of the `treaty.toml` beside the file.

    Raises:
        DraftError: git is not there, the file is in no repository, or no version of it is a draft.

    """
    reading = Reading(_cache(Path(file)), tell)
    drafts: list[Draft] = []
    left_out: list[tuple[str, str]] = []
    for version in versions(file):
        before = drafts[-1].id if drafts else ""
        entry = DraftEntry(version.name, version.path, version.title, date=version.date, based_on=before)
        try:
            drafts.append(reading.version(entry, version.data, version.path))
        except DraftError as error:
            left_out.append((version.name, error.problem))
    if not drafts:
        raise DraftError("no version of it is a draft", mend="name a file that holds one", subject=file)
    entries = tuple(draft.entry for draft in drafts)
    treaty = Treaty(file, entries, (), api.config_beside(file) or Config(), os.fspath(Path(file).parent))
    return GitLog(followed(treaty, tuple(drafts), reading), tuple(left_out))


def _cache(file: Path) -> Cache:
    """Give the cache of the treaty folder that holds a file; where none does, one in a place that is never there."""
    holder = next((folder for folder in file.resolve().parents if (folder / MANIFEST).is_file()), None)
    return Cache(holder / FOLDER) if holder else Cache(Path(os.devnull) / FOLDER)


def versions(file: str) -> tuple[Version, ...]:
    """Give the versions of a file from first to last, each that differs from the one before it; at most the latest 200.

    Raises:
        DraftError: git is not there, or the file is in no repository or in no commit.

    """
    path = Path(file)
    folder = path.parent
    if not folder.is_dir():
        raise DraftError("there is no such folder", mend="check the path", subject=file)
    options = ("--follow", f"--max-count={MOST_VERSIONS}", f"--format={_FORMAT}", "--name-status", "-z")
    safe = ("--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-color")
    told = _git(folder, file, "log", *options, *safe, "--", path.name)
    found: list[Version] = []
    for commit, name, date, title, there in reversed(list(_commits(told.decode(errors="surrogateescape")))):
        data = _content(folder, file, commit, there)
        if not found or found[-1].data != data:
            found.append(Version(name, date, title.encode(errors="surrogateescape").decode(errors="replace"), there, data))
    if not found:
        raise DraftError("no commit has this file", mend="check the path, or commit the file first", subject=file)
    return tuple(found)


def _commits(told: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield commit, short name, date, first line and path from what git tells, without commits that deleted the file.

    Whatever a first line or a path holds, it is told apart by its place: after a commit stand three fields, after the letter
    that says what became of the file its path, or two where it was renamed or copied.
    """
    fields = iter(told.split("\0"))
    head = ("", "", "", "")
    for field in fields:
        if _COMMIT.fullmatch(field):
            head = (field.strip(), next(fields, ""), next(fields, ""), next(fields, ""))
        elif became := field.strip():
            path = next(fields, "")
            if became.startswith(("R", "C")):
                path = next(fields, "")
            if not became.startswith("D"):
                yield (*head, path)


def _content(folder: Path, file: str, commit: str, path: str) -> bytes:
    """Give the bytes of a file in a commit as they are stored: no filter of the repository runs over them."""
    where = f"{commit}:{path}"
    size = int(_git(folder, file, "cat-file", "-s", where))
    if size > api.LARGEST_DRAFT:
        limit = api.LARGEST_DRAFT // (1024 * 1024)
        raise DraftError(f"has more than {limit} MB in {commit[:10]}", mend="a draft is smaller", subject=file)
    return _git(folder, file, "cat-file", "blob", where)


def _git(folder: Path, file: str, *arguments: str) -> bytes:
    """Ask git, which sees the arguments as they are: no shell stands between."""
    command = ["git", "-C", os.fspath(folder), *_QUIET, *arguments]
    try:
        done = subprocess.run(  # noqa: S603 (git, found where the user has it)
            command, capture_output=True, check=False, timeout=_PATIENCE, stdin=subprocess.DEVNULL, env={**os.environ, **_ALONE}
        )
    except FileNotFoundError as error:
        raise TreatyDiffError("git is not installed", mend="install it, or keep the drafts in a treaty folder") from error
    except subprocess.TimeoutExpired as error:
        raise DraftError(f"git took longer than {_PATIENCE} s", mend="try again", subject=file) from error
    except ValueError as error:
        raise DraftError("there is no such file", mend="check the path", subject=file) from error
    if done.returncode:
        raise _refused(done.stderr.decode(errors="replace"), file)
    if len(done.stdout) > _LARGEST_LOG:
        raise DraftError("git has too much to say of it", mend="name another file", subject=file)
    return done.stdout


def _refused(said: str, file: str) -> DraftError:
    if "not a git repository" in said:
        return DraftError("is in no git repository", mend="name a file of one", subject=file)
    if "does not have any commits yet" in said:
        return DraftError("no commit has this file", mend="commit the file first", subject=file)
    return DraftError(f"git refuses ({' '.join(said.split())})", mend="mend that first", subject=file)
