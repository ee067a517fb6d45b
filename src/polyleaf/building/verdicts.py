"""Verdicts of the checks: remembered, or had in several processes.

A check looks at nothing but its subject and the tables of languages. So what it said holds as long as the subject is
the same to the last byte, and so are our code and the tables.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice
from pathlib import Path

import polyleaf
from polyleaf.building.digests import file, tool, words
from polyleaf.building.finding_record import recalled_verdict, recorded_verdict
from polyleaf.building.item import Item
from polyleaf.building.maker import Step, maker_of
from polyleaf.building.steady import bytes_of
from polyleaf.cache.seen import Seen
from polyleaf.cache.store import Store
from polyleaf.checks.verdict import Verdict, together, verdict
from polyleaf.errors import PolyleafError
from polyleaf.files import digest
from polyleaf.model.artifact import Artifact
from polyleaf.model.finding import Fault, Location
from polyleaf.model.subject import BrokenFile
from polyleaf.workers.crew import Crew
from polyleaf.workers.pool import run_orders
from polyleaf.workers.sharing import can_be_copied, shared
from polyleaf.workers.worker import Failure

_WARM = (__name__, "polyleaf.checks.run", "polyleaf.pdf.reader")

_FEW = 8
"""Up to so many subjects are judged in this process, if it cannot be copied: starting others takes longer."""

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


@dataclass(frozen=True, slots=True)
class Group:
    """Subjects that are read only if the verdicts on all of them are not known.

    Attributes:
        key: Digest of all that they are made from, in hexadecimal.
        subjects: Makes them ready.
    """

    key: str
    subjects: Callable[[], Iterable[object]]


Told = tuple[str, Verdict]
"""A verdict and its key."""


class Verdicts:
    """Verdicts by what was judged.

    Args:
        store: Where they are remembered.
        languages: Own language files of the project.
        jobs: Processes; 1 means this one.
    """

    def __init__(self, store: Store, languages: Iterable[Path], jobs: int) -> None:
        self._store, self._languages, self._jobs = store, languages, jobs

    @property
    def _shares(self) -> bool:
        """Whether copies of this process help."""
        return self._jobs > 1 and can_be_copied()

    @cached_property
    def _base(self) -> bytes:
        """Digest of our code and of the tables of languages; empty if nothing is remembered."""
        if not self._store.is_open:
            return b""
        tables = (Path(polyleaf.__file__).parent / "languages").glob("*.toml")
        seen = Seen()
        files = sorted({*tables, *self._languages})
        return digest(tool(), *(part for path in files for part in (*words(path.name), *file(path, seen))))

    def candidate(self, subject: object) -> Candidate:
        """A subject that is there."""
        return Candidate(self._key(bytes_of(subject)) if self._base else "", partial(Work, subject))

    def key(self, *values: object) -> str:
        """The key of something that these values tell for certain."""
        return self._key(*words(*values)) if self._base else ""

    def key_of_file(self, artifact: Artifact, shown_as: str) -> str:
        """The key of a finished file.

        Args:
            artifact: Its line of the manifest.
            shown_as: What findings call it.
        """
        made = (artifact.inputs, artifact.sha256, artifact.pages, artifact.validated)
        return self.key("file", artifact.path, shown_as, *made)

    def keep(self, artifact: Artifact, shown_as: str, told: Verdict) -> None:
        """Remember the verdict on a finished file that was judged when it was made; arguments as above."""
        self._keep(self.key_of_file(artifact, shown_as), told)

    def of(self, candidates: Iterable[Candidate]) -> Iterator[object]:
        """Verdicts on all of them, or they themselves where nothing is remembered and nobody helps."""
        waiting = iter(candidates)
        with ExitStack() as stack:
            crew: Crew[Work, Verdict] | None = None
            while portion := tuple(islice(waiting, _PORTION)):
                found = [self._recalled(one.key) for one in portion]
                rest = [n for n, one in enumerate(found) if one is None]
                works = {n: work for n in rest if (work := portion[n].work()) is not None}
                if self._shares:
                    told = dict(zip(works, shared(judged, tuple(works.values()), self._jobs), strict=True))
                elif self._jobs > 1 and len(works) > _FEW:
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

    def of_groups(self, groups: Iterable[Group], prepare: Callable[[bool], object]) -> Iterator[Verdict]:
        """Verdicts on the subjects of all groups, one for each subject.

        Args:
            groups: The groups.
            prepare: Makes ready what several groups need, if any is judged; told whether copies of this process will.
        """
        waiting = tuple(groups)
        found = [self._recalled_all(group.key) for group in waiting]
        rest = [n for n, told in enumerate(found) if told is None]
        if rest:
            prepare(len(rest) > 1 and self._shares)
        judged_now = shared(self._judged_group, [waiting[n] for n in rest], self._jobs)
        for n, told in zip(rest, judged_now, strict=True):
            for key, one in told:
                self._keep(key, one)
            whole = found[n] = tuple(one for _, one in told)
            self._keep(waiting[n].key, *whole)
        for verdicts in found:
            yield from verdicts or ()

    def _judged_group(self, group: Group) -> tuple[Told, ...]:
        """The verdicts on a group, with the keys under which they are to be kept; "" for those that are already."""
        found: list[Told] = []
        for subject in group.subjects():
            key = self.candidate(subject).key
            known = self._recalled(key)
            found.append(("", known) if known else (key, judged(Work(subject))))
        return tuple(found)

    def close(self) -> None:
        """Clear up, if the store has grown too large."""
        self._store.close()

    def _key(self, *parts: bytes) -> str:
        return digest(self._base, *parts, seed=b"polyleaf verdict 2").hex()

    def _keep(self, key: str, *verdicts: Verdict) -> None:
        if key and self._store.is_open and not any(told.crashed for told in verdicts):
            data = json.dumps(list(map(recorded_verdict, verdicts))).encode()
            self._store.keep(key, "verdict.json", data, b"")

    def _recalled(self, key: str) -> Verdict | None:
        found = self._recalled_all(key)
        return found[0] if found and len(found) == 1 else None

    def _recalled_all(self, key: str) -> tuple[Verdict, ...] | None:
        hit = self._store.find(key, here_only=True) if self._store.is_open else None
        if hit is None:
            return None
        try:
            return tuple(map(recalled_verdict, json.loads(hit.data)))
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
