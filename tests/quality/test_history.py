"""Clauses followed through whole histories: generated ones whose truth is known, and the worked example.

The generator knows which clause became which from each draft to the next; composed step by step, that is the truth for any two
drafts. Drafts are made by the script that `TREATYDIFF_BENCH` names.
"""

from __future__ import annotations

import shutil
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.quality.known_links import Bench, Recipe, truth
from treatydiff import folder
from treatydiff.folder import add, begin
from treatydiff.history import descent
from treatydiff.history.concordance import concordance
from treatydiff.history.log import log
from treatydiff.history.subject import subject
from treatydiff.text.citations import short

if TYPE_CHECKING:
    from pathlib import Path

    from treatydiff.history.log import Log
    from treatydiff.model import History

SEEDS = (1, 3)
DRAFTS = 10
FLOOR = 0.985
"""Of lineage F1 over all pairs of drafts; measured .991 to .995."""

_Pairs = frozenset[tuple[str, str]]


def _pairs(groups: list[dict[str, Any]]) -> _Pairs:
    return frozenset((i, j) for group in groups for i in group["old"] for j in group["new"])


def _composed(first: _Pairs, second: _Pairs) -> _Pairs:
    after: dict[str, set[str]] = {}
    for i, j in second:
        after.setdefault(i, set()).add(j)
    return frozenset((i, k) for i, j in first for k in after.get(j, ()))


@pytest.mark.parametrize("seed", SEEDS)
def test_clauses_are_followed_through_ten_generated_drafts(bench: Path, tmp_path: Path, seed: int) -> None:
    made = Bench(bench).make(tmp_path / "made", Recipe("normal", 5, seed, drafts=DRAFTS))
    begin(made, "")
    add(made, [made / f"draft{n}.xml" for n in range(DRAFTS)])
    history = folder.trace(made)
    tree = descent(history.steps, history.returns)
    hits = true_ones = found_ones = 0
    steps = [truth(made, n)["clauses"] for n in range(DRAFTS - 1)]
    for before, after in combinations(range(DRAFTS), 2):
        true = _pairs(steps[before])
        for n in range(before + 1, after):
            true = _composed(true, _pairs(steps[n]))
        judged = {i for group in steps[before] for i in group["old"]}
        found = {(i, j) for i, j in tree.pairs(before, after) if i in judged}
        hits += len(true & found)
        true_ones += len(true)
        found_ones += len(found)
    f1 = 2 * hits / (true_ones + found_ones)
    assert f1 >= FLOOR


class Renumbered(NamedTuple):
    """A provision whose number is public: in the consolidated document, the drafts of 2023 and February 2024, and the final."""

    subject: str
    numbers: tuple[str, str, str, str]


RENUMBERED = (
    Renumbered("Respect for human rights", ("5", "5", "5", "6")),
    Renumbered("Online child sexual abuse or exploitation material", ("16", "13", "13", "14")),
    Renumbered("Non-consensual dissemination of intimate images", ("18", "15", "15", "16")),
    Renumbered("Laundering of proceeds of crime", ("29", "16", "16", "17")),
    Renumbered("Offences under other treaties", ("31", "17", "17", "4")),
    Renumbered("Conditions and safeguards", ("42", "24", "24", "24")),
    Renumbered("Assistance in the real-time collection of traffic data", ("64", "45", "45", "45")),
    Renumbered("Assistance in the interception of content data", ("65", "46", "46", "46")),
    Renumbered("General principles of international cooperation", ("54", "35", "35", "35")),
    Renumbered("Entry into force", ("83", "64", "64", "65")),
)


@pytest.fixture(scope="module")
def example(drafts: Path) -> History:
    return folder.trace(drafts)


@pytest.mark.parametrize("known", RENUMBERED, ids=lambda known: known.subject)
def test_the_known_renumberings_come_out_of_the_concordance_without_a_link_by_hand(example: History, known: Renumbered) -> None:
    assert example.treaty.links == ()
    rows = concordance(example, "articles").rows
    found = [tuple(map(short, row.labels)) for row in rows if row.subject.startswith(known.subject)]
    assert found == [known.numbers]


def test_a_paragraph_that_moved_to_another_article_comes_out_of_the_concordance(example: History) -> None:
    rows = concordance(example, "paragraphs").rows
    moved = [tuple(map(short, row.labels)) for row in rows if row.labels[2] == "article 37, paragraph 15"]
    assert moved == [("56(15)", "37(15)", "37(15)", "40(20)")]


def _told(history: History, citation: str, rule: str) -> list[tuple[tuple[str, str], ...]]:
    found: Log = log(history, subject(history, citation))
    return [
        tuple((history.drafts[stop.draft].id, stop.words) for stop in path.stops) for path in found.paths if path.rule == rule
    ]


def test_the_log_of_the_entry_into_force_shows_the_thresholds_in_order(example: History) -> None:
    found = log(example, subject(example, "art 65(1)"))
    wordings = [clause.words for entry in found.entries for passage in entry.passages for clause in passage.clauses]
    thresholds = [[word for word in ("thirtieth", "fortieth", "sixtieth") if f"{word} " in text] for text in wordings]
    assert thresholds == [["fortieth", "sixtieth"], ["sixtieth"], ["fortieth"], ["fortieth"]]
    below = log(example, subject(example, "art 65"))
    assert any("thirtieth" in passage.change.old_words for passage in below.entries[1].passages if passage.change)
    assert (
        ("cnd", "thirtieth fortieth sixtieth instrument"),
        ("zero", "sixtieth instrument"),
        ("revised", "fortieth instrument"),
    ) in _told(example, "art 65(2)", "numbers")


def test_article_45_shows_how_its_duty_became_discretion(example: History) -> None:
    assert _told(example, "art 45(1)", "modality") == [(("cnd", "shall"), ("final", "may"))]
    assert _told(example, "art 64(1)@cnd", "modality") == _told(example, "art 45(1)", "modality")
    assert _told(example, "art 45", "modality") == [
        (("cnd", "shall"), ("final", "may")),
        (("cnd", "shall"), ("final", "may")),
        (("zero", "shall"), ("revised", "shall endeavour to")),
    ]


PARIS = (
    ("1", "1", "1", "1", "1"),
    ("2", "2", "2", "2", "2"),
    ("2bis", "2bis", "2bis", "3", "3"),
    ("3", "3", "3", "4", "4"),
    ("3bis", "3bis", "3bis", "5", "5"),
    ("3ter", "3ter", "3ter", "6", "6"),
    ("4", "4", "4", "7", "7"),
    ("5", "5", "5", "8", "8"),
    ("6", "6", "6", "9", "9"),
    ("7", "7", "7", "10", "10"),
    ("8", "8", "8", "11", "11"),
    ("8 bis", "8 bis", "8 bis", "12", "12"),
    ("9", "9", "9", "13", "13"),
    ("10", "10", "10", "14", "14"),
    ("11", "11", "11", "15", "15"),
)
"""Numbers of articles in five texts of a real negotiation, the last two of which have no headings."""


def test_articles_of_a_real_negotiation_keep_their_lines_when_headings_are_gone(corpus: Path, tmp_path: Path) -> None:
    begin(tmp_path, "")
    files = sorted((corpus / "paris").glob("*.md"))
    add(tmp_path, [shutil.copy(path, tmp_path) for path in files])
    rows = concordance(folder.trace(tmp_path), "articles").rows
    found = [tuple(map(short, row.labels)) for row in rows]
    assert found[: len(PARIS)] == list(PARIS)
