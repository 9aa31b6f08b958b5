"""`treatydiff status`."""

from __future__ import annotations

import click

from treatydiff.cli.options import treaty_option


@click.command("status", short_help="Look over the drafts of the treaty's folder.")
@treaty_option
def command(folder: str) -> None:
    """Look over the drafts of the treaty's folder: dates, hashes, and files that changed.

    A draft is "not read yet" while nothing of it is kept, "changed" when its
    file is not what it was when it was added, or "missing".
    """
    from treatydiff.cli.output import give, layout
    from treatydiff.cli.treaty import treaty_folder
    from treatydiff.folder import status
    from treatydiff.writers.lineage.folder import write_status

    give(write_status(status(treaty_folder(folder)), layout("")), "", keep=())
