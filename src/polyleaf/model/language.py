"""A language as it is printed: all that differs between languages on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Direction(StrEnum):
    """Base direction of a text."""

    LTR = "ltr"
    RTL = "rtl"


class Breaking(StrEnum):
    """How lines of a script break."""

    SPACES = "spaces"
    """At spaces, or by the engine's own rules (Thai, Chinese, Japanese)."""
    DICTIONARY = "dictionary"
    """Khmer, Lao, Burmese: words must be found first and marked with U+200B."""


@dataclass(frozen=True, slots=True)
class Clock:
    """How a language writes a time of day where CLDR's form is not what its readers know.

    Attributes:
        hour: A full hour; ``{hour}`` is 1 to 12, ``{half}`` the word for the half of the day.
        minutes: Any other time; ``{minute}`` has two digits.
        morning, afternoon: Words for the halves of the day.
        noon, midnight: What 12:00 and 0:00 are called; "" if they are written like other hours.
    """

    hour: str
    minutes: str
    morning: str
    afternoon: str
    noon: str = ""
    midnight: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A language as polyleaf prints it.

    Attributes:
        locale: Babel locale, the name of the catalog folder (``zh_Hans``).
        tag: BCP 47 tag for ``lang`` (``zh-Hans``).
        cldr: Babel locale by which numbers, dates, times and units are printed: its own, the nearest parent that CLDR
            has, or ``root``.
        english: Name in English ("Chinese (Simplified)").
        native: Name in its own script ("简体中文").
        script: ISO 15924 code (``Arab``).
        direction: Base direction.
        families: Font families in order, the language's own first, ``Noto Sans`` for Latin next, then those of signs.
        packages: Debian packages that bring these families.
        natural_line: Ascent + descent of the first family, as a multiple of the size;
            a line pitch below it clips or collides.
        size_correction: Factor on the type size so that the script looks as large as Latin (1.0 for Latin).
        digits: CLDR numbering system printed under the house rule ``native`` (``beng``); ``latn`` prints 0-9.
        quotes: Opening and closing quotation mark, then the inner pair.
        breaking: How its lines break.
        latin_first: Whether Latin letters and digits 0-9 come from ``Noto Sans`` although the language's own font
            has them: in Nastaliq they are heavy and closed.
        letter_width: Width of a letter over the type size in the fullest lines, measured: for the length of lines.
        spaced: Whether spaces part its words; else a word is found wherever its letters stand.
        minimum_grouping_digits: Least number of digits before the first separator (CLDR: 1000, but 10 000).
        units: Patterns of units that CLDR lacks or has in a form that misleads: unit -> plural form -> pattern.
        months: Names of the twelve months in dates, where CLDR lacks them.
        unit_without_space: Whether the symbol of a unit stands right behind its number ("250mg").
        clock: How times of day are written; None for CLDR's way.
        mixed_line: What a line needs in which Latin words stand too, as a multiple of the size; 0 if that is no more.
        lower: How far Latin words push a line of it down, as a multiple of the size, beyond the room there is.
        ink_line: Pitch from which its lines are set, as a multiple of the size, each text by its ink; 0 if no line is
            closer than its font asks for.
        edge_line: What a line needs at the head or foot of a page, as a multiple of the size; 0 if that is what its
            font asks for.
        edge_below: What is added below it in a frame, as a multiple of the size.
        hangs: How far words begin above a line as high as their font's tallest letters, as a multiple of the size.
    """

    locale: str
    tag: str
    cldr: str
    english: str
    native: str
    script: str
    direction: Direction
    families: tuple[str, ...]
    packages: tuple[str, ...]
    natural_line: float
    size_correction: float
    digits: str
    quotes: tuple[str, str, str, str]
    breaking: Breaking = Breaking.SPACES
    latin_first: bool = False
    letter_width: float = 0.445
    spaced: bool = True
    minimum_grouping_digits: int = 1
    units: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    months: tuple[str, ...] = ()
    unit_without_space: bool = False
    clock: Clock | None = None
    mixed_line: float = 0.0
    lower: float = 0.0
    ink_line: float = 0.0
    edge_line: float = 0.0
    edge_below: float = 0.0
    hangs: float = 0.0

    def __hash__(self) -> int:
        """Every table of words is found by its language, thousands of times for a catalog."""
        return hash(self.locale)

    @property
    def line_height(self) -> float:
        """Line pitch as a multiple of the size: at least 1.5, at least the font's own (standards 4.4)."""
        return max(1.5, self.natural_line, self.mixed_line)

    @property
    def joined(self) -> bool:
        """Whether letters join, so that letter-spacing would break words."""
        return self.script in ("Arab", "Deva", "Beng", "Guru", "Mong", "Syrc")
