"""Tracked changes in WordprocessingML: who changed what and when, each with an id of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from treatydiff.writers.word import Run
from treatydiff.writers.word.elements import escaped, paragraph_of, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from treatydiff.writers.word import StyleId

Track = Literal["", "ins", "del", "moveFrom", "moveTo"]
"""How words or a paragraph's end are tracked, as the element is called; empty where they are not."""


_INITIALS: Final = 9
"""Letters that Word has room for."""


class Ends(NamedTuple):
    """What stands at the beginning and at the end of words that moved or that a comment is about."""

    start: str
    end: str


class Tracks:
    """Makes the elements of tracked changes and comments, numbered in the order in which they are made.

    Ids are unique over all of them, since Word takes an id that stands twice for a damaged file. `date` is a full date and
    time of ISO 8601, or empty: then the changes have none.
    """

    def __init__(self, author: str, date: str) -> None:
        at = f' w:date="{escaped(date)}"' if date else ""
        self._who = f'w:author="{escaped(author)}"{at}'
        self._initials = escaped("".join(word[0] for word in author.split())[:_INITIALS])
        self._count = 0
        self.comments: list[str] = []

    def _id(self) -> str:
        self._count += 1
        return f'w:id="{self._count}"'

    def around(self, track: Track, content: str) -> str:
        """Track runs; those that are not tracked are given back."""
        return f"<w:{track} {self._id()} {self._who}>{content}</w:{track}>" if track else content

    def end(self, track: Track, was: StyleId | None) -> str:
        """Give the properties that say how the end of a paragraph is tracked, and which style it had, if it had another."""
        mark = f"<w:rPr><w:{track} {self._id()} {self._who}/></w:rPr>" if track else ""
        if not was:
            return mark
        return f'{mark}<w:pPrChange {self._id()} {self._who}><w:pPr><w:pStyle w:val="{was}"/></w:pPr></w:pPrChange>'

    def move(self, track: Track, name: str) -> Ends:
        """Give what stands around words that moved; both places of a move have one name."""
        id_ = self._id()
        return Ends(f'<w:{track}RangeStart {id_} {self._who} w:name="{name}"/>', f"<w:{track}RangeEnd {id_}/>")

    def comment(self, lines: Sequence[str], track: Track) -> Ends:
        """Keep a comment, its first line bold, and give what stands around its words, which are tracked so.

        The sign of the comment behind the words goes and comes with them.
        """
        id_ = self._id()
        said = run(Run(lines[0], bold=True)) + run(Run("".join(f"\n{line}" for line in lines[1:])))
        paragraph = paragraph_of("CommentText", said)
        self.comments.append(f'<w:comment {id_} {self._who} w:initials="{self._initials}">{paragraph}</w:comment>')
        sign = f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference {id_}/></w:r>'
        return Ends(f"<w:commentRangeStart {id_}/>", f"<w:commentRangeEnd {id_}/>{self.around(track, sign)}")
