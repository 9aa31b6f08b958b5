"""Which article became which: the picture, what it shows in words, and the table of numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from treatydiff.text.numbers import bare
from treatydiff.writers.history_page.drafts import sign_html
from treatydiff.writers.history_page.geometry import MARGIN, NODE, WIDTH, picture
from treatydiff.writers.html.escape import EMPTY, content, html, joined
from treatydiff.writers.html.phrases import counted, excerpt, listed, name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from treatydiff.history.ribbons import Flow, Thread
    from treatydiff.writers.history_page.context import Context
    from treatydiff.writers.history_page.geometry import Node, Picture, Ribbon

_BEND: Final = 0.5
_STUB: Final = 34.0
_NUMBERED_FROM: Final = 11.0
"""The height of an article in the picture from which its number fits beside it."""
_LONGEST_NAME: Final = 25
_LONGEST_CAPITALS: Final = 19
_NAMED: Final = 4
"""So many drafts have room for their names over the picture; more are called by their ids."""
_SHOWN: Final = (("all", "All"), ("moved", "Moved"), ("joined", "Split, merged"), ("ends", "Dropped, new"))
_JOINED: Final = frozenset({"split", "merged", "shifted"})


def lineage_html(context: Context) -> Markup:
    """Write the picture with its switch, its key in words, and its table; nothing where there is but one draft."""
    if not context.history.steps:
        return EMPTY
    drawn = picture(context)
    return html(
        """\
