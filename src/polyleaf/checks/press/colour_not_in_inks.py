from collections.abc import Iterator

from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import ink_text, press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.pdf_facts import Colour
from polyleaf.model.press_facts import PressPage
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import listed

_INKS = ("DeviceCMYK", "DeviceGray", "Pattern", "Separation", "DeviceN", "Mask")
"""Patterns are looked into; spot colours are told by their names; what is drawn in masks has no colour."""


@check(
    "press/colour-not-in-inks",
    severity=Severity.ERROR,
    rationale="""
        A press prints with cyan, magenta, yellow and black. Colours of screens are turned into inks by whoever comes
        first to the file, with whatever profile is at hand; what is approved is then not what is printed.
    """,
    references=("GWG 2022, R0027", "ISO 15930-7 (PDF/X-4)"),
    example=Example(
        bad="Text in red 0, green 48, blue 135 (DeviceRGB)", good="Text in cyan 100, magenta 75, black 18 (DeviceCMYK)"
    ),
    good=press_file,
    bad=lambda: press_file(texts=(ink_text(Colour("DeviceRGB", (0.0, 0.19, 0.53), None), overprint=False),)),
)
def colour_not_in_inks(subject: PressFile) -> Faults:
    """A colour is not given in inks."""
    for page in subject.facts.pages:
        found = dict.fromkeys(space for space in _spaces(page) if space not in _INKS)
        if found:
            yield Fault(
                f"Colours on the page are in {listed(space or 'an unknown space' for space in found)}, not in inks",
                place(subject, page.number),
                "Turn them into CMYK in the program that makes the file"
                + (
                    ", and export without colour profiles: CMYK with one (ICCBased) is mixed anew"
                    * ("ICCBased" in found)
                ),
            )


def _spaces(page: PressPage) -> Iterator[str]:
    for text in page.texts:
        yield from (colour.space for colour in (text.fill, text.stroke) if colour)
    for path in page.paths:
        yield from (colour.space for colour in (path.fill, path.stroke) if colour)
    yield from (image.base for image in page.images if not image.stencil)
    yield from (shading.space for shading in page.shadings)
    yield from page.inside
