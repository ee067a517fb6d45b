"""Each page check has a page built to break it, set by the real engine, and one that passes all of them."""
# ruff: noqa: E501 - a page reads best in one line

from dataclasses import replace

import pytest
from tests.checks.page_press import SENTENCE, found, printed_page

from polyleaf.checks.registry import CHECKS
from polyleaf.checks.run import run
from polyleaf.checks.samples.language import URDU as IN_URDU
from polyleaf.checks.samples.page import a_line, a_page_of, a_paragraph_of, with_text

CODE = '<img alt="A code" style="width:100pt;height:100pt" src="code.svg">'

LONG = SENTENCE * 6
PARAGRAPH = f"<p>{LONG}</p>"
SPACER = '<div style="height:{}mm"></div>'

ARABIC = "يمكنك العودة إلى المنزل في اليوم نفسه ويجب أن يقود أحد السيارة. "
URDU = "آپ اسی دن گھر جا سکتے ہیں اور کسی کو آپ کو گاڑی میں لے جانا ہوگا۔ "
NASTALIQ = "html { font-family: 'Noto Sans', 'Noto Nastaliq Urdu'; line-height: 2.5 }"
NASKH = "h2 { line-height: 1.8 } html { font-family: 'Noto Naskh Arabic', 'Noto Sans'; line-height: 1.8 }"
CHINESE = "html { font-family: 'Noto Sans CJK SC' }"
ROWS = "<tr><td>Stop eating</td><td>{}</td></tr>"

