"""Files: drafts read with a bound on their size, results written whole or not at all."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from treatydiff.errors import DraftError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST_DRAFT: Final = 64 * 1024 * 1024
"""Bytes. A draft of a hundred thousand clauses takes about 40 MB as Akoma Ntoso."""
STANDARD_INPUT: Final = "-"


def draft_bytes(path: str | os.PathLike[str]) -> bytes:
    """Give the bytes of the draft at a path, or of standard input for "-".

    Raises:
        DraftError: the file is missing, is no file, or cannot be read, or it is larger than a draft can be.

    """
    name = os.fspath(path)
    data = _standard_input() if name == STANDARD_INPUT else contents(Path(name))
    if len(data) > LARGEST_DRAFT:
        raise too_large(name)
    return data


def too_large(path: str) -> DraftError:
    """Make the error of a file that is larger than a draft can be."""
    limit = LARGEST_DRAFT // 2**20
    return DraftError(f"the file has more than {limit} MB", mend="a draft is smaller; check that it is one", subject=path)


def _standard_input() -> bytes:
    try:
        return sys.stdin.buffer.read(LARGEST_DRAFT + 1)
    except (AttributeError, OSError, ValueError) as error:
        raise DraftError("standard input cannot be read", mend="give a file, or send the draft through a pipe") from error


def save(data: bytes, path: str | os.PathLike[str], *, keep: Iterable[str | os.PathLike[str]] = ()) -> None:
    """Write `data` to `path` whole or not at all; an existing file is replaced in one step, a device or pipe is written to.

    `keep` are files that must not be overwritten: the drafts.

    Raises:
        OutputError: the place cannot be written, or is one of `keep`.

    """
    target = check_target(path, keep=keep)
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target.resolve(), data)
    except (OSError, RuntimeError, ValueError) as error:
        raise _unwritable(path, error) from error


def check_target(path: str | os.PathLike[str], *, keep: Iterable[str | os.PathLike[str]] = ()) -> Path:
    """Give the file that a result is to be written to, after seeing that this can be done; nothing is written.

    `keep` are files that must not be overwritten: the drafts.

    Raises:
        OutputError: the place cannot be written, or is one of `keep`.

    """
    target = Path(path)
    try:
        if target.is_dir() or os.fspath(path).endswith(os.sep):
            raise OutputError("is a directory", mend="name a file in it", subject=str(path))
        if target.exists() and any(target.samefile(draft) for draft in keep if Path(draft).exists()):
            raise OutputError("would overwrite the draft", mend="name another output file", subject=str(path))
        os.scandir(target.resolve().parent).close()
    except (OSError, RuntimeError, ValueError) as error:
        raise _unwritable(path, error) from error
    return target


def _unwritable(path: str | os.PathLike[str], error: Exception) -> OutputError:
    problem = f"cannot be written ({_reason(error)})"
    return OutputError(problem, mend="name a file in a folder that exists and can be written", subject=str(path))


def _replace(target: Path, data: bytes) -> None:
    partial = target.with_name(f".treatydiff.{os.getpid()}.partial")
    partial.unlink(missing_ok=True)
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            partial.chmod(target.stat().st_mode & 0o777)
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def contents(path: Path) -> bytes:
    """Give the bytes of a draft.

    Raises:
        DraftError: the file is missing, is no file, or cannot be read.

    """
    try:
        if path.is_dir():
            raise DraftError("is a directory", mend="name a file in it", subject=str(path))
        with path.open("rb") as file:
            data = file.read(LARGEST_DRAFT + 1)
    except FileNotFoundError:
        raise DraftError("there is no such file", mend="check the path", subject=str(path)) from None
    except (OSError, ValueError) as error:
        raise DraftError(f"cannot be read ({_reason(error)})", mend="check the file", subject=str(path)) from error
    return data


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
