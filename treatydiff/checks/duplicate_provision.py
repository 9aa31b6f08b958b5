"""Provisions that stand in a draft twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.checks.contest import is_contested

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Clause

ID: Final = "duplicate-provision"
_END: Final = 32
"""Characters at the head and at the foot of a clause by which a copy is first looked for."""
_PUNCTUATION: Final = str.maketrans(dict.fromkeys(',;:.()[]“”"', " "))
_SHORTEST: Final = 60
"""Characters. What says less may well be said twice: "This article applies to ships."."""
_SHORTEST_ALIKE: Final = 120
"""Characters of clauses that may be called nearly the same."""
_MOST_ALIKE: Final = 6
_ALIKE: Final = 97.0
"""Per cent of the characters in order."""


def look(subject: Subject) -> Iterator[Seen]:
    """Compare the longer clauses that have the same words; alternatives, and what speaks of its own article, may be alike."""
    if subject.is_amending:
        return
    long = [clause for clause in subject.operative if len(clause.words) >= _SHORTEST and not _may_be_alike(clause, subject)]
    found = ((clause, clause.words.casefold().translate(_PUNCTUATION).split()) for clause in _with_a_like_end(long))
    told: set[str] = set()
    for first, second in _pairs(found, subject):
        if second.id in told or _differ(first, second):
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


def _with_a_like_end(clauses: list[Clause]) -> Iterator[Clause]:
    """Yield the clauses that begin or end as another one does: a copy does, unless it was changed at both ends."""
    ends = [(clause.words[:_END].casefold(), clause.words[-_END:].casefold()) for clause in clauses]
    heads, tails = Counter(head for head, _ in ends), Counter(tail for _, tail in ends)
    yield from (clause for clause, (head, tail) in zip(clauses, ends, strict=True) if heads[head] > 1 or tails[tail] > 1)


def _pairs(found: Iterable[tuple[Clause, list[str]]], subject: Subject) -> Iterator[tuple[Clause, Clause]]:
    """Yield the clauses of the same words of content with an earlier one of about their length."""
    function = subject.lexicon.function_words
    groups: defaultdict[frozenset[str], list[tuple[Clause, int]]] = defaultdict(list)
    for clause, words in found:
        group = groups[frozenset(words) - function]
        yield from ((other, clause) for other, count in group[:_MOST_ALIKE] if abs(count - len(words)) * 20 <= len(words))
        group.append((clause, len(words)))


def _differ(first: Clause, second: Clause) -> bool:
    """Whether two clauses of the same words of content say two things, or are items of two lists."""
    if any(one.parent is not None and one.parent.text for one in (first, second)) and first.parent != second.parent:
        return True
    one, other = first.words, second.words
    if one == other:
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 (most drafts have no such pair)

    return len(other) < _SHORTEST_ALIKE or fuzz.ratio(one, other, score_cutoff=_ALIKE) == 0


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
