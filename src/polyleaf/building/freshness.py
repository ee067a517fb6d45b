"""Digests of everything a file is made from: equal digests, equal file, no work.

Catalogs, pictures and templates are hashed as bytes and not parsed, so that a build with nothing to do is over at once.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from polyleaf.building.digests import file, folder, tool, words
from polyleaf.building.fonts import families, font_files
from polyleaf.building.item import Item
from polyleaf.building.maker import Makers, makers
from polyleaf.building.product import is_whole
from polyleaf.cache.seen import Seen
from polyleaf.catalog.po.paths import TEMPLATES, catalog_path
from polyleaf.files import digest
from polyleaf.locales.table import language
from polyleaf.model.approval import Approval
from polyleaf.model.artifact import Artifact, State
from polyleaf.model.message import Text
from polyleaf.model.output import Output
from polyleaf.model.project import Config, Contact
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
        seen = self.seen = Seen() if seen is None else seen
        project = self._project = workspace.project
        self._workspace = workspace
        self._maker = makers(workspace) if maker is None else maker
        self._shared = digest(
            tool(),
            *words(_setting(project.config)),
            *words(*map(language, project.config.locales)),
            *(part for room in workspace.templates for part in folder(room, seen)),
            *(
                part
                for room in workspace.translations
                for locale in project.config.targets
                for part in file(room / locale / "LC_MESSAGES" / f"{TEMPLATES}.po", seen)
            ),
            *(  # by their content: another computer that has them may know files by this digest
                part
                for path, *_ in font_files(families(project.config))
                for part in (*words(Path(path).name), *file(Path(path), seen))
            ),
            *(file(project.root / project.config.logo.file, seen) if project.config.logo.file else ()),
        )
        self._leaflet = cache(self._of_leaflet)
        self._catalog = cache(self._of_catalog)
        self._output = cache(self._of_output)

    def digest(self, item: Item, state: State) -> str:
        """The digest of everything that the item is made from, in hexadecimal."""
        return digest(
            self._shared,
            self._leaflet(item.leaflet),
            self._catalog(item.leaflet, item.locale),
            self._output(item.output),
            *words((item.path, self._project.config.editions[item.edition], state.value)),
        ).hex()

    def _of_output(self, output: Output) -> bytes:
        """What files of an output are made from beside the rest, and the outputs it is made from in turn."""
        source = self._output(output.needs) if output.needs else b""
        return digest(source, *words(output, self._maker(output).inputs()))

    def _of_catalog(self, leaflet: str, locale: str) -> bytes:
        signed = self._workspace.ledger.entries.get((leaflet, locale))  # critical blocks are printed by it
        mark = signed.digest if isinstance(signed, Approval) else ""
        return digest(*file(catalog_path(self._project.root, locale, leaflet), self.seen), *words(mark))

    def _of_leaflet(self, name: str) -> bytes:
        # The leaflet as it was read: its file may have been saved again since, and that text is not printed now.
        # What is read later (catalogs, pictures, templates) is hashed before: a change in between shows next time.
        leaflet = self._project.leaflets[name]
        pictures = sorted(leaflet.images.items())
        sound = (self._project.root / one.path for _, one in pictures if one.problem is None)
        return digest(
            *words(leaflet, *((name, facts.problem) for name, facts in pictures)),
            *(part for path in sound for part in file(path, self.seen)),
        )


def is_current(out: Path, artifact: Artifact | None, digest: str, seen: Seen | None = None) -> bool:
    """Whether a file was made from these inputs and still is as it was made."""
    return artifact is not None and artifact.inputs == digest and is_whole(out / artifact.path, artifact.sha256, seen)


def _setting(config: Config) -> tuple[object, ...]:
    """What of the configuration shows on pages and in the findings on them; not its line numbers."""
    return (
        config.organisation,
        config.web,
        config.verify,
        config.locales,
        config.digits,
        config.critical,
        config.accessible,
        config.logo,
        config.look,
        [_contact(contact) for contact in config.contacts.values()],
        sorted((waiver.check, waiver.leaflet or "") for waiver in config.waivers),
    )


def _contact(contact: Contact) -> tuple[str, ...]:
    def words(text: Text | None) -> str:
        return "" if text is None else text.msgid

    written = (contact.id, contact.phone, contact.email, contact.web)
    return (*written, words(contact.name), words(contact.hours), words(contact.note))
