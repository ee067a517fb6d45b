"""Headings are large, and smaller only where a word that cannot be broken would not fit."""

import pytest

from polyleaf.checks.samples.printed import printed
from polyleaf.locales.breaking import break_words
from polyleaf.locales.table import language
from polyleaf.model.edition import Edition
from polyleaf.render.environment import environment
from polyleaf.render.estimates import heading_scale, number_scale
from polyleaf.render.style import style
from polyleaf.starter.rooms import template_rooms

ENGLISH = language("en_GB")


@pytest.mark.parametrize(
    ("locale", "title"),
    [
        ("th", "การระงับปวดขณะคลอดด้วยการฉีดยาเข้าช่องเหนือไขสันหลัง"),
        ("zh_Hans", "经皮椎体成形术治疗骨质疏松性椎体压缩骨折的患者须知与术前准备"),
        ("ja", "骨粗鬆症による脊椎圧迫骨折に対する経皮的椎体形成術を受けられる患者さまへ"),
        ("km", "ការបំបាត់ការឈឺចាប់ពេលសម្រាលកូនដោយការចាក់ថ្នាំចូលឆ្អឹងខ្នង"),
        ("my", "ကလေးမွေးဖွားစဉ်ကျောရိုးထုံဆေးဖြင့်နာကျင်မှုသက်သာစေခြင်း"),
        ("bo", "ཕྲུ་གུ་སྐྱེ་བའི་སྐབས་ཀྱི་ན་ཟུག་འཇོག་བྱེད་ཀྱི་སྨན་ཁབ་རྒྱག་སྟངས"),
        ("de", "Rückenmarksnahe Betäubung bei der Geburt eines Kindes in unserer Klinik"),
    ],
)
def test_a_long_title_of_short_words_is_large(locale, title):
    own = language(locale)
    measures = style(own, (own, ENGLISH), Edition("large", 18.0, "A4"), "latn")
    assert heading_scale(break_words(title, own), 1, measures) > 1.5


def test_a_long_word_makes_it_smaller():
    german = language("de")
    measures = style(german, (german, ENGLISH), Edition("giant", 24.0, "A4"), "latn")
    assert heading_scale("Donaudampfschifffahrtsgesellschaft", 1, measures) == 1.0
    assert 1.0 < heading_scale("Kernspintomographie", 1, measures) < 2.1


def test_a_title_is_no_larger_than_its_text_where_a_page_has_few_lines() -> None:
    def scales(size: float) -> list[float]:
        own = language("en_GB")
        measures = style(own, (own,), Edition("poster", size, "A4"), "latn", foot_lines=3, banner_lines=2)
        return [heading_scale("Your eye", level, measures) for level in (1, 2)]

    assert scales(24.0) == [2.1, 1.35]
    assert max(scales(48.0)) < 1.1


def test_a_long_telephone_number_is_as_large_as_its_panel_lets_it_be():
    page, panel = (style(ENGLISH, (ENGLISH,), Edition("e", 14.0, "A4", 15.0, fold), "latn") for fold in ("", "trifold"))
    assert number_scale("01632 960 500 ext. 12", page) == 0
    assert 1 <= number_scale("01632 960 500 ext. 12", panel) < 1.25
    assert number_scale("100 ka mid ah 1,000kii qof", panel, 1.42, 1.15, 0) < 1.15


def test_on_a_panel_the_words_of_a_risk_stand_below_its_number(tmp_path):
    """Side by side they ran off the page in Somali."""
    jinja = environment(template_rooms(tmp_path))
    sheets = []
    for fold in ("", "trifold"):
        edition = Edition("e", 12.0, "A4", 15.0, fold)
        measures = style(ENGLISH, (ENGLISH,), edition, "latn")
        known = {"style": measures, "edition": edition, "language": ENGLISH, "document": printed().document}
        jinja.globals["heading_scale"] = lambda *_: 2.1
        sheets.append("display: table-row" in jinja.get_template("css/sheet.css").render(known))
    assert sheets == [True, False]
