"""Slips that turn advice round: each pair of languages is silent on what is right, and tells the slip."""

from __future__ import annotations

from bench.words import Pair, told

from polyleaf.model.finding import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

# Locale, source, right translation, slip, how heavy the slip is.
ROWS = (
    ("uk", "You may eat until 6pm.", "Можна їсти до 18:00.", "Можна їсти з 18:00.", ERROR),
    ("pl", "You may eat from 6pm.", "Można jeść od godziny 18.00.", "Można jeść do godziny 18.00.", ERROR),
    ("hi", "Eat nothing from 6am.", "सुबह 6 बजे से कुछ न खाएँ।", "सुबह 6 बजे तक कुछ न खाएँ।", ERROR),
    ("zh_Hans", "Fast until 6pm.", "禁食到晚上6点。", "晚上6点起禁食。", ERROR),
    ("tr", "Drink water until 6pm.", "Saat 18.00'e kadar su için.", "Saat 18.00'den itibaren su için.", ERROR),
    ("de", "You may drive from Monday.", "Ab Montag dürfen Sie fahren.", "Bis Montag dürfen Sie fahren.", ERROR),
    ("fr", "Keep it on until midnight.", "Gardez-le jusqu’à minuit.", "Gardez-le à partir de minuit.", ERROR),
    ("ja", "Eat nothing until 6pm.", "午後6時まで食べないで。", "午後6時から食べないで。", ERROR),
    # A range has both ends, and "from" may be said of a place.
    ("pl", "Open from 9am to 5pm.", "Czynne 9.00–17.00.", "", WARNING),
    ("hi", "Come at 6pm.", "शाम 6 बजे घर से आएँ।", "", WARNING),
    # The very word of the text, denied.
    ("pl", "Stop taking aspirin.", "Proszę odstawić aspirynę.", "Proszę nie odstawiać aspiryny.", WARNING),
    ("ur", "Stop taking aspirin.", "اسپرین بند کر دیں۔", "اسپرین بند نہ کریں۔", WARNING),
    ("ru", "Press until the bleeding stops.", "Нажимайте, пока кровотечение не остановится.", "", WARNING),
    # "Both" is two, and may stand for "the two" or for nothing.
    ("de", "Wait between the two puffs.", "Warten Sie zwischen den beiden Hüben.", "", WARNING),
    ("fr", "Take both tablets.", "Prenez les deux comprimés.", "Prenez les trois comprimés.", ERROR),
    ("fr", "It is not safe.", "Ce n’est pas sûr.", "C’est sûr.", WARNING),
    ("fr", "Wait at least two hours.", "Attendez au moins deux heures.", "N’attendez pas plus de 2 heures.", WARNING),
    # Minutes from an hour, in words; "ten to twelve weeks" are weeks.
    ("de", "Come at ten past nine.", "Kommen Sie um zehn nach neun.", "Kommen Sie um zehn vor neun.", ERROR),
    ("ru", "Come at ten past nine.", "Приходите в десять минут десятого.", "Приходите без десяти девять.", ERROR),
    ("uk", "Come at ten to nine.", "Приходьте за десять дев’ята.", "Приходьте за двадцять дев’ята.", ERROR),
    ("it", "Come at ten to nine.", "Venga alle nove meno dieci.", "Venga alle nove e dieci.", ERROR),
    # Regions have the words of their language: British English reads "twenty-five to nine" as English does.
    ("de", "Come at twenty-five to nine.", "Um fünfundzwanzig vor neun.", "Um fünfundzwanzig nach neun.", ERROR),
    ("fr_CA", "Come at twenty to nine.", "Venez à neuf heures moins vingt.", "Venez à neuf heures vingt.", ERROR),
    ("sw", "Come at ten to nine.", "Njoo saa tatu kasoro dakika kumi.", "Njoo saa tatu kasorobo.", ERROR),
    ("de", "A scan at ten to twelve weeks.", "Ein Ultraschall mit zehn bis zwölf Wochen.", "", WARNING),
    ("ro", "Open from 2pm to 8pm.", "Deschis între orele 14 și 20.", "", WARNING),
    ("vi", "Come at 7.30pm.", "Hãy đến lúc 7 giờ 30 tối.", "Hãy đến lúc 7 giờ 30 sáng.", ERROR),
    ("de", "Take 10 mg at 8am.", "Nehmen Sie um 8 Uhr 10 mg.", "", WARNING),
    ("tr", "Stay two nights.", "İki gece kalın.", "Üç gece kalın.", ERROR),
    ("om", "Come at 8am.", "Ganama sa'aatii 2 kottaa.", "Galgala sa'aatii 2 kottaa.", ERROR),
    ("om", "Rest for 6 hours.", "Sa'aatii 6 boqodhaa.", "Sa'aatii 8 boqodhaa.", ERROR),
    (
        "uk",
        "Call if you need more than 2.",
        "Подзвоніть, якщо треба більше 2.",
        "Подзвоніть, якщо не більше 2.",
        WARNING,
    ),
    ("fr", "Red at 8am, white at 2pm.", "Rouge à 8 h, blanc à 14 h.", "Rouge à 14 h, blanc à 8 h.", WARNING),
    # What is in each thing stands between the number and the thing.
    (
        "de",
        "Take two 500 mg tablets.",
        "Nehmen Sie zwei Tabletten zu 500 mg.",
        "Nehmen Sie eine Tablette zu 500 mg.",
        ERROR,
    ),
    ("ur", "Take two 500 mg tablets.", "500 ملی گرام کی دو گولیاں لیں۔", "500 ملی گرام کی ایک گولی لیں۔", ERROR),
    ("gu", "Take two 500 mg tablets.", "500 મિ.ગ્રા.ની બે ગોળી લો.", "500 મિ.ગ્રા.ની એક ગોળી લો.", ERROR),
    ("bn", "Take 5 ml of syrup.", "৫ মি.লি.-এর সিরাপ খান।", "৫ মি.গ্রা.-এর সিরাপ খান।", ERROR),
    ("ur", "Take two teaspoons.", "دو چمچ لیں۔", "تین چمچ لیں۔", ERROR),
    # Doses by parts of the day are no hours.
    ("pl", "One in the morning and two at night.", "Jedna rano i dwie na noc.", "Jedna rano i trzy na noc.", ERROR),
    ("ro", "2 in the morning and 1 at night.", "2 dimineața și 1 seara.", "3 dimineața și 1 seara.", ERROR),
    ("zh_Hans", "One in the morning, one at night.", "早上一片，晚上一片。", "早上一片，晚上两片。", ERROR),
    ("ru", "Take it for two days.", "Принимайте два дня.", "Принимайте три дня.", ERROR),
    ("uk", "It lasts one day.", "Це триває протягом одного дня.", "", WARNING),
    ("hi", "On the second evening.", "दूसरी शाम को।", "", WARNING),
    ("tr", "Come at 9am.", "Sabah 9’da gelin.", "Akşam 9’da gelin.", ERROR),
    # Until something is done.
    ("pl", "Lie down until we call.", "Proszę leżeć, aż zadzwonimy.", "Proszę leżeć po naszym telefonie.", WARNING),
    ("bn", "Lie down until we call.", "আমরা না ডাকা পর্যন্ত শুয়ে থাকুন।", "আমরা ডাকার পরে শুয়ে থাকুন।", WARNING),
    (
        "uk",
        "Carry on until we call.",
        "Продовжуйте, доки ми не подзвонимо.",
        "Не приймайте, доки ми не подзвонимо.",
        WARNING,
    ),
    ("fa", "Do not come before 10am.", "قبل از ساعت 10 صبح نیایید.", "بعد از ساعت 10 صبح نیایید.", ERROR),
    # A limit beside its number, whatever else is more or less.
    ("fr", "Call if more than 2.", "Appelez si plus de 2.", "Appelez si pas plus de 2.", WARNING),
    (
        "pl",
        "Less than 30 kg, a smaller dose.",
        "Mniej niż 30 kg: mniejsza dawka.",
        "Więcej niż 30 kg: mniejsza dawka.",
        WARNING,
    ),
    ("hi", "For at least 2 days, no longer than 9.", "कम से कम 2 दिन, 9 से ज़्यादा नहीं।", "", WARNING),
    ("pl", "Do not take more than 8 tablets.", "Maksymalnie 8 tabletek.", "Co najmniej 8 tabletek.", WARNING),
    # Verbs in two parts.
    (
        "de",
        "Stop the tablets today.",
        "Setzen Sie die Tabletten heute ab.",
        "Fangen Sie heute mit den Tabletten an.",
        WARNING,
    ),
    ("de", "Do not stop them today.", "Setzen Sie sie heute nicht ab.", "Setzen Sie sie heute ab.", WARNING),
    ("nl", "Breathe in slowly.", "Adem langzaam door de neus in.", "Adem langzaam door de neus uit.", WARNING),
    ("uk", "We are closed on Fridays.", "По п'ятницях ми не працюємо.", "По середах ми не працюємо.", ERROR),
    ("ro", "Fast before the scan.", "Pentru examinare trebuie să fiți nemâncat.", "", WARNING),
    ("pa", "Do not eat or drink until we call.", "ਜਦੋਂ ਤੱਕ ਅਸੀਂ ਨਾ ਬੁਲਾਈਏ, ਕੁਝ ਨਾ ਖਾਓ-ਪੀਓ।", "", WARNING),
    # Twice a week are no two weeks.
    ("de", "Take it twice a day.", "Zweimal am Tag einnehmen.", "Zweimal in der Woche einnehmen.", ERROR),
    ("pl", "Take it 2 times a day.", "Przyjmować dwa razy dziennie.", "Przyjmować dwa razy w tygodniu.", ERROR),
    ("th", "Take it twice a day.", "วันละสองครั้ง", "สัปดาห์ละสองครั้ง", ERROR),
    # Minutes are no minimum.
    ("th", "A peak flow of 300 l/min.", "ความเร็วลมสูงสุด 300 ลิตร/นาที", "ความเร็วลมสูงสุด 200 ลิตร/นาที", ERROR),
    # To leave something is said with a denial, or with a verb of its own.
    ("de", "Do not drink alcohol.", "Verzichten Sie auf Alkohol.", "Trinken Sie Alkohol.", WARNING),
    ("ta", "Do not drink alcohol.", "மது அருந்துவதைத் தவிர்க்கவும்.", "மது அருந்தவும்.", WARNING),
    ("uk", "Do not take the missed one.", "Пропустіть забуту.", "Прийміть забуту.", WARNING),
    ("ru", "If you miss a dose, do not take two.", "", "Если вы пропустили дозу, примите две.", WARNING),
    ("pl", "Do not stop aspirin.", "Nie odstawiać aspiryny.", "Odstawić aspirynę.", WARNING),
    ("zh_Hans", "Not more than 3 days unless a doctor says so.", "不要超过3天，除非医生另有指示。", "", WARNING),
    # Rates.
    (
        "ro",
        "It rises from 2 in 100 to 4 in 100.",
        "Crește de la 2 la 4 din 100.",
        "Crește de la 2 la 5 din 100.",
        ERROR,
    ),
    ("zh_Hans", "It rises from 2 in 100 to 4 in 100.", "会从2%升至4%。", "会从2%升至5%。", ERROR),
    ("fa", "On alternate days, ten times.", "یک روز در میان، ده بار.", "روزی دو بار، ده بار.", ERROR),
    ("ro", "Do it on alternate days.", "Faceți-o o zi da, una nu.", "Faceți-o zilnic.", ERROR),
    ("ar", "Two in three are well in the second week.", "شخصان من كل ثلاثة بخير في الأسبوع الثاني.", "", WARNING),
    ("pl", "Half a dozen times.", "Pół tuzina razy.", "Pół razy.", ERROR),
    (
        "fa",
        "Turn the pump on when it is full.",
        "وقتی پر شد پمپ را روشن کنید.",
        "وقتی پر شد پمپ را خاموش کنید.",
        WARNING,
    ),
    ("gu", "The next dose is in May.", "પછીનો ડોઝ મેમાં છે.", "પછીનો ડોઝ માર્ચમાં છે.", ERROR),
    ("pl", "Come the day after tomorrow.", "Proszę przyjść pojutrze.", "", WARNING),
    ("uk", "It lasts for a day.", "Триває добу.", "Триває дві доби.", ERROR),
    ("nl", "Come at 6am.", "Kom om 6.00 uur.", "Kom om 16.00 uur.", ERROR),
    # From one time, until another: neither is the other's.
    ("nl", "Fast from midnight; drink until 6am.", "Eet niet vanaf middernacht; drink tot 6.00 uur.", "", WARNING),
    ("pl", "At 10 the night before.", "O 22.00 poprzedniego wieczoru.", "O 10.00 poprzedniego ranka.", ERROR),
    (
        "de",
        "Keep taking it until we call.",
        "Nehmen Sie es weiter, bis wir anrufen.",
        "Nehmen Sie es nicht, bis wir anrufen.",
        WARNING,
    ),
    ("ja", "No more than 6, at least 4 hours apart.", "6錠まで、間隔は4時間以上。", "", WARNING),
    ("ko", "Three times a day for five days.", "5일 동안 하루 세 번.", "5일 동안 하루 두 번.", ERROR),
    (
        "gu",
        "Not more often than every 4 hours, nor for longer than 7 days.",
        "4 કલાકથી વધુ વાર અને 7 દિવસથી વધુ વાપરશો નહીં.",
        "",
        WARNING,
    ),
    ("uk", "Wait before the second puff.", "Зачекайте перед другим вдихом.", "Зачекайте перед третім вдихом.", ERROR),
    ("so", "We do not advise it.", "Kuguma talinayno.", "", WARNING),
    ("ar", "Stay two nights.", "ابقَ ليلتين.", "ابقَ ثلاث ليالٍ.", ERROR),
    # Pairs.
    ("so", "Lie down for an hour.", "Jiifso hal saac.", "Fariiso hal saac.", WARNING),
    ("gu", "Use it only at night.", "ફક્ત રાત્રે વાપરો.", "", WARNING),
    ("ar", "Chew the tablet.", "امضغ القرص.", "ابلع القرص.", WARNING),
    ("ta", "Push the handle.", "கைப்பிடியைத் தள்ளுங்கள்.", "கைப்பிடியை இழுங்கள்.", WARNING),
    ("nl", "Breathe in slowly.", "Adem langzaam in.", "Adem langzaam uit.", WARNING),
    ("cs", "Loosen the strap.", "Povolte pásek.", "Utáhněte pásek.", WARNING),
    ("it", "You will be awake.", "Lei sarà sveglio.", "Lei sarà addormentato.", WARNING),
    ("es", "You have a local anaesthetic.", "Le ponen anestesia local.", "Le ponen anestesia general.", WARNING),
    ("vi", "Come back tomorrow.", "Hãy trở lại ngày mai.", "Hãy trở lại hôm nay.", WARNING),
    ("sw", "Breathe through your nose.", "Pumua kupitia puani.", "Pumua kupitia mdomoni.", WARNING),
    ("id", "Do it in both eyes.", "Lakukan di kedua mata.", "Lakukan di satu mata.", WARNING),
    # The half of the day behind quarters and minutes in words.
    (
        "es",
        "Come at quarter past two in the afternoon.",
        "A las dos y cuarto de la tarde.",
        "A las tres y cuarto de la tarde.",
        ERROR,
    ),
    ("pt", "Come at ten past three in the afternoon.", "Às três e dez da tarde.", "Às três e vinte da tarde.", ERROR),
    (
        "de",
        "Come at quarter past two in the afternoon.",
        "Um Viertel nach zwei am Nachmittag.",
        "Um Viertel nach zwei am Morgen.",
        ERROR,
    ),
    (
        "fa",
        "Come at ten to three in the morning.",
        "پیش از ظهر ۱۰ دقیقه به ۳ بیایید.",
        "بعد از ظهر ۱۰ دقیقه به ۳ بیایید.",
        ERROR,
    ),
    (
        "zh_Hans",
        "If pain comes at night, call us.",
        "如果凌晨出现疼痛，请打电话。",
        "如果早上出现疼痛，请打电话。",
        ERROR,
    ),
    ("fa", "Come on Monday.", "دوشنبهٔ این هفته بیایید.", "سه‌شنبهٔ این هفته بیایید.", ERROR),
    ("ru", "It lasts a couple of days.", "Это длится пара дней.", "Это длится пара недель.", ERROR),
    ("hi", "Reduce it every third day.", "हर तीसरे दिन कम करें।", "हर चौथे दिन कम करें।", ERROR),
    ("tr", "One tablet every 8 hours.", "8 saatte bir bir tablet.", "8 saatte bir iki tablet.", ERROR),
    # Left on is not taken off; what is avoided is not done.
    (
        "uk",
        "Leave the patch on for three days.",
        "Не знімайте пластир три дні.",
        "Зніміть пластир на три дні.",
        WARNING,
    ),
    (
        "pl",
        "Keep taking the tablets.",
        "Proszę nie przerywać przyjmowania tabletek.",
        "Proszę przerwać przyjmowanie tabletek.",
        WARNING,
    ),
    ("tr", "Avoid alcohol for 48 hours.", "48 saat alkol almayın.", "48 saat alkol alın.", WARNING),
    (
        "it",
        "If you miss one, take it; double the next dose.",
        "Se ne salta una, la prenda; raddoppi la dose successiva.",
        "Se ne salta una, la prenda; non raddoppi la dose successiva.",
        WARNING,
    ),
    ("so", "Keep the patch on.", "Balastarku ha kugu dhegganaado.", "", WARNING),
    # What the clock says behind an hour, in words; halves said in one word; forms of an hour.
    (
        "pl",
        "Come at quarter to nine in the evening.",
        "O ósmej czterdzieści pięć wieczorem.",
        "O ósmej czterdzieści pięć rano.",
        ERROR,
    ),
    ("bn", "Come at 8:45pm.", "রাত ৮টা ৪৫ মিনিটে আসুন।", "রাত ৮টা ৩৫ মিনিটে আসুন।", ERROR),
    ("fa", "Come at 8:45pm.", "ساعت هشت و چهل و پنج دقیقه شب بیایید.", "ساعت هشت و پنج دقیقه شب بیایید.", ERROR),
    (
        "ru",
        "Come at half past seven in the morning.",
        "Приходите в полвосьмого утра.",
        "Приходите в полседьмого утра.",
        ERROR,
    ),
    ("tr", "Come at 10am.", "Sabah onda gelin.", "Akşam onda gelin.", ERROR),
    ("tr", "Take it in the morning.", "Sabah onu alın.", "", WARNING),
    (
        "de",
        "Come at 6:15am.",
        "Kommen Sie um viertel sieben in der Früh.",
        "Kommen Sie um viertel acht in der Früh.",
        ERROR,
    ),
    ("hi", "Come at 2pm.", "दिन के दो बजे आएँ।", "रात के दो बजे आएँ।", ERROR),
    ("it", "Rest for an hour and a half.", "Riposi per un’ora e mezza.", "Riposi per mezz’ora.", ERROR),
    ("fr", "Use it twice a day.", "À utiliser matin et soir.", "À utiliser une fois par jour.", ERROR),
    ("zh_Hans", "Use it three times a day.", "早中晚各一次。", "早晚各一次。", ERROR),
    ("es", "It takes a couple of weeks.", "Tarda un par de semanas.", "Tarda un par de días.", ERROR),
    (
        "es",
        "Two puffs, morning and night.",
        "Dos pulverizaciones por la mañana y por la noche.",
        "Una pulverización por la mañana y por la noche.",
        ERROR,
    ),
    ("pl", "One puff, morning and night.", "Rano i na noc jedna dawka.", "Rano i na noc dwie dawki.", ERROR),
    (
        "fr",
        "Keep it lower than your heart.",
        "Gardez-le plus bas que le cœur.",
        "Gardez-le plus haut que le cœur.",
        WARNING,
    ),
    ("ru", "Please refrain from lifting.", "Просим вас ничего не поднимать.", "", WARNING),
    ("ro", "Hold the button down, then pull it out.", "Țineți butonul apăsat, apoi scoateți-l.", "", WARNING),
    ("pt", "Continue taking it.", "Continue a tomá-lo.", "Deixe de o tomar.", WARNING),
)


def test_what_is_right_is_silent_and_what_turns_it_round_is_told() -> None:
    for locale, source, right, slip, weight in ROWS:
        assert not right or not told(Pair(locale, "", source, right, slip=False)), right
        if slip:
            found = told(Pair(locale, "", source, slip, slip=True))
            assert weight in found.values(), slip
