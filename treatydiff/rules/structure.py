"""Structure: provisions and sentences that came or went, moved, were split, merged, renumbered or headed anew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from treatydiff.model import Finding
from treatydiff.rules.arrivals import clauses_of
from treatydiff.rules.findings import quoted
from treatydiff.rules.operators import operators
from treatydiff.rules.places import relocations
from treatydiff.rules.routine import content
from treatydiff.rules.rule import REWORDED, Fires, Rule, Silent
from treatydiff.rules.sentences import sentences_alone
from treatydiff.rules.substance import NOTHING, Piece, Substance, substance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.crossrefs.provisions import Node
    from treatydiff.model import Clause, Span
    from treatydiff.rules.case import Case
    from treatydiff.rules.operators import Operator

ID = "structure"
CATEGORY = "T15"
_LONGEST = 90
_LAST_LEVEL = re.compile(r"(?:,\s[^\s,]+\s\([^()]*\)|\s\([^()]*\)|,\s[^,(]+)$")
_OPEN_ENDS = (":", "—", "–", "-")


def judge(case: Case) -> Iterator[Finding]:
    """Say what came, went or has another place, weighed by the duties and safeguards in it."""
    if "structure" not in case.lexicon.settings:
        return
    link = case.change.link
    if link.kind in {"inserted", "deleted"}:
        yield from _arrival(case)
        return
    if link.kind != "same":
        yield from _sentences(case)
    yield from relocations(case)


def _arrival(case: Case) -> Iterator[Finding]:
    """Report a provision that came or went as a whole at its first clause, and nothing at the others."""
    came = bool(case.change.link.new)
    (clause,) = case.change.link.new or case.change.link.old
    arrivals = case.setting.inserted if came else case.setting.deleted
    top = arrivals.top(clause)
    if clause.is_heading and top.children and top.id not in arrivals.whole:
        yield _place(f'heading "{clause.words}" {"came" if came else "went"}')
        return
    is_whole = top.id in arrivals.whole
    whole = list(clauses_of(top)) if is_whole else [clause]
    if whole[0].id != clause.id or not clause.words:
        return
    named = _named(top, clause.label)
    what = named if is_whole or not top.children else f"the opening of {named}"
    yield _arrived(case, what, top, whole, came=came)


def _arrived(case: Case, what: str, top: Node, whole: list[Clause], *, came: bool) -> Finding:
    clause = whole[0]
    is_item = _is_item(case, clause, top)
    pieces = _pieces(case, whole[1:] if is_item else whole, clause)
    weight = substance(pieces, case.lexicon, came=came)
    if weight is NOTHING and is_item and _is_shared_out(case, clause):
        weight = NOTHING._replace(severity="info")
    did, code = ("came", "ADD") if came else ("went", "SUP")
    if weight.asks and len(whole) == 1:
        said = _spelled_out(weight, came=came)
    else:
        said = f"{weight.name} {did} with {what} ({code})" if weight.name else f"{what} {did} ({code})"
    if weight.piece is not None:
        weight, said = _tempered(case, [piece.text for piece in pieces if piece.operators], weight, said, came=came)
    return _finding(clause.words, (0, len(clause.words)), weight, said, came=came)


def _spelled_out(weight: Substance, *, came: bool) -> str:
    """Say what came or went in its own words: 'new duty (shall): "mark wrecks" (ADD)'."""
    asked = f": {quoted(weight.asks)}" if weight.asks else ""
    if weight.name[:1].isdigit():
        return f"{weight.name} {'came' if came else 'went'}{asked} ({'ADD' if came else 'SUP'})"
    return f"new {weight.name}{asked} (ADD)" if came else f"{weight.name} dropped{asked} (SUP)"


def _tempered(case: Case, texts: list[str], weight: Substance, said: str, *, came: bool) -> tuple[Substance, str]:
    """Weigh little what another clause of the other draft says in much the same words."""
    same = (case.setting.old_sayings if came else case.setting.new_sayings).nearest("\n".join(texts))
    link = case.change.link
    if same is None or same.id in {clause.id for clause in (link.old if came else link.new)}:
        return weight, said
    lighter = weight._replace(severity="low", bindingness="context", rights="context", scope="neutral")
    return lighter, f"{said}, but most of its words {'were' if came else 'are now'} in {same.label}"


def _pieces(case: Case, whole: list[Clause], first: Clause) -> list[Piece]:
    """Read a provision clause by clause; an operator that the items of a chapeau complete counts with the items."""
    pieces = [_piece(case, one, is_first=one is first) for one in whole]
    completed = {
        one.parent.id for one, piece in zip(whole, pieces, strict=True) if one.parent and _completes(piece, one, first)
    }
    return [
        piece._replace(operators=piece.operators[:-1]) if one.id in completed else piece
        for one, piece in zip(whole, pieces, strict=True)
    ]


def _completes(piece: Piece, clause: Clause, first: Clause) -> bool:
    """Whether a clause begins within an operator that its chapeau opens: "shall: (a) take measures to"."""
    lent = clause.parent is not None and clause.parent.text.rstrip().endswith(_OPEN_ENDS)
    return lent and clause is not first and any(one.span[0] == 0 for one in piece.operators)


def _piece(case: Case, clause: Clause, *, is_first: bool) -> Piece:
    """Read the operators of a clause; those that a chapeau which came or went with it lends count there."""
    if clause.is_heading or case.lexicon.pattern("structure", "note").match(clause.words):
        found: tuple[Operator, ...] = ()
    elif is_first:
        found = (case.new if case.change.link.new else case.old).operators
    else:
        found = tuple(one for one in operators((clause,), case.lexicon) if not one.is_inherited)
    return Piece(clause.words, (0, len(clause.words)), found)


def _is_item(case: Case, clause: Clause, top: Node) -> bool:
    """Whether a clause is an item of a list whose chapeau stayed: what comes to lists is judged by what they list.

    A section or paragraph that an amending clause writes into another law is none, though a colon or dash announces it.
    """
    if top.kind not in case.lexicon.words("lists", "item_kinds") and _is_written_in(top):
        return False
    parent = clause.parent
    answers = case.setting.came_of if case.change.link.new else case.setting.became
    return parent is not None and parent.text.rstrip().endswith(_OPEN_ENDS) and bool(answers.get(parent.id))


def _is_shared_out(case: Case, clause: Clause) -> bool:
    """Whether the words of an item are in the other draft's list, and no sibling of the item accounts for all of them."""
    own = content(clause.words, case.lexicon)
    siblings = clause.parent.children if clause.parent else ()
    around = "\n".join(one.words for one in siblings if one.id != clause.id)
    there = content(case.setting.list_of(case.change.link), case.lexicon)
    return own <= there and not own <= content(around, case.lexicon)


