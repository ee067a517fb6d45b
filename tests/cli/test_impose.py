"""``polyleaf impose`` as a person calls it."""

import pikepdf
import pytest

from polyleaf.errors import ExitCode


@pytest.fixture
def leaflet(tmp_path, monkeypatch):
    """A file of 6 A5 pages in Arabic, in the folder one stands in."""
    monkeypatch.chdir(tmp_path)
    pdf = pikepdf.new()
    for number in range(6):
        pdf.add_blank_page(page_size=(419.53, 595.28))
        pdf.pages[-1].obj.Contents = pikepdf.Stream(pdf, f"{number * 10} 0 9 9 re f".encode())
    pdf.Root.Lang = pikepdf.String("ar")
    pdf.save("leaflet.pdf")
    return tmp_path


def test_a_booklet(polyleaf, leaflet):
    told = polyleaf("impose", "leaflet.pdf", "--sheet", "A4", inside=False)
    assert told.code == ExitCode.OK
    assert "6 pages on 2 sheets (8 places, 2 of them blank)" in told.out
    assert "bound at the right edge: its language (ar) is read from the right" in told.out
    assert "sheet 1: front 1 | 6   back blank | 2" in told.out
    assert "turned over the short edge" in told.out
    with pikepdf.open("leaflet-booklet.pdf") as pdf:
        assert len(pdf.pages) == 4
    assert "<svg" in (leaflet / "leaflet-booklet.svg").read_text()


def test_all_schemes(polyleaf, leaflet):
    for scheme, sheet in (("2up", "A4"), ("4up", "A3"), ("trifold", "SRA3"), ("zfold", "SRA3")):
        told = polyleaf(
            "impose", "leaflet.pdf", "--scheme", scheme, "--sheet", sheet, "-o", f"{scheme}.pdf", inside=False
        )
        assert told.code == ExitCode.OK, told.all
        assert (leaflet / f"{scheme}.pdf").exists()
        assert (leaflet / f"{scheme}.svg").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["leaflet.pdf", "--scheme", "4up", "--sheet", "A4"], ExitCode.USAGE, "Use --sheet A3"),
        (["leaflet.pdf", "--paper-thickness", "thick"], ExitCode.USAGE, "0.11mm"),
        (["leaflet.pdf", "--paper-thickness", "9mm"], ExitCode.USAGE, "0.11mm"),
        (["leaflet.pdf", "--scheme", "origami"], ExitCode.USAGE, "booklet"),
        (["leaflet.pdf", "-o", "leaflet.pdf"], ExitCode.USAGE, "another file"),
        (["leaflet.pdf", "-o", "sheets.txt"], ExitCode.USAGE, "ends in .pdf"),
        (["nothing.pdf"], ExitCode.FINDINGS, "nothing.pdf cannot be opened"),
        (["notes.pdf"], ExitCode.FINDINGS, "is no PDF or is damaged"),
    ],
)
def test_bad_requests_write_nothing(polyleaf, leaflet, arguments, code, words):
    (leaflet / "notes.pdf").write_text("just notes")
    before = {path: path.read_bytes() for path in leaflet.iterdir() if path.is_file()}
    told = polyleaf("impose", *arguments, inside=False)
    assert told.code == code
    assert words in told.all
    assert {path: path.read_bytes() for path in leaflet.iterdir() if path.is_file()} == before


def test_a_folder_that_cannot_be_written_to(polyleaf, leaflet):
    (leaflet / "sheets.pdf").mkdir()
    told = polyleaf("impose", "leaflet.pdf", "--sheet", "A4", "-o", "sheets.pdf/x.pdf/y.pdf", inside=False)
    assert told.code in (ExitCode.OK, ExitCode.ENVIRONMENT)
    (leaflet / "file").write_text("")
    told = polyleaf("impose", "leaflet.pdf", "--sheet", "A4", "-o", "file/y.pdf", inside=False)
    assert told.code == ExitCode.ENVIRONMENT
    assert "cannot write" in told.err
