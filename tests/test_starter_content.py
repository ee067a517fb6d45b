"""The starter leaflets say what they must, in plain words, in every language; nothing is waived."""

import datetime
import re
from pathlib import Path

import pytest

from polyleaf.building.documents import Documents
from polyleaf.catalog.localizing.view import catalog_view, templates_view
from polyleaf.catalog.messages.domains import target_locales
from polyleaf.catalog.po.reader import load
from polyleaf.catalog.progress.status import status
from polyleaf.checks.run import run
from polyleaf.checks.subjects import project_waivers, source_subjects
from polyleaf.model.block_texts import texts, walk_blocks
from polyleaf.model.facts import Date, Number, Phone, Quantity, Risk
from polyleaf.model.finding import Severity
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Figure, Heading, Paragraph
from polyleaf.render.words import template_messages
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms
from polyleaf.workspace import Workspace

ROOT = Path(__file__).parents[1]
PROJECT = read_project(ROOT)
DOCUMENTS = Documents(Workspace(PROJECT, datetime.date(2026, 11, 20)))
WORDS = template_messages(template_rooms(ROOT))
LEAFLETS = ("vertebroplasty", "vertebroplasty-at-a-glance")
LOCALES = ("pl", "ro", "uk", "ar", "fa", "ur", "bn", "pa", "gu", "ta", "zh_Hans", "so")
DAY = datetime.date(2027, 1, 1)
"""Between publication and review."""

each_leaflet = pytest.mark.parametrize("name", LEAFLETS)


def english(name):
    return DOCUMENTS.document(name, "en_GB")


def printed(name):
    """What the body says, heading by heading, as it is printed: ``{"Risks": "...", ...}``, the whole under ""."""
    sections = {"": ""}
    titles = []
    for block in english(name).blocks:
        if isinstance(block, Heading):
            title = plain(block.text.inlines)
            titles = [*titles[: block.level - 2], title]
            sections[title] = ""
            continue
        words = "\n".join(plain(text.inlines) for text in texts((block,))) + "\n"
        for title in ("", *titles):
            sections[title] += words
    return {title: re.sub(r"[\u00a0\u202f]", " ", words) for title, words in sections.items()}


FACTS = [
    ("Tests", "an MRI first, to see a recent break", r"MRI", r"recent", r"has not healed"),
    ("Tests", "CT and a bone scan if metal forbids MRI", r"metal", r"\(CT\)", r"bone scan"),
    ("Blood thinners", "blood thinners stop 5 days before", r"warfarin and clopidogrel", r"at least 5 days before"),
    ("Blood thinners", "another one for a few days if clots are likely", r"high risk of blood clots", r"few days"),
    ("Blood thinners", "a blood test after warfarin", r"stopped warfarin, we test your blood just before"),
    ("Blood thinners", "aspirin goes on", r"Keep taking aspirin as normal"),
    ("Other medicines", "all other medicines go on", r"Take all your other medicines as normal"),
    ("Food and drink", "no food for 6 hours, no drink for 2", r"All food\n6 hours", r"All drinks.*\n2 hours"),
    ("The procedure", "who does it, and where", r"interventional radiologist", r"Interventional Radiology suite"),
    ("The procedure", "antibiotics a few minutes before", r"antibiotics into a vein a few minutes before"),
    ("The procedure", "sedation, lying on the front", r"lie on your front", r"\(sedation\)", r"not fully asleep"),
    ("The procedure", "two kinds of local anaesthetic", r"local anaesthetic", r"works fast and one kind lasts long"),
    ("The procedure", "a hollow needle under x-ray", r"hollow needle", r"Live x-ray pictures"),
    ("The procedure", "cement sets within 20 minutes", r"sets hard within 20 minutes", r"toothpaste"),
    ("The procedure", "leaks are watched for", r"checks that no cement leaks into a blood vessel or .* spinal cord"),
    ("The procedure", "less than 60 minutes, or more for more bones", r"less than 60 minutes", r"more than one bone"),
    ("The procedure", "one hears and may forget", r"hear people talk", r"may not remember"),
    (
        "After your procedure",
        "up after 1 hour, rest for 3",
        r"1 hour\nYou can get up",
        r"3 hours\nYour bed rest is over",
    ),
    ("After your procedure", "home the same day, or a stay", r"go home the same day", r"physiotherapist"),
    ("After your procedure", "blood thinners begin again that day", r"start your blood thinner again on the day"),
    ("Benefits", "less pain within hours or days", r"much less pain within hours or days"),
    ("Benefits", "two thirds lower their pain medicine", r"About 67 in 100 people can take much less", r"33 in 100"),
    ("Benefits", "75 % move again", r"About 75 in 100 people can move better again", r"25 in 100"),
    ("Benefits", "many lose all symptoms; fewer lung infections", r"lose all their symptoms", r"pneumonia"),
    ("Risks", "cement on a nerve: 1 in 1,000", r"^1 in 1,000\nCement leaks and presses on the spinal cord or a nerve"),
    ("Risks", "an emergency operation in the worst case", r"emergency operation"),
    ("Risks", "cement in the lungs: 1 in 1,000", r"1 in 1,000\nCement leaks into a vein and travels to the lungs"),
    ("Risks", "infection: 1 in 500", r"2 in 1,000\nYou get an infection", r"the same as 1 in 500"),
    ("Risks", "new breaks: 10 %", r"100 in 1,000\nAnother bone", r"the same as 1 in 10\b"),
    ("Risks", "small leaks hardly do harm", r"small leak of cement into the soft tissue"),
    ("Limits of vertebroplasty", "not for a healed bone", r"not right for a bone that has healed"),
    ("Limits of vertebroplasty", "a facet joint injection instead", r"facet joint injection"),
    (
        "Limits of vertebroplasty",
        "no prevention, no discs, no curves",
        r"not prevent",
        r"slipped disc",
        r"curved spine",
    ),
    ("Limits of vertebroplasty", "hard to lie down with lung or heart disease", r"severe lung and heart disease"),
    ("Why bones break", "25 in 100 women over 65", r"25 in 100 women over the age of 65", r"menopause", r"Steroid"),
    ("Why bones break", "cancer", r"myeloma", r"work well for people with cancer"),
    ("Who it can help", "when simpler treatments failed", r"bed rest, a back brace and pain medicine", r"ulcers"),
    ("Who it can help", "even after years", r"months or years ago"),
    ("Alternatives and doing nothing", "the choices, and none", r"Bed rest", r"back brace", r"no treatment"),
    ("Questions to ask", "room for questions", r"Write down your questions"),
]


