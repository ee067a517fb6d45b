"""The questions of ``polyleaf init --wizard``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from polyleaf.manuscript.faults import Refusal
from polyleaf.starter.answers import language_named, languages_named, maybe, sizes_named
from polyleaf.starter.choices import SIZES, Choices, ContactChoice

T = TypeVar("T")


def asked() -> Choices:
    """What somebody answers; an answer that cannot be used is told and asked for again."""
    from polyleaf.source import values
    from polyleaf.source.phone_number import telephone

    click.echo("Enter takes what stands in brackets. Everything can be changed later in polyleaf.toml.\n")
    organisation = _until_right("Name of your organisation", values.words, "Example Hospital")
    source = _until_right("Language you write in", language_named, "English (UK)")
    targets = _until_right("Languages you translate into, with commas", languages_named, "")
    ward = _until_right("Who answers questions (name of a ward or desk; empty for nobody)", str.strip, "")
    contact = None
    if ward:
        phone = _until_right("Its telephone", maybe(telephone), "")
        email = _until_right("Its e-mail", maybe(values.email), "")
        contact = ContactChoice(ward, phone, email)
    wanted = _until_right(
        f"Sizes of print: {', '.join(SIZES)} (14, 18, 24 point), or points", sizes_named, "clear, large"
    )
    logo = _until_right("File of your logo (SVG, PNG or JPEG; empty for none)", _logo, "")
    return Choices(organisation, source, tuple(one for one in targets if one != source), contact, wanted, logo)


def _until_right(question: str, read: Callable[[str], T], default: str) -> T:
    while True:
        answer = click.prompt(question, default=default, show_default=bool(default), type=str)
        try:
            return read(answer)
        except Refusal as refusal:
            click.echo(f"  That {refusal.message}. {refusal.hint}")


def _logo(text: str) -> Path | None:
    if not text.strip():
        return None
    path = Path(text.strip()).expanduser()
    if not path.is_file() or path.suffix.lower() not in (".svg", ".png", ".jpg", ".jpeg"):
        raise Refusal("is no picture that is there", "Write where it is, such as pictures/logo.svg.")
    return path
