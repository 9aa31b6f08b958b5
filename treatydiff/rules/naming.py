"""How provisions and the words that cite them are named in a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.text.numbers import bare

if TYPE_CHECKING:
    from treatydiff.crossrefs.provisions import Node
    from treatydiff.rules.case import Wording
    from treatydiff.text.references import Reference

_NAMED_AT_MOST = 3


def named(nodes: tuple[Node, ...]) -> str:
    """Name provisions in a sentence, the first ones and how many more."""
    names = [name(node) for node in nodes[:_NAMED_AT_MOST]]
    rest = len(nodes) - len(names)
    if rest:
        return f"{', '.join(names)} and {rest} more"
    return " and ".join([*([", ".join(names[:-1])] if names[1:] else []), *names[-1:]])


def name(node: Node) -> str:
    """Name a provision as it is cited."""
    return node.clause.label if node.clause else f"{node.kind} {bare(node.provision.num)}"


def called(nodes: tuple[Node, ...]) -> str:
    """Give the heading of a provision in quotes and parentheses, where it has one."""
    heading = " ".join(nodes[0].provision.heading.split()) if nodes else ""
    return f' ("{heading}")' if heading else ""


def quoted(side: Wording, reference: Reference) -> str:
    """Give a reference as written, on one line."""
    return flat(side.text[slice(*reference.span)])


def flat(words: str) -> str:
    """Give words on one line, a level at their head in lower case."""
    line = " ".join(words.split())
    return line if line[1:2].isupper() else f"{line[:1].lower()}{line[1:]}"


def capital(words: str) -> str:
    """Give words with their first letter as a capital."""
    return f"{words[:1].upper()}{words[1:]}"
