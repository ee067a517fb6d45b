"""A leaflet project: what ``polyleaf.toml`` says and which leaflets there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from polyleaf.model.boxes import CRITICAL
from polyleaf.model.edition import Edition
from polyleaf.model.finding import Fault, Waiver
from polyleaf.model.inks import CmykInks
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.logo import ANY_LOGO, LogoRules
from polyleaf.model.look import PLAIN, Look
from polyleaf.model.message import Text
from polyleaf.model.preset import SHEETFED, Preset


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody a patient can reach.

    ``name``, ``hours`` and ``note`` are translated (they are extracted to ``templates.pot`` with the
    context ``contact``); the rest is printed as written.
    """

    id: str
    name: Text
    phone: str = ""
    email: str = ""
    web: str = ""
    hours: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """``[press]``.

    Attributes:
        bleed: In mm.
        profile: A built-in output profile, or the path of an ICC file in the project.
        colour: ``cmyk``, or ``black`` for print in black ink alone (1/1).
        ink_limit: Most ink of all colours together, in per cent; None for what is usual with the profile.
        colours: Inks by screen colour in small letters (``#005eb8``).
    """

    bleed: float = 3.0
    profile: str = "built-in FOGRA39"
    colour: str = "cmyk"
    ink_limit: float | None = None
    colours: Mapping[str, CmykInks] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PrintJob:
    """``[print]``: what a print shop is told of every job, in words; "" is left open.

    Attributes:
        stock: The paper (``100 g/m2 uncoated``).
        finishing: What is done after printing (``2 staples in the fold``).
        proof_contact: Who answers questions and releases the proof.
        preflight: What the files of a job are held against.
    """

    stock: str = ""
    finishing: str = ""
    proof_contact: str = ""
    preflight: str = SHEETFED.name


@dataclass(frozen=True, slots=True)
class OwnLanguage:
    """A language file of the project, or a name in its list that is not printed.

    Attributes:
        locale: The language; "" of a file or name that means none, or one that is there already.
        path: The file, relative to the project; of a language that cannot be printed, the file that names it.
        replaces: English name of the language, if polyleaf has a file for it too; else "".
        faults: What is wrong; then the language is not used.
    """

    locale: str
    path: str
    replaces: str = ""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """``polyleaf.toml``.

    Attributes:
        organisation: Name printed on every leaflet, in the source language.
        web: Address of the organisation, or "".
        source: Locale of the leaflets as written (``en_GB``).
        targets: Locales translated into.
        digits: House rule for numbers: ``latn`` (0-9 everywhere) or ``native``.
        contacts: Contacts by id.
        editions: Editions by name, in order.
        press: Press settings.
        print_job: What a print shop is told of every job.
        waivers: Waivers for the whole project.
        critical: Kinds of boxes that are never printed half translated.
        accessible: The standard of the accessible files: ``pdf/ua-1`` or ``pdf/ua-2``.
        verify: Web address before the code of a print in its square code, or "".
        presets: The project's own preflight profiles.
        logo: What the brand book asks of a logo.
        look: Colours and lines.
        own_languages: Language files of the project; a language whose file is faulty is not among ``targets``.
    """

    organisation: str
    web: str
    source: str
    targets: tuple[str, ...]
    digits: str
    contacts: Mapping[str, Contact]
    editions: Mapping[str, Edition]
    press: Press = Press()
    print_job: PrintJob = PrintJob()
    waivers: tuple[Waiver, ...] = ()
    critical: tuple[str, ...] = CRITICAL
    accessible: str = "pdf/ua-1"
    verify: str = ""
    presets: tuple[Preset, ...] = ()
    logo: LogoRules = ANY_LOGO
    look: Look = PLAIN
    own_languages: tuple[OwnLanguage, ...] = ()

    @property
    def refused_languages(self) -> tuple[OwnLanguage, ...]:
        """Languages of the project's own files that cannot be used."""
        return tuple(own for own in self.own_languages if own.faults)

    @property
    def locales(self) -> tuple[str, ...]:
        """The source locale, then the targets."""
        return (self.source, *self.targets)


@dataclass(frozen=True, slots=True)
class Broken:
    """A leaflet that could not be read; the others still can.

    Attributes:
        name: Name of the leaflet.
        path: Its file, relative to the project.
        faults: Everything wrong with it.
        draft: What of it can be printed all the same, as a draft; None if its file cannot be read at all.
    """

    name: str
    path: str
    faults: tuple[Fault, ...]
    draft: Leaflet | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """A project folder that was read.

    Attributes:
        root: The folder, absolute.
        config: Its configuration.
        leaflets: Leaflets by name, sorted.
        broken: Leaflets that could not be read.
        other_codes: Codes of leaflets that were not read because others were asked for, by path.
    """

    root: Path
    config: Config
    leaflets: Mapping[str, Leaflet]
    broken: tuple[Broken, ...] = ()
    other_codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def with_drafts(self) -> Project:
        """The project with what can be printed of leaflets that could not be read, as drafts; they stay broken, too."""
        drafts = {broken.name: broken.draft for broken in self.broken if broken.draft}
        return replace(self, leaflets=dict(sorted({**self.leaflets, **drafts}.items())))

    def relative(self, path: Path) -> str:
        """``path`` relative to the project, with forward slashes."""
        return path.relative_to(self.root).as_posix()
