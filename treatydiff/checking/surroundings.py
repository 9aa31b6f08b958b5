"""What stands around a draft: the treaty folder that lists it, the draft before it, and the settings that hold for it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from treatydiff import api
from treatydiff.checks import CHECKS
from treatydiff.checks.policy import ID as POLICY
from treatydiff.checks.waivers import ID as WAIVER
from treatydiff.config import PROJECT_FILE
from treatydiff.errors import ConfigError
from treatydiff.model import Config
from treatydiff.text.citations import cited
from treatydiff.text.clauses import clauses

if TYPE_CHECKING:
    from treatydiff.model import Document, DraftEntry, KnownLink, Treaty


class Surroundings(NamedTuple):
    """What is known around one draft.

    `folder` is the path of the treaty folder, empty without one;
    `entry` is what it says of the draft, None where it does not list it; `previous` is the path of the draft before, empty
    where none is known, and `links` are those of the folder between the two.
    """

    config: Config
    entry: DraftEntry | None = None
    previous: str = ""
    links: tuple[KnownLink, ...] = ()
    folder: str = ""

    @property
    def is_in_folder(self) -> bool:
        """Whether a treaty folder knows of the draft."""
        return bool(self.folder)

    def draft_id(self, file: str) -> str:
        """Give the id by which the folder calls the draft, or would."""
        return self.entry.id if self.entry else Path(file).stem


def surroundings(file: str, based_on: str, config_path: str) -> Surroundings:
    """Find what stands around a draft; what the user names wins.

    A file beside a `treaty.toml` that does not list it is read as the next draft.

    Raises:
        ConfigError: settings or the treaty folder cannot be used.

    """
    treaty = _treaty(Path(file)) if file != api.STANDARD_INPUT else None
    config = _known(api.read_config(config_path) if config_path else treaty.config if treaty else _project(file))
    if treaty is None:
        return Surroundings(config, previous=based_on)
    entry = next((one for one in treaty.drafts if _is_same(Path(treaty.folder, one.file), Path(file))), None)
    before = _before(treaty, entry)
    if based_on or before is None:
        return Surroundings(config, entry, based_on, folder=treaty.folder)
    links = tuple(one for one in treaty.links if entry and (one.before.draft, one.after.draft) == (before.id, entry.id))
    return Surroundings(config, entry, os.fspath(Path(treaty.folder, before.file)), links, treaty.folder)


def _treaty(path: Path) -> Treaty | None:
    """Give the treaty folder of a file: its own folder, or one above that lists it."""
    for folder in (path.parent, *path.resolve().parent.parents):
        if (folder / api.TREATY_FILE).is_file():
            from treatydiff.folder import read_manifest  # noqa: PLC0415 (a lone draft does without)

            treaty = read_manifest(folder).treaty
            is_listed = any(_is_same(folder / one.file, path) for one in treaty.drafts)
            return treaty if is_listed or folder == path.parent else None
    return None


def _is_same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _before(treaty: Treaty, entry: DraftEntry | None) -> DraftEntry | None:
    if entry is None:
        return treaty.drafts[-1] if treaty.drafts else None
    return next((one for one in treaty.drafts if one.id == entry.based_on), None)


def _project(file: str) -> Config:
    """Read the settings of the project around a file: the nearest `pyproject.toml` that has any."""
    start = Path(file).resolve().parent if file != api.STANDARD_INPUT else Path.cwd()
    for folder in (start, *start.parents):
        path = folder / PROJECT_FILE
        if path.is_file():
            return api.read_config(path)
    return Config()


def _known(config: Config) -> Config:
    """Give settings back whose checks all exist."""
    ids = [*(check.id for check in CHECKS), WAIVER, POLICY]
    for name in config.checks:
        if name not in ids:
            mend = f"choose from {', '.join(ids)}"
            raise ConfigError("there is no such check", mend=mend, subject=config.path, place=f"checks.{name}")
    return config


def known_pairs(links: tuple[KnownLink, ...], old: Document, new: Document) -> list[tuple[str, str]]:
    """Give the ids of the clauses that links fixed by hand join; those that cite nothing any more are passed over."""
    pairs = [(cited(clauses(old), link.before.citation), cited(clauses(new), link.after.citation)) for link in links]
    return [(before.id, after.id) for before, after in pairs if before and after]
