"""What a page shows around its text: navigation, banners and forms, and what it hides; all kept as notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.model import Note
from treatydiff.readers.hypertext.style import style
from treatydiff.readers.hypertext.tree import cut, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from treatydiff.model import NoteKind

_NO_WORDS: Final = frozenset({"base", "head", "link", "meta", "script", "style", "template"})
_FURNITURE: Final = frozenset({"button", "dialog", "input", "menu", "nav", "noscript", "search", "select", "textarea"})
_ROLES: Final = frozenset(
    {"alert", "alertdialog", "contentinfo", "dialog", "menu", "menubar", "navigation", "search", "tablist", "toolbar"}
)
_OUTSIDE_TEXT: Final = frozenset({"footer", "header"})
_HEADED: Final = "h1"
_NAMES: Final = re.compile(
    r"(?:site|page|main|global|top|mw|skip)?[-_]?(?:nav(?:bar|igation)?|menu|breadcrumbs?|sidebar|footer|toolbar|pagination|pager|skip"
    r"|skiplinks?|skip-?to-?content|social|share|sharing|cookies?|catlinks|jump-links?|jump-to-nav|editsection|panel|head|printfooter)"
    r"(?:[-_](?:bar|menu|list|links?|container|wrapper|banner|notice|buttons?))?",
    re.IGNORECASE,
)
"""Names that pages give to their furniture, as a class or as an id."""
_NAMED: Final = frozenset({"div", "ol", "p", "section", "span", "table", "td", "ul"})
_MOST_WORDS: Final = 200
"""Characters up to which an element is furniture by its name alone; a longer one must consist of links as well."""
_MOSTLY: Final = 0.5
_WORD_PARTS: Final[dict[str, NoteKind]] = {"header": "running-head", "footer": "running-head", "comment-list": "comment"}
_OFFICE_PARTS: Final = frozenset({"header", "footer"})
_HIDDEN: Final = "hidden"


def take_out(root: etree._Element) -> tuple[Note, ...]:
    """Take everything out of a page that is not of its main text, and give what words it had as notes, in their order.

    The main text is the one `main` element, or the only article, else the body. Furniture is what HTML says it is by element or
    role, and lists of links that are named so. What a style hides is a comment with the label "hidden": nobody who read the page
    has seen it.
    """
    for element in list(root.iter(*_NO_WORDS)):
        cut(element)
    found: list[tuple[int, Note]] = []
    order = {element: place for place, element in enumerate(root.iter())}
    for element, kind, label in list(_outside(_main(root))):
        _keep(element, kind, label, order, found)
    for element in list(root.iter("*")):
        if what := _furniture(element):
            _keep(element, *what, order, found)
    found += ((order[image], note) for image in root.iter("img") if (note := _alternative(image)))
    return tuple(note for _, note in sorted(found, key=lambda item: item[0]))


def _keep(
    element: etree._Element, kind: NoteKind, label: str, order: dict[etree._Element, int], found: list[tuple[int, Note]]
) -> None:
    text = words(element) or (element.get("value") or "").strip()
    if text:
        found.append((order[element], Note(kind, text, label, line=element.sourceline)))
    found += ((order[image], note) for image in element.iter("img") if (note := _alternative(image)))
    cut(element)


def _alternative(image: etree._Element) -> Note | None:
    text = " ".join((image.get("alt") or "").split())
    return Note("comment", text, "image", line=image.sourceline) if text else None


def _main(root: etree._Element) -> etree._Element | None:
    """Give the element of the main text; None when it is the whole body."""
    mains = [element for element in root.iter("*") if element.tag == "main" or element.get("role") == "main"]
    if len(mains) == 1:
        return mains[0]
    articles = list(root.iter("article"))
    return articles[0] if len(articles) == 1 else None


def _outside(main: etree._Element | None) -> Iterator[tuple[etree._Element, NoteKind, str]]:
    """Yield what stands beside the main text and beside all that is around it, unless it has a heading of the first rank."""
    while main is not None and main.tag != "body":
        for element in (*main.itersiblings(preceding=True), *main.itersiblings()):
            if isinstance(element.tag, str) and next(element.iter(_HEADED), None) is None:
                yield element, "running-head", ""
        main = main.getparent()


def _furniture(element: etree._Element) -> tuple[NoteKind, str] | None:
    """Say as what note an element is kept that is not of the text; None for one that is."""
    declared = style(element.get("style") or "") if element.get("style") else None
    if element.get("hidden") is not None or (declared and declared.hidden):
        return "comment", _HIDDEN
    if declared and (kind := _WORD_PARTS.get(declared.element)):
        return kind, ""
    if element.tag == "div" and element.get("title") in _OFFICE_PARTS:
        return "running-head", ""
    if element.tag in _FURNITURE or element.get("role") in _ROLES or _is_outer(element) or _is_named(element):
        return "running-head", ""
    return None


def _is_outer(element: etree._Element) -> bool:
    """Whether this is the head or the foot of the page itself; a head with the title of the text in it is text."""
    if element.tag not in _OUTSIDE_TEXT:
        return False
    inside = next(element.iterancestors("article", "main", "section", "blockquote"), None)
    return inside is None and next(element.iter(_HEADED), None) is None


def _is_named(element: etree._Element) -> bool:
    if element.tag not in _NAMED:
        return False
    names: Iterable[str] = (*(element.get("class") or "").split(), element.get("id") or "")
    if not any(_NAMES.fullmatch(name) for name in names if name):
        return False
    length = len(words(element))
    return length <= _MOST_WORDS or sum(len(words(link)) for link in element.iter("a")) > _MOSTLY * length
