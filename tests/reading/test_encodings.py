"""Texts that are not in Unicode: named as what they are, and nothing else is taken for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.checks.run import run
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.locales.letters_and_signs import ENCODINGS
from polyleaf.locales.table import language
from polyleaf.reading import encodings
from polyleaf.reading.encodings import encoding_of

SOURCE = "Do not eat for six hours before the operation."
TEXTS = {
    "vi": "Không được ăn hoặc uống trước khi mổ sáu giờ.",
    "my": "ခွဲစိတ်မှုမပြုမီ ခြောက်နာရီ အစာမစားပါနှင့်။ သန္ဓေ၊ ဒုက္ခ၊ အင်္ဂလိပ်၊ ၀ေဒနာ",
    "hi": "ऑपरेशन से छह घंटे पहले कुछ न खाएँ।",
    "ta": "அறுவை சிகிச்சைக்கு ஆறு மணி நேரத்திற்கு முன் சாப்பிட வேண்டாம்.",
    "ru": "Не ешьте за шесть часов до операции. Рис и соль можно.",
    "uk": "Рік, сік: за шість годин до операції не їжте.",
    "ar": "لا تأكل قبل العملية بست ساعات.",
    "el": "Μην τρώτε έξι ώρες πριν από την εγχείρηση.",
    "fr": "À l’hôpital : ne mangez pas « ÇÀ » pendant six heures.",
    "pl": "Proszę nie jeść przez sześć godzin przed zabiegiem.",
    "de": "Essen Sie sechs Stunden vor der Operation nichts. ÜBERSICHT»",
    "shn": "ယႃႇၵိၼ်ၶဝ်ႈ 6 ၸူဝ်ႈမူင်း",
}


@pytest.mark.parametrize("locale", TEXTS)
def test_unicode_is_taken_for_nothing_else(locale) -> None:
    assert encoding_of(TEXTS[locale], SOURCE, language(locale)) == ""


@pytest.mark.parametrize(
    ("locale", "text", "named"),
    [
        ("my", "ေဆး႐ုံသို႔ မလာပါႏွင့္။", "Zawgyi"),
        ("my", "ခြဲစိတ္မႈ မျပဳမီ ေျခာက္နာရီ အစာမစားပါႏွင့္။", "Zawgyi"),
        ("my", "လူခ်စ္လူခင္မ်ား", "Zawgyi"),
        ("vi", "Khoâng ñöôïc aên hoaëc uoáng tröôùc khi moå.", "VNI"),
        ("vi", "Kh«ng ®­îc ¨n hoÆc uèng tr­íc khi mæ.", "TCVN3"),
        ("hi", "vkijs'ku ls N% ?kaVs igys dqN u [kk,aA", "Kruti Dev"),
        ("ta", "ePq;fs; 6 kzpNeuk; vijAk; rhg;gplf; $lhJ", "Bamini"),
        ("ta", "¾Á¢ú ¦Á¡Æ¢ì¸¡É ±ØòÐÕì¸û", "TSCII"),
        ("bn", "Avgvi †mvbvi evsjv, Avwg †Zvgvq fv‡jvevwm", "Bijoy"),
        ("en_GB", "It isnâ€™t safe.", "Windows-1252"),
        ("es", "Â¿Come usted seis horas antes?", "Windows-1252"),
    ],
)
def test_other_encodings_are_named(locale, text, named) -> None:
    assert named in encoding_of(text, SOURCE, language(locale))


@pytest.mark.parametrize("locale", sorted(TEXTS))
@pytest.mark.parametrize("page", ["cp1252", "cp1251"])
def test_utf8_that_was_opened_as_something_else(locale, page) -> None:
    text = TEXTS[locale]
    broken = "".join(bytes([byte]).decode(page, errors="ignore") or chr(byte) for byte in text.encode())
    if page == "cp1251" and language(locale).script == "Latn":
        return  # Cyrillic letters in a Latin text: another check names them
    assert encoding_of(broken, SOURCE, language(locale)) == f"UTF-8 that was opened as Windows-{page[2:]}"


@pytest.mark.parametrize(("locale", "page"), [("ru", "cp1251"), ("el", "cp1253"), ("ar", "cp1256")])
def test_a_code_page_that_was_opened_as_another(locale, page) -> None:
    broken = TEXTS[locale].encode(page).decode("cp1252", errors="ignore")
    assert f"Windows-{page[2:]}" in encoding_of(broken, SOURCE, language(locale))


@pytest.mark.parametrize(
    "text", [SOURCE, "NHS 111, MRI, CT", "Aap operation se pehle kuch na khayen.", "", "Dr Müller"]
)
def test_western_letters_are_not_garbage_by_themselves(text) -> None:
    assert encoding_of(text, SOURCE, language("hi")) == ""


@given(st.text(max_size=200), st.sampled_from(["my", "vi", "hi", "ru", "pl"]))
def test_any_text_has_an_answer(text, locale) -> None:
    assert isinstance(encoding_of(text, SOURCE, language(locale)), str)


def test_each_encoding_of_a_language_has_its_test() -> None:
    assert set(encodings._OWN) == set(ENCODINGS)


def test_a_catalog_has_one_finding_and_no_other_check_reads_the_garbage() -> None:
    good = an_entry("Drink water twice.", "ရေနှစ်ကြိမ်သောက်ပါ။")
    bad = [an_entry(f"Do not come at {hour}.", f"{hour} နာရီမွာ ေဆး႐ုံသို႔ မလာပါႏွင့္။ ၁၇") for hour in range(1, 9)]
    found = run([a_catalog(good, *bad, language=language("my"))], (), partial=True)
    (finding,) = [one for one in found if one.check != "translation/words-missing"]
    assert finding.check == "translation/another-encoding"
    assert finding.fault.message.startswith("8 of 9 translations not in Unicode, but in Zawgyi: line ")
    assert "these alone" in finding.fault.hint, "who converts the whole file spoils what is in Unicode already"
    (finding,) = run([a_catalog(*bad, language=language("my"))], (), partial=True)
    assert "the whole file" in finding.fault.hint


def test_letters_of_a_neighbour_are_one_finding_too() -> None:
    entries = [an_entry(f"Call us {word}.", f"كریں فون {word}") for word in ("A", "B", "C")]
    found = run([a_catalog(*entries)], (), partial=True)
    (finding,) = [one for one in found if one.check == "translation/look-alike-letter"]
    assert "and in 2 more translations" in finding.fault.message
