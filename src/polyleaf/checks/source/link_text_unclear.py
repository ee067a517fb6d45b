from polyleaf.checks.check import Example, check
from polyleaf.checks.samples.leaflet import a_leaflet, a_paragraph
from polyleaf.checks.samples.text import a_link
from polyleaf.model.block_texts import every_text
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import Link, plain, walk
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote

_UNCLEAR = frozenset(
    {"", "click", "click here", "here", "link", "this link", "this page", "this website", "website", "web site"}
    | {"more", "read more", "learn more", "find out more", "see more", "more information", "go", "continue"}
)
"""English words; a link with no words at all is unclear in every language."""


@check(
    "source/link-text-unclear",
    severity=Severity.WARNING,
    rationale="""
        People who listen to a PDF hear its links as a list: "here, here, more". On paper "click here" cannot be
        clicked. An address as the words of a link is fine: it is what a reader of paper types.
    """,
    references=("WCAG 2.2, 2.4.4", "NHS service manual: links say where they lead"),
    example=Example(bad="[Click here]({nice}) for the guidance.", good="Read the [NICE guidance]({nice})."),
    good=lambda: a_leaflet(a_paragraph("Read the ", a_link("https://example.org", "NICE guidance"), ".")),
    bad=lambda: a_leaflet(a_paragraph(a_link("https://example.org", "Click here"), " for the guidance.")),
)
def link_text_unclear(leaflet: Leaflet) -> Faults:
    """The words of a link do not say where it leads."""
    for text in every_text(leaflet):
        for inline in walk(text.inlines):
            if isinstance(inline, Link):
                words = plain(inline.children)
                if words.casefold().strip(" .,:;!»>→…\n") in _UNCLEAR:
                    yield Fault(
                        f"The words {quote(words)} do not say where the link leads",
                        text.location,
                        "Name what the reader finds there",
                    )
