"""Word files of many programs and habits, written as XML: what is seen in Word is in the leaflet, or is told."""

import datetime

import pytest
from tests.importing.conftest import LOST, assert_shown_or_told
from tests.importing.raw_word import box, cell, field, item, level, lists, p, run, table, word
from tests.importing.word_files import png

from polyleaf.importing.glyphs import symbol
from polyleaf.importing.word.counting import numeral

SYMBOL = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
WINGDINGS = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
TAB = "<w:r><w:tab/></w:r>"


def drawn(inner, place="inline", alt=""):
    about = f'<wp:docPr id="1" name="x" descr="{alt}"/>'
    graphic = f"<a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic>"
    return f"<w:r><w:drawing><wp:{place}>{about}{graphic}</wp:{place}></w:drawing></w:r>"


def shape(*inner):
    return f"<wps:wsp><wps:txbx><w:txbxContent>{''.join(inner)}</w:txbxContent></wps:txbx></wps:wsp>"


def old_shape(*inner):
    return f"<v:shape><v:textbox><w:txbxContent>{''.join(inner)}</w:txbxContent></v:textbox></v:shape>"


def art(words):
    return f'<w:r><w:pict><v:shape><v:textpath style="x" string="{words}"/></v:shape></w:pict></w:r>'


def fraction(over, under):
    return f"<m:f><m:num>{over}</m:num><m:den>{under}</m:den></m:f>"


def math(*inner):
    return f"<m:oMath>{''.join(inner)}</m:oMath>"


def mr(words):
    return f"<m:r><m:t>{words}</m:t></m:r>"


def signed(sign):
    return level("bullet", sign, more=f"<w:rPr>{WINGDINGS}</w:rPr>")


OLD_LIST = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="North"/>'
    '<w:listEntry w:val="South"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
CONTROLS = (
    "<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>",
    " yes, ward ",
    f"<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{run('South')}</w:sdtContent></w:sdt>",
    " on ",
    f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('enter a date')}</w:sdtContent></w:sdt>",
)
CHART = (
    "<c:chartSpace><c:title><a:p><a:r><a:t>Stays in days</a:t></a:r></a:p></c:title><c:cat><c:pt><c:v>Knee</c:v></c:pt>"
    "</c:cat><c:val><c:pt><c:v>3.5</c:v></c:pt></c:val></c:chartSpace>"
)
NEW_CHART = '<cx:chartSpace xmlns:cx="x"><cx:strDim><cx:pt idx="0">Hip</cx:pt></cx:strDim></cx:chartSpace>'
DIAGRAM = "<dgm:dataModel><dgm:pt><dgm:t><a:p><a:r><a:t>Wash hands</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>"
CANVAS = "<a:sp><a:txSp><a:txBody><a:p><a:r><a:t>Canvas words</a:t></a:r></a:p></a:txBody></a:txSp></a:sp>"
HEADERS = (
    '<w:sectPr><w:headerReference w:type="default" r:id="h1xml"/><w:headerReference w:type="first" r:id="h2xml"/>'
    '<w:footerReference w:type="even" r:id="f1xml"/></w:sectPr>'
)
MARGINS = {
    "header h1.xml": f"<w:hdr>{p(art('DRAFT COPY'))}</w:hdr>",
    "header h2.xml": f"<w:hdr>{p(box(p('First page only')))}</w:hdr>",
    "footer f1.xml": f"<w:ftr>{p('Even pages: ORT-117')}</w:ftr>",
}
MOVED = (
    p("One. ", f'<w:moveFrom w:id="1" w:author="X">{run("Moved words.")}</w:moveFrom>')
    + '<w:moveToRangeStart w:id="3" w:name="m"/>'
    + p(f'<w:moveTo w:id="2" w:author="X">{run("Moved words.")}</w:moveTo>')
    + '<w:moveToRangeEnd w:id="3"/>'
    + p(
        f'<w:ins w:id="5" w:author="X">{run("added ")}<w:del w:id="6" w:author="Y"><w:r><w:delText>gone</w:delText>'
        "</w:r></w:del></w:ins>",
        "kept",
    )
)
RESTARTED = {
    "numbering numbering.xml": f'<w:numbering><w:abstractNum w:abstractNumId="1">{level("decimal", "%1)")}'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>'
}
NOTE = {
    "footnotes footnotes.xml": f'<w:footnotes><w:footnote w:id="2">{p("The note")}{table(cell("tab") + cell("led"))}'
    "</w:footnote></w:footnotes>"
}
CUSTOM_MARK = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'

TICKED = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{}"/></w:checkBox></w:ffData>'
    "</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>{}"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
