"""Drawings as programs save them: Inkscape, LibreOffice, draw.io, Illustrator, and people who type SVG.

Nothing in them was made by those programs; they have their ways of writing places, styles and layers.
"""

# ruff: noqa: E501 - files as programs save them
from __future__ import annotations

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
INK = (
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD"'
)
PX = f'<svg {NS} viewBox="0 0 400 200">'
FRAME = '<rect x="1" y="1" width="398" height="198" fill="none" stroke="#000"/>'


def _px(inside: str) -> str:
    return f"{PX}{FRAME}{inside}</svg>"


DRAWINGS: dict[str, str] = {
    # Inkscape: mm, layers with transforms, styles, lines as tspans
    "inkscape-layer": f'<svg {NS} {INK} width="210mm" height="105mm" viewBox="0 0 210 105">'
    '<g inkscape:groupmode="layer" inkscape:label="Layer 1" transform="translate(-10,-20)">'
    '<rect style="fill:#ddd" x="20" y="30" width="60" height="40"/>'
    '<text xml:space="preserve" style="font-size:10.5833px;line-height:1.25;font-family:sans-serif;'
    'text-anchor:start;fill:#000000;stroke-width:0.264583" x="30" y="60" id="text1"><tspan '
    'sodipodi:role="line" id="tspan1" x="30" y="60" style="stroke-width:0.264583">Left knee</tspan></text></g></svg>',
    "inkscape-two-lines": f'<svg {NS} {INK} width="210mm" height="105mm" viewBox="0 0 210 105">'
    '<g transform="matrix(1.2,0,0,1.2,-8,4)"><text style="font-size:8px;text-align:center;text-anchor:middle" x="90" '
    'y="30"><tspan sodipodi:role="line" x="90" y="30">Ball of</tspan><tspan sodipodi:role="line" x="90" y="40">'
    "the hip</tspan></text></g></svg>",
    "inkscape-hidden-layer": f'<svg {NS} {INK} viewBox="0 0 210 105"><g style="display:none" inkscape:groupmode="layer">'
    '<text x="20" y="20" font-size="9">Old label</text></g><g style="display:inline"><text x="120" y="80" '
    'style="font-size:9px">New label</text></g></svg>',
    "inkscape-right": f'<svg {NS} {INK} width="100" height="50" viewBox="0 0 100 50"><g transform="scale(0.5)"><g '
    'transform="translate(20,10)"><text style="font-size:12px;text-anchor:end;text-align:end" x="150" y="60"><tspan '
    'sodipodi:role="line" x="150" y="60">Right knee</tspan></text></g></g></svg>',
    "inkscape-kerned": f'<svg {NS} {INK} viewBox="0 0 210 105"><text y="50" x="20" style="font-size:12px"><tspan '
    'x="20 28.4 35.9 43.1 47" y="50">Bone </tspan></text><text x="100" y="90" dx="0 1 0 -1" style="font-size:12px">'
    "Disc</text></svg>",
    "inkscape-clone": f'<svg {NS} {INK} viewBox="0 0 200 100"><g id="g1"><rect width="40" height="20" fill="#ccc"/></g>'
    '<use x="0" y="0" xlink:href="#g1" transform="translate(100,50)"/><text x="110" y="65" font-size="9">Copy</text></svg>',
    "inkscape-flipped-group": f'<svg {NS} viewBox="0 0 200 100"><g transform="matrix(-1 0 0 1 200 0)"><rect x="10" y="10" '
    'width="40" height="40" fill="#ccf"/></g><g transform="matrix(-1 0 0 1 200 0)"><g transform="matrix(-1 0 0 1 60 0)">'
    '<text x="10" y="40" font-size="9">Twice turned</text></g></g></svg>',
    "inkscape-subscript": f'<svg {NS} viewBox="0 0 200 100"><text x="40" y="50" style="font-size:12px">O<tspan '
    'style="font-size:65%;baseline-shift:sub">2</tspan> mask</text></svg>',
    # LibreOffice: hundredths of mm, classes, a tspan for paragraph, position and look each
    "office-shape": f'<svg {NS} width="160mm" height="80mm" viewBox="0 0 16000 8000" preserveAspectRatio="xMidYMid">'
    '<defs class="ClipPathGroup"><clipPath id="presentation_clip_path"><rect x="0" y="0" width="16000" height="8000"/>'
    '</clipPath></defs><g class="Page"><g class="com.sun.star.drawing.CustomShape"><g id="id3"><text '
    'class="SVGTextShape"><tspan class="TextParagraph" font-family="Liberation Sans" font-size="635px"><tspan '
    'class="TextPosition" x="3500" y="2600"><tspan fill="rgb(0,0,0)" stroke="none">Needle</tspan></tspan></tspan>'
    "</text></g></g></g></svg>",
    "office-paragraphs": f'<svg {NS} width="160mm" height="80mm" viewBox="0 0 16000 8000"><g><text class="SVGTextShape">'
    '<tspan class="TextParagraph" font-size="600px"><tspan class="TextPosition" x="2000" y="2000"><tspan>Spinal cord'
    '</tspan></tspan></tspan><tspan class="TextParagraph" font-size="600px"><tspan class="TextPosition" x="2000" '
    'y="2700"><tspan>and nerves</tspan></tspan></tspan></text></g></svg>',
    "office-scattered": f'<svg {NS} width="160mm" height="80mm" viewBox="0 0 16000 8000"><text font-size="600px"><tspan '
    'x="2000" y="2000">First</tspan><tspan x="9000" y="6500">Second</tspan></text></svg>',
    "office-scaled": f'<svg {NS} width="80mm" height="40mm" viewBox="0 0 16000 8000"><g transform="translate(8000,0) '
    'scale(0.5,0.5)"><text x="2000" y="4000" font-size="900">Half</text></g></svg>',
    # draw.io: no viewBox but width, height and viewBox="-0.5 -0.5"; pointer events, groups of text
    "drawio-viewbox": f'<svg {NS} version="1.1" width="401px" height="201px" viewBox="-0.5 -0.5 401 201"><g><rect x="40" '
    'y="40" width="120" height="60" fill="none" stroke="#000" pointer-events="all"/><g fill="#000000" '
    'font-family="Helvetica" text-anchor="middle" font-size="14px"><text x="99.5" y="74.5">Hip joint</text></g></g></svg>',
    "drawio-two-groups": f'<svg {NS} width="401px" height="201px" viewBox="-0.5 -0.5 401 201"><g transform="translate'
    '(0.5,0.5)"><g font-size="12px" text-anchor="start"><text x="220" y="50">Right</text></g><g font-size="12px" '
    'text-anchor="end"><text x="180" y="150">Left</text></g></g></svg>',
    "drawio-lines": f'<svg {NS} width="400px" height="200px"><g fill="#000" font-size="12px" text-anchor="middle">'
    '<text x="200" y="90">Do not</text><text x="200" y="104">bend</text></g></svg>',
    "drawio-no-viewbox": f'<svg {NS} width="300" height="150"><rect width="300" height="150" fill="#eee"/><text x="30" '
    'y="120" font-size="12">Corner</text></svg>',
    # Illustrator: classes, a matrix for each text, tspans at 0 0, letters in pieces
    "illustrator-matrix": f'<svg {NS} viewBox="0 0 400 200"><style type="text/css">.st0{{fill:#DDDDDD;}} .st1{{font-family:'
    '\'MyriadPro-Regular\';}} .st2{{font-size:16px;}}</style><rect class="st0" x="20" y="20" width="120" '
    'height="120"/><text transform="matrix(1 0 0 1 290 80)"><tspan x="0" y="0" class="st1 st2">Socket</tspan>'
    '<tspan x="0" y="19.2" class="st1 st2">(cup)</tspan></text></svg>',
    "illustrator-translate": f'<svg {NS} viewBox="0 0 400 200"><style>.cls-1{{font-size:16px}}.cls-2{{letter-spacing:'
    '-0.05em}}</style><text class="cls-1" transform="translate(60 80)">V<tspan class="cls-2" x="10" y="0">e</tspan>'
    '<tspan x="19" y="0">rtebra</tspan></text></svg>',
    "illustrator-scaled": f'<svg {NS} viewBox="0 0 400 200"><text transform="matrix(0.9 0 0 1 100 150)" '
    'style="font-size:20px;text-anchor:middle">Narrow type</text></svg>',
    "illustrator-class-anchor": f'<svg {NS} viewBox="0 0 200 100"><style>.m{{text-anchor:middle}} #e, g .e{{text-anchor:end}}'
    '</style><text class="m" x="100" y="30" font-size="9">Centre by class</text><text id="e" x="100" y="50" '
    'font-size="9">End by id</text><g><text class="e" x="100" y="70" font-size="9">End by parent</text></g></svg>',
    "illustrator-white": f'<svg {NS} viewBox="0 0 200 100"><rect x="20" y="20" width="160" height="60" fill="#036"/><text '
    'x="100" y="56" style="fill:#fff;font-weight:bold;text-anchor:middle;font-size:14px">White</text></svg>',
    # people who type
    "typed-percent": _px('<text x="50%" y="90%" font-size="16">At half</text>'),
    "typed-percent-viewbox": f'<svg {NS} viewBox="-100 -50 200 100"><text x="25%" y="20%" font-size="9">Quarter</text></svg>',
    "typed-shift": _px('<text x="150" dx="10" y="90" dy="5" font-size="16">Shifted</text>'),
    "typed-shift-middle": _px('<text x="200" dx="30" y="100" text-anchor="middle" font-size="16">Shifted</text>'),
    "typed-em": _px('<g font-size="20"><text x="2em" y="3em">Two and three</text></g>'),
    "typed-mm": f'<svg {NS} width="90mm" height="45mm"><text x="10mm" y="15mm" font-size="5mm">Left knee</text><text '
    'x="80mm" y="35mm" text-anchor="end" font-size="5mm">Right knee</text></svg>',
    "typed-inch": f'<svg {NS} width="4in" height="2in" viewBox="0 0 4 2"><text x="1" y="1" font-size=".2">Inch</text></svg>',
    "typed-dy-lines": _px(
        '<text x="60" y="50" font-size="16"><tspan x="60">First line</tspan><tspan x="60" dy="1.2em">'
        "second line</tspan></text>"
    ),
    "typed-group-anchor": _px('<g text-anchor="middle" font-size="16"><text x="200" y="50">Centre by group</text></g>'),
    "typed-inherit": _px(
        '<g text-anchor="end"><text style="text-anchor:inherit" x="300" y="60" font-size="16">End</text></g>'
    ),
    "typed-important": f'<svg {NS} viewBox="0 0 400 200"><style>text{{text-anchor:end!important;font-size:16px}}</style>'
    '<text style="text-anchor:start" x="300" y="90">Important</text></svg>',
    "typed-use": f'<svg {NS} viewBox="0 0 400 200"><defs><text id="t" font-size="16">Here</text></defs><use href="#t" '
    'x="60" y="60"/><use href="#t" x="240" y="160"/></svg>',
    "typed-symbol": f'<svg {NS} viewBox="0 0 400 200"><symbol id="s" viewBox="0 0 10 10"><text x="2" y="6" font-size="2">'
    'In symbol</text></symbol><use href="#s" x="100" y="40" width="120" height="120"/></svg>',
    "typed-nested": f'<svg {NS} viewBox="0 0 400 200"><svg x="100" y="50" width="200" height="100" viewBox="0 0 100 100">'
    '<text x="50%" y="50" font-size="12" text-anchor="middle">Nested</text></svg></svg>',
    "typed-nested-none": f'<svg {NS} viewBox="0 0 400 200"><svg x="50%" y="0" width="50%" height="50%" viewBox="0 0 100 100" '
    'preserveAspectRatio="none"><text x="10" y="90" font-size="12">Stretched</text></svg></svg>',
    "typed-ratio": f'<svg {NS} width="400" height="400" viewBox="0 0 400 200"><text x="40" y="40" font-size="16">Letterbox'
    "</text></svg>",
    "typed-hidden": _px(
        '<text x="20" y="40" visibility="hidden">No</text><g opacity="0"><text x="20" y="80">No</text></g>'
        '<text x="20" y="120" fill="none">No</text><g visibility="hidden"><text x="200" y="150" visibility="visible" '
        'font-size="16">Yes</text></g>'
    ),
    "typed-rtl": _px('<text x="300" y="60" direction="rtl" font-size="16">\u0631\u0643\u0628\u0629</text>'),
    "typed-baseline": _px('<text x="100" y="100" dominant-baseline="central" font-size="12">Middle of line</text>'),
    "typed-chain": _px(
        '<g transform="translate(100 20) scale(2) translate(-10,5)"><text transform="translate(5)" x="10" '
        'y="20" font-size="8">Chain</text></g>'
    ),
    "typed-style-transform": _px(
        '<g style="transform: translate(40px, 30px) scale(1.5)"><text x="20" y="40" font-size="12">By style</text></g>'
    ),
    "office-letters": _px(
        '<text font-size="16" x="50 60 70 80 90 105 115 125 135 145" y="100">Knee joint</text><text font-size="16">'
        '<tspan x="50" y="150">2</tspan><tspan x="66" y="150">tablets</tspan></text>'
    ),
    "typed-alignment": _px(
        '<text x="50" y="100" font-size="16" alignment-baseline="hanging">Hang</text><text x="200" y="100" '
        'font-size="16"><tspan alignment-baseline="middle">Mid</tspan></text>'
    ),
    # refused
    "refused-turned": _px('<text transform="rotate(-90 20 90)" x="20" y="90" font-size="16">Pain score</text>'),
    "refused-mirrored": _px('<g transform="scale(-1 1)"><text x="-200" y="90" font-size="16">Mirror</text></g>'),
    "refused-path": _px(
        '<path id="p" d="M20 100H300" fill="none"/><text font-size="16"><textPath href="#p">On a path</textPath></text>'
    ),
    "refused-vertical": _px('<text x="20" y="20" style="writing-mode:vertical-rl">Down</text>'),
    "refused-letters": _px('<text x="20 40 60" y="20 40 60" font-size="16">Arc</text>'),
    "refused-unit": _px('<text x="10vw" y="20">Window</text>'),
    "refused-no-size": f'<svg {NS}><text x="10" y="20">Nowhere</text></svg>',
}
"""Names and contents."""
