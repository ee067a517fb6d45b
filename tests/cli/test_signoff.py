"""Sign-off at the command line: who may, when it holds, what voids it, and who is told."""

import json
import tomllib

import pytest
from tests.projects.drops import POLISH, add_drops, sign_drops, write_drops

from polyleaf.errors import ExitCode

CRITICAL = "Throw the bottle away."


@pytest.fixture
def drops(clinic, quick_press):
    add_drops(clinic)
    return clinic


def manifest(clinic):
    return {one["path"]: one for one in json.loads((clinic.out / "manifest.json").read_text())["artifacts"]}


def status(polyleaf, *arguments):
    return json.loads(polyleaf("catalog", "status", "--format", "json", *arguments).out)


def row(polyleaf, locale="pl"):
    return next(one for one in status(polyleaf, "drops")["catalogs"] if one["locale"] == locale)


def test_a_sign_off_lets_a_release_through(drops, polyleaf):
    told = polyleaf("build", "drops", "-l", "pl", "--release")
    assert told.code == ExitCode.FINDINGS
    assert "nobody has approved this translation" in told.out
    assert "polyleaf catalog approve drops -l pl" in told.out
    assert not drops.pdfs()

    told = sign_drops(polyleaf, "pl", "--date", "2026-01-02")
    assert (told.code, told.out) == (
        0,
        "drops pl: approved on 2026-01-02, recorded in translations/approvals/drops/pl.toml\n",
    )
    assert "Not judged" not in told.err, "polyleaf has words of every kind for Polish"
    assert polyleaf("build", "drops", "-l", "pl", "--release").code == 0
    assert {one["state"] for one in manifest(drops).values()} == {"release"}
    found = row(polyleaf)
    assert (found["standing"], found["owes"]) == ("approved", [])
    assert found["approval"]["clinician"] == "Dr Ewa Zych"
    # A build without --release is a draft again, whoever signed.
    polyleaf("build", "drops", "-l", "pl")
    assert {one["state"] for one in manifest(drops).values()} == {"draft"}


def test_signing_twice_writes_once(drops, polyleaf):
    sign_drops(polyleaf)
    before = drops.files()
    assert "approved already" in sign_drops(polyleaf).out
    assert drops.files() == before


def test_one_letter_of_a_translation_voids_it(drops, polyleaf):
    sign_drops(polyleaf)
    write_drops(drops, "pl", {**POLISH, "Lie down.": "Połóż się!"})
    told = polyleaf("build", "drops", "-l", "pl", "--release")
    assert told.code == ExitCode.FINDINGS
    assert "is void: the translation of “Lie down.” changed" in told.out
    found = row(polyleaf)
    assert (found["standing"], found["reasons"]) == ("void", ["the translation of “Lie down.” changed"])
    assert found["owes"] == ["reviser", "clinician"]
    text = polyleaf("catalog", "status", "drops").out
    assert "drops pl: signed off on" in text
    assert "reviser Jan Lis, clinician Dr Ewa Zych" in text


def test_one_word_of_a_critical_sentence_is_told_everywhere(drops, polyleaf):
    """Status, impact and build --release say so for each locale; approving again clears it."""
    for locale in ("pl", "ar", "en_GB"):
        assert sign_drops(polyleaf, locale).code == 0
    assert polyleaf("build", "drops", "--release").code == 0
    assert len(drops.pdfs()) == 3
    drops.write(
        "leaflets/drops/leaflet.md", drops.path("leaflets/drops/leaflet.md").read_text().replace("away.", "out.")
    )

    for _ in range(2):  # before and after catalog update
        for locale in ("pl", "ar"):
            found = row(polyleaf, locale)
            assert found["reasons"] == ["“Throw the bottle away.” became “Throw the bottle out.” (critical)"]
            assert (found["critical"], found["owes"]) == (1, ["translator"])
        told = polyleaf("build", "drops", "--release")
        assert told.out.count("became “Throw the bottle out.” (critical)") == 2
        impact = polyleaf("catalog", "impact", "drops").out
        assert "changed, critical (pl, ar)" in impact
        assert "Throw the bottle [-away-]{+out+}." in impact
        assert "sign-offs void: 2" in impact
        assert "files no longer current" in impact
        polyleaf("catalog", "update", "drops")
    assert polyleaf("catalog", "status", "drops").out.count("translator (1 critical)") == 2

    text = drops.path("translations/pl/LC_MESSAGES/drops.po").read_text()
    drops.write("translations/pl/LC_MESSAGES/drops.po", text.replace("#, fuzzy\n", ""))
    assert sign_drops(polyleaf).code == 0
    assert polyleaf("build", "drops", "-l", "pl", "--release").code == 0
    assert row(polyleaf)["standing"] == "approved"
    assert row(polyleaf, "ar")["standing"] == "void"


