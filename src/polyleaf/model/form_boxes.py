"""Boxes that people write in: one row a kind."""

from __future__ import annotations

from polyleaf.model.box_kind import BoxKind, Content
from polyleaf.model.form import WHOLE_PAGE

FORMS = (
    BoxKind(
        name="appointment",
        purpose="When and where, to be filled in by hand or by you.",
        detail=(
            "Without a field it asks for the date, the time, the place and what to bring. Otherwise it has the fields "
            "that you name, in your order: `:date:`, `:time:`, `:place:`, `:bring:`, `:name:`, `:phone:`, "
            "`:signature:` (these words are translated already), or a label of your own, `:Your nurse:`. What stands "
            "behind the second colon is printed; where nothing does, there is room to write. It is never printed over "
            "two pages."
        ),
        example=":::{appointment}\n:date:\n:time:\n:place: Day ward, level 2\n:bring: Your glasses\n:::",
        content=Content.FIELDS,
        title="Your appointment",
        note="stands over a form with the date, time and place of an appointment.",
        paragraph="Paragraph in an appointment slip",
        role="note",
        fields=("date", "time", "place", "bring"),
        is_whole=True,
    ),
    BoxKind(
        name="sign",
        purpose="Where people sign.",
        detail="Without a field it asks for name, date and signature; fields are those of an appointment.",
        example=":::{sign}\nI have read this leaflet and could ask my questions.\n:::",
        content=Content.FIELDS,
        title="Please sign here",
        note="stands over a form that people sign by hand.",
        paragraph="Paragraph above a place to sign",
        role="note",
        fields=("name", "date", "signature"),
        is_whole=True,
    ),
    BoxKind(
        name="slip",
        purpose="A slip to cut off and hand in.",
        detail=(
            "A line with scissors stands above it, and one without below it. It is never printed over two pages. "
            "Put it last in the leaflet: what stands on its back is cut off too."
        ),
        example=(
            "::::{slip}\n- [ ] I come to the appointment.\n- [ ] I need an interpreter.\n\n"
            ":::{sign}\n:name:\n:date:\n:::\n::::"
        ),
        title="Cut off and hand in",
        note="stands over a part of the page that people cut off, fill in and hand in.",
        paragraph="Paragraph on a slip to cut off",
        role="note",
        is_whole=True,
        is_cut_off=True,
    ),
    BoxKind(
        name="lines",
        purpose="Lines to write on.",
        detail="The number in the braces says how many, up to 40; `:::{lines}` has 3. They are at least 9 mm apart.",
        example=":::{lines 3}\nWhat I want to ask:\n:::",
        content=Content.LINES,
        paragraph="Paragraph before lines to write on",
        is_framed=False,
        lines=3,
    ),
    BoxKind(
        name="notes",
        purpose="A page for notes.",
        detail="Without a number in the braces it is a page of its own; `:::{notes 8}` has 8 lines where it stands.",
        example=":::{notes}\n:::",
        content=Content.LINES,
        title="Notes and questions",
        note="stands over lines on which people write what they want to ask or remember.",
        paragraph="Paragraph before lines for notes",
        is_framed=False,
        lines=WHOLE_PAGE,
    ),
)
