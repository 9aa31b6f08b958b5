"""The treaty folder: a `treaty.toml`, the drafts beside it, and what was derived from them."""

from __future__ import annotations

from treatydiff.folder.manifest import MANIFEST, read_manifest
from treatydiff.folder.record import RECORD_FILE, read_record
from treatydiff.folder.report import report
from treatydiff.folder.tracing import compare, trace
from treatydiff.folder.treaty import DraftStatus, Status, add, begin, find, status

__all__ = [
    "MANIFEST",
    "RECORD_FILE",
    "DraftStatus",
    "Status",
    "add",
    "begin",
    "compare",
    "find",
    "read_manifest",
    "read_record",
    "report",
    "status",
    "trace",
]
