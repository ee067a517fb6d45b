"""A preflight report as one page of HTML: each finding with its rule, and the page with the place marked.

Plain HTML with its own small style sheet, no script and nothing from elsewhere: it can be mailed and printed.
Everything that comes from the file is escaped.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape

from polyleaf import __version__
from polyleaf.checks.registry import find
from polyleaf.model.finding import Finding, Severity
from polyleaf.model.preflight import PreflightReport
from polyleaf.report.findings import counted
from polyleaf.report.preflight import WORDS, where

_LEAST = 1.5
"""Smallest width of a mark in per cent of the page: a hairline could not be seen."""

_STYLE = """
@page { size: A4; margin: 14mm }
* { box-sizing: border-box }
html { font: 1rem/1.45 "Noto Sans", "Segoe UI", Arial, sans-serif; color: #000; background: #fff }
body { max-width: 62rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; color: #003087 }
h2 { font-size: 1.2rem; margin: 1.6rem 0 .5rem }
dl { display: flex; flex-wrap: wrap; gap: .1rem 1.6rem; margin: 0 0 .8rem }
dl div { display: flex; gap: .4rem }
dt { font-weight: 700 }
dd { margin: 0 }
.verdict { font-weight: 700; border-left: .5rem solid #003087; background: #e6ecf6; padding: .4rem .8rem }
.failed { border-color: #a30000; background: #fbe9e9 }
.page { display: flex; gap: 1.2rem; align-items: flex-start; break-inside: avoid }
.sheet { position: relative; flex: none; width: 15rem; border: 1px solid #595959 }
.sheet img { display: block; width: 100% }
.mark { position: absolute; border: 2px solid #a30000; background: rgb(163 0 0 / .12); min-height: .6rem }
.mark b { position: absolute; left: -2px; bottom: 100%; font-size: .75rem; line-height: 1; padding: .15rem .3rem }
.mark b { color: #fff; background: #a30000 }
ol { margin: 0; padding-left: 1.6rem; flex: 1 }
li { margin-bottom: .8rem }
li p { margin: 0 }
.rule { color: #3d3d3d; font-size: .9rem }
"""


def preflight_html(report: PreflightReport) -> str:
    """The report of one file."""
    facts = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in report.summary)
    verdict = "The file may go to print" if report.passed else "The file is not ready for print"
    groups: dict[int | None, list[Finding]] = {}
    for finding in report.findings:
        groups.setdefault(finding.fault.location.page, []).append(finding)
    body = "\n".join(_group(report, page, groups[page]) for page in sorted(groups, key=lambda page: page or 0))
    notes = "".join(f"<p>{escape(note)}</p>" for note in report.notes)
    return f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preflight: {escape(report.path)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>Preflight report</h1>
<dl><div><dt>File</dt><dd>{escape(report.path)}</dd></div>{facts}<div><dt>Profile</dt><dd>{escape(report.preset)}</dd></div></dl>
<p class="verdict{"" if report.passed else " failed"}">{verdict}: {counted(report.findings)}</p>
{body}
{notes}
</main>
<footer><p>polyleaf {escape(__version__)}</p></footer>
</body>
</html>
"""


def _group(report: PreflightReport, page: int | None, findings: list[Finding]) -> str:
    title = "The whole file" if page is None else f"Page {page}"
    items = "\n".join(_item(report, finding) for finding in findings)
    picture = "" if page is None else _sheet(report, page, findings)
    return f'<section>\n<h2>{title}</h2>\n<div class="page">{picture}<ol>{items}</ol></div>\n</section>'


def _item(report: PreflightReport, finding: Finding) -> str:
    rules = "; ".join(find(finding.check).references)
    word = WORDS[finding.severity].capitalize()
    return (
        f"<li><p><strong>{word}:</strong> {escape(finding.fault.message)}</p>"
        f"<p>{escape(finding.fault.hint)}</p>"
        f'<p class="rule">{escape(where(report, finding))} · {escape(finding.check)} · {escape(rules)}</p></li>'
    )


def _sheet(report: PreflightReport, page: int, findings: list[Finding]) -> str:
    if page not in report.pictures:
        return ""
    data = base64.b64encode(report.pictures[page]).decode()
    marks = "".join(_marks(report, page, findings))
    return f'<div class="sheet"><img alt="Page {page}" src="data:image/png;base64,{data}">{marks}</div>'


def _marks(report: PreflightReport, page: int, findings: list[Finding]) -> Iterator[str]:
    sheet = report.sheet(page)
    for number, finding in enumerate(findings, 1):
        area = finding.fault.location.area
        if sheet is None or area is None:
            continue
        left, bottom, right, top = sheet.media
        width, height = max(right - left, 1.0), max(top - bottom, 1.0)
        x, y = 100 * (area[0] - left) / width, 100 * (top - area[3]) / height
        wide = min(max(100 * (area[2] - area[0]) / width, _LEAST), 100.0)
        tall = min(max(100 * (area[3] - area[1]) / height, 0.0), 100.0)
        colour = "" if finding.severity is Severity.ERROR else ";border-style:dashed"
        place = f"left:{max(x, 0.0):.2f}%;top:{max(y, 0.0):.2f}%;width:{wide:.2f}%;height:{tall:.2f}%{colour}"
        yield f'<span class="mark" style="{place}"><b>{number}</b></span>'
