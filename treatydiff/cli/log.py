"""`treatydiff log [CLAUSE]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatydiff.cli.options import format_option, output_option, quiet_option, treaty_option
from treatydiff.writers import LOG_WRITERS

if TYPE_CHECKING:
    from treatydiff.history.log import Log
    from treatydiff.model import History


@click.command("log", short_help="Tell what every draft did, to one clause or to all.")
@click.argument("clause", default="")
@click.option("--git", "file", metavar="FILE", type=click.Path(), default="", help="Take the versions of FILE from git.")
@format_option(writer.name for writer in LOG_WRITERS)
@output_option
@treaty_option
@quiet_option
def command(  # noqa: PLR0913 (one parameter for each option)
    *, clause: str, file: str, format_name: str | None, output: str, folder: str, quiet: bool
) -> None:
    """Tell what every draft did, the first draft first.

    Without CLAUSE, the articles that each draft changed, with the words that
    came and went. With it, each wording of the clause, its findings, and the
    path of what went to and fro; for an article, of all that stands below it.

    CLAUSE is cited by the numbers of the latest draft that has it, or of the
    draft behind "@". With --git, each commit that changed FILE is a draft.

    \b
    treatydiff log
    treatydiff log "art 45(1)"
    treatydiff log "art 5@zero"
    treatydiff log --git draft.md "art 3"
    """
    from treatydiff.cli.output import Progress
    from treatydiff.cli.treaty import Result, give_told, tell_of
    from treatydiff.errors import UsageError

    def told(history: History) -> Log:
        from treatydiff.history.log import log
        from treatydiff.history.subject import subject

        return log(history, subject(history, clause) if clause else None)

    result = Result(format_name, output, quiet)
    if not file:
        tell_of(folder, told, LOG_WRITERS, result)
        return
    if folder:
        raise UsageError("--git and --treaty exclude each other", mend="leave one out")
    from treatydiff.folder import trace_file

    with Progress(quiet=quiet) as progress:
        traced = trace_file(file, tell=progress.tell)
        give_told(told(traced.history), LOG_WRITERS, result, keep=[file])
    for name, problem in traced.left_out:
        click.echo(f"treatydiff: {name} is left out: {problem}", err=True)
