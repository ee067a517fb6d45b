"""Languages by the names people use, in ``polyleaf.toml`` and on the command line."""

import pytest

from polyleaf.inspecting import doctor
from polyleaf.locales.table import LANGUAGES, use_folder


@pytest.mark.parametrize("written", ["Polish", "pl-PL", "POL", "język polski"])
def test_a_language_is_asked_for_by_any_of_its_names(clinic, polyleaf, written):
    told = polyleaf("catalog", "status", "-l", written)
    if written == "język polski":
        assert (told.code, "is not a language of this project" in told.err) == (2, True)
    else:
        assert told.code == 0
        assert "pl" in told.out
        assert "ar" not in told.out.split()


def test_targets_are_what_they_mean(clinic, polyleaf):
    clinic.change("toml", 'targets = ["pl", "ar"]', 'targets = ["Polish", "ar-001", "zh-CN", "pt-br"]')
    assert "zh_Hans" in polyleaf("catalog", "status").out
    assert polyleaf("check", "eyes", "-l", "Brazilian Portuguese").code == polyleaf("check", "eyes", "-l", "pt").code


def test_two_names_of_one_language_are_told_and_all_languages_built(clinic, polyleaf, quick_press):
    clinic.change("toml", 'targets = ["pl", "ar"]', 'targets = ["pl", "Polish"]')
    for command in (("check",), ("build", "eyes"), ("catalog", "status")):
        told = polyleaf(*command)
        assert told.code == 1
        assert "`targets` names pl, as “Polish”, which stands there as “pl” already" in told.all
    assert {path.split("/")[2] for path in clinic.pdfs()} == {"en_GB", "pl"}


def test_a_language_that_cannot_be_printed_is_told_and_the_others_are_built(clinic, polyleaf, quick_press):
    clinic.change("toml", 'targets = ["pl", "ar"]', 'targets = ["pl", "mn-Mong"]')
    told = polyleaf("build", "eyes")
    assert told.code == 1
    assert "mn_Mong cannot be printed: its script, Mong, is written in columns" in told.all
    assert {path.split("/")[2] for path in clinic.pdfs()} == {"en_GB", "pl"}
    assert polyleaf("build", "eyes", "-l", "mn-Mong").code == 2
    assert "cannot be printed" in polyleaf("check").out


def test_a_language_whose_font_is_not_here_is_told_and_the_others_are_built(clinic, polyleaf, monkeypatch, quick_press):
    here = doctor.font_families()
    monkeypatch.setattr(doctor, "font_families", lambda: here - {"noto naskh arabic"})
    told = polyleaf("build", "eyes")
    assert told.code == 1
    assert "Arabic cannot be printed on this computer: Noto Naskh Arabic is not installed" in told.all
    assert "apt-get install --no-install-recommends fonts-noto-core" in told.all
    assert {path.split("/")[2] for path in clinic.pdfs()} == {"en_GB", "pl"}
    monkeypatch.setattr(doctor, "font_families", lambda: here - {"noto sans"})
    assert polyleaf("build", "eyes").code == 3


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("Urdu", "Arab, from right to left"),
        ("اردو", "by: machine translation"),
        ("pt-AO", "Portuguese (Angola)"),
        ("cnh", "no words for second, minute, hour"),
        ("gaelic", "gd"),
        ("pl", "checks  have words of every kind"),
        ("Punjabi", "also    Punjabi (Shahmukhi): pa_Arab"),
        ("chinese", "also    Chinese (Traditional): zh_Hant"),
    ],
)
def test_languages_are_found_by_code_and_name(polyleaf, tmp_path, monkeypatch, word, told):
    monkeypatch.chdir(tmp_path)
    shown = polyleaf("languages", word)
    assert (shown.code, told in shown.out) == (0, True)
    assert shown.out == polyleaf("languages", "find", word).out


@pytest.mark.parametrize(("word", "code"), [("Krio", "kri"), ("Pali", "pi"), ("mongo", "lol")])
def test_the_name_of_another_language_finds_none_that_looks_like_it(polyleaf, tmp_path, monkeypatch, word, code):
    monkeypatch.chdir(tmp_path)
    told = polyleaf("languages", "find", word)
    assert told.code == 2
    assert f"Its code is {code}" in told.err


def test_a_language_without_a_file_is_found_by_a_word_of_its_name(polyleaf, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert polyleaf("languages", "find", " pidgin ").out.startswith("pcm  Nigerian Pidgin")


def test_all_languages_are_listed_outside_of_a_project(polyleaf, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines = polyleaf("languages").out.splitlines()
    assert len(lines) == len(LANGUAGES) + 1
    assert any(line.startswith("sw ") and line.endswith("Kiswahili") for line in lines)
    assert "[WORD]" in polyleaf("languages", "find", "--help").out


def test_a_language_there_is_not_is_told(polyleaf):
    shown = polyleaf("languages", "zzzz")
    assert (shown.code, "'zzzz' is a language that polyleaf does not know" in shown.err) == (2, True)


@pytest.mark.parametrize("code", ["din", "kar", "pl", "pt-AO", "en-x-easy", "mn_Mong"])
def test_a_skeleton_lacks_words_and_nothing_else(clinic, polyleaf, code):
    shown = polyleaf("languages", "new", code)
    assert shown.code == 0
    path = next((clinic.root / "languages").glob("*.toml"))
    assert shown.out.startswith(f"made languages/{path.name}")
    shelf = use_folder(path.parent)
    assert path.stem in shelf.own
    lacking = [fault.message for fault in shelf.faults(path.stem)]
    assert lacking == ["`native` still has “…” where a word belongs"] * (code in ("din", "mn_Mong"))
    again = polyleaf("languages", "new", code)
    assert (again.code, "there is already" in again.err) == (2, True)
    use_folder(None)


def test_a_skeleton_asks_for_what_is_needed(clinic, polyleaf):
    polyleaf("languages", "new", "din")
    text = (clinic.root / "languages/din.toml").read_text(encoding="utf-8")
    assert 'english = "Dinka"' in text
    for asked in (
        "native =",
        "# months =",
        "[print.units]",
        "# hour =",
        "[numbers.words]",
        "[negation]",
        "[opposites]",
    ):
        assert asked in text
    polyleaf("languages", "new", "pl")
    ours = (clinic.root / "languages/pl.toml").read_text(encoding="utf-8")
    assert ours.count("[negation]") == 1


def test_no_place_of_a_skeleton_is_printed(clinic, polyleaf):
    polyleaf("languages", "new", "din")
    path = clinic.root / "languages/din.toml"
    text = path.read_text(encoding="utf-8").replace('native = "…"', 'native = "Thuɔŋjäŋ"')
    path.write_text(text.replace("# hour =", "hour =").replace("# no =", "no ="), encoding="utf-8")
    told = [fault.message for fault in use_folder(path.parent).faults("din")]
    assert told == [f"`{key}` still has “…” where a word belongs" for key in ("print.units", "negation.no")]
    use_folder(None)


def test_what_is_no_code_makes_no_file(clinic, polyleaf):
    for code in ("../x", "Klingonisch", "", "pl pl"):
        assert polyleaf("languages", "new", code).code == 2
    assert not (clinic.root / "languages").exists()
