"""Things that became others, and what two of them changed places with: silent on what is right, tells the slip."""

from __future__ import annotations

import pytest
from bench.words import Pair, told

from polyleaf.locales.shared import BUILT_IN
from polyleaf.locales.table import language, words_of
from polyleaf.locales.thing_names import ThingNames
from polyleaf.model.finding import Severity
from polyleaf.reading.words.things import other_things

# Locale, right translation, the sentence it translates, slips of that sentence.
ROWS = (
    (
        "pl",
        "Włóż tabletkę pod język i poczekaj, aż się rozpuści.",
        "Put the tablet under your tongue and let it dissolve.",
        "Put the tablet on your eye and let it dissolve.",
    ),
    (
        "ur",
        "یہ اینٹی بائیوٹک لیتے وقت شراب نہ پئیں۔",
        "Do not drink alcohol while you are taking this antibiotic.",
        "Do not drink juice while you are taking this antibiotic.",
    ),
    ("uk", "Запитайте фармацевта.", "Ask the pharmacist.", "Ask the dentist."),
    ("ro", "Măsurați-vă tensiunea.", "Check your blood pressure.", "Check your blood sugar."),
    (
        "fa",
        "در زمستان روزی یک قرص بخورید؛ در تابستان به آن نیازی ندارید.",
        "In winter take one tablet a day; in summer you do not need it.",
        "In summer take one tablet a day; in winter you do not need it.",
    ),
    # One of two legs became an arm: the other leg still stands there.
    (
        "gu",
        "સારા પગ પર ઊભા રહો અને ઓપરેશન કરેલો પગ ઊંચો કરો.",
        "Stand on your good leg and lift the operated leg.",
        "Stand on your good leg and lift the operated arm.",
    ),
    # What is denied changed places with what is not.
    (
        "ar",
        "احقن 10 وحدات في فخذك، وليس في ذراعك.",
        "Inject 10 units into your thigh, not into your arm.",
        "Inject 10 units into your arm, not into your thigh.",
    ),
    (
        "so",
        "Qaado kaniiniyada fadhiga ka dib, ma aha ka hor.",
        "Take the tablets after the session, not before it.",
        "Take the tablets before the session, not after it.",
    ),
    (
        "zh_Hans",
        "从午夜起不得进食，但早上6点前可以喝水。",
        "You must not eat from midnight, but you may drink water until 6am.",
        "You must not drink from midnight, but you may eat until 6am.",
    ),
    (
        "ta",
        "இரண்டு வாரங்களுக்குப் பிறகு வாகனம் ஓட்டலாம், ஆனால் கனமான எதையும் தூக்கக்கூடாது.",
        "You can drive after two weeks, but you must not lift anything heavy.",
        "You cannot drive after two weeks, but you can lift anything heavy.",
    ),
    # People and what they take go together.
    (
        "pl",
        "Niemowlęciu podawaj krople, natomiast matka powinna przyjmować tabletki.",
        "Give the baby the drops, but the mother should take the tablets.",
        "Give the mother the drops, but the baby should take the tablets.",
    ),
    # A day is no tablet, and the 28th week no day.
    (
        "pl",
        "Przyjmuj jedną tabletkę witaminy D dziennie.",
        "Take one vitamin D tablet a day.",
        "Take two vitamin D tablets a day.",
    ),
    ("uk", "З 28-го тижня вагітності.", "From the 28th week of pregnancy.", "From the 28th day of pregnancy."),
    ("ro", "Din săptămâna 28 de sarcină.", "From the 28th week of pregnancy.", "Until the 28th week of pregnancy."),
    # "Until" goes with one of two amounts; languages that say it behind may begin with that one.
    (
        "bn",
        "20 মিগ্রায় না পৌঁছানো পর্যন্ত প্রতি সপ্তাহে 5 মিগ্রা করে ডোজ বাড়ান।",
        "Increase the dose by 5 mg a week until you reach 20 mg.",
        "Increase the dose by 20 mg a week until you reach 5 mg.",
    ),
    # A doing that is denied, whatever else in the sentence may excuse a denial.
    (
        "pl",
        "Gardło będzie znieczulone, więc przez godzinę po zabiegu nie jedz.",
        "Your throat will be numb, so do not eat for one hour afterwards.",
        "Your throat will be numb, so eat for one hour afterwards.",
    ),
    (
        "uk",
        "Уникайте гарячих напоїв під час лікування.",
        "Avoid hot drinks during treatment.",
        "Have hot drinks during treatment.",
    ),
    (
        "pl",
        "Weź pierwszą tabletkę pierwszego dnia.",
        "Take the first tablet on the first day.",
        "Take the first tablet on the last day.",
    ),
    (
        "uk",
        "Носіть шину щоночі, але знімайте її вдень.",
        "Wear the splint at night but take it off during the day.",
        "Wear the splint during the day but take it off at night.",
    ),
)

