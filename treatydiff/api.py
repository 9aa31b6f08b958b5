"""Reading, comparing and writing: the only module that picks plug-ins."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from treatydiff.errors import DraftError, UsageError
from treatydiff.files import LARGEST_DRAFT, PARTIAL, STANDARD_INPUT, check_target, contents, draft_bytes, save, too_large
from treatydiff.model import Change, Comparison, Document, wording
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from treatydiff.align.explain import Explanation
    from treatydiff.model import Amended, Amendments, Config, Duty, Link, Measures, RuleEntry
    from treatydiff.readers.reader import Revisions
    from treatydiff.writers.writer import ColumnsWriter, ComparisonWriter, DocumentWriter, DutiesWriter

__all__ = [
    "LARGEST_DRAFT",
    "PARTIAL",
    "STANDARD_INPUT",
    "TREATY_FILE",
    "align",
    "apply",
    "check_target",
    "compare",
    "compare_in_turn",
    "config_beside",
    "contents",
    "draft_bytes",
    "draft_suffixes",
    "duties",
    "explain",
    "language_of",
    "measures",
    "read",
    "read_amendments",
    "read_bytes",
    "read_config",
    "render",
    "render_duties",
    "rule",
    "rulebook",
    "save",
]

TREATY_FILE: Final = "treaty.toml"

_Writer = TypeVar("_Writer", "ColumnsWriter", "ComparisonWriter", "DocumentWriter", "DutiesWriter")


def read(path: str | os.PathLike[str], *, reader: str = "", revisions: Revisions = "marks") -> Document:
    """Read the draft at `path`, or from standard input for "-".

    The reader is the one that recognises the content beyond doubt, else the one that goes by the suffix, else the first that
    recognises it at all. `reader` names one and skips the choice. `revisions` says how tracked changes are read, by the formats
    that know them: "accepted", "rejected", or as what is proposed with the changes as marks.

    Raises:
        DraftError: the file is missing, is no file, is empty or too large, or is no draft in a known format.

    """
    name = os.fspath(path)
    called = "standard input" if name == STANDARD_INPUT else name
    return read_bytes(draft_bytes(name), called, reader=reader, revisions=revisions)


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """Keep Python from searching its values for garbage, of which reading and comparing leave next to none."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_no_search_for_garbage()
def read_bytes(data: bytes, path: str, *, reader: str = "", revisions: Revisions = "marks") -> Document:
    """Read a draft from its bytes; `path` is for messages and metadata and is never opened.

    Raises:
        DraftError: as for `read`.

    """
    if len(data) > LARGEST_DRAFT:
        raise too_large(path)
    if not data.strip():
        raise DraftError("the file is empty", mend="give a file that holds the text of a draft", subject=path)
    from treatydiff.readers.choice import chosen_reader
    from treatydiff.text.brackets import unanswered

    chosen = chosen_reader(data, path, reader)
    document = chosen.revised()(data, path, revisions=revisions) if chosen.revised else chosen.load()(data, path)
    metadata = document.metadata._replace(
        path=path.encode(errors="surrogateescape").decode(errors="replace"),
        format=chosen.name,
        sha256=sha256(data).hexdigest(),
    )
    return document._replace(metadata=metadata, warnings=(*document.warnings, *unanswered(document)))


