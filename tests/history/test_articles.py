from __future__ import annotations

from tests.histories import history_of
from treatydiff.history.articles import articles
from treatydiff.history.concordance import concordance
from treatydiff.history.log import log
from treatydiff.history.subject import subject

OPEN = "Each Party shall open its harbours to every vessel that seeks shelter from a storm at sea."
FEES = "Fees for the use of a quay are made public by the keeper once a year."
LAMP = "Every lamp on the coast is lit at dusk and put out when the sun has risen again."
PILOT = "Pilots answer for all damage that they do to piers, to moles and to vessels at anchor."


def _draft(*parts: tuple[str, tuple[str, ...]]) -> str:
    return "\n\n".join(
        "\n\n".join([head, *(f"{n}. {text}" for n, text in enumerate(paragraphs, 1))]) for head, paragraphs in parts
    )


HEADED = _draft(("Article 1. Harbours", (OPEN, FEES)), ("Article 2. Lamps", (LAMP, PILOT)))
PLAIN = _draft(("Article 4", (OPEN, FEES)), ("Article 5", (LAMP, PILOT)))
SWAPPED = _draft(("Article 4", (LAMP, PILOT)), ("Article 5", (OPEN, FEES)))


def _labels(*texts: str) -> list[list[str]]:
    return [[clause.label if clause else "" for clause in line.places] for line in articles(history_of(*texts))]


def test_an_article_that_lost_its_heading_goes_on_where_its_words_went() -> None:
    assert _labels(HEADED, PLAIN) == [["article 1", "article 4"], ["article 2", "article 5"]]


def test_articles_without_headings_are_followed_when_they_change_places() -> None:
    assert _labels(PLAIN, SWAPPED, HEADED) == [
        ["article 4", "article 5", "article 1"],
        ["article 5", "article 4", "article 2"],
    ]


def test_an_article_that_is_new_begins_a_line_and_one_that_went_ends_it() -> None:
    lines = articles(history_of(PLAIN, _draft(("Article 4", (OPEN, FEES)), ("Article 6", ("Nets dry on the pier alone.",)))))
    assert [(line.begins, line.ends, len(line.drafts)) for line in lines] == [
        ("first", "last", 2),
        ("first", "deleted", 1),
        ("inserted", "last", 1),
    ]


def test_of_two_parts_of_an_article_the_larger_goes_on() -> None:
    parted = _draft(("Article 4", (FEES,)), ("Article 5", (OPEN,)), ("Article 6", (LAMP, PILOT)))
    assert _labels(PLAIN, parted) == [["article 4", "article 5"], ["article 5", "article 6"], ["", "article 4"]]


def test_the_concordance_has_articles_without_headings_under_the_heading_that_they_had() -> None:
    rows = concordance(history_of(HEADED, PLAIN), "paragraphs").rows
    assert [(row.subject, row.labels) for row in rows][:2] == [
        ("Harbours", ("article 1", "article 4")),
        ("Harbours", ("article 1, paragraph 1", "article 4, paragraph 1")),
    ]
    ids = ["art_4", "art_4__para_1", "art_4__para_2", "art_5", "art_5__para_1", "art_5__para_2"]
    assert [row.line.id for row in rows] == [f"b/{name}" for name in ids]


def test_the_log_of_an_article_without_heading_tells_of_what_only_earlier_drafts_had_below_it() -> None:
    history = history_of(PLAIN, _draft(("Article 7", (OPEN,)), ("Article 8", (LAMP, PILOT))))
    found = log(history, subject(history, "art 7"))
    assert [[passage.event for passage in entry.passages] for entry in found.entries] == [
        ["first", "first"],
        ["changed", "deleted"],
    ]
