"""The questions of ``polyleaf init --wizard``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from polyleaf.manuscript.faults import Refusal
from polyleaf.model.foreign import one_line
from polyleaf.starter.choices import SIZES, Choices, ContactChoice

T = TypeVar("T")


def asked() -> Choices:
    """What somebody answers; an answer that cannot be used is told and asked for again."""
    from polyleaf.source import values
    from polyleaf.source.phone_number import telephone

    click.echo("Enter takes what stands in brackets. Everything can be changed later in polyleaf.toml.\n")
    organisation = _until_right("Name of your organisation", values.words, "Example Hospital")
    source = _until_right("Language you write in", _language, "English (UK)")
    targets = _until_right("Languages you translate into, with commas", _languages, "")
    ward = _until_right("Who answers questions (name of a ward or desk; empty for nobody)", str.strip, "")
    contact = None
    if ward:
        phone = _until_right("Its telephone", _maybe(telephone), "")
        email = _until_right("Its e-mail", _maybe(values.email), "")
        contact = ContactChoice(ward, phone, email)
    wanted = _until_right(f"Sizes of print: {', '.join(SIZES)} (14, 18, 24 point), or points", _sizes, "clear, large")
    logo = _until_right("File of your logo (SVG, PNG or JPEG; empty for none)", _logo, "")
    return Choices(organisation, source, tuple(one for one in targets if one != source), contact, wanted, logo)


def _until_right(question: str, read: Callable[[str], T], default: str) -> T:
    while True:
        answer = click.prompt(question, default=default, show_default=bool(default), type=str)
        try:
            return read(answer)
        except Refusal as refusal:
            click.echo(f"  That {refusal.message}. {refusal.hint}")


def _maybe(read: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: read(text.strip()) if text.strip() else ""


def _language(text: str) -> str:
    from polyleaf.locales.table import meanings, unknown

    found = meanings(text.strip())
    if len(found) != 1:
        clause, hint = unknown(text.strip())
        raise Refusal(f"has “{one_line(text, 40)}” in it, {clause}", hint)
    return found[0]


def _languages(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_language(part) for part in text.split(",") if part.strip()))


def _sizes(text: str) -> dict[str, str]:
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


def _logo(text: str) -> Path | None:
    if not text.strip():
        return None
    path = Path(text.strip()).expanduser()
    if not path.is_file() or path.suffix.lower() not in (".svg", ".png", ".jpg", ".jpeg"):
        raise Refusal("is no picture that is there", "Write where it is, such as pictures/logo.svg.")
    return path
