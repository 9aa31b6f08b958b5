from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from treatydiff.align.side import encoder, side
from treatydiff.model import Document, Provision
from treatydiff.text.clauses import clauses
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from treatydiff.align.side import Side

    Articles = dict[str, list[str]]


class Sided(Protocol):
    """Makes both sides of a comparison of articles: heading (empty for none) to the texts of its paragraphs."""

    def __call__(self, old: Articles, new: Articles) -> tuple[Side, Side]: ...


@pytest.fixture
def sided() -> Sided:
    def make(old: Articles, new: Articles) -> tuple[Side, Side]:
        encoded = encoder()
        first, second = (clauses(Document(provisions=with_ids(_articles(draft)))) for draft in (old, new))
        return side(first, encoded), side(second, encoded)

    return make


def _articles(draft: Articles) -> list[Provision]:
    return [
        Provision(
            "",
            "article",
            num=f"Article {n}",
            heading=heading.strip(),
            children=tuple(Provision("", "paragraph", num=f"{m}.", text=text) for m, text in enumerate(texts, start=1)),
        )
        for n, (heading, texts) in enumerate(draft.items(), start=1)
    ]
