"""What a command works on: a project, its rooms of templates and translations, its sign-offs, and the day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from polyleaf.catalog.signoff.ledger import Ledger, read_ledger
from polyleaf.model.message import Message
from polyleaf.model.project import Project
from polyleaf.starter.rooms import own_room, template_rooms, translation_rooms


@dataclass(frozen=True)
class Workspace:
    """Made once for a command and handed down; what stands in files is read when it is first asked for, and once.

    Attributes:
        project: The project, perhaps with some of its leaflets only.
        today: The day for dates of review and sign-off; nobody below the command line reads a clock.
    """

    project: Project
    today: datetime.date

    @cached_property
    def templates(self) -> tuple[Path, ...]:
        """Folders of templates, the project's own first; the built-in one is last."""
        return template_rooms(self.project.root)

    @cached_property
    def translations(self) -> tuple[Path, ...]:
        """Folders of catalogs: the project's own, whether it is there or not, then the others."""
        own = own_room(self.project.root, "translations")
        return tuple(dict.fromkeys((own, *translation_rooms(self.project.root))))

    @property
    def fallbacks(self) -> tuple[Path, ...]:
        """Folders of catalogs that are asked for words of the templates after the project's own."""
        return self.translations[1:]

    @cached_property
    def ledger(self) -> Ledger:
        """The sign-offs.

        Raises:
            MachineError: They cannot be read.
            UsageError: They cannot be used.
        """
        return read_ledger(self.project)

    @cached_property
    def words(self) -> tuple[Message, ...]:
        """Messages of the templates.

        Raises:
            UsageError: A template has a syntax error.
        """
        from polyleaf.render.words import template_messages  # noqa: PLC0415 - a build with nothing to do needs no Jinja2

        return template_messages(self.templates)

    @cached_property
    def page_words(self) -> tuple[Message, ...]:
        """Those of them that a page of a leaflet may print: what a sign-off is given for.

        Raises:
            UsageError: A template has a syntax error.
        """
        from polyleaf.render.page_words import page_messages  # noqa: PLC0415 - as above

        return page_messages(self.templates)
