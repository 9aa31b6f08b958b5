"""Laws that hold for any two drafts."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, product
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from treatydiff.api import compare
from treatydiff.diff import moved_words, redline
from treatydiff.model import Document, Link, Provision
from treatydiff.text.clauses import clauses
from treatydiff.text.eid import with_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = st.lists(
    st.sampled_from(
        ["each", "State", "shall", "may", "not", "within", "thirty", "days", "where", "appropriate", "report", "law"]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)
_POINTS = st.lists(_WORDS, max_size=3).map(
    lambda texts: tuple(Provision("", "point", num=f"({chr(97 + n)})", text=text) for n, text in enumerate(texts))
)
_PARAGRAPHS = st.lists(st.tuples(_WORDS, _POINTS), max_size=4).map(
    lambda items: tuple(
        Provision("", "paragraph", num=f"{n}.", text=text, children=points) for n, (text, points) in enumerate(items, 1)
    )
)
_DRAFTS = st.lists(st.tuples(st.one_of(st.just(""), _WORDS), _PARAGRAPHS), max_size=5).map(
    lambda items: Document(
        provisions=with_ids(
            Provision("", "article", num=f"Article {n}", heading=heading, children=paragraphs)
            for n, (heading, paragraphs) in enumerate(items, 1)
        )
    )
)

_SENTENCES = (
    "Each State keeps its lamps lit.",
    "No boat enters a harbour by night.",
    "The fee for a berth is ten crowns.",
    "Pilots answer for what they break.",
)


@given(_DRAFTS, _DRAFTS)
@settings(deadline=None)
def test_every_clause_of_both_drafts_is_in_exactly_one_change(old: Document, new: Document) -> None:
    changes = compare(old, new).changes
    assert Counter(c.id for change in changes for c in change.link.old) == Counter(c.id for c in clauses(old))
    assert Counter(c.id for change in changes for c in change.link.new) == Counter(c.id for c in clauses(new))


@given(_DRAFTS, _DRAFTS)
@settings(deadline=None)
def test_changes_stand_in_the_order_of_the_new_draft(old: Document, new: Document) -> None:
    orders = [change.link.new[0].order for change in compare(old, new).changes if change.link.new]
    assert orders == sorted(orders)


@given(_DRAFTS, _DRAFTS)
@settings(deadline=None)
def test_the_redline_of_every_change_gives_both_wordings(old: Document, new: Document) -> None:
    for change in compare(old, new).changes:
        assert "".join(part.text for part in change.redline if part.op != "insert") == change.old_words
        assert "".join(part.text for part in change.redline if part.op != "delete") == change.new_words


@given(st.permutations(_SENTENCES), st.permutations(_SENTENCES))
@settings(deadline=None)
def test_words_that_moved_are_the_same_at_both_ends_and_do_not_overlap(before: list[str], after: list[str]) -> None:
    old, new = " ".join(before), " ".join(after)
    moves = moved_words(redline(old, new))
    assert [old[slice(*moved.old)] for moved in moves] == [new[slice(*moved.new)] for moved in moves]
    for places in ([moved.new for moved in moves], sorted(moved.old for moved in moves)):
        assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert not (moves and before == after)


@given(_DRAFTS)
@settings(deadline=None)
def test_a_draft_against_itself_has_only_the_same(draft: Document) -> None:
    links = [change.link for change in compare(draft, draft).changes]
    assert all(link.kind == "same" and not (link.renumbered or link.moved or link.heading_changed) for link in links)


@given(_DRAFTS, _DRAFTS)
@settings(deadline=None)
def test_findings_quote_the_words_at_their_spans(old: Document, new: Document) -> None:
    for change in compare(old, new).changes:
        for finding in change.findings:
            for words, said, span in (
                (change.old_words, finding.old, finding.old_span),
                (change.new_words, finding.new, finding.new_span),
            ):
                assert said == (words[slice(*span)] if span else "")


@given(_DRAFTS)
@settings(deadline=None)
def test_renumbering_alone_gives_no_finding_of_substance(drawn: Document) -> None:
    draft = _with_names(drawn)
    pushed = Provision("", "article", num="Article 0", heading="Newcomer", children=())
    renumbered = Document(
        provisions=with_ids([pushed, *(_renumbered(article, n) for n, article in enumerate(draft.provisions, 2))])
    )
    others = [change for change in compare(draft, renumbered).changes if not _is_newcomer(change.link)]
    assert {finding.severity for change in others for finding in change.findings} <= {"info"}


def _is_newcomer(link: Link) -> bool:
    return link.kind == "inserted" and [clause.id for clause in link.new] == ["art_0"]


def _with_names(draft: Document) -> Document:
    """Give each provision words of its own: of two that say the same nobody can tell which of them has the new number."""
    names = map("".join, product("bdfgklmnprst", "aeiou", "bdfgklmnprst"))
    return Document(provisions=with_ids(_named(article, names) for article in draft.provisions))


def _named(provision: Provision, names: Iterator[str]) -> Provision:
    name = next(names)
    return Provision(
        "",
        provision.kind,
        num=provision.num,
        heading=" ".join(f"{word} {name}" for word in provision.heading.split()),
        text=" ".join(f"{word} {name}" for word in provision.text.split()),
        children=tuple(_named(child, names) for child in provision.children),
    )


def _renumbered(article: Provision, number: int) -> Provision:
    return Provision("", "article", num=f"Article {number}", heading=article.heading, children=_without_ids(article.children))


def _without_ids(provisions: tuple[Provision, ...]) -> tuple[Provision, ...]:
    return tuple(Provision("", p.kind, num=p.num, text=p.text, children=_without_ids(p.children)) for p in provisions)
