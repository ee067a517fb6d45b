"""Output profiles: for which press, ink and paper the inks are mixed."""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import dataclass, field
from pathlib import Path

from PIL import ImageCms

from polyleaf.errors import UsageError
from polyleaf.files import UnfitFileError, read_bounded

REGISTRY = "http://www.color.org"
"""Where printing conditions are registered; the value that PDF/X asks for."""

_FOLDER = Path(__file__).parents[1] / "profiles"
_LARGEST = 16 * 1024 * 1024
"""Bytes; press profiles have 0.1 to 3 MB."""

_CONDITIONS = {
    "FOGRA39": "Offset printing on coated paper, ISO 12647-2:2004/Amd 1, paper type 1 or 2",
    "FOGRA29": "Offset printing on uncoated white paper, ISO 12647-2:2004, paper type 4",
    "FOGRA47": "Offset printing on uncoated white paper, ISO 12647-2:2004/Amd 1, paper type 4",
    "FOGRA51": "Offset printing on premium coated paper, ISO 12647-2:2013",
    "FOGRA52": "Offset printing on wood-free uncoated paper, ISO 12647-2:2013",
    "CGATS TR 006": "Offset printing on coated paper, GRACoL 2006",
    "CGATS21_CRPC6": "Offset printing on premium coated paper, GRACoL 2013",
}
"""Characterisations by their name in the registry."""

_KNOWN_AS = (
    (re.compile(r"FOGRA ?(\d\d)"), r"FOGRA\1"),
    (re.compile(r"(?i)iso ?coated ?_?v2"), "FOGRA39"),
    (re.compile(r"(?i)pso ?coated ?_?v3"), "FOGRA51"),
    (re.compile(r"(?i)pso ?uncoated ?_?v3"), "FOGRA52"),
    (re.compile(r"(?i)pso ?uncoated"), "FOGRA47"),
    (re.compile(r"(?i)gracol ?2013|CRPC6"), "CGATS21_CRPC6"),
    (re.compile(r"(?i)gracol ?2006"), "CGATS TR 006"),
)
"""What profiles call themselves, and the characterisation they were made from."""


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """A profile that comes with polyleaf.

    Attributes:
        file: Its file in ``pdf/profiles/``.
        ink_limit: Most ink of all colours that its paper takes, in per cent (printers' advice, standards 3.1).
    """

    file: str
    ink_limit: float


BUILT_IN = {
    "built-in FOGRA39": BuiltIn("FOGRA39L_coated.icc", 320.0),
    "built-in FOGRA29": BuiltIn("FOGRA29L_uncoated.icc", 280.0),
}


@dataclass(frozen=True, slots=True)
class InkProfile:
    """An output profile that was looked at; it goes to workers by its path.

    Attributes:
        path: The ICC file.
        sha256: Of the file, when it was looked at.
        identifier: Name of the printing condition in the registry, or of the profile if it is in none.
        condition: The printing condition in words.
        registered: Whether ``identifier`` is in the registry.
        description: What the profile calls itself.
        ink_limit: Most ink of all colours, in per cent, that is usual for it.
    """

    path: Path = field(repr=False)  # the bytes tell what it is; press files name themselves by the rest
    sha256: str
    identifier: str
    condition: str
    registered: bool
    description: str
    ink_limit: float


def find_profile(name: str, root: Path) -> InkProfile:
    """The profile that ``[press] profile`` names.

    Args:
        name: ``built-in FOGRA39`` or the path of an ICC file in the project.
        root: The project folder.

    Raises:
        UsageError: There is no such file, or it is no output profile for four inks.
    """
    built_in = BUILT_IN.get(name)
    path = _FOLDER / built_in.file if built_in else (root / name).resolve()
    if not built_in and not path.is_relative_to(root.resolve()):
        raise _refused(name, "leads out of the project", "Put the ICC file into the project folder and name it here")
    data = _read(path, name)
    description = _described(data, name)
    identifier = next(
        (pattern.sub(known, found[0]) for pattern, known in _KNOWN_AS if (found := pattern.search(description))), ""
    )
    return InkProfile(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        identifier=identifier or description,
        condition=_CONDITIONS.get(identifier, description),
        registered=bool(identifier),
        description=description,
        ink_limit=built_in.ink_limit if built_in else 320.0,
    )


def load(profile: InkProfile) -> bytes:
    """The bytes of a profile.

    Raises:
        UsageError: The file has changed since it was looked at, or is gone.
    """
    data = _read(profile.path, profile.path.name)
    if hashlib.sha256(data).hexdigest() != profile.sha256:
        raise _refused(profile.path.name, "has just been changed", "Build again")
    return data


def _read(path: Path, name: str) -> bytes:
    hint = 'Put the ICC file into the project folder, or use profile = "built-in FOGRA39"'
    try:
        return read_bounded(path, _LARGEST, name)
    except FileNotFoundError as error:
        raise _refused(name, f"cannot be opened: {error.strerror}", hint) from error
    except UnfitFileError as error:
        raise _refused(name, error.reason, "Ask your print shop for the profile of its press") from error


def _described(data: bytes, name: str) -> str:
    """What the profile calls itself; refuses all but output profiles for four inks."""
    advice = 'Ask your print shop for the CMYK output profile of its press, or use profile = "built-in FOGRA39"'
    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(data))
        profile = opened.profile
        space, kind = profile.xcolor_space.strip(), profile.device_class.strip()
        description = " ".join((profile.profile_description or "").split())
    except Exception as error:  # LittleCMS and its wrapper raise many things at a broken file
        raise _refused(name, "is no ICC profile, or is damaged", advice) from error
    if space != "CMYK":
        raise _refused(name, f"is a profile for {space or 'unknown'} colours, not for the four inks of a press", advice)
    if kind != "prtr":
        raise _refused(name, f"is no output profile: its device class is {kind or 'unknown'}, not prtr", advice)
    try:
        ImageCms.buildTransform(ImageCms.createProfile("sRGB"), opened, "RGB", "CMYK")
        ImageCms.buildTransform(opened, ImageCms.createProfile("LAB"), "CMYK", "LAB")
    except ImageCms.PyCMSError as error:
        raise _refused(name, "is damaged: no colour can be turned into inks with it", advice) from error
    return description[:200] or "Custom"


def _refused(name: str, reason: str, hint: str) -> UsageError:
    return UsageError(f"polyleaf.toml: [press] profile “{name[:100]}” {reason}", hint)
