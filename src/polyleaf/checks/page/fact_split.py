from polyleaf.checks.check import Example, check
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.measures.split_facts import split_facts
from polyleaf.checks.samples.page import with_fact
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule(
    "Phones, doses, times and risks broken over lines", "", 0, split_facts, "UKAAF G003; RNIB Clear Print", counted=True
)


@check(
    "page/fact-split",
    severity=Severity.ERROR,
    rationale="""
        Half a telephone number is dialled, half a dose is taken: what is one fact is read as one only when it stands on
        one line.
    """,
    references=("UKAAF G003 (2019): do not split single facts", "RNIB Clear Print: do not split phone numbers"),
    example=Example(bad="Call 0800 000\n0000", good="Call\n0800 000 0000"),
    rules=(RULE,),
    good=lambda: with_fact("0800 000 0000", "Call us on", "0800 000 0000 if you bleed."),
    bad=lambda: with_fact("0800 000 0000", "Call us on 0800 000", "0000 if you bleed."),
)
def fact_split(subject: PrintedDocument) -> Faults:
    """A phone number, dose, time, date or risk is broken over two lines."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words} is broken over two lines",
            "Write it as a {fact}, which is never broken; with a no-break space between, if it is no fact",
        )
