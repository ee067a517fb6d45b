"""Columns made with spaces or bars, lists of Word by their bullets, and what stays when pages are pasted."""

import time

import pytest
from tests.source.bodies import cells, read

from polyleaf.checks.samples.leaflet import a_heading, a_leaflet, a_paragraph
from polyleaf.checks.source.look_alike_letter import look_alike_letter
from polyleaf.checks.source.mail_left import mail_left
from polyleaf.checks.source.pages_of_another import pages_of_another
from polyleaf.model.inline import LineBreak, Words
from polyleaf.model.leaflet import ListBlock, Paragraph, Table

HARD = "\u00a0"


def outline(block):
    """The items of a list, each with those below it."""
    return [
        (item.blocks[0].text.msgid, *(outline(one) for one in item.blocks[1:] if isinstance(one, ListBlock)))
        for item in block.items
    ]


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        (
            "BP (mmHg)        What to do\nBelow 90/60      Ring us\n135/85 or more   Rest.  Then measure again\n",
            [["BP (mmHg)", "What to do"], ["Below 90/60", "Ring us"], ["135/85 or more", "Rest. Then measure again"]],
        ),
        (
            "Who    Distance  How long\n\nWife   sleep up  9 days\nSon    –         not on\nCat    1 m       ask\n",
            [
                ["Who", "Distance", "How long"],
                ["Wife", "sleep up", "9 days"],
                ["Son", "–", "not on"],
                ["Cat", "1 m", "ask"],
            ],
        ),
        (
            f'Item{HARD * 9}Distance\nPhone{HARD * 4}15 cm (6")\nWelder{HARD * 5}not allowed\nHob{HARD * 4}ask us',
            [["Item", "Distance"], ["Phone", '15 cm (6")'], ["Welder", "not allowed"], ["Hob", "ask us"]],
        ),
        (
            "     Morning        Evening\nDay  1st    2nd     1st    2nd\n1    __/___ __/___  __/___ __/___\n",
            [
                ["Day", "Morning 1st", "Morning 2nd", "Evening 1st", "Evening 2nd"],
                ["1", "__/___", "__/___", "__/___", "__/___"],
            ],
        ),
        (
            "Clinic        Where     Phone\nDay Surgery   Level 0   960 142\nTransport               960 143\n",
            [["Clinic", "Where", "Phone"], ["Day Surgery", "Level 0", "960 142"], ["Transport", "", "960 143"]],
        ),
        (
            "         | Baseline | 3/12\n-------- | -------- | ----\nHR (60)  | ✓        | ✓\n",
            [["", "Baseline", "3/12"], ["HR (60)", "✓", "✓"]],
        ),
        (
            "Tijd|Plas (ml)|Verlies (g)\n06-12u||\n12-18u||",
            [["Tijd", "Plas (ml)", "Verlies (g)"], ["06-12u", "", ""], ["12-18u", "", ""]],
        ),
        (
            "Reps| Mon |Tue| Wed\nWeek 1|||\nWeek 2|||",
            [["Reps", "Mon", "Tue", "Wed"], ["Week 1", "", "", ""], ["Week 2", "", "", ""]],
        ),
        (
            "                 Yes   No\nPacemaker        [ ]   [ ]\nMetal            [ ]   [ ]\n",
            [["", "Yes", "No"], ["Pacemaker", "[ ]", "[ ]"], ["Metal", "[ ]", "[ ]"]],
        ),
        (
            "Drug | How much | How long\nColchicine | 500 micrograms | 7–10 d\nNaproxen | 750 mg | till 48 h after\n",
            [
                ["Drug", "How much", "How long"],
                ["Colchicine", "500 micrograms", "7–10 d"],
                ["Naproxen", "750 mg", "till 48 h after"],
            ],
        ),
        (
            "| Drug | Dose |\n| Aspirin | 75 mg |\n| Ramipril | 5 mg |\n",
            [["Drug", "Dose"], ["Aspirin", "75 mg"], ["Ramipril", "5 mg"]],
        ),
        (
            "DAILY\t8am\t12\t4pm\nTube cleaned\t☐\t☐\t☐\nStoma\t☐\t\t☐\nTapes\t\t\t☐\n",
            [
                ["DAILY", "8am", "12", "4pm"],
                ["Tube cleaned", "☐", "☐", "☐"],
                ["Stoma", "☐", "", "☐"],
                ["Tapes", "", "", "☐"],
            ],
        ),
        (
            "Way\tPros\tCons\nSocks\tno cut\thot; for life\nSurgery\tknown\tGA; 2 weeks off\nNone\t–\tmay be worse\n",
            [
                ["Way", "Pros", "Cons"],
                ["Socks", "no cut", "hot; for life"],
                ["Surgery", "known", "GA; 2 weeks off"],
                ["None", "–", "may be worse"],
            ],
        ),
    ],
)
@pytest.mark.parametrize("above", ["", "- an item\n\n"])
def test_columns_are_a_table_where_the_first_line_surely_names_them(typed, rows, above):
    (*_, table), faults = read(above + typed)
    assert isinstance(table, Table)
    assert (cells(table), faults) == (rows, ())
    lines = (above + typed).split("\n")
    for row in table.rows:
        assert row[0].msgid.split()[0] in lines[row[0].location.line - 1]


