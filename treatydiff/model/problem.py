"""What is wrong in a draft, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from treatydiff.model.change import Span

Gravity = Literal["error", "warning", "info"]
CheckLevel = Literal["off", "error", "warning", "info"]
GRAVITIES: Final[tuple[Gravity, ...]] = ("error", "warning", "info")
"""The gravest first: an error blocks, a warning asks for a look, an info goes to the report."""


class Spot(NamedTuple):
    """Where something stands in a file.

    `line` and `column` count characters of the file from 1, `end_column` is exclusive and on the same line; None where the
    format has no lines. `page` counts from 1 and is None where the format has no pages. `label` is how a lawyer would cite the
    provision, `provision` its id; both are empty for what concerns the draft as a whole.
    """

    line: int | None = None
    column: int | None = None
    end_column: int | None = None
    page: int | None = None
    label: str = ""
    provision: str = ""


class Excerpt(NamedTuple):
    """A line of the file, or where it has none words of the provision, with the span of what is wrong in it."""

    text: str
    span: Span


class Fix(NamedTuple):
    """A mend that needs no judgement: the characters from `start` to `end` of the file's text become `replacement`."""

    start: int
    end: int
    replacement: str


class Problem(NamedTuple):
    """One thing that is wrong in a draft.

    `check` is the id of the check, `code` its number in the catalogue ("TD003"). `path` is the file as the user named it,
    `words` the words at fault, `message` says what is wrong and `mend` what to do, each without a full stop. `fixes` mend
    it together, or are none where a person has to decide.
    """

    check: str
    code: str
    gravity: Gravity
    path: str
    spot: Spot
    words: str
    message: str
    mend: str = ""
    excerpt: Excerpt | None = None
    fixes: tuple[Fix, ...] = ()


class Waiver(NamedTuple):
    """A remark in a draft that allows what a check would report.

    It covers the provision that follows it, with all below that; an `is_general` one stands before the first provision and
    covers the draft as a whole. `until` is the last day on which it holds (ISO 8601), empty for always. `lines` are the first
    and the last line that it covers, None in a format without lines; `provisions` are the ids of what it covers. One that
    `is_kept` is not told when it has nothing to allow: it stands in a commit, or answers for a change that is not looked at.
    """

    check: str
    reason: str
    until: str
    path: str
    spot: Spot
    lines: Span | None = None
    provisions: frozenset[str] = frozenset()
    is_general: bool = False
    is_kept: bool = False


PolicyKind = Literal["duty-weakened", "safeguard-lost", "agreed-text-changed"]
"""A kind of change that a treaty folder may not let pass without a note."""


class ChangeNote(NamedTuple):
    """A change that somebody answers for: the id of the draft that brought it, the clause as cited there, and why.

    A clause that went is cited as in the draft before.
    """

    draft: str
    clause: str
    reason: str


class Waived(NamedTuple):
    """A waiver with the problems that it allows; none when it does not apply any more."""

    waiver: Waiver
    problems: tuple[Problem, ...]


class Checked(NamedTuple):
    """One draft as checked: what is wrong in the order of the file, and its waivers, each with what it allows.

    `mended` was mended just now. `based_on` is the path of the draft before, empty where none is known.
    """

    path: str
    problems: tuple[Problem, ...]
    waived: tuple[Waived, ...] = ()
    mended: tuple[Problem, ...] = ()
    based_on: str = ""


class CheckReport(NamedTuple):
    """What one run of the checks found: each draft in the order in which they were named, and every check there is.

    `fails` when a problem is as grave as the user asked to be told by the exit code.
    """

    drafts: tuple[Checked, ...]
    checks: tuple[CheckEntry, ...]
    fails: bool

    def problems(self) -> tuple[Problem, ...]:
        """Give the problems of all drafts in order."""
        return tuple(problem for draft in self.drafts for problem in draft.problems)


class CheckExample(NamedTuple):
    """A draft as an example of a check; `found` are the line, the words and the message, None where the check is silent."""

    draft: str
    previous: str
    found: tuple[int | None, str, str] | None
    why: str


class CheckEntry(NamedTuple):
    """A check as it is looked up: its id, its number, how grave it is, what it looks for, and its examples."""

    id: str
    code: str
    gravity: Gravity
    summary: str
    needs_previous: bool
    examples: tuple[CheckExample, ...]
