"""A document for the terminal: how the draft was read, what was doubtful in it, its tree, and the notes around it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from treatydiff.writers.marked import marked
from treatydiff.writers.screen import Screen, printable
from treatydiff.writers.tracked import changed_by, spelt
from treatydiff.writers.tree_frame import write_head, write_notes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Document, Provision
    from treatydiff.writers.writer import Layout

_STEP: Final = 4
_STEP_OF_LEVELS: Final = 2
_DEEPEST: Final = 32
"""Columns by which the deepest provision is indented."""
_LEVELS: Final = frozenset(
    {
        "annex",
        "appendix",
        "article",
        "attachment",
        "book",
        "chapter",
        "cluster",
        "division",
        "part",
        "preamble",
        "preface",
        "rule",
        "schedule",
        "section",
        "subchapter",
        "subdivision",
        "subpart",
        "subtitle",
        "title",
    }
)
_SIGNS: Final = {"paragraph": "¶", "point": "•", "indent": "•", "alinea": "¶"}
"""What stands for the number of a provision that has none."""
_COUNTED: Final = frozenset({"recital", "citation"})
_GAP: Final = 2


def write_document(document: Document, layout: Layout) -> bytes:
    """Write a draft as it was read: number or kind of each provision, its heading and words with their marks, and its place.

    Provisions are indented below the one that holds them. Articles and the levels above them say on which line or page they
    start, other provisions when a page begins with them.
    """
    screen = Screen(layout)
    write_head(screen, document)
    write_provisions(screen, document.provisions)
    write_notes(screen, document.notes)
    return screen.bytes()


def write_provisions(screen: Screen, provisions: Iterable[Provision]) -> None:
    """Write provisions of a draft with all that stands below them."""
    writing = _Tree(screen)
    for provision in provisions:
        writing.write(provision, 0, 0)


class _Tree:
    """The tree on a screen; `page` is the one that was named last."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._page: int | None = None

    def write(self, provision: Provision, margin: int, place: int) -> None:
        """Write a provision and all below it; `place` counts it among its siblings of the kind, 0 where that is not told."""
        is_level = provision.kind in _LEVELS
        label = Text(printable(provision.num), "bold") if provision.num else Text(_kind(provision, place), "dim")
        heading = marked(*spelt(provision.heading, provision.heading_marks))
        heading.stylize("bold")
        text, closing = self._words(provision)
        if is_level:
            self._screen.line()
        inner = margin + (_STEP_OF_LEVELS if is_level else _STEP)
        where = self._place(provision, is_level=is_level)
        if where and not (heading or is_level):
            self._turn(where)
        if heading or is_level:
            named = (label, heading) if label else (heading, Text())
            self._line(*named, margin, inner, where=where)
            label = Text()
        if text or label:
            self._line(label, text, margin if label else inner, inner)
        if authors := changed_by((*provision.heading_marks, *provision.marks)):
            self._screen.line(Text(printable(f"changed by {'; '.join(authors)}"), "dim"), indent=inner)
        self._children(provision, min(inner, _DEEPEST))
        if closing:
            self._screen.line(closing, indent=inner)

    def _children(self, provision: Provision, margin: int) -> None:
        places: Counter[str] = Counter()
        for child in provision.children:
            places[child.kind] += 1
            self.write(child, margin, places[child.kind])

    def _words(self, provision: Provision) -> tuple[Text, Text]:
        """Give the text and the closing text, each with its marks."""
        words = marked(*spelt(provision.words, provision.marks))
        if not provision.closing:
            return words, Text()
        before, _, after = provision.words.partition("\n")
        at = words.plain.find("\n")
        if at < 0 or "\n" in before or not after:
            return words, Text()
        return words[:at], words[at + 1 :]

    def _place(self, provision: Provision, *, is_level: bool) -> str:
        if provision.page is not None:
            turned = provision.page != self._page
            self._page = provision.page
            return f"page {provision.page}" if turned else ""
        return f"line {provision.line}" if is_level and provision.line is not None else ""

    def _line(self, label: Text, text: Text, margin: int, indent: int, *, where: str = "") -> None:
        """Write a label at the margin and a text behind it, wrapped below itself `indent` columns in; `where` at the right."""
        room = indent - margin
        fits = not label or cell_len(label.plain) < room
        head = label.plain if fits else set_cell_size(label.plain, room).rstrip()
        paragraph = Text.assemble(label[len(head) :], "" if fits or not text else " " * _GAP, text)
        free = self._screen.width - indent - cell_len(paragraph.plain) - cell_len(where)
        if where and free >= _GAP:
            paragraph.append(" " * free)
            paragraph.append(where, "dim")
        self._screen.line(paragraph, indent=indent, label=" " * margin + head, label_style=str(label.style))
        if where and free < _GAP:
            self._turn(where)

    def _turn(self, where: str) -> None:
        """Write a place alone at the right."""
        self._screen.line(Text(where.rjust(self._screen.width), "dim"))


def _kind(provision: Provision, place: int) -> str:
    """Say what a provision without a number is: a sign, or the name of its level unless its heading says that."""
    if sign := _SIGNS.get(provision.kind):
        return sign
    if provision.heading.casefold().startswith(provision.kind.casefold()):
        return ""
    return f"{provision.kind} {place}" if provision.kind in _COUNTED else provision.kind
