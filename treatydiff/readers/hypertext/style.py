"""What the inline style sheet of an element says about its words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

_HIDDEN: Final = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)")
_BOLD: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_ITALIC: Final = re.compile(r"font-style\s*:\s*(?:italic|oblique)")
_LINES: Final = re.compile(r"text-decoration(?:-line)?\s*:[^;]*?\b(line-through|underline)")
_LIST: Final = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")
_ELEMENT: Final = re.compile(r"mso-element\s*:\s*([\w-]+)")


class Style(NamedTuple):
    """What is read of a style: `list` is the style of list markers, `element` what Word says that the element is."""

    hidden: bool = False
    bold: bool = False
    italic: bool = False
    struck: bool = False
    underlined: bool = False
    list: str = ""
    element: str = ""


@lru_cache(maxsize=1024)
def style(declarations: str) -> Style:
    """Read the value of a `style` attribute."""
    written = declarations.casefold()
    lines = set(_LINES.findall(written))
    list_style, element = _LIST.search(written), _ELEMENT.search(written)
    return Style(
        hidden=_HIDDEN.search(written) is not None,
        bold=_BOLD.search(written) is not None,
        italic=_ITALIC.search(written) is not None,
        struck="line-through" in lines,
        underlined="underline" in lines,
        list=list_style[1] if list_style else "",
        element=element[1] if element else "",
    )
