"""The map: one square for every article, shaded by how much of it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.text.numbers import bare
from treatydiff.writers.html.escape import EMPTY, html, joined
from treatydiff.writers.html.phrases import counted, name
from treatydiff.writers.places import heading_beside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from treatydiff.writers.html.context import Context
    from treatydiff.writers.html.sheet import Group

_SHADES: Final = ((0.0, 0), (0.1, 1), (1 / 3, 2), (1.0, 3))
"""Upper bounds of the share of an article's characters that came or went, each with its depth of shade on the map."""
_LONGEST_NUMBER: Final = 8


def map_html(context: Context) -> Markup:
    """Write the map with its key: every article in the order of the page under its outermost chapter."""
    chapters = [(head, cells) for head, cells in _chapters(context.sheet.groups) if cells]
    if not chapters:
        return EMPTY
    has_remarks = any(_is_remarks_only(group) for _, groups in chapters for group in groups)
    return html(
        """\
<nav class="map" id="map" aria-labelledby="map-name">
<div class="over"><h2 id="map-name">Where the changes are</h2><p>One square is one article. Choose one to read it.</p></div>
<div class="chapters">
{chapters}</div>
<ul class="key" aria-label="Key to the map">
<li><span class="cell"></span> reads the same</li><li><span class="cell shade1"></span><span class="cell shade2"></span>\
<span class="cell shade3"></span> up to a tenth, a third, more of its text changed</li>{remarks}\
<li><span class="cell high"></span> a finding of high weight</li><li><span class="cell inserted"><i>+</i></span> new</li>\
<li><span class="cell deleted">5</span> deleted</li><li><span class="cell away"><i>↷</i></span> moved</li>\
<li>⋔ split or merged</li><li>‹5 was 5</li>
</ul>
</nav>
""",
        chapters=joined(_chapter_html(head, cells, context) for head, cells in chapters),
        remarks=html('<li><span class="cell remarks"></span> brackets or remarks only</li>') if has_remarks else "",
    )


def _chapters(groups: Sequence[Group]) -> list[tuple[Group | None, list[Group]]]:
    """Give the articles under each outermost chapter, those before the first chapter under None."""
    found: list[tuple[Group | None, list[Group]]] = [(None, [])]
    for group in groups:
        if not group.unit.is_head:
            found[-1][1].append(group)
        elif not group.unit.heads and group.new:
            found.append((group, []))
    return found


def _chapter_html(head: Group | None, groups: Sequence[Group], context: Context) -> Markup:
    number, heading = (bare(head.unit.provision.num), head.unit.provision.heading) if head else ("", "")
    is_named = number or heading
    number_html = html("<b><bdi>{number}</bdi></b> ", number=number) if number else ""
    return html(
        '<div class="chapter-cells"{role}>\n{over}\n<ol>{cells}</ol>\n</div>\n',
        role=html(' role="group" aria-label="{number} {heading}"', number=number, heading=heading) if is_named else "",
        over=html('<p class="of">{n}<bdi>{heading}</bdi></p>', n=number_html, heading=heading) if is_named else "",
        cells=joined(_cell_html(group, context) for group in groups),
    )


def _cell_html(group: Group, context: Context) -> Markup:
    provision = group.unit.provision
    own = bare(provision.num)
    before = bare(group.old.provision.num) if group.old and group.new else ""
    was = before if before != own else ""
    shade = next(shade for bound, shade in _SHADES if group.share <= bound) if group.state == "edited" else 0
    return html(
        '<li><a class="cell {state} shade{shade}{high}" href="#{fragment}" aria-label="{label}" title="{label}">{number}'
        '<small data-signs="{was} {signs}"></small></a></li>',
        state="remarks" if _is_remarks_only(group) else group.state,
        shade=shade,
        high=" high" if group.severity == "high" else "",
        fragment=context.unit(group.unit, new=group.new is not None),
        label=_cell_label(group, was),
        number=own if own and len(own) <= _LONGEST_NUMBER else name(provision),
        was=f"‹{was}" if was else "",
        signs=" ".join(_signs(group)),
    )


def _signs(group: Group) -> Iterator[str]:
    if group.state == "inserted":
        yield "+"
    if group.state != "deleted" and (group.state == "away" or group.is_moved or "moved" in group.kinds):
        yield "↷"
    if group.kinds & {"split", "merged", "regrouped"}:
        yield "⋔"


def _is_remarks_only(group: Group) -> bool:
    return "marks" in group.kinds and group.kinds <= {"marks", "renumbered"}


def _cell_label(group: Group, was: str) -> str:
    provision = group.unit.provision
    heading = heading_beside(provision, name(provision))
    parts = [f"{name(provision)}{', ' if heading else ''}{heading}"]
    if was:
        parts.append(f"was {was}")
    if group.destination:
        parts.append(f"moved, now {name(group.destination.provision)}")
    elif group.is_moved:
        parts.append("moved")
    if _is_remarks_only(group):
        parts.append("only brackets or remarks changed")
    states = {
        "same": "reads the same",
        "inserted": "new",
        "deleted": "deleted",
        "away": "" if group.destination else "moved away",
    }
    parts.append(states.get(group.state) or (f"{max(round(group.share * 100), 1)}% of its text changed" if group.share else ""))
    if group.severity:
        high = sum(finding.severity == group.severity for change in group.changes for finding in change.findings)
        parts.append(counted(high, f"finding of {_weight(group.severity)}", f"findings of {_weight(group.severity)}"))
    return "; ".join(part for part in parts if part)


def _weight(severity: str) -> str:
    return "no weight of its own" if severity == "info" else f"{severity} weight"
