"""`treatydiff show FILE` and `treatydiff show CLAUSE`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from treatydiff.cli.options import quiet_option, revisions_option, treaty_option
from treatydiff.writers import DOCUMENT_WRITERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from treatydiff.model import History
    from treatydiff.readers.reader import Revisions


@click.command("show", short_help="Show a draft as it is read, or one clause of a treaty.")
@click.argument("what", metavar="FILE|CLAUSE")
@click.option(
    "-f",
    "--format",
    "format_name",
    type=click.Choice([writer.name for writer in DOCUMENT_WRITERS]),
    default="terminal",
    show_default=True,
    help="Output format.",
)
@revisions_option
@treaty_option
@quiet_option
def command(what: str, format_name: str, *, revisions: Revisions, folder: str, quiet: bool) -> None:
    """Show a draft as it is read: the tree of its provisions.

    FILE may be - for standard input. What is no file is a clause of the
    treaty's folder, cited by the numbers of the latest draft that has it or of
    the draft behind "@".

    \b
    treatydiff show final.xml
    treatydiff show "art 45(1)"
    treatydiff show "art 5@zero"
    """
    from treatydiff import api
    from treatydiff.cli.output import Progress, give, layout

    with Progress(quiet=quiet) as progress:
        if _is_file(what, folder):
            progress.tell(f"reading {what}")
            data = api.render(api.read(what, revisions=revisions), format_name, layout(""))
        else:
            data = _clause(what, format_name, folder, progress.tell)
    give(data, "", keep=())


def _is_file(what: str, folder: str) -> bool:
    """Whether an argument means a file: it is one or is called so, or no treaty folder is there that could have the clause."""
    from treatydiff import api
    from treatydiff.cli.treaty import treaty_folder
    from treatydiff.errors import UsageError

    if what == api.STANDARD_INPUT or (not folder and (Path(what).exists() or Path(what).suffix in api.draft_suffixes())):
        return True
    try:
        treaty_folder(folder)
    except UsageError:
        if folder:
            raise
        return True
    return False


def _clause(citation: str, format_name: str, folder: str, tell: Callable[[str], None]) -> bytes:
    from treatydiff import api
    from treatydiff.cli.output import layout
    from treatydiff.cli.treaty import treaty_folder
    from treatydiff.folder import trace
    from treatydiff.history.subject import subject
    from treatydiff.writers.lineage.provision import write_provision

    history: History = trace(treaty_folder(folder), tell=tell)
    found = subject(history, citation)
    if format_name == "terminal":
        return write_provision(history, found, layout(""))
    document = history.drafts[found.draft].document
    below = {provision.id for provision in found.provision.walk()}
    part = document._replace(
        provisions=(found.provision,), notes=tuple(note for note in document.notes if note.place in below), warnings=()
    )
    return api.render(part, format_name, layout(""))