BROKEN = {
    "text-too-small": [
        ("<p>Home</p><p style='font-size:12pt'>A small label</p>", {}),
        ("<p>Home</p>", {"style": "@page { @bottom-center { content: counter(page); font-size: 11pt } }"}),
    ],
    "other-paper": [
        (PARAGRAPH, {"style": "@page { size: A3 }"}),
        ("<p>Home</p>", {"paper": "Letter", "margin": 25.4}),
        (f"{PARAGRAPH}<div style='page: wide'>{PARAGRAPH}</div>", {"style": "@page wide { size: 297mm 100mm }"}),
    ],
    "text-outside-page": [(f"<p style='white-space:nowrap'>{LONG}</p>", {})],
    "lines-too-close": [
        (PARAGRAPH, {"style": "html { line-height: 1.1 }"}),
        (PARAGRAPH, {"style": "html { line-height: 1.3 }"}),  # Noto Sans needs 1.36
        (f"<p>{URDU * 4}</p>", {"style": NASTALIQ + "p { line-height: 1.7 }", "attributes": "lang=ur dir=rtl"}),
    ],
    "lines-close": [(PARAGRAPH, {"style": "html { line-height: 1.4 }"})],
    "line-too-long": [(PARAGRAPH, {"style": "html { font-size: 12pt } p { width: 450pt }", "size": 12})],
    "line-far-too-long": [
        (PARAGRAPH, {"style": "html { font-size: 10pt }", "size": 10}),
        (f"<p>{'您可以在当天回家，并且必须有人开车送您。' * 6}</p>", {"style": CHINESE + "p { font-size: 10pt }", "size": 10}),
    ],
    "line-start-moves": [
        (f"<p style='text-align:center'>{LONG}</p>", {}),
        (f"<p style='text-align:right'>{LONG}</p>", {}),
        (f"<p><img src='x.png' alt='A knee' style='float:left;width:60pt;height:40pt'>{LONG}</p>", {}),
        (f"<p style='text-indent:2em'>{LONG}</p>", {}),
        (f"<h2>Risks</h2><p style='text-indent:2em'>{LONG}</p>", {}),
        (f"<p style='text-align:left'>{ARABIC * 2}نعم. {ARABIC}</p>", {"style": NASKH, "attributes": "lang=ar dir=rtl"}),
    ],
    "text-justified": [
        (f"<p style='text-align:justify'>{LONG}</p>", {}),
        (f"<p style='text-align:justify'>{ARABIC * 5}</p>", {"style": NASKH, "attributes": "lang=ar dir=rtl"}),
    ],
    "italic-text": [("<p>Tell us <i>before</i> you come.</p>", {})],
    "underline-without-link": [("<p>Tell us <u>before</u> you come.</p>", {})],
    "words-in-capitals": [
        ("<p>PLEASE DO NOT EAT before you come.</p>", {}),
        ("<p>PLEASE, DO NOT EAT, before you come.</p>", {}),
        ("<p>WARNING, PLEASE, LISTEN, CAREFULLY.</p>", {}),
        ("<p style='text-transform:uppercase'>Please do not eat before.</p>", {}),
    ],
    "letters-spaced": [
        (f"<p style='letter-spacing:1pt'>{LONG}</p>", {}),
        (f"<p style='letter-spacing:-1pt'>{LONG}</p>", {}),
        ("<p>Tell us <b style='letter-spacing:2pt'>now</b>.</p>", {}),
    ],
    "joined-letters-spaced": [
        (f"<p style='letter-spacing:1pt'>{ARABIC * 3}</p>", {"style": NASKH, "attributes": "lang=ar dir=rtl"}),
    ],
    "hyphen-at-line-end": [
        (f"<p style='width:120pt;hyphens:auto'>{'anaesthesia compression fracture ' * 3}</p>", {}),
        ("<p style='width:140pt'>The doctor watches the x-ray pictures.</p>", {}),
    ],
    "word-broken": [
        (
            "<p style='width:120pt; overflow-wrap:anywhere'>Take hydroxychloroquinesulfate</p>",
            {"texts": ("Take hydroxychloroquinesulfate",)},
        )
    ],
    "fact-split": [
        ("<p style='width:190pt'>Please call 01632 960 100 now.</p>", {"facts": ("01632 960 100",)}),
        ("<p style='width:180pt'>It happens to 1 in 1,000 people.</p>", {"facts": ("1 in 1,000",)}),
        (
            "<p style='width:150pt'>ابدأ بالصيام قبل 6 ساعات من الإجراء</p>",
            {"facts": ("6 ساعات",), "style": NASKH, "attributes": "lang=ar dir=rtl"},
        ),
    ],
    "margin-narrow": [
        (PARAGRAPH, {"style": "@page { margin: 17mm }", "margin": 17.0}),
        (PARAGRAPH, {"style": "@page { size: letter; margin: 22mm }", "margin": 22.0, "paper": "Letter"}),
    ],
    "margin-too-narrow": [(PARAGRAPH, {"style": "@page { margin: 12mm }", "margin": 12.0})],
    "text-in-columns": [(f"<div style='columns:2'><p>{LONG}</p></div>", {})],
    "contrast-too-low": [
        ("<p style='color:#666'>Grey on white, 5.7 to 1</p>", {}),
        ("<p style='color:#888'>Grey on white</p>", {"style": "html { font-size: 14pt }", "size": 14}),
        ("<p style='background:#005eb8'>Black on blue</p>", {}),
        ("<p style='opacity:.5'>Half there</p>", {"ours": False}),
        ("<p style='color:rgba(0,0,0,.5)'>Half there</p>", {}),
        ("<div style='background:#003087'><p style='color:#003087'>Blue on blue</p></div>", {}),
        ("<p style='color:white;background:#003087'>First<br>Second</p><p style='color:white'>Unseen</p>", {}),
    ],
    "text-beyond-margin": [
        ("<p style='white-space:nowrap'>You can go home on the same day, if somebody drives.</p>", {}),
        ("<ul style='list-style:outside disc'><li>A bullet in the margin</li></ul>", {}),
    ],
    "text-clipped": [
        ("<p style='width:100pt;overflow:hidden;white-space:nowrap'>Do not eat before you come.</p>", {}),
        ("<p style='height:10pt;overflow:hidden'>Do not eat.</p>", {}),
    ],
    "text-over-text": [
        ("<p>Do not eat.</p><p style='margin-top:-50pt'>Come in at seven.</p>", {}),
        (
            (
                "<div class='picture' style='position:relative'><img src='x.png' alt='A needle' style='width:20mm'>"
                "<span class='label' style='position:absolute;left:0;top:30mm'>Needle point</span>"
                "<span class='label' style='position:absolute;left:9mm;top:30mm'>Bone cement</span></div>"
            ),
            {},
        ),
    ],
    "orphan-line": [(SPACER.format(232) + PARAGRAPH, {"style": "p { orphans: 1; widows: 1 }", "texts": (LONG.strip(),)})],
    "widow-line": [(SPACER.format(175) + PARAGRAPH, {"style": "p { orphans: 1; widows: 1 }", "texts": (LONG.strip(),)})],
    "heading-at-page-foot": [
        (SPACER.format(230) + f"<h2 style='break-after:auto'>Risks</h2><p style='break-inside:avoid'>{LONG}</p>", {}),
    ],
    "table-row-split": [
        (
            SPACER.format(222) + f"<table>{ROWS.format(LONG)}</table>",
            {"style": "tr { break-inside: auto }", "texts": ("Stop eating", LONG.strip())},
        ),
    ],
    "text-over-picture": [
        ("<div style='background:url(x.png);background-size:100%'><p style='color:white'>On a photograph</p></div>", {}),
        ("<p style='background:linear-gradient(white,#003087)'>On a gradient</p>", {}),
        ("<img src='x.png' alt='A knee' style='width:200pt;height:100pt'><p style='margin-top:-70pt'>On it</p>", {}),
        ("<p style='background:linear-gradient(#ccd,#ccd) no-repeat;background-size:50pt'>Half on a tint</p>", {}),
        (f"<p>{CODE}</p><p style='margin-top:-50pt;padding-left:60pt'>A name half on the code</p>", {}),
    ],
    "text-turned": [
        ("<p style='transform:rotate(90deg);width:200pt;margin:100pt'>Turned</p>", {}),
        ("<p style='transform:rotate(-3deg);width:200pt;margin:100pt'>A little</p>", {}),
    ],
    "last-page-nearly-empty": [(f"<p>{LONG}</p><p style='break-before:page'>Goodbye.</p>", {})],
    "mostly-empty": [(f"<p>{LONG}</p><p style='break-before:page'>{LONG}</p>", {})],
    "page-empty": [
        (f"<p>{LONG}</p><div style='break-before:page;break-after:page'></div><p>{LONG}</p>", {}),
    ],
}  # fmt: skip

