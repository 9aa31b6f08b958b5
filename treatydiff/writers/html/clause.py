"""One clause on the page: its place in the margin, the two wordings, and the findings beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.writers.html.escape import attribute, content
from treatydiff.writers.html.notes import axes, notes_html
from treatydiff.writers.html.phrases import capital, excerpt, listed
from treatydiff.writers.html.reading import KINDS, follows_renumbering, is_punctuation_only, kinds, mark_changes, reads_the_same
from treatydiff.writers.html.wording import Pointer, new_wordings, old_wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatydiff.model import Change, Clause
    from treatydiff.writers.html.context import Context
    from treatydiff.writers.html.sheet import Group, Row
    from treatydiff.writers.html.units import Unit

_DEEPEST = 4


def row_html(row: Row, group: Group, context: Context) -> str:
    """Write a row of the page."""
    if row.origin:
        return _origin_html(row.change, row.origin, context)
    change = row.change
    fragment = attribute(context.of(change))
    clause = (change.link.new or change.link.old)[0]
    label = attribute(clause.label if change.link.new else f"earlier {clause.label}")
    return (
        f'<div class="{_classes(change, context)}" id="{fragment}" role="group" aria-label="{label}"{facts(change, context)}>'
        f'<div class="gut">{"".join(_gutter(change, group, context))}{self_link(fragment, label)}</div>'
        f"{_wordings(change, context)}{notes_html(change, context)}</div>"
    )


def self_link(fragment: str, label: str) -> str:
    """Write the permanent link of something; both arguments are ready for attributes."""
    return f'<a class="self" href="#{fragment}" aria-label="Link to {label}">¶</a>'


def _classes(change: Change, context: Context) -> str:
    if reads_the_same(change):
        return "row same"
    found = ["row changed", *(f"is-{kind}" for kind in kinds(change))]
    if is_punctuation_only(change) or follows_renumbering(change, context.sheet.renumbered):
        found.append("quiet")
    return " ".join(found)


def facts(change: Change, context: Context) -> str:
    """Write what the filters ask for."""
    findings = change.findings
    told = {
        "k": kinds(change),
        "s": dict.fromkeys(finding.severity for finding in findings),
        "r": dict.fromkeys(finding.rule for finding in findings),
        "x": dict.fromkeys(f"{axis}-{value}" for finding in findings for axis, value in axes(finding)),
        "a": dict.fromkeys(context.actors[finding.actor] for finding in findings if finding.actor),
    }
    return "".join(f' data-{name}="{attribute(" ".join(values))}"' for name, values in told.items() if values)


def _gutter(change: Change, group: Group, context: Context) -> Iterator[str]:
    link = change.link
    whole = group.state if group.state in {"inserted", "deleted"} else ""
    told = [kind for kind in kinds(change) if kind not in {"renumbered", whole}]
    names = [KINDS[kind] for kind in told if kind != "marks"]
    if link.kind == "edited":
        names[0] = _editing(change, context)
    clause = (link.new or link.old)[0]
    if _depth(clause):
        yield f"<span>{content(capital(context.short_label(clause, new=bool(link.new))))}</span>"
    if names:
        yield f"<b>{capital(', '.join(name.lower() for name in names))}</b>"
    if link.kind in {"split", "merged", "regrouped"}:
        before = listed(context.short_label(clause, new=False) for clause in link.old)
        after = listed(context.short_label(clause, new=True) for clause in link.new)
        yield f"<span>{content(before)} became {content(after)}</span>"
    elif link.moved and link.old:
        yield f'<a href="#{attribute(context.old(link.old[0]))}">from {content(link.old[0].label)}</a>'
    elif link.renumbered and link.old:
        yield f'<span class="was">was {content(_was(link.old[0], group, context))}</span>'
    yield from (f"<span>{content(words)}</span>" for words in _mark_words(change))


def _editing(change: Change, context: Context) -> str:
    if follows_renumbering(change, context.sheet.renumbered):
        return "Reference follows"
    ops = {part.op for part in change.redline if part.text.strip()}
    if is_punctuation_only(change):
        return "Punctuation"
    if "delete" not in ops:
        return "Words added"
    return KINDS["edited"] if "insert" in ops else "Words deleted"


def _was(clause: Clause, group: Group, context: Context) -> str:
    unit: Unit = context.sheet.old_units[clause.id]
    stays = group.old is not None and group.old.id == unit.id
    return context.short_label(clause, new=False) if stays else clause.label


def _mark_words(change: Change) -> Iterator[str]:
    counts: dict[tuple[str, str], int] = {}
    for mark in mark_changes(change):
        counts[mark.kind, mark.op] = counts.get((mark.kind, mark.op), 0) + 1
    for (kind, op), count in counts.items():
        yield f"{kind} {op}" if count == 1 else f"{count} {kind}{'es' if kind == 'status' else 's'} {op}"


def _wordings(change: Change, context: Context) -> str:
    pointers = [
        (n + 1, fragment, finding)
        for n, (finding, fragment) in enumerate(zip(change.findings, context.notes.get(change.id, ()), strict=True))
    ]
    in_new = [Pointer(f.new_span[1], n, fragment) for n, fragment, f in pointers if f.new_span]
    in_old = [Pointer(f.old_span[1], n, fragment) for n, fragment, f in pointers if f.old_span and not f.new_span]
    old = [
        _paragraph(clause, _id(_old_id(change, clause, context)) + context.old_speech, _own_heading(clause), ink)
        for clause, ink in zip(change.link.old, old_wordings(change, in_old), strict=True)
    ]
    new = [
        _paragraph(clause, _id(context.new(clause) if n else "") + context.new_speech, _heading(clause, change), ink)
        for n, (clause, ink) in enumerate(zip(change.link.new, new_wordings(change, in_new, in_old), strict=True))
    ]
    return f'<div class="old">{"".join(old)}</div><div class="new">{"".join(new)}</div>'


def _id(fragment: str) -> str:
    return f' id="{attribute(fragment)}"' if fragment else ""


def _old_id(change: Change, clause: Clause, context: Context) -> str:
    """Give the old clause's own fragment unless something else on the page bears it."""
    is_taken = clause.id in context.sheet.origins or (not change.link.new and clause is change.link.old[0])
    return "" if is_taken else context.old(clause)


