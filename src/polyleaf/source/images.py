"""Finds the pictures of a leaflet and looks at them before anybody prints them."""

from __future__ import annotations

import base64
import binascii
import os
import re
import warnings
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from unicodedata import normalize
from xml.etree import ElementTree as ET

from polyleaf.drawings.flaws import drawing_flaws
from polyleaf.drawings.geometry import picture, view_box
from polyleaf.drawings.labels import read_words
from polyleaf.drawings.svg import LargeSvg, UnsafeSvg, embedded_images, parse_svg
from polyleaf.errors import MachineError
from polyleaf.files import NotAFileError, TooLargeError, read_bounded
from polyleaf.manuscript.faults import Refusal
from polyleaf.model.image import PICTURES, ImageFacts, ImageProblem
from polyleaf.pictures.colour import colour_fault
from polyleaf.pictures.pixels import seen_size
from polyleaf.source.near_files import meant_picture
from polyleaf.source.raster import RASTER_LIMIT, is_moving, is_paper, look_at_raster

_OTHER_PICTURES = (
    (b"II*\0", 0, "TIFF"),
    (b"MM\0*", 0, "TIFF"),
    (b"ftyphei", 4, "HEIC"),
    (b"ftypmif1", 4, "HEIC"),
    (b"ftypavif", 4, "AVIF"),
    (b"%PDF", 0, "PDF"),
    (b"%!PS", 0, "PostScript"),
    (b"\xd7\xcd\xc6\x9a", 0, "WMF"),
    (b" EMF", 40, "EMF"),
    (b"8BPS", 0, "Photoshop"),
    (b"\x1f\x8b", 0, "packed"),
    (b"\0\0\0\x0cjP  ", 0, "JPEG 2000"),
    (b"\xff\x0a", 0, "JPEG XL"),
    (b"\0\0\0\x0cJXL ", 0, "JPEG XL"),
    (b"ftypqt", 4, "film"),
    (b"ftypmp4", 4, "film"),
    (b"ftypisom", 4, "film"),
    (b"PK\3\4", 0, "zip or Office"),
)
"""Pictures of other kinds: what stands at which place of the file."""
_ONLY_THERE = ("PDF", "PostScript", "Photoshop", "packed", "JPEG 2000", "JPEG XL", "film", "zip or Office")
"""What the programs of Windows for pictures do not open."""

_NO_PICTURES = (
    (
        b"\0\5\x16\7",
        "is what a Mac keeps beside a picture, not the picture",
        "Take the file whose name does not begin with ._",
    ),
    (b"[InternetShortcut]", "is a link to a page", "Open it, and save the picture itself"),
    (b"version https://git-lfs", "is a note of Git in the place of the picture", "Fetch the pictures: git lfs pull"),
)
"""What lies in folders under the name of a picture, and what to do."""

_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+)?html\b", re.IGNORECASE | re.DOTALL)


def locate(root: Path, folder: str, image: str) -> Path | None:
    """The file of a picture, symbolic links followed; it may not exist.

    Args:
        root: Folder of the project.
        folder: Folder of the leaflet in it; "" for the project itself.
        image: Path as written, relative to that folder.

    Returns:
        An absolute path inside the project, or None when ``image`` is not a plain relative path or leads outside.
    """
    parts = image.split("/")
    if (
        not image
        or ".." in parts
        or "\\" in image
        or "\0" in image
        or ":" in image
        or not image.isprintable()
        or PurePosixPath(image).is_absolute()
        or PureWindowsPath(image).anchor
    ):
        return None
    try:
        project = root.resolve()
        path = (project / _as_it_is_kept(project, Path(folder, image))).resolve()
    except (OSError, RuntimeError):  # a loop of links
        return None
    return path if path.is_relative_to(project) else None


def _as_it_is_kept(project: Path, image: Path) -> Path:
    """The file of this name, whichever of the two ways of Unicode its umlauts are kept in: they look the same."""
    forms = (Path(normalize(form, str(image))) for form in ("NFC", "NFD"))
    return next((one for one in (image, *forms) if os.path.exists(project / one)), image)  # noqa: PTH110 - never raises


