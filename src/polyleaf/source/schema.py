"""The shape of ``polyleaf.toml`` as pydantic models. Unknown keys are refused everywhere."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from polyleaf.errors import nearest
from polyleaf.locales.table import meanings, unknown
from polyleaf.manuscript.faults import Refusal
from polyleaf.model.boxes import CRITICAL, MARKABLE
from polyleaf.model.edition import FOLDS, PAPERS
from polyleaf.model.inks import CmykInks
from polyleaf.model.look import THEMES
from polyleaf.model.preset import PRESETS, SHEETFED
from polyleaf.source import values
from polyleaf.source.phone_number import telephone

BUILT_IN_PROFILES = ("built-in FOGRA39", "built-in FOGRA29")
"""Output profiles that come with polyleaf; any other value is the path of an ICC file in the project."""


def _paper(text: str) -> str:
    text = next((one for one in PAPERS if one.casefold() == text.casefold()), text)  # as people write them: a4, letter
    if text not in PAPERS:
        near = nearest(text, PAPERS)
        known = ", ".join(PAPERS)
        raise Refusal(
            f"is {values.shown(text)}, which is not a paper",
            f"Did you mean {near}? Papers: {known}" if near else f"Papers: {known}",
        )
    return text


def _profile(text: str) -> str:
    if text.startswith("built-in"):
        if text not in BUILT_IN_PROFILES:
            raise Refusal(
                f"is {values.shown(text)}, which is not built in", f"Built in: {', '.join(BUILT_IN_PROFILES)}"
            )
    elif text.startswith("/") or "\\" in text or ":" in text or ".." in text.split("/"):
        raise Refusal(
            f"is {values.shown(text)}, which leaves the project",
            "Put the ICC file into the project folder and name it here",
        )
    return text


def _length(text: object, unit: str, least: float, most: float) -> float:
    if not isinstance(text, str):
        raise Refusal(f"is {text}, without its unit", f'Write it in quotes with the unit: "{text}{unit}"')
    return values.length(text, unit, least, most)


def _language(text: str) -> str:
    """The locale of a language by any of its names."""
    found = meanings(text)
    if len(found) != 1:
        what, hint = unknown(text)
        raise Refusal(f"is {values.shown(text)}, {what}", hint)
    return found[0]


def _one_of(known: Collection[str], wrong: str, otherwise: str) -> AfterValidator:
    return AfterValidator(partial(values.one_of, known=known, wrong=wrong, otherwise=otherwise))


_Words = Annotated[str, AfterValidator(values.words)]
_Locale = Annotated[str, AfterValidator(_language)]
_PresetName = Annotated[str, _one_of(PRESETS, "which is no preflight profile", f"Built in: {', '.join(PRESETS)}")]
_BoxName = Annotated[str, _one_of(MARKABLE, "which is no box that holds text", f"Boxes: {', '.join(MARKABLE)}")]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)


class OrganisationTable(_Table):
    """``[organisation]``."""

    name: _Words
    web: Annotated[str, AfterValidator(values.web)] | None = None
    verify: Annotated[str, AfterValidator(values.prefix)] | None = None


class ContactTable(_Table):
    """``[contacts.<id>]``."""

    name: _Words
    phone: Annotated[str, AfterValidator(telephone)] | None = None
    email: Annotated[str, AfterValidator(values.email)] | None = None
    web: Annotated[str, AfterValidator(values.web)] | None = None
    hours: _Words | None = None
    note: _Words | None = None


class LanguagesTable(_Table):
    """``[languages]``."""

    source: _Locale
    targets: list[_Locale] = Field(default_factory=list)
    digits: Literal["latn", "native"] = "latn"


class EditionTable(_Table):
    """``[editions.<name>]``; sizes below 8 pt nobody reads, above 48 pt no word fits a line."""

    size: Annotated[float, BeforeValidator(partial(_length, unit="pt", least=8, most=48))]
    paper: Annotated[str, AfterValidator(_paper)] = "A4"
    margin: Annotated[float, BeforeValidator(partial(_length, unit="mm", least=5, most=60))] | None = None
    fields: bool = False
    fold: Annotated[str, _one_of(FOLDS, "which is no fold", f"Folds: {', '.join(FOLDS)}")] | None = None


class PressTable(_Table):
    """``[press]``."""

    bleed: Annotated[float, BeforeValidator(partial(_length, unit="mm", least=0, most=20))] = 3.0
    profile: Annotated[str, AfterValidator(_profile)] = BUILT_IN_PROFILES[0]
    colour: Literal["cmyk", "black"] = "cmyk"
    ink_limit: Annotated[float, BeforeValidator(values.ink_limit)] | None = None
    colours: dict[
        Annotated[str, AfterValidator(values.screen_colour)], Annotated[CmykInks, BeforeValidator(values.inks)]
    ] = Field(default_factory=dict)


class PrintTable(_Table):
    """``[print]``."""

    stock: _Words | None = None
    finishing: _Words | None = None
    proof_contact: _Words | None = None
    preflight: _Words | None = None


class PreflightTable(_Table):
    """``[preflight.<name>]``: thresholds that are another than those of ``base``."""

    base: _PresetName = SHEETFED.name
    bleed: Annotated[float, BeforeValidator(partial(_length, unit="mm", least=0, most=20))] | None = None
    quiet_zone: Annotated[float, BeforeValidator(partial(_length, unit="mm", least=0, most=30))] | None = None
    ink_limit: Annotated[float, BeforeValidator(values.ink_limit)] | None = None
    thinnest_line: Annotated[float, BeforeValidator(partial(_length, unit="pt", least=0, most=5))] | None = None
    small_text: Annotated[float, BeforeValidator(partial(_length, unit="pt", least=0, most=48))] | None = None
    picture_ppi: Annotated[int, Field(ge=0, le=2400)] | None = None
    picture_ppi_warning: Annotated[int, Field(ge=0, le=2400)] | None = None
    line_art_ppi: Annotated[int, Field(ge=0, le=4800)] | None = None
    line_art_ppi_warning: Annotated[int, Field(ge=0, le=4800)] | None = None
    errors: list[Annotated[str, AfterValidator(values.check_id)]] = Field(default_factory=list)
    warnings: list[Annotated[str, AfterValidator(values.check_id)]] = Field(default_factory=list)
    off: list[Annotated[str, AfterValidator(values.check_id)]] = Field(default_factory=list)


class LogoTable(_Table):
    """``[logo]``: what the organisation's brand book asks."""

    file: _Words | None = None
    width: Annotated[float, BeforeValidator(partial(_length, unit="mm", least=5, most=100))] | None = None
    clear: Annotated[float, BeforeValidator(partial(_length, unit="mm", least=0, most=60))] | None = None
    colours: list[Annotated[str, AfterValidator(values.screen_colour)]] = Field(default_factory=list)


