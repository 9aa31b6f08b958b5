"""Where in a draft a safeguard or an exception stands that left its clause or came to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.api import compare, read

if TYPE_CHECKING:
    from pathlib import Path

PORTS = "Each Party shall publish the list of its ports and the hours at which a pilot can be asked for."
SEARCH = "Each Party shall search a ship in its ports only by day, in the presence of the master"
CREWS = "The crew of a ship shall be fed, clothed and brought home at the cost of the owner"
TOLLS = "Ships shall pay the tolls of the lock that they pass"


def _said(folder: Path, old: list[list[str]], new: list[list[str]], rule: str) -> list[tuple[str, str]]:
    documents = []
    for name, articles in (("old", old), ("new", new)):
        lines = [
            f"# Article {n}\n\n" + "\n\n".join(f"{m}. {words}" for m, words in enumerate(paragraphs, 1))
            for n, paragraphs in enumerate(articles, 1)
        ]
        path = folder / f"{name}.md"
        path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
        documents.append(read(path))
    changes = compare(*documents).changes
    return [(one.severity, one.message) for change in changes for one in change.findings if one.rule == rule]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            [[PORTS, f"{SEARCH} and with respect for privacy."], [f"{CREWS}."]],
            [[PORTS, f"{SEARCH}."], [f"{CREWS}."]],
            [("high", "Safeguard lost: privacy; stands in no other operative clause")],
        ),
        (
            [[PORTS, f"{SEARCH} and with respect for privacy."], [f"{CREWS}, and its privacy respected."]],
            [[PORTS, f"{SEARCH}."], [f"{CREWS}, and its privacy respected."]],
            [("high", "Safeguard lost: privacy; still stands in article 2, paragraph 1")],
        ),
        (
            [[PORTS, f"{SEARCH} and with respect for privacy.", f"{CREWS}, and its privacy respected."]],
            [[PORTS, f"{SEARCH}.", f"{CREWS}, and its privacy respected."]],
            [("medium", "Safeguard lost: privacy; still stands in article 1, paragraph 3")],
        ),
        (
            [[PORTS, f"{SEARCH} and with respect for privacy."], [f"{CREWS}."]],
            [[PORTS, f"{SEARCH}."], [f"{CREWS}, and its privacy respected."]],
            [
                ("medium", "Safeguard lost: privacy; now carried by article 2, paragraph 1"),
                ("medium", "Safeguard gained: privacy; carried before by article 1, paragraph 2"),
            ],
        ),
        (
            [[PORTS, f"{SEARCH} and with respect for privacy.", f"{CREWS}."]],
            [[PORTS, f"{SEARCH}.", f"{CREWS}, and its privacy respected."]],
            [
                ("low", "Safeguard lost: privacy; now carried by article 1, paragraph 3"),
                ("low", "Safeguard gained: privacy; carried before by article 1, paragraph 2"),
            ],
        ),
        (
            [[PORTS, f"{SEARCH}."], [f"{CREWS}, and its privacy respected."]],
            [[PORTS, f"{SEARCH}."]],
            [("high", "A clause was deleted that carried privacy; stands in no other operative clause")],
        ),
    ],
)
def test_a_safeguard_that_left_its_clause_is_looked_for_in_the_draft(
    tmp_path: Path, old: list[list[str]], new: list[list[str]], said: list[tuple[str, str]]
) -> None:
    assert _said(tmp_path, old, new, "safeguards") == said


def test_a_clause_that_came_does_not_stand_in_for_a_safeguard_that_others_carry_too(tmp_path: Path) -> None:
    kept = [f"{CREWS}, and its privacy respected."]
    old = [[PORTS, f"{SEARCH} and with respect for privacy."], kept]
    new = [[PORTS, f"{SEARCH}."], kept, ["The harbour master shall keep a log, with due respect for the privacy of pilots."]]
    assert _said(tmp_path, old, new, "safeguards") == [
        ("high", "Safeguard lost: privacy; still stands in article 2, paragraph 1"),
        ("low", "A clause came that carries privacy; already stood in article 2, paragraph 1"),
    ]


def test_a_recital_and_the_heading_of_an_article_do_not_stand_in_for_a_safeguard(tmp_path: Path) -> None:
    for name, words in (("old", f"{SEARCH} and with respect for privacy."), ("new", f"{SEARCH}.")):
        text = f"# Preamble\n\nRecalling the right to privacy,\n\n# Article 1 Privacy\n\n1. {PORTS}\n\n2. {words}\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    changes = compare(read(tmp_path / "old.md"), read(tmp_path / "new.md")).changes
    said = [one.message for change in changes for one in change.findings if one.rule == "safeguards"]
    assert said == ["Safeguard lost: privacy; stands in no other operative clause"]


def test_an_exception_that_became_a_paragraph_of_its_own_is_no_change_of_the_rule(tmp_path: Path) -> None:
    old = [[PORTS, f"{TOLLS}, except for lifeboats under way to a wreck.", f"{CREWS}."]]
    new = [[PORTS, f"{TOLLS}.", "Paragraph 2 shall not apply to lifeboats under way to a wreck.", f"{CREWS}."]]
    assert _said(tmp_path, old, new, "exceptions") == []


def test_an_exception_that_went_to_another_article_is_said_to_have_moved(tmp_path: Path) -> None:
    old = [[PORTS, f"{TOLLS}, except for lifeboats under way to a wreck."], [f"{CREWS}."]]
    new = [
        [PORTS, f"{TOLLS}."],
        [f"{CREWS}.", "The second paragraph of the first article shall not apply to lifeboats under way to a wreck."],
    ]
    assert _said(tmp_path, old, new, "exceptions") == [
        ("low", 'Exception "except for lifeboats under way to a wreck" moved to article 2, paragraph 2'),
        ("low", 'Exception "shall not apply to lifeboats under way to a wreck" stood in article 1, paragraph 2 before'),
    ]


def test_an_exception_that_stays_in_its_clause_is_not_said_to_have_moved_to_another(tmp_path: Path) -> None:
    old = [[PORTS, f"{TOLLS}, except for lifeboats under way to a wreck."], [f"{CREWS}."]]
    new = [
        [PORTS, f"{TOLLS} by day, except for lifeboats under way to a wreck."],
        [f"{CREWS}, except for lifeboats under way to a wreck."],
    ]
    assert _said(tmp_path, old, new, "exceptions") == [
        ("high", 'Exception came: "except for lifeboats under way to a wreck"'),
    ]
