"""Adds the further codes to the fonts that WeasyPrint writes: which glyph, which text, how wide.

Fonts with TrueType outlines keep ``Identity-H`` and get a ``CIDToGIDMap`` that leads codes to glyphs, and a width for
each code. The same could be said by an encoding CMap in the file, but MuPDF, pypdf and pdfminer then read no text at
all. Fonts with PostScript outlines can have no such map, so they get the CMap: Chinese and its neighbours, where
hardly a glyph has a second text.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby
from sys import byteorder
from typing import Any

import pydyf

from polyleaf.render.tagging.codes import FontCodes, encoding_lines, to_unicode_lines

_NOTDEF = 0
_CMAP_HEAD = (
    b"/CIDInit /ProcSet findresource begin",
    b"12 dict begin",
    b"begincmap",
    b"/CIDSystemInfo 3 dict dup begin /Registry (Adobe) def /Ordering (Identity) def /Supplement 0 def end def",
    b"/CMapName /polyleaf-codes def",
    b"/CMapType 1 def",
    b"1 begincodespacerange",
    b"<0000> <ffff>",
    b"endcodespacerange",
)
_CMAP_FOOT = (b"endcmap", b"CMapName currentdict /CMap defineresource pop", b"end", b"end")


def write_fonts(codes: Mapping[str, FontCodes], build: Any, arguments: tuple[Any, ...]) -> Any:
    """Writes the fonts of a document with all their codes.

    Args:
        codes: The codes of each font, by WeasyPrint's name for the font.
        build: WeasyPrint's ``build_fonts_dictionary``.
        arguments: Its arguments.

    Returns:
        What ``build`` returns: references of the fonts by name.
    """
    pdf, fonts, compress = arguments[:3]
    files: dict[str, list[Any]] = defaultdict(list)
    for font in fonts.values():
        files[font.hash].append(font)
    for name, same in files.items():
        _share(same, codes[name].glyphs if name in codes else {})
    written = build(*arguments)
    for name, (font, *_) in files.items():
        own = codes.get(name)
        if own is not None and (own.extra or font.missing) and not font.bitmap:
            _add_codes(pdf, _object(pdf, written[name]), font, own, compress)
    return written


def _share(fonts: Sequence[Any], texts: Mapping[int, str]) -> None:
    """What one knows of a font file, all know: WeasyPrint writes the last of those with one name."""
    to_unicode, widths, missing = {}, {}, {}
    for font in fonts:
        to_unicode.update(font.to_unicode)
        widths.update(font.widths)
        missing.update(font.missing)
    to_unicode.update(texts)
    for font in fonts:
        font.to_unicode, font.widths, font.missing = to_unicode, widths, missing


def _add_codes(pdf: Any, dictionary: Any, font: Any, codes: FontCodes, compress: bool) -> None:
    if codes.extra:
        lines = _object(pdf, dictionary["ToUnicode"]).stream
        end = lines.index(b"endcmap")
        lines[end:end] = to_unicode_lines(codes)
    if font.type == "otf":
        if codes.extra:
            dictionary["Encoding"] = _encoding(pdf, codes, font.missing, compress)
        return
    glyphs = {code: code for code in font.to_unicode}
    glyphs.update((code, glyph) for code, (glyph, _) in codes.extra.items())
    lacking = set(font.missing.values())
    table = array("H", bytes(2 * (max(glyphs) + 1)))
    for code, glyph in glyphs.items():
        table[code] = _NOTDEF if glyph in lacking else glyph
    if byteorder == "little":
        table.byteswap()
    stream = pydyf.Stream([table.tobytes()], compress=compress)
    pdf.add_object(stream)
    (descendant,) = dictionary["DescendantFonts"]
    descendant = _object(pdf, descendant)
    descendant["CIDToGIDMap"] = stream.reference
    descendant["W"] += _widths({code: font.widths[glyph] for code, (glyph, _) in codes.extra.items()})
    dictionary["Encoding"] = "/Identity-H"


def _widths(widths: Mapping[int, int]) -> list[Any]:
    """Entries of ``/W``: a first code, and the widths of the codes from there on (ISO 32000-1, 9.7.4.3)."""
    entries: list[Any] = []
    for _, run in groupby(enumerate(sorted(widths)), key=lambda pair: pair[1] - pair[0]):
        consecutive = [code for _, code in run]
        entries += [consecutive[0], pydyf.Array([widths[code] for code in consecutive])]
    return entries


def _encoding(pdf: Any, codes: FontCodes, missing: Mapping[int, int], compress: bool) -> Any:
    encoding = pydyf.Stream(
        [*_CMAP_HEAD, *encoding_lines(codes, missing), *_CMAP_FOOT],
        {
            "Type": "/CMap",
            "CMapName": "/polyleaf-codes",
            "CIDSystemInfo": pydyf.Dictionary(
                {"Registry": pydyf.String("Adobe"), "Ordering": pydyf.String("Identity"), "Supplement": 0}
            ),
        },
        compress=compress,
    )
    pdf.add_object(encoding)
    return encoding.reference


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
