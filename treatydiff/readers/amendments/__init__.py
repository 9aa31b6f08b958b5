"""From the bytes of a file of amendments to the amendments: as Akoma Ntoso, and as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.readers.amendments.akn import read as read_akn
from treatydiff.readers.amendments.markdown import read as read_markdown

if TYPE_CHECKING:
    from treatydiff.model import Amendments

_XML_BEGINS: Final = b"<"
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


def read(data: bytes, path: str) -> Amendments:
    """Read amendments in the one form or the other, told apart by the first character; `path` is for messages.

    Raises:
        AmendmentsError: the bytes are no amendments, or an instruction cannot be understood.
        DraftError: the XML is malformed or unsafe.

    """
    is_xml = data.removeprefix(_BYTE_ORDER_MARK).lstrip().startswith(_XML_BEGINS + b"?xml") or b"akomaNtoso" in data[:2000]
    return read_akn(data, path) if is_xml else read_markdown(data, path)
