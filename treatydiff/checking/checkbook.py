"""The checks as a reader looks them up: each with what it says of its own examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff import api
from treatydiff.checks import CHECKS, Fails, Subject
from treatydiff.checks.places import Places
from treatydiff.checks.source import Source
from treatydiff.lexicon.settings import of_settings
from treatydiff.model import CheckEntry, CheckExample
from treatydiff.text.clauses import clauses

if TYPE_CHECKING:
    from treatydiff.checks import Check, Passes
    from treatydiff.model import Document

_STATED: Final = {"symbol": "A/CONF.1/2", "date": "2026-05-03", "based_on": "A/CONF.1/1"}


def checkbook(*, examples: bool = True) -> tuple[CheckEntry, ...]:
    """Describe every check in the order of the catalogue, with its examples, each of them checked anew, or without."""
    return tuple(
        CheckEntry(
            one.id,
            one.code,
            one.gravity,
            one.summary,
            one.needs_previous,
            _examples(one) if examples else (),
        )
        for one in CHECKS
    )


def example_subject(example: Fails | Passes) -> Subject:
    """Make of an example of a check what the check looks at."""
    new = _draft(example.draft, example)
    comparison = api.compare(_draft(example.previous, example), new) if example.previous else None
    versions = (_draft(example.version, example),) if example.version else ()
    lexicon = of_settings(api.language_of(new), None)
    return Subject(new, clauses(new), lexicon, Source(example.draft), comparison, versions)


def _draft(text: str, example: Fails | Passes) -> Document:
    document = api.read_bytes(text.encode(), "draft.txt", reader="text")
    if example.is_bare:
        return document
    stated = {**_STATED, "language": document.metadata.language or "en"}
    return document._replace(metadata=document.metadata._replace(**stated))


def _examples(one: Check) -> tuple[CheckExample, ...]:
    return (*(_example(one, example) for example in one.fails), *(_example(one, example) for example in one.passes))


def _example(one: Check, example: Fails | Passes) -> CheckExample:
    earlier = example.version or example.previous
    if not isinstance(example, Fails):
        return CheckExample(example.draft, earlier, None, example.why)
    subject = example_subject(example)
    problem = Places(subject).problem(next(iter(one.look(subject))), one, one.gravity)
    return CheckExample(example.draft, earlier, (problem.spot.line, problem.words, problem.message), "")