<section class="part" id="lineage" aria-labelledby="lineage-name">
<div class="over"><h2 id="lineage-name">Which article became which</h2>{switch}</div>
<div class="wide" tabindex="0" role="region" aria-label="Picture of the lineage">
{svg}</div>
<dl class="inwords">{words}</dl>
<details class="rest"><summary>As a table: the number of every article in every draft</summary>{table}</details>
</section>
""",
        switch=_switch_html(),
        svg=_svg(context, drawn),
        words=joined(_words_html(context)),
        table=_table_html(context),
    )


def _switch_html() -> Markup:
    buttons = joined(
        html(
            '<button type="button" data-set="show" data-to="{value}" aria-pressed="{on}">{label}</button>',
            value=value,
            on="true" if value == "all" else "false",
            label=label,
        )
        for value, label in _SHOWN
    )
    return html(
        '<div class="choice" role="group" aria-label="Shown in the picture" data-script hidden>{buttons}</div>', buttons=buttons
    )


def _svg(context: Context, drawn: Picture) -> Markup:
    top = 40
    return html(
        '<svg class="lineage" viewBox="0 -{top} {width} {height}" role="img" aria-label="{label}">\n'
        '<g class="ribbons">{ribbons}{stubs}{nodes}</g>\n<g class="names">{heads}{names}</g></svg>\n',
        top=top,
        width=_n(WIDTH),
        height=_n(drawn.height + top + 6),
        label=f"Articles from draft to draft; the same is told below in words and as a table. {_counts(context, drawn)}",
        ribbons=joined(_ribbon(one) for one in sorted(drawn.ribbons, key=lambda one: one.kind != "kept")),
        stubs=joined(_stubs(drawn.nodes)),
        nodes=joined(_node(one) for one in drawn.nodes),
        heads=joined(_heads(context, drawn)),
        names=joined(_names(context, drawn)),
    )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _ribbon(one: Ribbon) -> Markup:
    middle = one.x0 + (one.x1 - one.x0) * _BEND
    path = (
        f"M{_n(one.x0)} {_n(one.top0)}C{_n(middle)} {_n(one.top0)} {_n(middle)} {_n(one.top1)} {_n(one.x1)} {_n(one.top1)}"
        f"V{_n(one.bottom1)}C{_n(middle)} {_n(one.bottom1)} {_n(middle)} {_n(one.bottom0)} {_n(one.x0)} {_n(one.bottom0)}Z"
    )
    kind = "joined" if one.kind in _JOINED else one.kind
    ends = f"{one.old} {one.new}" if one.old != one.new else f"{one.old}"
    return html('<path class="{kind}" data-t="{ends}" d="{path}"/>', kind=kind, ends=ends, path=path)


def _stubs(nodes: Sequence[Node]) -> Iterator[Markup]:
    """Draw what was dropped as a wedge that leads nowhere, what is new as one that comes from nowhere."""
    for one in nodes:
        middle, bottom = _n(one.y + one.height / 2), _n(one.y + one.height)
        if one.is_last:
            path = f"M{_n(one.x + NODE)} {_n(one.y)}L{_n(one.x + NODE + _STUB)} {middle}L{_n(one.x + NODE)} {bottom}Z"
            yield html('<path class="gone" data-t="{thread}" d="{path}"/>', thread=one.thread, path=path)
        if one.is_new:
            path = f"M{_n(one.x)} {_n(one.y)}L{_n(one.x - _STUB)} {middle}L{_n(one.x)} {bottom}Z"
            yield html('<path class="new" data-t="{thread}" d="{path}"/>', thread=one.thread, path=path)


def _node(one: Node) -> Markup:
    return html(
        '<rect{style} data-t="{thread}" x="{x}" y="{y}" width="{width}" height="{height}"/>',
        style=html(' class="new"') if one.is_new else html(' class="gone"') if one.is_last else EMPTY,
        thread=one.thread,
        x=_n(one.x),
        y=_n(one.y),
        width=_n(NODE),
        height=_n(one.height),
    )


def _heads(context: Context, drawn: Picture) -> Iterator[Markup]:
    counts = Counter(node.draft for node in drawn.nodes)
    for place, x in {node.draft: node.x for node in drawn.nodes}.items():
        view = context.drafts[place]
        is_named = len(context.drafts) <= _NAMED
        anchor, at = ("end", x + NODE) if is_named and context.is_last(place) else ("start", x)
        yield html(
            '<text class="sign" x="{x}" y="-22" text-anchor="{anchor}">{sign}<tspan class="what" dx="6">{name}</tspan></text>'
            '<text x="{x}" y="-7" text-anchor="{anchor}">{count}</text>',
            x=_n(at),
            anchor=anchor,
            sign=view.sign,
            name=excerpt(view.name, 34) if is_named else excerpt(view.id, 10),
            count=counted(counts[place], "article"),
        )


def _names(context: Context, drawn: Picture) -> Iterator[Markup]:
    """Name articles where they have room, else the chapters, at the left of the first draft and at the right of the last."""
    last = len(context.drafts) - 1
    if drawn.row >= _NUMBERED_FROM:
        for node in (one for one in drawn.nodes if one.draft in {0, last}):
            unit = context.articles.threads[node.thread].places[node.draft]
            if unit:
                number = bare(unit.provision.num)
                yield _name(
                    number,
                    unit.provision.heading or ("" if number else name(unit.provision)),
                    node.y + node.height / 2,
                    place=node.draft,
                )
        return
    for place in (0, last):
        for number, heading, y in drawn.chapters[place]:
            yield _name(bare(number), heading, y, place=place)


def _name(number: str, heading: str, y: float, *, place: int) -> Markup:
    """Write a name beside the first draft, running to it, or beside the last, running from it."""
    shown = excerpt(heading, _LONGEST_CAPITALS if heading.isupper() else _LONGEST_NAME)
    inner = html('<tspan class="no">{number}</tspan>', number=number) if number else EMPTY
    between = " " if shown and number else ""
    words = (shown, between, inner) if place == 0 else (inner, between, shown)
    return html(
        '<text x="{x}" y="{y}" text-anchor="{anchor}">{words}</text>',
        x=_n(MARGIN - 10 if place == 0 else WIDTH - MARGIN + 10),
        y=_n(y + 4),
        anchor="end" if place == 0 else "start",
        words=joined(words),
    )


def _counts(context: Context, drawn: Picture) -> str:
    kinds = [flow.kind for flow in _told_flows(context)]
    ends = [node for node in drawn.nodes if node.is_new or node.is_last]
    said = (
        counted(kinds.count("moved"), "article moved", "articles moved"),
        counted(sum(kind in _JOINED for kind in kinds), "split or merger", "splits and mergers"),
        counted(sum(node.is_last for node in ends), "article dropped", "articles dropped"),
        counted(sum(node.is_new for node in ends), "new article"),
    )
    return f"{listed(said)}."


def _told_flows(context: Context) -> list[Flow]:
    told = set(context.told_threads)
    return [flow for flow in context.articles.flows if context.thread_at(flow.before, flow.old) in told]


def _words_html(context: Context) -> Iterator[Markup]:
    """Say what the picture shows, kind by kind and draft by draft."""
    yield _word_html("kept", "Kept its place", html("all others, whatever their number"))
    for style, called, kinds in (("moved", "Moved", {"moved"}), ("joined", "Split, merged, part moved", _JOINED)):
        rows: defaultdict[int, list[Markup]] = defaultdict(list)
        for flow in _told_flows(context):
            if flow.kind in kinds:
                rows[flow.after].append(_flow_html(context, flow))
        yield _word_html(style, called, _by_draft(context, rows))
    gone: defaultdict[int, list[Markup]] = defaultdict(list)
    new: defaultdict[int, list[Markup]] = defaultdict(list)
    for number in context.told_threads:
        for step in context.history.steps:
            before, after = (context.articles.threads[number].places[place] for place in (step.before, step.after))
            if before and not after:
                gone[step.after].append(_link_html(context, number, step.before))
            elif after and not before:
                new[step.after].append(_link_html(context, number, step.after))
    yield _word_html("gone", "Dropped", _by_draft(context, gone))
    yield _word_html("new", "New", _by_draft(context, new))


def _word_html(style: str, called: str, told: Markup) -> Markup:
    return html(
        '<div><dt><span class="rb {style}"></span>{called}</dt><dd>{told}</dd></div>',
        style=style,
        called=called,
        told=told or html("none"),
    )


def _by_draft(context: Context, rows: defaultdict[int, list[Markup]]) -> Markup:
    return joined(
        (
            html("<span>in {sign}: {told}</span>", sign=context.drafts[place].sign, told=joined(told, ", "))
            for place, told in sorted(rows.items())
        ),
        "<br>",
    )


def _flow_html(context: Context, flow: Flow) -> Markup:
    old, new = context.articles.units[flow.before][flow.old], context.articles.units[flow.after][flow.new]
    part = "part of " if flow.kind == "shifted" else ""
    return html(
        '<a href="#{to}">{part}{old} → {new}</a>',
        to=context.thread_fragments[context.thread_at(flow.after, flow.new)],
        part=part,
        old=bare(old.provision.num) or name(old.provision),
        new=bare(new.provision.num) or name(new.provision),
    )


def _link_html(context: Context, number: int, place: int) -> Markup:
    return html('<a href="#{to}">{own}</a>', to=context.thread_fragments[number], own=_number(context, number, place))


def _number(context: Context, number: int, place: int) -> str:
    unit = context.articles.threads[number].places[place]
    return (bare(unit.provision.num) or name(unit.provision)) if unit else ""


def _table_html(context: Context) -> Markup:
    heads = joined(html('<th scope="col">{sign}</th>', sign=sign_html(view)) for view in context.drafts)
    told: defaultdict[int, list[str]] = defaultdict(list)
    for flow in _told_flows(context):
        if flow.kind != "kept":
            said = {"moved": "moved", "split": "split off", "merged": "merged into it", "shifted": "took part of another"}
            told[context.thread_at(flow.after, flow.new)].append(f"{said[flow.kind]} in {context.drafts[flow.after].sign}")
    rows = joined(_row_html(context, number, told[number]) for number in context.told_threads)
    return html(
        '<div class="wide" tabindex="0" role="region" aria-label="Numbers of the articles"><table class="data">'
        '<thead><tr><th scope="col">Article</th>{heads}<th scope="col">What happened</th></tr></thead>'
        "<tbody>{rows}</tbody></table></div>",
        heads=heads,
        rows=rows,
    )


def _row_html(context: Context, number: int, told: Sequence[str]) -> Markup:
    thread = context.articles.threads[number]
    numbers = [_number(context, number, place) for place in range(len(context.drafts))]
    cells = joined(
        html("<td{diff}>{own}</td>", diff=html(' class="diff"') if _differs(numbers, place) else EMPTY, own=own or "–")
        for place, own in enumerate(numbers)
    )
    return html(
        '<tr><th scope="row"><a href="#{to}">{heading}</a></th>{cells}<td>{told}</td></tr>\n',
        to=context.thread_fragments[number],
        heading=content(thread.unit.provision.heading or name(thread.unit.provision)),
        cells=cells,
        told=", ".join([*told, *_ends(context, thread)]),
    )


def _differs(numbers: Sequence[str], place: int) -> bool:
    """Whether an article has another number than in the last draft before that has it."""
    before = next((one for one in reversed(numbers[:place]) if one), "")
    return bool(before and numbers[place]) and before != numbers[place]


def _ends(context: Context, thread: Thread) -> Iterator[str]:
    for step in context.history.steps:
        before, after = thread.places[step.before], thread.places[step.after]
        if (before is None) != (after is None):
            yield f"{'new' if after else 'dropped'} in {context.drafts[step.after].sign}"
