"""What a file from outside is, told by its content: what can be brought in, and what its owner must do else."""

from __future__ import annotations

import io
from enum import Enum
from pathlib import Path

from polyleaf.errors import UsageError
from polyleaf.files import TooLargeError, UnfitFileError, read_bounded
from polyleaf.model.foreign import one_line
from polyleaf.zipped import UnzipError, Zip

MOST_BYTES = 100 * 2**20
"""Bytes of a file: a leaflet with twenty photographs has 60 million."""
MOST_UNPACKED = 300 * 2**20
MOST_PARTS = 5_000

SAVE_AS_WORD = "Open it in Word or LibreOffice and save it as a Word document (.docx)."
_SMALLER = "Make its pictures smaller (in Word: Picture Format, Compress Pictures), or split it into several leaflets."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    (
        "EncryptedPackage",
        "is locked with a password",
        "Open it with the password, take it off (File, Info, Protect Document), and save it.",
    ),
    ("WordDocument", "is a Word document of the old kind (.doc)", SAVE_AS_WORD),
    ("Workbook", "is an Excel workbook, no text", "Copy the text into a Word document."),
    ("PowerPoint Document", "is a PowerPoint presentation, no text", "Copy the text into a Word document."),
)
_NO_LEAFLET = (
    (b"{\\rtf", "is rich text (RTF)", SAVE_AS_WORD),
    (
        b"%PDF",
        "is a PDF file",
        "Ask for the document that it was made from: a PDF holds letters in places, no paragraphs.",
    ),
    (b"MIME-Version:", "is a web page in one file (MHT)", "Save it as a web page (.html), or as a Word document."),
    (b"\x89PNG", "is a picture", "Bring in the text; pictures come with it."),
    (b"\xff\xd8\xff", "is a picture", "Bring in the text; pictures come with it."),
    (b"\x1f\x8b", "is a packed file", "Unpack it first."),
    (b"\xfd7zXZ", "is a packed file", "Unpack it first."),
    (b"Rar!", "is a packed file", "Unpack it first."),
)
_PARTS = (
    ("xl/workbook.xml", "is an Excel workbook, no text", "Copy the text into a Word document."),
    ("ppt/presentation.xml", "is a PowerPoint presentation, no text", "Copy the text into a Word document."),
)
_TEXT = (".md", ".markdown", ".txt", ".text")
_WEB = (".html", ".htm", ".xhtml", ".xht")
_ODF = "application/vnd.oasis.opendocument."


class Kind(Enum):
    """What can be brought in."""

    WORD = "Word document"
    ODT = "LibreOffice document"
    HTML = "web page"
    MARKDOWN = "Markdown"


class ImportRefusal(UsageError):  # noqa: N818 - a refusal, as elsewhere
    """A file that is not brought in.

    Args:
        shown_as: The file as people see it.
        reason: What is wrong with it, continuing its name.
        hint: What to do about it.
    """

    def __init__(self, shown_as: str, reason: str, hint: str) -> None:
        super().__init__(f"{shown_as} {reason}", hint)


def opened_file(path: Path, shown_as: str) -> tuple[Kind, bytes]:
    """What a file is, and its bytes.

    Raises:
        ImportRefusal: It is nothing that can be brought in; the hint says what to do.
        MachineError: It cannot be read.
    """
    try:
        data = read_bounded(path, MOST_BYTES, shown_as)
    except FileNotFoundError:
        raise ImportRefusal(shown_as, "is not there", "Look at its name and folder.") from None
    except TooLargeError as error:
        raise ImportRefusal(shown_as, error.reason, _SMALLER) from error
    except UnfitFileError as error:
        raise ImportRefusal(shown_as, error.reason, "Name the document itself.") from error
    return _kind(data, path.suffix.lower(), shown_as), data


def _kind(data: bytes, suffix: str, shown_as: str) -> Kind:  # noqa: C901 - one line a kind
    if not data.strip(b"\0 \t\r\n"):
        raise ImportRefusal(shown_as, "is empty", "Name another file, or get it again from where it came.")
    if data.startswith(_OLE):
        raise _ole(data, shown_as)
    for head, reason, hint in _NO_LEAFLET:
        if data.startswith(head):
            raise ImportRefusal(shown_as, reason, hint)
    if data.startswith(b"PK"):
        return _zipped(data, shown_as)
    if suffix in (".docx", ".odt", ".docm", ".doc", ".dotx"):
        hint = f"It may have been cut short or renamed: get it again, or {SAVE_AS_WORD[0].lower()}{SAVE_AS_WORD[1:]}"
        raise ImportRefusal(shown_as, "is no Word document, whatever its name says", hint)
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ImportRefusal(shown_as, "is no text", SAVE_AS_WORD)
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"<office:document" in head or b"urn:oasis:names:tc:opendocument" in data[:4096]:
        return Kind.ODT
    if suffix in _WEB or head.startswith((b"<!doctype html", b"<html")) or b"<html" in head:
        return Kind.HTML
    if suffix in _TEXT:
        return Kind.MARKDOWN
    raise ImportRefusal(
        shown_as,
        f"is of a kind that is not brought in ({one_line(suffix, 12) or 'no ending'})",
        "Files that are: .docx, .odt, .html and .md.",
    )


def decoded(data: bytes) -> str:
    """The text of a file that does not say its encoding: UTF-8, or else what Windows writes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _ole(data: bytes, shown_as: str) -> ImportRefusal:
    """Old office files keep the names of their parts in UTF-16."""
    for name, reason, hint in _OLE_STREAMS:
        if name.encode("utf-16-le") in data:
            return ImportRefusal(shown_as, reason, hint)
    return ImportRefusal(shown_as, "is an office file of the old kind", SAVE_AS_WORD)


def _zipped(data: bytes, shown_as: str) -> Kind:
    file = unzipped(data, shown_as)
    names = file.names
    for part, reason, hint in _PARTS:
        if part in names:
            raise ImportRefusal(shown_as, reason, hint)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise ImportRefusal(
            shown_as,
            "holds macros, which are programs",
            "Save it as a plain Word document (.docx): that leaves them out.",
        )
    if "mimetype" in names:
        kind = file.read("mimetype", 4096).decode("ascii", "replace").strip()
        if kind.startswith(f"{_ODF}text"):
            if "META-INF/manifest.xml" in names and b"encryption-data" in file.read("META-INF/manifest.xml", 2**20):
                raise ImportRefusal(shown_as, "is locked with a password", "Save it without a password.")
            return Kind.ODT
        raise ImportRefusal(shown_as, f"is no text document ({one_line(kind, 60)})", SAVE_AS_WORD)
    if "[Content_Types].xml" not in names:
        raise ImportRefusal(
            shown_as, "is a packed folder (zip), no Word document", "Unpack it, and name the document in it."
        )
    return Kind.WORD


def unzipped(data: bytes, shown_as: str) -> Zip:
    """The parts of a packed document.

    Raises:
        ImportRefusal: It is damaged, locked, or unpacks to more than any leaflet has.
    """
    try:
        return Zip(io.BytesIO(data), shown_as, SAVE_AS_WORD, most_files=MOST_PARTS, most_bytes=MOST_UNPACKED)
    except UnzipError as error:
        raise ImportRefusal(shown_as, f"cannot be used: {error.reason}", error.hint) from error
