"""Languages by the names people use: codes of any spelling, names, slips; never by likeness of letters."""

from pathlib import Path

import pytest
from babel import localedata
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.errors import UsageError
from polyleaf.locales.direction import is_right_to_left
from polyleaf.locales.shared import shared
from polyleaf.locales.table import LANGUAGES, language, meanings, unknown, use_folder, words_of
from polyleaf.locales.tags import line_of
from polyleaf.locales.words import Negation
from polyleaf.model.language import Direction


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        # as programs and systems write them
        ("zh-CN", "zh_Hans"), ("zh_cn.UTF-8", "zh_Hans"), ("zh-Hans-CN", "zh_Hans"), ("zh", "zh_Hans"),
        ("zh_TW", "zh_Hant"), ("pt-br", "pt"), ("pt_BR", "pt"), ("pt-pt", "pt_PT"), ("EN-gb", "en_GB"),
        ("sr@latin", "sr_Latn"), ("sr_RS", "sr"), ("sr-Cyrl", "sr"), ("pa-PK", "pa_Arab"), ("pa_IN", "pa"),
        ("de-DE", "de"), ("ar-001", "ar"), ("ca-valencia", "ca"), ("uz-Latn-UZ", "uz"),
        # codes that have been replaced, and three letters for two
        ("iw", "he"), ("in", "id"), ("ji", "yi"), ("jw", "jv"), ("tl", "fil"), ("tl-PH", "fil"), ("sh", "sr_Latn"),
        ("prs", "fa_AF"), ("cmn", "zh_Hans"), ("eng", "en"), ("pol", "pl"), ("kmr", "ku"), ("tw", "ak"),
        # countries that are taken for languages
        ("ua", "uk"), ("gr", "el"), ("jp", "ja"), ("cz", "cs"), ("dk", "da"), ("cn", "zh_Hans"), ("uk_UA", "uk"),
        # names in English, in CLDR's way, in ours, and their own
        ("Urdu", "ur"), ("polish", "pl"), ("Chinese", "zh_Hans"), ("Simplified Chinese", "zh_Hans"),
        ("Chinese, traditional", "zh_Hant"), ("Bangla", "bn"), ("Bengali", "bn"), ("Farsi", "fa"), ("Tagalog", "fil"),
        ("Sorani", "ckb"), ("Brazilian Portuguese", "pt"), ("Portuguese (Brazil)", "pt"),
        ("Serbian (Latin)", "sr_Latn"),
        ("S'gaw Karen", "kar"), ("Sgaw Karen", "kar"), ("S’gaw Karen", "kar"), ("karen (sgaw)", "kar"),
        ("Ivrit", "he"), ("Dari Persian", "fa_AF"), ("Western Punjabi", "pa_Arab"), ("Pakistani Punjabi", "pa_Arab"),
        ("Azeri", "az"), ("Moroccan Arabic", "ar_MA"), ("Fulani", "ff"), ("Afaan Oromo", "om"), ("Slovene", "sl"),
        ("Portuguese (Brazilian)", "pt"), ("Irish Gaelic", "ga"), ("Pilipino", "fil"), ("Singhalese", "si"),
        ("Spanish (Mexico)", "es_MX"), ("اردو", "ur"), ("Español", "es"), ("espanol", "es"), ("TIẾNG VIỆT", "vi"),
        # what CLDR prints in another way than its language stays apart
        ("ar-EG", "ar_EG"), ("pt-AO", "pt_AO"), ("en-CA", "en_CA"), ("es-419", "es_419"), ("de_ch", "de_CH"),
        ("en-GB-x-easy", "en_GB_x_easy"), ("pt-BR-x-ward", "pt_x_ward"),
    ],
)  # fmt: skip
def test_what_people_write_means_one_language(written: str, meant: str) -> None:
    assert meanings(written) == (meant,)
    assert meant in LANGUAGES
    assert meanings(language(meant).tag) == (meant,)


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "qq",
        "xx-YY",
        "pl-XX",
        "pl_Abcd",
        "Polsih",
        "Arabisch",
        "kr",
        "und",
        "x" * 10_000,
        "pl\n\npl",
        "🙂",
        "../pl",
    ],
)
def test_nothing_is_guessed_from_likeness(written: str) -> None:
    assert meanings(written) == ()
    assert all(unknown(written))


def test_a_name_of_two_languages_is_told_with_both() -> None:
    assert set(meanings("Kurdish")) == {"ku", "ckb"}
    what, hint = unknown("Kurdish")
    assert "more than one" in what
    assert "(ckb)" in hint
    assert "(ku)" in hint


def test_what_is_like_a_name_is_offered_and_not_taken() -> None:
    assert "'uk'" in unknown("Ukranian")[1]
    assert "Dari" not in unknown("Farci")[1]


