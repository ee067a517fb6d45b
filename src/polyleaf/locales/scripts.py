"""Scripts as data: fonts, line height, size correction, direction, line breaking, digits. One row a script."""

from __future__ import annotations

from dataclasses import dataclass

from polyleaf.model.language import Breaking, Direction

_CORE = ("fonts-noto-core",)
_CJK = ("fonts-noto-core", "fonts-noto-cjk")

LATIN_FAMILY = "Noto Sans"
"""In every language: drug names, addresses and codes are Latin everywhere."""

SIGN_FAMILIES = ("Noto Sans Math", "Noto Sans Symbols2", "Noto Sans Symbols")
"""At the end of every language: signs (≥ → ✓ ☐ ☎ ①) of the same strokes and proportions as ``LATIN_FAMILY``."""


@dataclass(frozen=True, slots=True)
class Script:
    """How a script is printed.

    Attributes:
        code: ISO 15924 code; a style of a script has its own row (``Nastaliq`` is a style of ``Arab``).
        families: Font families without the Latin one at the end.
        natural_line: Ascent + descent of the first family over its size (``hhea``, which Pango reads), measured.
        size_correction: Factor on the type size; see the table for the reasons.
        direction: Base direction.
        breaking: How lines break.
        packages: Debian packages of the families.
        latin_first: Whether Latin letters and digits come from the Latin family.
        letter_width: Width of a letter over the type size in the fullest lines.
        spaced: Whether spaces part words.
        bold: Whether the first family has a bold face.
        iso: ISO 15924 code when it differs from ``code``.
        mixed_line: What a line needs that holds Latin words too, over its size: the higher ascent and the deeper
            descent of both fonts, where that is more than 1.5 and than ``natural_line``; else 0.
        ink_line: Pitch from which lines are set, where that is less than ``natural_line``: their ink is measured, and
            each text has the pitch that it needs; else 0.
        edge_line: What a line needs at the head or foot of a page, over its size: the few words there reach less far
            than the tallest ones; 0 if that is ``natural_line``.
        edge_below: What is added below it where a frame is around it.
        hangs: How far words begin above a line that is ``natural_line`` high, over its size: in Nastaliq they hang from
            their first letter.
        lower: How far Latin words push a line down in which they stand, over its size: the middle of their font's line
            is higher above the letters' foot; 0 where the room at the foot of a page holds that.
    """

    code: str
    families: tuple[str, ...]
    natural_line: float
    size_correction: float = 1.0
    direction: Direction = Direction.LTR
    breaking: Breaking = Breaking.SPACES
    packages: tuple[str, ...] = _CORE
    latin_first: bool = False
    letter_width: float = 0.445
    spaced: bool = True
    bold: bool = True
    iso: str = ""
    mixed_line: float = 0.0
    lower: float = 0.0
    ink_line: float = 0.0
    edge_line: float = 0.0
    edge_below: float = 0.0
    hangs: float = 0.0


