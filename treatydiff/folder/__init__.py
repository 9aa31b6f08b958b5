"""The treaty folder: a `treaty.toml`, the drafts beside it, and what was derived from them."""

from __future__ import annotations

from treatydiff.folder.git import GitLog, trace_file
from treatydiff.folder.manifest import MANIFEST, read_manifest
from treatydiff.folder.record import RECORD_FILE, read_record
from treatydiff.folder.report import report
from treatydiff.folder.tracing import compare, trace
from treatydiff.folder.treaty import add, begin, find, status

__all__ = [
    "MANIFEST",
    "RECORD_FILE",
    "GitLog",
    "add",
    "begin",
    "compare",
    "find",
    "read_manifest",
    "read_record",
    "report",
    "status",
    "trace",
    "trace_file",
]
