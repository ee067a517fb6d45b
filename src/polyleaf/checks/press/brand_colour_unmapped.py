from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import as_cmyk, place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile, Replaced


@check(
    "press/brand-colour-unmapped",
    severity=Severity.WARNING,
    rationale="""
        The profile mixes the inks that come nearest to a screen colour, and each profile mixes others. The colour of
        an organisation has its own recipe, so that two leaflets lying side by side match.
    """,
    references=("NHS Identity: NHS Blue is Pantone 300, never a tint", "GWG 2022, R0027"),
    example=Example(
        bad="Headings in #005EB8, without an entry in [press.colours]",
        good='"#005EB8" = "cmyk(100 55 0 5)" in [press.colours]',
    ),
    good=lambda: press_file(replaced=(Replaced("#005eb8", (1.0, 0.55, 0.0, 0.05), text=True, chosen=True),)),
    bad=lambda: press_file(replaced=(Replaced("#005eb8", (0.91, 0.61, 0.0, 0.0), text=True, chosen=False),)),
)
def brand_colour_unmapped(subject: PressFile) -> Faults:
    """A brand colour has no inks of its own."""
    for colour in subject.replaced:
        if colour.text and not colour.chosen:
            yield Fault(
                f"Text is in {colour.screen}, which the profile prints as {as_cmyk(colour.inks)}",
                place(subject),
                f'Give it its inks in polyleaf.toml: [press.colours] and "{colour.screen}" = "{as_cmyk(colour.inks)}"',
            )
