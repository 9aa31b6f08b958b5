"""`treatydiff checks [show CHECK]`."""

from __future__ import annotations

import click

from treatydiff.cli.options import output_option


@click.group("checks", invoke_without_command=True, short_help="List the checks, or explain one with its examples.")
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["terminal", "markdown"]),
    default="terminal",
    show_default=True,
    help="Output format; markdown is the whole book of checks.",
)
@output_option
@click.pass_context
def command(ctx: click.Context, /, *, format_name: str, output: str) -> None:
    """List what `treatydiff check` looks for.

    \b
    treatydiff checks
    treatydiff checks show article-sequence
    """
    if ctx.invoked_subcommand is not None:
        return
    from treatydiff.checking import checkbook
    from treatydiff.cli.output import give, layout
    from treatydiff.writers.checkbook import write_checks, write_handbook

    is_book = format_name == "markdown"
    entries = checkbook(examples=is_book)
    give(write_handbook(entries).encode() if is_book else write_checks(entries, layout(output)), output, keep=())


@command.command("show", short_help="Explain one check with its examples.")
@click.argument("check")
def show(check: str) -> None:
    """Explain one check: what it looks for, in which drafts it speaks, and in which it is silent."""
    from treatydiff.checking import checkbook
    from treatydiff.cli.output import give, layout
    from treatydiff.errors import UsageError
    from treatydiff.writers.checkbook import write_check

    entries = checkbook()
    entry = next((one for one in entries if check in {one.id, one.code}), None)
    if entry is None:
        known = ", ".join(one.id for one in entries)
        raise UsageError(f"there is no check {check!r}", mend=f"choose from {known}")
    give(write_check(entry, layout("")), "", keep=())
