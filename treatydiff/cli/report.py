"""`treatydiff report`."""

from __future__ import annotations

import click

from treatydiff.cli.options import treaty_option
from treatydiff.writers import REPORT_WRITERS

PAGE = "history.html"
"""What the page is called where nobody says otherwise."""


@click.command("report", short_help="Show the whole history of a treaty on one page.")
@treaty_option
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice([writer.name for writer in REPORT_WRITERS]),
    help="Output format; by default that of the output file's suffix, else html.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    default="",
    help=f"Write to this file, whole or not at all; by default {PAGE} for the page, standard output for data.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress, and do not say what was written.")
def command(folder: str, format_name: str | None, output: str, *, quiet: bool) -> None:
    """Show the whole history of a treaty on one page.

    One HTML file that needs nothing else: the drafts in time, where each
    changed, which article became which, what is counted in each, and every
    clause with all its wordings. As csv or json: the data behind it, one row
    for each clause and draft.

    \b
    treatydiff report
    treatydiff report --format csv -o history.csv
    """
    from treatydiff import folder as treaties
    from treatydiff.cli.output import Progress, give, layout
    from treatydiff.cli.targets import chosen
    from treatydiff.cli.treaty import treaty_folder

    place = treaty_folder(folder)
    name = chosen(REPORT_WRITERS, format_name, output, "html")
    target = output or (PAGE if name == "html" else "")
    with Progress(quiet=quiet) as progress:
        found = treaties.report(place, tell=progress.tell)
        progress.tell(f"writing {name}")
        write = next(writer for writer in REPORT_WRITERS if writer.name == name).load()
        data = write(found, layout(target))
    drafts = [str(place / draft.entry.file) for draft in found.history.drafts]
    give(data, target, keep=(*drafts, str(place / treaties.MANIFEST), str(place / treaties.RECORD_FILE)))
    if not output and target and not quiet:
        click.echo(f"treatydiff: {target} written", err=True)
