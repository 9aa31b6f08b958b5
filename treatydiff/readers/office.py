"""Older Word files, OpenDocument and rich text: turned into Word's present format by LibreOffice, then read as that."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from treatydiff.errors import DraftError
from treatydiff.readers import docx
from treatydiff.readers.word.archive import Archive

if TYPE_CHECKING:
    from treatydiff.model import Document
    from treatydiff.readers.reader import Revisions

PATIENCE: Final = 120
"""Seconds that LibreOffice may take; it starts in 2 to 10, and a thousand pages take it about 20 more."""

_PROGRAMS: Final = ("soffice", "libreoffice")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"
_RICH_TEXT: Final = b"{\\rtf"
_WORD_STREAM: Final = "WordDocument".encode("utf-16-le")
_LOCKED_STREAM: Final = "EncryptedPackage".encode("utf-16-le")
_LOCKED_ENTRY: Final = b"encryption-data"
_MOST_MEMORY: Final = 4 * 1024**3
_LARGEST_RESULT: Final = 256 * 1024**2
_COMMON: Final = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS: Final = (
    (_COMMON, "DisableMacrosExecution", "true"),
    (_COMMON, "MacroSecurityLevel", "3"),
    (_COMMON, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
)
"""A profile of LibreOffice in which macros never run and no link is followed or brought up to date."""


def read(data: bytes, path: str, *, revisions: Revisions = "marks") -> Document:
    """Read a file that LibreOffice can turn into Word's format, if LibreOffice is installed.

    Raises:
        DraftError: LibreOffice is missing, fails or takes too long; the file is locked with a password, or is no text.

    """
    suffix = _suffix(data, path)
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise DraftError(
            f"is a {suffix} file, which is read through LibreOffice, and that is not installed",
            mend="install LibreOffice Writer, or save the file as .docx",
            subject=path,
        )
    with tempfile.TemporaryDirectory(prefix="treatydiff-") as folder:
        converted = _converted(data, suffix, program, Path(folder), path)
    return docx.read(converted, path, revisions=revisions)


def _suffix(data: bytes, path: str) -> str:
    """Tell the formats apart by content, and refuse what LibreOffice could not read as text without asking."""
    if data.startswith(_COMPOUND):
        if _LOCKED_STREAM in data:
            raise DraftError("is locked with a password", mend="save it without one", subject=path)
        if _WORD_STREAM not in data:
            raise DraftError("is an Office file, but no Word document", mend="give the text of a draft", subject=path)
        return ".doc"
    if data.startswith(_RICH_TEXT):
        return ".rtf"
    archive = Archive(data, path)
    archive.refuse_bombs()
    if _LOCKED_ENTRY in (archive.read("META-INF/manifest.xml") or b""):
        raise DraftError("is locked with a password", mend="save it without one", subject=path)
    return ".odt"


def _converted(data: bytes, suffix: str, program: str, folder: Path, path: str) -> bytes:
    source, profile, out = folder / f"draft{suffix}", folder / "profile", folder / "out"
    source.write_bytes(data)
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    limiter = shutil.which("prlimit")
    command = [
        *([limiter, f"--as={_MOST_MEMORY}", f"--fsize={_LARGEST_RESULT}"] if limiter else []),
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(out),
        str(source),
    ]
    _run(command, folder, path)
    result = out / "draft.docx"
    if not result.is_file() or result.stat().st_size > _LARGEST_RESULT:
        mend = "open it in LibreOffice or Word and save it as .docx"
        raise DraftError(f"is a {suffix} file that LibreOffice cannot read", mend=mend, subject=path)
    return result.read_bytes()


def _registry() -> str:
    items = (
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{"".join(items)}</oor:items>'


def _run(command: list[str], folder: Path, path: str) -> None:
    """Run LibreOffice in a session of its own, so that all that it started ends with it."""
    environment = {**os.environ, "HOME": str(folder), "TMPDIR": str(folder)}
    process = subprocess.Popen(  # noqa: S603 (the program is LibreOffice, the arguments are this module's own)
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        raise DraftError(
            f"takes LibreOffice more than {PATIENCE} seconds to read", mend="save it as .docx and give that", subject=path
        ) from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
