"""Where every provision of a draft stands, and by what name an instruction calls it."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from treatydiff.model import Place
from treatydiff.text.clauses import labels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from treatydiff.model import Document, Provision

TOP: Final = ""
"""In the place of an id: the draft itself."""
_ORDINALS: Final = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_APART: Final = "\x1f"
_FINGERPRINT_LENGTH: Final = 16
_UNWRITABLE: Final = re.compile("[^\t\n\r\x1c-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold, and is there a replacement character; but the signs by which the fields below are kept apart."""


class Tree(NamedTuple):
    """The provisions of a draft by id, the parent of each (`TOP` for none), their labels, and the ids by label."""

    document: Document
    nodes: Mapping[str, Provision]
    parents: Mapping[str, str]
    labels: Mapping[str, str]
    named: Mapping[str, str]

    def children(self, parent: str) -> Sequence[Provision]:
        """Give the provisions right below one, or those at the top."""
        return self.nodes[parent].children if parent else self.document.provisions

    def place(self, provision: str, *, is_new: bool = False) -> Place:
        """Name a provision by its id; `TOP` is the draft."""
        return Place(provision, self.labels.get(provision, ""), is_new)

    def above(self, provision: str) -> Iterator[str]:
        """Yield the ids of what holds a provision, from its parent up."""
        while provision := self.parents[provision]:
            yield provision


def tree(document: Document) -> Tree:
    """Index a draft. A label that several provisions would have says which of them is meant."""
    parents: dict[str, str] = {}
    _hang(parents, document.provisions, TOP)
    found = labels(document)
    plain = {provision.id: label for provision, label in found}
    names: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for provision, label in found:
        name = label or provision.kind or "provision"
        if parents[provision.id] and plain[parents[provision.id]] == label and label:
            name = f"{label}, unnumbered {provision.kind}"
        taken[name] += 1
        names[provision.id] = name if taken[name] == 1 else f"{name} (the {ordinal(taken[name])} so named)"
    nodes = {provision.id: provision for provision in document.walk()}
    return Tree(document, nodes, parents, names, {name: own for own, name in names.items()})


def _hang(parents: dict[str, str], provisions: Sequence[Provision], above: str) -> None:
    for provision in provisions:
        parents[provision.id] = above
        _hang(parents, provision.children, provision.id)


def ordinal(place: int) -> str:
    """Give a place as a word up to the tenth, in digits above ("11th", "22nd")."""
    if place < len(_ORDINALS):
        return _ORDINALS[place]
    ending = "th" if place % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place}{ending}"


def place_of(word: str) -> int:
    """Give the place that an ordinal stands for, 0 when it is none."""
    if word in _ORDINALS[1:]:
        return _ORDINALS.index(word)
    digits = word[:-2]
    return int(digits) if digits.isdecimal() and len(digits) < 10 and ordinal(int(digits)) == word else 0  # noqa: PLR2004


def anonymous(provision: Provision) -> Provision:
    """Give a provision without what only its own file says: ids, lines and pages, its own and those below it."""
    children = tuple(anonymous(child) for child in provision.children)
    return provision._replace(id="", children=children, line=None, page=None)


def fingerprint(document: Document) -> str:
    """Tell a draft by its title and its provisions: 16 hexadecimal digits of SHA-256.

    What counts is what instructions are about: the kinds, numbers, headings and words of the provisions in their order, and
    the marks over them; not ids, pages and the format of the file.
    """
    digest = sha256()
    digest.update(_UNWRITABLE.sub("\ufffd", document.metadata.title).encode())
    _update(digest.update, document.provisions)
    return digest.hexdigest()[:_FINGERPRINT_LENGTH]


def _update(update: Callable[[bytes], None], provisions: Sequence[Provision]) -> None:
    for one in provisions:
        said = (one.kind, one.num, one.heading, one.text, one.closing, repr(one.marks), repr(one.heading_marks))
        update(_UNWRITABLE.sub("\ufffd", f"\x1e{_APART.join(said)}\x1d").encode())
        _update(update, one.children)
        update(b"\x1c")
