"""Built files in the store: taken from it instead of made, and put into it when they were made.

The key is the digest of everything that a file is made from and judged by, as in the manifest, so what was found on it
and on its catalog holds too. A release is taken from this computer's own store only: whoever can write to a server
could put in a file that looks like one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from polyleaf.building.finding_record import recalled, recalled_verdict, recorded, recorded_verdict
from polyleaf.building.item import Item
from polyleaf.building.maker import Made
from polyleaf.cache.store import Hit, Store
from polyleaf.checks.verdict import Verdict
from polyleaf.model.artifact import State
from polyleaf.model.finding import Finding, Location
from polyleaf.model.wording import count

_AT_ONCE = 8
"""Files that are asked for or sent at the same time: a server answers each after some milliseconds."""

_PORTION = 8 * _AT_ONCE

_WHOLE = ""
"""The name in ``Made.files`` of a file that is not in a folder."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file from the store.

    Attributes:
        item: Which.
        place: Where it was put down.
        made: What is known of it.
        on_catalog: What the checks said of its catalog; None if it has none.
    """

    item: Item
    place: Path
    made: Made
    on_catalog: Verdict | None


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

    def of(self, items: Sequence[Item], folder: Path, shown: Mapping[Item, str]) -> Iterator[Taken]:
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
                known = None if hit is None else _known(hit, shown[item])
                if hit is not None and known is not None:
                    target = folder / f"stored-{number}{Path(item.path).suffix}"
                    target.write_bytes(hit.data)
                    self._taken += 1
                    yield Taken(item, target, *known)

    def told(self) -> Iterator[str]:
        """What to say of it in the end."""
        if self._taken:
            yield f"{count(self._taken, 'file')} taken from the store: made before, from the same"
        if self._store.trouble:
            yield self._store.trouble

    def keep(self, item: Item, made: Made, on_catalog: Verdict | None, shown_as: str, place: Path) -> None:
        """Put a file into the store that was just built.

        Args:
            item: Which.
            made: What is known of it.
            on_catalog: What the checks said of its catalog, if it has one.
            shown_as: What its findings call it.
            place: Where it stands.
        """
        unsure = on_catalog is not None and on_catalog.crashed
        if not self._store.is_open or set(made.files) != {_WHOLE} or unsure:
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
            "catalog": None if on_catalog is None else recorded_verdict(on_catalog),
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


def _known(hit: Hit, shown_as: str) -> tuple[Made, Verdict | None] | None:
    """What is known of a file and of its catalog; None if it cannot be understood."""
    try:
        told = json.loads(hit.told)
        findings = tuple(_renamed(recalled(one), told["shown_as"], shown_as) for one in told["findings"])
        on_catalog = None if told["catalog"] is None else recalled_verdict(told["catalog"])
        words = {name: told[name] for name in ("validated", "code", "page", "text", "basis")}
        if type(told["pages"]) is not int or not all(isinstance(word, str) for word in words.values()):
            return None
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None
    sha256 = hit.entry.sha256
    return Made(told["pages"], sha256, findings, files={_WHOLE: sha256}, **words), on_catalog


def _renamed(finding: Finding, before: str, now: str) -> Finding:
    """A finding on a file that stands elsewhere."""

    def place(one: Location) -> Location:
        return replace(one, path=now) if one.path == before else one

    fault = finding.fault
    return replace(
        finding, fault=replace(fault, location=place(fault.location), prints=tuple(map(place, fault.prints)))
    )
