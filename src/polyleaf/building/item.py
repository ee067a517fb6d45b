"""One file that polyleaf makes, and how it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from polyleaf.model.output import ACCESSIBLE, OUTPUTS, Output

TWIN = "bilingual"
"""In the name of a file that shows source and translation side by side; no edition's name begins with it."""

_NAME = r"[^/\\]+"
_CONTRACT = re.compile(
    rf"(?P<leaflet>{_NAME})/(?P<locale>{_NAME})/(?P=leaflet)-(?P=locale)-(?P<twin>{TWIN}-)?(?P<edition>{_NAME})"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One file, or folder of files: a leaflet in a locale and an edition.

    Attributes:
        leaflet, locale, edition: Of which.
        twin: Whether the source is printed beside the translation.
        output: Which kind of file.
    """

    leaflet: str
    locale: str
    edition: str
    twin: bool = False
    output: Output = ACCESSIBLE

    @property
    def path(self) -> str:
        """Where it stands under ``dist``, with forward slashes. Others rely on these names."""
        name = f"{self.leaflet}-{self.locale}-{self.label}{self.output.suffix}"
        return f"{self.leaflet}/{self.locale}/{name}".rstrip("/")

    @property
    def label(self) -> str:
        """What the edition is called on paper, where it also says whether the source stands beside it."""
        return f"{TWIN}-{self.edition}" if self.twin else self.edition

    @property
    def kind(self) -> str:
        """What the manifest calls this kind of file."""
        words = [TWIN] if self.twin else []
        return "-".join(words if words and self.output == ACCESSIBLE else [*words, self.output.name])

    @property
    def source(self) -> Item | None:
        """The file that it is made from; None if it is made from the leaflet itself."""
        return replace(self, output=self.output.needs) if self.output.needs else None

    @property
    def chain(self) -> Iterator[Item]:
        """The item, the one it is made from, and so on."""
        item: Item | None = self
        while item is not None:
            yield item
            item = item.source


def item_of(path: PurePosixPath) -> Item | None:
    """The item that a file under ``dist`` is by its name, or None if the name is not one of ours."""
    name = path.as_posix()
    for output in sorted(OUTPUTS.values(), key=lambda one: -len(one.suffix)):
        suffix = output.suffix.rstrip("/")
        if name.endswith(suffix) and (found := _CONTRACT.fullmatch(name.removesuffix(suffix))):
            return Item(found["leaflet"], found["locale"], found["edition"], bool(found["twin"]), output)
    return None