def _is_written_in(top: Node) -> bool:
    """Whether a provision stands within one of its own level, as in the text that an amendment inserts."""
    return top.parent is not None and any(above.kind == top.kind for above in top.parent.above())


def _sentences(case: Case) -> Iterator[Finding]:
    for side, came in ((case.old, False), (case.new, True)):
        for alone in sentences_alone(case, of_new=came):
            weight = substance([alone], case.lexicon, came=came)
            if weight is not NOTHING:
                said = _spelled_out(weight, came=came)
                weight, said = _tempered(case, [side.text[slice(*alone.span)]], weight, said, came=came)
                yield _finding(side.text, alone.span, weight, said, came=came)


def _finding(text: str, span: Span, weight: Substance, said: str, *, came: bool) -> Finding:
    words = text[slice(*span)]
    actor = f"{weight.actor[:1].upper()}{weight.actor[1:]}: " if weight.actor else ""
    message = f"{actor}{said}"
    return Finding(
        rule=ID,
        category=CATEGORY,
        severity=weight.severity,
        bindingness=weight.bindingness,
        rights=weight.rights,
        scope=weight.scope,
        actor=weight.actor,
        old="" if came else words,
        new=words if came else "",
        old_span=None if came else span,
        new_span=span if came else None,
        message=f"{message[:1].upper()}{message[1:]}",
    )


def _place(said: str) -> Finding:
    """Make a finding on where a provision stands or what it is headed by, not on its words."""
    blank = _finding("", (0, 0), NOTHING, said, came=True)
    return blank._replace(new_span=None)


def _over(first: str, top: Node) -> str:
    """Cite a provision without words of its own by the label of the first clause below it."""
    node = top
    while node.clause is None and node.children:
        node = node.children[0]
        if node.provision.num:
            first = _LAST_LEVEL.sub("", first)
    return first


def _named(top: Node, first: str) -> str:
    """Name a provision by its number and heading, or as its first clause is cited."""
    label = top.clause.label if top.clause else _over(first, top)
    heading = " ".join(top.provision.heading.split())
    return f'{label} ("{heading}")' if heading and len(heading) <= _LONGEST else label


