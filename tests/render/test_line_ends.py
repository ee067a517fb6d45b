"""A word is never alone on a line because a fact follows; right-to-left lines stay out of the margin."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
import weasyprint
from tests.projects.folder import Clinic
from weasyprint.formatting_structure.boxes import LineBox
from weasyprint.text.line_break import line_size

from polyleaf.cli.main import run
from polyleaf.pdf.tag_tree import read_tags
from polyleaf.render import line_ends

SENTENCE = "Call the ward if you bleed, if you have a fever or if the pain gets worse. When the ward is closed, call "


line_ends.install()


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


COUNTING = {
    "ar": "واحد اثنان ثلاثة أربعة <bdi>خمسة</bdi> ستة سبعة ثمانية تسعة عشرة واحد اثنان <bdi>خمسة</bdi> ستة",
    "en": "one two three <b>four five </b><bdi>six</bdi> seven eight nine ten one <b>three <bdi>four</bdi> </b>five",
}


def painted(inner: str, width: float, direction: str) -> list[list[tuple[float, float]]]:
    """Where the texts of each line are painted from and to, by their advances, from the left edge of the paragraph."""
    css = '@page { size: 300mm 200mm; margin: 0 } body { margin: 0; font: 18pt "Noto Naskh Arabic", "Noto Sans" }'
    html = f'<style>{css}</style><div dir="{direction}" style="width: {width}px">{inner}'
    (page,) = weasyprint.HTML(string=html).render().pages
    found = []
    for line in page._page_box.descendants():
        if isinstance(line, LineBox):
            texts = [box for box in line.descendants() if getattr(box, "text", "")]
            found.append(sorted((box.position_x, box.position_x + advances(box)) for box in texts))
    return found


def advances(box: Any) -> float:
    box.pango_layout.reactivate(box.style)
    first_line, _ = box.pango_layout.get_first_line()
    return float(line_size(first_line, box.style)[0])


@pytest.mark.parametrize("language", list(COUNTING))
def test_right_to_left_lines_paint_nothing_in_the_margin_and_have_no_holes(language: str) -> None:
    for width in range(190, 240, 3):
        for row in painted(COUNTING[language], width, "rtl"):
            assert row[-1][1] == pytest.approx(width, abs=0.01)
            assert row[0][0] >= 0
            assert all(after[0] == pytest.approx(before[1], abs=0.01) for before, after in pairwise(row))


@pytest.mark.parametrize(
    "broken", ["Call us at once.\\\nThen wait.", "Call **us.**\\\n[Then](https://example.org) wait."]
)
def test_a_line_break_that_was_asked_for_is_heard_as_a_space(tmp_path, capsys, broken):
    clinic = Clinic(tmp_path / "clinic")
    path = clinic.path("eyes")
    path.write_text(f"{path.read_text()}\n{broken}\n")
    assert run(["build", "eyes", "-l", "en_GB", "-j", "1", "-C", str(clinic.root)]) == 0
    assert "does not read back" not in capsys.readouterr().out
    tags = read_tags(clinic.out / "eyes/en_GB/eyes-en_GB-large.pdf", "eyes")
    words = broken.replace("\\\n", " ").replace("**", "").replace("[Then](https://example.org)", "Then")
    assert any(words == element.text.strip() for element in tags.root.walk())
