"""The page as HTML: words stay words, and every element says which language and direction it is in."""

import datetime
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
import tinyhtml5
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.projects.folder import Clinic

from polyleaf.building.documents import Documents
from polyleaf.errors import UsageError
from polyleaf.locales.table import LANGUAGES
from polyleaf.model.document import LocalizedText
from polyleaf.model.edition import Edition
from polyleaf.model.inline import FactWords, Link, Strong, Words
from polyleaf.model.leaflet import Heading, ListBlock, ListItem, Paragraph, Table
from polyleaf.model.message import Text, TextState
from polyleaf.render.estimates import page_style
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import render_html
from polyleaf.render.render import prepare
from polyleaf.render.style import LETTERS, MM_PER_PT, style
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms
from polyleaf.workspace import Workspace


@pytest.fixture(scope="module")
def clinic(tmp_path_factory):
    return Clinic(tmp_path_factory.mktemp("render") / "clinic")


@pytest.fixture
def order(clinic):
    """An order for the eye leaflet in one language, without one of its translations if that is wished."""

    def order(locale, without=""):
        before = clinic.path(f"eyes.{locale}").read_bytes() if without else b""
        if without:
            clinic.change(f"eyes.{locale}", f'"{without}"', '""')
        try:
            project = read_project(clinic.root, ["eyes"])
            document = Documents(Workspace(project, datetime.date(2026, 11, 20))).document("eyes", locale)
        finally:
            if without:
                clinic.write(f"eyes.{locale}", before)
        images = {"images/eye.svg": clinic.root / "leaflets/eyes/images/eye.svg"}
        rooms = template_rooms(clinic.root)
        return RenderOrder(document, project.config.editions["large"], rooms, images, clinic.root / "x.pdf")

    return order


@pytest.fixture
def polish(order):
    return order("pl")


def page(order):
    """The tree of the page as a browser would build it, and the parent of every element."""
    root = tinyhtml5.parse(render_html(order), namespace_html_elements=False)
    return root, {child: parent for parent in root.iter() for child in parent}


def text_of(element):
    """Its words; marks of where a line may end do not count, nor what keeps signs plain."""
    return bare("".join(element.itertext()))


def bare(words):
    return " ".join(re.sub("[\u2060\u200b\u00ad\ufe0e\ufe0f]", "", words).split())


def find(root, words):
    """The innermost elements with exactly these words."""
    return [
        element
        for element in root.iter()
        if isinstance(element.tag, str)
        and text_of(element) == words
        and not any(text_of(child) == words for child in element)
    ]


def inherited(element, parents, name):
    while element is not None:
        if element.get(name):
            return element.get(name)
        element = parents.get(element)
    return None


def localized(order, inlines, state=TextState.TRANSLATED, language=None):
    source = Text("x", order.document.title.source.location, ())
    return LocalizedText(tuple(inlines), language or order.document.language, state, source)


def with_blocks(order, *blocks):
    return replace(order, document=replace(order.document, blocks=blocks))


@pytest.mark.parametrize(
    ("locale", "tag", "direction"), [("en_GB", "en-GB", "ltr"), ("pl", "pl", "ltr"), ("ar", "ar", "rtl")]
)
def test_the_page_says_its_language_and_direction(order, locale, tag, direction):
    root, _ = page(order(locale))
    assert (root.get("lang"), root.get("dir")) == (tag, direction)
    assert root.findtext("head/title")


SNIPPETS = [
    "<b>",
    "</p>",
    "&amp;",
    "{{ 7*7 }}",
    "{% if %}",
    "{#",
    '"',
    "'",
    "<!--",
    "]]>",
    "<script>",
    "\\",
    "{x}",
    "ا",
]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(SNIPPETS) | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8),
        min_size=1,
    ).map("".join)
)
def test_any_words_come_out_as_they_went_in(polish, words):
    """In running text, in the title, in attributes: nothing is markup, nothing is a template."""
    one = polish
    text = localized(one, [Words(words), Strong((Words(words),)), FactWords("x", words, isolate=True)])
    changed = with_blocks(one, Paragraph(text), Heading(2, text), Table((text,), ((text,),)))
    changed = replace(changed, document=replace(changed.document, title=text))
    root, _ = page(changed)
    wanted = bare(words * 3)
    tags = {"p", "h1", "h2", "th", "td"}
    found = [element.tag for element in root.iter() if element.tag in tags and text_of(element) == wanted]
    assert {"p", "h1", "h2"} <= set(found)
    assert len(found) >= 5
    assert not list(root.iter("script"))


