"""The boxes of a leaflet: lines between ``:::{name}`` and ``:::``, one row a kind.

A row is all there is to say of a kind: who reads it, what it prints by itself, how it looks, what translators and
officers are told. ``source.boxes`` reads by it, the templates and ``css/boxes.css`` print by it, the catalogs take
their words from it, and ``docs/boxes.md`` is written from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from polyleaf.model.box_words import (
    BENEFIT_WORDS,
    DOSE_WORDS,
    DROPS,
    OPTION_WORDS,
    RISK_WORDS,
    THERMOMETER,
    BoxWord,
)
from polyleaf.model.form import WHOLE_PAGE


class Content(Enum):
    """What stands between the two lines of a box: in words for officers, and whether it is read line by line.

    Each has one reader in ``source.boxes``. Where it is read line by line, what follows the braces is an argument;
    elsewhere it is Markdown, and what follows the braces is the title.
    """

    BLOCKS = "Paragraphs, lists, tables, figures and further boxes.", False
    KEY_POINTS = "One list of at most five points.", False
    STEPS = "One numbered list, perhaps with a paragraph before it.", False
    RISKS = "Risks: one fact alone on a line, and on the next line a colon, a space and the words.", False
    FACTS = "Facts, each alone on a line, and on the next line a colon, a space and the words.", False
    TIMES = "Times, each alone on a line, and on the next line a colon, a space and the words.", False
    TABLE = "One table.", False
    BENEFITS = "Two tables: the first row of one begins with `benefits`, that of the other with `harms`.", False
    OPTIONS = "One table with a column an option; `nothing` is doing nothing.", False
    DOSES = "One table with the columns `medicine`, `for`, `looks`, `morning`, `noon`, `evening`, `bed`.", False
    PICTURES = "Two figures.", False
    FIGURE = "First the options, `:alt: …` and perhaps `:width: …`; then the caption, one paragraph.", True
    CONTACT = "Nothing: the words stand in `polyleaf.toml`.", True
    FIELDS = "Fields: `:date:` has a line to write on, `:date: 4 May` does not. Paragraphs before them.", False
    LINES = "Nothing, or paragraphs before the lines.", False
    LINK = "Paragraphs. Behind the braces stands the address, not a title.", False

    def __init__(self, inside: str, is_raw: bool) -> None:
        self.inside = inside
        self.is_raw = is_raw


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxKind:
    """A kind of box.

    Attributes:
        name: The word in the braces. The box has it as its class in style sheets, and its sign as its file's name.
        purpose: What it is for, in a sentence for officers.
        detail: What else there is to know, in sentences.
        example: How it is written.
        content: What may stand in it.
        title: What is printed over it if the author gave it no title (a msgid); "" for nothing.
        note: What translators are told of that title.
        paragraph: What translators are told of a paragraph in it.
        item: What they are told of an item of a list in it; "" for what they are told of any list.
        role: ARIA role of its element, "" for none; ``render.tagging.roles`` has the structure type of each.
        is_framed: Whether it has the frame and the space of a box.
        has_sign: Whether a drawn sign, ``templates/signs/<name>.svg``, stands before its title.
        is_whole: Whether it must never be printed over two pages, because people cut it off or hand it in.
        is_cut_off: Whether a line to cut along stands above it.
        is_critical: Whether it is never printed half translated, unless ``polyleaf.toml`` lists other kinds.
        marks: Further words that may stand in its braces, each with what it says.
        term: What translators are told of the first line of an entry, where it holds entries.
        entry: What they are told of its words.
        words: Words that it prints in itself.
        fields: Names of the fields that it has if the author names none.
        lines: Lines to write on if the author gives no number in the braces; 0 for a whole page.
    """

    name: str
    purpose: str = field(repr=False)
    detail: str = field(default="", repr=False)
    example: str = field(repr=False)
    content: Content = Content.BLOCKS
    title: str = ""
    note: str = field(default="", repr=False)
    paragraph: str = field(default="", repr=False)
    item: str = field(default="", repr=False)
    role: str = ""
    is_framed: bool = True
    has_sign: bool = False
    is_whole: bool = False
    is_cut_off: bool = False
    is_critical: bool = False
    marks: Mapping[str, str] = field(default_factory=dict, repr=False, hash=False)
    term: str = field(default="", repr=False)
    entry: str = field(default="", repr=False)
    words: tuple[BoxWord, ...] = field(default=(), repr=False)
    fields: tuple[str, ...] = ()
    lines: int = 1

    def __str__(self) -> str:
        return self.name


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
    BoxKind(
        name="risks",
        purpose="Risks: the number of each first and large, and a picture of the people.",
        detail=(
            "The pictures are drawn from the facts: one shape a person, 10 rows of 10, or 25 rows of 40 if one of the "
            "risks needs 1,000 people. Risks of one box are drawn among the same number of people, the most frequent "
            "first, and under each stands to how many it happens and to how many it does not. A risk below 1 in 1,000 "
            "has a town or a country of people in words. Say in which time a risk is counted: "
            "`infection: {risk: 2, in: 100, within: 30, unit: day}`."
        ),
        example=":::{risks}\n{infection}\n: The wound gets infected.\n:::",
        content=Content.RISKS,
        paragraph="Paragraph among risks",
        term="Number of a risk",
        entry="Risk",
        marks={"words": "numbers without pictures"},
        words=RISK_WORDS,
    ),
    BoxKind(
        name="benefits",
        purpose="Benefits beside harms: what happens without a treatment and with it.",
        detail=(
            "A fact box: two tables of the same columns, one an option. Every number is a fact such as "
            "`{risk: 12, in: 100}`, all of them out of the same number of people. The words `benefits`, `harms` and "
            "`nothing` in a first row are printed in the reader's language."
        ),
        example=(
            ":::{benefits} After a year\n| benefits | nothing | Tablets |\n|---|---|---|\n"
            "| No more pain | {well_without} | {well_with} |\n\n| harms | nothing | Tablets |\n|---|---|---|\n"
            "| A bleed | {bleed_without} | {bleed_with} |\n:::"
        ),
        content=Content.BENEFITS,
        paragraph="Paragraph among benefits and harms",
        is_framed=False,
        words=BENEFIT_WORDS,
    ),
    BoxKind(
        name="compare",
        purpose="Options side by side; doing nothing is one of them.",
        detail=(
            "The first column holds what is compared, each other column an option. `nothing` in the first row is "
            "printed as “Doing nothing”, in the reader's language."
        ),
        example=(
            ":::{compare}\n| | Surgery | nothing |\n|---|---|---|\n| Pain | Less in a week | Less in a year |\n"
            "| Time in hospital | Two days | None |\n:::"
        ),
        content=Content.OPTIONS,
        paragraph="Paragraph beside options",
        is_framed=False,
        marks={"cards": "one card a row in every edition"},
        words=OPTION_WORDS,
    ),
    BoxKind(
        name="doses",
        purpose="Medicines: what each is for, and when it is taken.",
        detail=(
            "The words of the first row are printed in the reader's language; leave out the columns that you do not "
            "need, and add your own. Each medicine needs at least one time. In large print each is a card by itself."
        ),
        example=(
            ":::{doses}\n| medicine | for | looks | morning | bed |\n|---|---|---|---|---|\n"
            "| {ramipril} | Blood pressure | White, round | {one} | |\n:::"
        ),
        content=Content.DOSES,
        paragraph="Paragraph beside medicines",
        is_framed=False,
        marks={"cards": "one card a medicine in every edition"},
        words=DOSE_WORDS,
    ),
    BoxKind(
        name="drops",
        purpose="How many drops, drawn: for eye drops that become fewer.",
        detail="Each fact is a number of drops, from 1 to 12, such as `{number: 4}`.",
        example=":::{drops}\n{four_drops}\n: Every day in the first week.\n:::",
        content=Content.FACTS,
        paragraph="Paragraph among drops",
        term="Number of drops",
        entry="When to take so many drops",
        marks={"words": "numbers without pictures"},
        words=(DROPS,),
    ),
    BoxKind(
        name="thermometer",
        purpose="Temperatures, each with a drawn thermometer: fever, or where to keep a medicine.",
        detail="Each fact is a temperature, such as `{quantity: 38, unit: celsius}`; all are drawn on one scale.",
        example=":::{thermometer}\n{fever}\n: Call us.\n:::",
        content=Content.FACTS,
        paragraph="Paragraph among temperatures",
        term="Temperature",
        entry="What to do at a temperature",
        marks={"words": "numbers without pictures"},
        words=(THERMOMETER,),
    ),
    BoxKind(
        name="timeline",
        purpose="What to do when: a week before, a day before, on the day, after it.",
        detail="Times come in their order. A time can hold a fact: `{fasting} before`.",
        example=(
            ":::{timeline}\nA week before\n: Stop your blood thinner.\n\nThe day before\n: Have a shower.\n\n"
            "The day\n: Come to the ward.\n:::"
        ),
        content=Content.TIMES,
        paragraph="Paragraph in a timeline",
        term="Time in a timeline",
        entry="What happens at that time",
        is_framed=False,
    ),
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
            "The file is an SVG, PNG or JPEG in the leaflet's own folder. `:alt:` is what blind people hear; it is "
            "required. Words inside an SVG (`<text>`) are translated too, and printed in the size of the text where "
            "the drawing has them: draw them level, as text, and keep room around them. A picture is not mirrored in "
            "right-to-left languages: left stays left in the body. `:width: 50%` or `:width: 80 mm` makes it narrower "
            "than the line; a picture that stands upright leaves room for its caption. `:left: Your back` and "
            "`:right: Your front` say above a picture what is on either side of it; in every language they stay there."
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
            "A line with scissors stands above it. It is never printed over two pages. Put it last in the leaflet: "
            "what stands on its back is cut off too."
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
