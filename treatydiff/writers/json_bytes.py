"""Values as JSON in UTF-8, whatever letters are in them."""

from __future__ import annotations

import re
from typing import Final

import msgspec

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def json_bytes(value: msgspec.Struct) -> bytes:
    """Write a value as JSON, indented by two spaces; a lone surrogate, for which UTF-8 has no place, becomes U+FFFD."""
    try:
        data = msgspec.json.encode(value)
    except UnicodeEncodeError:
        data = msgspec.json.encode(_well_formed(msgspec.to_builtins(value)))
    return msgspec.json.format(data, indent=2) + b"\n"


def _well_formed(value: object) -> object:
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_well_formed(key): _well_formed(each) for key, each in value.items()}
    return [_well_formed(each) for each in value] if isinstance(value, list | tuple) else value
