"""``check`` and ``build`` judge: what is found is told with its place; what is not judged is told too."""

import hashlib
import json
import re

import pytest

from polyleaf.building.accessible import Accessible
from polyleaf.errors import ExitCode
from polyleaf.pdf.reader import read_pdf


def test_a_clinic_without_fault(polyleaf):
    told = polyleaf("check")
    assert told.code == ExitCode.OK
    assert "no findings" in told.out
    assert "6 PDF files are not built or not current: polyleaf build" in told.out


def test_findings_as_json(clinic, polyleaf):
    line = clinic.change("eyes.pl", "Nie jedz przez {fasting} przed", "Nie jedz przez 6 godzin przed")
    told = polyleaf("check", "--format", "json", "-l", "pl")
    assert told.code == ExitCode.FINDINGS
    findings = [one for one in json.loads(told.out)["findings"] if one["severity"] != "note"]
    assert "translation/placeholder-mismatch" in {finding["check"] for finding in findings}
    for finding in findings:
        assert finding["path"] == "translations/pl/LC_MESSAGES/eyes.po"
        assert abs(finding["line"] - line) <= 1
        assert finding["locale"] == "pl"
        assert finding["message"]
        assert finding["hint"]


def test_a_contact_without_translation_is_told_and_built_in_words_are_not(clinic, polyleaf):
    """The words of the templates come with polyleaf; the name of the ward is the clinic's own."""
    clinic.path("templates.pl").unlink()
    told = polyleaf("check")
    assert told.code == ExitCode.FINDINGS
    assert told.out.count("[translation/missing]") == 1
    assert "No Polish translation yet: 1 message to translate" in told.out


@pytest.mark.usefixtures("quick_press")
def test_a_fuzzy_and_a_missing_translation_are_told_by_a_build(clinic, polyleaf):
    clinic.change("eyes.pl", 'msgid "Risks"', '#, fuzzy\nmsgid "Risks"')
    clinic.change("eyes.ar", "كيف نرى", "")
    told = polyleaf("build", "eyes")
    assert told.code == ExitCode.OK
    assert "[translation/fuzzy]" in told.out
    assert "[translation/missing]" in told.out
    assert "3 built" in told.out
    assert polyleaf("catalog", "status", "eyes", "--format", "json").out.count('"complete": false') == 2


def test_finished_files_are_judged_while_they_are_current(clinic, polyleaf, monkeypatch):
    assert polyleaf("build", "teeth", "-l", "pl", "-j", "1").code == ExitCode.OK
    assert "5 PDF files are not built" in polyleaf("check").out
    path = clinic.out / "teeth/pl/teeth-pl-large.pdf"
    good = path.read_bytes()
    path.write_bytes(good[:-200])
    assert "6 PDF files are not built or not current" in polyleaf("check").out
    path.write_bytes(good)
    clinic.change("teeth.pl", "Umyj", "Wyczyść")
    assert "6 PDF files are not built or not current" in polyleaf("check").out


def test_what_a_build_found_is_not_looked_for_again(clinic, polyleaf, monkeypatch, tmp_path):
    monkeypatch.setenv("POLYLEAF_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("POLYLEAF_CACHE_LIMIT", "50")
    clinic.change("teeth.pl", "Umyj", "Umyj 5")
    assert polyleaf("build", "teeth", "-l", "pl", "-j", "1").code == ExitCode.OK
    with monkeypatch.context() as here:
        here.setattr(Accessible, "judged", None)
        remembered = polyleaf("check", "teeth", "-l", "pl")
        assert remembered.code in {ExitCode.OK, ExitCode.FINDINGS}
        path = clinic.out / "teeth/pl/teeth-pl-large.pdf"
        whole = path.read_bytes()
        path.write_bytes(path.read_bytes()[:2000])
        listed_anew(clinic, path)
        assert polyleaf("check", "teeth", "-l", "pl").code == ExitCode.INTERNAL, "other bytes are read"
    path.write_bytes(whole)
    listed_anew(clinic, path)
    monkeypatch.setenv("POLYLEAF_CACHE_LIMIT", "0")
    assert polyleaf("check", "teeth", "-l", "pl").out == remembered.out, "as if it were read"


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        ((), "polyleaf build"),
        (("--bilingual", "pl"), "polyleaf build and polyleaf build --bilingual pl"),
        (("--output", "press"), "polyleaf build and polyleaf build --output press"),
    ],
)
def test_how_to_build_what_is_not_current(clinic, polyleaf, asked, command):
    assert polyleaf("build", "teeth", "-l", "pl", "-j", "1", *asked).code == ExitCode.OK
    clinic.change("teeth.pl", "Umyj", "Wyczyść")
    assert polyleaf("check").out.splitlines()[-1].endswith(f" not built or not current: {command}")


