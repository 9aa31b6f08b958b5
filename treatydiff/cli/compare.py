"""`treatydiff compare OLD NEW`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatydiff.cli.options import config_option, revisions_option
from treatydiff.writers import COMPARISON_WRITERS

if TYPE_CHECKING:
    from treatydiff.model import Comparison
    from treatydiff.readers.reader import Revisions


@click.command("compare", short_help="Say what changed between two drafts, and what it means.")
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice([writer.name for writer in COMPARISON_WRITERS]),
    help="Output format; by default that of the output file's suffix, else terminal.",
)
@click.option("-o", "--output", type=click.Path(), default="", help="Write to this file, whole or not at all.")
@click.option("--exit-code", is_flag=True, help="Leave with 1 when the drafts differ.")
@revisions_option
@config_option
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
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
    quiet: bool,
) -> None:
    """Say what changed between two drafts, and what it means.

    OLD and NEW are Word, PDF, HTML, Akoma Ntoso, Markdown or text files, told
    apart by their content; one of them may be - for standard input.

    \b
    treatydiff compare cnd.xml final.xml
    treatydiff compare cnd.xml final.xml -o report.html
    """
    from treatydiff import api
    from treatydiff.cli.output import Progress, chosen, give, layout
    from treatydiff.errors import UsageError

    if old == new == api.STANDARD_INPUT:
        raise UsageError("only one of the two drafts can be standard input", mend="name a file for the other")
    name = chosen(COMPARISON_WRITERS, format_name, output, "terminal")
    config = api.read_config(config_path) if config_path else api.config_beside(new)
    with Progress(quiet=quiet) as progress:
        progress.tell(f"reading {old}")
        old_draft = api.read(old, revisions=revisions)
        progress.tell(f"reading {new}")
        comparison = api.compare(old_draft, api.read(new, revisions=revisions), config=config, tell=progress.tell)
        progress.tell(f"writing {name}")
        data = api.render(comparison, name, layout(output))
    give(data, output, keep=(old, new))
    ctx.exit(int(exit_code and differs(comparison)))


def differs(comparison: Comparison) -> bool:
    """Whether anything differs between two drafts: words, numbers, places, headings or marks."""
    links = [change.link for change in comparison.changes]
    if any(link.kind != "same" or link.renumbered or link.moved or link.heading_changed for link in links):
        return True
    return any(mark.op != "kept" for change in comparison.changes for mark in change.marks)
