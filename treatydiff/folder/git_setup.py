"""Teaching a git repository to show drafts clause by clause, and taking every trace of it back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff import api
from treatydiff.errors import TreatyDiffError, UsageError
from treatydiff.folder.manifest import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DRIVER: Final = "treatydiff"
ATTRIBUTES: Final = ".gitattributes"
_BEGIN: Final = "# treatydiff: begin"
_JOINED: Final = ", behind a line that had no end"
"""Said where we ended the last line, so that it can be as it was."""
_END: Final = "# treatydiff: end"
_ONLY_DRAFTS: Final = ("*.akn", "*.doc", "*.docx", "*.odt", "*.pdf", "*.rtf")
"""Files that git cannot show at all, or that can be nothing else."""
_IN_TREATY_FOLDERS: Final = ("*.htm", "*.html", "*.md", "*.txt", "*.xml")
_PATIENCE: Final = 30


class Setup(NamedTuple):
    """What was set: the top folder of the repository and the patterns of the files that git shows as drafts."""

    repository: Path
    patterns: tuple[str, ...]


def install(place: str | os.PathLike[str], patterns: Sequence[str] = ()) -> Setup:
    """Set the diff driver, its attributes and the difftool in the repository around a place.

    Without patterns: Word, PDF and Akoma Ntoso files everywhere, and all drafts in the folders that hold a `treaty.toml`. Only
    the repository's own configuration and its `.gitattributes` are touched; what was set before is set anew.

    Raises:
        UsageError: the place is in no repository, or a pattern cannot stand in `.gitattributes`.
        OutputError: `.gitattributes` cannot be written.

    """
    repository = _top(place)
    chosen = tuple(patterns) or tuple(_usual(repository))
    for pattern in chosen:
        if not pattern.strip() or pattern.startswith(("#", "!", '"')) or any(c.isspace() for c in pattern):
            raise UsageError(f"{pattern!r} cannot stand in {ATTRIBUTES}", mend='write a pattern such as "drafts/*.xml"')
    block = "".join((f"{_BEGIN}\n", *(f"{pattern} diff={DRIVER}\n" for pattern in chosen), f"{_END}\n"))
    api.save(_without_block(_attributes(repository), block), repository / ATTRIBUTES)
    for name, value in _settings().items():
        _git(repository, "config", "--local", name, value)
    return Setup(repository, chosen)


def uninstall(place: str | os.PathLike[str]) -> Path:
    """Take back all that `install` set, and give the top folder of the repository.

    Raises:
        UsageError: the place is in no repository.
        OutputError: `.gitattributes` cannot be written.

    """
    repository = _top(place)
    written = _attributes(repository)
    left = _without_block(written, "")
    if left.strip():
        api.save(left, repository / ATTRIBUTES)
    elif _BEGIN.encode() in written:
        (repository / ATTRIBUTES).unlink()
    for section in (f"diff.{DRIVER}", f"difftool.{DRIVER}"):
        if any(name.startswith(f"{section}.") for name in _set_names(repository)):
            _git(repository, "config", "--local", "--remove-section", section)
    return repository


def _settings() -> dict[str, str]:
    """Give the settings; `-P` keeps Python from importing what lies in the repository."""
    program = f"'{sys.executable}' -P -m treatydiff"
    return {
        f"diff.{DRIVER}.textconv": f"{program} textconv",
        f"diff.{DRIVER}.xfuncname": "^([^ ].*)$",
        f"difftool.{DRIVER}.cmd": f'{program} compare "$LOCAL" "$REMOTE"',
    }


def _usual(repository: Path) -> Iterator[str]:
    yield from _ONLY_DRAFTS
    listed = _git(repository, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", f":(glob)**/{MANIFEST}")
    for name in sorted(listed.decode(errors="surrogateescape").split("\0")):
        folder = name.removesuffix(MANIFEST).strip("/")
        if name and not any(c.isspace() for c in folder):
            above = f"/{folder}/" if folder else "/"
            yield from (f"{above}**/{suffix}" for suffix in _IN_TREATY_FOLDERS)


def _attributes(repository: Path) -> bytes:
    path = repository / ATTRIBUTES
    return path.read_bytes() if path.is_file() else b""


def _without_block(written: bytes, block: str) -> bytes:
    """Replace our lines by others, or add them at the end; what others wrote stays to the byte."""
    begin, joined, end = (mark.encode() for mark in (_BEGIN, _JOINED, _END))
    start = written.find(begin)
    stop = written.find(end, start)
    if start >= 0 and stop >= 0:
        before, after = written[:start], written[stop + len(end) :].removeprefix(b"\r").removeprefix(b"\n")
        if written.startswith(joined, start + len(begin)) and not after:
            before = before.removesuffix(b"\n").removesuffix(b"\r")
        written, behind = before, after
    else:
        behind = b""
    if not block:
        return written + behind
    if not written or written.endswith(b"\n"):
        return written + block.encode() + behind
    return written + b"\n" + block.encode().replace(begin, begin + joined, 1) + behind


def _top(place: str | os.PathLike[str]) -> Path:
    try:
        told = _git(Path(place), "rev-parse", "--show-toplevel")
    except TreatyDiffError as error:
        raise UsageError("is in no git repository", mend="call it in one", subject=os.fspath(place)) from error
    return Path(told.decode(errors="surrogateescape").removesuffix("\n"))


def _set_names(repository: Path) -> list[str]:
    told = _git(repository, "config", "--local", "--name-only", "--list", "-z")
    return told.decode(errors="surrogateescape").split("\0")


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 (git, found where the user has it)
            ["git", "-C", os.fspath(folder), *arguments],  # noqa: S607
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError as error:
        raise TreatyDiffError("git is not installed", mend="install it") from error
    if done.returncode:
        said = " ".join(done.stderr.decode(errors="replace").split())
        raise TreatyDiffError(f"git refuses ({said})", mend="mend that first", subject=os.fspath(folder))
    return done.stdout
