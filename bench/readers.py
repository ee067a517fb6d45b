"""What people copy and hear from the starter's leaflets, program by program: paragraphs that come back word for word.

    python -m pip install --target /tmp/readers pypdf pdfminer.six
    npm install --prefix /tmp/readers pdfjs-dist
    PYTHONPATH=src:. python -m bench.readers --with /tmp/readers

The long leaflet is set in large print in every language of the starter, and read by each program that is here. Every
paragraph, heading and cell that the tag tree says is looked for, word for word (letter for letter in languages that
write no spaces); a page break may stand in it. Then the numbers and addresses are counted: how many are not in the
text as often as they should, in their order.
"""

from __future__ import annotations

import argparse
import datetime
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pypdfium2

from polyleaf.building.documents import Documents
from polyleaf.building.item import Item
from polyleaf.model.spoken import letters, words
from polyleaf.model.tag_tree import TagElement
from polyleaf.pdf.tag_tree import read_tags
from polyleaf.render.render import render
from polyleaf.source.reader import read_project
from polyleaf.workspace import Workspace

ROOT = Path(__file__).parents[1]
LEAFLET, EDITION = "vertebroplasty", "large"
SPACELESS = ("zh_Hans", "zh_Hant", "yue", "ja", "th", "lo", "km", "my")
_BLOCKS = ("P", "H1", "H2", "H3", "H4", "H5", "H6", "Caption", "TH", "TD", "LBody")
_FURNITURE = 300
"""Most letters of running head and foot between two halves of a paragraph."""
_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9@.:/+–-]*[A-Za-z0-9](?: [0-9][0-9:.–-]*[0-9])*")
_BROWSER = 14
"""Seconds that a browser has to open a file."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A program: its name, what it reads page by page, and why it cannot be used here, or ""."""

    name: str
    read: Callable[[Path], list[str]]
    missing: str = ""


def pdfium(path: Path) -> list[str]:
    """Chrome and Edge: what is copied and searched."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]


def poppler(path: Path) -> list[str]:
    """The reader of Evince and Okular, as a program."""
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True)
    return done.stdout.decode().split("\f")


_EVINCE = """import json, sys, gi
gi.require_version("Poppler", "0.18")
from gi.repository import Poppler
file = Poppler.Document.new_from_file(sys.argv[1], None)
print(json.dumps([file.get_page(number).get_text() for number in range(file.get_n_pages())]))"""
_SYSTEM_PYTHON = "/usr/bin/python3"


def evince(path: Path) -> list[str]:
    """What Evince copies of whole pages and gives to screen readers (AT-SPI), from the library that it asks.

    In right-to-left pages the library leaves out the first line, or the last: a flaw of its own.
    """
    command = [_SYSTEM_PYTHON, "-c", _EVINCE, path.resolve().as_uri()]
    pages: list[str] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return pages


def no_evince() -> str:
    """What has to be installed for it; "" if it is there."""
    asked = [_SYSTEM_PYTHON, "-c", _EVINCE.partition("file =")[0]]
    there = Path(_SYSTEM_PYTHON).is_file() and not subprocess.run(asked, check=False, capture_output=True).returncode
    return "" if there else "apt install python3-gi gir1.2-poppler-0.18"


def mupdf(path: Path) -> list[str]:
    """SumatraPDF and many telephones; called as a program only."""
    done = subprocess.run(["mutool", "draw", "-q", "-F", "txt", path], check=True, capture_output=True)
    return done.stdout.decode().split("\f")


def pypdf(path: Path) -> list[str]:
    """A library that many programs read with."""
    from pypdf import PdfReader  # type: ignore[import-not-found, unused-ignore] # noqa: PLC0415 - only when it is here

    return [page.extract_text() for page in PdfReader(path).pages]


def pdfminer(path: Path) -> list[str]:
    """Another library."""
    from pdfminer.high_level import extract_pages  # type: ignore[import-not-found, unused-ignore] # noqa: PLC0415
    from pdfminer.layout import LTTextContainer  # type: ignore[import-not-found, unused-ignore] # noqa: PLC0415

    return ["".join(one.get_text() for one in page if isinstance(one, LTTextContainer)) for page in extract_pages(path)]


def pdfjs(folder: Path) -> Callable[[Path], list[str]]:
    """Firefox."""
    script = f"""import * as pdfjs from {json.dumps(str(folder / "node_modules/pdfjs-dist/legacy/build/pdf.mjs"))};
