"""The checks on what a translation counts, denies, and names: findings, silence, and what they say."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyleaf.checks.registry import CHECKS, find
from polyleaf.checks.run import run
from polyleaf.checks.samples.catalog import CATALOG, a_catalog, a_glossary, a_term, an_entry
from polyleaf.checks.samples.language import ENGLISH, KHMER, POLISH, URDU
from polyleaf.checks.samples.text import a_fact, a_link
from polyleaf.checks.translation_parts.read_ahead import read_ahead
from polyleaf.locales.table import LANGUAGES, language
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.facts import Term as TermFact
from polyleaf.model.finding import Severity
from polyleaf.model.message import TextState
from polyleaf.model.subject import LocaleCatalogs


def messages(check: str, source, target, **changes) -> list[str]:
    catalog = a_catalog(an_entry(source, target), **changes)
    return [finding.fault.message for finding in find(f"translation/{check}").run(catalog)]


VALUE_CHECKS = ("number-mismatch", "time-mismatch", "phone-mismatch", "unit-mismatch", "unit-missing")


@pytest.mark.parametrize(
    ("source", "target", "check"),
    [
        ("Rest for 3 hours.", "4 گھنٹے آرام کریں۔", "number-mismatch"),
        ("Come at 5:30pm.", "5:30 AM پر آئیں۔", "time-mismatch"),
        ("Come on 20 November 2026.", "21 نومبر 2026 کو آئیں۔", "time-mismatch"),
        ("Call 01632 960 100.", "01632 960 101 پر فون کریں۔", "phone-mismatch"),
        ("Rest for 3 hours.", "3 دن آرام کریں۔", "unit-mismatch"),
        ("Rest for 3 hours.", "3 تک آرام کریں۔", "unit-missing"),
        ("Call 01632 960 100 for 5 mg.", "01632 960 101، 6 ملی گرام۔", "phone-mismatch"),
    ],
)
def test_a_difference_is_told_once_by_the_check_it_belongs_to(source, target, check) -> None:
    assert [one for one in VALUE_CHECKS if messages(one, source, target)] == [check]


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("Rest for twenty four hours.", "Proszę odpoczywać 24 godziny.", False),
        ("Rest for twenty-four hours.", "Proszę odpoczywać dwadzieścia cztery godziny.", False),
        ("Rest for twenty-five minutes.", "Proszę odpoczywać 25 minut.", False),
        ("Rest for forty five minutes.", "Proszę odpoczywać 45 minut.", False),
        ("Rest for forty five minutes.", "Proszę odpoczywać 40 minut.", True),
        ("Rest for twenty four hours.", "Proszę odpoczywać 4 godziny.", True),
        ("Rest for 24 hours.", "Proszę odpoczywać dwadzieścia pięć godzin.", True),
    ],
)
def test_a_number_of_two_words_is_one_number(source, target, wrong) -> None:
    found = messages("number-mismatch", source, target, language=POLISH)
    assert bool(found) is wrong


def test_both_amounts_are_shown() -> None:
    (message,) = messages("unit-mismatch", "Rest for 3 hours.", "3 دن آرام کریں۔")
    assert message.startswith("“3 hours” has become “3 دن”")
    (message,) = messages("time-mismatch", "Come at 5:30pm.", "17:45 پر آئیں۔")
    assert message.startswith("17:30 missing and 17:45 not in the text")


@pytest.mark.parametrize("check", VALUE_CHECKS)
def test_facts_are_not_counted(check) -> None:
    assert messages(check, ("Rest for ", a_fact("rest"), "."), (a_fact("rest"), " آرام کریں۔")) == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Do not eat. Drink.", "کچھ کھائیں۔ پئیں۔", True),
        ("Do not eat. Drink.", "کچھ نہ کھائیں۔ پئیں۔", False),
        ("Eat. Do not drink.", "نہ کھائیں۔ پئیں۔", True),
        ("You cannot eat unless we tell you.", "کھا سکتے ہیں جب ہم بتائیں۔", True),
        ("Eat.", "کھائیں۔", False),
        # One denial of several: what is left turns the sentence round.
        ("Do not eat or drink.", "کچھ نہ کھائیں اور پئیں۔", True),
        ("Do not eat or drink.", "کچھ کھائیں اور نہ پئیں۔", True),
        ("Do not eat or drink.", "کچھ نہ کھائیں اور نہ پئیں۔", False),
        ("Do not eat, drink or smoke.", "کچھ نہ کھائیں اور پئیں۔", True),
        ("Do not eat or drink.", "کچھ کھائیں یا پئیں نہیں۔", False),
        ("Do not eat until we tell you.", "جب تک ہم بتائیں، نہ کھائیں۔", True),
        ("Do not eat until we tell you.", "جب تک ہم نہ بتائیں، نہ کھائیں۔", False),
        ("Do not eat until we tell you.", "ہمارے بتانے تک نہ کھائیں۔", False),
        ("Whether or not you eat or drink, call us.", "کھائیں اور پئیں، فون کریں۔", False),
    ],
)
def test_negation_lost(source, target, found) -> None:
    assert bool(messages("negation-lost", source, target)) is found


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Take it.", "نہ لیں۔", True),
        ("Wait until we call.", "جب تک ہم نہ بلائیں انتظار کریں۔", False),
        ("Do not take it.", "نہ لیں۔", False),
        ("Avoid it.", "نہ لیں۔", False),
        # What limits or counts excuses no denial, but "no more" is "at most".
        ("You can take up to two tablets later.", "آپ بعد میں دو گولیاں تک نہیں لے سکتے۔", True),
        ("Take at most two tablets.", "دو گولیوں سے زیادہ نہ لیں۔", False),
        ("Take the units in the university.", "یونیورسٹی میں یونٹ نہ لیں۔", True),
    ],
)
def test_negation_added(source, target, found) -> None:
    assert bool(messages("negation-added", source, target)) is found


@pytest.mark.parametrize(
    ("source", "target", "check"),
    [
        ("Open the second door.", "Proszę otworzyć pierwsze drzwi.", "number-mismatch"),
        ("Open the first door.", "Proszę otworzyć drugie drzwi.", "number-mismatch"),
        ("Open the first door.", "Proszę otworzyć pierwsze drzwi.", None),
        ("Close the other door first, in the first two days.", "Najpierw drugie drzwi, w pierwsze dwa dni.", None),
        ("You may bring two visitors.", "Może przyjść jedna osoba.", "number-mismatch"),
        ("Use one hand, then another.", "Najpierw jedną ręką, potem drugą.", None),
        ("It works within a few hours.", "Działa w ciągu kilku minut.", "unit-mismatch"),
        ("It works within hours.", "Działa w ciągu kilku godzin.", None),
        ("Use the second door.", "Wejdź najpierw tymi drzwiami.", "number-mismatch"),
        ("Write today's second date and time.", "Proszę wpisać drugą datę i godzinę.", None),
        (
            "Lie on your right side, and lift your right arm.",
            "Proszę położyć się na prawym boku i podnieść lewą rękę.",
            "left-right-differs",
        ),
        ("Lift your left arm, then the other.", "Proszę podnieść lewą rękę, potem prawą.", None),
        ("Not your left arm, but the right one.", "Nie lewa ręka, ale prawa.", None),
        ("Turn left at the lift.", "Przy windzie proszę skręcić w prawo.", "left-right-differs"),
    ],
)
def test_what_stands_without_a_number_is_held_against_the_text(source, target, check) -> None:
    for one in ("number-mismatch", "unit-mismatch", "left-right-differs"):
        assert bool(messages(one, source, target, language=POLISH)) is (one == check)


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Ask for Dr Hughes.", "Proszę pytać o dr Webera.", True),
        ("Ask for Dr Hughes.", "Proszę pytać o doktora Hughesa.", False),
        ("Ask for Sister Anna Novak.", "Proszę pytać o siostrę Annę Nováka.", False),
        ("Your HbA1c was measured.", "Zmierzono hemoglobinę glikowaną.", False),
        ("Write to us in WhatsApp.", "Proszę napisać przez Messengera.", True),
        ("Write to @ward_7 or use WhatsApp.", "Proszę napisać do @ward_7 lub przez WhatsApp.", False),
        ("Write to @ward_7.", "Proszę napisać do @word_7.", True),
        ("Take 250mg at 5pm on the 2nd day, on A4 paper.", "Proszę przyjąć drugiego dnia.", False),
        ("The World Health Organization is in Geneva.", "Światowa Organizacja Zdrowia jest w Genewie.", False),
    ],
)
def test_name_missing(source, target, found) -> None:
    assert bool(messages("name-missing", source, target, language=POLISH)) is found


def test_names_in_other_letters_are_written_as_they_sound() -> None:
    assert not messages("name-missing", "Ask for Dr Hughes.", "ڈاکٹر ہیوز کا پوچھیں۔", language=URDU)


def test_a_language_without_a_table_is_left_alone() -> None:
    for locale in ("cy", "hu", "am", "th", "he", "ka", "pa_Arab"):
        catalog = a_catalog(an_entry("Do not eat before 5 hours on your left side.", "x"), language=language(locale))
        findings = run([catalog])
        assert "engine/check-crashed" not in [finding.check for finding in findings]
    ewe = {"language": language("ee")}
    for check in ("negation-lost", "negation-added", "left-right-differs", "before-after-differs", "unit-missing"):
        assert messages(check, "Do not eat before 5 hours on your left side.", "Lya 5 pa.", **ewe) == []


@pytest.mark.parametrize(
    ("target", "found"), [("Prawa strona dziecka", False), ("Lewa strona dziecka", True), ("Strona dziecka", True)]
)
def test_the_sides_of_a_picture_are_named_by_plain_words(target: str, found: bool) -> None:
    entry = an_entry("Your child's right", target)
    label = replace(
        entry, translation=replace(entry.translation, message=replace(entry.translation.message, context="side"))
    )
    for one, wrong in ((label, found), (entry, False)):
        told = list(find("translation/left-right-differs").run(a_catalog(one, language=POLISH)))
        assert bool(told) is wrong


def test_sides_and_order() -> None:
    assert messages("left-right-differs", "Lie on your left side.", "دائیں کروٹ لیٹیں۔")
    assert messages("left-right-differs", "If you left, that is right.", "اگر آپ چلے گئے تو ٹھیک ہے۔") == []
    assert messages("before-after-differs", "Call before you come.", "آنے کے بعد فون کریں۔")
    assert messages("before-after-differs", "A nurse looks after you.", "نرس آپ کا خیال رکھتی ہے۔") == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Call the ward.", "ward کو فون کریں۔", True),
        ("You have an MRI scan.", "آپ کا MRI اسکین ہوگا۔", False),
        ("Example Hospital, room B", "Example Hospital، کمرہ B", True),
        ("Call Example Hospital.", "Example Hospital کو فون کریں۔", True),
        ("Write to us.", "a@example.org پر لکھیں۔", False),
        ("Take warfarin.", "warfarin لیں۔", False),
        ("Call us.", "позвоните", True),
        ("5 µg", "5 µg", False),
    ],
)
def test_wrong_script(source, target, found) -> None:
    catalog = replace(a_catalog(an_entry(source, target)), facts={"w": TermFact("warfarin", "en")})
    assert bool(list(find("translation/wrong-script").run(catalog))) is found or "Example" in source


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("sw", "Call the doctor if you have pain.", "Wasiliana na daktari ikiwa una maumivu."),
        ("sw", "Girls and boys can be treated.", "Wasichana na wavulana wanaweza kutibiwa."),
        ("sw", "The patient must not eat.", "Mgonjwa asile."),
        ("az", "After the treatment, call us.", "Müalicənin aparılmasından sonra bizə zəng edin."),
        ("kk", "Your liver may be tested.", "Бауырыңыз тексерілуі мүмкін."),
        ("ku", "They are tired.", "Ew westiyayî ne."),
        ("ku", "He is not ill.", "Ew ne nexweş e."),
        ("ja", "Continue the medicine without stopping it.", "薬は中止することなく続けてください。"),
        ("ja", "You must come to the ward.", "病棟に来なければならず、"),
        ("bn", "Do not eat before the test.", "পরীক্ষার আগে খাওয়া যাবেনা।"),
        ("eu", "You cannot drive.", "Ezingo duzu gidatu."),
        ("te", "Come in the morning.", "ఉదయము రండి."),
        ("ka", "Nobody should drive.", "არავის შეიძლება მართვა."),
        ("zh_Hant", "This leaflet is free.", "這份單張是免費的。"),
        ("ht", "For example, take two tablets a day.", "Pa egzanp, pran de grenn pa jou."),
        ("lo", "For example, take two tablets.", "ຕົວຢ່າງ, ກິນຢາສອງເມັດ."),
        ("cy", "Call us if you have pain.", "Ffoniwch ni os oes gennych boen."),
        ("zh_Hant", "Seek help to escape the heat.", "尋求幫助以避免暑熱。"),
        ("zh_Hans", "Do not drink alcohol.", "避免饮酒。"),
        ("ru", "Wherever you are, call us.", "Где бы вы ни были, позвоните нам."),
        ("nl", "You cannot eat. Nor can you drink.", "U kunt niet eten. Evenmin kunt u drinken."),
    ],
)
def test_words_that_deny_are_known_from_words_that_begin_or_end_like_them(locale, source, target) -> None:
    assert messages("negation-lost", source, target, language=language(locale)) == []
    assert messages("negation-added", source, target, language=language(locale)) == []


def test_a_word_that_only_looks_like_a_denial_hides_no_lost_one() -> None:
    for locale, target in (("sw", "Wasiliana na daktari kabla ya kipimo."), ("kk", "Бауыр ауруында қабылдаңыз.")):
        assert messages("negation-lost", "Do not take it before the test.", target, language=language(locale))


ANOTHER, WRONG = "translation/another-script", "translation/wrong-script"


@pytest.mark.parametrize(
    ("locale", "text", "check", "told", "hint"),
    [
        ("ur", "ऑपरेशन से 6 घंटे पहले कुछ न खाएँ।", ANOTHER, "is not in Urdu script, but in Devanagari", "translated again"),
        ("pl", "Не ешьте за 6 часов до операции.", ANOTHER, "but in Cyrillic: 1 of 1 translation", "wrong catalog"),
        ("pl", "НЕ ЕШЬТЕ ЗА 6 ЧАСОВ ДО ОПЕРАЦИИ И НЕ ПРИНИМАЙТЕ ЛЕКАРСТВА.", ANOTHER, "in Cyrillic", "wrong catalog"),
        ("pl", "Перед MRI не ешьте 6 часов.", ANOTHER, "but in Cyrillic", "wrong catalog"),
        ("pl", "Перед operation не ешьте 6 часов.", ANOTHER, "but in Cyrillic", "wrong catalog"),
        ("ar", "Nie jedz nic przez 6 godzin przed zabiegiem.", ANOTHER, "but in Latin", "wrong catalog"),
        ("ro", "手术前6小时请勿进食。", ANOTHER, "but in", "wrong catalog"),
        ("ru", "ห้ามกินอาหาร 6 ชั่วโมงก่อนผ่าตัด", ANOTHER, "but in Thai", "wrong catalog"),
        ("ko", "手术前6小时请勿进食。", ANOTHER, "is not in Korean script", "wrong catalog"),
        ("zh_Hans", "手術の6時間前から何も食べないでください。", ANOTHER, "but in Japanese", "wrong catalog"),
        ("sr", "Nemojte jesti 6 sati pre operacije.", WRONG, "is not in Serbian script, but in Latin", "is sr_Latn"),
        ("uz", "Операциядан 6 соат олдин овқат еманг.", WRONG, "but in Cyrillic: 1 of 1 translation", "is uz_Cyrl"),
        ("pa", "اپنے آپریشن توں 6 گھنٹے پہلاں کجھ نہ کھاؤ۔", WRONG, "but in Arabic", "is pa_Arab"),
        ("uk", "Dorota Kowalska, Poznan", WRONG, "but in Latin", "wrong catalog"),
    ],
)
def test_a_text_in_another_script_is_told_once_and_judged_no_further(locale, text, check, told, hint) -> None:
    catalog = a_catalog(an_entry("Do not eat for 6 hours before your operation.", text), language=language(locale))
    (finding,) = [one for one in run((catalog,), (), partial=True) if one.severity > Severity.NOTE]
    assert finding.check == check
    assert told in finding.fault.message
    assert hint in finding.fault.hint


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("pl", "Hindi", "हिन्दी"),
        ("ur", "Contact Dr Jane Smith", "Dr Jane Smith"),
        ("ur", "Staphylococcus aureus", "Staphylococcus aureus (MRSA)"),
        ("zh_Hans", "Matsumoto shop", "松本の店"),
        ("pl", "Take aspirin.", "Zażyj аспирин."),
        ("hi", "Paracetamol", "Paracetamol (Calpol, Crocin, Dolo)"),
    ],
)
def test_names_in_another_script_are_no_text_of_another_language(locale, source, target) -> None:
    assert messages("another-script", source, target, language=language(locale)) == []


def test_names_of_the_source_may_stay_in_latin_letters() -> None:
    assert messages("wrong-script", "Ask at Example Hospital.", "Example Hospital میں پوچھیں۔") == []
    glossary = a_glossary(a_term("ward", "ward"))
    assert messages("wrong-script", "Call the ward.", "ward کو فون کریں۔", glossary=glossary) == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("After your scan", "After your scan", True),
        ("After your scan", "after  your scan.", True),
        ("Go home. Call us if you bleed at night.", "گھر جائیں۔ Call us if you bleed at night.", True),
        ("NHS 111", "NHS 111", False),
        ("5", "5", False),
        ("Email:", "E-mail:", False),
    ],
)
def test_unchanged(source, target, found) -> None:
    assert bool(messages("unchanged", source, target)) is found


def test_what_the_glossary_keeps_may_stay() -> None:
    glossary = a_glossary(a_term("cement", "cement"))
    assert messages("unchanged", "Cement", "Cement", language=POLISH, glossary=glossary) == []
    assert messages("unchanged", "Cement", "Cement", language=POLISH)
    assert messages("unchanged", "Colour", "Colour", language=replace(ENGLISH, locale="en_US")) == []


def test_length_and_sentences() -> None:
    long = "Take all your other medicines as normal and call the ward."
    assert messages("length-unusual", long, "لیں۔")
    assert messages("length-unusual", "Wash it.", "دھو لیں۔ زیورات گھر پر ہی چھوڑ کر آئیں۔")  # and the next text
    assert messages("length-unusual", "Yes", "جی ہاں بالکل ٹھیک ہے جناب") == []
    chinese = {"language": language("zh_Hans")}
    assert messages("length-unusual", long, "请照常服用所有其他药物，并致电病房。", **chinese) == []
    # Few letters in a script whose vowels are signs; many in Polish; a long text that lost its second half.
    assert messages("length-unusual", "Take the capsule in the morning.", "ਕੈਪਸੂਲ ਸਵੇਰੇ ਲਵੋ।", language=language("pa")) == []
    assert messages("length-unusual", "Take the capsule in the morning.", "ਲਵੋ।", language=language("pa"))
    half = "Wszystkie inne leki proszę przyjmować jak zwykle i zadzwonić"
    assert messages("length-unusual", f"{long} {long} {long}", half, language=POLISH)
    assert messages("sentence-missing", "Go home. Call us.", "گھر جائیں۔")
    assert messages("sentence-missing", "Go home. Call.", "گھر جائیں اور ضرورت ہو تو ہمیں فون کریں۔") == []


def test_endings_and_signs() -> None:
    assert messages("end-punctuation-differs", "Call us if:", "ہمیں فون کریں اگر۔")
    assert messages("end-punctuation-differs", "(a) yes", "ہاں")
    assert messages("end-punctuation-differs", "(page 9)", "(9 psl.)", language=language("lt")) == []
    assert messages("end-punctuation-differs", "Call us.", "โทรหาเรา", language=language("th")) == []
    assert messages("foreign-punctuation", "Does it hurt?", "کیا درد ہے?")
    assert messages("brackets-unpaired", "A (b)", "ا (ب")
    assert messages("brackets-unpaired", "1) A", "1) ا") == []
    assert messages("quotation-marks", "Press “Start”.", 'Proszę nacisnąć "Start".', language=POLISH)
    assert messages("quotation-marks", "Don’t", "l’eau d’ici", language=language("fr")) == []


def test_digits() -> None:
    assert messages("other-digits", "3 hours", "۳ گھنٹے", digits="latn")
    assert messages("other-digits", "3 hours", "۳ گھنٹے", digits="arabext") == []
    assert messages("other-digits", "3 hours", "3 گھنٹے", digits="arabext")
    assert messages("other-digits", "3 hours", "۳ گھنٹے") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("100 960 01632 پر", True),
        ("960100 1632 44+ پر", True),
        ("7946 0123 (020) پر", True),
        ("01632 960 100 پر", False),
        ("+441632960100 پر", False),
        ("01632960100 پر", False),
        ("\u206601632 960 100\u2069 پر", False),
        ("2-3 دن", False),
        ("تاریخ 2026-11-20", True),
        ("2026-11-20", False),
        ("10 000 لوگ", False),
        ("پر 500–1000", False),
        ("پر ۵۰۰–۱۰۰۰", False),
        ("پر 01632–960100", False),
        ("پر 555-1234", True),
    ],
)
def test_numbers_turned_round(words, found) -> None:
    assert bool(messages("numbers-turned-round", "x", words)) is found
    assert messages("numbers-turned-round", "x", "01632 960 100", language=POLISH) == []


@pytest.mark.parametrize(
    ("locale", "words", "found"),
    [
        ("fr", "Date", False),
        ("fr", "Complications", False),
        ("de", "QR-Code", False),
        ("fr", "Risks", True),
        ("de", "Date", True),
        ("pl", "Complications", True),
    ],
)
def test_words_that_a_language_shares_with_english_are_translated(locale, words, found) -> None:
    assert bool(messages("unchanged", words.replace("-", " "), words, language=language(locale))) is found


@pytest.mark.parametrize(
    ("source", "words", "found"),
    [
        ("{number} in {total}", "{number} {total}-st", True),
        ("{number} in {total}", "{number}\u00a0{total}", True),
        ("{number} in {total}", "{number}{total}", True),
        ("{number} in {total}", "{total}-st {number}", False),
        ("{number} in {total}", "{number}/{total}", False),
        ("Page {page} of 8", "8 {page}", True),
        ("Take {number} of 8 mg", "{number} 8 mg", True),
        ("{number} {total}", "{number} {total}", False),
    ],
)
def test_two_numbers_with_nothing_between_them(source, words, found) -> None:
    assert bool(messages("numbers-run-together", source, words, language=POLISH)) is found


def test_letters() -> None:
    assert messages("look-alike-letter", "Call.", "فون كريں۔")
    assert messages("look-alike-letter", "كتاب", "كتاب") == []
    assert messages("presentation-form", "Phone", "ﻓﻮﻥ")
    (told,) = find("translation/sign-lost").run(a_catalog(an_entry("Do not.", "Nie\x92 \x96 i \ufffc.")))
    assert "U+0092, U+0096, U+FFFC" in told.fault.message
    assert told.fault.hint == "Replace U+0092 by ’, U+0096 by –"
    assert messages("sign-lost", "A \ufffd", "B \ufffd") == []
    assert messages("kashida", "Phone", "فـــون")
    assert messages("not-composed", "to break", "złamac\u0301", language=POLISH)
    assert messages("foreign-letter", "Call us.", "Zavolejte nám, děkujeme.", language=POLISH)
    assert messages("foreign-letter", "Ménière disease", "choroba Ménière", language=POLISH)
    assert messages("foreign-letter", "the Ménière disease", "choroba Ménière", language=POLISH) == []


def test_runs_without_a_break() -> None:
    assert messages("run-without-break", "x", "ហ" * 30, language=KHMER)
    assert messages("run-without-break", "x", "\u200b".join("ហ" * 30), language=KHMER) == []
    assert messages("run-without-break", "x", "https://www.example.org/a-very-long-address", language=KHMER) == []


def test_addresses() -> None:
    assert messages("address-mismatch", "See www.example.org.", "www.example.com دیکھیں۔")
    assert messages("address-mismatch", "See Example.org.", "example.org دیکھیں۔") == []
    link = a_link("https://example.org/a", "x")
    assert messages("address-mismatch", ("See ", link), (link, " دیکھیں")) == []


GLOSSARY = a_glossary(
    a_term("needle", "سوئی", forbidden=("نیڈل",)),
    a_term("blood thinner", "خون پتلا کرنے والی دوا", forbidden=("خون گاڑھا کرنے والی دوا",), safety=True),
    a_term("blood", "خون"),
    a_term("MRI", "MRI"),
    a_term("NICE", "NICE"),
    a_term("gown", forbidden=("لباس",)),
)


@pytest.mark.parametrize(
    ("source", "target", "check"),
    [
        ("Two needles", "دو سوئیاں", ""),
        ("Two needles", "دو کانٹے", "term-missing"),
        ("Two needles", "دو سوئیاں، نیڈل", "term-forbidden"),
        ("Blood thinners", "خون پتلا کرنے والی دوائیں", ""),
        ("Blood thinners", "دوائیں", "safety-term"),
        ("Blood-thinner", "خون پتلا کرنے والی دوا، خون گاڑھا کرنے والی دوا", "safety-term"),
        ("an MRI scan", "ایک اسکین", "term-missing"),
        ("an MRI scan", "ایک MRI اسکین", ""),
        ("a nice scan", "ایک اسکین", ""),
        ("A gown", "ایک گاؤن", ""),
        ("A gown", "ایک لباس", "term-forbidden"),
        ("Mail needle@example.org", "needle@example.org", ""),
    ],
)
def test_terms(source, target, check) -> None:
    found = [
        one
        for one in ("term-missing", "term-forbidden", "safety-term")
        if messages(one, source, target, glossary=GLOSSARY)
    ]
    assert found == ([check] if check else [])


def test_only_safety_terms_are_errors() -> None:
    assert find("translation/safety-term").severity is Severity.ERROR
    assert find("translation/term-missing").severity is find("translation/term-forbidden").severity is Severity.WARNING


def test_a_term_names_its_place_in_the_glossary() -> None:
    catalog = a_catalog(an_entry("Two needles", "دو کانٹے"), glossary=GLOSSARY)
    (finding,) = find("translation/term-missing").run(catalog)
    assert "translations/glossary/ur.csv:2" in finding.fault.hint
    assert finding.fault.location.path == CATALOG


def together(*pairs) -> LocaleCatalogs:
    catalogs = tuple(a_catalog(*(an_entry(s, t, line=10 + n) for n, (s, t) in enumerate(one))) for one in pairs)
    return LocaleCatalogs("ur", "translations/ur/LC_MESSAGES", catalogs)


def told(check: str, subject: LocaleCatalogs) -> int:
    return len(list(find(f"translation/{check}").run(subject)))


def test_the_same_text_in_two_catalogs() -> None:
    one, other = ("Call the ward now.", "وارڈ کو ابھی فون کریں۔"), ("Call the ward now!", "ابھی وارڈ سے پوچھیں۔")
    assert told("two-translations", together([one], [other])) == 1
    assert told("two-translations", together([one], [one])) == 0
    assert told("two-translations", together([("Ward", "وارڈ")], [("Ward", "شعبہ")])) == 0
    assert told("two-translations", together()) == 0


def test_two_texts_with_one_translation() -> None:
    one = ("Eat before the scan.", "اسکین سے پہلے کھائیں۔")
    assert told("same-translation", together([one, ("Never drive after this.", one[1])])) == 1
    assert told("same-translation", together([one, ("Eat before the scans.", one[1])])) == 0


@pytest.mark.parametrize(
    ("places", "number"), [({3: 9, 9: 3}, 1), ({3: 9, 9: 9}, 0), ({3: 9, 9: 15, 15: 3}, 0), ({}, 0)]
)
def test_two_translations_that_changed_places(places, number) -> None:
    """Neither a copy, which is told otherwise, nor three in a ring, where no two have each other's."""
    words = [f"{one}{one}{other}{other}" for one in "abcdefgh" for other in "abcde"]
    texts = [" ".join(words[(place + step) % len(words)] for step in (0, 1, 3)) for place in range(len(words))]
    urdu = [text.translate(str.maketrans("abcdefgh", "ابتجدرسش")) for text in texts]
    pairs = [(text, urdu[places.get(place, place)]) for place, text in enumerate(texts)]
    assert told("changed-places", together(pairs)) == number


