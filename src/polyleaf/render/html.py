"""A localized document becomes HTML through the templates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from string import Formatter
from typing import NoReturn
from unicodedata import east_asian_width
from urllib.parse import quote

from jinja2 import TemplateError, TemplateRuntimeError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from polyleaf.locales.facts import raw_value
from polyleaf.locales.numbers import format_number
from polyleaf.model.boxes import BOXES
from polyleaf.model.document import LocalizedDocument, LocalizedText, Phrases
from polyleaf.model.facts import Phone
from polyleaf.model.identity import Identity
from polyleaf.model.inline import Inline, plain
from polyleaf.model.language import Language
from polyleaf.model.leaflet import Block, Box, texts
from polyleaf.render.diagram import read_diagram
from polyleaf.render.environment import environment, is_in_template, template_fault
from polyleaf.render.order import RenderOrder
from polyleaf.render.qr import qr_width
from polyleaf.render.style import MM_PER_PT, Style, style
from polyleaf.render.waiting import all_wait, beside, partly_waits, runs, twin_runs, untranslated, waits

MAIN_TEMPLATE = "leaflet.html"
TWIN_TEMPLATE = "bilingual.html"
"""Shows the source language and the translation, point by point."""
IMAGE_SCHEME = "polyleaf:image/"
_MOST_OF_A_PAGE = 0.5
_HEADINGS = {1: 2.1, 2: 1.45, 3: 1.15, 4: 1.15}
"""Sizes of headings over that of body text, by level."""
_BOLD_LETTER = 0.68
"""Width of a bold letter over the type size, on the safe side: Tamil has the widest words."""
_FOOT_LETTER = 0.5
"""Width of a letter at the foot of the page, where capitals and digits stand, on the safe side."""
_GAPS = 11
"""Letters that would fill the gaps of that line."""
_WIDE_DOTS = 4
"""How many letters more the dots between them take in fonts of Chinese, Japanese and Korean."""
_SURELY = 1.06
"""What a line holds more than by these estimates, at least."""
_PLACEHOLDER = re.compile(r"\{\w+\}")
_LETTER = 0.55
"""Width of an average letter over the type size."""
ROOM_SCHEME = "polyleaf:room/"
LOGO = "polyleaf:logo"
CODE_SCHEME = "polyleaf:code/"
"""What follows it stands in a square code."""


@dataclass(frozen=True, slots=True)
class Words:
    """The template words in the document's language, as the functions ``_`` and ``pgettext``."""

    phrases: Phrases

    def gettext(self, msgid: str, /, **values: object) -> Markup:
        """The phrase with its values, marked with its real language if it is not translated."""
        return self._fill(msgid, "", values)

    def pgettext(self, context: str, msgid: str, /, **values: object) -> Markup:
        """The same for a phrase with a ``msgctxt``."""
        return self._fill(msgid, context, values)

    def _fill(self, msgid: str, context: str, values: dict[str, object]) -> Markup:
        text, language = self.phrases.find(msgid, context)
        filled = Markup("").join(_pieces(text, values))
        if language.tag == self.phrases.language.tag:
            return filled
        direction = language.direction
        turned = "" if direction is self.phrases.language.direction else Markup(' class="turned"')
        return Markup('<span lang="{}" dir="{}"{}>{}</span>').format(language.tag, direction.value, turned, filled)


def _pieces(text: str, values: dict[str, object]) -> list[Markup]:
    """The text cut at its placeholders; a placeholder that is not known stays as it is written.

    Translations are untrusted: ``str.format`` would let them reach into objects.
    """
    pieces = []
    try:
        parsed = list(Formatter().parse(text))
    except ValueError:  # a lone brace in a translation
        return [escape(text)]
    for words, name, _, _ in parsed:
        pieces.append(escape(words))
        if name is not None:
            pieces.append(escape(values[name]) if name in values else escape(f"{{{name}}}"))
    return pieces


def kind_of(block: Block[LocalizedText] | Inline) -> str:
    """Name of a block's or inline's type: templates choose their macro by it."""
    return type(block).__name__


def not_printed(kind: str) -> NoReturn:
    """Stops at a block or inline that no macro writes: what is left out in silence is missed by nobody."""
    raise TemplateRuntimeError(f"no macro prints a {kind}")


def bare(address: str) -> str:
    """A web address as people write it: without scheme and closing slash."""
    return address.partition("://")[2].rstrip("/") or address


def foreign(text: LocalizedText, language: Language) -> bool:
    """Whether the text is in another language than the document."""
    return text.language.tag != language.tag


def heading_scale(text: str, level: int, measures: Style) -> float:
    """Size of a heading over that of body text: less than usual if its longest word would not fit the measure."""
    longest = max(map(len, text.split()), default=1)
    measure = (measures.width - 2 * measures.side) / MM_PER_PT
    return round(min(_HEADINGS[level], measure / (longest * _BOLD_LETTER * measures.size)), 2)


