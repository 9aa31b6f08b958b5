"""The text of a file as it is written, and where the words of a provision stand in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, Literal

from treatydiff.text.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Provision, Span

Part = Literal["words", "heading", "num"]
"""What of a provision is meant."""
_LINE_END: Final = re.compile(r"\r\n?|\n")
_GAP: Final = r"(?:\s|<[^<>]{0,400}>|[*_\\\[\]>#`{}]|&nbsp;|&#160;)*"
_ESCAPED: Final = {
    "&": r"&(?:amp;|#38;)?",
    "<": r"(?:<|&lt;)",
    ">": r"(?:>|&gt;)",
    '"': r'(?:"|&quot;)',
    "'": "['’]",
    "’": "['’]",
}
_CONTEXTS: Final = (8, 3, 1)
"""Words before the ones that are sought by which the right place is told, as many as stand there."""
_MOST_WORDS: Final = 60


@dataclass(frozen=True, eq=False)
class Source:
    """The characters of a file, line ends as they are."""

    text: str

    @cached_property
    def starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(found.end() for found in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Give the line and the column of an offset, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def offset(self, line: int) -> int:
        """Give the offset at which a line begins; the end of the text past its last line."""
        return self.starts[line - 1] if 0 < line <= len(self.starts) else len(self.text)

    def line(self, number: int) -> str:
        """Give a line without its end."""
        return self.text[self.offset(number) : self.offset(number + 1)].rstrip("\r\n")

    def found(self, text: str, span: Span, within: Span, *, exact: bool = False) -> Span | None:
        """Find the words that stand at a span of a text, white space and markup aside; None where they are not there.

        Words that stand several times are told apart by their turn, or where the bounds hold more of them by the words before
        them. Where `exact`, all words around the span have to stand there too.
        """
        if exact:
            return self._among(text, span, within)
        sought = _pattern(text[slice(*span)])
        if not sought:
            return None
        here = _occurrences(sought, self.text, *within)
        if len(here) < 2:  # noqa: PLR2004 (one or none)
            return here[0] if here else None
        own = _occurrences(sought, text, 0, len(text))
        if len(own) == len(here):
            return here[bisect_right(own, span) - 1]
        before = words(text[: span[0]])
        for reach in _CONTEXTS:
            known = before[-reach:]
            if known and (head := _pattern(text[known[0].start : span[0]])):
                near = re.compile(f"{head}{_GAP}(?P<sought>{sought})").search(self.text, *within)
                if near is not None:
                    return near.span("sought")
        return here[0]

    def _among(self, text: str, span: Span, within: Span) -> Span | None:
        """Find words with all those around them."""
        head, sought, tail = (_pattern(part) for part in (text[: span[0]], text[slice(*span)], text[span[1] :]))
        whole = _GAP.join(part for part in (head, f"(?P<sought>{sought})", tail) if part)
        found = re.compile(whole).search(self.text, *within)
        return found.span("sought") if found else None


@lru_cache(maxsize=64)
def _occurrences(sought: str, text: str, start: int, end: int) -> tuple[Span, ...]:
    """Give the places of a pattern within bounds in order; asked for again and again where one word is at fault many times."""
    return tuple(match.span() for match in re.compile(sought).finditer(text, start, end))


def _pattern(text: str) -> str:
    """Write the words of a text as a pattern that passes over white space and markup between them."""
    tokens = [word.text for word in words(text[: _MOST_WORDS * 40])][:_MOST_WORDS]
    return _GAP.join("".join(_ESCAPED.get(c) or re.escape(c) for c in token) for token in tokens)


@dataclass(frozen=True, eq=False)
class Sites:
    """Where the provisions of a draft stand in its source."""

    source: Source
    provisions: tuple[Provision, ...]

    @cached_property
    def _lines(self) -> list[int]:
        return sorted({one.line for top in self.provisions for one in top.walk() if one.line is not None})

    def site(self, provision: Provision, part: Part, span: Span | None) -> Span | None:
        """Give the offsets of a part of a provision, or of a span of it, in the source; None where they cannot be told."""
        if provision.line is None:
            return None
        text = str(getattr(provision, part))
        start = self.source.offset(provision.line)
        wanted = span or (0, len(text))
        for end in self._ends(provision):
            if found := self.source.found(text, wanted, (start, end)):
                return found
        return None

    def _ends(self, provision: Provision) -> Iterable[int]:
        """Yield how far the words of a provision may reach: to the next one, then past all that stands below it."""
        lines = self._lines
        line = provision.line or 0
        yield self._end_of(line)
        if provision.children:
            deepest = max((one.line or 0 for one in provision.walk()), default=line)
            yield self._end_of(max(deepest, line))
        else:
            place = bisect_right(lines, line)
            yield self._end_of(lines[place]) if place < len(lines) else len(self.source.text)

    def _end_of(self, line: int) -> int:
        place = bisect_right(self._lines, line)
        return self.source.offset(self._lines[place]) if place < len(self._lines) else len(self.source.text)

    def last_line(self, provision: Provision) -> int:
        """Give the last line of a provision with all below it."""
        deepest = max((one.line or 0 for one in provision.walk()), default=0)
        end = self._end_of(deepest)
        return self.source.position(max(0, end - 1))[0]

    def following(self, line: int) -> Provision | None:
        """Give the first provision that begins on a line or behind it, the outermost of several."""
        place = bisect_right(self._lines, line - 1)
        wanted = self._lines[place] if place < len(self._lines) else None
        return next((one for top in self.provisions for one in top.walk() if one.line == wanted), None) if wanted else None
