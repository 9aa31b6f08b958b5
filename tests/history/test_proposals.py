from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.folder import trace
from treatydiff.history.proposals import fates, positions
from treatydiff.model import Proposal, Record

if TYPE_CHECKING:
    from treatydiff.history.proposals import ProposalFate
    from treatydiff.model import History

FIRST = """Article 1. Harbours

1. Each Party shall mark its harbours, where possible.

2. Parties shall lend tugs to one another.

3. It binds after the thirtieth instrument is deposited in the archive of the lagoon.

4. Each Party shall report wrecks to the master of the harbour.
"""
SECOND = """Article 1. Lamps

1. Each Party shall keep its lamps lit throughout the winter nights.

Article 2. Harbours

1. Each Party shall mark its harbours with lasting buoys.

2. Parties may lend tugs to one another.

3. It binds after the sixtieth instrument is deposited in the archive of the lagoon.

4. Each Party shall report wrecks and spills to the master of the harbour.
"""
THIRD = """Article 1. Lamps

1. Each Party should keep its lamps lit throughout the winter nights.

Article 2. Harbours

1. Each Party shall mark its harbours, where possible.

2. Parties may lend tugs to one another.

3. It binds after the fortieth instrument is deposited in the archive of the lagoon.

4. Each Party should report wrecks and spills to the master of the harbour.
"""


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    folder = tmp_path_factory.mktemp("lagoon")
    entries = []
    for name, text, date in (("a", FIRST, "2030-01-01"), ("b", SECOND, "2030-06-01"), ("c", THIRD, "2031-01-01")):
        (folder / f"{name}.txt").write_text(text)
        entries.append(f'[[draft]]\nfile = "{name}.txt"\ndate = "{date}"\n')
    (folder / "treaty.toml").write_text("\n".join(entries))
    return trace(folder)


def _proposal(  # noqa: PLR0913 (the fields that decide)
    operation: str,
    clauses: tuple[str, ...] = (),
    *,
    comes: tuple[str, ...] = (),
    goes: tuple[str, ...] = (),
    draft: str = "a",
    date: str = "2030-02-01",
    by: tuple[str, ...] = ("Norland",),
) -> Proposal:
    return Proposal("P1", date, operation, "said", draft, clauses, comes, goes, by, (), ("Sudland",), "", "", None, "log")  # type: ignore[arg-type]


def _fate(history: History, proposal: Proposal) -> ProposalFate:
    return fates(history, Record(proposals=(proposal,)))[0]


def _told(history: History, proposal: Proposal) -> tuple[str, str | None]:
    found = _fate(history, proposal)
    return found.fate, history.drafts[found.decided].id if found.decided is not None else None


@pytest.mark.parametrize(
    ("proposal", "fate", "decided"),
    [
        (_proposal("insert", ("art 1(1)",), comes=("lasting buoys",)), "entered, then dropped", "c"),
        (_proposal("insert", ("art 1(1)",), comes=("lasting buoys",), draft="b"), "never appeared", None),
        (_proposal("insert", ("art 1(1)",), comes=("mark its harbours",)), "already there", None),
        (_proposal("insert", ("art 1",), comes=("lamps lit",)), "never appeared", None),
        (_proposal("insert", comes=("lamps lit",)), "entered", "b"),
        (_proposal("insert", ("art 1(3)",), comes=("fortieth instrument", "in May")), "entered in part", "c"),
        (_proposal("insert", ("art 1(4)",), comes=("wrecks and spills",)), "entered, then weakened", "c"),
        (_proposal("delete", ("art 1(1)",), goes=("where possible",)), "done, then undone", "c"),
        (_proposal("delete", ("art 1(2)",)), "not done", None),
        (_proposal("delete", ("art 1(1)",), goes=("in May",)), "cannot tell", None),
        (_proposal("substitute", ("art 1(2)",), comes=("may",), goes=("shall",)), "done", "b"),
        (_proposal("substitute", ("art 1(3)",), comes=("sixtieth",), goes=("thirtieth",)), "done, then undone", "c"),
        (_proposal("substitute", ("art 1(3)",), comes=("tenth",), goes=("thirtieth",)), "not done", None),
        (_proposal("retain", ("art 1(3)",), comes=("thirtieth instrument",)), "lost", "b"),
        (_proposal("retain", ("art 1(2)",)), "kept", None),
        (_proposal("dispute", ("art 1(2)",)), "cannot tell", None),
        (_proposal("insert", ("art 9",), comes=("tugs",)), "cannot tell", None),
        (_proposal("insert", ("art 1",), comes=("tugs",), draft="c"), "cannot tell", None),
    ],
)
def test_the_fate_of_a_proposal_is_measured_on_the_drafts_that_follow(
    history: History, proposal: Proposal, fate: str, decided: str | None
) -> None:
    assert _told(history, proposal) == (fate, decided)


def test_a_clause_is_followed_to_its_new_number(history: History) -> None:
    found = _fate(history, _proposal("substitute", ("art 1(2)",), comes=("may",), goes=("shall",)))
    assert [clause.label for clause in found.clauses] == ["article 1, paragraph 2"]
    assert [clause.label for clause in found.heirs] == ["article 2, paragraph 2"]
    assert found.why == "“may” for “shall” came"


def test_a_proposal_without_a_draft_is_tied_to_its_date(history: History) -> None:
    early = _proposal("insert", comes=("thirtieth instrument",), draft="", date="2029")
    late = _proposal("insert", comes=("fortieth instrument",), draft="", date="2030-07")
    assert _told(history, early) == ("entered, then dropped", "b")
    assert _told(history, late) == ("entered", "c")


def test_a_position_is_found_by_the_name_of_the_state_or_its_group_and_a_group_is_never_expanded(history: History) -> None:
    record = Record(proposals=(_proposal("retain", ("art 1(2)",), by=("Norland (for the Lagoon Group)", "Westland")),))
    found = fates(history, record)
    assert [(one.role, one.named) for one in positions(found, "norland")] == [("proposed", "Norland (for the Lagoon Group)")]
    assert [one.role for one in positions(found, "the Lagoon Group")] == ["proposed"]
    assert [one.role for one in positions(found, "Sudland")] == ["opposed"]
    assert positions(found, "Ostland") == ()
