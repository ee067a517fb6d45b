"""Names and texts of others never command the terminal, wherever they come from and whoever prints them."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
import warnings
import zipfile

import pytest

from polyleaf.cli.main import run
from polyleaf.report.console import console
from polyleaf.report.door import one_door

COMMANDS = {
    "escape": "a\x1b[2Jb",
    "title": "a\x1b]0;owned\x07b",
    "c1": "a\x9b2Jb",
    "bell": "a\x07b",
    "override": "a\u202efdp.b",
    "isolate": "a\u2066b",
    "line": "a\u2028b\x85c",
    "bytes": "a\udcffb",
    "return": "a\rb",
}


def unsafe(said: str) -> set[str]:
    turning = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    return {
        char
        for char in said
        if char not in "\n\t"
        and (unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or unicodedata.bidirectional(char) in turning)
    }


@pytest.fixture(params=["all", *(pytest.param(one, marks=pytest.mark.slow) for one in COMMANDS)])
def name(request):
    """All of them in one name; each alone in the exhaustive runs."""
    return COMMANDS.get(request.param, "".join(COMMANDS.values()))


@pytest.fixture
def said(polyleaf):
    """Everything that commands say, each of which must be safe."""

    def said(*commands, **options):
        told = [polyleaf(*command.split("|"), **options).all for command in commands]
        assert all(told)
        for one in told:
            assert unsafe(one) == set(), ascii(one)
        return "\n".join(told)

    return said


LOOKS = ("check", "check|--format|json", "catalog|status", "catalog|status|--format|json", "catalog|update", "build")


@pytest.mark.usefixtures("quick_press")
def test_names_of_folders(clinic, said, name):
    folder = clinic.root / "leaflets" / name
    folder.mkdir()
    (folder / "leaflet.md").write_text("no front matter", encoding="utf-8")
    assert "b" in said(*LOOKS)


def test_json_names_the_folder_as_it_is(clinic, polyleaf):
    folder = clinic.root / "leaflets" / COMMANDS["override"]
    folder.mkdir()
    (folder / "leaflet.md").write_text("no front matter", encoding="utf-8")
    found = json.loads(polyleaf("check", "--format", "json").out)["findings"]
    assert f"leaflets/{folder.name}" in [one["path"] for one in found]


def test_names_of_projects(clinic, said, name):
    there = clinic.root.rename(clinic.root.with_name(name))
    clinic.root = there
    (there / "polyleaf.toml").write_text("broken", encoding="utf-8")
    said(f"check|-C|{there}", f"build|-C|{there}", inside=False)


def test_names_in_a_leaflet(clinic, said, name):
    clean = name.encode("utf-8", "replace").decode()
    text = clinic.path("eyes").read_text(encoding="utf-8")
    clinic.write(
        "eyes", text.replace("facts:", f"{clean}: 1\nfacts:") + f"\n![x]({clean}.png)\n\nSee {{{clean}}} now.\n"
    )
    said("check", "check|--format|json", "catalog|status")


def test_keys_of_the_configuration(clinic, said, name):
    clean = name.encode("utf-8", "replace").decode()
    quoted = json.dumps(clean)
    clinic.write("toml", clinic.path("toml").read_text(encoding="utf-8") + f"\n[{quoted}]\n{quoted} = {quoted}\n")
    said("check", "check|--format|json", "build")


@pytest.mark.usefixtures("quick_press")
def test_headers_and_texts_of_catalogs(clinic, said, name):
    clean = "".join(char for char in name if char >= " " and not "\ud800" <= char <= "\udfff")
    text = clinic.path("eyes.pl").read_text(encoding="utf-8")
    clinic.write("eyes.pl", text.replace("Language: pl", f"Language: {clean}"))
    said(*LOOKS)
    clinic.write("eyes.pl", text + f'\nmsgid "{clean}"\nmsgstr "{clean}"\n\nmsgid "{clean}"\nmsgstr "{{{clean}}}"\n')
    said(*LOOKS)
    clinic.write("eyes.pl", text + f'\nmsgid "{clean}"\nmsgstr "{{{clean}}}"\n')
    said(*LOOKS)


def test_a_reply(clinic, said, name, tmp_path):
    clean = "".join(char for char in name if char >= " " and not "\ud800" <= char <= "\udfff")
    head = 'msgid ""\nmsgstr "Project-Id-Version: eyes\\nLanguage: pl\\n"\n'
    reply = tmp_path / f"{name}.po"
    reply.write_text(f'{head}\n# {clean}\nmsgid "{clean}"\nmsgstr "{clean}"\n', encoding="utf-8")
    said(f"catalog|import|{reply}", f"catalog|import|{reply}|-v")
    reply.write_text(head.replace("eyes", clean), encoding="utf-8")
    said(f"catalog|import|{reply}", f"catalog|memory|import|{reply}")


def test_members_of_a_bundle(said, name, tmp_path):
    clean = name.encode("utf-8", "replace").decode()
    path = tmp_path / f"{name}.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(clean, b"x")
    said(f"verify|{path}", f"verify|{path}|--format|json", f"package|--since|{path}|-o|{tmp_path / 'new.zip'}")


def test_arguments(said, name):
    said(f"build|{name}", f"check|{name}", f"verify|{name}", f"explain|{name}", f"catalog|status|-l|{name}")
    said(
        f"{name}",
        f"check|--{name}",
        f"build|-e|{name}",
        f"preflight|{name}.pdf",
        f"catalog|import|{name}",
        inside=False,
    )


def test_tracebacks(clinic, said, name):
    clinic.write("toml", "broken")
    there = clinic.root.rename(clinic.root.with_name(name))
    said(f"check|-v|-C|{there}", inside=False)


def test_whoever_prints_is_heard_through_the_door(capsys):
    with one_door():
        print("a\x1b[2Jb\u202ec")  # noqa: T201 - as somebody else's code would
        sys.stderr.writelines(["x\x9b", "\ny"])
        warnings.showwarning("\x07", UserWarning, "\x9b", 1)
    said = capsys.readouterr()
    assert said.out == "a\\u001b[2Jb\\u202ec\n"
    assert unsafe(said.out + said.err) == set()


def test_on_a_terminal_colours_are_ours_alone(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    out = Terminal()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    with one_door():
        console().print("[bold red]failed[/] a\x1b[2Jb\u202ec")
    assert "\x1b[1;31mfailed\x1b[0m a\\u001b[2Jb\\u202ec" in out.getvalue()


def test_the_door_is_closed_behind_a_command():
    before = sys.stdout, sys.stderr
    run(["--version"])
    assert (sys.stdout, sys.stderr) == before
