from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import logos
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.logo import with_logo
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity
from polyleaf.model.logo import LogoRules
from polyleaf.model.wording import quote

RULE = Rule(
    "Logos in other colours",
    "",
    lambda subject: 0.0 if subject.logo.colours else None,
    logos.other_colours,
    "The organisation's brand book",
    counted=True,
)


@check(
    "page/logo-colour",
    severity=Severity.ERROR,
    rationale="""
        A logo in another colour, or in a tint, is not the logo that people know. Its colours stand in `[logo] colours`.
        Only drawings (SVG) are looked at: the colours inside a photograph say nothing.
    """,
    references=("NHS Identity guidelines: NHS Blue, black or reversed, never a tint",),
    example=Example(
        bad='colours = ["#005eb8", "#ffffff"]; the logo is drawn in #3377cc', good="Drawn in #005eb8 and white"
    ),
    rules=(RULE,),
    good=lambda: with_logo(LogoRules(colours=("#005eb8",))),
    bad=lambda: with_logo(LogoRules(colours=("#000000",))),
)
def logo_colour(subject: PrintedDocument) -> Faults:
    """A logo is printed in another colour than its own."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"The logo {quote(broken.spot.words)} has a colour that is not among {', '.join(subject.logo.colours)}",
            "Take the original file; if the colour is right, add it to [logo] colours in polyleaf.toml",
            more=False,
        )
