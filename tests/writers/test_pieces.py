from __future__ import annotations

from treatydiff.diff import moved_words, redline
from treatydiff.model import Change, Clause, Link, Provision
from treatydiff.writers.pieces import leads_down, only_moved, pieces

_LAMPS = "Each Party keeps its lamps lit from dusk to dawn, on every coast that it has."
_FEE = "The fee is ten crowns for every boat."


def _change(old: str, new: str) -> Change:
    before, after = (Clause(Provision("art_1", "article", "Article 1", text=text), (), "article 1", 0) for text in (old, new))
    parts = redline(old, new)
    return Change("c1", Link("edited", (before,), (after,), 0.9), parts, moved_words=moved_words(parts))


def test_pieces_join_to_both_wordings_and_stand_at_their_places() -> None:
    change = _change(f"{_FEE} {_LAMPS}", f"{_LAMPS} All pay. {_FEE} None is free.")
    for op, wording in (("insert", change.old_words), ("delete", change.new_words)):
        kept = [piece for piece in pieces(change) if piece.op != op]
        assert "".join(piece.text for piece in kept) == wording
        places = [piece.old if op == "insert" else piece.new for piece in kept]
        assert [wording[at : at + len(piece.text)] for at, piece in zip(places, kept, strict=True)] == [p.text for p in kept]


def test_both_ends_of_a_move_have_its_number_and_the_space_beside_them() -> None:
    change = _change(f"{_FEE} {_LAMPS}", f"{_LAMPS} {_FEE}")
    assert [(piece.op, piece.text) for piece in pieces(change) if piece.move == 1] == [
        ("delete", f"{_FEE} "),
        ("insert", f" {_FEE}"),
    ]


def test_only_words_moved_where_nothing_else_came_or_went() -> None:
    assert only_moved(_change(f"{_FEE} {_LAMPS}", f"{_LAMPS} {_FEE}"))
    assert not only_moved(_change(f"{_FEE} {_LAMPS}", f"{_LAMPS} {_FEE} None is free."))
    assert not only_moved(_change(_LAMPS, _LAMPS))


def test_words_lead_to_where_they_stand_now() -> None:
    assert leads_down(_change(f"{_FEE} {_LAMPS}", f"{_LAMPS} {_FEE}"), 1)
    assert not leads_down(_change(f"{_LAMPS} {_FEE}", f"{_FEE} {_LAMPS}"), 1)
