"""Versions of one draft in two languages that do not have as many provisions."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.text.numbers import comparable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Document

ID: Final = "language-parity"
_COUNTED: Final = ("article", "paragraph", "point")
_FEW: Final = 3


def look(subject: Subject) -> Iterator[Seen]:
    """Count articles and what is numbered in them, and name the articles that differ."""
    own = _counted(subject.document)
    for other in subject.versions:
        theirs = _counted(other)
        differing = [
            f"{kind}s: {_called(subject.document)} {_total(own, kind)}, {_called(other)} {_total(theirs, kind)}"
            for kind in _COUNTED
            if _total(own, kind) != _total(theirs, kind)
        ]
        if differing:
            yield Seen(
                words="",
                message=f"the versions differ in {'; '.join(differing)}{_where(own, theirs)}",
                mend="hold the articles named against each other",
                line=1 if subject.source else None,
            )


def _called(document: Document) -> str:
    return document.metadata.language or document.metadata.path


def _counted(document: Document) -> dict[str, Counter[str]]:
    """Give how many provisions of each kind each article has, the article among them, by its number."""
    found: dict[str, Counter[str]] = {}
    for one in document.walk():
        if one.kind == "article" and one.num:
            counts = found.setdefault(comparable(one.num), Counter())
            counts["article"] += 1
            counts.update(below.kind for below in one.walk() if below is not one and below.num)
    return found


def _total(counted: dict[str, Counter[str]], kind: str) -> int:
    return sum(counts[kind] for counts in counted.values())


def _where(own: dict[str, Counter[str]], theirs: dict[str, Counter[str]]) -> str:
    named = [
        number
        for number in {**own, **theirs}
        if any(own.get(number, _NONE)[k] != theirs.get(number, _NONE)[k] for k in _COUNTED)
    ]
    more = f" and {len(named) - _FEW} more" if len(named) > _FEW else ""
    return f" (article {', '.join(named[:_FEW])}{more})" if named else ""


_NONE: Final[Counter[str]] = Counter()
_ENGLISH: Final = (
    "Article 1\n\n1. The lamps of each Party shall burn.\n\n2. The bells shall ring.\n\nArticle 2\n\nThe ships shall sail."
)
_FRENCH: Final = (
    "Article premier\n\n1. Les lampes de chaque Partie brûlent.\n\n2. Les cloches sonnent.\n\nArticle 2\n\nLes navires partent."
)
CHECK: Final = Check(
    ID,
    "TD036",
    "info",
    "Language versions that do not have as many articles, paragraphs or items",
    look,
    needs_versions=True,
    fails=(
        Fails(_ENGLISH, "", 1, version=_FRENCH.replace("\n\n2. Les cloches sonnent.", "")),
        Fails(_ENGLISH, "", 1, version=_FRENCH.replace("\n\nArticle 2\n\nLes navires partent.", "")),
        Fails(_ENGLISH, "", 1, version=f"{_FRENCH}\n\nArticle 3\n\nLa mer est calme."),
    ),
    passes=(
        Passes(_ENGLISH, "as many of each", version=_FRENCH),
        Passes(_ENGLISH.replace("Article 1\n", "Article 1\nLamps\n"), "a heading is not counted", version=_FRENCH),
        Passes(_ENGLISH, "“Article premier” is article 1", version=_FRENCH.replace("Les navires", "Tous les navires")),
    ),
)
