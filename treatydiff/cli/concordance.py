"""`treatydiff concordance`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatydiff.cli.options import format_option, output_option, quiet_option, treaty_option
from treatydiff.writers import CONCORDANCE_WRITERS

if TYPE_CHECKING:
    from treatydiff.history.concordance import Depth

_DEPTHS = ("articles", "paragraphs", "all")


@click.command("concordance", short_help="List the numbers of provisions over all drafts.")
@click.option(
    "--depth", type=click.Choice(_DEPTHS), default="articles", show_default=True, help="How far down provisions are listed."
)
@format_option(writer.name for writer in CONCORDANCE_WRITERS)
@output_option
@treaty_option
@quiet_option
def command(*, depth: Depth, format_name: str | None, output: str, folder: str, quiet: bool) -> None:
    """List the numbers of provisions over all drafts: which article became which.

    \b
    treatydiff concordance
    treatydiff concordance --depth paragraphs -o numbers.csv
    """
    from treatydiff.cli.treaty import Result, tell_of
    from treatydiff.history.concordance import concordance

    tell_of(folder, lambda history: concordance(history, depth), CONCORDANCE_WRITERS, Result(format_name, output, quiet))
