"""The names of WordprocessingML (ISO/IEC 29500), spelt out once, and its attributes read with their defaults."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
REL: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT_NAMES: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M.encode()),
)
"""The names of the strict variant, and those of the transitional one that everybody writes."""

_OFF: Final = frozenset({"0", "false", "off", "none"})


@cache
def w(name: str) -> str:
    """Give the qualified name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


VAL: Final = w("val")


def child(element: _Element | None, name: str) -> _Element | None:
    """Give the first child of that name; None where there is none, or no element."""
    return None if element is None else next(element.iterchildren(w(name)), None)


def attribute(element: _Element | None, name: str) -> str:
    """Give an attribute, empty where it is missing or the element is."""
    return "" if element is None else element.get(w(name), "")


def value(element: _Element | None, name: str) -> str:
    """Give the `val` of the child called `name`, empty where there is none."""
    return attribute(child(element, name), "val")


def number(text: str, default: int) -> int:
    """Read a number of Word's: what is none, or beyond what Word itself can hold, gives the default."""
    try:
        found = int(text)
    except ValueError:
        return default
    return found if -1 <= found <= _LARGEST_NUMBER else default


_LARGEST_NUMBER: Final = 2**31 - 1


def is_on(element: _Element | None) -> bool | None:
    """Read a property that is on or off: None where it is not there, on when it is there without a value."""
    return None if element is None else element.get(VAL, "1") not in _OFF
