"""Languages by the names people use, in ``polyleaf.toml`` and on the command line."""

import pytest

from polyleaf.inspecting import doctor


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


def test_two_names_of_one_language_are_told(clinic, polyleaf):
    clinic.change("toml", 'targets = ["pl", "ar"]', 'targets = ["pl", "Polish"]')
    told = polyleaf("check")
    assert told.code == 2
    assert "`targets` names pl, as “Polish”, which stands there as “pl” already" in told.err


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
