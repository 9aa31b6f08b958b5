"""From the paragraphs of a source to the tree of provisions: chapters, articles, paragraphs, points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.readers.outline import alternatives
from treatydiff.readers.outline.labels import Label, Reading, label, lettered, numbered, opens_list
from treatydiff.readers.outline.lead_ins import lead_in
from treatydiff.readers.outline.levels import ARTICLE, Level, is_title, level
from treatydiff.readers.outline.nodes import Node, ends_with, provisions, starts_small
from treatydiff.readers.outline.preambles import goes_on, is_conclusion, is_formula, preamble_start, recitals, run_in_heading
from treatydiff.readers.outline.seats import seat
from treatydiff.text.options import option
from treatydiff.text.spacing import narrow_brackets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.model import Provision
    from treatydiff.readers.outline.blocks import Block
    from treatydiff.text.options import Option

_LONGEST_SUBHEADING = 100
_LONGEST_CHAIN = 2
_BULLET = "-"


def outline(blocks: Sequence[Block]) -> tuple[Provision, ...]:
    """Build the provisions that the blocks stand for, in their order and with every word; ids are not given yet."""
    blocks = [_narrowed(block) for block in blocks]
    levels = [None if block.item is not None or block.num else level(block.raw, is_heading=block.rank > 0) for block in blocks]
    first = next((n for n, found in enumerate(levels) if found), None)
    growing = _Outline(preamble_start(blocks, levels), first)
    for n, block in enumerate(blocks):
        following = n + 1
        growing.add(
            n, block, levels[n], blocks[following] if following < len(blocks) else None, levels[following : following + 1]
        )
    return provisions(growing.finished())


def _narrowed(block: Block) -> Block:
    raw = narrow_brackets(block.raw)
    return block if raw is block.raw else block._replace(raw=raw)


class _Outline:
    """The tree and the path of nodes that are still open, from the root to the provision read last."""

    def __init__(self, preamble: int | None, first_level: int | None) -> None:
        self._root = Node("draft", 0, order=-1)
        self._open = [self._root]
        self._subheading: Block | None = None
        self._preamble = preamble
        self._before_body = min((n for n in (preamble, first_level) if n is not None), default=0)

    def finished(self) -> list[Node]:
        """Give the top-level nodes."""
        self._flush_subheading()
        return self._root.children

    def add(self, n: int, block: Block, found: Level | None, after: Block | None, level_after: Sequence[Level | None]) -> None:
        """Put the next block, the `n`th, into the tree; what follows it decides whether a short line is a heading."""
        if n == self._preamble and (found is None or found.kind != "preamble"):
            heading, block = run_in_heading(block)
            self._structure(Node("preamble", block.line, order=0, heading=heading))
        if self._takes_heading(block, found, after, level_after):
            self._heading(block)
        elif found:
            self._level(block, found)
        elif block.rank:
            kind = "preface" if n < self._before_body else "provision"
            self._generic(Node(kind, block.line, order=ARTICLE + 1, num=block.num, heading=block, rank=block.rank))
        elif n < self._before_body:
            self._preface(block)
        else:
            self._text(block, after)

    def _takes_heading(
        self, block: Block, found: Level | None, after: Block | None, level_after: Sequence[Level | None]
    ) -> bool:
        """Whether the level opened last still waits for its heading and this block is it."""
        last = self._open[-1]
        if (
            last.is_body
            or (last.heading and last.heading.raw)
            or last.children
            or last.order < 0
            or last.kind in {"preamble", "preface", "formula"}
        ):
            return False
        if found:
            return last.kind != "article" and 0 < found.order < last.order
        if block.rank and not block.num:
            return True
        if block.item is not None or _label(block) or option(block.raw):
            return False
        if not is_title(block.raw):
            return last.kind == "article" and _is_title_with_full_stop(block, last, after)
        return last.kind != "article" or (
            after is not None and not any(level_after) and not after.rank and not starts_small(after.raw)
        )

    def _heading(self, block: Block) -> None:
        last = self._open[-1]
        last.heading = last.heading.joined(block) if last.heading else block

    def _level(self, block: Block, found: Level) -> None:
        heading = block.from_number(found.heading) if found.heading is not None else None
        if found.lead:
            heading = (heading or block.cut(len(block.raw))).behind(found.lead)
        node = Node(found.kind, block.line, order=found.order, num=found.num, rank=block.rank)
        node.heading = heading if heading and (heading.raw.strip() or heading.marks) else None
        self._structure(node)
        if found.text is not None:
            self._text(block.from_number(found.text), None)

    def _structure(self, node: Node) -> None:
        """Open a level of the treaty: below the levels above it, and below a heading of the source that outranks it."""
        self._flush_subheading()
        while (top := self._open[-1]).order >= 0 and not self._holds(top, node):
            self._open.pop()
        self._push(node)

    def _holds(self, top: Node, node: Node) -> bool:
        if top.is_body or top.kind in {"preface", "preamble", "formula"}:
            return False
        if top.kind == "provision":
            return 0 < top.rank < node.rank
        return top.order < node.order

    def _generic(self, node: Node) -> None:
        """Open a titled section that is no level of a treaty: its place follows the levels of the headings."""
        self._flush_subheading()
        while (top := self._open[-1]).order >= 0:
            outranks = not top.is_body and 0 < top.rank < node.rank
            if outranks and (top.kind != "preface" or node.kind == "preface"):
                break
            self._open.pop()
        self._push(node)

    def _preface(self, block: Block) -> None:
        last, found = self._open[-1], _label(block)
        node = Node("provision", block.line, num=_item_number(block), text=block)
        if last.order >= 0:
            if found:
                node.num, node.text = found.num, block.from_number(found.end).behind(found.lead)
            last.children.append(node)
            return
        node.kind, node.order = "preface", ARTICLE + 1
        if is_title(block.raw):
            node.heading, node.text = block, None
        self._push(node)

    def _push(self, node: Node) -> None:
        self._open[-1].children.append(node)
        self._open.append(node)

    def _text(self, block: Block, after: Block | None) -> None:
        if block.depth and block.item is None and not any(node.is_item for node in self._open):
            block = block._replace(depth=0)
        if is_conclusion(block.raw) and block.item is None:
            self._structure(Node("formula", block.line, order=0, text=block))
            return
        if self._container.kind == "preamble":
            self._preambular(block)
        elif (found := _label(block)) is not None:
            self._numbered(block, found, after)
        elif block.item is not None:
            self._bullet(block)
        elif offered := option(block.raw):
            self._alternative(block, offered, after)
        elif block.stress == "bold" and len(block.raw) <= _LONGEST_SUBHEADING and is_title(block.raw):
            self._flush_subheading()
            self._subheading = block
        else:
            self._unnumbered(block)

    @property
    def _container(self) -> Node:
        return next(node for node in reversed(self._open) if not node.is_body)

    def _flush_subheading(self) -> None:
        """Keep a subheading that no provision followed as a provision of its own."""
        if block := self._subheading:
            self._subheading = None
            self._container.children.append(Node("paragraph", block.line, text=block))

    def _body(self, node: Node) -> None:
        """Add a provision below articles; a subheading that stood before it becomes its heading."""
        if block := self._subheading:
            self._subheading = None
            node.heading, node.line = block if node.heading is None else block.joined(node.heading), block.line
        self._push(node)

    def _preambular(self, block: Block) -> None:
        preamble = self._container
        del self._open[self._open.index(preamble) + 1 :]
        found = _label(block)
        num = _item_number(block)
        before = preamble.children[-1] if preamble.children and not num else None
        if found and not num:
            rest = block.from_number(found.end).behind(found.lead)
            if before is None or found.is_paragraph:
                preamble.children.append(Node("recital", block.line, num=found.num, text=rest))
            else:
                before.children.append(Node("point", block.line, num=found.num, text=rest))
        elif before and before.kind == "recital" and before.text and block.item == _BULLET and starts_small(block.raw):
            before.children.append(Node("point", block.line, text=block))
        elif before and before.kind == "recital" and before.text and not before.children and goes_on(before.text, block):
            before.text = before.text.joined(block)
        else:
            for part in recitals(block):
                kind = "formula" if is_formula(part.raw) else "recital"
                preamble.children.append(Node(kind, part.line, num=num, text=part))
                num = ""

    def _numbered(self, block: Block, found: Label, after: Block | None, chained: int = 0) -> None:
        place = seat(found, self._open, block.depth, is_item=block.item is not None, series=block.series)
        rest = block.from_number(found.end)
        self._reopen(place.keep)
        del self._open[place.keep :]
        node = Node(
            self._kind(found, place.reading), block.line, num=found.num, depth=block.depth, label=found, reading=place.reading
        )
        node.is_item, node.series = block.item is not None, block.series
        inner = label(rest.raw) if chained < _LONGEST_CHAIN and opens_list(rest.raw) else None
        if inner:
            self._body(node)
            self._numbered(
                rest.behind(found.lead), inner._replace(lead=found.lead, end=inner.end + len(found.lead)), after, chained + 1
            )
            return
        if offered := option(rest.raw):
            self._body(node)
            self._alternative(rest.behind(found.lead), option(found.lead + rest.raw) or offered, after)
            return
        if _heads_its_item(block, rest, after):
            node.heading = rest.behind(found.lead)
        else:
            _fill(node, rest, found.lead)
        self._body(node)

    def _kind(self, found: Label, reading: Reading) -> str:
        """Tell a paragraph from a point: points stand below a numbered paragraph, be it through an option of it."""
        holder = next((node for node in reversed(self._open) if not node.option), self._root)
        is_below = holder.is_body and not (self._open[-1].option and reading.style == "1.1")
        return "point" if is_below or not found.is_paragraph else "paragraph"

    def _reopen(self, keep: int) -> None:
        """Give flush text back when the list that it seemed to close goes on: to the item before the new one."""
        for node in self._open[:keep]:
            if node.closing and node.children:
                closing, node.closing = node.closing, None
                item = self._open[keep] if keep < len(self._open) else self._open[-1]
                if item is node:
                    self._push(Node("paragraph", closing.line, text=closing, depth=node.depth))
                elif item.has_list and not item.closing:
                    item.closing = closing
                elif item.text and starts_small(closing.raw):
                    item.text = item.text.joined(closing)
                else:
                    item.children.append(Node("paragraph", closing.line, text=closing))

    def _bullet(self, block: Block) -> None:
        """Add an item of an unnumbered list of the source."""
        depth = block.depth or 1
        while (top := self._open[-1]).is_body and top.depth and (top.depth > depth or (top.depth == depth and top.is_item)):
            self._open.pop()
        node = Node("point", block.line, depth=depth, is_item=True)
        _fill(node, block)
        self._body(node)

    def _alternative(self, block: Block, found: Option, after: Block | None) -> None:
        """Open an alternative whose provisions follow it."""
        self._flush_subheading()
        del self._open[alternatives.room(found, self._open, block, after) :]
        lead = "".join(c for c in block.raw[: found.end] if c in "[]")
        num = block.raw[found.start : found.stop].strip("[] \n")
        rest = block.from_number(found.end).behind(lead)
        self._push(Node("alternative", block.line, num=num, depth=block.depth, option=found, text=rest if rest.raw else None))

    def _owner(self, depth: int) -> int:
        """Give the place of the open list item that text at this depth stands in, else of the open option or container."""
        container = self._open.index(self._container)
        inside = [n for n, node in enumerate(self._open) if node.is_body and node.is_item and (node.depth or 0) <= depth]
        return max(inside, default=container)

    def _unnumbered(self, block: Block) -> None:
        if block.depth and (owner := self._owner(block.depth)) > self._open.index(self._container):
            offered = max((n for n in range(owner + 1, len(self._open)) if self._open[n].option), default=None)
            if offered is None or self._subheading:
                self._inside_item(block, self._open[owner], owner)
            else:
                del self._open[offered + 1 :]
                self._unnumbered_paragraph(block)
            return
        start = self._open.index(self._container) + 1
        start = 1 + max((n for n in range(start, len(self._open)) if self._open[n].option), default=start - 1)
        paragraph = self._open[start] if start < len(self._open) else None
        if paragraph is None or not self._went_on(block, paragraph):
            del self._open[start:]
            self._unnumbered_paragraph(block)

    def _unnumbered_paragraph(self, block: Block) -> None:
        last = self._open[-1]
        if last.option and last.text is None and not last.children:
            last.text = block
            return
        kind = "provision" if last.order < 0 or last.kind == "preface" else "paragraph"
        node = Node(kind, block.line, depth=block.depth)
        _fill(node, block)
        self._body(node)

    def _inside_item(self, block: Block, item: Node, place: int) -> None:
        del self._open[place + 1 :]
        if self._subheading:
            self._body(Node("paragraph", block.line, text=block, depth=block.depth))
        elif item.text is None and not item.children:
            if item.heading is None:
                _fill(item, block)
            else:
                item.text = block
        elif item.has_list and starts_small(block.raw):
            item.closing = item.closing.joined(block) if item.closing else block
        elif item.text and not item.children and starts_small(block.raw) and not ends_with(item.text.raw, ".;:"):
            item.text = item.text.joined(block)
        else:
            self._unnumbered_paragraph(block)

    def _went_on(self, block: Block, paragraph: Node) -> bool:
        """Add text without a number to the open paragraph: flush text or a broken line."""
        if self._subheading:
            return False
        small = starts_small(block.raw)
        if paragraph.has_list and (small or (block.depth is None and paragraph.label and not paragraph.closing)):
            paragraph.closing = paragraph.closing.joined(block) if paragraph.closing else block
            return True
        if small and paragraph.text and not paragraph.children and not ends_with(paragraph.text.raw, ".;:"):
            paragraph.text = paragraph.text.joined(block)
            return True
        return False


def _is_title_with_full_stop(block: Block, article: Node, after: Block | None) -> bool:
    """Whether a short sentence on the line below the article's is its heading: its first paragraph follows on the next line."""
    if not (block.raw.endswith(".") and is_title(block.raw[:-1]) and len(block.raw) <= _LONGEST_SUBHEADING and after):
        return False
    found = label(after.raw)
    return block.line == article.line + 1 and found is not None and found.is_paragraph and after.line == block.line + 1


def _fill(node: Node, block: Block, lead: str = "") -> None:
    """Give a provision its words, and the heading that opens them in bold; `lead` are the brackets before its number."""
    node.heading, words = lead_in(block)
    words = words.behind(lead) if lead else words
    node.text = words if words.raw else None


def _item_number(block: Block) -> str:
    """Give the number that the source computes, or the marker of the list item that starts here if it is a number."""
    if block.num:
        return block.num
    return block.item if block.item and block.item[0].isdigit() else ""


def _label(block: Block) -> Label | None:
    """Read the number of a block: what the source computes or marks its list with, else the number at the head of its text."""
    if block.num:
        return numbered(block.num)
    if number := _item_number(block):
        return Label(number, number[-1], "", 0, (Reading("1", int(number[:-1])),))
    return label(block.raw) or (lettered(block.item, block.raw) if block.item else None)


def _heads_its_item(block: Block, rest: Block, after: Block | None) -> bool:
    """Whether the text of a list item is all in bold or italics, and the words that it heads follow inside the item."""
    if not (block.stress and block.depth and is_title(rest.raw) and after and after.depth) or option(rest.raw):
        return False
    return after.depth > block.depth or (after.depth == block.depth and after.item is None)
