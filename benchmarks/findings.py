"""How many findings are right, and how many changes that a reader found are reported, on real drafts read by a person.

    python benchmarks/findings.py CORPUS [--unread] [--missed]

CORPUS is a folder with real drafts. `tests/quality/reading/changes.toml` lists what a person found by reading both drafts
first; `tests/quality/reading/judgements.csv` says of findings of severity high and medium, each read against both wordings,
whether they are right. A finding is known there by a digest of its pair of drafts, its rule, its clauses and its words, so that
no sentence of a draft is kept. `--unread` prints the findings that nobody has judged yet with their context, `--missed` the
changes that no finding reports.
"""

from __future__ import annotations

import argparse
import csv
import tomllib
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.api import compare, read
from treatydiff.crossrefs.provisions import Provisions
from treatydiff.lexicon import load
from treatydiff.rules import rewording, structure
from treatydiff.rules.arrivals import Arrivals, clauses_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from treatydiff.model import Change, Clause, Comparison, Finding

READING: Final = Path(__file__).parent.parent / "tests" / "quality" / "reading"
PAIRS: Final = {
    "paris-5-6": ("paris/5-2015-12-09.md", "paris/6-2015-12-12.md"),
    "uk-1-2": ("uk-social-housing/1-lords-committee.xml", "uk-social-housing/2-lords-report.xml"),
}
FURTHER_PAIRS: Final = {
    "paris-3-4": ("paris/3-2015-10-23.md", "paris/4-2015-12-04.md"),
    "paris-4-5": ("paris/4-2015-12-04.md", "paris/5-2015-12-09.md"),
    "paris-6-7": ("paris/6-2015-12-12.md", "paris/7-2016-01-29-final.md"),
    "untoc-uncac": ("conventions/untoc.md", "conventions/uncac.md"),
    "us-bill": ("us-bill-dtd/1-ih.xml", "us-bill-dtd/2-rh.xml"),
}
ENGLISH: Final = load("en")
_AROUND: Final = 160


class Read(NamedTuple):
    """A change that a person found: the ids of its clauses, the categories that would report it, and the words that decide."""

    pair: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    categories: tuple[str, ...]
    old_words: frozenset[str]
    new_words: frozenset[str]
    why: str


class Said(NamedTuple):
    """A finding as it bears on a clause: its own, or that of the provision which came or went as a whole with the clause."""

    finding: Finding
    is_of_whole: bool = False


def compared(corpus: Path, pairs: Mapping[str, tuple[str, str]] = PAIRS) -> dict[str, Comparison]:
    """Compare pairs of drafts: those whose changes a person looked for, or those of which only the findings were read too."""
    return {name: compare(read(corpus / old), read(corpus / new)) for name, (old, new) in pairs.items()}


