"""`treatydiff textconv FILE`, which git calls."""

from __future__ import annotations

import click


@click.command("textconv", short_help="Write a draft as lines, for git.", hidden=True)
@click.argument("file", type=click.Path())
def command(file: str) -> None:
    """Write a draft as lines: each clause, then its words, a sentence a line.

    A file that is no draft is written as it is, so that git can still show it.
    """
    from pathlib import Path

    from treatydiff import api
    from treatydiff.cli.output import give
    from treatydiff.errors import DraftError

    data = api.contents(Path(file))
    try:
        written = api.render(api.read_bytes(data, file), "lines")
    except DraftError:
        written = data
    give(written, "", keep=())
