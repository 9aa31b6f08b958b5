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

treaty_option: Final = click.option(
    "--treaty",
    type=click.Path(),
    default="",
    metavar="FOLDER",
    help="The folder of the treaty; by default the nearest one, here or above, with a treaty.toml.",
)
