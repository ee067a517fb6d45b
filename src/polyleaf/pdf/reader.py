"""Reads what a finished PDF says of itself. Trusts nothing in it."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import pikepdf

from polyleaf.errors import PolyleafError
from polyleaf.model.pdf_facts import PageFacts, PdfFacts, Rect
from polyleaf.pdf.content import Interpreter
from polyleaf.pdf.damage import has_content
from polyleaf.pdf.library import Library
from polyleaf.pdf.limits import CONTENT_BYTES, FILE_BYTES, LINKS, MIB, PAGES, STREAM_BYTES, XMP_BYTES
from polyleaf.pdf.objects import child, inherited, items, name, number, rect, unpacked, words
from polyleaf.pdf.structure import Structure, read_structure
from polyleaf.pdf.tokens import Operation, operations
from polyleaf.pdf.unreadable import UnreadablePdf

_EXPORT_AGAIN = "Export it again from the program it comes from."


Beside = Callable[[Any, bytes, Iterable[Operation]], None]
"""Reads a page beside: gets the page, its content, and the operations of that."""

_LONGEST_KEYWORDS = 200
_LISTED = 4 * MIB
"""Longest content whose operations are kept until all have read them."""


def read_pdf(path: Path, shown_as: str) -> PdfFacts:
    """Read a PDF.

    Invisible text (rendering modes 3 and 7) is not shown on the page and is kept apart. Text inside patterns, Type 3
    glyphs and annotations is not read; vertical writing is measured as if it were horizontal.

    Args:
        path: The file.
        shown_as: What to call it in findings and errors.

    Raises:
        UnreadablePdf: It is no PDF, is damaged or locked, or passes a bound of ``polyleaf.pdf.limits``.
    """
    with opened(path, shown_as) as pdf:
        return facts_of(pdf, shown_as)


def read_keywords(path: Path, shown_as: str) -> str:
    """The keywords of a file, where each of ours names its code; "" if it has none.

    Raises:
        UnreadablePdf: It is no PDF, is damaged or locked, or larger than a bound of ``polyleaf.pdf.limits``.
    """
    with opened(path, shown_as) as pdf:
        return words(child(pdf.docinfo, "/Keywords"))[:_LONGEST_KEYWORDS] if "/Info" in pdf.trailer else ""


@contextmanager
def opened(path: Path, shown_as: str) -> Iterator[pikepdf.Pdf]:
    """The file, open; whatever goes wrong with it in the meantime is told in words.

    Raises:
        UnreadablePdf: It is no PDF, is damaged or locked, or passes a bound of ``polyleaf.pdf.limits``.
    """
    try:
        with _opened(path) as pdf:
            yield pdf
    except UnreadablePdf as error:
        reason = error.message.replace(str(path), shown_as)
        raise UnreadablePdf(f"{shown_as} cannot be read: {reason}", error.hint or _EXPORT_AGAIN) from error
    except PolyleafError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadablePdf(f"{shown_as} cannot be opened: {reason}", "Check its name and your rights.") from error
    except pikepdf.PasswordError as error:
        raise UnreadablePdf(
            f"{shown_as} is locked with a password", "Ask whoever made it for a copy without one."
        ) from error
    except Exception as error:  # a hostile file makes qpdf and its wrapper raise almost anything
        of_the_library = isinstance(error, (pikepdf.PdfError, RuntimeError, ValueError))
        reason = str(error).replace(str(path), shown_as).strip() if of_the_library else ""
        reason = reason or "its parts do not fit together"
        raise UnreadablePdf(f"{shown_as} is no PDF or is damaged: {reason}", _EXPORT_AGAIN) from error


def _opened(path: Path) -> pikepdf.Pdf:
    """The file, opened without repairs, and with bounds on what qpdf unpacks by itself.

    The bounds (for object streams and predictors) hold for the whole process.
    """
    status = path.stat()
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        raise UnreadablePdf("it is not a file")
    if status.st_size > FILE_BYTES:
        raise UnreadablePdf(f"it is larger than {FILE_BYTES // MIB} MB")
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=STREAM_BYTES,
        png_max_memory=STREAM_BYTES,
        run_length_max_memory=STREAM_BYTES,
        tiff_max_memory=STREAM_BYTES,
        max_stream_filters=4,
        doc_max_warnings=1000,
    )
    return pikepdf.open(path, suppress_warnings=True, attempt_recovery=False)


def facts_of(pdf: pikepdf.Pdf, shown_as: str, beside: Beside | None = None, library: Library | None = None) -> PdfFacts:
    """What an open file says of itself; arguments and errors as of ``read_pdf``.

    Args:
        pdf: The file.
        shown_as: What to call it.
        beside: Reads each page in the same pass.
        library: The fonts of the file, if somebody shares them.
    """
    count = len(pdf.pages)
    if count == 0:
        raise UnreadablePdf("it has no pages")
    if count > PAGES:
        raise UnreadablePdf(f"it has {count} pages, more than {PAGES}", "Split it into parts.")
    info = {str(key)[1:]: words(value) for key, value in pdf.docinfo.items()}
    library = library or Library()
    structure = read_structure(pdf.Root)
    pages = tuple(_page(page, number_, library, structure, beside) for number_, page in enumerate(pdf.pages, 1))
    marked = child(child(pdf.Root, "/MarkInfo"), "/Marked")
    return PdfFacts(
        path=shown_as,
        version=pdf.pdf_version,
        title=info.get("Title", "") or _xmp_title(pdf),
        language=words(child(pdf.Root, "/Lang")),
        tagged=marked is True and child(pdf.Root, "/StructTreeRoot") is not None,
        fonts=tuple(library.shown),
        pages=pages,
        info=info,
        elements=tuple(structure.elements),
    )


def _page(page: pikepdf.Page, number_: int, library: Library, structure: Structure, beside: Beside | None) -> PageFacts:
    obj = page.obj
    media = rect(inherited(obj, "/MediaBox"))
    if media is None:
        raise UnreadablePdf(f"page {number_} has no size (MediaBox)")
    interpreter = Interpreter(library, media, structure.of_page(obj))
    content = page_content(obj, number_)
    known = list(operations(content)) if beside is not None and len(content) < _LISTED else None
    interpreter.run(content, inherited(obj, "/Resources"), known)
    if beside is not None:
        beside(obj, content, operations(content) if known is None else known)
    return PageFacts(
        number=number_,
        media=media,
        crop=rect(inherited(obj, "/CropBox")),
        bleed=rect(child(obj, "/BleedBox")),
        trim=rect(child(obj, "/TrimBox")),
        rotate=int(number(inherited(obj, "/Rotate"))) % 360,
        runs=interpreter.runs(),
        hidden=interpreter.hidden(),
        shapes=tuple(interpreter.drawing.shapes),
        links=tuple(_links(obj)),
        crowded=interpreter.drawing.crowded,
        missing=(*(() if has_content(obj) else ("Contents",)), *interpreter.missing),
    )


def _links(page: Any) -> Iterator[Rect]:  # noqa: ANN401 - a PDF object is of any type until looked at
    """Where the links of a page are."""
    for annotation in islice(items(child(page, "/Annots")), LINKS):
        if name(child(annotation, "/Subtype")) == "Link" and (box := rect(child(annotation, "/Rect"))) is not None:
            yield box


def page_content(page: Any, number_: int) -> bytes:  # noqa: ANN401 - a PDF object
    """The page's content: the streams of an array are one stream, cut between tokens."""
    contents = child(page, "/Contents")
    what = f"the content of page {number_}"
    if not isinstance(contents, pikepdf.Array):
        return unpacked(contents, what)
    data = bytearray()
    for part in contents:
        data += unpacked(part, what) + b"\n"
        if len(data) > CONTENT_BYTES:
            raise UnreadablePdf(f"{what} is larger than {CONTENT_BYTES // MIB} MB")
    return bytes(data)


def _xmp_title(pdf: pikepdf.Pdf) -> str:
    """``dc:title`` of the metadata packet, or ""."""
    if not unpacked(child(pdf.Root, "/Metadata"), "the metadata", XMP_BYTES):
        return ""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False, strict=False) as metadata:
        return str(metadata.get("dc:title", "") or "")
