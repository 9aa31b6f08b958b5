"""The parts of a Word file: a zip from a stranger, opened within bounds, its parts found by their relationships."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.errors import DraftError, UnsafeDraftError
from treatydiff.readers.word.names import REL, STRICT_NAMES
from treatydiff.readers.xml.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_MOST_MEMBERS: Final = 5_000
"""Members of the zip; a treaty with a picture on each of its pages has some hundreds."""
_LARGEST_PART: Final = 64 * 1024 * 1024
_LARGEST_SUM: Final = 96 * 1024 * 1024
_HIGHEST_RATIO: Final = 200
"""Times that a part may grow when it is unpacked; Word's own XML grows 5 to 40 times."""
_SMALL: Final = 1024 * 1024
_CENTRAL: Final = b"PK\x01\x02"
_DAMAGED: Final = "open it in Word or LibreOffice and save it again"
_EXTERNAL: Final = "External"


class Related(NamedTuple):
    """What a part refers to: the kind of reference ("styles", "footnotes", "hyperlink"), and a part or an address outside."""

    kind: str
    target: str
    is_external: bool


class Package:
    """An open Word file. Parts are unpacked and parsed when they are asked for; all trouble is a `DraftError`."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        self._left = _LARGEST_SUM
        if data.count(_CENTRAL) > _MOST_MEMBERS:
            raise self._unsafe(f"holds more than {_MOST_MEMBERS:,} files")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
            raise self._damaged("the zip is cut off or broken") from error
        self._names = {name.lower(): name for name in self._zip.namelist()}
        self.main = self._main()

    def _main(self) -> str:
        found = next((to.target for to in self.related("").values() if to.kind == "officeDocument"), "word/document.xml")
        if found.lower() not in self._names:
            raise self._damaged("it holds no Word document")
        return found

    def related(self, part: str) -> Mapping[str, Related]:
        """Give what a part refers to, by the ids of the references; "" stands for the file as a whole."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {} if root is None else {key: found for key, found in _relationships(root, folder) if key}

    def part(self, name: str) -> _Element | None:
        """Parse a part; None where the file has none of that name.

        Raises:
            DraftError: the part is damaged, locked, too large, or no well-formed XML.

        """
        actual = self._names.get(name.lower())
        if actual is None:
            return None
        data = self._unpacked(self._zip.getinfo(actual))
        for strict, transitional in STRICT_NAMES:
            data = data.replace(strict, transitional)
        try:
            return parse(data, self._path)
        except DraftError as error:
            place = f"{name}, {error.place}" if error.place else name
            raise type(error)(error.problem, mend=_DAMAGED, subject=self._path, place=place) from None

    def _unpacked(self, member: zipfile.ZipInfo) -> bytes:
        limit = min(_LARGEST_PART, self._left)
        if member.flag_bits & 1:
            raise DraftError("is locked with a password", mend="save it without one", subject=self._path, place=member.filename)
        if member.file_size > max(_SMALL, _HIGHEST_RATIO * member.compress_size) or member.file_size > limit:
            raise self._unsafe(f"unpacks to {member.file_size / _SMALL:,.0f} MB", member.filename)
        try:
            with self._zip.open(member) as file:
                data = file.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
            raise self._damaged("a part of it cannot be unpacked", member.filename) from error
        if len(data) > limit:
            raise self._unsafe("unpacks to more than a draft needs", member.filename)
        self._left -= len(data)
        return data

    def _damaged(self, problem: str, place: str = "") -> DraftError:
        return DraftError(f"is no readable Word file: {problem}", mend=_DAMAGED, subject=self._path, place=place)

    def _unsafe(self, problem: str, place: str = "") -> UnsafeDraftError:
        return UnsafeDraftError(problem, mend="a draft is smaller; check that it is one", subject=self._path, place=place)


def _relationships(root: _Element, folder: str) -> Iterator[tuple[str, Related]]:
    for element in root.iter(f"{{{REL}}}Relationship"):
        kind = element.get("Type", "").rpartition("/")[2]
        target = element.get("Target", "")
        if element.get("TargetMode") == _EXTERNAL:
            yield element.get("Id", ""), Related(kind, target, is_external=True)
        else:
            inside = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            yield element.get("Id", ""), Related(kind, inside, is_external=False)
