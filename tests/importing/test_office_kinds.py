"""Charts, diagrams, forms, tabs, headings of tables: what is seen in Word is in the leaflet, or is told."""

from dataclasses import replace

import pytest
from tests.importing.conftest import assert_shown_or_told, reading
from tests.importing.raw_word import box, cell, field, item, level, lists, p, run, table, word
from tests.importing.word_files import png

from polyleaf.importing.bringing import brought
from polyleaf.importing.word.changes import Changes
from polyleaf.importing.word.document import read_word

TAB = "<w:r><w:tab/></w:r>"
BREAK = "<w:r><w:br/></w:r>"
BULLETS = lists(n1=level("bullet", "•"), n2=level("decimal", "%1."), n3=level("hebrew1", "%1."))


def drawn(inner, alt=""):
    about = f'<wp:extent cx="3600000" cy="2000000"/><wp:docPr id="1" name="x" descr="{alt}"/>'
    graphic = f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic>"
    return f"<w:r><w:drawing><wp:inline>{about}{graphic}</wp:inline></w:drawing></w:r>"


def cached(kind, style, *values):
    points = "".join(f'<c:pt idx="{at}"><c:v>{words}</c:v></c:pt>' for at, words in enumerate(values))
    code = f"<c:formatCode>{style}</c:formatCode>" if style else ""
    return f"<c:{kind}Ref><c:f>Sheet1!$A$1</c:f><c:{kind}Cache>{code}{points}</c:{kind}Cache></c:{kind}Ref>"


def words_of(text):
    return f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"


def title(text):
    return f"<c:title><c:tx><c:rich>{words_of(text)}</c:rich></c:tx></c:title>"


def series(name, days, style, *values):
    of = f"<c:tx>{cached('str', '', name)}</c:tx><c:cat>{cached('str', '', *days)}</c:cat>"
    return f"<c:ser>{of}<c:val>{cached('num', style, *values)}</c:val></c:ser>"


DAYS = ("Day 1", "Day 7")
CHART = (
    f"<c:chartSpace><c:chart>{title('Pain')}<c:plotArea><c:barChart>{series('Knee', DAYS, '0%', '0.8', '0.25')}"
    f"{series('Hip', DAYS, '0.0', '3.14159', '2')}</c:barChart><c:catAx>{title('When')}</c:catAx>"
    f"<c:valAx>{title('How many')}</c:valAx></c:plotArea></c:chart></c:chartSpace>"
)


def point(key, words, kind="node"):
    return f'<dgm:pt modelId="{key}" type="{kind}"><dgm:t>{words_of(words) if words else ""}</dgm:t></dgm:pt>'


def joined(key, other, order):
    return f'<dgm:cxn modelId="{key}{other}" srcId="{key}" destId="{other}" srcOrd="{order}" destOrd="0"/>'


DIAGRAM = (
    f"<dgm:dataModel><dgm:ptLst>{point(3, 'Go home')}{point(1, 'Nurse')}{point(4, 'Blood test')}{point(2, 'Doctor')}"
    f"{point(0, '', 'doc')}</dgm:ptLst><dgm:cxnLst>{joined(0, 1, 0)}{joined(0, 2, 1)}{joined(0, 3, 2)}{joined(1, 4, 0)}"
    "</dgm:cxnLst></dgm:dataModel>"
)
PICTURE = (
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="2" name="x" descr="A bent knee"/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="ipng"/></pic:blipFill></pic:pic>'
)
OVER, BELOW = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def wide(columns):
    return f'<w:gridSpan w:val="{columns}"/>'


def control(words, properties):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>"


EMPTY = '<w:showingPlcHdr/><w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/></w:placeholder>'
CHOICES = '<w:comboBox><w:listItem w:displayText="North"/><w:listItem w:displayText="South"/></w:comboBox>'
FORM = '<w:tabs><w:tab w:leader="dot" w:pos="4000"/><w:tab w:leader="dot" w:pos="9000"/></w:tabs>'
PRICES = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
IN = '<w:ind w:left="720"/>'


def m(words):
    return f"<m:r><m:t>{words}</m:t></m:r>"


def e(words):
    return f"<m:e>{m(words)}</m:e>"


