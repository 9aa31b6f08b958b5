"""The checks to look up: all of them as a table, one with its examples, and the whole as a page of documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from treatydiff.writers.screen import Screen, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from treatydiff.model import CheckEntry, CheckExample
    from treatydiff.writers.writer import Layout

_ID_COLUMNS: Final = 21
_MARGIN: Final = 4


def write_checks(entries: Sequence[CheckEntry], layout: Layout) -> bytes:
    """Write one line for each check: its id, what it looks for, and how grave that is."""
    screen = Screen(layout)
    for entry in entries:
        needs = ", needs the draft before" if entry.needs_previous else ""
        said = f"{entry.summary} ({entry.gravity}{needs})"
        screen.line(said, indent=_ID_COLUMNS, label=entry.id, label_style="bold")
    return screen.bytes()


def write_check(entry: CheckEntry, layout: Layout) -> bytes:
    """Write one check with its examples: first what it sees in them, then those in which all is well, and why."""
    screen = Screen(layout)
    screen.line(Text.assemble((entry.id, "bold"), f": {entry.summary}"))
    screen.line(Text(f"{entry.code}, {entry.gravity}{', needs the draft before' if entry.needs_previous else ''}", "dim"))
    for heading, examples in (("It speaks of", _told(entry)), ("It is silent on", _silent(entry))):
        screen.line()
        screen.line(Text(heading, "bold"))
        for example in examples:
            screen.line()
            for line in _lines(example.draft):
                screen.line(line, indent=_MARGIN)
            screen.line(Text(_said(example), "bold" if example.found else ""), indent=_MARGIN)
    return screen.bytes()


def _told(entry: CheckEntry) -> list[CheckExample]:
    return [example for example in entry.examples if example.found]


def _silent(entry: CheckEntry) -> list[CheckExample]:
    return [example for example in entry.examples if not example.found]


def _lines(draft: str) -> list[str]:
    return [printable(line.replace("\r", "\N{SYMBOL FOR CARRIAGE RETURN}")) for line in draft.split("\n") if line.strip()]


def _said(example: CheckExample) -> str:
    if example.found is None:
        return f"silent: {example.why}"
    line, _, message = example.found
    return f"line {line}: {message}" if line is not None else message


def write_handbook(entries: Sequence[CheckEntry]) -> str:
    """Write all checks with their examples as Markdown, for the documentation."""
    parts = [_OPENING]
    parts += [
        f"| [`{entry.id}`](#{entry.id}) | {entry.code} | {entry.gravity} "
        f"| {'yes' if entry.needs_previous else ''} | {entry.summary} |"
        for entry in entries
    ]
    parts += [line for entry in entries for line in _section(entry)]
    return "\n".join(parts) + "\n"


_OPENING: Final = """\
# Checks

What `treatydiff check` looks for in a draft before it is circulated. `treatydiff checks show article-sequence` prints one of
them. An error fails the run, a warning asks for a look, an info goes to the report. Levels are set by the id of a check, in
`treaty.toml` under `[checks]` or in `pyproject.toml` under `[tool.treatydiff.checks]`: `error`, `warning`, `info` or `off`.

A remark on the line above a clause allows what a check would report there, and in all that stands below the clause; above the
first provision it holds for the whole draft. `treatydiff check --waivers` lists them. The last day is optional.

    <!-- treatydiff: allow and-or: the room wants it (until 2027-01-31) -->

In a Word file the same stands in a comment: `treatydiff: allow and-or: the room wants it`. A waiver that has ended, or that
has nothing to allow any more, is told as `waiver` (TD000).

In a treaty folder, changes of the kinds that `treaty.toml` names are told as `policy` (TD000) until somebody answers for them:

    [policy]
    needs-note = ["duty-weakened", "safeguard-lost", "agreed-text-changed"]

The answers stand in `changes.toml` beside it. `draft` is the id of the draft that brought the change, `clause` how the clause
is cited there, or where it went, in the draft before. An answer that has nothing to answer for is told itself.

    [[change]]
    draft = "revised"
    clause = "art 24(1)"
    reason = "said in article 6 for all powers"

What `--since REVISION` finds is also answered for by the message of a commit since then that changes the draft, on a line of
its own. A commit cannot be changed later: of its notes only those are told that answer for something.

    Treatydiff-note: art 24(1): said in article 6 for all powers

This page is made from the checks themselves, and what each says on it by checking its example: `treatydiff checks --format
markdown -o docs/checks.md`.

| check | number | level | needs the draft before | looks for |
|---|---|---|---|---|"""


def _section(entry: CheckEntry) -> Iterator[str]:
    yield ""
    yield f"## {entry.id}"
    yield ""
    yield f"{entry.summary}. {entry.code}, {entry.gravity}."
    yield ""
    yield "| draft | says |" if not entry.needs_previous else "| draft before | draft | says |"
    yield "|---|---|" if not entry.needs_previous else "|---|---|---|"
    for example in _told(entry):
        yield _row(example, entry)
    yield ""
    yield "Silent on:"
    yield ""
    yield "| draft | because |" if not entry.needs_previous else "| draft before | draft | because |"
    yield "|---|---|" if not entry.needs_previous else "|---|---|---|"
    for example in _silent(entry):
        yield _row(example, entry)


def _row(example: CheckExample, entry: CheckEntry) -> str:
    said = example.why if example.found is None else example.found[2]
    cells = [example.previous, example.draft] if entry.needs_previous else [example.draft]
    return f"| {' | '.join([*map(_cell, cells), _escaped(said)])} |"


def _cell(draft: str) -> str:
    return _escaped(" ¶ ".join(_lines(draft)))


def _escaped(text: str) -> str:
    signs = {"\\": "\\\\", "|": "\\|", "[": "\\[", "]": "\\]", "\n": " ", "<": "&lt;"}
    return "".join(signs.get(c, c) for c in printable(text))
