"""Pages to make ready for print: set by the real engine, with everything in them that a style sheet can ask for."""

import datetime
import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import weasyprint
from PIL import Image
from weasyprint.urls import URLFetcher, URLFetcherResponse

from polyleaf.pdf.press.finish import finish
from polyleaf.pdf.press.order import PressOrder
from polyleaf.pdf.press.profile import find_profile
from polyleaf.pdf.press.slug import NUMBERED

COATED = find_profile("built-in FOGRA39", Path())

ORDER = PressOrder(
    width=210.0,
    height=297.0,
    bleed=3.0,
    profile=COATED,
    black_only=False,
    colours={"#003087": (1.0, 0.75, 0.0, 0.18)},
    title="Knees & <hips>",
    author="Example Hospital",
    language="en",
    right_to_left=False,
    date=datetime.date(2026, 11, 20),
    name="knee/ar/large",
)

STYLE = """
@page { size: 210mm 297mm; margin: 20mm }
body { margin: 0; font: 14pt/1.5 'Noto Sans', 'Noto Naskh Arabic' }
img { width: 40mm }
"""

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100"><defs>
<linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset=".5" stop-color="#0f0"/>
<stop offset="1" stop-color="#00f" stop-opacity=".5"/></linearGradient>
<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><circle cx="5" cy="5" r="3" fill="#c0c"/></pattern>
<mask id="m"><rect width="200" height="100" fill="#fff"/><circle cx="90" cy="70" r="20" fill="#400"/></mask></defs>
<rect width="90" height="40" fill="url(#g)"/><rect x="100" width="90" height="40" fill="url(#p)"/>
<g opacity=".5"><rect y="50" width="50" height="40" fill="#0aa"/></g>
<rect x="60" y="50" width="100" height="40" fill="#aa0" mask="url(#m)"/>
<text x="5" y="95" font-size="20" fill="#123456" stroke="#fff" stroke-width="1">drawn</text></svg>"""

EVERYTHING = f"""
<h1 style="color: #003087">Head</h1>
<p>Plain <a href="https://example.org">link</a> <b style="color: #333">grey</b>
<span style="color: lab(50% 40 -30)">lab</span> <span style="color: rgb(0 0 0 / .5)">half</span></p>
<p style="font-size: 8pt">small print</p>
<div style="background: linear-gradient(90deg, #005eb8, white); height: 10mm"></div>
<div style="background: radial-gradient(#fff, rgb(200 0 0 / .3)); height: 10mm"></div>
<div style="background: #003087; color: #fff; border: .6pt solid #900; border-radius: 3mm">reversed</div>
<p><img alt="x" src="polyleaf:photo.jpg"><img alt="x" src="polyleaf:clear.png"><img alt="x" src="polyleaf:few.png">
<img alt="x" src="polyleaf:grey.png"><img alt="x" src="polyleaf:neutral.png"><img alt="x" src="polyleaf:inks.jpg"></p>
{DRAWING}
<p style="break-before: page">مرحبا بكم</p>
"""


def _picture(mode, kind, colour):
    picture = Image.new(mode, (120, 90), colour)
    if mode in ("RGB", "RGBA") and len(set(colour[:3])) > 1:
        picture.paste((0, 90, 184, 128)[: len(mode)], (0, 0, 40, 40))
    if kind == "GIF":
        picture, kind = picture.quantize(8), "PNG"
    data = io.BytesIO()
    picture.save(data, kind)
    return data.getvalue()


@cache
def pictures():
    return {
        "photo.jpg": _picture("RGB", "JPEG", (160, 32, 32)),
        "clear.png": _picture("RGBA", "PNG", (32, 64, 160, 128)),
        "few.png": _picture("RGB", "GIF", (200, 0, 0)),
        "grey.png": _picture("L", "PNG", 130),
        "neutral.png": _picture("RGB", "PNG", (128, 128, 128)),
        "inks.jpg": _picture("CMYK", "JPEG", (200, 30, 10, 60)),
    }


class _Pictures(URLFetcher):
    def fetch(self, url, headers=None):
        name = url.removeprefix("polyleaf:")
        return URLFetcherResponse(url, pictures()[name], {"Content-Type": f"image/{name[-3:].replace('jpg', 'jpeg')}"})


def typeset(body, target, style="", attributes="lang=en"):
    """An accessible file, as a leaflet is."""
    page = f"<html {attributes}><title>A title</title><style>{STYLE}{style}</style>{body}"
    html = weasyprint.HTML(string=page, url_fetcher=_Pictures(), base_url="polyleaf:")
    html.write_pdf(target, pdf_variant="pdf/ua-1")
    return target


def strip(target):
    """A slug line, as the template makes it."""
    style = """@page { size: 210mm 6mm; margin: 0 } body { font: 7pt/6mm 'Noto Sans' }
        p { margin: 0 } p + p { break-before: page }"""
    return typeset(f"<p>RAD-014 · 1.0<p>{NUMBERED} 0123456789", target, style)


def pressed(folder, body=EVERYTHING, style="", attributes="lang=en", **changes):
    """The path of a press file, and what was done to it."""
    folder.mkdir(parents=True, exist_ok=True)
    accessible = typeset(body, folder / "page.pdf", style, attributes)
    target = folder / "press.pdf"
    return target, finish(accessible, replace(ORDER, **changes), strip(folder / "strip.pdf"), target)
