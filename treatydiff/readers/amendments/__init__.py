"""From the bytes of a file of amendments to the amendments: as Akoma Ntoso, and as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.amendments import fingerprint
from treatydiff.errors import AmendmentsError
from treatydiff.readers.amendments.akn import read as read_akn
from treatydiff.readers.amendments.markdown import read as read_markdown

if TYPE_CHECKING:
    from treatydiff.model import Amendments, Document

_XML_BEGINNINGS: Final = (b"<?xml", b"<akomaNtoso", b"<!DOCTYPE")
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


def read(data: bytes, path: str, base: Document | None = None) -> Amendments:
    """Read amendments in the one form or the other, told apart by how they begin; `path` is for messages.

    `base` is the draft that they were made for, which Markdown does not carry.

    Raises:
        AmendmentsError: the bytes are no amendments, one cannot be understood, or they were not made for `base`.
        DraftError: the XML is malformed or unsafe.

    """
    is_xml = data.removeprefix(_BYTE_ORDER_MARK).lstrip().startswith(_XML_BEGINNINGS)
    found = read_akn(data, path) if is_xml else read_markdown(data, path)
    if base is None:
        return found
    if fingerprint(base) != found.fingerprint:
        problem = f"these amendments were not made for {base.metadata.path}"
        raise AmendmentsError(problem, mend="give the draft that they were made for", subject=path)
    return found._replace(base=base)
