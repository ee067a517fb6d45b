"""The hard cases of each script: what a screen reader hears and where letters stand on paper.

One small document a script, with the constructs that break in other tools: conjuncts, lam-alef, Nastaliq stacks,
vowels that stand before their consonant, Thai marks, Chinese punctuation at line ends, and Latin drug names, doses,
telephone numbers and addresses inside right-to-left text.
"""

from __future__ import annotations

import datetime
import json
import re
import shutil
import subprocess

import pypdfium2
import pytest

from polyleaf.building.documents import Documents
from polyleaf.building.fonts import families
from polyleaf.building.printed import printed_document
from polyleaf.checks.run import run
from polyleaf.locales.numbers import format_number
from polyleaf.locales.table import language
from polyleaf.model.block_texts import texts
from polyleaf.model.finding import Severity
from polyleaf.model.inline import FactWords
from polyleaf.model.spoken import letters, words
from polyleaf.render.order import RenderOrder
from polyleaf.render.render import render
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms
from polyleaf.workspace import Workspace

MIXED = "{drug} {dose}، {phone} ({web}) {chance}. {from_to} B12 COVID-19. {at}، {mail}."

CASES = {
    "hi": ["क्ष ज्ञ त्र श्र र्क कि की क्षि स्त्री", "द्धि ह्म न्त्य र्त्स्न्य"],
    "mr": ["ऱ्ह ऱ्य ज्ञानेश्वर श्री", "चार्‍यांना"],
    "ne": ["क्षेत्र प्रक्रिया स्वास्थ्य", "हड्डी"],
    "bn": ["ক্ষ জ্ঞ ন্ত্র ধীরে কে কো কৌ কি", "র্ক ক্র র‍্য স্ত্রী উদ্ভূত"],
    "pa": ["ਸਿਹਤ ਪੰਜਾਬੀ ਕ੍ਰਿਪਾ ਹੱਡੀ ਜਦੋਂ ਕੋਈ ਨੂੰ ਠੀਕ ਨੂੰ। ਟੁੱਟੀ", "ਸ੍ਵੈ ਪ੍ਰਕਿਰਿਆ"],
    "gu": ["ક્ષ જ્ઞ ત્ર કિ દુનિયા સ્ત્રી હાડકું સાજું કરવું પાસે દુભાષિયો", "ર્ક પ્રક્રિયા હાડકું"],
    "ta": ["கெ கே கை கொ கோ கௌ", "க்ஷ ஸ்ரீ முதுகெலும்பு செயல்முறை"],
    "te": ["క్ష స్త్రీ కై కొ కో", "ఎముక ప్రక్రియ"],
    "kn": ["ಕ್ಷ ಸ್ತ್ರೀ ರ್ಕ ಕೈ ಕೊ", "ಮೂಳೆ ಪ್ರಕ್ರಿಯೆ"],
    "ml": ["ക്ഷ സ്ത്രീ കെ കൊ കൈ", "ന്റെ ള്ള ക്ക അവൻ അവർ"],
    "si": ["ක්‍ෂ ශ්‍රී කෙ කො කෝ", "ප්‍රකාරය"],
    "th": ["น้ำ ทั้ง ก็ เก้า ที่นี่ ปวดหลัง", "กรุณาแจ้งให้เราทราบหากคุณรับประทานยาละลายลิ่มเลือดก่อนทำหัตถการ"],
    "lo": ["ນ້ຳ ເຈົ້າ ກໍ່", "ກະລຸນາແຈ້ງໃຫ້ພວກເຮົາຊາບຖ້າທ່ານກິນຢາລະລາຍເລືອດກ່ອນການປິ່ນປົວຂອງທ່ານ"],
    "km": ["ស្ត្រី ក្រៃ កោ កៅ ភ្នំ", "សូមប្រាប់យើងប្រសិនបើអ្នកលេបថ្នាំបន្ថយការកកឈាមមុនពេលព្យាបាលរបស់អ្នក"],
    "my": ["ကြေ ကျွန်ုပ် မြန်မာ ဝေ", "ကုသမှုမခံယူမီသွေးကျဲဆေးသောက်နေပါကကျွန်ုပ်တို့ကိုပြောပြပါ"],
    "am": ["ጤና ይስጥልኝ። ሐኪም፣ መድኃኒት፤", "አጥንት"],
    "ka": ["ძვალი, „ციტატა“", "პროცედურა"],
    "hy": ["Ոսկոր, «մեջբերում»։", "և բուժում"],
    "zh_Hans": ["请在手术前，告诉我们：您是否服用“血液稀释剂”（如华法林）？" * 4, "骨，刃、直"],
    "zh_Hant": ["請在手術前，告訴我們：您是否服用「血液稀釋劑」（如華法林）？" * 4, "骨，刃、直"],
    "ja": ["手術の前に、「血液をさらさらにする薬」を飲んでいるか教えてください。" * 3, "ガギグゲゴ っょ。"],
    "ko": ["수술 전에 혈액 희석제를 복용하는지 알려 주십시오. 뼈, 척추.", "값 닭 없다"],
    "ar": ["لا الله لأن لإ لآ مسؤول شيءٌ", "العلاجُ بِالإسمنتِ (العظمي) " + MIXED],
    "fa": ["می‌خواهم لایه نمی‌توانید", "عظمِ پشت (ستون) " + MIXED],
    "ur": ["نستعلیق ٹھیک پیچھے بیٹھیں ہڈی", "ریڑھ کی ہڈی (سیمنٹ) " + MIXED],
    "ps": ["ښځه ږغ ځای ډاکټر ټول", "هډوکی (سمنټ) " + MIXED],
    "ckb": ["ئێسک ڵاڵ ڕێگا وە", "بڕبڕەی پشت (چیمەنتۆ) " + MIXED],
    "pa_Arab": ["پنجابی ہڈی ٹھیک", "ریڑھ دی ہڈی (سیمنٹ) " + MIXED],
    "he": ["שָׁלוֹם רופא, ״ציטוט״", "עצם (מלט) " + MIXED.replace("،", ",")],
}  # fmt: skip
"""Two paragraphs of each language."""

