"""The rulebook: all rules as a table, one rule with its examples, and the whole as a page of documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from treatydiff.writers.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import Example, Finding, RuleEntry
    from treatydiff.writers.writer import Layout

_ID_COLUMNS: Final = 15
_MARGIN: Final = 2
_LABEL: Final = 10


def write_rules(entries: Sequence[RuleEntry], layout: Layout) -> bytes:
    """Write one line for each rule: its id and what it looks for."""
    screen = Screen(layout)
    for entry in entries:
        screen.line(f"{entry.summary} ({entry.category})", indent=_ID_COLUMNS, label=entry.id, label_style="bold")
    return screen.bytes()


def write_rule(entry: RuleEntry, layout: Layout) -> bytes:
    """Write one rule with its examples: first where it fires and what it says, then where it stays silent and why."""
    screen = Screen(layout)
    screen.line(Text.assemble((entry.id, "bold"), f": {entry.summary}"))
    screen.line(Text(f"{entry.category}, {entry.category_name}", "dim"))
    fires = [example for example in entry.examples if example.finding]
    silent = [example for example in entry.examples if not example.finding]
    for heading, examples in (("It fires on", fires), ("It stays silent on", silent)):
        screen.line()
        screen.line(Text(heading, "bold"))
        for example in examples:
            screen.line()
            _example(screen, example)
    return screen.bytes()


def _example(screen: Screen, example: Example) -> None:
    for label, text in _around(example):
        screen.line(Text(text, "dim"), indent=_MARGIN + _LABEL, label=f"{' ' * _MARGIN}{label}")
    for label, text in (("before", example.old), ("after", example.new)):
        screen.line(text or "(no such clause)", indent=_MARGIN + _LABEL, label=f"{' ' * _MARGIN}{label}")
    finding = example.finding
    said = f"{finding.severity}: {finding.message} ({_axes(finding)})" if finding else f"silent: {example.why}"
    screen.line(Text(said, "bold" if finding else ""), indent=_MARGIN + _LABEL)


def _around(example: Example) -> Iterator[tuple[str, str]]:
    if example.chapeau:
        yield "under", example.chapeau
    if example.articles:
        yield "where", _renumbering(example)


def _renumbering(example: Example) -> str:
    """Say what the other articles of an example became, those that kept their number left out."""
    said = [
        f"article {new} is new" if not old else f"article {old} was deleted" if not new else f"article {old} became {new}"
        for old, new in example.articles
        if old != new
    ]
    return ", ".join(said) or "no article changed its number"


def _axes(finding: Finding) -> str:
    return f"bindingness {finding.bindingness}, rights {finding.rights}, scope {finding.scope}"


def write_handbook(entries: Sequence[RuleEntry]) -> str:
    """Write all rules with their examples as Markdown, for the documentation."""
    parts = [_OPENING]
    parts += [
        f"| [`{entry.id}`](#{entry.id}) | {entry.category} {entry.category_name} | {entry.summary} |" for entry in entries
    ]
    parts += [line for entry in entries for line in _section(entry)]
    return "\n".join(parts) + "\n"


_OPENING: Final = """\
# Rules

What treatydiff says of a change, rule by rule. `treatydiff rules show modality` prints one of them. Every finding has a
severity and three axes that are never summed up: whether the text binds more or less (bindingness), protects people more or
less (rights), reaches further or less far (scope). `context` means that it depends on the view taken.

This page is made from the rules themselves, and each finding on it by judging its example: `treatydiff rules --format
markdown -o docs/rules.md`.

| rule | category | looks for |
|---|---|---|"""


def _section(entry: RuleEntry) -> Iterator[str]:
    yield ""
    yield f"## {entry.id}"
    yield ""
    yield f"{entry.summary}. {entry.category}, {entry.category_name.lower()}."
    yield ""
    yield "| before | after | says |"
    yield "|---|---|---|"
    for example in entry.examples:
        if example.finding is not None:
            finding = example.finding
            said = f"**{finding.severity}** {finding.message} ({_axes(finding)})"
            yield f"| {_cell(example, example.old)} | {_cell(example, example.new)} | {_escaped(said)} |"
    yield ""
    yield "Silent on:"
    yield ""
    yield "| before | after | because |"
    yield "|---|---|---|"
    for example in entry.examples:
        if example.finding is None:
            yield f"| {_cell(example, example.old)} | {_cell(example, example.new)} | {_escaped(example.why)} |"


def _cell(example: Example, text: str) -> str:
    around = "; ".join(f"{label} {said}" for label, said in _around(example))
    return _escaped(" ".join(part for part in (f"({around})" if around else "", text or "(no such clause)") if part))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("[", "\\[").replace("]", "\\]").replace("\n", " ")