def test_alternative_texts_and_addresses_are_escaped(order):
    hostile = "\"><script>alert('x')</script>&"
    one = order("pl")
    link = Link(f"https://example.org/{hostile}", (Words("tam"),))
    figure = next(block for block in one.document.blocks if type(block).__name__ == "Figure")
    figure = replace(figure, alt=localized(one, [Words(hostile)]))
    root, _ = page(with_blocks(one, figure, Paragraph(localized(one, [link]))))
    assert root.find(".//img").get("alt") == hostile
    assert f"https://example.org/{hostile}" in [one.get("href") for one in root.iterfind(".//main//p/a")]
    assert not list(root.iter("script"))


def test_words_of_the_templates_are_text_too(order):
    one = order("pl")
    texts = {key: f"<i>{{{{7*7}}}}</i>{value}" for key, value in one.document.phrases.texts.items()}
    phrases = replace(one.document.phrases, texts=texts)
    root, _ = page(replace(one, document=replace(one.document, phrases=phrases)))
    assert not list(root.iter("i"))
    assert "<i>{{7*7}}</i>" in text_of(root) or "<i>{7*7}</i>" in text_of(root)


def test_facts_are_isolated(order):
    """A phone number in an Arabic sentence reads from left to right, and stays in one piece."""
    root, parents = page(order("ar"))
    phones = find(root, "01632 960 100")
    for phone in phones:
        assert (phone.tag, phone.get("dir"), inherited(phone, parents, "class")) == ("bdi", "ltr", "fact")
    assert len(phones) == 2  # on the first page and at the end
    marks = [element for element in root.iter("bdi") if element.get("dir") != "ltr" and not element.get("class")]
    for element in marks:
        assert text_of(element), "an isolate without a direction takes it from its own words"


def test_an_untranslated_text_says_so(order):
    """It is in its own language and direction, and a note in the reader's language stands before it."""
    english = "Do not eat for 2 hours before the test."
    root, parents = page(order("ar", without="لا تأكل لمدة {fasting} قبل الفحص."))
    (element,) = [one for one in root.iter("p") if text_of(one).replace("\u00a0", " ") == english]
    assert inherited(element, parents, "lang") == "en-GB"
    assert inherited(element, parents, "dir") == "ltr"
    assert "untranslated" in element.get("class")
    note = next(one for one in root.iter("p") if one.get("class") == "untranslated-note")
    assert inherited(note, parents, "lang") == "ar"
    assert not re.search("[A-Za-z]", text_of(note))
    order_of = list(root.iter())
    assert order_of.index(note) < order_of.index(element)


def test_what_is_translated_has_no_note(order):
    for locale in ("en_GB", "pl", "ar"):
        root, _ = page(order(locale))
        assert not [one for one in root.iter() if "untranslated" in (one.get("class") or "")]


def test_an_untranslated_title_keeps_its_language(order):
    root, parents = page(order("ar", without="فحص العين"))
    (heading,) = root.iter("h1")
    assert (inherited(heading, parents, "lang"), inherited(heading, parents, "dir")) == ("en-GB", "ltr")


def test_type_that_leaves_a_page_no_room_is_refused(order):
    huge = replace(order("en_GB"), edition=Edition("poster", 96.0, "A4"))
    with pytest.raises(UsageError, match=r"at 96 pt, head and foot leave \d+ mm of a page of A4 for English"):
        prepare(huge)


def test_drafts_of_translations_say_so(order):
    """The word stands at the head of every page and in a box on the first, in the reader's language."""
    for locale, words in (("pl", "Tłumaczenie robocze"), ("ar", "مسودة ترجمة")):
        root, parents = page(order(locale))
        found = find(root, words)
        assert len(found) >= 2
        assert {inherited(element, parents, "lang") for element in found} == {locale}


