from __future__ import annotations

from treatydiff.diff import moved_words, redline
from treatydiff.model import RedlinePart

_FLAG = "Every boat shall show its flag by day and a lamp by night."
_NETS = "Nets may be set only by those who hold a licence for them."
_FEES = "The fee for a licence is ten crowns."


def _told(old: str, new: str) -> list[tuple[str, str]]:
    return [(old[slice(*moved.old)], new[slice(*moved.new)]) for moved in moved_words(redline(old, new))]


def test_a_sentence_that_changed_places_with_its_neighbour_has_moved() -> None:
    assert _told(f"{_FLAG} {_NETS} {_FEES}", f"{_FLAG} {_FEES} {_NETS}") == [(_FEES, _FEES)]


def test_a_phrase_that_went_to_the_front_has_moved_whatever_its_first_letter() -> None:
    old = "Each Party shall share what it knows of wrecks, as far as its domestic law permits."
    new = "As far as its domestic law permits, each Party shall share what it knows of wrecks."
    assert _told(old, new) == [("as far as its domestic law permits", "As far as its domestic law permits")]


def test_a_sentence_that_moved_beside_new_words_is_found_among_them() -> None:
    old, new = f"{_FEES} {_FLAG} {_NETS}", f"{_FLAG} {_NETS} {_FEES} Who holds none pays double, and the boat is kept."
    assert _told(old, new) == [(_FEES, _FEES)]


def test_words_that_give_way_to_others_at_their_place_have_not_moved() -> None:
    parts = (
        RedlinePart("delete", f"All pay. {_FEES}"),
        RedlinePart("insert", f"{_FEES} Some pay more."),
        RedlinePart("equal", _FLAG),
    )
    assert moved_words(parts) == ()


def test_few_words_that_stand_elsewhere_now_are_chance() -> None:
    old = "Under its own flag, a boat may enter every harbour of the coast by day and by night."
    new = "A boat may enter every harbour of the coast, under its own flag, by day and by night."
    assert _told(old, new) == []


def test_words_that_went_twice_cannot_be_told_apart() -> None:
    assert _told(f"{_FEES} {_NETS} {_FEES} {_FLAG}", f"{_NETS} {_FLAG} {_FEES}") == []


def test_a_phrase_inside_a_rewriting_has_not_moved() -> None:
    phrase = "before the end of every calendar year"
    old = f"Owners of lost nets shall {phrase} pay the crew that found and landed them what its work was worth. {_FLAG}"
    new = f"{_FLAG} Harbours count whales and dolphins {phrase}, with such help as divers of another flag offer unasked."
    assert _told(old, new) == []


def test_what_moved_ends_where_a_clause_ends() -> None:
    told = _told(f"{_FEES}\n{_NETS}\n{_FLAG} {_FLAG[:-1]}, too.", f"{_FLAG} {_FLAG[:-1]}, too.\n{_FEES}\n{_NETS}")
    assert told == [(_FEES, _FEES), (_NETS, _NETS)]


def test_sentences_move_in_scripts_without_spaces() -> None:
    first, second = "缔约国应当采取一切必要措施保护沿海灯塔。", "渔网只能由持有许可证的人设置。"
    assert _told(f"{first}{second}", f"{second}{first}") == [(second[:-1], second[:-1])]


def test_a_redline_of_one_operation_has_no_moves() -> None:
    assert _told("", _FLAG) == _told(_FLAG, "") == _told(_FLAG, _FLAG) == []
