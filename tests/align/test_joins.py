from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.align.joins import Joining, Judged, joined
from treatydiff.align.scorer import JOIN, trained

if TYPE_CHECKING:
    from tests.align.conftest import Sided

_FIRST = "Each Party shall mark the nets that its ships set in the strait with the colours of its flag."
_SECOND = "A ship that loses a net shall report the place of the loss to the nearest harbour without delay."
_THIRD = "The harbour master shall keep a register of lost nets that is open to all who fish in the strait."
_OTHER = "Disputes about wrecks go to a court of five members, two of whom each side appoints by lot."


def test_a_clause_that_covers_the_rest_of_its_neighbours_host_joins_it(sided: Sided) -> None:
    old, new = sided({"Nets": [f"{_FIRST} {_SECOND}"]}, {"Nets": [_FIRST, _SECOND, _OTHER]})
    judged = [Judged(1, 1, 0.7, 3.0, 0.5, 0.8), Judged(1, 2, 0.66, 0.0, 0.5, 0.8), Judged(1, 3, 0.3, -6.0, 0.5, 0.8)]
    assert joined(old, new, judged, {1: 1}, trained().join.score) == {1: (1, 2)}


def test_a_host_takes_several_guests(sided: Sided) -> None:
    old, new = sided({"Nets": [f"{_FIRST} {_SECOND} {_THIRD}"]}, {"Nets": [_FIRST, _SECOND, _THIRD]})
    judged = [Judged(1, n, 0.5, 0.0, 0.5, 0.8) for n in (1, 2, 3)]
    assert joined(old, new, judged, {1: 1}, trained().join.score) == {1: (1, 2, 3)}


def test_a_host_without_members_takes_two_neighbours_at_once(sided: Sided) -> None:
    old, new = sided({"Nets": [f"{_FIRST} {_SECOND}"]}, {"Nets": [_FIRST, _SECOND]})
    judged = [Judged(1, 1, 0.66, -1.0, 0.5, 0.8), Judged(1, 2, 0.66, -1.0, 0.5, 0.8)]
    assert joined(old, new, judged, {}, trained().join.score) == {1: (1, 2)}


def test_nobody_joins_when_the_score_says_no(sided: Sided) -> None:
    old, new = sided({"Nets": [f"{_FIRST} {_SECOND}"]}, {"Nets": [_FIRST, _SECOND]})
    assert joined(old, new, [Judged(1, 2, 0.66, 0.0, 0.5, 0.8)], {1: 1}, lambda _: 0.0) == {}


def test_a_guest_is_unlinked_fits_its_host_and_has_every_feature(sided: Sided) -> None:
    old, new = sided({"Nets": [f"{_FIRST} {_SECOND}", "Nets."]}, {"Nets": [_FIRST, _SECOND, _OTHER]})
    judged = [
        Judged(1, 1, 0.66, 0.0, 0.5, 0.8),
        Judged(1, 2, 0.66, 0.0, 0.5, 0.8),
        Judged(2, 2, 0.3, 0.0, 0.5, 0.8),
        Judged(1, 3, 0.1, 0.0, 0.5, 0.8),
    ]
    (guest,) = Joining(old, new, judged).guests({1: (1,)}, {1})
    assert (guest.host, guest.guest, guest.members) == (1, 2, (1,))
    features = dict(zip(JOIN, guest.row, strict=True))
    assert features["coverage"] > 0.9
    assert features["adjacent"] == features["same_parent"] == 1.0
    assert features["free"] == 0.0


def test_a_clause_that_shares_with_a_host_only_how_treaties_speak_is_no_guest(sided: Sided) -> None:
    old, new = sided({"Nets": [f"{_FIRST} {_SECOND}"]}, {"Nets": [_FIRST, _SECOND]})
    judged = [Judged(1, 1, 0.66, 0.0, 0.5, 0.8), Judged(1, 2, 0.66, 0.0, 0.5, 0.2)]
    assert list(Joining(old, new, judged).guests({1: (1,)}, {1})) == []
    assert list(Joining(old, new, judged).guests({}, set())) == []
