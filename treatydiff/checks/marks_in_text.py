"""Remarks on the state of the talks that stand in the words of a clause."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen
from treatydiff.text.proponents import are_proponents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.checks.subject import Subject

ID: Final = "marks-in-text"
_REMARK: Final = re.compile(
    r"(?P<act>(?:signature|signed|sign|signatory)\s+)?(?P<remark>[(–—-]?\s?(?:(?:provisionally\s+)?agreed(?:\s+text)?\s+ad\s+ref(?:erendum|\.)?|ad\s+referendum)\)?)"
    r"|(?P<state>\((?:agreed|provisionally\s+agreed|bracketed|not\s+agreed|to\s+be\s+(?:deleted|discussed|completed|negotiated)|tbc|tbd|pending)\))"
    r"|\((?:proposed|proposal|supported|opposed|text)\s+(?:by|of|from)\s+(?P<who>[^()]{2,60})\)",
    re.IGNORECASE,
)
_quick: Final = re.compile(
    r"\bad\s+ref|\((?:agreed|prov|brack|not agr|to be|tb[cd]|pend|prop|supp|oppo|text)", re.IGNORECASE
).search


def look(subject: Subject) -> Iterator[Seen]:
    """Find remarks without square brackets: read as words, they would bind and make every comparison louder."""
    for clause in subject.worded:
        if not _quick(clause.words):
            continue
        for found in _REMARK.finditer(clause.words):
            if found["act"] or (found["who"] and not are_proponents(found["who"])):
                continue
            words = found[0].strip(" –—-")
            start = found.start() + found[0].find(words)
            if found["remark"] and "agreed" not in words.casefold() and not _is_alone(clause.words, start):
                continue
            yield Seen(
                words=words,
                message="a remark on the state of the talks stands in the words",
                mend=f"write it in square brackets: [{words.strip('()')}]",
                provision=clause.provision,
                span=(start, start + len(words)),
            )


def _is_alone(text: str, place: int) -> bool:
    """Whether words stand by themselves behind a sentence."""
    return text[:place].rstrip()[-1:] in {".", ";", "(", ""}


CHECK: Final = Check(
    ID,
    "TD031",
    "warning",
    "Marks of status or attribution in the words of a clause",
    look,
    fails=(
        Fails("Article 1\n\nParties shall light harbours. (agreed ad referendum)", "(agreed ad referendum)", 3),
        Fails("Article 1\n\nParties shall light harbours. Agreed ad ref.", "Agreed ad ref.", 3),
        Fails("Article 1\n\nParties shall light harbours (proposed by Norway).", "(proposed by Norway)", 3),
        Fails("Article 1\n\nParties shall light harbours (to be discussed).", "(to be discussed)", 3),
    ),
    passes=(
        Passes("Article 1\n\nParties shall light harbours. [agreed ad referendum]", "the mark is in brackets of its own"),
        Passes("Article 1\n\nSignature ad referendum needs confirmation by the State.", "an act of a State, not a status"),
        Passes("Article 1\n\nFees (as agreed by the Parties) are due in spring.", "the words say what is due"),
    ),
)
