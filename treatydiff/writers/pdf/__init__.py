"""A comparison as a PDF file: what the page says when it is printed, set by typst, which is an extra."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from treatydiff.errors import UsageError
from treatydiff.writers.pdf.contents import contents
from treatydiff.writers.pdf.letters import needs_more_fonts

if TYPE_CHECKING:
    from treatydiff.model import Comparison
    from treatydiff.writers.writer import Layout

_ASSETS: Final = Path(__file__).parent / "assets"


def write_comparison(comparison: Comparison, _layout: Layout) -> bytes:
    """Set the report on A4 paper, tagged, with an outline of the articles.

    What is written reaches typst as data alone, never as markup. Fonts are those that typst brings (Latin, Greek, Cyrillic,
    Hebrew); a text in another script is set in the fonts of the system, and where it has none, in empty boxes.

    Raises:
        UsageError: typst is not installed.

    """
    try:
        import typst  # noqa: PLC0415 - an extra
    except ImportError:
        raise UsageError("PDF is set by typst, which is not installed", mend="pip install 'treatydiff[pdf]'") from None

    said = json.dumps(contents(comparison), ensure_ascii=False, separators=(",", ":"))
    written = typst.compile(
        str(_ASSETS / "report.typ"),
        root=str(_ASSETS),
        ignore_system_fonts=not needs_more_fonts(said),
        sys_inputs={"said": said},
        timestamp=0,
    )
    assert isinstance(written, bytes)  # noqa: S101 - of one file in memory, as the library says
    return written
