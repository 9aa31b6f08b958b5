"""What a page shows around its text: navigation, banners and forms, and what it hides; all kept as notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from treatydiff.model import Note
from treatydiff.readers.hypertext.style import style
from treatydiff.readers.hypertext.tree import NO_WORDS, on_one_line, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from treatydiff.model import NoteKind

_FURNITURE: Final = frozenset({"button", "dialog", "input", "menu", "nav", "noscript", "search", "select", "textarea"})
_ROLES: Final = frozenset(
    {"alert", "alertdialog", "contentinfo", "dialog", "menu", "menubar", "navigation", "search", "tablist", "toolbar"}
)
_OUTSIDE_TEXT: Final = frozenset({"footer", "header"})
_AROUND_TEXT: Final = frozenset({"article", "blockquote", "main", "section"})
_HEADED: Final = "h1"
_NAMES: Final = re.compile(
    r"(?:site|page|main|global|top|mw|skip)?[-_]?(?:nav(?:bar|igation)?|menu|breadcrumbs?|sidebar|footer|toolbar|pagination|pager"
    r"|skip|skiplinks?|skip-?to-?content|social|share|sharing|cookies?|catlinks|jump-links?|jump-to-nav|editsection|panel|head"
    r"|printfooter)(?:[-_](?:bar|menu|list|links?|container|wrapper|banner|notice|buttons?))?",
    re.IGNORECASE,
)
"""Names that pages give to their furniture, as a class or as an id."""
_NAMED: Final = frozenset({"div", "ol", "p", "section", "span", "table", "td", "ul"})
_MAINS: Final = etree.XPath("//main | //*[@role = 'main']")
_IMAGES: Final = etree.XPath("descendant-or-self::img[@alt]")
_COMMENT_ANCHOR: Final = "msocomanchor"
_COMMENT_SIGNS: Final = etree.XPath("descendant::a[@class = 'msocomoff']")
"""Where Word cites a comment, and the same sign at the head of the comment."""
_SHORT: Final = 200
_LONGEST: Final = 20_000
_MOST_ELEMENTS: Final = 2_000
_MOSTLY: Final = 0.5
_WORD_PARTS: Final[dict[str, NoteKind]] = {"header": "running-head", "footer": "running-head", "comment": "comment"}
_OFFICE_PARTS: Final = frozenset({"header", "footer"})


class Furniture(NamedTuple):
    """The elements of a page that are not of its main text, and the notes that keep their words, in their order."""

    elements: AbstractSet[etree._Element]
    notes: tuple[Note, ...]


def furniture(root: etree._Element, taken: AbstractSet[etree._Element]) -> Furniture:
    """Tell what is not of the main text; `taken` are elements that are read elsewhere.

    The main text is the one `main` element, or the only article, else the body. Furniture is what HTML says it is by element or
    role, and short texts and lists of links that are named so. What a style hides is a comment with the label "hidden": nobody
    who read the page has seen it. The words that stand for an image are a comment with the label "image".
    """
    outside = set(_outside(_main(root)))
    elements: set[etree._Element] = set()
    notes: list[Note] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element in taken or element.tag in NO_WORDS:
            continue
        if element.get("class") == _COMMENT_ANCHOR:
            elements.add(element)
            continue
        kind, label = ("running-head", "") if element in outside else _what(element)
        if kind:
            elements.add(element)
            signs = set(_COMMENT_SIGNS(element))
            label = label or " ".join(words(sign).strip("[]") for sign in signs)
            text = words(element, taken | signs) or on_one_line(element.get("value"))
            notes += [Note(kind, text, label, line=element.sourceline)] if text else []
            notes += (note for image in _IMAGES(element) if (note := _alternative(image)))
            continue
        if element.tag == "img" and (note := _alternative(element)):
            notes.append(note)
        waiting += reversed(element)
    return Furniture(elements, tuple(notes))


def _alternative(image: etree._Element) -> Note | None:
    text = on_one_line(image.get("alt"))
    return Note("comment", text, "image", line=image.sourceline) if text else None


def _main(root: etree._Element) -> etree._Element | None:
    """Give the element of the main text; None when it is the whole body."""
    mains: list[etree._Element] = _MAINS(root)
    if len(mains) == 1:
        return mains[0]
    articles = list(root.iter("article"))
    return articles[0] if len(articles) == 1 else None


def _outside(main: etree._Element | None) -> Iterator[etree._Element]:
    """Yield what stands beside the main text and beside all that is around it, unless it has a heading of the first rank."""
    while main is not None and main.tag != "body":
        for element in (*main.itersiblings(preceding=True), *main.itersiblings()):
            if isinstance(element.tag, str) and next(element.iter(_HEADED), None) is None:
                yield element
        main = main.getparent()


def _what(element: etree._Element) -> tuple[NoteKind | None, str]:
    """Say as what note an element is kept, and under which label; no kind for one that is text."""
    tag = element.tag
    if element.get("hidden") is not None:
        return "comment", "hidden"
    if said := element.get("style"):
        shown = style(said)
        if shown.hidden:
            return "comment", "hidden"
        if kind := _WORD_PARTS.get(shown.element):
            return kind, ""
    if tag == "div" and element.get("title") in _OFFICE_PARTS:
        return "running-head", ""
    is_one = tag in _FURNITURE or element.get("role") in _ROLES or (tag in _OUTSIDE_TEXT and _is_outer(element))
    return "running-head" if is_one or (tag in _NAMED and _is_named(element)) else None, ""


def _is_outer(element: etree._Element) -> bool:
    """Whether this is the head or the foot of the page itself; a head with the title of the text in it is text."""
    return next(element.iter(_HEADED), None) is None and next(element.iterancestors(*_AROUND_TEXT), None) is None


def _is_named(element: etree._Element) -> bool:
    names = (*(element.get("class") or "").split(), element.get("id") or "")
    return any(_NAMES.fullmatch(name) for name in names) and _is_list_of_links(element)


def _is_list_of_links(element: etree._Element) -> bool:
    """Whether an element holds little text, or consists of links for the most part; a long one is text."""
    length = linked = 0
    for n, text in enumerate(_texts(element)):
        length += len(text[0])
        linked += len(text[0]) if text[1] else 0
        if length > _LONGEST or n > _MOST_ELEMENTS:
            return False
    return length <= _SHORT or linked > _MOSTLY * length


def _texts(element: etree._Element) -> Iterator[tuple[str, bool]]:
    """Yield every piece of text inside an element without the white space at its edges, and whether it is all of a link."""
    for each in element.iter("*"):
        yield (each.text or "").strip(), each.tag == "a"
        if each is not element:
            yield (each.tail or "").strip(), False
