"""A small clinic's leaflets in a folder of their own, and the commands as a person calls them."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests.building import tricks

from polyleaf.building import build as build_module
from polyleaf.cli.main import run

CLINIC = Path(__file__).parents[1] / "projects" / "clinic"


class Clinic:
    """The folder, with short ways to change what is in it."""

    def __init__(self, root):
        self.root = root
        self.out = root / "dist"
        self.good = {}
        shutil.copytree(CLINIC, root)

    def path(self, name):
        """A file; ``eyes``, ``eyes.pl`` and ``toml`` are short for what they sound like."""
        leaflet, _, locale = name.partition(".")
        if locale in ("pl", "ar"):
            return self.root / f"translations/{locale}/LC_MESSAGES/{leaflet}.po"
        if name in ("eyes", "teeth"):
            return self.root / f"leaflets/{name}/leaflet.md"
        return self.root / ("polyleaf.toml" if name == "toml" else name)

    def write(self, name, content):
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def change(self, name, old, new):
        """Replace what stands in a file exactly once; return the line (from 1) it begins in."""
        path = self.path(name)
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def files(self):
        """Every file under the project with its bytes."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file()
        }

    def pdfs(self):
        return {name: data for name, data in self.files().items() if name.endswith(".pdf")}


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
    monkeypatch.setattr(build_module, "warm_up", lambda *_: None)
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
