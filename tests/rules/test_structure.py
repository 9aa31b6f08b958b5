"""What came, went and moved between two drafts that are built in code and compared as any others."""

from __future__ import annotations

from treatydiff.api import compare
from treatydiff.model import Comparison, Document, Finding, Metadata, Provision
from treatydiff.text.eid import with_ids

NETS = ("Every net has the name of its owner.", "A torn net is mended at once.")
ROPES = ("Every rope is as long as the ship.", "A rope that frays is cut.")
DUTIES = ("Each Party shall count the buoys in its waters.", "Each Party shall publish a chart of its lagoons.")


def paragraphs(*texts: str) -> tuple[Provision, ...]:
    return tuple(Provision("", "paragraph", num=f"{n}.", text=text) for n, text in enumerate(texts, start=1))


def article(num: int, heading: str, *texts: str) -> Provision:
    return Provision("", "article", num=f"Article {num}", heading=heading, children=paragraphs(*texts))


def chapter(num: str, heading: str, *articles: Provision) -> Provision:
    return Provision("", "chapter", num=f"Chapter {num}", heading=heading, children=articles)


def compared(old: tuple[Provision, ...], new: tuple[Provision, ...]) -> Comparison:
    return compare(*(Document(Metadata(language="en"), with_ids(each)) for each in (old, new)))


def told(comparison: Comparison) -> list[Finding]:
    return [finding for change in comparison.changes for finding in change.findings if finding.rule == "structure"]


def said(comparison: Comparison) -> list[tuple[str, str]]:
    return [(finding.severity, finding.message) for finding in told(comparison)]


def test_an_article_that_came_is_told_once_with_all_its_duties() -> None:
    new = (article(1, "Nets", *NETS), article(2, "Buoys", *DUTIES))
    assert said(compared((article(1, "Nets", *NETS),), new)) == [
        ("high", 'Each Party: 2 duties came with article 2 ("Buoys") (ADD)')
    ]


def test_an_article_that_went_is_told_once_with_what_it_asked() -> None:
    old = (article(1, "Nets", *NETS), article(2, "Buoys", DUTIES[0], "A Party may close a lagoon in winter."))
    (finding,) = told(compared(old, (article(1, "Nets", *NETS),)))
    assert (finding.severity, finding.bindingness) == ("high", "weakens")
    assert finding.message == 'Each Party: 1 duty and 1 discretion went with article 2 ("Buoys") (SUP)'


def test_a_new_number_alone_is_for_information() -> None:
    old = (article(1, "Nets", *NETS), article(2, "Ropes", *ROPES))
    new = (article(1, "Nets", *NETS), article(3, "Ropes", *ROPES))
    assert said(compared(old, new)) == [("info", "Article 2 became article 3 (NOC, renumbered)")]


def test_an_item_of_a_list_that_stayed_is_left_to_the_rule_of_lists() -> None:
    def listing(*items: str) -> Provision:
        points = tuple(Provision("", "point", num=f"({letter})", text=item) for letter, item in zip("abc", items, strict=False))
        return article(1, "Buoys")._replace(
            children=(Provision("", "paragraph", num="1.", text="Each Party shall:", children=points),)
        )

    old, new = (
        listing("paint its buoys red;", "light its piers;"),
        listing("paint its buoys red;", "light its piers;", "tow wrecks."),
    )
    found = [finding for change in compared((old,), (new,)).changes for finding in change.findings]
    assert [finding.rule for finding in found] == ["items"]


def test_a_heading_that_changed_weighs_little() -> None:
    old, new = article(1, "Nets", *NETS), article(1, "Nets and lines", *NETS)
    assert said(compared((old,), (new,))) == [("low", 'Heading "Nets" became "Nets and lines"')]


def test_a_safeguard_that_moved_out_of_the_general_part_reaches_less_far() -> None:
    safeguard = article(2, "Care", "Parties shall respect human rights on board every ship that they search.")
    general = chapter("I", "General provisions", article(1, "Nets", *NETS), safeguard)
    special = chapter("II", "Salvage", article(3, "Ropes", *ROPES))
    moved = safeguard._replace(num="Article 3")
    old = (general, special)
    new = (
        general._replace(children=general.children[:1]),
        special._replace(children=(article(2, "Ropes", *ROPES), moved)),
    )
    graver = [one for one in told(compared(old, new)) if one.severity in {"high", "medium"}]
    assert [(one.bindingness, one.rights, one.scope) for one in graver] == [("weakens", "weakens", "narrows")]


def test_a_provision_whose_words_are_elsewhere_now_is_not_called_lost() -> None:
    duty = "Each Party shall publish a chart of its lagoons with depths, wrecks, buoys, piers and beacons."
    old = (article(1, "Nets", *NETS), article(2, "Charts", duty), article(3, "Ropes", *ROPES))
    longer = f"{ROPES[1]} Charts of lagoons with depths, wrecks, buoys, piers and beacons, which each Party shall publish, end."
    new = (article(1, "Nets", *NETS), article(2, "Ropes", ROPES[0], longer))
    assert not [one for one in told(compared(old, new)) if one.severity == "high" and "went" in one.message]


