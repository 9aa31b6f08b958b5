"""One run of the checks over some files: on all processors where there are several, in the order in which they are named."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from treatydiff import api
from treatydiff.checking.checkbook import checkbook
from treatydiff.checking.draft import Job, check_draft
from treatydiff.checking.versions import reference_version
from treatydiff.model import GRAVITIES, CheckReport

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from treatydiff.model import Checked, Gravity


class Asked(NamedTuple):
    """What is asked of the checks.

    `based_on` is the path of the draft before, empty where a treaty folder may know it. `config` is the path of a file of
    settings, empty for the nearest. `fail_on` is the least grave problem that fails the run. `fix` mends what needs no
    judgement. `today` is a date (ISO 8601), after which waivers may have ended. With `since`, a revision of git, a draft
    is compared with what that commit has of it.
    """

    files: tuple[str, ...]
    today: str
    based_on: str = ""
    config: str = ""
    fail_on: Gravity = "error"
    fix: bool = False
    since: str = ""


def check(asked: Asked, tell: Callable[[str], None] = lambda _: None) -> CheckReport:
    """Check drafts.

    `tell` is called with a short phrase as each draft is done.

    Raises:
        DraftError: a file is missing or is no draft.
        ConfigError: settings cannot be used.
        OutputError: a mended draft cannot be written.

    """
    jobs = [
        Job(file, asked.today, asked.based_on, asked.config, reference_version(file, asked.files), asked.fix, asked.since)
        for file in dict.fromkeys(asked.files)
    ]
    drafts = []
    for checked in _done(jobs):
        tell(f"checked {checked.path}")
        drafts.append(checked)
    grave = GRAVITIES[: GRAVITIES.index(asked.fail_on) + 1]
    fails = any(problem.gravity in grave for draft in drafts for problem in draft.problems)
    return CheckReport(tuple(drafts), checkbook(examples=False), fails)


def _done(jobs: Sequence[Job]) -> Iterator[Checked]:
    """Yield what came of each job in order, in as many processes as there are processors and jobs."""
    workers = min(len(jobs), _processors())
    if workers < 2 or any(job.file == api.STANDARD_INPUT for job in jobs):  # noqa: PLR2004 (one needs no other process)
        yield from map(check_draft, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 (one draft does without)

    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(check_draft, jobs)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
