from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import told
from polyleaf.checks.press_subjects import page_texts, place
from polyleaf.checks.samples.press import ink_text, press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.pdf_facts import overlaps
from polyleaf.model.press_file import MM, PressFile

_TOLERANCE = 0.2 * MM
"""Letters reach a little beyond what their font says."""


@check(
    "press/text-near-edge",
    severity=Severity.WARNING,
    rationale="""
        Knives and folds wander by a millimetre or two. Text that stands close to the edge looks crooked, or loses a
        letter.
    """,
    references=("Bookpress, print guidelines: 5 mm",),
    example=Example(bad="Text 2 mm from the edge", good="Text 5 mm and more inside"),
    good=press_file,
    bad=lambda: press_file(texts=(replace(ink_text(), box=(46.0, 700.0, 200.0, 720.0)),)),
)
def text_near_edge(subject: PressFile) -> Faults:
    """Text stands close to the edge."""
    rim = subject.limits.quiet
    for page in subject.facts.pages:
        left, bottom, right, top = page.cut
        for text in page_texts(page):
            if not overlaps(text.box, page.cut):
                continue
            box = text.ink or text.box
            near = min(box[0] - left, box[1] - bottom, right - box[2], top - box[3])
            if near < rim - _TOLERANCE:
                far = f"{max(near, 0.0) / MM:.1f} mm from the edge"
                yield Fault(
                    f"{told(text.text)} stands {far}, {rim / MM:g} mm are asked for",
                    place(subject, page.number, text.box),
                    "Move it towards the middle",
                )
                break
