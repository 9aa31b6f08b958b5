"""`treatydiff align OLD NEW`."""

from __future__ import annotations

import click


@click.command("align", short_help="Say which clause became which, and why.")
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.option("--explain", "citation", metavar="CLAUSE", default="", help="Explain the link of one clause.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(old: str, new: str, citation: str, *, quiet: bool) -> None:
    """Say which clause of OLD became which of NEW, one line for each link.

    With --explain, say how one clause was linked and what came second. The
    clause is one of NEW, or of OLD with "@old" behind it.

    \b
    treatydiff align cnd.xml final.xml
    treatydiff align cnd.xml final.xml --explain "art 5(1)"
    treatydiff align cnd.xml final.xml --explain "art 13@old"
    """
    from treatydiff import api
    from treatydiff.cli.output import Progress, give, layout
    from treatydiff.writers.alignment import write_explanation, write_links

    with Progress(quiet=quiet) as progress:
        progress.tell(f"reading {old}")
        before = api.read(old)
        progress.tell(f"reading {new}")
        after = api.read(new)
        progress.tell("aligning")
        if citation:
            data = write_explanation(api.explain(before, after, citation), layout(""))
        else:
            data = write_links(api.align(before, after), layout(""))
    give(data, "", keep=())
