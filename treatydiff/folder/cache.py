"""What was derived from drafts, kept by the content that it was derived from; it can be deleted at any time."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from time import time
from typing import TYPE_CHECKING, Final

from treatydiff.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER: Final = ".treatydiff"
_DIGEST: Final = sha256().digest_size
_LARGEST: Final = 512 * 1024 * 1024
_TAG: Final = b"Signature: 8a477f597d28d172789f06886806bc55\n"
"""What marks a folder as a cache that no backup needs (https://bford.info/cachedir/)."""
_SIGNS: Final = {".gitignore": b"*\n", "CACHEDIR.TAG": _TAG}
_ABANDONED: Final = 3600
"""Seconds after which nobody writes a file any more."""


class Cache:
    """A folder with one file for each value, each with a digest of it and its key.

    What was cut off or changed, or stands under another key, is not there.

    A folder that cannot be written is no cache, and nothing else is amiss. Files appear in one step, so that two runs at once
    do each other no harm.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._begun = False

    def get(self, key: str) -> bytes | None:
        """Give what is kept under a key; None where nothing is, or not what was written."""
        try:
            path = self._folder / key
            if path.stat().st_size > _LARGEST:
                return None
            data = path.read_bytes()
        except OSError:
            return None
        digest, value = data[:_DIGEST], data[_DIGEST:]
        return value if _signed(key, value) == digest else None

    def put(self, key: str, value: bytes) -> None:
        """Keep a value under a key."""
        partial = self._folder / f"{key}.{os.getpid()}.{token_hex(4)}.partial"
        try:
            if not self._begun:
                self._begin()
                self._begun = True
            partial.write_bytes(_signed(key, value) + value)
            partial.replace(self._folder / key)
        except OSError:
            with suppress(OSError):
                partial.unlink(missing_ok=True)

    def _begin(self) -> None:
        """Make the folder, and clear away what a run that was killed had begun to write."""
        self._folder.mkdir(exist_ok=True)
        for name, content in _SIGNS.items():
            if not (self._folder / name).exists():
                (self._folder / name).write_bytes(content)
        for partial in self._folder.glob("*.partial"):
            with suppress(OSError):
                if time() - partial.stat().st_mtime > _ABANDONED:
                    partial.unlink()


def _signed(key: str, value: bytes) -> bytes:
    return sha256(key.encode() + b"\0" + value).digest()


def key(*parts: str) -> str:
    """Make a key of what a value was derived from, the program included, so that another version derives it anew."""
    joined = "\0".join(f"{len(part)}:{part}" for part in (program(), *parts))
    return sha256(joined.encode(errors="surrogateescape")).hexdigest()


@cache
def program() -> str:
    """Tell this program from any other version of it: by its number, and by the size and time of each of its files."""
    package = Path(__file__).parents[1]
    return __version__ + "".join(_stamps(package))


def _stamps(package: Path) -> Iterable[str]:
    for path in sorted(path for path in package.rglob("*") if path.suffix in {".py", ".toml"}):
        status = path.stat()
        yield f"|{path.relative_to(package)}:{status.st_size}:{status.st_mtime_ns}"