def test_nobody_signs_while_an_error_stands(drops, polyleaf):
    write_drops(drops, "pl", {**POLISH, "Lie down.": "", "Use the drops every {daily}.": "Używaj kropli co 6 godzin."})
    before = drops.files()
    told = sign_drops(polyleaf)
    assert told.code == ExitCode.FINDINGS
    assert "drops.po" in told.err
    assert "nobody may sign it off" in told.err
    assert drops.files() == before


NOT_SAID = {"Do not use the drops if the bottle is open for a month.": "Używaj kropli z butelki otwartej od miesiąca."}
BARRED = [
    (NOT_SAID, "translation/negation-lost", "is not found in"),
    ({"Wash your hands.": "Umyj руки."}, "translation/wrong-script", "is not in Polish script"),
    ({"Wash your hands.": "Wash your hands."}, "translation/unchanged", "is not translated"),
    ({"Rest": "Deja el brazo en reposo durante los próximos días"}, "translation/wrong-language", "looks like"),
]


@pytest.mark.parametrize(("changes", "check", "words"), BARRED, ids=[one[1] for one in BARRED])
def test_nobody_signs_a_lost_denial_or_a_text_in_another_language_unless_it_is_waived(
    drops, polyleaf, changes, check, words
):
    write_drops(drops, "pl", {**POLISH, **changes})
    before = drops.files()
    told = sign_drops(polyleaf)
    assert told.code == ExitCode.FINDINGS
    assert words in told.err
    assert f'waivers: [{{check: {check}, reason: "…"}}]' in told.err
    assert "1 warning stands against it" in told.err
    assert drops.files() == before
    waiver = f"waivers: [{{check: {check}, reason: the reviser has read it}}]\ncontacts:"
    drops.change("leaflets/drops/leaflet.md", "contacts:", waiver)
    assert sign_drops(polyleaf).code == 0


def test_several_languages_are_signed_at_once_and_each_says_what_came_of_it(drops, polyleaf):
    write_drops(drops, "ar", {"Rest": "الراحة"})
    told = sign_drops(polyleaf, "pl", "-l", "ar", "-l", "en_GB")
    assert told.code == ExitCode.FINDINGS
    assert [line.split(":")[0] for line in told.out.splitlines()] == ["drops pl", "drops en_GB"]
    assert "drops ar: " in told.err
    folder = drops.path("translations/approvals/drops")
    assert sorted(path.name for path in folder.iterdir()) == ["en_GB.toml", "pl.toml"]
    (source,) = tomllib.loads((folder / "en_GB.toml").read_text())["approval"]
    assert "reviser" not in source
    before = drops.files()
    # A slip in one name writes nothing at all.
    assert sign_drops(polyleaf, "pl", "-l", "de", "--clinician", "Dr Other").code == ExitCode.USAGE
    assert drops.files() == before


def test_a_translation_needs_three_people_and_the_source_a_clinician(drops, polyleaf):
    told = polyleaf("catalog", "approve", "drops", "-l", "pl", "--clinician", "Dr Ewa Zych")
    assert told.code == ExitCode.USAGE
    assert "who was the translator and the reviser" in told.err
    assert polyleaf("catalog", "approve", "drops", "-l", "en_GB", "--clinician", "ChatGPT").code == ExitCode.USAGE
    told = polyleaf("catalog", "status")
    assert "as written, in en_GB, a clinician has still to sign: drops, eyes, teeth" in told.out
    assert polyleaf("catalog", "approve", "drops", "-l", "en_GB", "--clinician", "Dr Ewa Zych").code == 0
    assert "a clinician has still to sign: eyes, teeth" in polyleaf("catalog", "status").out
    (found,) = [one for one in status(polyleaf)["sources"] if one["leaflet"] == "drops"]
    assert (found["standing"], found["owes"], found["approval"]["clinician"]) == ("approved", [], "Dr Ewa Zych")


