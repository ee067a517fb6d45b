"""Why a file is made: which of its inputs are other than they were when it was made last."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from polyleaf.building.freshness import Inputs
from polyleaf.building.item import Item
from polyleaf.building.layer import BUILT_IN, Kind, Layer
from polyleaf.building.outlines import TEXTS, Outlines
from polyleaf.cache.place import record_of
from polyleaf.cache.store import own_store
from polyleaf.errors import PolyleafError
from polyleaf.files import read_bounded, write_atomic
from polyleaf.model.artifact import Artifact, State
from polyleaf.model.wording import count

_CONFIG = "polyleaf.toml"
_FORMAT = 1
_LARGEST = 256 * 1024 * 1024
"""Bytes of the record; a file takes 200."""

_SHORT = 16
"""Digits that name a layer in the record."""

_MOST = 5
"""Changes that are told of one kind; of more, how many there are."""

_WORDS = 60
"""Characters of a text that are shown."""


_KEYS = {Kind.EDITION: "editions.{name}", Kind.OUTPUT: "press"}
"""Where the configuration speaks of an input."""

_SAID = {
    Kind.CODE: "polyleaf's own code was changed",
    Kind.EDITION: "{key} {how}",
    Kind.FONT: "the font {name} {how}",
    Kind.LANGUAGE: "what is known of the language {name} {how}",
    Kind.OFFER: "the sentence that offers the leaflet in {name} {how}",
    Kind.OUTPUT: "{key}, or what {name} files are made with, was changed",
    Kind.SETTING: "{key} {how}",
    Kind.SIGNED: "translations/approvals.toml: its sign-off was given, changed or withdrawn",
    Kind.STATE: "it was a {old} and becomes a {new}",
    Kind.VERSION: "{name} {how}",
    Kind.WAIVER: "a waiver of {name} {added}",
}


class Reasons:
    """What each file of a folder was made from when it was made last; kept in the user's cache folder.

    Args:
        root: The project.
        out: Folder of the built files.
        inputs: What they would be made from now.
        state: What is made.
    """

    def __init__(self, root: Path, out: Path, inputs: Inputs, state: State) -> None:
        self._root, self._out, self._inputs, self._state = root, out, inputs, state
        self._path = record_of("inputs", root, out.absolute())
        self._outlines = Outlines(own_store())
        self._told: dict[tuple[bytes, bytes], tuple[str, ...]] = {}

    def tell(
        self,
        items: Iterable[Item],
        manifest: Mapping[str, Artifact],
        told: Callable[[str, tuple[str, ...]], None],
        *,
        force: bool,
    ) -> None:
        """Tell of each of these files why it is not current.

        Args:
            items: The files.
            manifest: What was made before.
            told: Is given path and reasons.
            force: Whether all are made in any case.
        """
        known = self.record()
        for item in items:
            told(item.path, ("--force makes every file",) if force else self.why(item, manifest.get(item.path), known))

    def why(self, item: Item, before: Artifact | None, known: Mapping[str, Any]) -> tuple[str, ...]:
        """Why a file is not current, one reason a line.

        Args:
            item: Which.
            before: Its line of the manifest.
            known: The record; see ``record``.
        """
        if before is None:
            return ("it was not made before",)
        now = self._inputs.layers(item, self._state)
        if before.inputs == self._inputs.digest(item, self._state):
            is_there = (self._out / item.path).exists()
            return ("the file is not as it was made: somebody changed it" if is_there else "the file is gone",)
        layers = _layers(item, before, known)
        if len(layers) != len(now):
            return ("something it is made from has changed; what that was is not remembered on this computer",)
        found = tuple(reason for old, new in zip(layers, now, strict=True) for reason in self._changes(old, new))
        return found or ("what it is made from is put together in another way",)

    def record(self) -> Mapping[str, Any]:
        """What was kept; empty if nothing can be read."""
        try:
            told = json.loads(read_bounded(self._path, _LARGEST)) if self._path else {}
            return told if told["format"] == _FORMAT else {}
        except (OSError, PolyleafError, ValueError, KeyError, TypeError, RecursionError):
            return {}

    def keep(self, current: Iterable[tuple[Item, Artifact]]) -> None:
        """Remember what current files are made from. If that cannot be written, it is not known the next time."""
        if self._path is None:
            return
        record = self.record()
        try:
            layers, files = dict(record.get("layers", {})), dict(record.get("files", {}))
            new = [one for one in current if files.get(one[0].path, {}).get("inputs") != one[1].inputs]
            if not new:
                return
            for item, artifact in new:
                own = {one.digest.hex()[:_SHORT]: one for one in self._inputs.layers(item, self._state)}
                for name, one in own.items():
                    if name not in layers:
                        layers[name] = one.parts
                        self._keep_texts(one)
                files[item.path] = {"inputs": artifact.inputs, "layers": list(own)}
            used = {name for told in files.values() for name in told["layers"]}
            kept = {"format": _FORMAT, "layers": {n: one for n, one in layers.items() if n in used}, "files": files}
            write_atomic(self._path, json.dumps(kept, separators=(",", ":")).encode())
        except (PolyleafError, AttributeError, KeyError, TypeError):
            return

    def _keep_texts(self, layer: Layer) -> None:
        for part, told in layer.parts.items():
            kind, _, name = part.partition(" ")
            if kind == Kind.FILE and (path := self._text(name)) is not None:
                self._outlines.keep(name, told, path)

    def _text(self, name: str) -> Path | None:
        """A text of the project by its name; None if it is none."""
        path = self._root / name
        return path if not name.startswith(BUILT_IN) and path.suffix in TEXTS and path.is_file() else None

    def _changes(self, old: Layer, new: Layer) -> tuple[str, ...]:
        """What is other in a layer; many files share it."""
        key = old.digest, new.digest
        if key not in self._told:
            self._told[key] = self._changed(old, new) if old.digest != new.digest else ()
        return self._told[key]

    def _changed(self, old: Layer, new: Layer) -> tuple[str, ...]:
        names = [name for name in {**old.parts, **new.parts} if old.parts.get(name) != new.parts.get(name)]
        told = [line for name in names for line in self._change(name, old.parts.get(name), new.parts.get(name))]
        more = len(told) - _MOST
        return tuple(told) if more <= 1 else (*told[:_MOST], f"and {more} more changes of this kind")

    def _change(self, part: str, old: str | None, new: str | None) -> Iterator[str]:
        kind, _, name = part.partition(" ")
        how = "is new" if old is None else "is gone" if new is None else "was changed"
        if kind == Kind.FILE:
            yield from self._file(name, old, new, how)
        elif kind == Kind.VERSION and old is not None and new is not None:
            yield f"{name} {_short(old)} became {_short(new)}"
        else:
            key = _KEYS.get(Kind(kind), "{name}").format(name=name)
            added = "was added" if old is None else "was taken away"
            yield _SAID[Kind(kind)].format(name=name, how=how, old=old, new=new, added=added, key=self._setting(key))

    def _file(self, name: str, old: str | None, new: str | None, how: str) -> Iterator[str]:
        shown = f"polyleaf's own {name.removeprefix(BUILT_IN)}" if name.startswith(BUILT_IN) else name
        path = self._text(name)
        lines = self._outlines.changes(name, old, path) if path is not None and old and new else []
        if path is None or not lines:
            yield f"{shown} {how}"
        elif path.suffix == ".po":
            yield from _messages(path, shown, lines)
        else:
            more = f", and {count(len(lines) - 1, 'other line')}" if len(lines) > 1 else ""
            yield f"{shown}:{lines[0]} {how}{more}"

    def _setting(self, name: str) -> str:
        """A key of the configuration with its line, if its name stands there."""
        try:
            lines = read_bounded(self._root / _CONFIG, _LARGEST).decode(errors="replace").splitlines()
        except (OSError, PolyleafError):
            lines = []
        header = re.compile(rf"\s*\[{re.escape(name)}\]|\s*{re.escape(name)}\s*=")
        line = next((number for number, one in enumerate(lines, start=1) if header.match(one)), None)
        return f"{_CONFIG}:{line}: [{name}]" if line else f"{_CONFIG}: [{name}]"


def _layers(item: Item, before: Artifact, known: Mapping[str, Any]) -> tuple[Layer, ...]:
    """What a file was made from, by the record; none if that is not known, as of a file from another computer."""
    try:
        told = known["files"][item.path]
        layers = tuple(Layer(dict(known["layers"][name])) for name in told["layers"])
        return layers if told["inputs"] == before.inputs else ()
    except (KeyError, TypeError, ValueError):
        return ()


def _messages(path: Path, shown: str, lines: list[int]) -> Iterator[str]:
    """The messages of a catalog in which these lines stand."""
    text = read_bounded(path, _LARGEST).decode(errors="replace").splitlines()
    begins = dict.fromkeys(_begin(text, line) for line in lines)
    for begin in begins:
        said = "".join(re.findall(r'"(.*)"', "\n".join(text[begin - 1 : begin + 6]).partition("\nmsgstr")[0]))
        short = said if len(said) <= _WORDS else f"{said[: _WORDS - 1]}…"
        yield f"{shown}:{begin}: the translation of “{short}” was changed" if said else f"{shown}:{begin} was changed"


def _begin(text: list[str], line: int) -> int:
    """The line of the ``msgid`` of the message in which a line stands; or that line itself."""
    at = min(line, len(text))
    while at > 0:
        if text[at - 1].startswith("msgid"):
            return at
        at -= 1
    return line


def _short(version: str) -> str:
    return version.split(maxsplit=1)[0] if version.split() else version
