"""Which reader a file is read by."""

from __future__ import annotations

from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from treatydiff.errors import UnknownFormatError, UsageError
from treatydiff.readers import READERS

if TYPE_CHECKING:
    from treatydiff.readers.reader import Reader

_XML: Final = ".xml"
_XML_DECLARATION: Final = (b"<?xml", b"\xef\xbb\xbf<?xml")


def chosen_reader(data: bytes, path: str, name: str = "") -> Reader:
    """Give the reader called `name`, else the one for the content.

    That is the one that recognises it beyond doubt, else the one that goes by the suffix of `path`, else the first that
    recognises it at all.

    Raises:
        UsageError: there is no reader of that name.
        UnknownFormatError: no reader recognises the content.

    """
    if name:
        for reader in READERS:
            if reader.name == name:
                return reader
        raise UsageError(f"there is no input format {name!r}", mend=f"choose from {', '.join(r.name for r in READERS)}")
    suffix = _XML if data.startswith(_XML_DECLARATION) else PurePath(path).suffix.lower()
    certain = (reader for reader in READERS if reader.certain and reader.recognise(data))
    called = (reader for reader in READERS if suffix in reader.suffixes)
    able = (reader for reader in READERS if reader.recognise(data))
    chosen = next(chain(certain, called, able), None)
    if chosen is None:
        known = ", ".join(reader.name for reader in READERS)
        raise UnknownFormatError("is no draft in a format known here", mend=f"give one of: {known}", subject=path)
    return chosen
