from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.lines import Line, baseline
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of, a_shape
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.pdf_facts import PageFacts, Paint, Rect, Shape, TextRun

_THIN, _UNDER, _OVER, _SIDE = 0.2, 0.4, 0.05, 0.6
"""In ems: height of an underline, how far it stands below and above the baseline, how far its ends may be from those
of the words."""
_GAP = 0.3
"""In pt: between rules that are one."""


def underlined(layout: FileLayout) -> Spots:
    """Every piece of underlined text that is no link."""
    for page in layout.pages:
        rules = _joined([shape.box for shape in page.facts.shapes if _is_flat(shape)])
        for line in page.lines if rules else ():
            for rule in rules:
                words = _over(rule, line)
                if words and not _in_link(rule, page.facts):
                    yield Spot(1, page.number, words)


def _is_flat(shape: Shape) -> bool:
    """Whether it may be a rule: wider than high, and not a part of something larger."""
    left, bottom, right, top = shape.box
    return 0 <= top - bottom < min(right - left, 8.0)


def _joined(rules: list[Rect]) -> list[Rect]:
    """Rules that go on in one another, as those of the cells of a row do, are one."""
    done: list[Rect] = []
    for left, bottom, right, top in sorted(rules, key=lambda one: (one[1], one[0])):
        before = done[-1] if done else None
        if before and max(abs(before[1] - bottom), abs(before[3] - top)) < _GAP > left - before[2]:
            done[-1] = (min(before[0], left), before[1], max(before[2], right), before[3])
        else:
            done.append((left, bottom, right, top))
    return done


def _over(rule: Rect, line: Line) -> str:
    """The words that a rule stands under from end to end, or ""."""
    left, bottom, right, top = rule
    size, base = line.size, line.baseline
    if top - bottom > _THIN * size or not base - _UNDER * size < (top + bottom) / 2 < base + _OVER * size:
        return ""
    over: list[TextRun] = [
        run
        for run in line.runs
        if run.box[0] > left - _SIDE * size and run.box[2] < right + _SIDE * size and abs(baseline(run) - base) < size
    ]
    if not over:
        return ""
    ends = min(run.box[0] for run in over), max(run.box[2] for run in over)
    fits = abs(ends[0] - left) < _SIDE * size and abs(ends[1] - right) < _SIDE * size
    return "".join(run.text for run in over) if fits else ""


def _in_link(rule: Rect, page: PageFacts) -> bool:
    x, y = (rule[0] + rule[2]) / 2, (rule[1] + rule[3]) / 2
    return any(link[0] - 2 <= x <= link[2] + 2 and link[1] - 2 <= y <= link[3] + 2 for link in page.links)


RULE = Rule("Underlined words that are no link", "", 0, underlined, "UKAAF G003; RNIB Clear Print", counted=True)


@check(
    "page/underline-without-link",
    severity=Severity.ERROR,
    rationale="""
        An underline cuts through the tails of letters, and readers take underlined words for a link.
    """,
    references=("UKAAF G003 (2019): no underlining", "RNIB Clear Print: links excepted"),
    example=Example(bad="<u>Important</u>", good="**Important**"),
    rules=(RULE,),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Important"), shapes=(a_shape((71.0, 737.0, 152.0, 737.0), paint=Paint.STROKE),)),
)
def underline_without_link(subject: PrintedDocument) -> Faults:
    """Words are underlined and are no link."""
    for broken in RULE.broken(subject):
        yield broken.fault(f"{broken.words} is underlined and is no link", "Make it bold, or make it a link")
