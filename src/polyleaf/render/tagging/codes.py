"""Character codes of a font: one for each pair of glyph and text, so that every glyph reads back exactly.

WeasyPrint gives each glyph one code and one text for the whole document. In joined and stacked scripts a glyph
stands for different letters in different words, so that is wrong somewhere. Here a glyph that stands for a second
text gets a second code; ``fonts.py`` leads both codes to the same glyph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_LAST_CODE = 0xFFFF
_BATCH = 100
"""Most entries of one ``begin...char`` section of a CMap (PDF 32000-1, 9.7.5.4)."""

FILLER = "\u2060"
"""Text of a glyph inside a word that adds to a letter whose text another glyph has: no target of a ToUnicode map may
be empty, and a word joiner says nothing and parts nothing. (Screen readers spell words with U+200B in them.)"""

SILENT = "\u200a"
"""Text of a glyph that is painted when its line has been read: a hair space behind the line says nothing."""


@dataclass(slots=True)
class FontCodes:
    """The codes of one font file.

    Attributes:
        glyphs: Text of each glyph's own code (the glyph's number).
        extra: Further codes: glyph and text.
    """

    glyphs: dict[int, str] = field(default_factory=dict)
    extra: dict[int, tuple[int, str]] = field(default_factory=dict)
    _known: dict[tuple[int, str], int] = field(default_factory=dict)
    _written: dict[tuple[int, str], str] = field(default_factory=dict)
    _next: int = _LAST_CODE

    def code(self, glyph: int, text: str) -> int:
        """The code that paints ``glyph`` and reads as ``text``."""
        pair = (glyph, text)
        if pair not in self._known:
            if glyph not in self.glyphs:
                self.glyphs[glyph] = text
                self._known[pair] = glyph
            else:
                self.extra[self._next] = pair
                self._known[pair] = self._next
                self._next -= 1
        return self._known[pair]

    def hex(self, glyph: int, text: str) -> str:
        """The code as it stands in a string of page content."""
        found = self._written.get((glyph, text))
        if found is None:
            found = self._written[glyph, text] = f"{self.code(glyph, text):04x}"
        return found


def to_unicode_lines(codes: FontCodes) -> Iterator[bytes]:
    """Sections of a ToUnicode CMap for the further codes."""
    entries = [(code, text) for code, (_, text) in sorted(codes.extra.items())]
    for start in range(0, len(entries), _BATCH):
        batch = entries[start : start + _BATCH]
        yield f"{len(batch)} beginbfchar".encode()
        for code, text in batch:
            yield f"<{code:04x}> <{text.encode('utf-16-be').hex()}>".encode()
        yield b"endbfchar"


def encoding_lines(codes: FontCodes, missing: Mapping[int, int]) -> Iterator[bytes]:
    """Sections of an encoding CMap that leads every code to its glyph; missing glyphs lead to ``.notdef``.

    Args:
        codes: The codes of the font.
        missing: Codes that stand for letters the font lacks, as WeasyPrint allots them, by code point.
    """
    lacking = set(missing.values())
    entries = [(code, 0 if code in lacking else code) for code in codes.glyphs]
    entries += [(code, 0 if glyph in lacking else glyph) for code, (glyph, _) in codes.extra.items()]
    entries.sort()
    for start in range(0, len(entries), _BATCH):
        batch = entries[start : start + _BATCH]
        yield f"{len(batch)} begincidchar".encode()
        for code, glyph in batch:
            yield f"<{code:04x}> {glyph}".encode()
        yield b"endcidchar"