def test_a_number_that_changed_after_the_sign_off_is_not_released(drops, polyleaf):
    sign_drops(polyleaf, "pl", "-l", "en_GB")
    assert polyleaf("build", "drops", "-l", "pl", "-l", "en_GB", "--release").code == 0
    number = drops.path("toml").read_text().split('phone = "')[1].split('"')[0]
    drops.write("toml", drops.path("toml").read_text().replace(number, "01632 960 999"))
    told = polyleaf("build", "drops", "-l", "pl", "-l", "en_GB", "--release")
    assert told.code == ExitCode.FINDINGS
    assert told.out.count("phone in polyleaf.toml was") == 2
    assert "01632 960 999" in told.out


def test_another_text_under_the_same_version_number_is_told(drops, polyleaf):
    sign_drops(polyleaf)
    write_drops(drops, "pl", {**POLISH, "Lie down.": "Połóż się!"})
    told = sign_drops(polyleaf)
    assert told.code == 0
    assert "drops pl: warning: version 1.0 was signed off on" in told.err
    assert "Give the leaflet a new version number" in told.err
    drops.change("leaflets/drops/leaflet.md", 'version: "1.0"', 'version: "1.1"')
    write_drops(drops, "pl", {**POLISH, "Lie down.": "Połóż się."})
    assert "warning" not in sign_drops(polyleaf).err


def test_a_code_that_two_leaflets_have_bars_both_even_when_one_is_named(drops, polyleaf):
    drops.change("leaflets/drops/leaflet.md", "code: EYE-2", 'code: "eye-1"')
    for command in (["check", "drops"], ["build", "drops", "-l", "en_GB", "--release"]):
        told = polyleaf(*command)
        assert told.code == ExitCode.FINDINGS
        assert "is the code of leaflets/eyes/leaflet.md too" in told.all
    assert "is the code of leaflets/eyes/leaflet.md too" in sign_drops(polyleaf, "pl", "-l", "en_GB").err


def test_words_of_the_page_must_be_there_too(drops, polyleaf):
    drops.path("templates.pl").unlink()
    told = sign_drops(polyleaf)
    assert told.code == ExitCode.FINDINGS
    assert "templates.po" in told.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--reviser", "anna NOWAK"], "same person"),
        (["--clinician", "ChatGPT"], "no person"),
        (["--translator", "DeepL"], "--machine-translated"),
        (["--date", "2999-01-01"], "has not come yet"),
        (["--date", "tomorrow"], "tomorrow"),
        (["-l", "de"], "not a language of this project"),
    ],
)
def test_who_and_what_cannot_be_signed(drops, polyleaf, arguments, words):
    before = drops.files()
    told = sign_drops(polyleaf, "pl", *arguments)
    assert told.code == ExitCode.USAGE
    assert words in told.err
    assert drops.files() == before


def test_a_machine_translation_needs_to_be_called_one(drops, polyleaf):
    path = drops.path("translations/pl/LC_MESSAGES/drops.po")
    drops.write("translations/pl/LC_MESSAGES/drops.po", "# Machine translation, not read.\n" + path.read_text())
    told = sign_drops(polyleaf)
    assert told.code == ExitCode.USAGE
    assert "says that it is a machine translation" in told.err
    assert sign_drops(polyleaf, "pl", "--translator", "DeepL", "--machine-translated").code == 0
    entry = tomllib.loads((drops.root / "translations/approvals/drops/pl.toml").read_text())["approval"][0]
    assert (entry["machine_translated"], entry["translator"]) == (True, "DeepL")


