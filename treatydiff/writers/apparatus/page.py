"""The apparatus as a page: the text, and under each clause where earlier drafts read otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from treatydiff.history.apparatus import apparatus, bracketed
from treatydiff.writers.html.escape import EMPTY, content, html, joined
from treatydiff.writers.html.frame import asset, framed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from treatydiff.history.apparatus import Entry, Omission, Variation
    from treatydiff.model import Clause, History
    from treatydiff.writers.writer import Layout

_LONGEST_LEMMA = 7
"""Words of a lemma that are written out."""


def write_html(history: History, _layout: Layout) -> bytes:
    """Write one self-contained page that loads nothing."""
    found = apparatus(history)
    behind: dict[str, list[Omission]] = {}
    for one in found.omissions:
        behind.setdefault(one.after, []).append(one)
    text = joined(_text(found.entries, behind, [draft.id for draft in history.drafts]))
    title = history.treaty.title or history.drafts[-1].entry.title or "Treaty"
    style = asset("treatydiff.writers.html", "ground.css") + asset("treatydiff.writers.apparatus", "apparatus.css")
    script = asset("treatydiff.writers.apparatus", "apparatus.js")
    return framed(
        f"{title}: critical apparatus", _body(title, history, text, found.entries), style, script, root=_root(history)
    ).encode()


def _root(history: History) -> Markup:
    direction = "rtl" if history.drafts[-1].document.metadata.language in {"ar", "fa", "he", "ur"} else "ltr"
    return html(' data-text="{direction}"', direction=direction)


def _body(title: str, history: History, text: Markup, entries: Sequence[Entry]) -> Markup:
    last = history.drafts[-1]
    varied = sum(bool(entry.variations) for entry in entries)
    return html(
        """\
<a class="skip" href="#text">Skip to the text</a>
<header class="page top"><p class="kind">Critical apparatus</p><h1>{title}</h1>
<p class="said">The text is that of <b>{last}</b>. Under a clause stands where earlier drafts read otherwise: first the words of
the text, then what each draft has for them. {varied} of {all} clauses vary.</p>
<ol class="witnesses" aria-label="Drafts">{witnesses}</ol>
<div class="tools"><label>Find <input type="search" id="find" placeholder="words or a number"></label>
<label><input type="checkbox" id="varied"> only clauses that vary</label><span id="count" role="status"></span></div></header>
<main class="page" id="text" lang="{language}">{text}</main>
""",
        title=content(title),
        last=last.id,
        varied=varied,
        all=len(entries),
        witnesses=joined(
            _witness(draft.id, draft.entry.title, draft.entry.symbol, draft.entry.date) for draft in history.drafts
        ),
        language=last.document.metadata.language or "und",
        text=text,
    )


def _witness(name: str, title: str, symbol: str, date: str) -> Markup:
    said = ", ".join(part for part in (title, symbol, date) if part)
    return html("<li><b>{name}</b> {said}</li>", name=name, said=content(said))


def _text(entries: Sequence[Entry], behind: dict[str, list[Omission]], ids: Sequence[str]) -> Iterator[Markup]:
    yield joined(_omission(one, ids) for one in behind.get("", ()))
    for entry in entries:
        yield _entry(entry, ids)
        yield joined(_omission(one, ids) for one in behind.get(entry.clause.id, ()))


def _entry(entry: Entry, ids: Sequence[str]) -> Markup:
    clause = entry.clause
    tag = "h2" if clause.is_heading else "p"
    return html(
        """\
