"""Press files: each is finished from the accessible file of the same leaflet, locale and edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

from polyleaf.building.documents import Documents
from polyleaf.building.item import TWIN, Item
from polyleaf.building.maker import Made, Maker, Step
from polyleaf.checks.run import run
from polyleaf.model.document import LocalizedDocument
from polyleaf.model.inline import plain
from polyleaf.model.language import Direction
from polyleaf.model.press_file import MM, PressFile, PressLimits
from polyleaf.model.project import Project
from polyleaf.pdf.press.facts import read_press
from polyleaf.pdf.press.finish import finish
from polyleaf.pdf.press.order import PressOrder
from polyleaf.pdf.press.profile import InkProfile, find_profile
from polyleaf.pdf.press.slug import NUMBERED
from polyleaf.render.order import RenderOrder

_SHORT = 8
"""Digits of the accessible file's digest on the slug line: enough to tell any two prints of a leaflet apart."""


@dataclass(frozen=True, slots=True)
class FinishOrder:
    """How a press file is finished, and what it is held against."""

    order: PressOrder
    limits: PressLimits


def press_profile(project: Project) -> InkProfile:
    """The output profile of the project.

    Raises:
        UsageError: There is no such file, or it is no output profile for four inks.
    """
    return find_profile(project.config.press.profile, project.root)


class Press(Maker[FinishOrder]):
    """Makes PDF/X files for the print shop."""

    @cached_property
    def _profile(self) -> InkProfile:
        return press_profile(self.workspace.project)

    def inputs(self) -> tuple[object, ...]:
        """The press settings and the output profile."""
        press = self.workspace.project.config.press
        return press, sorted(press.colours.items()), self._profile.sha256, version("pikepdf")

    def order(self, documents: Documents, item: Item, document: LocalizedDocument, target: Path) -> FinishOrder:  # noqa: ARG002 - the order names no file
        """How a file is printed, by the configuration."""
        config = self.workspace.project.config
        press, edition = config.press, config.editions[item.edition]
        order = PressOrder(
            width=edition.width,
            height=edition.height,
            bleed=press.bleed,
            profile=self._profile,
            black_only=press.colour == "black",
            colours=press.colours,
            title=plain(document.title.inlines),
            author=document.organisation,
            language=document.language.tag,
            right_to_left=document.language.direction is Direction.RTL,
            date=document.published,
            name=item.path,
        )
        ink = self._profile.ink_limit if press.ink_limit is None else press.ink_limit
        return FinishOrder(order, PressLimits(ink=ink, bleed=min(3.0, press.bleed) * MM))

    @staticmethod
    def make(step: Step[FinishOrder], source: tuple[Step[Any], Made] | None) -> Made:
        """Finish the press file of an accessible one, read it back, judge what is really in it."""
        from polyleaf.render.identity import identify  # noqa: PLC0415 - as below
        from polyleaf.render.slug import SlugOrder, write_slug  # noqa: PLC0415 - only workers need WeasyPrint

        if source is None:
            raise TypeError("a press file is made from an accessible one")
        before, made = source
        page: RenderOrder = before.order
        document, item, accessible = page.document, step.item, before.target
        strip = step.target.with_name(f"{step.target.stem}-slug.pdf")
        label = f"{TWIN} {item.edition}" if item.twin else item.edition
        identity = identify(page) if not made.code or not made.text else None
        code, text = (identity.code, identity.text) if identity else (made.code, made.text)
        write_slug(SlugOrder(document, page.edition, label, page.rooms, made.sha256[:_SHORT], NUMBERED, strip, code))
        finished = finish(accessible, replace(step.order.order, code=code), strip, step.target)
        file = PressFile(
            facts=read_press(step.target, step.shown_as),
            limits=step.order.limits,
            leaflet=document.leaflet,
            locale=document.language.locale,
            replaced=finished.replaced,
        )
        return Made(finished.pages, findings=run((file,), step.waivers, partial=True), code=code, text=text)

    @staticmethod
    def judged(step: Step[FinishOrder]) -> Iterator[PressFile]:
        """The file; which screen colours it was made from is no longer known."""
        facts = read_press(step.target, step.shown_as)
        yield PressFile(facts, step.order.limits, step.item.leaflet, step.item.locale)
