"""The order of the page: articles as in the new draft, what went where it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from treatydiff.api import compare
from treatydiff.diff import redline
from treatydiff.model import Change, Clause, Comparison, Document, Link, Mark, Metadata, Provision
from treatydiff.text.clauses import clauses
from treatydiff.text.eid import with_ids
from treatydiff.text.units import units
from treatydiff.writers.html import write_comparison
from treatydiff.writers.html.sheet import Sheet
from treatydiff.writers.writer import Layout

KINDS = st.sampled_from(["article", "chapter", "section", "part", "preamble", "paragraph", "point", "provision", "annex"])
TEXTS = st.sampled_from(["", "Nets rest.", "Each State may fish.", "Hooks are banned.", "Nets rest and sink."])
NUMBERS = st.sampled_from(["", "1.", "(a)", "Article 5", "5 bis"])
TREES = st.recursive(
    st.builds(Provision, st.just(""), KINDS, NUMBERS, TEXTS, TEXTS),
    lambda below: st.builds(
        lambda own, children: own._replace(children=tuple(children)),
        st.builds(Provision, st.just(""), KINDS, NUMBERS, TEXTS, TEXTS),
        st.lists(below, max_size=3),
    ),
    max_leaves=12,
)
DRAFTS = st.lists(TREES, max_size=4).map(lambda trees: Document(Metadata(), with_ids(trees)))


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Any two drafts under any links that the model allows: whatever an aligner may find, the page must show."""
    old, new = draw(DRAFTS), draw(DRAFTS)
    before = draw(st.permutations(clauses(old)))
    after = list(clauses(new))
    changes: list[Change] = []
    while before or after:
        took = tuple(sorted((before.pop() for _ in range(min(draw(st.integers(0, 2)), len(before)))), key=lambda c: c.order))
        came = tuple(after.pop(0) for _ in range(min(draw(st.integers(0, 2)), len(after))))
        if took or came:
            changes.append(linked(f"c{len(changes)}", took, came, moved=bool(took and came) and draw(st.booleans())))
    return Comparison(old, new, clauses(old), clauses(new), tuple(changes))


def linked(own_id: str, old: tuple[Clause, ...], new: tuple[Clause, ...], *, moved: bool) -> Change:
    words = ["\n".join(clause.words for clause in side) for side in (old, new)]
    sizes = (min(len(old), 2), min(len(new), 2))
    same = "same" if words[0] == words[1] else "edited"
    names = {(1, 1): same, (1, 2): "split", (2, 1): "merged", (2, 2): "regrouped"}
    kind = "inserted" if not old else "deleted" if not new else names[sizes]
    link = Link(kind, old, new, 0.5, moved=moved)  # type: ignore[arg-type]  # one of the seven kinds
    return Change(own_id, link, redline(*words))


def article(num: str, *texts: str) -> Provision:
    children = tuple(Provision("", "paragraph", num=f"{n}.", text=text) for n, text in enumerate(texts, 1))
    return Provision("", "article", num=num, children=children)


def test_an_article_is_the_unit_and_chapters_are_its_heads() -> None:
    section = Provision("", "section", num="1", children=(article("5", "Nets rest."),))
    chapter = Provision("", "chapter", num="I", children=(section, Provision("", "paragraph", text="Loose words.")))
    draft = Document(provisions=with_ids((chapter, article("6", "Hooks rest."))))
    found = {key: (unit.id, [head.id for head in unit.heads], unit.is_head) for key, unit in units(draft).items()}
    assert found == {
        "chp_I": ("chp_I", [], True),
        "chp_I__sec_1": ("chp_I__sec_1", ["chp_I"], True),
        "art_5": ("art_5", ["chp_I", "chp_I__sec_1"], False),
        "art_5__para_1": ("art_5", ["chp_I", "chp_I__sec_1"], False),
        "chp_I__para_1": ("chp_I", [], True),
        "art_6": ("art_6", [], False),
        "art_6__para_1": ("art_6", [], False),
    }


