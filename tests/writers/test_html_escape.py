"""Text stays text, in an element and in an attribute."""

from __future__ import annotations

from treatydiff.writers.html.escape import attribute, content, printable
from treatydiff.writers.html.page import css_string


def test_control_characters_and_lone_surrogates_are_replaced_and_line_breaks_kept() -> None:
    assert printable("a\x00b\x1bc\x85d\ud800e\nf\tg") == "a\ufffdb\ufffdc\ufffdd\ufffde\nf\tg"


def test_content_escapes_markup_and_isolates_text_that_turns_its_direction() -> None:
    assert content("<b> & ]]>") == "&lt;b&gt; &amp; ]]&gt;"
    assert content("a\u202eb") == "<bdi>a\u202eb</bdi>"


def test_an_attribute_holds_neither_quotes_nor_turns() -> None:
    assert attribute("\"x\" 'y' \u2067z<") == "&quot;x&quot; &#x27;y&#x27; \ufffdz&lt;"


def test_a_string_of_a_style_sheet_ends_only_where_it_should() -> None:
    assert css_string('a "b\\</style>') == '"a \\22 b\\5c \\3c \\2f style\\3e "'
