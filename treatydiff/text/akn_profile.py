"""What this project's Akoma Ntoso files say in attributes of their own, shared by the writer and the reader of them.

The profile is written down in docs/design.md, "Our profile of Akoma Ntoso". Attributes of a foreign namespace are allowed on
every element by the schema of the standard, and a program that does not know them loses no word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from treatydiff.model import MarkKind

NAMESPACE: Final = "urn:treatydiff:akn:1"
PREFIX: Final = "td"

ALIAS: Final = "profile"
"""The name of the alias of the manifestation whose value, the namespace, says that a file is written by the profile."""
ID: Final = f"{{{NAMESPACE}}}id"
"""On a provision: its id, where that can be no eId."""
PAGE: Final = f"{{{NAMESPACE}}}page"
"""On a provision or a note: the page on which it starts."""
LINE: Final = f"{{{NAMESPACE}}}line"
"""On a note: its line."""
PLACE: Final = f"{{{NAMESPACE}}}place"
"""On a note: the id of the provision that it belongs to."""
NOTE: Final = f"{{{NAMESPACE}}}note"
"""On a mark: the text that it points to, where no attribute of the standard holds it."""
OPENS: Final = f"{{{NAMESPACE}}}opens"
CLOSES: Final = f"{{{NAMESPACE}}}closes"
"""On a bracket: "false" where that half is missing."""
NUMBER: Final = f"{{{NAMESPACE}}}mark"
"""On an element of a mark: the number of the mark in its provision. Elements with one number are one mark."""
PART: Final = f"{{{NAMESPACE}}}part"
"""On one of several elements of a mark: "start", "middle" or "end"."""
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
PRESERVE: Final = "preserve"
"""With `SPACE` on an element of words: they are to be read to the letter, brackets among them."""

FALSE: Final = "false"
START: Final = "start"
MIDDLE: Final = "middle"
END: Final = "end"

ELEMENTS: Final[dict[MarkKind, str]] = {
    "emphasis": "i",
    "reference": "ref",
    "insertion": "ins",
    "deletion": "del",
}
"""The elements of the standard for marks; a footnote is an `authorialNote`, every other mark an `inline` of its name."""
INLINE_KINDS: Final[frozenset[MarkKind]] = frozenset({"bracket", "option", "attribution", "status", "footnote"})


def literals(kind: str, label: str, *, opens: bool = True, closes: bool = True) -> tuple[str, str]:
    """Give what a mark writes before and after the words under it, so that every program shows it as print does."""
    if kind == "bracket":
        return "[" if opens else "", "]" if closes else ""
    if kind == "attribution" and label.startswith("("):
        return "", f" {label}"
    if kind in {"attribution", "option"}:
        return f"{label}: " if label else "", ""
    if kind == "status":
        return "", f" {label}" if label.startswith("{") else f" [{label}]"
    return "", ""


ACTION: Final = f"{{{NAMESPACE}}}action"
"""On a `textualMod`: the kind of the instruction. One instruction has one `textualMod` with it."""
PART_OF: Final = f"{{{NAMESPACE}}}of"
"""On a `textualMod`: the part of the provision that is changed, "heading", "text", "closing" or "words"."""
NTH: Final = f"{{{NAMESPACE}}}nth"
"""On a `textualMod`: which occurrence of the words is meant, "-1" for every one."""
BARE_NUMBER: Final = f"{{{NAMESPACE}}}number"
"""On what names a provision: the number that it gets, without the words around it."""
WRITTEN: Final = f"{{{NAMESPACE}}}written"
LEVEL: Final = f"{{{NAMESPACE}}}level"
"""On a `textualMod`: the number as written, where the words around it do not stay, and the new kind of the provision."""
NEW_LABEL: Final = f"{{{NAMESPACE}}}label"
"""On what names a provision that another instruction inserts: its label in the new draft."""