def _paragraph(clause: Clause, attributes: str, heading: str, ink: str) -> str:
    depth = _depth(clause)
    classes = [*([f"d{depth}"] if depth else ()), *(["hd"] if clause.is_heading else ())]
    style = f' class="{" ".join(classes)}"' if classes else ""
    number = _number(clause)
    hanging = f'<bdi class="mk n">{content(number)} </bdi>' if number else ""
    over = f'<span class="mk over">{heading}\n</span>' if heading else ""
    return f"<p{style}{attributes}>{hanging}{over}{ink}</p>"


def _own_heading(clause: Clause) -> str:
    """Write the heading that stands over the words of the same clause; that of an article stands over the article."""
    return "" if clause.is_heading or clause.provision.kind == "article" else content(clause.provision.heading)


def _heading(clause: Clause, change: Change) -> str:
    own = _own_heading(clause)
    before = _own_heading(change.link.old[0]) if change.link.heading_changed and change.link.old else ""
    return f"<del>{before}</del> <ins>{own}</ins>" if before else own


def _depth(clause: Clause) -> int:
    """Give the steps of indentation: one for each numbered or worded level above it and below its article."""
    steps = 0
    for ancestor in reversed(clause.ancestors):
        if ancestor.kind in {"article", "section", "chapter", "part", "annex", "preamble", "title", "schedule"}:
            break
        steps += bool(ancestor.num or ancestor.text)
    return min(steps, _DEEPEST)


def _number(clause: Clause) -> str:
    """Give the number that hangs beside the words, with those of levels above that have no words to hang beside."""
    if clause.provision.kind == "article":
        return ""
    found = [clause.provision.num]
    node = clause.provision
    for ancestor in reversed(clause.ancestors):
        is_first = ancestor.children[:1] == (node,)
        if ancestor.words or ancestor.heading or not is_first or ancestor.kind in {"article", "section", "chapter", "part"}:
            break
        found.append(ancestor.num)
        node = ancestor
    return " ".join(num for num in reversed(found) if num)


def _origin_html(change: Change, clause: Clause, context: Context) -> str:
    fragment, label = attribute(context.old(clause)), attribute(f"earlier {clause.label}")
    after = change.link.new[0]
    number = _number(clause)
    hanging = f'<bdi class="n">{content(number)} </bdi>' if number else ""
    there = f'<a href="#{attribute(context.new(after))}">{content(after.label)}</a>'
    return (
        f'<div class="row origin" id="{fragment}" role="group" aria-label="{label}"><div class="gut"><b>Moved away</b>'
        f'{self_link(fragment, label)}</div><div class="old"><p{context.old_speech}>{hanging}'
        f"{content(excerpt(clause.words, 90))}</p></div>"
        f'<div class="new"><p class="pointer">Now {there}</p></div></div>'
    )
