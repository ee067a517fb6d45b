"""Where the time of one file goes, stage by stage: ``python -m bench.stages [leaflet] [locale] [edition]``.

The file is made once to warm up, then three times; the figures are the least processor time of each stage.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import weasyprint  # noqa: E402 - after the checkout's own path

from polyleaf.building.documents import Documents  # noqa: E402
from polyleaf.building.item import Item  # noqa: E402
from polyleaf.building.printed import printed_document  # noqa: E402
from polyleaf.checks.run import run  # noqa: E402
from polyleaf.model.artifact import State  # noqa: E402
from polyleaf.pdf.tag_tree import read_both  # noqa: E402
from polyleaf.render.render import lay_out, prepare  # noqa: E402
from polyleaf.source.reader import read_project  # noqa: E402
from polyleaf.workspace import Workspace  # noqa: E402

ResultT = TypeVar("ResultT")


@dataclass
class Stages:
    """Processor seconds by stage; the least of several rounds."""

    seconds: dict[str, float] = field(default_factory=dict)

    def timed(self, name: str, function: Callable[[], ResultT]) -> ResultT:
        """What a function gives; its time is noted."""
        start = time.process_time()
        result = function()
        used = time.process_time() - start
        self.seconds[name] = min(used, self.seconds.get(name, used))
        return result


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("leaflet", nargs="?", default="vertebroplasty")
    parser.add_argument("locale", nargs="?", default="en_GB")
    parser.add_argument("edition", nargs="?", default="large")
    wishes = parser.parse_args()
    stages = Stages()
    pages = 0
    for turn in range(4):
        if turn == 1:
            stages.seconds.clear()
        pages = once(stages, Item(wishes.leaflet, wishes.locale, wishes.edition))
    layout, own = stages.seconds.pop(LAYOUT), 0.0
    stages.seconds[HELD] -= sum(seconds for name, seconds in stages.seconds.items() if "read back" in name)
    total = sum(stages.seconds.values())
    print(
        f"{wishes.leaflet} {wishes.locale} {wishes.edition}: {pages} pages, {total:.2f} s, {total / pages:.3f} s a page"
    )
    for name, seconds in stages.seconds.items():
        print(f"{name:34} {seconds:6.3f} s {seconds / total:6.1%}")
        own += 0.0 if name == LAID_OUT else seconds
    print(f"{'  of it the layout alone':34} {layout:6.3f} s {layout / total:6.1%}")
    print(f"{'everything but WeasyPrint':34} {own:6.3f} s {own / total:6.1%}")


HELD = "held against PDF/UA"
"""Reading is done again with it, and taken off in the end."""

LAYOUT = "(of it the layout alone)"
LAID_OUT = "laid out and written (WeasyPrint)"


def once(stages: Stages, item: Item) -> int:
    """Make one file, stage by stage; give the number of its pages."""
    workspace = Workspace(read_project(ROOT), datetime.datetime.now().astimezone().date())
    documents = Documents(workspace)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "page.pdf"
        document = stages.timed("localized", lambda: documents.of(item, State.DRAFT))
        order = stages.timed("ordered", lambda: documents.render_order(item, document, target))
        page = stages.timed("filled (HTML, code)", lambda: prepare(order))
        real = weasyprint.HTML.render

        spent = [0.0]

        def render(*arguments: object, **more: object) -> object:
            start = time.process_time()
            result = real(*arguments, **more)
            spent[0] += time.process_time() - start  # a file may be laid out more than once
            return result

        weasyprint.HTML.render = render
        try:
            laid_out = stages.timed(LAID_OUT, lambda: lay_out(order, page))
        finally:
            weasyprint.HTML.render = real
        stages.seconds[LAYOUT] = min(spent[0], stages.seconds.get(LAYOUT, spent[0]))
        standard = order.accessible
        facts, _ = stages.timed("read back: pages and tags", lambda: read_both(target, "page.pdf"))
        again = partial(printed_document, order, target, "page.pdf", standard, laid_out.pages)
        printed = stages.timed(HELD, again)
        stages.timed("judged by the checks", lambda: run((printed,), (), partial=True))
        return len(facts.pages)


if __name__ == "__main__":
    main()
