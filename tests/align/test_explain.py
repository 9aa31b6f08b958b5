from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff import api
from treatydiff.errors import UsageError

if TYPE_CHECKING:
    from treatydiff.model import Document

_HELP = "Each Party shall give the other Parties the widest measure of help in collecting records held in its territory."
_COST = "The ordinary costs of carrying out a request shall be borne by the Party that received it, unless agreed otherwise."
_DATA = "Records received under this instrument shall be kept secret and destroyed after five years at the latest."


def _draft(*paragraphs: str) -> Document:
    text = "\n\n".join(["Article 1. Help", *(f"{n}. {text}" for n, text in enumerate(paragraphs, start=1))])
    return api.read_bytes(text.encode(), "draft.txt")


@pytest.mark.parametrize(
    ("citation", "stage", "partners"),
    [
        ("art 1(1)", "join", ["article 1, paragraph 1"]),
        ("art 1(2)", "score", ["article 1, paragraph 1"]),
        ("art 1(3)", "sight", ["article 1, paragraph 2"]),
        ("art 1(4)", "none", []),
        ("art 1", "holder", ["article 1"]),
        ("art 1(2)@old", "sight", ["article 1, paragraph 3"]),
    ],
)
def test_the_way_in_which_a_link_was_found_is_told(citation: str, stage: str, partners: list[str]) -> None:
    old = _draft(f"{_HELP} {_COST}", _DATA)
    new = _draft(_HELP, _COST, _DATA, "Maps of the strait form an integral part hereof.")
    found = api.explain(old, new, citation)
    assert [clause.label for clause in (found.link.old if found.of_new else found.link.new)] == partners
    assert found.stage == stage


@pytest.mark.parametrize(
    "chapeau",
    ["It carries as well:", "Whoever sails at night, or in fog, or where others fish, hangs out what is set down here:"],
)
def test_a_chapeau_that_went_with_its_list_says_so(chapeau: str) -> None:
    old = _draft(f"It carries also:\n\n(a) {_HELP}\n\n(b) {_COST}")
    new = _draft("It carries also:\n\n(a) two cranes of ten tons", f"{chapeau}\n\n(a) {_HELP}\n\n(b) {_COST}")
    found = api.explain(old, new, "art 1(2)")
    assert (found.stage, [clause.label for clause in found.link.old]) == ("list", ["article 1, paragraph 1"])


def test_the_likeliest_candidate_comes_first() -> None:
    old, new = _draft(_HELP, _COST), _draft(_HELP.replace("widest", "greatest"), _COST.replace("ordinary", "usual"))
    found = api.explain(old, new, "1(2)")
    assert found.stage == "score"
    assert found.rivals[0].clause.label == "article 1, paragraph 2"
    assert [rival.chance for rival in found.rivals] == sorted((rival.chance for rival in found.rivals), reverse=True)
    assert found.rivals[0].chance > 0.9


@pytest.mark.parametrize("citation", ["art 9", "art 1@zero"])
def test_what_cannot_be_explained_is_refused(citation: str) -> None:
    with pytest.raises(UsageError):
        api.explain(_draft(_HELP), _draft(_HELP), citation)