LOGO = """
:::{figure} images/logo.svg
:alt: The star of the clinic
:::
"""


@pytest.mark.parametrize("logos", [1, 2])
def test_a_second_logo_is_found_on_the_finished_file(clinic, polyleaf, logos):
    clinic.write("leaflets/eyes/images/logo.svg", clinic.path("leaflets/eyes/images/eye.svg").read_bytes())
    with clinic.path("eyes").open("a", encoding="utf-8") as leaflet:
        leaflet.write(LOGO * logos)
    polyleaf("catalog", "approve", "eyes", "-l", "en_GB", "--clinician", "Dr Ewa Zych")
    told = polyleaf("build", "eyes", "-l", "en_GB", "-e", "large", "--release")
    assert ("the leaflet shows 2 logos" in told.out) is (logos == 2)
    assert told.code == (ExitCode.FINDINGS if logos == 2 else ExitCode.OK)
    assert (clinic.out / "eyes/en_GB/eyes-en_GB-large.pdf").exists() is (logos == 1)


STAR = b"""<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">
<rect width="200" height="100" fill="#005eb8"/><circle cx="50" cy="50" r="30" fill="#ffffff"/></svg>"""


@pytest.mark.parametrize(
    ("rules", "told_of"),
    [
        ('width = "20mm"\nclear = "3mm"\ncolours = ["#005EB8", "#FFFFFF"]', None),
        ('width = "60mm"', "The logo “The star of the clinic” is"),
        ('clear = "60mm"', "60 mm around a logo are kept free"),
        ('colours = ["#005eb8"]', "has a colour that is not among #005eb8"),
    ],
)
def test_a_logo_is_measured_as_the_brand_book_asks(clinic, polyleaf, rules, told_of):
    tall = STAR.replace(b'viewBox="0 0 200 100"', b'viewBox="0 0 200 600"')
    clinic.write("leaflets/eyes/images/logo.svg", tall if "60mm" in rules and "width" in rules else STAR)
    with clinic.path("eyes").open("a", encoding="utf-8") as leaflet:
        leaflet.write(LOGO)
    with clinic.path("toml").open("a", encoding="utf-8") as config:
        config.write(f"\n[logo]\n{rules}\n")
    polyleaf("catalog", "approve", "eyes", "-l", "en_GB", "--clinician", "Dr Ewa Zych")
    told = polyleaf("build", "eyes", "-l", "en_GB", "-e", "large", "--release")
    assert told.code == (ExitCode.OK if told_of is None else ExitCode.FINDINGS), told.all
    assert (told_of or "1 built") in told.out


