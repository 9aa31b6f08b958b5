"""Plain words for numbers, places and degrees: the only file that knows how the report speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.text.numbers import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from treatydiff.model import Metadata, Provision

SEVERITIES: Final = ("high", "medium", "low", "info")
SEVERITY_NAMES: Final = {"high": "High", "medium": "Medium", "low": "Low", "info": "For information"}
STROKES: Final = {"high": 3, "medium": 2, "low": 1, "info": 0}
AXES: Final = {
    "bindingness": ("Duty", {"strengthens": ("↑", "stronger"), "weakens": ("↓", "weaker")}),
    "rights": ("Rights", {"strengthens": ("↑", "stronger"), "weakens": ("↓", "weaker")}),
    "scope": ("Scope", {"widens": ("↔", "wider"), "narrows": ("→←", "narrower")}),
}
CONTEXT: Final = ("◇", "depends on the view taken")
_LETTERS = 26
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}))?", re.ASCII)
_SHARES = (
    (19, 20, "nearly all clauses"),
    (9, 10, "nine clauses in ten"),
    (4, 5, "four clauses in five"),
    (3, 4, "three clauses in four"),
    (2, 3, "two clauses in three"),
    (1, 2, "half of the clauses"),
    (1, 3, "one clause in three"),
    (1, 4, "one clause in four"),
    (1, 5, "one clause in five"),
    (1, 10, "one clause in ten"),
)


def number(count: int) -> str:
    """Give a count in words up to ten, in digits above."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def counted(count: int, one: str, many: str = "") -> str:
    """Give a count in digits with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def share(part: int, whole: int) -> str:
    """Give a part of the clauses as the nearest of a dozen plain fractions."""
    if not part:
        return "no clause"
    if part == whole:
        return "every clause"
    nearest = min(_SHARES, key=lambda known: (abs(part / whole - known[0] / known[1]), known[1]))
    return "few clauses" if part * 20 < whole else nearest[2]


def listed(items: Iterable[str], last: str = "and") -> str:
    """Join phrases as in a sentence."""
    found = list(items)
    return " ".join((", ".join(found[:-1]), last, found[-1])) if len(found) > 1 else "".join(found)


def capital(text: str) -> str:
    """Give the text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Give a message as a sentence with its full stop."""
    return capital(text if text.endswith((".", "?", "!", "。", "…")) else f"{text}.")


def rule_name(rule: str) -> str:
    """Give a rule's id as words."""
    return capital(rule.replace("-", " ").replace("_", " "))


def excerpt(text: str, length: int = 160) -> str:
    """Give the text on one line, cut between words after at most `length` characters."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[:length]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[length // 2 :] else cut} …"


def readable_date(date: str) -> str:
    """Give an ISO date as written in running text ("6 February 2024"); anything else as it is."""
    found = _DATE.fullmatch(date)
    if found is None:
        return date
    day = f"{int(found['day'])} " if found["day"] else ""
    return f"{day}{_MONTHS[int(found['month']) - 1]} {found['year']}"


def file_name(metadata: Metadata) -> str:
    """Give the last part of a draft's path."""
    return metadata.path.replace("\\", "/").rpartition("/")[2]


def name(provision: Provision) -> str:
    """Give what a provision is called at the head of a page: "Article 5 bis", "Preamble", "第五条"."""
    own = bare(provision.num)
    written = " ".join(provision.num.split())
    if not own:
        return capital(provision.kind) if provision.kind != "provision" else "Text"
    is_level_written = len(written) > len(own) + 2 and not written.casefold().startswith(provision.kind)
    return written if is_level_written or not own.isascii() else f"{capital(provision.kind)} {own}"


def within(label: str, unit_label: str) -> str:
    """Give a clause's label without that of its article, where it begins with it."""
    return label[len(unit_label) + 2 :] if label.startswith(f"{unit_label}, ") else label


def letter(place: int) -> str:
    """Give the sign by which a finding is named beside the words: a, b, c; numbers belong to the drafts' own footnotes."""
    return chr(ord("a") + place - 1) if place <= _LETTERS else f"z{place - _LETTERS}"
