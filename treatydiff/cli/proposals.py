"""`treatydiff proposals`."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from treatydiff.cli.options import output_option, treaty_option
from treatydiff.model.record import Fate
from treatydiff.writers import PROPOSALS_WRITERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.history.proposals import ProposalFate


@click.command("proposals", short_help="List what was proposed, and what became of it.")
@click.option(
    "--fate",
    default="",
    type=click.Choice(["", *get_args(Fate)], case_sensitive=False),
    metavar="FATE",
    help=f"Only those with this fate: {'; '.join(get_args(Fate))}.",
)
@click.option("--clause", default="", metavar="CLAUSE", help='Only those about a clause, by its number on the day: "art 64".')
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice([writer.name for writer in PROPOSALS_WRITERS]),
    help="Output format; by default that of the output file's suffix, else terminal.",
)
@output_option
@treaty_option
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(  # noqa: PLR0913 (one parameter for each option)
    *, fate: str, clause: str, format_name: str | None, output: str, folder: str, quiet: bool
) -> None:
    """List each proposal of the negotiation record with its fate.

    The record is the record.toml beside the drafts. What became of a proposal is
    measured on the drafts that followed it, where the record gives its words.

    \b
    treatydiff proposals --fate "never appeared"
    treatydiff proposals --clause "art 64" -o proposals.csv
    """
    from treatydiff import folder as treaties
    from treatydiff.cli.output import Progress, give, layout
    from treatydiff.cli.targets import chosen
    from treatydiff.cli.treaty import read_record, treaty_folder
    from treatydiff.history.proposals import fates

    place = treaty_folder(folder)
    name = chosen(PROPOSALS_WRITERS, format_name, output, "terminal")
    with Progress(quiet=quiet) as progress:
        history = treaties.trace(place, tell=progress.tell)
        record = read_record(place, history)
        found = tuple(_chosen(fates(history, record), fate, clause))
        write = next(writer for writer in PROPOSALS_WRITERS if writer.name == name).load()
        data = write(found, history, record, layout(output))
    give(data, output, keep=[str(place / draft.entry.file) for draft in history.drafts])


def _chosen(found: Iterable[ProposalFate], fate: str, clause: str) -> Iterable[ProposalFate]:
    from treatydiff.text.citations import is_within

    for one in found:
        about = not clause or any(is_within(cited, clause) for cited in one.proposal.clauses)
        if about and (not fate or one.fate == fate):
            yield one
