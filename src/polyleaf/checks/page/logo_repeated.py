from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.logos import logo_files
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.logo import with_logo
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.logo import ANY_LOGO
from polyleaf.model.wording import quote


@check(
    "page/logo-repeated",
    severity=Severity.ERROR,
    rationale="""
        A logo says once who answers for the leaflet. Further ones take room from the text, and screen readers read
        each of them out. Only pictures whose file is called a logo are counted.
    """,
    references=("NHS Identity guidelines: the logo once on a sheet",),
    example=Example(bad="logo.svg at the head of every section", good="logo.svg once"),
    good=lambda: with_logo(ANY_LOGO),
    bad=lambda: with_logo(ANY_LOGO, 2),
)
def logo_repeated(subject: PrintedDocument) -> Faults:
    """A logo is printed more than once."""
    head = (subject.logo.file,) if subject.logo.file else ()
    logos = (*head, *logo_files(subject.document))
    if len(logos) > 1:
        yield Fault(f"{quote(logos[1])}: the leaflet shows {len(logos)} logos", place(subject), "Keep one of them")
