"""Characters of symbol fonts as the Unicode characters that they look like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLANE: Final = range(0x10000)
_PRIVATE: Final = range(0xF000, 0xF100)
_ADOBE: Final = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑",
)
_SYMBOL: Final[Mapping[int, str]] = {
    **dict(enumerate(_ADOBE[0], start=0x20)),
    **dict(enumerate(_ADOBE[1], start=0xA0)),
}
_WINGDINGS: Final[Mapping[int, str]] = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_FONTS: Final[Mapping[str, Mapping[int, str]]] = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbol(font: str, code: str) -> str:
    """Give the character of a symbol font by its hexadecimal code; U+FFFD where nobody knows what it looks like."""
    try:
        place = int(code, 16)
    except ValueError:
        return "\ufffd"
    known = _FONTS.get(font.strip().casefold())
    own = place - _PRIVATE.start if place in _PRIVATE else place
    if known is not None:
        return known.get(own, "\ufffd")
    return chr(own) if own in _PLANE and chr(own).isprintable() else "\ufffd"
