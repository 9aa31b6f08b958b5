"""Every frozen value that passes between the layers. Imports nothing else of the project."""

from treatydiff.model.change import (
    Axis,
    Change,
    Finding,
    Force,
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
from treatydiff.model.config import Config, Level
from treatydiff.model.document import Document, Mark, MarkKind, Metadata, Note, NoteKind, Provision, ReadWarning
from treatydiff.model.duty import Duty
from treatydiff.model.link import Link, LinkKind
from treatydiff.model.rulebook import CATEGORIES, Example, RuleEntry

__all__ = [
    "CATEGORIES",
    "SEVERITIES",
    "Axis",
    "Change",
    "Clause",
    "Comparison",
    "Config",
    "Document",
    "Duty",
    "Example",
    "Finding",
    "Force",
    "Level",
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
    "RuleEntry",
    "ScopeAxis",
    "Severity",
    "Span",
    "Term",
    "wording",
]
