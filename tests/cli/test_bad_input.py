"""Bad leaflets and settings: the place and the way out are told, the other leaflets are built, nothing is lost."""

import os

import pytest
from tests.pictures.png_files import png

from polyleaf.errors import ExitCode

pytestmark = pytest.mark.usefixtures("quick_press")

FIGURE = "images/eye.svg\n"


def spoil(old, new):
    return lambda clinic: clinic.change("eyes", old, new)


def spoil_at(line, old, new):
    """A fault that shows elsewhere than where it was made."""
    return lambda clinic: clinic.change("eyes", old, new) and line


def picture(name, data=None):
    def change(clinic):
        if data is not None:
            clinic.write(f"leaflets/eyes/{name}", data)
        return clinic.change("eyes", FIGURE, f"{name}\n")

    return change


def linked_picture(clinic):
    outside = clinic.root.parent / "secret.svg"
    outside.write_bytes((clinic.root / "leaflets/eyes/images/eye.svg").read_bytes())
    (clinic.root / "leaflets/eyes/images/link.svg").symlink_to(outside)
    return clinic.change("eyes", FIGURE, "images/link.svg\n")


def outside_leaflet(clinic):
    folder = clinic.root / "leaflets/eyes"
    folder.rename(clinic.root.parent / "elsewhere")
    folder.symlink_to(clinic.root.parent / "elsewhere")


def outside_text(clinic):
    file = clinic.root / "leaflets/eyes/leaflet.md"
    file.rename(clinic.root.parent / "elsewhere.md")
    file.symlink_to(clinic.root.parent / "elsewhere.md")


BAD_LEAFLETS = {
    "yaml anchor": (spoil("title: Eye test", "title: &a Eye test"), "anchors"),
    "yaml tabs": (spoil("summary: What", "\tsummary: What"), "tab"),
    "unknown key": (spoil("owner: Eye ward", "ownr: Eye ward"), "Did you mean `owner`"),
    "a key is missing": (spoil_at(1, "code: EYE-1\n", ""), "`code`"),
    "a date that is none": (spoil("2026-01-01", "2026-02-30"), "published"),
    "front matter without end": (spoil_at(1, "---\n## Before", "## Before"), "---"),
    "unknown contact": (spoil("[ward]", "[wrad]"), "ward"),
    "unknown fence": (spoil(":::{risks}", ":::{riks}"), "risks"),
    "fence without end": (
        spoil(":::{risks}\n{infection}\n: The eye gets sore.\n:::", ":::{risks}\n{infection}\n: Sore."),
        ":::",
    ),
    "unknown placeholder": (spoil("for {fasting}", "for {fastin}"), "fasting"),
    "raw html": (spoil("Do not eat", "<script>x</script>"), "HTML"),
    "zip": (lambda clinic: clinic.write("eyes", b"PK\x03\x04\x14\x00") and 1, "polyleaf import"),
    "rich text": (lambda clinic: clinic.write("eyes", b"{\\rtf1\\ansi Hello}") and 1, "rich text"),
    "utf-16 without its mark": (
        lambda clinic: clinic.write("eyes", "---\ntitle: x\n".encode("utf-16-le")) and 1,
        "UTF-16",
    ),
    "conflict marks": (spoil("## Risks", "<<<<<<< ours\n## Risks\n=======\n## Harm\n>>>>>>> theirs"), "conflict"),
    "not utf-8": (lambda clinic: clinic.write("eyes", b"---\ntitle: Caf\xe9\n---\n") and 2, "UTF-8"),
    "utf-16": (lambda clinic: clinic.write("eyes", "---\ntitle: x\n".encode("utf-16")) and 1, "UTF-16"),
    "nul": (lambda clinic: clinic.write("eyes", b"---\ntitle: \0\n") and 2, "NUL"),
    "empty": (lambda clinic: clinic.write("eyes", b"") and None, "---"),
    "picture missing": (picture("images/ear.svg"), "ear.svg"),
    "picture above": (picture("../../../secret.svg"), "secret.svg"),
    "picture absolute": (picture("/etc/passwd.svg"), "passwd"),
    "picture by link": (linked_picture, "link.svg"),
    "not a picture": (picture("images/notes.png", b"Dear diary"), "notes.png"),
    "picture bomb": (picture("images/bomb.png", png(50_000, 50_000)), "bomb.png"),
    "picture that reads files": (
        picture(
            "images/spy.svg",
            b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>',
        ),
        "spy.svg",
    ),
    "link out of the project": (outside_leaflet, "leads out of the project"),
    "text that is a link out of the project": (outside_text, "The file is a link that leads out of the project"),
}


