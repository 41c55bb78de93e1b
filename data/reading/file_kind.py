"""What a file really is, by its first bytes, whatever its name ends in."""

from pathlib import Path

SPSS = "an SPSS file"
STATA = "a Stata file"
ZIP = "a ZIP archive or workbook (.xlsx, .ods, .zip)"
PROTECTED = "a workbook protected by a password"
OLD_WORKBOOK = "an old Office file (such as .xls)"

_STARTS = {
    b"$FL2": SPSS,
    b"$FL3": SPSS,
    b"<stata_dta>": STATA,
    b"PK\x03\x04": ZIP,
    b"PK\x05\x06": "an empty ZIP archive",
    b"%PDF": "a PDF document",
    b"\x1f\x8b": "a gzip archive",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"PAR1": "a Parquet file",
    b"RDX": "an R data file",
    b"SQLite format 3": "an SQLite database",
    b"{\\rtf": "a text document (RTF)",
}
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Before 2013 a Stata file began with its version, the byte order and a 1.
_OLD_STATA = {bytes([version, order, 1]) for version in range(0x68, 0x74) for order in (1, 2)}


def file_kind(path: Path) -> str:
    """What the file is, in words for a message; "" for anything else, such as text."""
    with path.open("rb") as file:
        start = file.read(512)
    if start.startswith(_COMPOUND):
        # The parts of such a container are named in UTF-16; an encrypted workbook is one of them.
        return PROTECTED if "EncryptedPackage".encode("utf-16-le") in path.read_bytes() else OLD_WORKBOOK
    if start[:3] in _OLD_STATA:
        return STATA
    if start.lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return "a web page (HTML)"
    return next((kind for bytes_, kind in _STARTS.items() if start.startswith(bytes_)), "")
