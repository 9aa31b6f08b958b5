"""The command line: arguments in, exit code out. One file for each command, loaded when it is called."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import Final, NoReturn

import click

from treatydiff.errors import TreatyDiffError
from treatydiff.version import __version__

_COMMANDS: Final = (
    "compare",
    "columns",
    "apply",
    "check",
    "checks",
    "align",
    "duties",
    "rules",
    "show",
    "convert",
    *("init", "add", "status", "history", "log", "blame", "diff", "concordance"),
    "proposals",
    "positions",
    "apparatus",
    "report",
    "git",
    "textconv",
    "lsp",
    "completion",
)
_UNUSABLE: Final = 2
_INTERRUPTED: Final = 130


class _Commands(click.Group):
    """The commands in the order in which a newcomer needs them, each imported when it is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Give the names of all commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command called `cmd_name`."""
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(f"treatydiff.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, prog_name="treatydiff", message="%(prog)s %(version)s")
def treatydiff() -> None:
    """Compare successive drafts of a treaty, clause by clause.

    Exit codes: 0 done; 1 differences found, with --exit-code, or problems found
    by check; 2 wrong usage or a file that cannot be used.
    """


def main() -> NoReturn:
    """Run the command line and leave with its exit code; anything the user can mend is one line on standard error.

    The values of a run live to its end, so looking for garbage among them would only cost time.
    """
    gc.disable()
    try:
        code = _run()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help(), err=True)
        code = _UNUSABLE
    except click.UsageError as error:
        code = _refuse(_usage(error))
    except click.ClickException as error:
        code = _refuse(error.format_message())
    except TreatyDiffError as error:
        code = _refuse(str(error))
    except (click.Abort, KeyboardInterrupt):
        code = _INTERRUPTED
    except OSError as error:
        code = _refuse(f"standard output cannot be written ({error.strerror}); send it to a file with -o")
    sys.exit(code if isinstance(code, int) else 0)


def run() -> NoReturn:
    """Be the console script: do as `main`, then leave without taking apart what the system is about to drop as a whole."""
    try:
        main()
    except SystemExit as left:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None and not stream.closed:
                with suppress(OSError):
                    stream.flush()
        os._exit(left.code if isinstance(left.code, int) else 0)


def _run() -> object:
    if sys.stdout is None:
        raise TreatyDiffError("standard output is closed", mend="leave it open, or send it to /dev/null")
    code = treatydiff.main(prog_name="treatydiff", standalone_mode=False)
    if not sys.stdout.closed:
        sys.stdout.flush()
    return code


def _refuse(line: str) -> int:
    click.echo(f"treatydiff: {line}", err=True)
    return _UNUSABLE


def _usage(error: click.UsageError) -> str:
    said = " ".join(error.format_message().split()).rstrip(".")
    command = error.ctx.command_path if error.ctx else "treatydiff"
    return f"{said[:1].lower()}{said[1:]}; see {command} --help"
