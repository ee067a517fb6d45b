"""What people type instead of a command: habits of other programs, slips of the keyboard, signs of word processors."""

import pytest

from polyleaf.errors import ExitCode


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("status", "polyleaf catalog status"),
        ("statsu", "polyleaf catalog status"),
        ("biuld", "polyleaf build"),
        ("Build", "polyleaf build"),
        ("chekc", "polyleaf check"),
        ("update", "polyleaf catalog update"),
        ("catalog statsu", "polyleaf catalog status"),
        ("catalog build", "polyleaf build"),
        ("catalog-status", "polyleaf catalog status"),
        ("catalog memory status", "polyleaf catalog status"),
        ("catalog memory exprot", "polyleaf catalog memory export"),
        ("help biuld", "polyleaf build"),
        ("help catalog statsu", "polyleaf catalog status"),
        ("catalog help statsu", "polyleaf catalog status"),
        ("version", "polyleaf --version"),
    ],
)
def test_the_command_that_was_meant_is_named(polyleaf, typed, meant):
    told = polyleaf(*typed.split(), inside=False)
    assert told.code == ExitCode.USAGE
    assert f"Did you mean: {meant}?" in told.err


def test_a_word_that_is_near_to_nothing_leads_to_the_help(polyleaf):
    told = polyleaf("frobnicate", inside=False)
    assert told.code == ExitCode.USAGE
    assert "There is no command 'frobnicate'. Try: polyleaf help" in told.err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("build --relase", "--release"),
        ("build --locales=pl", "--locale"),
        ("catalog status --formt json", "--format"),
        ("build -release", "Did you mean --release?"),
        ("build -out print", "Did you mean --out?"),
        ("check -locale=pl", "Did you mean --locale?"),
        ("build –release", "Did you mean --release?"),
        ("build —locale pl", "Did you mean --locale?"),
        ("build --draft", "Leave it out"),
        ("build −l pl", "Did you mean -l?"),
        ("catalog status –l pl", "Did you mean -l?"),
        ("catalog –help", "Did you mean --help?"),
        ("–version", "Did you mean --version?"),
        ("build –zzz", "Type a hyphen."),
        ("-l pl build", "-l stands after the command: polyleaf build -l"),
        ("catalog --locale=pl status", "--locale stands after the command: polyleaf catalog status --locale"),
        ("catalog approve eyes -l pl --translator “Anna Nowak”", "Type straight ones"),
    ],
)
def test_the_option_that_was_meant_is_named(clinic, polyleaf, typed, meant):
    before = clinic.files()
    told = polyleaf(*typed.split())
    assert told.code == ExitCode.USAGE
    assert meant in told.err
    assert clinic.files() == before


def test_dashes_inside_a_value_are_the_writers(clinic, polyleaf):
    people = ("--translator", "– Anna –", "--reviser", "“Jan”", "--clinician", "Ewa—Zych")
    told = polyleaf("catalog", "approve", "eyes", "-l", "pl", *people)
    assert "word processor" not in told.err


@pytest.mark.parametrize("typed", ["build", "catalog status", "catalog memory export"])
def test_help_is_that_of_the_command(polyleaf, typed):
    first, *rest = typed.split()
    asked = [("help", *typed.split())] + ([(first, "help", *rest)] if rest else [])
    expected = polyleaf(*typed.split(), "--help", inside=False)
    for words in asked:
        told = polyleaf(*words, inside=False)
        assert (told.code, told.out) == (ExitCode.OK, expected.out)


def test_help_alone_shows_what_there_is(polyleaf):
    assert polyleaf("help", inside=False).out == polyleaf("--help", inside=False).out


@pytest.mark.parametrize("place", ["before", "between", "after"])
def test_the_folder_may_stand_anywhere(clinic, polyleaf, place):
    folder = ("-C", str(clinic.root))
    words = {
        "before": (*folder, "catalog", "status"),
        "between": ("catalog", *folder, "status"),
        "after": ("catalog", "status", *folder),
    }[place]
    told = polyleaf(*words, inside=False)
    assert told.code == ExitCode.OK
    assert "eyes" in told.out


def test_the_folder_that_stands_last_counts(clinic, polyleaf, tmp_path):
    told = polyleaf("-C", str(tmp_path / "elsewhere"), "catalog", "status", "-C", str(clinic.root), inside=False)
    assert told.code == ExitCode.OK


def test_a_command_without_a_project_says_so(polyleaf, tmp_path):
    told = polyleaf("-C", str(tmp_path), "init", str(tmp_path / "mine"), inside=False)
    assert told.code == ExitCode.USAGE
    assert "polyleaf init works on no project: leave out -C." in told.err
    assert not (tmp_path / "mine").exists()
