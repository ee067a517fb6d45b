import re
from pathlib import PurePosixPath

from polyleaf.checks.check import Example, check
from polyleaf.checks.reading import figures
from polyleaf.checks.samples.leaflet import a_figure, a_leaflet
from polyleaf.model.finding import Fault, Faults, Severity
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.wording import quote

_FILE_NAME = re.compile(r"\S+\.(?:svg|png|jpe?g|gif|webp|tiff?|bmp)", re.IGNORECASE)
_EMPTY_WORDS = frozenset({"image", "picture", "photo", "figure", "diagram", "drawing", "graphic", "illustration"})


@check(
    "source/alt-is-file-name",
    severity=Severity.WARNING,
    rationale="""
        "knee.svg" or "picture", read aloud, tells a blind patient nothing of what the picture shows.
    """,
    references=("WCAG 2.2, 1.1.1 (failure F30)",),
    example=Example(bad=":alt: knee.svg", good=":alt: A knee seen from the side"),
    good=lambda: a_leaflet(a_figure("A knee seen from the side")),
    bad=lambda: a_leaflet(a_figure("knee.svg")),
)
def alt_is_file_name(leaflet: Leaflet) -> Faults:
    """The description of a picture is its file name or an empty word."""
    for figure in figures(leaflet):
        if figure.alt is None:
            continue
        path = PurePosixPath(figure.image)
        words = " ".join(plain(figure.alt.inlines).split()).casefold().rstrip(".")
        names = {path.name.casefold(), path.stem.casefold(), re.sub(r"[-_]+", " ", path.stem.casefold())}
        if words in names | _EMPTY_WORDS or _FILE_NAME.fullmatch(words):
            yield Fault(
                f"The description {quote(words)} says nothing of what the picture shows",
                figure.alt.location,
                "Describe what a reader learns from the picture",
            )
