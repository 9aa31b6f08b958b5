"""`treatydiff lsp`."""

from __future__ import annotations

import click


@click.command("lsp", short_help="Check drafts while they are edited, for editors.")
def command() -> None:
    """Speak the Language Server Protocol on standard input and output.

    Editors start it for drafts in text, Markdown and XML: the checks are shown
    while a draft is written, hovering over a clause shows its wording in the
    draft before, and going to the definition of a cross-reference leads to what
    it cites. Needs the extra: pip install "treatydiff[lsp]"
    """
    from treatydiff.errors import UsageError

    try:
        from treatydiff.editor.server import server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"pygls", "lsprotocol"}:
            raise
        raise UsageError("the language server is not installed", mend='pip install "treatydiff[lsp]"') from error
    server().start_io()