def changes_read(path: Path = READING / "changes.toml") -> list[Read]:
    """Give the changes that a person found, those of which they are certain."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return [
        Read(
            one["pair"],
            tuple(one["old"]),
            tuple(one["new"]),
            tuple(one["categories"]),
            _words(one["old_words"]),
            _words(one["new_words"]),
            one["why"],
        )
        for one in data["change"]
        if one["certain"]
    ]


def judgements() -> dict[str, bool]:
    """Give for the digest of each finding that was read whether it is right."""
    with (READING / "judgements.csv").open(encoding="utf-8", newline="") as file:
        return {row["digest"]: row["right"] == "yes" for row in csv.DictReader(file)}


def digest(pair: str, change: Change, finding: Finding) -> str:
    """Give what identifies a finding from run to run: its drafts, its rule, its clauses, and what it says of which words."""
    clauses = [*(clause.id for clause in change.link.old), "", *(clause.id for clause in change.link.new)]
    said = "\n".join([pair, finding.rule, *clauses, finding.old, finding.new, finding.message])
    return sha256(said.encode()).hexdigest()[:16]


def grave(comparison: Comparison) -> list[tuple[Finding, Change]]:
    """Give the findings of severity high and medium."""
    return [(finding, change) for finding, change in comparison.findings() if finding.severity in {"high", "medium"}]


def missed(comparisons: Mapping[str, Comparison], known: Iterable[Read]) -> list[Read]:
    """Give the changes that no finding reports.

    Only findings above severity info report anything. One does so in any of these ways:

    - It stands on a clause of the change, or, having no words of its own, on the article or paragraph that holds it, is of a
      category that a lawyer would give the change, and shares a word of content with those that decide.
    - It stands on a clause of the change and its words hold at least half of the words of content that decide, on a side on
      which there are any, under whatever category: what came or went as an item may be called a limit or an actor.
    - It says that the provision came or went as a whole of which a clause of the change is a part, whatever words it quotes.
    """
    said = {name: dict(_said(comparison)) for name, comparison in comparisons.items()}
    return [one for one in known if not any(_reports(heard, one) for heard in _near(one, said[one.pair]))]


def _said(comparison: Comparison) -> Iterator[tuple[tuple[str, str], list[Said]]]:
    """Yield the findings on each clause by its side and id, those of the provision that came or went with it included."""
    for side, drafted in (("old", comparison.old_clauses), ("new", comparison.new_clauses)):
        own = {clause.id: change for change in comparison.changes for clause in getattr(change.link, side)}
        lone = frozenset(one for one, change in own.items() if not (change.link.old and change.link.new))
        arrivals = Arrivals(Provisions(drafted), lone)
        for clause in drafted:
            heard = [Said(finding) for finding in _above_info(own[clause.id])]
            if clause.id in lone:
                first = next(clauses_of(arrivals.top(clause)))
                heard += [Said(one, is_of_whole=True) for one in _above_info(own[first.id]) if one.rule == structure.ID]
            yield (side, clause.id), heard


def _without_rewordings(comparison: Comparison) -> Comparison:
    """Leave out what only points to words that changed and does not judge them."""
    kept = (
        change._replace(findings=tuple(one for one in change.findings if one.rule != rewording.ID))
        for change in comparison.changes
    )
    return comparison._replace(changes=tuple(kept))


def _above_info(change: Change) -> list[Finding]:
    return [finding for finding in change.findings if finding.severity != "info"]


def _near(one: Read, said: Mapping[tuple[str, str], list[Said]]) -> Iterator[Said]:
    for side, ids in (("old", one.old), ("new", one.new)):
        for own in ids:
            yield from said.get((side, own), [])
            above = (heard for holder in _holders(own) for heard in said.get((side, holder), []))
            yield from (heard for heard in above if not heard.finding.old_span and not heard.is_of_whole)


def _holders(own: str) -> Iterator[str]:
    parts = own.split("__")
    return ("__".join(parts[:n]) for n in range(len(parts) - 1, 0, -1))


def _reports(heard: Said, one: Read) -> bool:
    finding, decisive = heard.finding, one.old_words | one.new_words
    if heard.is_of_whole or (finding.category in one.categories and not decisive):
        return True
    if finding.category in one.categories and decisive & _words(f"{finding.old} {finding.new} {finding.message}"):
        return True
    sides = ((one.old_words, finding.old), (one.new_words, finding.new))
    return any(2 * len(words & _words(quoted)) >= len(words) for words, quoted in sides if words)


def _words(text: str) -> frozenset[str]:
    """Give the words of content of a text; all its words where none has any."""
    found = frozenset(word.strip(".,;:()[]“”\"'") for word in text.casefold().split()) - {""}
    return found - ENGLISH.function_words or found


def main() -> None:
    """Print the figures, and what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--unread", action="store_true")
    parser.add_argument("--missed", action="store_true")
    asked = parser.parse_args()
    comparisons, known, judged = compared(asked.corpus, PAIRS | FURTHER_PAIRS), changes_read(), judgements()
    found = [(name, finding, change) for name, one in comparisons.items() for finding, change in grave(one)]
    read_ = [judged[key] for name, finding, change in found if (key := digest(name, change, finding)) in judged]
    lost = missed(comparisons, known)
    print(f"findings of severity high and medium: {len(found)}, read: {len(read_)}, right: {sum(read_)}")
    judged_only = missed({name: _without_rewordings(one) for name, one in comparisons.items()}, known)
    print(f"changes found by reading: {len(known)}, reported: {len(known) - len(lost)}", end=", ")
    print(f"by a rule that judges them: {len(known) - len(judged_only)}")
    for one in lost if asked.missed else ():
        print(
            "missed",
            one.pair,
            *one.categories,
            *one.old,
            "->",
            *one.new,
            "|",
            " ".join(sorted(one.old_words | one.new_words)),
            "|",
            one.why,
        )
    for name, finding, change in found if asked.unread else ():
        if (key := digest(name, change, finding)) not in judged:
            _show(key, name, finding, change)


def _show(key: str, pair: str, finding: Finding, change: Change) -> None:
    print(f"\n{key} {pair} {change.link.kind} {_labels(change.link.old)} -> {_labels(change.link.new)}")
    print(f"  {finding.severity} {finding.rule}: {finding.message} ({finding.bindingness} {finding.rights} {finding.scope})")
    for sign, words, span in (("-", change.old_words, finding.old_span), ("+", change.new_words, finding.new_span)):
        start, end = span or (0, 0)
        around = (
            words[max(0, start - _AROUND) : start] + (f">>{words[start:end]}<<" if span else "") + words[end : end + _AROUND]
        )
        print(f"  {sign} {' '.join(around.split())}")


def _labels(clauses: tuple[Clause, ...]) -> str:
    return ", ".join(clause.label for clause in clauses) or "nothing"


if __name__ == "__main__":
    main()
