"""What is drawn from the facts of a box, and said of it: the same in the picture, in its description and in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from polyleaf.locales.facts import format_fact
from polyleaf.model.block_texts import texts
from polyleaf.model.box_words import (
    CITY,
    COLUMNS,
    CONTEXT,
    COUNTED,
    COUNTRY,
    DROPS,
    HAPPENS,
    HAPPENS_NOT,
    OF_THEM,
    PEOPLE,
    THERMOMETER,
    TOWN,
    BoxWord,
)
from polyleaf.model.document import LocalizedText, Phrases
from polyleaf.model.facts import Fact, Number, Risk
from polyleaf.model.finding import Location
from polyleaf.model.icon_array import TOTALS, drawn_among, is_rare, people
from polyleaf.model.inline import Inline, Words, placeholders_in, plain
from polyleaf.model.leaflet import Table, TermItem, TermList
from polyleaf.model.message import Text, TextState
from polyleaf.model.scales import drops, scale, temperature
from polyleaf.render.estimates import LETTER, ems, lines_in, stretches
from polyleaf.render.one_way import marked
from polyleaf.render.pictograms import drops_address, people_address, thermometer_address
from polyleaf.render.style import MM_PER_PT, Style

_POPULATIONS = ((100_000, TOWN), (10_000_000, CITY))
"""Below so many people it is a town, a city; from there on a country."""
_PERSON = {100: 0.8, 1000: 0.45}
"""Room of one person in ems, by how many there are."""
_AMONG_OTHERS = 0.6
"""Part of it that is enough where pictures stand below each other to be compared."""
_LEAST_PERSON = 2.2
"""In mm: smaller ones can no longer be told apart by every press and every reader."""
_LEAST_BESIDE = 7.0
"""In ems: words beside a picture have at least so much room, and the longest of them fits it."""
_SHAPE = 1.5
"""In ems: a shape before words, with its gap."""
_PART_OF_A_PAGE = 0.5
"""An entry higher than this, kept together with its picture, would leave holes in the pages."""
_NUMBER_LINES = 2
"""Lines that the number of an entry and its rules are as high as."""
_DROP, _TUBE = 1.3, 11.0
"""Width of a drop and of a thermometer in ems."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")

