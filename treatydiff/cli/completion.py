"""`treatydiff completion SHELL`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command("completion", short_help="Print the shell's completion script.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands, options and files.

    \b
    bash: eval "$(treatydiff completion bash)" in ~/.bashrc
    zsh:  eval "$(treatydiff completion zsh)" in ~/.zshrc
    fish: treatydiff completion fish > ~/.config/fish/completions/treatydiff.fish
    """
    completion = get_completion_class(shell)
    if completion is not None:
        click.echo(completion(ctx.find_root().command, {}, "treatydiff", "_TREATYDIFF_COMPLETE").source())
