"""What qpdf had to mend, or to leave out, when it read a file: a print shop's program may mend it another way."""

from __future__ import annotations

import re

import pikepdf

from polyleaf.pdf.objects import child, items

_MOST = 20
_LONGEST = 200
_ONLY_OURS = re.compile(r"memory limit exceeded|too many (?:stream )?filters")
"""Of streams that are larger than we let qpdf unpack: nothing is wrong with them."""

_ECHO = re.compile(r"stream will be re-processed without filtering")
_OBJECT = re.compile(r"\bobject (\d+) \d+")
_PLACE = re.compile(r"^\s*(?:WARNING|ERROR)?:?\s*")


def damage(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Everything qpdf warned of so far, and what it finds when it unpacks every stream; each once, on one line.

    Args:
        pdf: The file, opened without repairs; its pages have been looked at.
    """
    said = [*pdf.get_warnings(), *pdf.check_pdf_syntax(), *pdf.get_warnings()]
    found: dict[str, None] = {}
    for words in map(str, said):
        if _ONLY_OURS.search(words) or _ECHO.search(words):
            continue
        plain = _PLACE.sub("", words.replace(str(pdf.filename), "")).strip()
        found[" ".join(plain.split())[:_LONGEST]] = None
    return tuple(found)[:_MOST]


def page_count(pdf: pikepdf.Pdf) -> int | None:
    """How many pages the page tree says there are; None if it says nothing sensible.

    To be asked before anybody looks at the pages: then qpdf mends the number.
    """
    counted = child(child(pdf.Root, "/Pages"), "/Count")
    return counted if isinstance(counted, int) and not isinstance(counted, bool) else None


def has_content(page: pikepdf.Object) -> bool:
    """Whether all that a page names as its content is in the file; a page that names none has it.

    What is not there counts as nothing, and is not among the keys that qpdf tells.
    """
    contents = child(page, "/Contents")
    if contents is None:
        return "/Contents" not in page.as_dict()
    return all(isinstance(part, pikepdf.Stream) for part in items(contents))


def object_of(words: str) -> int | None:
    """Number of the object that a message is about."""
    found = _OBJECT.search(words)
    return int(found[1]) if found else None
