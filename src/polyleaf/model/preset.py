"""What a file for print is held against: thresholds, and how much each finding weighs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from polyleaf.model.finding import Severity
from polyleaf.model.press_file import PressLimits


@dataclass(frozen=True, slots=True)
class Preset:
    """A way of printing.

    Attributes:
        name: As it is chosen on the command line.
        title: In words.
        limits: Thresholds.
        weights: Severity by check where it is another than the check's own; None: not looked at.
    """

    name: str
    title: str
    limits: PressLimits = field(default_factory=PressLimits)
    weights: Mapping[str, Severity | None] = field(default_factory=dict)


_SCREEN_ONLY = (
    "annotation-on-page",
    "area-too-inky",
    "bleed-missing",
    "bleed-too-small",
    "blend-space-not-cmyk",
    "colour-not-in-inks",
    "crop-hides-sheet",
    "dates-missing",
    "default-colour-space",
    "file-id-missing",
    "grey-overprints",
    "line-not-overprinting",
    "metadata-differs",
    "not-pdf-x",
    "output-condition-unnamed",
    "output-intent-missing",
    "output-profile-not-cmyk",
    "pdf-too-new",
    "separation-all",
    "small-text-in-grey",
    "spot-colour",
    "spot-mixed-twice",
    "text-not-overprinting",
    "thin-line-in-grey",
    "title-missing",
    "too-much-ink",
    "trap-network",
    "trapping-not-stated",
    "trim-box-missing",
)
"""What matters to a press and not to the printer of an office, which takes screen colours and cuts nothing."""

SHEETFED = Preset("gwg-sheetfed-cmyk", "Ghent Workgroup 2022, sheetfed offset, four inks")

PRESETS: Mapping[str, Preset] = {
    preset.name: preset
    for preset in (
        SHEETFED,
        Preset(
            "gwg-digital",
            "Ghent Workgroup 2022, digital print",
            PressLimits(small_text=5.0, coarse=95.0, soft=149.0, coarse_line_art=349.0, soft_line_art=599.0),
            {
                "press/page-empty": None,
                "press/text-not-overprinting": None,
                "press/line-not-overprinting": None,
                "press/small-text-in-grey": None,
                "press/thin-line-in-grey": None,
                "press/grey-overprints": None,
                "press/area-too-inky": None,
                "press/too-much-ink": None,
                "press/spot-colour": Severity.WARNING,
            },
        ),
        Preset(
            "office",
            "The printer of an office",
            PressLimits(small_text=5.0, coarse=95.0, soft=149.0, coarse_line_art=199.0, soft_line_art=299.0),
            {
                **{f"press/{check}": None for check in _SCREEN_ONLY},
                "press/action": Severity.WARNING,
                "press/attachment": Severity.WARNING,
                "press/font-not-embedded": Severity.WARNING,
                "press/form-field": Severity.WARNING,
            },
        ),
    )
}
"""The built-in presets, by name; R numbers and columns are those of the GWG 2022 specification."""
