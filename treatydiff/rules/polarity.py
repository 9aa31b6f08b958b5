"""Whether two operators differ by a negative alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from treatydiff.rules.operators import Reading


def is_negation_only(old: Reading, new: Reading) -> bool:
    """Whether one operator forbids what the other bids or states: "shall" against "shall not" or "no ... shall".

    The rule for negation speaks of such a pair, not that for modality. "May not" is left to modality, because it can forbid as
    well as leave open; so is every change of the modal word itself.
    """
    poles = [old.known.pole, new.known.pole]
    if poles.count("negative") != 1 or "neutral" in poles or "ambiguous" in {old.known.id, new.known.id}:
        return False
    return _modal(old) == _modal(new)


def _modal(reading: Reading) -> str:
    """Give the word of an operator that says how far it binds: the first, or the last of "no ... shall"."""
    words = reading.words.casefold().split()
    return words[-1] if reading.known.pole == "negative" and len(words) > 1 and "…" in words else words[0]
