from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from treatydiff.api import compare, config_beside, read_bytes, read_config
from treatydiff.config import parse
from treatydiff.errors import ConfigError
from treatydiff.model import Config

if TYPE_CHECKING:
    from pathlib import Path

OLD = b"Article 1. Ships\n\n1. Each Party shall mark ships within ten days.\n"
NEW = b"Article 1. Ships\n\n1. Each Party shall, as the tide allows, mark ships within fifty days.\n"
OWN_WORDS = """
[rules]
numbers = "low"

[lexicon.en]
qualifier = [{ effect = "discretion", degree = 2, phrases = ['as\\s+the\\s+tide\\s+allows'] }]
qualifiers.heads = ["as the tide"]
"""


def _said(config: Config | None) -> list[tuple[str, str, str]]:
    comparison = compare(read_bytes(OLD, "old.txt"), read_bytes(NEW, "new.txt"), config=config)
    return [(finding.rule, finding.severity, finding.new) for finding, _ in comparison.findings()]


def test_a_users_words_and_levels_are_used(tmp_path: Path) -> None:
    (tmp_path / "treaty.toml").write_text(OWN_WORDS, encoding="utf-8")
    config = read_config(tmp_path / "treaty.toml")
    assert _said(None) == [("numbers", "high", "fifty days"), ("rewording", "low", "as the tide allows")]
    assert _said(config) == [("qualifiers", "high", "as the tide allows"), ("numbers", "low", "fifty days")]


def test_a_rule_that_is_off_says_nothing() -> None:
    assert _said(Config(levels={"numbers": "off", "rewording": "off"})) == []


def test_a_level_never_raises_a_finding() -> None:
    assert _said(Config(levels={"numbers": "high"})) == _said(None)


def test_the_treaty_file_beside_a_draft_is_found(tmp_path: Path) -> None:
    assert config_beside(tmp_path / "draft.txt") is None
    (tmp_path / "treaty.toml").write_text('[rules]\nnumbers = "info"\n', encoding="utf-8")
    config = config_beside(tmp_path / "draft.txt")
    assert config is not None
    assert config.levels == {"numbers": "info"}
    assert config_beside("-") is None


def test_tables_of_the_treaty_itself_are_passed_over() -> None:
    assert parse(b'[treaty]\ntitle = "A"\n[[draft]]\nfile = "a.xml"\n', "treaty.toml", ["numbers"]) == Config(
        path="treaty.toml"
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("rules = 3", "treaty.toml, rules: is no table; write [rules]"),
        ("[lexicon]\nen = 3", "treaty.toml, lexicon.en: is no table; write [lexicon.en]"),
        ('[rules]\nnumbers = "loud"', "treaty.toml, rules.numbers: there is no level 'loud'; choose from off, high"),
        ('[rules]\nnumber = "low"', "treaty.toml, rules.number: there is no such rule; choose from numbers"),
        ("[rules", "treaty.toml: is no valid TOML"),
        ("x = \x00", "treaty.toml: is no valid TOML"),
    ],
)
def test_settings_that_cannot_be_used_give_one_line(written: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(written.encode(), "treaty.toml", ["numbers"])
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("vocabulary", "said"),
    [
        ({"qualifier": "low"}, "own.toml, lexicon.en.qualifier: is a text, where the lexicon has a list; give it that shape"),
        ({"operators": {"formulas": ["may ("]}}, "own.toml, lexicon.en.operators.formulas: is no valid pattern"),
        ({"qualifier": [{"effect": "discretion"}]}, "own.toml, lexicon.en: an entry lacks 'phrases'; add it"),
        ({"operator": [{"patterns": ["a"], "rung": 1}]}, "own.toml, lexicon.en: cannot be read as part of a lexicon"),
    ],
)
def test_words_that_do_not_fit_the_lexicon_give_one_line(vocabulary: dict[str, object], said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        _said(Config(vocabulary={"en": vocabulary}, path="own.toml"))
    assert str(caught.value).startswith(said)