@pytest.mark.parametrize("locale", ["en_GB", "ar"])
def test_the_logo_stands_at_the_head_across_from_the_name(clinic, polyleaf, locale):
    clinic.write("star.svg", STAR)
    with clinic.path("toml").open("a", encoding="utf-8") as config:
        config.write('\n[logo]\nfile = "star.svg"\nwidth = "40mm"\n')
    assert polyleaf("build", "teeth", "-l", locale, "-e", "large").code == ExitCode.OK
    path = clinic.out / f"teeth/{locale}/teeth-{locale}-large.pdf"
    facts = read_pdf(path, "x.pdf")
    blue = [
        (page.number, shape)
        for page in facts.pages
        for shape in page.shapes
        if shape.colour.rgb == pytest.approx((0, 94 / 255, 184 / 255), abs=0.004)
    ]
    ((page, star),) = blue
    name = next(run for run in facts.pages[0].runs if "Example Clinic" in run.text)
    assert page == 1
    assert star.box[2] - star.box[0] == pytest.approx(40 * 72 / 25.4, abs=0.5)
    assert (star.box[0] > name.box[2]) is (locale == "en_GB")
    assert star.element is None, "the name stands beside it: nobody needs to hear it twice"
    before = path.read_bytes()
    clinic.write("star.svg", STAR.replace(b"#005eb8", b"#0050b8"))
    assert "1 built" in polyleaf("build", "teeth", "-l", locale, "-e", "large").out
    assert path.read_bytes() != before


def test_a_second_logo_in_a_leaflet_is_found(clinic, polyleaf):
    clinic.write("star.svg", STAR)
    clinic.write("leaflets/eyes/images/logo.svg", STAR)
    with clinic.path("eyes").open("a", encoding="utf-8") as leaflet:
        leaflet.write(LOGO)
    with clinic.path("toml").open("a", encoding="utf-8") as config:
        config.write('\n[logo]\nfile = "star.svg"\n')
    assert "the leaflet shows 2 logos" in polyleaf("build", "eyes", "-l", "en_GB", "-e", "large").out


@pytest.mark.parametrize(
    ("file", "content", "told_of"),
    [
        ("none.svg", None, "The logo “none.svg” is not there"),
        ("../star.svg", STAR, "leaves the project"),
        ("/etc/passwd", None, "leaves the project"),
        ("star.svg", STAR.replace(b"<rect", b"<script>1</script><rect"), "holds a script"),
        ("star.svg", STAR.replace(b"<circle", b"<text y='9'>N</text><circle"), "has letters in it"),
        ("star.svg", b"GIF89a", "is not a picture that can be printed"),
        ("star.png", STAR, "is not a picture that can be printed"),
    ],
)
def test_a_logo_that_cannot_be_printed_is_told_with_its_line(clinic, polyleaf, file, content, told_of):
    if content is not None:
        clinic.write(file, content)
    with clinic.path("toml").open("a", encoding="utf-8") as config:
        config.write(f'\n[logo]\nfile = "{file}"\n')
    line = clinic.path("toml").read_text(encoding="utf-8").splitlines().index(f'file = "{file}"') + 1
    told = polyleaf("build", "teeth")
    assert told.code == ExitCode.USAGE
    assert f"polyleaf.toml:{line}" in told.all
    assert told_of in told.all
    assert not clinic.pdfs()


@pytest.mark.parametrize("paper", ["A5", "Letter", "Legal", "A3"])
def test_other_papers_have_room_for_foot_and_margin(clinic, polyleaf, paper):
    clinic.change(
        "toml", '[editions.large]\nsize = "18pt"\npaper = "A4"', f'[editions.x]\nsize = "14pt"\npaper = "{paper}"'
    )
    clinic.change("teeth", "code: TOOTH-1", "code: TOOTH-2026-123")
    told = polyleaf("build", "teeth")
    assert told.code == ExitCode.OK, told.out
    assert "no findings" in told.out, told.out


STYLE = """
.box { colour: red }
h1 { background: url(file:///etc/hostname) }
p { background-image: url("http://127.0.0.1:9/spy.png") }
"""


