"""What our own tag tree costs: the time of a whole ``write_pdf`` beside plain WeasyPrint's, same pages and fonts.

    PYTHONPATH=src:. python -m bench.tagging [LOCALE ...]

Process time of layout and writing, in one warm process. Both ways take turns, so that a busy machine slows both; the
figure is the median of the ratios of neighbours. Our way also paints right-to-left letters one by one.
"""

from __future__ import annotations

import datetime
import gc
import logging
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path
from statistics import median
from unittest.mock import patch

from polyleaf.building.documents import Documents
from polyleaf.building.item import Item
from polyleaf.render import weasy
from polyleaf.render.order import RenderOrder
from polyleaf.render.render import render
from polyleaf.source.reader import read_project
from polyleaf.workspace import Workspace

ROOT = Path(__file__).parents[1]
LEAFLET = "vertebroplasty"
LOCALES = ("en_GB", "pl", "ar", "fa", "ur", "bn", "ta", "zh_Hans")
RUNS = 15


def main(locales: list[str]) -> None:
    """Measure and print."""
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    project = read_project(ROOT, [LEAFLET])
    documents = Documents(Workspace(project, datetime.date(2026, 11, 20)))
    print(f"{'':10}{'plain':>9}{'ours':>9}{'ratio':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for locale in locales or LOCALES:
            document = documents.document(LEAFLET, locale)
            order = documents.render_order(Item(LEAFLET, locale, "large"), document, Path(folder) / "x.pdf")
            pairs = [(_seconds(order, plain=True), _seconds(order, plain=False)) for _ in range(RUNS + 1)][1:]
            plain, ours = (median(times) for times in zip(*pairs, strict=True))
            ratio = median(own / other for other, own in pairs)
            print(f"{locale:10}{plain:8.2f}s{ours:8.2f}s{ratio:8.3f}", flush=True)


def _seconds(order: RenderOrder, *, plain: bool) -> float:
    gc.collect()
    with patch.object(weasy, "exact_tags", nullcontext) if plain else nullcontext():
        start = time.process_time()
        render(order)
        return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1:])
