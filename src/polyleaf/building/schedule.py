"""What a build has to do: files that are not as they should be, and those that others can be made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from polyleaf.building.freshness import Inputs, is_current
from polyleaf.building.item import Item
from polyleaf.building.plan import BuildRequest
from polyleaf.model.artifact import Artifact, State


@dataclass(frozen=True)
class Schedule:
    """The work of one build.

    Attributes:
        stale: Files to make.
        unchanged: Files that are current already.
        sources: Current files that stale ones are made from.
        digests: Of what each stale file is made from.
        earlier: Lines of the manifest of stale files: made from something else, perhaps for the same page.
    """

    stale: tuple[Item, ...]
    unchanged: tuple[Artifact, ...]
    sources: Mapping[Item, Artifact]
    digests: Mapping[Item, str]
    earlier: Mapping[Item, Artifact]

    @cached_property
    def together(self) -> Mapping[Item, tuple[Item, ...]]:
        """Stale files and what they are made from, each after it, by the file that is made from the leaflet itself."""
        found: dict[Item, dict[Item, None]] = {}
        for item in self.stale:
            found.setdefault(list(item.chain)[-1], {}).update(dict.fromkeys(self._needed(item)))
        return {root: tuple(sorted(items, key=lambda one: len(list(one.chain)))) for root, items in found.items()}

    def _needed(self, item: Item) -> Iterator[Item]:
        """The item, and what it is made from up to the first file that is there and current."""
        for one in item.chain:
            yield one
            if one in self.sources:
                return

    def less(self, done: Mapping[Item, Artifact]) -> Schedule:
        """What is left when some of the stale files are there: others may be made from them."""
        stale = tuple(item for item in self.stale if item not in done)
        sources = {source: done[source] for item in stale for source in list(item.chain)[1:] if source in done}
        return replace(self, stale=stale, sources={**self.sources, **sources})


def schedule(
    items: Sequence[Item], manifest: Mapping[str, Artifact], inputs: Inputs, request: BuildRequest, state: State
) -> Schedule:
    """What is to be done for these files.

    Raises:
        UsageError: Something that an output is made from is not there.
    """
    digests = {item: inputs.digest(item, state) for item in items}

    def current(item: Item) -> Artifact | None:
        artifact = manifest.get(item.path)
        digest = digests.get(item) or inputs.digest(item, state)
        return artifact if not request.force and is_current(request.out, artifact, digest, inputs.seen) else None

    known = {item: current(item) for item in items}
    stale = tuple(item for item, artifact in known.items() if artifact is None)
    sources: dict[Item, Artifact] = {}
    for item in stale:
        for source in list(item.chain)[1:]:
            artifact = known[source] if source in known else known.setdefault(source, current(source))
            if artifact is not None:
                sources[source] = artifact
                break
    earlier = {item: manifest[item.path] for item in stale if item.path in manifest and not request.force}
    return Schedule(stale, tuple(one for item in items if (one := known[item])), sources, digests, earlier)
