"""From the bytes of a text file to its characters."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.errors import DraftError
from treatydiff.model import ReadWarning

if TYPE_CHECKING:
    from typing import Final

BYTE_ORDER_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NO_CHARACTERS: Final = re.compile("[\0-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")
"""Control characters and non-characters, which XML cannot carry, so that no format but this could hold them."""
_OLDER: Final = {
    "cp1252": "Windows-1252",
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "iso8859_5": "ISO 8859-5",
    "cp1256": "Windows-1256",
    "iso8859_6": "ISO 8859-6",
    "gb18030": "GB 18030",
}
"""The encodings in which texts in the six UN languages were saved before UTF-8."""
_LOOKED_AT: Final = 65_536
_SHARE_OF_NULS: Final = 0.1
_FEWEST_NULS: Final = 3
_SHORTEST: Final = 16
"""Bytes: in less than that zeros show no encoding."""
_CONTROLS: Final = re.compile(b"[\0-\x08\x0e-\x1a\x1c-\x1f]")


class Decoded(NamedTuple):
    """The characters of a file, and a warning when its encoding had to be guessed."""

    text: str
    warnings: tuple[ReadWarning, ...] = ()


def decoded(data: bytes, path: str) -> str:
    r"""Decode a text as `decode` does, and give its characters alone.

    Raises:
        DraftError: as for `decode`.

    """
    return decode(data, path).text


def decode(data: bytes, path: str) -> Decoded:
    r"""Decode UTF-8, or UTF-16 with or without a byte order mark; line ends become "\n".

    What is neither is read in the older encoding of one of the six UN languages that fits best, with a warning. Characters
    that XML cannot carry become U+FFFD, so that a draft and its conversion have the same words.

    Raises:
        DraftError: no text at all, nothing but white space, or an encoding that cannot be told.

    """
    mark, encoding = next(((mark, name) for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), (b"", ""))
    warnings: tuple[ReadWarning, ...] = ()
    try:
        text = data[len(mark) :].decode(encoding or _without_mark(data))
    except UnicodeDecodeError as error:
        if mark:
            raise _malformed(data, error, path, encoding, len(mark)) from error
        text, name = _older(data, error, path)
        warnings = (ReadWarning("encoding", f"the file is not UTF-8 and was read as {name}; save it as UTF-8 to be sure"),)
    if "\0" in text:
        raise _not_text(path)
    if not text.strip():
        raise DraftError("is empty", mend="give a file with the text of a draft", subject=path)
    return Decoded(clean(text), warnings)


def _without_mark(data: bytes) -> str:
    """Tell UTF-16 without a byte order mark from UTF-8 by the zeros that stand in every other byte."""
    head = data[:_LOOKED_AT]
    if head.count(0) >= _FEWEST_NULS and len(data) % 2 == 0 and len(data) >= _SHORTEST:
        half = len(head) / 2
        if head[1::2].count(0) >= _SHARE_OF_NULS * half and not head[0::2].count(0):
            return "utf-16-le"
        if head[0::2].count(0) >= _SHARE_OF_NULS * half and not head[1::2].count(0):
            return "utf-16-be"
    return "utf-8"


def _older(data: bytes, error: UnicodeDecodeError, path: str) -> tuple[str, str]:
    """Decode what is no UTF-8; give the characters and the name of the encoding."""
    if _CONTROLS.search(data):
        raise _not_text(path) from error
    from charset_normalizer import from_bytes  # noqa: PLC0415 (most drafts do without)

    found = from_bytes(data, cp_isolation=list(_OLDER)).best()
    if found is None:
        raise _malformed(data, error, path, "utf-8", 0) from error
    return data.decode(found.encoding), _OLDER[found.encoding]


def _malformed(data: bytes, error: UnicodeDecodeError, path: str, encoding: str, skipped: int) -> DraftError:
    line = data.count(b"\n", 0, skipped + error.start) + 1
    mend = "save it as UTF-8, or as UTF-16 with a byte order mark"
    return DraftError(f"is not valid {encoding.upper()[:6].rstrip('-')}", mend=mend, subject=path, place=f"line {line}")


def clean(text: str) -> str:
    r"""Make line ends "\n" and replace every character that XML cannot carry by U+FFFD."""
    return _NO_CHARACTERS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _not_text(path: str) -> DraftError:
    return DraftError("is not text", mend="give a text file, or name its format", subject=path)
