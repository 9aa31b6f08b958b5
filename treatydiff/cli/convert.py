"""`treatydiff convert FILE -o OUT`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatydiff.cli.options import revisions_option
from treatydiff.writers import DOCUMENT_WRITERS

if TYPE_CHECKING:
    from treatydiff.readers.reader import Revisions

_FILE_FORMATS = tuple(writer for writer in DOCUMENT_WRITERS if writer.suffixes)


@click.command("convert", short_help="Turn a draft into Akoma Ntoso or JSON.")
@click.argument("file", type=click.Path())
@click.option("-o", "--output", type=click.Path(), required=True, help="Write to this file, whole or not at all.")
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice([writer.name for writer in _FILE_FORMATS]),
    help="Output format; by default that of the output file's suffix.",
)
@revisions_option
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(file: str, output: str, format_name: str | None, *, revisions: Revisions, quiet: bool) -> None:
    """Turn a draft in any format that is read into Akoma Ntoso or JSON.

    FILE may be - for standard input, OUTPUT - for standard output.

    \b
    treatydiff convert draft.md -o draft.xml
    """
    from treatydiff import api
    from treatydiff.cli.output import Progress, give, layout
    from treatydiff.cli.targets import chosen

    name = chosen(_FILE_FORMATS, format_name, output, "")
    with Progress(quiet=quiet) as progress:
        progress.tell(f"reading {file}")
        data = api.render(api.read(file, revisions=revisions), name, layout(output))
    give(data, output, keep=(file,))
