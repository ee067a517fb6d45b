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

from polyleaf.building import job as job_module
from polyleaf.building.documents import Documents
from polyleaf.building.freshness import families
from polyleaf.building.job import Job, make
from polyleaf.building.plan import Item
from polyleaf.building.pressing import PressPart, press, press_limits, press_order, press_profile
from polyleaf.building.render_order import render_order
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
    job_module._validations = lambda *_: ()  # noqa: SLF001 - see above
    project = read_project(ROOT, (leaflet,))
    documents = Documents(Workspace(project, datetime.date(2026, 11, 20)))
    profile = press_profile(project)
    print(f"{'':22}{'pages':>6}{'accessible':>12}{'press':>9}{'more':>8}")
    total, added = 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for locale, edition in CASES:
            item = Item(leaflet, locale, edition)
            document = documents.document(leaflet, locale)
            order = render_order(documents, item, document, Path(folder) / "page.pdf")
            part = PressPart(
                item=Item(leaflet, locale, edition, press=True),
                order=press_order(project, item, document, profile),
                limits=press_limits(project.config.press, profile),
                shown_as="press.pdf",
                target=Path(folder) / "press.pdf",
            )
            whole = Job(item, order, "page.pdf", families(project.config), ())
            plain, pressed, pages = [], [], 0
            for _ in range(RUNS):
                start = time.perf_counter()
                make(whole)
                middle = time.perf_counter()
                pages = press(part, order, order.target, ()).pages
                plain.append(middle - start)
                pressed.append(time.perf_counter() - middle)
            total, added = total + min(plain), added + min(pressed)
            print(
                f"{locale:12}{edition:10}{pages:6}{min(plain):10.2f} s{min(pressed):7.2f} s"
                f"{100 * min(pressed) / min(plain):6.0f} %"
            )
    print(f"{'all':28}{total:10.2f} s{added:7.2f} s{100 * added / total:6.0f} %")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "vertebroplasty")
