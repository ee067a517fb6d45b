"""What press files cost: the time they add to the accessible file of the same leaflet, language and edition.

    python bench/press.py [LEAFLET]

Both ways count everything a build does: laying out, writing, reading back, checks (the quick validator of accessible
files is left out: it may not be installed). Each line is the best of three; one worker, engine already loaded.
"""

from __future__ import annotations

import datetime
import sys
import tempfile
import time
from pathlib import Path

from polyleaf.building import printed
from polyleaf.building.documents import Documents
from polyleaf.building.item import Item
from polyleaf.building.job import Job, Result, make
from polyleaf.building.maker import Made, Step, makers
from polyleaf.building.press import Press
from polyleaf.model.output import PRESS
from polyleaf.source.reader import read_project
from polyleaf.workspace import Workspace

ROOT = Path(__file__).parents[1]
CASES = (
    ("en_GB", "clear"),
    ("en_GB", "large"),
    ("pl", "large"),
    ("ar", "clear"),
    ("ur", "large"),
    ("zh_Hans", "clear"),
)
RUNS = 3


def main(leaflet: str) -> None:
    """Measure and print."""
    printed._validations = lambda *_: ()  # noqa: SLF001 - see above
    project = read_project(ROOT, (leaflet,))
    documents = Documents(Workspace(project, datetime.date(2026, 11, 20)))
    maker = makers(documents.workspace)
    print(f"{'':22}{'pages':>6}{'accessible':>12}{'press':>9}{'more':>8}")
    total, added = 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for locale, edition in CASES:
            item = Item(leaflet, locale, edition)
            document = documents.document(leaflet, locale)
            steps = []
            for one in (item, Item(leaflet, locale, edition, output=PRESS)):
                target = Path(folder) / f"{one.output.name}.pdf"
                order = maker(one.output).order(documents, one, document, target)
                steps.append(Step(one, order, target, target.name))
            whole = Job((steps[0],))
            plain, pressed, pages = [], [], 0
            for _ in range(RUNS):
                start = time.perf_counter()
                (made,) = make(whole)
                middle = time.perf_counter()
                pages = Press.make(steps[1], (steps[0], _whole(made))).pages
                plain.append(middle - start)
                pressed.append(time.perf_counter() - middle)
            total, added = total + min(plain), added + min(pressed)
            print(
                f"{locale:12}{edition:10}{pages:6}{min(plain):10.2f} s{min(pressed):7.2f} s"
                f"{100 * min(pressed) / min(plain):6.0f} %"
            )
    print(f"{'all':28}{total:10.2f} s{added:7.2f} s{100 * added / total:6.0f} %")


def _whole(result: Result) -> Made:
    if not isinstance(result, Made):
        raise SystemExit(f"the accessible file was not made: {result}")
    return result


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "vertebroplasty")
