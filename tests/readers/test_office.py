"""Files that LibreOffice turns into Word's format; without it, one clear line."""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import pytest

from treatydiff import api
from treatydiff.errors import DraftError, UnsafeDraftError
from treatydiff.readers import office

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run
    from treatydiff.model import Document

RICH = (
    rb"{\rtf1\ansi{\fonttbl{\f0 Times;}}\f0 Article 1. Help\par 1. Each Party {\b shall} help.\par"
    rb" 2. Costs lie where they fall.\par}"
)
OPEN = (
    b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"'
    b' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>Article 1. Help</text:p>'
    b"<text:p>1. Each Party shall help.</text:p><text:p>2. Costs lie where they fall.</text:p></office:text></office:body>"
    b"</office:document-content>"
)
MANIFEST = (
    b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    b'<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>'
    b'<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def open_document(text: bytes = b"<office/>", manifest: bytes = b"<manifest/>") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr("META-INF/manifest.xml", manifest)
        packed.writestr("content.xml", text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def program(folder: Path, script: str) -> None:
    """Put a program called soffice into a folder."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\n{script}")
    path.chmod(0o755)


def _is_the_draft(document: Document) -> None:
    assert document.metadata.format == "office"
    (article,) = document.provisions
    assert (article.num, article.heading) == ("Article 1", "Help")
    assert [(p.num, p.text) for p in article.children] == [
        ("1.", "Each Party shall help."),
        ("2.", "Costs lie where they fall."),
    ]


@needs_office
def test_rich_text_is_read_through_libreoffice() -> None:
    document = api.read_bytes(RICH, "d.rtf")
    _is_the_draft(document)
    assert [m.label for p in document.walk() for m in p.marks] == ["bold"]


@needs_office
def test_open_document_text_is_read_through_libreoffice() -> None:
    _is_the_draft(api.read_bytes(open_document(OPEN, MANIFEST), "d.odt"))


@needs_office
def test_nothing_that_a_file_links_to_is_fetched() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/picture.png"
        picture = (
            '<text:p><draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" text:anchor-type="as-char">'
            f'<draw:image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="{address}" xlink:type="simple"/></draw:frame>'
            f'</text:p><text:section text:name="S"><text:section-source xmlns:xlink="http://www.w3.org/1999/xlink"'
            f' xlink:href="{address}"/><text:p>Inside.</text:p></text:section>'
        )
        document = api.read_bytes(
            open_document(OPEN.replace(b"<text:p>Article", picture.encode() + b"<text:p>Article"), MANIFEST), "d.odt"
        )
        assert "Each Party shall help." in [p.text for p in document.walk()]
        with pytest.raises(TimeoutError):
            server.accept()


@needs_office
def test_older_word_files_are_read_through_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "draft.rtf").write_bytes(RICH)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", str(tmp_path), str(tmp_path / "draft.rtf")]
    subprocess.run(command, check=True, capture_output=True, timeout=60)  # noqa: S603 (a program of the system)
    _is_the_draft(api.read(tmp_path / "draft.doc"))


@pytest.mark.parametrize(
    ("data", "suffix"), [(RICH, "rtf"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "doc")]
)
def test_without_libreoffice_one_line_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, suffix: str
) -> None:
    path = tmp_path / f"d.{suffix}"
    path.write_bytes(data)
    monkeypatch.setenv("PATH", str(tmp_path))
    outcome = run("show", path)
    assert (outcome.code, outcome.out) == (2, b"")
    assert outcome.err == (
        f"treatydiff: {path}: is a .{suffix} file, which is read through LibreOffice, and that is not installed; "
        "install LibreOffice Writer, or save the file as .docx\n"
    )


def test_an_open_document_that_is_locked_or_a_bomb_never_reaches_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, f"open({str(tmp_path / 'called')!r}, 'w')")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DraftError, match="password"):
        api.read_bytes(open_document(manifest=b"<a><manifest:encryption-data/></a>"), "d.odt")
    with pytest.raises(UnsafeDraftError, match="unpacks to"):
        api.read_bytes(open_document(text=bytes(30_000_000)), "d.odt")
    assert not (tmp_path / "called").exists()


def test_a_file_that_libreoffice_makes_nothing_of_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DraftError, match=r"d\.rtf: is a \.rtf file that LibreOffice cannot read; .*save it as \.docx"):
        api.read_bytes(RICH, "d.rtf")


def test_a_conversion_that_takes_too_long_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "child"
    program(
        tmp_path,
        f"import subprocess, sys, time\nchild = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(note)!r}, 'w').write(str(child.pid))\ntime.sleep(60)",
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "PATIENCE", 1)
    begun = time.monotonic()
    with pytest.raises(DraftError, match="more than 1 seconds"):
        api.read_bytes(RICH, "d.rtf")
    assert time.monotonic() - begun < 10
    assert not _runs(int(note.read_text()))


def _runs(process: int) -> bool:
    """Whether a process is alive; one that has ended and that nobody has asked after yet is not."""
    for _ in range(20):
        try:
            os.kill(process, 0)
            with open(f"/proc/{process}/stat", encoding="ascii") as status:  # noqa: PTH123 (no path of ours)
                if status.read().rpartition(")")[2].split()[0] == "Z":
                    return False
        except (ProcessLookupError, FileNotFoundError):
            return False
        time.sleep(0.1)
    return True


def test_macros_and_links_are_off_in_the_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "copy.xcu"
    program(
        tmp_path,
        "import shutil, sys\nfrom urllib.parse import urlparse\n"
        "folder = next(a for a in sys.argv if a.startswith('-env:UserInstallation='))\n"
        f"shutil.copy(urlparse(folder.partition('=')[2]).path + '/user/registrymodifications.xcu', {str(copy)!r})",
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DraftError, match="cannot read"):
        api.read_bytes(RICH, "d.rtf")
    settings = copy.read_text()
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value>' in settings
    assert 'oor:name="Link" oor:op="fuse"><value>2</value>' in settings
