"""Languages by the names people use, in ``polyleaf.toml`` and on the command line."""

import pytest


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
