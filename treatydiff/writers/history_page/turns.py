"""Words that turned: wordings that went and came back, what binds, options and their fate, agreed text that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.history.apparatus import bracketed
from treatydiff.history.outcomes import options, reopened
from treatydiff.history.paths import paths, shown
from treatydiff.model import SEVERITIES
from treatydiff.writers.history_page.drafts import sign_html
from treatydiff.writers.history_page.record import Proposals, fate_html, lines_of, tally
from treatydiff.writers.html.escape import EMPTY, content, html, joined
from treatydiff.writers.html.phrases import capital, counted, excerpt, listed, readable_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

    from treatydiff.history.outcomes import OptionFate, Reopened
    from treatydiff.history.paths import Path
    from treatydiff.history.proposals import ProposalFate
    from treatydiff.writers.history_page.context import Context

_AT_FIRST: Final = 8
"""Rows of a table that are shown at once."""
_LONGEST: Final = 70
_LONGEST_MESSAGE: Final = 110
_FATES: Final = {"won": "went on as the text", "lost": "fell away", "open": "is still an option"}


class Turns:
    """Everything on a history that went back and forth or was decided, computed once."""

    def __init__(self, context: Context) -> None:
        told = [path for path in paths(context.history) if _weighs(path)]
        self.reversals = _once(sorted((path for path in told if path.is_reversal), key=_gravity))
        self.binding = _once(sorted((path for path in told if path.rule == "modality" and not path.is_reversal), key=_gravity))
        self.options = options(context.history)
        self.reopened = reopened(context.history)
        self.proposals = Proposals(context)


def _weighs(path: Path) -> bool:
    """Whether a path is more than a matter of spelling."""
    written = {"".join(c for c in stop.words.casefold() if c.isalnum()) for stop in path.stops}
    return len(written) > 1 and any(stop.finding and stop.finding.severity != "info" for stop in path.stops)


def _gravity(path: Path) -> int:
    return min(SEVERITIES.index(stop.finding.severity) for stop in path.stops if stop.finding)


def _once(found: Iterable[Path]) -> list[Path]:
    """Leave out what another rule tells of the same words of the same clause."""
    seen: dict[tuple[str, tuple[str, ...]], Path] = {}
    for path in found:
        seen.setdefault((path.line.id, tuple(stop.words for stop in path.stops)), path)
    return list(seen.values())


def turns_html(context: Context, turns: Turns) -> Markup:
    """Write the tables; nothing where nothing turned."""
    parts = joined(
        (
            _paths_html(context, "Went back and forth", turns.reversals),
            _paths_html(context, "How strongly clauses bind", turns.binding),
            _options_html(context, turns.options),
            _reopened_html(context, turns.reopened),
            _proposals_html(context, turns.proposals),
        )
    )
    if not parts:
        return EMPTY
    return html(
        """\
