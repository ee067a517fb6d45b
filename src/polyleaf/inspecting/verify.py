"""Says whether a print is current, by the code on it or by its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from polyleaf.building.codes import Present, Prints
from polyleaf.building.item import Item, item_of
from polyleaf.building.manifest import read_manifest
from polyleaf.building.prints_file import NAME, Print, read_prints
from polyleaf.building.release import Release
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.signoff.reasons import void_words
from polyleaf.inspecting.currency import Answer, Currency, Known
from polyleaf.model.approval import Standing, Verdict
from polyleaf.model.artifact import State
from polyleaf.model.finding import Fault
from polyleaf.model.foreign import one_line
from polyleaf.model.print_code import Mistyped, read_code, series_of
from polyleaf.workspace import Workspace


class Verifier:
    """Answers for the prints of one project.

    Args:
        workspace: The project, its sign-offs and the day for review dates; leaflets that cannot be read are told of.
        out: Folder of the built files.

    Attributes:
        faults: What is wrong with the record of prints.

    Raises:
        MachineError: A record cannot be read.
        UsageError: A record cannot be used.
    """

    def __init__(self, workspace: Workspace, out: Path) -> None:
        self._project, self._today = workspace.project, workspace.today
        self._recorded = read_prints(workspace.project)
        self.faults: tuple[Fault, ...] = self._recorded.faults
        self._prints = Prints(workspace)
        self._release = Release(workspace)
        self._built = tuple(_built(out))

    @cached_property
    def _built_by_code(self) -> dict[str, Print]:
        return {known.print.code: known.print for known in reversed(self._built)}

    def known(self) -> Iterator[Known]:
        """Every file that the project knows of."""
        yield from self._built
        for code in self._recorded.codes:
            found = self._recorded.of_code(code)
            if found is not None:
                yield from (Known(digest, found, NAME) for digest in found.sha256)

    def disowns(self, code: str, sha256: str) -> bool:
        """Whether the record of prints knows this code, but not this file of it, whatever a job ticket says."""
        found = self._recorded.of_code(code)
        return found is not None and bool(found.sha256) and sha256 not in found.sha256

    def foresee(self, codes: Iterable[str], jobs: int) -> None:
        """Find out in several processes what prints say now, if many are asked for.

        Args:
            codes: What is going to be asked for.
            jobs: Processes.
        """
        read = (read_code(one) for one in codes)
        wanted = (item for one in read if isinstance(one, str) for item in self._prints.of_series(series_of(one)))
        self._prints.foresee(wanted, jobs)

    def code(self, words: str, recorded: Mapping[str, Print] | None = None) -> Answer:
        """What there is to say of a code.

        Args:
            words: As typed or scanned.
            recorded: Prints by their code that others know of.
        """
        read = read_code(words)
        if isinstance(read, Mistyped):
            return self._mistyped(words, read)
        remembered = (recorded or {}).get(read) or self._remembered(read)
        broken = [leaflet.name for leaflet in self._project.broken]
        troubles = [f"{name} cannot be read: polyleaf check" for name in broken]
        presents = list(self._presents(read, troubles))
        for present in presents:
            if read in (present.draft.code, present.release.code):
                return self._same(words, read, present, remembered)
        if presents:
            return self._other(words, read, presents, remembered)
        if remembered:
            gone = f"{_named(remembered)} is no longer in this project"
            return Answer(words, Currency.GONE, read, remembered, reasons=(*troubles, gone))
        hint = "Is it of another project? -C names the folder."
        return Answer(
            words, Currency.UNKNOWN, read, reasons=(*troubles, "no leaflet of this project has this code"), hint=hint
        )

    def _remembered(self, code: str) -> Print | None:
        return self._recorded.of_code(code) or self._built_by_code.get(code)

    def _mistyped(self, words: str, read: Mistyped) -> Answer:
        exact = [code for code in read.meant if self._is_known(code)]
        meant = exact or [code for code in read.meant if self._prints.of_series(series_of(code))] or read.meant[:3]
        hint = (
            f"Probably {' or '.join(meant)} was meant; look at the print again."
            if meant
            else "Look at the print again."
        )
        return Answer(words, Currency.MISTYPED, reasons=(read.reason,), hint=hint)

    def _is_known(self, code: str) -> bool:
        """Whether it is the code of a print, now or earlier."""
        return self._remembered(code) is not None or any(
            code in (present.draft.code, present.release.code) for present in self._presents(code, [])
        )

    def _presents(self, code: str, troubles: list[str]) -> Iterator[Present]:
        for item in self._prints.of_series(series_of(code)):
            try:
                yield self._prints.present(item)
            except CatalogError as error:
                troubles.append(error.message.partition("\n")[0])

    def _same(self, words: str, code: str, present: Present, remembered: Print | None) -> Answer:
        """The code of the present text."""
        item = present.item
        verdict = self._release.signoff.verdict(item.leaflet, item.locale)
        is_approved = verdict.standing is Standing.APPROVED
        was_released = is_approved or (remembered is not None and remembered.state is State.RELEASE)
        # Drafts in the source language once looked like their release, and have its code.
        as_written = item.locale == self._project.config.source
        released = code == present.release.code and (was_released or not as_written)
        identity = present.release if released else present.draft
        state = State.RELEASE if released else State.DRAFT
        found = Print(code, item.leaflet, item.locale, item.label, identity.version, state, identity.text)
        reasons = tuple(self._review(item))
        if released and is_approved:
            return Answer(words, Currency.CURRENT, code, found, (code, identity.version), reasons)
        if released:
            reasons = (_withdrawn(verdict), _NONE_APPROVED, *reasons)
            return Answer(words, Currency.WITHDRAWN, code, found, reasons=reasons, hint=self._ask(item))
        if use := self._approved(present):
            return Answer(words, Currency.OLDER, code, found, use, (_SIGNED_SINCE, *reasons), _use(*use))
        reasons = (_UNSIGNED, _NONE_APPROVED, *reasons)
        return Answer(words, Currency.UNAPPROVED, code, found, reasons=reasons, hint=self._ask(item))

    def _review(self, item: Item) -> Iterator[str]:
        day = self._project.leaflets[item.leaflet].review_by
        if day < self._today:
            yield f"its review was due by {day.isoformat()}"

    def _other(self, words: str, code: str, presents: list[Present], remembered: Print | None) -> Answer:
        """A code of the same leaflet, language and edition, but of another text."""
        for present in presents:
            if remembered and _label(remembered) != (present.item.leaflet, present.item.locale, present.item.label):
                continue
            item, use = present.item, self._approved(present)
            found = remembered or Print(code, item.leaflet, item.locale, item.label, "", State.DRAFT, "")
            version = present.release.version
            reasons = tuple(_changes(remembered, version, use is not None)) if remembered else (_UNRECORDED,)
            if use is None:
                reasons = (*reasons, _NONE_APPROVED)
                return Answer(words, Currency.OLDER, code, found, reasons=reasons, hint=self._ask(item))
            return Answer(words, Currency.OLDER, code, found, use, reasons, _use(*use))
        reason = "the leaflet, language or edition of this print is no longer in this project"
        return Answer(words, Currency.GONE, code, remembered, reasons=(reason,))

    def _approved(self, present: Present) -> tuple[str, str] | None:
        """Code and version of the print that may be handed out now; nobody is ever sent to another."""
        item, code = present.item, present.release.code
        if self._release.signoff.verdict(item.leaflet, item.locale).standing is not Standing.APPROVED:
            return None
        found = self._remembered(code)
        is_released = found is not None and found.state is State.RELEASE
        if not is_released and self._release.refusal(item.leaflet, item.locale) is not None:
            return None
        return code, present.release.version

    def _ask(self, item: Item) -> str:
        owner = one_line(self._project.leaflets[item.leaflet].owner)
        return f"Do not hand it out. Ask who answers for the leaflet: {owner}."


_NONE_APPROVED = "there is no approved print of it now"
_UNSIGNED = "it is a draft that nobody has signed off: it must not be relied on"
_SIGNED_SINCE = "it was a draft; the text has been signed off since"
_UNRECORDED = (
    "its text is not the present one; no record says which version it was (an earlier text, a draft, "
    "or a print from another copy of the project)"
)


def _changes(print_: Print, version: str, approved: bool) -> Iterator[str]:
    if print_.version != version:
        yield f"the version was {print_.version} and is {version} now"
    if print_.state is State.DRAFT and approved:
        yield _SIGNED_SINCE
    elif print_.version == version:
        yield "the text has changed since, under the same version number"
    if print_.version != version:
        yield "the text has changed since"


def _use(code: str, version: str) -> str:
    return f"Use the print with the code {code}, version {version}."


def _withdrawn(verdict: Verdict) -> str:
    if verdict.standing is Standing.VOID:
        return f"its sign-off is void: {void_words(verdict)}"
    return "nobody has signed it off, or the sign-off has been withdrawn"


def _label(print_: Print) -> tuple[str, str, str]:
    return print_.leaflet, print_.locale, print_.edition


def _named(print_: Print) -> str:
    return f"{print_.leaflet} in {print_.locale}, edition {print_.edition}"


def _built(out: Path) -> Iterator[Known]:
    artifacts, _ = read_manifest(out)
    for artifact in artifacts.values():
        item = item_of(PurePosixPath(artifact.path))
        if item is not None and artifact.print_code:
            named = artifact.print_code, artifact.leaflet, artifact.locale, item.label
            found = Print(*named, artifact.version, artifact.state, "", (artifact.sha256,))
            yield Known(artifact.sha256, found, f"{out.name}/manifest.json")


def by_code(known: Iterable[Known]) -> dict[str, Print]:
    """The prints by their code, each with all its files."""
    found: dict[str, Print] = {}
    for one in known:
        before = found.get(one.print.code, replace(one.print, sha256=()))
        found[one.print.code] = replace(before, sha256=(*before.sha256, one.sha256))
    return found
