"""Which way a language is read, for language tags of files that others made."""

from __future__ import annotations

from polyleaf.locales.shelf import folded
from polyleaf.locales.table import LANGUAGES
from polyleaf.model.language import Direction

_RIGHT_SCRIPTS = frozenset(("arab", "hebr", "thaa", "syrc", "nkoo", "adlm"))
"""Scripts that are read from the right (ISO 15924), in small letters."""


def is_right_to_left(tag: str) -> bool:
    """Whether a language is read from the right: by its script if the tag names one, else by its own file.

    Args:
        tag: A BCP 47 tag (``ar``, ``pa-Arab-PK``); what is not known is read from the left.
    """
    parts = tag.replace("_", "-").split("-")
    scripts = [part.lower() for part in parts[1:] if len(part) == 4 and part.isalpha()]  # noqa: PLR2004 - ISO 15924
    if scripts:
        return scripts[0] in _RIGHT_SCRIPTS
    locales = {folded(locale): locale for locale in LANGUAGES}
    known = locales.get(folded(tag)) or locales.get(parts[0].lower())
    return known is not None and LANGUAGES[known].direction is Direction.RTL
