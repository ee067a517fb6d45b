"""What leaflets count in words: doses, times of day, days, opposites, and that no pattern explodes."""

from __future__ import annotations

import time
from fractions import Fraction
from functools import cache

import pytest
from bench.words import LEAFLETS, Pair, dosing, told

from polyleaf.locales.numerals import spelled_out
from polyleaf.locales.table import LANGUAGES, language, words_of
from polyleaf.locales.words import Numbers
from polyleaf.model.finding import Severity
from polyleaf.reading.addresses import addresses_in
from polyleaf.reading.agreement import LONGEST, agreement
from polyleaf.reading.amount import Kind
from polyleaf.reading.amounts import amounts_in
from polyleaf.reading.order import turned_amounts
from polyleaf.reading.words.bare_units import other_unit

ENGLISH = language("en_GB")


def values(text: str, locale: str) -> set[tuple[str, str]]:
    return {
        (str(one.value), "/".join(sorted(one.units)))
        for one in amounts_in(text, language(locale))
        if one.kind is Kind.NUMBER and (one.units or one.written)
    }


@pytest.mark.parametrize(
    ("locale", "text", "wanted"),
    [
        ("en_GB", "an hour and a half", ("3/2", "hour")),
        ("en_GB", "two hundred and forty-five days", ("245", "day")),
        ("en_GB", "every other day", ("2", "day")),
        ("en_GB", "thirty second rinse", ("30", "second")),
        ("pl", "czterdzieści pięć minut", ("45", "minute")),
        ("pl", "półtorej godziny", ("3/2", "hour")),
        ("ar", "خمس وأربعين دقيقة", ("45", "minute")),
        ("ar", "وقرصين", ("2", "tablet")),
        ("bn", "দুবার", ("2", "times")),
        ("de", "fünfundvierzig Minuten", ("45", "minute")),
        ("es", "veinte segundos", ("20", "second")),
        ("fr", "vingt-cinq minutes", ("25", "minute")),
        ("so", "laba iyo toban saacadood", ("12", "hour")),
        ("ta", "நாற்பத்தைந்து நிமிடங்கள்", ("45", "minute")),
        ("zh_Hans", "四十五分钟", ("45", "minute")),
        ("zh_Hans", "两个半小时", ("5/2", "hour")),
        ("am", "አንድ ሰዓት ተኩል", ("3/2", "hour")),
        ("km", "មួយម៉ោងកន្លះ", ("3/2", "hour")),
        ("id", "satu setengah jam", ("3/2", "hour")),
        ("ps", "یو نیم ساعت", ("3/2", "hour")),
        ("it", "quindicina di giorni", ("14", "day")),
        ("pt", "dia sim e dia não", ("2", "day")),
    ],
)
def test_numbers_in_words_are_read_whole(locale: str, text: str, wanted: tuple[str, str]) -> None:
    assert wanted in values(text, locale)


@pytest.mark.parametrize(
    ("locale", "value", "words"),
    [
        ("de", 321, ("dreihunderteinundzwanzig",)),
        ("it", 208, ("duecentotto",)),
        ("hu", 203, ("kétszázhárom", "kettőszázhárom")),
        ("fi", 203, ("kaksisataakolme", "kahdensadankolmen")),
        ("ka", 300, ("სამასი",)),
    ],
)
def test_a_compound_is_its_beginning_and_its_end_case_by_case(locale: str, value: int, words: tuple[str, ...]) -> None:
    table = spelled_out(locale)
    assert table[Fraction(value)][: len(words)] == words
    assert "kaksisataakolmen" not in table[Fraction(203)]
    assert list(table) == sorted(table)


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("am", "ሰባ ሁለት ሰዓታት", 72), ("am", "አሥራ አራት ቀናት", 14), ("am", "መቶ ሃያ አምስት", 125), ("az", "altmış dəqiqə", 60),
        ("bn", "বাহাত্তর ঘণ্টা", 72), ("ckb", "سی خولەک", 30), ("es", "ciento veinte", 120), ("gl", "dezaoito horas", 18),
        ("gu", "બોંતેર કલાક", 72), ("hi", "निन्यानवे", 99), ("kn", "ಎಪ್ಪತ್ತೆರಡು ಗಂಟೆ", 72), ("ml", "പതിനാല് ദിവസം", 14),
        ("ml", "എഴുപത്തിരണ്ട് മണിക്കൂർ", 72), ("mr", "बाहत्तर तास", 72), ("pa", "ਬਹੱਤਰ ਘੰਟੇ", 72), ("ps", "دوه اویا ساعته", 72),
        ("pt", "cento e vinte", 120), ("ro", "trei sute șaizeci și cinci", 365), ("si", "පැය හැත්තෑදෙකක්", 72),
        ("sl", "štiriindvajset ur", 24), ("sl", "šestintrideset ur", 36), ("ta", "எழுபத்து இரண்டு மணி", 72),
        ("te", "డెబ్బై రెండు గంటలు", 72), ("te", "పద్నాలుగు రోజులు", 14), ("ti", "ሰብዓን ክልተን ሰዓታት", 72),
        ("tr", "yirmidört saat", 24), ("ur", "اٹھانوے", 98), ("vi", "một trăm lẻ một", 101),
    ],
)  # fmt: skip
def test_the_spellings_that_people_use_are_read(locale: str, text: str, value: int) -> None:
    assert [one.value for one in amounts_in(text, language(locale))] == [value]


