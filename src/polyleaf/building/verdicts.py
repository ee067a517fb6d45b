"""Verdicts of the checks: remembered, or had in several processes.

A check looks at nothing but its subject and the tables of languages. So what it said holds as long as the subject is
the same to the last byte, and so are our code and the tables.
"""

from __future__ import annotations

import io
import json
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

import polyleaf
from polyleaf.building.digests import file, tool, words
from polyleaf.building.finding_record import recalled, recorded
from polyleaf.building.item import Item
from polyleaf.building.maker import Step, maker_of
from polyleaf.cache.seen import Seen
from polyleaf.cache.store import Store
from polyleaf.checks.verdict import Verdict, together, verdict
from polyleaf.errors import PolyleafError
from polyleaf.files import digest
from polyleaf.model.finding import Fault, Location
from polyleaf.model.subject import BrokenFile
from polyleaf.workers.crew import Crew
from polyleaf.workers.pool import run_orders
from polyleaf.workers.worker import Failure

_WARM = (__name__, "polyleaf.checks.run", "polyleaf.pdf.reader")

_FEW = 8
"""Up to so many subjects are judged in this process: starting others takes longer."""

_PORTION = 64
"""Subjects that are held in memory at once."""


@dataclass(frozen=True, slots=True)
class Work:
    """Something to judge; it goes to a worker.

    Attributes:
        subject: It itself; or None:
        step: A finished file, to be read first.
    """

    subject: object = None
    step: Step[object] | None = None

    def subjects(self) -> Iterator[object]:
        """What the checks are given."""
        if self.step is None:
            yield self.subject
            return
        try:
            yield from maker_of(self.step.item.output).judged(self.step)
        except PolyleafError as error:
            yield broken(self.step.item, self.step.shown_as, error)


def broken(item: Item, shown_as: str, error: PolyleafError) -> BrokenFile:
    """What stands for a file that cannot be read."""
    return BrokenFile(item.leaflet, shown_as, (Fault(error.message, Location(shown_as), error.hint),))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something to judge, if its verdict is not known.

    Attributes:
        key: Digest of all that it is, in hexadecimal.
        work: Makes it ready; None if it turns out that there is nothing to judge.
    """

    key: str
    work: Callable[[], Work | None]


class Verdicts:
    """Verdicts by what was judged.

    Args:
        store: Where they are remembered.
        languages: Own language files of the project.
        jobs: Processes; 1 means this one.
    """

    def __init__(self, store: Store, languages: Iterable[Path], jobs: int) -> None:
        self._store, self._jobs = store, jobs
        self._base = b""
        if store.is_open:
            tables = (Path(polyleaf.__file__).parent / "languages").glob("*.toml")
            files = sorted({*tables, *languages})
            seen = Seen()
            self._base = digest(tool(), *(part for path in files for part in (*words(path.name), *file(path, seen))))

    def candidate(self, subject: object) -> Candidate:
        """A subject that is there."""
        return Candidate(self._key(_bytes_of(subject)) if self._base else "", partial(Work, subject))

    def key(self, *values: object) -> str:
        """The key of something that these values tell for certain."""
        return self._key(*words(*values)) if self._base else ""

    def of(self, candidates: Iterable[Candidate]) -> Iterator[object]:
        """Verdicts on all of them, or they themselves where nothing is remembered and nobody helps."""
        waiting = iter(candidates)
        with ExitStack() as stack:
            crew: Crew[Work, Verdict] | None = None
            while portion := tuple(islice(waiting, _PORTION)):
                found = [self._recalled(one.key) for one in portion]
                rest = [n for n, one in enumerate(found) if one is None]
                works = {n: work for n in rest if (work := portion[n].work()) is not None}
                if self._jobs > 1 and len(works) > _FEW:
                    crew = crew or stack.enter_context(Crew(judged, _WARM))
                    told = _told(works, self._jobs, crew)
                elif self._store.is_open:
                    told = {n: judged(work) for n, work in works.items()}
                else:
                    for work in works.values():
                        yield from work.subjects()
                    continue
                for n, one in told.items():
                    self._keep(portion[n].key, one)
                    found[n] = one
                yield from (one for one in found if one is not None)

    def close(self) -> None:
        """Clear up, if the store has grown too large."""
        self._store.close()

    def _key(self, *parts: bytes) -> str:
        return digest(self._base, *parts, seed=b"polyleaf verdict 1").hex()

    def _keep(self, key: str, told: Verdict) -> None:
        if self._store.is_open and not told.crashed:
            findings = [recorded(finding) for finding in told.findings]
            data = json.dumps({"leaflet": told.leaflet, "ran": told.ran, "findings": findings}).encode()
            self._store.keep(key, "verdict.json", data, b"")

    def _recalled(self, key: str) -> Verdict | None:
        hit = self._store.find(key, here_only=True) if self._store.is_open else None
        if hit is None:
            return None
        try:
            told = json.loads(hit.data)
            return Verdict(told["leaflet"], tuple(told["ran"]), tuple(map(recalled, told["findings"])))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None


def judged(work: Work) -> Verdict:
    """The verdict on something; runs in a worker."""
    return together(verdict(subject) for subject in work.subjects())


def _told(works: dict[int, Work], jobs: int, crew: Crew[Work, Verdict]) -> dict[int, Verdict]:
    number_of = {id(work): n for n, work in works.items()}
    found: dict[int, Verdict] = {}
    orders: Sequence[Work] = tuple(works.values())
    running = run_orders(judged, orders, jobs, crew=crew)
    with closing(running) as results:
        for work, result in results:
            found[number_of[id(work)]] = judged(work) if isinstance(result, Failure) else result
    return dict(sorted(found.items()))


def _bytes_of(subject: object) -> bytes:
    """All that a subject is; the same in every process."""
    found = io.BytesIO()
    _Steady(found).dump(subject)
    return found.getvalue()


class _Steady(pickle.Pickler):
    """Sets have another order in every process: here they are sorted. What is written can only be compared."""

    def persistent_id(self, value: object) -> list[str] | None:
        """What stands for a set; None for everything else."""
        return sorted(map(repr, value)) if isinstance(value, (set, frozenset)) else None
