"""What is counted in every draft, as plots that start at zero and as tables: words that bind, brackets, safeguards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.writers.history_page.axis import SCALE, Scale, apart
from treatydiff.writers.history_page.drafts import sign_html
from treatydiff.writers.html.escape import html, joined
from treatydiff.writers.html.phrases import capital

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markupsafe import Markup

    from treatydiff.model import Measures
    from treatydiff.writers.history_page.context import Context

_LINES: Final = 4
"""Lines in one plot; what is rarer stands in the table alone."""
_PER: Final = 1000
_BAR: Final = 26.0


class Label(NamedTuple):
    """A value written beside the first point of a line, and where; empty where another line begins with the same one."""

    y: float
    text: str


class Series(NamedTuple):
    """One thing counted in every draft."""

    name: str
    values: tuple[float, ...]


def plots_html(context: Context) -> Markup:
    """Write the three plots, each with its table; what cannot be counted is left out."""
    measures = context.report.measures
    return html(
        """\
<section class="part" id="counts" aria-labelledby="counts-name">
<div class="over"><h2 id="counts-name">Counted in every draft</h2>\
<p>In the operative text, not in the preamble or in headings</p></div>
<div class="plots">
{operators}{brackets}{safeguards}</div>
</section>
""",
        operators=_operators_html(context, measures),
        brackets=_brackets_html(context, measures),
        safeguards=_safeguards_html(context, measures),
    )


def _operators_html(context: Context, measures: Sequence[Measures]) -> Markup:
    counts = _series(measures, lambda one: one.operators)
    rates = [
        Series(one.name, tuple(_PER * value / max(1, held.words) for value, held in zip(one.values, measures, strict=True)))
        for one in counts[:_LINES]
    ]
    rows = [*counts, Series("of these contested", tuple(float(one.contested) for one in measures)), _words(measures)]
    return _figure(context, "Words that bind, allow or advise", "For each 1,000 words", _lines_svg(context, rates, 1), rows)


def _brackets_html(context: Context, measures: Sequence[Measures]) -> Markup:
    pairs = Series("pairs of brackets", tuple(float(one.brackets) for one in measures))
    rows = [pairs, Series("clauses with brackets", tuple(float(one.bracketed) for one in measures))]
    return _figure(context, "Brackets still open", "Pairs of square brackets", _bars_svg(context, pairs), rows)


def _safeguards_html(context: Context, measures: Sequence[Measures]) -> Markup:
    counts = _series(measures, lambda one: one.safeguards)
    told = f"Clauses that name each; the {_LINES} most named" if len(counts) > _LINES else "Clauses that name each"
    return _figure(context, "Safeguards", told, _lines_svg(context, counts[:_LINES], 0), counts)


def _words(measures: Sequence[Measures]) -> Series:
    return Series("words", tuple(float(one.words) for one in measures))


def _series(measures: Sequence[Measures], of: Callable[[Measures], Mapping[str, int]]) -> list[Series]:
    """Give everything that any draft has, the most frequent first."""
    names = dict.fromkeys(name for one in measures for name in of(one))
    found = [Series(name, tuple(float(of(one).get(name, 0)) for one in measures)) for name in names]
    return sorted(found, key=lambda one: (-sum(one.values), one.name))


def _figure(context: Context, title: str, told: str, svg: Markup, rows: Sequence[Series]) -> Markup:
    heads = joined(html('<th scope="col">{sign}</th>', sign=sign_html(view)) for view in context.drafts)
    body = joined(
        html(
            '<tr><th scope="row">{name}</th>{cells}</tr>',
            name=capital(row.name),
            cells=joined(html("<td>{value}</td>", value=f"{value:,.0f}") for value in row.values),
        )
        for row in rows
    )
    return html(
        '<figure class="plot"><figcaption><h3>{title}</h3><p>{told}</p></figcaption>{svg}'
        '<details class="rest"><summary>As a table</summary><div class="wide" tabindex="0" role="region" aria-label="{title}">'
        '<table class="data"><thead><tr><th scope="col">Counted</th>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
        "</details></figure>\n",
        title=title,
        told=told if rows else f"{told}: none is known in this language",
        svg=svg,
        heads=heads,
        body=body,
    )


def _lines_svg(context: Context, series: Sequence[Series], digits: int) -> Markup:
    scale = Scale(len(context.drafts), max((value for one in series for value in one.values), default=0.0))
    first, last = (apart([scale.y(one.values[end]) for one in series]) for end in (0, -1))
    starts = [f"{one.values[0]:.{digits}f}" for one in series]
    shown = [text if text not in starts[:number] else "" for number, text in enumerate(starts)]
    lines = joined(
        _line(scale, one, number, (Label(first[number], shown[number]), last[number]), digits)
        for number, one in enumerate(series)
    )
    said = "; ".join(f"{one.name}: {', '.join(f'{value:.{digits}f}' for value in one.values)}" for one in series)
    return _svg(context, scale, lines, said)


def _line(scale: Scale, one: Series, number: int, labels: tuple[Label, float], digits: int) -> Markup:
    points = [(scale.x(place), scale.y(value)) for place, value in enumerate(one.values)]
    dots = joined(html('<circle cx="{x}" cy="{y}" r="3"/>', x=f"{x:.1f}", y=f"{y:.1f}") for x, y in points)
    start = html(
        '<text class="val" x="{x}" y="{y}" text-anchor="end">{value}</text>',
        x=f"{points[0][0] - 9:.1f}",
        y=f"{labels[0].y + 4:.1f}",
        value=labels[0].text,
    )
    return html(
        '<g class="l{number}"><polyline points="{points}"/>{dots}{start}'
        '<text x="{x}" y="{y}"><tspan class="val">{value}</tspan> {name}</text></g>',
        number=number + 1,
        points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points),
        dots=dots,
        start=start if len(points) > 1 else "",
        x=f"{points[-1][0] + 9:.1f}",
        y=f"{labels[1] + 4:.1f}",
        value=f"{one.values[-1]:.{digits}f}",
        name=one.name,
    )


def _bars_svg(context: Context, one: Series) -> Markup:
    scale = Scale(len(context.drafts), max(one.values, default=0.0))
    width = min(_BAR, scale.step * 0.6)
    bars = joined(
        html(
            '<rect class="bar" x="{x}" y="{y}" width="{width}" height="{height}"/>'
            '<text class="val" x="{middle}" y="{top}" text-anchor="middle">{value}</text>',
            x=f"{scale.x(place) - width / 2:.1f}",
            y=f"{scale.y(value):.1f}",
            width=f"{width:.1f}",
            height=f"{scale.base - scale.y(value):.1f}",
            middle=f"{scale.x(place):.1f}",
            top=f"{scale.y(value) - 6:.1f}",
            value=f"{value:,.0f}",
        )
        for place, value in enumerate(one.values)
    )
    return _svg(context, scale, bars, f"{one.name}: {', '.join(f'{value:.0f}' for value in one.values)}")


def _svg(context: Context, scale: Scale, inner: Markup, said: str) -> Markup:
    signs = joined(
        html(
            '<text class="ax" x="{x}" y="{y}" text-anchor="middle">{sign}</text>',
            x=f"{scale.x(place):.1f}",
            y=f"{scale.base + 19:.1f}",
            sign=view.sign,
        )
        for place, view in enumerate(context.drafts)
    )
    return html(
        '<svg viewBox="0 0 {width} {height}" role="img" aria-label="{said}">'
        '<path class="base" d="M{left} {base}H{right}"/>{signs}{inner}</svg>',
        width=f"{SCALE.width:.0f}",
        height=f"{SCALE.height:.0f}",
        said=said or "nothing to count",
        left=f"{SCALE.left - 16:.0f}",
        base=f"{scale.base:.0f}",
        right=f"{SCALE.right + 16:.0f}",
        signs=signs,
        inner=inner,
    )
