"""A localized document becomes HTML through the templates."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import NoReturn
from urllib.parse import quote

from jinja2 import TemplateRuntimeError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from polyleaf.locales.facts import raw_value
from polyleaf.locales.numbers import format_number
from polyleaf.locales.signs import in_one_colour
from polyleaf.model.box_kind import Content
from polyleaf.model.boxes import BOXES
from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.facts import Phone
from polyleaf.model.identity import Identity
from polyleaf.model.inline import Inline, plain
from polyleaf.model.language import Language
from polyleaf.model.leaflet import Block
from polyleaf.pictures.pixels import seen_size
from polyleaf.render.across import held_across
from polyleaf.render.charts import Charts
from polyleaf.render.closing import offer_runs, told_in_text
from polyleaf.render.diagram import Diagram, read_diagram
from polyleaf.render.environment import environment, told_as_faults
from polyleaf.render.estimates import (
    PICTURE_GAP,
    foot_has_room,
    heading_scale,
    is_long,
    number_scale,
    page_style,
    picture_margin,
    picture_scales,
    side_by_side,
)
from polyleaf.render.forms import (
    anchors_of,
    fields_beside,
    is_filled_in,
    is_ticked,
    links_in,
    of_a_page,
    page_of_lines,
    parts_to_fill,
)
from polyleaf.render.long_words import breakable, fits, is_address, set_words
from polyleaf.render.one_way import in_order
from polyleaf.render.opening import called, opening_blocks, sections, title_at_head
from polyleaf.render.order import RenderOrder
from polyleaf.render.qr import LONGEST, qr_width
from polyleaf.render.tables import (
    are_long,
    card_may_break,
    cell_parts,
    is_of_medicines,
    label_width,
    left_out,
    may_break,
    to_write,
    written_in,
)
from polyleaf.render.template_words import Words, unbroken
from polyleaf.render.waiting import all_wait, beside, partly_waits, runs, twin_runs, untranslated, waits

MAIN_TEMPLATE = "leaflet.html"
TWIN_TEMPLATE = "bilingual.html"
"""Shows the source language and the translation, point by point."""
IMAGE_SCHEME = "polyleaf:image/"
ROOM_SCHEME = "polyleaf:room/"
LOGO = "polyleaf:logo"
BLANK = "polyleaf:blank"
"""A drawing of a line to write on, longer than any paper is wide."""
CODE_SCHEME = "polyleaf:code/"
"""What follows it stands in a square code."""
DRAWN_SCHEME = "polyleaf:drawn/"
"""What follows it is the name of a picture that is drawn from a fact."""


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


def is_diagram(name: str) -> bool:
    """Whether a picture is a drawing that may hold words."""
    return name.lower().endswith(".svg")


def render_html(
    order: RenderOrder,
    identity: Identity | None = None,
    cards: frozenset[int] = frozenset(),
    change: Callable[[LocalizedDocument], LocalizedDocument] = lambda document: document,
) -> str:
    """The page of an order as HTML with its style sheets inside.

    Args:
        order: The page.
        identity: What it says of itself; nothing if None.
        cards: Numbers of the tables, from 1, whose rows are cards because the paper is too narrow for them.
        change: Changes the document before it is written, for whoever looks on.

    Raises:
        UsageError: A template has a fault.
    """
    jinja = environment(order.rooms)
    measures = page_style(order.document, order.edition)
    units = order.amounts_of(order.document)
    document = change(held_across(in_order(order.document), measures, units))
    twin = order.source
    beside_it = held_across(in_order(twin), measures, order.amounts_of(twin)) if twin else None
    words = Words(document.phrases)
    listed = sections(document, measures)
    drawn = Charts(document.phrases, document.digits, measures)
    anchors = anchors_of(document, {} if order.source else listed)
    source = jinja.loader

    @pass_context
    def stylesheet(context: Context, name: str) -> Markup:
        """A style sheet of the rooms; it is a template too, for the measures."""
        return Markup(context.environment.get_template(name).render(context.get_all()))  # noqa: S704 - our own and the project's style sheets

    def diagram(name: str) -> Diagram | None:
        return read_diagram(order.images[name].read_bytes()) if is_diagram(name) else None

    def ratio_of(name: str) -> float:
        drawing = diagram(name)
        if drawing is not None:
            return drawing.ratio
        width, height = seen_size(order.images[name].read_bytes())
        return width / height if height else 0.0

    def exists(name: str) -> bool:
        return source is not None and name in jinja.list_templates()

    jinja.globals.update(
        _=words.gettext,
        pgettext=words.pgettext,
        unbroken=unbroken,
        stylesheet=stylesheet,
        template_exists=exists,
        box_kinds=tuple(BOXES.values()),
        kind_of=kind_of,
        not_printed=not_printed,
        plain=plain,
        in_one_colour=in_one_colour,
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
        opening_blocks=opening_blocks(document),
        called=called(document),
        title_at_head=order.source is None and title_at_head(document, order.edition),
        told_in_text=told_in_text(document),
        offer_runs=lambda: offer_runs(document, measures),
        listed=listed,
        section=lambda block: listed.get(id(block), ""),
        set_words=lambda text: set_words(text, measures, units),
        breakable=breakable,
        is_address=is_address,
        fits=lambda text: fits(text, measures),
        table_number=count(1).__next__,
        cards=cards,
        cell_parts=cell_parts,
        written_in=written_in,
        to_write=to_write,
        label_width=label_width,
        is_of_medicines=is_of_medicines,
        left_out=left_out,
        may_break=lambda table: may_break(table, measures),
        card_may_break=lambda table, row: card_may_break(table, row, measures),
        in_source=Words(order.source.phrases).gettext if order.source else words.gettext,
        in_reader=words.gettext,
        phone_url=lambda number: raw_value(Phone(number)),
        number_scale=lambda number: number_scale(number, measures),
        risk_scale=lambda term: number_scale(plain(term.inlines), measures, 1.42, 1.15, 0),
        number_text=lambda value: format_number(value, document.language, document.digits),
        image_url=lambda name: IMAGE_SCHEME + name,
        has_picture=order.images.__contains__,
        diagram=diagram,
        picture_margin=lambda name, asked, columns: picture_margin(measures, ratio_of(name), asked, columns),
        picture_scales=lambda name, labelled: picture_scales(measures, ratio_of(name), labelled=labelled),
        side_by_side=lambda box: box.kind.content is Content.PICTURES and side_by_side(box.blocks, measures),
        picture_gap=PICTURE_GAP,
        is_long=lambda *boxes: (are_long if boxes[0].kind.content is Content.BENEFITS else is_long)(boxes, measures),
        heading_scale=lambda text, level: heading_scale(plain(text.inlines), level, measures),
        room_url=lambda name: ROOM_SCHEME + name,
        code_url=lambda content: CODE_SCHEME + quote(content, safe=""),
        code_width=qr_width,
        drawn_url=lambda name: DRAWN_SCHEME + name,
        charts=drawn,
        headed=drawn.headed,
        source_charts=Charts(beside_it.phrases, beside_it.digits, measures) if beside_it else None,
        can_be_scanned=lambda address: len(address.encode()) <= LONGEST,
        blank_url=BLANK,
        is_filled_in=is_filled_in,
        parts_to_fill=parts_to_fill,
        is_ticked=is_ticked,
        links_in=links_in,
        of_a_page=of_a_page,
        page_of_lines=lambda: page_of_lines(measures),
        fields_beside=lambda fields, translated: fields_beside(fields, translated, measures),
        anchor_of=anchors.of,
        anchor_in=anchors.found,
        target_of=anchors.targets.__getitem__,
        heading_of=lambda name: plain(anchors.headings[name].inlines),
        foot_has_room=lambda more: foot_has_room(document, more, measures),
    )
    with told_as_faults(order.rooms):
        return jinja.get_template(MAIN_TEMPLATE if order.source is None else TWIN_TEMPLATE).render(
            document=document,
            source=beside_it,
            language=document.language,
            edition=order.edition,
            style=measures,
            look=order.look,
            identity=identity,
            logo=LOGO if order.logo_file else None,
            logo_width=order.logo.printed_width,
            logo_clear=order.logo.printed_clear,
        )
