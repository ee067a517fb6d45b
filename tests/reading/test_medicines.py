"""Medicines by their sound: right names are never told, others always, in twenty-seven languages and all scripts."""

from __future__ import annotations

import pytest

from polyleaf.checks.run import run
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.locales.table import language, words_of
from polyleaf.locales.thing_names import Medicines
from polyleaf.model.finding import Severity
from polyleaf.reading.medicines import named, other_medicines, turned_medicines
from polyleaf.reading.sounds import sound

ENGLISH = (
    "paracetamol ibuprofen aspirin warfarin metformin insulin morphine codeine amoxicillin omeprazole simvastatin "
    "amlodipine ramipril furosemide clopidogrel apixaban diazepam prednisolone methotrexate salbutamol"
)
NAMES = {
    "es": (
        "paracetamol ibuprofeno aspirina warfarina metformina insulina morfina codeína amoxicilina omeprazol "
        "simvastatina amlodipino ramipril furosemida clopidogrel apixabán diazepam prednisolona metotrexato "
        "salbutamol"
    ),
    "fr": (
        "paracétamol ibuprofène aspirine warfarine metformine insuline morphine codéine amoxicilline oméprazole "
        "simvastatine amlodipine ramipril furosémide clopidogrel apixaban diazépam prednisolone méthotrexate "
        "salbutamol"
    ),
    "de": (
        "Paracetamol Ibuprofen Aspirin Warfarin Metformin Insulin Morphin Codein Amoxicillin Omeprazol Simvastatin "
        "Amlodipin Ramipril Furosemid Clopidogrel Apixaban Diazepam Prednisolon Methotrexat Salbutamol"
    ),
    "it": (
        "paracetamolo ibuprofene aspirina warfarin metformina insulina morfina codeina amoxicillina omeprazolo "
        "simvastatina amlodipina ramipril furosemide clopidogrel apixaban diazepam prednisolone metotressato "
        "salbutamolo"
    ),
    "pl": (
        "paracetamolu ibuprofenu aspiryny warfaryny metforminy insuliny morfiny kodeiny amoksycyliny omeprazolu "
        "symwastatyny amlodypiny ramiprylu furosemidu klopidogrelu apiksabanu diazepamu prednizolonu metotreksatu "
        "salbutamolu"
    ),
    "ru": (
        "парацетамола ибупрофена аспирина варфарина метформина инсулина морфина кодеина амоксициллина омепразола "
        "симвастатина амлодипина рамиприла фуросемида клопидогрела апиксабана диазепама преднизолона метотрексата "
        "сальбутамола"
    ),
    "uk": (
        "парацетамолу ібупрофену аспірину варфарину метформіну інсуліну морфіну кодеїну амоксициліну омепразолу "
        "симвастатину амлодипіну раміприлу фуросеміду клопідогрелю апіксабану діазепаму преднізолону метотрексату "
        "сальбутамолу"
    ),
    "el": (
        "παρακεταμόλη ιβουπροφαίνη ασπιρίνη βαρφαρίνη μετφορμίνη ινσουλίνη μορφίνη κωδεΐνη αμοξικιλλίνη ομεπραζόλη "
        "σιμβαστατίνη αμλοδιπίνη ραμιπρίλη φουροσεμίδη κλοπιδογρέλη απιξαμπάνη διαζεπάμη πρεδνιζολόνη μεθοτρεξάτη "
        "σαλβουταμόλη"
    ),
    "ar": (
        "الباراسيتامول الإيبوبروفين الأسبرين الوارفارين الميتفورمين الأنسولين المورفين الكودين الأموكسيسيلين "
        "الأوميبرازول السيمفاستاتين الأملوديبين الراميبريل الفوروسيميد الكلوبيدوغريل الأبيكسابان الديازيبام "
        "البريدنيزولون الميثوتريكسات السالبوتامول"
    ),
    "fa": (
        "پاراستامول ایبوپروفن آسپرین وارفارین متفورمین انسولین مورفین کدئین آموکسی‌سیلین امپرازول سیمواستاتین "
        "آملودیپین رامیپریل فوروسماید کلوپیدوگرل آپیکسابان دیازپام پردنیزولون متوترکسات سالبوتامول"
    ),
    "ur": (
        "پیراسیٹامول آئبوپروفین اسپرین وارفرین میٹفارمن انسولین مارفین کوڈین اموکسیسلین اومیپرازول سمواسٹیٹن "
        "ایملوڈیپین ریمیپرل فروسیمائڈ کلوپیڈوگریل ایپکسابین ڈائیزیپام پریڈنیسولون میتھوٹریکسیٹ سالبیوٹامول"
    ),
    "he": (
        "פרצטמול איבופרופן אספירין וורפרין מטפורמין אינסולין מורפין קודאין אמוקסיצילין אומפרזול סימבסטטין "
        "אמלודיפין רמיפריל פורוסמיד קלופידוגרל אפיקסבן דיאזפם פרדניזולון מתוטרקסט סלבוטמול"
    ),
    "hi": (
        "पैरासिटामोल आइबुप्रोफेन एस्पिरिन वारफेरिन मेटफॉर्मिन इंसुलिन मॉर्फिन कोडीन एमोक्सिसिलिन ओमेप्राज़ोल "
        "सिमवास्टैटिन एम्लोडिपिन रैमिप्रिल फ्यूरोसेमाइड क्लोपिडोग्रेल एपिक्साबैन डायजेपाम प्रेडनिसोलोन "
        "मेथोट्रेक्सेट साल्बुटामोल"
    ),
    "bn": (
        "প্যারাসিটামল আইবুপ্রোফেন অ্যাসপিরিন ওয়ারফারিন মেটফরমিন ইনসুলিন মরফিন কোডিন অ্যামোক্সিসিলিন ওমিপ্রাজল "
        "সিমভাস্ট্যাটিন অ্যামলোডিপিন র‍্যামিপ্রিল ফুরোসেমাইড ক্লোপিডোগ্রেল অ্যাপিক্সাবান ডায়াজেপাম প্রেডনিসোলন "
        "মেথোট্রেক্সেট সালবিউটামল"
    ),
    "gu": (
        "પેરાસિટામોલ આઇબુપ્રોફેન એસ્પિરિન વોરફેરિન મેટફોર્મિન ઇન્સ્યુલિન મોર્ફિન કોડીન એમોક્સિસિલિન ઓમેપ્રાઝોલ "
        "સિમવાસ્ટેટિન એમ્લોડિપિન રેમિપ્રિલ ફ્યુરોસેમાઇડ ક્લોપિડોગ્રેલ એપિક્સાબાન ડાયઝેપામ પ્રેડનિસોલોન "
        "મેથોટ્રેક્સેટ સાલ્બ્યુટામોલ"
    ),
    "pa": (
        "ਪੈਰਾਸੀਟਾਮੋਲ ਆਈਬੂਪ੍ਰੋਫ਼ੈਨ ਐਸਪਰੀਨ ਵਾਰਫਰੀਨ ਮੈਟਫਾਰਮਿਨ ਇਨਸੁਲਿਨ ਮੋਰਫੀਨ ਕੋਡੀਨ ਅਮੌਕਸੀਸਿਲਿਨ ਓਮੀਪ੍ਰਾਜ਼ੋਲ "
        "ਸਿਮਵਾਸਟੈਟਿਨ ਅਮਲੋਡੀਪੀਨ ਰੈਮੀਪ੍ਰਿਲ ਫਿਊਰੋਸੇਮਾਈਡ ਕਲੋਪੀਡੋਗਰਲ ਐਪਿਕਸਾਬਾਨ ਡਾਇਜ਼ੀਪਾਮ ਪ੍ਰੈਡਨੀਸੋਲੋਨ ਮੈਥੋਟ੍ਰੈਕਸੇਟ "
        "ਸੈਲਬਿਊਟਾਮੋਲ"
    ),
    "ta": (
        "பாராசிட்டமால் இப்யூபுரூஃபன் ஆஸ்பிரின் வார்ஃபரின் மெட்ஃபோர்மின் இன்சுலின் மார்ஃபின் கோடீன் அமோக்ஸிசிலின் "
        "ஒமெப்ரஸோல் சிம்வாஸ்டாடின் அம்லோடிபைன் ராமிப்ரில் ஃபுரோஸ்மைடு க்ளோபிடோக்ரெல் அபிக்ஸாபன் டயஸெபம் "
        "பிரெட்னிசோலோன் மெத்தோட்ரெக்ஸேட் சால்பியூட்டமால்"
    ),
    "ja": (
        "パラセタモール イブプロフェン アスピリン ワルファリン メトホルミン インスリン モルヒネ コデイン "
        "アモキシシリン オメプラゾール シンバスタチン アムロジピン ラミプリル フロセミド クロピドグレル "
        "アピキサバン ジアゼパム プレドニゾロン メトトレキサート サルブタモール"
    ),
    "ko": (
        "파라세타몰 이부프로펜 아스피린 와파린 메트포르민 인슐린 모르핀 코데인 아목시실린 오메프라졸 "
        "심바스타틴 암로디핀 라미프릴 푸로세미드 클로피도그렐 아픽사반 디아제팜 프레드니솔론 "
        "메토트렉세이트 살부타몰"
    ),
    "th": (
        "พาราเซตามอล ไอบูโพรเฟน แอสไพริน วาร์ฟาริน เมทฟอร์มิน อินซูลิน มอร์ฟีน โคเดอีน อะม็อกซีซิลลิน โอเมพราโซล "
        "ซิมวาสแตติน แอมโลดิปีน รามิพริล ฟูโรซีไมด์ โคลพิโดเกรล อะพิซาแบน ไดอะซีแพม เพรดนิโซโลน เมโธเทรกเซต "
        "ซัลบูทามอล"
    ),
    "ka": (
        "პარაცეტამოლი იბუპროფენი ასპირინი ვარფარინი მეტფორმინი ინსულინი მორფინი კოდეინი ამოქსიცილინი ომეპრაზოლი "
        "სიმვასტატინი ამლოდიპინი რამიპრილი ფუროსემიდი კლოპიდოგრელი აპიქსაბანი დიაზეპამი პრედნიზოლონი მეტოტრექსატი "
        "სალბუტამოლი"
    ),
    "hy": (
        "պարացետամոլ իբուպրոֆեն ասպիրին վարֆարին մետֆորմին ինսուլին մորֆին կոդեին ամօքսիցիլին օմեպրազոլ "
        "սիմվաստատին ամլոդիպին ռամիպրիլ ֆուրոսեմիդ կլոպիդոգրել ապիքսաբան դիազեպամ պրեդնիզոլոն մեթոտրեքսատ "
        "սալբուտամոլ"
    ),
    "am": (
        "ፓራሲታሞል አይቡፕሮፌን አስፕሪን ዋርፋሪን ሜትፎርሚን ኢንሱሊን ሞርፊን ኮዴይን አሞክሲሲሊን ኦሜፕራዞል ሲምቫስታቲን አምሎዲፒን ራሚፕሪል ፉሮሴሚድ ክሎፒዶግሬል "
        "አፒክሳባን ዲያዜፓም ፕሬድኒሶሎን ሜቶትሬክሴት ሳልቡታሞል"
    ),
    "tr": (
        "parasetamol ibuprofen aspirin varfarin metformin insülin morfin kodein amoksisilin omeprazol simvastatin "
        "amlodipin ramipril furosemid klopidogrel apiksaban diazepam prednizolon metotreksat salbutamol"
    ),
    "fi": (
        "parasetamolia ibuprofeenia aspiriinia varfariinia metformiinia insuliinia morfiinia kodeiinia "
        "amoksisilliinia omepratsolia simvastatiinia amlodipiinia ramipriilia furosemidia klopidogreelia "
        "apiksabaania diatsepaamia prednisolonia metotreksaattia salbutamolia"
    ),
    "so": (
        "barasetamool ibobrofeen asbiriin warfarin metformin insulin moorfiin koodiin amoxicillin omeprazole "
        "simvastatin amlodipine ramipril furosemide clopidogrel apixaban diazepam prednisolone methotrexate "
        "salbutamol"
    ),
    "vi": (
        "paracetamol ibuprofen aspirin warfarin metformin insulin morphin codein amoxicillin omeprazol simvastatin "
        "amlodipin ramipril furosemid clopidogrel apixaban diazepam prednisolon methotrexat salbutamol"
    ),
}
"""The same twenty medicines, as texts of each language name them; some in the case that a negated verb asks for."""


