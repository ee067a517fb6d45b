"""Ends of lines in what people paste from forms, addresses and PDF files: kept, or closed up, or told."""

import pytest
from tests.source.bodies import read as read_plainly

from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.block_texts import texts
from polyleaf.model.inline import Strong, Words
from polyleaf.model.leaflet import Table
from polyleaf.source.inline import parse_inline
from polyleaf.source.markdown import read_body
from polyleaf.source.source_words import source_words


def read(markdown, locale="en_GB"):
    log = FaultLog("leaflet.md")
    blocks = read_body(markdown, log, {}, lambda _image: (), source_words(locale))
    return [text.msgid for text in texts(blocks)], log.faults


def said(markdown):
    return read(markdown)[0]


CONTACTS = """\
Maternity Assessment Unit (24/7)
Tel: +44 (0)1632 960-777
Text phone (Minicom): 18001 01632 960 777
Relay UK: 18002
Premium: 0906 123 4567 (£1.55/min + your network's access charge)
Freephone 0800 123 4567*
Switchboard: (01632) 960000, bleep #6543
International: 0044-1632-960777
Website: example.org/maternity/planned%20caesarean_v2(final).pdf?lang=en
E: Maternity.Assessment-Unit_24h@example.org"""

FORM = """\
Date of operation: ……/……/20……
Arrive at: ...........................(time)
Ward: ____________
Blood group:____________Hb:________g/L
Name (please print) ......................................................
Allergies? Yes ☐ No ☐ (please tick)
Partner’s name:"""

POLISH = (
    "ul. Przykładowa Świętego Łazarza 14/16 m. 3, 31-530 Kraków\ntel. (12) 000 00 00 wew. 123\nkom. +48 600 000 000"
)

MAIL = """\
Regards,
Dr Tom Example | Consultant Haematologist
T: 01632 960 444 | M: 07700 900 555 | E: tom.example@example.org | W: www.example.org/haem
Bleep 4455 / Ext. 2210
Mon – Thurs 9-5, Fri 9-1"""


UNITS = """\
ED minors: 01632 960 222 (option 2)
Public Health (bats/foreign dogs): 0330 – example no. to follow
Dr. A. Vet (ex), RN, ENP 12/26 v3"""


TIPS = """\
Tip!! fork test: L3 drips slowly thru prongs; L4 sits in a mound
Fizzy? Let it go flat, then as above"""

HOURS = """\
тел. 02/555 01 00, вътр. 214; GSM 0888 555 010
пон.-пет. 8-14 ч., каб. 12, ет. 2
Следв. преглед: ..........г., ........ ч."""

DICTATED = """\
keep it switched on 22 hrs out of 24
charge it overnight the battery lasts 14 hours
don't let the canister get above the 300 ml line
shower: clamp tube, disconnect, max 15 mins"""

PAGE_OF_THE_WEB = """\
Home > Wards > Tissue Viability > Patient information
Tissue viability nurses and what they do for you, all week
https://example.org/sites/tvn/Documents/AllItems.aspx?id=%2Fsites
3 nurses"""


@pytest.mark.parametrize(
    "typed",
    [CONTACTS, FORM, POLISH, MAIL, UNITS, TIPS, HOURS, DICTATED, PAGE_OF_THE_WEB],
    ids=["contacts", "form", "polish", "mail", "units", "tips", "hours", "dictated", "web"],
)
def test_lines_of_forms_and_contacts_stay_lines_beside_a_long_one(typed):
    assert read(typed) == ([typed.replace("\n", "\\\n")], ())


def test_a_number_in_mid_sentence_ends_no_line():
    assert read("You must not eat for\n6 hours. You can drink water\nwith the tablets.")[0] == [
        "You must not eat for 6 hours. You can drink water with the tablets."
    ]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("You may eat for 5–\n10 days.", "You may eat for 5–10 days."),
        ("Call 01632-\n960100 now.", "Call 01632-960100 now."),
        ("Bring your MRT-\nBilder.", "Bring your MRT-Bilder."),
        ("Kranken\u00ad\nhaus", "Kranken\u00adhaus"),
        ("Eat and/\nor drink.", "Eat and/or drink."),
    ],
)
def test_what_was_parted_at_the_end_of_a_line_is_whole(typed, printed):
    assert read(typed) == ([printed], ())