def read_image(root: Path, folder: str, image: str) -> tuple[ImageFacts, bytes]:
    """The facts of a picture, and its bytes if it can be printed (else nothing).

    Never raises for what the file holds; the arguments are those of ``locate``.
    """
    shown = f"{folder}/{image}".lstrip("/")

    def facts(kind: str, width: float, height: float, problem: ImageProblem | None) -> ImageFacts:
        return ImageFacts(image, shown, kind, width, height, problem)

    path = locate(root, folder, image)
    if path is None:
        meant = meant_picture(root, folder, image)
        return replace(facts("", 0, 0, ImageProblem.MISSING if meant else ImageProblem.OUTSIDE), meant=meant), b""
    shown = _as_it_is_kept(root, Path(shown)).as_posix()
    try:
        data = read_bounded(path, RASTER_LIMIT)
    except (FileNotFoundError, MachineError):
        return replace(facts("", 0, 0, ImageProblem.MISSING), meant=meant_picture(root, folder, image)), b""
    except NotAFileError:
        return facts("", 0, 0, ImageProblem.NOT_AN_IMAGE), b""
    except TooLargeError:
        return facts("", 0, 0, ImageProblem.TOO_LARGE), b""
    drawn = _is_markup(data) and not _WEB_PAGE.match(data)
    found = replace(_look_at_svg(data), name=image, path=shown) if drawn else facts(*look_at_raster(data))
    if found.problem is ImageProblem.NOT_AN_IMAGE and not found.reason:
        reason, remedy = _told_of(data)
        found = replace(found, reason=reason, remedy=remedy)
    if found.problem is None and PurePosixPath(image).suffix.lower() not in PICTURES[found.kind]:
        # Programs go by the name or by the content; a file that is two things is none.
        ending = PICTURES[found.kind][0]
        found = replace(
            found,
            problem=ImageProblem.NOT_AN_IMAGE,
            reason=f"is a {ending[1:].upper()} file, whatever its name says",
            remedy=f"Rename it to {PurePosixPath(image).with_suffix(ending)}, in the folder and here",
        )
    if found.problem is None and found.kind != "svg":
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what Pillow says of odd files is for people who write programs
                width, height = seen_size(data)
                found = replace(found, width=width, height=height, paper=is_paper(data), moves=is_moving(data))
                found = replace(found, colours=colour_fault(data))
        except Exception:  # noqa: BLE001 - as in ``look_at_raster``: whatever Pillow stumbles over
            found = replace(found, problem=ImageProblem.NOT_AN_IMAGE)
    return found, b"" if found.problem else data


def _told_of(data: bytes) -> tuple[str, str]:
    """Why a file is no picture that prints, and the way out."""
    if _WEB_PAGE.match(data):
        return "is a web page", "In the browser click the picture itself with the right button, and save that"
    if not data.strip(b"\0 \r\n"):
        return "is empty", "Save it again, or copy it anew"
    if data.startswith((b"\x89PNG", b"\xff\xd8", b"GIF8", b"BM")) or data[8:12] == b"WEBP":
        return "is damaged", "Open it in the program that made it, and save it again"
    for begin, what, remedy in _NO_PICTURES:
        if data.startswith(begin):
            return what, remedy
    for begin, at, name in _OTHER_PICTURES:
        if data[at:].startswith(begin):
            opened = "the program that made it" if name in _ONLY_THERE else "Paint or Photos"
            remedy = f"Open it in {opened}, and save it as PNG or JPEG under a new name"
            article = "an" if name[0] in "AEI" else "a"
            return f"is {article} {name} file, which is not printed", remedy
    return "", ""


def _is_markup(data: bytes) -> bool:
    head = data[:64].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
    return head.startswith(b"<")


def _look_at_svg(data: bytes) -> ImageFacts:
    """The facts of a drawing, without its name."""
    found = ImageFacts("", "", "svg", 0, 0)
    try:
        drawing = parse_svg(data)
        for text in embedded_images(drawing.root):
            problem = look_at_raster(base64.b64decode("".join(text.split())))[3]
            if problem is not None:
                return replace(found, problem=problem, reason="holds a picture that is damaged or too large")
    except UnsafeSvg as refusal:
        return replace(found, problem=ImageProblem.UNSAFE, reason=refusal.message, remedy=refusal.hint)
    except LargeSvg as refusal:
        return replace(found, problem=ImageProblem.TOO_LARGE, reason=refusal.message, remedy=refusal.hint)
    except Refusal as refusal:
        problem = ImageProblem.NOT_AN_IMAGE
        return replace(found, kind="", problem=problem, reason=refusal.message, remedy=refusal.hint)
    except (binascii.Error, ValueError):
        return replace(found, kind="", problem=ImageProblem.NOT_AN_IMAGE)
    width, height = _size(drawing.root)
    words = read_words(drawing)
    labels = tuple("\\\n".join(label.lines) for label in words.labels)
    return replace(found, width=width, height=height, labels=labels, flaws=drawing_flaws(drawing, words))


def _size(root: ET.Element) -> tuple[float, float]:
    """Width and height from the viewBox, else from the attributes in CSS px, else (0, 0)."""
    if box := view_box(root):
        return box[2], box[3]
    whole = picture(root)
    return (whole.width, whole.height) if whole else (0, 0)
