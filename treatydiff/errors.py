"""Everything the project raises on purpose: one family, each error carrying its data."""

from __future__ import annotations


class TreatyDiffError(Exception):
    """A failure the user can act on: what is wrong and how to mend it, in one line.

    `problem` and `mend` are plain phrases without a final full stop. `subject` names the file or argument at fault, `place`
    the position in it ("line 12, column 5"), both empty when there is none.
    """

    def __init__(self, problem: str, *, mend: str = "", subject: str = "", place: str = "") -> None:
        self.problem = problem
        self.mend = mend
        self.subject = subject
        self.place = place
        super().__init__(problem, mend, subject, place)

    def __str__(self) -> str:
        """Give `subject, place: problem; mend` on one line, whatever the parts contain."""
        where = ", ".join(part for part in (self.subject, self.place) if part)
        what = "; ".join(part for part in (self.problem, self.mend) if part)
        line = f"{where}: {what}" if where else what
        return " ".join("".join(c if c.isprintable() else " " for c in line).split())


class DraftError(TreatyDiffError):
    """A draft that cannot be read: missing, empty, too large, malformed, or not a draft."""


class UnsafeDraftError(DraftError):
    """A draft that tries to make its reader fetch, expand or execute something."""


class UnknownFormatError(DraftError):
    """A file whose content no reader recognises."""


class AmendmentsError(TreatyDiffError):
    """A file of amendments that cannot be read, or that was made for a draft other than the one given."""


class OutputError(TreatyDiffError):
    """A result that cannot be written where the user wants it."""


class UsageError(TreatyDiffError):
    """A combination of arguments that has no meaning."""


class ConfigError(TreatyDiffError):
    """Settings that cannot be used: unreadable, or naming what does not exist."""
