"""What must hold for the problems of any draft."""

from __future__ import annotations

import re
from unicodedata import normalize

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from treatydiff.api import compare, read_bytes
from treatydiff.checks import Subject, check
from treatydiff.checks.mending import mended
from treatydiff.checks.source import Source
from treatydiff.checks.waivers import Terms, settle
from treatydiff.lexicon import load
from treatydiff.text.clauses import clauses

MOST_ROUNDS = 6
LABEL = re.compile(r"\([a-z]{1,3}\)")
PIECES = st.sampled_from(
    [
        *[
            "Article 1",
            "Article 2 bis",
            "Article 9",
            "Chapter II",
            "1. ",
            "2. ",
            "(a) ",
            "(i) ",
            "(aa) ",
            "4 bis. ",
            "[Article 3",
        ],
        *[
            "Each State Party shall",
            " may not ",
            " and/or ",
            "[",
            "]",
            "(",
            ")",
            "“",
            "”",
            "cafe\u0301",
            "har\u00adbour",
            "\u202e",
        ],
        *[
            "article 1113",
            "paragraph 4 of this article",
            "; where the vessel",
            ":",
            ";",
            "; and",
            "resolution 78/782 of 26 May 2021",
        ],
        *[
            "<!-- treatydiff: allow and-or: so -->",
            "<!-- treatydiff: x -->",
            "InternationalHuman",
            "[EU: text]",
            "human rights",
        ],
        *["\n", "\n\n", "\r\n", "# ", "|", "`", "<b>", "&amp;", "\ufffd", "第五条", "المادة", "\t", "\x0b", "\u2028", "0"],
    ]
)
DRAFTS = st.lists(PIECES, max_size=40).map(lambda pieces: f"Lamps burn.\n\n{''.join(pieces)}")


def _subject(text: str, previous: str, name: str) -> Subject:
    new = read_bytes(text.encode(), name)
    comparison = compare(read_bytes(previous.encode(), name), new)
    return Subject(new, clauses(new), load("en"), Source(text), comparison)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(text=DRAFTS, previous=DRAFTS, name=st.sampled_from(["draft.md", "draft.txt"]))
def test_every_problem_stands_in_the_file_at_the_place_that_it_names(text: str, previous: str, name: str) -> None:
    subject = _subject(text, previous, name)
    source = Source(text)
    for problem in check(subject):
        spot = problem.spot
        assert problem.message
        if spot.line is not None:
            assert 1 <= spot.line <= len(source.starts)
        if spot.line is not None and spot.column is not None:
            assert 1 <= spot.column <= len(source.line(spot.line)) + 3
        if problem.excerpt is not None:
            start, end = problem.excerpt.span
            assert 0 <= start <= end <= len(problem.excerpt.text) + 1
        assert all(0 <= fix.start <= fix.end <= len(text) for fix in problem.fixes)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(text=DRAFTS, name=st.sampled_from(["draft.md", "draft.txt"]))
def test_mending_comes_to_an_end_and_loses_no_word(text: str, name: str) -> None:
    before = text
    for _ in range(MOST_ROUNDS):
        subject = _subject(text, text, name)
        after = mended(subject.source, check(subject))
        if after is None:
            break
        assert after.text != text
        text = after.text
    else:
        raise AssertionError(text)
    assert _letters(text) == _letters(before)


def _letters(text: str) -> list[str]:
    """Give the letters of a text but for those of labels, in whatever form they are written."""
    words = LABEL.sub("", normalize("NFC", text))
    return [c for c in words if c.isalpha()]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(text=DRAFTS, name=st.sampled_from(["draft.md", "draft.txt"]))
def test_every_problem_is_told_or_waived_and_never_both(text: str, name: str) -> None:
    subject = _subject(text, text, name)
    problems = check(subject)
    settled = settle(problems, subject, Terms({"and-or"}, {"and-or"}, "2026-01-01"))
    waived = [problem for one in settled.waived for problem in one.problems]
    told = [problem for problem in settled.problems if problem.check != "waiver"]
    assert sorted(map(repr, (*told, *waived))) == sorted(map(repr, problems))
