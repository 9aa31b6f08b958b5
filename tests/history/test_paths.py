from __future__ import annotations

from typing import TYPE_CHECKING

from tests.histories import harbours, history_of
from treatydiff.folder import trace
from treatydiff.history.paths import paths, reversals, shown

if TYPE_CHECKING:
    import pathlib

    from treatydiff.history.paths import Path
    from treatydiff.model import History

DUTY = "Each Party {} open its harbours to every vessel that seeks shelter from a storm at sea."


def modality(history: History) -> Path:
    return next(path for path in paths(history) if path.rule == "modality")


def test_an_operator_that_went_and_came_back_is_a_reversal() -> None:
    path = modality(history_of(*(harbours(DUTY.format(verb)) for verb in ("shall", "may", "shall"))))
    assert [(stop.draft, stop.words) for stop in path.stops] == [(0, "shall"), (1, "may"), (2, "shall")]
    assert (path.is_reversal, path.reversed_at, path.actor) == (True, 2, "each Party")


def test_an_operator_that_goes_on_changing_is_none() -> None:
    path = modality(history_of(*(harbours(DUTY.format(verb)) for verb in ("shall", "should", "may"))))
    assert [stop.words for stop in path.stops] == ["shall", "should", "may"]
    assert not path.is_reversal


def test_a_path_begins_in_the_first_draft_that_has_the_wording() -> None:
    path = modality(history_of(*(harbours(DUTY.format(verb)) for verb in ("may", "shall", "shall", "may"))))
    assert [stop.draft for stop in path.stops] == [0, 1, 3]
    late = modality(history_of(*(harbours(DUTY.format(verb)) for verb in ("shall", "shall", "shall", "may"))))
    assert [stop.draft for stop in late.stops] == [0, 3]


def test_a_path_goes_through_a_renumbering() -> None:
    other = "Fees for the use of a quay are made public by the keeper once a year."
    history = history_of(harbours(DUTY.format("shall")), harbours(other, DUTY.format("may")), harbours(DUTY.format("shall")))
    assert [path.rule for path in reversals(paths(history)) if path.rule == "modality"] == ["modality"]


def test_a_clause_that_never_changed_has_no_path() -> None:
    assert paths(history_of(harbours(DUTY.format("shall")), harbours(DUTY.format("shall")))) == ()


def test_the_words_of_a_stop_are_shown_with_the_brackets_over_them(tmp_path: pathlib.Path) -> None:
    text = "Article 1\n\n1. This Convention enters into force after the {} instrument by which a State joins it.\n"
    for name, number in {"a": "[fortieth] [sixtieth]", "b": "sixtieth", "c": "fortieth"}.items():
        (tmp_path / f"{name}.txt").write_text(text.format(number))
    (tmp_path / "treaty.toml").write_text("\n".join(f'[[draft]]\nfile = "{name}.txt"\n' for name in "abc"))
    path = next(path for path in paths(trace(tmp_path)) if path.rule == "numbers")
    told = [shown(path, number) for number in range(len(path.stops))]
    assert told == ["[fortieth] [sixtieth] instrument", "sixtieth instrument", "fortieth instrument"]
