"""`treatydiff compare OLD NEW`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatydiff.cli.options import author_option, config_option, date_option, revisions_option
from treatydiff.cli.targets import suffix_table
from treatydiff.model import SEVERITIES
from treatydiff.writers import COMPARISON_WRITERS

if TYPE_CHECKING:
    from treatydiff.cli.targets import Target
    from treatydiff.model import Comparison, Severity
    from treatydiff.readers.reader import Revisions

_ON_TERMINAL = "terminal"
_SELECTIVE = frozenset({_ON_TERMINAL, "text"})
"""The formats that can show a part."""


@click.command(
    "compare", short_help="Say what changed between two drafts, and what it means.", epilog=suffix_table(COMPARISON_WRITERS)
)
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice([writer.name for writer in COMPARISON_WRITERS]),
    metavar="FORMAT",
    help="Output format; by default that of the output file's suffix, else terminal.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    type=click.Path(),
    multiple=True,
    help="Write to this file, whole or not at all; several times for several files, - for standard output.",
)
@click.option(
    "--only",
    type=click.Choice(SEVERITIES),
    help="Show only what has a finding of this severity or a graver one (terminal, text).",
)
@click.option(
    "--article",
    "articles",
    metavar="PLACE",
    multiple=True,
    help='Show only this place, by its number in either draft: 45, "45(1)@old", preamble (terminal, text).',
)
@click.option("--stat", is_flag=True, help="Show one line for each article that changed (terminal, text).")
@click.option("--no-pager", is_flag=True, help="On a terminal, do not hand a long result to the pager.")
@click.option("--exit-code", is_flag=True, help="Leave with 1 when the drafts differ.")
@revisions_option
@author_option
@date_option
@config_option
@click.option("--itu-labels", is_flag=True, help="Label amendments as the ITU does: ADD, MOD, SUP, NOC.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@click.pass_context
def command(  # noqa: PLR0913 (one parameter for each option)
    ctx: click.Context,
    /,
    *,
    old: str,
    new: str,
    format_name: str | None,
    outputs: tuple[str, ...],
    only: Severity | None,
    articles: tuple[str, ...],
    stat: bool,
    no_pager: bool,
    exit_code: bool,
    revisions: Revisions,
    author: str,
    date: str,
    config_path: str,
    itu_labels: bool,
    quiet: bool,
) -> None:
    """Say what changed between two drafts, and what it means.

    OLD and NEW are Word, PDF, HTML, Akoma Ntoso, Markdown or text files, told
    apart by their content; one of them may be - for standard input.

    \b
    treatydiff compare cnd.xml final.xml
    treatydiff compare cnd.xml final.xml --only high --article 45
    treatydiff compare cnd.xml final.xml -o report.html -o note.docx
    """
    from treatydiff import api
    from treatydiff.cli.output import Progress, layout

    wanted = _wanted(old, new, format_name, outputs, is_partial=bool(only or articles or stat))
    config = api.read_config(config_path) if config_path else api.config_beside(new)
    with Progress(quiet=quiet) as progress:
        drafts = []
        for path in (old, new):
            progress.tell(f"reading {path}")
            drafts.append(api.read(path, revisions=revisions))
        comparison = api.compare(*drafts, config=config, tell=progress.tell)
        written = []
        for target in wanted:
            progress.tell(f"writing {target.format_name}")
            chosen = layout(target.path)._replace(only=only or "", articles=articles, stat=stat, itu_labels=itu_labels)
            written.append(api.render(comparison, target.format_name, chosen._replace(author=author, date=date)))
    for target, data in zip(wanted, written, strict=True):
        _give(target, data, no_pager=no_pager, keep=(old, new))
    ctx.exit(int(exit_code and _differs(comparison)))


def _wanted(old: str, new: str, format_name: str | None, outputs: tuple[str, ...], *, is_partial: bool) -> tuple[Target, ...]:
    """Give what is to be written where, after seeing that all that is asked for goes together.

    Raises:
        UsageError: both drafts are standard input, a part is asked of a format that is of the whole, or as for `targets`.
        OutputError: as for `targets`.

    """
    from treatydiff.api import STANDARD_INPUT
    from treatydiff.cli.targets import targets
    from treatydiff.errors import UsageError

    if old == new == STANDARD_INPUT:
        raise UsageError("only one of the two drafts can be standard input", mend="name a file for the other")
    found = targets(COMPARISON_WRITERS, format_name, outputs, keep=(old, new))
    for target in found:
        if is_partial and target.format_name not in _SELECTIVE:
            problem = f"--only, --article and --stat show a part, and {target.format_name} is of the whole"
            raise UsageError(problem, mend="leave them out, or write terminal or text", subject=target.path)
    return found


def _give(target: Target, data: bytes, *, no_pager: bool, keep: tuple[str, str]) -> None:
    from treatydiff.cli import pager
    from treatydiff.cli.output import give

    if target.format_name == _ON_TERMINAL and not target.is_file and not no_pager and pager.is_wanted():
        pager.page(data)
    else:
        give(data, target.path, keep=keep)


def _differs(comparison: Comparison) -> bool:
    links = [change.link for change in comparison.changes]
    if any(link.kind != "same" or link.renumbered or link.moved or link.heading_changed for link in links):
        return True
    return any(mark.op != "kept" for change in comparison.changes for mark in change.marks)
