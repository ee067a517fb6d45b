"""A line that is known makes the same file, and is not broken again."""

from weasyprint.layout import preferred
from weasyprint.text.line_break import Layout

from polyleaf.pdf.reader import read_pdf
from polyleaf.render import font_files, known_layouts, known_lines, line_ends
from polyleaf.render.weasy import write_pdf

PAGE = """<!DOCTYPE html><html lang="de"><head><title>Augen</title><style>
@page { size: A6; margin: 10mm; @bottom-left { content: "Blatt " counter(page) } }
.narrow { width: 30mm; float: left; hyphens: auto } td { letter-spacing: 1px } u { text-decoration: underline }
b { font-variant-numeric: tabular-nums }
.cut { width: 20mm; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
.even { text-align: justify } .long { width: 8mm; overflow-wrap: anywhere } .lines { white-space: pre-wrap }
</style></head><body><h1>Augen</h1><p class="narrow">Nehmen Sie bitte Ihre Lesebrille mit.</p>
<table><tr><td>Nehmen Sie</td><td>Nehmen Sie</td></tr></table><p>Nehmen Sie <u>Nehmen Sie</u> <b>Nehmen Sie</b></p>
<figure><img alt="Auge" src="polyleaf:eye.svg"></figure>
<p class="cut">Nehmen Sie bitte Ihre Lesebrille mit.</p><p class="even">Nehmen Sie bitte Ihre Lesebrille mit, und
kommen Sie um halb zehn.</p><p class="long">Lesebrillenetui</p><p class="lines">Eins
zwei  drei</p>
<p dir="rtl" lang="ar">خذ نظارتك معك من فضلك</p>
<p>Nehmen Sie bitte Ihre Lesebrille mit, und kommen Sie um 9.30 Uhr.</p>
</body></html>"""


EYE = b'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40"><text x="5" y="20">Auge</text></svg>'


def picture(address):
    assert address == "polyleaf:eye.svg"
    return EYE, "image/svg+xml"


def test_the_file_is_the_same_and_lines_are_broken_once(tmp_path, monkeypatch):
    asked = []
    real = known_lines._split
    monkeypatch.setattr(known_lines, "_split", lambda *given: asked.append(given[0]) or real(*given))
    write_pdf(PAGE, picture, tmp_path / "known.pdf")
    once = len(asked)
    asked.clear()
    for module in (line_ends, preferred):
        name = "_split" if module is line_ends else "split_first_line"
        monkeypatch.setattr(module, name, lambda *given, **more: asked.append(given[0]) or real(*given, **more))
    write_pdf(PAGE, picture, tmp_path / "asked.pdf")
    assert (tmp_path / "known.pdf").read_bytes() == (tmp_path / "asked.pdf").read_bytes()
    assert 0 < once < len(asked)
    pages = read_pdf(tmp_path / "known.pdf", "x").pages
    assert "Auge" in [run.text for page in pages for run in page.runs], "the words of a drawing, whose style is another"


def test_what_is_painted_was_shaped_before(tmp_path, monkeypatch):
    begun = []
    real = Layout.setup
    monkeypatch.setattr(Layout, "setup", lambda self, style: begun.append(style) or real(self, style))
    write_pdf(PAGE, picture, tmp_path / "kept.pdf")
    few = len(begun)
    begun.clear()
    monkeypatch.setattr(known_lines, "keep", known_layouts.give_up)
    write_pdf(PAGE, picture, tmp_path / "again.pdf")
    assert (tmp_path / "kept.pdf").read_bytes() == (tmp_path / "again.pdf").read_bytes()
    assert len(begun) - few > 20


def test_the_files_of_fonts_are_not_copied(tmp_path, monkeypatch):
    read, seen = [], []
    real, outlines = font_files.real_data, font_files.fonts.Font.clean
    monkeypatch.setattr(font_files, "real_data", lambda *asked: read.append(real(*asked)) or read[-1])
    monkeypatch.setattr(
        font_files.fonts.Font,
        "clean",
        lambda font, *how: seen.append((font_files.has_postscript_outlines(font), font.tables)) or outlines(font, *how),
    )
    write_pdf(PAGE.replace("Augen", "Augen \u6c34"), picture, tmp_path / "eyes.pdf")
    assert max(map(len, read)) < 1_000_000, "only what is left of each"
    assert {outlined for outlined, _ in seen} == {True, False}
    assert all(outlined == ("CFF " in tables) for outlined, tables in seen)