def test_a_deleted_article_stands_where_it_was_and_a_deleted_clause_in_its_article() -> None:
    old = Document(provisions=with_ids((article("1", "Nets.", "Hooks."), article("2", "Boats."), article("3", "Ships."))))
    new = Document(provisions=with_ids((article("1", "Nets."), article("2", "Ships."))))
    nets, hooks, boats, ships = clauses(old)
    new_nets, new_ships = clauses(new)
    changes = (
        linked("c0", (nets,), (new_nets,), moved=False),
        linked("c1", (hooks,), (), moved=False),
        linked("c2", (boats,), (), moved=False),
        linked("c3", (ships,), (new_ships,), moved=False),
    )
    groups = Sheet(Comparison(old, new, clauses(old), clauses(new), changes)).groups
    assert [(group.unit.id, group.state, [change.id for change in group.changes]) for group in groups] == [
        ("art_1", "edited", ["c0", "c1"]),
        ("art_2", "deleted", ["c2"]),
        ("art_2", "same", ["c3"]),
    ]


@given(comparisons())
@settings(deadline=None)
def test_every_change_stands_on_the_page_once(comparison: Comparison) -> None:
    told = [change.id for group in Sheet(comparison).groups for change in group.changes]
    assert sorted(told) == sorted(change.id for change in comparison.changes)


@given(comparisons())
@settings(deadline=None)
def test_no_fragment_is_used_twice_and_every_link_has_its_end(comparison: Comparison) -> None:
    tree = html.document_fromstring(write_comparison(comparison, Layout()).decode())
    fragments = [str(each) for each in tree.xpath("//@id")]
    assert len(fragments) == len(set(fragments))
    assert {str(each)[1:] for each in tree.xpath("//@href")} <= set(fragments)


def test_articles_of_a_chapter_that_was_split_stand_under_their_own_chapter() -> None:
    def chapter(num: str, heading: str, *articles: Provision) -> Provision:
        return Provision("", "chapter", num=f"Chapter {num}", heading=heading, children=articles)

    nets, tugs = article("1", "Nets rest by day.", "Nets sink."), article("2", "Tugs wait in port.", "Tugs burn lamps.")
    old = Document(provisions=with_ids((chapter("I", "Nets and tugs", nets, tugs),)))
    new = Document(provisions=with_ids((chapter("I", "Nets", nets), chapter("II", "Tugs", tugs))))
    comparison = compare(old, new)
    assert comparison.changes[0].link.kind == "split"
    assert [group.unit.provision.num for group in Sheet(comparison).groups] == ["Chapter I", "1", "Chapter II", "2"]


def test_the_heading_of_an_article_that_was_split_is_redlined_once() -> None:
    whole = article("1", "Nets rest by day.", "Nets sink.", "Tugs wait in port.", "Tugs burn lamps.")._replace(
        heading="Nets and tugs"
    )
    nets = article("1", "Nets rest by day.", "Nets sink.")._replace(heading="Nets")
    tugs = article("2", "Tugs wait in port.", "Tugs burn lamps.")._replace(heading="Tugs")
    comparison = compare(Document(provisions=with_ids((whole,))), Document(provisions=with_ids((nets, tugs))))
    tree = html.fromstring(write_comparison(comparison, Layout()).decode())
    assert [name.text_content() for name in tree.xpath("//section//span[@class='name']")] == ["Nets", "Tugs"]
    assert tree.xpath("//header//del") == []
    assert tree.xpath("//div[@class='old']//del")[0].text_content() == " and tugs"


def test_a_heading_that_an_article_lost_is_told_once_at_its_head() -> None:
    old = Document(provisions=with_ids((article("1", "Nets rest.")._replace(heading="Quiet harbours"),)))
    new = Document(provisions=with_ids((article("1", "Nets rest."),)))
    page = html.document_fromstring(write_comparison(compare(old, new), Layout()).decode())
    told = [each for each in page.xpath("//main//del") if each.text_content() == "Quiet harbours"]
    assert [each.getparent().get("class") for each in told] == ["name"]


@pytest.mark.parametrize("marks", [(), (Mark("bracket", 5, 16, ""),)])
def test_a_space_that_went_is_shown_as_a_gap_also_within_brackets(marks: tuple[Mark, ...]) -> None:
    old_text, new_text = "Nets rest ; sink at sea.", "Nets rest; sink at sea."
    before = article("1")._replace(children=(Provision("", "paragraph", num="1.", text=old_text, marks=marks),))
    comparison = compare(Document(provisions=with_ids((before,))), Document(provisions=with_ids((article("1", new_text),))))
    page = html.document_fromstring(write_comparison(comparison, Layout()).decode())
    lone = {each.get("class") for each in page.xpath("//main//del") if each.text_content().isspace()}
    assert lone == {"gap"}
    assert page.xpath("//main//div[@class='gut']/b/text()") == ["Spacing"]
