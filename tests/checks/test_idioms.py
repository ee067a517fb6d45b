"""Idioms as good translators write them: nothing is told of the right one, and something of the wrong one."""

from __future__ import annotations

from polyleaf.checks.run import run
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.locales.table import language

MIDNIGHT = "Do not eat anything after 12 midnight."
GLASSES = "Drink six or more glasses of water a day."
NO_FEWER = "Take no fewer than eight tablets a day."
NO_MORE = "Do not take more than six tablets a day."
OPENING = "We are open from 9 to 5."
SACHETS = "Take one sachet at bedtime, and a second in the morning if needed."
NO_ALCOHOL = "No alcohol for 24 hours before the scan and none for 48 hours afterwards."
CYCLES = "There are six cycles, one every three weeks."
SPANS = "Do not take it for ten days before, or five days after, the operation."
TWO_VISITS = "Visiting is from 2 to 4 in the afternoon and from 6.30 to 8 in the evening."
VISITS = "Visiting is from 2.30 to 4 pm."
EIGHT = "Take no more than eight tablets."
COUPLE = "You will feel better in a couple of days."
DRINK = "You may drink water until two hours before it."
PATCH = "Change the patch every other day and never wear two at once."
ANY_TIME = "You can ring us at any time of day or night."
OPEN = "The line is open 24 hours a day, seven days a week."
SKIP = "If your next dose is due within four hours, skip it."
RISE = "Increase the dose by one tablet every three days."
NOSE = "Breathe in slowly through your nose, then breathe out through your mouth."
AGED = "Children under 6 years: 125 mg every 8 hours."
FRIDGE = "Keep the bottle in the fridge."
AFTER_MEALS = "Take two tablets three times a day after meals."
SIDES = "Lie on your left side with your right leg bent."
FASTING = "Take this medicine on an empty stomach with a full glass of water."
WORSE = "You will feel worse for two days."
WEEKLY = "Take it once a week, not daily."
UNLESS_LESS = "Drink two litres a day unless you have been told to drink less."
SUGAR = "Call the nurse if your blood sugar is below 4 or above 15."
RISKS = "About 1 in 100 people get an infection; fewer than 1 in 1,000 have nerve damage."
HOURLY = "We will check you every 15 minutes for the first hour, then once an hour overnight."
APART_FIVE = "Come in when your contractions are five minutes apart and each lasts a full minute."
TOMORROW = "Do not take it tonight and phone the clinic tomorrow morning."
QUARTER = "A quarter of patients need a second operation within two years; three-quarters never do."
ON_THE_BACK = "Always put your baby to sleep on their back, never on their front."
HOURS = "The clinic is open from 8.30 to 4."
MINORS = "Under-18s must come with an adult."
BEFORE_FRIDAY = "We'll ring you on or before Friday."
CUT = "Cut the tablet in two and take one half now and the other at bedtime."
AFTERNOON = "Visiting is from 2 to 4."
HALF_PAST = "We close at half past five."
NO_BATHS = "No baths, no swimming and no hot tubs."
RISE_UNTIL = "Increase the dose by one tablet every three days until you take four tablets a day."