def missed(locale: str, pairs: list[tuple[int, int]]) -> list[tuple[str, str]]:
    wanted, names, known = ENGLISH.split(), NAMES[locale].split(), language(locale)
    said = [(wanted[at], names[place]) for at, place in pairs]
    return [(one, name) for one, name in said if not list(other_medicines(f"Stop {one}.", name, known))]


@pytest.mark.parametrize("locale", NAMES)
def test_every_language_has_its_spelling_and_no_other_medicine(locale: str) -> None:
    wanted, names = ENGLISH.split(), NAMES[locale].split()
    assert [one for one, name in zip(wanted, names, strict=True) if told(one, name, locale)] == []
    assert missed(locale, [(at, place) for at in range(2, 8) for place in (0, 1)]) == []


@pytest.mark.slow
@pytest.mark.parametrize("locale", NAMES)
def test_most_other_medicines_are_told(locale: str) -> None:
    """Short names (codeine) are not known by their sound alone."""
    every = range(len(ENGLISH.split()))
    pairs = [(at, place) for at in every for place in every if at != place]
    assert len(missed(locale, pairs)) / len(pairs) < 0.4


def told(source: str, target: str, locale: str) -> list[tuple[str, str]]:
    return list(other_medicines(f"Stop {source}.", target, language(locale)))


