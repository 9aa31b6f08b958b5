from __future__ import annotations

import pytest

from treatydiff.errors import ConfigError
from treatydiff.folder.manifest import Manifest, extended, free_id, parse
from treatydiff.model import ClauseName, Config, DraftEntry, KnownLink

WHOLE = """\
[treaty]
title = "Convention on harbours"

[[draft]]
id = "first"
file = "1.txt"
date = 2023-01-21
sha256 = "ab"

[[draft]]
file = "sub/second.docx"
symbol = "H/2"

[[draft]]
file = "other.txt"
based-on = "first"

[[link]]
from = "art 5(1)@first"
to = "art 6@other"

[rules]
editorial = "off"
"""


def read(text: str) -> Manifest:
    return parse(text.encode(), "treaty.toml", "here", Config())


def test_drafts_stand_in_order_with_defaults_for_what_is_not_said() -> None:
    treaty = read(WHOLE).treaty
    assert (treaty.title, treaty.folder) == ("Convention on harbours", "here")
    assert treaty.drafts == (
        DraftEntry("first", "1.txt", date="2023-01-21"),
        DraftEntry("second", "sub/second.docx", symbol="H/2", based_on="first"),
        DraftEntry("other", "other.txt", based_on="first"),
    )
    assert treaty.links == (KnownLink(ClauseName("art 5(1)", "first"), ClauseName("art 6", "other")),)
    assert read(WHOLE).digests == {"first": "ab", "second": "", "other": ""}


def test_an_empty_file_is_a_treaty_without_drafts() -> None:
    assert read("").treaty.drafts == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[treaty", "is no valid TOML"),
        ("[[drafts]]\nfile = 'a'", "there is no field 'drafts'; choose from treaty, draft"),
        ("[treaty]\nname = 'x'", "treaty: there is no field 'name'; choose from title"),
        ("treaty = 4", "treaty: is no table"),
        ("draft = 'a.xml'", "draft: is no array of tables; write [[draft]]"),
        ("draft = [1]", "[[draft]] 1: is no table"),
        ("[[draft]]\nid = 'a'", "[[draft]] 1: has no file"),
        ("[[draft]]\nfile = 7", "[[draft]] 1: file is no text"),
        ("[[draft]]\nfile = '/etc/passwd'", "'/etc/passwd' is not in the folder"),
        ("[[draft]]\nfile = '../a.xml'", "'../a.xml' is not in the folder"),
        ("[[draft]]\nfile = 'C:\\a.xml'", "is not in the folder"),
        ("[[draft]]\nfile = 'a\\..\\..\\b.xml'", "is not in the folder"),
        ('[[draft]]\nfile = "a\\u0000.xml"', "is not in the folder"),
        ("[[draft]]\nfile = 'a.xml'\nid = 'a/b'", "'a/b' cannot be the id of a draft"),
        ("[[draft]]\nfile = 'a.xml'\n[[draft]]\nfile = 'b/a.txt'", "[[draft]] 2: two drafts have the id 'a'"),
        ("[[draft]]\nfile = 'a.xml'\nbased-on = 'b'\n[[draft]]\nfile = 'b.xml'", "no draft 'b' stands before it"),
        ("[[draft]]\nfile = 'a.xml'\nbased-on = 'a'", "no draft 'a' stands before it"),
        ("[[draft]]\nfile = 'a.xml'\n[[link]]\nfrom = 'art 1'\nto = 'art 2@a'", "from = 'art 1' names no clause of a draft"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as error:
        read(text)
    assert said in str(error.value)
    assert str(error.value).startswith("treaty.toml")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a = " + b"[" * 100_000, b"\x00"])
def test_bytes_that_are_no_toml_are_refused(data: bytes) -> None:
    with pytest.raises(ConfigError, match="is no valid TOML"):
        parse(data, "treaty.toml", ".", Config())


@pytest.mark.parametrize("before", [b"", b"# mine\r\n[treaty]\r\ntitle = 'x'", b"[treaty]\n", b"[treaty]\n\n"])
def test_a_draft_is_added_behind_what_stands_there(before: bytes) -> None:
    data = extended(before, DraftEntry("b", "b.xml", 'A "new" draft'), "ff")
    assert data.startswith(before)
    assert data.endswith(b'[[draft]]\nid = "b"\nfile = "b.xml"\ntitle = "A \\"new\\" draft"\nsha256 = "ff"\n')
    assert parse(data, "treaty.toml", ".", Config()).treaty.drafts[-1].title == 'A "new" draft'


@pytest.mark.parametrize(
    ("stem", "taken", "name"),
    [
        ("zero draft", (), "zero-draft"),
        ("rev", ("rev", "rev-2"), "rev-3"),
        ("草案", (), "草案"),
        ("../..", (), "draft"),
        ("-a-", (), "a"),
    ],
)
def test_an_id_is_made_of_the_name_of_the_file(stem: str, taken: tuple[str, ...], name: str) -> None:
    assert free_id(stem, taken) == name
