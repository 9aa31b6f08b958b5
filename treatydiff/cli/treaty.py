"""What the commands of a treaty folder share: finding the folder, reading its history, writing what is told of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from treatydiff.model import History, Record
    from treatydiff.writers.writer import HistoryWriter

_Value = TypeVar("_Value")


class Result(NamedTuple):
    """Where a result goes: the name of its format or none, the output file or none, and whether progress is not shown."""

    format_name: str | None
    output: str
    quiet: bool


def treaty_folder(named: str) -> Path:
    """Give the folder that the user named, or the nearest one at or above this one; as seen from here.

    Raises:
        UsageError: it holds no `treaty.toml`, or none does.

    """
    from treatydiff.errors import UsageError
    from treatydiff.folder import find
    from treatydiff.folder.manifest import MANIFEST

    if not named:
        found = find(Path.cwd())
        try:
            return Path(os.path.relpath(found))
        except ValueError:  # on another drive
            return found
    folder = Path(named).parent if Path(named).name == MANIFEST else Path(named)
    if not (folder / MANIFEST).is_file():
        raise UsageError(f"holds no {MANIFEST}", mend="begin one with treatydiff init", subject=named)
    return folder


def read_record(place: Path, history: History) -> Record:
    """Read the record beside the drafts; say so where there is none."""
    import click

    from treatydiff.folder import RECORD_FILE
    from treatydiff.folder import read_record as read

    if not (place / RECORD_FILE).is_file():
        click.echo(f"treatydiff: there is no {RECORD_FILE} beside the drafts, so no proposal is known", err=True)
    return read(place, [draft.id for draft in history.drafts])


def tell_of(
    folder: str,
    told: Callable[[History], _Value],
    writers: Sequence[HistoryWriter[Callable[[_Value, Any], bytes]]],
    result: Result,
) -> None:
    """Read the history of a folder, and give out in the format asked for what is told of it."""
    from treatydiff.cli.output import Progress
    from treatydiff.folder import trace

    place = treaty_folder(folder)
    with Progress(quiet=result.quiet) as progress:
        history = trace(place, tell=progress.tell)
        give_told(told(history), writers, result, keep=[os.fspath(place / draft.entry.file) for draft in history.drafts])


def give_told(
    told: _Value,
    writers: Sequence[HistoryWriter[Callable[[_Value, Any], bytes]]],
    result: Result,
    *,
    keep: Sequence[str] = (),
) -> None:
    """Give out what is told of a history in the format asked for; `keep` are files that must not be overwritten."""
    from treatydiff.cli.output import give, layout
    from treatydiff.cli.targets import chosen

    name = chosen(writers, result.format_name, result.output, "terminal")
    writer = next(one for one in writers if one.name == name)
    give(writer.load()(told, layout(result.output)), result.output, keep=keep)
