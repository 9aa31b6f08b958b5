"""Every frozen value that passes between the layers. Imports nothing else of the project."""

from treatydiff.model.change import (
    Axis,
    Change,
    Finding,
    MarkChange,
    MarkOp,
    MovedWords,
    RedlineOp,
    RedlinePart,
    ScopeAxis,
    Severity,
    Span,
    wording,
)
from treatydiff.model.clause import Clause
from treatydiff.model.comparison import SEVERITIES, Comparison, Term
from treatydiff.model.document import Document, Mark, MarkKind, Metadata, Note, NoteKind, Provision, ReadWarning
from treatydiff.model.link import Link, LinkKind

__all__ = [
    "SEVERITIES",
    "Axis",
    "Change",
    "Clause",
    "Comparison",
    "Document",
    "Finding",
    "Link",
    "LinkKind",
    "Mark",
    "MarkChange",
    "MarkKind",
    "MarkOp",
    "Metadata",
    "MovedWords",
    "Note",
    "NoteKind",
    "Provision",
    "ReadWarning",
    "RedlineOp",
    "RedlinePart",
    "ScopeAxis",
    "Severity",
    "Span",
    "Term",
    "wording",
]
