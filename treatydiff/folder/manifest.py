"""`treaty.toml`: what it says of a treaty, and how a draft is added to it without touching what stands there."""

from __future__ import annotations

import datetime as dt
import os
import re
import tomllib
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from treatydiff import api
from treatydiff.errors import ConfigError
from treatydiff.model import ClauseName, Config, DraftEntry, KnownLink, Treaty

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

MANIFEST: Final = api.TREATY_FILE
_TABLES: Final = ("treaty", "draft", "link", "rules", "lexicon", "checks", "policy")
_OF_TREATY: Final = ("title",)
_OF_DRAFT: Final = ("id", "file", "title", "symbol", "date", "based-on", "sha256")
_OF_LINK: Final = ("from", "to")
_ID: Final = re.compile(r"[\w.-]+")
_NOT_IN_AN_ID: Final = re.compile(r"[^\w.-]+")
_ESCAPES: Final = {'"': '\\"', "\\": "\\\\"}


class Manifest(NamedTuple):
    """A treaty as written, and by the id of a draft the SHA-256 that its file had when it was added, where that is noted."""

    treaty: Treaty
    digests: Mapping[str, str]


def read_manifest(folder: Path) -> Manifest:
    """Read the `treaty.toml` of a folder with its settings.

    Raises:
        ConfigError: it cannot be used.

    """
    path = folder / MANIFEST
    return parse(api.contents(path), os.fspath(path), os.fspath(folder), api.read_config(path))


def parse(data: bytes, path: str, folder: str, config: Config) -> Manifest:
    """Read what a `treaty.toml` says of a treaty; `config` are its settings, read elsewhere.

    Raises:
        ConfigError: the bytes are no TOML, a field is unknown or of the wrong kind, a draft has no file or one outside the
            folder, two drafts have one id, a draft is based on one that does not stand before it, or a link names no draft.

    """
    try:
        written = tomllib.loads(data.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"is no valid TOML ({error})", mend="mend the file", subject=path) from error
    _known(written, _TABLES, "", path)
    treaty = _table(written.get("treaty", {}), "treaty", path)
    _known(treaty, _OF_TREATY, "treaty", path)
    rows = list(_rows(written, "draft", _OF_DRAFT, path))
    drafts = _drafts(rows, path)
    digests = {draft.id: _text(row, "sha256", place, path) for draft, (place, row) in zip(drafts, rows, strict=True)}
    links = tuple(
        _link(row, place, path, [draft.id for draft in drafts]) for place, row in _rows(written, "link", _OF_LINK, path)
    )
    return Manifest(Treaty(_text(treaty, "title", "treaty", path), drafts, links, config, folder), digests)


def _drafts(rows: Sequence[tuple[str, Mapping[str, Any]]], path: str) -> tuple[DraftEntry, ...]:
    found: list[DraftEntry] = []
    for place, row in rows:
        ids = [draft.id for draft in found]
        draft = _draft(row, place, path, ids)
        if draft.id in ids:
            raise ConfigError(f"two drafts have the id {draft.id!r}", mend="give each its own id", subject=path, place=place)
        found.append(draft)
    return tuple(found)


def _draft(row: Mapping[str, Any], place: str, path: str, before: Sequence[str]) -> DraftEntry:
    file = _text(row, "file", place, path)
    if not file:
        raise ConfigError("has no file", mend='write file = "..."', subject=path, place=place)
    if not _is_inside(file):
        raise ConfigError(f"{file!r} is not in the folder", mend="copy the draft into it", subject=path, place=place)
    name = _text(row, "id", place, path) or PurePosixPath(file).stem
    if not _ID.fullmatch(name):
        mend = "use letters, digits, dots and hyphens"
        raise ConfigError(f"{name!r} cannot be the id of a draft", mend=mend, subject=path, place=place)
    based_on = _text(row, "based-on", place, path)
    if based_on and based_on not in before:
        mend = f"choose from {', '.join(before)}" if before else "leave it out"
        raise ConfigError(f"no draft {based_on!r} stands before it", mend=mend, subject=path, place=place)
    return DraftEntry(
        name,
        file,
        _text(row, "title", place, path),
        _text(row, "symbol", place, path),
        _text(row, "date", place, path),
        based_on or (before[-1] if before else ""),
    )


def _is_inside(file: str) -> bool:
    """Whether a path stays in the folder on every system."""
    parts = {*PurePosixPath(file).parts, *PureWindowsPath(file).parts}
    return not (PurePosixPath(file).is_absolute() or PureWindowsPath(file).anchor or ".." in parts or "\0" in file)


def _link(row: Mapping[str, Any], place: str, path: str, drafts: Collection[str]) -> KnownLink:
    ends = []
    for name in _OF_LINK:
        written = _text(row, name, place, path)
        citation, _, draft = written.rpartition("@")
        if not citation or draft not in drafts:
            mend = f'write {name} = "art 5(1)@ID", with one of the ids {", ".join(drafts)}'
            raise ConfigError(f"{name} = {written!r} names no clause of a draft", mend=mend, subject=path, place=place)
        ends.append(ClauseName(citation, draft))
    return KnownLink(*ends)


def _rows(written: Mapping[str, Any], name: str, fields: Collection[str], path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the tables of an array, each with how to find it: "[[draft]] 2"."""
    rows = written.get(name, [])
    if not isinstance(rows, list):
        raise ConfigError("is no array of tables", mend=f"write [[{name}]]", subject=path, place=name)
    for number, row in enumerate(rows, start=1):
        place = f"[[{name}]] {number}"
        _known(_table(row, place, path), fields, place, path)
        yield place, row


def _table(value: object, place: str, path: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ConfigError("is no table", mend="write key = value lines below it", subject=path, place=place)
    return value


def _known(table: Mapping[str, Any], names: Collection[str], place: str, path: str) -> None:
    for name in table:
        if name not in names:
            raise ConfigError(f"there is no field {name!r}", mend=f"choose from {', '.join(names)}", subject=path, place=place)


def _text(table: Mapping[str, Any], name: str, place: str, path: str) -> str:
    """Give a field as text: a date may be written as one."""
    value = table.get(name, "")
    if isinstance(value, dt.date):
        return value.isoformat()
    if not isinstance(value, str):
        raise ConfigError(f"{name} is no text", mend=f'write {name} = "..."', subject=path, place=place)
    return value


def begun(title: str) -> bytes:
    """Write a `treaty.toml` without drafts."""
    return f"[treaty]\ntitle = {_quoted(title)}\n".encode()


def extended(data: bytes, entry: DraftEntry, digest: str) -> bytes:
    """Add a draft at the end; what stands there stays to the byte."""
    fields = {
        "id": entry.id,
        "file": entry.file,
        "title": entry.title,
        "symbol": entry.symbol,
        "date": entry.date,
        "based-on": entry.based_on,
        "sha256": digest,
    }
    lines = [f"{name} = {_quoted(value)}\n" for name, value in fields.items() if value]
    gap = b"" if not data or data.endswith(b"\n\n") else b"\n" if data.endswith(b"\n") else b"\n\n"
    return data + gap + "".join(["[[draft]]\n", *lines]).encode()


def free_id(wanted: str, taken: Collection[str]) -> str:
    """Make an id of a file's stem that no draft has yet."""
    base = _NOT_IN_AN_ID.sub("-", wanted).strip("-.") or "draft"
    number = 2
    name = base
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name


def _quoted(text: str) -> str:
    shown = "".join(_ESCAPES.get(c) or (c if c.isprintable() else f"\\u{ord(c):04x}") for c in " ".join(text.split()))
    return f'"{shown}"'
