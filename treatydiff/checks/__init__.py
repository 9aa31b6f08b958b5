"""What is wrong in a draft: one check per file, in the order of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from treatydiff.checks import (
    actor_change,
    agreed_text_changed,
    and_or,
    article_sequence,
    attribution_format,
    bracket_count,
    chapeau_operator,
    dangling_reference,
    defined_unused,
    duplicate_provision,
    encoding,
    external_reference,
    flush_text,
    glued_words,
    heading_changed,
    language_parity,
    list_conjunction,
    lost_en_dash,
    marks_in_text,
    may_not,
    metadata_missing,
    mixed_terms,
    modality_change,
    number_change,
    operator_missing,
    paragraph_sequence,
    preamble_only,
    qualifier_new,
    range_swallow,
    safeguard_lost,
    sentence_length,
    stale_reference,
    unbalanced_brackets,
    undefined_term,
    vanished_provision,
    will_or_must,
)
from treatydiff.checks.check import Check, Fails, Look, Passes, Seen
from treatydiff.checks.places import Places, in_order
from treatydiff.checks.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from treatydiff.model import CheckLevel, Gravity, Problem

__all__ = ["CHECKS", "Check", "Fails", "Look", "Passes", "Seen", "Subject", "check"]

CHECKS: Final[tuple[Check, ...]] = (
    metadata_missing.CHECK,
    encoding.CHECK,
    article_sequence.CHECK,
    paragraph_sequence.CHECK,
    unbalanced_brackets.CHECK,
    dangling_reference.CHECK,
    stale_reference.CHECK,
    range_swallow.CHECK,
    duplicate_provision.CHECK,
    vanished_provision.CHECK,
    agreed_text_changed.CHECK,
    lost_en_dash.CHECK,
    glued_words.CHECK,
    flush_text.CHECK,
    chapeau_operator.CHECK,
    operator_missing.CHECK,
    will_or_must.CHECK,
    may_not.CHECK,
    and_or.CHECK,
    list_conjunction.CHECK,
    undefined_term.CHECK,
    defined_unused.CHECK,
    mixed_terms.CHECK,
    qualifier_new.CHECK,
    modality_change.CHECK,
    number_change.CHECK,
    safeguard_lost.CHECK,
    actor_change.CHECK,
    external_reference.CHECK,
    attribution_format.CHECK,
    marks_in_text.CHECK,
    heading_changed.CHECK,
    preamble_only.CHECK,
    sentence_length.CHECK,
    bracket_count.CHECK,
    language_parity.CHECK,
)


def check(subject: Subject, levels: Mapping[str, CheckLevel] | None = None) -> tuple[Problem, ...]:
    """Give everything that is wrong with a draft, in the order of the file.

    `levels` sets how grave the problems of a check are, by its id, or that it is "off".
    """
    places = Places(subject)
    found = []
    for one in CHECKS:
        level = (levels or {}).get(one.id)
        if level == "off" or not is_asked(one, subject):
            continue
        for seen in one.look(subject):
            gravity: Gravity = level or seen.gravity or one.gravity
            found.append(places.problem(seen, one, gravity))
    return in_order(found)


def is_asked(one: Check, subject: Subject) -> bool:
    """Whether what a check needs is known."""
    return not (one.needs_previous and subject.comparison is None) and not (one.needs_versions and not subject.versions)
