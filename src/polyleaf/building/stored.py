"""Built files in the store: taken from it instead of made, and put into it when they were made.

The key is the digest of everything that a file is made from and judged by, as in the manifest, so what was found on it
holds too. A release is taken from this computer's own store only: whoever can write to a server could put in a file
that looks like one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from polyleaf.building.finding_record import recalled, recorded
from polyleaf.building.item import Item
from polyleaf.building.maker import Made
from polyleaf.cache.store import Hit, Store
from polyleaf.model.artifact import State
from polyleaf.model.finding import Finding, Location
from polyleaf.model.wording import count

_AT_ONCE = 8
"""Files that are asked for or sent at the same time: a server answers each after some milliseconds."""

_PORTION = 8 * _AT_ONCE

_WHOLE = ""
"""The name in ``Made.files`` of a file that is not in a folder."""


class Stored:
    """The store as a build uses it; a context manager, in the end of which everything is sent.

    Args:
        store: The store.
        digests: Of what each file is made from.
        state: What is built.
    """

    def __init__(self, store: Store, digests: Mapping[Item, str], state: State) -> None:
        self._store, self._digests = store, digests
        self._here_only = state is State.RELEASE
        self._taken = 0
        self._sending = ThreadPoolExecutor(_AT_ONCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._sending.shutdown(wait=True, cancel_futures=kind is not None)
        self._store.close()

    def of(self, items: Sequence[Item], folder: Path, shown: Mapping[Item, str]) -> Iterator[tuple[Item, Path, Made]]:
        """Those of the files that are in the store, put down in a folder, with what is known of them.

        Args:
            items: The files that are wanted.
            folder: Where to put them.
            shown: What findings call each file.
        """
        if not self._store.is_open:
            return
        wanted = [item for item in items if not item.output.is_folder]
        with ThreadPoolExecutor(_AT_ONCE) as asking:
            for number, (item, hit) in enumerate(self._hits(wanted, asking)):
                made = None if hit is None else _made(hit, shown[item])
                if hit is not None and made is not None:
                    target = folder / f"stored-{number}{Path(item.path).suffix}"
                    target.write_bytes(hit.data)
                    self._taken += 1
                    yield item, target, made

    def told(self) -> Iterator[str]:
        """What to say of it in the end."""
        if self._taken:
            yield f"{count(self._taken, 'file')} taken from the store: made before, from the same"
        if self._store.trouble:
            yield self._store.trouble

    def keep(self, item: Item, made: Made, shown_as: str, place: Path) -> None:
        """Put a file into the store that was just built.

        Args:
            item: Which.
            made: What is known of it.
            shown_as: What its findings call it.
            place: Where it stands.
        """
        if not self._store.is_open or set(made.files) != {_WHOLE}:
            return
        key = self._digests[item]
        told = {
            "shown_as": shown_as,
            "pages": made.pages,
            "validated": made.validated,
            "code": made.code,
            "page": made.page,
            "text": made.text,
            "basis": made.basis,
            "findings": [recorded(finding) for finding in made.findings],
        }
        data = place.read_bytes()
        if made.files[_WHOLE] == made.sha256:
            self._sending.submit(self._store.keep, key, item.path, data, json.dumps(told).encode())

    def _hits(self, wanted: Sequence[Item], asking: ThreadPoolExecutor) -> Iterator[tuple[Item, Hit | None]]:
        """The files in portions: no more of them are held in memory."""
        for start in range(0, len(wanted), _PORTION):
            portion = wanted[start : start + _PORTION]
            yield from zip(portion, asking.map(self._find, portion), strict=True)

    def _find(self, item: Item) -> Hit | None:
        return self._store.find(self._digests[item], here_only=self._here_only)


def _made(hit: Hit, shown_as: str) -> Made | None:
    """What is known of a file; None if it cannot be understood."""
    try:
        told = json.loads(hit.told)
        findings = tuple(_renamed(recalled(one), told["shown_as"], shown_as) for one in told["findings"])
        words = {name: told[name] for name in ("validated", "code", "page", "text", "basis")}
        if type(told["pages"]) is not int or not all(isinstance(word, str) for word in words.values()):
            return None
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None
    sha256 = hit.entry.sha256
    return Made(told["pages"], sha256, findings, files={_WHOLE: sha256}, **words)


def _renamed(finding: Finding, before: str, now: str) -> Finding:
    """A finding on a file that stands elsewhere."""

    def place(one: Location) -> Location:
        return replace(one, path=now) if one.path == before else one

    fault = finding.fault
    return replace(
        finding, fault=replace(fault, location=place(fault.location), prints=tuple(map(place, fault.prints)))
    )
