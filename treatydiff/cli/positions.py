"""`treatydiff positions --state NAME`."""

from __future__ import annotations

import click

from treatydiff.cli.options import treaty_option


@click.command("positions", short_help="Say what a State proposed and supported, and what came of it.")
@click.option("--state", required=True, metavar="NAME", help="A State or a group, as the record names it.")
@treaty_option
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(*, state: str, folder: str, quiet: bool) -> None:
    """Say what a State or a group proposed, supported and opposed, and what came of it.

    Groups are never expanded: a position of a group is not one of its members.

    \b
    treatydiff positions --state Canada
    """
    from treatydiff import folder as treaties
    from treatydiff.cli.output import Progress, give, layout
    from treatydiff.cli.treaty import read_record, treaty_folder
    from treatydiff.history.proposals import fates, positions
    from treatydiff.writers.proposals import write_positions

    place = treaty_folder(folder)
    with Progress(quiet=quiet) as progress:
        history = treaties.trace(place, tell=progress.tell)
        record = read_record(place, history)
        found = positions(fates(history, record), state)
        data = write_positions(found, history, record, state, layout(""))
    give(data, "", keep=())