@pytest.mark.parametrize(
    ("locale", "typed"),
    [("en_GB", "Pre-\nand post-natal care"), ("de", "Vor-\nund Nachsorge"), ("de", "Ein-\nbzw. Ausgang")],
)
def test_a_hyphen_before_and_stands_for_the_end_of_a_later_word(locale, typed):
    assert read(typed, locale) == ([typed.replace("\n", " ")], ())


def test_a_word_divided_at_the_end_of_a_line_is_told_where_it_stands():
    words, (gullet, ease) = read(
        "Text before.\n\nWe look at the lining of your oesoph-\nagus (gullet).\n\n- coeliac dis-\n  ease\n"
    )
    assert words[1:] == ["We look at the lining of your oesoph-agus (gullet).", "coeliac dis-ease"]
    assert [gullet.location.line, ease.location.line] == [3, 6]
    assert "oesoph-agus" in gullet.message
    assert "one piece" in gullet.hint


@pytest.mark.parametrize("end", ["\v", "\u2028", " \u2028 "])
def test_the_end_of_a_line_of_a_word_processor_ends_a_line(end):
    assert read(f"Ward 5{end}Level 2\n\n- one{end}and more\n") == (["Ward 5\\\nLevel 2", "one\\\nand more"], ())
    assert read(f"## Ward 5{end}Level 2") == (["Ward 5 Level 2"], ())


def test_steps_with_their_numbers_before_a_tab_are_a_list():
    log = FaultLog("leaflet.md")
    (steps,) = read_body("1\tChange\n2\tLie still\n3\tBreathe in for 20 s\n", log, {}, lambda _image: ())
    assert (steps.ordered, len(steps.items), log.faults) == (True, 3, ())


def test_a_name_behind_a_whole_sentence_begins_a_line():
    typed = f"Take it on the same day of each week{', every week' * 5}.\nMy day is: M / T / W (circle one)"
    assert read(typed) == ([typed.replace("\n", "\\\n")], ())


def test_a_line_that_ends_in_a_value_ends_where_others_are_longer():
    contacts = "Eye Casualty (Mon–Fri 8.30am–4.30pm, Sat 9-12): 01632 960 155\nOut of hours: ring the switchboard"
    stock = "Home enteral nurse 24/7: 0800 093 3672. Dietitians: extension 4417 (8–4)\nOrder by Wednesday for Friday"
    longer = "Always tell the pharmacist how old your baby is, what it weighs, and all that you take yourself, too."
    for typed in (contacts, stock):
        assert ("\\\n" in said(f"{typed}\n\n{longer}")[0], "\\\n" in said(typed)[0]) == (True, False)


def test_names_with_a_dash_begin_lines():
    typed = (
        "Warfarin – INR test within 24h (max. 72h) before; we can go ahead if the INR is low (yours: ____ on ____)\n"
        "Apixaban 2.5/5mg bd or dabigatran 110/150mg bd – miss the MORNING dose; take the evening one (≥4h after)\n"
        "Rivaroxaban 10/15/20 mg od – morning takers: delay by 4 hours; evening takers: as usual, no change at all"
    )
    assert said(typed)[0].count("\\\n") == 2


def test_ticks_and_crosses_with_a_tab_are_no_table():
    blocks, faults = read_plainly(
        "×\trub or press the eye\n×\tswim for 4 weeks\n\n✓\twatch TV\n✓\tread\n\nSafe?\tDrug\n✓\tcalpol\n✗\taspirin"
    )
    assert [fault.message for fault in faults] == []
    assert [text.msgid for text in texts(blocks)][:2] == [
        "× rub or press the eye\\\n× swim for 4 weeks",
        "✓ watch TV\\\n✓ read",
    ]
    assert isinstance(blocks[-1], Table)


