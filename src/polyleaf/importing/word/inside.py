"""Documents that stand inside a Word file: what of them can be read as a web page."""

from __future__ import annotations

import email
import email.policy
import html
import re


def page_of(data: bytes) -> bytes | None:
    """A page, a page in one file (MHT) or plain text as a page; None for anything else."""
    head = data[:1024].lower()
    if head.lstrip().startswith(b"mime-version:"):
        return _page_of_letter(data)
    if b"<html" in head or b"<body" in head:
        return data
    if data.startswith((b"{\\rtf", b"%PDF")) or b"\0" in data:
        return None
    try:
        words = html.escape(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None
    return "".join(f"<p>{part}</p>" for part in re.split(r"[\r\n]+", words)).join(_AROUND).encode()


_AROUND = ("<html><head><meta charset=utf-8></head><body>", "</body></html>")


def _page_of_letter(data: bytes) -> bytes | None:
    """The page in a file of Word's "single file web page", whose parts are those of a letter."""
    try:
        letter = email.message_from_bytes(data, policy=email.policy.default)
        part = letter.get_body(("html", "plain"))
        text = part.get_content() if part is not None else None
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError):  # whatever is wrong in it
        return None
    if not isinstance(text, str):
        return None
    if part is not None and part.get_content_type() == "text/plain":
        return page_of(text.encode())
    return re.sub(r"<meta[^>]{0,200}charset[^>]{0,200}>", "", text, flags=re.IGNORECASE).encode()