# Size correction. A reader judges size by the small letters: x-height 0.54 em in Noto Sans. Measured bodies of letters:
# - Naskh: teeth and eyes of letters 0.34 em, alef 0.67 em (Latin ascenders 0.76): 1.2 brings the alef to 0.80.
# - Nastaliq: drawn larger (alef 0.77 em), so 1.05 gives the same 0.81; more would cost whole pages at line height 2.5.
# - Bengali, Devanagari, Gujarati, Gurmukhi: 0.60-0.62 em, above x-height, but conjuncts put two letters into it: 1.05.
# - Thai, Lao, Burmese: 0.56 em; tone marks and loops are a fraction of that, and there are no capitals: 1.05.
# - Khmer: 0.59 em, the finest detail of all, with letters stacked underneath: 1.1.
# - Chinese, Japanese: 0.92 em, but ten strokes and more in it: the strokes stand closer than in a Latin "e"; 1.1.
# - Korean: 0.90 em with fewer strokes: 1.05.
# - Odia, Meetei Mayek, Chakma, Tai Viet: 0.55-0.67 em, built like their neighbours: 1.05. Tibetan 0.68 em, but letters
#   are stacked under it: 1.1. Syriac 0.51 em with fine strokes: 1.1. Thaana has the smallest body, 0.41 em, under vowel
#   signs on every letter: 1.2. (`tools/script_letters.py` measures these bodies and lines.)
# - Hebrew 0.59 and Ethiopic 0.71 em are drawn between x-height and capitals; Tamil, Telugu, Kannada, Malayalam and
#   Sinhala are wide, round and open; Cyrillic, Greek, Armenian, Georgian have Latin's proportions: 1.0.
_ROWS = (
    Script("Latn", (), 1.362),
    Script("Cyrl", (), 1.362, letter_width=0.48),
    Script("Grek", (), 1.362),
    Script(
        "Arab",
        ("Noto Naskh Arabic",),
        1.703,
        1.2,
        Direction.RTL,
        letter_width=0.364,
        ink_line=1.5,
        edge_line=1.4,
        edge_below=0.05,
    ),
    Script(
        "Nastaliq",
        ("Noto Nastaliq Urdu", "Noto Naskh Arabic"),
        2.5,
        1.05,
        Direction.RTL,
        latin_first=True,
        letter_width=0.36,
        iso="Arab",
        ink_line=2.0,
        edge_line=1.6,
        edge_below=0.25,
        hangs=0.3,
    ),
    Script("Hebr", ("Noto Sans Hebrew",), 1.36, direction=Direction.RTL),
    Script("Beng", ("Noto Sans Bengali",), 1.325, 1.05),
    Script("Deva", ("Noto Sans Devanagari",), 1.304, 1.05),
    Script("Gujr", ("Noto Sans Gujarati",), 1.304, 1.05),
    Script("Guru", ("Noto Sans Gurmukhi",), 1.304, 1.05),
    Script("Taml", ("Noto Sans Tamil",), 1.24, letter_width=0.6),
    Script("Telu", ("Noto Sans Telugu",), 1.352, mixed_line=1.552),
    Script("Knda", ("Noto Sans Kannada",), 1.349, mixed_line=1.609),
    Script("Mlym", ("Noto Sans Malayalam",), 1.247),
    Script("Sinh", ("Noto Sans Sinhala",), 1.304),
    # Noto Sans Thai is drawn without loops, an advertising style; running text for old eyes has loops.
    Script("Thai", ("Noto Looped Thai", "Noto Sans Thai"), 1.6, 1.05, spaced=False),
    Script("Laoo", ("Noto Sans Lao",), 1.645, 1.05, breaking=Breaking.DICTIONARY, spaced=False),
    # The font says 1.362, which is too little for letters stacked underneath (standards 4.4).
    Script("Khmr", ("Noto Sans Khmer",), 1.7, 1.1, breaking=Breaking.DICTIONARY, spaced=False),
    Script("Mymr", ("Noto Sans Myanmar",), 2.184, 1.05, breaking=Breaking.DICTIONARY, spaced=False, edge_line=1.6),
    Script("Ethi", ("Noto Sans Ethiopic",), 1.362),
    Script("Geor", ("Noto Sans Georgian",), 1.36),
    Script("Armn", ("Noto Sans Armenian",), 1.36),
    Script("Hans", ("Noto Sans CJK SC",), 1.448, 1.1, packages=_CJK, spaced=False),
    Script("Hant", ("Noto Sans CJK TC",), 1.448, 1.1, packages=_CJK, spaced=False),
    Script("HongKong", ("Noto Sans CJK HK", "Noto Sans CJK TC"), 1.448, 1.1, packages=_CJK, spaced=False, iso="Hant"),
    Script("Jpan", ("Noto Sans CJK JP",), 1.448, 1.1, packages=_CJK, spaced=False),
    Script("Kore", ("Noto Sans CJK KR",), 1.448, 1.05, packages=_CJK),
    Script("Orya", ("Noto Sans Oriya",), 1.362, 1.05),
    Script("Mtei", ("Noto Sans Meetei Mayek",), 1.39, 1.05),
    Script("Olck", ("Noto Sans Ol Chiki",), 1.362),
    Script("Cakm", ("Noto Sans Chakma",), 1.46, 1.05, bold=False),
    Script("Tibt", ("Noto Serif Tibetan",), 2.815, 1.1, lower=0.33, edge_line=2.1),
    Script("Thaa", ("Noto Sans Thaana",), 1.493, 1.2, Direction.RTL),
    Script("Syrc", ("Noto Sans Syriac",), 1.412, 1.1, Direction.RTL, mixed_line=1.555, bold=False),
    Script("Nkoo", ("Noto Sans NKo",), 1.362, direction=Direction.RTL, bold=False),
    Script("Adlm", ("Noto Sans Adlam", "Noto Naskh Arabic"), 1.362, direction=Direction.RTL, latin_first=True),
    Script("Rohg", ("Noto Sans Hanifi Rohingya",), 1.362, direction=Direction.RTL),
    Script("Tfng", ("Noto Sans Tifinagh",), 1.362, bold=False),
    Script("Cher", ("Noto Sans Cherokee",), 1.362),
    Script("Cans", ("Noto Sans Canadian Aboriginal",), 1.362),
    Script("Hmnp", ("Noto Serif Hmong Nyiakeng",), 1.36),
    Script("Vaii", ("Noto Sans Vai",), 1.362, bold=False),
    Script("Yiii", ("Noto Sans Yi",), 1.362, bold=False),
    Script("Tavt", ("Noto Sans Tai Viet",), 1.362, 1.05, bold=False),
    Script("Osge", ("Noto Sans Osage",), 1.362, bold=False),
    Script("Copt", ("Noto Sans Coptic",), 1.362, bold=False),
    Script("Dsrt", ("Noto Sans Deseret",), 1.362, bold=False),
    Script("Shaw", ("Noto Sans Shavian",), 1.362, bold=False),
)