@pytest.mark.parametrize("space", ["\u00a0", "\v", "\u2003 "])
def test_a_line_of_hard_spaces_alone_parts_paragraphs(space):
    assert said(f"Call us.\n{space}\nEx 1") == ["Call us.", "Ex 1"]


def test_two_pictures_on_one_line_stand_side_by_side():
    blocks, faults = read_plainly('![Wrong](images/a.JPG) ![Right](images/b.JPG "Now")\n![Third](images/c.JPG)\n')
    pair, third = blocks
    assert (pair.kind.name, [figure.image for figure in pair.blocks]) == ("pictures", ["images/a.JPG", "images/b.JPG"])
    assert (pair.blocks[1].caption.msgid, third.image, faults) == ("Now", "images/c.JPG", ())
    boxed, faults = read_plainly(":::{pictures}\n![Wrong](images/a.JPG)\t![Right](images/b.JPG)\n:::\n")
    assert (len(boxed), len(boxed[0].blocks), faults) == (1, 2, ())


def test_slanted_words_behind_an_empty_line_are_a_caption_and_a_sentence_is_none():
    (figure,), _ = read_plainly('![A seat](a.png)\n\n_Raised seat (2", 4")_\n')
    assert (figure.caption.msgid, figure.caption.location.line) == ('Raised seat (2", 4")', 3)
    blocks, _ = read_plainly("![A seat](a.png)\n\n_Call us if you are worried._\n")
    assert blocks[0].caption is None
    assert len(blocks) == 2


def test_lines_that_say_what_something_stands_for_are_lines_and_boxes_stay_beside_their_words():
    assert said("neg + neg + neg = clear\nany pos = side room, all the time that you are on the ward") == [
        "neg + neg + neg = clear\\\nany pos = side room, all the time that you are on the ward"
    ]
    waters = (
        "Waters\nclear = call (come within 4 hrs)\ngreen/brown/bloody = come at once\nunsure? pad on, 30–60mins, call"
    )
    assert said(waters) == [waters.replace("\n", "\\\n")]
    assert said("No sound?\n* on?\n* wash mould (NOT the aid)\nWhistling?\n* mould not right in")[2:4] == [
        "wash mould (NOT the aid)",
        "Whistling?",
    ]
    assert said("I am a carrier of: □ KPC ❏ OXA-48")[0] == "I am a carrier of: ☐ KPC ☐ OXA-48"
    assert said("Press the □ on the screen.")[0] == "Press the □ on the screen."


def test_room_on_both_sides_of_a_unit_is_no_stress():
    assert parse_inline("Le __/__/____ à __h__, __kg__ et __gras__") == (
        Words("Le __/__/____ à __h__, __kg__ et "),
        Strong((Words("gras"),)),
    )


def test_labels_below_each_other_and_lines_with_room_left_are_lines():
    times = "Am Tag\n05:00–06:00 h: 2. Beutel (500ml), dann nochmals 1 L trinken\n2 Std. vorher: nichts mehr trinken"
    where = "Tfno.: 91 000 00 00, ext. 1.234 // WhatsApp: +34 600 000 000\nC/ Ejemplo, 3, 2º B\nL-V de 8 a 15 h"
    for typed in (times, where):
        assert said(typed) == [typed.replace("\n", "\\\n")]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("It takes a picture every second for 8 -\n12 hours, and that is a lot.", "for 8 - 12 hours"),
        ("Take 5 mg –\n10 mg of it at night.", "5 mg – 10 mg"),
        ("You may eat after 4 hours (a snack, e.g.\nsandwich)\nCome back after 8 hours", "e.g. sandwich)\\\nCome"),
    ],
)
def test_a_range_and_what_stands_in_brackets_go_on(typed, printed):
    assert printed in said(typed)[0]


@pytest.mark.parametrize("typed", ["=" * 20, "~+~+~+", r"\\server\share\leaflet.docx"])
def test_rules_made_of_signs_and_places_of_files_are_told(typed):
    assert len(read(typed)[1]) == 1