PRINTED = {
    "yaml anchor",
    "yaml tabs",
    "unknown key",
    "a key is missing",
    "a date that is none",
    "front matter without end",
    "empty",
    "not utf-8",
    "utf-16",
    "utf-16 without its mark",
    "nul",
    "unknown contact",
    "unknown fence",
    "fence without end",
    "unknown placeholder",
    "raw html",
    "picture missing",
    "picture above",
    "picture absolute",
    "picture by link",
    "not a picture",
    "picture bomb",
    "picture that reads files",
}
"""What a draft shows all the same: the place is easier to see on a page."""


@pytest.mark.parametrize(
    ("change", "word"),
    [case for name, case in BAD_LEAFLETS.items() if name in PRINTED],
    ids=[name for name in BAD_LEAFLETS if name in PRINTED],
)
def test_a_draft_of_a_bad_leaflet_is_printed_and_its_release_is_not(clinic, polyleaf, change, word):
    line = change(clinic)
    draft = polyleaf("build")
    assert draft.code == ExitCode.OK
    assert " 0 failed" in draft.out
    release, check = polyleaf("build", "eyes", "-l", "en_GB", "--release"), polyleaf("check")
    assert release.code == check.code == ExitCode.FINDINGS
    for told in (draft, release, check):
        assert word in told.out
        assert "-> " in told.out
        assert "leaflets/eyes" in told.out
        if line is not None:
            assert f"leaflets/eyes/leaflet.md:{line}" in told.out


@pytest.mark.parametrize(
    ("change", "word"),
    [case for name, case in BAD_LEAFLETS.items() if name not in PRINTED],
    ids=[name for name in BAD_LEAFLETS if name not in PRINTED],
)
def test_a_bad_leaflet_is_told_and_the_others_are_built(clinic, polyleaf, change, word):
    assert polyleaf("build").code == ExitCode.OK
    good = clinic.pdfs()
    line = change(clinic)
    clinic.change("teeth", "Tooth check", "Teeth")

    told = polyleaf("build")

    assert told.code == ExitCode.FINDINGS
    assert "leaflets/eyes" in told.out
    if line is not None:
        assert f"leaflets/eyes/leaflet.md:{line}" in told.out
    assert word in told.out
    assert "-> " in told.out
    assert "3 built, 0 unchanged, 1 failed" in told.out
    now = clinic.pdfs()
    assert now.keys() == good.keys()
    assert {name for name in good if good[name] != now[name]} == {name for name in good if "/teeth/" in name}
    assert not list(clinic.out.glob(".*"))

    told = polyleaf("check")
    assert told.code == ExitCode.FINDINGS
    assert word in told.out


def test_every_fault_of_a_leaflet_is_told_at_once(clinic, polyleaf):
    lines = [clinic.change("eyes", "{fasting}", "{x}"), clinic.change("eyes", FIGURE, "images/ear.svg\n")]
    told = polyleaf("build", "eyes")
    for line in lines:
        assert f"leaflets/eyes/leaflet.md:{line}" in told.out


BAD_SETTINGS = {
    "syntax": ('name = "Example Clinic"', "name = “Example Clinic”", "straight"),
    "unknown key": ('source = "en_GB"', 'sorce = "en_GB"', "source"),
    "unknown table": ("[editions.large]", "[edition.large]", "editions"),
    "unknown locale": ('"pl", "ar"', '"pl", "xx_YY"', "xx_YY"),
    "unknown paper": ('"A4"', '"A44"', "A4"),
    "a size that is none": ('"18pt"', '"huge"', "size"),
    "edition that leaves": ("[editions.large]", '[editions."../large"]', "../large"),
    "contact twice": ("[languages]", '[contacts.ward]\nname = "X"\n[languages]', "twice"),
    "conflict marks": (
        'source = "en_GB"',
        '<<<<<<< a\nsource = "en_GB"\n=======\nsource = "pl"\n>>>>>>> b',
        "conflict",
    ),
}