ORGANS_AND_MORE = (
    ("es", "Díganos si tiene problemas de hígado.", "Tell us if you have liver problems.", "kidney"),
    ("zh_Hans", "如果您有肾脏问题，请告诉我们。", "Tell us if you have kidney problems.", "liver"),
    (
        "de",
        "Nicht anwenden, wenn Sie gegen Eier allergisch sind.",
        "Do not use it if you are allergic to eggs.",
        "nuts",
    ),
    ("ru", "Сообщите, если у вас эпилепсия или диабет.", "Tell us if you have epilepsy or diabetes.", "asthma"),
    ("fr", "Conservez-le au réfrigérateur.", "Keep it in the fridge.", "freezer"),
    ("tr", "Oda sıcaklığında saklayın.", "Keep it at room temperature.", "in the fridge"),
    ("ar", "قد يسبب الإسهال.", "It may cause diarrhoea.", "constipation"),
    ("hi", "अगर आप गर्भवती हैं, तो इसे न लें।", "Do not take it if you are pregnant.", "breastfeeding"),
    ("ja", "筋肉に注射します。", "We inject it into the muscle.", "skin"),
    ("pl", "Wstrzykujemy to do żyły.", "We inject it into the vein.", "muscle"),
    ("vi", "Báo cho chúng tôi nếu bạn bị ho.", "Tell us if you have a cough.", "a rash"),
    ("fi", "Älkää menkö suihkuun kahteen päivään.", "Do not have a shower for two days.", "bath"),
)
"""Language, right translation, its sentence, and what its last thing has become in the slip."""
_SAID = ("liver", "kidney", "eggs", "epilepsy", "fridge", "at room temperature", "diarrhoea", "pregnant", "muscle")
_SAID_TOO = ("vein", "a cough", "shower")

TURNED = (
    (
        "es",
        "Mantener fuera del alcance de los niños.",
        "Keep out of the reach of children.",
        "Keep within the reach of",
    ),
    ("ru", "Храните в недоступном для детей месте.", "Keep out of the reach of children.", "Keep within the reach of"),
    ("ja", "反時計回りに回してください。", "Turn it anti-clockwise.", "Turn it clockwise."),
    ("de", "Drehen Sie im Uhrzeigersinn.", "Turn it clockwise.", "Turn it anticlockwise."),
    ("ur", "لفٹ سے دوسری منزل پر جائیں۔", "Take the lift to the second floor.", "Take the stairs to the second floor."),
    (
        "de",
        "Ihre Hüftoperation dauert zwei Stunden.",
        "Your hip operation takes two hours.",
        "Your knee operation takes",
    ),
    ("pl", "Nie wolno prowadzić pojazdów przez dobę.", "Do not drive for 24 hours.", "Do not smoke for 24 hours."),
)
"""Language, right translation, its sentence, and a slip of that."""

