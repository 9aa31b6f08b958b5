"""Putting a user's own words into a lexicon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from treatydiff.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SHAPES: Final[dict[type, str]] = {dict: "a table", list: "a list", str: "a text"}


def merged(base: Mapping[str, Any], own: Mapping[str, Any], place: str) -> dict[str, Any]:
    """Give a lexicon file with a user's additions: tables are merged, lists get the user's entries first, values are replaced.

    Raises:
        ConfigError: an addition has another shape than what it is added to, or is no valid pattern; `place` is named in it.

    """
    found = dict(base)
    for name, value in own.items():
        where = f"{place}.{name}"
        known: Any = base.get(name)
        if known is not None and _shape(known) is not _shape(value):
            raise ConfigError(
                f"is {_said(value)}, where the lexicon has {_said(known)}", mend="give it that shape", place=where
            )
        if isinstance(value, dict):
            found[name] = merged(known or {}, value, where)
        else:
            _check_patterns(value, where)
            found[name] = [*value, *(known or [])] if isinstance(value, list) else value
    return found


def _shape(value: object) -> type:
    return next((shape for shape in _SHAPES if isinstance(value, shape)), int)


def _said(value: object) -> str:
    return _SHAPES.get(_shape(value), "a number")


def _check_patterns(value: object, place: str) -> None:
    for text in _texts(value):
        try:
            re.compile(text)
        except re.error as error:
            raise ConfigError(f"is no valid pattern ({error})", mend="mend the regular expression", place=place) from error


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
