"""`treatydiff diff A B`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from treatydiff.cli.options import (
    config_option,
    output_option,
    quiet_option,
    revisions_option,
    treaty_option,
)
from treatydiff.cli.targets import suffix_table
from treatydiff.writers import COMPARISON_WRITERS

if TYPE_CHECKING:
    from treatydiff.readers.reader import Revisions


@click.command("diff", short_help="Compare two drafts of the treaty by their ids.", epilog=suffix_table(COMPARISON_WRITERS))
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice([writer.name for writer in COMPARISON_WRITERS]),
    metavar="FORMAT",
    help="Output format; by default that of the output file's suffix, else terminal.",
)
@output_option
@click.option("--exit-code", is_flag=True, help="Leave with 1 when the drafts differ.")
@revisions_option
@config_option
@treaty_option
@quiet_option
@click.pass_context
def command(  # noqa: PLR0913 (one parameter for each option)
    ctx: click.Context,
    /,
    *,
    old: str,
    new: str,
    format_name: str | None,
    output: str,
    exit_code: bool,
    revisions: Revisions,
    config_path: str,
    folder: str,
    quiet: bool,
) -> None:
    """Compare two drafts of the treaty by their ids, as compare does two files.

    \b
    treatydiff diff zero final
    treatydiff diff cnd final -o report.html
    """
    from treatydiff import api
    from treatydiff import folder as treaty
    from treatydiff.cli.compare import differs
    from treatydiff.cli.output import Progress, give, layout
    from treatydiff.cli.targets import chosen
    from treatydiff.cli.treaty import treaty_folder

    name = chosen(COMPARISON_WRITERS, format_name, output, "terminal")
    place = treaty_folder(folder)
    config = api.read_config(config_path) if config_path else None
    with Progress(quiet=quiet) as progress:
        comparison = treaty.compare(place, old, new, revisions=revisions, config=config, tell=progress.tell)
        progress.tell(f"writing {name}")
        data = api.render(comparison, name, layout(output))
    keep = [os.fspath(draft.metadata.path) for draft in (comparison.old, comparison.new)]
    give(data, output, keep=keep)
    ctx.exit(int(exit_code and differs(comparison)))