@pytest.mark.parametrize(
    ("locale", "text"),
    [("ur", "بہتر ہے کہ اسی وقت فون کریں"), ("am", "ባዶ ሆድ"), ("mr", "आपल्यासाठी"), ("km", "ដើម្បីសម្រេច"), ("km", "សូម្បី")],
)
def test_a_word_that_says_something_else_counts_nothing(locale: str, text: str) -> None:
    assert amounts_in(text, language(locale)) == ()


NOT_READ = {"gn": {5, 10}, "oc": {9}, "pa_Arab": {9, 80}, "ps": {90}}
"""Numbers whose word is another word first ("to", "we", "new", "hand")."""


def test_a_language_that_counts_has_a_word_for_every_ten() -> None:
    for locale in LANGUAGES:
        own = words_of(language(locale))
        if own.section(Numbers).words and own.owner(Numbers) == locale:
            known = {*own.section(Numbers).words, *spelled_out(locale)}
            lacking = {value for value in (*range(2, 17), *range(20, 101, 10)) if value not in known}
            assert lacking == NOT_READ.get(locale, set()), locale


@pytest.mark.parametrize(
    ("locale", "text", "minutes"),
    [
        ("pl", "o godzinie 10 wieczorem", 22 * 60),
        ("pl", "o ósmej rano", 8 * 60),
        ("ar", "الساعة الثامنة مساءً", 20 * 60),
        ("fa", "ساعت ۱۰ شب", 22 * 60),
        ("bn", "রাত ২টায়", 2 * 60),
        ("ur", "رات 10 بجے", 22 * 60),
        ("zh_Hans", "凌晨12点", 0),
        ("zh_Hans", "中午12点", 12 * 60),
        ("ta", "காலை 8 மணி", 8 * 60),
    ],
)
def test_hours_have_the_half_of_the_day_beside_them(locale: str, text: str, minutes: int) -> None:
    assert [one.value for one in amounts_in(text, language(locale)) if one.kind is Kind.TIME] == [minutes]


def test_a_span_of_hours_is_no_time_of_day() -> None:
    assert not [one for one in amounts_in("2 மணி நேரம்", language("ta")) if one.kind is Kind.TIME]


def test_our_own_sentences_are_right_and_their_slips_are_noticed() -> None:
    """A sample of the bench: each fifth sentence; all of it is ``make bench-words``."""
    pairs = [pair for place, pair in enumerate(dosing()) if place // 4 % 9 == 0]
    assert not [pair for pair in pairs if not pair.slip and told(pair)]
    slips = [pair for pair in pairs if pair.slip]
    assert sum(bool(told(pair)) for pair in slips) >= 0.95 * len(slips)


@cache
def _crossed() -> dict[str, list[Pair]]:
    found: dict[str, list[Pair]] = {}
    for name in ("read-03", "read-07", "read-19", "read-25", "read-29"):
        for pair in dosing(LEAFLETS, name):
            found.setdefault(pair.locale, []).append(pair)
    return found


NEWEST = (
    "be",
    "bg",
    "bs",
    "ca",
    "da",
    "et",
    "fi",
    "fil",
    "gl",
    "hr",
    "hu",
    "is",
    "lt",
    "lv",
    "mk",
    "ms",
    "nb",
    "nn",
    "sk",
    "sl",
    "sq",
    "sr",
    "sr_Latn",
    "sv",
)


@pytest.mark.parametrize("locale", NEWEST)
def test_the_tables_of_a_language_notice_each_kind_of_slip(locale: str) -> None:
    """How often, before, denials and opposites; all of it is ``make bench-words``."""
    pairs = _crossed()[locale]
    assert len(pairs) == 5 * 4
    assert not [pair for pair in pairs if bool(told(pair)) is not pair.slip]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Take one tablet twice a day.", "Należy przyjmować jedną tabletkę trzy razy dziennie."),
        ("Take half a tablet.", "Należy przyjąć jedną tabletkę."),
        ("Take it at 10pm.", "Proszę przyjąć o godzinie 10 rano."),
        ("Come on Monday.", "Proszę przyjść we wtorek."),
        ("Take it once a week.", "Należy przyjmować raz dziennie."),
        ("Give one teaspoon.", "Proszę podać jedną łyżkę stołową."),
    ],
)
def test_doses_times_and_counts_are_errors(source: str, target: str) -> None:
    assert Severity.ERROR in told(Pair("pl", "", source, target, slip=True)).values()


