"""The word tables: what they find in each language, and what they must not take for it."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.locales import words as tables
from polyleaf.locales.table import LANGUAGES, language, words_of
from polyleaf.reading.letters import is_foreign, is_own, look_alikes, presentation_forms
from polyleaf.reading.punctuation import ending, foreign_signs, opening_bracket, same_ending
from polyleaf.reading.sentences import sentences
from polyleaf.reading.words.clock import month_names
from polyleaf.reading.words.common import another_language
from polyleaf.reading.words.negation import negation
from polyleaf.reading.words.numerals import numerals
from polyleaf.reading.words.pattern import fold, lexicon, source
from polyleaf.reading.words.sides import before_and_after, left_and_right
from polyleaf.reading.words.stems import stands_in
from polyleaf.reading.words.units import Names, unit_words

STARTERS = ("pl", "ro", "uk", "ar", "fa", "ur", "bn", "pa", "gu", "ta", "zh_Hans", "so")
BASES = {locale.split("_")[0] for locale in LANGUAGES}


def having(kind) -> set[str]:
    """Codes of the languages that have a table in their own file."""
    return {locale.split("_")[0] for locale in LANGUAGES if words_of(language(locale)).owner(kind) == locale}


NEGATION = having(tables.Negation)
UNIT_WORDS = having(tables.Units)


def test_tables_are_of_languages_there_are() -> None:
    assert set(NEGATION) <= BASES
    assert set(UNIT_WORDS) <= BASES
    for locale in STARTERS:
        assert negation(language(locale))
        assert left_and_right(language(locale))
        assert before_and_after(language(locale))
        assert unit_words(language(locale)).known
        assert numerals(language(locale)).known


@pytest.mark.parametrize("locale", sorted(LANGUAGES))
def test_every_language_can_be_read(locale) -> None:
    assert unit_words(language(locale)).any
    assert len(set(month_names(language(locale))[1].values())) in (0, 12)


def test_names_of_months_do_not_leak_from_one_language_into_another() -> None:
    names = {}
    for locale in ("he", "fa_AF", "am", "zh_Hans", "th"):  # in this order, Babel puts Hebrew and Dari into the others
        names[locale] = month_names.__wrapped__(language(locale), words_of(language(locale)))[1]
    assert not [name for name in names["zh_Hans"] if not any("\u4e00" <= char <= "\u9fff" for char in name)]
    assert not [name for name in names["th"] if not any("\u0e00" <= char <= "\u0e7f" for char in name)]


@pytest.mark.parametrize("locale", ["en_GB", "pl", "ar", "bn", "ta", "zh_Hans"])
def test_what_is_left_out_before_a_pattern_is_tried_would_not_have_been_found(locale) -> None:
    own, spaced = words_of(language(locale)).section(tables.Negation), language(locale).spaced
    every = (*own.no, *own.exceptions, *own.limits, *own.look_alikes)
    for entries in (own.no, own.exceptions, own.limits):
        plain = re.compile(source(entries, spaced=spaced))
        known = lexicon(entries, spaced=spaced)
        for entry in every:
            for text in (entry.strip("*"), f"a{entry.strip('*')}b", f"x-{entry.strip('*')}. 5", f"({entry.strip('*')}"):
                assert known.found(text) == tuple(match[0] for match in plain.finditer(fold(text)))


@pytest.mark.parametrize("locale", ["en_GB", "pl", "ar", "ta", "zh_Hans"])
def test_a_unit_is_looked_up_as_its_pattern_would_find_it(locale) -> None:
    each, spaced = {"day": ("day", "da*", "*ay"), "mg": ("mg", "m g", "*milli*")}, language(locale).spaced
    patterns = {unit: re.compile(source(forms, spaced=spaced)) for unit, forms in each.items()}
    names = Names(each, spaced=spaced)
    for word in ("day", "days", "da", "d", "may", "mg", "m  g", "milli", "amillib", "a-millib", "da-y", "millimilli"):
        assert names.meant(word) == {unit for unit, pattern in patterns.items() if pattern.fullmatch(word)}


def test_entries_are_whole_words_beginnings_and_ends() -> None:
    words = lexicon(("nie", "brak*", "*less", "ale nie"), ("nie tylko",))
    assert words.found("Nie, ale  nie; brakuje; helpless; niech; nie tylko") == (
        "nie",
        "ale  nie",
        "brakuje",
        "helpless",
    )
    assert lexicon(("না",)).found("কিনা না") == ("না",)
    assert lexicon(("不",), ("不同",), spaced=False).found("他不来，不同") == ("不",)


@given(st.text())
def test_folding_twice_is_folding_once(text) -> None:
    assert fold(fold(text)) == fold(text)


DENIALS = {
    "pl": ("Proszę nie jeść.", "Proszę jeść."),
    "ro": ("Nu mâncați.", "Mâncați."),
    "uk": ("Не їжте.", "Їжте, будь ласка."),
    "ar": ("لا تأكل.", "تناول الطعام."),
    "fa": ("غذا نخورید.", "غذا بخورید. نام شما؟"),
    "ur": ("کچھ نہ کھائیں۔", "کچھ کھائیں۔"),
    "bn": ("কিছু খাবেন না।", "আপনি খাবেন কি না বলুন।"),
    "pa": ("ਕੁਝ ਨਾ ਖਾਓ।", "ਕੁਝ ਖਾਓ।"),
    "gu": ("કંઈ ખાશો નહીં.", "કંઈ ખાશો."),
    "ta": ("எதையும் உண்ண வேண்டாம்.", "இது போது உண்ணுங்கள்."),
    "zh_Hans": ("请不要吃。", "请吃，是否非常好。"),
    "so": ("Waxba ha cunin.", "Wax cun."),
    "en": ("Don't eat.", "Eat, whether or not you like it."),
    "hi": ("कुछ न खाएं।", "कुछ खाएं।"),
    "de": ("Bitte nicht essen.", "Bitte essen."),
    "fr": ("Ne mangez pas.", "Mangez."),
    "zh_Hant": ("請不要吃。", "請特別小心，是否有分別，對不起。"),
    "yue": ("唔好食嘢。", "唔該食嘢，兩個級別有分別。"),
    "te": ("మాత్రలను ఆపకండి.", "బటన్ నొక్కండి, తప్పకుండా."),
    "kn": ("ಏನನ್ನೂ ತಿನ್ನಬೇಡಿ.", "ಎಲ್ಲ ಮಾತ್ರೆಗಳನ್ನು ತಪ್ಪದೆ ತೆಗೆದುಕೊಳ್ಳಿ."),
    "ml": ("ഒന്നും കഴിക്കരുത്.", "നല്ല ഭക്ഷണം കഴിക്കുക, അല്ലെങ്കിൽ 5 മില്ലി."),
    "si": ("කිසිවක් කන්න එපා.", "එය නොමිලේ, නොවැම්බර් මාසයේ."),
    "km": ("កុំញ៉ាំអាហារ។", "លេបវីតាមិន បញ្ហាមួយ។"),
    "my": ("အစာမစားပါနှင့်။", "မနက်တိုင်း သောက်ပါ၊ သို့မဟုတ် မစားမီ သောက်ရမည်။"),
    "am": ("ምንም አይብሉ።", "አትክልት ይብሉ፣ አልጋ ላይ ይተኙ።"),
    "ti": ("ዋላ ሓንቲ ኣይትብልዑ።", "ኣየር ኣብ ኣልጋ፣ እዚ ዓይነት ውሰዱ።"),
}


@pytest.mark.parametrize("locale", sorted(DENIALS))
def test_denials(locale) -> None:
    words = negation(language(locale))
    no, yes = DENIALS[locale]
    assert words.denials(no)
    assert not words.denials(yes)


def test_nobody_alone_denies_nothing_in_polish() -> None:
    words = negation(language("pl"))
    assert words.denials("Nikt nie sprawdził.") == 2
    assert words.denials("Nikt sprawdził.") == 0


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("pl", "Wartość jest nieprawidłowa."),
        ("ro", "Dispozitivul este nedisponibil."),
        ("uk", "Засіб недоступний."),
        ("ar", "تعذّر فتح الملف."),
        ("fa", "این نباید استفاده شود."),
        ("gu", "ખોલી શક્યા નહિં."),
    ],
)
def test_a_prefix_or_a_verb_may_deny(locale, text) -> None:
    assert negation(language(locale)).denials(text)


def test_words_that_only_begin_like_a_denial() -> None:
    assert not negation(language("pl")).denials("Niebo w niedzielę.")
    assert not negation(language("uk")).denials("Негайно скажіть нам.")
    assert not negation(language("zh_Hans")).denials("非常好，特别好。")
    assert negation(language("zh_Hans")).denials("不安全。")


def test_a_weak_word_is_enough_but_proves_nothing() -> None:
    words = negation(language("so"))
    assert words.denials("inaan MRI lagugu samayn karin")
    assert not words.surely("inaan helno")


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("your left side", True, False),
        ("on the right", False, True),
        ("If you left hospital, call straight away if that is right for you.", False, False),
        ("the left and the right knee", False, True),
        ("to the left and to the right", True, True),
    ],
)
def test_english_sides(text, left, right) -> None:
    words = left_and_right(language("en_GB"))
    assert (bool(words.one.found(text)), bool(words.other.found(text))) == (left, right)


def test_looking_after_is_not_afterwards() -> None:
    words = before_and_after(language("en_GB"))
    assert not words.other.found("A nurse looks after you.")
    assert words.other.found("after your scan")


@pytest.mark.parametrize(
    ("locale", "term", "text"),
    [
        ("pl", "igła", "Lekarz wyjmuje igłę przez cewnik."),
        ("pl", "lek rozrzedzający krew", "przed odstawieniem leku rozrzedzającego krew"),
        ("ro", "ac", "prin spatele acului"),
        ("uk", "голка", "кінчик голки"),
        ("uk", "кістка", "багато кісток"),
        ("ar", "مميع الدم", "إذا كنت تتناول مميعًا للدم"),
        ("fa", "سوزن", "سوزن‌ها"),
        ("ur", "سوئی", "دو سوئیاں"),
        ("bn", "সুঁই", "সুঁইটি বের করে নেন"),
        ("gu", "સોય", "પોલી સોયને"),
        ("ta", "மருத்துவர்", "உங்கள் மருத்துவரிடம்"),
        ("zh_Hans", "骨水泥", "注入骨水泥。"),
        ("so", "dhakhtar", "dhakhtarkaaga"),
        ("pa", "ਸੂਈ", "ਸੂਈਆਂ"),
    ],
)
def test_terms_in_their_forms(locale, term, text) -> None:
    assert stands_in(term, text, language(locale))


@pytest.mark.parametrize(
    ("locale", "term", "text"),
    [
        ("pl", "igła", "Lekarz wyjmuje cewnik."),
        ("ro", "ac", "Acest lucru"),
        ("uk", "голка", "голова"),
        ("ar", "إبرة", "إجراء"),
        ("ur", "وارڈ", "وارث"),
        ("zh_Hans", "骨水泥", "骨头"),
        ("pl", "lek rozrzedzający krew", "lek"),
    ],
)
def test_other_words_are_no_forms(locale, term, text) -> None:
    assert not stands_in(term, text, language(locale))


def test_loosely_forgives_more() -> None:
    assert not stands_in("znieczulenie", "znieczrobić", language("pl"))
    assert stands_in("znieczulenie", "znieczuliło", language("pl"), loosely=True)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("One. Two! Three?", 3),
        ("Take 2.5 ml at 5 p.m. daily.", 1),
        ("کھائیں۔ پئیں۔", 2),
        ("খান। পান করুন।", 2),
        ("吃。喝。", 2),
        ("ញ៉ាំ។ ផឹក។", 2),
        ("ᱡᱚᱢ ᱢᱮ᱾ ᱧᱩ ᱢᱮ᱾", 2),
        ("No stop", 1),
        ("(First.) Second.", 2),
        ("Np. jutro. Potem.", 2),
        ("...", 0),
        ("Jụọ maka ebe a. Bịa ebe a.", 2),
        ("Come at 8 a. m. Bring u. a. Aspirin.", 2),
        ("Dr. A. Smith, St. Mary's Hosp., 12 High Rd., London NW1 5AB. Tel. 020 7946 0000.", 2),
        ("Ward No. 4, approx. 5 min. from the gate, i.e. Lift 2. Do you smoke? No. Then come.", 4),
        ("Prof. Dr. med. Anna Beispiel, Musterstr. 5, Tel. {phone}, z. B. Montag, ggf. Dienstag.", 1),
        ("Usted puede comer p. ej. Fruta, aprox. 2 piezas. Llame al Dr. Pérez, Avda. Sol, núm. 5.", 2),
        ("ul. Długa 5, lok. 3, prof. Kowalski, godz. 8.00. Proszę czekać.", 2),
        ("Bleep no. 123. Fax. 020. Rest 15 min. 3 hours later go.", 4),
        ("Bring your letter, glasses etc. We call you.", 2),
        ("დაელოდეთ. შემდეგ მოდით.", 2),
        ("Read example.org. Ask Dr. Khan, e.g. by phone. Five… “So.” Yes.", 5),
        ("", 0),
    ],
)
def test_sentences(text, number) -> None:
    assert len(sentences(text)) == number


def test_many_abbreviations_take_no_time() -> None:
    assert len(sentences("e.g. " * 100_000)) == 1
    assert len(sentences("." * 500_000)) == 0
    assert len(sentences("a. " * 100_000)) == 1


@given(st.text())
def test_sentences_lose_no_letter(text) -> None:
    joined = "".join(sentences(text))
    assert [char for char in joined if char.isalnum()] == [char for char in text if char.isalnum()]


@pytest.mark.parametrize(
    ("locale", "text", "wrong"),
    [
        ("ur", "كریں", "ك"),
        ("ar", "کتاب", "ک"),
        ("fa", "علي", "ي"),
        ("pl", "kość cаłkiem", "а"),
        ("uk", "кiстка", "i"),
        ("ro", "staţie", "ţ"),
    ],
)
def test_look_alikes(locale, text, wrong) -> None:
    assert wrong in [one for one, _, _ in look_alikes(text, language(locale))]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("ur", "فون کریں"),
        ("ar", "كتاب علي على"),
        ("uk", "MRI-сканування COVID кістка"),
        ("ps", "زه یم، دوی، کوي"),
        ("ckb", "کوردی ە"),
        ("el", "Μαρία"),
        ("zh_Hans", "X 光"),
    ],
)
def test_no_look_alikes(locale, text) -> None:
    assert look_alikes(text, language(locale)) == ()


def test_letters_of_a_language() -> None:
    assert is_own("ś", language("pl"))
    assert not is_own("ж", language("pl"))
    assert is_own("µ", language("ta"))
    assert is_foreign("ř", language("pl"))
    assert is_foreign("ы", language("uk"))
    assert is_foreign("ٹ", language("fa"))
    assert not is_foreign("é", language("fr"))
    assert not is_foreign("ß", language("de"))
    assert not is_foreign("İ", language("tr"))
    assert not is_foreign("x", language("pl"))
    assert presentation_forms("ﻓﻮﻥ ﬁ فون") == ("ﻓ", "ﻮ", "ﻥ", "ﬁ")


@pytest.mark.parametrize(
    ("locale", "text", "kind"),
    [
        ("en_GB", "Call us.", "full stop"),
        ("ur", "فون کریں۔", "full stop"),
        ("km", "ទូរស័ព្ទ។", "full stop"),
        ("zh_Hans", "（请打电话。）", "full stop"),
        ("pl", "„Tak?”", "question mark"),
        ("el", "Πονάει;", "question mark"),
        ("en_GB", "Wait...", "ellipsis"),
        ("en_GB", "**Bold:**", "colon"),
        ("en_GB", "No sign", ""),
        ("en_GB", "", ""),
    ],
)
def test_endings(locale, text, kind) -> None:
    assert ending(text, language(locale)) == kind


def test_thai_ends_with_nothing() -> None:
    assert same_ending("full stop", "โทรหาเรา", language("th"))
    assert not same_ending("full stop", "Proszę zadzwonić", language("pl"))
    assert opening_bracket("**(a)**")


@pytest.mark.parametrize(
    ("locale", "text", "signs"),
    [
        ("ur", "کیا درد ہے?", (("?", "؟"),)),
        ("ur", "کیا درد ہے؟ NHS 111.", ()),
        ("zh_Hans", "请吃,请喝.", ((",", "，"), (".", "。"))),
        ("pa", "9:00 ਪੂ.ਦੁ. ਪਹਿਲਾਂ", ()),
        ("pa", "ਇਹ ਠੀਕ ਹੈ ਜਾਂਦਾ.", ((".", "।"),)),
        ("pl", "Tak.", ()),
    ],
)
def test_signs_of_other_languages(locale, text, signs) -> None:
    assert foreign_signs(text, language(locale)) == signs


def test_points_behind_long_text_are_looked_at_in_time() -> None:
    text = "٣’01632 960„رات.1)%:" * 6_000
    begin = time.process_time()
    foreign_signs(text, language("ur"))
    assert time.process_time() - begin < 1, "200 kB"


@pytest.mark.parametrize(
    ("locale", "text", "other"),
    [
        ("ur", "این بروشور به شما کمک می‌کند برای صحبت با پزشک آماده شوید", "fa"),
        ("fa", "یہ کتابچہ آپ کو اپنے ڈاکٹر سے بات کرنے کی تیاری میں مدد دیتا ہے", "ur"),
        ("pl", "This leaflet helps you to get ready for the talk with your doctor", "en"),
        ("uk", "Это не заменит разговор с врачом, и вы можете задать вопросы", "ru"),
        ("ur", "یہ کتابچہ آپ کو اپنے ڈاکٹر سے بات کرنے کی تیاری میں مدد دیتا ہے", ""),
        ("pl", "Ta ulotka pomaga przygotować się do rozmowy z lekarzem", ""),
        ("bn", "This is not a question of small words", ""),
    ],
)
def test_languages_are_told_apart(locale, text, other) -> None:
    assert another_language(text, language(locale)) == other


@pytest.mark.parametrize("locale", sorted(LANGUAGES))
def test_the_name_of_a_language_is_in_its_own_letters(locale) -> None:
    known = language(locale)
    assert all(is_own(char, known) for char in known.native if char.isalpha())
