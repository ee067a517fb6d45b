from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import page_paths, page_texts, place
from polyleaf.checks.samples.press import press_file, rule
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.pdf_facts import Colour
from polyleaf.model.press_file import PressFile
from polyleaf.model.press_paint import PathPaint
from polyleaf.model.wording import count

_GREY = Colour("DeviceGray", (0.5,), (0.5, 0.5, 0.5))


@check(
    "press/grey-overprints",
    severity=Severity.WARNING,
    rationale="""
        Some machines overprint a grey of DeviceGray, and mix it with what lies below, and some cut it out: the same
        file gives two prints.
    """,
    references=("GWG 2022, R0013",),
    example=Example(
        bad="A grey box in DeviceGray that is set to overprint a blue one",
        good="The box in DeviceCMYK, or without overprint",
    ),
    good=lambda: press_file(paths=(replace(rule(stroke=None, fill=_GREY), over_ink=True),)),
    bad=lambda: press_file(paths=(replace(rule(stroke=None, fill=_GREY), overprint=True, over_ink=True),)),
)
def grey_overprints(subject: PressFile) -> Faults:
    """Grey is set to overprint."""
    for page in subject.facts.pages:
        bad = [path.box for path in page_paths(page) if path.over_ink and _overprints(path)]
        bad += [text.box for text in page_texts(page) if text.over_ink and text.overprint and _is_grey(text.fill)]
        if bad:
            yield Fault(
                f"{count(len(bad), 'thing')} in DeviceGray set to overprint what lies below",
                place(subject, page.number, bad[0]),
                "Switch overprint off for grey, or give grey as black ink in DeviceCMYK",
            )


def _overprints(path: PathPaint) -> bool:
    return (path.overprint and _is_grey(path.fill)) or (path.overprint_stroke and _is_grey(path.stroke))


def _is_grey(colour: Colour | None) -> bool:
    return colour is not None and colour.space == "DeviceGray"
