"""The Word reader over the real drafts: every word is kept, tracked changes give the clean copy, articles are articles."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from treatydiff import api
from treatydiff.text.marks import restore
from treatydiff.text.tokens import bare_words

if TYPE_CHECKING:
    from pathlib import Path

    from treatydiff.model import Document, Mark, Provision

DRAFTS = (
    "ai-act/2022-11-03-council.docx",
    "ai-act/2022-11-11-council.docx",
    "redline/amendments-microsoft.docx",
    "redline/v2.0.12-clean.docx",
)
MOST_LOST = 0.002
_GLUED = re.compile(r"(?<=[^\W\d_])(?=\d{1,3}\b)|(?<=[.,;)])(?=\d{1,3}\b)|-")


def _bag(words: str) -> Counter[str]:
    """Count words, those of compounds one by one, footnote numbers apart from the words that they stick to."""
    return Counter(bare_words(_GLUED.sub(" ", words)))


def _own_words(p: Provision) -> str:
    notes = " ".join(f" {m.label} " for m in (*p.marks, *p.heading_marks) if m.kind == "footnote")
    return f"{p.num} {restore(p.heading, p.heading_marks)} {restore(p.words, p.marks)} {notes}"


def _bag_of(document: Document, *notes: str) -> Counter[str]:
    parts = (*map(_own_words, document.walk()), *(note.text for note in document.notes if note.kind in notes))
    return sum(map(_bag, parts), Counter[str]())


@pytest.fixture(scope="module")
def plain(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder with the texts that LibreOffice makes of the drafts; it leaves footnotes, headers and footers out."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("plain")
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder), *(str(corpus / name) for name in DRAFTS)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603 (a program of the system)
    return folder


@pytest.mark.parametrize("name", DRAFTS)
def test_the_words_are_those_that_another_program_reads(corpus: Path, plain: Path, name: str) -> None:
    theirs = _bag(
        (plain / f"{name.rpartition('/')[2].removesuffix('docx')}txt").read_text(encoding="utf-8-sig").replace("\u200b", "")
    )
    typed = ("footnote",) if name.startswith("ai-act") else ()
    ours = _bag_of(api.read(corpus / name), "contents", *typed)
    missing, extra = theirs - ours, ours - theirs
    assert missing.total() + extra.total() <= MOST_LOST * theirs.total(), (missing, extra)


def test_all_changes_accepted_give_the_clean_copy(corpus: Path) -> None:
    accepted = api.read(corpus / "redline/v2.0.12-changes.docx", revisions="accepted")
    clean = api.read(corpus / "redline/v2.0.12-clean.docx")
    assert accepted.provisions == clean.provisions
    assert accepted.notes == clean.notes


def test_the_proposal_has_the_words_of_the_clean_copy_and_a_mark_for_each_change(corpus: Path) -> None:
    proposed = api.read(corpus / "redline/v2.0.12-changes.docx")
    clean = api.read(corpus / "redline/v2.0.12-clean.docx")
    assert [(p.id, p.num, p.heading, p.words) for p in proposed.walk()] == [
        (p.id, p.num, p.heading, p.words) for p in clean.walk()
    ]
    kinds = Counter(m.kind for p in proposed.walk() for m in p.marks if m.kind in {"insertion", "deletion"})
    assert kinds == {"insertion": 15, "deletion": 8}
    assert {m.label for p in proposed.walk() for m in p.marks if m.kind == "deletion"} == {"Author"}


def _articles(document: Document) -> dict[str, Provision]:
    return {p.num.removeprefix("Article "): p for p in document.walk() if p.kind == "article"}


def test_every_article_recital_and_annex_of_a_converted_draft_is_found(corpus: Path) -> None:
    document = api.read(corpus / "ai-act/2022-11-03-council.docx")
    articles = _articles(document)
    assert [n for n in articles if n.isdecimal()] == [str(n) for n in range(1, 86)]
    assert all(p.heading for n, p in articles.items() if n != "5")
    recitals = [p.num for p in document.walk() if p.kind == "recital" and p.num]
    assert [n for n in recitals if n.strip("()").isdecimal()] == [f"({n})" for n in range(1, 90)]
    annexes = [p.num for p in document.walk() if p.kind == "annex"]
    assert annexes[1:] == [f"ANNEX {n}" for n in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "VIIIa", "IX")]
    notes = [int(n.label) for n in document.notes if n.kind == "footnote"]
    assert notes == list(range(1, len(notes) + 1))


def _unstruck(p: Provision) -> Provision:
    """Give a provision without the words that are struck through."""
    return p._replace(
        heading=_kept(p.heading, p.heading_marks),
        text=_kept(p.text, p.marks),
        closing=_kept(p.closing, [m._replace(start=m.start - len(p.text) - 1, end=m.end - len(p.text) - 1) for m in p.marks]),
        marks=(),
        heading_marks=(),
        children=tuple(map(_unstruck, p.children)),
    )


def _kept(words: str, marks: list[Mark] | tuple[Mark, ...]) -> str:
    parts, start = [], 0
    for mark in sorted(m for m in marks if m.label == "struck through"):
        parts.append(words[start : max(start, mark.start)])
        start = max(start, mark.end)
    return " ".join("".join((*parts, words[start:])).split())


def test_a_converted_draft_says_what_its_markdown_of_the_same_day_says(corpus: Path) -> None:
    word = api.read(corpus / "ai-act/2022-11-03-council.docx")
    word = word._replace(provisions=tuple(map(_unstruck, word.provisions)))
    comparison = api.compare(word, api.read(corpus / "ai-act/2022-11-03-council.md"))
    links = [c.link for c in comparison.changes if c.link.old and c.link.new]
    links = [n for n in links if n.old[0].provision.kind in {"article", "paragraph", "point", "recital"}]
    same = sum(1 for n in links if n.kind == "same" or _letters(n.old[0].words) == _letters(n.new[0].words))
    assert len(links) > 1100
    assert same / len(links) >= 0.97


def _letters(words: str) -> str:
    return re.sub(r"\W+", "", words)
