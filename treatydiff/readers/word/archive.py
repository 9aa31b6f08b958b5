"""A zip from a stranger, opened within bounds: how many files, how large each and all, how much they may grow."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from treatydiff.errors import DraftError, UnsafeDraftError

_MOST_MEMBERS: Final = 5_000
"""Members of the zip; a treaty with a picture on each of its pages has some hundreds."""
_LARGEST_MEMBER: Final = 64 * 1024 * 1024
_LARGEST_SUM: Final = 96 * 1024 * 1024
_HIGHEST_RATIO: Final = 200
"""Times that a member may grow when it is unpacked; the XML of office programs grows 5 to 40 times."""
_SMALL: Final = 8 * 1024 * 1024
"""Bytes that a member may always have, however much it grew."""
_MEGABYTE: Final = 1024 * 1024
_CENTRAL: Final = b"PK\x01\x02"
_LOCKED: Final = 1
SAVE_AGAIN: Final = "open it in Word or LibreOffice and save it again"


class Archive:
    """An open zip whose members are unpacked when they are asked for; names are compared without case, as Word does."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        self._left = _LARGEST_SUM
        if data.count(_CENTRAL) > _MOST_MEMBERS:
            raise self._unsafe(f"holds more than {_MOST_MEMBERS:,} files")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self.damaged("the zip is cut off or broken") from error
        self._members = {member.filename.lower(): member for member in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        """Whether there is a member of that name."""
        return name.lower() in self._members

    def read(self, name: str) -> bytes | None:
        """Unpack a member; None where there is none of that name.

        Raises:
            DraftError: it is damaged or locked with a password.
            UnsafeDraftError: it, or all that was asked for so far, unpacks to more than a draft needs.

        """
        member = self._members.get(name.lower())
        if member is None:
            return None
        if member.flag_bits & _LOCKED:
            raise DraftError("is locked with a password", mend="save it without one", subject=self._path, place=member.filename)
        self._refuse_growth(member)
        limit = min(_LARGEST_MEMBER, self._left)
        try:
            with self._zip.open(member) as file:
                data = file.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
            raise self.damaged("a part of it cannot be unpacked", member.filename) from error
        if len(data) > limit:
            raise self._unsafe("unpacks to more than a draft needs", member.filename)
        self._left -= len(data)
        return data

    def refuse_bombs(self) -> None:
        """Refuse the whole where one of its members grows too much, for a program that will unpack them all.

        Raises:
            UnsafeDraftError: one does.

        """
        for member in self._members.values():
            self._refuse_growth(member)

    def damaged(self, problem: str, place: str = "") -> DraftError:
        """Give the error for a file that is not what it claims to be."""
        return DraftError(f"is damaged: {problem}", mend=SAVE_AGAIN, subject=self._path, place=place)

    def _refuse_growth(self, member: zipfile.ZipInfo) -> None:
        if member.file_size > min(max(_SMALL, _HIGHEST_RATIO * member.compress_size), _LARGEST_MEMBER):
            raise self._unsafe(f"unpacks to {member.file_size / _MEGABYTE:,.0f} MB", member.filename)

    def _unsafe(self, problem: str, place: str = "") -> UnsafeDraftError:
        return UnsafeDraftError(problem, mend="a draft is smaller; check that it is one", subject=self._path, place=place)
