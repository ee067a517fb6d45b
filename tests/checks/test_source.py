"""What each source check finds, and what it leaves alone."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.checks.registry import CHECKS, find
from polyleaf.checks.run import run
from polyleaf.checks.samples.leaflet import (
    IMAGE,
    a_figure,
    a_heading,
    a_leaflet,
    a_paragraph,
    bullets,
    dated,
    image,
    in_project,
    risks,
)
from polyleaf.checks.samples.text import LEAFLET, a_fact, a_link, bold, text
from polyleaf.model.boxes import BOXES
from polyleaf.model.facts import Number, Percent, Quantity, Risk
from polyleaf.model.finding import Fault, Location
from polyleaf.model.image import ImageProblem
from polyleaf.model.inline import LineBreak
from polyleaf.model.language import Direction
from polyleaf.model.leaflet import Box, ContactCard, Figure, Leaflet, ListItem, TermItem, TermList
from polyleaf.model.letters import Letters

SIX_HOURS = Quantity(Decimal(6), "hour")


def messages(check: str, subject) -> list[str]:
    return [finding.fault.message for finding in find(check).run(subject)]


def lines(check: str, subject) -> list[int]:
    return [finding.fault.location.line for finding in find(check).run(subject)]


def test_faults_of_the_reader_are_passed_on_whole() -> None:
    fault = Fault("Something", Location(LEAFLET, 7), "Do this")
    (finding,) = find("source/faulty-markup").run(a_leaflet(faults=(fault,)))
    assert finding.fault is fault


@pytest.mark.parametrize(
    ("days", "past", "near"),
    [
        (-1000, True, False),
        (-1, True, False),
        (0, False, True),
        (1, False, True),
        (179, False, True),
        (180, False, False),
    ],
)
def test_review_dates(days, past, near) -> None:
    subject = dated(datetime.date(2028, 1, 1) - datetime.timedelta(days=days))
    assert bool(messages("source/review-date-past", subject)) is past
    assert bool(messages("source/review-date-near", subject)) is near


def test_review_date_is_told_at_its_line() -> None:
    assert lines("source/review-date-past", dated(datetime.date(2030, 1, 1))) == [6]


def test_unknown_placeholders_name_the_nearest_fact() -> None:
    leaflet = a_leaflet(
        a_paragraph("For ", a_fact("fastin"), " and ", a_fact("zzz"), line=31),
        a_paragraph(a_link("{fastng}", "x"), line=33),
        facts={"fasting": SIX_HOURS},
    )
    findings = list(find("source/unknown-placeholder").run(leaflet))
    assert [finding.fault.location.line for finding in findings] == [31, 31, 33]
    assert findings[0].fault.hint == "Did you mean fasting?"
    assert "Declare zzz" in findings[1].fault.hint


def test_a_risk_without_its_fact() -> None:
    assert messages("source/unknown-placeholder", a_leaflet(risks(a_fact("gone"))))


def test_unused_facts_are_told_where_they_are_declared() -> None:
    leaflet = a_leaflet(a_paragraph(a_fact("b")), facts={"a": SIX_HOURS, "b": SIX_HOURS, "c": SIX_HOURS})
    assert lines("source/unused-fact", leaflet) == [12, 14]


def test_contacts() -> None:
    card = ContactCard("wrd", Location(LEAFLET, 50))
    findings = list(find("source/unknown-contact").run(in_project(card, contacts=("ward", "nobody"))))
    assert [finding.fault.location.line for finding in findings] == [8, 50]
    assert findings[1].fault.hint == "Did you mean ward?"
    assert "ward, pals" in findings[0].fault.hint


def test_a_contact_in_a_project_without_any() -> None:
    (finding,) = find("source/unknown-contact").run(replace(in_project(), contacts=()))
    assert "[contacts.ward]" in finding.fault.hint


def test_a_contact_card_in_a_box_is_a_contact() -> None:
    box = Box(BOXES["tip"], None, (ContactCard("ward", Location(LEAFLET, 50)),))
    assert messages("source/no-contact", a_leaflet(box, contacts=())) == []


@pytest.mark.parametrize(
    ("levels", "wrong"),
    [
        ([2, 3, 4, 2, 3], 0),
        ([3], 1),
        ([2, 4], 1),
        ([2, 4, 4], 1),
        ([2, 3, 2, 4], 1),
        ([], 0),
        ([4, 3, 2], 1),
    ],
)
def test_heading_levels(levels, wrong) -> None:
    leaflet = a_leaflet(*(a_heading(level, "Heading") for level in levels))
    assert len(messages("source/heading-level-skipped", leaflet)) == wrong


def test_headings_in_boxes_count() -> None:
    leaflet = a_leaflet(a_heading(2, "A"), Box(BOXES["tip"], None, (a_heading(4, "B"),)))
    assert messages("source/heading-level-skipped", leaflet) == ["A heading of level 4 follows level 2"]


@pytest.mark.parametrize("alt", [None, "", "  ", "\n"])
def test_no_alt(alt) -> None:
    assert lines("source/missing-alt", a_leaflet(a_figure(alt))) == [24]


@pytest.mark.parametrize("alt", ["knee.svg", "Knee", "KNEE.SVG", "IMG_1234.jpg", "picture", "Diagram.", " image "])
def test_alt_that_says_nothing(alt) -> None:
    assert messages("source/alt-is-file-name", a_leaflet(a_figure(alt)))


@pytest.mark.parametrize("alt", ["A knee", "Knee seen from the side", "Save the file as knee.svg"])
def test_alt_that_says_something(alt) -> None:
    assert messages("source/alt-is-file-name", a_leaflet(a_figure(alt))) == []


@pytest.mark.parametrize("problem", list(ImageProblem))
def test_every_problem_of_a_picture_is_found_by_one_check(problem) -> None:
    leaflet = a_leaflet(a_figure(), images=image(problem))
    found = [check for check in ("source/image-missing", "source/image-unsafe") if messages(check, leaflet)]
    assert len(found) == 1


def test_a_picture_nobody_looked_at_is_missing() -> None:
    leaflet = a_leaflet(a_figure(), images={})
    assert messages("source/image-missing", leaflet) == [f"The picture “{IMAGE}” is not there"]


def test_sentences_are_counted_with_their_facts() -> None:
    facts = {"risk": Risk(1, 1000)}
    eighteen = "word " * 18
    assert messages("source/sentence-too-long", a_leaflet(a_paragraph(eighteen, a_fact("risk"), "."), facts=facts))
    assert not messages(
        "source/sentence-too-long", a_leaflet(a_paragraph("word " * 17, a_fact("risk"), "."), facts=facts)
    )


def test_one_sentence_is_long_or_far_too_long_never_both() -> None:
    for words in range(15, 45):
        leaflet = a_leaflet(a_paragraph("word " * words))
        long, far = (bool(messages(f"source/sentence-{kind}", leaflet)) for kind in ("too-long", "far-too-long"))
        assert (long, far) == (20 < words <= 35, words > 35)


def test_lines_are_neither_one_sentence_nor_one_paragraph() -> None:
    items = [part for _ in range(5) for part in ("wash your hands before it", LineBreak())]
    doses = [part for _ in range(5) for part in ("Age 1–4 yrs. 5 mg.", LineBreak())]
    for check in ("source/sentence-too-long", "source/paragraph-too-long"):
        assert not messages(check, a_leaflet(a_paragraph(*items[:-1]), a_paragraph(*doses[:-1])))
    assert messages("source/sentence-too-long", a_leaflet(a_paragraph("You must ", *items[:-1])))


def test_sentences_in_lists_and_boxes_count() -> None:
    long = "word " * 21
    leaflet = a_leaflet(bullets(long), Box(BOXES["tip"], None, (a_paragraph(long),)), summary=text(long))
    assert len(messages("source/sentence-too-long", leaflet)) == 3


@pytest.mark.parametrize("mark", ["?", "؟", "？", "?**"])
def test_questions(mark) -> None:
    heading = a_heading(2, bold("Why", mark.strip("*"))) if "*" in mark else a_heading(2, "Why" + mark)
    assert messages("source/heading-is-question", a_leaflet(heading))


def test_titles_of_boxes_and_leaflets_are_headings() -> None:
    box = Box(BOXES["tip"], text("Why?"), ())
    assert len(messages("source/heading-is-question", a_leaflet(box, title=text("What now?")))) == 2


def test_ordered_lists_may_be_long() -> None:
    steps = replace(bullets(*"abcdefghij"), ordered=True)
    assert messages("source/list-too-long", a_leaflet(steps)) == []
    assert messages("source/list-too-long", a_leaflet(replace(steps, ordered=False))) == ["The list has 10 items"]


def test_an_empty_list_has_no_place_of_its_own() -> None:
    empty = replace(bullets(), items=(ListItem(()),) * 7)
    (finding,) = find("source/list-too-long").run(a_leaflet(empty))
    assert finding.fault.location.path == LEAFLET


def test_percentages_outside_risk_boxes_are_left_alone() -> None:
    facts = {"p": Percent(Decimal(75))}
    assert messages("source/percent-for-risk", a_leaflet(a_paragraph(a_fact("p")), facts=facts)) == []
    assert messages("source/percent-for-risk", a_leaflet(risks(a_fact("p")), facts=facts))


def test_denominators_are_compared_within_a_box() -> None:
    facts = {"a": Risk(1, 1000), "b": Risk(1, 500), "c": Risk(1, 100), "d": Number(Decimal(5))}
    one = risks(a_fact("a"), a_fact("d"), a_fact("a"))
    assert messages("source/risk-denominators-differ", a_leaflet(one, risks(a_fact("b")), facts=facts)) == []
    three = risks(a_fact("a"), a_fact("b"), a_fact("c"), a_fact("b"))
    assert len(messages("source/risk-denominators-differ", a_leaflet(three, facts=facts))) == 2


def test_a_risk_may_be_said_again_in_its_words() -> None:
    item = TermItem(text(a_fact("a")), (a_paragraph("The same as ", a_fact("b"), "."),))
    leaflet = a_leaflet(Box(BOXES["risks"], None, (TermList((item,)),)), facts={"a": Risk(2, 1000), "b": Risk(1, 500)})
    assert messages("source/risk-denominators-differ", leaflet) == []


@pytest.mark.parametrize(
    "words",
    [
        "6 hours",
        "(6)",
        "take 250mg",
        "-5",
        "1,000 people",
        "۶ گھنٹے",
        "و6",
        "禁食6小时",
        "6:30pm",
        "call 0800 000 0000",
        "½ 2",
    ],
)
def test_typed_numbers(words) -> None:
    assert messages("source/number-not-a-fact", a_leaflet(a_paragraph(words)))


@pytest.mark.parametrize(
    "words", ["COVID-19", "T12 and L1-L2", "https://example.org/5", "a@b5.example", "no number", "Ⅳ"]
)
def test_digits_in_names(words) -> None:
    assert messages("source/number-not-a-fact", a_leaflet(a_paragraph(words))) == []


def test_numbers_in_addresses_and_diagrams_are_left_alone() -> None:
    label = text("12", context="diagram label")
    figure = Figure(IMAGE, text("A knee"), None, (label,), Location(LEAFLET, 9))
    linked = a_paragraph(a_link("https://example.org/ipg12/7", "guidance"))
    assert messages("source/number-not-a-fact", a_leaflet(figure, linked)) == []


@pytest.mark.parametrize("words", ["here", "Click here", " More… ", "READ MORE »", ""])
def test_unclear_links(words) -> None:
    assert messages("source/link-text-unclear", a_leaflet(a_paragraph(a_link("https://example.org", words))))


def test_a_link_round_a_fact_or_an_address_is_clear() -> None:
    paragraph = a_paragraph(a_link("{web}", a_fact("web")), a_link("https://example.org", "https://example.org"))
    assert messages("source/link-text-unclear", a_leaflet(paragraph)) == []


@given(st.text(max_size=120))
def test_any_text_is_judged(words) -> None:
    leaflet = a_leaflet(
        a_heading(2, words), a_paragraph(words), bullets(words), a_figure(words), title=text(words), summary=text(words)
    )
    subjects: list[Leaflet] = [leaflet]
    assert "engine/check-crashed" not in [finding.check for finding in run(subjects)]


def test_a_huge_leaflet_is_judged_in_time() -> None:
    paragraphs = [a_paragraph("Word 1 e.g. " * 2000 + "(" * 5000 + "-a" * 5000) for _ in range(20)]
    assert "engine/check-crashed" not in [finding.check for finding in run([a_leaflet(*paragraphs)])]


def test_source_checks_are_about_sources() -> None:
    assert {check.area for check in CHECKS if check.subject.__module__ == "polyleaf.model.leaflet"} == {"source"}


def test_words_of_another_script_are_one_finding() -> None:
    subject = in_project(a_paragraph("Ask for العربية or 💊 or 𝐁𝐨"), letters=Letters(((0x20, 0x17F),)))
    told = [one.fault.message for one in run([subject]) if one.check == "source/sign-not-in-fonts"]
    assert len(told) == 4
    assert [one for one in told if "Arabic letters" in one] == [
        "No font of the leaflet has the Arabic letters ا ل ع ر and 3 more"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [("D\u043e n\u043et eat.", ["“Dо”"]), ("5 μg, ΔT, β-blocker, Ωm", []), ("вода wasser", []), ("воdа", ["“воdа”"])],
)
def test_a_letter_of_another_alphabet_in_a_word(text, words) -> None:
    told = [one.fault.message for one in find("source/look-alike-letter").run(a_leaflet(a_paragraph(text)))]
    assert [message.split(" in ")[1].split(" is ")[0] for message in told] == words


def test_signs_that_are_nothing_but_a_colour_are_told_whatever_the_fonts_have() -> None:
    subject = in_project(
        a_paragraph("🟢 go 🔴 stop ⚫ dot"), letters=Letters(((0x20, 0x17F), (0x26AB, 0x26AB), (0x1F7E2, 0x1F7E2)))
    )
    findings = list(find("source/sign-not-in-fonts").run(subject))
    assert [("🟢" in one.fault.message, "🔴" in one.fault.message) for one in findings] == [
        (True, False),
        (False, True),
    ]
    assert all("Say the colour in words" in one.fault.hint for one in findings)


def test_lines_of_an_address_are_no_long_sentence() -> None:
    address = "\\\n".join(["Maternity Assessment Unit, ask for the nurse"] * 8)
    assert messages("source/sentence-far-too-long", a_leaflet(a_paragraph(address))) == []
    going_on = "Come in " + "\\\n".join(["and ask for the nurse in charge"] * 8)
    assert len(messages("source/sentence-far-too-long", a_leaflet(a_paragraph(going_on)))) == 1


@pytest.mark.parametrize(
    "words",
    [
        "See Error! Reference source not found.",
        "Siehe Fehler! Verweisquelle konnte nicht gefunden werden.",
        "Dear «First_Name»",
        "Dear «Title» «Name»",
        "Ward: Click or tap here to enter text.",
        "Choose an item.",
    ],
)
def test_fields_of_word_that_nobody_filled_in_are_told(words) -> None:
    assert len(messages("source/skeleton-left", a_leaflet(a_paragraph(words)))) == 1


def test_words_in_quotation_marks_are_no_fields() -> None:
    assert messages("source/skeleton-left", a_leaflet(a_paragraph("Diga «sí» o «no», «Bétadine» también."))) == []
    for left in ("(insert picture here)", "Look: [image1.png]", "(add the map)"):
        assert messages("source/skeleton-left", a_leaflet(a_paragraph(left)))
    assert not messages(
        "source/skeleton-left", a_leaflet(a_paragraph("Put the photo (of you) in; (put it on a date)."))
    )


@pytest.mark.parametrize("word", ["\u0627\u062a\u0635\u0644", "\u06a9\u0627\u0644", "\u05d4\u05ea\u05e7"])
@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("01632 960 100", ""),
        ("(020) 7946 0123", ""),
        ("100 960 01632", "is typed from its last group"),
        ("0123 7946 20 44+", "is typed from its last group"),
        ("020 7946 0123", "may have been typed from its last group"),
        ("9200 12345", "would be printed with its groups in reverse order"),
    ],
)
def test_a_telephone_number_whose_end_is_unsure_is_told(word, number, told) -> None:
    subject = in_project(a_paragraph(f"{word} {number}."), direction=Direction.RTL)
    assert [told in message for message in messages("source/numbers-turned-round", subject)] == [True] * bool(told)
