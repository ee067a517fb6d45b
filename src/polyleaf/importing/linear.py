"""Formulas as people type them in one line: a half is 1/2, never 12."""

from __future__ import annotations

from polyleaf.importing.glyphs import lowered, raised


def alone(words: str) -> str:
    """A part of a formula, in brackets unless it is one number, one word, or in brackets."""
    is_one = words.replace(".", "").replace(",", "").isalnum() or (words.startswith("(") and words.endswith(")"))
    return words if is_one or not words else f"({words})"


def quotient(over: str, under: str) -> str:
    """A fraction."""
    return f"{alone(over)}/{alone(under)}"


def high(words: str) -> str:
    """What stands raised: figures as the characters they are."""
    return raised(words) if not words or raised(words) != words else f"^{alone(words)}"


def low(words: str) -> str:
    """What stands lowered."""
    return lowered(words) if not words or lowered(words) != words else f"_{alone(words)}"