BETWEEN = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
CHOICE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>{}'
    '<w:r><w:instrText> = "F" "her" "his" </w:instrText></w:r>{}<w:r><w:t>her</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
LETTERS = (("1)", "Go in"), ("a.", "left"), ("b.", "right"), ("2)", "Wait"))

KINDS = {
    "table_of_tabs": (
        word(
            "".join(p(a, TAB, b, TAB, c) for a, b, c in (("Drug", "When", "Dose"), ("Aspirin", "am", "75 mg")))
            + p("Name", TAB, "____", TAB, "Date")
            + p("Ward:", TAB, "5")
        ),
        ["| Drug | When | Dose |\n|---|---|---|\n| Aspirin | am | 75 mg |\n\nName ____ Date\n\nWard: 5"],
        ["Lines with tabs"],
    ),
    "boxes_of_wingdings_2": (word(p('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r>', " yes")), ["☑ yes"], []),
    "line_end_in_the_xml": (word(p(run("one\ntwo"))), ["one two"], []),
    "boxes_to_tick": (
        word(p("I agree ", TICKED.format(1, BETWEEN)) + p("I do not ", TICKED.format(0, ""))),
        ["I agree ☑\n\nI do not ☐"],
        [],
    ),
    "letters_typed_for_inner_lists": (
        word("".join(p(mark, TAB, words) for mark, words in LETTERS) + p("a. Smith")),
        ["1. Go in\n   1. left\n   2. right\n2. Wait\n\na. Smith"],
        ["letters for marks"],
    ),
    "title_that_the_box_has_by_itself": (
        word(p("Text.") + table(cell(p(run("Important", "<w:b/>")), p("Do not drive.")))),
        [":::{important}\nDo not drive.\n:::"],
        [],
    ),
    "formula_alone": (word(p(f"<m:oMathPara>{math(mr('dose = weight'))}</m:oMathPara>")), ["---\ndose = weight\n"], []),
    "fields_in_fields": (
        word(p(CHOICE.format(field("MERGEFIELD Sex", "F"), BETWEEN), run(" ward"))),
        ["her ward"],
        ["mail merge"],
    ),
    "words_for_old_and_new_programs": (
        word(p("Take ", "<w:r><mc:AlternateContent><mc:Choice><w:t>two</w:t></mc:Choice></mc:AlternateContent></w:r>")),
        ["Take two"],
        [],
    ),
    "head_of_a_page_as_a_table": (
        word(table(cell(p(run("Going home", '<w:sz w:val="48"/>'))) + cell("Seaside Hospital")) + p("Text."), title=""),
        ["title: Going home", "Seaside Hospital\n\nText."],
        ["puts things side by side"],
    ),
    "places_to_write_in": (
        word(table(cell("Name:") + cell(""), cell("Ward:") + cell(""))),
        ["| Name: | ____________ |\n|---|---|\n| Ward: |  |\n"],
        ["An empty column of this table was kept"],
    ),
    "signs_of_symbol": (
        word(
            p("Give 5 ", run("\uf06d", SYMBOL), "g if BP ", run("\uf0b3", SYMBOL), " 90, or ", run("m", SYMBOL), "l.")
        ),
        ["Give 5 μg if BP ≥ 90, or μl."],
        [],
    ),
    "signs_of_sym": (
        word(
            p(
                "BP ",
                '<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>',
                "100, ",
                '<w:r><w:sym w:font="Webdings" w:char="F0C9"/></w:r>',
            )
        ),
        ["BP ≤100, •"],
        ["A sign of the font Webdings is not known"],
    ),
    "bullets_of_wingdings": (
        word(
            "".join(
                p(run(sign, WINGDINGS), TAB, words) for sign, words in (("ü", "Drink"), ("û", "Drive"), ("Ø", "Walk"))
            )
        ),
        ["- ✓ Drink\n- ✗ Drive\n- Walk"],
        [],
    ),
    "lists_of_ticks": (
        word(
            item("Drink", "1") + item("Drive", "2") + item("I have read this", "3"),
            lists(n1=signed("\uf0fc"), n2=signed("\uf0fb"), n3=level("bullet", "☐")),
        ),
        ["- ✓ Drink\n- ✗ Drive\n- ☐ I have read this"],
        [],
    ),
    "halves": (
        word(p("Take ", math(fraction(mr("1"), mr("2"))), " tablet, or 1", math(fraction(mr("1"), mr("2"))))),
        ["Take 1/2 tablet, or 1 1/2"],
        ["A formula was taken as plain text"],
    ),
    "formula": (
        word(
            p(
                "BMI = ",
                math(fraction(mr("weight in kg"), f"<m:sSup><m:e>{mr('h')}</m:e><m:sup>{mr('2')}</m:sup></m:sSup>")),
            )
        ),
        ["BMI = (weight in kg)/h²"],
        ["formula"],
    ),
    "root": (
        word(p(math(f"<m:rad><m:deg/><m:e>{mr('a+b')}</m:e></m:rad>", f"<m:d><m:e>{mr('x')}</m:e></m:d>"))),
        ["√(a+b)(x)"],
        [],
    ),
    "powers": (
        word(
            p(
                "10",
                run("−6", '<w:vertAlign w:val="superscript"/>'),
                " 2",
                run("0.5", '<w:vertAlign w:val="superscript"/>'),
            )
        ),
        ["10⁻⁶ 20.5"],
        ["Raised figures stand on the line: “0.5”"],
    ),
    "numbers_of_chapters": (
        word(
            item("First", "1") + item("Inner", "1", 1) + item("Second", "1"),
            lists(n1=level("decimal", "%1.") + level("decimal", "%1.%2.", 1)),
        ),
        ["1. First\n\n   1. Inner\n2. Second"],
        ["A list has numbers such as 1.1"],
    ),
    "numbers_in_words": (
        word(
            item("Rest", "1") + item("Walk", "1") + item("Part", "2") + item("Read", "3") + item("Plain", "4"),
            lists(
                n1=level("ordinal", "%1 day"),
                n2=level("upperRoman", "Part %1:"),
                n3=level("none", "Note:"),
                n4=level("none", ""),
            ),
        ),
        ["1 day Rest\n\n2 day Walk\n\nPart I: Part\n\nNote: Read\n\nPlain"],
        ["counts in words"],
    ),
    "numbers_anew": (
        word(item("a", "1") + p("Text.") + item("b", "1") + p("New.") + item("c", "2"), RESTARTED),
        ["1. a\n\nText.\n\n2. b\n\nNew.\n\n1. c"],
        [],
    ),
    "fields": (
        word(
            p(
                "Dear ",
                field("MACROBUTTON NoMacro [Click and type]"),
                ", see page ",
                field("PAGEREF _Toc1 \\h", "5"),
                " of ",
                field("DATE", "3 May 2020"),
                " ",
                field("MERGEFIELD Ward", "«Ward»"),
                ": ",
                field("EQ \\f(1,2)"),
                " ",
                field("SYMBOL 252 \\f Wingdings"),
                " ",
                field("GOTOBUTTON b here"),
                field("XE hidden"),
            )
        ),
        ["Dear [Click and type], see page 5 of 3 May 2020 «Ward»: 1/2 ✓ here"],
        [
            "A place to click on",
            "A page number that Word looked up",
            "A date that Word puts in",
            "mail merge",
            "formula",
        ],
    ),
    "list_to_choose_from": (word(p("Ward: ", OLD_LIST)), ["Ward: South"], ["what is chosen in it"]),
    "controls": (word(p("Fit: ", *CONTROLS)), ["Fit: ☒ yes, ward South on enter a date"], ["A place to fill in"]),
    "shapes_in_groups": (
        word(p(drawn(f"<wpg:wgp>{shape(p('One'))}<wpg:grpSp>{shape(p('Two'))}</wpg:grpSp></wpg:wgp>", "anchor"))),
        [":::{tip}\nOne\n:::\n\n:::{tip}\nTwo\n:::"],
        [],
    ),
    "old_shapes_in_groups": (
        word(p("Before.", f"<w:r><w:pict><v:group>{old_shape(p('L'))}{old_shape(p('R'))}</v:group></w:pict></w:r>")),
        ["Before.\n\n:::{tip}\nL\n:::\n\n:::{tip}\nR\n:::"],
        [],
    ),
    "canvas": (word(p(drawn(CANVAS))), [":::{tip}\nCanvas words"], []),
    "word_art": (word(p(art("Do not eat"), "Text.")), ["Text.\n\nDo not eat"], []),
    "margins": (word(p("Text.") + HEADERS, MARGINS), ["DRAFT COPY | First page only | Even pages: ORT-117"], []),
    "table_in_a_box": (
        word(p("Look.", box(p("Times"), table(cell("Day") + cell("Time"), cell("Monday") + cell("9 am"))))),
        [":::{tip}\nTimes\n\n| Day | Time |"],
        [],
    ),
    "box_in_a_table": (
        word(table(cell("What") + cell("How"), cell("Ward") + cell(p("Ring.", box(p("At night")))))),
        ["| Ward | Ring.<br>At night |"],
        [],
    ),
    "box_in_a_box": (word(p(box(p("Outer."), p(box(p("Inner.")))))), ["::::{tip}\nOuter.\n\n:::{tip}\nInner."], []),
    "merged_both_ways": (
        word(
            table(
                cell("A", look='<w:gridSpan w:val="2"/>') + cell("C"),
                cell("1", look='<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>') + cell("2"),
                cell("", look='<w:gridSpan w:val="2"/><w:vMerge/>') + cell("3"),
            )
        ),
        ["| A | C |\n|---|---|\n| 1 | 2 |\n| 1 | 3 |"],
        ["Cells were merged"],
    ),
    "dropped_capital": (
        word(p("O", look='<w:framePr w:dropCap="drop"/>') + p("nce you are home.")),
        ["Once you are home."],
        [],
    ),
    "columns": (word(p("Two", '<w:r><w:br w:type="column"/></w:r>', "columns")), ["Two\n\ncolumns"], []),
    "page_inside": (
        word(
            p("Before.") + '<w:altChunk r:id="ahtml"/>' + p("After."),
            {"aFChunk a.html": b"<html><body><p>Inside</p><ul><li>one</li></ul></body></html>"},
        ),
        ["Before.\n\nInside\n\n- one\n\nAfter."],
        [],
    ),
    "document_inside": (
        word('<w:altChunk r:id="adocx"/>' + p("After."), {"aFChunk a.docx": word(p("Inside"), title="")}),
        ["Inside\n\nAfter."],
        [],
    ),
    "rich_text_inside": (
        word(p("Before.") + '<w:altChunk r:id="artf"/>', {"aFChunk a.rtf": b"{\\rtf1 Words}"}),
        ["Before."],
        ["Another document stands inside"],
    ),
    "document_elsewhere": (word(p("Before.") + p('<w:subDoc r:id="zz"/>')), ["Before."], ["lies in another file"]),
    "moved_words": (
        word(MOVED),
        ["One.\n\nMoved words.\n\nadded kept"],
        ["2 insertions of words, 2 deletions of words"],
    ),
    "chart": (
        word(p(drawn('<c:chart r:id="chartxml"/>')), {"chart chart.xml": CHART}),
        ["Stays in days\n\nKnee\n\n3.5"],
        ["A chart of Word"],
    ),
    "chart_of_today": (
        word(p(drawn('<c:chart r:id="chartxml"/>')), {"chart chart.xml": NEW_CHART}),
        ["Hip"],
        ["A chart of Word"],
    ),
    "diagram": (
        word(p(drawn('<dgm:relIds r:dm="dxml"/>')), {"diagramData d.xml": DIAGRAM}),
        ["Wash hands"],
        ["A diagram of Word"],
    ),
    "mixed_directions": (
        word(
            p(
                run("اتصل على ", "<w:rtl/>"),
                "MRI 5 ",
                f'<w:bdo w:val="rtl">{run("قبل", "<w:rtl/>")}</w:bdo>',
                look="<w:bidi/>",
            )
        ),
        ["اتصل على MRI 5 قبل"],
        [],
    ),
    "object": (
        word(
            p('<w:r><w:object><v:shape><v:imagedata r:id="ipng"/></v:shape></w:object></w:r>'),
            {"image i.png": png().getvalue()},
        ),
        [":::{figure} images/picture-1.png"],
        ["An object of another program"],
    ),
    "own_mark_of_a_note": (word(p("Word", CUSTOM_MARK, "."), NOTE), ["Word*.\n\nThe note\n\ntab\n\nled"], []),
    "dialect_of_docs": (
        word(
            p("First", look='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="720"/>')
            + p("Second", look='<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:ind w:left="1440"/>'),
            lists(n1=level("bullet", "●") + level("bullet", "○", 1)),
        ),
        ["- First\n\n  - Second"],
        [],
    ),
    "text_frame": (
        word(p("At the side", look='<w:framePr w:w="2000" w:wrap="around"/>') + p("Text.")),
        ["At the side\n\nText."],
        [],
    ),
    "hidden": (
        word(p("For ", run("hidden", "<w:vanish/>"), "10 days.")),
        ["<!-- Hidden text: hidden -->\n\nFor 10 days."],
        [],
    ),
    "ticks_by_hand": (
        word(p("✅ Drink") + p("❌\u00a0Drive") + p("☑ Walk")),
        ["- ✅ Drink\n- ❌ Drive\n- ☑ Walk"],
        [],
    ),
    "row_taken_out": (
        word(
            table(
                cell("A") + cell("B"), "<w:trPr><w:del/></w:trPr>" + cell("gone") + cell("too"), cell("1") + cell("2")
            )
        ),
        ["| A | B |\n|---|---|\n| 1 | 2 |"],
        ["1 deletion"],
    ),
    "field_without_end": (
        word(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + p("Take care.")),
        ["Take care."],
        [],
    ),
    "capitals": (
        word(p(run("Small caps ", "<w:smallCaps/>"), run("all caps", "<w:caps/>"))),
        ["Small caps all caps"],
        [],
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_what_is_seen_in_word_is_in_the_leaflet_or_told(bring, name):
    assert_shown_or_told(bring, *KINDS[name])


def test_a_logo_in_a_header_is_told(bring):
    picture = drawn('<pic:pic><pic:blipFill><a:blip r:embed="ipng"/></pic:blipFill></pic:pic>', alt="The trust")
    data = word(
        p("Text.") + '<w:sectPr><w:headerReference r:id="hxml"/></w:sectPr>',
        {"header h.xml": f"<w:hdr>{p(picture)}</w:hdr>", "image i.png": png().getvalue()},
        beside={"h.xml": ("image", "i.png")},
    )
    _, leaflet = bring(data)
    assert any("header or footer was not taken: “The trust”" in one.what for one in leaflet.notices)


def test_what_every_section_has_in_its_header_is_told_once(bring):
    headers = {f"header h{number}.xml": f"<w:hdr>{p('Seaside Hospital')}</w:hdr>" for number in (1, 2)}
    used = "".join(f'<w:headerReference r:id="h{number}xml"/>' for number in (1, 2))
    _, leaflet = bring(word(p("Text.") + f"<w:sectPr>{used}</w:sectPr>", headers))
    assert leaflet.text.count("Seaside") == 1
    assert LOST not in leaflet.text


LABELS = table(cell("Code") + cell("Version") + cell("Review date"), cell("ORT-117") + cell("2.3") + cell("31/03/2029"))
ROWS = table(cell("Code") + cell("ORT-117"), cell("Version") + cell("2.3"), cell("Review date") + cell("31/03/2029"))


@pytest.mark.parametrize("labels", [LABELS, ROWS], ids=["in a row", "in a column"])
@pytest.mark.parametrize("where", ["footer", "end"])
def test_labels_in_a_table_say_what_the_document_is(bring, labels, where):
    below = '<w:sectPr><w:footerReference r:id="fxml"/></w:sectPr>' if where == "footer" else labels
    made, _ = bring(word(p("Text.") + below, {"footer f.xml": f"<w:ftr>{labels}</w:ftr>"}))
    assert (made.about.code, made.about.version) == ("ORT-117", "2.3")
    assert made.about.review_by == datetime.date(2029, 3, 31)


def test_a_document_in_a_document_in_a_document_is_told(bring):
    inner = word('<w:altChunk r:id="adocx"/>' + p("Deep."), {"aFChunk a.docx": word(p("Deeper."))}, title="")
    _, leaflet = bring(word(p("Text.") + '<w:altChunk r:id="adocx"/>', {"aFChunk a.docx": inner}))
    assert "Deep." in leaflet.text
    assert any("Another document stands inside" in one.what for one in leaflet.notices)


def test_a_place_is_told_by_the_words_of_the_paragraph_alone(bring):
    _, leaflet = bring(word(p("Look here.", box(p("Times")))))
    assert any(one.place == "paragraph 2, “Look here.”" for one in leaflet.notices)


@pytest.mark.parametrize(
    ("number", "kind", "seen"),
    [(1, "upperLetter", "A"), (28, "lowerLetter", "bb"), (4, "lowerRoman", "iv"), (1994, "upperRoman", "MCMXCIV"),
     (7, "decimalZero", "07"), (22, "ordinal", "22"),
     (10**9, "upperRoman", "1000000000"), (0, "lowerLetter", "0")],
)  # fmt: skip
def test_numbers_are_written_as_word_does(number, kind, seen):
    assert numeral(number, kind) == seen


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Symbol", "F06D", "μ"),
        ("symbol", "B1", "±"),
        ("Wingdings", "F081", "①"),
        ("", "F0FC", "✓"),
        ("Arial", "F0FC", "✓"),
        ("Wingdings", "2022", "•"),
        ("Webdings", "F0C9", "•"),
        ("Arial", "B5", "µ"),
        ("Symbol", "no number", ""),
    ],
)
def test_signs_of_fonts_are_characters(font, code, sign):
    assert symbol(font, code) == sign