def test_a_line_that_may_be_of_the_last_item_or_of_all_is_told():
    assert [one.location.line for one in read("Do not:\n\n- drive\n- drink alcohol\nfor 24 hours.")[1]] == [5]
    long = "- The capsule can get stuck in your bowel, which is rare and"
    for typed in (
        f"{long}\n{long}\nneeds a doctor.",
        "- drive\n- drink\n  for 24 hours",
        "- drink\nor drive",
        "- a,\n- b,\nc",
    ):
        assert not read(typed)[1]


def test_an_arrow_is_no_mark_of_html():
    assert not read("Home --> clinic --> ward")[1]


def test_a_number_alone_in_mid_paragraph_is_told():
    assert [fault.location.line for fault in read("You must not eat\n3\nfor 6 hours before.")[1]] == [2]
    assert not read("Mark your pain:\n\n1\n2\n3")[1]


@pytest.mark.parametrize(
    "typed", ["It has__three__stages", "__Pain__score", "#DIV/0!", "Sum #N/A", "=SUM(B2:B9)", "#####"]
)
def test_what_a_sheet_or_a_slip_leaves_is_told(typed):
    assert len(read(typed)[1]) == 1


@pytest.mark.parametrize(
    "typed", ["day__month__year__", "at __h__ min", "#1 in the list, item #2?", "a = b (c)", "5 mm: ++\n7 mm: +++"]
)
def test_what_only_looks_like_it_is_not(typed):
    assert not read(typed)[1]


@pytest.mark.parametrize(
    ("typed", "locale"),
    [
        ("Age (h) / treat at / exchange at\n24 / 200 / 350\n48 / 300 / 450", "en_GB"),
        ("drink 3 L/day, sieve urine x 1/52\npink urine 24-48 hrs = normal\ntamsulosin 400mcg od 4/52", "en_GB"),
        ("take the lid off\nlook up at the ceiling and hold on\nsqueeze one drop in, wait 1 min", "en_GB"),
        ("How to do it\n1/ Bath them\n2/ Pat dry\n3/ Steroid, then wait 30 min", "en_GB"),
        (
            "Ca 1,000–1,200 mg a day = 3–4 portions (200 ml milk = 240 mg; 30 g cheese = 200)\nVit D 800 IU\n(20 mcg)",
            "en_GB",
        ),
        ("07:30\tarrive\n09:00 – 12:00\toperation (30 min)\nfrom 12:30\ttoast", "en_GB"),
        ("Godz. przyjęć: 8.00-14.30; wt., czw. 11.00-18.00\nul. Płocka 26 lok. 3a, 01-138 W-wa", "pl"),
        ("هاتف: 12\nالبريد: dialysis@example.org — الموقع: www.example.org/ar/dialysis\nالأحد–الخميس 8:00", "ar"),
    ],
)
def test_rows_items_addresses_and_places_keep_their_lines(typed, locale):
    assert read(typed, locale)[0] == [typed.replace("\t", " ").replace("\n", "\\\n")]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("1.1 What it is\n1.1.1 Detail\n1.2 Why", "1.1 What it is\\\n1.1.1 Detail\\\n1.2 Why"),
        ("It costs £\n5 or so", "It costs £ 5 or so"),
        ("The risk is (0.1\n%) or so", "The risk is (0.1 %) or so"),
    ],
)
def test_sections_begin_lines_and_signs_neither_begin_nor_end_them(typed, printed):
    assert said(typed) == [printed]


def test_a_tab_between_two_words_is_told():
    assert [one.location.line for one in read("Patient information\tVersion 2")[1]] == [1]
    assert not read("Tel:\t0161 496 0000")[1]


def test_the_end_of_a_sentence_behind_a_number_begins_no_line():
    typed = "Drink it all: 2 sachets between 6 pm and 8\npm. Stop all fluids 10 hours before the test, and do not eat."
    assert said(typed) == [typed.replace("\n", " ")]


def test_wrapped_prose_in_small_letters_goes_on():
    lines = (
        "and then you can eat and drink as you like again, but",
        "no alcohol for a day or two, and no driving either, as",
    )
    typed = "\n".join((*lines, "said"))
    assert said(typed) == [typed.replace("\n", " ")]


