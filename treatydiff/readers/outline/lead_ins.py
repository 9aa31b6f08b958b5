"""Bold words at the head of a paragraph that are its heading: "4. **Moorings** Each port shall ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from treatydiff.readers.outline.levels import is_title
from treatydiff.readers.outline.preambles import is_recital

if TYPE_CHECKING:
    from treatydiff.readers.outline.blocks import Block

_MOST_WORDS = 6
_SENTENCE = re.compile(r"\s+[\[(“\"«]*[A-Z]")
_GOES_ON = re.compile(
    r"\b(?:a|all|an|and|any|as|at|both|but|by|certain|each|either|every|for|from|if|in|may|must|neither|no|nor|not|of|on|only"
    r"|or|other|shall|should|some|such|that|the|these|this|those|to|unless|when|where|which|will|with|within)$",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\s+(?:Contracting|Governments?|Members?|Part(?:y|ies)|States?)\b")
_OPTION = re.compile(r"(?:Option|Alternative|Variant|Alt)\b")
_DECISION = re.compile(
    r"(?:(?:Also|Further)\s+)?(?:Acknowledges|Adopts|Affirms|Agrees|Appeals|Approves|Authorizes|Calls|Commends|Concludes"
    r"|Confirms|Considers|Decides|Declares|Directs|Emphasizes|Encourages|Endorses|Establishes|Expresses|Instructs|Invites|Notes"
    r"|Proclaims|Reaffirms|Recalls|Recognizes|Recommends|Reiterates|Requests|Resolves|Stresses|Strongly|Takes|Underlines"
    r"|Underscores|Urges|Welcomes)\b"
)


def lead_in(block: Block) -> tuple[Block | None, Block]:
    """Part the heading from the words of a paragraph that opens in bold; None where the bold words are of the sentence.

    A heading has at most six words, begins with a capital, as does what follows it, and does not ask for the word after it: it
    ends in no article, conjunction or preposition, is no verb of a recital or decision, and does not stand before the parties
    whom it may describe ("**Developing** States shall ...").
    """
    words, rest = block.raw[: block.lead].strip(), block.raw[block.lead :]
    if not (_is_heading(words) and _SENTENCE.match(rest)) or _BOUND.match(rest):
        return None, block
    return block.cut(0, block.lead), block.cut(block.lead)


def asks_for_more(words: str) -> bool:
    """Whether words end in one that asks for another: an article, a conjunction, a preposition, an auxiliary verb."""
    return _GOES_ON.search(words) is not None


def _is_heading(words: str) -> bool:
    if len(words.split()) > _MOST_WORDS or not words.lstrip("(")[:1].isupper() or not is_title(words.rstrip(".:")):
        return False
    return not (asks_for_more(words) or _DECISION.match(words) or _OPTION.match(words) or is_recital(words))
