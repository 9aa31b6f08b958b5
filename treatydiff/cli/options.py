"""Options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

STATES: Final = ("marks", "accepted", "rejected")
"""Those of `treatydiff.readers.reader.REVISIONS`, which help would have to wait for."""

revisions_option: Final = click.option(
    "--revisions",
    type=click.Choice(STATES),
    default="marks",
    show_default=True,
    help="How tracked changes of Word files are read: all accepted, all rejected, or as what is proposed, with marks.",
)

config_option: Final = click.option(
    "--config",
    "config_path",
    type=click.Path(),
    default="",
    help="Levels of rules and words of your own; by default the treaty.toml beside the draft, if there is one.",
)


def _moment(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    from datetime import datetime

    try:
        return datetime.fromisoformat(value).isoformat() if value else ""
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date of ISO 8601, such as 2024-02-06") from error


author_option: Final = click.option(
    "--author",
    default="treatydiff",
    show_default=True,
    help="Whose the tracked changes and comments of a Word file are.",
)

date_option: Final = click.option(
    "--date",
    default="",
    callback=_moment,
    help="When they were made (2024-02-06); by default the date of the new draft, if it has one.",
)

treaty_option: Final = click.option(
    "--treaty",
    "folder",
    metavar="FOLDER",
    type=click.Path(),
    default="",
    help="The treaty's folder; by default the nearest one at or above this one that holds a treaty.toml.",
)


def _one_file(_ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> str:
    if len(value) > 1:
        raise click.BadParameter("several files are named, and this command writes one")
    return value[0] if value else ""


output_option: Final = click.option(
    "-o",
    "--output",
    type=click.Path(),
    multiple=True,
    callback=_one_file,
    help="Write to this file, whole or not at all.",
)

quiet_option: Final = click.option("-q", "--quiet", is_flag=True, help="Show no progress.")


def format_option(names: Iterable[str]) -> Callable[[click.decorators.FC], click.decorators.FC]:
    """Make the option that chooses an output format by name."""
    return click.option(
        "-f",
        "--format",
        "format_name",
        type=click.Choice(list(names)),
        help="Output format; by default that of the output file's suffix, else terminal.",
    )
