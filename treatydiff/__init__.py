"""Reads the successive drafts of a treaty and says, clause by clause, what changed and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from treatydiff.version import __version__

if TYPE_CHECKING:
    from treatydiff.api import compare, read, render
    from treatydiff.checking import check
    from treatydiff.errors import TreatyDiffError
    from treatydiff.folder import trace

__all__ = ["TreatyDiffError", "__version__", "check", "compare", "read", "render", "trace"]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `--version` and `--help` answer at once."""
    if name in {"compare", "read", "render"}:
        from treatydiff import api  # noqa: PLC0415

        return getattr(api, name)
    if name == "check":
        from treatydiff.checking import check  # noqa: PLC0415

        return check
    if name == "TreatyDiffError":
        from treatydiff.errors import TreatyDiffError  # noqa: PLC0415

        return TreatyDiffError
    if name == "trace":
        from treatydiff.folder import trace  # noqa: PLC0415

        return trace
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
