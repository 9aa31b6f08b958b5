"""`treatydiff show FILE`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatydiff.cli.options import revisions_option
from treatydiff.writers import DOCUMENT_WRITERS

if TYPE_CHECKING:
    from treatydiff.readers.reader import Revisions


@click.command("show", short_help="Show a draft as it is read.")
@click.argument("file", type=click.Path())
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice([writer.name for writer in DOCUMENT_WRITERS]),
    default="terminal",
    show_default=True,
    help="Output format.",
)
@revisions_option
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(file: str, format_name: str, *, revisions: Revisions, quiet: bool) -> None:
    """Show a draft as it is read: the tree of its provisions.

    FILE may be - for standard input.
    """
    from treatydiff import api
    from treatydiff.cli.output import Progress, give, layout

    with Progress(quiet=quiet) as progress:
        progress.tell(f"reading {file}")
        data = api.render(api.read(file, revisions=revisions), format_name, layout(""))
    give(data, "", keep=())
