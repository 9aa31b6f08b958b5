"""Look for bytes that a reader cannot bear: neither a document nor the project's own error comes of them.

    python tests/fuzz/fuzz_readers.py READER [options of libFuzzer] [FOLDER of samples]
    python tests/fuzz/fuzz_readers.py akn -max_total_time=300 -timeout=20 -rss_limit_mb=2048 samples/

Needs atheris (`pip install atheris`) and a bounded run: it goes on until it is stopped. Bytes that begin with a zero are read
as they are; others are put where they reach farther: inside the body of an XML draft or of a web page, or into three parts of a
Word file, since a changed byte of a zip file tests the zip library. What it finds goes to `crashes/READER/` under a name that
says what is wrong; `test_crashes.py` reads it from then on. A file of the format is a good sample with a zero before it.
"""

from __future__ import annotations

import io
import sys
import zipfile

import atheris

with atheris.instrument_imports(include=["treatydiff"]):
    from treatydiff import api
    from treatydiff.errors import DraftError
    from treatydiff.readers import READERS

    for known in READERS:
        known.load()

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = ("word/document.xml", "word/numbering.xml", "word/styles.xml")
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_KIND}.numbering+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_ROOTS = ("document", "numbering", "styles")


def as_word(data: bytes) -> bytes:
    """Make a Word file whose three parts hold the three lines of `data` that are parted by a zero byte."""
    pieces = [*data.split(b"\0", 2), b"", b""][:3]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("[Content_Types].xml", _TYPES)
        main = f'<Relationship Id="r1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
        file.writestr("_rels/.rels", _RELATIONS.format(main))
        linked = "".join(f'<Relationship Id="r{n}" Type="{_RELATION}/{n}" Target="{n}.xml"/>' for n in _ROOTS[1:])
        file.writestr("word/_rels/document.xml.rels", _RELATIONS.format(linked))
        for path, root, piece in zip(_PARTS, _ROOTS, pieces, strict=True):
            body = b"<w:body>%s</w:body>" % piece if root == "document" else piece
            file.writestr(path, f'<w:{root} xmlns:w="{_WORD}">'.encode() + body + f"</w:{root}>".encode())
    return out.getvalue()


def as_xml(data: bytes) -> bytes:
    """Make an Akoma Ntoso draft with `data` for its body."""
    return (
        b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc><mainBody>%s</mainBody></doc></akomaNtoso>'
        % data
    )


def as_page(data: bytes) -> bytes:
    """Make a web page with `data` for its body."""
    return b"<!DOCTYPE html><html><body>%s</body></html>" % data


_SHELLS = {"akn": as_xml, "docx": as_word, "html": as_page}


def main() -> None:
    """Fuzz the reader that is named."""
    names = [reader.name for reader in READERS]
    if len(sys.argv) == 1 or sys.argv[1] not in names:
        sys.exit(f"name a reader: {', '.join(names)}")
    name = sys.argv.pop(1)

    shell = _SHELLS.get(name, bytes)

    def wrapped(data: bytes) -> bytes:
        return data[1:] if data[:1] == b"\0" else shell(data)

    def read(data: bytes) -> None:
        try:
            api.read_bytes(wrapped(data), "fuzz", reader=name)
        except DraftError:
            return

    atheris.Setup(sys.argv, read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