<section class="part" id="turns" aria-labelledby="turns-name">
<div class="over"><h2 id="turns-name">Words that turned</h2>\
<p><span class="dot"></span>changed against the draft before</p></div>
{parts}</section>
""",
        parts=parts,
    )


def _paths_html(context: Context, title: str, found: Sequence[Path]) -> Markup:
    heads = joined(html('<th scope="col">{sign}</th>', sign=sign_html(view)) for view in context.drafts)
    return _tabled(
        title,
        counted(len(found), "wording"),
        html('<th scope="col">Clause</th>{heads}<th scope="col">The last of it</th>', heads=heads),
        [_path_html(context, path) for path in found],
    )


def _path_html(context: Context, path: Path) -> Markup:
    said: list[Markup] = []
    words = ""
    stops = {stop.draft: n for n, stop in enumerate(path.stops)}
    first = path.stops[0].draft
    for place, clause in enumerate(path.line.places):
        stop = stops.get(place)
        words = words if stop is None else shown(path, stop)
        if place < first or (clause is None and stop is None):
            said.append(html('<td><span class="unseen">not there</span></td>'))
            continue
        turned = html(' class="diff"') if stop is not None and place != first else EMPTY
        said.append(html("<td{turned}>{words}</td>", turned=turned, words=content(excerpt(words, _LONGEST)) or "–"))
    last = next(stop.finding for stop in reversed(path.stops) if stop.finding)
    return html(
        '<tr><th scope="row">{link}</th>{said}<td class="say">{message}</td></tr>\n',
        link=_link(context, path.line.id),
        said=joined(said),
        message=content(excerpt(capital(last.message), _LONGEST_MESSAGE)),
    )


def _link(context: Context, line: str) -> Markup:
    number = context.line_numbers[line]
    found = context.history.lines[number]
    clause = found.places[found.drafts[-1]]
    return html(
        '<a href="#{to}">{label}{when}</a>',
        to=context.line_fragment(number),
        label=content(capital(clause.label if clause else "")),
        when="" if context.is_last(found.drafts[-1]) else f" ({context.drafts[found.drafts[-1]].sign})",
    )


def _options_html(context: Context, found: Sequence[OptionFate]) -> Markup:
    rows = [_option_html(context, one) for one in found]
    tally = listed(f"{count} {_FATES[fate]}" for fate in _FATES if (count := sum(one.fate == fate for one in found)))
    heads = html(
        '<th scope="col">Option</th><th scope="col">First in</th><th scope="col">Words</th>'
        '<th scope="col">What became of it</th>'
    )
    return _tabled("Options and their fate", f"{counted(len(found), 'option')}: {tally}", heads, rows)


def _option_html(context: Context, one: OptionFate) -> Markup:
    decided = "" if one.decided is None else f" in {context.drafts[one.decided].sign}"
    return html(
        '<tr><th scope="row"><a href="#{to}">{label}</a></th><td>{sign}</td><td class="words">{words}</td>'
        '<td class="say">{fate}{decided}</td></tr>\n',
        to=context.line_fragment(context.places[one.draft, one.clause.id]),
        label=content(capital(one.clause.label)),
        sign=context.drafts[one.draft].sign,
        words=content(excerpt(bracketed([one.clause], 0, len(one.clause.words)), _LONGEST)),
        fate=capital(_FATES[one.fate]),
        decided=decided,
    )


def _reopened_html(context: Context, found: Sequence[Reopened]) -> Markup:
    rows = [_reopened_row(context, one) for one in found]
    heads = html(
        '<th scope="col">Clause</th><th scope="col">Agreed since</th><th scope="col">Changed in</th>'
        '<th scope="col">What it means</th>'
    )
    return _tabled("Agreed, then changed", counted(len(found), "clause"), heads, rows)


def _reopened_row(context: Context, one: Reopened) -> Markup:
    messages = [finding.message for finding in one.change.findings] or [
        "deleted" if not one.change.link.new else "reworded, with no finding"
    ]
    return html(
        '<tr><th scope="row">{link}</th><td>{agreed}</td><td>{changed}</td><td class="say">{said}</td></tr>\n',
        link=_link(context, one.line.id),
        agreed=context.drafts[one.agreed].sign,
        changed=context.drafts[one.step.after].sign,
        said=content(capital("; ".join(messages[:2]))),
    )


def _proposals_html(context: Context, told: Proposals) -> Markup:
    heads = html(
        '<th scope="col">Proposal</th><th scope="col">Clause</th><th scope="col">By</th><th scope="col">What became of it</th>'
    )
    return _tabled("Proposals and their fate", tally(told.all), heads, [_proposal_row(context, one) for one in told.all])


def _proposal_row(context: Context, one: ProposalFate) -> Markup:
    lines = lines_of(context, one)
    cited = ", ".join(one.proposal.clauses) or "the whole text"
    link = html('<a href="#{to}">{cited}</a>', to=context.line_fragment(lines[0]), cited=cited) if lines else content(cited)
    return html(
        '<tr><th scope="row">{date}: {said}</th><td class="say">{link}{when}</td><td class="say">{by}</td>'
        '<td class="say">{fate}</td></tr>\n',
        date=content(readable_date(one.proposal.date)),
        said=content(one.proposal.said),
        link=link,
        when=_numbered_in(context, one),
        by=content(listed(one.proposal.proposed_by)),
        fate=fate_html(context, one),
    )


def _numbered_in(context: Context, one: ProposalFate) -> str:
    """Name the draft whose number a proposal uses."""
    sign = next((view.sign for view in context.drafts if view.id == one.proposal.draft), "")
    return f" of {sign}" if sign and one.proposal.clauses else ""


def _tabled(title: str, tally: str, heads: Markup, rows: Sequence[Markup]) -> Markup:
    """Write a table whose first rows are shown at once; nothing without rows."""
    if not rows:
        return EMPTY
    shown, rest = rows[:_AT_FIRST], rows[_AT_FIRST:]
    more = html(
        '<details class="rest"><summary>The other {count}</summary>{table}</details>',
        count=len(rest),
        table=_table(f"{title}, the others", heads, rest),
    )
    return html(
        '<h3 class="grade">{title} <span>{tally}</span></h3>{table}{more}',
        title=title,
        tally=tally,
        table=_table(title, heads, shown),
        more=more if rest else EMPTY,
    )


def _table(title: str, heads: Markup, rows: Sequence[Markup]) -> Markup:
    return html(
        '<div class="wide" tabindex="0" role="region" aria-label="{title}"><table class="data turns">'
        "<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>",
        title=title,
        heads=heads,
        rows=joined(rows),
    )