NASTY = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)


@given(NASTY, NASTY, st.sampled_from(sorted(LANGUAGES)))
@settings(max_examples=120, deadline=None)
def test_every_check_judges_every_language(source, target, locale) -> None:
    catalog = a_catalog(
        an_entry(source or "x", target or "y"), language=language(locale), digits="latn", glossary=GLOSSARY
    )
    findings = run([catalog, LocaleCatalogs(locale, "translations/x", (catalog, catalog))])
    assert "engine/check-crashed" not in [finding.check for finding in findings]


def test_the_source_language_and_what_is_not_printed_is_not_judged() -> None:
    bad = [
        check.bad() for check in CHECKS if check.subject is CatalogView and check.id != "translation/faulty-glossary"
    ]
    own = [replace(one, language=ENGLISH, source_language=ENGLISH) for one in bad]
    names = {finding.check for finding in run(own)}
    assert names <= {
        "translation/placeholder-mismatch",
        "translation/markup-mismatch",
        "translation/html-or-template-syntax",
        "translation/unsafe-link",
        "translation/bidi-control",
        "translation/sign-lost",
        "translation/sign-not-in-fonts",
    }
    fuzzy = [
        replace(
            one,
            entries=tuple(
                replace(entry, translation=replace(entry.translation, state=TextState.FUZZY)) for entry in one.entries
            ),
        )
        for one in bad
    ]
    assert {finding.check for finding in run(fuzzy)} == {"translation/fuzzy", "translation/missing"}


