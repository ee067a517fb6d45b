from collections.abc import Iterator
from dataclasses import replace

from polyleaf.checks.check import Example, check
from polyleaf.checks.pdf_subjects import place
from polyleaf.checks.samples.printed import printed
from polyleaf.checks.samples.text import LEAFLET
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.block_texts import texts, walk_blocks
from polyleaf.model.boxes import BOXES
from polyleaf.model.document import LocalizedText, Phrases
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.form import FieldList
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Box
from polyleaf.model.spoken import words
from polyleaf.model.tag_tree import TagElement, TagTree


def _a_form(*pages: int) -> PrintedDocument:
    lines = tuple(TagElement("P", pages=(page,), kids=("Date",)) for page in pages)
    form = TagElement("Aside", title="Your appointment", kids=lines)
    box: Box[LocalizedText] = Box(BOXES["appointment"], None, (FieldList((), Location(LEAFLET, 30)),))
    subject = printed(tags=TagTree(TagElement("Document", kids=(TagElement("H1", kids=("Knee scan",)), form)), (), 0))
    return replace(subject, document=replace(subject.document, blocks=(box,)))


@check(
    "page/form-split",
    severity=Severity.ERROR,
    rationale="""
        A slip is cut off, an appointment is torn out and put on the fridge, a signature belongs to the words above it.
        Over two pages none of them can be used: half of it stands on another sheet, or on the back of the text.
    """,
    references=("polyleaf: what is cut off stands on one page",),
    example=Example(bad="A slip of ten fields in 48 pt", good="The same slip in 18 pt, or with four fields"),
    good=lambda: _a_form(3, 3),
    bad=lambda: _a_form(3, 4),
)
def form_split(subject: PrintedDocument) -> Faults:
    """A form that people cut off or hand in goes over two pages."""
    if subject.tags is None:
        return
    elements = iter(subject.tags.root.walk())
    for box in walk_blocks(subject.document.blocks):
        if not isinstance(box, Box) or not box.kind.is_whole:
            continue
        names = set(_names(subject, box))
        element = next((one for one in elements if words(one.title) in names), None)
        pages = sorted({page for part in element.walk() for page in part.pages}) if element else []
        if len(pages) > 1:
            yield Fault(
                f"This box ({box.kind}) does not fit on one page at {subject.edition.size:g} pt",
                place(subject, pages[0]),
                "Take fields or words out of it, or hand it out in an edition with smaller type or larger paper",
                _written(box),
            )


def _names(subject: PrintedDocument, box: Box[LocalizedText]) -> Iterator[str]:
    """What the box may be called in the tag tree: its title, in either language."""
    if box.title is not None:
        yield from (words(plain(inlines)) for inlines in (box.title.inlines, box.title.source.inlines))
    else:
        yield from (words(phrases.find(box.kind.title)[0]) for phrases in (subject.document.phrases, _source(subject)))


def _source(subject: PrintedDocument) -> Phrases:
    return (subject.source or subject.document).phrases


def _written(box: Box[LocalizedText]) -> Location | None:
    """The first place in the leaflet that is known of a box."""
    places = [text.source.location for text in texts((box,))]
    places += [one.location for one in walk_blocks(box.blocks) if isinstance(one, FieldList)]
    return min(places, key=lambda one: one.line or 0, default=None)
