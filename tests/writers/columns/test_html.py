from __future__ import annotations

import base64
import hashlib
import re

from lxml import html

from tests.writers.columns.drafts import FIRST, HOSTILE, SECOND, THIRD, draft, read, written


def test_nothing_is_loaded_and_no_script_can_run() -> None:
    page = html.fromstring(written("html", *read(FIRST, SECOND, THIRD)).decode())
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = base64.b64encode(hashlib.sha256(page.xpath("string(//style)").encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not page.xpath("//script | //link | //img | //*[@style] | //@src")


def test_the_head_is_a_table_head_and_titles_span_their_rows() -> None:
    page = html.fromstring(written("html", *read(FIRST, SECOND, THIRD)).decode())
    assert page.xpath("//thead/tr/th/@scope") == ["col"] * 5
    assert [th.get("colspan") for th in page.xpath("//tbody//th")] == ["5", "5"]
    assert [" ".join(th.text_content().split()) for th in page.xpath("//tbody//th")] == ["Article 1 Nets", "Article 2 Wrecks"]


def test_what_came_and_went_is_marked_in_elements_of_its_own() -> None:
    page = html.fromstring(written("html", *read(FIRST, SECOND)).decode())
    assert page.xpath("//td[2]//del/text()")[0] == "shall"
    assert page.xpath("//td[2]//ins/text()") == ["should"]


def test_rows_of_the_newest_draft_have_short_fragments_of_their_own() -> None:
    ids = html.fromstring(written("html", *read(FIRST, SECOND)).decode()).xpath("//tr/@id")
    assert ids == ["art-1", "art-1-1", "art-2", "art-2-1"]


def test_the_direction_and_the_language_of_a_draft_stand_on_its_cells() -> None:
    page = html.fromstring(written("html", draft("Nets."), draft("شباك", language="ar")).decode())
    first, second = page.xpath("//tbody/tr/td[@dir]")[:2]
    assert (dict(first.attrib), dict(second.attrib)) == ({"dir": "auto"}, {"lang": "ar", "dir": "rtl"})


def test_hostile_text_stays_text() -> None:
    data = written("html", draft(HOSTILE, title=HOSTILE, name=HOSTILE), draft(HOSTILE, "x" * 10_000, name=f"b{HOSTILE}"))
    page = html.fromstring(data.decode())
    assert not page.xpath("//script | //img | //@onerror")
    assert "<script>alert(1)</script> ]]>" in page.xpath("//tbody")[-1].text_content()
    assert not re.search("[\x00-\x08\x0e-\x1f\ud800-\udfff]", data.decode())
    assert page.xpath("//bdi[contains(., '\u202e')]")
