"""Languages of the samples."""

from __future__ import annotations

from polyleaf.model.language import Direction, Language

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