SCRIPTS = {script.code: script for script in _ROWS}
"""Scripts by code."""


def iso_code(code: str) -> str:
    """The ISO 15924 code of a script or of a style of one."""
    script = SCRIPTS[code]
    return script.iso or script.code


def not_set(code: str) -> tuple[str, str]:
    """Why no leaflet can be printed in a script without a row here, and the way out."""
    if code in _FROM_THE_TOP:
        what = f"its script, {code}, is written in columns from top to bottom, which polyleaf cannot set"
        return what, "Take another script of the language, if its readers know one (mn is Mongolian in Cyrillic)."
    what = f"polyleaf knows no font for its script, {code}" if code else "CLDR does not know its script"
    return what, "A project's own languages/<code>.toml can name another script of the language."


_FROM_THE_TOP = ("Mong", "Phag")

ZEROS = {
    "latn": 0x30,
    "arab": 0x660,
    "arabext": 0x6F0,
    "deva": 0x966,
    "beng": 0x9E6,
    "guru": 0xA66,
    "gujr": 0xAE6,
    "tamldec": 0xBE6,
    "telu": 0xC66,
    "knda": 0xCE6,
    "mlym": 0xD66,
    "thai": 0xE50,
    "laoo": 0xED0,
    "mymr": 0x1040,
    "khmr": 0x17E0,
    "orya": 0xB66,
    "tibt": 0xF20,
    "nkoo": 0x7C0,
    "olck": 0x1C50,
    "mtei": 0xABF0,
    "cakm": 0x11136,
    "rohg": 0x10D30,
    "adlm": 0x1E950,
    "hmnp": 0x1E140,
    "mymrshan": 0x1090,
}
"""Code point of the zero of each CLDR numbering system; its other digits follow it."""