@pytest.mark.parametrize(("old", "new", "word"), BAD_SETTINGS.values(), ids=BAD_SETTINGS)
@pytest.mark.parametrize("command", ["build", "check", "catalog update", "doctor"])
def test_bad_settings_stop_every_command_before_it_touches_a_file(clinic, polyleaf, old, new, word, command):
    line = clinic.change("toml", old, new)
    before = clinic.files()
    told = polyleaf(*command.split())
    assert told.code == ExitCode.USAGE
    assert told.err.startswith("polyleaf: polyleaf.toml:")
    assert abs(int(told.err.split(":")[2]) - line) <= 2
    assert word in told.err
    assert "-> " in told.err
    assert clinic.files() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("build", "eye"), ("eye", "Did you mean eyes?")),
        (("build", "../eyes"), ("../eyes", "Did you mean eyes?")),
        (("build", "/etc"), ("/etc", "eyes, teeth")),
        (("build", "eyes/../../x"), ("eyes/../../x",)),
        (("build", "-e", "larg"), ("larg", "Did you mean large?")),
        (("build", "-j", "-1"), ("-j",)),
        (("check", "-l", "de"), ("de", "pl")),
        (("check", "tooth"), ("tooth", "Did you mean teeth?")),
        (("catalog", "status", "-l", "de"), ("de", "pl")),
        (("catalog", "update", "eyess"), ("eyess", "Did you mean eyes?")),
        (("new", "../teeth"), ("../teeth", "hip-replacement")),
        (("new", "eyes"), ("eyes", "another name")),
        (("new", "templates"), ("templates", "another name")),
    ],
)
def test_unknown_words_are_told_with_the_nearest(clinic, polyleaf, arguments, words):
    before = clinic.files()
    told = polyleaf(*arguments)
    assert told.code == ExitCode.USAGE
    for word in words:
        assert word in told.err
    assert clinic.files() == before


def test_unknown_commands_and_options(polyleaf):
    assert polyleaf("biuld", inside=False).code == ExitCode.USAGE
    assert polyleaf("build", "--larg").code == ExitCode.USAGE
    assert polyleaf("explain", "source/mising-alt", inside=False).code == ExitCode.USAGE


def test_no_project(polyleaf, tmp_path):
    told = polyleaf("build", "-C", tmp_path, inside=False)
    assert told.code == ExitCode.USAGE
    assert "polyleaf init" in told.err


def test_a_faulty_leaflet_in_the_folder_does_not_trouble_a_build_of_another(clinic, polyleaf):
    clinic.write("eyes", "broken")
    told = polyleaf("build", "teeth")
    assert told.code == ExitCode.OK
    assert "eyes" not in told.all


def test_a_leaflet_file_that_is_a_pipe_does_not_hang(clinic, polyleaf):
    clinic.path("eyes").unlink()
    os.mkfifo(clinic.path("eyes"))
    told = polyleaf("build")
    assert told.code == ExitCode.FINDINGS
    assert "is missing or is not a file" in told.out


@pytest.mark.parametrize("command", ["extract", "update", "impact", "status"])
def test_a_catalog_command_says_which_leaflet_it_passed_over(clinic, polyleaf, command):
    clinic.write("teeth", "---\ntitle: [Teeth\n---\nText.\n")
    before = clinic.files()
    told = polyleaf("catalog", command)
    assert "leaflets/teeth/leaflet.md:" in told.all
    assert told.code == ExitCode.FINDINGS
    after = clinic.files()
    assert {name: after[name] for name in before if name.endswith(".po") and "teeth" in name} == {
        name: data for name, data in before.items() if name.endswith(".po") and "teeth" in name
    }
