"""How a note names drafts, articles and the clauses in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from treatydiff.text.numbers import bare
from treatydiff.writers.html.phrases import capital, file_name, listed, name, readable_date
from treatydiff.writers.places import heading_beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from treatydiff.model import Change, Clause, Comparison, Metadata, Provision
    from treatydiff.text.units import Unit
    from treatydiff.writers.html.sheet import Group

_EXCERPT: Final = 220
_STRAIGHT: Final = re.compile('"([^"]*)"')
_COUNTED: Final = r"(?: \d+\b)?"
"""What a label counts among others of a kind that have no number: "preface 2"."""
_MARKS_INSIDE: Final = str.maketrans("“”", "‘’")
WHOLE: Final = "the text"
"""What the only clause of an article is called."""


def drafts(comparison: Comparison) -> tuple[str, str]:
    """Name both drafts: by their titles, and by symbol and date; where they share a title, by the file if nothing else."""
    old, new = comparison.old.metadata, comparison.new.metadata
    if old.title != new.title or not old.title:
        return _named(old), _named(new)
    return f"the earlier draft of “{old.title}” ({_told_by(old)})", f"the later one ({_told_by(new)})"


def _named(data: Metadata) -> str:
    facts = _facts(data)
    if not data.title:
        return facts or file_name(data) or "an untitled draft"
    return f"“{data.title}”{f' ({facts})' if facts else ''}"


def _facts(data: Metadata) -> str:
    return ", ".join(part for part in (data.symbol, readable_date(data.date)) if part)


def _told_by(data: Metadata) -> str:
    return _facts(data) or file_name(data)


def article(group: Group) -> str:
    """Give an article as a heading, with the number that it had where that was another."""
    provision = group.unit.provision
    was = bare(group.old.provision.num) if group.old and group.new else ""
    formerly = f" (formerly {was})" if was and was != bare(provision.num) else ""
    gone = " of the earlier draft" if group.new is None else ""
    heading = heading_beside(provision, name(provision))
    return f"{name(provision)}{formerly}{gone}{f'. {heading}' if heading else ''}"


def headed(provision: Provision) -> str:
    """Give a provision with its heading: "Chapter I. General provisions"."""
    heading = heading_beside(provision, name(provision))
    return f"{name(provision)}. {heading}" if heading else name(provision)


def in_article(clause: Clause, unit: Unit) -> str:
    """Name a clause inside its article: "paragraph 1 (b)", "the heading", "the opening words"."""
    if clause.is_heading and clause.id == unit.id:
        return "the heading"
    provision = unit.provision
    own = bare(provision.num)
    place = re.sub(rf"^{provision.kind}{f' {re.escape(own)}' if own else _COUNTED}", "", clause.label)
    if place == clause.label:
        return place
    if place.startswith(" ("):
        return f"subparagraph{place}"
    return place.removeprefix(", ") or ("the opening words" if clause.provision.children else WHOLE)


def quoted(words: str) -> str:
    """Give words in quotation marks, cut after about 220 characters."""
    line = _STRAIGHT.sub("‘\\1’", " ".join(words.split()).translate(_MARKS_INSIDE)).removesuffix(" and").rstrip(" ;,.:")
    if len(line) > _EXCERPT:
        cut = line[:_EXCERPT]
        line = f"{cut[: cut.rfind(' ')] if ' ' in cut[_EXCERPT // 2 :] else cut} …"
    return f"“{line}”"


def many(places: Sequence[str]) -> str:
    """Join places of one level under its noun: "paragraphs 2, 3 and 4"; as they are where they are of several."""
    noun = places[0].partition(" ")[0]
    if len(places) > 1 and all(place.startswith(f"{noun} ") for place in places):
        return f"{noun}s {listed(place.removeprefix(f'{noun} ') for place in places)}"
    return listed(places)


def articles(units: Iterable[Unit]) -> str:
    """Name articles in one line, runs of numbers as "5 to 8": "articles 1, 2, 5 to 8 and the preamble"."""
    return articles_named(unit.provision for unit in units)


def articles_named(provisions: Iterable[Provision]) -> str:
    """Name articles by their provisions, as `articles` does."""
    numbers: list[str] = []
    others: list[str] = []
    for provision in provisions:
        own = bare(provision.num)
        (numbers if provision.kind == "article" and own else others).append(own or name(provision).lower())
    runs = list(_runs(numbers))
    named = [f"article{'s' if len(numbers) > 1 else ''} {runs[0]}", *runs[1:]] if runs else []
    return listed([*named, *(f"the {each}" for each in others)])


def _runs(numbers: Iterable[str]) -> Iterable[str]:
    """Join three numbers or more that follow each other."""
    run: list[str] = []
    for number in [*numbers, ""]:
        if run and not (number.isdigit() and run[-1].isdigit() and int(number) == int(run[-1]) + 1):
            yield from [f"{run[0]} to {run[-1]}"] if len(run) > 2 else run  # noqa: PLR2004 (two are listed)
            run = []
        run.append(number)


def formerly(change: Change, group: Group, old_units: dict[str, Unit]) -> str:
    """Say what a clause was called where that was not the same inside its article: "formerly paragraph 2"; empty otherwise."""
    link = change.link
    if not link.old or not link.new or len(link.old) > 1:
        return ""
    unit = old_units[link.old[0].id]
    is_here = group.old is not None and unit.id == group.old.id
    was = in_article(link.old[0], unit) if is_here else link.old[0].label
    if link.moved and was != WHOLE and not (is_here and link.new[0].id == group.unit.id):
        return f"moved from {was}"
    if was == in_article(link.new[0], group.unit):
        return ""
    return f"formerly {'the whole of the article' if was == WHOLE else was}"


def lead(place: str, was: str) -> str:
    """Give the first words of a paragraph on a clause."""
    return capital(f"{place} ({was})" if was else place)
