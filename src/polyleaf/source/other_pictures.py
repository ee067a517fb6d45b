"""Files under the name of a picture that are something else: what they are, and the way out."""

from __future__ import annotations

import re

_PAINT = "Open it in Paint or Photos"
_ITS_PROGRAM = "Open it in the program that made it"
_VIEWER = "Open it in the program in which it is looked at"
_FILM = "Show the moment you want in the program that plays it"

_OTHERS = (
    (b"CR\2\0", 8, "raw file of a camera", _ITS_PROGRAM),
    (b"II*\0", 0, "TIFF file", _PAINT),
    (b"MM\0*", 0, "TIFF file", _PAINT),
    (b"ftyphe", 4, "HEIC file", _PAINT),
    (b"ftypmif1", 4, "HEIC file", _PAINT),
    (b"ftypmsf1", 4, "HEIC file", _PAINT),
    (b"ftypavi", 4, "AVIF file", _PAINT),
    (b"ftypcrx", 4, "raw file of a camera", _ITS_PROGRAM),
    (b"ftyp", 4, "film", _FILM),
    (b"moov", 4, "film", _FILM),
    (b"mdat", 4, "film", _FILM),
    (b"wide", 4, "film", _FILM),
    (b"AVI ", 8, "film", _FILM),
    (b"\x1aE\xdf\xa3", 0, "film", _FILM),
    (b"%PDF", 0, "PDF file", _ITS_PROGRAM),
    (b"%!PS", 0, "PostScript file", _ITS_PROGRAM),
    (b"\xc5\xd0\xd3\xc6", 0, "PostScript file", _ITS_PROGRAM),
    (b"\xd7\xcd\xc6\x9a", 0, "WMF file", _PAINT),
    (b" EMF", 40, "EMF file", _PAINT),
    (b"8BPS", 0, "Photoshop file", _ITS_PROGRAM),
    (b"gimp xcf", 0, "GIMP file", _ITS_PROGRAM),
    (b"\x1f\x8b", 0, "packed file", _ITS_PROGRAM),
    (b"\0\0\0\x0cjP  ", 0, "JPEG 2000 file", _ITS_PROGRAM),
    (b"\xff\x4f\xff\x51", 0, "JPEG 2000 file", _ITS_PROGRAM),
    (b"\xff\x0a", 0, "JPEG XL file", _ITS_PROGRAM),
    (b"\0\0\0\x0cJXL ", 0, "JPEG XL file", _ITS_PROGRAM),
    (b"qoif", 0, "QOI file", _ITS_PROGRAM),
    (b"DDS ", 0, "DDS file", _ITS_PROGRAM),
    (b"\0\0\1\0", 0, "file of icons", _PAINT),
    (b"DICM", 128, "file of a scanner (DICOM)", _VIEWER),
    (b"icns", 0, "file of icons", _ITS_PROGRAM),
    (b"II\xbc\x01", 0, "JPEG XR file", _ITS_PROGRAM),
    (b"\xd0\xcf\x11\xe0", 0, "file of an old Office program", _ITS_PROGRAM),
    (b"PK\3\4", 0, "zip or Office file", _ITS_PROGRAM),
    (b"{\\rtf", 0, "text of a word processor (RTF)", _ITS_PROGRAM),
)
"""What stands at which place of the file, what it is, and what to do: the first that fits."""

_NO_PICTURES = (
    (
        b"\0\5\x16\7",
        "is what a Mac keeps beside a picture, not the picture",
        "Take the file whose name does not begin with ._",
    ),
    (b"[InternetShortcut]", "is a link to a page", "Open it, and save the picture itself"),
    (b"version https://git-lfs", "is a note of Git in the place of the picture", "Fetch the pictures: git lfs pull"),
    (
        b"data:image/",
        "is the address of a picture, not the picture",
        "Open it in a browser, and save the picture itself",
    ),
)
"""What lies in folders under the name of a picture, and what to do."""

_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+)?html\b", re.IGNORECASE | re.DOTALL)
_PLAIN_PIXELS = re.compile(rb"P[1-7]\s")
_USUAL = (b"\x89PNG", b"\xff\xd8", b"GIF8", b"BM")


def is_web_page(data: bytes) -> bool:
    """Whether a file is a page of the web."""
    return _WEB_PAGE.match(data) is not None


def told_of(data: bytes) -> tuple[str, str]:
    """Why a file is no picture that prints, and the way out; nothing of a file that nobody knows."""
    if is_web_page(data):
        return "is a web page", "In the browser click the picture itself with the right button, and save that"
    if not data.strip(b"\0 \r\n"):
        return "is empty", "Save it again, or copy it anew"
    if data.startswith(_USUAL) or data[8:12] == b"WEBP" or data[:64].lstrip(b"\r\n\0 ").startswith(_USUAL[:2]):
        return "is damaged", "Open it in the program that made it, and save it again"
    for begin, what, remedy in _NO_PICTURES:
        if data.startswith(begin):
            return what, remedy
    for begin, at, name, way in _OTHERS:
        if data[at:].startswith(begin):
            return _other(name, way)
    return _other("PNM file", _ITS_PROGRAM) if _PLAIN_PIXELS.match(data) else ("", "")


def _other(name: str, way: str) -> tuple[str, str]:
    article = "an" if name[0] in "AEI" else "a"
    return f"is {article} {name}, which is not printed", f"{way}, and save it as PNG or JPEG under a new name"
