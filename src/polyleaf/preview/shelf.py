"""What the workers of the desk learn while they make files, laid down for whoever asks next."""

from __future__ import annotations

import datetime
import json
import pickle
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from polyleaf.building.item import Item
from polyleaf.files import write_atomic
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Finding
from polyleaf.preview.reading import File, Reading, reading_of
from polyleaf.render.outline import Outline
from polyleaf.source.reader import read_project
from polyleaf.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder that ends with the desk.

    Attributes:
        folder: Where it is.
        root: Folder of the project.
    """

    folder: Path
    root: Path

    def begin(self, today: datetime.date) -> None:
        """Tell the workers which day it is."""
        self._day.write_text(today.isoformat(), encoding="ascii")

    def keep_outline(self, item: Item, outline: Outline) -> None:
        """Keep what the layout of a file came to."""
        told = asdict(outline) | {"tables": sorted(outline.tables)}
        write_atomic(self._at(item), json.dumps(told).encode())

    def outline(self, item: Item) -> Outline | None:
        """What the last whole layout came to; None if there was none yet."""
        try:
            told = json.loads(self._at(item).read_bytes())
        except OSError:
            return None
        styles = {int(number): style for number, style in told["styles"].items()}
        order = {int(number): tuple(children) for number, children in told.get("order", {}).items()}
        tables, counted, ends = frozenset(told["tables"]), tuple(told["counted"]), tuple(told["ends"])
        return Outline(told["shape"], told["pages"], tables, styles, counted, ends, order)

    def keep_reading(self, item: Item, made: str, printed: PrintedDocument, findings: Iterable[Finding]) -> None:
        """Keep where the texts of a file stand and what is found on it: its maker has just read it.

        Args:
            item: Which file.
            made: SHA-256 of it.
            printed: What stands in it.
            findings: On it.
        """
        today = datetime.date.fromisoformat(self._day.read_text(encoding="ascii"))
        workspace = Workspace(read_project(self.root, [item.leaflet]).with_drafts, today)
        found = reading_of(printed, findings, workspace, item.leaflet, item.locale)
        write_atomic(self._at(item, "read"), pickle.dumps((made, found)))

    def reading(self, file: File, made: str) -> Reading | None:
        """What was kept of a file; None if that was another one."""
        try:
            kept, found = pickle.loads(self._at(Item(*file), "read").read_bytes())  # noqa: S301 - our own worker wrote it
        except OSError:
            return None
        return found if kept == made else None

    @property
    def _day(self) -> Path:
        return self.folder / "today"

    def _at(self, item: Item, what: str = "laid-out") -> Path:
        return self.folder / f"{sha256(item.path.encode()).hexdigest()[:32]}.{what}"