def test_samples_are_in_urdu_unless_they_say_so() -> None:
    assert a_catalog().language == URDU


UNLESS = {
    "de": "Setzen Sie die Tabletten nicht ab, {}.",
    "pl": "Nie wolno odstawiać tabletek, {} lekarz.",
    "ro": "Nu întrerupeți comprimatele {} vă spune medicul.",
    "ur": "گولیاں بند نہ کریں {} آپ کا ڈاکٹر کہے۔",
    "fa": "قرص‌ها را قطع نکنید {} پزشک به شما بگوید.",
    "es": "No deje las pastillas {} su médico se lo diga.",
    "fr": "N’arrêtez pas les comprimés {} votre médecin vous le dit.",
    "ta": "மருத்துவர் {} மாத்திரைகளை நிறுத்த வேண்டாம்.",
    "gu": "ડૉક્ટર {} ગોળીઓ બંધ ન કરો.",
    "pa": "ਗੋਲੀਆਂ ਬੰਦ ਨਾ ਕਰੋ {}।",
}
WAYS = {
    "de": ("es sei denn, Ihr Arzt sagt es", "wenn Ihr Arzt es sagt"),
    "pl": ("chyba że zaleci to", "gdy zaleci to"),
    "ro": ("decât dacă", "când"),
    "ur": ("سوائے اس کے کہ", "جب"),
    "fa": ("مگر این‌که", "وقتی"),
    "es": ("a menos que", "cuando"),
    "fr": ("sauf si", "quand"),
    "ta": ("சொல்லாவிட்டால்", "சொல்லும்போது"),
    "gu": ("કહે નહીં ત્યાં સુધી", "કહે ત્યારે"),
    "pa": ("ਜਦੋਂ ਤੱਕ ਡਾਕਟਰ ਨਾ ਕਹੇ", "ਜਦੋਂ ਡਾਕਟਰ ਕਹੇ"),
}


