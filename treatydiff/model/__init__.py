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
from treatydiff.model.folder import Added, DraftState, DraftStatus, Status
from treatydiff.model.history import (
    Beginning,
    Draft,
    DraftEntry,
    Ending,
    History,
    KnownLink,
    Line,
    Place,
    Return,
    Step,
    Treaty,
)
from treatydiff.model.link import Link, LinkKind
from treatydiff.model.rulebook import Example, RuleEntry

__all__ = [
    "SEVERITIES",
    "Added",
    "Axis",
    "Beginning",
    "Change",
    "Clause",
    "Comparison",
    "Config",
    "Document",
    "Draft",
    "DraftEntry",
    "DraftState",
    "DraftStatus",
    "Duty",
    "Ending",
    "Example",
    "Finding",
    "Force",
    "History",
    "KnownLink",
    "Level",
    "Line",
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
    "Place",
    "Provision",
    "ReadWarning",
    "RedlineOp",
    "RedlinePart",
    "Return",
    "RuleEntry",
    "ScopeAxis",
    "Severity",
    "Span",
    "Status",
    "Step",
    "Term",
    "Treaty",
    "wording",
]
