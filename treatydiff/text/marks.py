"""Negotiating marks taken out of the words and put back: brackets, options, attributions, statuses, placeholders.

The conventions are those of UN negotiating texts: brackets show that words are contested, not that they are new; a State or
group may be named at the head of a bracket with what it proposes or opposes, or behind the words; text agreed ad referendum
carries that remark; what is still to be written, or where it is to go, stands in braces.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from treatydiff.model import Mark
from treatydiff.text.options import OPTION_BEGINNINGS, option
from treatydiff.text.proponents import abbreviates, are_proponents
from treatydiff.text.spacing import Closed, closed_up, narrow_brackets, single_spaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STATUS = (
    r"(?:(?:provisionally )?agreed(?: in principle)?(?: ad ref(?:erendum|\.)?)?(?: on [^\[\]]{1,40})?"
    r"|(?:to be )?(?:deleted|moved|relocated)(?: to [^\[\]]{1,60})?|reserved|no text|pending|under discussion"
    r"|to be (?:completed|determined|decided|negotiated)|tbd"
    r"|(?:convenu|approuvé|accordé|acordado|convenido|согласовано)(?: ad referendum)?|supprimé|suprimido|исключено|снято"
    r"|商定待核准|待核准|删除|刪除|حذفت?)"
)
_SIGN = re.compile(
    rf"(?P<placeholder>\{{[^{{}}]{{0,2000}}\}})|\[ ?(?P<status>{_STATUS}) ?\.? ?\]|(?P<words>\[ ?(?:\.{{3}}|…|sic) ?\])|[\[\]]",
    re.IGNORECASE,
)
_VERB = (
    r"(?:propos(?:es?|ed|al|ing)|oppos(?:es?|ed|ing)|supports?|supported|considering|reserv(?:es?|ed|ation)|prefers?|deletes?"
    r"|adds?|inserts?|retains?|replaces?|seeks?)"
)
_POSITION = re.compile(rf" ?(?P<label>[^\W\d_][^\[\]{{}}:]{{1,200}}?\b{_VERB}\b[^\[\]{{}}:]{{0,200}}?) ?: ?")
_SPEAKER = re.compile(r" ?(?P<label>[^\W_][^\[\]{}:]{1,120}?) ?[:：] ?")
_COMMAND = re.compile(r" ?(?P<label>DELETE|ADD|INSERT|REPLACE|MOVE) ?: ?")
_BEHIND = re.compile(r" ?\((?P<who>[^()\[\]{}]{2,80})\)")
_LONGEST_HEAD = 430
_LONGEST_TAIL = 84
_CHOICE = re.compile(r"[^\W\d_][^\W\d_ ’'-]*(?: [^\W\d_]+){0,3}(?: ?/ ?[^\W\d_][^\W\d_ ’'-]*(?: [^\W\d_]+){0,3}){1,5}")
_LONGEST_CHOICE = 120
_NO_CHOICE = frozenset({"and/or", "or/and", "et/ou", "y/o", "и/или"})
_MODAL = (
    r"(?:shall|should|may|will|must|can|could|might|would|ought to|is to|are to|doit|doivent|devrait|devraient|peut|peuvent"
    r"|deberá|deberán|debería|deberían|podrá|podrán|должн[аоы]?|может|могут|следует)(?: not)?"
)
_HAS_SIGNS = re.compile(r"[\[\]{/]").search
_ENDS_WITH_WHO = (")", ").")
_OPENS_WHO = ("(", " (")
_OPENS_NO_GAP = frozenset(" \n(“«")


class Marked(NamedTuple):
    """Words without marks, and the marks over them."""

    words: str
    marks: tuple[Mark, ...]


class Piece(NamedTuple):
    """A run of marked text as it is written: words (`kind` empty) from offset `place` on, or what a mark writes there."""

    text: str
    kind: str
    place: int


class _Found(NamedTuple):
    """A mark in the coordinates of the raw text. `order` sorts marks as they are written, the outer before the inner."""

    order: tuple[int, int]
    mark: Mark


def extract(raw: str, marks: Iterable[Mark] = ()) -> Marked:
    """Take the marks out of `raw` and close the words up; white space becomes single spaces.

    `marks` are marks that a reader already knows (emphasis, footnotes), with offsets into `raw`. Brackets without a partner
    are kept as marks that do not open or do not close. A placeholder in braces is a status whose label keeps the braces, an
    attribution behind the words one whose label keeps its parentheses. Ellipses and "[sic]" are words; words parted by
    slashes stay words, with an option without a label over them. Full-width brackets count as brackets.
    """
    text, known = single_spaced(narrow_brackets(raw), marks)
    finding = _Finding(text)
    if _HAS_SIGNS(text) or text.endswith(_ENDS_WITH_WHO) or text.startswith(OPTION_BEGINNINGS):
        finding.find()
    if not finding.removed:
        if not known and not finding.found:
            return Marked(text, ())
        unmoved = Closed(text, [0], [0], [len(text)])
        return Marked(text, _in_order([_placed(mark, unmoved) for mark in (*known, *(item.mark for item in finding.found))]))
    closed = closed_up(text, sorted(finding.removed))
    placed = [_placed(mark, closed) for mark in known]
    placed += [_placed(item.mark, closed) for item in sorted(finding.found, key=_order)]
    return Marked(closed.words, _in_order([mark for mark in placed if not _is_void(mark)]))


def restore(words: str, marks: Iterable[Mark]) -> str:
    """Write brackets, attributions, options, statuses and placeholders back; the inverse of `extract` but for spacing."""
    return "".join([piece.text for piece in pieces(words, marks) if piece.kind != "footnote"])


def pieces(words: str, marks: Iterable[Mark]) -> Iterator[Piece]:
    """Give the words and what the marks over them write between them, in order; of a footnote its label.

    Emphasis, links, insertions and deletions write nothing: they are how the words look.
    """
    before: dict[int, list[Piece]] = {}
    standing: dict[int, list[Piece]] = {}
    behind: dict[int, list[Piece]] = {}
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        _write(mark, words, before, standing, behind)
    if not (before or standing or behind):
        yield Piece(words, "", 0)
        return
    last = 0
    for place in sorted({*before, *standing, *behind}):
        if last < place:
            yield Piece(words[last:place], "", last)
        yield from reversed(behind.get(place, ()))
        yield from standing.get(place, ())
        yield from before.get(place, ())
        last = place
    if last < len(words):
        yield Piece(words[last:], "", last)


_Written = dict[int, list[Piece]]


class Signs(NamedTuple):
    """What a mark writes before the words it spans, behind them, or at the point where it stands."""

    before: str = ""
    behind: str = ""
    standing: str = ""


def signs(mark: Mark) -> Signs:
    """Give the characters that stand for a mark in print; none for emphasis, links and tracked changes."""
    kind, label = mark.kind, mark.label
    if kind == "bracket":
        if mark.start == mark.end and mark.opens and mark.closes:
            return Signs(standing="[]")
        return Signs(before="[" if mark.opens else "", behind="]" if mark.closes else "")
    if kind == "attribution" and label.startswith("("):
        return Signs(behind=f" {label}")
    if kind in {"attribution", "option"}:
        return Signs(before=f"{label}: " if label else "")
    if kind == "status":
        return Signs(standing=label if label.startswith("{") else f"[{label}]")
    return Signs(standing=label or "*") if kind == "footnote" else Signs()


def _write(mark: Mark, words: str, before: _Written, standing: _Written, behind: _Written) -> None:
    """Add what a mark writes before the words it spans, behind them, or at the point where it stands."""
    kind, start, end = mark.kind, mark.start, mark.end
    written = signs(mark)
    if written.before:
        before.setdefault(start, []).append(Piece(written.before, kind, start))
    if written.behind:
        behind.setdefault(end, []).append(Piece(written.behind, kind, end))
    if written.standing:
        sign = written.standing if kind == "footnote" else _set_off(written.standing, words, end)
        standing.setdefault(end, []).append(Piece(sign, kind, end))


def _set_off(written: str, words: str, place: int) -> str:
    """Give a remark with spaces towards the words around it."""
    before = " " if place and words[place - 1] not in _OPENS_NO_GAP else ""
    after = " " if words[place : place + 1].isalnum() else ""
    return f"{before}{written}{after}"


class _Finding:
    """The search for marks in one single-spaced text: what is found, and the spans that are no words."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.found: list[_Found] = []
        self.removed: list[tuple[int, int]] = []
        self._named: set[int] = set()

    def find(self) -> None:
        raw = self.raw
        self._opening_option()
        if "[" in raw or "]" in raw or "{" in raw:
            self._signs()
        if raw.endswith(_ENDS_WITH_WHO):
            self._who_stands_behind(len(raw) - raw.endswith("."), 0, len(raw))
        if "/" in raw:
            self._modals()

    def _add(self, mark: Mark, order: tuple[int, int], *removed: tuple[int, int]) -> None:
        self.found.append(_Found(order, mark))
        self.removed += removed

    def _opening_option(self) -> None:
        found = option(self.raw)
        if found and found.start == 0:
            self._add(Mark("option", 0, len(self.raw), found.label), (0, -1), (0, found.end))

    def _signs(self) -> None:
        open_at: list[int] = []
        for m in _SIGN.finditer(self.raw):
            start = m.start()
            if kind := m.lastgroup:
                if kind != "words":
                    label = m[0] if kind == "placeholder" else m[kind]
                    self._add(Mark("status", start, start, label), (start, 0), m.span())
            elif m[0] == "[":
                open_at.append(start)
            elif open_at:
                self._bracket(open_at.pop(), start)
            else:
                self._add(Mark("bracket", 0, start, opens=False), (-1, 0), m.span())
        for start in open_at:
            self._add(Mark("bracket", start, len(self.raw), closes=False), (start, 0), (start, start + 1))
            self._heading(start, len(self.raw))

    def _bracket(self, start: int, end: int) -> None:
        self._add(Mark("bracket", start, end), (start, 0), (start, start + 1), (end, end + 1))
        head = self._heading(start, end)
        raw = self.raw
        if raw[end - 1] == ")":
            self._who_stands_behind(end, max(head, start + 1), end, start)
        if raw.startswith(_OPENS_WHO, end + 1) and (m := _BEHIND.match(raw, end + 1)) and are_proponents(m["who"]):
            self._named.add(m.end())
            self._add(Mark("attribution", start, end, f"({m['who']})"), (start, -1), m.span())
        if end - head <= _LONGEST_CHOICE and "/" in raw[head:end] and _is_choice(raw[head:end].strip(" ")):
            self._add(Mark("option", head, end), (start, 3))

    def _heading(self, start: int, end: int) -> int:
        """Find who or what heads a bracket; give where its words begin."""
        raw, head = self.raw, start + 1
        if head >= end or not (raw[head].isalnum() or raw[head] == " "):
            return head
        if (found := option(raw, head, end)) and raw[head : found.start].isspace() | (found.start == head):
            self._add(Mark("option", start, end, found.label), (start, 1), (head, found.end))
            return found.end
        stop = min(end, head + _LONGEST_HEAD)
        if raw.find(":", head, stop) < 0 and raw.find("：", head, stop) < 0:
            return head
        m = _POSITION.match(raw, head, end) or _COMMAND.match(raw, head, end)
        if m is None and (m := _SPEAKER.match(raw, head, end)) and not are_proponents(m["label"]):
            m = None
        if m is None:
            return head
        self._add(Mark("attribution", start, end, m["label"]), (start, 1), (head, m.end()))
        return m.end()

    def _who_stands_behind(self, end: int, first: int, stop: int, start: int = 0) -> None:
        """Find States and groups in parentheses that close at `end`, behind words that begin at `first`."""
        opening = self.raw.rfind("(", max(first, end - _LONGEST_TAIL), end)
        if opening <= first or end in self._named:
            return
        who = self.raw[opening + 1 : end - 1]
        before = self.raw[max(first, opening - _LONGEST_TAIL) : opening].rstrip()
        if not before or before[-1].isdigit() or not are_proponents(who) or abbreviates(who, before):
            return
        self._named.add(end)
        gap = opening - 1 if self.raw[opening - 1] == " " and opening - 1 > first else opening
        self._add(Mark("attribution", start, stop, f"({who})"), (start, 2), (gap, end))

    def _modals(self) -> None:
        known = {(item.mark.start, item.mark.end) for item in self.found}
        for m in _modals().finditer(self.raw):
            if m.span() not in known and m[0].casefold() not in _NO_CHOICE:
                self._add(Mark("option", m.start(), m.end()), (m.start(), 4))


@cache
def _modals() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/]){_MODAL}(?: ?/ ?(?:{_MODAL}|other))+(?![\w/])", re.IGNORECASE)


def _is_choice(words: str) -> bool:
    return words.casefold() not in _NO_CHOICE and _CHOICE.fullmatch(words) is not None


def _order(item: _Found) -> tuple[int, int]:
    return item.order


def _in_order(marks: list[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda m: (m.start, -m.end)))


def _is_void(mark: Mark) -> bool:
    """Whether emphasis has lost all its words to other marks."""
    return mark.kind == "emphasis" and mark.start == mark.end


def _placed(mark: Mark, closed: Closed) -> Mark:
    start, end = _trimmed(closed.place(mark.start), closed.place(mark.end), closed.words)
    return Mark(mark.kind, start, end, mark.label, mark.note, mark.opens, mark.closes)


def _trimmed(start: int, end: int, words: str) -> tuple[int, int]:
    """Give a span within the words without white space at its edges."""
    start, end = min(start, len(words)), min(end, len(words))
    while start < end and words[start] == " ":
        start += 1
    while end > start and words[end - 1] == " ":
        end -= 1
    return start, end
