"""What the README says can be done."""

from __future__ import annotations

import re
from pathlib import Path

import click

from treatydiff.cli import treatydiff
from treatydiff.readers import READERS
from treatydiff.rules import RULES
from treatydiff.writers import COMPARISON_WRITERS, DOCUMENT_WRITERS

REPOSITORY = Path(__file__).parent.parent
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_every_command_format_and_rule() -> None:
    context = click.Context(treatydiff)
    for command in treatydiff.list_commands(context):
        known = treatydiff.get_command(context, command)
        assert known is not None
        assert known.hidden or f"`treatydiff {command}" in README
    for writer in (*COMPARISON_WRITERS, *DOCUMENT_WRITERS):
        assert f"`{writer.name}`" in README
    for rule in RULES:
        assert f"`{rule.id}`" in README
    assert len(READERS) == README.split("| read | what of it |")[1].split("\n\n")[0].count("\n| ")


def test_every_long_option_is_in_the_readme() -> None:
    context = click.Context(treatydiff)
    for name in treatydiff.list_commands(context):
        command = treatydiff.get_command(context, name)
        assert command is not None
        for parameter in command.params:
            for option in parameter.opts:
                assert not option.startswith("--") or option in README or option == "--output", f"{name} {option}"


def test_links_in_the_readme_lead_to_files() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (REPOSITORY / target).exists(), target


def test_ci_runs_the_test_command_of_the_readme() -> None:
    commands = re.findall(r"^    (python3 -m venv .*pytest)$", README, re.MULTILINE)
    assert len(commands) == 1
    script = (REPOSITORY / ".ci" / "run").read_text(encoding="utf-8")
    assert r'sed -n "s/^    \(python3 -m venv .*pytest\)$/\1/p" README.md' in script
