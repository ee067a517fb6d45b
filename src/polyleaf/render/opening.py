"""What stands on the first page before the text: key points, whom to call, and what is in the leaflet."""

from __future__ import annotations

from collections.abc import Mapping

from polyleaf.model.box_kind import Content
from polyleaf.model.document import LocalizedContact, LocalizedDocument
from polyleaf.model.edition import Edition
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Box, Heading, Layout
from polyleaf.render.length import pages
from polyleaf.render.letter_widths import BOLD, ems_of
from polyleaf.render.style import MM_PER_PT, Style

EMERGENCY = "emergency"
"""The id of the contact that stands on the first page whichever place it has among the contacts."""

LONG = 8
"""Pages from which a leaflet says on the first one what is where."""
_SECTION = 2
_GAPS = 2.0
"""In ems: between the organisation, the title and the language."""
_FEWEST = 3
"""Headings that are worth a list."""


def opening_blocks(document: LocalizedDocument) -> int:
    """How many blocks of the body stand before whom to call: its key points."""
    first = document.blocks[0] if document.blocks else None
    return int(isinstance(first, Box) and first.kind.content is Content.KEY_POINTS)


def called(document: LocalizedDocument) -> tuple[LocalizedContact, ...]:
    """Whom the first page says to call: in an emergency, and the first contact that has a number.

    On one sheet every contact is in sight already.
    """
    if document.layout is Layout.SHEET:
        return ()
    known = [document.contacts[one] for one in document.closing_contacts if one in document.contacts]
    with_phone = [contact for contact in known if contact.phone]
    urgent = [contact for contact in with_phone if contact.id == EMERGENCY]
    others = [contact for contact in with_phone if contact.id != EMERGENCY]
    return (*urgent, *others[:1])


def title_at_head(document: LocalizedDocument, edition: Edition) -> bool:
    """Whether the title that staff know stands at the head: on a translated sheet, if its line has room."""
    if document.layout is not Layout.SHEET or not document.is_translation:
        return False
    own, source = document.language, document.source_language
    written = BOLD * ems_of(document.organisation) + ems_of(plain(document.source_title.inlines) + own.english)
    ems = written * source.size_correction + BOLD * ems_of(own.native) * own.size_correction + _GAPS
    return ems * edition.size * MM_PER_PT <= edition.width - 2 * edition.margin


def sections(document: LocalizedDocument, measures: Style) -> Mapping[int, str]:
    """The headings that the first page lists: the id of each block, and its name as the target of a link.

    A leaflet has the list if its author wants it, or if it is long (see ``pages``) and its author does not say.
    """
    found = [block for block in document.blocks if isinstance(block, Heading) and block.level == _SECTION]
    wanted = document.contents
    if wanted is None:
        wanted = document.layout is Layout.FULL and len(found) >= _FEWEST and pages(document, measures) >= LONG
    return {id(heading): f"section-{number}" for number, heading in enumerate(found, start=1)} if wanted else {}
