from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.diff import mark_changes, redline
from treatydiff.model import Change, Clause, Link, Mark, Provision
from treatydiff.rules import Case, Setting, judge
from treatydiff.rules.remarks import is_agreed, is_marked

if TYPE_CHECKING:
    from tests.rules.conftest import MakeChange
    from treatydiff.lexicon import Lexicon


def test_a_remark_tells_how_far_the_room_has_got(make_change: MakeChange, english: Lexicon) -> None:
    case = Case(make_change("Tugs wait. [agreed ad ref.]", "Tugs wait. [pending]"), Setting(english))
    assert (is_marked(case.old, "agreed"), is_marked(case.new, "agreed"), is_marked(case.new, "deleted")) == (
        True,
        False,
        False,
    )


def test_a_paragraph_below_an_agreed_heading_is_agreed(english: Lexicon) -> None:
    change = _below_heading("Ports shall lend tugs.", "Ports may lend tugs.")
    assert is_agreed(Case(change, Setting(english)).old)
    said = [finding.message for finding in judge(change, Setting(english)) if finding.rule == "brackets"]
    assert said == ["Agreed text was changed"]


def test_a_draft_that_marks_agreement_elsewhere_tells_what_is_no_longer_agreed(
    make_change: MakeChange, english: Lexicon
) -> None:
    lost = make_change("Tugs wait. [agreed]", "Tugs wait.")
    kept = make_change("Crews rest. [agreed]", "Crews rest. [agreed]")
    new = (*lost.link.new, *kept.link.new)
    (finding,) = judge(lost, Setting(english, (), new, (lost, kept)))
    assert (finding.message, finding.severity) == ("This is no longer marked as agreed; its words stayed", "info")


def _below_heading(old: str, new: str) -> Change:
    agreed = Mark("status", 4, 4, "agreed")
    article = Provision("a", "article", heading="Tugs", heading_marks=(agreed,))
    before, after = (Clause(Provision("p", "paragraph", text=text), (article,), "article 1", 1) for text in (old, new))
    parts = redline(old, new)
    return Change("c1", Link("edited", (before,), (after,), 0.8), parts, mark_changes((before,), (after,), parts))
