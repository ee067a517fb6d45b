"""What people answer when a project is begun: languages and sizes by any of their names."""

from __future__ import annotations

from collections.abc import Callable

from polyleaf.locales.table import meanings, unknown
from polyleaf.manuscript.faults import Refusal
from polyleaf.model.foreign import one_line
from polyleaf.starter.choices import SIZES


def maybe(read: Callable[[str], str]) -> Callable[[str], str]:
    """Reads an answer that may be empty."""
    return lambda text: read(text.strip()) if text.strip() else ""


def language_named(text: str) -> str:
    """The locale of a language by any of its names.

    Raises:
        Refusal: It names none, or several.
    """
    found = meanings(text.strip())
    if len(found) != 1:
        clause, hint = unknown(text.strip())
        raise Refusal(f"has “{one_line(text, 40)}” in it, {clause}", hint)
    return found[0]


def languages_named(text: str) -> tuple[str, ...]:
    """The locales of languages with commas between them.

    Raises:
        Refusal: One names none, or several.
    """
    return tuple(dict.fromkeys(language_named(part) for part in text.split(",") if part.strip()))


def sizes_named(text: str) -> dict[str, str]:
    """Sizes of print by name of edition: "clear, large", "16".

    Raises:
        Refusal: One is no size, or there is none.
    """
    found: dict[str, str] = {}
    for part in (part.strip().lower() for part in text.split(",") if part.strip()):
        points = part.removesuffix("pt").removesuffix("point").strip()
        name = next((name for name, size in SIZES.items() if part == name or f"{points}pt" == size), "")
        if not name and not (points.isascii() and points.isdecimal() and 10 <= int(points) <= 48):  # noqa: PLR2004 - what people read
            raise Refusal(
                f"has {part!r} in it, which is no size", f"Write {', '.join(SIZES)}, or points from 10 to 48."
            )
        found[name or f"p{points}"] = SIZES.get(name, f"{points}pt")
    if not found:
        raise Refusal("names no size", f"Write one of: {', '.join(SIZES)}.")
    return found
