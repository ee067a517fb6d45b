"""The boxes of a leaflet: lines between ``:::{name}`` and ``:::``, one row a kind.

A row is all there is to say of a kind: who reads it, what it prints by itself, how it looks, what translators and
officers are told. ``source.boxes`` reads by it, the templates and ``css/boxes.css`` print by it, the catalogs take
their words from it, and ``docs/boxes.md`` is written from it.
"""

from __future__ import annotations

from polyleaf.model.box_kind import BoxKind, Content
from polyleaf.model.data_boxes import DATA
from polyleaf.model.form_boxes import FORMS

_ROWS = (
    BoxKind(
        name="key-points",
        purpose="What a reader must know who reads nothing else: at most five points.",
        detail=(
            "It is printed on the first page, under the title, wherever it is written; a leaflet has one. "
            "The front matter can hold the points instead: `key:`, and under it a line with `-` for each."
        ),
        example=":::{key-points}\n- Do not eat for 6 hours before.\n- Call 999 if you find it hard to breathe.\n:::",
        content=Content.KEY_POINTS,
        title="Key points",
        note="stands over the few most important points of a leaflet, on its first page.",
        paragraph="Paragraph among the key points",
        item="Key point",
        is_critical=True,
    ),
    BoxKind(
        name="emergency",
        purpose="What cannot wait: when to call an ambulance.",
        example=":::{emergency} Call 999 now\n- You find it hard to breathe.\n- You cannot move your legs.\n:::",
        title="Emergency",
        note="stands over a box that says when to call an ambulance at once. Keep it short.",
        paragraph="Paragraph in an emergency box",
        role="note",
        has_sign=True,
        is_critical=True,
    ),
    BoxKind(
        name="important",
        purpose="What must not be missed.",
        example=":::{important} If you take a blood thinner\nCall us before you stop taking it.\n:::",
        title="Important",
        note="stands over a box with what must not be missed.",
        paragraph="Paragraph in an important box",
        role="note",
        has_sign=True,
        is_critical=True,
    ),
    BoxKind(
        name="tip",
        purpose="Good to know.",
        example=":::{tip}\nWear loose clothes.\n:::",
        title="Good to know",
        note="stands over a box with advice that helps.",
        paragraph="Paragraph in a tip box",
        role="note",
        has_sign=True,
    ),
    BoxKind(
        name="steps",
        purpose="What happens, step by step.",
        example=":::{steps}\n1. You lie on your front.\n2. We numb your skin.\n:::",
        content=Content.STEPS,
        paragraph="Paragraph among steps",
        item="Step",
        is_framed=False,
    ),
    *DATA,
    BoxKind(
        name="table",
        purpose="A table of which there is more to say than its rows do.",
        detail=(
            "A table needs no box; `:::{table} Your week` gives it a title. The first column holds the names of the "
            "rows, which a screen reader says with each cell. Where it does not, as under “Do” and “Do not”, say so "
            "with `plain`. A table that is too wide for an edition is printed there with one card a row."
        ),
        example=":::{table plain}\n| Do | Do not |\n|---|---|\n| Walk | Lift |\n| Drink | Drive |\n:::",
        content=Content.TABLE,
        paragraph="Paragraph beside a table",
        is_framed=False,
        marks={
            "plain": "the first column holds no names of rows",
            "cards": "one card a row in every edition",
            "write": "every empty cell is one to write in, and rows are high enough for a pen",
        },
    ),
    BoxKind(
        name="figure",
        purpose="A picture.",
        detail=(
            "The file is an SVG, PNG, JPEG, WebP, GIF or BMP in the leaflet's own folder. `:alt:` is what blind "
            "people hear; it is required. Words inside an SVG (`<text>`) are translated too, and printed in the size "
            "of the text where the drawing has them: draw them level, as text, and keep room around them. A picture "
            "is not mirrored in right-to-left languages: left stays left in the body. `:width: 50%` or `:width: 80 "
            "mm` makes it narrower than the line; a picture that stands upright leaves room for its caption. `:left: "
            "Your back` and `:right: Your front` say above a picture what is on either side of it; in every language "
            "they stay there."
        ),
        example=(
            ":::{figure} images/needle.svg\n:alt: A hollow needle reaches the broken bone.\n"
            "The needle goes in through your back.\n:::"
        ),
        content=Content.FIGURE,
    ),
    BoxKind(
        name="pictures",
        purpose="Two pictures side by side, such as before and after.",
        detail=(
            "The first stands where reading begins: at the left, in Arabic at the right. Where the type is so large "
            "that captions or labels have no room side by side, one stands below the other."
        ),
        example=(
            "::::{pictures}\n:::{figure} images/before.jpg\n:alt: A knee, thick with fluid.\nBefore\n:::\n"
            ":::{figure} images/after.jpg\n:alt: The same knee, slim.\nAfter\n:::\n::::"
        ),
        content=Content.PICTURES,
        paragraph="Paragraph beside two pictures",
        is_framed=False,
    ),
    BoxKind(
        name="contact",
        purpose="A contact of `polyleaf.toml`, in the middle of the text.",
        example=":::{contact} ward\n:::",
        content=Content.CONTACT,
    ),
    *FORMS,
    BoxKind(
        name="quote",
        purpose="The words of a patient.",
        detail="What stands behind the braces says who speaks.",
        example=":::{quote} Anna, 71\nI was back in my garden after a week.\n:::",
        paragraph="Paragraph of what a patient says",
        role="blockquote",
    ),
    BoxKind(
        name="link",
        purpose="A film or a page of the web, with a square code for telephones.",
        detail=(
            "The address is a fact, `{film}`, or is written out. It is printed below the words for people without a "
            "telephone that reads codes."
        ),
        example=":::{link} https://www.example.org/film\nWatch the film about the operation. It takes 3 minutes.\n:::",
        content=Content.LINK,
        paragraph="Paragraph beside the code of a film or web page",
        is_framed=False,
    ),
)

BOXES = {kind.name: kind for kind in _ROWS}
"""Every kind of box by its name."""

MARKABLE = tuple(name for name, kind in BOXES.items() if not kind.content.is_raw)
"""Names of the kinds that hold text of the leaflet, and so can be critical."""

CRITICAL = tuple(name for name, kind in BOXES.items() if kind.is_critical)
"""Names of the kinds that are critical unless ``polyleaf.toml`` lists others."""
