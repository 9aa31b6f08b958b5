from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.model import Mark
from treatydiff.text.marks import restore
from treatydiff.writers.tracked import changed_by, spelt

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run, WordFile

HELP = "Each Party may help."


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        ([Mark("insertion", 11, 14)], "Each Party {+may+} help."),
        ([Mark("deletion", 11, 14)], "Each Party [-may-] help."),
        ([Mark("deletion", 11, 11, note="shall"), Mark("insertion", 11, 14)], "Each Party [-shall-]{+may+} help."),
        ([Mark("insertion", 11, 14), Mark("deletion", 11, 11, note="shall")], "Each Party [-shall-]{+may+} help."),
        ([Mark("deletion", 11, 11, note="always")], "Each Party [-always-] may help."),
        ([Mark("deletion", 14, 14, note=" well")], "Each Party may[- well-] help."),
        ([Mark("deletion", 20, 20, note="At once.")], "Each Party may help.[-At once.-]"),
        ([Mark("deletion", 11, 11)], HELP),
        ([Mark("emphasis", 11, 14, label="struck through")], "Each Party ~~may~~ help."),
        ([Mark("emphasis", 11, 14, label="bold")], HELP),
        ([Mark("bracket", 11, 14), Mark("insertion", 11, 14)], "Each Party [{+may+}] help."),
        ([Mark("bracket", 11, 19), Mark("insertion", 15, 19)], "Each Party [may {+help+}]."),
        ([Mark("insertion", 11, 19), Mark("bracket", 15, 19)], "Each Party {+may [help+}]."),
        ([Mark("status", 20, 20, label="agreed"), Mark("insertion", 15, 20)], "Each Party may {+help.+} [agreed]"),
    ],
)
def test_changes_are_spelt_out_among_brackets(marks: list[Mark], shown: str) -> None:
    assert restore(*spelt(HELP, marks)) == shown


def test_each_author_is_named_once() -> None:
    marks = [Mark("insertion", 0, 4, label="Ada"), Mark("deletion", 5, 5, label="Bo"), Mark("insertion", 6, 7, label="Ada")]
    assert changed_by([*marks, Mark("attribution", 0, 4, label="Canada proposes")]) == ["Ada", "Bo"]


def test_show_says_who_proposed_what(run: Run, word_file: WordFile, tmp_path: Path) -> None:
    path = tmp_path / "d.docx"
    change = 'w:author="Ada" w:date="2024-02-06T10:00:00Z"'
    path.write_bytes(
        word_file(
            f"<w:p><w:r><w:t>1. Ships </w:t></w:r><w:del {change}><w:r><w:delText>shall</w:delText></w:r></w:del>"
            f"<w:ins {change}><w:r><w:t>may</w:t></w:r></w:ins><w:r><w:t> wait.</w:t></w:r></w:p>"
        )
    )
    shown = run("show", path).text.splitlines()
    assert shown[-2:] == ["1.  Ships [-shall-]{+may+} wait.", "    changed by Ada, 2024-02-06"]
    assert run("show", "--revisions", "accepted", path).text.splitlines()[-1:] == ["1.  Ships may wait."]
    assert run("show", "--revisions", "rejected", path).text.splitlines()[-1:] == ["1.  Ships shall wait."]