Entry = TermItem[LocalizedText]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words under or beside a picture.

    Attributes:
        text: The words.
        shape: Name of the shape that stands before them, or "".
        whole: First and end of its inlines that stay on one line.
    """

    text: LocalizedText
    shape: str = ""
    whole: tuple[int, int] = (0, 0)

    @property
    def parts(self) -> tuple[tuple[Inline, ...], ...]:
        """The inlines before those that stay together, these, and those after them."""
        first, end = self.whole
        return self.text.inlines[:first], self.text.inlines[first:end], self.text.inlines[end:]

    @property
    def longest(self) -> float:
        """Width in ems of the longest stretch without a break."""
        before, whole, after = (plain(part) for part in self.parts)
        first, last = stretches(before), stretches(after)
        return max(map(ems, (*first, first[-1] + whole.replace(" ", "\u202f") + last[0], *last)))


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn from a fact.

    Attributes:
        picture: Name of the picture; "" if there are words alone.
        alt: What is read aloud instead of it.
        width: Of the picture in mm.
        lines: Words from the same fact.
        height: Of the picture in mm.
        is_first: Whether it stands before the words of its entry, beside the fact that it shows.
        is_beside: Whether its words have room beside the picture.
    """

    picture: str
    alt: LocalizedText | None
    width: float
    lines: tuple[Line, ...]
    height: float = 0
    is_first: bool = False
    is_beside: bool = False


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
        drawn = [draw(self, item, terms) if draw else None for item in terms.items]
        beside = all(chart.is_beside for chart in drawn if chart and chart.picture)  # in one box, all in one way
        charts = (replace(chart, is_beside=beside and bool(chart.picture)) if chart else None for chart in drawn)
        return zip(terms.items, charts, strict=True)

    def people(self, item: Entry, terms: TermList[LocalizedText]) -> Chart | None:
        """People to whom it happens, among all of them."""
        risk = item.fact
        if not isinstance(risk, Risk):
            return None
        counted = (Line(self.phrase(COUNTED, time=risk.within)),) if risk.within else ()
        if is_rare(risk):
            word = next((word for below, word in _POPULATIONS if risk.total < below), COUNTRY)
            told = (Line(self._counts(word, total=risk.total)), Line(self._counts(OF_THEM, number=risk.number)))
            return Chart("", None, 0, (*told, *counted))
        total = drawn_among(one.fact for one in terms.items)
        number = people(risk, total)
        if number is None:
            total, number = risk.total, risk.number
        rest = total - number
        happens = _frequency(self._counts(HAPPENS, number=number, total=total), "filled")
        lines = (happens, Line(self._counts(HAPPENS_NOT, rest=rest), "empty"), *counted)
        if total not in TOTALS:
            return Chart("", None, 0, tuple(replace(line, shape="") for line in lines))
        columns, rows = TOTALS[total]
        person = _PERSON[total] * self.measures.size * MM_PER_PT
        if sum(self._is_drawn(one.fact, total) for one in terms.items) > 1:
            person = min(person, max(_AMONG_OTHERS * person, _LEAST_PERSON))
        width = min(columns * person, self.measures.text_width, self.measures.picture_height / rows * columns)
        alt = self._counts(PEOPLE, number=number, total=total, rest=rest)
        name = people_address(number, total, self._direction)
        height = width / columns * rows
        return Chart(name, alt, round(width, 2), lines, height, is_beside=self._have_room(lines, width, height))

    def _is_drawn(self, fact: Fact | None, total: int) -> bool:
        return isinstance(fact, Risk) and not is_rare(fact) and people(fact, total) is not None

    def _have_room(self, lines: Sequence[Line], width: float, height: float) -> bool:
        """Whether lines have room beside a picture, and take less of the page there than below it."""
        em = MM_PER_PT * self.measures.size
        room = (self.measures.text_width - width) / em - _SHAPE - 1
        saved = height / em / self.measures.line + sum(1 - lines_in(plain(line.text.inlines), room) for line in lines)
        return saved >= 0 and room >= max(_LEAST_BESIDE, *(line.longest for line in lines))

    def drops(self, item: Entry, terms: TermList[LocalizedText]) -> Chart | None:  # noqa: ARG002 - as its neighbours
        """As many drops as the fact says."""
        number = drops(item.fact)
        if number is None:
            return None
        alt = self._counts(DROPS, number=number)
        width = min(number * _DROP * self.measures.size * MM_PER_PT, self.measures.text_width)
        return Chart(drops_address(number, self._direction), alt, round(width, 2), (), is_first=True)

    def thermometer(self, item: Entry, terms: TermList[LocalizedText]) -> Chart | None:
        """A thermometer that shows the fact; all of one box have one scale."""
        marks = temperature(item.fact)
        if marks is None or item.fact is None:
            return None
        name = thermometer_address(*marks, *scale(one.fact for one in terms.items), self._direction)
        width = min(_TUBE * self.measures.size * MM_PER_PT, self.measures.text_width)
        alt = self.phrase(THERMOMETER, temperature=item.fact)
        return Chart(name, alt, round(width, 2), (), is_first=True)

    def headed(self, table: Table[LocalizedText], *, as_written: bool = False) -> Table[LocalizedText]:
        """The table with polyleaf's own words over its columns, in the reader's language or as the page is written."""
        if not table.words:
            return table
        phrases = Phrases(self.phrases.source, self.phrases.source, {}) if as_written else self.phrases
        spoken = replace(self, phrases=phrases).phrase
        heads = zip(table.words, table.header, strict=True)
        return replace(table, header=tuple(spoken(COLUMNS[key]) if key else cell for key, cell in heads))

    def is_tall(self, item: Entry, chart: Chart | None) -> bool:
        """Whether an entry is so high that it may break before its picture."""
        if chart is None or not chart.picture:
            return False
        line = self.measures.text_width / MM_PER_PT / (self.measures.size * LETTER)
        words = sum(1 + len(plain(text.inlines)) // line for text in texts(item.blocks))
        below = 0 if chart.is_beside else len(chart.lines)
        lines = (_NUMBER_LINES + words + below) * self.measures.line * self.measures.size * MM_PER_PT
        return chart.height + lines > self.measures.text_height * _PART_OF_A_PAGE

    @property
    def _direction(self) -> str:
        return self.phrases.language.direction.value

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


def _frequency(text: LocalizedText, shape: str) -> Line:
    """A line whose two numbers are a frequency, which nothing may part: "2 of 1,000"."""
    first, last = (at for at, inline in enumerate(text.inlines) if not isinstance(inline, Words))
    return Line(text, shape, (first, last + 1))


_DRAWN: Mapping[str, Callable[[Charts, Entry, TermList[LocalizedText]], Chart | None]] = {
    "risks": Charts.people,
    "drops": Charts.drops,
    "thermometer": Charts.thermometer,
}
"""What is drawn in the entries of each kind of box."""
