"""The lexicon of a language with what a user's settings add to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.errors import ConfigError
from treatydiff.lexicon import extended, load

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon
    from treatydiff.model import Config


def of_settings(language: str, config: Config | None) -> Lexicon:
    """Give the lexicon of a language with the user's own words.

    Raises:
        ConfigError: the user's own words cannot be read as parts of a lexicon.

    """
    own = config.vocabulary.get(language) if config else None
    if not own:
        return load(language)
    try:
        return extended(language, own)
    except ConfigError as error:
        raise ConfigError(error.problem, mend=error.mend, subject=config.path if config else "", place=error.place) from error