import fs from "fs";
const data = new Uint8Array(fs.readFileSync(process.argv[1])), pages = [];
const file = await pdfjs.getDocument({{ data, verbosity: 0 }}).promise;
for (let number = 1; number <= file.numPages; number++) {{
  const text = await (await file.getPage(number)).getTextContent();
  pages.push(text.items.map((item) => item.str + (item.hasEOL ? "\\n" : "")).join(""));
}}
fs.writeFileSync(1, JSON.stringify(pages));"""

    def read(path: Path) -> list[str]:
        command = ["node", "--input-type=module", "-e", script, "--", str(path)]
        pages: list[str] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        return pages

    return read


def chromium(path: Path) -> list[str]:
    """What is in the clipboard when a person opens the file in Chromium, selects all and copies."""
    program = shutil.which("chromium") or shutil.which("google-chrome") or ""
    with tempfile.TemporaryDirectory() as profile:
        options = ("--no-sandbox", "--no-first-run", "--window-size=1200,950", f"--user-data-dir={profile}")
        with subprocess.Popen([program, *options, path.resolve().as_uri()], stderr=subprocess.DEVNULL) as browser:
            time.sleep(_BROWSER)
            for step in ("mousemove 600 600 click 1", "key ctrl+a", "key ctrl+c"):
                subprocess.run(["xdotool", *step.split()], check=True)
                time.sleep(3)
            command = ["timeout", "5", "xclip", "-o", "-selection", "clipboard"]
            text = subprocess.run(command, check=False, capture_output=True).stdout.decode()
            browser.terminate()
    return [text]


def readers(folder: Path, *, browser: bool) -> tuple[Reader, ...]:
    """The programs, with what is missing here."""

    def no_program(name: str) -> str:
        return "" if shutil.which(name) else f"apt install {name}"

    def no_package(name: str) -> str:
        return "" if importlib.util.find_spec(name) else f"pip install --target {folder} {name}"

    no_script = "" if (folder / "node_modules/pdfjs-dist").is_dir() else f"npm install --prefix {folder} pdfjs-dist"
    return (
        *((Reader("Chromium, copy", chromium, no_program("xdotool")),) if browser else ()),
        Reader("pdfium", pdfium),
        Reader("pdf.js", pdfjs(folder), no_script),
        Reader("poppler", poppler),
        Reader("Evince", evince, no_evince()),
        Reader("MuPDF", mupdf, no_program("mutool")),
        Reader("pypdf", pypdf, no_package("pypdf")),
        Reader("pdfminer", pdfminer, no_package("pdfminer")),
    )


def paragraphs(root: TagElement) -> Iterator[str]:
    """Every paragraph, heading and cell of the tag tree."""
    for element in root.walk():
        inner = any(isinstance(kid, TagElement) and kid.role in _BLOCKS for kid in element.kids)
        if element.role in _BLOCKS and not inner and words(element.text):
            yield element.text


def comes_back(paragraph: str, pages: Sequence[str]) -> bool:
    """Whether a paragraph stands on a page, or across a page break with the foot and head of the pages between."""
    if any(paragraph in page for page in pages):
        return True
    halves = [(paragraph[:cut].strip(), paragraph[cut:].strip()) for cut in range(1, len(paragraph))]
    if len(pages) == 1:  # all pages in one text, as a browser copies them
        found = ((pages[0].find(first), first, second) for first, second in halves)
        return any(
            second in pages[0][at + len(first) :][: _FURNITURE + len(second)] for at, first, second in found if at >= 0
        )
    for before, after in pairwise(pages):
        foot, head = before[-len(paragraph) - _FURNITURE :], after[: len(paragraph) + _FURNITURE]
        if any(first in foot and second in head for first, second in halves):
            return True
    return False


def numbers(texts: Sequence[str]) -> Counter[str]:
    """Numbers, codes and addresses, with how often each stands there."""
    found = (piece for text in texts for piece in _NUMBER.findall(words(text)))
    return Counter(piece for piece in found if re.search(r"\d|@|\.", piece))


def score(path: Path, locale: str, reader: Reader) -> tuple[float, int]:
    """Share of paragraphs that come back, and how many numbers and addresses do not."""
    tree = read_tags(path, path.name)
    texts = list(paragraphs(tree.root)) if tree else []
    norm = letters if locale in SPACELESS else words
    raw = reader.read(path)
    pages = [norm(page) for page in raw]
    whole = " ".join(map(words, raw))
    if locale in SPACELESS:
        whole = letters(whole)
    lost = sum(whole.count(norm(piece)) < times for piece, times in numbers(texts).items())
    return sum(comes_back(norm(text), pages) for text in texts) / len(texts), lost


def main() -> None:
    """Measures and prints the table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--with", dest="packages", type=Path, default=Path("/nowhere"), help="pypdf, pdfminer, pdf.js")
    parser.add_argument("--locales", default="", help="separated by commas (default: those of the starter)")
    parser.add_argument("--browser", action="store_true", help="Chromium too: DISPLAY must be a free screen (Xvfb)")
    parser.add_argument("--out", type=Path, help="keep the files there")
    asked = parser.parse_args()
    sys.path.append(str(asked.packages))
    project = read_project(ROOT, [LEAFLET])
    documents = Documents(Workspace(project, datetime.date(2026, 11, 20)))
    config = project.config
    locales = asked.locales.split(",") if asked.locales else config.locales
    programs = [one for one in readers(asked.packages, browser=asked.browser) if not one.missing]
    for absent in readers(asked.packages, browser=asked.browser):
        if absent.missing:
            print(f"{absent.name} is not here: {absent.missing}", file=sys.stderr)
    print(f"| | {' | '.join(one.name for one in programs)} |\n|---|{'---|' * len(programs)}")
    with tempfile.TemporaryDirectory() as scratch:
        for locale in locales:
            target = (asked.out or Path(scratch)) / f"{LEAFLET}-{locale}-{EDITION}.pdf"
            document = documents.document(LEAFLET, locale)
            render(documents.render_order(Item(LEAFLET, locale, EDITION), document, target))
            cells = []
            for program in programs:
                share, lost = score(target, locale, program)
                cells.append(f"{share:.1%}" + (f" ({lost} numbers)" if lost else ""))
            print(f"| {locale} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
