"""The outline of a PDF file, then its words in their order; where lines and pages end, which fonts decide, is left out.

Letters that only fonts of the system can write stand in the outline alone: what else is drawn of them differs by machine.
"""

from __future__ import annotations

import re
import textwrap
from typing import Final

import pypdfium2

_WIDTH: Final = 120
_FOOT: Final = re.compile(r"\S+ / \S+ \d+ / \d+")
_RUNNING: Final = re.compile(r"\A.*\(continued\)\s*$", re.MULTILINE)
_VERSION: Final = re.compile(r"treatydiff [\d.]+\w*\.")
_ENGLISH: Final = re.compile(r"[A-Za-z0-9]")


def readable(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        outline = [f"{'  ' * item.level}{item.get_title()}" for item in document.get_toc()]
        pages = [page.get_textpage().get_text_range() for page in document]
    words = " ".join(" ".join(_RUNNING.sub("", page) for page in pages).split())
    said = _VERSION.sub("treatydiff.", _FOOT.sub("", words)).split()
    if any("\u0600" <= letter < "\u1e00" or letter >= "\u2e80" for letter in "".join(outline)):
        said = [word for word in said if _ENGLISH.search(word)]
    return "\n".join([*outline, "", *textwrap.wrap(" ".join(said), _WIDTH), ""])
