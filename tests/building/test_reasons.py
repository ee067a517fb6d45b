"""``build --explain``: why each file is made, in words, with the place where there is one."""

import datetime
import re

import pytest
from tests.workers import tricks

from polyleaf.building import build as build_module
from polyleaf.building.build import build
from polyleaf.building.plan import BuildRequest
from polyleaf.workspace import Workspace

CATALOG = "translations/pl/LC_MESSAGES/eyes.po"


class Listener:
    """Keeps what it is told of one file."""

    def __init__(self):
        self.reasons = []

    def explained(self, path, reasons):
        assert path == "eyes/pl/eyes-pl-large.pdf"
        self.reasons += reasons

    def found(self, findings): ...
    def started(self, total, unchanged): ...
    def finished(self, result, findings): ...
    def refused(self, failed): ...
    def note(self, text): ...


@pytest.fixture
def why(folder, monkeypatch, tmp_path):
    monkeypatch.setattr(build_module, "make", tricks.print_page)
    monkeypatch.setenv("POLYLEAF_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("POLYLEAF_CACHE_LIMIT", "10")

    def why(**wishes):
        request = BuildRequest(folder.out, ("eyes",), ("pl",), ("large",), jobs=1, explain=True, **wishes)
        listener = Listener()
        build(Workspace(folder.read(), datetime.date(2027, 1, 1)), request, listener)
        return listener.reasons

    return why


def test_first_and_by_force(why, folder):
    assert why() == ["it was not made before"]
    assert why() == []
    assert why(force=True) == ["--force makes every file"]
    (folder.out / "eyes/pl/eyes-pl-large.pdf").write_bytes(b"other")
    assert why() == ["the file is not as it was made: somebody changed it"]
    (folder.out / "eyes/pl/eyes-pl-large.pdf").unlink()
    assert why() == ["the file is gone"]


def test_what_people_write(why, folder):
    folder.write("leaflets/eyes/leaflet.md", (folder.root / "leaflets/eyes/leaflet.md").read_text() + "\n")
    why()
    written = (folder.root / CATALOG).read_text(encoding="utf-8")
    line = written[: written.index("Zabierz")].count("\n") + 1
    folder.write(CATALOG, "# A note of the translator.\n" + written.replace("Zabierz", "Weź", 1))
    [told] = why()
    found = re.fullmatch(rf"{CATALOG}:(\d+): the translation of “(.+)” was changed", told)
    assert found
    assert line <= int(found[1]) <= line + 1
    assert found[2] in written

    path = "leaflets/eyes/leaflet.md"
    text = (folder.root / path).read_text(encoding="utf-8")
    folder.write(path, f"{text}\nCome early.\n")
    assert why() == [f"{path}:{text.count(chr(10)) + 2} was changed"]

    folder.write("templates/css/boxes.css", ".box { color: black }\n.box p { color: black }\n")
    assert why() == ["templates/css/boxes.css is new"]
    folder.write("templates/css/boxes.css", ".box { color: black }\n.box p { color: navy }\n")
    assert why() == ["templates/css/boxes.css:2 was changed"]
    (folder.root / "templates/css/boxes.css").unlink()
    assert why() == ["templates/css/boxes.css is gone"]


def test_settings_and_programs(why, folder, monkeypatch):
    why()
    text = (folder.root / "polyleaf.toml").read_text()
    folder.write("polyleaf.toml", f'{text}\n[contacts.night]\nname = "Night ward"\nphone = "01632 960 555"\n')
    place = text.count("\n") + 2
    assert why() == [f"polyleaf.toml:{place}: [contacts.night] is new"]
    monkeypatch.setattr("polyleaf.building.digests.versions", lambda: {"weasyprint": "99.0"})
    assert any(re.fullmatch(r"weasyprint \S+ became 99\.0", one) for one in why())


def test_without_a_memory_it_says_so(why, folder, monkeypatch, tmp_path):
    why()
    monkeypatch.setenv("POLYLEAF_CACHE", str(tmp_path / "another"))
    folder.write("templates/css/boxes.css", ".box { color: black }\n")
    assert why() == ["something it is made from has changed; what that was is not remembered on this computer"]
