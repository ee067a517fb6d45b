from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import page_paths, place, text_faults
from polyleaf.checks.samples.press import cmyk, ink_text, press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inks import is_white
from polyleaf.model.press_file import PressFile
from polyleaf.model.press_paint import TextPaint


@check(
    "press/white-overprints",
    severity=Severity.ERROR,
    rationale="""
        White is the absence of ink. White that is set to overprint leaves the ink below as it is: the text is on the
        screen and not on the paper.
    """,
    references=("GWG 2022, R0007",),
    example=Example(bad="White text on a dark box, set to overprint", good="White text that knocks out"),
    good=press_file,
    bad=lambda: press_file(texts=(ink_text(cmyk(), size=18.0, overprint=True),)),
)
def white_overprints(subject: PressFile) -> Faults:
    """White text vanishes in print."""

    def vanishes(text: TextPaint) -> bool:
        return is_white(text.fill) and text.overprint

    yield from text_faults(
        subject, vanishes, "is white and set to overprint: it will not be seen", "Switch overprint off for white"
    )
    for page in subject.facts.pages:
        for path in page_paths(page):
            if path.overprint and is_white(path.fill or path.stroke):
                yield Fault(
                    "A white shape is set to overprint: it will not be seen",
                    place(subject, page.number, path.box),
                    "Switch overprint off for white",
                )
                break
