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
from treatydiff.model.record import Event, Fate, Operation, Proposal, Record, Source, Votes
from treatydiff.model.report import Measures, Report
from treatydiff.model.rulebook import Example, RuleEntry

__all__ = [
    "SEVERITIES",
    "Axis",
    "Beginning",
    "Change",
    "Clause",
    "Comparison",
    "Config",
    "Document",
    "Draft",
    "DraftEntry",
    "Duty",
    "Ending",
    "Event",
    "Example",
    "Fate",
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
    "Measures",
    "Metadata",
    "MovedWords",
    "Note",
    "NoteKind",
    "Operation",
    "Place",
    "Proposal",
    "Provision",
    "ReadWarning",
    "Record",
    "RedlineOp",
    "RedlinePart",
    "Report",
    "Return",
    "RuleEntry",
    "ScopeAxis",
    "Severity",
    "Source",
    "Span",
    "Step",
    "Term",
    "Treaty",
    "Votes",
    "wording",
]
