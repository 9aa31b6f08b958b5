"""Parsing XML from strangers: no entities, no network, no document type, bounded depth, one line for every error."""

from __future__ import annotations

from typing import Final

from lxml import etree

from treatydiff.errors import DraftError, UnsafeDraftError
from treatydiff.readers.xml.prolog import prolog

MAX_DEPTH: Final = 240
"""Elements inside elements; drafts of parliaments reach 22, and libxml2 itself stops at 256."""

_TOO_DEEP: Final = etree.XPath("/*" * (MAX_DEPTH + 1))


def parse(data: bytes, path: str) -> etree._Element:
    """Parse `data` and give its root element; comments and processing instructions are left out.

    A document type without entities is allowed and ignored. `path` is for messages.

    Raises:
        UnsafeDraftError: the file declares entities, whatever they would expand to or fetch.
        DraftError: the bytes are empty, no well-formed XML, or nested deeper than `MAX_DEPTH`.

    """
    if not data.strip():
        raise DraftError("the file is empty", mend="give a file with a draft in it", subject=path)
    if line := prolog(data).entity_line:
        raise _unsafe(path, line)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _malformed(error, path) from None
    internal = root.getroottree().docinfo.internalDTD
    if internal is not None and any(True for _ in internal.iterentities()):
        raise _unsafe(path, 1)
    _refuse_depth(root, path)
    return root


def _unsafe(path: str, line: int) -> UnsafeDraftError:
    return UnsafeDraftError(
        "the XML declares entities, which can make a reader fetch files or run out of memory",
        mend="remove the entity declarations from the document type",
        subject=path,
        place=f"line {line}",
    )


def _malformed(error: etree.XMLSyntaxError, path: str) -> DraftError:
    line, column = error.position
    reason = (error.msg or "").split("\n")[0].rpartition(", line ")[0] or "no XML is found"
    return DraftError(
        f"the XML is malformed ({reason})",
        mend="mend the markup there, or save the file again from the program that made it",
        subject=path,
        place=f"line {max(line or 1, 1)}, column {max(column or 1, 1)}",
    )


def _refuse_depth(root: etree._Element, path: str) -> None:
    found: list[etree._Element] = _TOO_DEEP(root.getroottree())
    if found:
        raise DraftError(
            f"the XML is nested deeper than {MAX_DEPTH} elements",
            mend="flatten the markup",
            subject=path,
            place=f"line {found[0].sourceline}",
        )
