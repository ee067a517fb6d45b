"""What stands in for WeasyPrint's own functions gives what they give, in whole documents."""

import pytest
from weasyprint import css
from weasyprint.layout import percent
from weasyprint.text import line_break

from polyleaf.render import quick
from polyleaf.render.weasy import write_pdf

PAGE = """<!DOCTYPE html><html lang="en" dir="{way}"><head><title>Eyes</title><style>
@page {{ size: A6; margin: 10% 8mm; @bottom-left {{ content: counter(page); width: 40%; min-width: auto }} }}
:root {{ --gap: 3mm; line-height: 1.4 }} body {{ margin: 0 auto }} h1 {{ color: #003087; margin-block: 1em 5% }}
p {{ margin-inline-start: 10%; padding: var(--gap); border: 1px solid; width: calc(50% + 9mm);
  box-sizing: border-box }}
p + p {{ max-width: 80%; min-height: 12%; float: left; line-height: calc(1em + 4px); text-decoration: underline }}
table {{ border-collapse: collapse; width: 90% }} td {{ border: 2px solid; padding: 2% }}
.box {{ display: flex; gap: 2mm; height: 30mm }} .box > * {{ height: 50%; width: 30%; margin: auto }}
img {{ height: 5mm; width: auto }} li {{ list-style: square; margin-inline: 5%; page: auto }} span {{ all: inherit }}
.held {{ position: relative; inset-inline-start: 4%; }} .inline {{ display: inline-block; width: 3em; padding: 5% 0 }}
</style></head><body><h1>Eyes</h1><p>Bring your glasses.</p><p>And your <u>lenses</u> too.</p>
<table><tr><td>One<td>Two</table><ul><li>One<li class="held">Two <span>three</span></ul>
<div class="box"><b>One</b><i>Two</i></div><p class="inline">Last</p></body></html>"""


def nothing(address):
    raise KeyError(address)


@pytest.fixture
def compared(monkeypatch):
    """Both are asked; the answers that differ."""
    differing, asked = [], []
    ours, struts, missing = quick.resolve_percentages, quick.strut, quick.missing
    quick.install()

    def percentages(box, containing_block):
        other = box.copy()
        quick._real_percentages(other, containing_block)
        ours(box, containing_block)
        asked.append("percentages")
        if vars(box) != vars(other):
            differing.append((box, vars(box), vars(other)))

    def strut(style):
        asked.append("strut")
        if struts(style) != quick._real_strut(style):
            differing.append((style, struts(style)))
        return struts(style)

    def property_of(style, key):
        other = style.copy()
        other.pop(key, None)
        value = missing(style, key)
        asked.append("property")
        if value != (real := quick._real_missing(other, key)):
            differing.append((key, value, real))
        return value

    for name, module in quick.weasyprint_modules():
        for function, standing, checked in (
            ("resolve_percentages", ours, percentages),
            ("strut", struts, strut),
        ):
            if getattr(module, function, None) is standing:
                monkeypatch.setattr(f"{name}.{function}", checked)
    monkeypatch.setattr(css.ComputedStyle, "__missing__", property_of)
    monkeypatch.setattr(quick, "missing", property_of)
    return differing, asked


@pytest.mark.parametrize("way", ["ltr", "rtl"])
def test_the_answers_are_those_of_the_engine(tmp_path, compared, way):
    differing, asked = compared
    write_pdf(PAGE.format(way=way), nothing, tmp_path / "eyes.pdf")
    assert differing == []
    assert set(asked) == {"percentages", "strut", "property"}


def test_they_stand_wherever_they_are_called():
    quick.install()
    left = [
        name
        for name, module in quick.weasyprint_modules()
        for function, real in (("resolve_percentages", quick._real_percentages), ("strut", quick._real_strut))
        if getattr(module, function, None) is real
    ]
    assert left == []
    assert percent.resolve_percentages is quick.resolve_percentages
    assert line_break.strut is quick.strut
