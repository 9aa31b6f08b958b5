"""The language of a draft, as far as its article words and commonest words show it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Provision

_ARTICLE_WORDS = (("第", "zh"), ("المادة", "ar"), ("статья", "ru"), ("artículo", "es"))
_COMMON_WORDS = {
    "en": frozenset({"the", "of", "and", "shall", "to"}),
    "fr": frozenset({"le", "la", "les", "des", "et", "du"}),
}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20_000


def language(provisions: Iterable[Provision]) -> str:
    """Give the ISO 639-1 code of the language in which the articles are headed; empty when they do not show it."""
    counted: Counter[str] = Counter()
    read = 0
    articles: Counter[str] = Counter()
    for top in provisions:
        for provision in top.walk():
            if provision.kind == "article":
                articles[_of_article(provision.num.casefold())] += 1
            if read < _ENOUGH:
                counted.update(_WORD.findall(provision.text.casefold()))
                read += len(provision.text)
    if not articles:
        return ""
    found = articles.most_common(1)[0][0]
    return found or _of_words(counted)


def _of_article(num: str) -> str:
    return next((code for word, code in _ARTICLE_WORDS if num.startswith(word)), "")


def _of_words(counted: Counter[str]) -> str:
    shares = {code: sum(counted[word] for word in words) for code, words in _COMMON_WORDS.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] else ""
