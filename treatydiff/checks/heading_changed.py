"""Headings that changed over words that stayed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks.check import Check, Fails, Passes, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from treatydiff.checks.subject import Subject
    from treatydiff.model import Change, Provision

ID: Final = "heading-changed"
_UNITS: Final = frozenset({"article", "section", "chapter", "part", "rule"})


def look(subject: Subject) -> Iterator[Seen]:
    """Find the headings that changed while nothing below them did."""
    if subject.comparison is None:
        return
    kinds = {clause.id: change.link.kind for change in subject.comparison.changes for clause in change.link.new}
    for change in subject.comparison.changes:
        was, now = _headings(change)
        if was and now and "".join(was.casefold().split()) != "".join(now.casefold().split()):
            provision = change.link.new[0].provision
            if provision.kind in _UNITS and _stayed(provision, kinds):
                yield Seen(
                    words=now,
                    message=f"the heading was “{was}”; the words below it did not change",
                    mend="confirm the heading",
                    provision=provision,
                    part="heading",
                )


def _headings(change: Change) -> tuple[str, str]:
    if len(change.link.old) != 1 or len(change.link.new) != 1:
        return "", ""
    return change.link.old[0].provision.heading, change.link.new[0].provision.heading


def _stayed(provision: Provision, kinds: Mapping[str, str]) -> bool:
    """Whether all words of a provision and of what stands below it are those of the draft before."""
    return all(kinds.get(one.id, "same") == "same" for one in provision.walk() if one is not provision or provision.words)


_WAS: Final = (
    "Article 1\nHarbours\n\nEach State Party shall light its harbours.\n\nArticle 2\nWrecks\n\nWrecks shall be marked."
)
CHECK: Final = Check(
    ID,
    "TD032",
    "info",
    "Article headings that changed over words that stayed",
    look,
    needs_previous=True,
    fails=(
        Fails(_WAS.replace("Harbours\n", "Lighting of harbours\n"), "Lighting of harbours", 2, previous=_WAS),
        Fails(_WAS.replace("Wrecks\n", "Lost ships\n"), "Lost ships", 7, previous=_WAS),
        Fails(_WAS.replace("Harbours\n", "Ports\n"), "Ports", 2, previous=_WAS),
    ),
    passes=(
        Passes(_WAS, "nothing changed", previous=_WAS),
        Passes(
            _WAS.replace("Wrecks\n", "Lost ships\n").replace("marked", "listed"),
            "the words below changed too",
            previous=_WAS,
        ),
        Passes(_WAS.replace("Harbours\n", "HARBOURS\n"), "capitals are another look of the same heading", previous=_WAS),
    ),
)
