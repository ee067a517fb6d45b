"""Finished files that open well and say strange things: read and judged, or refused in words; nothing crashes."""

import re
from dataclasses import replace

import pytest
from tests.checks.page_press import SENTENCE, set_page
from tests.pdf.deep_mutants import outcomes

from polyleaf.checks.run import run
from polyleaf.checks.samples.printed import printed
from polyleaf.pdf.reader import read_pdf
from polyleaf.pdf.tag_tree import read_tags
from polyleaf.pdf.unreadable import UnreadablePdf

BODY = f"""<main><h1>Knee scan</h1><p>{SENTENCE * 12}</p><ul><li>One<ul><li>Two</li></ul></li></ul>
<table><thead><tr><th scope=col>When</th><th scope=col>What</th></tr></thead>
<tbody><tr><th scope=row>6 hours</th><td>Stop eating</td></tr></tbody></table>
<figure><img src='x.png' alt='A knee' style='width:60pt;height:40pt'><figcaption>The knee</figcaption></figure>
<p lang=ar dir=rtl style="font-family:'Noto Naskh Arabic'">اتصل بالرقم <bdi>111</bdi> الآن.</p>
<p>See <a href="https://example.org">our page</a>.</p>
<h2 style="break-before: page">Risks</h2><p>{SENTENCE}</p></main>"""
PYTHON = re.compile(r"object has no|unexpected keyword|NoneType|Traceback|unsupported operand")


def strange(tmp_path, seeds):
    return outcomes(set_page(BODY).read_bytes(), tmp_path / "mutant.pdf", seeds, judge)


def judge(path, _seed):
    try:
        subject = replace(printed(), facts=read_pdf(path, "x.pdf"), tags=read_tags(path, "x.pdf"))
    except UnreadablePdf as error:
        return error.message if PYTHON.search(error.message) else "refused"
    crashed = [one.fault.message for one in run((subject,), partial=True) if one.check.startswith("engine/")]
    return crashed[0] if crashed else "judged"


def test_strange_files_are_judged_or_refused(tmp_path):
    assert strange(tmp_path, range(60))["judged"] > 50


@pytest.mark.slow
def test_three_thousand_strange_files_are_judged_or_refused(tmp_path):
    assert strange(tmp_path, range(1_000, 4_000))["judged"] > 2_700