def in_points(chapeau: str, *items: str) -> Provision:
    points = tuple(Provision("", "point", num=f"({letter})", text=item) for letter, item in zip("abc", items, strict=False))
    held = (Provision("", "paragraph", num="1.", text=chapeau, children=points),)
    return Provision("", "article", num="Article 2", heading="Buoys", children=held)


def came_with(*articles: Provision) -> list[str]:
    first = article(1, "Nets", *NETS)
    return [finding.message for finding in told(compared((first,), (first, *articles)))]


def test_the_duties_of_items_that_stayed_do_not_come_with_a_new_chapeau() -> None:
    kept = Provision("", "point", num="(a)", text="Each Party shall publish a chart of its lagoons.")
    before = Provision("", "article", num="Article 2", children=(kept,))
    chapeau = Provision(
        "", "paragraph", num="1.", text="After article 7 of the Harbour Code insert the following.", children=(kept,)
    )
    after = Provision("", "article", num="Article 2", children=(chapeau,))
    assert not any("duty" in finding.message for finding in told(compared((before,), (after,))))


def test_an_operator_that_items_complete_counts_with_the_items() -> None:
    text = ("Each Party shall:", "Take measures to count its buoys;", "Take measures to light its harbours.")
    assert came_with(in_points(*text)) == ['Each Party: 2 duties to take measures came with article 2 ("Buoys") (ADD)']


def test_an_actor_is_named_only_where_all_that_came_is_on_that_actor() -> None:
    mixed = article(2, "Buoys", DUTIES[0], "The secretariat shall print the charts.")
    assert came_with(mixed) == ['2 duties came with article 2 ("Buoys") (ADD)']


def test_words_that_describe_things_are_not_counted_as_what_is_asked() -> None:
    plan = article(2, "Buoys", DUTIES[0], "The plan names the ships that should be inspected.")
    assert came_with(plan) == ['Each Party: duty (shall) came with article 2 ("Buoys") (ADD)']


def test_a_note_that_stands_in_a_draft_asks_nothing() -> None:
    assert came_with(article(2, "Buoys", "Note: A neighbour proposed that Parties shall count their buoys.")) == [
        'Article 2 ("Buoys") came (ADD)'
    ]


def test_who_only_receives_is_not_named_as_bound() -> None:
    gift = Provision("", "article", num="Article 2", children=paragraphs("Each Party shall receive charts of the lagoons."))
    assert came_with(gift) == ['New duty (shall): "receive charts of the lagoons" (ADD)']


def _amending(*written: Provision) -> Provision:
    kept = Provision("", "subsection", num="(1)", text="In section 4 of the Harbours Act omit subsection (2).")
    inserting = Provision("", "subsection", num="(2)", text="After section 4 insert—", children=written)
    return Provision("", "section", num="1", heading="Harbours", children=(kept, inserting))


def test_a_section_that_an_amendment_now_writes_into_a_law_is_weighed_by_its_duties() -> None:
    duty = Provision("", "subsection", num="(1)", text="The harbour master must light every pier.")
    kept = Provision("", "section", num="4A", heading="Nets", children=paragraphs(*NETS))
    old, new = _amending(kept), _amending(kept, Provision("", "section", num="4B", heading="Piers", children=(duty,)))
    (finding,) = told(compared((old,), (new,)))
    assert (finding.severity, finding.actor) == ("high", "the harbour master")
    assert finding.message.startswith("The harbour master: duty (must) came with section 1 (2), section 4B")


def test_an_item_whose_words_all_stand_in_its_list_is_told_as_a_provision() -> None:
    def listing(*items: str) -> Provision:
        points = tuple(Provision("", "point", num=f"({letter})", text=item) for letter, item in zip("abc", items, strict=False))
        return article(1, "Buoys")._replace(
            children=(Provision("", "paragraph", num="1.", text="Buoys have these colours:", children=points),)
        )

    old, new = listing("red at night;", "white by day;"), listing("red at night;", "white by day;", "red by day.")
    found = [finding for change in compared((old,), (new,)).changes for finding in change.findings]
    assert [(finding.rule, finding.severity) for finding in found] == [("structure", "low")]


def test_a_move_under_the_old_number_is_not_said_to_lead_to_where_it_began() -> None:
    first, second = article(1, "Nets", *NETS), article(2, "Buoys", *DUTIES)
    found = told(compared((first, second), (second, first)))
    assert [one.message for one in found if "moved" in one.message.casefold()] == [
        "Moved elsewhere, under its old number (SUP*, ADD*)"
    ]
