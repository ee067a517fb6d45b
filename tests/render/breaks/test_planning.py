"""Page breaks that are planned: fewer and fuller pages, and the engine makes the pages that were planned."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
import weasyprint

from polyleaf.render import margins
from polyleaf.render.breaks.pieces import fills, read_flow
from polyleaf.render.breaks.plan import HALF, Pages
from polyleaf.render.breaks.planning import planned
from polyleaf.render.breaks.styles import PlannedStyles

CSS = """
@page { size: 400px 500px; margin: 40px }
html { font: 16px/24px "Noto Sans" }
body, p, ul, h2, table { margin: 0; padding: 0 }
p { orphans: 2; widows: 2 }
p + p, p + ul, ul + p { margin-top: 14px }
h2 { break-after: avoid; margin: 24px 0 8px; font-size: 20px }
li { break-inside: avoid } li + li { margin-top: 8px }
.box { break-inside: avoid; padding: 12px; border-left: 3px solid; margin: 20px 0 }
tr, table { break-inside: avoid } table { width: 100%; border-collapse: collapse }
"""
WORD = "bone "


def page(body: str) -> weasyprint.HTML:
    return weasyprint.HTML(string=f"<style>{CSS}</style><body><main>{body}</main>")


def paragraph(lines: int) -> str:
    return f"<p>{WORD * (7 * lines - 3)}</p>"


def box(lines: int) -> str:
    return f'<div class="box"><p>Important</p>{paragraph(lines - 1)}</div>'


def items(*lines: int) -> str:
    return f"<ul>{''.join(f'<li>{paragraph(many)}</li>' for many in lines)}</ul>"


def table(*lines: int) -> str:
    rows = "".join(f"<tr><td>{WORD * (7 * many - 4)}</td></tr>" for many in lines)
    return f"<table><thead><tr><th>When</th></tr></thead><tbody>{rows}</tbody></table>"


def filled(document: weasyprint.Document) -> list[float]:
    return fills(document.pages, read_flow(document.pages))


def made(body: str) -> tuple[weasyprint.Document, weasyprint.Document]:
    """The engine's layout and the planned one."""
    html = page(body)
    first = html.render()
    return first, planned(first, html.render)


WASTEFUL = "".join((paragraph(9), box(9), paragraph(6), box(8), paragraph(12), items(4, 4, 5, 4), box(8), paragraph(9)))


@pytest.fixture(scope="module")
def wasteful() -> tuple[weasyprint.HTML, weasyprint.Document, weasyprint.Document]:
    """A page, the engine's layout, and the planned one."""
    html = page(WASTEFUL)
    first = html.render()
    return html, first, planned(first, html.render)


Wasteful = tuple[weasyprint.HTML, weasyprint.Document, weasyprint.Document]


def test_a_wasteful_leaflet_has_fewer_or_fuller_pages(wasteful: Wasteful) -> None:
    _, first, best = wasteful
    assert any(fill < HALF + 0.1 for fill in filled(first)[:-1])
    assert len(best.pages) <= len(first.pages)
    assert min(filled(best)[:-1]) > min(filled(first)[:-1])


def test_the_same_leaflet_gives_the_same_pages(wasteful: Wasteful) -> None:
    assert filled(made(WASTEFUL)[1]) == filled(wasteful[2])


def test_styles_are_as_they_were_afterwards(wasteful: Wasteful) -> None:
    assert not any(element.get("style") for element in wasteful[0].etree_element.iter())


def test_a_worse_layout_is_not_taken(wasteful: Wasteful) -> None:
    worse = page(WASTEFUL.replace("<p>", '<p style="break-before: page">'))
    assert planned(wasteful[1], worse.render) is wasteful[1]


def test_full_pages_are_not_laid_out_again() -> None:
    first = page(paragraph(16) * 3).render()
    assert planned(first, lambda: pytest.fail("laid out again")) is first


