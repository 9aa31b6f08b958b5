"""The version of a draft that a commit of git has, under the name that the file had then."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final, NamedTuple

from treatydiff import api
from treatydiff.errors import DraftError, TreatyDiffError, UsageError

LAST: Final = "HEAD"
_PATIENCE: Final = 60
"""Seconds that git may take for one answer."""
_QUIET: Final = ("--no-pager", "--literal-pathspecs", "--no-optional-locks", "-c", "core.fsmonitor=false")
_ALONE: Final = {"GIT_TERMINAL_PROMPT": "0", "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
"""Environment in which git asks nobody and fetches nothing."""


class Committed(NamedTuple):
    """A file as a commit has it: how git names it ("HEAD:drafts/zero.xml") and its bytes."""

    name: str
    data: bytes


class Message(NamedTuple):
    """What a commit says, with its full name."""

    commit: str
    text: str


class _Place(NamedTuple):
    """A file in a repository: the top folder, and the name that git has for it."""

    root: Path
    name: str


def committed(file: str, revision: str) -> Committed | None:
    """Give what a commit has of a file; of one that is renamed since, what it has under the old name.

    None where nothing is committed, the file is new, or it lies in no repository.

    Raises:
        UsageError: git knows no such revision; "HEAD" before the first commit is nothing.
        DraftError: the version in the commit is too large.
        TreatyDiffError: git is not installed.

    """
    place = _place(file)
    if place is None:
        return None
    root, own = place
    commit = _commit(root, revision)
    if not commit:
        return None
    return _blob(root, commit, own, revision) or _blob(root, commit, _old_name(root, commit, own), revision)


def messages(file: str, revision: str) -> list[Message]:
    """Give what the commits since a revision say that touch a file, or touch what it was before it was renamed; the last first.

    Raises:
        UsageError: git knows no such revision.
        TreatyDiffError: git is not installed.

    """
    place = _place(file)
    commit = _commit(place.root, revision) if place else ""
    if place is None or not commit:
        return []
    names = [place.name, *filter(None, [_old_name(place.root, commit, place.name)])]
    shown = ("--no-show-signature", "--no-color", "--encoding=UTF-8", "-z", "--format=%H%n%B")
    told = _git(place.root, "log", *shown, f"{commit}..{LAST}", "--", *names)
    parts = (one.partition("\n") for one in (told or b"").decode(errors="replace").split("\0") if one)
    return [Message(name, said) for name, _, said in parts]


def _place(file: str) -> _Place | None:
    """Give where a file lies in its repository; None outside of one."""
    path = Path(file).resolve()
    top = _git(path.parent, "rev-parse", "--show-toplevel")
    if top is None:
        return None
    root = Path(os.fsdecode(top.removesuffix(b"\n")))
    return _Place(root, path.relative_to(root.resolve()).as_posix())


def _commit(root: Path, revision: str) -> str:
    """Give the full name of a commit; empty for the last one where there is none."""
    told = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if told is None and revision != LAST:
        raise UsageError(f"git knows no revision {revision!r}", mend="name a commit, a branch or a tag")
    return os.fsdecode(told or b"").strip()


def _blob(root: Path, commit: str, name: str, revision: str) -> Committed | None:
    where = f"{commit}:{name}"
    size = _git(root, "cat-file", "-s", where) if name else None
    if size is None:
        return None
    called = f"{revision}:{name}"
    if int(size) > api.LARGEST_DRAFT:
        raise DraftError("is too large", mend="a draft is smaller; check that it is one", subject=called)
    data = _git(root, "cat-file", "blob", where)
    return Committed(called, data) if data else None


def _old_name(root: Path, commit: str, own: str) -> str:
    """Give the name that a file has in a commit, as what is staged tells; empty for a file that is new."""
    safe = ("--no-ext-diff", "--no-textconv", "--no-color")
    told = _git(root, "diff", "--cached", "-M", "--diff-filter=R", "--name-status", "-z", *safe, commit)
    fields = os.fsdecode(told or b"").split("\0")
    renamed = dict(zip(fields[2::3], fields[1::3], strict=False))
    return renamed.get(own, "")


def _git(folder: Path, *arguments: str) -> bytes | None:
    """Ask git, which sees the arguments as they are; None where it refuses."""
    import subprocess  # noqa: PLC0415 (most checks ask git nothing)

    command = ["git", "-C", os.fspath(folder), *_QUIET, *arguments]
    try:
        done = subprocess.run(  # noqa: S603 (git, found where the user has it)
            command, capture_output=True, check=False, timeout=_PATIENCE, stdin=subprocess.DEVNULL, env={**os.environ, **_ALONE}
        )
    except FileNotFoundError as error:
        raise TreatyDiffError("git is not installed", mend="install it, or leave --git and --since out") from error
    return done.stdout if done.returncode == 0 else None
