"""What this machine has and lacks: libraries, fonts for the configured languages, programs."""

from __future__ import annotations

import ctypes.util
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import Path

from polyleaf.building.fonts import font_families
from polyleaf.errors import MachineError
from polyleaf.locales.table import language
from polyleaf.model.finding import Fault, Location
from polyleaf.model.language import Language
from polyleaf.model.project import Config, OwnLanguage
from polyleaf.pdf.validators.page_validation import find_page_validation
from polyleaf.pdf.validators.validator import Absent, Validator
from polyleaf.pdf.validators.verapdf import find_verapdf
from polyleaf.source.root import CONFIG_NAME
from polyleaf.workspace import Workspace

_OLDEST_PYTHON = (3, 11)
_FREE_BYTES = 200 * 1024 * 1024
"""Room for a build of a few hundred files."""

_FONTCONFIG = "fontconfig (finds fonts)"


@dataclass(frozen=True, slots=True)
class Probe:
    """One thing that was looked for.

    Attributes:
        what: Its name.
        found: What is there, or "".
        needed: Whether leaflets cannot be built without it.
        remedy: Command or advice that mends it; "" if it is there.
        packages: Debian packages that bring it.
    """

    what: str
    found: str
    needed: bool
    remedy: str = ""
    packages: tuple[str, ...] = ()

    @property
    def fine(self) -> bool:
        """Whether it is there."""
        return bool(self.found)


def probes(config: Config, root: Path) -> tuple[Probe, ...]:
    """Everything ``doctor`` looks at, in the order it tells it."""
    return (
        _python(),
        _library("Pango (sets text)", "pangoft2-1.0", "libpangoft2-1.0-0", needed=True),
        _library("HarfBuzz subsetter (small files)", "harfbuzz-subset", "libharfbuzz-subset0", needed=False),
        _library("libthai (line breaks in Thai)", "thai", "libthai0", needed=_has_thai(config)),
        _program(_FONTCONFIG, "fc-list", "fontconfig", needed=True),
        *_fonts(config, font_families()),
        _folder(root / "dist"),
        _program("msgfmt (checks catalogs; optional)", "msgfmt", "gettext", needed=False),
        _program("Ghostscript (draws files in `polyleaf preflight`; optional)", "gs", "ghostscript", needed=False),
        _validator("page-validation (judges each file as it is built; optional)", find_page_validation()),
        _validator("veraPDF (judges files in `polyleaf validate`; optional)", find_verapdf()),
    )


def _has_thai(config: Config) -> bool:
    return any(language(locale).script == "Thai" for locale in config.locales)


def install_command(lacking: Iterable[Probe]) -> str:
    """The one command that installs every package of the probes; "" if there is none."""
    packages = dict.fromkeys(package for probe in lacking if not probe.fine for package in probe.packages)
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}" if packages else ""


def with_fonts(workspace: Workspace) -> Workspace:
    """What to build where a language lacks its font: all the others, and that one among those that are refused.

    It is no target then, since every page offers the leaflet in each of its languages, in their own letters.

    Raises:
        MachineError: The source language lacks its font, or nobody can say which fonts there are.
    """
    config = workspace.project.config
    installed = font_families()
    refused = tuple(
        _refused(locale, installed) for locale in config.targets if installed and _absent(locale, installed)
    )
    if refused:
        without = {one.locale for one in refused}
        targets = tuple(locale for locale in config.targets if locale not in without)
        config = replace(config, targets=targets, own_languages=(*config.own_languages, *refused))
    require_fonts(config)
    return replace(workspace, project=replace(workspace.project, config=config))


def _absent(locale: str, installed: AbstractSet[str]) -> tuple[str, ...]:
    return tuple(family for family in language(locale).families if family.casefold() not in installed)


def _refused(locale: str, installed: AbstractSet[str]) -> OwnLanguage:
    known = language(locale)
    fault = Fault(
        f"{known.english} cannot be printed on this computer: {', '.join(_absent(locale, installed))} is not installed",
        Location(CONFIG_NAME, locale=locale),
        f"sudo apt-get install --no-install-recommends {' '.join(known.packages)}",
    )
    return OwnLanguage(locale, CONFIG_NAME, faults=(fault,))


def require_fonts(config: Config) -> None:
    """See to it that every language has its font: no other font may take its place unseen.

    Raises:
        MachineError: A font is not installed, or nobody can say which fonts are.
    """
    installed = font_families()
    if not installed:
        probe = _program(_FONTCONFIG, "fc-list", "fontconfig", needed=True)
        hint = "See what `fc-list` says." if probe.fine else install_command([probe])
        reason = "names none" if probe.fine else "is not installed"
        raise MachineError(f"no font can be found: {_FONTCONFIG} {reason}", hint)
    lacking = [probe for probe in _fonts(config, installed) if not probe.fine]
    if lacking:
        names = ", ".join(probe.what for probe in lacking)
        raise MachineError(f"fonts are not installed: {names}", install_command(lacking))


def _fonts(config: Config, installed: AbstractSet[str]) -> Iterator[Probe]:
    if not installed:
        return  # fontconfig itself is missing; that is told
    users: dict[str, list[Language]] = {}
    for locale in config.locales:
        known = language(locale)
        for family in known.families:
            users.setdefault(family, []).append(known)
    for family, languages in users.items():
        there = family.casefold() in installed
        names = ", ".join(one.locale for one in languages[:6]) + (", ..." if len(languages) > 6 else "")  # noqa: PLR2004 - as many as fit a line
        packages = languages[0].packages
        yield Probe(
            f"{family} ({names})",
            "installed" if there else "",
            needed=True,
            remedy=f"apt-get install {' '.join(packages)}",
            packages=() if there else packages,
        )


def _python() -> Probe:
    version = sys.version.split()[0]
    fine = sys.version_info >= _OLDEST_PYTHON
    return Probe("Python 3.11 or newer", version if fine else "", needed=True, remedy="Install Python 3.11 or newer.")


def _library(what: str, name: str, package: str, *, needed: bool) -> Probe:
    found = ctypes.util.find_library(name) or ""
    return Probe(what, found, needed, f"apt-get install {package}", (package,))


def _program(what: str, name: str, package: str, *, needed: bool) -> Probe:
    return Probe(what, "installed" if shutil.which(name) else "", needed, f"apt-get install {package}", (package,))


def _validator(what: str, found: Validator | Absent) -> Probe:
    if isinstance(found, Absent):
        return Probe(what, "", needed=False, remedy=f"{found.reason}: {found.remedy}", packages=found.packages)
    return Probe(what, found.version, needed=False)


def _folder(dist: Path) -> Probe:
    place = dist
    while not place.exists():
        place = place.parent
    what = "dist/ can be written to"
    if not os.access(place, os.W_OK):
        return Probe(what, "", needed=True, remedy=f"Ask for permission to write to {place}, or build with -o FOLDER.")
    free = shutil.disk_usage(place).free
    if free < _FREE_BYTES:
        return Probe(what, "", needed=True, remedy=f"Only {free // 1024**2} MB are free: make room on the disk.")
    return Probe(what, f"yes, {free // 1024**3} GB free", needed=True)