@pytest.mark.parametrize("locale", UNLESS)
def test_unless_and_when_are_not_the_same(locale) -> None:
    unless, when = (UNLESS[locale].format(way) for way in WAYS[locale])
    for source, right, wrong in (
        ("Do not stop the tablets when your doctor tells you to.", when, unless),
        ("Do not stop the tablets unless your doctor tells you to.", unless, when),
    ):
        told = [
            [
                m
                for check in ("negation-added", "negation-lost")
                for m in messages(check, source, target, language=spoken)
            ]
            for spoken in (language(locale),)
            for target in (right, wrong)
        ]
        assert told[0] == []
        assert len(told[1]) == 1


@pytest.mark.parametrize(
    ("locale", "source", "target", "found"),
    [
        ("de", "Take all your tablets except warfarin.", "Nehmen Sie alle Tabletten außer Warfarin.", False),
        ("de", "Take all your tablets except warfarin.", "Nehmen Sie alle Tabletten mit Warfarin.", True),
        ("pl", "Take all your tablets except warfarin.", "Proszę przyjmować wszystkie tabletki z warfaryną.", True),
        ("de", "Take all your tablets except warfarin.", "Nehmen Sie Warfarin nicht, sonst alle Tabletten.", False),
        ("ru", "In addition, take iron.", "Кроме того, принимайте железо.", False),
        ("de", "Only call if it bleeds.", "Rufen Sie nicht an, es sei denn, es blutet.", False),
    ],
)
def test_an_exception_is_not_lost_or_added(locale, source, target, found) -> None:
    told = [
        m
        for check in ("negation-added", "negation-lost")
        for m in messages(check, source, target, language=language(locale))
    ]
    assert bool(told) is found