SPACED = ("am", "bn", "gu", "hi", "hy", "ka", "kn", "ko", "ml", "mr", "ne", "pa", "si", "ta", "te")
FACTS = 8
RIGHT_TO_LEFT = ("ar", "fa", "ur", "ps", "ckb", "pa_Arab", "he")
CONFIG = """[organisation]
name = "Example Hospital"
[languages]
source = "en_GB"
targets = [{locale}]
[editions.large]
size = "18pt"
"""
LEAFLET = """---
title: Title
code: X-1
version: "1"
published: 2026-01-01
review_by: 2099-01-01
owner: Ward
facts:
  drug: {term: "warfarin", lang: en}
  dose: {quantity: 2.5, unit: mg}
  phone: {phone: "01632 960 100"}
  web: {web: "https://www.example.org/a-b"}
  chance: {risk: 1, in: 1000}
  from_to: {quantity: 5, to: 10, unit: day}
  at: {time: "17:30"}
  mail: {email: "day-ward2@example.org"}
---
One

Two {drug} {dose} {phone} {web} {chance} {from_to} {at} {mail}

- One
- Two {drug} {dose} {phone} {web} {chance} {from_to} {at} {mail}
"""


@pytest.fixture(scope="module", params=sorted(CASES))
def printed(request, tmp_path_factory):
    locale = request.param
    root = tmp_path_factory.mktemp(locale)
    leaflet = root / "leaflets" / "hard" / "leaflet.md"
    leaflet.parent.mkdir(parents=True)
    (root / "polyleaf.toml").write_text(CONFIG.format(locale=json.dumps(locale)), encoding="utf-8")
    leaflet.write_text(LEAFLET, encoding="utf-8")
    catalog = root / "translations" / locale / "LC_MESSAGES" / "hard.po"
    catalog.parent.mkdir(parents=True)
    first, second = CASES[locale]
    translated = {
        "One": first,
        "Two {drug} {dose} {phone} {web} {chance} {from_to} {at} {mail}": second,
        "Title": first[:6],
    }
    entries = [
        f"{'msgctxt ' + chr(34) + 'title' + chr(34) if source == 'Title' else ''}\n"
        f"msgid {json.dumps(source)}\nmsgstr {json.dumps(text, ensure_ascii=False)}\n"
        for source, text in translated.items()
    ]
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    catalog.write_text("\n".join([head, *entries]), encoding="utf-8")
    project = read_project(root)
    assert not project.leaflets["hard"].faults
    document = Documents(Workspace(project, datetime.date(2026, 11, 20))).document("hard", locale)
    edition, target = project.config.editions["large"], root / "hard.pdf"
    order = RenderOrder(document, edition, template_rooms(root), {}, target, families=families(project.config))
    rendered = render(order)
    return locale, printed_document(order, target, "hard.pdf", "", rendered.pages), target


