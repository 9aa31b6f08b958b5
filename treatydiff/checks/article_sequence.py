"""Article numbers that repeat, skip or go back."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.checks.contest import is_alternative
from treatydiff.checks.series import breaks, read
from treatydiff.text.numbers import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Provision

ID: Final = "article-sequence"
_COUNTED_ANEW: Final = frozenset({"annex", "appendix", "schedule", "attachment", "protocol", "article"})
"""Inside these, articles have numbers of their own; those inside an article are quoted."""
_SAYS: Final = {
    "repeats": "article {found} stands here a second time",
    "skips": "article {found} follows article {last}",
    "goes back": "article {found} stands behind article {last}",
}


def look(subject: Subject) -> Iterator[Seen]:
    """Count the articles of the draft, and of each annex by itself; those that are alternatives count once."""
    for counted in _rows(subject).values():
        row = _once(counted)
        nums = [article.num for article in row]
        for found in breaks(nums, "number"):
            if found.how in _SAYS:
                yield _seen(row, found.place, found.how, found.expected)


def _once(counted: list[tuple[Provision, bool]]) -> list[Provision]:
    """Give the articles of a row, those that are contested only where they go on counting."""
    row: list[Provision] = []
    last = was_open = None
    for article, is_open in counted:
        label = read(article.num, "number")
        if last is not None and label is not None and (is_open or was_open) and label.value <= last.value:
            continue
        row.append(article)
        last, was_open = label or last, is_open
    return row


def _rows(subject: Subject) -> dict[str, list[tuple[Provision, bool]]]:
    """Give the articles with a number that are counted together, each with whether it is contested."""
    rows: defaultdict[str, list[tuple[Provision, bool]]] = defaultdict(list)

    def collect(provision: Provision, scope: str, *, contested: bool) -> None:
        is_open = contested or is_alternative(provision)
        if provision.kind == "article" and scope != "article" and provision.num:
            rows[scope].append((provision, is_open))
        inner = provision.kind if provision.kind == "article" else provision.id
        for child in provision.children:
            collect(child, inner if provision.kind in _COUNTED_ANEW else scope, contested=is_open)

    for top in subject.document.provisions:
        collect(top, "", contested=False)
    return rows


def _seen(row: list[Provision], place: int, how: str, expected: str) -> Seen:
    article = row[place]
    said = _SAYS[how].format(found=bare(article.num), last=bare(row[place - 1].num))
    return Seen(
        words=article.num,
        message=f"{said}; expected {bare(expected)}, found {bare(article.num)}",
        mend="number the articles through, or write bis for one that is inserted; then follow the references",
        provision=article,
        part="num",
    )


CHECK: Final = Check(
    ID,
    "TD003",
    "error",
    "Article numbers that repeat, skip or go back",
    look,
    fails=(
        Fails("Article 1\n\nParties shall report.\n\nArticle 3\n\nParties shall meet.", "Article 3", 5),
        Fails(
            "Article 1\n\nParties shall report.\n\nArticle 2\n\nParties shall meet.\n\nArticle 2\n\nLamps burn.", "Article 2", 9
        ),
        Fails(
            "Article 1\n\nLamps burn.\n\nArticle 2\n\nCooks cook.\n\nArticle 3\n\nBells ring.\n\nArticle 2\n\nShips sail.",
            "Article 2",
            13,
        ),
        Fails("Article 4\n\nLamps burn.\n\nArticle 5 bis\n\nBells ring.\n\nArticle 7\n\nShips sail.", "Article 7", 9),
    ),
    passes=(
        Passes(
            "Article 1\n\nLamps burn.\n\nArticle 1 bis\n\nBells ring.\n\n"
            "Article 1 ter\n\nShips sail.\n\nArticle 2\n\nCooks cook.",
            "bis and ter stand behind the article that they are inserted after",
        ),
        Passes("Article 14\n\nLamps burn.\n\nArticle 15\n\nBells ring.", "an excerpt begins where it begins"),
        Passes(
            "Chapter I\n\nArticle 1\n\nLamps burn.\n\nChapter II\n\nArticle 2\n\nBells ring.",
            "articles are counted through the chapters",
        ),
        Passes(
            "Article 1\n\nLamps burn.\n\n[Article 2\n\nBells ring.]\n\n[Article 2\n\nBells are silent.]\n\n"
            "Article 3\n\nShips sail.",
            "two articles in brackets under one number are alternatives to each other",
        ),
    ),
)
