from __future__ import annotations

import gc
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

import treatydiff
from treatydiff.api import compare, read, read_bytes, render, save
from treatydiff.errors import DraftError, OutputError, TreatyDiffError, UnknownFormatError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

TEXT = b"Article 1. Help\n\n1. Each Party shall help.\n"


def test_the_public_names_are_there() -> None:
    assert [callable(getattr(treatydiff, name)) for name in ("read", "compare", "render")] == [True] * 3
    assert treatydiff.TreatyDiffError is TreatyDiffError
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = treatydiff.nothing


def test_a_document_knows_its_file(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(TEXT)
    data = read(path).metadata
    assert (data.path, data.format, data.sha256) == (str(path), "text", sha256(TEXT).hexdigest())


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("draft.txt", b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc/></akomaNtoso>', "akn"),
        ("draft.xml", b'<bill xmlns="http://schemas.gpo.gov/xml/uslm"><main/></bill>', "uslm"),
        ("draft.md", b"Article 1\n\nText without any markup.\n", "markdown"),
        ("draft.txt", b"# Article 1\n\nText with *markup*.\n", "text"),
        ("draft", b"# Article 1\n\nText with *markup*.\n", "markdown"),
        ("draft", b"Article 1\n\nText.\n", "text"),
    ],
)
def test_content_chooses_the_reader_and_the_suffix_where_it_is_open(name: str, data: bytes, expected: str) -> None:
    assert read_bytes(data, name).metadata.format == expected


def test_a_reader_can_be_named() -> None:
    assert read_bytes(TEXT, "draft.md", reader="text").metadata.format == "text"
    with pytest.raises(UsageError, match="there is no input format 'odt'"):
        read_bytes(TEXT, "draft.md", reader="odt")


_FRENCH = "Article 1. Aide\n\n1. Chaque Partie {} la carte des ports et des phares de la région.\n"
_ENGLISH = "Article 1. Aid\n\n1. Each Party {} the map of the ports and of the lighthouses of the region.\n"


def test_drafts_are_judged_in_the_language_that_their_words_show() -> None:
    old, new = (read_bytes(_FRENCH.format(words).encode(), "draft.txt") for words in ("publie", "peut publier"))
    silent = [draft._replace(metadata=draft.metadata._replace(language="")) for draft in (old, new)]
    stated = [draft._replace(metadata=draft.metadata._replace(language="fr-CA")) for draft in (old, new)]
    for drafts in ((old, new), silent, stated):
        said = [finding.message for change in compare(*drafts).changes for finding in change.findings]
        assert said == ["Chaque Partie: duty (publie) became discretion (peut)"]


def test_drafts_in_two_languages_are_compared_but_not_judged() -> None:
    old = read_bytes(_ENGLISH.format("shall publish").encode(), "draft.txt")
    new = read_bytes(_FRENCH.format("peut publier").encode(), "draft.txt")
    told: list[str] = []
    compared = compare(old, new, tell=told.append)
    assert [change.findings for change in compared.changes if change.findings] == []
    assert told[-1] == "the drafts are in different languages: their changes are shown, but not judged"
    unknown = new._replace(metadata=new.metadata._replace(language="xx"))
    assert [change.findings for change in compare(unknown, unknown).changes if change.findings] == []


def test_what_no_reader_knows_is_refused() -> None:
    with pytest.raises(UnknownFormatError, match="known here"):
        read_bytes(b"\x00\x01\x02" * 50, "draft.bin")


def test_an_unknown_output_format_is_named() -> None:
    with pytest.raises(UsageError, match="there is no output format 'pdf'"):
        render(read_bytes(TEXT, "draft.txt"), "pdf")


def test_saving_replaces_a_file_in_one_step_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    target.write_text("old")
    target.chmod(0o640)
    save(b"new", target)
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("new", 0o640)
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_saving_never_overwrites_a_draft_by_any_name(tmp_path: Path) -> None:
    draft, alias = tmp_path / "draft.txt", tmp_path / "alias.txt"
    draft.write_bytes(TEXT)
    alias.symlink_to(draft)
    with pytest.raises(OutputError, match="would overwrite the draft"):
        save(b"", alias, keep=[draft])
    assert draft.read_bytes() == TEXT


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        save(b"new", tmp_path / "report.html")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("is_on", [True, False])
def test_the_search_for_garbage_is_left_as_it_was(is_on: bool) -> None:  # noqa: FBT001
    before = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        draft = read_bytes(b"Article 1\n\nNets are marked.", "draft.txt")
        during: list[bool] = []
        compare(draft, draft, tell=lambda _: during.append(gc.isenabled()))
        with pytest.raises(DraftError):
            read_bytes(b"", "draft.txt")
        assert (gc.isenabled(), set(during)) == (is_on, {False})
    finally:
        (gc.enable if before else gc.disable)()


def test_an_error_is_one_line_whatever_it_quotes() -> None:
    error = DraftError("bad\nname", mend="mend\x1bit", subject="a\nb.xml", place="line 3")
    assert str(error) == "a b.xml, line 3: bad name; mend it"


_HALF = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="x"><mainBody>'
    '<article eId="art_1"><num>Article 1</num><content><p>Parties [shall help.</p></content></article>\n'
    '<article eId="art_2"><num>Article 2</num><content><p>Go{}.</p></content></article></mainBody></doc></akomaNtoso>'
)


def test_a_bracket_without_its_other_half_is_named_in_every_format() -> None:
    (warning,) = read_bytes(_HALF.format("").encode(), "draft.xml").warnings
    assert (warning.code, warning.line) == ("unbalanced-bracket", 1)
    assert "Parties [shall" in warning.message
    page = b"<!DOCTYPE html><html><body><h2>Article 1</h2><p>1. Parties shall] help.</p></body></html>"
    assert ["shall]" in warning.message for warning in read_bytes(page, "draft.html").warnings] == [True]


def test_a_bracket_is_named_once_and_balanced_ones_not_at_all() -> None:
    text = b"Article 1\n\n1. Parties [shall help.\n\nArticle 2\n\nGo.\n"
    assert [warning.code for warning in read_bytes(text, "draft.txt").warnings] == ["unbalanced-bracket"]
    assert read_bytes(_HALF.replace("[shall", "[shall]").format("").encode(), "draft.xml").warnings == ()
