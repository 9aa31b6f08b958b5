"""Which of some files are versions of one draft in several languages: they differ by a code in their names alone."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_CODE: Final = re.compile(r"[-._](?:ar|en|es|fr|ru|zh)$", re.IGNORECASE)


def reference_version(file: str, files: Sequence[str]) -> str:
    """Give the version against which a file is held: the first of its versions that is named; empty for that one itself."""
    own = _draft(file)
    first = next(other for other in files if _draft(other) == own)
    return "" if first == file else first


def _draft(file: str) -> tuple[str, str]:
    """Give the folder and the name of a file without its language and its format."""
    path = PurePath(file)
    stem = path.stem
    return str(path.parent), _CODE.sub("", stem) if _CODE.search(stem) else stem