<section class="clause d{depth}{quiet}" id="{id}"><a class="num" href="#{id}" title="{label}">{num}</a>
<{tag} class="words" dir="auto">{heading}{words}</{tag}>{notes}</section>
""",
        depth=min(_depth(clause), 5),
        quiet="" if entry.variations or len(entry.witnesses) < len(ids) else " same",
        id=clause.id,
        label=clause.label,
        num=content(clause.provision.num or "¶"),
        tag=Markup(tag),  # noqa: S704 - one of two names of ours
        heading=_heading(clause),
        words=_marked(entry),
        notes=_notes(entry, ids),
    )


def _depth(clause: Clause) -> int:
    return sum(one.kind in {"paragraph", "subparagraph", "list", "point", "subpoint", "indent"} for one in clause.ancestors)


def _heading(clause: Clause) -> Markup:
    if clause.is_heading or not clause.provision.heading:
        return EMPTY
    return html("<b>{heading}</b> ", heading=content(clause.provision.heading))


def _marked(entry: Entry) -> Markup:
    """Write the words with the number of its variation behind each passage that varies."""
    own, place = [entry.clause], 0
    parts: list[Markup] = []
    for n, variation in enumerate(entry.variations, start=1):
        parts.append(content(bracketed(own, place, variation.start)))
        said = variation.readings[0].shown
        lemma = said.rstrip()
        rest = said[len(lemma) :]
        parts.append(
            html('<span class="lem">{lemma}</span><sup>{n}</sup>{rest}', lemma=content(lemma), n=n, rest=content(rest))
        )
        place = variation.end
    return joined([*parts, content(bracketed(own, place, len(entry.clause.words)))])


def _notes(entry: Entry, ids: Sequence[str]) -> Markup:
    notes = [_note(n, variation, ids) for n, variation in enumerate(entry.variations, start=1)]
    absent = [name for place, name in enumerate(ids) if place not in entry.witnesses]
    if absent:
        notes.append(html("<li>not in {drafts}</li>", drafts=_sigla(absent)))
    numbers = _numbers(entry, ids)
    if numbers:
        notes.append(html("<li>{numbers}</li>", numbers=numbers))
    return html('<ul class="notes">{notes}</ul>', notes=joined(notes)) if notes else EMPTY


def _note(number: int, variation: Variation, ids: Sequence[str]) -> Markup:
    lemma, *others = variation.readings
    return html(
        '<li><sup>{n}</sup> <span class="lem">{lemma}</span> {with_lemma}] {readings}</li>',
        n=number,
        lemma=content(_shortened(lemma.shown)) if lemma.words.strip() else html("<i>nothing</i>"),
        with_lemma=_sigla(ids[place] for place in lemma.drafts),
        readings=joined([_reading(one.shown, [ids[place] for place in one.drafts]) for one in others], " · "),
    )


def _reading(words: str, drafts: Sequence[str]) -> Markup:
    said = html('<span class="rdg">{words}</span>', words=content(words.strip())) if words.strip() else html("<i>omitted</i>")
    return html("{said} {drafts}", said=said, drafts=_sigla(drafts))


def _sigla(drafts: Iterable[str]) -> Markup:
    return joined((html('<b class="sig">{name}</b>', name=name) for name in drafts), " ")


def _numbers(entry: Entry, ids: Sequence[str]) -> Markup:
    """Say under which other numbers a clause stood."""
    others = [(place, label) for place, label in sorted(entry.labels.items()) if label != entry.clause.label]
    return joined(
        (html("as {label} {draft}", label=content(label), draft=_sigla([ids[place]])) for place, label in others), " · "
    )


def _shortened(words: str) -> str:
    """Name a long lemma by its first and its last words, as apparatuses do."""
    said = words.split()
    return " ".join(said) if len(said) <= _LONGEST_LEMMA else f"{' '.join(said[:3])} … {' '.join(said[-2:])}"


def _omission(one: Omission, ids: Sequence[str]) -> Markup:
    return html(
        '<section class="clause gone"><span class="num"></span>'
        '<p class="words" dir="auto"><span class="unseen">Omitted: </span>'
        '<span class="rdg">{words}</span></p><ul class="notes"><li>{label}, only in {drafts}</li></ul></section>\n',
        words=content(bracketed([one.clause], 0, len(one.clause.words))),
        label=content(one.clause.label),
        drafts=_sigla(ids[place] for place in one.witnesses),
    )
