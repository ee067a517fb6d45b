"""Bad catalogs: their language alone is not built, they are never written to, and their words stay words."""

import pytest

from polyleaf.errors import ExitCode

HEADER = 'msgid ""\nmsgstr "Language: pl\\nContent-Type: text/plain; charset={charset}\\n"\n\n'
ENTRY = 'msgid "Before you come"\nmsgstr "Zanim przyjdziesz"\n'
TRANSLATED = 'msgid "Before you come"\nmsgstr "Zanim przyjdziesz"'


def spoil(old, new, more=0):
    """``more`` says how many lines below the change it shows."""
    return lambda clinic: clinic.change("eyes.pl", old, new) + more


def spoil_header(old, new):
    """The header is one entry: its first line is named."""
    return lambda clinic: clinic.change("eyes.pl", old, new) and 2


def latin_2(clinic):
    text = clinic.path("eyes.pl").read_text().replace("UTF-8", "ISO-8859-2")
    clinic.write("eyes.pl", text.encode("iso-8859-2"))


BAD_CATALOGS = {
    "syntax": (spoil(TRANSLATED, 'msgid "Before you come"\nmsgstr Zanim', 1), ""),
    "string without end": (spoil(TRANSLATED, 'msgid "Before you come"\nmsgstr "Zanim', 1), ""),
    "charset": (latin_2, "ISO-8859-2"),
    "an unknown charset": (spoil_header("charset=UTF-8", "charset=KOI-9"), "KOI-9"),
    "msgid twice": (spoil(TRANSLATED, f"{TRANSLATED}\n\n{ENTRY}", 3), "again"),
    "conflict marks": (spoil(TRANSLATED, f"<<<<<<< HEAD\n{TRANSLATED}\n=======\n{ENTRY}>>>>>>> theirs"), "merge"),
    "another language": (spoil_header("Language: pl\\n", "Language: ro\\n"), "ro"),
    "nul": (lambda clinic: clinic.write("eyes.pl", b"msgid \0") and None, ""),
    "a picture": (lambda clinic: clinic.write("eyes.pl", b"\x89PNG\r\n\x1a\n" + bytes(range(256))) and None, "UTF-8"),
    "a text for a novel": (spoil("Zanim przyjdziesz", "a" * 30_000, -1), "20000"),
}


@pytest.mark.usefixtures("quick_press")
@pytest.mark.parametrize(("change", "word"), BAD_CATALOGS.values(), ids=BAD_CATALOGS)
def test_a_bad_catalog_costs_its_language_alone(clinic, polyleaf, change, word):
    assert polyleaf("build").code == ExitCode.OK
    good = clinic.pdfs()
    line = change(clinic)
    spoilt = clinic.path("eyes.pl").read_bytes()
    place = "translations/pl/LC_MESSAGES/eyes.po"

    told = polyleaf("build", "--force")
    assert told.code == ExitCode.FINDINGS
    assert f"failed eyes pl: {place}" in told.out
    if line is not None:
        assert f"{place}:{line}" in told.out
    assert word in told.out
    assert "-> " in told.out
    assert "5 built, 0 unchanged, 1 failed" in told.out
    assert clinic.pdfs() == good

    told = polyleaf("check")
    assert told.code == ExitCode.FINDINGS
    assert f"{place}" in told.out
    assert "[translation/unreadable-catalog]" in told.out

    told = polyleaf("catalog", "status")
    assert told.code == ExitCode.FINDINGS
    assert "cannot be read" in told.out

    told = polyleaf("catalog", "update")
    assert told.code == ExitCode.FINDINGS
    assert f"{place}" in told.err
    assert "1 left alone" in told.out
    assert clinic.path("eyes.pl").read_bytes() == spoilt


