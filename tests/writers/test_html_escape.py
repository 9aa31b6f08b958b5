"""Text stays text, in an element and in an attribute."""

from __future__ import annotations

from treatydiff.writers.html.escape import attribute, content, html, joined, printable
from treatydiff.writers.html.frame import css_string


def test_control_characters_and_lone_surrogates_are_replaced_and_line_breaks_kept() -> None:
    assert printable("a\x00b\x1bc\x85d\ud800e\nf\tg") == "a\ufffdb\ufffdc\ufffdd\ufffde\nf\tg"


def test_content_escapes_markup_and_isolates_text_that_turns_its_direction() -> None:
    assert content("<b> & ]]>") == "&lt;b&gt; &amp; ]]&gt;"
    assert content("a\u202eb") == "<bdi>a\u202eb</bdi>"


def test_an_attribute_holds_neither_quotes_nor_turns() -> None:
    assert attribute("\"x\" 'y' \u2067z<") == "&#34;x&#34; &#39;y&#39; \ufffdz&lt;"


def test_a_template_escapes_every_value_but_markup() -> None:
    written = html('<a title="{title}">{words}{count}</a>', title='"x"\x07', words=html("<b>{s}</b>", s="<i>"), count=3)
    assert written == '<a title="&#34;x&#34;\ufffd"><b>&lt;i&gt;</b>3</a>'
    assert html("{words}", words="{words} {{x}}") == "{words} {{x}}"


def test_parts_that_are_no_markup_are_escaped_when_they_are_joined() -> None:
    assert joined([html("<p>"), "<p>"], "<br>") == "<p><br>&lt;p&gt;"


def test_a_string_of_a_style_sheet_ends_only_where_it_should() -> None:
    assert css_string('a "b\\</style>') == '"a \\22 b\\5c \\3c \\2f style\\3e "'
