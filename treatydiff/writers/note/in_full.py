"""The short way in which messages of findings speak, and the full words of a note for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    Words = str | Callable[[re.Match[str]], str]

_HAVE: Final = {"was": "has", "were": "have"}
_NORM: Final = r"(?P<norm>[Ee]xception|[Cc]ondition|[Pp]riority clause)"


def _now(found: re.Match[str]) -> str:
    """Say that something was added or deleted."""
    noun = found["norm"].lower()
    return f"{'an' if noun[0] == 'e' else 'a'} {noun} has been {'added' if found['did'] == 'came' else 'deleted'}: "


_TABLE: Final[tuple[tuple[str, Words], ...]] = (
    (r"^Reworded, not judged as a whole: ", ""),
    (r"^Heading ", ""),
    (r"^Who is meant: (“[^”]*” (?:now|no longer) stands)", r"\1"),
    (r"^(?:By whom|To whom|Who acts|Who is meant): (“[^”]*”), before (“[^”]*”)$", r"\1 has taken the place of \2"),
    (r"^left open between two actors, now (.+)$", r"it was left open which of two actors is meant; it is now \1"),
    (r"^(“[^”]*”), now left open between two actors$", r"\1 stood here; which of two actors is meant is now left open"),
    (r"^No longer named: (.+)$", r"\1 is no longer named"),
    (r"^Now named: (.+)$", r"\1 is now named"),
    (r"^Now cited: (.+)$", r"the clause now refers to \1"),
    (r"^Now within (.+?) \(before: (.+?)\): (.+)$", r"the reference to \2 has become one to \1, which takes in \3"),
    (r"^No longer within (.+?) \(before: (.+?)\): (.+)$", r"the reference to \2 has become one to \1, which leaves out \3"),
    (r"^Points elsewhere: ", "the reference points elsewhere: "),
    (r"^A clause came that carries (.+)$", r"it carries a safeguard: \1"),
    (r"^A clause was deleted that carried (.+)$", r"with it goes a safeguard: \1"),
    (r"^[Ss]afeguard (lost|gained): ", r"a safeguard has been \1: "),
    (r"^[Ss]afeguard ", "a safeguard is "),
    (rf"^(?:[Aa]n? )?{_NORM} (?P<did>came|went): ", _now),
    (r"^([Aa] clause that is an exception as a whole) came: ", r"\1 has been added: "),
    (r"^([Aa] clause that is an exception as a whole) went: ", r"\1 has been deleted: "),
    (r"; (st[ao]nds?|stood) in no other operative clause$", r", which \1 in no other operative clause"),
    (r" came to the ", " has been added to the "),
    (r" went from the ", " has been taken out of the "),
    (r" came in brackets", " has been added in brackets"),
    (r" gave way to ", " has been replaced by "),
    (r"^([^“]* and [^“]*) became the text, (.+) (?:was|were) dropped$", r"\1 have become the text and \2 been dropped"),
    (r"^([^“]* and [^“]*) became one text$", r"\1 have become one text"),
    (r" became the text, (.+) (?:was|were) dropped$", r" has become the text and \1 been dropped"),
    (
        r" (was|were) chosen, (.+) (?:was|were) dropped$",
        lambda found: f" {_HAVE[found[1]]} been retained and {found[2]} dropped",
    ),
    (r" and (was|were) dropped$", lambda found: f" and {_HAVE[found[1]]} been dropped"),
    (r"^((?:[Pp]aragraphs|[Aa]rticles|[Ss]ections|[Cc]hapters) [^“]*?) became ", r"\1 have become "),
    (r" became ", " has become "),
    (r" came in, which", " has been added, which"),
    (r" went, which", " has been deleted, which"),
    (r" went$", " has been deleted"),
    (r" came$", " has been added"),
)
_PATTERNS: Final = tuple((re.compile(pattern), words) for pattern, words in _TABLE)


def in_full(message: str) -> str:
    """Give a message in full words; what is not in the table stays as it is."""
    for pattern, words in _PATTERNS:
        message = pattern.sub(words, message)
    return message
