"""What stands before the content of an XML file, read without a parser that could be led astray."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple
from xml.parsers import expat

_FIRST_PIECE: Final = 4096


class Prolog(NamedTuple):
    """What stands before the content of an XML file.

    `namespace` and `name` are those of the root element, empty when none is found; `entity_line` is the line of the first
    entity declaration, 0 when there is none.
    """

    namespace: str
    name: str
    entity_line: int


def prolog(data: bytes) -> Prolog:
    """Read `data` up to the root element; never raise."""
    found = _opening(data[:_FIRST_PIECE])
    return found if found.name or len(data) <= _FIRST_PIECE else _read(data)


@lru_cache(maxsize=4)
def _opening(data: bytes) -> Prolog:
    """Read the first bytes of a file, which several readers are asked about."""
    return _read(data)


def _read(data: bytes) -> Prolog:
    """Read piece by piece. Pieces double in size, because the parser looks again at a whole name or comment with each."""
    parser = expat.ParserCreate(namespace_separator="\n")
    entities: list[int] = []
    roots: list[str] = []

    def on_entity(*_declaration: object) -> None:
        entities.append(parser.CurrentLineNumber)

    def on_element(name: str, _attributes: dict[str, str]) -> None:
        roots.append(name)

    parser.EntityDeclHandler = on_entity
    parser.StartElementHandler = on_element
    try:
        start, end = 0, _FIRST_PIECE
        while start < len(data) and not roots:
            parser.Parse(data[start:end], False)
            start, end = end, end * 2
    except (expat.ExpatError, LookupError, ValueError):
        pass
    namespace, _, name = (roots[0] if roots else "").rpartition("\n")
    return Prolog(namespace, name, entities[0] if entities else 0)