@pytest.mark.parametrize(("section", "what", "patterns"), [(fact[0], fact[1], fact[2:]) for fact in FACTS])
def test_no_fact_of_the_hospital_is_lost(section, what, patterns):
    text = printed("vertebroplasty")[section]
    for pattern in patterns:
        assert re.search(pattern, text, re.MULTILINE), what


def test_the_source_is_named():
    """In the full leaflet; the sheet says that there is one."""
    (reference,) = PROJECT.leaflets["vertebroplasty"].references
    assert "NICE" in reference
    assert "https://www.nice.org.uk/guidance/IPG12" in reference
    assert "The full leaflet tells you more" in printed("vertebroplasty-at-a-glance")[""]


def test_the_short_leaflet_agrees_with_the_long_one():
    """A fact that both have has the same value, and the short one says what must not be missed."""
    long, short = (PROJECT.leaflets[name].facts for name in LEAFLETS)
    assert short.items() <= long.items()
    text = printed("vertebroplasty-at-a-glance")[""]
    for pattern in ("999", "warfarin", "5 days", "6 hours", "2 hours", "1 in 1,000", "2 in 1,000", "aspirin"):
        assert pattern in text


def test_the_organisation_is_nobody():
    assert PROJECT.config.organisation == "Example Hospital"
    for contact in PROJECT.config.contacts.values():
        assert contact.phone == "111" or contact.phone.startswith("01632 960"), "numbers kept free for fiction"
        assert all("example.org" in address for address in (contact.email, contact.web) if address)


@each_leaflet
def test_every_number_is_a_fact(name):
    """And so no translator can get it wrong."""
    leaflet = PROJECT.leaflets[name]
    for text in texts(leaflet.blocks):
        assert not re.search(r"\d", re.sub(r"\{[a-z_]+\}", "", text.msgid)), text.msgid
    assert any(isinstance(fact, Risk) for fact in leaflet.facts.values())
    assert {type(fact) for fact in leaflet.facts.values()} & {Quantity, Number, Date, Phone}


@each_leaflet
def test_risks_that_are_compared_have_one_denominator(name):
    risks = [block for block in walk_blocks(PROJECT.leaflets[name].blocks) if type(block).__name__ == "TermList"]
    for block in risks:
        facts = [PROJECT.leaflets[name].facts[item.term.placeholders[0]] for item in block.items]
        assert len({fact.total for fact in facts}) == 1


