"""Programs that read pages as they were painted come upon everything where it is read, not at the page's end."""

from pathlib import Path

import pypdfium2
import pytest

from polyleaf.render.weasy import write_pdf

STYLE = """
<style>html { font-family: Noto Sans; font-size: 12pt } ul { padding-inline-start: 2em }
ol { list-style: none } ol > li { position: relative; padding-inline-start: 2em }
.number { position: absolute; inset-inline-start: 0 } .place { position: relative; height: 40pt }
.set { position: absolute; top: 0; left: 0 } .faint { overflow: hidden }</style>
"""
ENGLISH = """<html lang=en><title>A</title><h1>First</h1>
<p>Second<ul><li>Third<li>Fourth<ul><li>Fifth</ul></ul>
<ol><li><span class=number>6</span><p>Sixth<li><span class=number>7</span><p>Seventh</ol>
<div class=place><span class=set>Eighth</span></div><p>Ninth
<div class=faint><ul><li>Tenth</ul></div><p>Eleventh"""
ARABIC = """<html lang=ar dir=rtl><title>A</title><h1>أول</h1>
<ul><li>ثاني كلام<li>ثالث كلام</ul><ol><li><span class=number>6</span><p>سادس كلام</ol><p>سابع"""


def told(html: str, target: Path) -> list[str]:
    write_pdf(html + STYLE, lambda _: (b"", ""), target)
    return pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range().split()


@pytest.mark.parametrize(("page", "order"), [
    (ENGLISH, "First Second • Third • Fourth • Fifth 6 Sixth 7 Seventh Eighth Ninth • Tenth Eleventh"),
    (ARABIC, "أول • ثاني كلام • ثالث كلام 6 سادس كلام سابع"),
])  # fmt: skip
def test_bullets_numbers_and_labels_come_where_they_are_read(tmp_path: Path, page: str, order: str) -> None:
    marks = str.maketrans("◦‣▪", "•••")
    assert " ".join(told(page, tmp_path / "x.pdf")).translate(marks) == order
