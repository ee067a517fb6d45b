"""What is drawn from the facts of a box, and said of it: the same in the picture, in its description and in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from polyleaf.locales.facts import format_fact
from polyleaf.model.box_words import (
    CITY,
    CONTEXT,
    COUNTED,
    COUNTRY,
    HAPPENS,
    HAPPENS_NOT,
    PEOPLE,
    TOWN,
    BoxWord,
)
from polyleaf.model.document import LocalizedText, Phrases
from polyleaf.model.facts import Fact, Number, Risk
from polyleaf.model.finding import Location
from polyleaf.model.icon_array import TOTALS, drawn_among, is_rare, people
from polyleaf.model.inline import Inline, Words, placeholders_in
from polyleaf.model.leaflet import TermItem, TermList
from polyleaf.model.message import Text, TextState
from polyleaf.render.one_way import marked
from polyleaf.render.pictograms import people_address
from polyleaf.render.style import MM_PER_PT, Style

_POPULATIONS = ((100_000, TOWN), (10_000_000, CITY))
"""Below so many people it is a town, a city; from there on a country."""
_PERSON = {100: 1.0, 1000: 0.5}
"""Room of one person in ems, by how many there are."""
_PART_OF_A_PAGE = 0.3
"""A picture higher than this, kept together with its words, would leave holes in the pages."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")

Entry = TermItem[LocalizedText]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words under a picture, and the name of the shape that stands before it, or ""."""

    text: LocalizedText
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn from a fact.

    Attributes:
        picture: Name of the picture; "" if there are words alone.
        alt: What is read aloud instead of it.
        width: Of the picture in mm.
        lines: Words from the same fact.
        is_tall: Whether it is so high that what it belongs to may break before it.
    """

    picture: str
    alt: LocalizedText | None
    width: float
    lines: tuple[Line, ...]
    is_tall: bool = False


@dataclass(frozen=True, slots=True)
class Charts:
    """Draws the facts of the boxes of one document.

    Attributes:
        phrases: Words of the templates in its language.
        digits: Its digits.
        measures: Of its pages.
    """

    phrases: Phrases
    digits: str
    measures: Style

    def of(self, terms: TermList[LocalizedText]) -> Iterator[tuple[Entry, Chart | None]]:
        """Each entry with what is drawn from its fact, if anything is."""
        draw = _DRAWN.get(terms.kind) if terms.drawn else None
        return ((item, draw(self, item, terms) if draw else None) for item in terms.items)

    def people(self, item: Entry, terms: TermList[LocalizedText]) -> Chart | None:
        """People to whom it happens, among all of them."""
        risk = item.fact
        if not isinstance(risk, Risk):
            return None
        counted = (Line(self.phrase(COUNTED, time=risk.within)),) if risk.within else ()
        if is_rare(risk):
            word = next((word for below, word in _POPULATIONS if risk.total < below), COUNTRY)
            return Chart("", None, 0, (Line(self._counts(word, number=risk.number, total=risk.total)), *counted))
        total = drawn_among(one.fact for one in terms.items)
        number = people(risk, total)
        if number is None:
            total, number = risk.total, risk.number
        rest = total - number
        lines = (
            Line(self._counts(HAPPENS, number=number, total=total), "filled"),
            Line(self._counts(HAPPENS_NOT, rest=rest), "empty"),
            *counted,
        )
        if total not in TOTALS:
            return Chart("", None, 0, tuple(Line(line.text) for line in lines))
        columns, rows = TOTALS[total]
        person = _PERSON[total] * self.measures.size * MM_PER_PT
        width = min(columns * person, self.measures.text_width, self.measures.picture_height / rows * columns)
        alt = self._counts(PEOPLE, number=number, total=total, rest=rest)
        name = people_address(number, total, self.phrases.language.direction)
        is_tall = width / columns * rows > self.measures.text_height * _PART_OF_A_PAGE
        return Chart(name, alt, round(width, 2), lines, is_tall)

    def phrase(self, word: BoxWord, **values: Fact) -> LocalizedText:
        """Words of polyleaf with facts in them; in the source language if the translation lost one of them."""
        msgid, language = self.phrases.find(word.msgid, CONTEXT)
        if sorted(placeholders_in(msgid)) != sorted(placeholders_in(word.msgid)):
            msgid, language = word.msgid, self.phrases.source
        own = language.locale == self.phrases.language.locale
        phrases, digits = (self.phrases, self.digits) if own else (Phrases(language, language, {}), "latn")
        inlines: list[Inline] = []
        for at, part in enumerate(_PLACEHOLDER.split(msgid)):
            if at % 2:
                inlines.append(format_fact(part, values[part], phrases, digits))
            elif part:
                inlines.append(Words(part))
        source = Text(word.msgid, Location(""), (), CONTEXT)
        return LocalizedText(marked(tuple(inlines), language.direction), language, TextState.TRANSLATED, source)

    def _counts(self, word: BoxWord, **values: int) -> LocalizedText:
        return self.phrase(word, **{name: Number(Decimal(value)) for name, value in values.items()})


_DRAWN: Mapping[str, Callable[[Charts, Entry, TermList[LocalizedText]], Chart | None]] = {"risks": Charts.people}
"""What is drawn in the entries of each kind of box."""