@pytest.mark.parametrize(
    ("locale", "source", "right", "wrong"),
    [
        (
            "es",
            "Do not take aspirin or ibuprofen.",
            "No tome ácido acetilsalicílico ni ibuprofeno.",
            "No tome aspirina ni paracetamol.",
        ),
        (
            "es",
            "Take two co-codamol tablets.",
            "Tome dos comprimidos de paracetamol con codeína.",
            "Tome dos de tramadol.",
        ),
        ("de", "Carry your EpiPen.", "Tragen Sie Ihr Adrenalin bei sich.", "Tragen Sie Ihr Atropin bei sich."),
        ("pl", "You may take acetaminophen.", "Można brać paracetamol.", "Można brać ibuprofen."),
        ("de", "Tell us if you take prednisolone.", "Sagen Sie, ob Sie Prednisolon nehmen.", "Nehmen Sie Prednison?"),
        ("fi", "Stop taking metformin.", "Lopettakaa metformiinitablettien käyttö.", "Lopettakaa metoprololi."),
        ("de", "Take ibuprofen tablets.", "Nehmen Sie Ibuprofentabletten.", "Nehmen Sie Paracetamoltabletten."),
        ("zh_Hans", "Stop your warfarin.", "请停用华法林。", "请停用肝素。"),
        ("zh_Hans", "You are given adrenaline.", "我们会给您注射肾上腺素。", "我们会给您注射去甲肾上腺素。"),
        ("ar", "Stop taking clopidogrel.", "توقف عن تناول كلوبيدوغريل.", "توقف عن تناول وارفارين."),
    ],
)
def test_what_is_another_medicine_and_what_is_not(locale: str, source: str, right: str, wrong: str) -> None:
    assert found(locale, source, right) == []
    assert found(locale, source, wrong) == [Severity.ERROR]


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("pl", "Take your warfarin at six.", "Lek rozrzedzający krew proszę przyjąć o szóstej."),  # by another word
        ("pl", "Take your blood thinner at six.", "Proszę przyjąć warfarynę o szóstej."),  # nothing to compare
        ("ru", "Please stop codeine.", "Прекратите принимать кодеин перед операцией."),
        ("de", "Stop paracetamol.", "Setzen Sie das Schmerzmittel ab; Parkplätze sind vor dem Haus."),
    ],
)
def test_what_nobody_can_know_is_not_told(locale: str, source: str, target: str) -> None:
    assert found(locale, source, target) == []


