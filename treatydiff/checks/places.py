"""From what a check saw to a problem at its place in the file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from treatydiff.checks.source import Sites
from treatydiff.model import GRAVITIES, Excerpt, Fix, Problem, Spot
from treatydiff.text.numbers import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.checks.check import Check, Seen
    from treatydiff.checks.subject import Subject
    from treatydiff.model import Gravity, Span

_AROUND: Final = 60
_LONGEST_WORDS: Final = 200


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give problems in the order of the file, the graver first of those at one place."""
    return tuple(sorted(problems, key=_order))


def _order(problem: Problem) -> tuple[int, int, int, int]:
    spot = problem.spot
    return spot.page or 0, spot.line or 0, spot.column or 0, GRAVITIES.index(problem.gravity)


@dataclass(frozen=True, eq=False)
class Places:
    """Finds what was seen in one draft."""

    subject: Subject

    @cached_property
    def sites(self) -> Sites | None:
        """Where the provisions stand in the source; None for a format without lines."""
        source = self.subject.source
        return Sites(source, self.subject.document.provisions) if source else None

    def problem(self, seen: Seen, check: Check, gravity: Gravity) -> Problem:
        """Make the problem of what a check saw."""
        at = self._offsets(seen)
        return Problem(
            check=check.id,
            code=check.code,
            gravity=gravity,
            path=self.subject.document.metadata.path,
            spot=self._spot(seen, at),
            words=_shortened(seen.words),
            message=seen.message,
            mend=seen.mend,
            excerpt=self._excerpt(seen, at),
            fixes=self._fixes(seen),
        )

    def _offsets(self, seen: Seen) -> Span | None:
        if seen.at is not None or seen.provision is None or self.sites is None:
            return seen.at
        return self.sites.site(seen.provision, seen.part, seen.span)

    def _spot(self, seen: Seen, at: Span | None) -> Spot:
        provision = seen.provision
        line, column, end = seen.line, None, None
        page = seen.page if provision is None else provision.page
        source = self.subject.source
        if source and at is not None:
            line, column = source.position(at[0])
            last_line, last = source.position(at[1])
            end = last if last_line == line else len(source.line(line)) + 1
        elif provision is not None and line is None:
            line = provision.line
        label = self._label(seen)
        return Spot(line, column, end, page, label, provision.id if provision else "")

    def _label(self, seen: Seen) -> str:
        one = seen.provision
        if one is None:
            return ""
        return self.subject.labels.get(one.id) or " ".join(part for part in (one.kind, bare(one.num)) if part)

    def _excerpt(self, seen: Seen, at: Span | None) -> Excerpt | None:
        source = self.subject.source
        if source and at is not None:
            line, column = source.position(at[0])
            text = source.line(line)
            start = column - 1
            return _cut(text, (start, max(start + 1, min(len(text), start + at[1] - at[0]))))
        if seen.provision is None:
            return None
        text = str(getattr(seen.provision, seen.part))
        span = seen.span or (0, len(text))
        return _cut(text.replace("\n", " "), span) if text else None

    def _fixes(self, seen: Seen) -> tuple[Fix, ...]:
        """Give what mends it: all of it, or nothing where a part cannot be found to the letter."""
        source = self.subject.source
        if seen.replacement is None or source is None:
            return ()
        found = []
        for one in (seen, *seen.others):
            at = self._offsets(one)
            if at is None or one.replacement is None or (one.at is None and source.text[slice(*at)] != one.words):
                return ()
            found.append(Fix(*at, one.replacement))
        return tuple(found)


def _cut(text: str, span: Span) -> Excerpt:
    """Give the part of a long line that is around a span."""
    start = max(0, span[0] - _AROUND)
    end = min(len(text), max(span[1], span[0] + 1) + _AROUND)
    head = "…" if start else ""
    tail = "…" if end < len(text) else ""
    shift = len(head) - start
    return Excerpt(f"{head}{text[start:end]}{tail}", (span[0] + shift, min(span[1], end) + shift))


def _shortened(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= _LONGEST_WORDS else f"{text[: _LONGEST_WORDS - 2]} …"
