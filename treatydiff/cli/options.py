"""Options that several commands share."""

from __future__ import annotations

from typing import Final

import click

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
    type=click.Path(),
    default="",
    metavar="FOLDER",
    help="The folder of the treaty; by default the nearest one, here or above, with a treaty.toml.",
)
