"""A wording without what binds nobody: spelling, capitals, hyphens, spaces and typography folded, pauses kept apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import normalize

from treatydiff.rules.numerals import numerals
from treatydiff.text.tokens import is_word, tokens

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon

Pause = Literal["", "comma", "stop"]

_COMMAS = frozenset(",()–—")
_STOPS = frozenset(".;:")
_SILENT = frozenset("-‐‑\u00ad\"“”„«»‘’'`´")
_NUMBER = re.compile(r"\d+(?:[-.,]\d+)*")
_HYPHENS = re.compile(r"[-‐‑\u00ad\ufffe]")
_LABEL = re.compile(r"\((\d{1,3}|[a-z]|[ivx]{2,5})\)|\b(\d{1,3}|[a-z])\.(?=\s|[ivx\d]+\b)", re.IGNORECASE)
_APOSTROPHES = str.maketrans("’ʼ‘`´", "'''''")
_LONGEST_ITEM = 4


class _Piece(NamedTuple):
    """A word, folded, or a sign that is no punctuation, and the pause right before it."""

    letters: str
    pause: Pause


class Normal(NamedTuple):
    """The letters and numbers of a wording without spaces between them, and its pauses by the letters before them.

    A pause at either end is none.
    """

    letters: str
    pauses: tuple[tuple[int, Pause], ...]


def normal(text: str, lexicon: Lexicon, *, with_numbers: bool) -> Normal:
    """Fold a wording; `with_numbers` folds numbers in words, in digits and in both ("thirty (30)") into one form too.

    A comma, a parenthesis and a dash are one pause, a semicolon, a colon and a full stop another. A comma before the last item
    of a list of short items is none, nor are the signs around the number of an item: "(a)", "1.".
    """
    valued = _with_values(text, lexicon) if with_numbers else text
    pieces = _without_serial_commas(_pieces(_LABEL.sub(r" \1\2 ", valued), lexicon), lexicon)
    pauses: list[tuple[int, Pause]] = []
    place = 0
    for piece in pieces:
        if piece.pause and place:
            pauses.append((place, piece.pause))
        place += len(piece.letters)
    return Normal("".join(piece.letters for piece in pieces), tuple(pauses))


def _pieces(text: str, lexicon: Lexicon) -> list[_Piece]:
    found: list[_Piece] = []
    pause: Pause = ""
    for token in tokens(text):
        if token.isspace() or token in _SILENT:
            continue
        if token in _STOPS:
            pause = "stop"
        elif token in _COMMAS:
            pause = pause or "comma"
        else:
            found.append(_Piece(folded(token, lexicon) if is_word(token) else token, pause))
            pause = ""
    return found


def _without_serial_commas(pieces: list[_Piece], lexicon: Lexicon) -> list[_Piece]:
    """Take out each comma before "and" or "or" that another comma precedes by no more than the words of a short item."""
    joins = lexicon.words("editorial", "joins_last")
    found: list[_Piece] = []
    last = -_LONGEST_ITEM - 1
    for place, piece in enumerate(pieces):
        serial = piece.pause == "comma" and piece.letters in joins and place - last <= _LONGEST_ITEM
        found.append(piece._replace(pause="") if serial else piece)
        if piece.pause:
            last = place if piece.pause == "comma" else -_LONGEST_ITEM - 1
    return found


@lru_cache(maxsize=8192)
def folded(word: str, lexicon: Lexicon) -> str:
    """Give a word in lower case without hyphens, ligatures and the differences of spelling that the lexicon knows."""
    plain = normalize("NFKC", word).casefold().translate(_APOSTROPHES)
    if _NUMBER.fullmatch(plain):
        return plain
    plain = _HYPHENS.sub("", plain)
    for pattern, becomes in lexicon.spellings:
        plain = pattern.sub(becomes, plain)
    return plain


def _with_values(text: str, lexicon: Lexicon) -> str:
    found = text
    for numeral in reversed(numerals(text, frozenset(), lexicon)):
        ending = "th" if numeral.is_ordinal else ""
        found = f"{found[: numeral.span[0]]}{numeral.value}{ending}{found[numeral.span[1] :]}"
    return found
