"""For any two drafts, a Word file with tracked changes gives the new text when all are accepted and the old when none is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.writers.dumps.docx import resolved
from tests.writers.word_rules import assert_word_takes
from treatydiff.api import compare
from treatydiff.model import Document, Provision
from treatydiff.text.eid import with_ids
from treatydiff.text.marks import extract, pieces
from treatydiff.writers.docx import write_comparison
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOCABULARY = (
    *("each", "State", "shall", "may", "not", "within", "thirty", "days", "where", "appropriate", "report", "law"),
    *("[", "]", "[agreed]", "{title}", "[EU: fish]", "shall/should", "fish;", "nets."),
)
_TEXTS = st.lists(st.sampled_from(_VOCABULARY), min_size=1, max_size=14).map(" ".join)
_MAYBE = st.just("") | _TEXTS
_UNITS = ("annex", "article", "chapter", "cluster", "preamble")


@st.composite
def _provisions(draw: st.DrawFn, depth: int = 3) -> Provision:
    text, heading, closing = (extract(draw(texts)) for texts in (_MAYBE, _MAYBE, _MAYBE))
    after = [
        mark._replace(start=mark.start + len(text.words) + 1, end=mark.end + len(text.words) + 1) for mark in closing.marks
    ]
    return Provision(
        "",
        draw(st.sampled_from([*_UNITS, "paragraph", "point", "recital", "provision"])),
        draw(st.sampled_from(["", "1.", "(a)", "Article 5 bis", "2."])),
        heading.words,
        text.words,
        closing.words,
        (*text.marks, *(after if closing.words else ())),
        heading.marks,
        tuple(draw(st.lists(_provisions(depth - 1), max_size=3))) if depth else (),
    )


@st.composite
def _drafts(draw: st.DrawFn) -> tuple[Document, Document]:
    """Two drafts, the new one with provisions of the old one in another order among its own."""
    old = draw(st.lists(_provisions(), max_size=5))
    new = draw(st.permutations([*old, *draw(st.lists(_provisions(), max_size=2))]))
    kept = new[: draw(st.integers(0, len(new)))]
    joined = [_joined(kept)] if draw(st.booleans()) else kept
    return Document(provisions=with_ids(old)), Document(provisions=with_ids(joined))


def _joined(provisions: list[Provision]) -> Provision:
    """Put all that the provisions say into one, as a clause into which others were merged."""
    return Provision("", "paragraph", "1.", text=" ".join(each.text for each in provisions if each.text and not each.marks))


def _lines(provision: Provision) -> Iterator[str]:
    heading, words = (
        "".join(piece.text for piece in pieces(*side))
        for side in ((provision.heading, provision.heading_marks), (provision.words, provision.marks))
    )
    text, _, closing = words.partition("\n") if provision.closing else (words, "", "")
    is_apart = bool(heading) or provision.kind in _UNITS
    yield from (
        ["\t".join(filter(None, (provision.num, heading))), text]
        if is_apart
        else ["\t".join(filter(None, (provision.num, text)))]
    )
    for child in provision.children:
        yield from _lines(child)
    yield closing


def _text(document: Document) -> list[str]:
    return [line for provision in document.provisions for line in _lines(provision) if line]


@given(_drafts())
@settings(deadline=None, max_examples=150)
def test_accepting_all_gives_the_new_text_and_rejecting_all_the_old_in_a_file_that_word_takes(
    drafts: tuple[Document, Document],
) -> None:
    old, new = drafts
    data = write_comparison(compare(old, new), Layout())
    assert_word_takes(data)
    assert [text for _, text in resolved(data, "accepted")] == _text(new)
    assert [text for _, text in resolved(data, "rejected")] == _text(old)
