"""One clause on the page: its place in the margin, the two wordings, and the findings beside them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from treatydiff.writers.hanging import depth, number
from treatydiff.writers.html.escape import EMPTY, attribute, content, html, joined
from treatydiff.writers.html.facts import clause_facts
from treatydiff.writers.html.notes import notes_html
from treatydiff.writers.html.phrases import capital, excerpt, listed
from treatydiff.writers.html.reading import KINDS, is_punctuation_only, kinds, mark_words, reads_the_same
from treatydiff.writers.html.wording import Pointer, new_wordings, old_wordings
from treatydiff.writers.pieces import only_moved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from treatydiff.model import Change, Clause
    from treatydiff.text.units import Unit
    from treatydiff.writers.html.context import Context
    from treatydiff.writers.html.sheet import Group, Row

_SAME = html("row same")


def row_html(row: Row, group: Group, context: Context) -> Markup:
    """Write a row of the page."""
    if row.origin:
        return _origin_html(row.change, row.origin, context)
    change = row.change
    fragment = context.of(change)
    clause = (change.link.new or change.link.old)[0]
    label = attribute(clause.label if change.link.new else f"earlier {clause.label}")
    return html(
        '<div class="{classes}" id="{fragment}" role="group" aria-label="{label}"{facts}>'
        '<div class="gut">{gutter}{link}</div><div class="old">{old}</div><div class="new">{new}</div>{notes}</div>',
        classes=_classes(change),
        fragment=fragment,
        label=label,
        facts=clause_facts(change),
        gutter=joined(_gutter(change, group, context)),
        link=self_link(fragment, label),
        old=joined(_old_paragraphs(change, context)),
        new=joined(_new_paragraphs(change, context)),
        notes=notes_html(change, context),
    )


def self_link(fragment: Markup, label: Markup) -> Markup:
    """Write the permanent link of something."""
    return html('<a class="self" href="#{fragment}" aria-label="Link to {label}">¶</a>', fragment=fragment, label=label)


def _classes(change: Change) -> str:
    if reads_the_same(change):
        return _SAME
    found = ["row changed", *(f"is-{kind}" for kind in kinds(change))]
    if change.is_editorial or change.follows or is_punctuation_only(change):
        found.append("quiet")
    return " ".join(found)


def _gutter(change: Change, group: Group, context: Context) -> Iterator[Markup]:
    link = change.link
    clause = (link.new or link.old)[0]
    if depth(clause):
        yield html("<span>{label}</span>", label=content(capital(context.short_label(clause, new=bool(link.new)))))
    names = _names(change, group)
    if names:
        yield html("<b>{names}</b>", names=capital(", ".join(names).lower()))
    if link.kind in {"split", "merged", "regrouped"}:
        before = listed(context.short_label(clause, new=False) for clause in link.old)
        after = listed(context.short_label(clause, new=True) for clause in link.new)
        yield html("<span>{before} became {after}</span>", before=content(before), after=content(after))
    elif link.moved and link.old:
        yield html('<a href="#{to}">from {label}</a>', to=context.old(link.old[0]), label=content(link.old[0].label))
    elif link.renumbered and link.old:
        yield html('<span class="was">was {label}</span>', label=content(_was(link.old[0], group, context)))
    for words in mark_words(change):
        yield html("<span>{words}</span>", words=content(words))


def _names(change: Change, group: Group) -> list[str]:
    """Name what happened to the clause, without what happened to its whole article."""
    left_out = {"renumbered", "marks", group.state if group.state in {"inserted", "deleted"} else ""}
    names = [KINDS[kind] for kind in kinds(change) if kind not in left_out]
    if change.link.kind == "edited" and not change.follows:
        names[0] = _editing(change)
    return names


def _editing(change: Change) -> str:
    ops = {part.op for part in change.redline if part.op != "equal" and part.text.strip()}
    if is_punctuation_only(change):
        return "Punctuation" if ops else "Spacing"
    if change.is_editorial:
        return "Spelling"
    if only_moved(change):
        return "Words moved"
    if "delete" not in ops:
        return "Words added"
    return KINDS["edited"] if "insert" in ops else "Words deleted"


def _was(clause: Clause, group: Group, context: Context) -> str:
    unit: Unit = context.sheet.old_units[clause.id]
    stays = group.old is not None and group.old.id == unit.id
    return context.short_label(clause, new=False) if stays else clause.label


def _old_paragraphs(change: Change, context: Context) -> Iterator[Markup]:
    for clause, ink in zip(
        change.link.old, old_wordings(change, _old_pointers(change, context), context.moves(change)), strict=True
    ):
        yield _paragraph(clause, ink, _old_id(change, clause, context), context.old_speech, _own_heading(clause))


def _new_paragraphs(change: Change, context: Context) -> Iterator[Markup]:
    inks = new_wordings(change, _new_pointers(change, context), _old_pointers(change, context), context.moves(change))
    for n, (clause, ink) in enumerate(zip(change.link.new, inks, strict=True)):
        yield _paragraph(clause, ink, context.new(clause) if n else EMPTY, context.new_speech, _heading(clause, change))


def _new_pointers(change: Change, context: Context) -> list[Pointer]:
    """Give the references to the findings that are decided by words of the new draft."""
    if not change.findings:
        return []
    told = enumerate(zip(change.findings, context.notes.get(change.id, ()), strict=True), start=1)
    return [Pointer(finding.new_span[1], n, fragment) for n, (finding, fragment) in told if finding.new_span]


def _old_pointers(change: Change, context: Context) -> list[Pointer]:
    """Give the references to the findings that are decided by words of the old draft alone."""
    if not change.findings:
        return []
    told = enumerate(zip(change.findings, context.notes.get(change.id, ()), strict=True), start=1)
    return [
        Pointer(finding.old_span[1], n, fragment)
        for n, (finding, fragment) in told
        if finding.old_span and not finding.new_span
    ]


def _old_id(change: Change, clause: Clause, context: Context) -> Markup:
    """Give the old clause's own fragment unless something else on the page bears it."""
    is_taken = clause.id in context.sheet.origins or (not change.link.new and clause is change.link.old[0])
    return EMPTY if is_taken else context.old(clause)


