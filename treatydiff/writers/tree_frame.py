"""What stands before and after the tree of a draft on the terminal: what was read, what was doubtful, the notes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rich.text import Text

from treatydiff.writers.screen import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import Document, Note, ReadWarning
    from treatydiff.writers.screen import Screen

_MARGIN: Final = 10
_LANGUAGES: Final = {
    "ar": "Arabic",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "ru": "Russian",
    "zh": "Chinese",
}
_PLURALS: Final = {"status": "statuses", "alternative": "alternatives", "annex": "annexes"}
_FURNITURE: Final = ("running-head", "page-number", "line-number")
_LONGEST_NOTE: Final = 60


def write_head(screen: Screen, document: Document) -> None:
    """Write title and source of a draft, what it holds, its marks, and every warning with its place."""
    data = document.metadata
    if data.title:
        screen.line(Text(printable(data.title), "bold"))
    about = (data.symbol, data.date, _LANGUAGES.get(data.language, data.language), data.format)
    _entry(screen, "draft", ", ".join(part for part in (*about, data.path) if part))
    kinds = Counter(provision.kind for provision in document.walk())
    kinds.pop("list", None)
    _entry(screen, "holds", _counted(kinds))
    _entry(screen, "marks", _marks(document))
    _entry(screen, "notes", _counted(Counter(note.kind for note in document.notes)))
    _entry(screen, "warnings", str(len(document.warnings)) if document.warnings else "")
    for warning in document.warnings:
        _warning(screen, warning)


def write_notes(screen: Screen, notes: Sequence[Note]) -> None:
    """Write what stands around the text: each footnote and comment on a line, running heads and page numbers counted."""
    if not notes:
        return
    screen.line()
    screen.line(Text("NOTES", "bold"))
    for kind in _FURNITURE:
        _furniture(screen, kind, [note for note in notes if note.kind == kind])
    for note in notes:
        if note.kind not in _FURNITURE:
            place = f"page {note.page}" if note.page is not None else f"line {note.line}" if note.line is not None else ""
            text = note.text if note.kind == "footnote" else f"{note.kind}: {note.text}"
            said = _short(text, screen.width - _MARGIN - len(place) - 2)
            _entry(screen, note.label or "*", f"{said}  {place}" if place else said)


def _furniture(screen: Screen, kind: str, notes: Sequence[Note]) -> None:
    if not notes:
        return
    if kind == "running-head":
        for text, count in Counter(note.text for note in notes).most_common():
            times = f"  {count} times" if count > 1 else ""
            _entry(screen, "head", _short(text, _LONGEST_NOTE) + times)
    else:
        first, last = _short(notes[0].text, _MARGIN), _short(notes[-1].text, _MARGIN)
        _entry(screen, f"{kind.partition('-')[0]}s", f"{len(notes):,} numbers, from {first} to {last}")


def _warning(screen: Screen, warning: ReadWarning) -> None:
    label = warning.where
    if len(label) < _MARGIN:
        _entry(screen, label, warning.message)
    else:
        _entry(screen, "", f"{label}: {warning.message}")


def _entry(screen: Screen, label: str, said: str) -> None:
    if said:
        style = "yellow" if label.startswith(("line", "page ", "warnings")) else "dim"
        fits = len(label) < _MARGIN
        screen.line(
            Text(printable(said if fits else f"{label}  {said}")),
            indent=_MARGIN,
            label=printable(label) if fits else "",
            label_style=style,
        )


def _marks(document: Document) -> str:
    """Count the halves of the brackets, and every other kind of mark."""
    opening = closing = 0
    others: Counter[str] = Counter()
    for provision in document.walk():
        for mark in (*provision.heading_marks, *provision.marks):
            if mark.kind == "bracket":
                opening += mark.opens
                closing += mark.closes
            elif mark.kind not in {"emphasis", "reference"}:
                others[mark.kind] += 1
    brackets = f"{opening:,} [ and {closing:,} ]" if opening or closing else ""
    return ", ".join(part for part in (brackets, _counted(others)) if part)


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{n:,} {_plural(kind, n)}" for kind, n in counts.items())


def _plural(kind: str, count: int) -> str:
    word = kind.replace("-", " ")
    if count == 1:
        return word
    if kind in _PLURALS:
        return _PLURALS[kind]
    return word if word.endswith("s") else f"{word}s"


def _short(text: str, width: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= width else f"{flat[: max(1, width - 1)]}…"
