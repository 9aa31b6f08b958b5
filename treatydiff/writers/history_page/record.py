"""Proposals on the page: all with their fates in one table, and those about a clause beside its wordings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from treatydiff.history.proposals import fates, is_unnamed
from treatydiff.writers.html.escape import EMPTY, content, html, joined
from treatydiff.writers.html.phrases import capital, counted, listed, readable_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from treatydiff.history.proposals import ProposalFate
    from treatydiff.model import Proposal
    from treatydiff.writers.history_page.context import Context


class Proposals:
    """The proposals of the record with what became of each, and by the number of a line those that are about it."""

    def __init__(self, context: Context) -> None:
        self.all = fates(context.history, context.report.record)
        self._publishers = {source.id: source.publisher for source in context.report.record.sources}
        self._lines: dict[int, list[ProposalFate]] = {}
        for one in self.all:
            for number in lines_of(context, one):
                self._lines.setdefault(number, []).append(one)

    def about(self, line: int) -> Sequence[ProposalFate]:
        """Give the proposals about a line, in the order of the record."""
        return self._lines.get(line, ())

    def source(self, proposal: Proposal) -> str:
        """Say where a proposal is reported."""
        return self._publishers.get(proposal.source, proposal.source)


def lines_of(context: Context, one: ProposalFate) -> tuple[int, ...]:
    """Give the lines that a proposal is about by their numbers: those of the clauses that it names, as numbered on its day."""
    draft = next((place for place, view in enumerate(context.drafts) if view.id == one.proposal.draft), None)
    if draft is None:
        return ()
    return tuple(dict.fromkeys(context.places[draft, clause.id] for clause in one.clauses))


def record_html(context: Context, told: Proposals, line: int) -> Markup:
    """Write the proposals about one clause; nothing where there are none."""
    found = told.about(line)
    if not found:
        return EMPTY
    sources = dict.fromkeys(told.source(one.proposal) for one in found)
    return html(
        '<details class="rest record"><summary>{count}</summary><ol>{items}</ol>'
        '<p class="source">Record: {sources}</p></details>',
        count=f"{counted(len(found), 'proposal')} about this clause",
        items=joined(_proposal_html(context, one) for one in found),
        sources=content("; ".join(sources)),
    )


def _proposal_html(context: Context, one: ProposalFate) -> Markup:
    proposal = one.proposal
    return html(
        "<li><time>{date}</time><div><p><b>{by}</b>: {said}</p>{sides}</div>{fate}</li>",
        date=content(readable_date(proposal.date)),
        by=content(listed(proposal.proposed_by) or "Not named"),
        said=content(proposal.said),
        sides=_sides_html(proposal),
        fate=fate_html(context, one),
    )


def fate_html(context: Context, one: ProposalFate) -> Markup:
    """Say what became of a proposal, in which draft, and by what that was measured."""
    decided = "" if one.decided is None else f" in {context.drafts[one.decided].sign}"
    return html(
        '<p class="fate"><b>{fate}{decided}</b>{why}</p>',
        fate=capital(one.fate),
        decided=decided,
        why=html(": {why}", why=content(one.why)) if one.why else EMPTY,
    )


def _sides_html(proposal: Proposal) -> Markup:
    rows = joined(
        html("<p><b>{side}:</b> {who}</p>", side=side, who=content(", ".join(names)))
        for side, names in (("Supported by", proposal.supported_by), ("Opposed by", proposal.opposed_by))
        if names
    )
    votes = proposal.votes
    if votes:
        rows += html("<p><b>Vote:</b> {yes} to {no}, {abstain} abstentions</p>", **votes._asdict())
    said = [
        phrase
        for count, phrase in (
            (len(proposal.supported_by), f"{_number(proposal.supported_by)} supported it"),
            (len(proposal.opposed_by), f"{_number(proposal.opposed_by)} opposed it"),
            (votes is not None, "it was voted on"),
        )
        if count
    ]
    return (
        html('<details class="rest"><summary>{said}</summary>{rows}</details>', said=capital(listed(said)), rows=rows)
        if rows
        else EMPTY
    )


def _number(parties: Sequence[str]) -> str:
    """Count those whom the record names; of others it does not say how many they are."""
    named = sum(not is_unnamed(party) for party in parties)
    some = "some" if named < len(parties) else ""
    return f"{named} and {some}" if named and some else some or f"{named}"


def tally(found: Sequence[ProposalFate]) -> str:
    """Count proposals by their fates, the most frequent first."""
    counts = Counter(one.fate for one in found).most_common()
    return f"{counted(len(found), 'proposal')}: {listed(f'{count:,} {fate}' for fate, count in counts)}"
