"""Editions that are folded: their panels in the order of reading, whichever way a language is read.

The sheets are folded here as hands would fold their picture: strips of pixels, turned over and laid on each other.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops
from tests.projects.drops import add_drops
from tests.projects.folder import Clinic

from polyleaf.building.documents import Documents
from polyleaf.building.folded import Folded
from polyleaf.building.item import Item
from polyleaf.building.plan import BuildRequest, plan
from polyleaf.errors import UsageError
from polyleaf.model.edition import FOLDS, PAPERS, Edition
from polyleaf.model.output import ACCESSIBLE, FOLDED, PRESS
from polyleaf.pdf.imposition.impose import impose
from polyleaf.pdf.imposition.order import Imposed, ImposeOrder
from polyleaf.pdf.imposition.schemes import Binding, Scheme
from polyleaf.render.order import RenderOrder
from polyleaf.render.render import render
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms
from polyleaf.workspace import Workspace

EDITIONS = {
    "a4-trifold": Edition("a4-trifold", 12.0, "A4", 15.0, "trifold"),
    "a4-zfold": Edition("a4-zfold", 12.0, "A4", 15.0, "zfold"),
    "dl": Edition("dl", 12.0, "A4", 15.0, "trifold"),
    "a5-booklet": Edition("a5-booklet", 14.0, "A4", 15.0, "booklet"),
    "letter-trifold": Edition("letter-trifold", 12.0, "Letter", 15.0, "trifold"),
    "letter-zfold": Edition("letter-zfold", 12.0, "Letter", 15.0, "zfold"),
}
PT = 72 / 25.4
COLOURS = [
    (230, 0, 0),
    (0, 150, 0),
    (0, 0, 230),
    (230, 180, 0),
    (0, 180, 200),
    (200, 0, 200),
    (90, 90, 90),
    (120, 60, 0),
]


def coloured(path: Path, edition: Edition, pages: int) -> None:
    """A file with a page of each colour, of the size of the edition's panels."""
    pdf = pikepdf.new()
    for colour in COLOURS[:pages]:
        page = pdf.add_blank_page(page_size=(edition.width * PT, edition.height * PT))
        fill = " ".join(f"{part / 255:.4f}" for part in colour)
        page.contents_add(f"{fill} rg 0 0 {edition.width * PT:.3f} {edition.height * PT:.3f} re f".encode())
    pdf.save(path)


def photographs(path: Path, scale: float = 0.5) -> list[Image.Image]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.render(scale=scale).to_pil().convert("RGB") for page in pdf]


def panels(side: Image.Image, columns: int) -> list[Image.Image]:
    width = side.width / columns
    return [side.crop((round(at * width), 0, round((at + 1) * width), side.height)) for at in range(columns)]


def folded(sides: list[Image.Image], scheme: Scheme, *, from_right: bool) -> list[Image.Image]:
    """The panels in the order in which somebody meets them who unfolds the sheet, or leafs through the booklet.

    Args:
        sides: Front and back of each sheet.
        scheme: How it is folded.
        from_right: Whether the reader begins at the right.
    """
    cut = [panels(side, FOLDS[scheme]) for side in sides]
    if from_right:  # a mirror makes of it what somebody holds who reads from the left
        cut = [side[::-1] for side in cut]
    if scheme is Scheme.ZFOLD:  # the front is drawn out, then turned over
        (front, back) = cut
        return [*front, *back]
    if scheme is Scheme.TRIFOLD:  # the cover is opened, then the flap: the whole inside; the rest is behind
        (front, back) = cut
        flap, rear, cover = front
        return [cover, *back, flap, rear]
    leaves = list(zip(cut[::2], cut[1::2], strict=True))
    first = [page for front, back in leaves for page in (front[1], back[0])]
    last = [page for front, back in reversed(leaves) for page in (back[1], front[0])]
    return [*first, *last]


