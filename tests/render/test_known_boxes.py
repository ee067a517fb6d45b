"""Lines that were set before are set as if they were new."""

import weasyprint
from weasyprint.layout import inline

from polyleaf.render import known_boxes, known_styles, line_ends, margins

SHEET = """@page { size: A6; margin: 8mm; @bottom-left { content: counter(page) } }
html { font: 13px/1.5 "Noto Sans", "Noto Sans Arabic" } p { margin: 8px 0; orphans: 2; widows: 2 }
.left { float: left; width: 30mm; height: 12mm } .right { float: inline-end; width: 20mm; margin: 0 2mm }
.held { display: inline-block; width: 22mm; padding: 1mm; border: 1px solid; vertical-align: top }
.over { position: absolute; right: 0 } .dots::after { content: leader(dotted) "x" }
.page::after { content: " " target-counter(attr(href), page) } .first::first-letter { font-size: 2em }
.just { text-align: justify } .back { direction: rtl } .mark { display: list-item; margin-left: 9mm }
table { border-collapse: collapse } td { padding: 1mm; border: 1px solid } .tall { line-height: 2.5 }
.whole { break-inside: avoid } img { width: 6mm; height: 6mm } .by { position: relative; top: 2px }"""
WORDS = "Bring your glasses and a list of what you take to the ward on the day. "
BODY = f"""<p class="left whole">Beside</p><p>{WORDS * 2}</p><p class="just">{WORDS} <b>{WORDS}</b> <i class="by">you
</i></p><div class="whole"><p>{WORDS} <span class="held"><b>In</b> a box<br>of its own</span> {WORDS}</p></div>
<p class="right">Elsewhere</p><p>{WORDS}</p><p>{WORDS}<span class="over">Over</span></p><p class="dots">{WORDS}</p>
<p>{WORDS}<a class="page" href="#end">see</a> there</p><p class="first">{WORDS}</p>
<div class="back"><p lang="ar">أحضر نظارتك وعدساتك وقائمة بما تتناوله إلى القسم في ذلك اليوم. <b>{WORDS}</b></p></div>
<p class="mark whole">{WORDS * 2}</p><table><tr><td>{WORDS}<td><p>Two</p></table><p class="tall">{WORDS * 2}</p>
<p id="end">{WORDS}<img alt="" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9'/>"></p>"""


def files(known: bool, monkeypatch) -> tuple[list[bytes], int]:
    """The same page, laid out again and again with other styles; and how many lines were set."""
    line_ends.install()
    known_styles.install()
    many = []
    real = known_boxes._next_line
    monkeypatch.setattr(known_boxes, "_next_line", lambda *a: (many.append(a), real(*a))[1])
    monkeypatch.setattr(known_boxes, "_MOST", 9_000 if known else 0)
    monkeypatch.setattr(inline, "get_next_linebox", known_boxes.get_next_linebox)
    html = weasyprint.HTML(string=f"<style>{SHEET}</style><body>{BODY}</body>")
    found = []
    for turn, told in enumerate(("", "margin-top: 11px", "line-height: 1.7")):
        for number, element in enumerate(one for one in html.etree_element.iter() if one.tag in ("p", "div")):
            if told and number % 3 != turn % 3:
                element.set("style", told)
            if told and element.get("class") == "right":
                element.set("style", f"height: {turn * 8}mm; width: {turn * 9}mm")
        for element in html.etree_element.iter("span"):
            element.set("style", f"padding-top: {turn}mm")
        document = margins.unfinished(html)
        margins.finish(document)
        found.append(document.write_pdf())
    margins.let_go()
    return found, len(many)


def test_lines_are_as_if_they_were_new(monkeypatch) -> None:
    expected, all_of_them = files(known=False, monkeypatch=monkeypatch)
    found, new = files(known=True, monkeypatch=monkeypatch)
    assert found == expected
    assert len(set(found)) == len(found)
    assert new < all_of_them * 0.7
