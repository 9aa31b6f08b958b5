"""What the table of columns holds as a page: a line for each paragraph of each cell, under the number of its row."""

from __future__ import annotations

from typing import Final

from lxml import html

_SIGNS: Final = {"ins": ("[+", "+]"), "del": ("{-", "-}")}


def readable(data: bytes) -> str:
    """Give the table as text: "2.1" is the first cell of the second row."""
    page = html.fromstring(data.decode())
    lines = [page.findtext(".//title") or ""]
    for n, row in enumerate(page.iterfind(".//tr")):
        lines.append("")
        for place, cell in enumerate(row.iterchildren("td", "th"), start=1):
            said = [_written(paragraph).strip() for paragraph in cell.findall("p")] or [_written(cell).strip()]
            spans = f" over {cell.get('colspan')}" if cell.get("colspan") else ""
            lines += [f"{n}.{place}{spans}: {line}" for line in said if line]
    return "\n".join(lines) + "\n"


def _written(element: html.HtmlElement) -> str:
    before, after = _SIGNS.get(str(element.tag), ("", ""))
    inside = (element.text or "") + "".join(_written(child) + (child.tail or "") for child in element)
    return f"{before}{inside}{after}"