FIRES: tuple[Fires, ...] = (
    Fires(
        "Each Party shall mark the wrecks in its waters.",
        "",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("Each Party shall mark the wrecks in its waters.", ""),
        actor="each Party",
    ),
    Fires(
        "",
        "No Party may sink a ship in a lagoon.",
        "high",
        "strengthens",
        "neutral",
        "neutral",
        ("", "No Party may sink a ship in a lagoon."),
    ),
    Fires(
        "",
        "A Party may close a harbour in winter.",
        "medium",
        "context",
        "neutral",
        "neutral",
        ("", "A Party may close a harbour in winter."),
        actor="a Party",
    ),
    Fires(
        "The master is not obliged to answer questions of the harbour police.",
        "",
        "high",
        "strengthens",
        "neutral",
        "neutral",
        ("The master is not obliged to answer questions of the harbour police.", ""),
        actor="the master",
    ),
    Fires("The lagoon lies in the north.", "", "low", "neutral", "neutral", "neutral", ("The lagoon lies in the north.", "")),
    Fires(
        "Each Party shall keep a list of its wetlands. It shall send the list to every neighbour in spring.",
        "Each Party shall keep a list of its wetlands.",
        "high",
        "weakens",
        "neutral",
        "neutral",
        ("It shall send the list to every neighbour in spring", ""),
    ),
    Fires(
        "Each Party shall keep its buoys lit.",
        "Each Party shall keep its buoys lit. Each Party shall criminalize the theft of lamps.",
        "high",
        "strengthens",
        "context",
        "widens",
        ("", "Each Party shall criminalize the theft of lamps"),
        actor="each Party",
    ),
    Fires(
        "Article 4 (chapter I, general provisions) Parties shall respect human rights at sea.",
        "Article 31 (chapter VI, salvage) Parties shall respect human rights at sea.",
        "high",
        "weakens",
        "weakens",
        "narrows",
        ("Article 4 (chapter I, general provisions)", "Article 31 (chapter VI, salvage)"),
    ),
    Fires(
        "Article 9(2) Nothing requires a Party to transfer a sailor who would be harmed.",
        "Article 12(1) Nothing requires a Party to assist with a sailor who would be harmed.",
        "high",
        "weakens",
        "strengthens",
        "widens",
        ("Article 9(2)", "Article 12(1)"),
    ),
    Fires(
        "Article 7 Duties of masters",
        "Article 7 Obligations of masters",
        "low",
        "neutral",
        "neutral",
        "neutral",
        ("Article 7 Duties of masters", "Article 7 Obligations of masters"),
    ),
    Fires(
        "Article 20 (chapter II)",
        "Article 3 (chapter I)",
        "low",
        "neutral",
        "neutral",
        "neutral",
        ("Article 20 (chapter II)", "Article 3 (chapter I)"),
    ),
)
SILENT: tuple[Silent, ...] = (
    Silent(
        "Parties shall mark wrecks. Parties shall lend buoys to neighbours.",
        "Parties shall lend buoys to neighbours. Parties shall mark wrecks.",
        "sentences in another order",
    ),
    Silent(
        "Parties shall count their ships, and shall send the count to the secretariat.",
        "Parties shall count their ships. Parties shall send the count to the secretariat.",
        "one sentence became two",
    ),
    Silent(
        "A Party shall name a harbour. The name shall be notified to the secretariat.",
        "A Party shall name a harbour and notify the name to the secretariat.",
        "two sentences became one",
    ),
    Silent("Parties shall lend grey ships.", "Parties shall lend blue ships.", "an adjective in what stayed"),
    Silent("Parties shall lend ships.", "Parties shall lend any ships.", "a determiner in what stayed"),
    Silent("Parties shall provide boats.", "Parties shall deliver boats.", "another verb in the same sentence"),
    Silent(
        "Harbours are open. Boats rest in winter.",
        "Harbours are open.",
        "a sentence that asks nothing of anybody",
    ),
    Silent("Parties shall lend ships", "Parties shall lend vessels", "another object of the same duty"),
    Silent("Article 4 lets ships rest", "Article 4 lets boats rest", "a reference, not a number of its own"),
    Silent("Ships rest in harbour.", "Ships sleep in harbour.", "words of no weight"),
)
RULE = Rule(
    ID,
    CATEGORY,
    "Structure: provisions and sentences that came or went, moved, were split, merged, renumbered or headed anew",
    judge,
    FIRES,
    SILENT,
    on=REWORDED | {"same", "inserted", "deleted"},
    reads_headings=True,
)
