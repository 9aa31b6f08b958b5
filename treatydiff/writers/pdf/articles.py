"""The text of both drafts for a PDF: articles, their clauses side by side, and the findings below each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from treatydiff.writers.hanging import depth, number
from treatydiff.writers.html.notes import axes, axis_words, stands_in_margin
from treatydiff.writers.html.phrases import STROKES, capital, counted, excerpt, listed, name, sentence
from treatydiff.writers.html.reading import KINDS, kinds, mark_words, says_the_same
from treatydiff.writers.pdf.letters import on_paper
from treatydiff.writers.pdf.runs import new_runs, old_runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.model import Change, Clause, Finding
    from treatydiff.writers.html.context import Context
    from treatydiff.writers.html.sheet import Group, Row
    from treatydiff.writers.pdf.runs import Run

_STATES = {"inserted": "New", "deleted": "Deleted", "away": "Moved away"}


def articles(context: Context) -> Iterator[dict[str, Any]]:
    """Yield chapters and articles in the order of the text, clauses that read the same as one line."""
    for group in context.sheet.groups:
        yield {
            "level": len(group.unit.heads) + 1,
            "head": group.unit.is_head,
            "no": on_paper(name(group.unit.provision)),
            "was": _was(group),
            "heading": _heading(group),
            "state": _state(group, context),
            "to": f"u-{context.unit(group.unit, new=group.new is not None)}",
            "change": f"c-{group.header.id}" if group.header else "",
            "notes": list(_notes(group.header)) if group.header else [],
            "rows": list(_rows(group, context)),
        }


def _was(group: Group) -> str:
    before = name(group.old.provision) if group.old and group.new else ""
    return f"was {on_paper(before[:1].lower() + before[1:])}" if before and before != name(group.unit.provision) else ""


def _heading(group: Group) -> list[Run]:
    provision = group.unit.provision
    header = group.header
    if header is None or header.link.kind == "same":
        is_named_so = provision.heading.casefold() == name(provision).casefold()
        return [(on_paper(provision.heading), "")] if provision.heading and not is_named_so else []
    if not header.link.new:
        return [run for runs in old_runs(header) for run in runs]
    went = [(text, look) for runs in old_runs(header) for text, look in runs if "d" in look]
    came = [run for runs in new_runs(header) for run in runs]
    return [*went, (" ", ""), *came] if went else came


def _state(group: Group, context: Context) -> dict[str, str]:
    if group.destination:
        now = name(group.destination.provision)
        return {
            "say": f"Moved: now {on_paper(now[:1].lower() + now[1:])}",
            "to": f"u-{context.unit(group.destination, new=True)}",
        }
    words = [_STATES[group.state]] if group.state in _STATES and not group.unit.is_head else []
    words += ["Moved"] if group.is_moved else []
    return {"say": capital(", ".join(words).lower()), "to": ""}


def _rows(group: Group, context: Context) -> Iterator[dict[str, Any]]:
    for folded, rows in groupby(group.rows, key=lambda row: row.origin is None and says_the_same(row.change)):
        found = list(rows)
        if folded:
            yield {"same": _read_the_same(found)}
        else:
            yield from (_row(row, group, context) for row in found)


def _read_the_same(rows: list[Row]) -> str:
    verb = "reads" if len(rows) == 1 else "read"
    follows = ", but for references that follow a renumbering" if any(row.change.follows for row in rows) else ""
    return f"{counted(len(rows), 'clause')} {verb} the same{follows}"


def _row(row: Row, group: Group, context: Context) -> dict[str, Any]:
    change = row.change
    if row.origin:
        return {
            "gut": ["Moved away"],
            "old": [_paragraph(row.origin, [(on_paper(excerpt(row.origin.words, 90)), "")])],
            "new": [],
            "now": {"say": f"Now {on_paper(change.link.new[0].label)}", "to": f"c-{change.id}"},
            "to": f"o-{row.origin.order}",
        }
    return {
        "gut": [on_paper(words) for words in _gutter(change, group, context)],
        "from": _from(change, context),
        "old": [_paragraph(clause, runs) for clause, runs in zip(change.link.old, old_runs(change), strict=True)],
        "new": [_paragraph(clause, runs) for clause, runs in zip(change.link.new, new_runs(change), strict=True)],
        "joined": _joined(change),
        "notes": list(_notes(change)),
        "to": f"c-{change.id}",
    }


def _joined(change: Change) -> str:
    """Name the side whose clauses one bracket holds together; empty where one clause answers to one."""
    if len(change.link.old) > 1:
        return "old"
    return "new" if len(change.link.new) > 1 else ""


def _from(change: Change, context: Context) -> dict[str, str]:
    """Say from where a clause moved, with the other end of the move where it is shown."""
    if not change.link.moved or not change.link.old:
        return {"say": "", "to": ""}
    origin = change.link.old[0]
    return {
        "say": f"from {on_paper(origin.label)}",
        "to": f"o-{origin.order}" if origin.id in context.sheet.origins else "",
    }


def _gutter(change: Change, group: Group, context: Context) -> Iterator[str]:
    left_out = {"renumbered", "marks", group.state if group.state in {"inserted", "deleted"} else ""}
    names = [KINDS[kind] for kind in kinds(change) if kind not in left_out]
    yield capital(", ".join(names).lower())
    link = change.link
    clause = (link.new or link.old)[0]
    if depth(clause):
        yield capital(context.short_label(clause, new=bool(link.new)))
    if link.kind in {"split", "merged", "regrouped"}:
        before = listed(context.short_label(clause, new=False) for clause in link.old)
        yield f"{before} became {listed(context.short_label(clause, new=True) for clause in link.new)}"
    elif link.renumbered and link.old and not link.moved:
        yield f"was {context.short_label(link.old[0], new=False)}"
    yield from mark_words(change)


def _paragraph(clause: Clause, runs: Iterable[Run]) -> dict[str, Any]:
    own = clause.provision.heading
    over = own if own and not clause.is_heading and clause.provision.kind != "article" else ""
    return {"n": on_paper(number(clause)), "d": depth(clause), "over": on_paper(over), "runs": list(runs)}


def _notes(change: Change) -> Iterator[dict[str, Any]]:
    for finding in change.findings:
        if not stands_in_margin(finding):
            yield {
                "strokes": STROKES[finding.severity],
                "say": on_paper(sentence(finding.message)),
                "rest": on_paper(" · ".join((*_axes(finding), finding.rule, *([finding.actor] if finding.actor else [])))),
            }
    for clause in change.link.new or change.link.old:
        for mark in clause.marks:
            if mark.kind == "footnote" and mark.note:
                yield {"strokes": -1, "say": on_paper(f"{mark.label or '*'} {mark.note}"), "rest": ""}


def _axes(finding: Finding) -> list[str]:
    said = [(axis, value) for axis, value in axes(finding) if value != "context"]
    return [f"{called} {word}" for called, _, word in (axis_words(axis, value) for axis, value in said)]