def test_a_break_that_a_style_sheet_asks_for_stays() -> None:
    parts = paragraph(9) + box(9) + paragraph(6), paragraph(9) + box(9) + paragraph(3)
    first, best = made('<h2 style="break-before: page">Risks</h2>'.join(parts))
    flow = read_flow(best.pages)
    (heading,) = (place for place, piece in enumerate(flow.pieces) if piece.around[-1].element_tag == "h2")
    assert flow.joints[heading - 1].must_break
    assert flow.pieces[heading].page > flow.pieces[heading - 1].page
    assert best is not first


BLOCKS = (
    lambda dice: paragraph(dice.randint(1, 7)),
    lambda dice: box(dice.randint(2, 16)),
    lambda dice: items(*(dice.randint(1, 6) for _ in range(dice.randint(1, 4)))),
    lambda dice: "<h2>Risks</h2>" + paragraph(dice.randint(1, 4)),
    lambda dice: table(*(dice.randint(1, 3) for _ in range(dice.randint(1, 5)))),
)


def picture(scales: str) -> str:
    image = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>"
    style = "display: block; width: 100%"
    return f'<div data-scales="{scales}" style="padding: 0 80px"><img src="{image}" style="{style}"></div>'


def width_of_picture(document: weasyprint.Document) -> float:
    return next(box.width for box in document.pages[0]._page_box.descendants() if box.element_tag == "img")


def test_a_picture_is_smaller_where_that_saves_a_page() -> None:
    first, best = made(paragraph(13) + picture("0.8 1.2"))
    assert (len(first.pages), len(best.pages)) == (2, 1)
    assert 0.8 * 160 <= width_of_picture(best) < 160
    assert len(made(paragraph(13) + picture("1 1.2"))[1].pages) == 2


def test_a_picture_is_larger_where_its_page_has_room() -> None:
    first, best = made(picture("0.8 1.2") + paragraph(6) + box(5) + paragraph(4))
    assert len(first.pages) == len(best.pages) == 2
    assert (width_of_picture(first), width_of_picture(best)) == (160, pytest.approx(192, abs=1))


def test_a_text_with_room_for_its_ink_below_it_is_planned_as_the_engine_sets_it() -> None:
    """The engine counts the padding of what ends at the foot of a page twice."""
    text = "".join(f"<p style='padding-bottom: 6px'>{WORD * 18}</p>" for _ in range(14))
    html = page(text)
    flow = read_flow(html.render().pages)
    assert flow.joints[2].tail == pytest.approx(12)


def test_a_torn_box_ends_below_its_last_line() -> None:
    torn = f"<div style='padding: 12px; box-decoration-break: clone'>{items(5, 5, 5, 5)}</div>"
    document = margins.unfinished(page(paragraph(3) + torn))
    margins.finish(document)
    margins.let_go()
    for one in document.pages:
        box = next(box for box in one._page_box.descendants() if box.element_tag == "div")
        lowest = max(piece.bottom for piece in read_flow([one]).pieces)
        assert box.border_box_y() + box.border_height() == pytest.approx(lowest + 12)
    assert len(document.pages) == 2
    assert lowest < 440


def some_leaflet(seed: int) -> str:
    dice = random.Random(seed)  # noqa: S311 - no secret
    return "".join(dice.choice(BLOCKS)(dice) for _ in range(12))


FIGURE = (
    '<figure style="margin: 14px 0; break-inside: avoid"><div style="height: 256px"></div><p>The knee.</p></figure>'
)


def order_of(document: weasyprint.Document) -> list[str]:
    """What stands one below the other: its tag, or the first word of a paragraph."""
    found: list[str] = []
    for piece in read_flow(document.pages).pieces:
        box = next(box for box in piece.around[2:] if box.element_tag not in ("body", "main"))
        word = "".join(box.element.itertext()).split()[0] if box.element_tag == "p" else box.element_tag
        found += [word] if found[-1:] != [word] else []
    return found


