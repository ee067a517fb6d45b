"""Languages of the samples."""

from __future__ import annotations

from dataclasses import replace

from polyleaf.model.language import Breaking, Direction, Language

ENGLISH = Language(
    locale="en_GB",
    tag="en-GB",
    cldr="en_GB",
    english="English",
    native="English",
    script="Latn",
    direction=Direction.LTR,
    families=("Noto Sans",),
    packages=("fonts-noto-core",),
    natural_line=1.36,
    size_correction=1.0,
    digits="latn",
    quotes=("“", "”", "‘", "’"),
)
URDU = replace(
    ENGLISH,
    locale="ur",
    tag="ur",
    cldr="ur",
    english="Urdu",
    native="اردو",
    script="Arab",
    direction=Direction.RTL,
    families=("Noto Nastaliq Urdu", "Noto Sans"),
    natural_line=2.5,
    size_correction=1.1,
    digits="arabext",
    quotes=("”", "“", "’", "‘"),
)
POLISH = replace(ENGLISH, locale="pl", tag="pl", english="Polish", native="Polski", quotes=("„", "”", "«", "»"))
KHMER = replace(
    ENGLISH,
    locale="km",
    tag="km",
    cldr="km",
    english="Khmer",
    native="ខ្មែរ",
    script="Khmr",
    families=("Noto Sans Khmer", "Noto Sans"),
    natural_line=1.7,
    size_correction=1.1,
    breaking=Breaking.DICTIONARY,
    spaced=False,
)
