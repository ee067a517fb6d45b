from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import pictures, place
from polyleaf.checks.samples.press import an_image, press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.press_paint import ImagePaint


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

    def is_soft(image: ImagePaint) -> bool:
        if image.bits == 1:
            return limits.coarse_line_art < image.ppi <= limits.soft_line_art
        return limits.coarse < image.ppi <= limits.soft

    for page in subject.facts.pages:
        for image, told in pictures(page, is_soft):
            soft = limits.soft_line_art if image.bits == 1 else limits.soft
            hint = f"Use one of {soft + 1:g} ppi or more at printed size"
            yield Fault(told, place(subject, page.number, image.box), hint)
