"""What people type where a program has a tool for it: marks of lists, lines to write on, columns by tabs."""

import time

import pytest
from tests.importing.conftest import LOST
from tests.importing.raw_word import box, cell, field, item, level, lists, p, run, table, word
from tests.importing.test_word_kinds import TAB, drawn
from tests.importing.word_files import png

from polyleaf.importing.gathered import Line, Mark, Run
from polyleaf.importing.habits import as_meant

UNDERLINED = '<w:u w:val="single"/>'


def typed(*lines):
    return word("".join(p(line, look='<w:pStyle w:val="ListParagraph"/>') for line in lines))


def picture(form):
    inner = f'<pic:pic><pic:blipFill><a:blip r:embed="ipng"/></pic:blipFill><pic:spPr>{form}</pic:spPr></pic:pic>'
    return word(p(drawn(inner, alt="A hip")), {"image i.png": png().getvalue()})


def leaders(*kinds):
    stops = "".join(f'<w:tab w:val="left" w:leader="{kind}" w:pos="{at}000"/>' for at, kind in enumerate(kinds, 1))
    return f"<w:tabs>{stops}</w:tabs>"


REMARK = f'<w:comment w:author="Ann">{p("Two?")}</w:comment>'
STYLED = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblLook w:firstRow="1"/></w:tblPr>'
MHT = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; "
    b"charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><meta http-equiv=x "
    b"content='text/html; charset=iso-8859-1'><p>In=E9side</p></html>\r\n--x--"
)
DECIMAL = lists(n1=level("decimal", "%1."))
LETTERS, LEGAL = "letters for marks", "numbers such as 1.1"
KINDS = {
    "letters_in_brackets": (typed("(a) Rest", "(b) Ice"), "1. Rest\n2. Ice", LETTERS),
    "capitals": (typed("A. Rest", "B. Ice", "C. Lift"), "1. Rest\n2. Ice\n3. Lift", LETTERS),
    "names": (typed("A. Smith", "B. Jones"), "A. Smith\n\nB. Jones", ""),
    "roman": (typed("i) fever", "ii) chills", "iii) pus"), "1. fever\n2. chills\n3. pus", LETTERS),
    "roman_in_letters": (
        typed("1. In", "a) left", "i) far", "ii) near", "b) right", "2. Out"),
        "1. In\n   1. left\n      1. far\n      2. near\n   2. right\n2. Out",
        LETTERS,
    ),
    "cyrillic": (typed("а) покой", "б) лёд"), "1. покой\n2. лёд", LETTERS),
    "arabic_digits": (typed("١- راحة", "٢- ماء"), "1. راحة\n2. ماء", ""),
    "chinese": (typed("一、休息", "二、喝水"), "1. 休息\n2. 喝水", LETTERS),
    "no_space": (typed("1.Rest", "2.Drink"), "1. Rest\n2. Drink", ""),
    "doses": (typed("1 - 2 tablets", "2 - 3 capsules"), "1 - 2 tablets\n\n2 - 3 capsules", ""),
    "amounts": (typed("1.5 ml", "2.5 ml"), "1.5 ml\n\n2.5 ml", ""),
    "legal": (
        typed("1 Before", "1.1 Fast", "1.2 Drink", "2 After", "2.1 Rest"),
        "1. Before\n   1. Fast\n   2. Drink\n2. After\n\n   1. Rest",
        LEGAL,
    ),
    "legal_headings": (
        word(p(run("1.1 Fast", "<w:b/>")) + p("Text.") + p(run("1.2 Drink", "<w:b/>")) + p("Text.")),
        "## 1.1 Fast\n\nText.\n\n## 1.2 Drink",
        "",
    ),
    "bullets_in_numbers": (
        typed("1. One", "• a", "• b", "2. Two", "• c", "3. Three"),
        "1. One\n   - a\n   - b\n2. Two\n\n   - c\n3. Three",
        "",
    ),
    "bullets_in_numbers_of_word": (
        word(item("One", "1") + p("- a") + p("- b") + item("Two", "1") + p("- c") + p("- d"), DECIMAL),
        "1. One\n   - a\n   - b\n2. Two\n   - c\n   - d",
        "",
    ),
    "bullets_under_headings": (
        word(p(run("1. One", "<w:b/>")) + p("• a") + p("• b") + p(run("2. Two", "<w:b/>")) + p("• c") + p("End.")),
        "## 1. One\n\n- a\n- b\n\n## 2. Two\n\n- c\n\nEnd.",
        "",
    ),
    "moved_in_by_hand": (
        word(p("- out") + p("- in", look='<w:ind w:left="720"/>') + p("- out too") + p("\t- in too")),
        "- out\n\n  - in\n- out too\n\n  - in too",
        "",
    ),
    "title_in_a_box": (
        word(p(box(p(run("Your hip", '<w:sz w:val="56"/>')))) + p("Text that goes on for a while."), title=""),
        "title: Your hip\n",
        "",
    ),
    "page_in_one_file": (
        word('<w:altChunk r:id="amht"/>', {"aFChunk a.mht": MHT}),
        "\nIn\u00e9side\n",
        "",
    ),
    "plain_text_inside": (
        word('<w:altChunk r:id="atxt"/>', {"aFChunk a.txt": b"One <two>\r\nThree"}),
        "One <two>\n\nThree",
        "",
    ),
    "arrows": (typed("→ rest", "→ drink"), "- rest\n- drink", ""),
    "one_arrow": (typed("→ ward 5"), "\n→ ward 5", ""),
    "goes_on": (
        word(item("One", "1") + p("more", look='<w:pStyle w:val="ListParagraph"/>') + item("Two", "1"), DECIMAL),
        "1. One\n\n   more\n2. Two",
        "",
    ),
    "degrees": (
        word(
            p(
                "38",
                run("o", '<w:vertAlign w:val="superscript"/>'),
                "C, 37 ",
                run("0", '<w:vertAlign w:val="superscript"/>'),
                "C",
            )
        ),
        "\n38°C, 37 °C\n",
        "",
    ),
    "numbers_by_tab": (word(p("Ward 5", TAB, "020 7946 0018")), "Ward 5, 020 7946 0018", ""),
    "dots": (word(p("Name: ...................... Date …………")), "Name: ______________________ Date ________", ""),
    "dots_to_a_page": (word(p("Risks ........ 5") + p("Wait...")), "Risks ........ 5\n\nWait...", ""),
    "leaders": (
        word(
            p("Name", TAB, "Date", TAB, look=leaders("underscore", "dot"))
            + p("Aspirin", TAB, "5 mg", look=leaders("dot"))
        ),
        "Name ____________ Date ____________\n\nAspirin 5 mg",
        "",
    ),
    "underlined": (
        word(p("Name: ", run("        ", UNDERLINED), " on ", run("see", UNDERLINED))),
        "Name: ____________ on *see*",
        "",
    ),
    "empty_field": (word(p("Name: ", field("FORMTEXT", "\u2002" * 5))), "Name: ____________", ""),
    "empty_rows": (
        word(table(cell("Day") + cell("Pain"), cell("") + cell(""), cell("") + cell(""))),
        "| Day | Pain |\n|---|---|\n|  |  |\n|  |  |",
        "",
    ),
    "form_in_a_style_with_headings": (
        word(table(cell("Name") + cell(""), cell("Ward") + cell("")).replace("<w:tblPr/>", STYLED)),
        "| Name | ____________ |\n|---|---|\n| Ward |  |\n",
        "An empty column",
    ),
    "one_empty_row": (
        word(table(cell("Day") + cell("Pain"), cell("1") + cell("5"), cell("") + cell(""))),
        "| 1 | 5 |\n",
        "",
    ),
    "turned": (picture('<a:xfrm rot="5400000"/>'), "images/picture-1.png", "turned in Word"),
    "mirrored": (picture('<a:xfrm flipH="1"/>'), "images/picture-1.png", "look at left and right"),
    "comment_on_nothing": (
        word(p("Text."), {"comments c.xml": f"<w:comments>{REMARK}</w:comments>"}),
        "Text.\n\n<!-- Ann: Two? -->",
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", KINDS)
def test_what_people_type_is_what_they_meant(bring, name):
    data, part, told = KINDS[name]
    _, leaflet = bring(data)
    assert part in leaflet.text
    assert any(told in one.what for one in leaflet.notices)
    assert LOST not in leaflet.text


def test_a_long_list_costs_no_more_than_its_length():
    """Each line once looked for the end of what it goes on with: 20,000 of them took minutes."""
    item, more = Line((Run("x"),), "", mark=Mark(False, 0)), Line((Run("x"),), "", style="list paragraph")
    lines = (item, *[more] * 20_000, item)
    start = time.process_time()
    assert sum(one.item == 0 for one in as_meant(lines)) == 20_000
    assert time.process_time() - start < 10
