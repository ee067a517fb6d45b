"""Reads the keywords of a PDF, where each of our files names its code. Trusts nothing in it."""

from __future__ import annotations

from pathlib import Path

from polyleaf.pdf.objects import child, words
from polyleaf.pdf.reader import opened

_LONGEST = 200


def read_keywords(path: Path, shown_as: str) -> str:
    """The keywords of a file, or "".

    Raises:
        UnreadablePdf: It is no PDF, is damaged or locked, or larger than a bound of ``polyleaf.pdf.limits``.
    """
    with opened(path, shown_as) as pdf:
        return words(child(pdf.docinfo, "/Keywords"))[:_LONGEST] if "/Info" in pdf.trailer else ""
