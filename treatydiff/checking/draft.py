"""One draft checked, and mended where that was asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff import api
from treatydiff.checking.committed import LAST, committed, messages
from treatydiff.checking.notes import NOTES_FILE, notes_in, read_notes
from treatydiff.checking.surroundings import known_pairs, surroundings
from treatydiff.checks import CHECKS, Subject, is_asked
from treatydiff.checks import check as problems_of
from treatydiff.checks.mending import mended
from treatydiff.checks.policy import ID as POLICY
from treatydiff.checks.policy import answered, unnoted
from treatydiff.checks.source import Source
from treatydiff.checks.waivers import ALLOWS, Terms, settle
from treatydiff.checks.waivers import ID as WAIVER
from treatydiff.errors import DraftError
from treatydiff.lexicon.settings import of_settings
from treatydiff.model import Checked
from treatydiff.text.clauses import clauses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checking.committed import Committed
    from treatydiff.checking.surroundings import Surroundings
    from treatydiff.checks.waivers import Settled
    from treatydiff.model import Document, Problem, Waiver

_OF_LINES: Final = frozenset({"akn", "uslm", "billdtd", "html", "markdown", "text"})
"""Formats whose files are text that a person edits line by line."""
_DIGITS: Final = 12
"""How much of the name of a commit is told."""
_MOST_ROUNDS: Final = 3
"""Mending one thing may lay another one open, once or twice."""


class Job(NamedTuple):
    """A draft to be checked: its path, and what is asked of the run; `version` is the path of one in another language.

    With `since`, a revision of git, the draft before is what that commit has of the file, where it has anything.
    """

    file: str
    today: str
    based_on: str = ""
    config: str = ""
    version: str = ""
    fix: bool = False
    since: str = ""


def check_draft(job: Job) -> Checked:
    """Check one draft.

    Raises:
        DraftError: a file is missing or is no draft.
        ConfigError: settings cannot be used.
        OutputError: the mended draft cannot be written.

    """
    around = surroundings(job.file, job.based_on, job.config)
    data = api.draft_bytes(job.file)
    before = committed(job.file, job.since) if job.since and not job.based_on else None
    if before is not None:
        around = around._replace(previous=before.name, links=())
    previous = _previous(before, around)
    version = api.read(job.version) if job.version else None
    done: list[tuple[Problem, ...]] = []
    while True:
        subject = _subject(data, job.file, around, previous, version)
        found = _settled(subject, around, job)
        after = mended(subject.source, found.problems) if job.fix and job.file != api.STANDARD_INPUT else None
        if after is None or len(done) == _MOST_ROUNDS:
            break
        done.append(after.problems)
        data = after.text.encode()
    if done:
        api.save(data, job.file)
    everything = tuple(problem for problems in done for problem in problems)
    return Checked(job.file, found.problems, found.waived, everything, around.previous)


def _previous(before: Committed | None, around: Surroundings) -> Document | None:
    """Read the draft before; what git has of a file that was no draft then is none."""
    if before is None:
        return api.read(around.previous) if around.previous else None
    try:
        return api.read_bytes(before.data, before.name)
    except DraftError:
        return None


class Examined(NamedTuple):
    """A draft with what is wrong in it."""

    subject: Subject
    problems: tuple[Problem, ...]


def examine(data: bytes, file: str, around: Surroundings, previous: Document | None, today: str) -> Examined:
    """Check the bytes of a draft as they would stand in `file`, which is not opened.

    Without `previous` nothing is said of what changed. `today` is a date (ISO 8601).

    Raises:
        DraftError: the bytes are no draft.

    """
    subject = _subject(data, file, around, previous, None)
    return Examined(subject, _settled(subject, around, Job(file, today)).problems)


def _subject(data: bytes, file: str, around: Surroundings, previous: Document | None, version: Document | None) -> Subject:
    called = "standard input" if file == api.STANDARD_INPUT else file
    document = _stated(api.read_bytes(data, called), around)
    known = known_pairs(around.links, previous, document) if previous else []
    comparison = api.compare(previous, document, known=known, config=around.config) if previous else None
    lexicon = of_settings(api.language_of(document), around.config)
    versions = (version,) if version else ()
    source = _source(data) if document.metadata.format in _OF_LINES else None
    return Subject(document, clauses(document), lexicon, source, comparison, versions, is_listed=around.is_in_folder)


def _stated(document: Document, around: Surroundings) -> Document:
    """Give a draft with what the treaty folder says of it, where it does not say so itself."""
    own, entry = document.metadata, around.entry
    if entry is None:
        return document
    return document._replace(
        metadata=own._replace(
            title=own.title or entry.title,
            symbol=own.symbol or entry.symbol,
            date=own.date or entry.date,
            based_on=own.based_on or entry.based_on,
        )
    )


def _source(data: bytes) -> Source | None:
    """Give the text of a file; None for one that is no UTF-8, whose lines and columns nobody could rely on."""
    try:
        return Source(data.decode())
    except UnicodeDecodeError:
        return None


def _settled(subject: Subject, around: Surroundings, job: Job) -> Settled:
    levels = around.config.checks
    problems = list(problems_of(subject, levels))
    notes = _notes(subject, around, job, problems) if subject.comparison else ()
    asked = {one.id for one in CHECKS if levels.get(one.id) != "off" and is_asked(one, subject)}
    terms = Terms({*(one.id for one in CHECKS), POLICY}, asked | {POLICY}, job.today, levels.get(WAIVER, "warning"))
    return settle(problems, subject, terms, notes)


def _notes(subject: Subject, around: Surroundings, job: Job, problems: list[Problem]) -> tuple[Waiver, ...]:
    """Add the changes that need a note, and give the notes on this draft as waivers."""
    draft, level = around.draft_id(job.file), around.config.checks.get(POLICY, "error")
    if level != "off":
        problems += (one._replace(gravity=level) for one in unnoted(subject, around.config.policy, draft))
    notes = [note for note in read_notes(around.folder) if note.draft == draft] if around.folder else []
    stated = answered(subject, notes, str(Path(around.folder, NOTES_FILE)))
    if not _is_since_commit(job):
        return tuple(stated)
    asks = any(problem.check in ALLOWS[POLICY] for problem in problems)
    return tuple(one._replace(is_kept=True) for one in (*stated, *(_committed_notes(subject, job, draft) if asks else ())))


def _is_since_commit(job: Job) -> bool:
    """Whether a draft is held against its own state in a commit, so that notes on the draft may be about earlier changes."""
    return bool(job.since) and not job.based_on


def _committed_notes(subject: Subject, job: Job, draft: str) -> Iterator[Waiver]:
    """Yield the notes in the commits since the one with which the draft is compared."""
    for message in messages(job.file, job.since) if job.since != LAST else ():
        called = f"commit {message.commit[:_DIGITS]}"
        yield from answered(subject, notes_in(message.text, draft), called)
