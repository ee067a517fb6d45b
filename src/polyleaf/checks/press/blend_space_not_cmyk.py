from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import listed


@check(
    "press/blend-space-not-cmyk",
    severity=Severity.ERROR,
    rationale="""
        Where shapes are see-through, colours are mixed in the space that the page names. Mixed in RGB, black text
        becomes four inks.
    """,
    references=("GWG 2022, R0030", "ISO 15930-7, 6.9"),
    example=Example(bad="A page group in DeviceRGB", good="A page group in DeviceCMYK"),
    good=press_file,
    bad=lambda: press_file(page={"transparent": True, "group": "DeviceRGB"}),
)
def blend_space_not_cmyk(subject: PressFile) -> Faults:
    """Transparency is blended in screen colours."""
    for page in subject.facts.pages:
        spaces = [space for space in (page.group, *page.blend_spaces) if space and space != "DeviceCMYK"]
        if page.transparent and spaces:
            yield Fault(
                f"Transparency is blended in {listed(dict.fromkeys(spaces))}",
                place(subject, page.number),
                "Set the blend space of the document to CMYK, or flatten transparency",
            )
