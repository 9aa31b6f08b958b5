"""`treatydiff columns DRAFT...`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatydiff.cli.options import config_option, output_option, revisions_option
from treatydiff.cli.targets import suffix_table
from treatydiff.writers import COLUMNS_WRITERS

if TYPE_CHECKING:
    from treatydiff.readers.reader import Revisions


@click.command("columns", short_help="Set several drafts side by side, clause by clause.", epilog=suffix_table(COLUMNS_WRITERS))
@click.argument("drafts", type=click.Path(), nargs=-1, required=True)
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice([writer.name for writer in COLUMNS_WRITERS]),
    help="Output format; by default that of the output file's suffix.",
)
@output_option
@revisions_option
@config_option
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(  # noqa: PLR0913 (one parameter for each option)
    *,
    drafts: tuple[str, ...],
    format_name: str | None,
    output: str,
    revisions: Revisions,
    config_path: str,
    quiet: bool,
) -> None:
    """Set several drafts side by side, clause by clause.

    One row for each clause of the last draft, and for those that ended earlier
    where they stood; one column for each draft, in which what changed against
    the draft to its left is marked; a column for findings and an empty one for
    comments.

    DRAFTS are two or more files, oldest first, in any format that compare
    reads.

    \b
    treatydiff columns zero.xml revised.xml final.xml -o table.docx
    treatydiff columns zero.xml revised.xml final.xml -o table.xlsx
    """
    from treatydiff import api
    from treatydiff.cli.output import Progress, give, layout
    from treatydiff.cli.targets import chosen
    from treatydiff.errors import UsageError

    if drafts.count(api.STANDARD_INPUT) > 1:
        raise UsageError("only one of the drafts can be standard input", mend="name a file for the others")
    name = chosen(COLUMNS_WRITERS, format_name, output, "")
    config = api.read_config(config_path) if config_path else api.config_beside(drafts[-1])
    with Progress(quiet=quiet) as progress:
        read = []
        for path in drafts:
            progress.tell(f"reading {path}")
            read.append(api.read(path, revisions=revisions))
        compared = api.compare_in_turn(read, config=config, tell=progress.tell)
        progress.tell(f"writing {name}")
        data = api.render(compared, name, layout(output))
    give(data, output, keep=drafts)
