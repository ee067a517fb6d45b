"""Language files of a project: used, told, and never in the way of other languages."""

import pytest

from polyleaf.locales.shared import BUILT_IN
from polyleaf.locales.table import use_folder

POLISH = (BUILT_IN / "pl.toml").read_text(encoding="utf-8")
FAULTY = 'english = "Icelandic"\nnative = "Íslenska"\nscript = "Latin"\n\n[print]\nquotes = ["„", "“", "‚", "‘"]\n'
TOLD = "languages/is.toml:3: `script` is 'Latin', which is no script that polyleaf knows"


@pytest.fixture(autouse=True)
def _own_files_are_forgotten():
    yield
    use_folder(None)


@pytest.fixture
def faulty(clinic):
    clinic.write("languages/is.toml", FAULTY)
    clinic.change("toml", 'targets = ["pl", "ar"]', 'targets = ["pl", "is", "ar"]')
    return clinic


def test_a_language_of_its_own_is_printed_by_its_file(clinic, polyleaf, pdf_text):
    units = '\n[print.units]\nhour = { one = "{0} stund", other = "{0} stundir" }\n'
    clinic.write("languages/is.toml", FAULTY.replace("Latin", "Latn") + units)
    clinic.change("toml", 'targets = ["pl", "ar"]', 'targets = ["pl", "is", "ar"]')
    clinic.write("leaflets/eyes/leaflet.md", clinic.path("eyes").read_text(encoding="utf-8") + "\n## Wait\n\n{wait}\n")
    clinic.change("eyes", "facts:\n", "facts:\n  wait: {quantity: 3, unit: hour}\n")
    assert polyleaf("build", "eyes", "-l", "is").code == 0
    assert "3 stundir" in pdf_text("eyes", "is")[0].replace("\u00a0", " ")
    told = polyleaf("check", "eyes", "-l", "is", "-v").out
    assert "no words for numbers, " in told
    assert "is: no words for numbers, " in polyleaf("catalog", "status").out


def test_a_faulty_file_stops_its_own_language_alone(faulty, polyleaf, quick_press):
    told = polyleaf("build")
    assert told.code == 1
    assert TOLD in told.all
    assert {path.split("/")[2] for path in faulty.pdfs()} == {"en_GB", "pl", "ar"}


def test_others_are_built_as_if_it_were_not_there(faulty, polyleaf, quick_press):
    told = polyleaf("build", "-l", "pl")
    assert (told.code, TOLD in told.all) == (0, False)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("DIN.toml", "din.toml"), ("din-SS.toml", "din_SS.toml"), ("Krio.toml", "kri.toml"), ("din.toml.txt", "din.toml")],
)
def test_a_file_that_nobody_reads_for_its_name_is_told(clinic, polyleaf, name, meant):
    clinic.write(f"languages/{name}", FAULTY)
    told = polyleaf("check", "eyes").all
    assert f"languages/{name}: error: The name of this file is no code of a language" in told
    assert f"Name it {meant}" in told


@pytest.mark.parametrize(
    "command",
    [["build", "-l", "is"], ["check", "-l", "is"], ["build", "--bilingual", "is"], ["catalog", "status", "-l", "is"]],
)
def test_who_asks_for_it_is_told_why_not(faulty, polyleaf, command):
    told = polyleaf(*command)
    assert told.code == 2
    assert TOLD in told.err
    assert "Did you mean 'Latn'?" in told.err


def test_check_and_status_tell_it(faulty, polyleaf):
    told = polyleaf("check")
    assert told.code == 1
    assert f"{TOLD} [source/language-file-faulty]" in told.out.replace(": error:", ":")
    told = polyleaf("catalog", "status")
    assert (told.code, TOLD in told.out) == (1, True)


def test_a_faulty_file_of_the_source_language_stops_everything(clinic, polyleaf):
    clinic.write("languages/en_GB.toml", "english = 1\n")
    told = polyleaf("build")
    assert told.code == 2
    assert "languages/en_GB.toml:1: `english` is not text" in told.err


def test_a_file_in_front_of_ours_is_used_and_noted(clinic, polyleaf, quick_press):
    assert "2 built" in polyleaf("build", "-l", "pl").all
    assert "0 built, 2 unchanged" in polyleaf("build", "-l", "pl").all
    clinic.write("languages/pl.toml", POLISH.replace('native = "Polski"', 'native = "Po polsku"'))
    assert "2 built" in polyleaf("build", "-l", "pl").all
    told = polyleaf("check", "-v").out
    assert "languages/pl.toml: note: this file takes the place of polyleaf's own for Polish" in told
    assert "takes the place" not in polyleaf("check").out


def test_a_file_that_is_not_asked_for_is_looked_through_too(clinic, polyleaf, quick_press):
    clinic.write("languages/fi.toml", FAULTY)
    assert "languages/fi.toml:3" in polyleaf("check").out
    assert polyleaf("build", "-l", "pl").code == 0


def test_a_language_that_cldr_does_not_know(clinic, polyleaf):
    clinic.write("languages/kar.toml", FAULTY.replace("Latin", "Latn"))
    clinic.change("toml", 'targets = ["pl", "ar"]', 'targets = ["pl", "kar", "ar"]')
    assert polyleaf("build", "eyes", "-l", "kar").code == 0


def test_a_link_out_of_the_project_is_not_followed(clinic, polyleaf, tmp_path):
    outside = tmp_path / "is.toml"
    outside.write_text(FAULTY.replace("Latin", "Latn"), encoding="utf-8")
    (clinic.root / "languages").mkdir()
    (clinic.root / "languages/is.toml").symlink_to(outside)
    assert "leads out of its folder" in polyleaf("check").out


SMALL = 'english = "Sylheti"\nnative = "সিলেটি"\nscript = "Beng"\n\n[print.units]\nhour = "{0} ঘণ্টা"\n'


def test_a_language_that_nobody_else_has_is_printed_by_other_processes_too(clinic, polyleaf, pdf_text):
    clinic.write("languages/syl.toml", SMALL)
    clinic.change("toml", 'targets = ["pl", "ar"]', 'targets = ["pl", "syl", "ar"]')
    told = polyleaf("build", "-j", "2")
    assert "Unknown locale" not in told.all
    assert [path for path in clinic.pdfs() if "/syl/" in path]
    assert "সিলেটি" in pdf_text("eyes", "syl")[0]


@pytest.mark.parametrize("name", ["._syl.toml", "~$syl.toml", ".#syl.toml", ".syl.toml.swp"])
def test_what_systems_and_editors_leave_beside_a_file_is_no_language(clinic, polyleaf, name):
    clinic.write("languages/syl.toml", SMALL)
    clinic.write(f"languages/{name}", "\0\5\x16\7")
    assert f"languages/{name}" not in polyleaf("check", "eyes").all
