"""The commands: what people see, and the exit status a script sees."""

from __future__ import annotations

import pytest
from tests.catalog.exchange_samples import CATALOG, HEADER, LEAFLET, Folder

from polyleaf.cli.main import run


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "project")


@pytest.fixture
def command(folder, capsys):
    def call(*arguments):
        code = run([*map(str, arguments), "-C", str(folder.root)])
        said = capsys.readouterr()
        return int(code), said.out, said.err

    return call


@pytest.mark.parametrize("style", ["xliff", "xliff2", "xlsx", "po"])
@pytest.mark.parametrize("name", ["eyes", "templates"])
def test_out_and_in_again(folder, command, tmp_path, style, name):
    out = tmp_path / "out"
    code, said, _ = command("catalog", "export", name, "-l", "pl", "--format", style, "-o", out)
    assert code == 0
    assert f"{out}: " in said
    if name == "eyes":
        assert "7 texts, 5 to do" in said
    code, said, err = command("catalog", "import", out)
    assert (code, err) == (0, "")
    assert said.endswith(": unchanged\n")
    assert folder.said == CATALOG


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.xlsx", b"PK"),
        ("a.PO", b"msgid"),
        ("a.xlf", b"<?xml"),
        ("a.xliff", b"<?xml"),
        ("a", b"<?xml"),
        ("a.txt", b"<?xml"),
    ],
)
def test_a_file_is_what_its_name_says(command, tmp_path, name, begins):
    assert command("catalog", "export", "eyes", "-l", "pl", "-o", tmp_path / name)[0] == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("name", "asked", "told"),
    [
        ("a.tmx", (), "memory export"),
        ("a.xlsx", ("--format", "po"), "--format xlsx"),
        ("a.po", ("--format", "xliff2"), "…"),
    ],
)
def test_no_file_is_named_for_what_it_is_not(command, tmp_path, name, asked, told):
    code, _, err = command("catalog", "export", "eyes", "-l", "pl", *asked, "-o", tmp_path / name)
    assert (code, told in err) == (2, True)
    assert not (tmp_path / name).exists()


def test_only_what_changed(command, tmp_path):
    _, said, _ = command("catalog", "export", "eyes", "-l", "pl", "--changed", "-o", tmp_path / "out")
    assert "5 texts, 5 to do" in said


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "teeth", "-l", "pl"), "no leaflet"),
        (("export", "eyes", "-l", "de"), "not a language of this project"),
        (("export", "eyes", "-l", "en_GB"), "written in"),
        (("export", "eyes"), "Missing option"),
    ],
)
def test_what_cannot_be_sent(command, tmp_path, arguments, told):
    code, _, err = command("catalog", *arguments, "-o", tmp_path / "out")
    assert code == 2
    assert told in err
    assert not (tmp_path / "out").exists()


def test_a_broken_reply_is_a_word_not_a_traceback(folder, command, tmp_path):
    path = tmp_path / "reply.xlf"
    path.write_text("<xliff>\n<file>", encoding="utf-8")
    code, _, err = command("catalog", "import", path)
    assert code == 2
    assert "reply.xlf:2: not well-formed XML" in err
    assert "Traceback" not in err
    code, _, err = command("catalog", "import", tmp_path / "none.xlf")
    assert code == 3
    assert "cannot read" in err


def test_open_ends_give_status_1_and_stand_there_in_full(folder, command, tmp_path):
    path = tmp_path / "reply.po"
    header = HEADER.replace("Language", "Project-Id-Version: eyes\\nLanguage")
    path.write_text(header + '\nmsgid "At home"\nmsgstr "W domu"\n\nmsgid "Gone"\nmsgstr "Nie ma"\n', encoding="utf-8")
    code, said, _ = command("catalog", "import", path, "-v")
    assert code == 1
    assert "1 new, 1 not in the leaflet" in said
    assert "source:      Gone" in said
    assert "reply:       Nie ma" in said
    assert "eyes.po: written" in said
    assert 'msgstr "W domu"' in folder.said


def test_update_fills_from_the_memory(folder, command, tmp_path):
    folder.write("leaflets/teeth/leaflet.md", LEAFLET.replace("Eyes", "Teeth").replace("X-1", "X-2"))
    code, said, _ = command("catalog", "update", "-l", "pl", "--memory", "off")
    assert code == 0
    assert "from memory" not in said
    _, said, _ = command("catalog", "update", "-l", "pl")
    assert "teeth.po: from memory 0 filled, 1 proposed (fuzzy)" in said
    assert "Name it out.tmx" in command("catalog", "memory", "export", "-o", tmp_path / "out.xlf")[2]
    code, said, _ = command("catalog", "memory", "export", "-o", tmp_path / "out.tmx")
    assert code == 0
    assert "out.tmx: 2 texts, 2 translations" in said
    assert command("catalog", "memory", "import", tmp_path / "out.tmx")[1] == (
        "translations/memory/pl.tmx: 2 new translations\n"
    )
    assert command("catalog", "memory", "export", "-o", tmp_path / "out.tmx", "-l", "ur")[0] == 2
    _, said, _ = command("catalog", "memory", "export", "-o", tmp_path / "none.tmx", "--approved")
    assert "none.tmx: 0 texts" in said