@pytest.mark.parametrize(
    "typed",
    ["Weight:      kg", "Dose:      MBq", "BP:      /      mmHg", "Name:            Date:", "Use     /     2026"],
)
def test_blanks_to_write_in_are_told(typed):
    assert "room to write" in read(typed)[1][0].message


@pytest.mark.parametrize("typed", ["Tel:     12345    Fax:     99", "Name: ____   Date:", "Dose:    5 kg"])
def test_blanks_before_words_are_none(typed):
    assert not read(typed)[1]


@pytest.mark.parametrize(
    "typed",
    [
        "Bleeding?\nPress with 2 fingers x 10 mins\n   if still bleeding: press on\n   DO NOT use a tourniquet",
        "Take the cap off\n  (it may be stiff)\n  and shake",
        "Vaccine\nDoses\nTyphoid Vi\n1\n3 years\nYellow fever\n1 (10 days before)\nlife",
    ],
)
def test_lines_that_were_moved_in_and_cells_one_a_line_keep_their_lines(typed):
    assert said(typed)[0].count("\\\n") == typed.count("\n")


@pytest.mark.parametrize(
    "typed",
    [
        "Note: you must not eat or drink anything at all for a time of\n  six hours before you come to the ward.",
        "Take one tablet at\nnight. Drink water\nand eat. Then lie\ndown on your left\nside for an hour.",
    ],
)
def test_a_hanging_indent_and_a_narrow_column_go_on(typed):
    assert "\\\n" not in said(typed)[0]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("10<sup>9</sup>/L", "10⁹/L"),
        ("SpO<sub>2</sub> and Ca<sup>2+</sup>", "SpO₂ and Ca²⁺"),
        ("x<sup>-1</sup>", "x⁻¹"),
        ("the 1<sup>st</sup> day", "the 1st day"),
    ],
)
def test_raised_and_lowered_figures_of_web_pages_are_printed(typed, printed):
    assert read(typed) == ([printed], ())


CLINIC = (
    "Poradnia Neurologiczna dla Dzieci\nul. Przykładowa 5/7, bud. B, I p., pok. 112\n00-001 Warszawa\n"
    "tel./fax 22 000 00 00 w. 12–14\npn., śr., pt. 8:00–14:30; wt. i czw. 11:30–18:00"
)


@pytest.mark.parametrize(
    ("typed", "locale"),
    [
        (
            "Getting worse\n wheeze, tight chest or cough at night\n reliever > 3 ×/week\n PEF 50–75 %\nWHAT TO DO",
            "en_GB",
        ),
        ("WHAT TO DO:\n1st\t4 × preventer\n2nd\tPrednisolone, each morning × 5 d\n3rd\tGP within 24 hrs", "en_GB"),
        (CLINIC, "pl"),
        ("Пропустили дозу?\nа) до 24 ч. – примите сразу же,\nб) после – не удваивайте!", "ru"),
        ("Тел.: 8 (495) 000-00-00\nПриём: пн.–чт. с 8.30 до 15.00\nг. Москва, ул. Примерная, д. 5", "ru"),
    ],
)
def test_rows_and_lines_of_contacts_in_small_letters_keep_their_lines(typed, locale):
    assert read(typed, locale)[0][0].count("\\\n") == typed.count("\n")


def test_an_abbreviation_in_wrapped_prose_begins_no_line():
    typed = (
        "Bitte rufen Sie uns an, wenn Sie Blutverdünner oder andere Medikamente\n"
        "bzw. Aspirin 100 mg nehmen oder eine Allergie haben: 0163 296 01 00,\n"
        "ggf. auch am Wochenende, und zwar zwischen acht und zwölf Uhr am Vormittag."
    )
    assert said(typed)[0].count("\\\n") == 0


@pytest.mark.parametrize("typed", ["Name:\t\t\tDOB:\t\tNHS No.:", "Name:\tDate of birth:\t"])
def test_tabs_to_write_in_are_told(typed):
    assert "room to write" in read(typed)[1][0].message