def test_no_check_of_the_page_or_the_tags_finds_an_error(printed):
    _, subject, _ = printed
    errors = [one for one in run((subject,), partial=True) if one.severity is Severity.ERROR]
    assert not [f"{one.check}: {one.fault.message}" for one in errors]


def test_every_word_is_heard(printed):
    locale, subject, _ = printed
    said = words(subject.tags.root.text)
    for text in CASES[locale]:
        for piece in re.split(r"\{\w+\}", text):
            assert words(piece) in said


def test_numbers_names_and_addresses_keep_their_order_on_paper(printed):
    """poppler reads by place: what is reversed on paper is reversed there."""
    locale, _, target = printed
    if locale not in RIGHT_TO_LEFT:
        return  # nothing to turn round
    read = subprocess.run(["pdftotext", "-enc", "UTF-8", target, "-"], check=True, capture_output=True).stdout.decode()
    plain = letters(read)
    thousand = format_number(1000, language(locale), "latn")
    for piece in ("warfarin", "01632960100", "www.example.org/a-b", thousand):
        assert plain.count(piece) >= 2, piece
    for turned in ("nirafraw", "00106923610", "gro.elpmaxe"):
        assert turned not in plain


def pdfium(path):
    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def mupdf(path):
    command = ["mutool", "draw", "-q", "-F", "txt", path]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def poppler(path):
    return subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True).stdout.decode()


@pytest.mark.parametrize(
    "reader",
    [
        pdfium,
        poppler,
        pytest.param(mupdf, marks=pytest.mark.skipif(not shutil.which("mutool"), reason="mutool is not installed")),
    ],
)
def test_numbers_and_addresses_come_back_in_order_in_every_reader(printed, reader):
    """What Chrome, Evince and SumatraPDF copy and search: a telephone number turned round is harm."""
    locale, subject, target = printed
    read = reader(target)
    assert "\u200b" not in read or locale in ("km", "lo", "my", "th")
    if locale not in RIGHT_TO_LEFT:
        assert all(letters(text) in letters(read) for text in CASES[locale])
        assert all(words(text) in words(read) for text in CASES[locale] if locale in SPACED)
        return  # nothing to turn round
    told = words(read)
    thousand = format_number(1000, language(locale), "latn")
    for piece in ("01632 960 100", thousand, "B12", "COVID-19", "X-1"):
        assert told.count(piece) >= 2, piece
    for address in ("www.example.org/a-b", "day-ward2@example.org"):
        assert letters(read).count(address) >= 2
    inlines = [inline for text in texts(subject.document.blocks) for inline in text.inlines]
    facts = {words(inline.text) for inline in inlines if isinstance(inline, FactWords)}
    assert len(facts) == FACTS
    for fact in facts:
        assert told.count(fact) >= 2 or letters(read).count(letters(fact)) >= 2 > len(fact.split()), fact


def test_nothing_runs_out_of_the_column(printed):
    _, subject, _ = printed
    edge = max(run_.box[2] for page in subject.facts.pages for run_ in page.runs)
    assert edge < subject.facts.pages[0].media[2] - 40
