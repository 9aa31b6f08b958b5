"""Drafts that do not say which draft they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject

ID: Final = "metadata-missing"
_CARRIES: Final = frozenset({"akn", "uslm", "billdtd", "docx", "office"})
"""Formats in which a draft can always say so itself."""
_GRAVE: Final = frozenset({"date", "predecessor"})
"""What is known of every draft; the symbol may come when it is issued, and the language shows."""


def look(subject: Subject) -> Iterator[Seen]:
    """Name what neither the file nor the treaty folder says.

    For a lone file in a format that says nothing it is only noted; symbol and language may be missing for a while.
    """
    stated = subject.document.metadata
    fields = {"symbol": stated.symbol, "date": stated.date, "language": stated.language}
    missing = [name for name, value in fields.items() if not value]
    if not missing:
        return
    if not (stated.based_on or subject.comparison or subject.is_listed):
        missing.append("predecessor")
    can_say = subject.is_listed or stated.format in _CARRIES or bool(stated.symbol or stated.date or stated.based_on)
    yield Seen(
        words="",
        message=f"nothing says the draft's {_listed(missing)}",
        mend="state symbol, date, language and based-on in the file, or list the draft in treaty.toml",
        line=1 if subject.source else None,
        gravity="info" if not can_say else None if _GRAVE & set(missing) else "warning",
    )


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


_TEXT: Final = "Article 1\n\nLamps burn."
CHECK: Final = Check(
    ID,
    "TD001",
    "error",
    "Drafts without symbol, date, language or predecessor",
    look,
    fails=(
        Fails(_TEXT, "", 1, is_bare=True),
        Fails("Article 1\n\nEach State Party shall light its lamps.\n\nArticle 2\n\nBells ring.", "", 1, is_bare=True),
        Fails("A/CONF.1/L.2\n\nArticle 1\n\nEach State Party shall light its lamps.", "", 1, is_bare=True),
    ),
    passes=(
        Passes(_TEXT, "symbol, date, language and predecessor are stated"),
        Passes("Article 1\n\nEach State Party shall light its lamps.", "the same"),
        Passes(
            "Draft of 3 May\n\nArticle 1\n\nEach State Party shall light its lamps.",
            "what the file or its folder states is enough; the words of a title are not asked",
        ),
    ),
)