def _paragraph(clause: Clause, ink: Markup, fragment: Markup, speech: Markup, heading: Markup) -> Markup:
    return html(
        "<p{style}{own_id}{speech}>{hanging}{over}{ink}</p>",
        style=_style(depth(clause), is_heading=clause.is_heading),
        own_id=html(' id="{fragment}"', fragment=fragment) if fragment else EMPTY,
        speech=speech,
        hanging=_hanging(number(clause), is_sign=True),
        over=html('<span class="mk over">{heading}\n</span>', heading=heading) if heading else EMPTY,
        ink=ink,
    )


@lru_cache(maxsize=4096)
def _hanging(written: str, *, is_sign: bool) -> Markup:
    """Write a number that hangs beside the words; as a sign it is not of the words of its draft."""
    if not written:
        return EMPTY
    return html('<bdi class="{mk}n">{number} </bdi>', mk="mk " if is_sign else "", number=content(written))


@cache
def _style(steps: int, *, is_heading: bool) -> Markup:
    classes = [*([f"d{steps}"] if steps else ()), *(["hd"] if is_heading else ())]
    return html(' class="{classes}"', classes=" ".join(classes)) if classes else EMPTY


def _own_heading(clause: Clause) -> Markup:
    """Write the heading that stands over the words of the same clause; that of an article stands over the article."""
    heading = clause.provision.heading
    return content(heading) if heading and not clause.is_heading and clause.provision.kind != "article" else EMPTY


def _heading(clause: Clause, change: Change) -> Markup:
    own = _own_heading(clause)
    before = _own_heading(change.link.old[0]) if change.link.heading_changed and change.link.old else EMPTY
    return html("<del>{before}</del> <ins>{own}</ins>", before=before, own=own) if before else own


def _origin_html(change: Change, clause: Clause, context: Context) -> Markup:
    fragment, label = context.old(clause), attribute(f"earlier {clause.label}")
    after = change.link.new[0]
    return html(
        '<div class="row origin" id="{fragment}" role="group" aria-label="{label}"><div class="gut"><b>Moved away</b>'
        '{link}</div><div class="old"><p{speech}>{hanging}{words}</p></div>'
        '<div class="new"><p class="pointer">Now <a href="#{there}">{now}</a></p></div></div>',
        fragment=fragment,
        label=label,
        link=self_link(fragment, label),
        speech=context.old_speech,
        hanging=_hanging(number(clause), is_sign=False),
        words=content(excerpt(clause.words, 90)),
        there=context.new(after),
        now=content(after.label),
    )
