"""How many findings are right and how many changes are reported, on real drafts that were read by a person."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from tests.quality.known_links import borrowed
from treatydiff.api import compare, read
from treatydiff.model import Document, Metadata, Provision
from treatydiff.text.eid import with_ids

FEWEST_READ = 150
PRECISION_FLOOR = 0.95
RECALL_FLOOR = 0.95
MOST_CALLED_DIFFERENT = 8


@pytest.fixture(scope="module")
def findings() -> Any:  # noqa: ANN401 (a script, loaded by its path)
    path = Path(__file__).parents[2] / "benchmarks" / "findings.py"
    spec = spec_from_file_location("findings", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_of_the_grave_findings_that_were_read_nearly_all_are_right(findings: Any, corpus: Path) -> None:  # noqa: ANN401
    judged = findings.judgements()
    read = [
        judged[key]
        for name, comparison in findings.compared(corpus, findings.PAIRS | findings.FURTHER_PAIRS).items()
        for finding, change in findings.grave(comparison)
        if (key := findings.digest(name, change, finding)) in judged
    ]
    assert len(read) >= FEWEST_READ
    assert sum(read) / len(read) >= PRECISION_FLOOR


def test_nearly_all_changes_that_a_reader_found_are_reported(findings: Any, corpus: Path) -> None:  # noqa: ANN401
    known = findings.changes_read()
    missed = findings.missed(findings.compared(corpus), known)
    assert len(known) >= 2 * 60
    assert 1 - len(missed) / len(known) >= RECALL_FLOOR, [(one.pair, one.old, one.new, one.why) for one in missed]


def test_operators_of_borrowed_provisions_are_hardly_ever_called_different(corpus: Path) -> None:
    table = corpus.parent / "domain" / "untoc_uncac_alignment.csv"
    if not table.exists():
        pytest.skip("the table of borrowed provisions does not stand beside the real drafts")
    old, new = (read(corpus / "conventions" / name) for name in ("untoc.md", "uncac.md"))
    rows = borrowed(table, old, new, equal_operators=True).rows
    called = [
        finding.message
        for change in compare(old, new).changes
        if any(
            {clause.id for clause in change.link.old} & set(here) and {clause.id for clause in change.link.new} & set(there)
            for here, there in rows
        )
        for finding in change.findings
        if finding.rule == "modality"
    ]
    assert len(rows) > MOST_CALLED_DIFFERENT * 20
    assert len(called) <= MOST_CALLED_DIFFERENT, called


def _article(*texts: str) -> Document:
    paragraphs = tuple(Provision("", "paragraph", num=f"{n}.", text=text) for n, text in enumerate(texts, start=1))
    return Document(Metadata(language="en"), with_ids((Provision("", "article", num="Article 1", children=paragraphs),)))


@pytest.mark.parametrize(
    ("categories", "words", "is_missed"),
    [
        (("T01",), "shall", False),
        (("T12",), "shall", False),
        (("T12",), "shall wrecks lamps", True),
        (("T01",), "wrecks", True),
    ],
)
def test_a_change_is_reported_by_its_category_or_by_half_of_the_words_that_decide(
    findings: Any,  # noqa: ANN401
    categories: tuple[str, ...],
    words: str,
    is_missed: bool,  # noqa: FBT001
) -> None:
    kept = "Lamps burn at dusk."
    comparison = compare(_article(kept, "Parties shall mark wrecks."), _article(kept, "Parties may mark wrecks."))
    (changed,) = (change.link.old[0].id for change in comparison.changes if change.findings)
    one = findings.Read("pair", (changed,), (), categories, frozenset(words.split()), frozenset(), "")
    assert findings.missed({"pair": comparison}, [one]) == ([one] if is_missed else [])