RIGHT = (
    ("el", "Ask the staff for directions, and do not smoke.", "Ζητήστε οδηγίες από το προσωπικό και μην καπνίζετε."),
    ("ru", "The course takes three years, and you may drive.", "Курс длится три года, водить машину можно."),
    # Metonyms, and words that other things have in them.
    (
        "es",
        "Tell us if you have had a heart attack or a stroke.",
        "Díganos si ha tenido un infarto o un derrame cerebral.",
    ),
    ("id", "Be careful and keep your kidneys healthy.", "Berhati-hatilah dan jaga kesehatan ginjal Anda."),
    ("sv", "How long your kidney lives is not known.", "Hur länge njuren lever vet man inte."),
    ("nl", "Kind regards from the kidney clinic.", "Hartelijke groet van de nierpolikliniek."),
    ("hu", "Breathe in; your lungs fill with air.", "Szívja be a levegőt; a tüdeje megtelik."),
    ("tr", "Take a shower; 100 of 100 people may.", "Duş alın; yüzde yüz izin var."),
    ("ja", "Lie on your front if you have asthma.", "喘息がある場合はうつ伏せになってください。"),
    # "Both" counts nothing here, and leaves the second day its number.
    ("so", "Both come out on the second day.", "Labaduba waxay soo bixi doonaan maalinta labaad."),
    # Parents may be the mother or the father, and feet a measure.
    ("bn", "A parent must come with you.", "বাবা বা মাকে সঙ্গে আসতে হবে।"),
    ("hi", "Stay six feet away from others.", "दूसरों से छह फीट दूर रहें।"),
    # A finger or a toe is one word in many languages.
    ("ro", "If your toes turn blue, call us.", "Dacă degetele se învinețesc, sunați-ne."),
    # A limit beside a doing denies nothing.
    ("ru", "Drink at most two litres of water a day.", "Пейте не более двух литров воды в день."),
)


@pytest.mark.parametrize(("locale", "target", "source", "slip"), ROWS)
def test_the_slip_is_told_and_what_is_right_is_not(locale: str, target: str, source: str, slip: str) -> None:
    assert told(Pair(locale, "", source, target, slip=False)) == {}
    assert told(Pair(locale, "", slip, target, slip=True))


@pytest.mark.parametrize(("locale", "target", "source", "other"), ORGANS_AND_MORE)
def test_another_organ_food_or_illness_is_told(locale: str, target: str, source: str, other: str) -> None:
    said = next(word for word in (*_SAID, *_SAID_TOO) if f" {word}" in source)
    assert told(Pair(locale, "", source, target, slip=False)) == {}
    assert "thing-differs" in told(Pair(locale, "", source.replace(said, other), target, slip=True))


@pytest.mark.parametrize(("locale", "target", "source", "slip"), TURNED)
def test_reach_turning_stairs_joints_and_doings(locale: str, target: str, source: str, slip: str) -> None:
    assert told(Pair(locale, "", source, target, slip=False)) == {}
    assert told(Pair(locale, "", slip, target, slip=True))


@pytest.mark.parametrize(("locale", "source", "target"), RIGHT)
def test_other_words_for_the_same_thing(locale: str, source: str, target: str) -> None:
    assert Severity.ERROR not in told(Pair(locale, "", source, target, slip=False)).values()
    assert "thing-differs" not in told(Pair(locale, "", source, target, slip=False))


KINDS = ("organs", "foods", "kept", "illnesses", "symptoms", "washing", "states", "joints", "doings")
LANGUAGES = [one for one in sorted(BUILT_IN.glob("*.toml")) if "[things.organs]" in one.read_text(encoding="utf-8")]


@pytest.mark.parametrize("locale", [one.stem for one in LANGUAGES if one.stem != "form"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_name_of_a_thing_is_that_thing_and_no_other(locale: str, kind: str) -> None:
    here, there = language("en_GB"), language(locale)
    english, own = (getattr(words_of(one).section(ThingNames), kind) for one in (here, there))
    texts = [(name, word.replace("*", "")) for name, words in own.items() for word in words]
    alike = [(name, word) for name, word in texts if list(other_things(english[name][0], here, word, there))]
    others = [(one, word) for one in own for name, word in texts if name != one]
    silent = [pair for pair in others if not list(other_things(english[pair[0]][0], here, pair[1], there))]
    assert alike == []
    assert silent == []