PASSING = {
    "a square code beside text": (f"<p>{CODE}</p><p>A name below the code</p>", {}),
    "bullets": (
        "<ul style='padding-left:1.5em'><li>Rest</li><li>Walk a little</li><li>Call us</li></ul>",
        {"style": "li::marker { font: 1.18em 'Noto Sans Symbols2' } html { line-height: 1.5 }"},
    ),
    "text": (PARAGRAPH + "<h2>Risks</h2>" + PARAGRAPH, {}),
    "a heading in the line that it leads to": (
        f"<h2 style='display:inline;font-size:1em'>Risks&nbsp;</h2><p style='display:inline'>{LONG}</p>",
        {},
    ),
    "links": ("<p>Read <a href='https://www.example.org'>what else you can do</a> at home.</p>", {}),
    "capitals": ("<p>Call NHS 111, or A and E. You may have MRI or CT. UK · MRNW-RFX-QHK</p>", {}),
    "capitals apart": ("<p>☐ LOW ☐ HIGH ☐ YES ☐ NO</p><p>UK 7 = EU 41, UK 8 = EU 42</p>", {}),
    "rules": ("<p style='border-bottom:1pt solid'>A row</p><p>Another</p><hr>", {}),
    "table": (f"<table>{ROWS.format(LONG)}{ROWS.format('2 hours')}</table>", {}),
    "a row whose cells have their own rules": (
        (
            "<dl style='display:table;border-collapse:collapse'><div style='display:table-row'>"
            "<dt style='display:table-cell;border-block:0.75pt solid;padding:0'>1 in 1,000</dt>"
            "<dd style='display:table-cell;border-block:0.75pt solid;width:100%;padding:0 1em'>An infection</dd></div></dl>"
        ),
        {"style": "dl { line-height: 1.5 }"},
    ),
    "list": ("<ul style='padding-left:1.5em'><li>One</li><li>Two, which is so long that it takes two lines</li></ul>", {}),
    "box": (f"<div style='background:#e6ecf6;border-left:6pt solid #003087;padding:10pt'>{PARAGRAPH}</div>", {}),
    "frame": ("<div style='border:1pt solid #003087;padding:10pt;border-radius:8pt'><p>Call us.</p></div>", {}),
    "disc": ("<p><span style='background:#003087;color:white;border-radius:50%;padding:3pt 8pt'>1</span> First</p>", {}),
    "picture": ("<img src='x.png' alt='A knee' style='width:200pt;height:100pt'><p>The knee</p>", {}),
    "pages": (f"{SPACER.format(200)}{PARAGRAPH}{PARAGRAPH}{PARAGRAPH}", {"texts": (LONG.strip(),)}),
    "facts": (
        "<p>Call <span style='white-space:nowrap'>01632 960 100</span> in 6 hours.</p>",
        {"facts": ("01632 960 100", "6 hours")},
    ),
    "foot": (PARAGRAPH, {"style": "@page { @bottom-center { content: 'Page ' counter(page); font-size: 18pt } }"}),
    "across": (PARAGRAPH, {"style": "@page { size: A4 landscape; margin: 25mm 60mm }"}),
    "giant": (PARAGRAPH, {"style": "html { font-size: 24pt }", "size": 24}),
    "clear": (PARAGRAPH, {"style": "html { font-size: 14pt }", "size": 14}),
    "clear grey": ("<p style='color:#767676'>4.54 to 1</p>", {"style": "html { font-size: 14pt }", "size": 14}),
    "clear columns": (
        f"<div style='columns:2'><p>{LONG * 2}</p></div>",
        {"style": "html { font-size: 14pt }", "size": 14},
    ),
    "Arabic": (f"<h2>المخاطر</h2><p>{ARABIC * 5}</p>", {"style": NASKH, "attributes": "lang=ar dir=rtl"}),
    "Urdu": (
        f"<p>{URDU * 3} MRI {URDU}</p>",
        {"style": NASTALIQ + "html { font-size: 18.9pt }", "attributes": "lang=ur dir=rtl"},
    ),
    "Urdu closer than its font asks": (
        f"<p>{URDU * 4}</p>",
        {"style": NASTALIQ + "p { line-height: 2; --ink-pitch: 2 }", "attributes": "lang=ur dir=rtl"},
    ),
    "Chinese": (f"<p>{'您可以在当天回家，并且必须有人开车送您。' * 6}</p>", {"style": CHINESE}),
    "a box to tick": (
        f"<p style='margin-left:2em'><span style='display:inline-block;width:1.3em;margin-left:-1.5em'>☐</span> {LONG}</p>",
        {},
    ),
    "a heading over a picture": (
        (f"{SPACER.format(100)}<h2>Risks</h2><img src='x.png' alt='A knee' style='width:300pt;height:150pt'>"
        f"<div style='break-before:page'>{PARAGRAPH}</div>"),
        {},
    ),
    "days": (PARAGRAPH + "<p>Day 1: drink 3 l<br>Day 2: drink 3 l<br><span style='word-spacing:1pt'>Day 3: catch it</span></p>", {}),
    "a form": (
        f"<p style='font-size:8pt'>Name {'.' * 90}</p><p>-- Urology nurses --<br>Direct line</p>",
        {"style": "html { font-size: 8pt }", "size": 8},
    ),
    "a box in the text": (f"<p>☐ {LONG}</p>", {}),
    "an Urdu line in English": (
        f"<p>You can ask for it:</p><p lang=ur dir=rtl style='line-height:2.5'>{URDU}</p>",
        {"style": "html { font-family: 'Noto Sans', 'Noto Nastaliq Urdu' }"},
    ),
}  # fmt: skip