def test_marks_alone_above_their_words_are_items():
    typed = (
        "Stop:\n\n•\nCetirizine: 5 days\n•\nAmitriptyline: ask us first; do\nnot stop it yourself\n\n1.\nWash\n2.\nDry"
    )
    _, bullets, numbers = read_plainly(typed)[0]
    assert [item.blocks[0].text.msgid for item in bullets.items] == [
        "Cetirizine: 5 days",
        "Amitriptyline: ask us first; do not stop it yourself",
    ]
    assert [item.blocks[0].text.msgid for item in numbers.items] == ["Wash", "Dry"]
    assert said("Dose:\n-\nNone") != []
    assert said("1.\nWash\n5.\nDry")[0] != "Wash"


def test_a_minus_in_a_cell_is_no_dash_behind_a_name():
    (table,), faults = read_plainly("МНО\tЧто делать\n< 1,5\t+ 10 % дозы\n3,1–4,0\t– 5–10 %\n> 4,5\tпропустить")
    assert (len(table.rows), faults) == (3, ())


@pytest.mark.parametrize(
    "typed",
    [
        "Food,Serving,FODMAP,OK?\nApple,1/2 (75g),High,No\nBanana (ripe),1/3,Low,Yes\nOats,1/2 cup (52g),Low,Yes",
        "Lebensmittel;Menge;Punkte\nApfel;1,5 Stück;2\nBrot;2 Scheiben;4",
        "Haben Sie …\tja\tnein\n… einen Herzschrittmacher?\t☐\t☐\n… eine Allergie? Welche: ______\t☐\t☐",
    ],
)
def test_rows_as_a_sheet_writes_them_and_questions_with_boxes_are_tables(typed):
    (table,), faults = read_plainly(typed)
    assert (len(table.rows), faults) == (typed.count("\n"), ())


@pytest.mark.parametrize(
    "typed", ["Bring glasses,hearing aids,money\nand a coat,a hat,a scarf too", "检查a,b,c\n检查d,e,f\n检查g,h,i"]
)
def test_commas_that_somebody_typed_without_a_space_make_no_table(typed):
    (paragraph,), faults = read_plainly(typed)
    assert not isinstance(paragraph, Table)
    assert faults == ()


def test_short_lines_with_room_are_lines_and_what_is_of_programs_is_told():
    typed = "DO\nwear the shield at night x 7\nwash hair leaning BACK\nDON’T\nrub\nswim x 4/52\nlift >10kg x 2/52"
    assert said(typed) == [typed.replace("\n", "\\\n")]
    assert read("Don’t:\nget it wet\npress the button\nDon't:\nDrop it")[1] == ()
    assert len(read("**Cataract surgery - patient info v7 FINAL (2).docx**")[1]) == 1
    assert read("See www.example.org/leaflet.pdf")[1] == ()


def test_a_sign_above_a_list_belongs_to_no_item_and_more_than_a_day_is_no_quotation():
    blocks, faults = read_plainly(
        "◎ 검사 3일 전\n - 김치 금지\n - 잡곡\n◎ 검사 1일 전\n - 금식\n - 물\n\n> J45 : sans charge\n> J90 : 1 kg"
    )
    assert [type(block).__name__ for block in blocks] == [
        "Paragraph",
        "ListBlock",
        "Paragraph",
        "ListBlock",
        "Paragraph",
    ]
    assert (blocks[-1].text.msgid.startswith("> J45"), faults) == (True, ())


@pytest.mark.parametrize(
    "typed",
    [
        (
            "Prophylaxis 40 mg = 0.4 mL ONCE daily\n"
            "Treatment 1.5 mg/kg once daily, or 1 mg/kg TWICE daily (12-hourly)\n"
            "Renal (CrCl <30): 20 mg / 1 mg/kg od"
        ),
        (
            "GO TO HOSPITAL NOW IF\n"
            "co giật > 5 phút\nthở nhanh: ≥60 l/ph (<2 th), ≥50 l/ph (2-11 th), ≥40 l/ph (1-5 t)\n"
            "li bì, bỏ bú"
        ),
    ],
)
def test_doses_below_each_other_and_items_below_capitals_keep_their_lines(typed):
    assert said(typed) == [typed.replace("\n", "\\\n")]


