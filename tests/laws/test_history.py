"""Laws that hold for any drafts of a treaty in order."""

from __future__ import annotations

import os
import tomllib
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.api import compare
from treatydiff.folder.cache import Cache
from treatydiff.folder.manifest import begun, extended, free_id, parse
from treatydiff.folder.serial import comparison_bytes, comparison_of, document_bytes, document_of
from treatydiff.folder.tracing import Reading, followed
from treatydiff.history.blame import blame
from treatydiff.history.log import log
from treatydiff.history.subject import subject
from treatydiff.model import Config, Document, Draft, DraftEntry, History, Metadata, Provision, Treaty
from treatydiff.text.clauses import clauses
from treatydiff.text.eid import with_ids
from treatydiff.text.tokens import bare_words

_WORDS = st.lists(
    st.sampled_from(["each", "State", "shall", "may", "not", "within", "thirty", "days", "report", "law", "harbour", "fee"]),
    min_size=1,
    max_size=10,
).map(" ".join)
_PARAGRAPHS = st.lists(_WORDS, max_size=4).map(
    lambda texts: tuple(Provision("", "paragraph", num=f"{n}.", text=text) for n, text in enumerate(texts, 1))
)
_DOCUMENTS = st.lists(st.tuples(st.one_of(st.just(""), _WORDS), _PARAGRAPHS), max_size=4).map(
    lambda items: Document(
        provisions=with_ids(
            Provision("", "article", num=f"Article {n}", heading=heading, children=paragraphs)
            for n, (heading, paragraphs) in enumerate(items, 1)
        )
    )
)


def _history(documents: list[Document]) -> History:
    entries = tuple(DraftEntry(f"d{n}", f"d{n}.txt", based_on=f"d{n - 1}" if n else "") for n in range(len(documents)))
    drafts = tuple(Draft(entry, document, clauses(document)) for entry, document in zip(entries, documents, strict=True))
    reading = Reading(Cache(Path(os.devnull) / "none"), lambda _: None)
    return followed(Treaty("", entries, (), Config(), ""), drafts, reading)


_HISTORIES = st.lists(_DOCUMENTS, min_size=1, max_size=4).map(_history)


@given(_HISTORIES)
@settings(deadline=None, max_examples=60)
def test_every_clause_of_every_draft_is_on_exactly_one_line(history: History) -> None:
    placed = Counter(
        (place, clause.id) for line in history.lines for place, clause in enumerate(line.places) if clause is not None
    )
    there = Counter((place, clause.id) for place, draft in enumerate(history.drafts) for clause in draft.clauses)
    assert placed == there
    assert all(len(line.places) == len(history.drafts) and line.drafts for line in history.lines)
    assert len({line.id for line in history.lines}) == len(history.lines)


@given(_HISTORIES)
@settings(deadline=None, max_examples=60)
def test_lines_stand_in_the_order_of_the_last_draft(history: History) -> None:
    orders = [line.places[-1].order for line in history.lines if line.places[-1] is not None]
    assert orders == sorted(orders)


@given(_HISTORIES)
@settings(deadline=None, max_examples=60)
def test_sources_and_heirs_are_lines(history: History) -> None:
    ids = {line.id for line in history.lines}
    for line in history.lines:
        assert (line.begins == "split") == bool(line.source)
        assert (line.ends == "merged") == bool(line.heir)
        assert {line.source, line.heir} - {""} <= ids


@given(_HISTORIES)
@settings(deadline=None, max_examples=60)
def test_blamed_words_joined_are_the_draft_and_each_is_in_the_draft_that_is_blamed(history: History) -> None:
    written = [set(bare_words(" ".join(one.words for one in draft.clauses))) for draft in history.drafts]
    for place, draft in enumerate(history.drafts):
        blamed = blame(history, place)
        assert [one.clause for one in blamed] == list(draft.clauses)
        for one in blamed:
            assert "".join(run.text for run in one.runs) == one.clause.words
            assert all(run.draft <= place and set(bare_words(run.text)) <= written[run.draft] for run in one.runs)
            assert all(run.draft < place for run in one.runs if run.restored)


@given(_HISTORIES)
@settings(deadline=None, max_examples=40)
def test_the_log_of_any_clause_has_it_in_its_own_draft(history: History) -> None:
    for place, draft in enumerate(history.drafts):
        for clause in draft.clauses:
            found = log(history, subject(history, f"{draft.id}/{clause.id}"))
            told = {(entry.draft, one.id) for entry in found.entries for passage in entry.passages for one in passage.clauses}
            assert (place, clause.id) in told


@given(_DOCUMENTS, _DOCUMENTS)
@settings(deadline=None, max_examples=60)
def test_what_is_kept_reads_back_as_it_was(old: Document, new: Document) -> None:
    comparison = compare(old, new)
    assert document_of(document_bytes(old)) == old
    sides = (comparison.old_clauses, comparison.new_clauses)
    assert comparison_of(comparison_bytes(comparison), old, new, *sides) == comparison


@given(st.binary(max_size=200))
def test_bytes_that_are_none_of_ours_read_as_nothing(data: bytes) -> None:
    empty = Document(Metadata())
    for found in (document_of(data), comparison_of(data, empty, empty, (), ())):
        assert found is None or found in {empty, compare(empty, empty)}


_TEXT = st.text(max_size=30)
_TOML = st.sampled_from([b"", b"# a note\n", b"[treaty]\ntitle = 'x'", b"[treaty]\n\n", b"[rules]\neditorial = 'off'\n\n\n"])


@given(_TOML, _TEXT, _TEXT, _TEXT, st.text(min_size=1, max_size=20))
def test_what_is_added_to_a_treaty_reads_back_and_the_rest_stays_to_the_byte(
    before: bytes, title: str, symbol: str, date: str, stem: str
) -> None:
    entry = DraftEntry(free_id(stem, ["taken"]), "drafts/a b.xml", title, symbol, date)
    data = extended(before, entry, "0" * 64)
    assert data.startswith(before)
    manifest = parse(data, "treaty.toml", ".", Config())
    flat = [" ".join(field.split()) for field in (title, symbol, date)]
    assert manifest.treaty.drafts == (entry._replace(title=flat[0], symbol=flat[1], date=flat[2]),)
    assert manifest.digests == {entry.id: "0" * 64}


@given(_TEXT)
def test_any_title_begins_a_treaty_that_reads_back(title: str) -> None:
    assert tomllib.loads(begun(title).decode()) == {"treaty": {"title": " ".join(title.split())}}
