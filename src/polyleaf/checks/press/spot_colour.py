from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import place
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.press_file import PressFile
from polyleaf.model.wording import count, listed, quote


@check(
    "press/spot-colour",
    severity=Severity.ERROR,
    rationale="""
        Each spot colour is a fifth plate, a fifth ink and a bill. A leaflet ordered in four colours has none.
    """,
    references=("GWG 2022, R0020",),
    example=Example(bad="A heading in PANTONE 300 C", good="The heading in cyan 100, magenta 44"),
    good=press_file,
    bad=lambda: press_file(spots=("PANTONE 300 C",)),
)
def spot_colour(subject: PressFile) -> Faults:
    """A spot colour is used."""
    spots = [spot for spot in subject.facts.spots if spot not in ("All", "None")]
    if spots:
        yield Fault(
            f"{count(len(spots), 'spot colour')}: {listed(map(quote, spots))}",
            place(subject),
            "Turn them into CMYK, or agree on them with the print shop",
        )
