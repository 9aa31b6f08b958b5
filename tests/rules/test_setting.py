from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.model import Change, Clause, Link, Provision
from treatydiff.rules import Setting, judge

if TYPE_CHECKING:
    from treatydiff.lexicon import Lexicon


def _drafts(*texts: str, of_old: bool) -> tuple[Clause, ...]:
    """Make a paragraph with a list of points, as clauses in order."""
    side = "o" if of_old else "n"
    points = tuple(Provision(f"{side}{text}", "point", text=f"{text};") for text in texts)
    parent = Provision(side, "paragraph", text="Each Party shall:", children=points)
    return (
        Clause(parent, (), "paragraph 1", 0),
        *(Clause(one, (parent,), one.text, n) for n, one in enumerate(points, start=1)),
    )


def _compared(old: tuple[Clause, ...], new: tuple[Clause, ...], english: Lexicon) -> tuple[list[Change], Setting]:
    """Link the clauses that have the same words."""
    by_words = {clause.words: clause for clause in new}
    kept = [(clause, by_words.pop(clause.words)) for clause in old if clause.words in by_words]
    gone = [clause for clause in old if clause not in {one for one, _ in kept}]
    changes = [Change(f"k{n}", Link("same", (a,), (b,), 1.0), ()) for n, (a, b) in enumerate(kept)]
    changes += [Change(f"d{n}", Link("deleted", (a,), (), 0.0), ()) for n, a in enumerate(gone)]
    changes += [Change(f"i{n}", Link("inserted", (), (b,), 0.0), ()) for n, b in enumerate(by_words.values())]
    return changes, Setting(english, old, new, tuple(changes))


def test_a_point_that_came_to_a_list_that_stayed_is_an_item(english: Lexicon) -> None:
    changes, setting = _compared(
        _drafts("mark wrecks", "light ports", of_old=True),
        _drafts("mark wrecks", "light ports", "train crews", of_old=False),
        english,
    )
    (finding,) = judge(changes[-1], setting)
    assert finding.message == '"train crews;" came to the list under a duty'
    assert (finding.severity, finding.bindingness, finding.scope) == ("medium", "strengthens", "widens")


def test_a_point_that_went_from_a_list_that_stayed_is_an_item(english: Lexicon) -> None:
    changes, setting = _compared(
        _drafts("mark wrecks", "light ports", of_old=True), _drafts("mark wrecks", of_old=False), english
    )
    (finding,) = judge(changes[-1], setting)
    assert (finding.message, finding.bindingness) == ('"light ports;" went from the list under a duty', "weakens")


def test_a_list_of_which_no_item_stayed_is_another_list(english: Lexicon) -> None:
    changes, setting = _compared(_drafts("mark wrecks", of_old=True), _drafts("train crews", of_old=False), english)
    assert [setting.is_item_of_kept_list(change.link) for change in changes] == [False, False, False]


def test_an_item_whose_words_stand_in_another_item_did_not_go(english: Lexicon) -> None:
    old = _drafts("mark wrecks", "light ports", "drill", of_old=True)
    changes, setting = _compared(old, _drafts("mark wrecks and light ports", "drill", of_old=False), english)
    alone = [change for change in changes if change.link.kind in {"inserted", "deleted"}]
    assert {finding.rule for change in alone for finding in judge(change, setting)} == {"structure"}
    assert {finding.severity for change in alone for finding in judge(change, setting)} == {"info"}