def centre(image: Image.Image) -> tuple[int, ...]:
    pixel = image.getpixel((image.width // 2, image.height // 2))
    assert isinstance(pixel, tuple)
    return pixel


def is_near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < 6


def has_ink(image: Image.Image) -> bool:
    """Whether there is more on it than marks of folds."""
    inside = image.crop((image.width // 10, image.height // 10, image.width * 9 // 10, image.height * 9 // 10))
    return min(inside.convert("L").tobytes()) < 128


def put_on_sheets(tmp_path: Path, edition: Edition, pages: int, binding: Binding) -> tuple[Path, Imposed]:
    source, target = tmp_path / "panels.pdf", tmp_path / "sheet.pdf"
    coloured(source, edition, pages)
    order = ImposeOrder(Scheme(edition.fold), edition.paper, binding, 0.11, marks_inside=True)
    return target, impose(source, "panels.pdf", order, target)


@pytest.mark.parametrize("binding", list(Binding))
@pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
def test_who_unfolds_the_sheet_meets_every_panel_in_its_order(
    tmp_path: Path, edition: Edition, binding: Binding
) -> None:
    pages = 8 if edition.fold == "booklet" else 6
    target, done = put_on_sheets(tmp_path, edition, pages, binding)
    sides = photographs(target)
    width, height = edition.sheet
    assert all(abs(side.width / side.height - width / height) < 0.01 for side in sides)
    found = [centre(one) for one in folded(sides, Scheme(edition.fold), from_right=binding is Binding.RIGHT)]
    assert all(is_near(one, colour) for one, colour in zip(found, COLOURS[:pages], strict=True)), found
    named = [text for text in done.sides if "front panel" in text]
    assert len(named) == (edition.fold != "booklet")


@pytest.mark.parametrize("binding", list(Binding))
def test_folds_are_marked_in_the_margins_where_the_flap_is_narrower(tmp_path: Path, binding: Binding) -> None:
    target, done = put_on_sheets(tmp_path, EDITIONS["a4-trifold"], 6, binding)
    marks = sorted({round(rect[0] / PT, 1) for rect, is_fold in done.layout.marks(front=True) if is_fold})
    widths = (98.5, 197.5) if binding is Binding.LEFT else (99.5, 198.5)
    assert marks == list(widths)
    (front, _) = photographs(target, 2.0)
    at = round(marks[0] * PT * 2)
    column = [front.getpixel((x, y)) for y in range(14, 46) for x in range(at - 2, at + 3)]
    assert any(sum(pixel) < 200 for pixel in column if isinstance(pixel, tuple))


def test_a_panel_is_a_part_of_its_sheet() -> None:
    assert {name: (round(one.width, 1), one.height) for name, one in EDITIONS.items()} == {
        "a4-trifold": (99.0, 210.0),
        "a4-zfold": (99.0, 210.0),
        "dl": PAPERS["DL"],
        "a5-booklet": (148.5, 210.0),
        "letter-trifold": (93.1, 215.9),
        "letter-zfold": (93.1, 215.9),
    }


def with_editions(tmp_path: Path, *tables: str) -> Clinic:
    clinic = Clinic(tmp_path / "clinic")
    add_drops(clinic)
    toml = clinic.path("toml").read_text(encoding="utf-8")
    kept = toml.partition("[editions")[0]
    clinic.write("toml", kept + "".join(f"\n[editions.{table}\n" for table in tables))
    return clinic


def test_an_edition_that_is_folded_has_its_sheet_beside_its_panels(tmp_path: Path) -> None:
    clinic = with_editions(tmp_path, 'flat]\nsize = "14pt"', 'pocket]\nsize = "12pt"\nfold = "trifold"')
    project = read_project(clinic.root)

    def outputs(output: str) -> set[tuple[str, str]]:
        items = plan(project, BuildRequest(clinic.out, ("drops",), ("ar",), output=output))
        return {(item.edition, item.output.name) for item in items}

    panels_of = {("flat", "accessible"), ("pocket", "accessible"), ("pocket", "folded")}
    assert outputs(ACCESSIBLE.name) == panels_of
    assert outputs(FOLDED.name) == {("pocket", "folded")}
    assert outputs(PRESS.name) == {("flat", "press"), ("pocket", "press")}


@pytest.mark.parametrize(
    ("table", "words", "hint"),
    [
        ('pocket]\nsize = "12pt"\nfold = "trifold"\npaper = "A5"', "too few for text", "Fold larger paper"),
        ('pocket]\nsize = "12pt"\nfold = "trifold"\nmargin = "30mm"', "leave 39 mm", "at most 19.5 mm"),
        ('pocket]\nsize = "12pt"\nfold = "trifold"\nfields = true', "cannot be put on a sheet", "Make two editions"),
        ('pocket]\nsize = "12pt"\nfold = "trifld"', "is no fold", "Did you mean trifold?"),
    ],
)
def test_a_sheet_that_cannot_be_folded_is_told_with_its_line(tmp_path: Path, table: str, words: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_project(with_editions(tmp_path, table).root)
    told = f"{caught.value.message} {caught.value.hint}"
    assert words in told
    assert hint in told


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["en_GB", "ar"])
@pytest.mark.parametrize("name", EDITIONS)
def test_panels_of_a_leaflet_stand_on_their_sheet_as_they_are_read(tmp_path: Path, name: str, locale: str) -> None:
    edition = EDITIONS[name]
    table = f'{name}]\nsize = "{edition.size:g}pt"\nfold = "{edition.fold}"\npaper = "{edition.paper}"'
    clinic = with_editions(tmp_path, table)
    clinic.change("leaflets/drops/leaflet.md", "---\n##", "layout: sheet\n---\n##")
    workspace = Workspace(read_project(clinic.root), datetime.date(2026, 11, 20))
    documents, item = Documents(workspace), Item("drops", locale, name, output=FOLDED)
    document = documents.document("drops", locale)
    source, target = tmp_path / "panels.pdf", tmp_path / "sheet.pdf"
    render(RenderOrder(document, workspace.project.config.editions[name], template_rooms(clinic.root), {}, source))
    impose(source, "panels.pdf", Folded(workspace).order(documents, item, document, target), target)
    pages, sides = photographs(source), photographs(target)
    met = folded(sides, Scheme(edition.fold), from_right=locale == "ar")
    inked = [one for one in met if has_ink(one)]
    assert len(inked) == len(pages)
    for page, panel in zip(pages, inked, strict=True):
        size = (40, 80)
        difference = ImageChops.difference(page.resize(size).convert("L"), panel.resize(size).convert("L"))
        assert sum(difference.tobytes()) / (size[0] * size[1]) < 6
