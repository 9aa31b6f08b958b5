"""Everything that the report of a treaty folder is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff import api
from treatydiff.folder.cache import FOLDER, Cache, key
from treatydiff.folder.record import read_record
from treatydiff.folder.serial import measures_bytes, measures_of
from treatydiff.folder.tracing import trace
from treatydiff.model import Report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from treatydiff.model import Config, Draft, Measures


def _silent(_: str) -> None:
    """Tell nobody."""


def report(folder: Path, *, tell: Callable[[str], None] = _silent) -> Report:
    """Trace the history of a folder, count what each of its drafts holds, and read its record.

    What was read, compared and counted before is taken from the cache.

    Raises:
        DraftError: a draft cannot be read.
        ConfigError: the `treaty.toml` or the `record.toml` cannot be used, or a link in it names no clause.

    """
    history = trace(folder, tell=tell)
    cache = Cache(folder / FOLDER)
    counted = []
    for draft in history.drafts:
        tell(f"counting in {draft.id}")
        counted.append(_measures(draft, history.treaty.config, cache))
    return Report(history, tuple(counted), read_record(folder, [draft.id for draft in history.drafts]))


def _measures(draft: Draft, config: Config, cache: Cache) -> Measures:
    name = key("measures", draft.document.metadata.sha256, draft.entry.file, repr(config._replace(path="")))
    kept = cache.get(name)
    found = measures_of(kept) if kept is not None else None
    if found is None:
        found = api.measures(draft.document, config=config)
        cache.put(name, measures_bytes(found))
    return found
