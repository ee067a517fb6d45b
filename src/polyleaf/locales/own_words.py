"""Words that CLDR lacks, or has in a form that could mislead a patient: unit patterns and month names.

Patterns: unit -> CLDR plural category -> pattern; ``{0}`` is the number. Plural categories that are absent take
``other``. Every pattern shows its number: a reader who scans a page for "2" must find it.
"""

from __future__ import annotations

from collections.abc import Mapping

Units = Mapping[str, Mapping[str, str]]


def _counted(**words: str) -> Units:
    """Patterns of a language whose nouns stay singular after a number."""
    return {unit: {"other": f"{{0}} {word}"} for unit, word in words.items()}


def _arabic(one: str, two: str) -> Mapping[str, str]:
    return {"one": f"{one} ({{0}})", "two": f"{two} ({{0}})"}


# CLDR prints one and two as bare words, two in the nominative. In leaflets a time follows a preposition or is an
# adverb ("for two hours"), which takes the oblique form; the digit stands beside it.
ARABIC: Units = {
    "second": _arabic("ثانية واحدة", "ثانيتين"),
    "minute": _arabic("دقيقة واحدة", "دقيقتين"),
    "hour": _arabic("ساعة واحدة", "ساعتين"),
    "day": _arabic("يوم واحد", "يومين"),
    "week": _arabic("أسبوع واحد", "أسبوعين"),
    "month": _arabic("شهر واحد", "شهرين"),
    "year": _arabic("سنة واحدة", "سنتين"),
    "g": {"one": "{0} غرام", "two": "{0} غرام"},
    "l": {"one": "{0} لتر", "two": "{0} لتر"},
    "m": {"one": "{0} متر", "two": "{0} متر"},
}

# CLDR has English letters only.
SORANI = _counted(
    second="چرکە",
    minute="خولەک",
    hour="کاتژمێر",
    day="ڕۆژ",
    week="هەفتە",
    month="مانگ",
    year="ساڵ",
    mcg="مایکرۆگرام",
    mg="میلیگرام",
    g="گرام",
    kg="کیلۆگرام",
    ml="میلیلیتر",
    l="لیتر",
    mm="میلیمەتر",
    cm="سانتیمەتر",
    m="مەتر",
    km="کیلۆمەتر",
)

SHAHMUKHI: Units = {
    **_counted(
        second="سکنٹ",
        minute="منٹ",
        day="دن",
        year="سال",
        mcg="مائیکروگرام",
        mg="ملی گرام",
        g="گرام",
        kg="کلوگرام",
        ml="ملی لیٹر",
        l="لیٹر",
        mm="ملی میٹر",
        cm="سینٹی میٹر",
        m="میٹر",
        km="کلومیٹر",
    ),
    "hour": {"one": "{0} گھنٹہ", "other": "{0} گھنٹے"},
    "week": {"one": "{0} ہفتہ", "other": "{0} ہفتے"},
    "month": {"one": "{0} مہینہ", "other": "{0} مہینے"},
}

PASHTO: Units = {"hour": {"one": "{0} ساعت", "other": "{0} ساعته"}}

KURMANJI = _counted(mcg="mîkrogram", l="lître")

LAO = _counted(mcg="ໄມໂຄຣກຣາມ", ml="ມິນລີລິດ")

# CLDR tells milligram (ሚግ) from microgram (ማግ) by one stroke; a dose must not hang on it.
AMHARIC: Units = {**_counted(mg="ሚሊግራም", mcg="ማይክሮግራም"), "day": {"one": "{0} ቀን", "other": "{0} ቀናት"}}

# CLDR 47 has a slash where the space belongs.
TIGRINYA: Units = {"month": {"one": "{0} ወርሒ", "other": "{0} ኣዋርሕ"}, **_counted(m="ሜተር")}

WELSH = _counted(mcg="microgram", ml="ml", l="litr")

# CLDR's short forms are "st. C" and "gradë C"; a thermometer says °C.
DEGREES = _counted(celsius="°C")

IRISH: Units = {
    "second": {
        "one": "{0} shoicind",
        "two": "{0} shoicind",
        "few": "{0} shoicind",
        "other": "{0} soicind",
    },
    "minute": {"other": "{0} nóiméad"},
    "hour": {
        "few": "{0} huaire an chloig",
        "many": "{0} n-uaire an chloig",
        "other": "{0} uair an chloig",
    },
    "week": {
        "two": "{0} sheachtain",
        "few": "{0} seachtaine",
        "many": "{0} seachtaine",
        "other": "{0} seachtain",
    },
    "year": {
        "one": "{0} bhliain",
        "two": "{0} bhliain",
        "few": "{0} bliana",
        "many": "{0} mbliana",
        "other": "{0} bliain",
    },
}

# CLDR lends Haitian Creole the words of French, and "gr" for gram, which elsewhere is a grain (65 mg).
HAITIAN = _counted(
    second="segonn",
    minute="minit",
    hour="èdtan",
    day="jou",
    week="semèn",
    month="mwa",
    year="ane",
    mcg="mikwogram",
    g="gram",
    l="lit",
    m="mèt",
    km="kilomèt",
)
HAITIAN_MONTHS = (
    "janvye",
    "fevriye",
    "mas",
    "avril",
    "me",
    "jen",
    "jiyè",
    "out",
    "septanm",
    "oktòb",
    "novanm",
    "desanm",
)
