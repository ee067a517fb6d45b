from polyleaf.checks.check import Example, check
from polyleaf.checks.measures import styling
from polyleaf.checks.measures.rules import Rule
from polyleaf.checks.samples.page import a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Faults, Severity

RULE = Rule("Most words in capitals in a row", "words", 3, styling.capitals, "UKAAF G003; RNIB Clear Print")


@check(
    "page/words-in-capitals",
    severity=Severity.ERROR,
    rationale="""
        We know words by their outline. In capitals all words are boxes; they take longer to read, and they seem to
        shout.
    """,
    references=("UKAAF G003 (2019): no blocks of capitals", "RNIB Clear Print"),
    example=Example(bad="DO NOT EAT OR DRINK", good="Do not eat or drink"),
    rules=(RULE,),
    good=lambda: a_page_of(a_line("Call NHS 111. PLEASE do not eat.")),
    bad=lambda: a_page_of(a_line("PLEASE DO NOT EAT")),
)
def words_in_capitals(subject: PrintedDocument) -> Faults:
    """More than three words in a row are in capitals."""
    for broken in RULE.broken(subject):
        yield broken.fault(
            f"{broken.words}: {broken.value:g} words in capitals, at most {broken.limit:g} in a row",
            "Write it in small letters, and stress it by **bold**; no text-transform: uppercase",
        )