def test_what_the_layout_engine_says_is_told(clinic, polyleaf, pdf_text):
    """A style sheet can neither read files nor ask servers; both are findings, and so is a misspelt rule."""
    clinic.write("templates/css/project.css", STYLE)
    told = polyleaf("build", "teeth", "-l", "en_GB", "-j", "1")
    complaints = [line for line in told.out.splitlines() if "[engine/layout-complaint]" in line]
    for words in ("colour: red", "file:///etc/hostname", "http://127.0.0.1:9/spy.png"):
        assert any(words in line for line in complaints), told.out
    places = ("templates/css/project.css:2: ", "leaflets/teeth/leaflet.md")
    assert all(line.startswith(places[0] if "colour" in line else places[1]) for line in complaints)
    assert told.code == ExitCode.OK
    assert "Brush your teeth." in pdf_text("teeth", "en_GB")[0]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("leaflet.html", "<p>\n{% if %}", "templates/leaflet.html:2: the template cannot be used"),
        ("leaflet.html", "\n\n{{ document.nothing }}", "templates/leaflet.html:3: the template cannot be used"),
        ("css/project.css", "\n{{ 1 / 0 }}", "templates/css/project.css:2: the template cannot be used"),
    ],
)
def test_a_faulty_template_is_told_with_its_place(clinic, polyleaf, name, text, words):
    assert polyleaf("build", "teeth", "-l", "en_GB", "-j", "1").code == ExitCode.OK
    good = clinic.pdfs()
    clinic.write(f"templates/{name}", text)
    told = polyleaf("build", "teeth", "-l", "en_GB", "-j", "1")
    assert told.code == ExitCode.FINDINGS
    assert f"failed teeth en_GB large: {words}" in told.out
    assert "remove it from templates/" in told.out
    assert clinic.pdfs() == good


def test_a_font_that_lacks_a_letter_is_told_and_the_draft_is_there(clinic, polyleaf):
    line = clinic.change("teeth.pl", "Umyj zęby.", "Umyj zęby \U00013000.")
    told = polyleaf("build", "teeth", "-l", "pl", "-l", "en_GB", "-j", "1")
    assert told.code == ExitCode.OK
    place = f"translations/pl/LC_MESSAGES/teeth.po:{line - 1}"
    assert f"{place}: error: No font of the leaflet has \U00013000 (egyptian hieroglyph a001, U+13000)" in told.out
    assert told.out.count("error:") == 1
    assert len(clinic.pdfs()) == 2


@pytest.fixture
def twin(clinic, polyleaf):
    """A file of two languages, with its line in the manifest."""
    assert polyleaf("build", "teeth", "--bilingual", "pl", "-e", "large").code == ExitCode.OK
    return clinic.out / "teeth/pl/teeth-pl-bilingual-large.pdf"


def listed_anew(clinic, path):
    """Change the manifest as if the file had been made as it is now."""
    manifest = clinic.out / "manifest.json"
    listed = json.loads(manifest.read_text())
    (line,) = [one for one in listed["artifacts"] if clinic.out / one["path"] == path]
    line["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    manifest.write_text(json.dumps(listed))


def test_a_file_of_two_languages_is_judged(clinic, polyleaf, twin):
    assert polyleaf("check").code == ExitCode.OK
    twin.write_bytes(twin.read_bytes()[:2000])
    assert "7 PDF files are not built or not current" in polyleaf("check").out, "six plain files and this one"
    listed_anew(clinic, twin)
    told = polyleaf("check", "-l", "pl")
    assert told.code == ExitCode.FINDINGS
    assert "dist/teeth/pl/teeth-pl-bilingual-large.pdf" in told.out
    assert polyleaf("check", "-l", "ar").code == ExitCode.OK
    assert polyleaf("check", "eyes").code == ExitCode.OK


def test_a_file_of_two_languages_must_say_both(clinic, polyleaf, twin):
    assert polyleaf("build", "teeth", "-l", "pl", "-e", "large").code == ExitCode.OK
    twin.write_bytes((clinic.out / "teeth/pl/teeth-pl-large.pdf").read_bytes())
    listed_anew(clinic, twin)
    told = polyleaf("check", "teeth")
    assert told.code == ExitCode.FINDINGS
    assert re.search(r"the tags say nothing of the kind \((page \d of )?teeth-pl-bilingual-large\.pdf\)", told.out)
    assert "dist/teeth/pl/teeth-pl-large.pdf" not in told.out
