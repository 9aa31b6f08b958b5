"""Lines that PDFium drew together over the gap between two columns, taken apart again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.readers.pages.letters import Letters

_SAMPLES: Final = 12
_ENOUGH: Final = 4
_SHARE: Final = 0.75
_WIDEST_SPACE: Final = 0.9


class Span(NamedTuple):
    """The letters of one line, from `start` to `end`, without the hyphen that `hyphen` says stood behind them."""

    start: int
    end: int
    hyphen: bool = False


def without_gutter(letters: Letters, spans: Sequence[Span]) -> list[Span]:
    """Cut each line at the gap in the middle of the text, if most of the longest lines of the page have one there.

    No word space is as wide as nine tenths of the height of the letters.
    """
    longest = sorted(spans, key=lambda span: span.start - span.end)[:_SAMPLES]
    if len(longest) < _ENOUGH:
        return list(spans)
    middle = _middle(letters, longest)
    gaps = 0
    for n, span in enumerate(longest):
        gaps += _gap(letters, span, middle) is not None
        if gaps < _SHARE * (n + 1) and n + 1 >= _ENOUGH:
            return list(spans)
    return [part for span in spans for part in _cut(letters, span, middle)]


def _middle(letters: Letters, spans: Sequence[Span]) -> float:
    left = min(letters.edges(span.start)[0] for span in spans)
    return (left + max(letters.edges(span.end - 1)[1] for span in spans)) / 2


def _gap(letters: Letters, span: Span, x: float) -> tuple[int, int] | None:
    """Give the last letter before and the first behind a wide gap at `x`; None when there is none."""
    after = letters.place(span.start, span.end, x)
    while after < span.end and letters.text[after].isspace():
        after += 1
    before = after - 1
    while before > span.start and letters.text[before].isspace():
        before -= 1
    if after >= span.end or before < span.start:
        return None
    _, right, size = letters.edges(before)
    return (before, after) if letters.edges(after)[0] - right > _WIDEST_SPACE * size else None


def _cut(letters: Letters, span: Span, x: float) -> Iterator[Span]:
    gap = _gap(letters, span, x)
    if gap is None:
        yield span
    else:
        yield Span(span.start, gap[0] + 1)
        yield span._replace(start=gap[1])
