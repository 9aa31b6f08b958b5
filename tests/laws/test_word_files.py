"""What holds for every Word file with tracked changes, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from treatydiff.readers.docx import read

if TYPE_CHECKING:
    from tests.conftest import WordFile
    from treatydiff.model import Document

STATES = st.sampled_from(["", "ins", "del", "both"])


class Piece(NamedTuple):
    """A word with the change around it: none, brought in, taken out, or first the one and then the other."""

    word: str
    state: str

    def xml(self) -> str:
        run = f'<w:r><w:{{}} xml:space="preserve">{self.word} </w:{{}}></w:r>'
        if not self.state:
            return run.format("t", "t")
        if self.state == "ins":
            return f'<w:ins w:author="A">{run.format("t", "t")}</w:ins>'
        gone = f'<w:del w:author="B">{run.format("delText", "delText")}</w:del>'
        return gone if self.state == "del" else f'<w:ins w:author="A">{gone}</w:ins>'


class Line(NamedTuple):
    """A paragraph, and the change of its end."""

    pieces: list[Piece]
    end: str

    def xml(self) -> str:
        change = {"": "", "ins": "<w:ins/>", "del": "<w:del/>", "both": "<w:ins/><w:del/>"}[self.end]
        return f"<w:p><w:pPr><w:rPr>{change}</w:rPr></w:pPr>{''.join(piece.xml() for piece in self.pieces)}</w:p>"


WORDS = st.text("abcdefgh", min_size=1, max_size=4)
LINES = st.lists(st.builds(Line, st.lists(st.builds(Piece, WORDS, STATES), max_size=4), STATES), min_size=1, max_size=6)


def _words(document: Document) -> list[str]:
    return [word for p in document.walk() for word in f"{p.heading} {p.words}".split()]


def _marked(document: Document, kind: str) -> list[str]:
    found = []
    for p in document.walk():
        for words, marks in ((p.heading, p.heading_marks), (p.words, p.marks)):
            found += [word for m in marks if m.kind == kind for word in (words[m.start : m.end] + m.note).split()]
    return found


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES)
def test_each_state_has_its_words_and_the_marks_hold_the_rest(word_file: WordFile, lines: list[Line]) -> None:
    end = Line([Piece("end.", "")], "")
    data = word_file("".join(line.xml() for line in (*lines, end)))
    pieces = [piece for line in (*lines, end) for piece in line.pieces]
    proposed = [piece.word for piece in pieces if piece.state in {"", "ins"}]
    assert _words(read(data, "d.docx", revisions="accepted")) == proposed
    assert _words(read(data, "d.docx", revisions="rejected")) == [p.word for p in pieces if p.state in {"", "del"}]
    shown = read(data, "d.docx")
    assert _words(shown) == proposed
    assert sorted(_marked(shown, "deletion")) == sorted(p.word for p in pieces if p.state in {"del", "both"})
    assert sorted(_marked(shown, "insertion")) == sorted(p.word for p in pieces if p.state == "ins")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES)
def test_the_proposal_is_what_accepting_all_changes_gives(word_file: WordFile, lines: list[Line]) -> None:
    data = word_file("".join(line.xml() for line in (*lines, Line([Piece("end.", "")], ""))))
    shown, accepted = read(data, "d.docx"), read(data, "d.docx", revisions="accepted")
    assert [(p.id, p.kind, p.num, p.words) for p in shown.walk()] == [(p.id, p.kind, p.num, p.words) for p in accepted.walk()]