def test_page_numbers_stand_where_the_language_wants_them(order):
    """The counters are elements, so that each sentence orders its words itself."""
    for locale, pattern in (("en_GB", "Page N of M"), ("pl", "Strona N z M"), ("ar", "N")):
        root, _ = page(order(locale))
        now = next(element for element in root.iter() if element.get("class") == "page-now")
        whole = next(element for element in root.iter() if element.get("class") == "page-all")
        now.text, whole.text = "N", "M"
        foot = next(element for element in root.iter() if element.get("class") == "foot-end")
        assert pattern in text_of(foot)
        assert "M" in text_of(foot)


def test_offers_are_each_in_their_own_language(order):
    root, _ = page(order("pl"))
    offers = [element for element in root.iter("bdi") if element.get("class") == "offer"]
    assert [(item.get("lang"), item.get("dir")) for item in offers] == [("en-GB", "ltr"), ("ar", "rtl")]
    for item in offers:
        assert len(text_of(item)) > 10
    runs = [element for element in root.iter("p") if element.get("class") == "offers"]
    assert [element.get("dir") for element in runs] == ["ltr", "rtl"]  # those of the page's own direction first


def test_numbers_of_steps_are_written_in_the_digits_of_the_page(order):
    one = order("ar")
    item = ListItem((Paragraph(localized(one, [Words("x")])),))
    native = replace(one.document, digits="arab", blocks=(ListBlock(True, 9, (item, item)),))
    root, _ = page(replace(one, document=native))
    assert [text_of(element) for element in root.iter("span") if element.get("class") == "number"] == ["٩", "١٠"]


def test_names_of_people_and_things_in_english_say_so(order):
    root, parents = page(order("ar"))
    for words in ("Example Clinic", "Eye ward", "Eye test"):
        for element in find(root, words):
            assert inherited(element, parents, "lang").startswith("en"), ET.tostring(element)


def test_a_draft_in_the_language_it_was_written_in_says_so_and_breaks_its_pages_like_the_release(order):
    drafts, released = order("en_GB"), order("en_GB")
    drafts = replace(drafts, document=replace(drafts.document, draft=True))
    released = replace(released, document=replace(released.document, draft=False))
    (root, _), (other, _) = page(drafts), page(released)
    (banner,) = [text_of(element) for element in root.iter("div") if element.get("class") == "banner"]
    assert banner.strip() == "Draft: do not hand out"
    assert not [element for element in other.iter("div") if element.get("class") == "banner"]
    assert not [element for element in root.iter("div") if element.get("class") == "box draft"]
    assert page_style(drafts.document, drafts.edition) == page_style(released.document, released.edition)


@pytest.mark.parametrize("locale", sorted(LANGUAGES))
def test_lines_are_as_long_as_their_letters_allow_and_those_of_other_scripts_no_longer(locale):
    language = LANGUAGES[locale]
    edition = Edition("clear", 14.0, "A4")
    made = style(language, (), edition, "latn")
    width = made.text_width - made.spare
    own, latin = (LETTERS * letter * made.size * MM_PER_PT for letter in (language.letter_width, 0.445))
    assert width == pytest.approx(min(own, edition.width - 2 * edition.margin), abs=0.02)
    assert width - made.others_spare <= latin + 0.02


def test_giant_print_has_one_line_at_its_foot_where_the_words_surely_fit(order):
    """Two lines for all took a line of text from each page."""
    one = order("pl")
    short = page_style(one.document, replace(one.edition, size=24.0))
    long = page_style(replace(one.document, code="CARDIOLOGY-2026-014"), replace(one.edition, size=24.0))
    assert long.bottom - short.bottom == pytest.approx(24 * short.heading_line * MM_PER_PT, abs=0.1)


def test_giant_print_keeps_room_for_its_foot_and_its_banner(order):
    """At 48 pt the foot has three lines, and "Tłumaczenie robocze" two."""
    plain, huge = order("pl"), order("pl")
    huge = replace(huge, edition=replace(huge.edition, size=48.0, margin=25.0))
    measures, usual = page_style(huge.document, huge.edition), page_style(plain.document, plain.edition)
    line = 48 * measures.heading_line * MM_PER_PT
    assert usual == page_style(replace(plain.document, draft=False), plain.edition)
    assert measures.bottom >= 3 * line
    assert measures.top >= 2 * line + 9.2  # frame, room below it, 5 mm to the edge
    undrafted = page_style(replace(huge.document, draft=False), huge.edition)
    assert undrafted.top < measures.top
