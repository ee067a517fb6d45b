"""What a print shop's preflight reads in a PDF. Lengths are pt, origin bottom left; inks are 0 to 1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from polyleaf.model.pdf_facts import FontFacts, Rect
from polyleaf.model.press_paint import ImagePaint, PathPaint, ShadingPaint, TextPaint


@dataclass(frozen=True, slots=True)
class Annotation:
    """A note, link or field on a page.

    Attributes:
        kind: Subtype (``Link``, ``Widget``, ``TrapNet``).
        box: Where it stands.
    """

    kind: str
    box: Rect


class Construct(StrEnum):
    """What PDF can hold and a print file must not: it makes the print depend on who prints it."""

    TRANSFER_FUNCTION = "transfer function"
    """A curve in a graphics state or screen that changes tints: /TR, /TR2, /TransferFunction."""
    DEFAULT_SPACE = "default colour space"
    """DefaultCMYK or DefaultGray: the inks of the page mean other colours than they say."""
    POSTSCRIPT = "PostScript"
    REFERENCE = "reference to another file"
    OPI = "OPI"
    """A stand-in for a picture that lies on some server."""
    ALTERNATES = "alternate picture"
    SEPARATED = "separated page"
    """A page that is one plate only: SeparationInfo."""
    TRAP_NETWORK = "trap network"


@dataclass(frozen=True, slots=True)
class Held:
    """A construct that a page holds.

    Attributes:
        construct: What it is.
        detail: Its name in the file (``TR``), or the name of what it is about.
        box: Where it is used; None for all of the page.
    """

    construct: Construct
    detail: str
    box: Rect | None = None


@dataclass(frozen=True, slots=True)
class PressPage:
    """A page.

    Attributes:
        number: From 1.
        media, crop, bleed, trim, art: Boxes; None if the page neither has nor inherits it.
        rotate: Degrees clockwise: 0, 90, 180, 270.
        user_unit: Size of a unit in pt; 1 unless the page says otherwise.
        texts, paths, images, shadings: What is painted, in order.
        annotations: Notes, links, fields.
        group: Blend space of the page's transparency group; "" if it has none.
        transparent: Whether anything on it is transparent.
        blend_spaces: Blend spaces that groups on the page name, each once.
        blend_modes: Other than ``Normal``, each once.
        inside: Colour spaces used inside soft masks, or standing in for single inks; each once.
        held: Constructs that a print file must not hold, each once.
        missing: Names that content calls and resources do not have (``XObject /Im1``), each once.
        strange: What its content says that PDF does not have (``rectangle``, ``Q without q``), each once.
        crowded: Whether more is painted on it than was looked at.
        actions: Kinds of actions the page carries (``JavaScript``).
    """

    number: int
    media: Rect
    crop: Rect | None
    bleed: Rect | None
    trim: Rect | None
    art: Rect | None
    rotate: int = 0
    user_unit: float = 1.0
    texts: tuple[TextPaint, ...] = ()
    paths: tuple[PathPaint, ...] = ()
    images: tuple[ImagePaint, ...] = ()
    shadings: tuple[ShadingPaint, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    group: str = ""
    transparent: bool = False
    blend_spaces: tuple[str, ...] = ()
    blend_modes: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()
    missing: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    crowded: bool = False
    actions: tuple[str, ...] = ()

    @property
    def cut(self) -> Rect:
        """The page as it leaves the print shop: TrimBox, else ArtBox, CropBox, MediaBox."""
        return self.trim or self.art or self.crop or self.media

    @property
    def printed(self) -> Rect:
        """What counts as the page's own: BleedBox, else the cut page. Outside are marks for the printer."""
        return self.bleed or self.cut


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """An embedded ICC profile.

    Attributes:
        space: Device colour space: ``CMYK``, ``RGB``, ``GRAY``; "" if it is no profile.
        kind: Device class: ``prtr``, ``mntr``, ``scnr``, ``spac``.
        components: As the PDF says (``N``).
    """

    space: str
    kind: str
    components: int


@dataclass(frozen=True, slots=True)
class OutputIntent:
    """For which way of printing the file is made.

    Attributes:
        kind: Subtype (``GTS_PDFX``).
        identifier: Name in the registry (``FOGRA39``).
        condition: The same in words.
        registry: Address of the registry.
        info: More words.
        profile: The embedded profile, or None.
    """

    kind: str
    identifier: str
    condition: str
    registry: str
    info: str
    profile: ProfileFacts | None


@dataclass(frozen=True, slots=True)
class PressFacts:
    """A file as a print shop sees it.

    Attributes:
        path: As findings print it.
        version: PDF version.
        info: Document information entries.
        xmp: Plain entries of the metadata packet by their usual names (``pdfxid:GTS_PDFXVersion``, ``dc:title``).
        trapped: ``True``, ``False``, ``Unknown``, or "" if nothing is said.
        has_id: Whether the trailer identifies the file.
        language: Of the document catalog, or "".
        right_to_left: Whether the document says that it is read from the right.
        tagged: Whether it has a structure tree.
        encrypted: Whether it is encrypted.
        intents: Output intents.
        fonts: Fonts that text is shown in.
        pages: Pages.
        unseen_fonts: Names of fonts that invisible text is set in: they need not be in the file.
        actions: Kinds of actions the document carries, scripts among them.
        fields: Number of form fields.
        signed: Whether it carries a digital signature.
        attachments: Whether files are embedded.
        layers: Number of layers (optional content groups).
        spots: Colourants of the spot colours in use, ``All`` among them unless only marks have it; no process inks.
        broken_fonts: What is wrong with embedded fonts, by their index in ``fonts``.
        mixed_spots: Those that are mixed in two ways: with another alternate colour or tint transformation.
        counted: Number of pages that the page tree says there are; None if it says nothing sensible.
        damage: What had to be mended or left out when the file was opened, in the words of qpdf.
    """

    path: str
    version: str
    info: Mapping[str, str]
    xmp: Mapping[str, str]
    trapped: str
    has_id: bool
    language: str
    right_to_left: bool
    tagged: bool
    encrypted: bool
    intents: tuple[OutputIntent, ...]
    fonts: tuple[FontFacts, ...]
    pages: tuple[PressPage, ...]
    unseen_fonts: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    fields: int = 0
    signed: bool = False
    attachments: bool = False
    layers: int = 0
    spots: tuple[str, ...] = ()
    broken_fonts: Mapping[int, str] = field(default_factory=dict)
    mixed_spots: tuple[str, ...] = ()
    counted: int | None = None
    damage: tuple[str, ...] = ()

    @property
    def pdfx(self) -> str:
        """The PDF/X version that the file claims (``PDF/X-4``), or ""."""
        return self.xmp.get("pdfxid:GTS_PDFXVersion", "") or self.info.get("GTS_PDFXVersion", "")
