"""Provisions that stand in a draft twice."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.checks.contest import is_contested
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Clause

ID: Final = "duplicate-provision"
_FEWEST_WORDS: Final = 12
"""What says less may well be said twice: "This article applies to ships."."""
_FEWEST_ALIKE: Final = 20
_RUN: Final = 7
"""Words in a row that two provisions share before they are compared as a whole."""
_MOST_SHARING: Final = 6
_ALIKE: Final = 97.0
"""Per cent of the characters in order."""


def look(subject: Subject) -> Iterator[Seen]:
    """Compare the longer clauses that share a run of words; alternatives, and what speaks of its own article, may be alike."""
    if subject.is_amending:
        return
    said = [(clause, tuple(word.casefold() for word in bare_words(clause.words))) for clause in subject.operative]
    found = [(clause, words) for clause, words in said if len(words) >= _FEWEST_WORDS and not _may_be_alike(clause, subject)]
    told: set[str] = set()
    for first, second in _pairs(found):
        if second.id in told or _differ(first, second, subject):
            continue
        told.add(second.id)
        same = first.words == second.words
        yield Seen(
            words=second.words,
            message=f"{second.label} is {'the same as' if same else 'nearly the same as'} {first.label}",
            mend="take one of them out, or say how they differ",
            provision=second.provision,
        )


def _may_be_alike(clause: Clause, subject: Subject) -> bool:
    """Whether a clause may stand twice: as an alternative, as the words above a list, or because it speaks of its place."""
    own = subject.lexicon.words("references", "own")
    text = clause.words.casefold()
    if any(f"{phrase} {level}" in text for phrase in own for level in ("article", "paragraph", "chapter", "section", "annex")):
        return True
    return bool(clause.provision.children) or is_contested(clause)


def _pairs(found: list[tuple[Clause, tuple[str, ...]]]) -> Iterator[tuple[Clause, Clause]]:
    """Yield the clauses that share a run of words with an earlier one of about their length, each pair once."""
    holding: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for place, (clause, words) in enumerate(found):
        for start in range(len(words) - _RUN + 1):
            earlier = holding[words[start : start + _RUN]]
            for other in earlier[:_MOST_SHARING]:
                if other != place and (other, place) not in seen and _is_near(len(found[other][1]), len(words)):
                    seen.add((other, place))
                    yield found[other][0], clause
            if not earlier or earlier[-1] != place:
                earlier.append(place)


def _is_near(one: int, other: int) -> bool:
    return abs(one - other) * 20 <= max(one, other)


def _differ(first: Clause, second: Clause, subject: Subject) -> bool:
    """Whether two clauses say two things: where a word of content or a number differs, or they are items of two lists."""
    if any(one.parent is not None and one.parent.text for one in (first, second)) and first.parent != second.parent:
        return True
    one, other = first.words, second.words
    if one == other:
        return False
    words, others = ({word.casefold() for word in bare_words(text)} for text in (one, other))
    if len(words) < _FEWEST_ALIKE or not (words ^ others) <= subject.lexicon.function_words:
        return True
    return fuzz.ratio(one, other, score_cutoff=_ALIKE) == 0


_LONG: Final = "Each Party shall keep a register of the lighthouses on its coasts and publish it every spring."
CHECK: Final = Check(
    ID,
    "TD009",
    "error",
    "Provisions that stand in the draft twice, to the letter or nearly so",
    look,
    fails=(
        Fails(f"Article 1\n\n{_LONG}\n\nArticle 2\n\nLamps burn.\n\nArticle 3\n\n{_LONG}", _LONG, 11),
        Fails(f"Article 1\n\n1. {_LONG}\n\n2. Lamps burn.\n\n3. {_LONG}", _LONG, 7),
        Fails(f"Article 1\n\n{_LONG}\n\nArticle 2\n\n{_LONG}\n\nArticle 3\n\nLamps burn.", _LONG, 7),
    ),
    passes=(
        Passes(
            f"Article 1\n\n{_LONG}\n\nArticle 2\n\n{_LONG.replace('lighthouses', 'harbours')}",
            "one word says that they are two things",
        ),
        Passes(
            f"Article 1\n\n[{_LONG}]\n\nArticle 2\n\n[{_LONG}]",
            "what is in brackets may stand at two places until one is chosen",
        ),
        Passes(
            "Article 1\n\nThe measures under paragraph 1 of this article shall be open to review by a court of law.\n\n"
            "Article 2\n\nThe measures under paragraph 1 of this article shall be open to review by a court of law.",
            "this article is another one each time",
        ),
        Passes("Article 1\n\nLamps burn.\n\nArticle 2\n\nLamps burn.", "a few words are no copy"),
    ),
)
