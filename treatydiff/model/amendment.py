"""Instructions that make one draft into another."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from treatydiff.model.document import Document, Metadata, Provision

AmendmentKind = Literal["words", "text", "title", "number", "move", "insert", "delete"]
PartOfProvision = Literal["", "heading", "text", "closing", "words"]
Beside = Literal["", "before", "after", "first", "last"]

EVERY: Final = -1
"""As the `nth` of an amendment: wherever the words occur."""


class Place(NamedTuple):
    """A provision as an instruction names it: its id, empty when only the label is known, and its label.

    Labels are those of `treatydiff.amendments.places`, unique in their draft. Every place is one of the old draft, but for
    `is_new`: then it is a provision that another instruction inserts, by its id and label in the new draft. An empty label
    is the draft itself.
    """

    id: str = ""
    label: str = ""
    is_new: bool = False


class Amendment(NamedTuple):
    """One instruction. Every place and every quotation is one of the old draft, whatever the other instructions do.

    `kind` says what is to be done with the provision at `place`:

    - "words": in its `part`, `new` stands for the words `old`. Where there are no old words, it comes `beside` the words
      `anchor`; where there are no new ones, the old go. Words are quoted as they are written, with their marks. `nth` is which
      of several occurrences is meant, counted from 1, 0 where there is one only, `EVERY` for all.
    - "text": its `part` gives way to that of the one provision in `comes`; the part "words" is the text and the closing text.
    - "title": the title of the draft gives way to `new`.
    - "number": it and the siblings in `others` get the `numbers`, in this order, without the words around a number, which stay.
      `written` is the one number with the words around it where they do not stay; `level` the new kind, empty for the old one.
    - "move": it and its `others` come with all that they hold `beside` the `target`, and get numbers as above, or none.
    - "insert": the provisions in `comes` come `beside` the `target`; `kin` are those that they were split from. `place` is what
      other instructions call the first of them, where they put something into it.
    - "delete": it and its `others` go with all that they hold; `kin` are those that they were merged into.

    What comes beside the same target stands there in the order of the instructions.
    """

    kind: AmendmentKind
    place: Place = Place()
    part: PartOfProvision = ""
    old: str = ""
    new: str = ""
    anchor: str = ""
    beside: Beside = ""
    nth: int = 0
    target: Place = Place()
    others: tuple[Place, ...] = ()
    numbers: tuple[str, ...] = ()
    written: str = ""
    level: str = ""
    comes: tuple[Provision, ...] = ()
    kin: tuple[Place, ...] = ()


class Amendments(NamedTuple):
    """The instructions that make the draft `base` into another, in order, and what is said about that other draft.

    `base` is None where the instructions were read from a file that does not carry the draft they were made for;
    `fingerprint` tells it in any case (`treatydiff.amendments.fingerprint`). `ids` are the provisions that have another id in
    the other draft, the old id with the new one.
    """

    made: tuple[Amendment, ...]
    fingerprint: str
    base: Document | None = None
    about: Metadata = Metadata()
    ids: tuple[tuple[str, str], ...] = ()


class Refusal(NamedTuple):
    """An instruction that a draft did not allow: its number in the list, counted from 1, and the reason in a phrase."""

    number: int
    amendment: Amendment
    reason: str


class Amended(NamedTuple):
    """A draft as the instructions leave it, and those that could not be applied to it."""

    document: Document
    refused: tuple[Refusal, ...] = ()