@pytest.mark.usefixtures("quick_press")
def test_every_fault_of_a_catalog_is_told_at_once(clinic, polyleaf):
    line = clinic.change("eyes.pl", TRANSLATED, f"{TRANSLATED}\n\n{ENTRY}\n{ENTRY}")
    told = polyleaf("build", "eyes")
    for more in (3, 6):
        assert f"translations/pl/LC_MESSAGES/eyes.po:{line + more}" in told.out


@pytest.mark.usefixtures("quick_press")
def test_a_bad_catalog_of_the_templates_costs_its_language(clinic, polyleaf):
    clinic.write("templates.pl", "msgid \n")
    told = polyleaf("build")
    assert told.code == ExitCode.FINDINGS
    assert "4 built, 0 unchanged, 2 failed" in told.out
    assert "translations/pl/LC_MESSAGES/templates.po:1" in told.out


@pytest.mark.usefixtures("quick_press")
def test_a_catalog_that_leads_out_of_the_project_is_neither_read_nor_written(clinic, polyleaf):
    outside = clinic.root.parent / "outside.po"
    clinic.path("eyes.pl").rename(outside)
    clinic.path("eyes.pl").symlink_to(outside)
    clinic.change("eyes", "glasses", "spectacles")
    before = outside.read_bytes()
    assert "outside the project" in polyleaf("build").out
    assert polyleaf("catalog", "update").code == ExitCode.FINDINGS
    assert outside.read_bytes() == before


HOSTILE = [
    "<b>Hej</b><script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "{{ document.__class__.__mro__ }}",
    "{0.__class__} {} {fasting!r} {unknown}",
    "<img src='file:///etc/hostname'>",
    "![x](file:///etc/hostname) ![y](http://127.0.0.1:9/z.png)",
    "[tu](file:///etc/hostname) [tam](javascript:alert(1)) <http://127.0.0.1:9/>",
    "</style><style>* {display: none}</style>",
    ":::{figure} ../../../etc/passwd",
    "%(x)s %s \\\\",
]


def test_hostile_translations_are_printed_as_text(clinic, polyleaf, pdf_text):
    """Markup, templates and addresses of resources are words on paper: nothing is run, opened or fetched."""
    lines = {
        "Jak badamy oczy": HOSTILE[0],
        "Zanim przyjdziesz": HOSTILE[1],
        "Badanie oczu": HOSTILE[2],
        "Nie jedz przez {fasting} przed badaniem.": HOSTILE[3] + " {fasting}",
        "Weź **okulary** i przeczytaj [poradę](https://www.example.org/eyes).": " ".join(HOSTILE[4:7]),
        "Jak widzimy": HOSTILE[7],
        "Oko boli.": HOSTILE[8],
        "Ryzyko": HOSTILE[9],
        'msgstr "Oko"': 'msgstr "\\" onerror=x><b>"',
    }
    for old, new in lines.items():
        clinic.change("eyes.pl", old, new)

    told = polyleaf("build", "eyes", "-l", "pl", "-j", "1")

    assert told.code == ExitCode.OK
    text, links = pdf_text("eyes", "pl")
    for words in (
        "<b>Hej</b><script>alert(1)</script>",
        "{ 7 * 7 } {% raw %} {# x #}",  # two braces are how a catalog writes one
        "{ document.class.mro }",  # and two underscores make bold
        "{0.class} {} {fasting!r} {unknown} 2 godziny",
        "<img src='file:///etc/hostname'>",
        "</style><style>* {display: none}</style>",
        ":::{figure} ../../../etc/passwd",
        "%(x)s %s",
        "Example Clinic",
    ):
        assert "".join(words.split()) in "".join(text.split())
    assert "49" not in text
    assert "root:" not in text
    assert not [link for link in links if link.startswith(("file", "javascript"))]
    checked = polyleaf("check", "-l", "pl")
    assert checked.code == ExitCode.FINDINGS
    for check in ("translation/unsafe-link", "translation/html-or-template-syntax", "translation/placeholder-mismatch"):
        assert check in checked.out
