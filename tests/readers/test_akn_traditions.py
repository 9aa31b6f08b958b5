"""Akoma Ntoso as parliaments and publishers use it: LEOS of the European Union, Laws.Africa, Italy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.model import Mark
from treatydiff.readers.akn import read

if TYPE_CHECKING:
    from treatydiff.model import Document

LEOS = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:leos="urn:eu:europa:ec:leos">
<bill name="REG">
<meta><proprietary source="#l"><leos:template>never</leos:template></proprietary></meta>
<preface><longTitle><p>
<docStage>Proposal for a</docStage> <docType>REGULATION</docType> <docPurpose>on figs</docPurpose></p>
</longTitle></preface>
<preamble><formula name="actingEntity"><p>THE TWO CHAMBERS,</p></formula>
<citations eId="cits"><citation eId="cit_1"><p>Having regard to the orchard,</p></citation></citations>
<recitals eId="recs"><intro><p>Whereas:</p></intro><recital eId="rec_1"><num>(1)</num><p>Figs<authorialNote marker="1"
 placement="bottom"><p>List 7.</p></authorialNote> matter.</p></recital></recitals>
<formula name="enacting"><p>HAVE ADOPTED:</p></formula></preamble>
<body><article eId="art_1"><num>Article 1</num><heading>Scope</heading><paragraph eId="art_1__para_1"><num>1.</num>
<list eId="l">
<subparagraph eId="l_s"><content><p>This applies to:</p></content></subparagraph>
<point eId="p_a"><num>(a)</num><content><p>figs;</p></content></point>
<point eId="p_b"><num>(b)</num><list><subparagraph><content><p>dates:</p></content></subparagraph>
<indent eId="p_b_1"><num>-</num><content><p>ripe.</p></content></indent></list></point></list></paragraph>
<paragraph eId="art_1__para_2"><num>2.</num><subparagraph><content><p>First.</p></content></subparagraph>
<subparagraph><content><p>Second.</p></content></subparagraph></paragraph></article></body></bill></akomaNtoso>"""

LAWS_AFRICA = """<akomaNtoso xmlns="http://www.akomantoso.org/2.0"><act contains="singleVersion"><meta>
<identification source="#slaw">
<FRBRWork><FRBRalias value="Fig Act"/><FRBRdate date="1996-02-03" name="Generation"/></FRBRWork>
<FRBRExpression><FRBRdate date="2001-01-01" name="Generation"/><FRBRlanguage language="eng"/></FRBRExpression>
</identification></meta>
<preamble><longTitle><p>To provide for figs.</p></longTitle></preamble><body><part id="part-A"><num>A</num>
<heading>General</heading>
<section id="section-1"><num>1.</num><heading>Definitions</heading><paragraph id="section-1.paragraph0"><content>
<p>In this Act-</p><p>"<def refersTo="#fig">fig</def>" means a fruit;</p>
<blockList id="list1"><listIntroduction>"<def>date</def>" means-</listIntroduction>
<item id="list1.a"><num>(a)</num><p>a palm fruit; or</p></item>
<item id="list1.b"><num>(b)</num><blockList id="list1.b.list0"><listIntroduction>a day-</listIntroduction>
<item id="list1.b.i"><num>(i)</num><p>of the week;</p></item></blockList></item></blockList></content></paragraph>
<subsection id="section-1.2"><num>(2)</num><content><p>Count figs.</p>
<p><remark status="editorial">[section 1 substituted by Act 3]</remark></p></content></subsection></section></part>
</body></act>
<components><component id="component-schedule1"><doc name="schedule1"><meta/><mainBody>
<hcontainer id="sch" name="schedule"><heading>Schedule</heading><subheading>Fees</subheading>
<paragraph id="sch.p"><content><p>One coin.</p></content></paragraph></hcontainer></mainBody></doc></component>
</components>
</akomaNtoso>"""

