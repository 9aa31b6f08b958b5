"""The frame around a page: one file that loads nothing and runs only its own script."""

from __future__ import annotations

from binascii import b2a_base64
from functools import cache
from hashlib import sha256
from importlib import resources

from markupsafe import Markup

from treatydiff.version import __version__
from treatydiff.writers.html.escape import html, printable


def framed(title: str, body: Markup, style: str, script: str, *, root: Markup) -> str:
    """Write a whole document: its style and its script, which are ours, around a body; `root` are attributes of the root."""
    return html(
        """\
<!doctype html>
<html lang="en" id="top"{root}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="generator" content="treatydiff {version}">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}<script>{script}</script>
</body>
</html>""",
        root=root,
        policy=policy(style, script),
        version=__version__,
        title=title,
        style=Markup(style),  # noqa: S704 - ours, and a value in it is a string of a style sheet
        body=body,
        script=Markup(script),  # noqa: S704 - ours
    )


def policy(style: str, script: str = "") -> str:
    """Give the content security policy under which exactly this style and this script are used, and nothing is loaded."""
    runs = f" script-src '{_digest(script)}';" if script else ""
    return f"default-src 'none'; style-src '{_digest(style)}';{runs} base-uri 'none'; form-action 'none'"


def css_string(text: str) -> str:
    """Give the text as a string of a style sheet, every character but letters, digits and spaces escaped."""
    written = (c if c == " " or (c.isascii() and c.isalnum()) else f"\\{ord(c):x} " for c in printable(text))
    return f'"{"".join(written)}"'


@cache
def asset(package: str, name: str) -> str:
    """Give a style sheet or a script that is kept under `assets` in a package of ours."""
    return (resources.files(package) / "assets" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"sha256-{b2a_base64(sha256(text.encode()).digest(), newline=False).decode('ascii')}"
