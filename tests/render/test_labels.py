"""Labels beside what they name, in languages that run different ways: a gap stands between the two."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from polyleaf.render.weasy import write_pdf
from polyleaf.starter.rooms import starter_root

RULES = "\n".join(
    line
    for line in (starter_root() / "templates" / "css" / "tables.css").read_text(encoding="utf-8").splitlines()
    if line.startswith((".beside", ':root[dir="rtl"] .beside', ':root[dir="rtl"] [dir'))
)
PAGE = """<html lang=en dir={page}><title>A</title>
<style>html {{ font: 20pt Noto Sans }} {rules} .beside {{ display: table }} dd {{ margin: 0 }}</style>
<div dir={box}><dl class=beside><div><dt{label}>Label</dt><dd>value</dd></div></dl></div>"""


@pytest.mark.parametrize(
    ("page", "box", "label"),
    [
        ("ltr", "ltr", ""),
        ("rtl", "rtl", ""),
        ("rtl", "rtl", " dir=ltr"),
        ("rtl", "ltr", " dir=ltr"),
        ("rtl", "ltr", " dir=rtl"),
    ],
)
def test_a_gap_stands_between_a_label_and_what_it_names(tmp_path: Path, page: str, box: str, label: str) -> None:
    target = tmp_path / "x.pdf"
    html = PAGE.format(page=page, box=box, label=label, rules=RULES)
    if box == page:  # only what runs the other way says so
        html = html.replace(f"<div dir={box}>", "<div>")
    write_pdf(html, lambda _: (b"", ""), target)
    pdf = pypdfium2.PdfDocument(target)
    text = pdf[0].get_textpage()
    boxes = [text.get_rect(number) for number in range(text.count_rects())]
    pdf.close()
    (first, second) = sorted(boxes, key=lambda one: one[0])
    assert second[0] - first[2] > 20 * 0.8