PAIRS = (
    # A name of an hour beside its number, before or behind it.
    ("zh_Hans", MIDNIGHT, "午夜12点以后不要吃任何东西。", "中午12点以后不要吃任何东西。"),
    ("ur", MIDNIGHT, "رات 12 بجے کے بعد کچھ نہ کھائیں۔", "دن کے 12 بجے کے بعد کچھ نہ کھائیں۔"),
    ("ta", MIDNIGHT, "நள்ளிரவு 12 மணிக்குப் பிறகு எதையும் சாப்பிட வேண்டாம்.", "நண்பகல் 12 மணிக்குப் பிறகு எதையும் சாப்பிட வேண்டாம்."),
    (
        "so",
        MIDNIGHT,
        "Waxba ha cunin wixii ka dambeeya 12-ka saqda dhexe.",
        "Waxba ha cunin wixii ka dambeeya 12-ka duhurnimo.",
    ),
    ("fr", MIDNIGHT, "Ne mangez rien après minuit.", "Ne mangez rien après midi."),
    # The end of opening hours on a clock of 24 hours.
    ("fr", OPENING, "Nous sommes ouverts de 9 h à 17 h.", "Nous sommes ouverts de 9 h à 18 h."),
    ("sl", OPENING, "Odprto imamo od 9. do 17. ure.", "Odprto imamo od 9. do 16. ure."),
    ("he", OPENING, "אנחנו פתוחים מ-9:00 עד 17:00.", "אנחנו פתוחים מ-9:00 עד 15:00."),
    # Two and a half lakhs.
    ("ur", "250,000 people had it.", "ڈھائی لاکھ لوگوں نے لگوائی۔", "ساڑھے تین لاکھ لوگوں نے لگوائی۔"),
    ("bn", "250,000 people had it.", "আড়াই লাখ মানুষ নিয়েছেন।", "সাড়ে তিন লাখ মানুষ নিয়েছেন।"),
    # About how many.
    ("fr", COUPLE, "Vous irez mieux dans deux ou trois jours.", "Vous irez mieux dans trois ou quatre jours."),
    ("ja", COUPLE, "2、3日でよくなります。", "3、4日でよくなります。"),
    (
        "uk",
        "You go home after a day or two.",
        "Ви повернетеся додому через день-два.",
        "Ви повернетеся додому через п’ять днів.",
    ),
    ("th", "The first few days are hard.", "ช่วงสองสามวันแรกจะลำบาก", ""),
    # "No" as an answer, and too little for "not enough".
    ("de", "No, you will not feel anything.", "Nein, Sie werden nichts spüren.", "Nein, Sie werden etwas spüren."),
    (
        "fr",
        "If you do not drink enough, you may feel dizzy.",
        "Si vous buvez trop peu, vous pouvez avoir des vertiges.",
        "Si vous buvez assez, vous pouvez avoir des vertiges.",
    ),
    # "Ne" behind "avant que" denies nothing, and hides no denial that was lost.
    ("fr", "Call us before you come.", "Appelez-nous avant que vous ne veniez.", ""),
    (
        "fr",
        "Do not eat before we call you.",
        "Ne mangez pas avant que nous ne vous appelions.",
        "Mangez avant que nous ne vous appelions.",
    ),
    # Within a day, and out of the body; nothing before is nothing until.
    (
        "fa",
        "The dye leaves the body within a day.",
        "ماده حاجب ظرف یک روز از بدن خارج می‌شود.",
        "",
    ),
    ("tg", "Give no honey before the first birthday.", "То яксолагӣ асал надиҳед.", "Баъд аз яксолагӣ асал надиҳед."),
    # Nine, and not.
    ("bn", "No more than two at a time.", "একসঙ্গে দুজনের বেশি নয়।", "একসঙ্গে নয়জনের বেশি নয়।"),
    # "Only" for "no one else", "instead" for "not", and no denial in "with or without".
    ("pl", "One nurse looks after you and no one else.", "Pielęgniarka zajmuje się wyłącznie Panią.", ""),
    ("ta", "Take it with or without food.", "உணவுடனோ உணவின்றியோ எடுத்துக்கொள்ளலாம்.", ""),
    ("hi", "One of us will be with you.", "हममें से कोई न कोई आपके साथ रहेगा।", "हममें से कोई आपके साथ नहीं रहेगा।"),
    # The first is not the second, though "the second" may be another one.
    ("hi", "Take the first dose at 8 am.", "सुबह 8 बजे पहली खुराक लें।", "सुबह 8 बजे दूसरी खुराक लें।"),
    ("hi", "Do not take another dose.", "दूसरी खुराक न लें।", ""),
    (
        "id",
        "Have the first injection today.",
        "Suntikan pertama diberikan hari ini.",
        "Suntikan kedua diberikan hari ini.",
    ),
    # The unit before both ends of a range.
    ("my", "Lie still for 30 to 40 minutes.", "မိနစ် ၃၀ မှ ၄၀ အထိ ငြိမ်ငြိမ်လှဲနေပါ။", "မိနစ် ၃၀ မှ ၅၀ အထိ ငြိမ်ငြိမ်လှဲနေပါ။"),
    # The half of the day at the other end of a range, or two words before the hour.
    ("fr", VISITS, "Les visites ont lieu de 14 h 30 à 16 h.", "Les visites ont lieu de 2 h 30 à 4 h."),
    ("ta", VISITS, "பார்வை நேரம் பிற்பகல் 2.30 முதல் 4 மணி வரை.", "பார்வை நேரம் காலை 2.30 முதல் 4 மணி வரை."),
    ("hi", VISITS, "मिलने का समय दोपहर ढाई से चार बजे तक है।", "मिलने का समय सुबह ढाई से चार बजे तक है।"),
    # Degrees alone, numbers with what is written behind them, and a day that is called as a number.
    ("fr", "Keep it between 2 and 8 degrees.", "Conservez-le entre 2 et 8 degrés.", "Conservez-le entre 2 et 8 jours."),
    ("gu", EIGHT, "આઠથી વધુ ગોળી ન લો.", "નવથી વધુ ગોળી ન લો."),
    ("hu", EIGHT, "Ne vegyen be nyolcnál több tablettát.", "Ne vegyen be kilencnél több tablettát."),
    ("tr", EIGHT, "Sekizden fazla tablet almayın.", "Yediden fazla tablet almayın."),
    ("ml", EIGHT, "എട്ടിൽ കൂടുതൽ ഗുളികകൾ കഴിക്കരുത്.", "ഏഴിൽ കൂടുതൽ ഗുളികകൾ കഴിക്കരുത്."),
    ("ar", "She comes on Mondays and Thursdays.", "تأتي يومي الاثنين والخميس.", "تأتي يومي الثلاثاء والخميس."),
    # Not to forget is to remember; "never" without a verb needs no particle.
    ("uk", "Remember to bring your glasses.", "Не забудьте взяти окуляри.", "Не беріть окуляри."),
    ("zh_Hans", "Do not forget your glasses.", "别忘了带眼镜。", ""),
    ("pl", "Take it between meals, never with food.", "Lek przyjmuje się między posiłkami, nigdy z jedzeniem.", ""),
    # A word between a number and its unit; a question that begins as a denial does.
    (
        "fr",
        "Rest for the first 2 weeks.",
        "Reposez-vous les 2 premières semaines.",
        "Reposez-vous les 2 premiers mois.",
    ),
    ("so", "Do you see the picture?", "Ma aragtaa sawirka?", "Ma aragtid sawirka?"),
    (
        "ur",
        "This leaflet does not replace advice.",
        "یہ کتابچہ مشورے کی جگہ نہیں لیتا۔",
        "یہ کتابچہ مشورے کی جگہ لیتا ہے۔",
    ),
    (
        "ur",
        "Take one tablet with breakfast and another with supper.",
        "ایک گولی ناشتے کے ساتھ اور دوسری رات کے کھانے کے ساتھ لیں۔",
        "تین گولیاں ناشتے کے ساتھ اور دوسری رات کے کھانے کے ساتھ لیں۔",
    ),
    # "Soon after" is soon; an address stays as it is; an apostrophe is no quotation mark.
    ("id", "You will be called soon after.", "Anda akan segera dipanggil.", ""),
    (
        "uk",
        "The ward is at 14 Mill Street, Leeds.",
        "Відділення: 14 Mill Street, Leeds.",
        "The ward: 14 Mill Street, Leeds.",
    ),
    ("pa", "Ring this number.", "ਇਸ ਨੰਬਰ 'ਤੇ ਫ਼ੋਨ ਕਰੋ।", "ਇਸ 'ਨੰਬਰ' ਤੇ ਫ਼ੋਨ ਕਰੋ।"),
    ("he", "The scar is about 2.5 cm long.", 'אורך הצלקת כ-2.5 ס"מ.', 'אורך "הצלקת" כ-2.5 ס"מ.'),
    # Both ends of a range of hours where the half of the day stands at one, and again at a second range.
    ("pl", TWO_VISITS, "Odwiedziny: 14.00–16.00 oraz 18.30–20.00.", "Odwiedziny: 2.00–4.00 oraz 18.30–20.00."),
    (
        "ur",
        TWO_VISITS,
        "ملاقات دوپہر 2 سے 4 بجے اور شام ساڑھے چھ سے آٹھ بجے تک ہے۔",
        "ملاقات دوپہر 2 سے 4 بجے اور صبح ساڑھے چھ سے آٹھ بجے تک ہے۔",
    ),
    # An hour and a part of one, in one number and in two; so many of so many, and a part; a day of 24 hours.
    ("zh_Hans", "It takes an hour and three quarters.", "需要一小时四十五分钟。", "需要一小时十五分钟。"),
    ("bn", "It takes an hour and three quarters.", "পৌনে দুই ঘণ্টা লাগে।", "সোয়া এক ঘণ্টা লাগে।"),
    (
        "ro",
        "Three in four people feel better.",
        "Trei sferturi dintre oameni se simt mai bine.",
        "Un sfert dintre oameni.",
    ),
    (
        "pl",
        "It can come off after 24 hours, but rest for three days.",
        "Można go zdjąć po upływie doby, ale odpoczywać przez 3 dni.",
        "Można go zdjąć po upływie 2 dób, ale odpoczywać przez 3 dni.",
    ),
    # A list whose numbers share the unit of the last one; abbreviations of prescriptions; ages in words.
    ("uk", "Take 20 mg, 15 mg, then 5 mg.", "Приймайте 20, 15, потім 5 мг.", "Приймайте 20, 50, потім 5 мг."),
    ("so", "Take 400 mg tds.", "Qaado 400 mg saddex jeer maalintii.", "Qaado 400 mg afar jeer maalintii."),
    ("zh_Hans", "Not for under-sixes.", "6岁以下儿童禁用。", "8岁以下儿童禁用。"),
    # "Not until" is "only after", "nothing except" is "only"; what may not get wet is kept dry.
    ("ru", "Not until you have eaten may you leave.", "Уйти можно только после еды.", "Уйти можно до еды."),
    ("bn", "Not until you have eaten may you leave.", "খাওয়ার পরেই কেবল যেতে পারবেন।", "খাওয়ার আগে যেতে পারবেন।"),
    ("pl", "Nothing by mouth except water.", "Wolno pić jedynie wodę.", "Wolno pić wodę i sok."),
    ("uk", "Keep the wound dry for two days.", "Два дні не мочіть рану.", "Два дні не тримайте рану сухою."),
    ("zh_Hans", "Keep the wound dry for two days.", "伤口两天内不要沾水。", "伤口两天内要沾水。"),
    ("ar", "You must not drive.", "يُمنع قيادة السيارة.", "يمكنك قيادة السيارة."),
    ("uk", "You should not bath or swim.", "Не можна приймати ванну й плавати.", "Можна приймати ванну й плавати."),
    # One denial for two spans; "or you will" says what happens otherwise; a blood pressure sets no second limit.
    ("zh_Hans", NO_ALCOHOL, "检查前24小时和检查后48小时内均不得饮酒。", "检查前24小时和检查后48小时内可以饮酒。"),
    ("pl", NO_ALCOHOL, "Na dobę przed badaniem i 48 godzin po nim nie wolno pić alkoholu.", ""),
    ("ro", "Not at night, or you will be up.", "Nu seara, altfel vă veți trezi.", "Seara, altfel vă veți trezi."),
    ("ta", "It should stay under 140 over 90.", "140/90-க்குக் கீழ் இருக்க வேண்டும்.", "140/90-க்கு மேல் இருக்க வேண்டும்."),
    # Waiting before is waiting first; each number keeps its own unit in a sentence turned round.
    (
        "ur",
        "Wait three months before trying for a baby.",
        "تین مہینے انتظار کریں، پھر حمل کی کوشش کریں۔",
        "تین دن انتظار کریں، پھر حمل کی کوشش کریں۔",
    ),
    ("ta", CYCLES, "மூன்று வாரத்திற்கு ஒருமுறை என ஆறு சுழற்சிகள்.", "நான்கு வாரத்திற்கு ஒருமுறை என ஆறு சுழற்சிகள்."),
    (
        "pa",
        "The pain gets worse for a day before it gets better.",
        "ਦਰਦ ਠੀਕ ਹੋਣ ਤੋਂ ਪਹਿਲਾਂ ਇੱਕ ਦਿਨ ਵਧ ਜਾਂਦਾ ਹੈ।",
        "ਦਰਦ ਠੀਕ ਹੋਣ ਤੋਂ ਪਹਿਲਾਂ ਇੱਕ ਹਫ਼ਤਾ ਵਧ ਜਾਂਦਾ ਹੈ।",
    ),
    (
        "ar",
        SPANS,
        "لا تتناوله قبل العملية بعشرة أيام ولا بعدها بخمسة أيام.",
        "لا تتناوله قبل العملية بخمسة أيام ولا بعدها بعشرة أيام.",
    ),
    # From noon to an hour; two hours with an "and" between them; a span that is named once more.
    ("ur", "From midday to 3pm.", "دوپہر بارہ بجے سے تین بجے تک۔", "دوپہر بارہ بجے سے چار بجے تک۔"),
    ("ro", "Between midday and 3pm.", "Între orele 12 și 15.", "Între orele 12 și 16."),
    (
        "zh_Hans",
        "If you vomit within half an hour, repeat it; later than that, don't.",
        "半小时内呕吐，请补服；超过半小时则不用补。",
        "半小时内呕吐，请补服；超过半小时则补服。",
    ),
    # "And a second" is one more; nobody can be too careful; a list of denials without verbs.
    ("uk", SACHETS, "Прийміть пакетик на ніч і, за потреби, ще один уранці.", "Прийміть три пакетики на ніч."),
    ("pa", "You cannot be too careful: no stairs.", "ਬਹੁਤ ਧਿਆਨ ਰੱਖੋ: ਨਾ ਪੌੜੀਆਂ।", "ਬਹੁਤ ਧਿਆਨ ਰੱਖੋ: ਪੌੜੀਆਂ।"),
    (
        "pl",
        "Nothing in the ear: no drops, no water.",
        "Niczego nie wkładać do ucha: ani kropli, ani wody.",
        "Do ucha: krople, woda.",
    ),
    # Nine and "not" in one word; in a thousand and every three years in one word; parts of an hour, nine in the day.
    ("fa", "Do not use drops: no drops, no water.", "قطره نریزید: نه قطره، نه آب.", "قطره بریزید: قطره و آب."),
    ("bn", "It rises from 2 in 1,000 to 5 in 1,000.", "হাজারে ২ থেকে বেড়ে হাজারে ৫ হয়।", "হাজারে ২ থেকে বেড়ে হাজারে ৯ হয়।"),
    ("ta", "Every third year is enough.", "மூன்றாண்டுக்கு ஒருமுறை போதும்.", "ஐந்தாண்டுக்கு ஒருமுறை போதும்."),
    ("ar", "At twenty past nine.", "في الساعة التاسعة والثلث.", "في الساعة التاسعة والنصف."),
    ("ur", "It opens at 9:20 that day.", "اس دن نو بج کر بیس منٹ پر کھلتا ہے۔", "اس دن نو بج کر پچاس منٹ پر کھلتا ہے۔"),
    # What is less is said of the number before it.
    (
        "ta",
        "Babies under three months with 38 °C or above.",
        "மூன்று மாதத்திற்குக் குறைந்த குழந்தைக்கு 38 °C அல்லது அதற்கு மேல்.",
        "மூன்று மாதத்திற்கு மேற்பட்ட குழந்தைக்கு 38 °C அல்லது அதற்கு மேல்.",
    ),
    # Hours of 24 beside one half of the day; a rhythm may stand before or behind its span; two days are 48 hours.
    (
        "de",
        TWO_VISITS,
        "Besuchszeit: von 14 bis 16 Uhr und von 18.30 bis 20 Uhr.",
        "Von 15 bis 16 Uhr und 18.30 bis 20 Uhr.",
    ),
    (
        "nl",
        "Use it every other day for ten days.",
        "Gebruik het tien dagen lang om de dag.",
        "Gebruik het tien dagen lang elke dag.",
    ),
    ("tr", "Do not drive for 48 hours.", "İki gün araç kullanmayın.", "Üç gün araç kullanmayın."),
    ("fi", "Not until you have eaten may you leave.", "Saat lähteä vasta syötyäsi.", "Saat lähteä ennen kuin syöt."),
    ("it", "You must not drive.", "È vietato guidare.", "Può guidare."),
    ("am", "Put one drop in each eye.", "በእያንዳንዱ ዓይን አንድ ጠብታ ይጨምሩ።", "በእያንዳንዱ ዓይን ሁለት ጠብታ ይጨምሩ።"),
    ("he", "At 2.15pm.", "ברבע אחרי שתיים בצהריים.", "ברבע אחרי שלוש בצהריים."),
    # "No later than" is an "until", and no denial.
    ("ru", DRINK, "Воду можно пить не позднее чем за два часа до неё.", "Воду нельзя пить до двух часов до неё."),
    ("uk", DRINK, "Воду можна пити не пізніше ніж за дві години до неї.", "Воду не можна пити до двох годин до неї."),
    ("nl", DRINK, "U mag tot twee uur ervoor water drinken.", "U mag tot twee uur erna water drinken."),
    # "Every other" is no other.
    (
        "ro",
        PATCH,
        "Schimbați plasturele o dată la două zile și nu purtați niciodată doi în același timp.",
        "Schimbați plasturele zilnic și nu purtați niciodată doi în același timp.",
    ),
    (
        "ar",
        PATCH,
        "غيّر اللصقة يومًا بعد يوم ولا تضع لصقتين في الوقت نفسه أبدًا.",
        "غيّر اللصقة كل يوم ولا تضع لصقتين في الوقت نفسه أبدًا.",
    ),
    # Any time of day or night is 24 hours a day.
    ("es", ANY_TIME, "Puede llamarnos las 24 horas del día.", "Puede llamarnos las 12 horas del día."),
    ("de", ANY_TIME, "Sie können uns zu jeder Tages- und Nachtzeit anrufen.", "Sie können uns nur nachts anrufen."),
    ("zh_Hans", ANY_TIME, "您可以24小时随时给我们打电话。", "您可以12小时随时给我们打电话。"),
    ("fa", ANY_TIME, "می‌توانید در هر ساعت از شبانه‌روز با ما تماس بگیرید.", "فقط شب‌ها می‌توانید با ما تماس بگیرید."),
    ("pl", ANY_TIME, "Możesz dzwonić całodobowo.", "Możesz dzwonić 12 godzin na dobę."),
    ("cs", ANY_TIME, "Můžete nám volat nepřetržitě.", "Nemůžete nám volat."),
    (
        "fr",
        OPEN,
        "La ligne est ouverte 24 heures sur 24, 7 jours sur 7.",
        "La ligne est ouverte 12 heures sur 24, 7 jours sur 7.",
    ),
    ("ro", OPEN, "Linia este deschisă 24 de ore din 24, 7 zile din 7.", "Linia este deschisă 20 de ore din 24."),
    ("ru", OPEN, "Линия работает круглосуточно, без выходных.", "Линия не работает круглосуточно, без выходных."),
    # Less than four hours away is within four hours.
    (
        "fa",
        SKIP,
        "اگر تا نوبت بعدی کمتر از چهار ساعت مانده، آن را نخورید.",
        "اگر تا نوبت بعدی بیشتر از چهار ساعت مانده، آن را نخورید.",
    ),
    ("zh_Hans", SKIP, "如果离下次服药不到四小时，则跳过不服。", "如果离下次服药超过四小时，则跳过不服。"),
    (
        "so",
        SKIP,
        "Haddii qiyaasta xigta ay tahay afar saacadood gudahood, iska daa.",
        "Haddii qiyaasta xigta ay tahay afar saacadood gudahood, qaado.",
    ),
    ("zh_Hans", RISE, "每三天加一片。", "每三天减一片。"),
    (
        "so",
        NOSE,
        "Si tartiib ah sanka uga neefso, ka dibna afka ka neef saar.",
        "Si tartiib ah afka uga neefso, ka dibna sanka ka neef saar.",
    ),
    ("gu", NOSE, "નાકથી ધીમેથી શ્વાસ લો, પછી મોંથી શ્વાસ છોડો.", "મોંથી ધીમેથી શ્વાસ લો, પછી નાકથી શ્વાસ છોડો."),
    ("gu", AGED, "6 વર્ષથી નાનાં બાળકો: દર 8 કલાકે 125 mg.", "6 વર્ષથી મોટાં બાળકો: દર 8 કલાકે 125 mg."),
    ("uk", AGED, "Діти до 6 років: 125 мг кожні 8 годин.", "Діти старші 6 років: 125 мг кожні 8 годин."),
    ("so", FRIDGE, "Dhalada ku hay qaboojiyaha.", "Dhalada ku hay qaboojiyaha dibaddiisa."),
    # "Two each" is said with a word that elsewhere says "after".
    (
        "pl",
        AFTER_MEALS,
        "Przyjmuj po dwie tabletki trzy razy dziennie po posiłkach.",
        "Przyjmuj po dwie tabletki trzy razy dziennie przed posiłkami.",
    ),
    (
        "cs",
        AFTER_MEALS,
        "Užívejte po dvou tabletách třikrát denně po jídle.",
        "Užívejte po 2 tabletách třikrát denně před jídlem.",
    ),
    (
        "sk",
        AFTER_MEALS,
        "Užívajte po dve tablety trikrát denne po jedle.",
        "Užívajte po dve tablety trikrát denne pred jedlom.",
    ),
    (
        "sl",
        AFTER_MEALS,
        "Jemljite po dve tableti trikrat na dan po obroku.",
        "Jemljite po 2 tableti trikrat na dan pred obrokom.",
    ),
    (
        "mk",
        AFTER_MEALS,
        "Земајте по две таблети три пати дневно по јадење.",
        "Земајте по две таблети три пати дневно пред јадење.",
    ),
    (
        "lt",
        AFTER_MEALS,
        "Gerkite po dvi tabletes tris kartus per dieną po valgio.",
        "Gerkite po dvi tabletes tris kartus per dieną prieš valgį.",
    ),
    (
        "pl",
        "Call us after two hours.",
        "Zadzwoń do nas po dwóch godzinach.",
        "Zadzwoń do nas przed upływem dwóch godzin.",
    ),
    # The right leg may stand before the left side.
    ("bn", SIDES, "ডান পা ভাঁজ করে বাঁ পাশে কাত হয়ে শুয়ে থাকুন।", "বাঁ পা ভাঁজ করে ডান পাশে কাত হয়ে শুয়ে থাকুন।"),
    ("ta", SIDES, "வலது காலை மடக்கியபடி இடது பக்கமாகப் படுத்துக்கொள்ளுங்கள்.", "இடது காலை மடக்கியபடி வலது பக்கமாகப் படுத்துக்கொள்ளுங்கள்."),
    ("ur", SIDES, "دائیں ٹانگ موڑ کر بائیں کروٹ لیٹ جائیں۔", "بائیں ٹانگ موڑ کر دائیں کروٹ لیٹ جائیں۔"),
    ("pl", SIDES, "Połóż się na lewym boku ze zgiętą prawą nogą.", "Połóż się na prawym boku ze zgiętą lewą nogą."),
    # A full glass is no full stomach, and milk is no water.
    ("bn", FASTING, "এক গ্লাস ভর্তি পানি দিয়ে খালি পেটে এই ওষুধ খান।", "এক গ্লাস ভর্তি পানি দিয়ে ভরা পেটে এই ওষুধ খান।"),
    (
        "ro",
        FASTING,
        "Luați acest medicament pe stomacul gol, cu un pahar plin de apă.",
        "Luați acest medicament pe stomacul plin, cu un pahar plin de apă.",
    ),
    (
        "uk",
        FASTING,
        "Приймайте ці ліки натще, запиваючи повною склянкою води.",
        "Приймайте ці ліки натще, запиваючи повною склянкою молока.",
    ),
    ("zh_Hans", FASTING, "空腹服用此药，用一满杯水送服。", "空腹服用此药，用一满杯牛奶送服。"),
    ("lt", WORSE, "Dvi dienas jausitės blogiau.", "Dvi dienas jausitės geriau."),
    ("sw", WORSE, "Utajisikia vibaya zaidi kwa siku mbili.", "Utajisikia vizuri zaidi kwa siku mbili."),
    ("ku", "Come on 5 June.", "5ê hezîranê werin.", "5ê çileyê werin."),
    ("th", "Put three drops in the left ear.", "หยอดหูข้างซ้ายสามหยด", "หยอดตาข้างซ้ายสามหยด"),
    # "Once" may be the word for times alone.
    ("pl", WEEKLY, "Przyjmuj go raz w tygodniu, nie codziennie.", "Przyjmuj go raz dziennie, nie codziennie."),
    ("uk", WEEKLY, "Приймайте раз на тиждень, не щодня.", "Приймайте раз на день, не щодня."),
    ("ru", WEEKLY, "Принимайте раз в неделю, не ежедневно.", "Принимайте раз в день, не ежедневно."),
    (
        "ur",
        UNLESS_LESS,
        "اگر آپ کو کم پینے کو نہ کہا گیا ہو تو روزانہ دو لیٹر پئیں۔",
        "اگر آپ کو زیادہ پینے کو نہ کہا گیا ہو تو روزانہ دو لیٹر پئیں۔",
    ),
    (
        "ta",
        UNLESS_LESS,
        "குறைவாகக் குடிக்கச் சொல்லப்படாவிட்டால், ஒரு நாளைக்கு இரண்டு லிட்டர் குடியுங்கள்.",
        "அதிகமாகக் குடிக்கச் சொல்லப்படாவிட்டால், ஒரு நாளைக்கு இரண்டு லிட்டர் குடியுங்கள்.",
    ),
    # Both limits, of which one became the other.
    (
        "it",
        SUGAR,
        "Chiami l'infermiera se la glicemia è inferiore a 4 o superiore a 15.",
        "Chiami l'infermiera se la glicemia è superiore a 4 o superiore a 15.",
    ),
    (
        "ko",
        SUGAR,
        "혈당이 4 미만이거나 15를 초과하면 간호사에게 전화하십시오.",
        "혈당이 4를 초과하거나 15를 초과하면 간호사에게 전화하십시오.",
    ),
    (
        "pl",
        SUGAR,
        "Zadzwoń do pielęgniarki, jeśli cukier jest poniżej 4 lub powyżej 15.",
        "Zadzwoń do pielęgniarki, jeśli cukier jest powyżej 4 lub powyżej 15.",
    ),
    # Two risks that changed places, whichever of its two numbers a language begins with.
    (
        "ja",
        RISKS,
        "約100人に1人が感染を起こし、神経損傷は1,000人に1人未満です。",
        "約1,000人に1人が感染を起こし、神経損傷は100人に1人未満です。",
    ),
    (
        "el",
        RISKS,
        "Περίπου 1 στα 100 άτομα παθαίνει λοίμωξη· λιγότερο από 1 στα 1.000 έχει βλάβη νεύρου.",
        "Περίπου 1 στα 1.000 άτομα παθαίνει λοίμωξη· λιγότερο από 1 στα 100 έχει βλάβη νεύρου.",
    ),
    ("ja", WEEKLY, "週1回服用してください。毎日ではありません。", "1日1回服用してください。毎日ではありません。"),
    (
        "fr",
        SKIP,
        "Si la suivante est prévue dans moins de quatre heures, sautez-la.",
        "Si la suivante est prévue dans plus de quatre heures, sautez-la.",
    ),
    ("th", SKIP, "ถ้าจะถึงเวลายามื้อถัดไปภายในสี่ชั่วโมง ให้ข้ามมื้อนั้นไป", "ถ้าจะถึงเวลายามื้อถัดไปภายในสี่ชั่วโมง ให้รับประทานยา"),
    ("ko", SKIP, "다음 복용 시간이 4시간 이내라면 건너뛰십시오.", "다음 복용 시간이 4시간 이내라면 복용하십시오."),
    (
        "tr",
        SKIP,
        "Bir sonraki dozunuza dört saatten az kaldıysa atlayın.",
        "Bir sonraki dozunuza dört saatten fazla kaldıysa atlayın.",
    ),
    ("tr", "Take it as soon as you remember.", "Hatırlar hatırlamaz alın.", ""),
    ("vi", "Fewer than 1 in 1,000 people have it.", "Chưa đến 1 trong 1.000 người bị.", "Hơn 1 trong 1.000 người bị."),
    ("id", "Drink less.", "Minum lebih sedikit.", "Minum lebih banyak."),
    # One of two alike units became another.
    (
        "uk",
        HOURLY,
        "Першу годину ми перевірятимемо вас кожні 15 хвилин, а потім протягом ночі раз на годину.",
        "Першу добу ми перевірятимемо вас кожні 15 хвилин, а потім протягом ночі раз на годину.",
    ),
    (
        "ro",
        HOURLY,
        "Vă vom verifica la fiecare 15 minute în prima oră, apoi o dată pe oră pe parcursul nopții.",
        "Vă vom verifica la fiecare 15 minute în prima oră, apoi o dată pe oră pe parcursul zilei.",
    ),
    (
        "pl",
        APART_FIVE,
        "Przyjedź, gdy skurcze występują co pięć minut i każdy trwa pełną minutę.",
        "Przyjedź, gdy skurcze występują co pięć minut i każdy trwa pełną godzinę.",
    ),
    (
        "ar",
        "An operation under general anaesthetic lasts about one week less.",
        "تستغرق العملية تحت التخدير العام نحو أسبوع واحد أقل.",
        "",
    ),
    # The evening may be tonight, but only once.
    ("fa", TOMORROW, "امشب نخورید و فردا صبح با کلینیک تماس بگیرید.", "امشب نخورید و فردا عصر با کلینیک تماس بگیرید."),
    (
        "fr",
        TOMORROW,
        "Ne le prenez pas ce soir et appelez la clinique demain matin.",
        "Ne le prenez pas ce soir et appelez la clinique demain soir.",
    ),
    (
        "zh_Hans",
        QUARTER,
        "四分之一的患者两年内需要再次手术；四分之三的患者永远不需要。",
        "一半的患者两年内需要再次手术；四分之三的患者永远不需要。",
    ),
    (
        "ar",
        QUARTER,
        "يحتاج ربع المرضى إلى عملية ثانية خلال سنتين؛ أما ثلاثة أرباعهم فلا يحتاجون إليها أبدًا.",
        "يحتاج نصف المرضى إلى عملية ثانية خلال سنتين؛ أما ثلاثة أرباعهم فلا يحتاجون إليها أبدًا.",
    ),
    (
        "bn",
        QUARTER,
        "এক-চতুর্থাংশ রোগীর দুই বছরের মধ্যে দ্বিতীয় অপারেশন লাগে; তিন-চতুর্থাংশের কখনও লাগে না।",
        "অর্ধেক রোগীর দুই বছরের মধ্যে দ্বিতীয় অপারেশন লাগে; তিন-চতুর্থাংশের কখনও লাগে না।",
    ),
    # On the back and on the front, whichever is named first.
    (
        "pl",
        ON_THE_BACK,
        "Nigdy nie kładź dziecka do snu na brzuchu, zawsze na plecach.",
        "Nigdy nie kładź dziecka do snu na plecach, zawsze na brzuchu.",
    ),
    (
        "fr",
        ON_THE_BACK,
        "Couchez toujours votre bébé sur le dos, jamais sur le ventre.",
        "Couchez toujours votre bébé sur le ventre, jamais sur le dos.",
    ),
    ("zh_Hans", ON_THE_BACK, "一定要让宝宝仰卧睡觉，绝不可俯卧。", "一定要让宝宝俯卧睡觉，绝不可仰卧。"),
    (
        "ur",
        ON_THE_BACK,
        "اپنے بچے کو ہمیشہ پیٹھ کے بل سلائیں، کبھی پیٹ کے بل نہیں۔",
        "اپنے بچے کو ہمیشہ پیٹ کے بل سلائیں، کبھی پیٹھ کے بل نہیں۔",
    ),
    ("sv", "Lie on your back.", "Ligg på rygg.", "Ligg på magen."),
    ("sv", "Take it on an empty stomach.", "Ta det på fastande mage.", "Ta det på full mage."),
    # The bare end of a range of hours, ages in the plural, and a tablet that is cut.
    ("de", HOURS, "Die Sprechstunde ist von 8.30 bis 16 Uhr.", "Die Sprechstunde ist von 8.30 bis 17 Uhr."),
    ("es", HOURS, "La consulta abre de 8:30 a 16:00.", "La consulta abre de 8:30 a 15:00."),
    (
        "es",
        MINORS,
        "Los menores de 18 años deben venir con un adulto.",
        "Los menores de 16 años deben venir con un adulto.",
    ),
    (
        "de",
        "Results come back in 7–10 working days.",
        "Die Ergebnisse liegen nach 7 bis 10 Werktagen vor.",
        "Die Ergebnisse liegen nach 7 bis 10 Wochen vor.",
    ),
    ("es", BEFORE_FRIDAY, "Le llamaremos el viernes a más tardar.", "Le llamaremos el jueves a más tardar."),
    (
        "de",
        CUT,
        "Teilen Sie die Tablette in zwei Hälften und nehmen Sie eine Hälfte jetzt, die andere vor dem Schlafengehen.",
        "",
    ),
    ("es", CUT, "Parta la pastilla por la mitad y tome una mitad ahora y la otra al acostarse.", ""),
    ("de", "There's a 50:50 chance.", "Die Wahrscheinlichkeit liegt bei 50 Prozent.", ""),
    ("de", "Come back in two weeks.", "Kommen Sie in zwei Wochen wieder.", "Kommen Sie in einer Woche wieder."),
    # A bare range of hours on a clock of 24.
    ("fr", AFTERNOON, "Visites de 14 h à 16 h.", "Visites de 14 h à 17 h."),
    ("pl", AFTERNOON, "Odwiedziny od 14.00 do 16.00.", "Odwiedziny od 15.00 do 16.00."),
    ("de", AFTERNOON, "Besuchszeit ist von 2 bis 4 Uhr.", "Besuchszeit ist von 3 bis 4 Uhr."),
    ("fr", "Use it for 2 to 4 weeks.", "Utilisez-le pendant 2 à 4 semaines.", "Utilisez-le pendant 14 à 16 semaines."),
    ("fr", "You may have some bleeding.", "Vous aurez sans doute des saignements.", "Vous n'aurez pas de saignements."),
    ("pl", "Sit out of bed for an hour.", "Usiądź na godzinę poza łóżkiem.", "Usiądź na tydzień poza łóżkiem."),
    # In words nobody says 24 hours.
    ("it", HALF_PAST, "Chiudiamo alle 17.30.", "Chiudiamo alle 16.30."),
    ("zh_Hans", HALF_PAST, "我们下午五点半关门。", "我们下午六点半关门。"),
    # One denial for a list.
    ("it", NO_BATHS, "Niente bagni, piscina o idromassaggio.", "Bagni, piscina o idromassaggio."),
    (
        "de",
        "No smoking, no alcohol, no sauna.",
        "Nicht rauchen, keinen Alkohol trinken und nicht in die Sauna gehen.",
        "Nicht rauchen, Alkohol trinken und nicht in die Sauna gehen.",
    ),
    ("it", "See us every other month.", "Venga da noi ogni due mesi.", "Venga da noi ogni mese."),
    ("zh_Hans", "See us every other month.", "每隔一个月来一次。", "每个月来一次。"),
    (
        "zh_Hans",
        "You'll be seen within two weeks, if not sooner.",
        "您将在两周内就诊，甚至更早。",
        "您将在两个月内就诊，甚至更早。",
    ),
    ("zh_Hans", "It may be up to a year before you have full feeling back.", "感觉完全恢复可能需要长达一年时间。", ""),
    # "Until" stands before its clause even where it mostly stands behind.
    ("bn", RISE_UNTIL, "প্রতি তিন দিন অন্তর একটি করে ট্যাবলেট বাড়ান, যতক্ষণ না দিনে চারটি ট্যাবলেট হয়।", ""),
    ("ur", RISE_UNTIL, "ہر تین دن بعد ایک گولی بڑھائیں، یہاں تک کہ آپ دن میں چار گولیاں لینے لگیں۔", ""),
    (
        "ro",
        "Visitors are welcome any time after 2.",
        "Vizitatorii sunt bineveniți oricând după ora 14.",
        "Vizitatorii sunt bineveniți oricând după ora 15.",
    ),
    ("uk", "Wait a good hour.", "Зачекайте не менше години.", ""),
    # "At least" has "less" in it, and is no less than "or more".
    ("es", GLASSES, "Beba al menos seis vasos de agua al día.", "Beba menos de seis vasos de agua al día."),
    ("fr", GLASSES, "Buvez au moins six verres d'eau par jour.", "Buvez au plus six verres d'eau par jour."),
    ("tr", GLASSES, "Günde en az altı bardak su için.", "Günde altı bardaktan az su için."),
    ("hi", GLASSES, "दिन में कम से कम छह गिलास पानी पिएं।", "दिन में छह गिलास से कम पानी पिएं।"),
    ("fr", NO_FEWER, "Ne prenez pas moins de huit comprimés.", "Ne prenez pas plus de huit comprimés."),
    ("fr", EIGHT, "Ne prenez pas plus de huit comprimés.", "Ne prenez pas moins de huit comprimés."),
    ("fr", NO_MORE, "Ne prenez pas plus de six comprimés par jour.", "Ne prenez pas moins de six comprimés par jour."),
)
"""Language, source, a right translation, a wrong one or nothing."""

APART = frozenset(("translation/other-digits", "translation/length-unusual"))
"""They judge how a text is printed, and are no matter of what it says."""


def told(locale: str, source: str, target: str) -> list[str]:
    found = run([a_catalog(an_entry(source, target), language=language(locale))], partial=True)
    return [f"{locale}: {one.fault.message}" for one in found if one.check not in APART]


def test_right_idioms_are_no_faults_and_wrong_ones_are() -> None:
    assert [words for locale, source, right, _ in PAIRS for words in told(locale, source, right)] == []
    assert [wrong for locale, source, _, wrong in PAIRS if wrong and not told(locale, source, wrong)] == []
