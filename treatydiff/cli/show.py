"""`treatydiff show FILE`."""

from __future__ import annotations

import click

from treatydiff.writers import DOCUMENT_WRITERS


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
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(file: str, format_name: str, *, quiet: bool) -> None:
    """Show a draft as it is read: the tree of its provisions.

    FILE may be - for standard input.
    """
    from treatydiff import api
    from treatydiff.cli.output import Progress, give, layout

    with Progress(quiet=quiet) as progress:
        progress.tell(f"reading {file}")
        data = api.render(api.read(file), format_name, layout(""))
    give(data, "", keep=())
