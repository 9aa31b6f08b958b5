"""What stands before the first article: the title page and the preamble, and the formulas around the treaty's text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from treatydiff.readers.outline.nodes import ends_with, starts_small
from treatydiff.text.numbers import composed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.readers.outline.blocks import Block
    from treatydiff.readers.outline.levels import Level

_OPENING = re.compile(
    r"(?:The|Les|Los|Las)\s(?:[^\W\d]+\s){0,6}?(?:Part(?:y|ies)|States?|Governments?|Union|Assembly|Conference|Council|Parlia\w+"
    r"|Commission|Parties|Etats|États|Partes|Estados)\b"
    r"|(?:Государства|Стороны|Договаривающиеся|Правительства|Участники)\b|(?:本(?:公约|协定|条约|议定书))?各?(?:缔约国|缔约方|当事国)"
    r"|إن\s+(?:الدول|الأطراف|الحكومات)",
)
_AGREED = re.compile(
    r"(?:(?:have|has)\s(?:\w+\s)?(?:agreed|adopted|decided)\b|(?:hereby\s)?agree(?:d)?\sas\sfollows|whereas\s?:|sont\sconvenue?s"
    r"|han\s(?:convenido|acordado)|convienen\sen|согласились|договорились|.{0,4}(?:议定|協議|协议|商定)如下|(?:قد\s)?اتفقت)",
    re.IGNORECASE,
)
_CONCLUSION = re.compile(
    r"(?:done\s(?:at|in)\s|in\switness\swhereof|in\sfaith\swhereof|en\sfoi\sde\squoi|faite?\sà\s|en\sfe\sde\slo\scual|hech[oa]\sen\s"
    r"|в\sудостоверение\s|совершен[оа]\sв\s|为此[，,]?.{0,20}(?:签署|签字|代表)|下列签署人|(?:本公约|本协定)?.{0,20}订于|وإثباتا\s|وإشهادا\s|حررت?\s(?:في|ب))",
    re.IGNORECASE,
)
_LONGEST_FORMULA = 300
_LONGEST_UNKNOWN = 10
"""Paragraphs before the first article that are taken for a preamble although none of them is a recital; more are a paper."""
_VERBS = (
    "Acknowledging|Acting|Affirming|Aiming|Alarmed|Anxious|Appreciating|Aware|Bearing|Believing|Being|Cognizant"
    "|Commending|Committed|Concerned|Confident|Confirming|Conscious|Considering|Convinced|Declaring|Deeply"
    "|Deploring|Desiring|Desirous|Determined|Emphasizing|Emphasising|Encouraged|Expressing|Fully|Gravely|Guided"
    "|Have agreed|Having|Hoping|In pursuit|Inspired|Intending|Mindful|Noting|Observing|Persuaded|Proclaiming"
    "|Pursuant|Reaffirming|Realizing|Recalling|Recognizing|Recognising|Regretting|Reiterating|Remembering|Resolved"
    "|Respecting|Seeking|Stressing|Striving|Taking|Underlining|Underscoring|Urging|Welcoming|Wishing|Whereas"
)
_NEXT_RECITAL = re.compile(rf"[,;]\s+(?=(?:(?:Also|Further|And)\s(?i:{_VERBS})|{_VERBS})\b)")
_RECITAL = re.compile(rf"[\[\s]*(?:(?:Also|Further|And)\s(?i:{_VERBS})|{_VERBS})\b")
_SMALL_RECITAL = re.compile(r"[\[\s]*[а-яё]")
"""In Russian, recitals begin with a small letter."""
_RUN_IN_HEADING = re.compile(r"(?:PREAMBLE|Preamble)[.:]?\s+(?=[A-Z\[])")


def preamble_start(blocks: Sequence[Block], levels: Sequence[Level | None]) -> int | None:
    """Give the index of the block with which the preamble starts, heading included; None for a draft without one.

    A draft without articles has none either. Without a heading, the preamble starts with the first text before the articles
    that ends as a recital does, in a comma, semicolon or colon, or that names the parties. An annex before all articles is
    the whole act, sent with a covering note: its preamble is looked for behind it.
    """
    body = next((n for n, level in enumerate(levels) if level and level.kind != "preamble"), None)
    headed = next((n for n, level in enumerate(levels[:body]) if level), None)
    if headed is not None or body is None:
        return headed
    opening = levels[body]
    enclosed = _enclosed(blocks, levels, body + 1) if opening and opening.kind == "annex" else None
    return _unheaded(blocks, 0, body) if enclosed is None else enclosed


def _enclosed(blocks: Sequence[Block], levels: Sequence[Level | None], start: int) -> int | None:
    """Find the preamble of an act that is an annex to a covering note: it has recitals or a formula, and a level follows."""
    end = next((n for n in range(start, len(levels)) if levels[n]), start)
    found = _unheaded(blocks, start, end)
    return found if any(is_formula(block.raw) or is_recital(block.raw) for block in blocks[found or end : end]) else None


def _unheaded(blocks: Sequence[Block], start: int, end: int) -> int | None:
    if end - start > _LONGEST_UNKNOWN and not any(_is_of_preamble(block.raw) for block in blocks[start:end]):
        return None
    return next((n for n in range(start, end) if not blocks[n].rank and _is_preambular(blocks[n].raw)), None)


def _is_of_preamble(raw: str) -> bool:
    """Whether a paragraph is what only preambles hold: a recital, or who agreed."""
    return is_recital(raw) or _AGREED.match(raw.lstrip("[*\\ ")) is not None or _OPENING.match(raw) is not None


def _is_preambular(raw: str) -> bool:
    raw = composed(raw)
    return ends_with(raw, ",;:，；：،؛") or (_OPENING.match(raw) is not None and _AGREED.search(raw) is not None)


def is_formula(raw: str) -> bool:
    """Whether a preamble's paragraph names the parties or says that they agreed."""
    words = composed(raw.lstrip("[*\\ "))
    if _AGREED.match(words):
        return True
    return len(words) <= _LONGEST_FORMULA and ends_with(words, ",:，：،") and _OPENING.match(words) is not None


def goes_on(before: Block, block: Block) -> bool:
    """Whether a preamble's paragraph is the rest of the one before, cut by a page or a line."""
    if starts_small(block.raw):
        return not (_SMALL_RECITAL.match(block.raw) and ends_with(before.raw, ",;"))
    return not ends_with(before.raw, ",;:.，；：。،؛") and not is_recital(block.raw) and not is_formula(block.raw)


def is_recital(raw: str) -> bool:
    """Whether words begin as recitals do ("Recalling", "Also noting")."""
    return _RECITAL.match(raw) is not None


def is_conclusion(raw: str) -> bool:
    """Whether a paragraph is the testimonium or the place and date with which a treaty closes."""
    return _CONCLUSION.match(composed(raw)) is not None


def run_in_heading(block: Block) -> tuple[Block | None, Block]:
    """Part the word "Preamble" from the text that follows it on the same line."""
    m = _RUN_IN_HEADING.match(block.raw) if block.item is None else None
    return (block.cut(0, m.end()), block.cut(m.end())) if m else (None, block)


def recitals(block: Block) -> Iterator[Block]:
    """Part a preamble that is written as one paragraph before each of the words with which recitals begin."""
    start = 0
    for m in _NEXT_RECITAL.finditer(block.raw):
        yield block.cut(start, m.start() + 1)
        start = m.end()
    yield block.cut(start) if start else block
