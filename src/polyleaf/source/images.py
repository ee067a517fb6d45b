"""Finds the pictures of a leaflet and looks at them before anybody prints them."""

from __future__ import annotations

import base64
import binascii
import os
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
from polyleaf.source.other_pictures import is_web_page, told_of
from polyleaf.source.raster import RASTER_LIMIT, is_moving, is_paper, look_at_raster


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
    drawn = _is_markup(data) and not is_web_page(data)
    found = replace(_look_at_svg(data), name=image, path=shown) if drawn else facts(*look_at_raster(data))
    if found.problem is ImageProblem.NOT_AN_IMAGE and not found.reason:
        reason, remedy = told_of(data)
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
