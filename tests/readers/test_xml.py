from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treatydiff.errors import DraftError, UnsafeDraftError
from treatydiff.readers.xml.parse import MAX_DEPTH, parse
from treatydiff.readers.xml.prolog import Prolog, prolog


def test_the_encoding_that_the_file_declares_is_respected() -> None:
    latin = '<?xml version="1.0" encoding="iso-8859-1"?><a>café</a>'.encode("iso-8859-1")
    wide = '<?xml version="1.0" encoding="utf-16"?><a>café</a>'.encode("utf-16")
    assert [parse(data, "d.xml").text for data in (latin, wide)] == ["café", "café"]


def test_comments_and_processing_instructions_leave_no_hole_in_the_text() -> None:
    assert parse(b"<a>one <?line 2?>two<!-- aside --> three</a>", "d.xml").text == "one two three"


def test_a_document_type_without_entities_is_allowed_and_not_loaded() -> None:
    assert parse(b'<!DOCTYPE a SYSTEM "http://nowhere.invalid/a.dtd"><a>x</a>', "d.xml").text == "x"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY % a SYSTEM "http://nowhere.invalid/a"> %a;',
    ],
    ids=["expansion", "local file", "parameter entity from the network"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_declared_entities_are_refused_with_the_line(declaration: str, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>\n<!DOCTYPE d [\n{declaration}]>\n<d>x</d>'
    with pytest.raises(UnsafeDraftError) as caught:
        parse(text.encode(encoding), "d.xml")
    assert caught.value.subject == "d.xml"
    assert caught.value.place == ("line 1" if encoding == "gb18030" else "line 3")


def test_a_bomb_in_the_attributes_of_the_root_is_refused_before_it_expands() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    data = f'<!DOCTYPE d [<!ENTITY l0 "lol">{laughs}]><d a="&l11;"/>'
    with pytest.raises(UnsafeDraftError):
        parse(data.encode(), "d.xml")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"<a>\n <b></a>", "line 2, column 9"),
        (b"<a>", "line 1, column 4"),
        (b"no markup", "line 1, column 1"),
        (b"<a>\x00</a>", "line 1, column 4"),
    ],
)
def test_malformed_xml_is_refused_on_one_line_that_names_the_place(data: bytes, place: str) -> None:
    with pytest.raises(DraftError) as caught:
        parse(data, "d.xml")
    assert (caught.value.subject, caught.value.place) == ("d.xml", place)
    assert caught.value.mend
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("data", [b"", b" \n\t"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(DraftError, match="empty"):
        parse(data, "d.xml")


def test_the_depth_is_bounded() -> None:
    assert parse(b"<a>" * MAX_DEPTH + b"</a>" * MAX_DEPTH, "d.xml").tag == "a"
    for depth in (MAX_DEPTH + 1, 5_000):
        with pytest.raises(DraftError, match=r"deeper|depth"):
            parse(b"<a>" * depth + b"</a>" * depth, "d.xml")


def test_the_prolog_names_the_root_and_the_first_entity() -> None:
    assert prolog(b'<!DOCTYPE a [\n<!ENTITY x "y">]><a xmlns="urn:n"><b></a>') == Prolog("urn:n", "a", 2)
    assert prolog(b"\xff\xfe\x00") == Prolog("", "", 0)


@given(st.binary() | st.text("<>/&;!?[]ab'\"= ").map(str.encode))
def test_any_bytes_are_parsed_or_refused_with_the_projects_own_error(data: bytes) -> None:
    with suppress(DraftError):
        parse(data, "d.xml")


def test_the_root_is_found_behind_a_comment_of_any_length() -> None:
    comment = f"<!--{'long ' * 20_000}-->"
    assert prolog(f'{comment}<a xmlns="http://one.example"/>'.encode()) == Prolog("http://one.example", "a", 0)
