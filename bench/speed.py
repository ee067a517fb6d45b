"""The same pages by several programs, side by side in one run: ``python -m bench.speed``.

Our build, the ``weasyprint`` command in a loop and one warm process of plain WeasyPrint set the same HTML; Chromium
prints it; Typst sets the same texts in the same type, size and paper from one warm process of Python. Then our build
again: nothing to do, one message, one template, all from the store. Processor time is that of all processes that were
waited for, so it is fair beside other work; workers of a pool are not in it, so our build has one worker.

``--typst`` names the Python of a virtual environment that has the package ``typst``. ``--write`` puts the table and the
picture into ``docs/``.
"""

from __future__ import annotations

import argparse
import base64
import datetime
import html
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from bench.speed_picture import picture  # noqa: E402 - the checkout's own

from polyleaf.building.documents import Documents  # noqa: E402
from polyleaf.building.item import Item  # noqa: E402
from polyleaf.building.plan import BuildRequest, plan  # noqa: E402
from polyleaf.model.artifact import State  # noqa: E402
from polyleaf.model.block_texts import texts  # noqa: E402
from polyleaf.model.inline import plain  # noqa: E402
from polyleaf.render.identity import filled  # noqa: E402
from polyleaf.render.render import Resources  # noqa: E402
from polyleaf.source.reader import read_project  # noqa: E402
from polyleaf.workspace import Workspace  # noqa: E402

BEGIN, END = "<!-- speed: begin -->", "<!-- speed: end -->"

_WARM = """import sys, weasyprint
for name in sys.argv[1:]:
    weasyprint.HTML(name).write_pdf(name + ".warm.pdf", pdf_variant="pdf/ua-1")
"""
_TYPST = """import json, sys, typst
for name in sys.argv[1:]:
    data = open(name).read()
    open(name + ".pdf", "wb").write(typst.compile(TEMPLATE.encode(), sys_inputs={"data": data}))
"""
_TEMPLATE = """#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(paper: "a4", margin: 20mm)
#set text(lang: data.lang, font: data.fonts, size: 18pt, dir: eval(data.dir))
#for piece in data.texts { par(piece) }
"""
_URL = re.compile(r"""polyleaf:(?:(?:image|room|code|drawn)/[^"')\s]*|logo)""")


@dataclass(frozen=True)
class Timed:
    """Medians of one way to make the pages.

    Attributes:
        name: As the table calls it.
        seconds: Of the clock.
        processor: Seconds of the processor.
        note: What else there is to say.
    """

    name: str
    seconds: float
    processor: float
    note: str = ""


