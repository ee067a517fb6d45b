from math import ceil

from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import figures
from polyleaf.checks.samples.leaflet import IMAGE, a_figure, a_leaflet
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.image import ImageFacts
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote

_LEAST = 100
"""Pixels an inch; below, the squares are seen from where a leaflet is read."""
_LINE, _HIGHEST = 160.0, 115.0
"""Width and greatest height in mm of a picture on A4."""
_SMALLEST = 5
"""Width in mm of the smallest picture that shows anything."""
_INCH = 25.4


@check(
    "source/picture-too-small",
    severity=Severity.WARNING,
    rationale="""
        A picture with few pixels, such as one from a web page, is blown up to the width of a line: each pixel becomes a
        square, and who sees little sees squares.
    """,
    references=("Blackmore, file guide: 300 ppi", "GWG 2022, R0031: below 100 ppi is an error"),
    example=Example(bad="A picture of 200 pixels across the page: 32 ppi", good="The same with :width: 40 mm"),
    good=lambda: a_leaflet(a_figure()),
    bad=lambda: a_leaflet(
        a_figure(), images={IMAGE: ImageFacts(IMAGE, f"leaflets/knee-scan/{IMAGE}", "png", 200.0, 150.0)}
    ),
)
def picture_too_small(leaflet: Leaflet) -> Faults:
    """A picture has too few pixels for the size it is printed in."""
    for figure in figures(leaflet):
        facts = leaflet.images.get(figure.image)
        if facts is None or not facts.is_raster or facts.problem is not None or not facts.height:
            continue
        width = _LINE if figure.width is None else figure.width.of(_LINE)
        width = min(width, _HIGHEST * facts.width / facts.height)
        ppi = facts.width * _INCH / width
        if ppi < _LEAST:
            fitting = int(facts.width * _INCH / _LEAST)
            small = f", or print it small: :width: {fitting} mm" if fitting >= _SMALLEST else ""
            yield Fault(
                f"The picture {quote(figure.image)} has {facts.width:.0f} pixels for {width:.0f} mm: {ppi:.0f} an inch",
                figure.location,
                f"Use the original ({ceil(10 * _LEAST / ppi) / 10:.1f} times as many pixels){small}",
            )
