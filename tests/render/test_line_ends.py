"""A word is never alone on a line because a fact follows."""

from __future__ import annotations

import pytest
import weasyprint
from weasyprint.formatting_structure.boxes import LineBox

import polyleaf.render.weasy  # noqa: F401 - the door puts the mend in place
from polyleaf.render import line_ends

SENTENCE = "Call the ward if you bleed, if you have a fever or if the pain gets worse. When the ward is closed, call "


def lines(inner: str, width: float) -> list[str]:
    css = '@page { size: 300mm 200mm } body { font: 18pt "Noto Sans" }'
    html = f'<style>{css}</style><p style="width: {width}mm">{inner}'
    (page,) = weasyprint.HTML(string=html).render().pages
    return [
        "".join(getattr(box, "text", "") for box in line.descendants()).strip()
        for line in page._page_box.descendants()
        if isinstance(line, LineBox)
    ]


@pytest.mark.parametrize("width", [130.0, 148.2, 148.9, 160.3])
def test_a_fact_breaks_lines_as_plain_words_do(width: float) -> None:
    plain = lines(SENTENCE + "111.", width)
    assert lines(SENTENCE + "<bdi>111</bdi>.", width) == plain
    assert lines(SENTENCE + "<span>111</span>.", width) == plain


def test_the_engine_still_needs_the_mend(monkeypatch: pytest.MonkeyPatch) -> None:
    """If this fails, WeasyPrint was mended upstream: remove render/line_ends.py."""
    monkeypatch.setattr("weasyprint.layout.inline.split_first_line", line_ends._split)
    assert "the" in lines(SENTENCE + "<span>111</span>.", 148.2)
