"""What a document says about itself in its headers and footers, in the words of its language."""

import datetime

import pytest

from polyleaf.importing.about import about
from polyleaf.locales.table import language, words_of
from polyleaf.locales.words import Labels
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import starter_root

DAY, REVIEW = datetime.date(2027, 3, 5), datetime.date(2029, 3, 31)
MARGINS = {
    "en_GB": "Leaflet code: ORT-117\tVersion 2.3\tPublished 5 March 2027\tReview date: March 2029\tDepartment: Hips",
    "pl": "Kod ulotki: ORT-117 | Wersja 2.3 | Data publikacji: 5 marca 2027 | Przegląd: 31.03.2029 | Oddział: Hips",
    "ar": "رمز النشرة: ORT-117\tالإصدار 2.3\tتاريخ النشر: 5 مارس 2027\tتاريخ المراجعة: 31/03/2029\tالقسم: Hips",
    "bn": "কোড: ORT-117\tসংস্করণ ২.৩\tপ্রকাশিত: ৫ মার্চ ২০২৭\tপর্যালোচনার তারিখ: ৩১ মার্চ ২০২৯\tবিভাগ: Hips",
    "fa": "کد: ORT-117\tنسخه ۲٫۳\tتاریخ انتشار: 2027-03-05\tتاریخ بازبینی: 2029-03-31\tتهیه‌کننده: Hips",
    "gu": "કોડ: ORT-117\tઆવૃત્તિ 2.3\tપ્રકાશિત: 5 માર્ચ 2027\tસમીક્ષા તારીખ: 31 માર્ચ 2029\tવિભાગ: Hips",
    "pa": "ਕੋਡ: ORT-117\tਸੰਸਕਰਣ 2.3\tਪ੍ਰਕਾਸ਼ਿਤ: 5 ਮਾਰਚ 2027\tਸਮੀਖਿਆ ਮਿਤੀ: 31 ਮਾਰਚ 2029\tਵਿਭਾਗ: Hips",
    "ro": "Cod: ORT-117\tVersiunea 2.3\tPublicat: 5 martie 2027\tData revizuirii: 31.03.2029\tSecția: Hips",
    "so": "Koodhka: ORT-117\tNooca 2.3\tLa daabacay: 2027-03-05\tDib u eegista: 2029-03-31\tWaaxda: Hips",
    "ta": "குறியீடு: ORT-117\tபதிப்பு 2.3\tவெளியிட்ட தேதி: 5 மார்ச் 2027\tமறுஆய்வு தேதி: 31 மார்ச் 2029\tதுறை: Hips",
    "uk": "Код: ORT-117\tВерсія 2.3\tОпубліковано: 5 березня 2027 р.\tДата перегляду: 31.03.2029\tВідділення: Hips",
    "ur": "کوڈ: ORT-117\tورژن 2.3\tتاریخ اشاعت: 5 مارچ 2027\tنظرثانی کی تاریخ: 31 مارچ 2029\tشعبہ: Hips",
    "zh_Hans": "编号：ORT-117　版本：2.3\t发布日期：2027年3月5日\t复审日期：2029年3月31日\t科室：Hips",
    "de": "Dokument: ORT-117\tVersion 2.3\tStand: 5. März 2027\tNächste Überprüfung: 31.03.2029\tAbteilung: Hips",
}  # fmt: skip


@pytest.mark.parametrize("locale", MARGINS)
def test_labels_are_read_in_the_language_of_the_document(locale):
    found = about([MARGINS[locale]], {}, [], language(locale))
    assert (found.code, found.version, found.owner) == ("ORT-117", "2.3", "Hips")
    assert (found.published, found.review_by) == (DAY, REVIEW)


def test_english_labels_are_read_in_every_language():
    found = about([MARGINS["en_GB"]], {}, [], language("ta"))
    assert (found.code, found.version) == ("ORT-117", "2.3")


def test_every_language_of_the_starter_has_labels():

    config = read_project(starter_root()).config
    for locale in (config.source, *config.targets):
        labels = words_of(language(locale)).section(Labels)
        assert all((labels.code, labels.version, labels.published, labels.review, labels.owner)), locale


@pytest.mark.parametrize(
    "lines",
    [
        ["Page last reviewed: 5 March 2027\nNext review due: 31 March 2029"],
        ["Last review: 5 March 2027. Review date: 31/03/2029"],
        ["Published 5 March 2027", "Reviewed: 6 March 2028", "Next review: 31 March 2029"],
    ],
)
def test_the_day_of_the_last_review_is_not_that_of_the_next(lines):
    found = about(lines, {}, [], language("en_GB"))
    assert (found.published, found.review_by) == (DAY, REVIEW)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Document no. ORT 117-b\tIssue 4", "ORT 117-b"),
        ("© Seaside 2025. Date of publication: 01/02/2025", None),
        ("Publication: 02/2025. Ref: PHY/22", "PHY/22"),
        ("This form for 2027 is new", None),
        ("Leaflet No: DS/104 v3\tReview: Jan 2029", "DS/104"),
    ],
)
def test_a_date_is_no_code_and_a_code_may_have_a_space(line, code):
    assert about([line], {}, [], language("en_GB")).code == code
