"""What a user sets: how grave a rule's findings may be, and words of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatydiff.model.problem import CheckLevel, PolicyKind


Level = Literal["off", "high", "medium", "low", "info"]


class Config(NamedTuple):
    """The settings of one treaty or one user.

    `levels` gives for the id of a rule the gravest severity that its findings may have, or "off". `vocabulary` gives for a
    language (ISO 639-1) what is added to its lexicon, shaped as a lexicon file. `checks` gives for the id of
    a check how grave its problems are, or "off". `policy` are the kinds of
    change that need a note. `path` is the file they come from.
    """

    levels: Mapping[str, Level] = {}
    vocabulary: Mapping[str, Mapping[str, Any]] = {}
    path: str = ""
    checks: Mapping[str, CheckLevel] = {}
    policy: tuple[PolicyKind, ...] = ()
