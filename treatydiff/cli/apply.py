"""`treatydiff apply OLD AMENDMENTS`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatydiff.cli.options import output_option, revisions_option
from treatydiff.writers import DOCUMENT_WRITERS

if TYPE_CHECKING:
    from treatydiff.model import Refusal
    from treatydiff.readers.reader import Revisions

_FILE_FORMATS = tuple(writer for writer in DOCUMENT_WRITERS if writer.suffixes)
_SOME_REFUSED = 1


@click.command("apply", short_help="Apply amendments to a draft.")
@click.argument("old", type=click.Path())
@click.argument("amendments", type=click.Path())
@output_option
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice([writer.name for writer in _FILE_FORMATS]),
    help="Output format; by default that of the output file's suffix, else akn.",
)
@click.option(
    "--base",
    type=click.Path(),
    default="",
    help="The draft that the amendments were made for, if OLD is another; those in Akoma Ntoso carry it.",
)
@revisions_option
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@click.pass_context
def command(  # noqa: PLR0913 (one parameter for each option)
    ctx: click.Context,
    /,
    *,
    old: str,
    amendments: str,
    output: str,
    format_name: str | None,
    base: str,
    revisions: Revisions,
    quiet: bool,
) -> None:
    """Apply amendments to a draft, and write the draft that they lead to.

    AMENDMENTS is a list that compare wrote, as Akoma Ntoso or as Markdown.
    Each amendment is applied whole or not at all. What cannot be applied, in a
    draft that has moved on, is listed on standard error, and the exit code
    is 1.

    \b
    treatydiff compare 1.md 2.md -o 2.amendments.xml
    treatydiff apply 1.md 2.amendments.xml -o 2.xml
    """
    from treatydiff import api
    from treatydiff.cli.output import Progress, give, layout
    from treatydiff.cli.targets import chosen
    from treatydiff.errors import UsageError

    if old == amendments == api.STANDARD_INPUT:
        raise UsageError("only one of the two files can be standard input", mend="name a file for the other")
    name = chosen(_FILE_FORMATS, format_name, output, "" if output else "akn")
    with Progress(quiet=quiet) as progress:
        progress.tell(f"reading {old}")
        draft = api.read(old, revisions=revisions)
        progress.tell(f"reading {amendments}")
        listed = api.read_amendments(amendments, base=api.read(base, revisions=revisions) if base else None)
        progress.tell(f"applying {len(listed.made):,} amendments")
        amended = api.apply(draft, listed)
        data = api.render(amended.document, name, layout(output))
    give(data, output, keep=(old, amendments, *((base,) if base else ())))
    for refusal in amended.refused:
        click.echo(f"treatydiff: {_told(refusal)}", err=True)
    ctx.exit(_SOME_REFUSED if amended.refused else 0)


def _told(refusal: Refusal) -> str:
    """Say on one line which amendment could not be applied, and why."""
    place = (refusal.amendment.place.label or refusal.amendment.target.label) or "the draft"
    line = f"amendment {refusal.number} ({place}) was not applied: {refusal.reason}"
    return " ".join("".join(c if c.isprintable() else " " for c in line).split())
