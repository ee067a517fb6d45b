"""The texts of codes, as pdf.js (Firefox) judges them: it looks at no ``/ActualText``, and drops or shifts glyphs."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from unicodedata import category

import pikepdf
import pytest
from bench.readers import pdfium

from polyleaf.render.weasy import write_pdf

PAGE = "<html lang={} dir={}><title>A</title><style>html {{ font-family: {}; font-size: 18pt }}</style><p>{}"


def codes(path: Path) -> Iterator[tuple[str, ...]]:
    """Texts of the codes of each operator that shows text."""
    with pikepdf.open(path) as file:
        fonts = {}
        for name, font in file.pages[0].Resources.Font.items():
            pairs = re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]+)>", font.ToUnicode.read_bytes())
            fonts[name] = {bytes.fromhex(a.decode()): bytes.fromhex(b.decode()).decode("utf-16-be") for a, b in pairs}
        font = {}
        for operands, operator in pikepdf.parse_content_stream(file.pages[0]):
            if str(operator) == "Tf":
                font = fonts[str(operands[0])]
            if str(operator) in ("Tj", "TJ"):
                shown = operands[0] if str(operator) == "TJ" else operands
                strings = [bytes(one) for one in shown if isinstance(one, pikepdf.String)]
                yield tuple(font[one[at : at + 2]] for one in strings for at in range(0, len(one), 2))


@pytest.mark.parametrize(("lang", "font", "text"), [
    ("bn", "Noto Sans Bengali", "আপনার প্রক্রিয়াটি প্রতিটি ফ্র্যাকচার"),
    ("ta", "Noto Sans Tamil", "நீங்கள் மீண்டும்"),
])  # fmt: skip
def test_no_word_begins_with_a_glyph_that_has_a_mark_in_its_text(
    tmp_path: Path, lang: str, font: str, text: str
) -> None:
    """pdf.js takes it for one without width and sees the blank before it again behind it: "pr ocess"."""
    write_pdf(PAGE.format(lang, "ltr", font, text), lambda _: (b"", ""), tmp_path / "x.pdf")
    told = [text for shown in codes(tmp_path / "x.pdf") for text in shown]
    starts = [told[0], *(text for blank, text in pairwise(told) if blank == " ")]
    assert len(starts) == len(text.split())
    assert not [start for start in starts if any(category(letter) == "Mn" for letter in start)]
    assert "".join(told) == text


@pytest.mark.parametrize("font", ["Noto Naskh Arabic", "Noto Nastaliq Urdu"])
def test_a_joiner_is_no_text_that_pdfjs_passes_over(tmp_path: Path, font: str) -> None:
    write_pdf(PAGE.format("fa", "rtl", font, "می‌کند"), lambda _: (b"", ""), tmp_path / "x.pdf")
    joiners = [text for shown in codes(tmp_path / "x.pdf") for text in shown if "\u200c" in text]
    assert joiners
    assert not [text for text in joiners if category(text[-1]) == "Cf"]


def test_a_chinese_font_keeps_its_plain_encoding_with_both_kinds_of_blank(tmp_path: Path) -> None:
    """With an encoding CMap in the file, pypdf and pdfminer read letters of other numbers."""
    entry = "<table width=100%><tr><td>手术 前&nbsp;<td style='text-align: end'><bdi class=on-page>4</bdi></table>"
    write_pdf(PAGE.format("zh-Hans", "ltr", "Noto Sans CJK SC", entry), lambda _: (b"", ""), tmp_path / "x.pdf")
    with pikepdf.open(tmp_path / "x.pdf") as file:
        assert [str(font.Encoding) for font in file.pages[0].Resources.Font.values()] == ["/Identity-H"]


def test_pdfium_keeps_a_blank_that_a_letter_with_a_mark_hangs_over(tmp_path: Path) -> None:
    write_pdf(PAGE.format("ta", "ltr", "Noto Sans Tamil, Noto Sans", "எண் A"), lambda _: (b"", ""), tmp_path / "x.pdf")
    assert pdfium(tmp_path / "x.pdf") == ["எண் A"]
