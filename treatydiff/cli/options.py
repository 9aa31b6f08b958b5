"""Options that several commands share."""

from __future__ import annotations

from typing import Final

import click

from treatydiff.readers.reader import REVISIONS

revisions_option: Final = click.option(
    "--revisions",
    type=click.Choice(REVISIONS),
    default="marks",
    show_default=True,
    help="How tracked changes of Word files are read: all accepted, all rejected, or as what is proposed, with marks.",
)