@pytest.mark.parametrize(
    ("locale", "denied", "said"),
    [
        ("nl", "Stop niet met aspirine.", "Stop met aspirine."),
        ("sv", "Sluta inte med aspirin.", "Sluta med aspirin."),
        ("da", "Stop ikke med aspirin.", "Stop med aspirin."),
        ("nb", "Ikke slutt med aspirin.", "Slutt med aspirin."),
        ("fi", "Älä lopeta aspiriinia.", "Lopeta aspiriini."),
        ("hu", "Ne hagyja abba az aszpirint.", "Hagyja abba az aszpirint."),
        ("hr", "Nemojte prestati uzimati aspirin.", "Prestanite uzimati aspirin."),
        ("bs", "Nemojte prestati uzimati aspirin.", "Prestanite uzimati aspirin."),
        ("sr", "Немојте престати да узимате аспирин.", "Престаните да узимате аспирин."),
        ("sr_Latn", "Nemojte prestati da uzimate aspirin.", "Prestanite da uzimate aspirin."),
        ("sk", "Neprestaňte užívať aspirín.", "Prestaňte užívať aspirín."),
        ("sl", "Ne prenehajte jemati aspirina.", "Prenehajte jemati aspirin."),
        ("el", "Μη σταματήσετε την ασπιρίνη.", "Σταματήστε την ασπιρίνη."),
        ("tr", "Aspirini bırakmayın.", "Aspirini bırakın."),
        ("tr", "Aspirini bırakmamak gerekir.", "Aspirini bırakmak gerekir."),
        ("cs", "Nedělejte to.", "Dělejte to."),
        ("sw", "Kipeperushi hiki hakichukui nafasi ya ushauri.", "Kipeperushi hiki kinachukua nafasi ya ushauri."),
        ("ko", "아스피린을 끊지 마십시오.", "아스피린을 끊으십시오."),
        ("ko", "아스피린을 끊으면 안 됩니다.", "아스피린을 끊으십시오."),
        ("id", "Jangan berhenti minum aspirin.", "Berhenti minum aspirin."),
        ("ms", "Jangan berhenti mengambil aspirin.", "Berhenti mengambil aspirin."),
        ("he", "אל תפסיק ליטול אספירין.", "הפסק ליטול אספירין."),
        ("th", "อย่าหยุดกินยาแอสไพริน", "หยุดกินยาแอสไพริน"),
        ("ne", "एस्पिरिन खान नरोक्नुहोस्।", "एस्पिरिन खान रोक्नुहोस्।"),
        ("et", "Ärge lõpetage aspiriini võtmist.", "Lõpetage aspiriini võtmine."),
        ("lv", "Nepārtrauciet lietot aspirīnu.", "Pārtrauciet lietot aspirīnu."),
        ("lt", "Nenustokite vartoti aspirino.", "Nustokite vartoti aspiriną."),
        ("be", "Не спыняйце прыём аспірыну.", "Спыніце прыём аспірыну."),
        ("ca", "No deixi l’aspirina.", "Deixi l’aspirina."),
        ("eu", "Ez utzi aspirina hartzeari.", "Utzi aspirina hartzeari."),
        ("ga", "Ná stop den aspairín.", "Stop den aspairín."),
        ("gl", "Non deixe a aspirina.", "Deixe a aspirina."),
        ("is", "Ekki hætta að taka aspirín.", "Hættu að taka aspirín."),
        ("sq", "Mos e ndërprisni aspirinën.", "Ndërpriteni aspirinën."),
        ("fil", "Huwag itigil ang aspirin.", "Itigil ang aspirin."),
        ("bg", "Не спирайте аспирина.", "Спрете аспирина."),
        ("mk", "Не престанувајте да земате аспирин.", "Престанете да земате аспирин."),
        ("nn", "Ikkje slutt med aspirin.", "Slutt med aspirin."),
        ("mr", "ऍस्पिरिन घेणे थांबवू नका.", "ऍस्पिरिन घेणे थांबवा."),
        ("ht", "Pa sispann pran aspirin.", "Sispann pran aspirin."),
        ("cy", "Peidiwch â rhoi’r gorau i gymryd asbrin.", "Rhowch y gorau i gymryd asbrin."),
        ("uz", "Aspirin ichishni to‘xtatmang.", "Aspirin ichishni to‘xtating."),
        ("uz_Cyrl", "Аспирин ичишни тўхтатманг.", "Аспирин ичишни тўхтатинг."),
        ("tg", "Истеъмоли аспиринро қатъ накунед.", "Истеъмоли аспиринро қатъ кунед."),
        ("mn", "Аспирин уухаа бүү зогсоо.", "Аспирин уухаа зогсоо."),
        ("lo", "ຢ່າຢຸດກິນແອສໄພຣິນ.", "ຢຸດກິນແອສໄພຣິນ."),
        ("ky", "Аспирин ичүүнү токтотпоңуз.", "Аспирин ичүүнү токтотуңуз."),
    ],
)
def test_a_lost_denial_is_told_in_many_languages(locale, denied, said) -> None:
    spoken = language(locale)
    assert messages("negation-lost", "Do not stop taking aspirin.", denied, language=spoken) == []
    assert len(messages("negation-lost", "Do not stop taking aspirin.", said, language=spoken)) == 1
    assert messages("negation-added", "Take aspirin.", said, language=spoken) == []
    assert len(messages("negation-added", "Take aspirin.", denied, language=spoken)) == 1


