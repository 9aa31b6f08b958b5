"""The history of a treaty folder: its drafts read and compared, each only where the cache does not have it."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from treatydiff import api
from treatydiff.errors import ConfigError, DraftError, UsageError
from treatydiff.folder.cache import FOLDER, Cache, key
from treatydiff.folder.manifest import MANIFEST, read_manifest
from treatydiff.folder.serial import comparison_bytes, comparison_of, document_bytes, document_of
from treatydiff.history import lines, returns
from treatydiff.model import Comparison, Config, Document, Draft, DraftEntry, History, Return, Step
from treatydiff.text.citations import cited
from treatydiff.text.clauses import clauses

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from treatydiff.model import Clause, ClauseName, Treaty
    from treatydiff.readers.reader import Revisions


_Value = TypeVar("_Value", Document, Comparison)


def _silent(_: str) -> None:
    """Tell nobody."""


def trace(folder: Path, *, tell: Callable[[str], None] = _silent) -> History:
    """Read all drafts of a folder, compare each with the one that it is based on, and follow every clause.

    What was read and compared before is taken from the folder's cache. `tell` is called with a short phrase as each step
    begins.

    Raises:
        DraftError: a draft cannot be read.
        ConfigError: the `treaty.toml` cannot be used, or a link in it names no clause.

    """
    treaty = read_manifest(folder).treaty
    if not treaty.drafts:
        raise ConfigError("lists no draft", mend="add one with treatydiff add", subject=os.fspath(folder / MANIFEST))
    reading = Reading(Cache(folder / FOLDER), tell)
    drafts = tuple(reading.draft(entry, folder) for entry in treaty.drafts)
    return followed(treaty, drafts, reading)


def followed(treaty: Treaty, drafts: tuple[Draft, ...], reading: Reading) -> History:
    """Compare each draft with the one that it is based on, and follow every clause.

    Raises:
        ConfigError: a link fixed by hand names no clause.

    """
    folder = Path(treaty.folder)
    known = [(_node(link.before, drafts, folder), _node(link.after, drafts, folder)) for link in treaty.links]
    places = {draft.id: n for n, draft in enumerate(drafts)}
    steps = []
    for after, draft in enumerate(drafts[1:], start=1):
        before = places[draft.entry.based_on]
        fixed = [(old.id, new.id) for (a, old), (b, new) in known if (a, b) == (before, after)]
        steps.append(Step(before, after, reading.comparison(drafts[before], draft, fixed, treaty.config)))
    far = _by_hand(known, steps)
    back = tuple(one for one in returns(steps) if all((one.after, one.new.id) != (by.after, by.new.id) for by in far))
    return History(treaty, drafts, tuple(steps), (*far, *back), lines(drafts, steps, (*far, *back)))


def _by_hand(known: Sequence[tuple[tuple[int, Clause], tuple[int, Clause]]], steps: Sequence[Step]) -> tuple[Return, ...]:
    """Give the links fixed by hand that no single step covers."""
    covered = {(step.before, step.after) for step in steps}
    return tuple(Return(a, b, old, new, 1.0) for (a, old), (b, new) in known if a < b and (a, b) not in covered)


def _node(place: ClauseName, drafts: Sequence[Draft], folder: Path) -> tuple[int, Clause]:
    number = next(n for n, draft in enumerate(drafts) if draft.id == place.draft)
    clause = cited(drafts[number].clauses, place.citation)
    if clause is None:
        raise ConfigError(
            f"no clause of {place.draft} is cited as {place.citation!r}",
            mend=f"treatydiff show {drafts[number].entry.file} lists them",
            subject=os.fspath(folder / MANIFEST),
            place="[[link]]",
        )
    return number, clause


def compare(  # noqa: PLR0913 (what a comparison may be asked for)
    folder: Path,
    old: str,
    new: str,
    *,
    revisions: Revisions = "marks",
    config: Config | None = None,
    tell: Callable[[str], None] = _silent,
) -> Comparison:
    """Compare two drafts of a folder by their ids, under the folder's own settings unless `config` is given.

    Raises:
        UsageError: the folder has no such draft.
        DraftError: a draft cannot be read.

    """
    treaty = read_manifest(folder).treaty
    entries = {entry.id: entry for entry in treaty.drafts}
    for name in (old, new):
        if name not in entries:
            mend = f"choose from {', '.join(entries)}" if entries else "add one with treatydiff add"
            raise UsageError(f"there is no draft {name!r}", mend=mend, subject=os.fspath(folder / MANIFEST))
    reading = Reading(Cache(folder / FOLDER), tell, revisions)
    before, after = (reading.draft(entry, folder) for entry in (entries[old], entries[new]))
    pairs = [link for link in treaty.links if (link.before.draft, link.after.draft) == (old, new)]
    fixed = [tuple(_node(place, (before, after), folder)[1].id for place in link) for link in pairs]
    return reading.comparison(before, after, [(one, other) for one, other in fixed], config or treaty.config)


class Reading(NamedTuple):
    """Reads and compares drafts, each only where the cache does not have it."""

    cache: Cache
    tell: Callable[[str], None]
    revisions: Revisions = "marks"

    def draft(self, entry: DraftEntry, folder: Path) -> Draft:
        """Read a draft from its file in a folder; a link that leads out of it is not followed, a device not read."""
        path = folder / entry.file
        if path.exists() and not (path.is_file() and path.resolve().is_relative_to(folder.resolve())):
            raise DraftError("is no file of the treaty's folder", mend="copy the draft into it", subject=os.fspath(path))
        return self.version(entry, api.contents(path), os.fspath(path))

    def version(self, entry: DraftEntry, data: bytes, path: str) -> Draft:
        """Read a draft from its bytes; what its entry does not say of it, they say."""
        name = document_key(sha256(data).hexdigest(), entry.file, self.revisions)
        kept = self.cache.get(name)
        document = document_of(kept) if kept is not None else None
        if document is None:
            self.tell(f"reading {entry.id}")
            document = api.read_bytes(data, path, revisions=self.revisions)
            self._keep(name, document_bytes, document)
        metadata = document.metadata._replace(path=path.encode(errors="surrogateescape").decode(errors="replace"))
        said = entry._replace(
            title=entry.title or metadata.title, symbol=entry.symbol or metadata.symbol, date=entry.date or metadata.date
        )
        document = document._replace(metadata=metadata)
        return Draft(said, document, clauses(document))

    def comparison(self, old: Draft, new: Draft, known: Sequence[tuple[str, str]], config: Config) -> Comparison:
        """Compare two drafts."""
        pairs = (old.document.metadata.sha256, old.entry.file, new.document.metadata.sha256, new.entry.file)
        name = key("comparison", *pairs, self.revisions, repr(config._replace(path="")), repr(sorted(known)))
        kept = self.cache.get(name)
        if kept is not None:
            found = comparison_of(kept, old.document, new.document, old.clauses, new.clauses)
            if found is not None:
                return found
        self.tell(f"comparing {old.id} with {new.id}")
        comparison = api.compare(old.document, new.document, known=known, config=config)
        self._keep(name, comparison_bytes, comparison)
        return comparison

    def _keep(self, name: str, write: Callable[[_Value], bytes], value: _Value) -> None:
        """Keep what can be written: text with half a character pair in it cannot."""
        try:
            self.cache.put(name, write(value))
        except UnicodeEncodeError:
            return


def document_key(digest: str, file: str, revisions: Revisions = "marks") -> str:
    """Make the key of a document: its bytes, its suffix, by which a reader may be chosen, and how tracked changes are read."""
    return key("document", digest, Path(file).suffix.lower(), revisions)
