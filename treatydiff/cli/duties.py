"""`treatydiff duties FILE`."""

from __future__ import annotations

import click

from treatydiff.cli.options import config_option, output_option
from treatydiff.writers import DUTIES_WRITERS


@click.command("duties", short_help="List what a draft asks of whom.")
@click.argument("file", type=click.Path())
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice([writer.name for writer in DUTIES_WRITERS]),
    help="Output format; by default that of the output file's suffix, else terminal.",
)
@output_option
@config_option
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(file: str, format_name: str | None, output: str, *, config_path: str, quiet: bool) -> None:
    """List what a draft asks of whom.

    For every operative clause: the actor, the operator and its strength, what is
    asked, what leaves room, and when it applies.

    FILE may be - for standard input.

    \b
    treatydiff duties final.xml
    treatydiff duties final.xml -o duties.csv
    """
    from treatydiff import api
    from treatydiff.cli.output import Progress, give, layout
    from treatydiff.cli.targets import chosen

    name = chosen(DUTIES_WRITERS, format_name, output, "terminal")
    config = api.read_config(config_path) if config_path else api.config_beside(file)
    with Progress(quiet=quiet) as progress:
        progress.tell(f"reading {file}")
        document = api.read(file)
        progress.tell("listing duties")
        data = api.render_duties(api.duties(document, config=config), name, layout(output))
    give(data, output, keep=(file,))
