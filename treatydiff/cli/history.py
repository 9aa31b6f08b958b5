"""`treatydiff history`."""

from __future__ import annotations

import click

from treatydiff.cli.options import format_option, output_option, quiet_option, treaty_option
from treatydiff.writers import OVERVIEW_WRITERS


@click.command("history", short_help="Show the drafting history of the treaty at a glance.")
@format_option(writer.name for writer in OVERVIEW_WRITERS)
@output_option
@treaty_option
@quiet_option
def command(*, format_name: str | None, output: str, folder: str, quiet: bool) -> None:
    """Show the drafting history of the treaty at a glance.

    Each draft with what it changed; what went back and forth; what became of
    options; what was agreed and changed later.

    \b
    treatydiff history
    treatydiff history -o history.json
    """
    from treatydiff.cli.treaty import Result, tell_of
    from treatydiff.history.overview import overview

    tell_of(folder, overview, OVERVIEW_WRITERS, Result(format_name, output, quiet))