def cases(table):
    return [
        pytest.param(name, body, options, id=f"{name}-{number}")
        for name, pages in table.items()
        for number, (body, options) in enumerate(pages)
    ]


@pytest.mark.parametrize(("name", "body", "options"), cases(BROKEN))
def test_a_page_built_to_break_it_is_found(name, body, options) -> None:
    assert name in [message.partition(":")[0] for message in found(printed_page(body, **options))]


@pytest.mark.parametrize(("body", "options"), PASSING.values(), ids=PASSING)
def test_a_good_page_passes_every_check(body, options) -> None:
    assert found(printed_page(body, **options)) == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("example.org/one/pain<br>01632", False),
        ("عيادة<br>www.example.org/pain-clinic<br>01632 960 100", False),
        ("Example Hospital<br>01632 960 100", False),
        ("The scan is on Monday<br>Bring all tablets", True),
    ],
)
def test_addresses_alone_begin_where_the_page_begins(lines: str, told: bool) -> None:
    """What stands behind the last sign of an address was taken for a blank, and its line for a short one."""
    page = printed_page(f"<p>{lines}</p>", style=NASKH, attributes="lang=ar dir=rtl")
    arabic = replace(page, document=replace(page.document, language=IN_URDU))
    assert any("line-start-moves" in message for message in found(arabic)) is told


