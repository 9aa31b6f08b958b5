"""The parts of a Word file, found by the relationships between them (ISO/IEC 29500-2)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.errors import DraftError
from treatydiff.readers.word.archive import SAVE_AGAIN, Archive
from treatydiff.readers.word.names import REL, STRICT_NAMES
from treatydiff.readers.xml.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_USUAL: Final = "word/document.xml"
_EXTERNAL: Final = "External"


class Related(NamedTuple):
    """What a part refers to: the kind of reference ("styles", "footnotes", "hyperlink"), and a part or an address outside."""

    kind: str
    target: str
    is_external: bool


class Package:
    """An open Word file. `main` is the name of the part that holds the text; parts are parsed when they are asked for."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        self._archive = Archive(data, path)
        self.main = next((to.target for to in self.related("").values() if to.kind == "officeDocument"), _USUAL)
        if self.main not in self._archive:
            raise self._archive.damaged("it holds no Word document")

    def related(self, part: str) -> Mapping[str, Related]:
        """Give what a part refers to, by the ids of the references; "" stands for the file as a whole."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {} if root is None else dict(_relationships(root, folder))

    def part(self, name: str) -> _Element | None:
        """Parse a part; None where the file has none of that name.

        Raises:
            DraftError: the part is damaged, locked, too large, or no well-formed XML.

        """
        data = self._archive.read(name)
        if data is None:
            return None
        for strict, transitional in STRICT_NAMES:
            data = data.replace(strict, transitional)
        try:
            return parse(data, self._path)
        except DraftError as error:
            place = ", ".join(part for part in (name, error.place) if part)
            raise type(error)(error.problem, mend=SAVE_AGAIN, subject=self._path, place=place) from None


def _relationships(root: _Element, folder: str) -> Iterator[tuple[str, Related]]:
    for element in root.iter(f"{{{REL}}}Relationship"):
        kind = element.get("Type", "").rpartition("/")[2]
        target = element.get("Target", "")
        if element.get("TargetMode") == _EXTERNAL:
            yield element.get("Id", ""), Related(kind, target, is_external=True)
        else:
            inside = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield element.get("Id", ""), Related(kind, inside, is_external=False)