def test_a_heading_in_capitals_above_wrapped_prose_leaves_it_whole():
    typed = (
        "YOUR OPERATION\nyou will be asked to come to the ward on the day before\noperation and to bring your tablets"
    )
    assert said(typed)[0].count("\\\n") <= 1


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Dose: [        ] mg at [   ] am/pm until [  /  /  ]", "Dose: ____ mg at ____ am/pm until __/__/__"),
        ("Pain [   ] yes [   ] no", "Pain ☐ yes ☐ no"),
    ],
)
def test_brackets_around_room_are_lines_to_write_on(typed, printed):
    (paragraph,), _ = read_plainly(typed)
    assert "".join(one.text for one in paragraph.text.inlines if isinstance(one, Words)) == printed


def test_a_number_behind_a_bullet_keeps_its_point():
    (block,), faults = read_plainly("- 1. – 3. den: klid\n- 4. – 14. den: práce\n- od 15. dne: auto")
    assert [item.blocks[0].text.msgid for item in block.items][:2] == ["1. – 3. den: klid", "4. – 14. den: práce"]
    assert faults == ()


@pytest.mark.parametrize(
    "typed",
    [
        "Follow-up\n6/12: test of cure\nif neg → 3 yrs\nif pos → back to us",
        (
            "ยา\nพาราเซตามอล 500 มก. 1-2 เม็ด ทุก 4-6 ชม. (ไม่เกิน 8 เม็ด/วัน)\n"
            "ไอบูโพรเฟน 400 มก. 1 เม็ด วันละ 3 ครั้ง หลังอาหาร\nอะม็อกซีซิลลิน 500 มก. 1 เม็ด วันละ 3 ครั้ง 5 วัน"
        ),
    ],
)
def test_what_leads_to_what_and_doses_without_capitals_keep_their_lines(typed):
    assert said(typed) == [typed.replace("\n", "\\\n")]


@pytest.mark.parametrize("typed", ["=== Before ===", "'''Do not''' come in."])
def test_marks_of_a_wiki_are_told(typed):
    assert len(read(typed)[1]) == 1


def test_lines_half_as_long_as_others_of_the_leaflet_were_wrapped_by_nobody():
    short = "Üre nefes testi için\nantibiyotik 4 hafta\nPPI (Lansor vb.) 2 hafta\nantiasit 1 gün önce kesilir."
    wrapped = "You must not eat for\n6 hours. You can drink\nwater with the tablets,\nbut no milk."
    longer = "Always tell the pharmacist how old your baby is, what it weighs, and all that you take."
    assert said(f"{short}\n\n{longer}")[0] == short.replace("\n", "\\\n")
    assert said(wrapped)[0] == wrapped.replace("\n", " ")


@pytest.mark.parametrize(
    "typed",
    [
        'Signs: blue/grey; RR >60; recession ++; pauses >20 s\n999 - say "baby on home oxygen"\nCNT: 07700 900 333',
        "Reinigung\ntgl.: Maske m. lauwarmem Wasser\nwö.: Schlauch, Wasserkammer (1 EL Essig auf ½ l)\nmtl.: Filter",
        "Pendant\n500 mg en 15 min / 1000 mg en 30 min, ds 100 à 250 mL de NaCl 0,9 %\nsurveillance TA/FC : T0, T15",
    ],
)
def test_numbers_to_call_and_names_in_small_letters_begin_lines(typed):
    assert said(typed) == [typed.replace("\n", "\\\n")]


def test_signs_above_items_and_signs_for_good_and_bad_are_no_bullets():
    typed = "◆飲み忘れ\n・当日中：すぐ\n・翌日：とばす\n◆食べ物\n×納豆\n○ほうれん草"
    assert said(typed) == ["◆飲み忘れ", "当日中：すぐ", "翌日：とばす", "◆食べ物\\\n×納豆\\\n○ほうれん草"]
    assert said("○ one\n○ two") == ["one", "two"]
    assert said("◆ one\n◆ two") == ["one", "two"]