@pytest.mark.parametrize(
    "typed",
    [
        "Day Surgery   Level 0   960 142\nTransport               960 143\nPhysio        Level 3   960 144",
        "Sit high        Cross your legs\nLie flat        Bend\n",
        "Age   When         Doses\n65    birthday     2\n50+   if immune-   1\n      suppressed\n",
        "Entrance:           Parking:\nHospital Road       Car park B\nNewtown NT1 1AA     £3 (2 hours)\n",
        "Stage    What\nFirst    See the nurse in\n         two weeks\nSecond   Come at once\n",  # a cell of two lines
        "DVT\t{clot}\nNumb patch\t5–10 %\nBurn\t1 %\n",  # a fact is a value, and names nothing
        "High (>150)\t\tLow (<50)\nLiver\t\tEggs\nPeas\t\tMilk",
    ],
)
def test_others_are_told_with_the_first_line_to_type(typed):
    blocks, (fault,) = read(typed)
    assert not any(isinstance(block, Table) for block in blocks)
    assert "|---|---|" in fault.hint
    assert f"| {typed.split()[0]}" in fault.hint


@pytest.mark.parametrize(
    "typed",
    [
        "It is here.  It is fine.  Go on\nwith this.  Then that.  Or not.",
        "Name: ____      Date: ____\nWard: ____      Bed: ____",
        "Name      Jane ____\n\nDate      ____",
        "Step One:   Undress\nStep Two:   Lie down",
        "ward@example.org|www.example.org|@ward",
    ],
)
def test_room_between_words_is_no_column(typed):
    blocks, faults = read(typed)
    assert (faults, [type(block) for block in blocks if not isinstance(block, Paragraph)]) == ((), [])


def test_time_grows_with_the_lines():
    start = time.process_time()
    read("a   b\n" * 4000)
    read("a   " * 20_000)
    read("| a | b\n" * 4000)
    assert time.process_time() - start < 8


@pytest.mark.parametrize(
    ("typed", "items"),
    [
        (f"{HARD}•{HARD * 4}form\n{HARD}•{HARD * 2}pills", [("form",), ("pills",)]),
        (f"{HARD * 3}1.{HARD}sit\n{HARD * 3}2.{HARD}stand", [("sit",), ("stand",)]),
        (
            "•\tPut it on\no\tears\no\tnails\n§\ta brush\n•\tLeave it",
            [("Put it on", [("ears",), ("nails", [("a brush",)])]), ("Leave it",)],
        ),
        ("\uf0b7\tPut it on\n\n\uf0a7\tears\n\n\uf0b7\tLeave it", [("Put it on", [("ears",)]), ("Leave it",)]),
        ("o\tears\no\tnails", [("ears",), ("nails",)]),
        (
            " • Put it on\n      o ears\n      o nails\n • Leave it",
            [("Put it on", [("ears",), ("nails",)]), ("Leave it",)],
        ),
    ],
)
def test_bullets_of_word_are_lists_at_their_levels(typed, items):
    (block,), faults = read(typed)
    assert (outline(block), faults) == (items, ())


