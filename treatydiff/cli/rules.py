"""`treatydiff rules [show RULE]`."""

from __future__ import annotations

import click

from treatydiff.cli.options import output_option


@click.group("rules", invoke_without_command=True, short_help="List the rules, or explain one with its examples.")
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice(["terminal", "markdown"]),
    default="terminal",
    show_default=True,
    help="Output format; markdown is the whole rulebook.",
)
@output_option
@click.pass_context
def command(ctx: click.Context, /, *, format_name: str, output: str) -> None:
    """List the rules by which changes are judged.

    \b
    treatydiff rules
    treatydiff rules show modality
    """
    if ctx.invoked_subcommand is not None:
        return
    from treatydiff import api
    from treatydiff.cli.output import give, layout
    from treatydiff.writers.rulebook import write_handbook, write_rules

    entries = api.rulebook()
    data = write_handbook(entries).encode() if format_name == "markdown" else write_rules(entries, layout(output))
    give(data, output, keep=())


@command.command("show", short_help="Explain one rule with its examples.")
@click.argument("rule")
def show(rule: str) -> None:
    """Explain one rule: what it looks for, where it fires, and where it stays silent."""
    from treatydiff import api
    from treatydiff.cli.output import give, layout
    from treatydiff.writers.rulebook import write_rule

    give(write_rule(api.rule(rule), layout("")), "", keep=())