def test_or_is_no_bullet_where_it_is_written_with_one_letter():
    assert any("o dos" in text for text in read("• uno\n    o dos\n    o tres", "es")[0])


def test_items_without_words_are_told_once_with_lines_to_write_on():
    (fault,) = read("1.\n2.\n3.\n")[1]
    assert (fault.location.line, "____" in fault.hint) == (1, True)


def test_a_row_of_bars_that_names_no_columns_is_told():
    (fault,) = read("Mum|calls|at 5\nDad|calls|at 6|or later\nSon|calls|at 7|")[1]
    assert (fault.location.line, "|---|---|" in fault.hint) == (1, True)


NARROW = """\
The shoulder stays in the sling you were given
for three weeks at least (six if you are under
25). Take it off often and move your elbow and
your wrist. You may drive again after: usually
6 weeks."""


def test_a_number_in_prose_that_was_wrapped_to_a_narrow_column_begins_no_line():
    assert said(NARROW) == [NARROW.replace("\n", " ")]


def test_a_postcode_sign_begins_a_line():
    assert (
        "\\\n〒"
        in read("受付：月〜金 8:30〜11:00（土・日・祝は休み）\n〒000-0000　東京都１－２－３　病院本館", "ja")[0][0]
    )


def test_a_sign_alone_above_other_lines_is_no_bullet():
    assert read("■準備\n・袋\n・水\n\n■方法\n①　捨てます。\n②　集めます。", "ja")[0][3].startswith("■方法\\\n①")


def test_a_heading_may_have_its_own_name_behind_it_as_other_programs_write_it():
    assert read("## **Before you come** {#before-you-come}") == (["**Before you come**"], ())


@pytest.mark.parametrize(
    "typed",
    [
        "Sleep. %% ask J about the dose %%",
        "Get up at 7 ^rise",
        "h2. Before you come",
        "See [ECTAS|https://www.example.org/ectas]",
        "Less than 2\\,g a day",
        "A cup holds 150~ml",
        "Gain $< 1$ kg",
    ],
)
def test_what_other_programs_mean_by_signs_is_told(typed):
    assert len(read(typed)[1]) == 1


def test_lines_that_each_begin_with_another_word_in_capitals_are_lines():
    typed = "YES ✔ rice, maize, potatoes, plain meat, fish and eggs, milk\nNO ✘ wheat, barley, rye\nASK oats (50 g)"
    assert said(typed) == [typed.replace("\n", "\\\n")]
    prose = (
        "The scan is in the hospital on the hill, and it takes an hour, as an\n"
        "MRI does. Then all is read by the team of the department, which is the\nMRI team"
    )
    assert "\\" not in said(prose)[0]


def test_a_lone_ordinal_before_a_small_letter_begins_no_list():
    assert said("1. héten 2-3x, majd 4 hetente 1x vérvétel.")[0].startswith("1. héten")
    assert said("1. sit\n\nRest.\n\n2. stand")[0] == "sit"


STEPS = "Step 2 (moderate 4–6)\nadd ibuprofen 400mg x3/day\nadd dihydrocodeine 30mg 6-hourly, max. 240mg/24h"
DOSES = "باراسيتامول 15 ملغ/كغ كل 4–6 ساعات (4 جرعات/24 ساعة كحد أقصى)\nإيبوبروفين 10 ملغ/كغ كل 6–8 ساعات (بعد 6 أشهر)"


@pytest.mark.parametrize(("typed", "locale"), [(STEPS, "en_GB"), (DOSES, "ar")])
def test_lines_that_begin_alike_or_are_of_one_form_are_lines(typed, locale):
    (words,), faults = read(typed, locale)
    assert words.replace("\\\n", "\n").replace("\\", "") == typed
    assert not faults


def test_prose_that_happens_to_begin_two_lines_alike_is_prose():
    prose = (
        "You can go home when you feel well and when somebody can fetch you, and then\n"
        "you should rest for the whole day, and drink as much as you like of water so that\n"
        "you are not thirsty."
    )
    assert said(prose) == [" ".join(prose.split("\n"))]