def test_sections_with_numbers_are_lines():
    (block,), faults = read("3\tBefore\n3.1\tStop aspirin.\n3.2\tNo contrast\n4\tAfter\n")
    assert faults == ()
    assert [one.text for one in block.text.inlines if isinstance(one, Words)] == [
        "3 Before",
        "3.1 Stop aspirin.",
        "3.2 No contrast",
        "4 After",
    ]


def test_what_introduces_a_list_ends_the_one_above():
    blocks, faults = read("DO:\n* rest\n* drink\nDON’T:\n* drive\n* fly\n")
    assert faults == ()
    assert [type(block).__name__ for block in blocks] == ["Paragraph", "ListBlock", "Paragraph", "ListBlock"]


@pytest.mark.parametrize(
    "typed",
    [
        "Date ______ wrist ____ mid-forearm ____ elbow ____ upper arm ____\nDate ______ wrist ____ upper arm ____",
        "Repairs (no appointment): Mon, Wed & Fri 09.00–11.30; Tue/Thu 13.30–15.30\n☎ 01632 960 720",
        "You come to the clinic again after six weeks, and then every six months\n-> we take blood",
        "Blood tests at three, six and twelve months; then yearly, if all is well\nDEXA: at the start",
        "☎Dietitians: 01632 960 870 (ansaphone) ✉ dietitians@example.org\nCoeliac UK – join us",
    ],
)
def test_lines_to_fill_in_and_lines_with_a_sign_end_where_they_end(typed):
    (block,), _ = read(typed)
    assert sum(isinstance(one, LineBreak) for one in block.text.inlines) == 1


def test_a_place_on_a_computer_is_told_as_one():
    _, (fault,) = read("Printed at 14:35 File: H:\\ED\\Leaflets\\Head_v4.docx")
    assert "computer" in fault.message
    assert "Delete it" in fault.hint


@pytest.mark.parametrize(
    "said",
    [
        "Page 2 of 6",
        "Page 2",
        "- Seite 2 von 6 -",
        "© NHS Trust – Version 1.0 – Page 1 of 1",
        "Strona 2 z 6",
        "Page 2 sur 6",
        "صفحة 2 من 6",
        "第 2 页，共 6 页",
        "Continued overleaf",
        "P.T.O.",
        "(bitte wenden)",
        "T.S.V.P.",
        "… please turn over →",
        "Page | 1",
        "2 | P a g e",
        "Version 1.0 Page 1 of 2",
    ],
)
def test_numbers_of_pages_are_told(said):
    (found,) = pages_of_another.run(a_leaflet(a_paragraph(said)))
    assert "Delete it" in found.fault.hint


def test_numbers_alone_that_count_the_pages_are_told():
    typed = ("Take it.", "1", "Our leaflet on hips", "Rest.", "2", "Our leaflet on hips")
    told = [finding.fault.message for finding in pages_of_another.run(a_leaflet(*map(a_paragraph, typed)))]
    assert len([one for one in told if "alone on its line" in one]) == 2
    assert len([one for one in told if "head or foot" in one]) == 2
    assert not list(pages_of_another.run(a_leaflet(*map(a_paragraph, ("Mark your pain:", "1", "2", "3")))))
    assert list(pages_of_another.run(a_leaflet(a_paragraph("- 2 -"))))


