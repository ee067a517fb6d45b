"""The words around the text that come with polyleaf: sound catalogs, honest about who wrote them."""

import re
import shutil
import subprocess
from decimal import Decimal

import pytest

from polyleaf.catalog.po.reader import read_catalog
from polyleaf.checks.run import run
from polyleaf.checks.samples.catalog import a_catalog
from polyleaf.locales.facts import RANGE_PHRASE
from polyleaf.locales.quantities import with_unit
from polyleaf.locales.table import LANGUAGES, OURS, language
from polyleaf.model.catalog_view import Entry
from polyleaf.model.finding import Location, Severity
from polyleaf.model.message import TextState, Translation
from polyleaf.reading.letters import is_latin, is_own
from polyleaf.render.words import template_messages
from polyleaf.source.inline import parse_inline
from polyleaf.starter.rooms import PAGE_WORDS, starter_root

CATALOGS = sorted(PAGE_WORDS.glob("*/LC_MESSAGES/templates.po"))
LOCALES = [path.parts[-3] for path in CATALOGS]
MESSAGES = {message.key: message for message in template_messages((starter_root() / "templates",))}
FIRST = (
    "Draft translation",
    "A clinician has not checked this translation yet. Do not rely on it. Ask staff for an interpreter.",
    "This part is not translated yet. Ask staff for an interpreter.",
)
"""What must not stay English: that a text is a draft, and that there are interpreters."""


def read(locale):
    return read_catalog(PAGE_WORDS / locale / "LC_MESSAGES" / "templates.po", locale, locale)


@pytest.mark.parametrize("locale", [locale for locale, head in OURS.heads.items() if head.respells in LOCALES])
def test_a_language_in_two_scripts_says_the_same(locale: str) -> None:
    head = OURS.heads[locale]
    letters = {ord(old): new for old, new in head.spelling.items()}
    said = {entry.key: entry.text.translate(letters) for entry in read(head.respells).current}
    assert said == {entry.key: entry.text for entry in read(locale).current}


def test_there_are_many_and_each_has_a_language() -> None:
    assert len(LOCALES) >= 90
    assert set(LOCALES) <= LANGUAGES.keys()
    assert not [locale for locale in LOCALES if (starter_root() / "translations" / locale).is_dir()]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_catalog_is_sound_and_says_what_it_is(locale) -> None:
    catalog = read(locale)
    assert dict(catalog.headers)["Last-Translator"] == "machine translation, not reviewed"
    assert dict(catalog.headers)["Language"] == locale
    entries = {entry.key: entry for entry in catalog.current}
    assert not [key for key in entries if key not in MESSAGES], "the templates do not have these words any more"
    assert all(("", msgid) in entries for msgid in FIRST)
    for key, entry in entries.items():
        assert entry.state is TextState.TRANSLATED
        assert sorted(re.findall(r"\{\w+\}", entry.text)) == sorted(re.findall(r"\{\w+\}", key[1]))
    assert len(entries) in (len(FIRST), len(MESSAGES))
    risk = entries.get(("risk", "{number} in {total}"))
    assert risk is None or not re.search(r"\}\s*\{", risk.text), (
        "a space groups digits: 1 in 1,000 would be read as 11,000"
    )
    known = language(locale)
    span = entries.get(("range", RANGE_PHRASE))
    if span is not None and not with_unit("5", Decimal(5), "day", known, "latn").endswith("5"):
        assert span.text.endswith("{high}"), "the unit stands behind the number: 2 to 3 days"
    words = "".join(entry.text for entry in entries.values() if "{" not in entry.text)
    assert not {char for char in words if char.isalpha() and not is_own(char, known) and not is_latin(char)}


@pytest.mark.slow
@pytest.mark.parametrize("locale", LOCALES)
def test_the_checks_have_nothing_to_say_of_right_sentences(locale) -> None:
    known = {entry.key: entry.text for entry in read(locale).current}
    entries = [
        Entry(
            Translation(MESSAGES[key], text, TextState.TRANSLATED, Location("templates.po")),
            parse_inline(key[1]),
            parse_inline(text),
        )
        for key, text in known.items()
    ]
    findings = run((a_catalog(*entries, language=language(locale)),), (), partial=True)
    assert [f"{one.check}: {one.fault.message}" for one in findings if one.severity is not Severity.NOTE] == []


def test_the_gettext_tools_take_them() -> None:
    msgfmt = shutil.which("msgfmt") or pytest.skip("msgfmt is not installed")
    for path in CATALOGS:
        done = subprocess.run([msgfmt, "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
