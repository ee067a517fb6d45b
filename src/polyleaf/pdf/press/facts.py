"""Reads a PDF as a print shop's preflight does. Trusts nothing in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pikepdf

from polyleaf.model.press_facts import Annotation, Construct, Held, OutputIntent, PressFacts, PressPage, ProfileFacts
from polyleaf.pdf.damage import damage, has_content, object_of, page_count
from polyleaf.pdf.limits import LINKS, MIB, PAGES, XMP_BYTES
from polyleaf.pdf.objects import child, inherited, items, name, number, rect, unpacked, words
from polyleaf.pdf.press.colourants import ALL
from polyleaf.pdf.press.naming import space_name
from polyleaf.pdf.press.painter import Painter
from polyleaf.pdf.press.press_library import PressLibrary
from polyleaf.pdf.reader import opened, page_content
from polyleaf.pdf.unreadable import UnreadablePdf

_PROFILE_BYTES = 16 * MIB
_HEADER = 40
"""Bytes of a profile that tell its kind: class at 12, colour space at 16, signature at 36 (ICC.1)."""

_LONGEST = 60
_FEW = 1_000
"""Intents, fields and layers looked at."""

_OF_SOME_STREAM = "input stream is complete but output may still be valid"
"""What qpdf says of a packed stream that is cut off; it does not say which."""

_TRAPPED = {"True", "False", "Unknown"}
_LEADING = ("URI", "GoTo", "GoToR")


def read_press(path: Path, shown_as: str) -> PressFacts:
    """Read a PDF for the press.

    Patterns, Type 3 letters and soft masks are read as if they were drawn on the page, but what is drawn in a mask has
    no colour; annotations are listed, not drawn.

    Args:
        path: The file.
        shown_as: What to call it in findings and errors.

    Raises:
        UnreadablePdf: It is no PDF, is damaged or locked, or passes a bound of ``polyleaf.pdf.limits``.
    """
    with opened(path, shown_as) as pdf:
        return _facts(pdf, shown_as)


def _facts(pdf: pikepdf.Pdf, shown_as: str) -> PressFacts:
    counted = page_count(pdf)
    count = len(pdf.pages)
    if not 0 < count <= PAGES:
        raise UnreadablePdf(f"it has {count} pages" + (f", more than {PAGES}" if count else ""))
    library, root = PressLibrary(), pdf.Root
    pages = tuple(_page(page.obj, number_, library) for number_, page in enumerate(pdf.pages, 1))
    info = pdf.docinfo if "/Info" in pdf.trailer else pikepdf.Dictionary()
    trapped = name(child(info, "/Trapped"))
    form = child(root, "/AcroForm")
    files = child(child(root, "/Names"), "/EmbeddedFiles")
    return PressFacts(
        path=shown_as,
        version=pdf.pdf_version,
        info={str(key)[1:]: words(value) for key, value in info.items()},
        xmp=_xmp(pdf),
        trapped=trapped if trapped in _TRAPPED else "",
        has_id=len(list(items(child(pdf.trailer, "/ID")))) == 2,  # noqa: PLR2004 - of the first and of this version
        language=words(child(root, "/Lang")),
        right_to_left=name(child(child(root, "/ViewerPreferences"), "/Direction")) == "R2L",
        tagged=child(root, "/StructTreeRoot") is not None,
        encrypted=pdf.is_encrypted,
        intents=tuple(_intents(root)),
        fonts=tuple(library.shown),
        unseen_fonts=tuple(library.unseen),
        pages=pages,
        actions=tuple(dict.fromkeys(_document_actions(root))),
        fields=sum(1 for _ in islice(items(child(form, "/Fields")), _FEW)),
        signed=bool(int(number(child(form, "/SigFlags"))) & 1) or _has_signature(form) or bool(child(root, "/Perms")),
        attachments=files is not None or child(root, "/AF") is not None or _has_attached(pages),
        layers=sum(1 for _ in islice(items(child(child(root, "/OCProperties"), "/OCGs")), _FEW)),
        spots=tuple(spot for spot in library.spots if spot != ALL or library.all_on_page),
        broken_fonts=library.broken_fonts(),
        mixed_spots=tuple(spot for spot, recipes in library.spots.items() if len(recipes) > 1),
        counted=counted,
        damage=_unexplained(damage(pdf), library),
    )


def _page(page: Any, number_: int, library: PressLibrary) -> PressPage:  # noqa: ANN401 - a PDF object
    media = rect(inherited(page, "/MediaBox"))
    if media is None:
        raise UnreadablePdf(f"page {number_} has no size (MediaBox)")
    group = child(page, "/Group")
    sheet = PressPage(
        number=number_,
        media=media,
        crop=rect(inherited(page, "/CropBox")),
        bleed=rect(child(page, "/BleedBox")),
        trim=rect(child(page, "/TrimBox")),
        art=rect(child(page, "/ArtBox")),
        rotate=int(number(inherited(page, "/Rotate"))) % 360,
        user_unit=number(child(page, "/UserUnit"), 1.0),
        annotations=tuple(_annotations(page)),
        group=space_name(child(group, "/CS")),
        actions=tuple(dict.fromkeys((*_additional(page), *_of_annotations(page)))),
    )
    painter = Painter(library, media, sheet.printed)
    painter.run(page_content(page, number_), inherited(page, "/Resources"))
    painter.look_inside()
    return replace(
        sheet,
        texts=painter.texts(),
        paths=tuple(painter.shapes.paths),
        images=tuple(painter.images),
        shadings=tuple(painter.shadings),
        transparent=painter.transparent,
        blend_spaces=tuple(painter.blend_spaces),
        blend_modes=tuple(painter.blend_modes),
        inside=tuple(painter.inside),
        held=(*painter.held.values(), *_held(page, sheet.annotations)),
        missing=(*(() if has_content(page) else ("Contents",)), *painter.missing),
        strange=tuple(painter.strange),
        crowded=painter.crowded,
    )


def _unexplained(found: Iterable[str], library: PressLibrary) -> tuple[str, ...]:
    """The damage that is not told already as that of a picture."""
    told = library.pictures.broken_objects()
    return tuple(words for words in found if object_of(words) not in told and not (told and _OF_SOME_STREAM in words))


def _held(page: Any, annotations: Iterable[Annotation]) -> Iterator[Held]:  # noqa: ANN401
    if child(page, "/SeparationInfo") is not None:
        plate = child(child(page, "/SeparationInfo"), "/DeviceColorant")
        yield Held(Construct.SEPARATED, (name(plate) or words(plate))[:_LONGEST])
    for annotation in annotations:
        if annotation.kind == "TrapNet":
            yield Held(Construct.TRAP_NETWORK, "", annotation.box)


def _annotations(page: Any) -> Iterator[Annotation]:  # noqa: ANN401
    for annotation in islice(items(child(page, "/Annots")), LINKS):
        kind = name(child(annotation, "/Subtype"))
        box = rect(child(annotation, "/Rect")) or (0.0, 0.0, 0.0, 0.0)
        yield Annotation(kind, box)


def _additional(thing: Any) -> Iterator[str]:  # noqa: ANN401
    """Kinds of the actions that events set off."""
    found = child(thing, "/AA")
    if isinstance(found, pikepdf.Dictionary):
        for action in found.values():
            yield name(child(action, "/S")) or "unknown"


def _of_annotations(page: Any) -> Iterator[str]:  # noqa: ANN401
    """Kinds of the actions that notes and links set off, but for those that only lead somewhere."""
    for annotation in islice(items(child(page, "/Annots")), LINKS):
        yield from _additional(annotation)
        kind = name(child(child(annotation, "/A"), "/S"))
        if kind and kind not in _LEADING:
            yield kind


def _has_attached(pages: Iterable[PressPage]) -> bool:
    return any(one.kind == "FileAttachment" for page in pages for one in page.annotations)


def _document_actions(root: Any) -> Iterator[str]:  # noqa: ANN401
    opening = child(root, "/OpenAction")
    if isinstance(opening, pikepdf.Dictionary):  # an array is a place to show first, and no action (12.3.2)
        yield name(child(opening, "/S")) or "GoTo"
    yield from _additional(root)
    if child(child(root, "/Names"), "/JavaScript") is not None:
        yield "JavaScript"
    if child(child(root, "/AcroForm"), "/XFA") is not None:
        yield "XFA"


def _has_signature(form: Any) -> bool:  # noqa: ANN401
    return any(
        name(child(entry, "/FT")) == "Sig" and child(entry, "/V") is not None
        for entry in islice(items(child(form, "/Fields")), _FEW)
    )


def _intents(root: Any) -> Iterator[OutputIntent]:  # noqa: ANN401
    for intent in islice(items(child(root, "/OutputIntents")), _FEW):
        yield OutputIntent(
            kind=name(child(intent, "/S")),
            identifier=words(child(intent, "/OutputConditionIdentifier")),
            condition=words(child(intent, "/OutputCondition")),
            registry=words(child(intent, "/RegistryName")),
            info=words(child(intent, "/Info")),
            profile=_profile(child(intent, "/DestOutputProfile")),
        )


def _profile(stream: Any) -> ProfileFacts | None:  # noqa: ANN401
    if not isinstance(stream, pikepdf.Stream):
        return None
    data = unpacked(stream, "the output profile", _PROFILE_BYTES)
    if len(data) < max(_HEADER, int.from_bytes(data[:4], "big")) or data[36:40] != b"acsp":  # cut off, or no profile
        return ProfileFacts("", "", int(number(child(stream, "/N"))))
    space, kind = data[16:20].decode("latin-1").strip(), data[12:16].decode("latin-1").strip()
    return ProfileFacts(space, kind, int(number(child(stream, "/N"))))


_XMP = (
    "pdfxid:GTS_PDFXVersion",
    "pdfx:GTS_PDFXVersion",
    "pdfaid:part",
    "pdfuaid:part",
    "dc:title",
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmp:CreatorTool",
    "xmpMM:DocumentID",
    "xmpMM:InstanceID",
    "xmpMM:VersionID",
    "xmpMM:RenditionClass",
    "pdf:Producer",
    "pdf:Trapped",
)
_PREFIXES = {"pdfxid": "http://www.npes.org/pdfx/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/"}


def _xmp(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Those entries of the metadata packet that a press asks for; none if it cannot be read."""
    if not unpacked(child(pdf.Root, "/Metadata"), "the metadata", XMP_BYTES):
        return {}
    try:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False, strict=True) as metadata:
            found = {entry: metadata.get(_full(entry)) for entry in _XMP}
    except Exception:  # noqa: BLE001 - whatever is wrong with the packet, it says nothing
        return {}
    return {entry: str(value) for entry, value in found.items() if value is not None}


def _full(entry: str) -> str:
    prefix, _, local = entry.partition(":")
    return f"{{{_PREFIXES[prefix]}}}{local}" if prefix in _PREFIXES else entry
