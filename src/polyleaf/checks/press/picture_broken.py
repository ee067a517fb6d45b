from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import an_image, press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile


@check(
    "press/picture-broken",
    severity=Severity.ERROR,
    rationale="""
        Of a picture whose data end early, viewers show the upper part and make up the rest: grey, white, or the last
        row again. On paper that is how it stays.
    """,
    references=("ISO 32000-1, 8.9.5",),
    example=Example(bad="A photograph of which only the upper half was sent", good="The whole photograph"),
    good=press_file,
    bad=lambda: press_file(page={"images": (replace(an_image(300.0), broken="its data end after 3 of 80 rows"),)}),
)
def picture_broken(subject: PressFile) -> Faults:
    """A picture is not whole."""
    for page in subject.facts.pages:
        for image in page.images:
            if image.broken:
                yield Fault(
                    f"A picture of {image.width} by {image.height} pixels is broken: {image.broken}",
                    place(subject, page.number, image.box),
                    "Put the picture in again from its own file, and export again",
                )
