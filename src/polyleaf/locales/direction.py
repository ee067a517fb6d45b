"""Which way a language is read, for language tags of files that others made."""

from __future__ import annotations

from polyleaf.locales.tags import full, parse_tag, replaced

_RIGHT_SCRIPTS = frozenset(("Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"))
"""Scripts that are read from the right (ISO 15924)."""


def is_right_to_left(tag: str) -> bool:
    """Whether a language is read from the right: by its script if the tag names one, else by the likely one.

    Args:
        tag: A BCP 47 tag (``ar``, ``pa-Arab-PK``); what is not known is read from the left.
    """
    parts = parse_tag(tag)
    return parts is not None and full(replaced(parts)).script in _RIGHT_SCRIPTS
