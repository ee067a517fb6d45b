"""A translation as it came back, made to fit the text it is for.

Tools indent the XML they write, sheets and clipboards bring the line ends of Windows, people leave blank lines behind,
and ``msgcat`` writes two translations into one with a mark between them. None of that is part of a translation, and
``msgfmt -c`` refuses a catalog in which text and translation begin or end differently.
"""

from __future__ import annotations

import re

from polyleaf.catalog.exchange.pieces import unhide

MSGCAT = re.compile(r"^#-#-#-#-#.*#-#-#-#-#\s*$", re.MULTILINE)
"""What ``msgcat`` puts above each of two translations, headers or remarks that do not agree."""

_HIDDEN_END = re.compile(r"_x000[DdAa]_")
_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BREAK = re.compile(r"[ \t]*\n\s*")
_INDENTED = re.compile(r"\n[ \t]+")
_AROUND = re.compile(r"\A(\s*)(.*?)(\s*)\Z", re.DOTALL)
_UNSEEN_ENDS = re.compile(r"\A[\s\u00ad\u200b\u2060\ufeff]+|[\s\u00ad\u200b\u2060\ufeff]+\Z")
"""Signs that nobody sees, and that hide a full stop from whoever looks at the end."""

_LAST_SIGNS = ".!?:;…"


def fitted(text: str, source: str) -> str:
    """The translation with line ends, indentation and white space at both ends as the source has them.

    Args:
        text: As it came back; "" or nothing but white space is no translation, and becomes "".
        source: The text it is for.
    """
    if not _HIDDEN_END.search(source):
        text = _HIDDEN_END.sub(lambda match: unhide(match[0]), text)
    if not _ENDS.search(source):
        text = _ENDS.sub("\n", text)
    if "\n" not in source:
        text = _BREAK.sub(" ", text.strip())
    elif not _INDENTED.search(source):
        text = _INDENTED.sub("\n", text)
    if not _UNSEEN_ENDS.sub("", text):
        return ""
    start, end = _around(source)
    return "".join((start, _UNSEEN_ENDS.sub("", text), end)) if source.strip() else text


def _around(text: str) -> tuple[str, str]:
    match = _AROUND.match(text)
    return (match[1], match[3]) if match else ("", "")


def is_copy(text: str, source: str) -> bool:
    """Whether a translation is the text itself, but for its last sign: tools fill targets in with it."""
    one, other = (_UNSEEN_ENDS.sub("", words).rstrip(_LAST_SIGNS).split() for words in (text, source))
    return one == other
