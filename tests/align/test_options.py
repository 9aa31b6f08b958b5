from __future__ import annotations

from treatydiff.api import align, explain, read_bytes

HEAD = "Article {}. Entry into force\n\n"
OPTIONS = (
    "1.\n\nOption 1: This Treaty enters into force on the ninetieth day after ten instruments have been deposited.\n\n"
    "Option 2: This Treaty enters into force on the ninetieth day after twenty instruments have been deposited.\n\n"
)
SETTLED = (
    "1. This Treaty enters into force on the ninetieth day after twenty instruments have been deposited. The instrument of a "
    "regional organization does not count in addition to those which its own member States have handed over before.\n\n"
)
OTHER = "2. For a State that joins later, it enters into force thirty days after its own instrument is received.\n\n"
FURTHER = "Article 9. Harbours\n\n1. Each Party shall keep its harbours open in winter to every vessel that seeks shelter.\n"


def _ids(old: str, new: str) -> set[tuple[str, str]]:
    links = align(read_bytes(old.encode(), "old.txt"), read_bytes(new.encode(), "new.txt"))
    return {(i.label, j.label) for link in links for i in link.old for j in link.new}


def test_a_paragraph_that_takes_the_place_of_its_options_comes_of_the_likest_one() -> None:
    linked = _ids(HEAD.format(3) + OPTIONS + OTHER + FURTHER, HEAD.format(4) + SETTLED + OTHER + FURTHER)
    assert ("article 3, paragraph 1, option 2", "article 4, paragraph 1") in linked
    assert not any(old == "article 3, paragraph 1, option 1" for old, _ in linked)


def test_a_paragraph_that_is_opened_again_becomes_the_likest_option() -> None:
    linked = _ids(HEAD.format(3) + SETTLED + OTHER + FURTHER, HEAD.format(3) + OPTIONS + OTHER + FURTHER)
    assert ("article 3, paragraph 1", "article 3, paragraph 1, option 2") in linked


def test_options_do_not_become_a_paragraph_with_another_number() -> None:
    moved = SETTLED.replace("1. This", "3. This")
    linked = _ids(HEAD.format(3) + OPTIONS + OTHER + FURTHER, HEAD.format(3) + OTHER + moved + FURTHER)
    assert not any("option" in old for old, _ in linked)


def test_that_an_option_became_its_paragraph_is_explained() -> None:
    old = read_bytes((HEAD.format(3) + OPTIONS + OTHER + FURTHER).encode(), "old.txt")
    new = read_bytes((HEAD.format(4) + SETTLED + OTHER + FURTHER).encode(), "new.txt")
    assert explain(old, new, "art 4(1)").stage == "option"
