"""Texts of tall scripts have the pitch that their own ink needs: no letters of two lines meet."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import weasyprint
from weasyprint.formatting_structure.boxes import LineBox

from polyleaf.model.pdf_facts import PdfFacts, TextRun
from polyleaf.pdf.reader import read_pdf
from polyleaf.render.pitches import fit
from polyleaf.render.weasy import write_pdf

LOW = "اس سے ہم سب کو مدد ملے گی۔ "
HIGH = "کچھ کسی کے گئی ہمیں پہلے ٹھیک بیٹھیں۔ "
PLAIN = "يمكنك العودة إلى المنزل في اليوم نفسه. "
STYLE = """
@page { size: 400px 900px; margin: 40px }
html { font: 20px/2 "Noto Sans", "Noto Nastaliq Urdu"; --ink-pitch: 2 }
[lang="ar"] { font: 20px/1.5 "Noto Naskh Arabic"; --ink-pitch: 1.5 }
[lang="en"] { font: 20px/1.5 "Noto Sans"; --ink-pitch: 0 }
body, p, ul, li, td { margin: 0; padding: 0 } p + p { margin-top: 12px } .row p { margin: 0 }
ul { list-style: none } .row { display: flex }
"""


def printed(folder: Path, body: str, style: str = "") -> PdfFacts:
    page = f'<html lang="ur" dir="rtl"><title>x</title><style>{STYLE}{style}</style><body>{body}'
    write_pdf(page, {}.__getitem__, folder / "x.pdf")
    return read_pdf(folder / "x.pdf", "x.pdf")


def baselines(facts: PdfFacts, page: int = 0) -> list[float]:
    """In px, from the top."""
    return sorted({-round(run.baseline * 96 / 72) for run in facts.pages[page].runs if run.baseline})


def pitches(facts: PdfFacts) -> list[float]:
    return [(lower - upper) / 20 for upper, lower in pairwise(baselines(facts))]


def ink(runs: list[TextRun]) -> tuple[float, float]:
    boxes = [box for run in runs for box in run.ink if box[2] > box[0]]
    return min(box[1] for box in boxes), max(box[3] for box in boxes)


def test_a_text_has_the_pitch_that_its_own_letters_need(tmp_path: Path) -> None:
    low = pitches(printed(tmp_path, f"<p>{LOW * 6}</p>"))
    high = pitches(printed(tmp_path, f"<p>{HIGH * 6}</p>"))
    assert max(low) - min(low) <= 0.1
    assert 2.0 <= min(low) < min(high)
    assert max(high) < 3.1


def test_a_pitch_is_no_more_than_what_the_style_sheet_says_if_ink_has_room(tmp_path: Path) -> None:
    """The struts of two fonts once made 2.77 of 2.5."""
    assert (
        max(pitches(printed(tmp_path, f"<p>{'یہ درد ہے۔ ' * 14}</p>", "html { --ink-pitch: 2.3; line-height: 2.3 }")))
        < 2.4
    )


@pytest.mark.parametrize("body", [f"<p>{HIGH * 4}</p><p>{LOW * 4}</p><p>{HIGH}</p>", f"<p>{(LOW + HIGH) * 4}</p>"])
def test_no_ink_of_two_lines_meets(tmp_path: Path, body: str) -> None:
    facts = printed(tmp_path, body)
    lines: dict[int, list[TextRun]] = {}
    for run in facts.pages[0].runs:
        lines.setdefault(round(run.baseline or 0), []).append(run)
    for upper, lower in pairwise(sorted(lines, reverse=True)):
        for above in (box for run in lines[upper] for box in run.ink):
            for below in (box for run in lines[lower] for box in run.ink):
                if min(above[2], below[2]) > max(above[0], below[0]):
                    assert above[1] > below[3]


def test_ink_stays_in_the_box_of_its_text(tmp_path: Path) -> None:
    facts = printed(tmp_path, f"<p>{HIGH}</p>", "p { border: 1px solid }")
    low, high = ink(list(facts.pages[0].runs))
    edges = [edge for shape in facts.pages[0].shapes for edge in (shape.box[1], shape.box[3])]
    assert min(edges) < low
    assert high < max(edges)


def test_naskh_has_room_in_one_and_a_half(tmp_path: Path) -> None:
    facts = printed(tmp_path, f'<p lang="ar" dir="rtl">{PLAIN * 8}</p>')
    assert pitches(facts) == pytest.approx([1.5] * len(pitches(facts)), abs=0.06)


def lines_after_fitting(body: str, style: str = "") -> list[Any]:
    html = weasyprint.HTML(string=f'<html lang="ur" dir="rtl"><style>{STYLE}{style}</style><body>{body}')
    assert fit(html.render().pages)
    (page,) = html.render().pages
    return [box for box in page._page_box.descendants(placeholders=True) if isinstance(box, LineBox) and box.height]


def test_what_stands_beside_each_other_stands_on_one_line() -> None:
    for body in (
        '<div class="row"><p>کچھ</p><p>سب</p></div>',
        "<table><tr><td>کچھ</td><td><p>سب</p></td></tr></table>",
    ):
        first, second = lines_after_fitting(body)
        assert first.position_y + first.baseline == pytest.approx(second.position_y + second.baseline, abs=0.01)


def test_the_number_of_an_item_stands_at_its_first_line() -> None:
    numbers = ".number { position: absolute; left: 0; top: calc(var(--middle, 1em) - 10px); line-height: 20px }"
    body = f'<ul><li style="position: relative"><span class="number">1</span><p>{HIGH}</p></li></ul>'
    text, number = sorted(lines_after_fitting(body, numbers), key=lambda line: -line.height)
    assert number.position_y + 10 == pytest.approx(text.position_y + text.height / 2, abs=0.1)


def test_nothing_is_laid_out_again_where_every_line_has_room() -> None:
    html = weasyprint.HTML(string=f'<style>{STYLE}</style><body lang="ar" dir="rtl"><p>{PLAIN * 8}</p>')
    assert not fit(html.render().pages)


def test_other_languages_keep_the_pitch_of_their_style_sheet(tmp_path: Path) -> None:
    facts = printed(tmp_path, f'<p lang="en" dir="ltr">{"Call the ward if it bleeds. " * 4}</p>')
    assert set(pitches(facts)) == {1.5}


def test_a_page_break_changes_no_pitch(tmp_path: Path) -> None:
    facts = printed(tmp_path, f"<p>{HIGH * 30}</p>", "p { orphans: 2; widows: 2 }")
    assert len(facts.pages) > 1
    first, second = ([b - a for a, b in pairwise(baselines(facts, page))] for page in (0, 1))
    assert max(*first, *second) - min(*first, *second) <= 2
