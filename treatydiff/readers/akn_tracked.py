"""Tracked changes of LEOS, the drafting program of the European Commission, as the standard writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMESPACE: Final = "urn:eu:europa:ec:leos"
_ACTION: Final = f"{{{_NAMESPACE}}}softaction"
_USER: Final = f"{{{_NAMESPACE}}}softuser"
_CHANGED: Final[Mapping[str, str]] = {"add": "ins", "move_from": "ins", "del": "del", "move_to": "del"}
"""What was moved stands twice: struck where it was (`move_to`) and inserted where it is (`move_from`)."""
_WITH_WORDS: Final = frozenset({"heading", "listIntroduction", "p", "subheading"})


def write_out(root: etree._Element) -> None:
    """Put the words of elements that LEOS says are inserted or deleted into elements of the standard that say the same.

    Numbers carry no marks and stay as they are.
    """
    if _NAMESPACE not in root.nsmap.values():
        return
    changes = [(element, *_change(element)) for element in root.iter("{*}*") if _name(element) in _WITH_WORDS]
    for element, change, user in changes:
        if change:
            _wrap(element, change, user)


def _change(element: etree._Element) -> tuple[str, str]:
    """Give what the element, or the closest one around it that says so, was done to, and by whom."""
    each: etree._Element | None = element
    while each is not None:
        if action := each.get(_ACTION):
            return _CHANGED.get(action, ""), each.get(_USER) or ""
        each = each.getparent()
    return "", ""


def _wrap(element: etree._Element, name: str, user: str) -> None:
    namespace = str(element.tag).rpartition("}")[0].lstrip("{")
    change = etree.Element(f"{{{namespace}}}{name}" if namespace else name, {"title": user} if user else {})
    change.text, element.text = element.text, None
    change.extend(list(element))
    element.append(change)


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
