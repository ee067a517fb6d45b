from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import pictures, place
from polyleaf.checks.samples.press import an_image, press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.press_paint import ImagePaint


@check(
    "press/picture-too-coarse",
    severity=Severity.ERROR,
    rationale="""
        A picture that looks sharp on a screen may have too few pixels for paper: each becomes a square that can be
        seen. Line art in black and white needs more of them than a photograph, since its edges are not softened.
    """,
    references=("GWG 2022, R0031 and R0032", "Blackmore, print guidelines: 300 ppi, line art 600 to 1200"),
    example=Example(
        bad="A photograph of 600 pixels across 21 cm: 72 ppi", good="One of 2500 pixels across 21 cm: 300 ppi"
    ),
    good=lambda: press_file(page={"images": (an_image(300.0),)}),
    bad=lambda: press_file(page={"images": (an_image(72.0),)}),
)
def picture_too_coarse(subject: PressFile) -> Faults:
    """A picture has too few pixels for its size."""
    limits = subject.limits

    def is_coarse(image: ImagePaint) -> bool:
        return image.ppi <= (limits.coarse_line_art if image.bits == 1 else limits.coarse)

    for page in subject.facts.pages:
        for image, told in pictures(page, is_coarse):
            yield Fault(
                told,
                place(subject, page.number, image.box),
                f"Use a picture with {300 / max(image.ppi, 1):.1f} times as many pixels across, or a drawing (SVG)"
                if image.bits != 1
                else "Use a drawing (SVG), or a scan with 800 pixels an inch",
            )