def found(locale: str, source: str, target: str) -> list[Severity]:
    findings = run([a_catalog(an_entry(source, target), language=language(locale))], partial=True)
    return [one.severity for one in findings if one.check == "translation/medicine-differs"]


def test_a_name_sounds_alike_in_every_script() -> None:
    words = ("ибупрофен", "इबुप्रोफेन", "إيبوبروفين", "იბუპროფენი", "አይቡፕሮፌን", "イブプロフェン", "ไอบูโพรเฟน")
    assert {sound(word) for word in words} <= {sound("ibuprofen"), "VPRPN"}


@pytest.mark.parametrize("locale", ["zh_Hans", "zh_Hant"])
def test_names_of_a_language_are_names_of_known_medicines(locale: str) -> None:
    own = words_of(language(locale)).section(Medicines).names
    assert [name for name in own if not named(name)] == []
    assert len({word for words in own.values() for word in words}) == sum(map(len, own.values()))


KEEP = "Stop warfarin two days before, but keep taking aspirin."
MORE = "Hydroxychloroquine is used more often than chloroquine."


@pytest.mark.parametrize(
    ("locale", "source", "target", "turned"),
    [
        ("es", KEEP, "Deje la warfarina dos días antes, pero siga tomando la aspirina.", False),
        ("es", KEEP, "Deje la aspirina dos días antes, pero siga tomando la warfarina.", True),
        ("ja", KEEP, "2日前にワルファリンを中止し、アスピリンは続けてください。", False),
        ("ja", KEEP, "2日前にアスピリンを中止し、ワルファリンは続けてください。", True),
        ("zh_Hans", KEEP, "提前两天停用阿司匹林，但继续服用华法林。", True),
        ("hi", MORE, "क्लोरोक्विन की तुलना में हाइड्रॉक्सीक्लोरोक्विन का अधिक उपयोग होता है।", False),
    ],
)
def test_two_medicines_that_changed_places_are_told(locale: str, source: str, target: str, turned: bool) -> None:
    both = source, language("en_GB"), target, language(locale)
    assert (turned_medicines(*both) is not None) is turned
