"""Builds the skeleton of a leaflet in every language: what is not built, judged faulty, or does not read back.

    PYTHONPATH=src:. python -m bench.languages [LOCALE...]

Each language is the one target of a project of its own, edition ``clear``. The texts are what CLDR has in the language:
its own name, months, and units; the words around them are those that come with polyleaf. For each language: whether
it was built, errors of the page and of the file, whether the file says the language and the side it is read from, and
whether every translated text comes back from the file, letter for letter, by pdfium.
"""

from __future__ import annotations

import datetime
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pikepdf
import pypdfium2

from polyleaf.building.build import build
from polyleaf.building.plan import BuildRequest
from polyleaf.catalog.messages.extract import leaflet_messages, source_printing
from polyleaf.inspecting.doctor import with_fonts
from polyleaf.locales.numbers import format_date, has_months
from polyleaf.locales.quantities import has_words, with_unit
from polyleaf.locales.table import LANGUAGES, language
from polyleaf.model.finding import Finding, Severity
from polyleaf.model.language import Direction, Language
from polyleaf.model.spoken import letters
from polyleaf.pdf.tag_tree import read_tags
from polyleaf.source.reader import read_project
from polyleaf.starter.new_leaflet import new_leaflet
from polyleaf.workspace import Workspace

TODAY = datetime.date(2026, 11, 20)
BESIDES = (
    "pt_AO",
    "es_419",
    "es_MX",
    "en_CA",
    "en_AU",
    "ar_EG",
    "fr_CA",
    "de_CH",
    "ff_Adlm",
    "mni",
    "en_GB_x_easy",
)
"""Locales without a file of their own."""

_LINE = 12.0
"""Points from line to line, at least."""

_SHORT = 40.0
"""Points that one line is shorter than another at most, as far as it matters."""

_CONFIG = """\
[organisation]
name = "Example Hospital"
[languages]
source = "en_GB"
targets = ["{locale}"]
[editions.clear]
size = "14pt"
"""


class Silent:
    """Nobody is told."""

    def found(self, findings: object) -> None:
        """Nothing."""

    def started(self, total: int, unchanged: int) -> None:
        """Nothing."""

    def finished(self, result: object, findings: object) -> None:
        """Nothing."""

    def explained(self, path: str, reasons: tuple[str, ...]) -> None:
        """Nothing."""

    def refused(self, failed: object) -> None:
        """Nothing."""

    def note(self, text: str) -> None:
        """Nothing."""


@dataclass(frozen=True)
class Outcome:
    """What came of a language; without ``troubles`` all is well."""

    locale: str
    troubles: tuple[str, ...]


def sample(known: Language) -> list[str]:
    """Words of a language, as far as CLDR or its file has them."""
    parts = [known.native]
    if has_months(known):
        parts += [format_date(datetime.date(2026, month, 13), known, "latn") for month in (1, 5, 11)]
    parts += [
        with_unit("6", Decimal(6), unit, known, "latn") for unit in ("hour", "day", "week") if has_words(unit, known)
    ]
    return [part.replace("\u00a0", " ") for part in parts]


def outcome(locale: str, folder: Path) -> Outcome:
    """Build one language."""
    known = language(locale)
    (folder / "polyleaf.toml").write_text(_CONFIG.format(locale=locale), encoding="utf-8")
    new_leaflet(folder, "trial", TODAY)
    project = read_project(folder)
    words = sample(known)
    catalog = folder / "translations" / locale / "LC_MESSAGES" / "trial.po"
    catalog.parent.mkdir(parents=True)
    entries = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n']
    for number, message in enumerate(leaflet_messages(project.leaflets["trial"], source_printing(project.config))):
        context = f'msgctxt "{message.context}"\n' if message.context else ""
        start = number % len(words)  # lines of one length are even on both sides
        said = ", ".join((words[start:] + words[:start])[: 3 + number % 5])
        text = " ".join((said, *(f"{{{name}}}" for name in message.placeholders)))
        entries.append(f'{context}msgid "{_quoted(message.msgid)}"\nmsgstr "{_quoted(text)}"\n')
    catalog.write_text("\n".join(entries), encoding="utf-8")
    report = build(
        with_fonts(Workspace(project, TODAY)), BuildRequest(out=folder / "dist", locales=(locale,), jobs=1), Silent()
    )
    troubles = [f"not built: {failed.faults[0].message}" for failed in report.failed if failed.faults]
    troubles += _findings(report.findings)
    for path in (folder / "dist").rglob("*.pdf"):
        troubles += _read(path, known, words)
    if not report.built and not troubles:
        troubles.append("not built")
    return Outcome(locale, tuple(dict.fromkeys(troubles)))


def _findings(findings: tuple[Finding, ...]) -> Iterator[str]:
    for finding in findings:
        if finding.severity is Severity.ERROR and finding.check.partition("/")[0] in ("page", "pdf", "engine"):
            yield f"{finding.check}: {finding.fault.message}"


def _read(path: Path, known: Language, words: list[str]) -> Iterator[str]:
    with pikepdf.open(path) as pdf:
        said = str(pdf.Root.get("/Lang", ""))
    if said != known.tag:
        yield f"the file says {said or 'no language'}"
    if _begins_right(path) != (known.direction is Direction.RTL):
        yield "lines begin on the wrong side"
    tree = read_tags(path, path.name)
    text = letters(tree.root.text) if tree else ""
    lost = [part for part in words if letters(part) not in text]
    if lost:
        yield f"does not read back: {', '.join(lost)}"


def _begins_right(path: Path) -> bool:
    """Whether the lines are even on the right rather than on the left."""
    pdf = pypdfium2.PdfDocument(path)
    lines = [line for page in pdf for line in _lines(page.get_textpage())]
    pdf.close()
    left, right = ([line[side] for line in lines] for side in (0, 1))
    return _spread(right) < _spread(left)


def _spread(edges: list[float]) -> float:
    """How far edges are from their commonest place; a page number and a line of English count as a short line."""
    return min((sum(min(abs(edge - place), _SHORT) for edge in edges) for place in edges), default=0)


def _lines(page: pypdfium2.PdfTextPage) -> list[list[float]]:
    """Left and right end and middle of each line."""
    lines: list[list[float]] = []
    boxes = [page.get_rect(number) for number in range(page.count_rects())]
    for left, bottom, right, top in sorted(boxes, key=lambda box: -(box[1] + box[3])):
        middle = (bottom + top) / 2
        if lines and lines[-1][2] - middle < _LINE:
            lines[-1][:2] = min(lines[-1][0], left), max(lines[-1][1], right)
        else:
            lines.append([left, right, middle])
    return lines


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def main(asked: list[str]) -> None:
    """Build the languages that are named, or all."""
    well = 0
    locales = asked or [locale for locale in (*LANGUAGES, *BESIDES) if locale != "en_GB"]
    for locale in locales:
        with tempfile.TemporaryDirectory() as folder:
            try:
                found = outcome(locale, Path(folder))
            except Exception as error:  # noqa: BLE001 - the table goes on
                found = Outcome(locale, (f"{type(error).__name__}: {error}",))
        well += not found.troubles
        if found.troubles:
            print(f"{locale}: {'; '.join(found.troubles)[:400]}", flush=True)
    print(f"{well} of {len(locales)} languages are built, and read back letter for letter")


if __name__ == "__main__":
    main(sys.argv[1:])
