from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.pdf_facts import FontFacts
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import quote


@check(
    "press/font-is-courier",
    severity=Severity.WARNING,
    rationale="""
        Programs that lack a font put Courier in its place. A leaflet that is set in Courier was probably not meant to
        be.
    """,
    references=("GWG 2022, R0014",),
    example=Example(bad="Text in Courier", good="Text in the font of the layout"),
    good=press_file,
    bad=lambda: press_file(fonts=(FontFacts("Courier", "Courier", embedded=True, kind="Type1"),)),
)
def font_is_courier(subject: PressFile) -> Faults:
    """A font was perhaps missing."""
    for font in subject.facts.fonts:
        if (font.family or font.name).replace("-", " ").split(" ")[0] in ("Courier", "CourierNew", "CourierNewPSMT"):
            yield Fault(
                f"Text is in {quote(font.family or font.name)}, which stands in for missing fonts",
                place(subject),
                "Look whether the right font was there when the file was made",
            )
