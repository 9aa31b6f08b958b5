"""The content of a paragraph: runs, fields, links, notes and tracked changes, as words with their marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Final

from treatydiff.readers.word.looks import HIDDEN, PLAIN, Look, overlaid, stated
from treatydiff.readers.word.names import MC, M, R, attribute, child, value, w
from treatydiff.readers.word.revisions import AROUND_WORDS, revision
from treatydiff.readers.word.symbols import symbol
from treatydiff.readers.word.words import COMMENT, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

    from treatydiff.readers.word.package import Related
    from treatydiff.readers.word.revisions import Revision, State
    from treatydiff.readers.word.styles import Style, Styles

    Cite = Callable[[str, str, str], tuple[str, str]]

_TEXT_BOX: Final = w("txbxContent")
_TEXTS: Final = (w("t"), w("delText"))
_ADDRESS: Final = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
ALTERNATES: Final = f"{{{MC}}}AlternateContent"
"""The element around several variants of one content, for programs old and new."""
_CHOICE: Final = f"{{{MC}}}Choice"
_FALLBACK: Final = f"{{{MC}}}Fallback"
_SIGNS: Final[Mapping[object, str]] = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
}
_LONGEST_INSTRUCTION: Final = 4_000
_DEEPEST_FIELD: Final = 50
"""Fields that may stay open over the end of a paragraph, one inside the other; a table of contents opens three."""
_SOFT_HYPHEN: Final = "\u00ad"
_LINES: Final = re.compile(r"[\r\n]+\s*")
"""Line ends of the XML, which break no line of the text."""


class Story:
    """What a part's paragraphs are read with, and what reading them leaves behind.

    `cite` gives the label and the words of a note by its kind and id, and what the note is labelled with instead of a number.
    `boxes` are the text boxes that were met and wait to be read, each with the tracked change that it stands in. `hidden` are
    the words that Word does not show; `page` is the page that Word last laid the words out on, `column` the column.
    """

    def __init__(self, styles: Styles, state: State, targets: Mapping[str, Related], cite: Cite) -> None:
        self.styles = styles
        self.state = state
        self.targets = targets
        self.cite = cite
        self.boxes: list[tuple[_Element, Revision | None]] = []
        self.hidden: list[str] = []
        self.page = 1
        self.column = 0
        self.fields: list[_Field] = []
        self.hiding: _Field | None = None


class _Field:
    """A field that is open: its instruction, the words held back while that lasts, and where its result begins."""

    __slots__ = ("held", "instruction", "shows", "start")

    def __init__(self) -> None:
        self.instruction = ""
        self.held: list[str] = []
        self.shows = False
        self.start = 0


class Inline:
    """Reads the content of one paragraph into `words`; `context` is a tracked change around all of it."""

    def __init__(self, story: Story, words: Words, style: Style, context: Revision | None = None) -> None:
        self._story = story
        self._words = words
        self._style = style
        self._change = context
        self._look: Look = PLAIN
        self._is_sign = False

    def read(self, paragraph: _Element) -> None:
        """Read all that stands in a paragraph; a field whose instruction does not end with it is broken, and shows."""
        self._children(paragraph)
        del self._story.fields[:-_DEEPEST_FIELD]
        hiding, self._story.hiding = self._story.hiding, None
        for field in self._story.fields:
            field.shows, field.start = True, 0
        if hiding is not None:
            self._say("".join(hiding.held))

    def _children(self, parent: _Element) -> None:
        for element in parent:
            if handle := self._HANDLERS.get(element.tag):
                handle(self, element)

    def _say(self, text: str) -> None:
        """Add words, or keep them for a mark where a tracked change takes them out of the text that is shown."""
        if self._story.hiding is not None:
            self._story.hiding.held.append(text)
            return
        change, state = self._change, self._story.state
        if change and not state.shows(change):
            if state.marks:
                self._words.delete(text, change)
        elif HIDDEN in self._look:
            self._story.hidden.append(text)
        else:
            if not self._words.page and text.strip():
                self._words.page = self._story.page
            self._words.add(text, self._look, change if change and change.inserts and state.marks else None)

    @property
    def _is_gone(self) -> bool:
        return self._change is not None and not self._story.state.shows(self._change)

    def _run(self, element: _Element) -> None:
        own = child(element, "rPr")
        properties = None if own is None else self._story.state.shown(own, "rPr")
        base = self._story.styles.base(self._style, "" if properties is None else value(properties, "rStyle"))
        self._look = base if properties is None else overlaid(base, stated(properties))
        self._children(element)
        self._look, self._is_sign = PLAIN, False

    def _text(self, element: _Element) -> None:
        if element.text and not self._is_sign:
            self._say(_LINES.sub(" ", element.text.replace(_SOFT_HYPHEN, "")))

    def _tracked(self, element: _Element) -> None:
        """Read what a tracked change holds; words that one change brought in and another takes out are out in all states."""
        before, own = self._change, revision(element)
        self._change = own if before is None or not own.inserts or before.inserts else before
        if before is not None and not self._story.state.shows(before):
            self._change = before
        self._children(element)
        self._change = before

    def _field_mark(self, element: _Element) -> None:
        fields = self._story.fields
        match attribute(element, "fldCharType"):
            case "begin":
                fields.append(_Field())
                self._story.hiding = self._story.hiding or fields[-1]
            case "separate" if fields:
                fields[-1].shows, fields[-1].start = True, self._words.size
                self._show(fields[-1])
            case "end" if fields:
                field = fields.pop()
                self._show(field)
                if (m := _ADDRESS.match(field.instruction)) and field.shows:
                    self._words.span("reference", field.start, note=m[1])

    def _show(self, field: _Field) -> None:
        """Hold no more words back, if it was this field's instruction that did."""
        if self._story.hiding is field:
            self._story.hiding = None

    def _instruction(self, element: _Element) -> None:
        if self._story.fields and len(self._story.fields[-1].instruction) < _LONGEST_INSTRUCTION:
            self._story.fields[-1].instruction += element.text or ""

    def _link(self, element: _Element) -> None:
        start = self._words.size
        self._children(element)
        target = self._story.targets.get(element.get(f"{{{R}}}id", ""))
        if target and target.is_external:
            self._words.span("reference", start, note=target.target)

    def _note(self, element: _Element) -> None:
        if self._is_gone:
            return
        kind = "footnote" if element.tag == w("footnoteReference") else "endnote"
        sign = ""
        if attribute(element, "customMarkFollows") in {"1", "true", "on"}:
            sign = "".join(e.text or "" for e in element.itersiblings(w("t"))).strip()
            self._is_sign = True
        label, note = self._story.cite(kind, attribute(element, "id"), sign)
        if label or note:
            self._words.point("footnote", label=label, note=note)

    def _comment(self, element: _Element) -> None:
        self._words.point("reference", label=COMMENT, note=attribute(element, "id"))

    def _break(self, element: _Element) -> None:
        if attribute(element, "type") == "column":
            self._story.column += 1
        self._say("\n")

    def _sign(self, element: _Element) -> None:
        self._say(_SIGNS[element.tag])

    def _symbol(self, element: _Element) -> None:
        self._say(symbol(attribute(element, "font"), attribute(element, "char")))

    def _page(self, _: _Element) -> None:
        self._story.page += 1

    def _ruby(self, element: _Element) -> None:
        for part in (child(element, "rubyBase"), child(element, "rt")):
            if part is not None:
                self._children(part)

    def _math(self, element: _Element) -> None:
        self._say(" ".join(e.text for e in element.iter(f"{{{M}}}t") if e.text))

    def _alternates(self, element: _Element) -> None:
        chosen = variant(element)
        if chosen is not None:
            self._children(chosen)

    def _drawing(self, element: _Element) -> None:
        """Put by the text boxes of a drawing, not those inside them, which are met again when they are read."""
        for box in element.iter(_TEXT_BOX):
            if _outermost(box, element):
                self._box(box)

    def _box(self, box: _Element) -> None:
        if not self._is_gone:
            self._story.boxes.append((box, self._change))
        elif self._story.state.marks:
            self._say(" ".join(e.text for e in box.iter(*_TEXTS) if e.text))

    _HANDLERS: ClassVar[Mapping[object, Callable[[Inline, _Element], None]]] = {
        w("r"): _run,
        w("t"): _text,
        w("delText"): _text,
        **dict.fromkeys(_SIGNS, _sign),
        w("br"): _break,
        w("sym"): _symbol,
        w("fldChar"): _field_mark,
        w("instrText"): _instruction,
        w("hyperlink"): _link,
        w("footnoteReference"): _note,
        w("endnoteReference"): _note,
        w("commentReference"): _comment,
        w("lastRenderedPageBreak"): _page,
        w("ruby"): _ruby,
        **dict.fromkeys((w(name) for name in ("drawing", "pict", "object")), _drawing),
        ALTERNATES: _alternates,
        **dict.fromkeys(
            (w(name) for name in ("fldSimple", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo")), _children
        ),
        f"{{{M}}}oMathPara": _children,
        f"{{{M}}}oMath": _math,
        **dict.fromkeys(AROUND_WORDS, _tracked),
    }


def variant(element: _Element) -> _Element | None:
    """Give the first variant of one content that holds words, for the others say the same again."""
    variants = (e for e in element if e.tag in {_CHOICE, _FALLBACK})
    return next((e for e in variants if any(True for _ in e.iter(*_TEXTS))), None)


def _outermost(box: _Element, drawing: _Element) -> bool:
    """Whether a text box stands in a drawing directly, and in the first of its variants."""
    for above in box.iterancestors():
        if above is drawing:
            return True
        if above.tag == _TEXT_BOX:
            return False
        if above.tag == _FALLBACK and any(True for e in above.itersiblings(preceding=True) for _ in e.iter(*_TEXTS)):
            return False
    return True