def test_a_language_without_data_is_named() -> None:
    what, hint = unknown("hmn" if "hmn" not in LANGUAGES else "cop-x")
    assert what
    assert hint
    what, hint = unknown("Tetum")
    assert "CLDR" in what
    assert "languages new tet" in hint


def test_no_slip_is_the_code_of_a_language() -> None:
    assert not [code for code in shared().slips if localedata.exists(code) or code in LANGUAGES.keys()]  # noqa: SIM118
    assert all(locale in LANGUAGES for locale in shared().slips.values())
    assert all(locale in LANGUAGES for locale in shared().other_names.values())


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        ("pt_AO", ["pt_AO", "pt_PT", "pt"]),
        ("en_AU", ["en_AU", "en_001", "en"]),
        ("es_MX", ["es_MX", "es_419", "es"]),
        ("zh_Hant_HK", ["zh_Hant_HK", "zh_Hant"]),
        ("ar_EG_x_ward", ["ar_EG_x_ward", "ar_EG", "ar"]),
        ("uz_Latn", ["uz_Latn", "uz"]),
    ],
)
def test_a_locale_falls_back_along_the_parents_of_cldr(locale: str, line: list[str]) -> None:
    assert list(line_of(locale)) == line


@pytest.mark.parametrize(
    ("tag", "english", "like"),
    [
        ("so-GB", "Somali (United Kingdom)", "so"),
        ("ur-GB", "Urdu (United Kingdom)", "ur"),
        ("pa-Arab-IN", "Punjabi (Arabic, India)", "pa_Arab"),
        ("sr-Latn-DE", "Serbian (Latin, Germany)", "sr_Latn"),
    ],
)
def test_a_language_where_cldr_knows_no_readers_of_it_is_what_it_is_elsewhere(
    tag: str, english: str, like: str
) -> None:
    (locale,) = meanings(tag)
    assert language(locale).english == english
    assert words_of(language(locale)).section(Negation) is words_of(language(like)).section(Negation)


def test_a_language_without_a_file_takes_what_its_parents_have() -> None:
    angola, portugal = language("pt_AO"), language("pt_PT")
    assert (angola.tag, angola.cldr, angola.english, angola.native) == (
        "pt-AO",
        "pt_AO",
        "Portuguese (Angola)",
        "Português (Angola)",
    )
    assert angola.quotes == portugal.quotes
    assert words_of(angola).section(Negation) is words_of(portugal).section(Negation)
    assert language("ar_EG").digits == "arab"
    assert language("es_MX").minimum_grouping_digits == 1
    assert language("en_GB_x_easy").clock == language("en_GB").clock
    assert language("en_GB_x_easy").cldr == "en_GB"


def test_every_locale_of_cldr_has_one_language() -> None:
    for locale in localedata.locale_identifiers():
        if locale == "root" or locale.startswith("mn_Mong"):
            continue
        (meant,) = meanings(locale)
        known = language(meant)
        assert known.locale == meant
        assert known.english
        assert known.native
        assert (known.direction is Direction.RTL) == is_right_to_left(known.tag), locale


def test_a_script_that_cannot_be_set_says_why() -> None:
    with pytest.raises(UsageError, match="top to bottom") as told:
        language("mn_Mong")
    assert "mn is Mongolian in Cyrillic" in told.value.hint


def test_names_of_a_projects_own_language_are_known(tmp_path: Path) -> None:
    text = 'english = "Volapunk"\nnative = "Volapunk"\n[print]\nquotes = ["“", "”", "‘", "’"]\n'
    (tmp_path / "qtp.toml").write_text(text, encoding="utf-8")
    try:
        use_folder(tmp_path)
        assert meanings("VOLAPUNK") == ("qtp",)
        assert language("qtp").cldr == "root"
    finally:
        use_folder(None)
    assert meanings("VOLAPUNK") == ()


@given(st.text(max_size=40))
def test_any_text_has_an_answer(text: str) -> None:
    for meant in meanings(text):
        assert meant in LANGUAGES
    if len(meanings(text)) != 1:
        assert all(unknown(text))


def test_a_code_of_a_language_that_is_that_of_a_country_too_names_both() -> None:
    """Staff who write kr for Korean are not sent to write a language file of Kanuri."""
    assert unknown("kr") == (
        "Kanuri, a language that neither polyleaf nor CLDR has data for",
        "Korean is 'ko'. For Kanuri write languages/kr.toml: `polyleaf languages new kr` makes a skeleton",
    )
    assert unknown("din")[1] == "Write languages/din.toml: `polyleaf languages new din` makes a skeleton"


@pytest.mark.parametrize("name", ["Mandinka", "Acholi", "Hindko"])
def test_a_name_that_nobody_knows_leads_to_a_file_of_the_language(name: str) -> None:
    assert "polyleaf languages new" in unknown(name)[1]