def main() -> None:
    """Measure, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--leaflet", default="vertebroplasty")
    parser.add_argument("--locales", default="en_GB,pl,ar")
    parser.add_argument("--editions", default="large")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--typst", type=Path)
    parser.add_argument("--write", action="store_true")
    wishes = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        chosen = (wishes.locales.split(","), wishes.editions.split(","))
        bench = Bench(Path(folder), wishes.leaflet, *chosen, wishes.rounds)
        rows = [*bench.makers(wishes.typst), *bench.again()]
    text = "\n".join(table(rows, bench, wishes.rounds))
    print(text)
    if wishes.write:
        page = ROOT / "docs" / "measured.md"
        before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
        page.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
        svg = picture([(row.name, row.processor) for row in rows], "seconds of the processor")
        (ROOT / "docs" / "pictures" / "speed.svg").write_text(svg, encoding="utf-8")


class Bench:
    """A copy of the starter project, and its pages as HTML and as plain texts."""

    def __init__(
        self, folder: Path, leaflet: str, locales: Sequence[str], editions: Sequence[str], rounds: int
    ) -> None:
        self._rounds = rounds
        self.leaflet, self.locales, self.editions = leaflet, locales, editions
        self.pages = 0
        self.root = folder / "project"
        for name in ("leaflets", "translations"):
            shutil.copytree(ROOT / name, self.root / name)
        shutil.copy(ROOT / "polyleaf.toml", self.root)
        os.environ["POLYLEAF_CACHE"] = str(folder / "cache")
        workspace = Workspace(read_project(self.root), datetime.datetime.now().astimezone().date())
        documents, request = Documents(workspace), BuildRequest(Path(), (leaflet,), tuple(locales), tuple(editions))
        self.written: list[str] = []
        self.data: list[str] = []
        for number, item in enumerate(plan(workspace.project, request)):
            self._write(folder / f"{number}", documents, item)

    def _write(self, stem: Path, documents: Documents, item: Item) -> None:
        document = documents.of(item, State.DRAFT)
        order = documents.render_order(item, document, stem)
        resources = Resources(order)

        def inlined(found: re.Match[str]) -> str:
            data, kind = resources(html.unescape(found[0]))
            return f"data:{kind};base64,{base64.b64encode(data).decode()}"

        stem.with_suffix(".html").write_text(_URL.sub(inlined, filled(order)[1]), encoding="utf-8")
        told = {
            "title": plain(document.title.inlines),
            "lang": document.language.tag.partition("-")[0],
            "fonts": document.language.families,
            "dir": document.language.direction.value,
            "texts": [plain(text.inlines) for text in texts(document.blocks)],
        }
        stem.with_suffix(".json").write_text(json.dumps(told), encoding="utf-8")
        self.written.append(str(stem.with_suffix(".html")))
        self.data.append(str(stem.with_suffix(".json")))

    def makers(self, typst: Path | None) -> Iterator[Timed]:
        """Every program, from nothing."""
        yield self._timed("polyleaf, one worker", [self._build("--force", "-j", "1")], "checked, read back, signed")
        yield self._timed("polyleaf, two workers", [self._build("--force", "-j", "2")], "the same", counts=False)
        beside = Path(sys.executable).parent
        loop = [[str(beside / "weasyprint"), "--pdf-variant", "pdf/ua-1", name, f"{name}.pdf"] for name in self.written]
        yield self._timed("weasyprint command in a loop", loop, "same HTML")
        yield self._timed("WeasyPrint, one warm process", [[sys.executable, "-c", _WARM, *self.written]], "same HTML")
        if program := shutil.which("chromium"):
            options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
            print_ = [[program, *options, f"--print-to-pdf={name}.c.pdf", f"file://{name}"] for name in self.written]
            yield self._timed("Chromium, print to PDF in a loop", print_, "same HTML, no PDF/UA")
        if typst:
            code = _TYPST.replace("TEMPLATE", repr(_TEMPLATE))
            yield self._timed(
                "Typst, one warm process", [[str(typst), "-c", code, *self.data]], "same texts, no layout"
            )

    def again(self) -> Iterator[Timed]:
        """Our build when something is there."""
        yield self._timed("nothing to do", [self._build("-j", "1")])
        catalog = self.root / "translations" / self.locales[-1] / "LC_MESSAGES" / f"{self.leaflet}.po"
        lines = catalog.read_text(encoding="utf-8").splitlines()
        at = max(number for number, line in enumerate(lines) if line.startswith('msgstr "') and len(line) > 20)  # noqa: PLR2004

        def message(turn: int) -> None:
            changed = [*lines[:at], lines[at].replace('msgstr "', f'msgstr "{turn} '), *lines[at + 1 :]]
            catalog.write_text("\n".join(changed) + "\n", encoding="utf-8")

        yield self._timed("one message changed", [self._build("-j", "1")], before=message)
        style = self.root / "templates" / "css" / "project.css"
        style.parent.mkdir(parents=True)
        yield self._timed(
            "one template changed",
            [self._build("-j", "1")],
            before=lambda turn: style.write_text(f"p {{ color: #00000{turn} }}", encoding="utf-8"),
        )
        yield self._timed(
            "all from the store", [self._build("-j", "1")], before=lambda _: shutil.rmtree(self.root / "dist")
        )

    def _build(self, *more: str) -> list[str]:
        chosen = [part for locale in self.locales for part in ("-l", locale)]
        chosen += [part for edition in self.editions for part in ("-e", edition)]
        return [sys.executable, str(ROOT / "cli.py"), "build", self.leaflet, "-C", str(self.root), *chosen, *more]

    def _timed(
        self,
        name: str,
        commands: Sequence[Sequence[str]],
        note: str = "",
        *,
        before: Callable[[int], object] = lambda _: None,
        counts: bool = True,
    ) -> Timed:
        clock, processor = [], []
        for turn in range(self._rounds):
            before(turn)
            start, used = time.monotonic(), sum(os.times()[2:4])
            for command in commands:
                done = subprocess.run(command, capture_output=True, check=True, text=True)
                found = sum(int(one) for one in re.findall(r"\((\d+) pages?\b", done.stdout))
                self.pages = self.pages or found
            clock.append(time.monotonic() - start)
            processor.append(sum(os.times()[2:4]) - used)
        made = Timed(name, statistics.median(clock), statistics.median(processor), note)
        return made if counts else replace(made, processor=0.0)


def table(rows: Sequence[Timed], bench: Bench, rounds: int) -> Iterator[str]:
    """The table in Markdown."""
    ours = rows[0]
    day, load = datetime.datetime.now().astimezone().date(), os.getloadavg()[1]
    yield f"`{bench.leaflet}` in {', '.join(bench.locales)}, {', '.join(bench.editions)}: {len(bench.written)} files,"
    yield f"{bench.pages} pages; medians of {rounds} rounds on {day}, {os.cpu_count()} cores ({platform.machine()})"
    yield f"with a load of {load:.1f}, Python {platform.python_version()}, WeasyPrint {version('weasyprint')}."
    yield ""
    yield "| | clock | processor | of ours | |"
    yield "|---|---|---|---|---|"
    for row in rows:
        used = f"{row.processor:.1f} s" if row.processor else ""
        ratio = f"{row.processor / ours.processor:.2f}" if row.processor else ""
        yield f"| {row.name} | {row.seconds:.1f} s | {used} | {ratio} | {row.note} |"


if __name__ == "__main__":
    main()