def test_a_source_that_was_read_ahead_is_judged_alike() -> None:
    entries = [
        an_entry("Take 2 tablets twice a day, not at night.", "Tome 3 tabletas una vez al día."),
        an_entry("A", "B"),
    ]
    catalog = a_catalog(*entries, language=language("es"))
    before = run([catalog], (), partial=True)
    read_ahead(catalog)
    assert run([replace(catalog)], (), partial=True) == before != ()


@pytest.mark.parametrize(
    ("locale", "source", "target", "turned"),
    [
        (
            "de",
            "Use it twice a week, never more than once a day.",
            "Tragen Sie es zweimal pro Woche auf, nie öfter als einmal am Tag.",
            "Use it twice a day, never more than once a week.",
        ),
        (
            "zh_Hans",
            "Use it twice a week, never more than once a day.",
            "每周用两次，绝不要超过每天一次。",
            "Use it twice a day, never more than once a week.",
        ),
        (
            "pl",
            "Lie flat for four hours, then sit up slowly for another two.",
            "Proszę leżeć płasko przez cztery godziny, a potem powoli posiedzieć jeszcze dwie.",
            "Lie flat for two hours, then sit up slowly for another four.",
        ),
        (
            "gu",
            "Stop the tablets three days before the test and start them again the day after.",
            "તપાસના ત્રણ દિવસ પહેલાં ગોળીઓ બંધ કરો અને તેના બીજા દિવસે ફરી શરૂ કરો.",
            "Start the tablets three days before the test and stop them again the day after.",
        ),
        (
            "es",
            "You can have a shower after 48 hours, but no bath for two weeks.",
            "Puede ducharse pasadas 48 horas, pero no bañarse durante dos semanas.",
            "You can have a shower after two weeks, but no bath for 48 hours.",
        ),
        (
            "ro",
            "Your first injection is on Monday morning, the second one on Thursday evening.",
            "Prima injecție este luni dimineața, a doua joi seara.",
            "Your first injection is on Monday evening, the second one on Thursday morning.",
        ),
        (
            "ru",
            "Take two tablets in the morning and three tablets in the evening.",
            "Принимайте две таблетки утром и три таблетки вечером.",
            "Take two tablets in the evening and three tablets in the morning.",
        ),
    ],
)
def test_two_things_that_changed_places_are_told(locale, source, target, turned) -> None:
    assert messages("order-differs", source, target, language=language(locale)) == []
    assert messages("order-differs", turned, target, language=language(locale))


