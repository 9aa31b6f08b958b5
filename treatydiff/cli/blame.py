"""`treatydiff blame [DRAFT] [CLAUSE]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from treatydiff.cli.options import format_option, output_option, quiet_option, treaty_option
from treatydiff.writers import BLAME_WRITERS

if TYPE_CHECKING:
    from treatydiff.history.blame import DraftBlame
    from treatydiff.model import History


@click.command("blame", short_help="Say which draft brought which words.")
@click.argument("what", metavar="[DRAFT] [CLAUSE]", nargs=-1)
@format_option(writer.name for writer in BLAME_WRITERS)
@output_option
@treaty_option
@quiet_option
def command(*, what: tuple[str, ...], format_name: str | None, output: str, folder: str, quiet: bool) -> None:
    """Say which draft brought which words of DRAFT, or of the latest one.

    Words that had gone and came back are of the draft that first had them, and
    marked "back".

    \b
    treatydiff blame
    treatydiff blame revised
    treatydiff blame "art 45(1)"
    treatydiff blame revised "art 24"
    """
    from treatydiff.cli.treaty import Result, tell_of

    tell_of(folder, lambda history: _blamed(history, what), BLAME_WRITERS, Result(format_name, output, quiet))


def _blamed(history: History, what: tuple[str, ...]) -> DraftBlame:
    from treatydiff.errors import UsageError
    from treatydiff.history.blame import DraftBlame, blame
    from treatydiff.history.subject import draft_place, subject

    if len(what) > 2:  # noqa: PLR2004 (a draft and a clause)
        raise UsageError("there are more arguments than a draft and a clause", mend='quote the clause: "art 45(1)"')
    ids = [draft.id for draft in history.drafts]
    if len(what) == 1 and what[0] not in ids:
        named = subject(history, what[0])
    elif len(what) > 1:
        draft_place(history, what[0])
        named = subject(history, f"{what[1]}@{what[0]}")
    else:
        place = draft_place(history, what[0]) if what else len(ids) - 1
        return DraftBlame(history, place, blame(history, place))
    wanted = {clause.id for clause in named.clauses}
    found = tuple(one for one in blame(history, named.draft) if one.clause.id in wanted)
    return DraftBlame(history, named.draft, found)
