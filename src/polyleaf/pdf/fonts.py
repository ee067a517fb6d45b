"""Fonts of a PDF: what they are called, how wide each code is, what it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from struct import unpack
from typing import Any

from polyleaf.model.pdf_facts import FontFacts
from polyleaf.pdf.advances import PER_EM, Widths, composite_widths, simple_widths
from polyleaf.pdf.cmap import CharacterMap, read_cmap
from polyleaf.pdf.glyphs import Glyphs, glyph_numbers, glyphs_of
from polyleaf.pdf.limits import CMAP_BYTES
from polyleaf.pdf.objects import child, items, name, number, rect, unpacked, words

_SUBSET = re.compile(r"[A-Z]{6}\+")
_STYLE = re.compile(
    r"[-, ]+(?:(?:(?:Extra|Semi|Demi|Ultra)?-?(?:Thin|Light|Bold|Black|Heavy|Condensed|Expanded))"
    r"|Regular|Roman|Book|Medium|Italic|Oblique|MT|PS|PSMT|\d+(?:px|pt)?)+$",
    re.IGNORECASE,
)
_ASCENT, _DESCENT = 0.8, -0.2
"""For fonts without a descriptor, in ems: the usual split."""

_SPACES = (" ", "\u00a0")
_MARKS = "\u200e\u200f\u061c"
_THIN = 0.02
"""In ems."""
_ITALIC = re.compile(r"(?i)italic|oblique|slanted")
_ITALIC_FLAG = 64
"""In the flags of a descriptor (ISO 32000-1, table 123)."""
_NOTDEF = 0


@dataclass(frozen=True, slots=True)
class Font:
    """A font as the interpreter needs it; lengths in ems.

    Attributes:
        facts: What findings are about.
        bytes_per_code: 1, or 2 for composite fonts.
        widths: Code to advance.
        unicode: Code to text, by ToUnicode.
        is_missing: Whether a code paints glyph 0.
        ascent, descent: Above and (negative) below the base line.
        spaces: Codes of the space and the no-break space.
        space_width: Their advance.
        thin: Codes that do not move the pen: marks above and below letters.
        glyphs: How far its glyphs reach; None if nobody knows.
        letters: What is shown by one code alone, for whoever reads that again and again.
    """

    facts: FontFacts
    bytes_per_code: int
    widths: dict[int, float]
    unicode: dict[int, str]
    is_missing: Callable[[int], bool]
    ascent: float
    descent: float
    spaces: frozenset[int] = frozenset()
    space_width: float = 0.0
    thin: frozenset[int] = frozenset()
    glyphs: Glyphs | None = None
    letters: dict[bytes, Any] = field(default_factory=dict, compare=False, repr=False)

    def codes(self, shown: bytes) -> tuple[int, ...]:
        """The codes in a string; an odd last byte is passed over."""
        if self.bytes_per_code == 1:
            return tuple(shown)
        return unpack(f">{len(shown) // 2}H", shown[: len(shown) // 2 * 2])

    def text(self, codes: Sequence[int]) -> str:
        """What codes stand for."""
        return self.unicode[codes[0]] if len(codes) == 1 else "".join(map(self.unicode.__getitem__, codes))


class _Unicode(dict[int, str]):
    """Text by code; those not listed stand for nothing."""

    def __missing__(self, code: int) -> str:
        return ""


def read_font(font: Any) -> Font:  # noqa: ANN401 - a PDF object is of any type until looked at
    """Read a font dictionary. What is absent or of a wrong type has a sensible default.

    Raises:
        UnreadablePdf: One of its streams cannot be unpacked.
    """
    subtype = name(child(font, "/Subtype"))
    found = _composite(font) if subtype == "Type0" else _simple(font, subtype)
    # A direction mark beside a space is no letter.
    spaces = frozenset(code for code, text in found.unicode.items() if text.strip(_MARKS) in _SPACES)
    if not spaces and found.bytes_per_code == 1 and not found.unicode:
        spaces = frozenset((ord(" "),))
    return replace(
        found,
        facts=replace(found.facts, ascent=found.ascent, descent=found.descent),
        spaces=spaces,
        space_width=max(map(found.widths.__getitem__, spaces), default=0.0),
        thin=frozenset(code for code, width in found.widths.items() if abs(width) < _THIN),
    )


def _composite(font: Any) -> Font:  # noqa: ANN401
    descendant = next(items(child(font, "/DescendantFonts")), None)
    descriptor = child(descendant, "/FontDescriptor")
    encoding = read_cmap(unpacked(child(font, "/Encoding"), "the encoding of a font", CMAP_BYTES))
    own = name(child(font, "/Encoding"))
    cid_widths = composite_widths(descendant)
    widths = cid_widths
    if encoding.cids:
        widths = Widths(cid_widths[_NOTDEF])
        widths.update((code, cid_widths[cid]) for code, cid in encoding.cids.items())
    return Font(
        facts=_facts(font, descriptor, f"Type0/{name(child(descendant, '/Subtype'))}"),
        bytes_per_code=1 if encoding.lengths == {1} else 2,
        widths=widths,
        unicode=_to_unicode(font),
        is_missing=_missing_rule(own, encoding, child(descendant, "/CIDToGIDMap")),
        ascent=_metric(descriptor, "/Ascent", _ASCENT),
        descent=_metric(descriptor, "/Descent", _DESCENT),
        glyphs=glyphs_of(descriptor, own, encoding, child(descendant, "/CIDToGIDMap")),
    )


def _missing_rule(encoding: str, embedded: CharacterMap, glyph_map: Any) -> Callable[[int], bool]:  # noqa: ANN401
    """How to know that a code paints glyph 0.

    Under ``Identity`` the code is the CID. WeasyPrint writes its own map once a glyph is missing, and sends the codes
    of missing letters to CID 0. Under any other predefined map the CIDs are not known: nothing is said to be missing.
    """
    gids = glyph_numbers(glyph_map)

    def is_notdef(cid: int) -> bool:
        return cid == _NOTDEF or (bool(gids) and (cid >= len(gids) or gids[cid] == _NOTDEF))

    if embedded.cids or embedded.lengths:
        cids = embedded.cids
        return lambda code: is_notdef(cids.get(code, _NOTDEF))
    if encoding.startswith("Identity"):
        return is_notdef
    return lambda _: False


def _simple(font: Any, subtype: str) -> Font:  # noqa: ANN401
    descriptor = child(font, "/FontDescriptor")
    per_em = PER_EM
    ascent, descent = _metric(descriptor, "/Ascent", _ASCENT), _metric(descriptor, "/Descent", _DESCENT)
    if subtype == "Type3":
        scale = [abs(number(item)) for item in items(child(font, "/FontMatrix"))]
        per_em = 1 / scale[0] if scale and scale[0] > 0 else PER_EM
        if (bounds := rect(child(font, "/FontBBox"))) and bounds[3] > bounds[1]:
            ascent, descent = bounds[3] / per_em, bounds[1] / per_em
    widths = simple_widths(font, per_em)
    undefined = _undefined(child(child(font, "/Encoding"), "/Differences"))
    return Font(
        facts=_facts(font, descriptor, subtype),
        bytes_per_code=1,
        widths=widths,
        unicode=_to_unicode(font),
        is_missing=lambda code: code in undefined,
        ascent=ascent,
        descent=descent,
    )


def _undefined(differences: Any) -> frozenset[int]:  # noqa: ANN401
    """Codes that an encoding sends to ``.notdef`` in so many words."""
    found, code = set(), 0
    for item in items(differences):
        glyph = name(item)
        if glyph:
            if glyph == ".notdef":
                found.add(code)
            code += 1
        else:
            code = int(number(item))
    return frozenset(found)


def _facts(font: Any, descriptor: Any, kind: str) -> FontFacts:  # noqa: ANN401
    full = name(child(font, "/BaseFont")) or words(child(font, "/Name"))
    plain = _SUBSET.sub("", full, count=1) if _SUBSET.match(full) else full
    programs = ("/FontFile", "/FontFile2", "/FontFile3")
    return FontFacts(
        name=plain,
        family=words(child(descriptor, "/FontFamily")) or family_of(plain),
        # The glyphs of a Type 3 font are drawn in the file itself.
        embedded=kind == "Type3" or any(child(descriptor, program) is not None for program in programs),
        kind=kind,
        italic=bool(
            _ITALIC.search(plain)
            or number(child(descriptor, "/ItalicAngle"))
            or int(number(child(descriptor, "/Flags"))) & _ITALIC_FLAG
        ),
    )


def family_of(font_name: str) -> str:
    """The family in a PostScript name: ``Noto-Sans-Bold`` and ``Noto Sans,Bold`` are ``Noto Sans``."""
    family = font_name
    while (shorter := _STYLE.sub("", family)) != family:
        family = shorter
    return family.replace("-", " ").strip()


def _metric(descriptor: Any, key: str, absent: float) -> float:  # noqa: ANN401
    """Ascent or descent in ems; 0 is written by careless producers and means nothing."""
    return (number(child(descriptor, key)) / PER_EM) or absent


def _to_unicode(font: Any) -> dict[int, str]:  # noqa: ANN401
    found = _Unicode()
    found.update(read_cmap(unpacked(child(font, "/ToUnicode"), "the Unicode map of a font", CMAP_BYTES)).unicode)
    return found