NOTE = f'<w:footnotes><w:footnote w:id="2">{p("Note. " * 40)}</w:footnote></w:footnotes>'
MEANINGS = (("Biopsy", "A small piece of tissue " * 5), ("X-ray (chest)", "A picture"), ("Why?", "So"))
NO_MARK = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
KINDS = {
    "chart": (
        word(p(drawn('<c:chart r:id="cxml"/>', "Less pain")), {"chart c.xml": CHART}),
        [
            "<!-- A chart was here: Less pain -->\n\nHow many\n\n:::{table} Pain\n",
            "| When | Knee | Hip |\n|---|---|---|\n| Day 1 | 80% | 3.1 |\n| Day 7 | 25% | 2.0 |\n:::",
        ],
        ["A chart of Word is no picture"],
    ),
    "diagram": (
        word(p(drawn('<dgm:relIds r:dm="dxml"/>')), {"diagramData d.xml": DIAGRAM}),
        ["- Nurse\n\n  - Blood test\n- Doctor\n- Go home"],
        ["A diagram of Word is no picture"],
    ),
    "picture_in_a_group": (
        word(p(drawn(f"<wpg:wgp>{PICTURE}</wpg:wgp>")), {"image i.png": png().getvalue()}),
        [":::{figure} images/picture-1.png\n:alt: A bent knee\n:::"],
        [],
    ),
    "table_in_a_box_in_a_cell": (
        word(
            table(cell("A") + cell("B"), cell(p(box(table(cell("1") + cell("2"), cell("3") + cell("4"))))) + cell("5"))
        ),
        ["| 1<br>2<br>3<br>4 | 5 |"],
        ["A table stood in a cell of another"],
    ),
    "heading_of_two_rows": (
        word(
            table(
                cell("Drug", look=OVER) + cell("Dose", look=wide(2)),
                cell("", look=BELOW) + cell("am") + cell("pm"),
                cell("A") + cell("1") + cell("2"),
            )
        ),
        ["| Drug | Dose: am | Dose: pm |\n|---|---|---|\n| A | 1 | 2 |"],
        ["The heading of this table had several rows"],
    ),
    "title_of_a_table_in_its_first_row": (
        word(table(cell("Your week", look=wide(2)), cell("Day") + cell("What"), cell("1") + cell("Rest"))),
        [":::{table} Your week\n| Day | What |\n|---|---|\n| 1 | Rest |\n:::"],
        [],
    ),
    "empty_controls": (
        word(
            p(
                "Ward: ",
                control("Choose an item.", EMPTY + CHOICES),
                run(", "),
                control("your name", "<w:showingPlcHdr/>"),
            )
        ),
        ["Ward: ____________, your name"],
        ["“Choose an item.”) is a line to write on. It offered: North, South", "with the words that stand in it"],
    ),
    "form_of_dots": (
        word(p("Name", TAB, "NHS number", TAB, look=FORM)),
        ["Name ____________ NHS number ____________"],
        [],
    ),
    "prices": (
        word(
            "".join(p(a, TAB, b, look=PRICES) for a, b in (("Up to 1 hour", "£2"), ("All day", "£8")))
            + p("a", TAB, "b" * 90)
        ),
        ["Up to 1 hour: £2\n\nAll day: £8"],
        [],
    ),
    "contents_typed_by_hand": (
        word(
            p("Contents") + p("Food", TAB, "2") + p("Going home", TAB, "13") + p("Food") + p("Eat.") + p("Going home")
        ),
        ["<!-- Table of contents: Contents; Food 2; Going home 13 -->\n\nFood\n\nEat.\n\nGoing home"],
        ["table of contents"],
    ),
    "figures_moved_up_and_down": (
        word(
            p(
                "10",
                run("9", '<w:position w:val="8"/><w:sz w:val="19"/>'),
                "/L, H",
                run("2", '<w:position w:val="-6"/>'),
                "O",
            )
        ),
        ["10⁹/L, H₂O"],
        [],
    ),
    "moved_in_below_a_colon": (
        word(
            p("Do not:")
            + p("smoke", look=IN)
            + p("drink alcohol", look=IN)
            + p("Rest.")
            + p("Note:")
            + p("One line.", look=IN)
        ),
        ["Do not:\n\n- smoke\n- drink alcohol\n\nRest.\n\nNote:\n\nOne line."],
        [],
    ),
    "squares_to_tick": (word(p("□ cetirizine") + p("□ loratadine")), ["- ☐ cetirizine\n- ☐ loratadine"], []),
    "times_in_one_paragraph": (
        word(p("The day before", BREAK, "5pm", TAB, "First sachet", BREAK, run("7pm", "<w:b/>"), TAB, "2 sachets")),
        ["The day before\\\n5pm: First sachet\\\n**7pm**: 2 sachets"],
        [],
    ),
    "rows_to_fill_in_beside_a_merged_cell": (
        word(
            table(
                cell("Week") + cell("Day") + cell("Pain"),
                cell("1", look='<w:vMerge w:val="restart"/>') + cell("Monday") + cell(""),
                cell("", look="<w:vMerge/>") + cell("") + cell(""),
            )
        ),
        ["| 1 | Monday |  |\n| 1 |  |  |"],
        ["Cells were merged"],
    ),
    "bar_at_the_side": (
        word(
            p("Text.")
            + p("Mind the step.", look='<w:pBdr><w:left w:val="single" w:sz="24" w:color="00AA00"/></w:pBdr>')
        ),
        ["Text.\n\n:::{important}\nMind the step.\n:::"],
        [],
    ),
    "choices_in_one_line": (
        word(p("✔ soup  ✔ juice  ✘ milk") + p("☐ yes ☐ no")),
        ["✔ soup ✔ juice ✘ milk\n\n☐ yes ☐ no"],
        [],
    ),
    "meanings": (
        word("".join(p(run(a, "<w:b/>"), TAB, b) for a, b in MEANINGS)),
        ["**Biopsy**: A small piece", "**X-ray (chest)**: A picture", "**Why?** So"],
        [],
    ),
    "moved_in_between_items": (
        word(item("One", "2") + p("More of one.", look=IN) + item("Two", "2") + p("Not in it."), BULLETS),
        ["1. One\n\n   More of one.\n2. Two\n\nNot in it."],
        [],
    ),
    "item_whose_mark_was_taken_away": (
        word(
            item("One", "1") + p("More.", look=NO_MARK + IN) + p("Out.", look=f'{NO_MARK}<w:ind w:left="0"/>'), BULLETS
        ),
        ["- One\n\n  More.\n\nOut."],
        [],
    ),
    "letters_of_other_alphabets": (word(item("One", "3"), BULLETS), ["1. One"], ["letters or Roman figures"]),
    "lines_of_signs": (
        word(p("One.") + p("* * *") + p("-----") + p("~~~ o ~~~") + p("Two.")),
        ["One.\n\n\\~~~ o ~~~\n\nTwo."],
        [],
    ),
    "letters_drawn_as_one": (word(p("ﬁrst ﬂuid oﬃce")), ["first fluid office"], []),
    "contents_of_one_line": (
        word(p(field('TOC \\o "1-3"', "Risks 3")) + p("Text.")),
        ["<!-- Table of contents: Risks 3 -->"],
        [],
    ),
    "fields_that_count": (
        word(
            p(
                "See ",
                field("REF _Ref5 \\r \\h", "2.1"),
                " of ",
                field("NUMPAGES", "4"),
                field('INCLUDEPICTURE "x.png"'),
            )
        ),
        ["See 2.1 of 4"],
        ["The number of a heading", "A number of pages", "lies in another file"],
    ),
    "formulas": (
        word(
            p(
                f"<m:oMath><m:func><m:fName>{m('log')}</m:fName>{e('x')}</m:func></m:oMath>",
                ", ",
                f'<m:oMath><m:acc><m:accPr><m:chr m:val="&#773;"/></m:accPr>{e("x")}</m:acc></m:oMath>',
                ", ",
                f"<m:oMath><m:limLow>{e('min')}<m:lim>{m('t')}</m:lim></m:limLow></m:oMath>",
                ", ",
                f"<m:oMath><m:sPre><m:sub/><m:sup>{m('99m')}</m:sup>{e('Tc')}</m:sPre></m:oMath>",
            )
        ),
        ["log x, x\u0305, min_t, 99mTc"],
        [],
    ),
    "long_footnote": (
        word(p("Text", '<w:r><w:footnoteReference w:id="2"/></w:r>', "."), {"footnotes footnotes.xml": NOTE}),
        ["Text.\n\nNote. Note."],
        ["A long footnote stands below its paragraph"],
    ),
    "large_letters_at_the_top": (
        word(
            p(run("Going home", '<w:sz w:val="52"/>'))
            + p(run("Wrist", "<w:b/>"))
            + p("Rest. " * 9)
            + p("Ring us", look='<w:pStyle w:val="Heading2"/>')
            + p("Any time."),
            title="",
        ),
        ["title: Going home\n", "## Wrist"],
        [],
    ),
    "heading_in_a_box": (
        word(p("Text. " * 9) + p(box(p(run("After the test", '<w:b/><w:sz w:val="32"/>')))) + p("Drink.")),
        ["## After the test\n\nDrink."],
        [],
    ),
    "steps_counted_in_boxes": (
        word(p("Before.") + p("Lie down", box(p("1"))) + p(box(p("2"))) + p("Relax")),
        ["Before.\n\n1. Lie down\n2. Relax"],
        [],
    ),
    "number_in_a_box_at_the_end": (word(p("Text.") + p(box(p("7")))), ["Text.\n\n7"], []),
    "boxes_typed_with_spaces": (word(p("[   ] yes") + p("(  ) no") + p("f( ) x")), ["☐ yes", "☐ no", "f( ) x"], []),
    "note_below_a_table": (
        word(table(cell("A") + cell("B"), cell("1*") + cell("2")) + p("* with food") + p("Text.")),
        ["\\* with food\n\nText."],
        [],
    ),
    "many_columns": (
        word(table("".join(cell(f"c{at}") for at in range(14)), "".join(cell(str(at)) for at in range(14)))),
        ["c11<br>c12<br>c13"],
        ["more than 12 columns"],
    ),
    "amount_behind_a_bullet_in_a_cell": (
        word(table(cell("A") + cell("B"), cell("Metformin") + cell(item("500 mg", "1"))), BULLETS),
        ["| Metformin | 500 mg |"],
        [],
    ),
    "inner_list_in_a_cell": (
        word(
            table(cell("A") + cell("B"), cell(item("one", "1"), item("in", "1", 1)) + cell("x")),
            lists(n1=level("bullet", "•") + level("bullet", "o", 1)),
        ),
        ["- one<br>- in"],
        ["An inner list in a cell"],
    ),
    "urdu_and_bengali_numbers": (
        word(p("۱۔ ہاتھ") + p("۲۔ دوا") + p("Text.") + p("১। হাত") + p("২। ওষুধ")),
        ["1. ہاتھ\n2. دوا\n\nText.\n\n1. হাত\n2. ওষুধ"],
        [],
    ),
    "version_behind_the_code": (word(p("Leaflet ORT-221 version 2.0")), ["code: ORT-221\n", 'version: "2.0"'], []),
}


@pytest.mark.parametrize("name", KINDS)
def test_what_word_shows_is_in_the_leaflet_or_told(bring, name):
    assert_shown_or_told(bring, *KINDS[name])


def test_numbers_of_pages_in_a_footer_are_nothing_to_tell(bring):
    footer = f"<w:ftr>{p('Page ', field('PAGE', '1'))}</w:ftr>"
    data = word(p("Text.") + '<w:sectPr><w:footerReference r:id="fxml"/></w:sectPr>', {"footer f.xml": footer})
    assert not any("number of pages" in one.what for one in bring(data)[1].notices)


def test_a_scale_of_pain_is_no_telephone_number(bring):
    made, leaflet = bring(word(p("Pain: 0 1 2 3 4 5 6 7 8 9 10")))
    assert not made.proposals
    assert not any("contact" in one.what for one in leaflet.notices)


def test_words_of_a_program_are_no_title():
    made = brought(replace(read_word(word(p("Text. " * 40), title=""), "f.docx", Changes.ACCEPT),
                           properties={"title": "Word Document"}), "knee-pain", reading(), "NEW-001")  # fmt: skip
    assert made.title == "Knee pain"
