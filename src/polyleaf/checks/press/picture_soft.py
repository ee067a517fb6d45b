from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import an_image, press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.pdf_facts import overlaps
from polyleaf.model.press_file import PressFile


@check(
    "press/picture-soft",
    severity=Severity.WARNING,
    rationale="""
        A picture with fewer pixels than the press can show looks soft beside sharp text.
    """,
    references=("GWG 2022, R0031 and R0032",),
    example=Example(bad="A photograph at 180 ppi", good="One at 300 ppi"),
    good=lambda: press_file(page={"images": (an_image(300.0),)}),
    bad=lambda: press_file(page={"images": (an_image(180.0),)}),
)
def picture_soft(subject: PressFile) -> Faults:
    """A picture will look soft."""
    limits = subject.limits
    for page in subject.facts.pages:
        for image in page.images:
            coarse, soft = (
                (limits.coarse_line_art, limits.soft_line_art) if image.bits == 1 else (limits.coarse, limits.soft)
            )
            if coarse < image.ppi <= soft and overlaps(image.box, page.printed):
                yield Fault(
                    f"A picture of {image.width} by {image.height} pixels is printed at {image.ppi:.0f} ppi",
                    place(subject, page.number, image.box),
                    f"Use one of {soft + 1:g} ppi or more at printed size",
                )
