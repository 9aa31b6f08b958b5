"""Every plug-in is registered under its own name, and nothing that defines one is forgotten."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

import treatydiff
from treatydiff.readers import READERS
from treatydiff.rules import RULES
from treatydiff.writers import COLUMNS_WRITERS, COMPARISON_WRITERS, DOCUMENT_WRITERS

PACKAGE = Path(treatydiff.__file__).parent


def _top_level_names(path: Path) -> set[str]:
    names = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        names |= {target.id for target in targets if isinstance(target, ast.Name)}
        names |= {node.name} if isinstance(node, ast.FunctionDef) else set()
    return names


def _modules_that_define(folder: str, name: str) -> set[str]:
    return {path.stem for path in (PACKAGE / folder).glob("*.py") if name in _top_level_names(path)}


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_reader_goes_by_the_name_of_its_module(reader: object) -> None:
    assert reader in READERS
    name = next(known.name for known in READERS if known is reader)
    loaded = next(known.load() for known in READERS if known is reader)
    assert loaded is import_module(f"treatydiff.readers.{name}").read


def test_every_module_with_a_reader_is_registered() -> None:
    assert _modules_that_define("readers", "read") == {reader.name for reader in READERS}


def test_every_module_with_a_rule_is_registered_under_the_id_of_the_rule() -> None:
    assert _modules_that_define("rules", "RULE") == {rule.id for rule in RULES}
    assert [import_module(f"treatydiff.rules.{rule.id}").RULE for rule in RULES] == list(RULES)


def test_every_writer_of_comparisons_loads_and_the_names_are_different() -> None:
    modules = [writer.load().__module__.removeprefix("treatydiff.writers.") for writer in COMPARISON_WRITERS]
    assert [re.sub(r"[._]", "-", module) for module in modules] == [writer.name for writer in COMPARISON_WRITERS]
    assert len({writer.name for writer in DOCUMENT_WRITERS}) == len(DOCUMENT_WRITERS)


def test_every_writer_of_columns_goes_by_the_name_of_its_module() -> None:
    modules = [writer.load().__module__ for writer in COLUMNS_WRITERS]
    assert modules == [f"treatydiff.writers.columns.{writer.name}" for writer in COLUMNS_WRITERS]


def test_every_writer_of_documents_loads() -> None:
    loaded = [import_module(writer.load().__module__) for writer in DOCUMENT_WRITERS]
    assert all(writer.load() is module.write_document for writer, module in zip(DOCUMENT_WRITERS, loaded, strict=True))


def test_a_suffix_belongs_to_one_writer_alone() -> None:
    for writers in (COMPARISON_WRITERS, COLUMNS_WRITERS, DOCUMENT_WRITERS):
        suffixes = [suffix for writer in writers for suffix in writer.suffixes]
        assert len(suffixes) == len(set(suffixes))


def test_no_module_and_no_function_outgrows_its_room() -> None:
    for path in PACKAGE.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert len(source.splitlines()) <= 400, path
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 50, f"{path}: {node.name}"
