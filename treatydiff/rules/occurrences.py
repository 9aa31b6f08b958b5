"""Where a term stands in a text, in the singular and in the plural."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from treatydiff.model import Clause, Span

_FEWEST_LETTERS = 4
_PART = re.compile(r"[^\W_]+")


class Occurrences(NamedTuple):
    """A term ready to be looked for; `needed` gives for each of its words the forms of which one stands wherever it does.

    They are in lower case, each without what follows the first hyphen or apostrophe in it.
    """

    term: str
    pattern: re.Pattern[str]
    needed: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, term: str) -> Occurrences:
        """Prepare a term; its last word is found in the singular and in the plural, every word in any case."""
        return _prepared(term)

    def spans(self, text: str) -> list[Span]:
        """Give the places of the term in order."""
        return [match.span() for match in self.pattern.finditer(text)]

    def outside(self, other: Occurrences | None, text: str) -> list[Span]:
        """Give the places of the term that are no part of the other term, if there is one, nor of a name."""
        own = [span for span in self.spans(text) if not self._is_name(text, span)]
        taken = other.spans(text) if own and other is not None else []
        return [span for span in own if not any(start <= span[0] and span[1] <= end for start, end in taken)]

    def _is_name(self, text: str, span: Span) -> bool:
        """Whether the term is written with capitals in the middle of a sentence where it is written small elsewhere."""
        here = text[slice(*span)]
        before = text[: span[0]].rstrip()
        begins = not before or before[-1] in ".:;\n“\"'‘("
        return self.term == self.term.casefold() and here[:1].isupper() and not begins


@lru_cache(maxsize=1024)
def _prepared(term: str) -> Occurrences:
    *first, last = term.split()
    parts = [re.escape(word) for word in first] + [_either(_numbers(last))]
    phrase = r"\s+".join(parts)
    written_words = [*([word] for word in first), _numbers(last)]
    head, *rest = (_openers(forms) for forms in written_words)
    needed = (head, *filter(None, rest))
    return Occurrences(term, re.compile(rf"(?<![\w-]){phrase}(?![\w-])", re.IGNORECASE), needed)


def _openers(forms: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_PART.findall(word.casefold())[0] for word in forms if _PART.search(word)))


def _either(forms: list[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, forms))})"


def _numbers(word: str) -> list[str]:
    """Give the forms of a noun in the singular and in the plural, and some that no noun has."""
    if len(word) < _FEWEST_LETTERS:
        return [f"{word}s", word]
    if word.endswith(("ies", "y")):
        bare = word.removesuffix("ies").removesuffix("y")
        return [f"{bare}ies", f"{bare}y"]
    bare = word.removesuffix("s")
    return [f"{bare}es", f"{bare}s", bare, *([bare.removesuffix("e")] if word.endswith("es") else [])]


def written(clause: Clause) -> str:
    """Give all that a clause says, its heading included."""
    provision = clause.provision
    return f"{provision.heading}\n{provision.words}" if provision.heading and provision.words else clause.words
