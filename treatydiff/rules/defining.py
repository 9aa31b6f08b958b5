"""The definitions of a wording: the term, whether it means or only includes, and the words that define it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.rules.substitutions import key_of
from treatydiff.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Clause, Span
    from treatydiff.rules.substitutions import Key

_LONGEST_HEAD = 260
_END = re.compile(r"[;\n]")
_QUOTES = "\"“”„«»‘’'`"


class Definition(NamedTuple):
    """A term with the words that define it.

    `head` spans the term with its quotation marks and the verb, `body` the words that define it. `is_open` when it says what
    the term includes, not what it means. `head` is None where the term stands in the clause above, as before a list.
    """

    term: str
    key: Key
    is_open: bool
    head: Span | None
    body: Span


def definitions(clauses: tuple[Clause, ...], text: str, lexicon: Lexicon) -> tuple[Definition, ...]:
    """Find the definitions of clauses that read as `text`, in order; where there is none, the one above an item of a list."""
    found = defined_in(text, lexicon)
    if found or len(clauses) != 1:
        return found
    parent = clauses[0].parent
    if parent is None or not parent.text.rstrip().endswith((":", "—", "–")):
        return ()
    last = defined_in(parent.text, lexicon)[-1:]
    return tuple(one._replace(head=None, body=(0, len(text))) for one in last)


@lru_cache(maxsize=512)
def defined_in(text: str, lexicon: Lexicon) -> tuple[Definition, ...]:
    """Find the definitions of a text in order."""
    if not any(word in text for word in lexicon.words("definitions", "verbs")):
        return ()
    heads = list(_heads(text, lexicon))
    found = []
    for n, (start, end, term, verb) in enumerate(heads):
        until = heads[n + 1][0] if n + 1 < len(heads) else len(text)
        stop = _END.search(text, end, until)
        body = (end, stop.start() if stop else until)
        is_open = lexicon.pattern("definitions", "open").search(verb) is not None
        found.append(Definition(term, key_of(words(term), lexicon), is_open, (start, end), body))
    return tuple(found)


def _heads(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str, str]]:
    """Give the place of each term with its verb, the term and the verb: a verb of definition behind a term."""
    for verb in lexicon.pattern("definitions", "verb").finditer(text):
        start = max(0, verb.start() - _LONGEST_HEAD)
        names = ("quoted",) if lexicon.pattern("definitions", "open").search(verb[0]) else ("quoted", "bare")
        for name in names:
            head = lexicon.pattern("definitions", name).search(text[start : verb.start()])
            term = " ".join(head["term"].split()).strip(_QUOTES).strip() if head is not None else ""
            if head is not None and term:
                yield start + head.start(), verb.end(), term, verb[0]
                break


def defined(clauses: Iterable[Clause], lexicon: Lexicon) -> dict[Key, str]:
    """Give the terms that clauses define, by the stems of their words, each with the id of its clause."""
    return {one.key: clause.id for clause in clauses for one in defined_in(clause.words, lexicon)}