def test_a_ledger_spoilt_by_hand_is_named_and_the_rest_counts(drops, polyleaf):
    sign_drops(polyleaf, "pl")
    sign_drops(polyleaf, "ar")
    sign_drops(polyleaf, "en_GB")
    path = drops.root / "translations/approvals/drops/pl.toml"
    text = path.read_text()
    path.write_text(text.replace('reviser = "Jan Lis"', 'reviser = "Anna Nowak"', 1))
    line = text[: text.index("reviser")].count("\n") + 1
    place = f"translations/approvals/drops/pl.toml:{line}: reviser and translator are the same person"
    assert place in polyleaf("build", "drops", "-l", "pl").out
    assert place in polyleaf("catalog", "status", "drops").out
    assert status(polyleaf, "drops")["faults"] == [place]
    told = polyleaf("build", "drops", "--release")
    assert [one.split("/")[2] for one in drops.pdfs() if "release" in manifest(drops)[one[5:]]["state"]] == [
        "ar",
        "en_GB",
    ]
    assert told.code == ExitCode.FINDINGS
    path.write_text(text)
    assert polyleaf("build", "drops", "-l", "pl", "--release").code == 0


def test_a_ledger_that_is_no_text_stops_with_words(drops, polyleaf):
    (drops.root / "translations/approvals.toml").write_bytes(b"\xff\xfe\x00")
    told = polyleaf("build", "drops", "--release")
    assert told.code == ExitCode.USAGE
    assert "not UTF-8" in told.err


def test_reviews_by_owner_and_as_a_calendar(drops, polyleaf):
    drops.change("eyes", "review_by: 2099-01-01", "review_by: 2020-01-01")
    found = status(polyleaf)["reviews"]
    assert [(one["leaflet"], one["owner"]) for one in found] == [("eyes", "Eye ward")]
    text = polyleaf("catalog", "status").out
    assert "reviews overdue:\n  Eye ward\n    2020-01-01  EYE-1  eyes: " in text
    assert len(status(polyleaf, "--due", "36500")["reviews"]) == 3
    calendar = polyleaf("catalog", "status", "--format", "ical").out
    assert calendar.count("BEGIN:VEVENT") == 3
    assert calendar.splitlines()[0] == "BEGIN:VCALENDAR"
    assert polyleaf("catalog", "status", "--format", "ical", "--due", "0").out.count("BEGIN:VEVENT") == 1


def test_table_and_json_agree(drops, polyleaf):
    sign_drops(polyleaf)
    write_drops(drops, "ar", {"Rest": "الراحة"})
    found = status(polyleaf)["catalogs"]
    lines = polyleaf("catalog", "status").out.splitlines()[1:]
    for one, line in zip(found, lines, strict=False):
        counts = [str(one[key]) for key in ("translated", "fuzzy", "missing", "words_to_translate")]
        assert line.split()[:6] == [one["leaflet"], one["locale"], *counts]
        assert one["standing"] != "approved" or one["approval"]["date"] in line
        assert all(who in line for who in one["owes"])


def test_the_job_sheet_goes_to_a_file(drops, polyleaf, tmp_path):
    write_drops(drops, "pl", {**POLISH, "Lie down.": ""})
    sheet = tmp_path / "job.txt"
    told = polyleaf("catalog", "impact", "-l", "pl", "-o", sheet)
    assert told.code == 0
    assert "Lie down." in sheet.read_text()
    assert polyleaf("catalog", "impact", "-o", sheet).code == ExitCode.USAGE
    assert polyleaf("catalog", "impact", "-o", sheet, "--force").code == 0
    assert polyleaf("catalog", "impact", "-o", tmp_path / "job.doc").code == ExitCode.USAGE
    found = json.loads(polyleaf("catalog", "impact", "drops", "-l", "pl", "--format", "json").out)["leaflets"][0]
    assert [one["now"] for one in found["languages"][0]["texts"]] == ["Lie down."]


def test_an_earlier_copy_tells_changed_facts(drops, polyleaf, tmp_path_factory):
    from tests.projects.folder import Clinic  # noqa: PLC0415 - a second clinic

    old = Clinic(tmp_path_factory.mktemp("old") / "clinic")
    add_drops(old)
    text = drops.path("leaflets/drops/leaflet.md").read_text()
    drops.write("leaflets/drops/leaflet.md", text.replace("quantity: 4", "quantity: 6"))
    told = polyleaf("catalog", "impact", "drops", "--since", old.root)
    assert "the fact daily was “4 hour” and is now “6 hour”" in told.out
    assert polyleaf("catalog", "impact", "--since", old.root.parent / "nowhere").code == ExitCode.USAGE
