"""What a check is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.checks.source import Part
    from treatydiff.checks.subject import Subject
    from treatydiff.model import Gravity, Provision, Span


class Seen(NamedTuple):
    """What a check saw, before it is found in the file.

    `words` are those at fault, `message` says what is wrong and `mend` what to do, each without a full stop. They stand in a
    `part` of a `provision`, at `span` of it where that is known; or `at` offsets of the file's own text; or on a `line` or a
    `page`; or nowhere, for what concerns the draft as a whole. `replacement` is what the words become where no judgement is
    needed; `others` are mended with them. `gravity` is other than that of the check where it has a reason.
    """

    words: str
    message: str
    mend: str = ""
    provision: Provision | None = None
    span: Span | None = None
    part: Part = "words"
    at: Span | None = None
    line: int | None = None
    page: int | None = None
    replacement: str | None = None
    others: tuple[Seen, ...] = ()
    gravity: Gravity | None = None


class Look(Protocol):
    """Says what is wrong with a draft under one check."""

    def __call__(self, subject: Subject) -> Iterable[Seen]:
        """Yield what is seen in the order of the draft; nothing when all is well."""
        ...


class Fails(NamedTuple):
    """A draft, as plain text, in which the check sees one thing: these `words`, on this `line`.

    `previous` is the draft before it, empty for none. The draft states its symbol, date, language and predecessor, unless it
    `is_bare`. `version` is the same draft in another language, empty for none.
    """

    draft: str
    words: str
    line: int | None
    previous: str = ""
    version: str = ""
    is_bare: bool = False


class Passes(NamedTuple):
    """A draft in which the check sees nothing, and why; made as for `Fails`."""

    draft: str
    why: str
    previous: str = ""
    version: str = ""
    is_bare: bool = False


class Check(NamedTuple):
    """One thing that may be wrong with a draft: its id, its number in the catalogue, how grave it is, and its examples.

    One that `needs_previous` is asked only where the draft before is known; one that `needs_versions` where the same draft is
    at hand in another language.
    """

    id: str
    code: str
    gravity: Gravity
    summary: str
    look: Look
    fails: tuple[Fails, ...]
    passes: tuple[Passes, ...]
    needs_previous: bool = False
    needs_versions: bool = False