def box_height(box: Box[LocalizedText], measures: Style) -> float:
    """About how high a box will be, in mm: the templates let a box break only if it would fill half a page or more."""
    per_line = (measures.width - 2 * measures.side) / MM_PER_PT / (measures.size * _LETTER)
    lines = sum(1 + len(plain(text.inlines)) // per_line for text in texts(box.blocks))
    return lines * measures.line * measures.size * MM_PER_PT


def picture_margin(measures: Style, ratio: float) -> float:
    """Space in mm on either side of a drawing that would be too high at full measure; 0 if it has no ratio."""
    spare = measures.width - 2 * measures.side - measures.picture_height * ratio
    return round(max(0.0, spare / 2), 2) if ratio else 0.0


def foot_has_room(document: LocalizedDocument, more: str, measures: Style, stretch: float = 1.0) -> bool:
    """Whether one line at the foot of the page, ``stretch`` times as long, holds ``more`` beside what stands there."""
    page = _PLACEHOLDER.sub("00", document.phrases.find("Page {page} of {pages}")[0])
    words = f"{document.code}{document.version}{document.language.native}{more}{page}"
    wide = sum(east_asian_width(letter) in "WF" for letter in words)
    letters = len(words) + wide + (_WIDE_DOTS if wide else 0)
    return (letters + _GAPS) * _FOOT_LETTER * measures.size * MM_PER_PT < stretch * (measures.width - 2 * measures.side)


def is_diagram(name: str) -> bool:
    """Whether a picture is a drawing that may hold words."""
    return name.lower().endswith(".svg")


def render_html(order: RenderOrder, identity: Identity | None = None) -> str:
    """The page of an order as HTML with its style sheets inside.

    Args:
        order: The page.
        identity: What it says of itself; nothing if None.

    Raises:
        UsageError: A template has a fault.
    """
    document = order.document
    jinja = environment(order.rooms)
    measures = _measures(order)
    words = Words(document.phrases)
    source = jinja.loader

    @pass_context
    def stylesheet(context: Context, name: str) -> Markup:
        """A style sheet of the rooms; it is a template too, for the measures."""
        return Markup(context.environment.get_template(name).render(context.get_all()))  # noqa: S704 - our own and the project's style sheets

    def exists(name: str) -> bool:
        return source is not None and name in jinja.list_templates()

    jinja.globals.update(
        _=words.gettext,
        pgettext=words.pgettext,
        stylesheet=stylesheet,
        template_exists=exists,
        box_kinds=tuple(BOXES.values()),
        kind_of=kind_of,
        not_printed=not_printed,
        plain=plain,
        zip=zip,
        bare=bare,
        foreign=foreign,
        untranslated=untranslated,
        waits=waits,
        all_wait=all_wait,
        partly_waits=partly_waits,
        runs=runs,
        twin_runs=twin_runs,
        beside=beside,
        point=count(1).__next__,
        in_source=Words(order.source.phrases).gettext if order.source else words.gettext,
        in_reader=words.gettext,
        phone_url=lambda number: raw_value(Phone(number)),
        number_text=lambda value: format_number(value, document.language, document.digits),
        image_url=lambda name: IMAGE_SCHEME + name,
        diagram=lambda name: read_diagram(order.images[name].read_bytes()) if is_diagram(name) else None,
        picture_margin=lambda ratio: picture_margin(measures, ratio),
        is_long=lambda *boxes: sum(box_height(box, measures) for box in boxes) > measures.text_height * _MOST_OF_A_PAGE,
        heading_scale=lambda text, level: heading_scale(plain(text.inlines), level, measures),
        room_url=lambda name: ROOM_SCHEME + name,
        code_url=lambda content: CODE_SCHEME + quote(content, safe=""),
        code_width=qr_width,
        foot_has_room=lambda more: foot_has_room(document, more, measures),
    )
    try:
        return jinja.get_template(MAIN_TEMPLATE if order.source is None else TWIN_TEMPLATE).render(
            document=document,
            source=order.source,
            language=document.language,
            edition=order.edition,
            style=measures,
            identity=identity,
            logo=LOGO if order.logo_file else None,
            logo_width=order.logo.printed_width,
            logo_clear=order.logo.printed_clear,
        )
    except Exception as error:
        if not isinstance(error, TemplateError) and not is_in_template(error):
            raise
        raise template_fault(error, order.rooms) from error


def _measures(order: RenderOrder) -> Style:
    """The measures of a page; on narrow paper its foot has two lines."""
    document = order.document
    what = (document.language, _languages(order), order.edition, document.digits, document.layout)
    measures = style(*what)
    return measures if foot_has_room(document, "", measures, _SURELY) else style(*what, long_foot=True)


def _languages(order: RenderOrder) -> tuple[Language, ...]:
    document = order.document
    return (document.source_language, *document.languages, *(offer.language for offer in document.offers))
