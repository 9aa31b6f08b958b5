"""Drafts built in code, for the tests of the three files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.api import compare_in_turn, read_bytes, render
from treatydiff.model import Document, Metadata, Provision
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from treatydiff.model import Comparison

HOSTILE = "</p><script>alert(1)</script> ]]> <img src=x onerror=alert(1)> &amp; \"'>\u202eabc\u0000\u0007\ud800{{ 7*7 }}"
FIRST = """Article 1. Nets

1. Each Party shall mark its nets.

2. A lost net is reported at once.

Article 2. Wrecks

1. The owner removes the wreck.
"""
SECOND = FIRST.replace("shall mark", "should mark").replace("2. A lost net is reported at once.\n\n", "")
THIRD = SECOND.replace("should mark its nets", "may mark its nets with a flag") + "\n2. Costs lie where they fall.\n"


def draft(
    *texts: str, title: str = "Accord on nets", language: str = "en", name: str = "draft.txt", is_numbered: bool = True
) -> Document:
    """Give a draft of one article whose paragraphs are `texts`."""
    numbers = [f"{n}." if is_numbered else "" for n in range(1, len(texts) + 1)]
    paragraphs = tuple(Provision("", "paragraph", num=num, text=text) for num, text in zip(numbers, texts, strict=True))
    article = Provision("", "article", num="Article 1", heading="Nets", children=paragraphs)
    return Document(Metadata(title=title, language=language, path=name), with_ids([article]))


def read(*texts: str) -> list[Document]:
    """Read drafts from plain text, named by their places."""
    return [read_bytes(text.encode(), f"draft-{n}.txt") for n, text in enumerate(texts, 1)]


def written(file_format: str, *drafts: Document) -> bytes:
    """Write the table of drafts."""
    return render(compared(*drafts), file_format)


def compared(*drafts: Document) -> list[Comparison]:
    """Compare each draft with the next."""
    return compare_in_turn(drafts)