@pytest.mark.parametrize(
    "said",
    [
        "Diabetic? See page 4.",
        "Metformin (siehe Seite 12), Insulin",
        "Voir page 3",
        "See page 4 for more.",
        "Please turn to page 3.",
        "Pain (see p. 4)",
        "See pages 2-3.",
        "Your exercises are on page 6 of this leaflet.",
        "This booklet has a table (see page 2).",
        "Zobacz str. 3.",
    ],
)
def test_words_that_send_to_a_page_of_this_leaflet_are_told(said):
    (found,) = pages_of_another.run(a_leaflet(a_paragraph(said)))
    assert "(#risks)" in found.fault.hint


def test_a_letter_among_digits_is_told():
    assert len(list(look_alike_letter.run(a_leaflet(a_paragraph("Ring 01632 960 8OO"))))) == 1
    assert not list(look_alike_letter.run(a_leaflet(a_paragraph("O2, H2O, CO2, SpO2, 5 L, 10OO7x"))))


@pytest.mark.parametrize(
    "said",
    [
        "On Tue, 3 Nov 2026 at 14:02, Ann Jones <ann@example.org> wrote:",
        "From: Ann Jones <ann@example.org>\\\nTo: us",
        "Betreff: AW: Merkblatt",
        "-----Original Message-----",
        "--\\\nAnn Jones",
        "Hi Sue, can you make this into one of your leaflets pls? Thx, M",
        "Sent from my iPhone",
    ],
)
def test_what_is_left_of_mails_is_told(said):
    assert len(list(mail_left.run(a_leaflet(a_paragraph(said))))) == 1


@pytest.mark.parametrize(
    "said", ["Mail: <ann@example.org>", "Tel.: 12\\\nE-mail: ann@example.org", "Note: re-do it", "____"]
)
def test_contacts_are_no_mails(said):
    assert not list(mail_left.run(a_leaflet(a_paragraph(said))))


@pytest.mark.parametrize(
    "said",
    [
        "Read page 2 of 6 first.",
        "See page 4 of your diary",
        "Your red book has a chart (see page 40).",
        "Read “Living with pain”, see page 12.",
        "Fill in the consent form. Turn to page 3.",
        "Im Mutterpass (siehe Seite 7) steht es.",
        "See s. 3",
        "Take 2 on page 2 of 6",
        "Your diary – page 2",
        "Lie on your left side 2 times",
        "Side 2",
        "Pages 2 to 5",
        "Stage 2 of 6",
        "See over for the map.",
        "Take 2/3 of it",
        "Pain ........ 2",
    ],
)
def test_other_numbers_are_not(said):
    assert not list(pages_of_another.run(a_leaflet(a_paragraph(said))))


def test_heads_feet_and_contents_of_another_document_are_told():
    foot = "Patient information – Hernia – v1.0"
    typed = ("Page 1 of 2", foot, "Checks ....... 4", "Page 2 of 2", foot, "The end of it")
    leaflet = a_leaflet(a_heading(2, "2. CHECKS"), *map(a_paragraph, typed))
    told = [finding.fault.message for finding in pages_of_another.run(leaflet)]
    assert len([one for one in told if "head or foot" in one]) == 2
    assert len([one for one in told if "number of a page" in one]) == 2
    assert len([one for one in told if "leads to a page" in one]) == 1
    (contents,), _ = read("What is it?\t1\nChecks\t1\nRisks\t2")
    (found,) = pages_of_another.run(a_leaflet(contents, a_heading(2, "Checks"), a_heading(2, "Risks")))
    assert "What is it?" in found.fault.message
    assert not list(pages_of_another.run(a_leaflet(contents)))


@pytest.mark.parametrize(
    ("typed", "ends"),
    [
        ("bark like a seal\nnoise breathing in\nhoarse voice", 2),
        ("DON’T ✘\ndon’t crash-diet\ndon’t take ibuprofen or diclofenac; paracetamol is fine\ndon’t double", 3),
        ("The doctor will talk to you\nabout your operation and\nwhat happens afterwards.", 0),
    ],
)
def test_items_in_small_letters_are_lines(typed, ends):
    (block,), _ = read(typed)
    assert sum(isinstance(one, LineBreak) for one in block.text.inlines) == ends


