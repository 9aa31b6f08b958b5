"""Ways to say which clause of one draft became which of another, each given the clauses as treatydiff reads them.

prosediff gets a Markdown file with one clause a paragraph and its paragraphs compared; xmldiff a tree with one element a
provision, its kind as the tag and its words as the text. The passages that prosediff follows from paragraph to paragraph count
as no links, because with them it would do worse: they reach from boilerplate to boilerplate.
"""

from __future__ import annotations

import tempfile
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from tests.quality.known_links import changes
from treatydiff import api
from treatydiff.text.clauses import clauses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from treatydiff.model import Clause, Document, Provision

    Pair = tuple[int, int]
    Changes = list[dict[str, Any]]
    Way = Callable[[Document, Document], Changes]


def by_treatydiff(old: Document, new: Document) -> Changes:
    """Align as `treatydiff compare` does."""
    return changes(api.align(old, new))


def by_difflib(old: Document, new: Document) -> Changes:
    """Take the texts as the lines of two files; what stands at the same place of a replaced stretch is one."""
    here, there = clauses(old), clauses(new)
    matcher = SequenceMatcher(None, [c.words for c in here], [c.words for c in there], autojunk=False)
    stretches = [(range(i, i_end), range(j, j_end)) for _, i, i_end, j, j_end in matcher.get_opcodes()]
    return _paired(here, there, (pair for i, j in stretches for pair in zip(i, j, strict=False)))


def by_numbers(old: Document, new: Document) -> Changes:
    """Take clauses with one id, which says the number of each level, for one."""
    here, there = clauses(old), clauses(new)
    places = {clause.id: n for n, clause in enumerate(there)}
    return _paired(here, there, ((n, places[clause.id]) for n, clause in enumerate(here) if clause.id in places))


def by_prosediff(old: Document, new: Document) -> Changes:
    """Compare paragraph by paragraph; take what it shows side by side, and what it shows as moved."""
    from prosediff import Options, compare_paths

    here, there = clauses(old), clauses(new)
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("old.md", "new.md")]
        for file, side in zip(files, (here, there), strict=True):
            file.write_text("\n\n".join(" ".join(clause.words.split()) or "—" for clause in side) + "\n", encoding="utf-8")
        compared = compare_paths(*files, Options(context=None, max_hidden=None))
    if not compared.files:
        return _paired(here, there, ((n, n) for n in range(len(here))))
    rows = compared.files[0].rows
    return _paired(here, there, _in_place(rows), _elsewhere(rows))


def _in_place(rows: list[Any]) -> Iterator[Pair]:
    yield from ((row.left_no - 1, row.right_no - 1) for row in rows if row.left_no and row.right_no)


def _elsewhere(rows: list[Any]) -> Iterator[Pair]:
    ends = {row.move_pair: row.right_no - 1 for row in rows if row.kind == "moved-in"}
    yield from ((row.left_no - 1, ends[row.move_pair]) for row in rows if row.kind == "moved-out")


def by_xmldiff(old: Document, new: Document) -> Changes:
    """Match the elements of two trees, with the settings that xmldiff has by itself."""
    from xmldiff.diff import Differ

    here, there = clauses(old), clauses(new)
    trees = [_tree(draft, {clause.id: n for n, clause in enumerate(side)}) for draft, side in ((old, here), (new, there))]
    matched = Differ(ignored_attrs=["n"]).match(*trees)
    pairs = ((left.get("n"), right.get("n")) for left, right, _ in matched)
    return _paired(here, there, ((int(i), int(j)) for i, j in pairs if i and j))


def _tree(draft: Document, places: dict[str, int]) -> etree._Element:
    root = etree.Element("draft")
    root.extend(_element(provision, places) for provision in draft.provisions)
    return root


def _element(provision: Provision, places: dict[str, int]) -> etree._Element:
    element = etree.Element(provision.kind)
    element.text = provision.words or provision.heading
    if provision.id in places:
        element.set("n", str(places[provision.id]))
    element.extend(_element(child, places) for child in provision.children)
    return element


def _paired(old: tuple[Clause, ...], new: tuple[Clause, ...], pairs: Iterable[Pair], moved: Iterable[Pair] = ()) -> Changes:
    """Give pairs of clauses by their places as changes, and what is in none of them as deleted or inserted."""
    linked = {**dict.fromkeys(pairs, False), **dict.fromkeys(moved, True)}
    gone, come = set(range(len(old))) - {i for i, _ in linked}, set(range(len(new))) - {j for _, j in linked}
    found = [
        _change([old[i]], [new[j]], "same" if old[i].words == new[j].words else "edited", moved=is_moved)
        for (i, j), is_moved in linked.items()
    ]
    found += [_change([old[i]], [], "deleted", moved=False) for i in sorted(gone)]
    return found + [_change([], [new[j]], "inserted", moved=False) for j in sorted(come)]


def _change(old: Iterable[Clause], new: Iterable[Clause], kind: str, *, moved: bool) -> dict[str, Any]:
    """Give a change as the JSON contract has it, as far as it is scored."""
    ids = {"old": [{"id": clause.id} for clause in old], "new": [{"id": clause.id} for clause in new]}
    return {**ids, "kind": kind, "moved": moved}


def ways() -> dict[str, Way]:
    """Give the ways by name: those that need nothing, then the peers that are installed."""
    peers = {"prosediff": by_prosediff, "xmldiff": by_xmldiff}
    installed = {name: way for name, way in peers.items() if find_spec(name)}
    return {"treatydiff": by_treatydiff, "difflib": by_difflib, "equal numbers": by_numbers, **installed}