@pytest.mark.parametrize(
    ("before", "led", "order"),
    [
        ("", "", ["bone", "figure", "Rest", "div"]),
        ("", ":", ["bone", "Rest", "figure", "div"]),
        ("<h2>Risks</h2>", "", ["bone", "h2", "Rest", "figure", "div"]),
        ("<p>More.</p>", "", ["bone", "figure", "More.", "Rest", "div"]),
        ("<p>More:</p>", "", ["bone", "More:", "Rest", "figure", "div"]),
        ("<h2>Risks</h2><p>More.</p>", "", ["bone", "h2", "More.", "Rest", "figure", "div"]),
    ],
)
def test_a_figure_stands_before_paragraphs_that_it_follows_where_that_saves_a_page(
    before: str, led: str, order: list[str]
) -> None:
    html = page(f"{paragraph(5)}{before}<p>Rest {WORD * 14}{led}</p>{FIGURE}{box(7)}")
    first = html.render()
    best = planned(first, html.render)
    assert order_of(best) == order
    assert len(best.pages) == (2 if order[1] == "figure" else 3)
    assert order_of(html.render()) == order_of(first), "the page is as it was afterwards"


def test_a_figure_stays_where_nothing_is_saved() -> None:
    first, best = made(paragraph(8) + f"<p>Rest {WORD * 14}</p>" + FIGURE + box(16) + paragraph(4))
    assert order_of(best) == order_of(first)


@pytest.mark.parametrize("seed", range(3))
def test_the_engine_makes_the_pages_that_were_planned(seed: int) -> None:
    html = page(some_leaflet(seed))
    flow = read_flow(html.render().pages)
    plan = Pages(flow).best()
    PlannedStyles(flow, plan).write()
    found = read_flow(html.render().pages)
    starts = [next(at for at, piece in enumerate(found.pieces) if piece.page == number) for number in range(len(plan))]
    assert starts == [one.first for one in plan]
    assert max(piece.page for piece in found.pieces) == len(plan) - 1


@pytest.mark.parametrize("seed", range(3))
def test_the_rules_hold(seed: int) -> None:
    """Two lines on either side of a break, no heading at a foot, and a box is torn only if it fills half a page."""
    flow = read_flow(made(some_leaflet(seed + 100))[1].pages)
    for place, joint in enumerate(flow.joints):
        upper, lower = flow.pieces[place], flow.pieces[place + 1]
        if upper.page == lower.page:
            continue
        assert upper.around[-1].element_tag != "h2"
        for torn in joint.common:
            if "box" in torn.element.get("class", ""):
                parts = {id(one): one for piece in flow.pieces for one in piece.around if one.element is torn.element}
                assert sum(part.border_height() for part in parts.values()) > flow.room / 2
        if joint.natural and upper.is_line:
            same = [one.page for one in flow.pieces if one.around[-1].element is upper.around[-1].element]
            assert same.count(upper.page) >= 2
            assert same.count(lower.page) >= 2


def test_pages_of_a_flow_that_was_changed_are_those_worked_out_anew() -> None:
    """An exchange of figures is tried with what was worked out before (``Pages.changed``)."""
    flow = read_flow(page(some_leaflet(7) + some_leaflet(8)).render().pages)
    pages, chance = Pages(flow), random.Random(13)  # noqa: S311 - as above
    for _ in range(12):
        pages.best()
        first = chance.randrange(1, len(flow.pieces) - 1)
        end = chance.randrange(first + 1, min(first + 12, len(flow.pieces)))
        pieces, joints = list(flow.pieces), list(flow.joints)
        pieces[first:end] = [replace(one, bottom=one.bottom + chance.uniform(0, 90)) for one in pieces[first:end]]
        joints[first - 1 : end] = [
            replace(one, head=one.head + chance.uniform(0, 40)) for one in joints[first - 1 : end]
        ]
        other = replace(flow, pieces=tuple(pieces), joints=tuple(joints))
        assert pages.changed(other, first, end).cheapest() == Pages(other).cheapest()


@pytest.mark.parametrize("mark", ["", 'data-whole="yes"'])
def test_what_must_stay_whole_does_however_much_a_break_would_save(mark: str) -> None:
    body = paragraph(9) + box(12).replace("<div", f"<div {mark}", 1) + paragraph(5)
    _, best = made(body)
    boxes = [box for page in best.pages for box in page._page_box.descendants() if box.element_tag == "div"]
    assert (len(boxes) == 1) == bool(mark)
