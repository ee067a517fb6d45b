"""Elements of web pages: what is seen in a browser is in the leaflet, or is told."""

import pytest
from tests.importing.conftest import TODAY, reading

from polyleaf.importing.bringing import brought, finished
from polyleaf.importing.web import read_web
from polyleaf.importing.word.changes import Changes

HALF = "<mfrac><mn>1</mn><mn>2</mn></mfrac>"
POWER = "<msup><mi>h</mi><mn>2</mn></msup>"
WORD_LIST = (
    "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>"
    "<span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>First</p><p class="
    "MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:\"Courier New\"'>"
    "<span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span></span><![endif]>Inner</p>"
)
SIGNS = (
    "<p>5 <span style='font-family:Symbol'>m</span>g <font face=Symbol>&#61538;</font> <i style='font:9pt Wingdings'>ü "
    "<b style='font-family:Arial'>ok</b></i></p>"
)
FORM = (
    "<p>Ward: <select><option>North<option selected>South</select>, <input value=Jane>, <input type=checkbox checked>"
    " yes<input type=hidden value=no></p>"
)
OF_GOOGLE = (
    "<style>.c1{font-weight:700}.c2{font-style:italic}@media print{.c0{font-weight:700}}</style>"
    "<p><span class=c0>Do </span><span class=c1>not</span> eat, <span class=c2>please</span>. "
    "<a href='https://www.google.com/url?q=https://www.example.org/a%3Fb&amp;sa=D'>More</a></p>"
    "<ul class='c6 lst-kix_a-0 start'><li>One</li></ul><ul class='c6 lst-kix_a-1 start'><li>inner<li>too</li></ul>"
    "<ul class='c6 lst-kix_a-0'><li>Two</li></ul>"
)
CARD = (
    "<div class='nhs-card nhs-card--emergency'><div class='nhs-card__head'><h3>Call 999 if:</h3></div>"
    "<div class='nhs-card__content'><ul><li>it bleeds</ul></div></div>"
)
OF_OUTLOOK = (
    "<p>Take <a style='mso-comment-reference:AB_1'>two</a><span class=MsoCommentReference><a>[AB1]</a></span>.</p>"
    "<div style='mso-element:comment' class=msocomtxt><p><span class=MsoCommentReference>[AB1]</span>Sure?</p></div>"
)
KINDS = {
    "looks_by_class": (
        OF_GOOGLE,
        "Do **not** eat, *please*. [More](https://www.example.org/a?b)\n\n- One\n  - inner\n  - too\n- Two",
        "",
    ),
    "parts_of_a_card": (CARD, "\n:::{emergency} Call 999 if:\n- it bleeds\n:::\n", ""),
    "beside_and_inside": (
        "<aside>Menu<br>more</aside><article><aside><p>Bring a friend.</p></aside></article>",
        "<!-- Menu more -->\n\n:::{tip}\nBring a friend.\n:::",
        "<aside>",
    ),
    "details": (
        "<h2>Stay</h2><p>Here.</p><details><summary>How long</summary><p>2 hours.</p></details>",
        "## How long\n\n2 hours.",
        "",
    ),
    "heading_by_role": (
        "<h2>Stay</h2><p>Here.</p><div role=heading aria-level=2>Risks</div><p>Few.</p>",
        "## Risks\n\nFew.",
        "",
    ),
    "struck_out": (
        "<p>Take <s>4 <b>puffs</b></s><span style='text-decoration: line-through'> a day</span> 2 puffs.</p>",
        "Take ~~4 puffs a day~~ 2 puffs.",
        "Words struck out",
    ),
    "skip_link": ("<a class='skip-link' href='#main'>Skip to text</a><p>Words</p>", "<!-- Hidden text: Skip to", ""),
    "buttons": ("<p>Name <textarea>Ann</textarea><button>Print</button></p>", "Name Ann Print\n", ""),
    "comments_of_outlook": (OF_OUTLOOK, "Take two.\n\n<!-- [AB1] Sure? -->", ""),
    "paper_of_libreoffice": (
        "<div title=header><p>Code: ORT-117</p></div><p>Text<sup>1</sup></p><p><a class=sdfootnotesym>1</a>Note</p>",
        "code: ORT-117\n",
        "",
    ),
    "note_of_libreoffice": ("<p><a class=sdfootnotesym>1</a>Note</p>", "\n1 Note\n", ""),
    "smart_tags": (
        '<p>Stop <st1:place w:st="on">war<st1:City>farin</st1:City></st1:place> now.</p><my-card><p>One</p></my-card>',
        "Stop warfarin now.\n\nOne",
        "",
    ),
    "bold_of_word": (
        (
            "<p>Stop <b style='mso-bidi-font-weight:normal'>5 days</b> "
            "<i style='mso-bidi-font-style:normal'>before</i>."
            "<span style='mso-bidi-font-family:Symbol'>m</span></p>"
        ),
        "Stop **5 days** *before*.m",
        "",
    ),
    "title_of_word": (
        "<p class=MsoTitle>Knees</p><p class=MsoSubtitle>All of them</p><p class=MsoToc1>Before 2</p><h1>Before</h1>",
        "title: Knees\nsummary: All of them\n",
        "table of contents",
    ),
    "half": (f"<p>Take <math>{HALF}</math> or <math><mn>1</mn>{HALF}</math></p>", "Take 1/2 or 1 1/2", "A formula"),
    "formula": (
        f"<p><math><mfrac><mtext>weight in kg</mtext>{POWER}</mfrac><msqrt><mn>4</mn></msqrt></math></p>",
        "(weight in kg)/h²√4",
        "A formula",
    ),
    "formula_twice": (
        f"<math><semantics><mfenced>{POWER}<mi>b</mi></mfenced><annotation>h^2</annotation></semantics></math>",
        "(h²,b)\n",
        "A formula",
    ),
    "signs": (SIGNS, "5 μg β ✓ **ok**", ""),
    "letters": ("<p style='font-family: Arial, Symbol'>mg</p>", "\nmg\n", ""),
    "drawing": (
        "<p>Look</p><svg><title>T</title><text>Lens</text></svg>",
        "<!-- Words of a drawing: Lens -->",
        "A drawing in the page",
    ),
    "form": (FORM, "Ward: South, Jane, ☑ yes\n", ""),
    "hidden": (
        "<p>Seen<span style='display: none'>not seen</span> too</p><div hidden>nor this</div>",
        "<!-- Hidden text: not seen -->\n\nSeen too\n\n<!-- Hidden text: nor this -->",
        "",
    ),
    "folded_by_a_script": (
        "<button>Before</button><div class=accordion-panel style='display:none'><p>Come early.</p></div>",
        "\nCome early.\n",
        "",
    ),
    "mark_of_a_note": ("<p>1 in 20<sup><a href='#f1'>1</a></sup> people</p>", "1 in 20¹ people", ""),
    "review_in_the_foot": ("<footer>Next review due: 3 March 2029</footer>", "review_by: 2029-03-03", ""),
    "heading_of_two_rows": (
        "<table><thead><tr><th>Drug<th colspan=2>Dose</tr><tr><th><th>am<th>pm</tr></thead><tr><td>A<td>1<td>2</table>",
        "| Drug | Dose: am | Dose: pm |",
        "had several rows",
    ),
    "lists_of_word": (WORD_LIST, "\n- First\n\n  - Inner\n", ""),
    "ruby": ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢 (kan)", ""),
    "counted_down": ("<ol reversed><li>c<li>b<li>a</ol>", "3. c\n\n2. b\n\n1. a", ""),
    "figures_raised_by_style": ("<p>10<span style='vertical-align: super'>9</span>/L</p>", "10⁹/L", ""),
    "words_taken_out": ("<p>Ring if <del>needed</del> <ins>you are ill</ins>.</p>", "Ring if you are ill.", "“needed”"),
    "long_form_of_a_short_one": (
        "<p>An <abbr title='electrocardiogram'>ECG</abbr> is made.</p>",
        "<!-- Hidden text: ECG: electrocardiogram -->\n\nAn ECG is made.",
        "",
    ),
    "bar_at_the_side": ("<div style='border-left: 4px solid red'>Mind.</div>", ":::{tip}\nMind.\n:::", ""),
    "foreign": (
        "<p>Here:</p><iframe title='Map'>old browsers</iframe><noscript>none</noscript>",
        "Here:",
        "(<iframe>, “Map”)",
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_what_is_seen_in_a_browser_is_in_the_leaflet_or_told(name):
    page, part, told = KINDS[name]
    gathered = read_web(
        f"<html><body><p>Before.</p>{page}</body></html>".encode(), "x.html", Changes.ACCEPT, lambda _: None
    )
    leaflet = finished(brought(gathered, "the-file", reading(), "NEW-001"), (), TODAY)
    assert part in leaflet.text
    assert any(told in one.what for one in leaflet.notices)
    assert "not found again" not in leaflet.text
    assert "[endif]" not in leaflet.text
