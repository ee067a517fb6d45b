"""Boxes that draw or set numbers and times: one row a kind."""

from __future__ import annotations

from polyleaf.model.box_kind import BoxKind, Content
from polyleaf.model.box_words import BENEFIT_WORDS, DOSE_WORDS, DROPS, OPTION_WORDS, RISK_WORDS, THERMOMETER

DATA = (
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
)
