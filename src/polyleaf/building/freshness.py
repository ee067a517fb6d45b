"""Digests of everything a file is made from: equal digests, equal file, no work.

Catalogs, pictures and templates are hashed as bytes and not parsed, so that a build with nothing to do is over at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

from polyleaf.building.digests import file, files_in, tool_parts, words
from polyleaf.building.fonts import families, font_files
from polyleaf.building.item import Item
from polyleaf.building.layer import BUILT_IN, Kind, Layer, Part, layer
from polyleaf.building.maker import Makers, makers
from polyleaf.building.product import is_whole
from polyleaf.building.template_words import TemplateWords
from polyleaf.cache.seen import Seen
from polyleaf.catalog.localizing.pseudo import PSEUDO
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.checks.subjects import project_waivers
from polyleaf.files import digest
from polyleaf.locales.table import language
from polyleaf.model.approval import Approval
from polyleaf.model.artifact import Artifact, State
from polyleaf.model.message import Text
from polyleaf.model.output import Output
from polyleaf.model.project import Config, Contact
from polyleaf.starter.rooms import own_room
from polyleaf.workspace import Workspace


class Inputs:
    """The inputs of every file of a project as they are now. What files share is read once.

    Args:
        workspace: The project, its rooms and sign-offs.
        maker: Of its outputs, if they were asked for already.
        seen: Digests of files that have not changed since they were read; without it, every byte is read.

    Attributes:
        seen: The same.
    """

    def __init__(self, workspace: Workspace, maker: Makers | None = None, seen: Seen | None = None) -> None:
        self.seen = Seen() if seen is None else seen
        self._project = workspace.project
        self._workspace = workspace
        self._maker = makers(workspace) if maker is None else maker
        self._template_words = TemplateWords(workspace, self.seen)
        self._waivers = project_waivers(workspace.project)
        self._leaflet = cache(self._of_leaflet)
        self._catalog = cache(self._of_catalog)
        self._words = cache(self._of_words)
        self._output = cache(self._of_output)

    @cached_property
    def _shared(self) -> Layer:
        return layer(chain(tool_parts(), self._of_rooms(), self._of_fonts()))

    @cached_property
    def _settings(self) -> Layer:
        return layer(_settings(self._workspace.project.config))

    def digest(self, item: Item, state: State) -> str:
        """The digest of everything that the item is made from, in hexadecimal."""
        return digest(*(one.digest for one in self.layers(item, state))).hex()

    def layers(self, item: Item, state: State) -> tuple[Layer, ...]:
        """Everything that the item is made from, by name."""
        return (
            self._shared,
            self._settings,
            self._words(item.locale),
            self._leaflet(item.leaflet),
            self._catalog(item.leaflet, item.locale),
            self._output(item.output),
            self._own(item.path, item.edition, state),
        )

    def _own(self, path: str, edition: str, state: State) -> Layer:
        """What no other file has."""
        size = b"".join(words(path, self._project.config.editions[edition]))
        return layer([(Kind.EDITION, edition, size), (Kind.STATE, "", state.value.encode())])

    def _of_rooms(self) -> Iterator[Part]:
        own = own_room(self._project.root, "templates")
        for room in self._workspace.templates:
            for name, path in files_in(room):
                called = f"{'' if room == own else BUILT_IN}templates/{name}"
                yield Kind.FILE, called, b"".join(file(path, self.seen))

    def _of_fonts(self) -> Iterator[Part]:
        """By their content: another computer that has them may know files by this digest."""
        for path, *_ in font_files(families(self._project.config)):
            yield Kind.FONT, Path(path).name, b"".join(file(Path(path), self.seen))
        if logo := self._project.config.logo.file:
            yield Kind.FILE, logo, b"".join(file(self._project.root / logo, self.seen))

    def _of_words(self, locale: str) -> Layer:
        """The words of the templates in a language and in that of the source, and what offers the other languages."""
        source = self._project.config.source
        own = () if locale in (*PSEUDO, source) else self._template_words.of(locale)
        return layer((*self._template_words.of(source), *own, *self._template_words.offers))

    def _of_output(self, output: Output) -> Layer:
        """What files of an output are made from beside the rest, and the outputs it is made from in turn."""
        source = self._output(output.needs).digest if output.needs else b""
        told = b"".join((source, *words(output, self._maker(output).inputs())))
        return layer([(Kind.OUTPUT, output.name, told)])

    def _of_catalog(self, leaflet: str, locale: str) -> Layer:
        path = catalog_path(self._project.root, locale, leaflet)
        signed = self._workspace.ledger.entries.get((leaflet, locale))  # critical blocks are printed by it
        mark = signed.digest if isinstance(signed, Approval) else ""
        content = b"".join(file(path, self.seen))
        name = path.relative_to(self._project.root).as_posix()
        return layer([(Kind.FILE, name, content), (Kind.SIGNED, "", b"".join(words(mark)))])

    def _of_leaflet(self, name: str) -> Layer:
        return layer(self._parts_of_leaflet(name))

    def _parts_of_leaflet(self, name: str) -> Iterator[Part]:
        # The leaflet as it was read: its file may have been saved again since, and that text is not printed now.
        # What is read later (catalogs, pictures, templates) is hashed before: a change in between shows next time.
        leaflet = self._project.leaflets[name]
        pictures = sorted(leaflet.images.items())
        read = words(leaflet, *((called, facts.problem) for called, facts in pictures))
        yield Kind.FILE, leaflet.path, b"".join(read)
        for _, one in pictures:
            if one.problem is None:
                yield Kind.FILE, one.path, b"".join(file(self._project.root / one.path, self.seen))
        accepted = {waiver.check for waiver in self._waivers if waiver.leaflet in (None, name)}
        yield from ((Kind.WAIVER, check, b"") for check in sorted(accepted))


def is_current(out: Path, artifact: Artifact | None, digest: str, seen: Seen | None = None) -> bool:
    """Whether a file was made from these inputs and still is as it was made."""
    return artifact is not None and artifact.inputs == digest and is_whole(out / artifact.path, artifact.sha256, seen)


def _settings(config: Config) -> Iterator[Part]:
    """What of the configuration shows on pages and in the findings on them; not its line numbers."""
    told: dict[str, object] = {
        "organisation": (config.organisation, config.web, config.verify),
        "languages": (config.source, config.targets, config.digits),
        "critical": config.critical,
        "accessible": config.accessible,
        "logo": config.logo,
        "look": config.look,
        **{f"contacts.{one.id}": (place, _contact(one)) for place, one in enumerate(config.contacts.values())},
    }
    for name, value in told.items():
        yield Kind.SETTING, name, b"".join(words(value))
    for locale in config.locales:
        yield Kind.LANGUAGE, locale, b"".join(words(language(locale)))


def _contact(contact: Contact) -> tuple[str, ...]:
    def words(text: Text | None) -> str:
        return "" if text is None else text.msgid

    written = (contact.id, contact.phone, contact.email, contact.web)
    return (*written, words(contact.name), words(contact.hours), words(contact.note))