def test_headings_closed_by_signs_have_none_in_their_words():
    blocks, _ = read("###What is it?###\n\n## Signs ##\n\n## Bed #2\n")
    assert [block.text.msgid for block in blocks] == ["What is it?", "Signs", "Bed #2"]


def test_a_drawn_table_is_a_table():
    frame = "+-------+----------+\n"
    (table,), faults = read(f"{frame}| Mild  | Severe   |\n{frame}| Cough | No voice |\n| Home  | Hospital |\n{frame}")
    assert (cells(table), faults) == ([["Mild", "Severe"], ["Cough", "No voice"], ["Home", "Hospital"]], ())
    assert [row[0].location.line for row in table.rows] == [4, 5]
    _, (fault, *_) = read(f"{frame}| Mild | Severe |\n{frame}| Cough | No voice |\n{frame}| Home | Hospital |\n{frame}")
    assert "drawn table" in fault.message


def test_an_empty_table_to_fill_in_is_one():
    (table,), faults = read("Week\tGrip (kg)\tPain /10\n1\t\t\n2\t\t\n")
    assert (cells(table)[1:], faults) == ([["1", "", ""], ["2", "", ""]], ())


def test_a_power_with_a_caret_is_told():
    _, (fault,) = read("Less than 1.0 × 10^9/l")
    assert "⁹" in fault.hint


def test_pieces_with_labels_beside_each_other_are_lines():
    (block,), faults = read("DRIVE: 24–48 hours\tFLY: 4 weeks (long: 12)\tSWIM: 2 weeks\n")
    assert faults == ()
    assert sum(isinstance(one, LineBreak) for one in block.text.inlines) == 2
    for other in ("Name: ____\tDate: ____\n", "Mon 8:30\tTue 9:30\tWed 9:30\n"):
        (block,), _ = read(other)
        assert not any(isinstance(one, LineBreak) for one in block.text.inlines)


def test_columns_with_names_and_nothing_below_them_are_told():
    _, (fault,) = read("Day      FBG    B+1    Insulin\nMon\nTue\n")
    assert (fault.location.line, "| Day | FBG |" in fault.hint) == (1, True)
    assert not read("Tel: 1     Fax: 2    Mob: 3\nMon\nTue\n")[1]


def test_a_row_that_begins_with_a_bar_has_an_empty_cell_where_the_others_have_none_at_the_edge():
    (table,), faults = read("Mo | Tu | We\n--|--|--\n  |    | 2\n1 |    | 3")
    assert [[cell.msgid for cell in row] for row in table.rows] == [["", "", "2"], ["1", "", "3"]]
    assert not faults


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Home › Health A–Z › Travel", 1),
        ("Health / Checks", 1),
        ("Startseite » Kliniken » HNO", 1),
        ("Home → clinic → ward", 0),
        ("Home / clinic / ward", 0),
        ("Checks / risks", 0),
        ("Settings > Sounds > Phone", 0),
    ],
)
def test_the_way_to_a_page_of_the_web_is_told(said, told):
    leaflet = a_leaflet(a_paragraph(said), title=a_heading(2, "Checks").text)
    assert len(list(pages_of_another.run(leaflet))) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Dear all, please find below the new text - thanks, Jo x", 1),
        ("Hi! Here's the leaflet text you asked for:", 1),
        ("Let me know if you'd like me to adjust the tone!", 1),
        ("[11:03, 03/09/2026] Sam: Keep it dry", 1),
        ("03/09/2026, 11:03 - Sam: Keep it dry", 1),
        ("Dear patient, please find the ward on level 2.", 0),
        ("Here is what you need:", 0),
        ("Hello, we are the team of ward 5.", 0),
        ("03/09/2026, 11:03 - 12:00: clinic", 0),
        ("Let us know if you cannot come.", 0),
    ],
)
def test_what_is_of_mails_chats_and_messages_is_told(said, told):
    assert len(list(mail_left.run(a_leaflet(a_paragraph(said))))) == told
