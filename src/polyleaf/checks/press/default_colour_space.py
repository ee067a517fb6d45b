from polyleaf.checks.check import Example, check
from polyleaf.checks.press_subjects import held_faults
from polyleaf.checks.samples.press import press_file
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.press_facts import Construct, Held
from polyleaf.model.press_file import PressFile


@check(
    "press/default-colour-space",
    severity=Severity.ERROR,
    rationale="""
        A default colour space changes what every ink on the page means: 100 % magenta comes out as some mixture of
        four inks, black text as four colours one over the other.
    """,
    references=("GWG 2022, R0027", "ISO 32000-1, 8.6.5.6"),
    example=Example(bad="A page whose resources have DefaultCMYK", good="Colours in DeviceCMYK, printed as they are"),
    good=press_file,
    bad=lambda: press_file(
        page={"held": (Held(Construct.DEFAULT_SPACE, "DefaultCMYK", (100.0, 100.0, 200.0, 200.0)),)}
    ),
)
def default_colour_space(subject: PressFile) -> Faults:
    """The inks of a page mean other colours than they say."""
    yield from held_faults(
        subject,
        Construct.DEFAULT_SPACE,
        "The inks on the page are taken for other colours",
        "Export again without colour management of CMYK and grey: “leave numbers as they are”",
    )
