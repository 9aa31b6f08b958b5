"""Drafts of examples as subjects of the checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.checking import example_subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from treatydiff.checks import Fails, Passes, Subject


@pytest.fixture(scope="session")
def subject_of() -> Callable[[Fails | Passes], Subject]:
    return example_subject
