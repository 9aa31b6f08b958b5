"""Changes built in code: two wordings with their brackets, under one chapeau."""

from __future__ import annotations

from treatydiff.diff import redline
from treatydiff.model import Change, Clause, Link, Provision
from treatydiff.text.marks import extract


def change(old: str, new: str, *, chapeau: str = "", kind: str = "paragraph") -> Change:
    before, after = clause(old, chapeau=chapeau, kind=kind), clause(new, chapeau=chapeau, kind=kind)
    same = before.words == after.words
    link = Link("same" if same else "edited", (before,), (after,), similarity=1.0 if same else 0.5)
    return Change("c1", link, redline(before.words, after.words))


def clause(raw: str, *, chapeau: str = "", kind: str = "paragraph") -> Clause:
    marked = extract(raw)
    parent = Provision("parent", "paragraph", text=chapeau)
    provision = Provision("own", kind, text=marked.words, marks=marked.marks)
    return Clause(provision, (parent,) if chapeau else (), "paragraph 1", 0, ("1",))
