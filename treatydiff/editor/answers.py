"""From what is known of an open draft to the values of the protocol: diagnostics, hovers, locations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lsprotocol import types

from treatydiff.diff import redline
from treatydiff.editor.draft import Trouble
from treatydiff.model import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pygls.workspace import TextDocument

    from treatydiff.editor.draft import Before, OpenDraft
    from treatydiff.model import Clause, Gravity, Problem, RedlinePart

_GRAVITIES: Final[dict[Gravity, types.DiagnosticSeverity]] = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_NAME: Final = "treatydiff"
_STRUCK: Final = "~~"
_SET_OFF: Final = "**"
_MARKS: Final = ("\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "!")


def diagnostics(draft: OpenDraft, document: TextDocument, *, compared: bool) -> list[types.Diagnostic]:
    """Give what is wrong in a draft at its places; a draft that cannot be read has one diagnostic, on its first line."""
    found = draft.problems(compared=compared)
    if isinstance(found, Trouble):
        first = _range(draft, document, 1, 1, None)
        return [types.Diagnostic(first, found.said, types.DiagnosticSeverity.Error, source=_NAME)]
    return [_diagnostic(draft, document, problem) for problem in found]


def _diagnostic(draft: OpenDraft, document: TextDocument, problem: Problem) -> types.Diagnostic:
    spot = problem.spot
    message = f"{problem.message}; {problem.mend}" if problem.mend else problem.message
    where = _range(draft, document, spot.line or 1, spot.column or 1, spot.end_column)
    return types.Diagnostic(where, message, _GRAVITIES[problem.gravity], problem.check, source=_NAME)


def _range(draft: OpenDraft, document: TextDocument, line: int, column: int, end: int | None) -> types.Range:
    """Give a range of one line in the units that the editor counts in; without an end, to the end of the line."""
    stop = end or len(draft.source.line(line)) + 1
    known = types.Range(types.Position(line - 1, column - 1), types.Position(line - 1, stop - 1))
    return document.position_codec.range_to_client_units(document.lines, known)


def hover(draft: OpenDraft, line: int) -> types.Hover | None:
    """Say how the clause on a line, counted from 1, is cited, and what it was in the draft before."""
    clause = draft.clause_at(line)
    if clause is None:
        return None
    before = draft.before(clause)
    said = [f"**{_plain(clause.label)}**", *([_was(clause, before)] if before else [])]
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(said)))


def _was(clause: Clause, before: Before) -> str:
    name = _plain(before.draft)
    if not before.link.old:
        return f"new since {name}"
    labels = ", ".join(_plain(one.label) for one in before.link.old)
    if before.link.kind == "same":
        return f"unchanged since {name}" + (f", where it was {labels}" if labels != _plain(clause.label) else "")
    return f"{labels} in {name}:\n\n{_redlined(redline(wording(before.link.old), wording(before.link.new)))}"


def _redlined(parts: Iterable[RedlinePart]) -> str:
    """Strike what went and set off what came; marks touch words and never white space."""
    said = ""
    for part in parts:
        words = _plain(part.text)
        own = words.strip()
        if part.op != "equal" and own:
            mark = _STRUCK if part.op == "delete" else _SET_OFF
            head, _, tail = words.partition(own)
            gap = " " if said.endswith((_STRUCK, _SET_OFF)) and not head else head
            words = f"{gap}{mark}{own}{mark}{tail}"
        said += words
    return said


def _plain(text: str) -> str:
    """Write words of a draft so that no sign of theirs is taken for markup."""
    joined = " ".join(text.split()) if "\n" in text else text
    return "".join(f"\\{c}" if c in _MARKS else c for c in joined)


def locations(draft: OpenDraft, document: TextDocument, position: types.Position) -> list[types.Location]:
    """Give where the provisions stand that a reference at a position cites."""
    found = draft.cited_at(document.offset_at_position(position))
    places = [clause.provision.line for clause in found if clause.provision.line is not None]
    return [types.Location(document.uri, _range(draft, document, line, 1, None)) for line in places]
