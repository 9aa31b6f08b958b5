"""Where a provision stands in the order of chapters, articles and clauses, and so the style of its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.writers.word import clause_style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import Provision
    from treatydiff.writers.word import StyleId

_CHAPTERS: Final = frozenset(
    {"annex", "appendix", "attachment", "book", "chapter", "cluster", "conclusions", "division", "part", "preamble", "preface"}
    | {"schedule", "section", "subchapter", "subdivision", "subpart", "subsection", "subtitle", "title"}
)
_ARTICLES: Final = frozenset({"article", "rule"})
_NO_LEVELS: Final = frozenset({"alinea", "body", "intro", "list", "recitals", "wrapup"})


def is_unit(provision: Provision) -> bool:
    """Whether a provision is an article or what holds articles, and so has its number on a line of its own."""
    return provision.kind in _CHAPTERS or provision.kind in _ARTICLES


def heading_style(provision: Provision, above: Sequence[Provision]) -> StyleId:
    """Give the style of a heading: chapters by their depth, then articles, then what has a heading below them."""
    if provision.kind in _CHAPTERS:
        return "Heading1" if not any(each.kind in _CHAPTERS for each in above) else "Heading2"
    return "Heading3" if provision.kind in _ARTICLES else "Heading4"


def text_style(above: Sequence[Provision], *, is_numbered: bool) -> StyleId:
    """Give the style of words by how many levels their provision stands below its article."""
    depth = sum(not is_unit(provision) and provision.kind not in _NO_LEVELS for provision in above)
    return clause_style(depth, is_numbered=is_numbered)
