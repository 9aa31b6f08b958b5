"""Amendments as a Word file: the numbered list as a secretariat would circulate it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.amendments.parts import part_of, stretches, written
from treatydiff.amendments.sentences import Quoted, sentence
from treatydiff.model import Place
from treatydiff.text.marks import Marked
from treatydiff.writers.amendments.outline import NO_CHANGE, outline, preface
from treatydiff.writers.word import Paragraph, Run, Sheet, clause_style, enclosed, text, word_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from treatydiff.amendments.places import Tree
    from treatydiff.amendments.sentences import Said
    from treatydiff.model import Amendment, Comparison, PartOfProvision, Provision
    from treatydiff.writers.amendments.outline import Entry, Section
    from treatydiff.writers.word import StyleId
    from treatydiff.writers.writer import Layout

_QUOTED: Final[StyleId] = "Quotation"
_PARTS: Final[tuple[PartOfProvision, ...]] = ("text", "closing")


def write_comparison(comparison: Comparison, layout: Layout) -> bytes:
    """Write the amendments that make the old draft into the new one as a Word file, grouped by article."""
    listed = outline(comparison)
    old = comparison.old.metadata
    title = f"Amendments to {old.title or 'the draft'}"
    content = [text(enclosed(title), "Title"), text(enclosed(preface(comparison)), "Subtitle")]
    if not listed.amendments.made:
        content.append(text("The two drafts are the same: there is nothing to amend."))
    for section in listed.sections:
        content += _section(section, listed.base, itu=layout.itu_labels)
    return word_file(content, Sheet(title, old.language, foot=enclosed(old.title)))


def _section(section: Section, base: Tree, *, itu: bool) -> Iterator[Paragraph]:
    if section.entries or itu:
        yield text(enclosed(section.heading), "Heading2")
    for entry in section.entries:
        yield from _entry(entry, base, itu=itu)
    if itu and not section.entries:
        yield Paragraph((Run(NO_CHANGE, bold=True),))


def _entry(entry: Entry, base: Tree, *, itu: bool) -> Iterator[Paragraph]:
    said, follows = sentence(entry.amendment, base)
    head = (Run(f"{entry.number}. "), *((Run(f"{entry.itu} ", bold=True),) if itu else ()))
    yield Paragraph((*head, *_runs(said)), "Clause", keeps_next=bool(follows))
    for provision in follows:
        yield from _quoted(entry.amendment, provision)


def _runs(said: Said) -> Iterator[Run]:
    """Give the runs of a sentence; what it quotes is in italics between its quotation marks."""
    is_first = True
    for one in said:
        if isinstance(one, Quoted):
            yield from (Run("“"), Run(enclosed(one.words), italic=True), Run("”"))
        else:
            words = enclosed(one.label) if isinstance(one, Place) else one
            yield Run(f"{words[:1].upper()}{words[1:]}" if is_first else words)
        is_first = False


def _quoted(amendment: Amendment, provision: Provision) -> Iterable[Paragraph]:
    if amendment.kind == "insert":
        return _provision(provision, 1)
    bodies = [_body(provision, part) for part in _PARTS]
    return [Paragraph(runs, _QUOTED) for runs in bodies if runs]


def _provision(provision: Provision, depth: int) -> Iterator[Paragraph]:
    """Give a provision with what stands below it, a level further in for each."""
    style = clause_style(depth)
    head = (Run(f"{provision.num} ", bold=bool(provision.heading)),) if provision.num else ()
    if provision.heading:
        heading = Run(written(Marked(provision.heading, provision.heading_marks)), bold=True)
        yield Paragraph((*head, heading), style, keeps_next=True)
        head = ()
    if runs := (*head, *_body(provision, "text")):
        yield Paragraph(runs, style)
    for child in provision.children:
        yield from _provision(child, depth + 1)
    if provision.closing:
        yield Paragraph(_body(provision, "closing"), style)


def _body(provision: Provision, part: PartOfProvision) -> tuple[Run, ...]:
    """Give a part of a provision, what is set off in italics."""
    found = part_of(provision, part) or Marked(provision.closing if part == "closing" else provision.text, ())
    return tuple(Run(one.text, italic=one.is_set_off) for one in stretches(found) if one.text)
