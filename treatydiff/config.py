"""Settings of a treaty or a user, from TOML to a value."""

from __future__ import annotations

import tomllib
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, get_args

from treatydiff.errors import ConfigError
from treatydiff.model import CheckLevel, Config, Level, PolicyKind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_LEVELS: Final[tuple[str, ...]] = get_args(Level)
_CHECK_LEVELS: Final[tuple[str, ...]] = get_args(CheckLevel)
_KINDS: Final[tuple[str, ...]] = get_args(PolicyKind)
_NEEDS_NOTE: Final = "needs-note"
PROJECT_FILE: Final = "pyproject.toml"
"""Where a Python project keeps the settings of its tools; ours stand under `[tool.treatydiff]`."""


def parse(data: bytes, path: str, rules: Collection[str]) -> Config:
    """Read the tables `[rules]`, `[checks]`, `[policy]` and `[lexicon.<language>]`; others are of a treaty and are passed over.

    `rules` are the ids of all rules; those of checks are looked at when drafts are checked. In a `pyproject.toml` the tables
    stand under `[tool.treatydiff]`.

    Raises:
        ConfigError: the bytes are no TOML, or name a rule or a level that does not exist.

    """
    try:
        written = tomllib.loads(data.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"is no valid TOML ({error})", mend="mend the file", subject=path) from error
    above = ""
    if PurePath(path).name == PROJECT_FILE:
        above = "tool.treatydiff."
        written = _table(_table(written, "tool", path), "treatydiff", path, "tool.")
    levels, checks, vocabulary = (_table(written, name, path, above) for name in ("rules", "checks", "lexicon"))
    for rule, level in levels.items():
        if rule not in rules:
            raise _unknown(path, f"rules.{rule}", "there is no such rule", rules)
        if level not in _LEVELS:
            raise _unknown(path, f"rules.{rule}", f"there is no level {level!r}", _LEVELS)
    for check, level in checks.items():
        if level not in _CHECK_LEVELS:
            raise _unknown(path, f"{above}checks.{check}", f"there is no level {level!r}", _CHECK_LEVELS)
    for language in vocabulary:
        _table(vocabulary, language, path, "lexicon.")
    return Config(levels, vocabulary, path, checks, _policy(_table(written, "policy", path, above), path, f"{above}policy"))


def _policy(table: Mapping[str, Any], path: str, place: str) -> tuple[PolicyKind, ...]:
    """Read the kinds of change that need a note."""
    for name in table:
        if name != _NEEDS_NOTE:
            raise _unknown(path, place, f"there is no field {name!r}", [_NEEDS_NOTE])
    kinds = table.get(_NEEDS_NOTE, [])
    if not isinstance(kinds, list):
        raise ConfigError("is no list", mend=f'write {_NEEDS_NOTE} = ["{_KINDS[0]}"]', subject=path, place=place)
    for kind in kinds:
        if kind not in _KINDS:
            raise _unknown(path, f"{place}.{_NEEDS_NOTE}", f"there is no kind of change {kind!r}", _KINDS)
    return tuple(kinds)


def _table(written: Mapping[str, Any], name: str, path: str, above: str = "") -> dict[str, Any]:
    value = written.get(name, {})
    if not isinstance(value, dict):
        raise ConfigError("is no table", mend=f"write [{above}{name}]", subject=path, place=f"{above}{name}")
    return value


def _unknown(path: str, place: str, problem: str, known: Collection[str]) -> ConfigError:
    return ConfigError(problem, mend=f"choose from {', '.join(known)}", subject=path, place=place)
