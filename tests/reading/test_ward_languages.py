"""Languages of the wards: what is right in them raises nothing, and what turns it round is noticed."""

from __future__ import annotations

import pytest
from bench.words import Pair, told

ROWS = (
    # locale, English, right, and slips: each for the English of its own row
    ("ne", "Do not share your tablets.", "आफ्नो चक्की नबाँड्नुहोस्।", ["आफ्नो चक्की बाँड्नुहोस्।"]),
    ("ne", "Remove the dressing in a new town.", "नयाँ नगरमा पट्टी हटाउनुहोस्।", ["नयाँ नगरमा पट्टी नहटाउनुहोस्।"]),
    ("ne", "The nurse, who may help you, comes at 8.", "नर्स, जुन तपाईंलाई मद्दत गर्छन्, 8 बजे आउँछन्।", []),
    (
        "ne",
        "We are here from 8am to 6pm.",
        "हामी बिहान 8 बजेदेखि साँझ 6 बजेसम्म यहाँ हुन्छौं।",
        ["हामी साँझ 8 बजेदेखि बिहान 6 बजेसम्म यहाँ हुन्छौं।"],
    ),
    (
        "ne",
        "Take two tablets in the morning, before food.",
        "बिहान खानाअघि दुई चक्की खानुहोस्।",
        ["बिहान खानाअघि तीन चक्की खानुहोस्।", "साँझ खानाअघि दुई चक्की खानुहोस्।", "बिहान खानापछि दुई चक्की खानुहोस्।"],
    ),
    ("mr", "It was reported on 27 December.", "27 डिसेंबरच्या दिवशी नोंद झाली.", ["27 नोव्हेंबरच्या दिवशी नोंद झाली."]),
    (
        "mr",
        "Do not take more than eight tablets in 24 hours.",
        "24 तासांत आठपेक्षा जास्त गोळ्या घेऊ नका.",
        ["24 तासांत सहापेक्षा जास्त गोळ्या घेऊ नका.", "24 तासांत आठपेक्षा जास्त गोळ्या घ्या."],
    ),
    ("mr", "Take half a tablet every other day.", "एक दिवसाआड अर्धी गोळी घ्या.", ["दररोज अर्धी गोळी घ्या."]),
    ("zh_Hant", "Take special care after the operation.", "手術後請特別小心。", ["手術前請特別小心。"]),
    ("zh_Hant", "The next check is in June.", "下次檢查在六月。", ["下次檢查在七月。"]),
    (
        "zh_Hant",
        "Take half a tablet twice a day.",
        "每日兩次，每次半片。",
        ["每日三次，每次半片。", "每日兩次，每次一片。"],
    ),
    ("yue", "Take two tablets in the evening.", "夜晚食兩粒。", ["朝早食兩粒。", "夜晚食三粒。"]),
    ("yue", "Do not eat for 6 hours.", "6個鐘頭唔好食嘢。", ["6個鐘頭食嘢。", "6日唔好食嘢。"]),
    (
        "ps",
        "Take half a tablet at 10pm, after food.",
        "د شپې په 10 بجو له خوړو وروسته نیمه ګولۍ وخورئ.",
        ["د سهار په 10 بجو له خوړو وروسته نیمه ګولۍ وخورئ.", "د شپې په 10 بجو له خوړو مخکې نیمه ګولۍ وخورئ."],
    ),
    ("ps", "Do not eat before the procedure.", "د عملیات مخکې مه خورئ.", ["د عملیات مخکې وخورئ."]),
    ("ps", "More than two people in November.", "په نومبر کې د دوو نه زیات کسان.", []),
    (
        "ckb",
        "Come at eight in the morning.",
        "کاتژمێر هەشتی بەیانی وەرە.",
        ["کاتژمێر هەشتی ئێوارە وەرە.", "کاتژمێر نۆی بەیانی وەرە."],
    ),
    ("ckb", "Do not drink it.", "مەیخۆرەوە.", ["بیخۆرەوە."]),
    ("ckb", "Your appointment may bring pain.", "چاوپێکەوتنەکەت لەوانەیە ئازار بهێنێت، نەخۆشی ئازیز.", []),
    (
        "hy",
        "Do not take more than eight tablets.",
        "Մի՛ ընդունեք ութից ավելի հաբ։",
        ["Ընդունեք ութից ավելի հաբ։", "Մի՛ ընդունեք վեցից ավելի հաբ։"],
    ),
    ("hy", "Take four capsules every 6 hours.", "Ընդունեք չորս պատիճ 6 ժամը մեկ։", ["Ընդունեք չորս պատիճ 8 ժամը մեկ։"]),
    ("ka", "Never eat before the procedure.", "არასოდეს ჭამოთ პროცედურამდე.", ["ჭამეთ პროცედურამდე."]),
    ("ka", "Use it twice a day in June.", "გამოიყენეთ დღეში ორჯერ ივნისში.", ["გამოიყენეთ დღეში სამჯერ ივნისში."]),
    ("pa_Arab", "Take half a tablet at 8am.", "سویرے 8 وجے ادھی گولی لوو۔", ["شام نوں 8 وجے ادھی گولی لوو۔"]),
    ("pa_Arab", "Do not take it.", "ایہہ نہ لوو۔", ["ایہہ لوو۔"]),
    # "h" is the symbol of hours, and ə goes on with the word
    ("az", "Rest for two weeks.", "İki həftə istirahət edin.", ["İki gün istirahət edin.", "Üç həftə istirahət edin."]),
    ("az", "Do not drive.", "Maşın sürməyin.", ["Maşın sürün."]),
    ("az", "Increase the dose slowly.", "Dozanı yavaş-yavaş artırın.", ["Dozanı yavaş-yavaş azaldın."]),
    ("kk", "You cannot drive.", "Көлік жүргізе алмайсыз.", ["Көлік жүргізе аласыз."]),
    ("kk", "Take it twice a day.", "Күніне екі рет ішіңіз.", ["Күніне үш рет ішіңіз."]),
    ("ku", "You cannot drive.", "Hûn nikarin erebeyê biajon, nexweş dikarin.", ["Hûn dikarin erebeyê biajon."]),
    ("as", "Do not eat.", "নাখাব।", ["খাব।"]),
    (
        "te",
        "Take half a tablet at 10pm.",
        "రాత్రి 10 గంటలకు అర మాత్ర వేసుకోండి.",
        ["ఉదయం 10 గంటలకు అర మాత్ర వేసుకోండి.", "రాత్రి 10 గంటలకు ఒక మాత్ర వేసుకోండి."],
    ),
    ("te", "Take it every 6 hours.", "ప్రతి 6 గంటలకు ఒకసారి తీసుకోండి.", ["ప్రతి 8 గంటలకు ఒకసారి తీసుకోండి."]),
    ("kn", "Take it twice a day, after food.", "ದಿನಕ್ಕೆ ಎರಡು ಬಾರಿ ಊಟದ ನಂತರ ತೆಗೆದುಕೊಳ್ಳಿ.", ["ದಿನಕ್ಕೆ ಮೂರು ಬಾರಿ ಊಟದ ನಂತರ ತೆಗೆದುಕೊಳ್ಳಿ."]),
    # The clock begins at six in the morning.
    ("am", "Take the tablet at 10pm.", "ክኒኑን ከምሽቱ 4 ሰዓት ላይ ይውሰዱ።", ["ክኒኑን ከጠዋቱ 4 ሰዓት ላይ ይውሰዱ።"]),
    ("am", "Do not eat for six hours.", "ለስድስት ሰዓታት አይብሉ።", ["ለስድስት ሰዓታት ይብሉ።", "ለስምንት ሰዓታት አይብሉ።"]),
    ("ti", "Lie on your left side for 14 days.", "ን14 ማዓልትታት ብጸጋማይ ጎንኹም ደቅሱ።", ["ን14 ማዓልትታት ብየማናይ ጎንኹም ደቅሱ።"]),
    ("ti", "Take one tablet before food.", "ቅድሚ ምግቢ ሓደ ከኒና ውሰዱ።", ["ድሕሪ ምግቢ ሓደ ከኒና ውሰዱ።", "ቅድሚ ምግቢ ክልተ ከኒና ውሰዱ።"]),
    (
        "ml",
        "Take half a tablet at 10pm.",
        "രാത്രി 10 മണിക്ക് അര ഗുളിക കഴിക്കുക.",
        ["രാവിലെ 10 മണിക്ക് അര ഗുളിക കഴിക്കുക.", "രാത്രി 10 മണിക്ക് ഒരു ഗുളിക കഴിക്കുക."],
    ),
    ("si", "Take two tablets at 8am.", "උදේ 8ට පෙති දෙකක් ගන්න.", ["රාත්‍රී 8ට පෙති දෙකක් ගන්න.", "උදේ 8ට පෙති තුනක් ගන්න."]),
    ("si", "Take it in 6 hours.", "පැය 6ට පසු ගන්න.", ["පැය 8ට පසු ගන්න."]),
    ("km", "Take two tablets after food.", "លេបពីរគ្រាប់ក្រោយអាហារ។", ["លេបបីគ្រាប់ក្រោយអាហារ។", "លេបពីរគ្រាប់មុនអាហារ។"]),
    # "Wala" is left, and none; Hmong "peb" is three, and we.
    (
        "ceb",
        "Do not eat or drink for 6 hours before the procedure.",
        "Ayaw pagkaon o pag-inom sulod sa 6 ka oras sa dili pa ang operasyon.",
        [
            "Kaon o inom sulod sa 6 ka oras sa dili pa ang operasyon.",
            "Ayaw pagkaon o pag-inom sulod sa 6 ka adlaw sa dili pa ang operasyon.",
            "Ayaw pagkaon o pag-inom sulod sa 6 ka oras human sa operasyon.",
        ],
    ),
    ("ceb", "Lie on your left side.", "Higda sa imong wala nga kilid.", ["Higda sa imong tuo nga kilid."]),
    (
        "ceb",
        "Take half a tablet twice a day.",
        "Inoma ang tunga sa tableta kaduha sa usa ka adlaw.",
        ["Inoma ang tunga sa tableta katulo sa usa ka adlaw.", "Inoma ang usa ka tableta kaduha sa usa ka adlaw."],
    ),
    (
        "hil",
        "Take two tablets in the morning, after food.",
        "Mag-inom sang duha ka tableta sa aga, pagkatapos magkaon.",
        [
            "Mag-inom sang tatlo ka tableta sa aga, pagkatapos magkaon.",
            "Mag-inom sang duha ka tableta sa gab-i, pagkatapos magkaon.",
        ],
    ),
    ("hil", "Lie on your left side.", "Maghigda sa imo wala nga kilid.", ["Maghigda sa imo tuo nga kilid."]),
    (
        "ilo",
        "Do not eat or drink for 6 hours before the procedure.",
        "Saankayo a mangan wenno uminum iti 6 nga oras sakbay ti operasion.",
        [
            "Mangankayo wenno uminumkayo iti 6 nga oras sakbay ti operasion.",
            "Saankayo a mangan wenno uminum iti 6 nga oras kalpasan ti operasion.",
        ],
    ),
    (
        "ilo",
        "Take one tablet three times a day.",
        "Agtomarkayo iti maysa a tableta mamitlo iti maysa nga aldaw.",
        ["Agtomarkayo iti maysa a tableta mamindua iti maysa nga aldaw."],
    ),
    (
        "jv",
        "Take two tablets in the morning, after food.",
        "Ngombé rong tablèt ésuk-ésuk, sawisé mangan.",
        [
            "Ngombé telung tablèt ésuk-ésuk, sawisé mangan.",
            "Ngombé rong tablèt bengi-bengi, sawisé mangan.",
            "Ngombé rong tablèt ésuk-ésuk, sadurungé mangan.",
        ],
    ),
    ("jv", "Take the tablet every other day.", "Ngombé tablèt rong dina sepisan.", ["Ngombé tablèt saben dina."]),
    (
        "su",
        "Do not eat or drink for 6 hours before the procedure.",
        "Ulah dahar atawa nginum salila 6 jam saméméh tindakan.",
        [
            "Dahar atawa nginum salila 6 jam saméméh tindakan.",
            "Ulah dahar atawa nginum salila 6 jam sanggeus tindakan.",
        ],
    ),
    (
        "su",
        "Come on Monday at 8am.",
        "Mangga sumping dinten Senén jam 8 énjing.",
        ["Mangga sumping dinten Salasa jam 8 énjing.", "Mangga sumping dinten Senén jam 8 peuting."],
    ),
    (
        "mg",
        "Take two tablets in the morning, after food.",
        "Mihinàna pilina roa isa-maraina, rehefa avy misakafo.",
        [
            "Mihinàna pilina telo isa-maraina, rehefa avy misakafo.",
            "Mihinàna pilina roa isa-maraina, alohan’ny hisakafo.",
        ],
    ),
    (
        "mg",
        "Do not eat or drink for 6 hours before the procedure.",
        "Aza mihinana na misotro mandritra ny adiny 6 alohan’ny fandidiana.",
        [
            "Mihinàna na misotroa mandritra ny adiny 6 alohan’ny fandidiana.",
            "Aza mihinana na misotro mandritra ny andro 6 alohan’ny fandidiana.",
            "Aza mihinana na misotro mandritra ny adiny 6 aorian’ny fandidiana.",
        ],
    ),
    (
        "hmn",
        "Do not eat or drink for 6 hours before the procedure.",
        "Txhob noj los sis haus dab tsi li 6 teev ua ntej kev phais.",
        [
            "Noj thiab haus 6 teev ua ntej kev phais.",
            "Txhob noj los sis haus dab tsi li 6 hnub ua ntej kev phais.",
            "Txhob noj los sis haus dab tsi li 6 teev tom qab kev phais.",
        ],
    ),
    (
        "hmn",
        "Take one tablet three times a day.",
        "Noj ib ntsiav tshuaj peb zaug hauv ib hnub.",
        ["Noj ib ntsiav tshuaj ob zaug hauv ib hnub."],
    ),
    (
        "tpi",
        "Do not eat or drink for 6 hours before the procedure.",
        "No ken kaikai o dring inap 6 aua bipo long operesen.",
        [
            "Kaikai o dring inap 6 aua bipo long operesen.",
            "No ken kaikai o dring inap 6 de bipo long operesen.",
            "No ken kaikai o dring inap 6 aua bihain long operesen.",
        ],
    ),
    (
        "tpi",
        "Come on Monday at 8am.",
        "Kam long Mande long 8 klok long moning.",
        ["Kam long Tunde long 8 klok long moning.", "Kam long Mande long 8 klok long nait."],
    ),
    (
        "bi",
        "Take two tablets in the morning, after food.",
        "Tekem tu tablet long moning, afta we yu kakae.",
        [
            "Tekem tri tablet long moning, afta we yu kakae.",
            "Tekem tu tablet long naet, afta we yu kakae.",
            "Tekem tu tablet long moning, bifo we yu kakae.",
        ],
    ),
    ("bi", "Take the tablet every other day.", "Tekem tablet evri seken dei.", ["Tekem tablet evri dei."]),
    (
        "mi",
        "Do not eat or drink for 6 hours before the procedure.",
        "Kaua e kai, e inu rānei mō te 6 hāora i mua i te pokanga.",
        [
            "Me kai, me inu rānei mō te 6 hāora i mua i te pokanga.",
            "Kaua e kai, e inu rānei mō te 6 rā i mua i te pokanga.",
            "Kaua e kai, e inu rānei mō te 6 hāora i muri i te pokanga.",
        ],
    ),
    (
        "mi",
        "Take two tablets in the morning, after food.",
        "Kainga ngā pire e rua i te ata, i muri i te kai.",
        [
            "Kainga ngā pire e toru i te ata, i muri i te kai.",
            "Kainga ngā pire e rua i te pō, i muri i te kai.",
            "Kainga ngā pire e rua i te ata, i mua i te kai.",
        ],
    ),
    (
        "pap",
        "Take half a tablet twice a day.",
        "Tuma mei tablèt dos biaha pa dia.",
        ["Tuma mei tablèt tres biaha pa dia.", "Tuma un tablèt dos biaha pa dia."],
    ),
    (
        "pap",
        "Come on Monday at 8am.",
        "Bin djaluna 8 ora di mainta.",
        ["Bin djamars 8 ora di mainta.", "Bin djaluna 8 ora di anochi."],
    ),
    ("mg", "Even if you feel well, take the tablets.", "Na dia salama tsara aza ianao, hanino ny pilina.", []),
    ("mg", "Someone must stay with you.", "Tsy maintsy misy olona miaraka aminao.", []),
    (
        "yo",
        "Take half a tablet twice a day.",
        "Ẹ lo ìdajì hóró lẹ́ẹ̀mejì lójúmọ́.",
        ["Ẹ lo ìdajì hóró lẹ́ẹ̀mẹta lójúmọ́."],
    ),
    ("yo", "Lie on your left side.", "Ẹ dùbúlẹ̀ sí ẹ̀gbẹ́ òsì yín.", ["Ẹ dùbúlẹ̀ sí ẹ̀gbẹ́ ọ̀tún yín."]),
    (
        "yo",
        "Never stop your tablets without asking your doctor.",
        "Ẹ má ṣe dáwọ́ lílo oògùn yín dúró láìbéèrè lọ́wọ́ dókítà.",
        ["Ẹ dáwọ́ lílo oògùn yín dúró lẹ́yìn tí ẹ bá béèrè lọ́wọ́ dókítà."],
    ),
    (
        "kea",
        "Do not eat or drink for 6 hours before the procedure.",
        "Ka bu kume nen bebe 6 ora antis di operason.",
        [
            "Kume y bebe 6 ora antis di operason.",
            "Ka bu kume nen bebe 6 dia antis di operason.",
            "Ka bu kume nen bebe 6 ora dipos di operason.",
        ],
    ),
    (
        "kea",
        "Take one tablet three times a day.",
        "Toma un konprimidu tres bes pa dia.",
        ["Toma un konprimidu dos bes pa dia."],
    ),
    (
        "om",
        "Come on Monday at 8am.",
        "Wiixata sa’aatii 2 ganama kottaa.",
        ["Kibxata sa’aatii 2 ganama kottaa.", "Wiixata sa’aatii 2 galgala kottaa."],
    ),
    (
        "om",
        "Do not eat or drink for 6 hours before the procedure.",
        "Baqaqsanii dura sa’aatii 6f hin nyaatinaa, hin dhuginaa.",
        [
            "Baqaqsanii dura sa’aatii 6f nyaadhaa, dhugaa.",
            "Baqaqsanii dura guyyaa 6f hin nyaatinaa, hin dhuginaa.",
            "Baqaqsanii booda sa’aatii 6f hin nyaatinaa, hin dhuginaa.",
        ],
    ),
    # Twelve before its own name is said once.
    (
        "fr",
        "We are open from 9 am to 12 noon.",
        "Nous sommes ouverts de 9 h à midi.",
        ["Nous sommes ouverts de 9 h à 14 h.", "Nous sommes ouverts à partir de 9 h.", "De 9 h à minuit."],
    ),
    ("th", "Come before 12 noon.", "มาก่อนเที่ยงวัน", ["มาก่อนเที่ยงคืน"]),
    ("tr", "Come before 12 noon.", "Öğlen 12.00'den önce gelin.", ["Öğleden sonra 2'den önce gelin."]),
    ("pl", "Come before 12 noon.", "Prosimy przyjść przed 12 w południe.", ["Prosimy przyjść przed 2 po południu."]),
    # Half past two is half three from the Netherlands to Finland.
    ("nl", "Come at half past two.", "Kom om half drie.", ["Kom om half twee."]),
    ("sv", "Come at half past two.", "Kom klockan halv tre.", ["Kom klockan halv två."]),
    ("fi", "Come at half past two.", "Tule puoli kolmelta.", ["Tule puoli kahdelta."]),
    ("cs", "Come at a quarter to nine.", "Přijďte ve tři čtvrtě na devět.", ["Přijďte ve čtvrt na devět."]),
    ("sl", "Come at half past two.", "Pridite ob pol treh.", ["Pridite ob pol dveh."]),
    ("ru", "Come at half past two in the afternoon.", "Приходите в половине третьего дня.", []),
    ("sl", "Take half a tablet.", "Vzemite pol ene tablete.", ["Vzemite eno tableto."]),
    ("ca", "Come at a quarter past eight.", "Vingueu a un quart de nou.", ["Vingueu a un quart de vuit."]),
    ("id", "Come at half past two in the afternoon.", "Datanglah pukul setengah tiga sore.", []),
    ("he", "Come at half past two in the afternoon.", "בואו בשתיים וחצי אחר הצהריים.", ["בואו בשתיים אחר הצהריים."]),
    ("my", "Use the cream twice a day.", "တစ်နေ့လျှင် နှစ်ကြိမ် လိမ်းပါ။", ["တစ်နေ့လျှင် သုံးကြိမ် လိမ်းပါ။"]),
    ("my", "Take it for fourteen days.", "တစ်ဆယ့်လေးရက် သောက်ပါ။", ["လေးရက် သောက်ပါ။"]),
    ("my", "Take the capsule in the evening.", "ဆေးတောင့်ကို ညနေ သောက်ရပါမည်။", ["ဆေးတောင့်ကို မနက် သောက်ရပါမည်။"]),
    (
        "de",
        "Come at half past two in the afternoon.",
        "Kommen Sie um halb drei Uhr nachmittags.",
        ["Kommen Sie um drei Uhr nachmittags."],
    ),
    ("fr", "Come at 2:30pm.", "Venez à 2 h 30 de l’après-midi.", ["Venez à 2 h 30 du matin."]),
    ("tr", "Come at half past two.", "İki buçukta gelin.", ["Üç buçukta gelin."]),
    (
        "tr",
        "Come at a quarter to nine.",
        "Dokuza çeyrek kala gelin.",
        ["Onu çeyrek geçe gelin.", "Ona çeyrek kala gelin."],
    ),
    ("tr", "We will tell him.", "Onu arayıp ona söyleriz.", []),
    ("lv", "Come at half past eight in the morning.", "Nāciet pusdeviņos no rīta.", ["Nāciet pusastoņos no rīta."]),
    ("is", "Come at half past two.", "Komdu klukkan hálfþrjú.", ["Komdu klukkan hálffjögur."]),
    ("ka", "Come at half past two.", "მობრძანდით სამის ნახევარზე.", ["მობრძანდით ოთხის ნახევარზე."]),
    ("sq", "Come at half past two.", "Ejani në dy e gjysmë.", ["Ejani në tre e gjysmë."]),
    (
        "el",
        "Come at half past eight in the morning.",
        "Ελάτε στις οκτώμισι το πρωί.",
        ["Ελάτε στις εννιάμισι το πρωί."],
    ),
    (
        "ja",
        "Come at half past two in the afternoon.",
        "午後二時半に来てください。",
        ["午前二時半に来てください。", "午後三時半に来てください。"],
    ),
    ("ko", "Come at 2:30pm.", "오후 두 시 반에 오십시오.", ["오전 두 시 반에 오십시오.", "오후 세 시 반에 오십시오."]),
    ("ko", "You will have two procedures.", "두 시술을 받게 됩니다.", ["세 시술을 받게 됩니다."]),
    (
        "zh_Hans",
        "Come at half past two in the afternoon.",
        "请下午两点半来。",
        ["请下午三点半来。", "请上午两点半来。"],
    ),
    ("zh_Hans", "Remember these three points.", "请记住以下三点。", ["请记住以下四点。"]),
    ("th", "Take it at 8 in the evening.", "กินเวลา 2 ทุ่ม", ["กินเวลา 3 ทุ่ม"]),
    ("am", "Come at half past eight in the morning.", "ከጠዋቱ ሁለት ሰዓት ተኩል ይምጡ።", ["ከጠዋቱ ሦስት ሰዓት ተኩል ይምጡ።"]),
    ("am", "Wait two hours.", "ሁለት ሰዓት ይጠብቁ።", ["ሦስት ሰዓት ይጠብቁ።"]),
    ("my", "It takes two and a half hours.", "နှစ်နာရီခွဲ ကြာပါသည်။", ["သုံးနာရီခွဲ ကြာပါသည်။"]),
    ("my", "After one hour of surgery you wake up.", "တစ်နာရီ ခွဲစိတ်ပြီးနောက် နိုးလာပါမည်။", []),
    # As many days as are said for a week, or are eight.
    (
        "fr",
        "Come back in a week.",
        "Revenez dans huit jours.",
        ["Revenez dans neuf jours.", "Revenez dans quinze jours."],
    ),
    ("fr", "Take it for 15 days.", "Prenez-le pendant quinze jours.", ["Prenez-le pendant quatorze jours."]),
    ("pt", "Take it every other day.", "Tome dia sim, dia não.", ["Tome todos os dias."]),
    ("hi", "Come at half past four in the afternoon.", "शाम साढ़े चार बजे आएँ।", ["शाम साढ़े पाँच बजे आएँ।"]),
    ("hi", "Come in the afternoon.", "दोपहर में आएँ।", ["शाम को आएँ।"]),
    # Thousands in words.
    (
        "pl",
        "Some two thousand people have it.",
        "Ma ją około dwóch tysięcy osób.",
        ["Ma ją około trzech tysięcy osób."],
    ),
    (
        "de",
        "Some two thousand people have it.",
        "Etwa zweitausend Menschen haben sie.",
        ["Etwa dreitausend Menschen haben sie."],
    ),
    ("zh_Hans", "Some two thousand people have it.", "大约两千人患有此病。", ["大约三千人患有此病。"]),
    ("zh_Hans", "It weighs two kilograms.", "它重两千克。", ["它重三千克。"]),
    # No verb, no particle.
    ("pl", "Nothing by mouth.", "Nic doustnie.", ["Wszystko doustnie."]),
    ("pl", "No one may smoke here.", "Nikt nie może tu palić.", ["Nikt może tu palić."]),
    (
        "pl",
        "No one will force you, nor will we tell them.",
        "Nikt nie będzie zmuszał ani nie powiemy im.",
        ["Nikt nie będzie zmuszał i powiemy im."],
    ),
)


@pytest.mark.parametrize(("locale", "source", "right", "slips"), ROWS)
def test_what_is_right_is_silent_and_what_turns_it_round_is_noticed(
    locale: str, source: str, right: str, slips: list[str]
) -> None:
    assert not told(Pair(locale, "", source, right, slip=False))
    assert not [slip for slip in slips if not told(Pair(locale, "", source, slip, slip=True))]
