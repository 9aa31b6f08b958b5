"""Amendments as Markdown: a numbered list in drafting language, which `treatydiff apply` reads back.

The modules beside this one write the same list as a Word file and as Akoma Ntoso.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.amendments.notation import item, shown
from treatydiff.writers.amendments.outline import NO_CHANGE, outline, preface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.amendments.places import Tree
    from treatydiff.model import Comparison
    from treatydiff.writers.amendments.outline import Entry, Section
    from treatydiff.writers.writer import Layout


def write_comparison(comparison: Comparison, layout: Layout) -> bytes:
    """Write the amendments that make the old draft into the new one as Markdown, in UTF-8.

    The numbered items are what is applied; headings, the line about the drafts and what is listed as unchanged are for people.
    """
    listed = outline(comparison)
    lines = [*_head(comparison, listed.amendments.fingerprint)]
    if not listed.amendments.made:
        lines += ["", "The two drafts are the same: there is nothing to amend."]
    for section in listed.sections:
        lines += _section(section, listed.base, itu=layout.itu_labels)
    return ("\n".join(lines) + "\n").encode(errors="replace")


def _head(comparison: Comparison, fingerprint: str) -> Iterator[str]:
    yield f"# Amendments to {shown(comparison.old.metadata.title or 'the draft')}"
    yield ""
    yield shown(preface(comparison))
    yield ""
    yield f"<!-- treatydiff amendments 1, for the draft {fingerprint} -->"


def _section(section: Section, base: Tree, *, itu: bool) -> Iterator[str]:
    if section.entries:
        yield from ("", f"## {shown(section.heading)}")
        for entry in section.entries:
            yield ""
            yield from _entry(entry, base, itu=itu)
    elif itu:
        yield from ("", f"## {shown(section.heading)}", "", f"- **{NO_CHANGE}**")


def _entry(entry: Entry, base: Tree, *, itu: bool) -> Iterator[str]:
    said, *rest = item(entry.amendment, base)
    number = f"{entry.number}. "
    label = f"**{shown(entry.itu)}** " if itu else ""
    yield f"{number}{label}{said}"
    indent = " " * len(number)
    is_quoting = False
    for line in rest:
        if not is_quoting or not line.startswith(">"):
            yield ""
        is_quoting = line.startswith(">")
        yield f"{indent}{line}"
