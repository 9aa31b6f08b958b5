from __future__ import annotations

from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from treatydiff.folder import trace
from treatydiff.history import descent
from treatydiff.history.apparatus import apparatus, bracketed
from treatydiff.model import wording

if TYPE_CHECKING:
    from treatydiff.history.apparatus import Entry
    from treatydiff.model import History

DRAFTS = Path(__file__).parents[2] / "drafts" / "cybercrime"
TEXTS = {
    "a": "Article 1. Wrecks\n\n1. Each Party shall mark all wrecks in its waters.\n\n2. The harbour master keeps a log.\n",
    "b": "Article 1. Wrecks\n\n1. Each Party may mark all wrecks in its waters.\n",
    "c": "Article 1. Wrecks\n\n1. Each Party shall promptly mark the wrecks in its waters.\n",
}


@pytest.fixture
def history(tmp_path: Path) -> History:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text)
    (tmp_path / "treaty.toml").write_text("\n".join(f'[[draft]]\nfile = "{name}.txt"\n' for name in TEXTS))
    return trace(tmp_path)


@pytest.fixture(scope="module")
def cybercrime(tmp_path_factory: pytest.TempPathFactory) -> History:
    return trace(copytree(DRAFTS, tmp_path_factory.mktemp("treaty") / "drafts", ignore=lambda *_: [".treatydiff"]))


def _read(entry: Entry, draft: int) -> str:
    """Put the text of one witness together from what the apparatus says of it."""
    words, place = "", 0
    for variation in entry.variations:
        words += entry.clause.words[place : variation.start]
        words += next(reading.words for reading in variation.readings if draft in reading.drafts)
        place = variation.end
    return words + entry.clause.words[place:]


def test_a_passage_names_all_readings_with_the_drafts_that_have_them(history: History) -> None:
    entry = next(one for one in apparatus(history).entries if one.clause.label == "article 1, paragraph 1")
    told = [[(reading.words, reading.drafts) for reading in variation.readings] for variation in entry.variations]
    assert told == [
        [("shall promptly ", (2,)), ("shall ", (0,)), ("may ", (1,))],
        [("the", (2,)), ("all", (0, 1))],
    ]


def test_brackets_stand_in_the_readings_of_the_drafts_that_have_them(tmp_path: Path) -> None:
    texts = {
        "a": "Article 1\n\n1. Each Party [shall] [may] mark [all [sunken] wrecks].\n",
        "b": "Article 1\n\n1. Each Party may mark [sunken] wrecks [at once].\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text)
    (tmp_path / "treaty.toml").write_text("\n".join(f'[[draft]]\nfile = "{name}.txt"\n' for name in texts))
    (entry,) = [one for one in apparatus(trace(tmp_path)).entries if "mark" in one.clause.words]
    shown = [[reading.shown.strip() for reading in variation.readings] for variation in entry.variations]
    assert shown == [["", "[shall]"], ["", "[all"], ["[at once]", ""]]
    assert bracketed([entry.clause], 0, len(entry.clause.words)) == "Each Party may mark [sunken] wrecks [at once]."


def test_what_the_last_draft_has_not_stands_behind_what_it_followed(history: History) -> None:
    (omission,) = apparatus(history).omissions
    assert (omission.clause.words, omission.witnesses) == ("The harbour master keeps a log.", (0,))
    assert omission.after == apparatus(history).entries[-1].clause.id


def test_every_witness_can_be_read_off_the_apparatus(cybercrime: History) -> None:
    tree = descent(cybercrime.steps, cybercrime.returns)
    last = len(cybercrime.drafts) - 1
    read = 0
    for entry in apparatus(cybercrime).entries:
        origins = tree.origins((last, entry.clause.id))
        for place in entry.witnesses[:-1]:
            own = [one for one in cybercrime.drafts[place].clauses if (place, one.id) in origins]
            assert _read(entry, place) == wording(own)
            read += 1
        assert _read(entry, last) == entry.clause.words
    assert read > 1_000


def test_every_clause_of_an_earlier_draft_is_a_witness_or_an_omission(cybercrime: History) -> None:
    tree = descent(cybercrime.steps, cybercrime.returns)
    last = len(cybercrime.drafts) - 1
    omitted = {
        (place, clause.id) for one in apparatus(cybercrime).omissions for place, clause in enumerate(one.line.places) if clause
    }
    for place, draft in enumerate(cybercrime.drafts[:last]):
        for clause in draft.clauses:
            went_on = any(end == last for end, _ in tree.heirs((place, clause.id)))
            assert went_on != ((place, clause.id) in omitted)
