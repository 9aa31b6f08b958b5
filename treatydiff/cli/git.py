"""`treatydiff git install` and `treatydiff git uninstall`."""

from __future__ import annotations

import click


@click.group("git", short_help="Let git show drafts clause by clause.")
def command() -> None:
    """Let git show drafts clause by clause, in this repository.

    Once installed, git diff, git log -p and git show compare the clauses of
    Word, PDF and XML drafts, and git difftool --tool=treatydiff compares them
    with what the changes mean. Nothing but the repository's own configuration
    and its .gitattributes is touched.
    """


@command.command("install", short_help="Set the diff driver and the difftool.")
@click.argument("patterns", nargs=-1)
def install(patterns: tuple[str, ...]) -> None:
    """Set the diff driver, its attributes and the difftool.

    PATTERNS are those of .gitattributes; by default Word, PDF and Akoma Ntoso
    files everywhere, and all drafts in folders with a treaty.toml.

    \b
    treatydiff git install
    treatydiff git install "drafts/*.xml" "*.docx"
    """
    from treatydiff.folder.git_setup import ATTRIBUTES
    from treatydiff.folder.git_setup import install as set_up

    done = set_up(".", patterns)
    click.echo(f"git shows these as drafts now ({done.repository / ATTRIBUTES}):")
    for pattern in done.patterns:
        click.echo(f"  {pattern}")


@command.command("uninstall", short_help="Take back all that install set.")
def uninstall() -> None:
    """Take back all that install set."""
    from treatydiff.folder.git_setup import uninstall as take_back

    click.echo(f"git shows drafts as it did before ({take_back('.')})")
