from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.logos import logos_on
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.logo import with_logo
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.contrast import rgb_of
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.logo import LogoRules
from polyleaf.model.pdf_facts import Paint, Rgb
from polyleaf.model.wording import quote

_SHADE = 2.5 / 255
"""Difference of colour parts that nobody sees."""


def other_colours(layout: FileLayout) -> Spots:
    """Every logo with a colour that is none of its own; the colours inside photographs are not looked at."""
    allowed = [rgb_of(colour) for colour in layout.subject.logo.colours]
    for logo in logos_on(layout):
        drawn = (shape for shape in logo.shapes if shape.paint is not Paint.PICTURE)
        if any(not _is_one_of(shape.colour.rgb, allowed) for shape in drawn):
            yield Spot(1, logo.page.number, logo.alternative)


def _is_one_of(rgb: Rgb | None, allowed: list[Rgb]) -> bool:
    return rgb is not None and any(
        all(abs(part - wanted) <= _SHADE for part, wanted in zip(rgb, colour, strict=True)) for colour in allowed
    )


RULE = Rule(
    "Logos in other colours",
    "",
    lambda subject: 0.0 if subject.logo.colours else None,
    other_colours,
    "The organisation's brand book",
    counted=True,
)


@check(
    "page/logo-colour",
    severity=Severity.ERROR,
    rationale="""
        A logo in another colour, or in a tint, is not the logo that people know. Its colours stand in `[logo] colours`.
        Only drawings (SVG) are looked at: the colours inside a photograph say nothing.
    """,
    references=("NHS Identity guidelines: NHS Blue, black or reversed, never a tint",),
    example=Example(
        bad='colours = ["#005eb8", "#ffffff"]; the logo is drawn in #3377cc', good="Drawn in #005eb8 and white"
    ),
    rules=(RULE,),
    good=lambda: with_logo(LogoRules(colours=("#005eb8",))),
    bad=lambda: with_logo(LogoRules(colours=("#000000",))),
)
def logo_colour(subject: PrintedDocument) -> Faults:
    """A logo is printed in another colour than its own."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"The logo {quote(broken.spot.words)} has a colour that is not among {', '.join(subject.logo.colours)}",
            "Take the original file; if the colour is right, add it to [logo] colours in polyleaf.toml",
            more=False,
            set_in="polyleaf.toml",
        )
