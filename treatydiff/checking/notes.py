"""The changes of a treaty folder that somebody answers for: in `changes.toml` beside its `treaty.toml`, or in a commit."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from treatydiff import api
from treatydiff.errors import ConfigError
from treatydiff.model import ChangeNote

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTES_FILE: Final = "changes.toml"
_TABLE: Final = "change"
_FIELDS: Final = ChangeNote._fields
_IN_COMMIT: Final = re.compile(
    r"^treatydiff-note:[ \t]*(?P<clause>[^\s:][^:\n]*):[ \t]*(?P<reason>\S.*(?:\n[ \t]+\S.*)*)", re.IGNORECASE | re.MULTILINE
)


def read_notes(folder: str) -> tuple[ChangeNote, ...]:
    """Read the notes of a folder; none where there is no file of them.

    Raises:
        ConfigError: the file is no TOML, or a note lacks its draft, its clause or its reason.

    """
    path = Path(folder, NOTES_FILE)
    return parse_notes(api.contents(path), os.fspath(path)) if path.is_file() else ()


def parse_notes(data: bytes, path: str) -> tuple[ChangeNote, ...]:
    """Read notes from the bytes of a file.

    Raises:
        ConfigError: as for `read_notes`.

    """
    try:
        written = tomllib.loads(data.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"is no valid TOML ({error})", mend="mend the file", subject=path) from error
    rows = written.get(_TABLE, [])
    if set(written) - {_TABLE} or not isinstance(rows, list):
        raise ConfigError(f"holds more than notes, or none that are [[{_TABLE}]]", mend=f"write [[{_TABLE}]]", subject=path)
    return tuple(_note(row, f"[[{_TABLE}]] {n}", path) for n, row in enumerate(rows, start=1))


def notes_in(message: str, draft: str) -> list[ChangeNote]:
    """Give the notes in the message of a commit that changes a draft: `Treatydiff-note: art 24(1): said in article 6`.

    They stand at the beginning of a line wherever it is, as what merges several commits strings their messages together.
    """
    found = _IN_COMMIT.finditer(message.replace("\r\n", "\n"))
    return [ChangeNote(draft, one["clause"].strip(), " ".join(one["reason"].split())) for one in found]


def _note(row: Mapping[str, object], place: str, path: str) -> ChangeNote:
    if not isinstance(row, dict) or set(row) - set(_FIELDS):
        raise ConfigError("has a field that no note has", mend=f"choose from {', '.join(_FIELDS)}", subject=path, place=place)
    values = [row.get(name) for name in _FIELDS]
    texts = [value.strip() for value in values if isinstance(value, str) and value.strip()]
    if len(texts) < len(_FIELDS):
        missing = next(
            name for name, value in zip(_FIELDS, values, strict=True) if not (isinstance(value, str) and value.strip())
        )
        raise ConfigError(f"has no {missing}", mend=f'write {missing} = "..."', subject=path, place=place)
    return ChangeNote(*texts)
