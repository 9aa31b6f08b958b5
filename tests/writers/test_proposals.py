from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from treatydiff.folder import read_record, trace
from treatydiff.history.proposals import fates, positions
from treatydiff.writers import PROPOSALS_WRITERS
from treatydiff.writers.proposals import write_positions, write_terminal
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from treatydiff.history.proposals import ProposalFate
    from treatydiff.model import History, Record

DRAFTS = Path(__file__).parents[2] / "drafts" / "cybercrime"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[ProposalFate, ...], History, Record]:
    folder = copytree(DRAFTS, tmp_path_factory.mktemp("treaty") / "cybercrime", ignore=lambda *_: [".treatydiff"])
    history = trace(folder)
    record = read_record(folder, [draft.id for draft in history.drafts])
    return fates(history, record), history, record


def test_the_threshold_of_ratifications_is_told_for_each_camp(
    told: tuple[tuple[ProposalFate, ...], History, Record],
) -> None:
    found, history, record = told
    about = [one for one in found if "art 64(1)" in one.proposal.clauses]
    written = write_terminal(about, history, record, Layout(width=80)).decode()
    assert [one.fate for one in about] == ["not done", "not done", "kept"]
    assert "P017  2024-01-31  art 64(1), art 64(2)@revised  Russia\n" in written
    assert "      now article 65, paragraph 1; article 65, paragraph 2\n" in written
    assert written.endswith("3 proposals: 2 not done, 1 kept.\n")
    assert max(map(len, written.splitlines())) <= 80


def test_who_is_not_named_is_told_and_not_counted(told: tuple[tuple[ProposalFate, ...], History, Record]) -> None:
    found, history, record = told
    about = [one for one in found if one.proposal.id in {"P023", "P034", "P065"}]
    written = " ".join(write_terminal(about, history, record, Layout()).decode().split())
    assert "against: many countries prefer the text as it stands; on the day: open" in written
    assert "in favour: those in favour, not named; on the day: open" in written
    assert "6 in favour; 6 against; on the day: open" in written


@pytest.mark.parametrize(
    ("proposal", "fate", "why"),
    [
        # the recital was reworded, and still refers to the instruments
        ("P080", "entered", "“international and regional instruments” came"),
        # "voluntary contributions" are another matter than voluntary terms
        ("P095", "entered, then dropped", "“voluntary and mutually agreed terms” came and went"),
        ("P096", "entered", "“gender perspective” came, went in zero and came back in revised"),
        # the drafts name dual criminality to say that it is no condition
        ("P104", "cannot tell", "the record does not give the words"),
    ],
)
def test_the_words_of_a_proposal_are_its_own(
    told: tuple[tuple[ProposalFate, ...], History, Record], proposal: str, fate: str, why: str
) -> None:
    (one,) = [one for one in told[0] if one.proposal.id == proposal]
    assert (one.fate, one.why) == (fate, why)


def test_positions_are_grouped_by_what_the_state_did(told: tuple[tuple[ProposalFate, ...], History, Record]) -> None:
    found, history, record = told
    written = write_positions(positions(found, "Canada"), history, record, "Canada", Layout()).decode()
    roles = [line.split()[1] for line in written.splitlines() if line.startswith("Canada ")]
    assert roles == ["proposed", "supported", "opposed"]
    assert "entered in final: “taking into consideration” came" in written
    nobody = write_positions((), history, record, "Atlantis", Layout()).decode()
    assert nobody == "The record names no position of Atlantis.\n"


@pytest.mark.parametrize("name", ["csv", "json"])
def test_data_holds_every_proposal_with_its_fate_and_its_source(
    told: tuple[tuple[ProposalFate, ...], History, Record], name: str
) -> None:
    found, history, record = told
    data = next(writer for writer in PROPOSALS_WRITERS if writer.name == name).load()(found, history, record, Layout())
    if name == "csv":
        rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"))))
        sources = [row["source"].partition(",")[0] for row in rows]
    else:
        rows = json.loads(data)["proposals"]
        sources = [row["source"]["publisher"] for row in json.loads(data)["proposals"]]
    assert [(row["id"], row["fate"]) for row in rows] == [(one.proposal.id, one.fate) for one in found]
    assert set(sources) == {source.publisher for source in record.sources}
