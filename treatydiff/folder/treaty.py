"""A treaty folder: begun, extended by a draft, looked over, and read as the history of its drafts."""

from __future__ import annotations

import os
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from treatydiff import api
from treatydiff.errors import DraftError, UsageError
from treatydiff.folder.cache import FOLDER, Cache
from treatydiff.folder.manifest import MANIFEST, Manifest, begun, extended, free_id, parse, read_manifest
from treatydiff.folder.serial import document_of
from treatydiff.folder.tracing import document_key
from treatydiff.model import Added, DraftEntry, DraftStatus, Status
from treatydiff.text.clauses import clauses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Document

_BEGINNING: Final = 4096
_OURS: Final = (b'<meta name="generator" content="treatydiff ', b"<p>Collated by treatydiff ")


def find(start: str | os.PathLike[str]) -> Path:
    """Give the nearest folder at or above a place that holds a `treaty.toml`.

    Raises:
        UsageError: there is none.

    """
    place = Path(start).resolve()
    for folder in (place, *place.parents):
        if (folder / MANIFEST).is_file():
            return folder
    raise UsageError(f"there is no {MANIFEST} here or above", mend="begin one with treatydiff init", subject=os.fspath(start))


def begin(folder: str | os.PathLike[str], title: str) -> Path:
    """Write a `treaty.toml` without drafts and give its path.

    Raises:
        UsageError: the folder has one already.
        OutputError: it cannot be written.

    """
    path = Path(folder) / MANIFEST
    if path.exists():
        raise UsageError("is there already", mend="add drafts with treatydiff add", subject=os.fspath(path))
    api.save(begun(title), path)
    return path


def add(folder: Path, files: Sequence[str | os.PathLike[str]]) -> tuple[Added, ...]:
    """Add drafts as the newest ones, all or none; the drafts themselves are read and never written.

    Raises:
        DraftError: a file is no draft, is not in the folder, or is listed already, itself or its like.
        ConfigError: the `treaty.toml` cannot be used.
        OutputError: it cannot be written.

    """
    read = [_read(folder, file) for file in files]
    path = folder / MANIFEST
    with _alone(folder):
        manifest, written = read_manifest(folder), api.contents(path)
        added = []
        for subject, name, document in read:
            digest = document.metadata.sha256
            _refuse_known(manifest, folder, name, digest, subject)
            entry = _entry(manifest, name, document)
            written = extended(written, entry, digest)
            added.append(Added(entry, document, len(clauses(document)), _later(entry, manifest.treaty.drafts)))
            manifest = parse(written, os.fspath(path), os.fspath(folder), manifest.treaty.config)
        api.save(written, path)
    return tuple(added)


def _read(folder: Path, file: str | os.PathLike[str]) -> tuple[str, str, Document]:
    """Read a draft; give it with how the user calls its file, and how the folder does."""
    subject, path = os.fspath(file), Path(file).resolve()
    document = api.read(subject)
    if not path.is_relative_to(folder.resolve()):
        raise DraftError("is not in the treaty's folder", mend=f"copy it to {folder} first", subject=subject)
    name = path.relative_to(folder.resolve()).as_posix()
    if name == MANIFEST:
        raise DraftError("is the list of the drafts and no draft", mend="add the files of the drafts", subject=subject)
    if not name.isprintable():
        raise DraftError("has a name that treaty.toml cannot hold", mend="rename it", subject=subject)
    return subject, name, document


def _later(entry: DraftEntry, before: Sequence[DraftEntry]) -> DraftEntry | None:
    """Give the last draft before one that has a date, where that is later than its own, as far as both are known."""
    last = next((one for one in reversed(before) if one.date), None)
    if last is None or not entry.date:
        return None
    known = min(len(last.date), len(entry.date))
    return last if last.date[:known] > entry.date[:known] else None


def _refuse_known(manifest: Manifest, folder: Path, name: str, digest: str, subject: str) -> None:
    for draft in manifest.treaty.drafts:
        same_file = draft.file == name
        listed = folder / draft.file
        if same_file or manifest.digests[draft.id] == digest or (listed.is_file() and _digest(listed) == digest):
            what = "is listed already" if same_file else "holds the same bytes as a draft that is listed"
            raise DraftError(f"{what}: {draft.id}", mend="add another file", subject=subject)


def _entry(manifest: Manifest, name: str, document: Document) -> DraftEntry:
    """Describe a new draft by what its file says; what it is based on goes without saying where it is the draft before."""
    known = {draft.file: draft.id for draft in manifest.treaty.drafts}
    ids = list(known.values())
    based_on = known.get(document.metadata.based_on, "")
    metadata = document.metadata
    return DraftEntry(
        free_id(Path(name).stem, ids),
        name,
        metadata.title,
        metadata.symbol,
        metadata.date,
        "" if not ids or based_on == ids[-1] else based_on,
    )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let no other run change the folder meanwhile; a run that is killed lets go, and what it had begun is cleared away."""
    try:
        import fcntl  # noqa: PLC0415 (not on every system)
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        for partial in folder.glob(api.PARTIAL.format("*")):
            partial.unlink(missing_ok=True)
        yield
    finally:
        os.close(handle)


def status(folder: Path) -> Status:
    """Look over the drafts of a folder without reading them.

    Raises:
        ConfigError: the `treaty.toml` cannot be used.

    """
    manifest = read_manifest(folder)
    kept = Cache(folder / FOLDER)
    drafts = tuple(_status(folder, draft, manifest.digests[draft.id], kept) for draft in manifest.treaty.drafts)
    return Status(manifest.treaty.title, drafts, tuple(_unlisted(folder, {draft.file for draft in manifest.treaty.drafts})))


def _status(folder: Path, entry: DraftEntry, noted: str, kept: Cache) -> DraftStatus:
    path = folder / entry.file
    if not path.is_file():
        return DraftStatus(entry, noted, "missing")
    digest = _digest(path)
    if noted and noted != digest:
        return DraftStatus(entry, digest, "changed")
    data = kept.get(document_key(digest, entry.file))
    document = document_of(data) if data is not None else None
    if document is None:
        return DraftStatus(entry, digest, "unread")
    return DraftStatus(entry._replace(date=entry.date or document.metadata.date), digest, "read")


def _unlisted(folder: Path, listed: set[str]) -> Iterator[str]:
    suffixes = api.draft_suffixes()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        hidden = any(part.startswith(".") for part in name.parts)
        readable = not hidden and path.suffix.lower() in suffixes and path.is_file()
        if readable and name.as_posix() not in listed and not _is_ours(path):
            yield name.as_posix()


def _is_ours(path: Path) -> bool:
    """Whether a file says at its beginning that this program wrote it: a report is no draft that was forgotten."""
    try:
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
    except OSError:
        return False
    return any(sign in beginning for sign in _OURS)


def _digest(path: Path) -> str:
    return sha256(api.contents(path)).hexdigest()
