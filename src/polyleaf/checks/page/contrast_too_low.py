from functools import lru_cache

from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.grounds import blended
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.rules import Limits, Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.contrast import ratio
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.pdf_facts import Colour, Look, Rgb

GREY = Colour("DeviceRGB", (0.46, 0.53, 0.57), (0.46, 0.53, 0.57))


def contrast(layout: FileLayout) -> Spots:
    """Contrast of every piece of text with the ground under it, where that is a colour; NaN if it cannot be told."""
    for page in layout.pages:
        for run in page.runs:
            ratios = [
                _ratio(run.look.colour.rgb, run.look.opacity, ground.colour)
                if ground.known and not page.facts.crowded
                else float("nan")
                for ground in page.grounds.under(run)
                if ground.colour is not None
            ]
            if ratios:
                unknown = any(one != one for one in ratios)  # noqa: PLR0124 - NaN
                yield Spot(float("nan") if unknown else min(ratios), page.number, page.words(run))


@lru_cache(maxsize=256)
def _ratio(paint: Rgb | None, opacity: float, ground: Rgb) -> float:
    """Contrast of a colour that may be seen through: a file has few of them, and many pieces of text."""
    return ratio(blended(paint, opacity, ground), ground)


RULE = Rule(
    "Lowest contrast of text",
    ": 1",
    Limits(4.5, 7, 7),
    contrast,
    "WCAG 2.2, 1.4.3 and 1.4.6",
    at_least=True,
    rounding=0.005,
)


@check(
    "page/contrast-too-low",
    severity=Severity.ERROR,
    rationale="""
        Grey or coloured letters vanish for readers with low vision, on poor paper and in poor light. Whoever asks for
        large print needs more contrast, not less.
    """,
    references=(
        "WCAG 2.2, 1.4.3: 4.5 to 1",
        "WCAG 2.2, 1.4.6: 7 to 1, used for large and giant print whatever the size of the letters",
        "RNIB Clear Print",
    ),
    example=Example(bad="#768692 on white: 3.75 to 1", good="#003087 on white: 11.85 to 1"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Somebody must drive you.", look=Look(colour=GREY))),
)
def contrast_too_low(subject: PrintedDocument) -> Faults:
    """Text has too little contrast with what it stands on."""
    for broken in RULE.broken(subject):
        known = broken.value == broken.value  # not so if it is no number
        found = f"has a contrast of {broken.value:.2f} to 1" if known else "is in a colour that cannot be told"
        yield broken.fault(
            f"{broken.words} {found}, {broken.limit:g} to 1 is needed",
            "Choose a darker colour for the text or a lighter one for what is under it",
        )
