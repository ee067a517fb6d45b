"""Translations that lost a part, or got one too many, beside right ones that say it in fewer or more words."""

from __future__ import annotations

import pytest

from polyleaf.checks.run import run
from polyleaf.checks.samples.catalog import a_catalog, an_entry
from polyleaf.locales.table import language

SPANISH = (
    ("You will lie on your back for about an hour.", "Estará tumbado boca arriba durante una hora, más o menos."),
    ("A nurse will stay with you all the time.", "Una enfermera estará con usted en todo momento."),
    ("We will put a small needle into your arm.", "Le pondremos una aguja pequeña en el brazo."),
    ("You can go home on the same day.", "Puede irse a casa el mismo día."),
    ("Somebody should stay with you for the first night.", "Alguien debe quedarse con usted la primera noche."),
    ("Keep the dressing dry until the next morning.", "Mantenga el apósito seco hasta la mañana siguiente."),
    ("Bring a list of all your medicines with you.", "Traiga una lista de todos sus medicamentos."),
    ("The scan makes a loud noise, and we give you headphones.", "La prueba hace mucho ruido y le damos auriculares."),
    ("Tell us if you have had this scan before.", "Díganos si ya le han hecho esta prueba."),
    ("Your doctor will write to you with the result.", "Su médico le escribirá con el resultado."),
)
"""A catalog of right ones, from which the usual length is known."""

NAPPIES = (
    "Call us if your baby is very sleepy, if the lips look dry, or if there are no wet nappies.",
    "Llámenos si su bebé tiene mucho sueño, si tiene los labios secos o si no moja los pañales.",
    "Llámenos si su bebé tiene mucho sueño.",
)
PARAGRAPH = (
    "It stays in for two days. Do not pull it or lie on it, and keep the bag lower than your hip. You can wash.",
    "Queda puesto dos días. No tire de él ni se acueste encima, y lleve la bolsa bajo la cadera. Puede lavarse.",
    "Queda puesto dos días. No tire de él ni se acueste encima. Puede lavarse.",
)
ALONE = (
    (
        "de",
        "Rufen Sie an, wenn Ihr Baby sehr schläfrig ist, trockene Lippen hat oder keine nassen Windeln.",
        "Rufen Sie an, wenn Ihr Baby sehr schläfrig ist.",
    ),
    ("zh_Hans", "如果宝宝嗜睡、嘴唇发干，或者没有尿湿尿布，请给我们打电话。", "如果宝宝嗜睡，请打电话。"),
    (
        "ar",
        "اتصل بنا إذا كان طفلك شديد النعاس، أو كانت شفتاه جافتين، أو لم يبلل أي حفاض.",
        "اتصل بنا إذا كان شديد النعاس.",
    ),
    (
        "fil",
        "Tawagan kami kung antok na antok ang sanggol, tuyo ang mga labi, o walang basang lampin.",
        "Tawagan kami kung antok na antok siya.",
    ),
)
"""Translations of ``NAPPIES``, right ones and short ones."""


def told(source: str, target: str, locale: str, *others: tuple[str, str]) -> list[str]:
    entries = [an_entry(*pair) for pair in (*others, (source, target))]
    found = run([a_catalog(*entries, language=language(locale))], partial=True)
    return [one.fault.message for one in found if one.check == "translation/length-unusual"]


@pytest.mark.parametrize(("source", "right", "short"), [NAPPIES, PARAGRAPH])
def test_a_part_that_got_lost_is_told_beside_what_is_usual(source: str, right: str, short: str) -> None:
    assert told(source, right, "es", *SPANISH) == []
    [message] = told(source, short, "es", *SPANISH)
    assert "in this catalog 1.0 times is usual" in message
    assert any(sentence[:20] in message for sentence in source.split(". "))


def test_a_part_that_belongs_elsewhere_is_told() -> None:
    assert told(SPANISH[0][0], f"{SPANISH[0][1]} {SPANISH[4][1]}", "es", *SPANISH)


@pytest.mark.parametrize(("locale", "right", "short"), ALONE)
def test_a_text_alone_is_held_against_what_is_usual_in_its_language(locale: str, right: str, short: str) -> None:
    assert told(NAPPIES[0], right, locale) == []
    assert told(NAPPIES[0], short, locale) != []


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        (
            "pl",
            "You cannot take enough of it to ease the pain.",
            "Nie mogą Państwo brać tyle, ile trzeba, by ból zelżał.",
        ),
        ("so", "Write down your questions and bring them with you.", "Qor su'aalahaaga oo soo qaado."),
        ("zh_Hans", "Your stitches come out after two weeks.", "两周后拆线。"),
        ("fr", "Take it on an empty stomach.", "Prenez-le à jeun."),
        ("cy", "You are allowed to drive.", "Cewch yrru."),
        ("th", "Tell us if you bleed, feel sick or have a fever.", "แจ้งเราหากมีเลือดออก คลื่นไส้ หรือมีไข้"),
    ],
)
def test_right_ones_may_be_short_or_long(locale: str, source: str, target: str) -> None:
    assert told(source, target, locale) == []
