"""A leaflet with every block, in Polish and Arabic, added to the clinic of the tests."""

LEAFLET = """---
title: Eye drops
summary: How to use your drops
code: EYE-2
version: "1.0"
published: 2026-01-01
review_by: 2099-01-01
owner: Eye ward
contacts: [ward]
facts:
  daily: {quantity: 4, unit: hour}
  stinging: {risk: 1, in: 10}
---
## Every day

Use the drops every {daily}.

:::{important}
Do not use the drops if the bottle is open for a month.

Throw the bottle away.
:::

- Wash your hands.
- Lie down.

| What | How long |
| --- | --- |
| Rest | {daily} |

:::{risks}
{stinging}
: Your eye stings.
:::
"""

POLISH = {
    "Eye drops": "Krople do oczu",
    "How to use your drops": "Jak używać kropli",
    "Every day": "Codziennie",
    "Use the drops every {daily}.": "Używaj kropli co {daily}.",
    "Do not use the drops if the bottle is open for a month.": "Nie używaj kropli z butelki otwartej od miesiąca.",
    "Throw the bottle away.": "Wyrzuć butelkę.",
    "Wash your hands.": "Umyj ręce.",
    "Lie down.": "Połóż się.",
    "What": "Co",
    "How long": "Jak długo",
    "Rest": "Odpoczynek",
    "Your eye stings.": "Oko piecze.",
}

ARABIC = {
    "Eye drops": "قطرات العين",
    "How to use your drops": "كيف تستعمل القطرات",
    "Every day": "كل يوم",
    "Use the drops every {daily}.": "استعمل القطرات كل {daily}.",
    "Do not use the drops if the bottle is open for a month.": "لا تستعمل القطرات إذا كانت الزجاجة مفتوحة منذ شهر.",
    "Throw the bottle away.": "ارم الزجاجة.",
    "Wash your hands.": "اغسل يديك.",
    "Lie down.": "استلق.",
    "What": "ماذا",
    "How long": "كم من الوقت",
    "Rest": "الراحة",
    "Your eye stings.": "تلسع عينك.",
}

TEXTS = {"pl": POLISH, "ar": ARABIC}
_CONTEXTS = {"Eye drops": "title", "How to use your drops": "summary"}


def add_drops(clinic):
    """Write the leaflet and both catalogs."""
    clinic.write("leaflets/drops/leaflet.md", LEAFLET)
    for locale, texts in TEXTS.items():
        write_drops(clinic, locale, texts)


def write_drops(clinic, locale, texts):
    """Write one catalog with these translations."""
    parts = [f'msgid ""\nmsgstr ""\n"Language: {locale}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n']
    for msgid, msgstr in texts.items():
        context = f'msgctxt "{_CONTEXTS[msgid]}"\n' if msgid in _CONTEXTS else ""
        parts.append(f'{context}msgid "{msgid}"\nmsgstr "{msgstr}"\n')
    clinic.write(f"translations/{locale}/LC_MESSAGES/drops.po", "\n".join(parts))


def sign_drops(polyleaf, locale="pl", *more):
    """Sign a translation off as three people would."""
    people = ("--translator", "Anna Nowak", "--reviser", "Jan Lis", "--clinician", "Dr Ewa Zych")
    return polyleaf("catalog", "approve", "drops", "-l", locale, *people, *more)
