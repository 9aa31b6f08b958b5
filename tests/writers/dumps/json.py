"""JSON with as many values on a line as fit; the version of the program, which every release changes, is left out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDTH: Final = 150


def readable(data: bytes) -> str:
    whole = json.loads(data)
    del whole["generator"]
    return "".join(f"{line}\n" for line in _lines(whole, "", ""))


def _lines(value: Any, head: str, indent: str) -> Iterator[str]:  # noqa: ANN401 (whatever JSON holds)
    """Give a value whole where it fits, else what it holds further in, small values beside each other."""
    if _fits(value, head, indent) or not isinstance(value, dict | list):
        yield f"{indent}{head}{_flat(value)}"
        return
    yield f"{indent}{head}{'{' if isinstance(value, dict) else '['}"
    row = ""
    for key, each in value.items() if isinstance(value, dict) else (("", each) for each in value):
        name = f"{key}: " if key else ""
        if row and not _fits(each, f"{row}, {name}", f"{indent}  "):
            yield f"{indent}  {row}"
            row = ""
        if _fits(each, name, f"{indent}  "):
            row = f"{row}{', ' if row else ''}{name}{_flat(each)}"
        else:
            yield from _lines(each, name, f"{indent}  ")
    if row:
        yield f"{indent}  {row}"
    yield f"{indent}{'}' if isinstance(value, dict) else ']'}"


def _fits(value: object, head: str, indent: str) -> bool:
    return len(indent) + len(head) + len(_flat(value)) <= _WIDTH


def _flat(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