def test_two_doses_in_the_other_order_are_told_with_both_sides() -> None:
    source, target = "2 tablets in the morning and 1 tablet at night", "1 tabletka rano i 2 tabletki wieczorem"
    pair = turned_amounts(agreement(source, ENGLISH, target, language("pl")))
    assert pair is not None
    assert [str(one) for one in (pair[0][0], pair[1][0])] == ["2 tablets", "1 tablet"]


def test_a_week_in_seven_days_is_no_other_unit() -> None:
    polish = language("pl")
    assert other_unit("Rest for a week.", ENGLISH, "Odpoczywać 7 dni.", polish) is None
    assert other_unit("Once a week.", ENGLISH, "Raz dziennie.", polish) == ("week", "dziennie")


@pytest.mark.parametrize(
    ("source", "locale", "target"),
    [
        ("In the 1970s.", "fr", "Dans les années 70."),
        ("In the 1890s.", "zh_Hans", "19世纪90年代。"),
        ("People in their 40s.", "ja", "40代の人。"),
        ("The 2019–20 season.", "pt", "A temporada 2019-2020."),
        ("Only 11,000 stores.", "ja", "1万1000店。"),
        ("We work 24/7.", "es", "Trabajamos 24 horas al día, 7 días a la semana."),
        ("1 January to 15 March 2020", "zh_Hans", "2020 年 1 月 1 日至 3 月 15 日"),
        ("COVID-19 patients with COVID-19", "pl", "Chorzy na COVID-19"),
        ("10,700 cases", "es", "10 700 casos"),
    ],
)
def test_what_languages_count_in_other_words_agrees(source: str, locale: str, target: str) -> None:
    found = agreement(source, ENGLISH, target, language(locale))
    assert not (found.lost)
    assert not (found.extra)
    assert not (found.other_unit)


def test_a_number_in_words_that_became_another_is_told_without_a_unit() -> None:
    found = agreement("It took place in six states.", ENGLISH, "Tuvo lugar en nueve estados.", language("es"))
    assert [str(one) for one in (*found.lost, *found.extra)] == ["six", "nueve"]


