"""`treatydiff init`."""

from __future__ import annotations

import click


@click.command("init", short_help="Begin the folder of a treaty.")
@click.option("--title", default="", help="The treaty's title.")
@click.option(
    "--treaty", "folder", metavar="FOLDER", type=click.Path(), default=".", help="The folder to begin; by default this one."
)
def command(title: str, folder: str) -> None:
    """Begin the folder of a treaty: write a treaty.toml without drafts.

    Then copy the drafts into the folder and add them, the oldest first.

    \b
    treatydiff init --title "Convention on the law of harbours"
    treatydiff add first.docx second.docx
    """
    from treatydiff.folder import begin

    click.echo(f"{begin(folder, title)} is written; add drafts with treatydiff add FILE, the oldest first")
