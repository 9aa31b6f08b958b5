"""`treatydiff apparatus`."""

from __future__ import annotations

import click

from treatydiff.cli.options import treaty_option
from treatydiff.writers import APPARATUS_WRITERS


@click.command("apparatus", short_help="Write the last draft with the variants of earlier ones.")
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice([writer.name for writer in APPARATUS_WRITERS]),
    help="Output format; by default that of the output file's suffix.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    default="apparatus.html",
    show_default=True,
    help="Write to this file, whole or not at all; - for standard output.",
)
@treaty_option
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(*, format_name: str | None, output: str, treaty: str, quiet: bool) -> None:
    """Write the last draft with, under each clause, its variants by draft.

    As a page, or as a critical edition in TEI.

    \b
    treatydiff apparatus
    treatydiff apparatus -o convention.tei.xml
    """
    from treatydiff import folder
    from treatydiff.cli.output import Progress, give, layout
    from treatydiff.cli.targets import chosen

    place = folder.find(treaty or ".")
    name = chosen(APPARATUS_WRITERS, format_name, output, "html")
    with Progress(quiet=quiet) as progress:
        history = folder.trace(place, tell=progress.tell)
        progress.tell("collating")
        data = next(writer for writer in APPARATUS_WRITERS if writer.name == name).load()(history, layout(output))
    give(data, output, keep=[str(place / draft.entry.file) for draft in history.drafts])
