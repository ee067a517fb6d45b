"""The readability certificate: one page of HTML for each PDF, with every figure beside the rule it must keep.

It is plain HTML with its own small style sheet, no script and nothing from elsewhere: it can be filed, mailed and
printed on one sheet. Everything that comes from leaflets is escaped.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from math import isfinite

from polyleaf import __version__
from polyleaf.model.finding import Severity
from polyleaf.model.measure import Measure, MeasuredFile
from polyleaf.model.wording import quote
from polyleaf.reading.coverage import unjudged

_WORDS = 26
"""Characters of the text that a figure was found on."""

_STYLE = """
@page { size: A4 landscape; margin: 9mm 12mm }
* { box-sizing: border-box }
html { font: 1rem/1.4 "Noto Sans", "Segoe UI", Arial, sans-serif; color: #000; background: #fff }
body { max-width: 76rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; color: #003087 }
dl { display: flex; flex-wrap: wrap; gap: .1rem 1.6rem; margin: 0 0 .6rem }
dl div { display: flex; flex: none; gap: .4rem; max-width: 100% }
dt, th { font-weight: 700 }
dt { white-space: nowrap }
dd { margin: 0 }
.verdict { font-weight: 700; border-left: .5rem solid #003087; background: #e6ecf6 }
.verdict { padding: .4rem .8rem; margin: 0 0 .8rem }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; padding-bottom: .4rem }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid #595959 }
thead th { border-bottom: 2px solid #000 }
tbody th { font-weight: 400 }
.figure { white-space: nowrap }
.broken th, .broken td { background: #fff3cd; font-weight: 700 }
footer { margin-top: .6rem }
@media print {
  html { font-size: 8.2pt; line-height: 1.2 }
  body { padding: 0; max-width: none }
  h1 { margin: 0 }
  dl, .verdict, footer, footer p { margin: .15rem 0 }
  .verdict { padding: .15rem .8rem }
  caption { padding: 0 }
  th, td { padding: .06rem .4rem }
  tr { break-inside: avoid }
  .verdict, .broken th, .broken td { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}
"""


def certificate(file: MeasuredFile, accepted: Mapping[str, str] | None = None) -> str:
    """The certificate of one file.

    Args:
        file: What was measured.
        accepted: Reasons of the waivers that hold for its leaflet, by check.
    """
    accepted = accepted or {}
    rows = "\n".join(_row(measure, accepted, file.language.tag) for measure in file.measures)
    title = f"Readability certificate: {_clean(file.title)}, {file.language.english}, {file.edition.name}"
    silence = unjudged(file.language)
    blind = f"\n<p>{escape(silence)} A reviser compares these with care.</p>" if silence else ""
    draft = "<div><dt>State</dt><dd>draft</dd></div>" if file.draft else ""
    return f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>Readability certificate</h1>
<dl>
<div><dt>Leaflet</dt><dd><bdi lang="{escape(file.language.tag)}">{escape(_clean(file.title))}</bdi></dd></div>
{_fact("Code and version", f"{file.code} · {file.version}")}
{_fact("Language", file.language.english)}
{_fact("Edition", f"{file.edition.name}: {file.edition.size:g} pt on {file.edition.paper}")}
{_fact("Pages", str(file.pages))}
{_fact("File", file.path)}
{draft}
</dl>
<p class="verdict">{escape(verdict(file, accepted))}</p>
<table>
<caption>Each figure is the worst that was found in the whole file.</caption>
<thead>
<tr><th scope="col">Result</th><th scope="col">What was measured</th><th scope="col">Found</th>\
<th scope="col">Rule</th><th scope="col">Where</th><th scope="col">Source of the rule</th></tr>
</thead>
<tbody>
{rows}
</tbody>
</table>
</main>
<footer>
<p>Measured on the finished pages of the PDF, not on its style sheet, by polyleaf {escape(__version__)}.</p>{blind}
</footer>
</body>
</html>
"""


def verdict(file: MeasuredFile, accepted: Mapping[str, str] | None = None) -> str:
    """The outcome in one sentence."""
    accepted = accepted or {}
    broken = [measure for measure in file.measures if not measure.holds]
    open_ = [measure for measure in broken if measure.check not in accepted]
    errors = sum(measure.severity is Severity.ERROR for measure in open_)
    count = len(file.measures)
    if not broken:
        return f"All {count} rules are kept."
    if not open_:
        return f"{count - len(broken)} of {count} rules are kept; the others are accepted with a reason."
    warnings = len(open_) - errors
    parts = [f"{errors} must be mended" if errors else "", f"{warnings} should be looked at" if warnings else ""]
    return f"{count - len(broken)} of {count} rules are kept. Of the others, {' and '.join(filter(None, parts))}."


def figure(value: float | None, unit: str) -> str:
    """A figure with its unit, as people read it."""
    if value is None:
        return "nothing to measure"
    if not isfinite(value):
        return "cannot be told"
    if value == 0 and unit in ("", "mm", "em", "°"):
        return "none"
    precise = (
        f"{value:.2f}" if unit in ("× size", ": 1", "em") or (not unit and value != int(value)) else f"{value:.1f}"
    )
    shown = precise.rstrip("0").rstrip(".")
    unit = unit.removesuffix("s") if shown == "1" else unit
    return f"{shown}{unit}" if unit == "°" else f"{shown} {unit}".rstrip()


def _row(measure: Measure, accepted: Mapping[str, str], language: str) -> str:
    reason = accepted.get(measure.check)
    severe = measure.severity is Severity.ERROR
    result = "Pass" if measure.holds else f"Accepted: {reason}" if reason else "Fail" if severe else "Warning"
    style = "" if measure.holds or reason else ' class="broken"'
    return (
        f"<tr{style}><td>{escape(_clean(result))}</td>"
        f'<th scope="row">{escape(measure.name)}</th>'
        f'<td class="figure">{escape(_found(measure))}</td><td class="figure">{escape(_rule(measure))}</td>'
        f"<td>{_where(measure, language)}</td><td>{escape(measure.source)}</td></tr>"
    )


def _found(measure: Measure) -> str:
    """The figure; one that passes for its rounding only is shown as the limit."""
    value = measure.value
    if value is not None and measure.holds:
        value = max(value, measure.limit) if measure.at_least else min(value, measure.limit)
    return figure(value, measure.unit)


def _rule(measure: Measure) -> str:
    limit = figure(measure.limit, measure.unit)
    if limit == "none":
        return limit
    return f"at least {limit}" if measure.at_least else f"at most {limit}"


def _where(measure: Measure, language: str) -> str:
    """The page, and the words there; nothing for a rule that only counts and found none."""
    if measure.page is None or _found(measure) == "none":
        return ""
    words = quote(measure.text, _WORDS)
    text = f', <bdi lang="{escape(language)}">{escape(words)}</bdi>' if words != quote("") else ""
    return f"page {measure.page}{text}"


def _fact(name: str, value: str) -> str:
    return f"<div><dt>{escape(name)}</dt><dd><bdi>{escape(_clean(value))}</bdi></dd></div>"


def _clean(text: str) -> str:
    """Text without controls: it comes from leaflets."""
    return quote(text, 300)[1:-1]