@pytest.mark.parametrize(("said", "told"), [("midnight", False), ("noon", True)])
def test_noon_is_no_midnight_beside_an_afternoon(said, told) -> None:
    source = f"Eat nothing after {said}, even if your operation is in the afternoon."
    target = "Essen Sie nach Mitternacht nichts mehr, auch wenn Ihre Operation am Nachmittag ist."
    catalog = a_catalog(an_entry(source, target), language=language("de"))
    assert bool(run([catalog])) is told


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("de", "It may hurt for {} six weeks.", "Es kann bis zu sechs Wochen wehtun."),
        ("bn", "It may hurt for {} 6 weeks.", "৬ সপ্তাহ পর্যন্ত ব্যথা হতে পারে।"),
        ("pl", "It may hurt for {} six weeks.", "Może boleć do sześciu tygodni."),
    ],
)
def test_up_to_a_number_is_not_at_least_it(locale, source, target) -> None:
    assert messages("opposite-turned", source.format("up to"), target, language=language(locale)) == []
    assert messages("opposite-turned", source.format("at least"), target, language=language(locale))


def test_a_limit_that_both_say_excuses_no_denial() -> None:
    target = "Nehmen Sie dieses Mittel nicht, wenn Sie weniger als 50 kg wiegen."
    source = "{} this medicine if you weigh less than 50 kg."
    german = language("de")
    assert messages("negation-added", source.format("Do not take"), target, language=german) == []
    assert messages("negation-added", source.format("Take"), target, language=german)
    said_by_denial = "Es dauert nicht mehr als eine Stunde."
    assert messages("negation-added", "It takes less than an hour.", said_by_denial, language=german) == []


def test_once_is_no_first() -> None:
    source = "The {} check is at eight weeks, and then once every three months."
    target = "Pierwsza kontrola jest po ośmiu tygodniach, a potem raz na trzy miesiące."
    assert messages("number-mismatch", source.format("first"), target, language=POLISH) == []
    assert messages("number-mismatch", source.format("second"), target, language=POLISH)


def test_a_sentence_that_is_turned_round_as_a_whole_is_none_whose_parts_changed_places() -> None:
    source = "Eat nothing after midnight, even if your operation is in the afternoon."
    target = "உங்கள் அறுவை சிகிச்சை பிற்பகலில் இருந்தாலும், நள்ளிரவுக்குப் பிறகு எதுவும் சாப்பிட வேண்டாம்."
    assert messages("order-differs", source, target, language=language("ta")) == []


@pytest.mark.parametrize(("locale", "target"), [("lv", "Tas ir bez maksas."), ("cy", "Mae am ddim.")])
def test_what_is_free_may_be_without_cost(locale, target) -> None:
    assert messages("negation-added", "It is free.", target, language=language(locale)) == []