def test_numbers_alone_begin_where_the_page_begins() -> None:
    page = printed_page("<p style='width:60pt'>120–150 1.30 23</p>", style=NASKH, attributes="lang=ar dir=rtl")
    assert any("line-start-moves" in message for message in found(page))
    in_urdu = replace(page, document=replace(page.document, language=IN_URDU))
    assert not any("line-start-moves" in message for message in found(in_urdu))


@pytest.mark.parametrize("name", ["text", "table", "box", "disc", "pages", "Arabic", "foot"])
def test_a_good_page_passes_with_the_tags_of_another_program(name) -> None:
    body, options = PASSING[name]
    assert found(printed_page(body, **options, ours=False)) == []


@pytest.mark.parametrize(
    "name",
    ["line-start-moves", "text-justified", "orphan-line", "widow-line", "heading-at-page-foot", "table-row-split"],
)
def test_what_is_broken_is_found_with_the_tags_of_another_program(name) -> None:
    body, options = BROKEN[name][0]
    assert name in [message.partition(":")[0] for message in found(printed_page(body, **options, ours=False))]


def test_every_page_check_has_a_page_that_breaks_it() -> None:
    ids = {check.id.removeprefix("page/") for check in CHECKS if check.area == "page"}
    logos = {"logo-colour", "logo-crowded", "logo-repeated", "logo-too-small"}
    # They need a leaflet: tests/render/test_tables.py, test_forms.py and the tests of folds.
    tables = {"table-as-cards", "form-split", "fold-too-long", "fold-too-narrow"}
    promises = {"promise-not-kept", "more-than-a-sheet"}  # they need a leaflet that promises: test_promise.py
    assert ids - set(BROKEN) - tables - promises == logos, "these need a leaflet with pictures: tests/cli/test_check.py"


def test_the_letters_of_cherokee_are_no_capitals() -> None:
    checks = [finding.check for finding in run([a_page_of(a_line("ᏣᎳᎩ ᎤᏃᎸᏔᏅ ᎠᏂᏍᎬᏘ ᏅᏓᏕᏆ ᎢᏳᏟᎶᏓ"))])]
    assert "page/words-in-capitals" not in checks


def test_a_list_of_abbreviations_is_no_shouting_and_a_colon_with_a_dash_is_no_hyphen() -> None:
    page = a_page_of(*a_paragraph_of("Blood tests: FBC, LFT, CRP, INR/PTT on days :-", "Monday and Thursday."))
    checks = [finding.check for finding in run([page])]
    assert not {"page/words-in-capitals", "page/hyphen-at-line-end"} & set(checks)


def test_a_hyphen_for_a_colon_divides_no_word() -> None:
    page = a_page_of(*a_paragraph_of("See us if-", "(1) the splint rubs"))
    assert "page/hyphen-at-line-end" not in [finding.check for finding in run([page])]


def test_a_hyphen_that_ends_a_typed_line_divides_no_word() -> None:
    """A floor below the ground is typed "2-" from right to left, and looks like -2."""
    page = with_text("כתובת: רח' ויצמן 6, קומה 2-\nפקס 03-697-5555", "כתובת: רח ויצמן '6, קומה 2-", "פקס 03-697-5555")
    assert "page/hyphen-at-line-end" not in [finding.check for finding in run([page])]
    split = with_text("The doctor watches the x-ray.", "The doctor watches the x-", "ray.")
    assert "page/hyphen-at-line-end" in [finding.check for finding in run([split])]


def test_capitals_are_told_as_they_stand_so_that_their_line_is_found() -> None:
    (found,) = [one for one in run([a_page_of(a_line("WHAT IS A SLEEP STUDY?"))]) if one.check.endswith("in-capitals")]
    assert "“WHAT IS A SLEEP STUDY”: 4 words" in found.fault.message
