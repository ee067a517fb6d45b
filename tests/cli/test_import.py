"""``polyleaf import`` as an officer calls it."""

import pytest
from docx import Document
from tests.importing.word_files import word_file

from polyleaf.errors import ExitCode


@pytest.fixture
def document(tmp_path):
    def document(name, called=None):
        path = tmp_path / (called or f"{name}.docx")
        path.write_bytes(word_file(name))
        return path

    return document


def text_of(clinic, name):
    return clinic.path(f"leaflets/{name}/leaflet.md").read_text(encoding="utf-8")


def test_a_word_file_becomes_a_leaflet(clinic, polyleaf, document):
    told = polyleaf("import", document("facts"))
    assert told.code == ExitCode.OK
    assert "made leaflets/facts/leaflet.md: Numbers" in told.out
    assert "leaflets/facts/leaflet.md:11: “6 hours” -> hour: {quantity: 6, unit: hour}" in told.out
    assert "Do not eat for 6 hours." in text_of(clinic, "facts").split("\n")[10]
    assert polyleaf("check", "facts", "-l", "en_GB").code == ExitCode.FINDINGS  # its code, its owner, its numbers
    assert polyleaf("catalog", "extract").code == ExitCode.OK


def test_facts_are_taken_at_once(clinic, polyleaf, document):
    assert polyleaf("import", document("facts"), "--facts", "take").code == ExitCode.OK
    assert "Do not eat for {hour}." in text_of(clinic, "facts")
    assert "“2” is typed" in polyleaf("check", "facts", "-l", "en_GB").all  # the one that was not sure


@pytest.mark.slow
def test_pictures_come_along_and_names_are_made(clinic, polyleaf, document):
    told = polyleaf("import", document("pictures", "Knie – Übersicht (v2).docx"))
    assert "made leaflets/knie-ubersicht-v2/leaflet.md and 1 picture" in told.out
    assert clinic.path("leaflets/knie-ubersicht-v2/images/picture-1.png").is_file()


def test_a_leaflet_is_never_replaced(clinic, polyleaf, document):
    path = document("facts")
    polyleaf("import", path)
    before = text_of(clinic, "facts")
    told = polyleaf("import", path)
    assert told.code == ExitCode.USAGE
    assert "already a leaflet facts" in told.err
    assert text_of(clinic, "facts") == before
    assert polyleaf("import", path, "--as", "other-facts").code == ExitCode.OK


def test_one_bad_file_does_not_stop_the_others(clinic, polyleaf, document, tmp_path):
    bad = tmp_path / "old.doc"
    bad.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    told = polyleaf("import", bad, document("list_styles"))
    assert told.code == ExitCode.FINDINGS
    assert "old kind (.doc)" in told.err
    assert "- Your glasses" in text_of(clinic, "list-styles")
    assert polyleaf("import", bad).code == ExitCode.USAGE
    assert not clinic.path("leaflets/old").exists()


def test_a_name_of_other_letters_needs_one(polyleaf, document):
    told = polyleaf("import", document("facts", "ركبة.docx"))
    assert told.code == ExitCode.USAGE
    assert "--as" in told.err


def test_two_leaflets_brought_in_have_two_codes(clinic, polyleaf, document):
    polyleaf("import", document("facts"), document("list_styles"))
    codes = [text_of(clinic, name).split("code: ")[1].split("\n")[0] for name in ("facts", "list-styles")]
    assert len(set(codes)) == 2


def test_a_leaflet_that_cannot_be_written_leaves_nothing(clinic, polyleaf, document, monkeypatch):
    from polyleaf.importing import placing  # noqa: PLC0415 - here alone

    real = placing.write_atomic

    def full(path, data):
        if path.suffix == ".md":
            raise OSError(28, "No space left on device")
        real(path, data)

    monkeypatch.setattr(placing, "write_atomic", full)
    assert polyleaf("import", document("pictures")).code == ExitCode.ENVIRONMENT
    assert not clinic.path("leaflets/pictures").exists()


@pytest.mark.slow
def test_every_habit_builds_as_a_draft(clinic, polyleaf, document):
    from tests.importing.word_files import MAKERS  # noqa: PLC0415 - here alone

    names = [name for name in MAKERS if name != "right_to_left"]  # another language than the project's
    polyleaf("import", *map(document, names), "--facts", "take")
    told = polyleaf("build", *(name.replace("_", "-") for name in names), "-l", "en_GB", "-e", "large")
    assert " 0 failed" in told.all


@pytest.mark.slow
def test_a_leaflet_goes_out_and_comes_back(clinic, polyleaf, document, tmp_path):
    polyleaf("import", document("heading_styles"), "--as", "knee")
    out = tmp_path / "knee.docx"
    assert "Name it knee.docx" in polyleaf("export", "knee", "-o", out.with_suffix(".pdf")).all
    told = polyleaf("export", "knee", "-o", out)
    assert told.code == ExitCode.OK
    assert "polyleaf import --update knee" in told.out
    assert polyleaf("export", "knee", "-o", out).code == ExitCode.USAGE, "it may be somebody's work"
    before = text_of(clinic, "knee")
    told = polyleaf("import", "--update", "knee", out)
    assert told.code == ExitCode.OK
    assert "0 corrections taken, 0 not; nothing was written" in told.out
    letter = Document(str(out))
    next(one for one in letter.paragraphs if one.text == "Keep taking your tablets.").add_run(" All of them.")
    letter.save(str(out))
    told = polyleaf("import", "--update", "knee", out, "--dry-run")
    assert "+Keep taking your tablets. All of them." in told.out
    assert text_of(clinic, "knee") == before
    assert polyleaf("import", "--update", "knee", out).code == ExitCode.OK
    assert text_of(clinic, "knee") == before.replace("your tablets.", "your tablets. All of them.")


def test_a_word_file_of_somebody_else_is_no_correction(polyleaf, document):
    polyleaf("import", document("facts"))
    told = polyleaf("import", "--update", "facts", document("facts"))
    assert told.code == ExitCode.USAGE
    assert "does not say which leaflet" in told.err
