"""Histories made of texts, each text a draft."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from treatydiff.folder.cache import Cache
from treatydiff.folder.tracing import Reading, followed
from treatydiff.model import Config, DraftEntry, Treaty

if TYPE_CHECKING:
    from treatydiff.model import History


def history_of(*texts: str) -> History:
    """Make a history of plain texts, whose drafts are called "a", "b", "c" and so on."""
    reading = Reading(Cache(Path(os.devnull) / "none"), lambda _: None)
    names = "abcdefghij"[: len(texts)]
    entries = tuple(DraftEntry(name, f"{name}.txt", based_on=before) for name, before in zip(names, ["", *names], strict=False))
    drafts = tuple(reading.version(entry, text.encode(), entry.file) for entry, text in zip(entries, texts, strict=True))
    return followed(Treaty("Treaty", entries, (), Config(), ""), drafts, reading)


def harbours(*paragraphs: str) -> str:
    """Write a draft with one article about harbours, and one that never changes."""
    numbered = "\n\n".join(f"{n}. {text}" for n, text in enumerate(paragraphs, start=1))
    return f"Article 1. Harbours\n\n{numbered}\n\nArticle 2. Lights\n\n1. Each light on the coast is lit at dusk.\n"
