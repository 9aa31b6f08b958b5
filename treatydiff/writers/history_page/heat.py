"""The map of changes: articles by drafts, shaded by how much of each changed, or with what findings say on one axis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.text.numbers import bare
from treatydiff.writers.history_page.drafts import short_sign_html
from treatydiff.writers.html.escape import EMPTY, content, html, joined
from treatydiff.writers.html.notes import axis_words
from treatydiff.writers.html.phrases import AXES, counted, name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markupsafe import Markup

    from treatydiff.writers.history_page.cells import Cell
    from treatydiff.writers.history_page.context import Context

_SHADES: Final = ((0.0, 0), (0.1, 1), (0.25, 2), (0.5, 3), (1.0, 4))
"""Upper bounds of the share of an article's words that came or went, each with its depth of shade."""
_WIDEST: Final = 15
"""Articles in one table: so many fit on the narrowest screen."""
_LONGEST_NUMBER: Final = 5
_ARROWS: Final = {"up": "↑", "down": "↓", "either": "◇", "": ""}
_LAYERS: Final = (("amount", "How much"), ("duty", "Duty"), ("rights", "Rights"), ("scope", "Scope"))


class _Chapter(NamedTuple):
    number: str
    heading: str
    threads: list[int]


def heat_html(context: Context, cells: Mapping[int, Sequence[Cell]]) -> Markup:
    """Write the map with its switch and its key; nothing where there is but one draft."""
    if not context.history.steps:
        return EMPTY
    tables = joined(
        _table_html(context, cells, chapter, threads) for chapter in _chapters(context) for threads in _cut(chapter.threads)
    )
    return html(
        """\
<section class="part" id="changes" aria-labelledby="changes-name">
<div class="over"><h2 id="changes-name">Where each draft changed</h2>{switch}</div>
<div class="heats">{tables}</div>
<ul class="key amount"><li>Each row is a draft against the one before it.</li>\
<li><span class="sw h0"></span>reads the same</li><li><span class="sw h1"></span>up to a tenth of the words changed</li>\
<li><span class="sw h2"></span>a quarter</li><li><span class="sw h3"></span>a half</li><li><span class="sw h4"></span>more</li>\
<li><span class="sw new"></span>new article</li>\
<li><span class="sw gone"></span>dropped</li><li><span class="sw h3 high"></span>holds a finding of high weight</li></ul>
<ul class="key axis"><li>Each row is a draft against the one before it.</li><li>↑ stronger or wider</li>\
<li>↓ weaker or narrower</li><li>◇ both, or it depends on the view taken</li></ul>
</section>
""",
        switch=_switch_html(),
        tables=tables,
    )


def _switch_html() -> Markup:
    buttons = joined(
        html(
            '<button type="button" data-set="layer" data-to="{value}" aria-pressed="{on}">{label}</button>',
            value=value,
            on="true" if value == "amount" else "false",
            label=label,
        )
        for value, label in _LAYERS
    )
    return html(
        '<div class="choice" role="group" aria-label="Shown in the squares" data-script hidden>{buttons}</div>', buttons=buttons
    )


def _chapters(context: Context) -> list[_Chapter]:
    """Give the articles under each outermost chapter; one that was dropped stays with the article before it."""
    found: list[_Chapter] = []
    current: int | None = None
    for number in context.told_threads:
        thread = context.articles.threads[number]
        head = thread.unit.heads[0] if thread.unit.heads else None
        own = context.thread_at(thread.last, head.id) if head else None
        if not found or (own != current and context.is_last(thread.last)):
            found.append(_Chapter(bare(head.num) if head else "", head.heading if head else "", []))
            current = own
        found[-1].threads.append(number)
    return found


def _cut(threads: Sequence[int]) -> Iterator[Sequence[int]]:
    parts = -(-len(threads) // _WIDEST)
    size = -(-len(threads) // parts)
    yield from (threads[start : start + size] for start in range(0, len(threads), size))


def _table_html(context: Context, cells: Mapping[int, Sequence[Cell]], chapter: _Chapter, threads: Sequence[int]) -> Markup:
    is_first = threads[0] == chapter.threads[0]
    number = html("<b>{n}</b> ", n=content(chapter.number)) if chapter.number else EMPTY
    called = joined((number, content(chapter.heading)))
    rows = joined(
        html(
            '<tr><th scope="row">{sign}</th>{cells}</tr>',
            sign=short_sign_html(context.drafts[step.after]),
            cells=joined(_cell_html(cells[number][place]) for number in threads),
        )
        for place, step in enumerate(context.history.steps)
    )
    return html(
        '<div><p class="of" aria-hidden="true">{shown}</p><table class="heat"><caption class="unseen">{called}</caption>'
        "<thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table></div>\n",
        shown=called if is_first else EMPTY,
        called=called or "Articles",
        heads=joined(_head_html(context, number) for number in threads),
        rows=rows,
    )


def _head_html(context: Context, number: int) -> Markup:
    thread = context.articles.threads[number]
    provision = thread.unit.provision
    own = bare(provision.num) or name(provision)
    return html(
        '<th scope="col"{gone}><a href="#{to}" title="{full}"><span class="unseen">{kind}</span>{own}</a></th>',
        gone=EMPTY if context.is_last(thread.last) else html(' class="was"'),
        to=context.thread_fragments[number],
        full=f"{name(provision)} {provision.heading}".strip(),
        kind=f"{provision.kind} " if provision.num else "",
        own=own if len(own) <= _LONGEST_NUMBER else f"{own[: _LONGEST_NUMBER - 1]}.",
    )


def _cell_html(cell: Cell) -> Markup:
    signs = joined(
        html('<i class="{axis}" aria-hidden="true">{sign}</i>', axis=axis, sign=_ARROWS[sign])
        for axis, sign in zip(("duty", "rights", "scope"), cell.signs, strict=True)
        if sign
    )
    return html(
        '<td class="{shade}{high}"><span class="unseen">{said}</span>{signs}</td>',
        shade=f"h{depth(cell.share)}" if cell.state == "kept" else cell.state,
        high=" high" if cell.high else "",
        said="; ".join(_said(cell)),
        signs=signs,
    )


def depth(share: float) -> int:
    """Give the depth of shade, from 0 to 4, of a share of words that changed."""
    return next(shade for bound, shade in _SHADES if share <= bound)


def _said(cell: Cell) -> Iterator[str]:
    states = {"none": "not there", "new": "new", "gone": "dropped"}
    changed = f"{max(1, round(cell.share * 100))}% of its words changed" if cell.share else "the same"
    yield states.get(cell.state) or changed
    if cell.high:
        yield counted(cell.high, "finding of high weight", "findings of high weight")
    for axis, sign in zip(AXES, cell.signs, strict=True):
        if sign:
            value = {"up": "widens" if axis == "scope" else "strengthens", "down": "narrows" if axis == "scope" else "weakens"}
            called, _, word = axis_words(axis, value.get(sign, "context"))
            yield f"{called.lower()}: {word}"