@pytest.mark.parametrize("pattern", ["a.b.", "1-", "1.", "x1", "+", "a@", "0", "."])
def test_addresses_are_looked_for_in_time(pattern: str) -> None:
    text = (pattern * 200_000)[:200_000]
    begin = time.process_time()
    addresses_in(text)
    assert time.process_time() - begin < 2, "200 kB"
    assert len(text) > LONGEST


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("ja", "Take a quarter of a tablet.", "4分の1錠を服用してください。"),
        ("zh_Hans", "Take two and a half tablets at night.", "晚上服用两片半。"),
        ("zh_Hans", "Come back on Wednesday at noon.", "周三中午再来。"),
        ("sw", "The procedure takes 30 to 45 minutes.", "Utaratibu huchukua dakika 30 hadi 45."),
        ("sw", "Stop drinking at 6am.", "Acha kunywa saa 12 asubuhi."),
        ("sw", "Come back at noon.", "Rudi saa sita mchana."),
        ("sw", "Take 2 tablets in the morning.", "Meza vidonge 2 asubuhi."),
        ("tr", "Take the second dose in the clinic.", "İkinci dozu klinikte alın."),
        ("de", "It must not be given to children.", "Kindern darf es nicht gegeben werden."),
        ("fr", "Up to 1 in 10 people feel sick.", "Jusqu’à 1 personne sur 10 a des nausées."),
        ("ko", "The usual dose is 5 mg a day.", "보통 용량은 하루 5mg입니다."),
        ("pt", "Come back on Wednesday at noon.", "Volte na quarta-feira ao meio-dia."),
        ("cs", "Stop drinking at 6am.", "Přestaňte pít v 6 hodin ráno."),
        ("pt", "Take one capsule every 6 hours.", "Tome uma cápsula de 6 em 6 horas."),
        ("de", "Neither you nor your partner should smoke.", "Weder Sie noch Ihr Partner sollten rauchen."),
        ("de", "Use it for no longer than 7 days.", "Wenden Sie es nicht länger als 7 Tage an."),
        ("ur", "Drink nothing but water for 2 hours.", "2 گھنٹے تک صرف پانی پئیں۔"),
        (
            "es",
            "One of our nurses will phone you the day after.",
            "Una de nuestras enfermeras le llamará al día siguiente.",
        ),
        ("pl", "It is not unusual to feel tired.", "Zmęczenie nie jest niczym niezwykłym."),
        ("es", "It is not unusual to feel tired.", "Es normal sentirse cansado."),
        ("ru", "It is not safe.", "Это небезопасно."),
        ("fr", "We are here from 2pm to 8pm every day.", "Nous sommes là de 14 h à 20 h tous les jours."),
        ("ar", "Take it half an hour before breakfast.", "تناوله قبل الإفطار بنصف ساعة."),
        ("gu", "Your next visit is on 12 March 2026.", "તમારી આગામી મુલાકાત 12 માર્ચ 2026ના રોજ છે."),
        (
            "de",
            "Take no more than 4 tablets.",
            "Nehmen Sie höchstens 4 Tabletten, mehr als eine auf einmal ist erlaubt.",
        ),
        ("es", "Take no more than 4 tablets.", "Tome hasta 4 comprimidos."),
        ("ko", "It helps 80% of patients.", "80%의 환자에게 도움이 됩니다."),
        ("fr", "It is in the first two thirds.", "C’est dans les deux premiers tiers."),
        ("pl", "Do not eat after 10pm on the day before.", "W przeddzień proszę nie jeść po godzinie 22."),
        ("uk", "Do not eat on the day before.", "Напередодні нічого не їжте."),
        ("so", "Come for your second dose in May.", "U kaalay qiyaastaada labaad bisha Maajo."),
        ("sw", "Come for your second dose in May.", "Njoo kwa dozi yako ya pili mwezi wa Mei."),
        ("so", "Use it for a week.", "Isticmaal muddo toddobaad ah."),
        ("ko", "Come in May.", "5월에 오세요."),
        ("tr", "Wash your hands before you touch it.", "Dokunmadan önce ellerinizi yıkayın."),
        ("es", "Change it every other day.", "Cámbielo un día sí y otro no."),
        ("bn", "Nine out of ten people go home.", "দশ জনের মধ্যে নয় জন বাড়ি যান।"),
        ("uk", "The first dose is twice as large as the others.", "Перша доза вдвічі більша за інші."),
        ("ar", "You can go home within a couple of hours.", "يمكنك العودة إلى المنزل خلال ساعات قليلة."),
        ("pl", "Take it in the morning, at noon and at night.", "Przyjmować rano, w południe i wieczorem."),
        ("bn", "Leave four hours between doses.", "দুই ডোজের মাঝে চার ঘণ্টা ফাঁক রাখুন।"),
        ("gu", "Wait until we see you before you eat.", "અમે તમને જોઈએ નહીં ત્યાં સુધી ખાશો નહીં."),
        ("zh_Hans", "Fewer than 1 in 100 people need it.", "不到1%的人需要。"),
        ("ta", "It is normal to see it once or twice.", "ஓரிரு முறை தெரிவது இயல்பானது."),
        ("ar", "Take it with or without food.", "تناوله مع الطعام أو بدونه."),
        ("ta", "You need no more than two a year.", "ஆண்டுக்கு இரண்டுக்கு மேல் தேவைப்படாது."),
        ("pl", "It is open 24 hours a day, seven days a week.", "Jest czynne całą dobę, przez cały tydzień."),
        ("ar", "It is open 24 hours a day, 7 days a week.", "مفتوح على مدار الساعة طوال أيام الأسبوع."),
        ("ar", "Stay in bed for the first forty-eight hours.", "الزم الفراش خلال الثماني والأربعين ساعة الأولى."),
        ("fa", "Rest for forty-eight hours.", "چهل‌وهشت ساعت استراحت کنید."),
        ("ar", "If it is less than 12 hours late, take it.", "إذا لم يتجاوز التأخير 12 ساعة، فتناولها."),
        ("uk", "It wears off after a few hours.", "Це минає за кілька годин."),
        ("fa", "Wait 8 hours before you take the next dose.", "تا دوز بعدی ۸ ساعت صبر کنید."),
        ("pl", "Leave three hours between them.", "W odstępach trzygodzinnych."),
        ("pl", "Come at 4:45pm.", "Proszę przyjść o 16.45."),
        ("uk", "Come at quarter past nine in the morning.", "Приходьте о чверть на десяту ранку."),
        ("ar", "Come at half past nine in the morning.", "احضر صباحًا في التاسعة والنصف."),
        ("fa", "Take two and a half tablets in the morning.", "صبح دو و نیم قرص بخورید."),
        ("pa", "Come at quarter to ten in the morning.", "ਸਵੇਰੇ ਪੌਣੇ ਦਸ ਵਜੇ ਆਓ।"),
        ("bn", "Take three and a half tablets.", "সাড়ে তিনটি ট্যাবলেট খান।"),
        ("ta", "It takes an hour and a half.", "ஒன்றரை மணி நேரம் ஆகும்."),
        ("zh_Hans", "Come at quarter past nine in the morning.", "上午九点一刻来。"),
        ("hi", "Do not drink anything after midnight.", "आधी रात के बाद कुछ न पिएँ।"),
        ("es", "Come at one o'clock.", "Venga a la una de la tarde."),
        ("pl", "A little blood is nothing unusual.", "Trochę krwi to rzecz normalna."),
        ("ur", "Take it in the evening, at about 6pm.", "شام تقریباً 6 بجے لیں۔"),
        ("ps", "There were 118,381 cases.", "118,381 پېښې وې."),
        ("fa", "The 2019–20 season.", "فصل 20-2019."),
        ("ru", "Twenty times the price.", "Двадцатикратная цена."),
        ("es", "A phase 2 trial.", "Un ensayo de fase II."),
        ("my", "It is from this.", "၄င်းမှဖြစ်သည်။"),
        ("vi", "Leave at least 6 hours between doses.", "Khoảng cách giữa hai lần dùng thuốc ít nhất là 6 giờ."),
        ("vi", "Leave at least 6 hours between doses.", "Uống hai liều cách nhau ít nhất 6 giờ."),
        ("ar", "Leave at least 6 hours between doses.", "اترك 6 ساعات على الأقل بين كل جرعتين."),
        (
            "ta",
            "Leave at least 6 hours between doses.",
            "இரண்டு வேளை மருந்துகளுக்கு இடையே 6 மணிநேரம் விடுங்கள்.",
        ),
        ("so", "Leave at least 6 hours between doses.", "Ugu yaraan 6 saacadood u dhexaysa labada qaadasho."),
        ("zh_Hans", "Write down the number of days between doses.", "请写下两次服药之间的间隔天数。"),
        ("zh_Hans", "The clinic is on the second Tuesday of each month.", "门诊时间是每个月的第二个星期二。"),
        ("zh_Hant", "The clinic is on the second Tuesday of each month.", "門診時間為每月第二個週二。"),
        ("da", "Press the button a second time.", "Tryk på knappen endnu en gang."),
        ("cs", "Do not squeeze it a second time.", "Nemačkejte ji podruhé."),
        ("fr", "Press the button again.", "Appuyez une deuxième fois sur le bouton."),
        ("ja", "We close at quarter to eight.", "8時15分前に閉まります。"),
        ("ko", "We close at quarter to eight.", "8시 15분 전에 닫습니다."),
        ("de", "We close at twenty-five past eight.", "Wir schließen um fünf vor halb neun."),
        ("nb", "We close at twenty to nine.", "Vi stenger ti over halv ni."),
        ("he", "Your baby's age in months.", "גיל התינוק בחודשים."),
        ("bn", "It may not be there.", "এটি নাও থাকতে পারে।"),
        ("pl", "Outside these hours, call 111.", "Poza tymi godzinami proszę dzwonić pod numer 111."),
        ("gu", "Outside these hours, call 111.", "આ સમય સિવાય 111 પર કૉલ કરો."),
        ("de", "Visitors are limited to 2.", "Nicht mehr als 2 Besucher."),
        ("pl", "Not just today.", "Nie tylko dzisiaj."),
        ("ko", "Take two tablets three times a day.", "하루 세번 두알씩 복용하세요."),
        ("ko", "Rest for two hours.", "두시간 쉬세요."),
        ("ko", "Use a cleanser.", "세정제를 사용하세요."),
        ("es", "Take it at the same time of day.", "Tómelo a la misma hora."),
        ("ar", "Take it at the same time of day.", "تناوله في نفس الساعة."),
        ("es", "Come at any time of the day or night.", "Puede venir a cualquier hora."),
        ("ja", "Do not use it again.", "二度と使用しないでください。"),
        ("ko", "Do not eat during this time.", "이 시간 동안 음식을 드시지 마세요."),
        ("hu", "Do not share it with a third party.", "Ne adja át harmadik félnek."),
        ("ta", "Do not drive.", "வாகனம் ஓட்டவேண்டாம்."),
        ("ta", "Wash your hands before touching it.", "அதைத் தொடுமுன் கைகளைக் கழுவவும்."),
        ("gu", "Take the tablet without food.", "ખોરાક વગરની ગોળી લો."),
        ("fa", "Wear a mask if you have not been vaccinated.", "در صورت واکسینه‌نشدن ماسک بزنید."),
        ("ur", "Swallow it without chewing.", "اسے چبائے بنا نگل لیں۔"),
        ("fa", "Tell the nurse before you stop taking it.", "پیش از آنکه آن را قطع کنید به نرس بگویید."),
        ("fa", "The nurses help you.", "نرس‌ها به شما کمک می‌کنند."),
        ("fa", "Call us if the feed does not reach the bag.", "اگر غذا به کیسه نرسد به ما زنگ بزنید."),
    ],
)
def test_what_leaflets_say_in_their_own_way_is_right(locale: str, source: str, target: str) -> None:
    assert not told(Pair(locale, "", source, target, slip=False))


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("pl", "Only clear fluids from 6pm.", "Od godziny 6.00 tylko klarowne płyny."),
        ("ko", "Take two tablets three times a day.", "하루 두번 두알씩 복용하세요."),
        ("ko", "Rest for three hours.", "두시간 쉬세요."),
        ("es", "Take it every day.", "Tómelo cada hora."),
        ("de", "Wait between three and four hours.", "Warten Sie zwischen zwei und vier Stunden."),
        ("de", "Wait between three and 4 hours.", "Warten Sie zwischen zwei und 4 Stunden."),
        ("fr", "Take it between meals.", "À prendre entre deux heures."),
        ("ar", "Leave hours between doses.", "اترك ساعتين بين الجرعات."),
        ("bn", "Come within three hours.", "দুই ঘণ্টার মধ্যে আসুন।"),
        ("tr", "Come within hours.", "İki saat arasında gelin."),
        ("zh_Hans", "The clinic is on the second Tuesday of each month.", "门诊时间是每个月的第三个星期二。"),
        ("zh_Hans", "Come in the second week.", "请在第三个星期来。"),
        ("de", "We close at twenty-five past eight.", "Wir schließen um fünf nach halb neun."),
        ("cs", "Do not press it a second time.", "Nemačkejte ji potřetí po 3 minutách."),
        ("uk", "Only clear fluids from 6pm.", "З 6-ї години лише прозорі рідини."),
        ("de", "Come at 3pm.", "Kommen Sie um 3 in die Klinik."),
        ("ar", "Take half of the tablet.", "تناول ربعه."),
        ("bn", "It begins on 3 November 2027.", "শুরু হবে ২০২৭ সালের ৩ ফেব্রুয়ারি।"),
        ("ro", "There is a small cut in your arm.", "Veți avea o mică tăietură la picior."),
        ("gu", "Put one drop in your eye.", "કાનમાં એક ટીપું નાખો."),
        ("ur", "You can go home the same day.", "آپ اگلے دن گھر جا سکتے ہیں۔"),
        ("fa", "The tube stays in for three weeks.", "لوله سه شب می‌ماند."),
        ("fa", "Call us if the feed reaches the bag.", "اگر غذا به کیسه نرسد به ما زنگ بزنید."),
        ("fa", "Call us if the feed does not reach the bag.", "اگر غذا به کیسه برسد به ما زنگ بزنید."),
        ("zh_Hans", "Tell us if you pass more urine than usual.", "如果尿量比平时少，请告诉我们。"),
        ("pa", "Take all your tablets except this one.", "ਇਸ ਸਮੇਤ ਆਪਣੀਆਂ ਸਾਰੀਆਂ ਗੋਲੀਆਂ ਲਓ।"),
        ("en_US", "Come at quarter past nine.", "Come at quarter to nine."),
        ("so", "Take half the usual dose.", "Qaado laba jibbaar qiyaastii caadiga ahayd."),
        ("zh_Hans", "Less than 3 tablets in future.", "未来超过3片。"),
        ("pl", "Take two tablets (500 mg) at night.", "Na noc przyjąć trzy tabletki (500 mg)."),
        ("ar", "Take two tablets (500 mg) at night.", "تناول ثلاثة أقراص (500 ملغ) ليلًا."),
        ("fa", "Take the first dose in the clinic.", "دوز دوم را در کلینیک بخورید."),
        ("ja", "Take 2 tablets in the morning.", "朝にカプセル2個を服用してください。"),
        ("ja", "Take it once a week.", "1日に1回服用してください。"),
        ("ja", "Take the tablets with food.", "錠剤は空腹時に服用してください。"),
        ("sw", "Stop drinking at 6am.", "Acha kunywa saa 12 jioni."),
        ("cs", "Stop drinking at 6pm.", "Přestaňte pít v 6 hodin ráno."),
        ("de", "It must not be given to children.", "Kindern darf es gegeben werden."),
        # One "ne … pas" and one "no … nada" are one denial each.
        ("fr", "Do not eat, and do not drive.", "Ne mangez pas, et conduisez."),
        ("es", "Do not eat, and do not drive.", "No coma nada, y conduzca."),
        # Netanyahu and "в нём" deny nothing.
        ("cs", "He did not see Mr Netanyahu.", "Viděl pana Netanjahua."),
        ("ru", "It is not in it.", "Это в нём."),
        ("zh_Hans", "Take no more than 4 tablets.", "服用超过4片。"),
        ("bg", "It is for children older than 12.", "За деца, по-млади от 12 години."),  # "по-млад*" is two words
        ("ms", "Give one teaspoon of the syrup.", "Beri satu sudu besar sirap."),  # "sudu" alone is any spoon
        ("de", "Take no more than 4 tablets.", "Nehmen Sie mehr als 4 Tabletten."),
        ("ja", "Take it 6 times a day.", "6時間ごとに服用してください。"),
        ("zh_Hans", "It is safe.", "这不安全。"),
        ("zh_Hans", "Take a third of your usual dose.", "服用平时剂量的一半。"),
        ("uk", "Two thirds of patients go home.", "Третина пацієнтів іде додому."),
        ("ar", "Drink three quarters of the bottle.", "اشرب نصف الزجاجة."),
        ("so", "Stop at 10pm.", "Jooji 10ka subaxnimo."),
        ("pl", "Turn off the oxygen before you smoke.", "Proszę włączyć tlen przed paleniem."),
        ("cs", "Switch on the pump.", "Vypněte pumpu."),
        ("gu", "Your visit is in June.", "તમારી મુલાકાત જુલાઈમાં છે."),
        ("ta", "Drink nothing after midnight.", "நண்பகலுக்குப் பிறகு எதுவும் குடிக்க வேண்டாம்."),
        ("cs", "Once you get out of it, it is difficult.", "Jakmile se z toho dostanete, není to obtížné."),
        ("he", "Your next visit is on 12 March 2026.", "הביקור הבא שלכם ב-12 במאי 2026."),
        ("th", "Take two tablets three times a day.", "กินยาครั้งละสองเม็ด วันละสี่ครั้ง"),
        ("th", "Take half a tablet at night.", "กินยาหนึ่งเม็ดก่อนนอน"),
        ("th", "Take it before food.", "กินยาหลังอาหาร"),
        ("th", "Increase the dose.", "ลดขนาดยา"),
    ],
)
def test_what_turns_a_sentence_round_is_noticed(locale: str, source: str, target: str) -> None:
    assert told(Pair(locale, "", source, target, slip=True))
