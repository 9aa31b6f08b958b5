"""A document as plain lines, so that what compares lines compares clauses: a clause, then its words, a sentence a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.text.clauses import clauses
from treatydiff.text.marks import restore
from treatydiff.writers.screen import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Clause, Document
    from treatydiff.writers.writer import Layout

_END_OF_LINE: Final = re.compile(r"(?<=[.;:])\s+|\n+")


def write_document(document: Document, _layout: Layout) -> bytes:
    """Write for each clause its label, with its heading, and below it its words with their marks, indented, a sentence a line.

    A clause that was renumbered differs in its label alone.
    """
    return "".join(f"{printable(line)}\n" for clause in clauses(document) for line in _lines(clause)).encode()


def _lines(clause: Clause) -> Iterator[str]:
    provision = clause.provision
    heading = " ".join(restore(provision.heading, provision.heading_marks).split())
    yield f"{clause.label}: {heading}" if heading else clause.label
    if provision.words or provision.marks:
        for line in _END_OF_LINE.split(restore(provision.words, provision.marks)):
            if words := " ".join(line.split()):
                yield f"  {words}"
