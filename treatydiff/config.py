"""Settings of a treaty or a user, from TOML to a value."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any, Final, get_args

from treatydiff.errors import ConfigError
from treatydiff.model import Config, Level

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_LEVELS: Final[tuple[str, ...]] = get_args(Level)


def parse(data: bytes, path: str, rules: Collection[str]) -> Config:
    """Read the tables `[rules]` and `[lexicon.<language>]`; others are of a treaty and are passed over.

    `rules` are the ids of all rules.

    Raises:
        ConfigError: the bytes are no TOML, or name a rule or a level that does not exist.

    """
    try:
        written = tomllib.loads(data.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"is no valid TOML ({error})", mend="mend the file", subject=path) from error
    levels, vocabulary = (_table(written, name, path) for name in ("rules", "lexicon"))
    for rule, level in levels.items():
        if rule not in rules:
            raise _unknown(path, f"rules.{rule}", "there is no such rule", rules)
        if level not in _LEVELS:
            raise _unknown(path, f"rules.{rule}", f"there is no level {level!r}", _LEVELS)
    for language in vocabulary:
        _table(vocabulary, language, path, "lexicon.")
    return Config(levels, vocabulary, path)


def _table(written: Mapping[str, Any], name: str, path: str, above: str = "") -> dict[str, Any]:
    value = written.get(name, {})
    if not isinstance(value, dict):
        raise ConfigError("is no table", mend=f"write [{above}{name}]", subject=path, place=f"{above}{name}")
    return value


def _unknown(path: str, place: str, problem: str, known: Collection[str]) -> ConfigError:
    return ConfigError(problem, mend=f"choose from {', '.join(known)}", subject=path, place=place)
