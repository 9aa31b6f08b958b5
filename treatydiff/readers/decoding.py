"""From the bytes of a text file to its characters."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from treatydiff.errors import DraftError

if TYPE_CHECKING:
    from typing import Final

_MARKED: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NO_CHARACTERS: Final = re.compile("[\0-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")
"""Control characters and non-characters, which XML cannot carry, so that no format but this could hold them."""


def decoded(data: bytes, path: str) -> str:
    r"""Decode UTF-8, with or without a byte order mark, or UTF-16 with one; line ends become "\n".

    Characters that XML cannot carry become U+FFFD, so that a draft and its conversion have the same words.

    Raises:
        DraftError: another encoding, no text at all, or nothing but white space.

    """
    mark, encoding = next(((mark, name) for mark, name in _MARKED if data.startswith(mark)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in data and not mark:
            raise _not_text(path) from error
        line = data.count(b"\n", 0, len(mark) + error.start) + 1
        mend = "save it as UTF-8, or as UTF-16 with a byte order mark"
        raise DraftError(
            f"is not valid {encoding.upper()[:6].rstrip('-')}", mend=mend, subject=path, place=f"line {line}"
        ) from error
    if "\0" in text:
        raise _not_text(path)
    if not text.strip():
        raise DraftError("is empty", mend="give a file with the text of a draft", subject=path)
    return clean(text)


def clean(text: str) -> str:
    r"""Make line ends "\n" and replace every character that XML cannot carry by U+FFFD."""
    return _NO_CHARACTERS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _not_text(path: str) -> DraftError:
    return DraftError("is not text", mend="give a text file, or name its format", subject=path)