@_no_search_for_garbage()
def compare(
    old: Document,
    new: Document,
    *,
    known: Iterable[tuple[str, str]] = (),
    config: Config | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Comparison:
    """Compare two drafts: which clause became which, the redline of each, and what each change means.

    What changes mean is said for drafts in one language, and only where it has a lexicon. `known` are pairs of ids of an old
    and a new clause that are one for certain: they win over what the words say, the first of each clause. Ids that are not
    there are passed over. `config` holds the user's own words and the levels of rules. `tell` is called with a short phrase as
    each step begins, for those who want to show progress.

    Raises:
        ConfigError: the user's own words cannot be read as parts of a lexicon.

    """
    from treatydiff.align import align
    from treatydiff.lexicon.settings import of_settings
    from treatydiff.rules import judge_all
    from treatydiff.text.clauses import clauses

    old_clauses, new_clauses = clauses(old), clauses(new)
    tell(f"aligning {len(old_clauses):,} clauses with {len(new_clauses):,}")
    links = align(old_clauses, new_clauses, known)
    tell(f"judging {len(links):,} changes")
    lexicon = of_settings(language_of(old, new), config)
    if not lexicon.language:
        tell("the drafts are in different languages: their changes are shown, but not judged")
    judged = judge_all(_changes(links), old_clauses, new_clauses, lexicon, config.levels if config else None)
    return Comparison(old, new, old_clauses, new_clauses, judged.changes, judged.terms)


def compare_in_turn(
    drafts: Sequence[Document],
    *,
    config: Config | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> list[Comparison]:
    """Compare each of several drafts, oldest first, with the next one, as `compare` does; a single one is a UsageError."""
    if not drafts[1:]:
        raise UsageError("one draft alone cannot be compared", mend="give at least two, oldest first")
    return [compare(old, new, config=config, tell=tell) for old, new in pairwise(drafts)]


def language_of(*drafts: Document) -> str:
    """Give the language of drafts (ISO 639-1), as they state it or as it shows; English where it does neither.

    Empty for drafts in different languages, whose words cannot be held against each other.
    """
    from treatydiff.readers.outline.languages import language

    spoken = {(draft.metadata.language or language(draft.provisions)).casefold().partition("-")[0] for draft in drafts} - {""}
    if len(spoken) > 1:
        return ""
    return next(iter(spoken), "en")


def read_config(path: str | os.PathLike[str]) -> Config:
    """Read the levels of rules and the user's own words from a `treaty.toml`, or from a file with the same tables.

    Raises:
        ConfigError: the file cannot be read, or names a rule or a level that does not exist.

    """
    from treatydiff.config import parse
    from treatydiff.rules import RULES

    return parse(contents(Path(path)), os.fspath(path), [rule.id for rule in RULES])


def config_beside(draft: str | os.PathLike[str]) -> Config | None:
    """Read the `treaty.toml` in the folder of a draft; None when there is none.

    Raises:
        ConfigError: as for `read_config`.

    """
    path = Path(draft).parent / TREATY_FILE
    return read_config(path) if os.fspath(draft) != STANDARD_INPUT and path.is_file() else None


@_no_search_for_garbage()
def align(old: Document, new: Document, *, known: Iterable[tuple[str, str]] = ()) -> tuple[Link, ...]:
    """Say which clause of one draft became which of the other, as for `compare`, without redline and findings."""
    from treatydiff.align import align as linked
    from treatydiff.text.clauses import clauses

    return linked(clauses(old), clauses(new), known)


def explain(old: Document, new: Document, citation: str) -> Explanation:
    """Say how one clause was linked and what came second.

    `citation` is the id of a clause of the new draft or how it is cited, as "art 5(1)"; with "@old" behind it, of the old one.

    Raises:
        UsageError: no clause of that draft is cited like this.

    """
    from treatydiff.align.explain import explain as explained
    from treatydiff.text.citations import cited
    from treatydiff.text.clauses import clauses

    name, _, side = citation.partition("@")
    if side not in {"", "old", "new"}:
        raise UsageError(f"there is no draft called {side!r} here", mend='write "@old" or "@new"')
    old_clauses, new_clauses = clauses(old), clauses(new)
    clause = cited(old_clauses if side == "old" else new_clauses, name)
    if clause is None:
        raise UsageError(f"no clause of the {side or 'new'} draft is cited as {name!r}", mend="treatydiff align lists them")
    return explained(old_clauses, new_clauses, clause, of_new=side != "old")


def _changes(links: Iterable[Link]) -> tuple[Change, ...]:
    from treatydiff.diff import mark_changes, moved_words, redline

    found = []
    for n, link in enumerate(links, start=1):
        parts = redline(wording(link.old), wording(link.new))
        marks = mark_changes(link.old, link.new, parts)
        found.append(Change(f"c{n}", link, parts, marks, moved_words=moved_words(parts)))
    return tuple(found)


def read_amendments(path: str | os.PathLike[str], *, base: Document | None = None) -> Amendments:
    """Read a list of amendments as `compare` writes it, as Akoma Ntoso or as Markdown; "-" is standard input.

    `base` is the draft that they were made for, which Markdown does not carry.

    Raises:
        AmendmentsError: the file holds no amendments, one that cannot be understood, or those of a draft other than `base`.
        DraftError: the file is missing, is no file, is too large, or is malformed XML.

    """
    from treatydiff.readers.amendments import read as read_list

    name = os.fspath(path)
    data = draft_bytes(name)
    return read_list(data, "standard input" if name == STANDARD_INPUT else name, base)


@_no_search_for_garbage()
def apply(document: Document, amendments: Amendments) -> Amended:
    """Apply amendments, each whole or not at all, to the draft that they were made for or to one that has moved on from it.

    Raises:
        AmendmentsError: the draft is not the one that they were made for, and they do not carry that one.

    """
    from treatydiff.amendments import applied

    return applied(document, amendments)


def duties(document: Document, *, config: Config | None = None) -> tuple[Duty, ...]:
    """Say what a draft asks of whom, clause by clause; nothing for a language without a lexicon."""
    from treatydiff.lexicon.settings import of_settings
    from treatydiff.rules.inventory import duties as asked
    from treatydiff.text.clauses import clauses

    return tuple(asked(clauses(document), of_settings(language_of(document), config)))


def measures(document: Document, *, config: Config | None = None) -> Measures:
    """Count what a draft holds: words, operators by class, brackets, safeguards."""
    from treatydiff.lexicon.settings import of_settings
    from treatydiff.rules.measures import measures as counted
    from treatydiff.text.clauses import clauses

    return counted(clauses(document), of_settings(language_of(document), config))


def rulebook() -> tuple[RuleEntry, ...]:
    """Describe every rule by which changes are judged, with its examples, in the order of the taxonomy."""
    from treatydiff.lexicon import load
    from treatydiff.rules import RULES
    from treatydiff.rules.rulebook import entries

    return entries(RULES, load("en"))


def rule(name: str) -> RuleEntry:
    """Describe one rule by its id.

    Raises:
        UsageError: there is no such rule.

    """
    known = rulebook()
    for entry in known:
        if entry.id == name:
            return entry
    raise UsageError(f"there is no rule {name!r}", mend=f"choose from {', '.join(entry.id for entry in known)}")


def render_duties(value: Sequence[Duty], writer: str, layout: Layout | None = None) -> bytes:
    """Write the duties of a draft in the format called `writer`.

    Raises:
        UsageError: there is no such format.

    """
    from treatydiff.writers import DUTIES_WRITERS

    return _named(DUTIES_WRITERS, writer).load()(value, layout or Layout())


def render(value: Comparison | Document | list[Comparison], writer: str, layout: Layout | None = None) -> bytes:
    """Write a comparison, a document, or the table of drafts compared in turn, in the format called `writer`.

    Raises:
        UsageError: there is no such format for this kind of value.

    """
    from treatydiff.writers import COLUMNS_WRITERS, COMPARISON_WRITERS, DOCUMENT_WRITERS

    layout = layout or Layout()
    if isinstance(value, list):
        return _named(COLUMNS_WRITERS, writer).load()(value, layout)
    if isinstance(value, Comparison):
        return _named(COMPARISON_WRITERS, writer).load()(value, layout)
    return _named(DOCUMENT_WRITERS, writer).load()(value, layout)


def _named(writers: Iterable[_Writer], name: str) -> _Writer:
    for writer in writers:
        if writer.name == name:
            return writer
    raise UsageError(f"there is no output format {name!r}", mend=f"choose from {', '.join(w.name for w in writers)}")


def draft_suffixes() -> frozenset[str]:
    """Give the suffixes, in lower case with their dots, by which files are known to be drafts."""
    from treatydiff.readers import READERS

    return frozenset(suffix for reader in READERS for suffix in reader.suffixes)
