from __future__ import annotations

import pytest

from treatydiff.model import ReadWarning


@pytest.mark.parametrize(
    ("line", "page", "where"), [(None, None, ""), (12, None, "line 12"), (None, 3, "page 3"), (12, 3, "page 3, line 12")]
)
def test_a_warning_says_where(line: int | None, page: int | None, where: str) -> None:
    assert ReadWarning("bracket", "A bracket never closes", line, page).where == where
