"""Numbers that people typed stay with what belongs to them."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.test_line_ends import lines

from polyleaf.locales.counted_words import amount_words
from polyleaf.locales.table import language
from polyleaf.model.document import Phrases
from polyleaf.model.inline import FactWords, LineBreak, OneWay, Strong, Words, walk
from polyleaf.render.across import joined
from polyleaf.render.amounts import HOLD, held
from polyleaf.render.long_words import set_words
from polyleaf.render.template_words import Words as TemplateWords
from polyleaf.render.template_words import unbroken

TEMPLATES = Path(__file__).parents[2] / "templates"
PAGE = SimpleNamespace(text_width=160.0, size=14.0)


@pytest.mark.parametrize(
    "amount",
    [
        "5–10 ml", "5 – 10 ml", "2.5mg", "2.5 mg", "1,000 mg/m²", "4.0 mmol/L", "30 ml/min/1.73", "≥ 38.0 °C", "< 4",
        "3 × 500 mg", "2 x 5 ml", "9.30am – 5.00pm", "500mg—1g", "01632 960 100", "(01632) 960 100", "10 000", "120/80",
        "½ h", "18–22 °C", "2 %", "± 10", "0.5 × 10⁹/L", "5 %", "7/7", "1 : 1.000", "12 мг", "- 5 °C", "− 5",
        "1 in 4", "(1 in 1,000)", "5 to 10", "4 von 5", "8am to 1pm", "5/52 to 6/52",
        "43–44 = 6%", "8×/24 h", "3–4×/day", ">= 20 mins", "(<= 5", "+/- 2", "F: +44 (0)1632", "x 4/52", "মি.গ্রা./৫",
        "(± 5 cm)", "25.12.–02.01.", "Ø 70 cm", "§ 104", "c.1905+1", "5. 12. 2026", "3. patro", "70 كغ", '5 מ"ג',
    ],
)  # fmt: skip
def test_an_amount_stays_on_one_line(amount):
    for width in (5, 40, 60, 80):
        found = [line.replace(HOLD, "") for line in lines(set_words(f"You take {amount} of it.", PAGE), width)]
        assert sum(amount in line for line in found) == 1, found


@pytest.mark.parametrize(
    ("locale", "amount"),
    [
        ("de", "2 Std."),
        ("de", "8 Uhr"),
        ("pl", "2 godz."),
        ("pl", "3 tyg"),
        ("tr", "10 dk"),
        ("fr", "2 sem."),
        ("es", "5 min"),
        ("en_GB", "4 weeks"),
        ("en_GB", "2 tablets"),
        ("en_GB", "day 3–7"),
        ("de", "10 Minuten"),
        ("pl", "5 tygodni"),
        ("ru", "10 минут"),
        ("ar", "10 دقائق"),
        ("th", "10 นาที"),
        ("sw", "dakika 30"),
        ("fr", "10 à 20 minutes"),
        ("vi", "90 ngày)."),
        ("tr", "15 dk'da"),
        ("el", "9.30 π.μ."),
        ("el", "1 στους 20"),
        ("en_GB", "≥15 d/month"),
        ("ru", "каб. 304"),
        ("ru", "5-й день"),
        ("pt", "7.º/8.º dia"),
        ("en_GB", "8th week"),
        ("en_GB", "37.5 ˚C"),
        ("es", "n.º 3"),
        ("ja", "〒000-0000"),
        ("de", "–13 Uhr"),
        ("pt", "10.º–14.º dia"),
        ("el", "8.30 π.μ.–2 μ.μ."),
        ("en_GB", "ext 3304"),
        ("uk", "2 пов."),
        ("he", "8 ביממה"),
    ],
)
def test_a_number_and_its_unit_stay_on_one_line_in_every_language(locale, amount):
    for width in (5, 40, 60, 80):
        set_text = set_words(f"Xxxxx {amount}, xx xxxxx {amount} xxx.", PAGE, amount_words(language(locale)))
        found = [line.replace(HOLD, "") for line in lines(set_text, width)]
        assert sum(line.count(amount) for line in found) == 2, found


@pytest.mark.parametrize(
    ("locale", "amount"),
    [
        ("zh_Hans", "5–7天"), ("zh_Hans", "8小时"), ("zh_Hans", "20 mg"), ("zh_Hans", "＜1/1000"),
        ("zh_Hans", "8:00～17:00"), ("zh_Hans", "5678转8012"), ("zh_Hans", "第3天"), ("ja", "30分"), ("ja", "5〜10 ml"),
        ("ja", "１１９"), ("ja", "０３－００００－１２３４"), ("ja", "８：３０～１７：００"), ("ja", "１０分"),
    ],
)  # fmt: skip
def test_amounts_stay_on_one_line_where_no_spaces_part_the_words(locale, amount):
    words = "检查前需要在医院里停药以后才可以进行这个检查的"
    for width in range(60, 90, 6):
        set_text = set_words(f"{words}{amount}，{words}{amount}{words}", PAGE, amount_words(language(locale)))
        found = [line.replace(HOLD, "") for line in lines(set_text, width)]
        assert sum(line.count(amount) for line in found) == 2, found


@pytest.mark.parametrize(
    "text",
    [
        "Take 5 tablets a day",
        "In 2026 we moved",
        "diarrhoea/constipation 5",
        "Ward 5, Level 2 and Level 3",
        "5 – five",
        "At 5, in 2 rooms",
        "a 5 then. 6 of",
        "Room 4 is on Level",
    ],
)
def test_words_break_as_ever(text):
    assert held(text, 30) == text


def test_a_telephone_number_is_whole_behind_other_numbers():
    """The row is too long to be held: it parts before the number, not in it."""
    number = "01632 960 300"
    for width in (40, 50, 60, 70):
        found = [line.replace(HOLD, "") for line in lines(set_words(f"Nurses 8-8 7/7 T: {number} or 101", PAGE), width)]
        assert sum(number in line for line in found) == 1, found


def test_the_stroke_of_a_unit_without_its_number_is_held():
    assert set_words("Rate (ml/h), mg/kg and/or g", PAGE) == f"Rate (ml/{HOLD}h), mg/{HOLD}kg and/or g"


def test_people_out_of_many_stay_with_their_numbers():
    assert held("Chez 1 patient sur 10, ou 2.", 30) == f"Chez 1 {HOLD}patient sur {HOLD}10, ou 2."


def test_a_row_of_sums_may_break():
    text = "1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 = 12 and 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18"
    longest = max(len(part) for part in held(text, 30).replace(f" {HOLD}", "_").split(" "))
    assert longest <= 24


@given(st.lists(st.sampled_from([*"5 ½/–-<≥×x.,()", "ml", "mg", "°C", "word", " "]), max_size=30).map("".join))
def test_nothing_is_added_that_prints_and_nothing_lost(text):
    assert held(text, 30).replace(HOLD, "") == text


def shown(inlines):
    return "".join(one.text for one in walk(inlines) if isinstance(one, Words))


@pytest.mark.parametrize(
    ("inlines", "wanted"),
    [
        ((Words("Take "), Strong((Words("5"),)), Words(" ml now.")), "Take 5 \u2060ml now."),
        ((Strong((Words("5\u2013"),)), Words("10 ml")), "5\u2013\u206010 \u2060ml"),
        ((OneWay("ltr", (Words("1\u00bd"),)), Words("\u2013"), OneWay("ltr", (Words("2"),))), "1\u00bd\u2013\u20602"),
        ((Words("Take 5 "), FactWords("dose", "7"), Words(" ml")), "Take 5  ml"),
        ((Words("www.example.org/5-"), Strong((Words("10"),))), "www.example.org/5-10"),
    ],
)
def test_an_amount_of_several_pieces_stays_on_one_line(inlines, wanted):
    assert shown(joined(inlines, PAGE)) == wanted


PIECES = st.text(st.sampled_from("5 \u00bd/\u2013-<\u2265\u00d7mlg\u2060"), max_size=6).map(Words)


@given(st.lists(PIECES | PIECES.map(lambda one: Strong((one,))) | st.just(LineBreak()), max_size=6).map(tuple))
def test_pieces_keep_their_words(inlines):
    for before, after in zip(walk(inlines), walk(joined(inlines, PAGE)), strict=True):
        assert type(before) is type(after)
        if isinstance(before, Words):
            assert before.text.replace(HOLD, "") == after.text.replace(HOLD, "")


def test_words_of_the_templates_are_not_divided_at_their_hyphens():
    french = language("fr")
    phrases = Phrases(french, french, {("", "Talk to them"): "Parlez-lui <peut-\u00eatre> de -5 \u00e0 {x-y}"})
    held_words = TemplateWords(phrases).gettext("Talk to them")
    assert held_words == "Parlez-\u2060lui &lt;peut-\u2060\u00eatre&gt; de -5 \u00e0 {x-\u2060y}"
    foreign = Phrases(language("zh_Hans"), french, {})
    assert 'lang="fr"' in TemplateWords(foreign).gettext("peut-\u00eatre")
    assert TemplateWords(foreign).gettext("peut-\u00eatre").endswith(">peut-\u2060\u00eatre</span>")


@pytest.mark.parametrize("template", [*TEMPLATES.rglob("*.html")], ids=lambda path: path.name)
def test_no_template_changes_the_letters_of_marked_up_words(template):
    assert "|replace(" not in template.read_text(encoding="utf-8").replace('|replace(".png"', "")


def test_the_language_of_words_that_wait_stays_its_code():
    waiting = Phrases(language("ak"), language("en_GB"), {})
    words = unbroken(TemplateWords(waiting).pgettext("code", "A one-line text"))
    assert words == unbroken(words) == '<span lang="en-GB" dir="ltr">A one-\u2060line text</span>'
