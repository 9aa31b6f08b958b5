"""From the bytes of a web page to the tree of its elements, as browsers do it, in bounded time."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from treatydiff.errors import DraftError
from treatydiff.model import ReadWarning
from treatydiff.readers.decoding import BYTE_ORDER_MARKS, clean

if TYPE_CHECKING:
    from collections.abc import Iterator

_DECLARED: Final = re.compile(
    rb"<\?xml\s[^<>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})|<meta\s[^<>]{0,300}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)
_DECLARED_WITHIN: Final = 4096
_READ_AS: Final = {
    **dict.fromkeys(("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "x-cp1252"), "cp1252"),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "unicode"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    "iso-8859-9": "cp1254",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
}
"""Labels that stand for another encoding than they name (WHATWG Encoding Standard, section 4.2)."""
_TEXT_ENCODINGS: Final = re.compile(
    r"utf-?8|gb18030|big5(?:-hkscs)?|euc-jp|iso-2022-jp|koi8-[ru]|macintosh|tis-620|(?:windows-?|cp)\d{3,4}|iso-?8859-\d{1,2}"
)
_ATTRIBUTE: Final = rb"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_TAG: Final = re.compile(rb"(<[A-Za-z][^\s/>]*+)(?:" + _ATTRIBUTE + rb")*+")
_EACH_ATTRIBUTE: Final = re.compile(_ATTRIBUTE)
_LONG_TAG: Final = 2_000
_MOST_COMPARISONS: Final = 400_000_000
"""Pairs of attributes that the parser may compare: about a second."""
MAX_DEPTH: Final = 2_048
"""Elements inside elements, the limit of libxml2; pages with unclosed formatting reach hundreds."""


class Page(NamedTuple):
    """The root element of a page, and what had to be guessed to read it."""

    root: etree._Element
    warnings: tuple[ReadWarning, ...]


def page(data: bytes, path: str) -> Page:
    """Parse a page, whatever its markup: comments and instructions left out, nothing fetched, no script run.

    Raises:
        DraftError: there is no text in it, or it is built to hold up its reader.

    """
    text, warnings = _decoded(data)
    source = clean(text).encode("utf-8")
    _refuse_attributes(source, path)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError:
        root = None
    for error in parser.error_log.filter_from_fatals():
        if error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            mend = "save the page again from a browser, which closes its elements"
            problem = f"has elements nested deeper than {MAX_DEPTH:,}"
            raise DraftError(problem, mend=mend, subject=path, place=f"line {error.line}")
    if root is None:
        raise DraftError("holds no text", mend="give a page with the text of a draft", subject=path)
    for beside in (*reversed(list(root.itersiblings(preceding=True))), *root.itersiblings()):
        root.append(beside)  # a page that closes its root too early, whose rest the parser sets beside it
    return Page(root, tuple(warnings))


def _decoded(data: bytes) -> tuple[str, list[ReadWarning]]:
    """Decode by the byte order mark, else by what the page declares, else as UTF-8, else as Windows-1252."""
    mark, encoding = next(((mark, name) for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), (b"", ""))
    data = data[len(mark) :]
    encoding = encoding or _declared(data)
    if encoding:
        try:
            return data.decode(encoding), []
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            message = f"Characters are lost: the bytes are not {encoding.upper()}, as the page says."
            return data.decode(encoding, "replace"), [ReadWarning("encoding", message, line)]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "The page does not say how its characters are encoded; read as Windows-1252."
        return data.decode("cp1252", "replace"), [ReadWarning("encoding", message, line)]


def _declared(data: bytes) -> str:
    """Give the codec for the encoding that the page names, empty where it names none that is known."""
    m = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    label = (m[1] or m[2]).decode("ascii").casefold() if m else ""
    name = _READ_AS.get(label, label)
    if not _TEXT_ENCODINGS.fullmatch(name):
        return ""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _refuse_attributes(source: bytes, path: str) -> None:
    """Refuse tags with so many attributes that the parser, which compares each with each, would take minutes."""
    compared = 0
    for start, number in _long_tags(source):
        compared += number * number
        if compared > _MOST_COMPARISONS:
            line = source.count(b"\n", 0, start) + 1
            mend = "save the page again without its attributes"
            raise DraftError(f"has a tag with {number:,} attributes", mend=mend, subject=path, place=f"line {line}")


def _long_tags(source: bytes) -> Iterator[tuple[int, int]]:
    for m in _TAG.finditer(source):
        start, end = m.span()
        if end - start > _LONG_TAG:
            yield start, sum(1 for _ in _EACH_ATTRIBUTE.finditer(source, m.end(1), end))
