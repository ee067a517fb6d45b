from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import advice, page_paths, page_texts, place
from polyleaf.checks.samples.press import press_file, rule
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inks import is_white
from polyleaf.model.pdf_facts import Colour
from polyleaf.model.press_file import PressFile
from polyleaf.model.press_paint import PathPaint
from polyleaf.model.wording import count


@check(
    "press/hairline",
    severity=Severity.WARNING,
    rationale="""
        A line thinner than a quarter of a point is at the edge of what a plate holds: it breaks, or vanishes. A line
        of no width at all is as thin as the machine can make it, which on a plate setter is invisible. A filled box of
        that thickness is such a line too, and so is the edge of a letter in a colour of its own; of white ones, those
        count that lie on a tint.
    """,
    references=("GWG 2022, R0018 and R0019",),
    example=Example(bad="A line of 0.1 pt", good="A line of 0.5 pt"),
    good=press_file,
    bad=lambda: press_file(paths=(rule(0.1),)),
)
def hairline(subject: PressFile) -> Faults:
    """A line is too thin to print."""
    least = subject.limits.thinnest
    for page in subject.facts.pages:
        found = [(width, path.box) for path in page_paths(page) for colour, width in path.lines if _shows(path, colour)]
        found += [(text.width, text.box) for text in page_texts(page) if text.stroke and text.fill != text.stroke]
        thin = [line for line in found if line[0] < least]
        if thin:
            width, box = min(thin, key=lambda line: line[0])
            yield Fault(
                f"{count(len(thin), 'line')} thinner than {least:g} pt, the thinnest of {width:.2f} pt",
                place(subject, page.number, box),
                advice(
                    subject,
                    "Make lines 0.5 pt or wider, in style sheets and in drawings at their printed size",
                    "Make lines 0.5 pt or wider",
                ),
            )


def _shows(path: PathPaint, colour: Colour) -> bool:
    """Whether a line can be missed: a white bar on white paper cannot."""
    return path.over_ink or colour is path.stroke or not is_white(colour)
