"""A small clinic's leaflets in a folder of their own, and the commands as a person calls them."""

from dataclasses import dataclass

import pikepdf
import pypdfium2
import pytest
from tests.projects.folder import Clinic
from tests.workers import tricks

from polyleaf.building import build as build_module
from polyleaf.cli.main import run


@dataclass(frozen=True)
class Told:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def all(self):
        return self.out + self.err


@pytest.fixture
def clinic(tmp_path):
    return Clinic(tmp_path / "clinic")


@pytest.fixture
def polyleaf(clinic, capsys):
    """Calls a command on the clinic; nobody ever sees a traceback without ``-v``."""

    def polyleaf(*arguments, inside=True):
        capsys.readouterr()
        place = ["-C", str(clinic.root)] if inside else []
        code = run([*map(str, arguments), *place])
        told = Told(int(code), *capsys.readouterr())
        if not {"-v", "--verbose"} & set(arguments):
            assert "Traceback" not in told.all
        return told

    return polyleaf


@pytest.fixture
def quick_press(monkeypatch):
    """A press that takes no time, in this process."""
    monkeypatch.setattr(build_module, "make", tricks.print_page)
    monkeypatch.setattr("polyleaf.building.ahead.warm_up", lambda *_: None)
    monkeypatch.setattr("polyleaf.building.plan.BuildRequest.workers", 1)


@pytest.fixture
def pdf_text(clinic):
    """The words on the pages of a built file, and the addresses its links lead to."""

    def pdf_text(leaflet, locale, edition="large"):
        path = clinic.out / leaflet / locale / f"{leaflet}-{locale}-{edition}.pdf"
        with pikepdf.open(path) as pdf:
            notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
            links = [str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})]
        with pypdfium2.PdfDocument(path) as document:
            return "\n".join(page.get_textpage().get_text_bounded() for page in document), links

    return pdf_text
