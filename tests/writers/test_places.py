from __future__ import annotations

import pytest

from treatydiff.api import compare, read_bytes, render
from treatydiff.model import Provision
from treatydiff.writers.places import named

OLD = "# Accord\n\n## Preamble\n\n*Recalling* the old lamps of the harbour,\n\n## Article 1\n\nLamps are lit.\n"


def test_a_provision_is_headed_by_its_number_and_its_heading() -> None:
    assert named(Provision("", "article", num="Article 5.", heading="Help")) == "Article 5. Help"


def test_a_heading_that_only_says_the_name_again_is_left_out() -> None:
    assert named(Provision("", "preamble", heading="PREAMBLE")) == "Preamble"


@pytest.mark.parametrize("form", ["note", "text", "markdown", "html", "amendments"])
def test_no_report_calls_the_preamble_by_its_name_twice(form: str) -> None:
    old, new = (read_bytes(words.encode(), "draft.md") for words in (OLD, OLD.replace("old lamps", "new lamps")))
    shown = render(compare(old, new), form).decode()
    assert "Preamble. Preamble" not in shown
    assert "Preamble, Preamble" not in shown
