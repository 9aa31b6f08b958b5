"""All wordings of one clause: each marked against the one before, with the drafts that have it and what the change means."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.model import Change, Link, RedlinePart
from treatydiff.writers.history_page.drafts import short_sign_html
from treatydiff.writers.html.escape import EMPTY, content, html, joined
from treatydiff.writers.html.notes import axes_html
from treatydiff.writers.html.phrases import SEVERITY_NAMES, STROKES, capital, sentence
from treatydiff.writers.html.reading import KINDS, kinds, mark_changes
from treatydiff.writers.html.wording import new_wordings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from treatydiff.history.stations import Station
    from treatydiff.model import Clause, Finding
    from treatydiff.writers.history_page.context import Context

_STANDINGS: Final = {
    "agreed": "agreed",
    "bracketed": "in brackets",
    "contested": "partly in brackets",
    "optional": "an option",
    "plain": "",
}
_ARRIVALS: Final = {"first": "First wording", "inserted": "New", "returned": "Came back"}
_LEAST: Final = "info"
_PARAGRAPH: Final = re.compile(r", paragraph (\w+)")


class Wording(NamedTuple):
    """A wording of a clause: the station that brought it, and all stations that have it, in order."""

    brought: Station
    kept: tuple[Station, ...]


def wordings(stations: Sequence[Station]) -> tuple[Wording, ...]:
    """Join the stations that read the same to one wording; an end is a wording without words."""
    found: list[Wording] = []
    for station in stations:
        if found and _reads_on(station) and found[-1].brought.clause:
            found[-1] = found[-1]._replace(kept=(*found[-1].kept, station))
        else:
            found.append(Wording(station, (station,)))
    return tuple(found)


def _reads_on(station: Station) -> bool:
    change = station.change
    return (
        station.kind == "same"
        and change is not None
        and not change.link.moved
        and not change.link.heading_changed
        and all(finding.severity == _LEAST for finding in change.findings)
        and not mark_changes(change)
    )


def wording_html(context: Context, number: int, one: Wording) -> Markup:
    """Write a wording under the drafts that have it."""
    station = one.brought
    return html(
        '<div class="version {style}"><p class="head">{numbers}{standing}</p>{text}{findings}</div>\n',
        style="ended" if station.clause is None else station.kind,
        numbers=_numbers(context, one),
        standing=_standing(one),
        text=_text_html(context, number, station),
        findings=_findings(station),
    )


def _numbers(context: Context, one: Wording) -> Markup:
    """Write the drafts that have a wording, each run of them before the number that the clause has there."""
    runs = groupby(one.kept, key=lambda station: _cited(station.clause.label) if station.clause else "")
    return joined(
        (
            html(
                '{signs} <span class="num">{label}</span>',
                signs=joined((short_sign_html(context.drafts[station.draft]) for station in run), " "),
                label=content(capital(label)),
            )
            for label, run in runs
        ),
        " ",
    )


def _cited(label: str) -> str:
    """Give a label in short: "article 45 (1) (b)"."""
    return _PARAGRAPH.sub(r" (\1)", label)


def _standing(one: Wording) -> Markup:
    found = dict.fromkeys(
        said
        for station in one.kept
        if station.standing
        for said in (_STANDINGS[station.standing.state], *station.standing.said)
        if said
    )
    return html(' <span class="st">{said}</span>', said=content(", ".join(found))) if found else EMPTY


def _text_html(context: Context, number: int, station: Station) -> Markup:
    if station.clause is None:
        return _end_html(context, number, station)
    return html(
        '<p class="how">{how}</p><p class="txt"{speech}>{ink}</p>',
        how=content(_how(station)),
        speech=context.speech[station.draft],
        ink=_ink(station, station.clause),
    )


def _ink(station: Station, clause: Clause) -> Markup:
    change = station.change
    if change is None or station.kind in {"inserted", "same"}:
        change = _plain(clause)
    inks = new_wordings(change)
    place = next(n for n, one in enumerate(change.link.new) if one.id == clause.id)
    heading = clause.provision.heading
    over = (
        html('<span class="above">{heading}\n</span>', heading=content(heading)) if heading and not clause.is_heading else EMPTY
    )
    return joined((over, inks[place]))


def _plain(clause: Clause) -> Change:
    """Show a clause as it stands, with its marks and without a redline."""
    return Change("", Link("same", (clause,), (clause,), 1.0), (RedlinePart("equal", clause.words),))


def _how(station: Station) -> str:
    """Say what happened to the clause in a word or two."""
    if station.change is None or station.kind in _ARRIVALS:
        return _ARRIVALS.get(station.kind, "")
    told = [KINDS[kind] for kind in kinds(station.change)]
    return capital(", ".join(told).lower())


def _end_html(context: Context, number: int, station: Station) -> Markup:
    line = context.history.lines[number]
    if line.heir and line.heir in context.line_numbers and station.kind == "merged":
        heir = context.line_numbers[line.heir]
        return html(
            '<p class="how">Merged into <a href="#{to}">{label}</a></p>',
            to=context.line_fragment(heir),
            label=content(_last_label(context, heir)),
        )
    return html('<p class="how">{how}</p>', how="Merged" if station.kind == "merged" else "Deleted")


def _last_label(context: Context, number: int) -> str:
    line = context.history.lines[number]
    clause = line.places[line.drafts[-1]]
    return clause.label if clause else ""


def _findings(station: Station) -> Markup:
    findings = station.change.findings if station.change else ()
    told = [finding for finding in findings if finding.severity != _LEAST or finding.new_span or finding.old_span]
    return html('<ul class="fs">{items}</ul>', items=joined(map(_finding_html, told))) if told else EMPTY


def _finding_html(finding: Finding) -> Markup:
    return html(
        '<li class="{severity}"><span class="sev" data-n="{n}"><i></i><i></i><i></i><span class="unseen">{name}: </span></span>'
        "<div><p>{say}</p>{axes}</div></li>",
        severity=finding.severity,
        n=STROKES[finding.severity],
        name=SEVERITY_NAMES[finding.severity],
        say=content(sentence(finding.message)),
        axes=axes_html(finding, "axes"),
    )
