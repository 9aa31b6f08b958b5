"""`treatydiff add FILE...`."""

from __future__ import annotations

import click

from treatydiff.cli.options import treaty_option


@click.command("add", short_help="Add drafts to the treaty's folder.")
@click.argument("files", nargs=-1, required=True, type=click.Path())
@treaty_option
def command(files: tuple[str, ...], folder: str) -> None:
    """Add drafts as the newest of the treaty, in the order given, all or none.

    Says what was read of each. The files stay as they are; treaty.toml gets an
    entry for each, which you may edit. A file that is listed already, or holds
    the same bytes as one that is, is refused.

    \b
    treatydiff add zero.docx revised.docx
    """
    from treatydiff.cli.output import give, layout
    from treatydiff.cli.treaty import treaty_folder
    from treatydiff.folder import add
    from treatydiff.writers.lineage.folder import older_said, write_added

    added = add(treaty_folder(folder), files)
    give(b"\n".join(write_added(one, layout("")) for one in added), "", keep=())
    for one in added:
        if said := older_said(one):
            click.echo(f"treatydiff: {said}", err=True)
