"""Press files: each is finished from the accessible file of the same leaflet, locale and edition."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from polyleaf.building.plan import TWIN, Item
from polyleaf.checks.run import run
from polyleaf.model.document import LocalizedDocument
from polyleaf.model.finding import Finding, Waiver
from polyleaf.model.inline import plain
from polyleaf.model.language import Direction
from polyleaf.model.press_file import MM, PressFile, PressLimits
from polyleaf.model.project import Press, Project
from polyleaf.pdf.press.facts import read_press
from polyleaf.pdf.press.finish import finish
from polyleaf.pdf.press.order import PressOrder
from polyleaf.pdf.press.profile import InkProfile, find_profile
from polyleaf.pdf.press.slug import NUMBERED
from polyleaf.render.order import RenderOrder

_SHORT = 8
"""Digits of the accessible file's digest on the slug line: enough to tell any two prints of a leaflet apart."""


@dataclass(frozen=True, slots=True)
class PressPart:
    """The press file of a job.

    Attributes:
        item: Which file it is.
        order: How it is printed.
        limits: What it is held against.
        shown_as: What findings call it.
        target: A temporary file.
    """

    item: Item
    order: PressOrder
    limits: PressLimits
    shown_as: str
    target: Path


@dataclass(frozen=True, slots=True)
class Pressed:
    """A finished temporary press file.

    Attributes:
        pages: Number of pages.
        findings: On the file, without the waived.
        code: The code that stands on the print.
    """

    pages: int
    findings: tuple[Finding, ...]
    code: str


def press_profile(project: Project) -> InkProfile:
    """The output profile of the project.

    Raises:
        UsageError: There is no such file, or it is no output profile for four inks.
    """
    return find_profile(project.config.press.profile, project.root)


def press_limits(press: Press, profile: InkProfile) -> PressLimits:
    """What press files of the project are held against."""
    return PressLimits(
        ink=profile.ink_limit if press.ink_limit is None else press.ink_limit, bleed=min(3.0, press.bleed) * MM
    )


def press_order(project: Project, item: Item, document: LocalizedDocument, profile: InkProfile) -> PressOrder:
    """How a file is printed, by the configuration."""
    press, edition = project.config.press, project.config.editions[item.edition]
    return PressOrder(
        width=edition.width,
        height=edition.height,
        bleed=press.bleed,
        profile=profile,
        black_only=press.colour == "black",
        colours=press.colours,
        title=plain(document.title.inlines),
        author=document.organisation,
        language=document.language.tag,
        right_to_left=document.language.direction is Direction.RTL,
        date=document.published,
        name=item.path,
    )


def judged_press(project: Project, item: Item, path: Path, shown_as: str) -> PressFile:
    """A finished press file for the checks; which screen colours it was made from is no longer known.

    Raises:
        PolyleafError: The file cannot be read, or the project's profile is gone.
    """
    limits = press_limits(project.config.press, press_profile(project))
    return PressFile(read_press(path, shown_as), limits, item.leaflet, item.locale)


def press(
    part: PressPart, made_from: RenderOrder, accessible: Path, waivers: tuple[Waiver, ...], code: str = ""
) -> Pressed:
    """Finish the press file of an accessible one, read it back, judge what is really in it.

    Args:
        part: What to make.
        made_from: How the accessible file was made.
        accessible: The accessible file.
        waivers: Of the project and the leaflet.
        code: The code that stands on the print, if it is known already.

    Raises:
        PolyleafError: It cannot be made ready for print, or not be read back.
        OSError: It cannot be written.
    """
    from polyleaf.render.identity import identify  # noqa: PLC0415 - as below
    from polyleaf.render.slug import SlugOrder, write_slug  # noqa: PLC0415 - only workers need WeasyPrint

    digest = hashlib.sha256(accessible.read_bytes()).hexdigest()[:_SHORT]
    strip = part.target.with_name(f"{part.target.stem}-slug.pdf")
    label = f"{TWIN} {part.item.edition}" if part.item.twin else part.item.edition
    code = code or identify(made_from).code
    write_slug(SlugOrder(made_from.document, made_from.edition, label, made_from.rooms, digest, NUMBERED, strip, code))
    finished = finish(accessible, replace(part.order, code=code), strip, part.target)
    document = made_from.document
    file = PressFile(
        facts=read_press(part.target, part.shown_as),
        limits=part.limits,
        leaflet=document.leaflet,
        locale=document.language.locale,
        replaced=finished.replaced,
    )
    return Pressed(finished.pages, run((file,), waivers, partial=True), code)
