from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import advice, page_paths, page_texts, place
from polyleaf.checks.samples.press import cmyk, press_file, rule
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inks import total_ink
from polyleaf.model.press_file import PressFile


@check(
    "press/too-much-ink",
    severity=Severity.WARNING,
    rationale="""
        Paper takes up only so much ink. More of it does not dry: sheets stick together, and print on each other's
        backs. Uncoated paper takes less than coated.
    """,
    references=("GWG 2022, R0026", "Suchecki, print guidelines: 320 % coated, 280 % uncoated"),
    example=Example(
        bad="A box in cyan 100, magenta 100, yellow 100, black 50", good="A box in cyan 100, magenta 75, black 18"
    ),
    good=press_file,
    bad=lambda: press_file(paths=(rule(stroke=None, fill=cmyk(1.0, 1.0, 1.0, 0.5), box=(100.0, 100.0, 300.0, 300.0)),)),
)
def too_much_ink(subject: PressFile) -> Faults:
    """A colour takes more ink than the paper does."""
    most = subject.limits.ink
    for page in subject.facts.pages:
        painted = [(total_ink(colour), text.box) for text in page_texts(page) for colour in (text.fill, text.stroke)]
        painted += [(total_ink(colour), path.box) for path in page_paths(page) for colour in (path.fill, path.stroke)]
        worst, box = max(painted, default=(0.0, page.cut))
        if worst > most:
            yield Fault(
                f"A colour takes {worst:.0f} % ink, more than {most:.0f} %",
                place(subject, page.number, box),
                advice(
                    subject,
                    "Choose lighter inks in [press.colours] of polyleaf.toml, or another colour in the style sheet",
                    "Choose a colour of less ink in the program that makes the file",
                ),
            )