class LookTable(_Table):
    """``[look]``: a theme, and what is another than in it."""

    theme: Annotated[str, _one_of(THEMES, "which is no theme", f"Themes: {', '.join(THEMES)}")] = next(iter(THEMES))
    accent: Annotated[str, AfterValidator(values.screen_colour)] | None = None
    tint: Annotated[str, AfterValidator(values.screen_colour)] | None = None
    second: Annotated[str, AfterValidator(values.screen_colour)] | None = None
    corner: Annotated[float, BeforeValidator(partial(_length, unit="mm", least=0, most=8))] | None = None
    rule: Annotated[float, BeforeValidator(partial(_length, unit="pt", least=0.5, most=3))] | None = None
    bar: Annotated[float, BeforeValidator(partial(_length, unit="mm", least=1, most=6))] | None = None


class WaiverTable(_Table):
    """One entry of ``waivers``."""

    check: Annotated[str, AfterValidator(values.check_id)]
    reason: _Words


class ChecksTable(_Table):
    """``[checks]``."""

    waivers: list[WaiverTable] = Field(default_factory=list)
    critical: list[_BoxName] = Field(default_factory=lambda: list(CRITICAL))


class ProjectFile(_Table):
    """The whole file."""

    accessible: Literal["pdf/ua-1", "pdf/ua-2"] = "pdf/ua-1"
    organisation: OrganisationTable
    languages: LanguagesTable
    contacts: dict[Annotated[str, AfterValidator(values.identifier)], ContactTable] = Field(default_factory=dict)
    editions: dict[Annotated[str, AfterValidator(values.edition_name)], EditionTable] = Field(default_factory=dict)
    press: PressTable = Field(default_factory=PressTable)
    print: PrintTable = Field(default_factory=PrintTable)
    preflight: dict[Annotated[str, AfterValidator(values.edition_name)], PreflightTable] = Field(default_factory=dict)
    checks: ChecksTable = Field(default_factory=ChecksTable)
    logo: LogoTable = Field(default_factory=LogoTable)
    look: LookTable = Field(default_factory=LookTable)


SHAPES: dict[tuple[str, ...], type[BaseModel]] = {
    (): ProjectFile,
    ("organisation",): OrganisationTable,
    ("languages",): LanguagesTable,
    ("contacts", "*"): ContactTable,
    ("editions", "*"): EditionTable,
    ("press",): PressTable,
    ("print",): PrintTable,
    ("preflight", "*"): PreflightTable,
    ("checks",): ChecksTable,
    ("logo",): LogoTable,
    ("look",): LookTable,
    ("checks", "waivers", "*"): WaiverTable,
}


def known_keys(table: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that the table at that place may have."""
    for shape, model in SHAPES.items():
        if len(shape) == len(table) and all(want in ("*", key) for want, key in zip(shape, table, strict=True)):
            return tuple(model.model_fields)
    return ()


EXAMPLES = {
    "organisation": '[organisation] says who gives out the leaflets: name = "Example Hospital"',
    "languages": '[languages] says which languages there are: source = "en_GB" and targets = ["pl", "ar"]',
}
"""What a table that must be there is for, with a line of it."""