@each_leaflet
def test_headings_are_not_questions(name):
    headings = [block for block in walk_blocks(english(name).blocks) if isinstance(block, Heading)]
    assert len(headings) >= 2
    for heading in headings:
        title = plain(heading.text.inlines)
        assert "?" not in title
        assert not re.match(
            r"(what|why|how|when|who|where)\b.*\b(is|are|do|does|can|will)\b.*\b(i|you|it)\b", title, re.IGNORECASE
        )


@each_leaflet
def test_sentences_are_short_and_easy(name):
    found = list(sentences(name))
    long = [sentence for sentence in found if len(words_of(sentence)) > 20]
    assert long == []
    assert reading_age(found) < 11


def sentences(name):
    """The sentences of the running text as they are printed."""
    document = english(name)
    for block in walk_blocks(document.blocks):
        if isinstance(block, Paragraph):
            yield from re.split(r"(?<=[.!?])\s+", plain(block.text.inlines))


def words_of(sentence):
    return re.findall(r"[A-Za-z0-9][A-Za-z0-9,'’-]*", sentence)


def reading_age(found):
    """Flesch-Kincaid grade (Kincaid et al. 1975) plus five years, the age at which that grade begins in the US."""
    words = [word for sentence in found for word in words_of(sentence)]
    syllables = sum(map(syllables_of, words))
    return 0.39 * len(words) / len(found) + 11.8 * syllables / len(words) - 15.59 + 5


def syllables_of(word):
    """About how many syllables a word has: groups of vowels, but for a silent e at the end."""
    word = word.lower().replace("’", "'")
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouycgszx]es$", word)
    return max(1, groups - bool(silent))


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("The cat sat on the mat.", 3.5),
        ("Prior to the procedure patients will usually have magnetic resonance imaging to confirm recency.", 18.5),
    ],
)
def test_the_figure_for_reading_ease_is_of_the_right_size(text, age):
    assert reading_age([text]) == pytest.approx(age, abs=1)


@each_leaflet
def test_pictures_are_drawings_of_our_own(name):
    figures = [block for block in walk_blocks(PROJECT.leaflets[name].blocks) if isinstance(block, Figure)]
    if name == "vertebroplasty":
        assert figures
    for figure in figures:
        assert figure.image.endswith(".svg")
        assert figure.alt
        assert len(figure.alt.msgid) > 40


def test_the_languages():
    assert PROJECT.config.source == "en_GB"
    assert PROJECT.config.targets == LOCALES
    assert target_locales(PROJECT, ()) == LOCALES
    assert tuple(PROJECT.leaflets) == LEAFLETS
    assert PROJECT.broken == ()


@pytest.mark.parametrize("locale", LOCALES)
def test_catalogs_are_complete_and_own_up_to_what_they_are(locale):
    rows = status(PROJECT, WORDS, [locale])
    assert {row.leaflet for row in rows} == {*LEAFLETS, "templates"}
    for row in rows:
        assert (row.missing, row.fuzzy, row.faults) == (0, 0, ()), row.leaflet
        catalog = load(PROJECT, locale, row.leaflet)
        comments = " ".join(catalog.comments).lower()
        assert "machine translation" in comments, row.path
        assert "no clinician" in comments, row.path
        assert "machine translation" in dict(catalog.headers)["Last-Translator"].lower(), row.path


@pytest.mark.parametrize("name", LEAFLETS)
@pytest.mark.parametrize("locale", LOCALES)
def test_pages_say_that_they_are_drafts_in_the_reader_s_language(locale, name):
    document = DOCUMENTS.document(name, locale)
    assert document.draft
    for words in (
        "Draft translation",
        "A clinician has not checked this translation yet. Do not rely on it. Ask staff for an interpreter.",
    ):
        text, language = document.phrases.find(words)
        assert language.locale == locale
        assert text != words


def test_nothing_is_waived_and_nothing_is_found():
    assert project_waivers(PROJECT) == ()
    catalogs = [
        view
        for locale in LOCALES
        for view in (
            *(catalog_view(PROJECT, leaflet, locale) for leaflet in PROJECT.leaflets.values()),
            templates_view(PROJECT, WORDS, locale),
        )
    ]
    findings = run((*source_subjects(PROJECT, DAY), *catalogs))
    assert [str(finding) for finding in findings if finding.severity > Severity.NOTE] == []
