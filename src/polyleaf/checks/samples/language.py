"""Languages of the samples."""

from __future__ import annotations

from polyleaf.model.language import Breaking, Direction, Language

ENGLISH = Language(
    "en_GB",
    "en-GB",
    "English",
    "English",
    "Latn",
    Direction.LTR,
    ("Noto Sans",),
    ("fonts-noto-core",),
    1.36,
    1.0,
    "latn",
    ("“", "”", "‘", "’"),
)
URDU = Language(
    "ur",
    "ur",
    "Urdu",
    "اردو",
    "Arab",
    Direction.RTL,
    ("Noto Nastaliq Urdu", "Noto Sans"),
    ("fonts-noto-core",),
    2.5,
    1.1,
    "arabext",
    ("”", "“", "’", "‘"),
)
POLISH = Language(
    "pl",
    "pl",
    "Polish",
    "Polski",
    "Latn",
    Direction.LTR,
    ("Noto Sans",),
    ("fonts-noto-core",),
    1.36,
    1.0,
    "latn",
    ("„", "”", "«", "»"),
)
KHMER = Language(
    "km",
    "km",
    "Khmer",
    "ខ្មែរ",
    "Khmr",
    Direction.LTR,
    ("Noto Sans Khmer", "Noto Sans"),
    ("fonts-noto-core",),
    1.7,
    1.1,
    "latn",
    ("“", "”", "‘", "’"),
    Breaking.DICTIONARY,
    spaced=False,
)
