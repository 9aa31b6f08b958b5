"""The links of two drafts as a table, and why one of them is as it is, for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from treatydiff.writers.screen import Screen, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.align.explain import Explanation, Rival, Stage
    from treatydiff.model import Clause, Link
    from treatydiff.writers.writer import Layout

_KIND_COLUMNS: Final = 22
_MARGIN: Final = 10
_SHOWN_RIVALS: Final = 5
_LONGEST_EXCERPT: Final = 160
_STAGES: Final[dict[Stage, str]] = {
    "sight": "The same words stand once in each draft.",
    "score": "Of all candidates this one scored best, for both clauses.",
    "join": "It joined its neighbour: the two together cover the other clause better than one alone.",
    "late": "It was left over, and scored best among what was left over.",
    "list": "A chapeau goes where its list went: most of what stood below one stands below the other.",
    "option": "It was left over: an option says the same in substance as what it is an option for.",
    "holder": "A heading follows its article or chapter: what stands below it went there.",
    "alone": "It is the only one of its kind at the top of either draft.",
    "none": "No candidate was likely enough.",
}


def write_links(links: Iterable[Link], layout: Layout) -> bytes:
    """Write one line for each link: the old clause, the new one, and what happened."""
    screen = Screen(layout)
    column = (screen.width - _KIND_COLUMNS) // 2
    screen.line(Text(f"{'OLD'.ljust(column)}{'NEW'.ljust(column)}LINK", "bold"))
    for link in links:
        for n, (old, new) in enumerate(_rows(link, column)):
            screen.line(f"{old.ljust(column)}{new.ljust(column)}{_what(link) if n == 0 else ''}".rstrip())
    return screen.bytes()


def _rows(link: Link, column: int) -> Iterable[tuple[str, str]]:
    """Give the labels of a link side by side, as many lines as the longer side needs."""
    old, new = ([_cut(printable(clause.label), column - 2) for clause in side] or ["-"] for side in (link.old, link.new))
    count = max(len(old), len(new))
    return zip(_filled(old, count), _filled(new, count), strict=True)


def _filled(labels: list[str], count: int) -> list[str]:
    return labels + [""] * (count - len(labels))


def _cut(label: str, width: int) -> str:
    """Shorten a label in the middle, so that article and point both stay."""
    if len(label) <= width:
        return label
    head = (width - 1) // 2
    return f"{label[:head]}…{label[head + 1 - width :]}"


def _what(link: Link) -> str:
    flags = [name for name, there in (("moved", link.moved), ("renumbered", link.renumbered)) if there]
    likeness = "" if link.kind in {"same", "inserted", "deleted"} else f" {link.similarity:.2f}"
    return " ".join([link.kind + likeness, *(["moved"] if link.moved else flags)])


def write_explanation(explanation: Explanation, layout: Layout) -> bytes:
    """Write the link of a clause, how it was found, and the candidates that it was chosen from."""
    screen = Screen(layout)
    clause, link = explanation.clause, explanation.link
    others = link.old if explanation.of_new else link.new
    verb = "comes from" if explanation.of_new else "became"
    said = f"{verb} {_listed(others)}" if others else ("is new" if explanation.of_new else "is gone")
    screen.line(Text.assemble((printable(clause.label), "bold"), f" {printable(said)}: {_what(link)}"))
    screen.line(Text(printable(_excerpt(clause)), "dim"), indent=2)
    screen.line()
    screen.line(_STAGES[explanation.stage])
    if explanation.rivals:
        screen.line()
        screen.line(Text("chance    candidate", "bold"))
    for rival in explanation.rivals[:_SHOWN_RIVALS]:
        _rival(screen, rival, is_partner=rival.clause in others)
    rest = len(explanation.rivals) - _SHOWN_RIVALS
    if rest > 0:
        screen.line(Text(f"{rest:,} less likely ones are left out.", "dim"), indent=_MARGIN)
    return screen.bytes()


def _rival(screen: Screen, rival: Rival, *, is_partner: bool) -> None:
    name = Text(printable(rival.clause.label) + (", linked" if is_partner else ""), "bold" if is_partner else "")
    screen.line(name, indent=_MARGIN, label=f"{rival.chance:.1%}")
    features = ", ".join(
        f"{name} {value:+.2f}" if name in {"parent", "lead"} else f"{name} {value:.2f}"
        for name, value in rival._asdict().items()
        if name not in {"clause", "chance"}
    )
    screen.line(Text(features, "dim"), indent=_MARGIN)
    screen.line(Text(printable(_excerpt(rival.clause)), "dim"), indent=_MARGIN)


def _listed(clauses: Sequence[Clause]) -> str:
    return " and ".join(clause.label for clause in clauses)


def _excerpt(clause: Clause) -> str:
    words = " ".join(clause.words.split())
    return words if len(words) <= _LONGEST_EXCERPT else f"{words[: _LONGEST_EXCERPT - 1]}…"
