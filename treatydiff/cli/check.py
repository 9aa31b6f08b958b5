"""`treatydiff check FILE...`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from treatydiff.cli.options import output_option
from treatydiff.writers import PROBLEMS_WRITERS

if TYPE_CHECKING:
    from treatydiff.model import CheckReport

_GRAVITIES = ("error", "warning", "info")


@click.command("check", short_help="Check a new draft before it is circulated.")
@click.argument("files", nargs=-1, type=click.Path(), required=True)
@click.option("--based-on", type=click.Path(), default="", help="The draft before; in a treaty folder it is known.")
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice([writer.name for writer in PROBLEMS_WRITERS]),
    help="Output format; by default that of the output file's suffix, else text.",
)
@output_option
@click.option(
    "--fail-on",
    type=click.Choice(_GRAVITIES),
    default="error",
    show_default=True,
    help="The least grave problem with which the exit code is 1.",
)
@click.option("--git", is_flag=True, help="The draft before is what the last commit has of the file, renamed or not.")
@click.option(
    "--since",
    metavar="REVISION",
    default="",
    help="The same for another commit, branch or tag. Commits since then answer for changes: Treatydiff-note: CLAUSE: REASON.",
)
@click.option("--fix", is_flag=True, help="Mend what needs no judgement, and say what was mended.")
@click.option("--waivers", is_flag=True, help="List the waivers of the drafts instead, with what each allows.")
@click.option(
    "--config",
    "config_path",
    type=click.Path(),
    default="",
    help="Levels of checks and words of your own; by default the treaty.toml or pyproject.toml nearest to the draft.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@click.pass_context
def command(  # noqa: PLR0913 (one argument for each option)
    ctx: click.Context,
    /,
    *,
    files: tuple[str, ...],
    based_on: str,
    format_name: str | None,
    output: str,
    fail_on: str,
    git: bool,
    since: str,
    fix: bool,
    waivers: bool,
    config_path: str,
    quiet: bool,
) -> None:
    """Check a new draft before it is circulated.

    Finds what is wrong in a draft, and with --based-on, or in a folder with a
    treaty.toml, what was lost or quietly changed since the draft before.
    A file that the treaty.toml beside it does not list is the next draft.

    A remark on the line above a clause allows what a check would report:
    <!-- treatydiff: allow and-or: the room wants it (until 2027-01-31) -->

    FILE may be - for standard input.

    \b
    treatydiff check draft.md --based-on previous.md
    treatydiff check drafts/*.xml --format sarif -o problems.sarif
    """
    from datetime import UTC, datetime

    from treatydiff.checking import Asked, check
    from treatydiff.checking.committed import LAST
    from treatydiff.cli.output import Progress
    from treatydiff.cli.targets import chosen
    from treatydiff.model import GRAVITIES

    name = chosen(PROBLEMS_WRITERS, format_name, output, "text")
    today = datetime.now(UTC).date().isoformat()
    grave = next(gravity for gravity in GRAVITIES if gravity == fail_on)
    with Progress(quiet=quiet) as progress:
        report = check(Asked(files, today, based_on, config_path, grave, fix, since or (LAST if git else "")), progress.tell)
    _give(report, "waivers" if waivers and name == "text" else name, output, keep=(*files, based_on))
    if report.fails and not waivers:
        sys.stdout.flush()
        ctx.exit(1)


def _give(report: CheckReport, name: str, output: str, *, keep: tuple[str, ...]) -> None:
    """Write the report; formats for programs leave it to standard error that drafts were mended."""
    from treatydiff.cli.output import give, layout
    from treatydiff.writers.problems.text import write_waivers

    write = next((writer.load() for writer in PROBLEMS_WRITERS if writer.name == name), write_waivers)
    give(write(report, layout(output)), output, keep=keep)
    mended = sum(len(draft.mended) for draft in report.drafts)
    if mended and name != "text":
        click.echo(f"treatydiff: mended {mended:,} {'problem' if mended == 1 else 'problems'}", err=True)