ITALY = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13"><act name="legge"><meta/>
<preface><p><docType>LEGGE</docType> <docDate date="2020-01-02">2 gennaio 2020</docDate></p><p>
<docTitle>Dei fichi.</docTitle></p>
</preface><body><chapter eId="chp_1"><num>Capo I</num><article eId="art_1"><num>Art. 1</num><heading>(Scopo)</heading>
<paragraph eId="art_1__para_1"><num>1.</num><list eId="l"><intro><p>La legge:</p></intro>
<point eId="p_a"><num>a)</num><content><p>conta i fichi.</p></content></point></list></paragraph>
<paragraph eId="art_1__para_2"><num>2.</num><content><p>All'<ref href="/x">articolo 9</ref> si aggiunge: <mod eId="m">
<quotedText startQuote="«" endQuote="»">1-bis. I fichi contano.</quotedText></mod>.</p></content></paragraph>
</article></chapter>
</body><attachments><attachment eId="att"><doc name="allegato"><meta/><mainBody><p>Tabella.</p></mainBody></doc>
</attachment>
</attachments></act></akomaNtoso>"""


def shape(document: Document) -> list[tuple[str, str, str]]:
    return [(p.kind, p.num, p.heading or p.text) for p in document.walk()]


def test_a_proposal_drafted_in_leos_has_its_chapeaux_recitals_and_notes() -> None:
    found = read(LEOS.encode(), "d.xml")
    assert shape(found) == [
        ("preface", "", "Proposal for a REGULATION on figs"),
        ("preamble", "", ""),
        ("formula", "", "THE TWO CHAMBERS,"),
        ("citation", "", "Having regard to the orchard,"),
        ("recitals", "", "Whereas:"),
        ("recital", "(1)", "Figs matter."),
        ("formula", "", "HAVE ADOPTED:"),
        ("article", "Article 1", "Scope"),
        ("paragraph", "1.", "This applies to:"),
        ("point", "(a)", "figs;"),
        ("point", "(b)", "dates:"),
        ("indent", "-", "ripe."),
        ("paragraph", "2.", ""),
        ("subparagraph", "", "First."),
        ("subparagraph", "", "Second."),
    ]
    assert [(note.text, note.place) for note in found.notes] == [("List 7.", "rec_1")]


def test_an_act_of_laws_africa_has_its_definitions_schedules_and_remarks() -> None:
    found = read(LAWS_AFRICA.encode(), "d.xml")
    assert (found.metadata.title, found.metadata.date, found.metadata.language) == ("Fig Act", "2001-01-01", "en")
    assert shape(found) == [
        ("preamble", "", "To provide for figs."),
        ("part", "A", "General"),
        ("section", "1.", "Definitions"),
        ("paragraph", "", 'In this Act- "fig" means a fruit; "date" means-'),
        ("point", "(a)", "a palm fruit; or"),
        ("point", "(b)", "a day-"),
        ("point", "(i)", "of the week;"),
        ("subsection", "(2)", "Count figs."),
        ("component", "", ""),
        ("schedule", "", "Schedule Fees"),
        ("paragraph", "", "One coin."),
    ]
    (status,) = (mark for p in found.walk() for mark in p.marks)
    assert status == Mark("status", 11, 11, "section 1 substituted by Act 3")


def test_an_italian_act_has_its_points_quotations_and_annexes() -> None:
    found = read(ITALY.encode(), "d.xml")
    assert found.metadata.title == "Dei fichi."
    assert shape(found) == [
        ("preface", "", "LEGGE 2 gennaio 2020 Dei fichi."),
        ("chapter", "Capo I", ""),
        ("article", "Art. 1", "(Scopo)"),
        ("paragraph", "1.", "La legge:"),
        ("point", "a)", "conta i fichi."),
        ("paragraph", "2.", "All'articolo 9 si aggiunge: «1-bis. I fichi contano.»."),
        ("allegato", "", "Tabella."),
    ]
    assert found.notes == ()
