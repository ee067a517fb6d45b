"""The whole tag tree of one leaflet with every construct, as text: in English, Arabic, Bengali and Chinese.

After a change that is meant: ``pytest tests/render/test_golden_trees.py --update``, and read the difference.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from polyleaf.building.documents import Documents
from polyleaf.model.print_code import PRINTED
from polyleaf.model.tag_tree import PAGE, TagElement, TagTree, outline
from polyleaf.pdf.tag_tree import read_tags
from polyleaf.render.order import RenderOrder
from polyleaf.render.render import render
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms
from polyleaf.workspace import Workspace

PROJECT = Path(__file__).parents[1] / "projects" / "constructs"
BLOCKS = Path(__file__).parents[1] / "projects" / "everything"
"""Kinds of blocks beyond those of running text."""
SECTIONS = ("What you sign", "Your notes", "ما توقّع عليه", "ملاحظاتك")
"""Headings that it refers to."""
SLIP = ("Cut off and hand in", "اقطع هذا الجزء وسلّمه")
GOLDEN = Path(__file__).parents[1] / "golden"
ROLES = {
    "Aside", "Caption", "Div", "Document", "Figure", "H1", "H2", "H3", "H4", "L", "LBody", "LI", "Lbl", "Link", "P",
    "Sect", "TBody", "TD", "TH", "THead", "TOC", "TOCI", "TR", "Table",
}  # fmt: skip


def printed_tags(project: Path, locale: str, target: Path) -> TagTree:
    """The tags of the leaflet "everything" of a project, in large print."""
    read = read_project(project)
    document = Documents(Workspace(read, datetime.date(2026, 11, 20))).document("everything", locale)
    images = {name: project / facts.path for name, facts in read.leaflets["everything"].images.items()}
    render(RenderOrder(document, read.config.editions["large"], template_rooms(project), images, target))
    tags = read_tags(target, "x.pdf")
    assert tags is not None
    return tags


@pytest.fixture(scope="module", params=["en_GB", "ar", "bn", "zh_Hans"])
def tree(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, TagTree]:
    return request.param, printed_tags(PROJECT, request.param, tmp_path_factory.mktemp("golden") / "x.pdf")


def hold(tags: TagTree, golden: Path, request: pytest.FixtureRequest) -> None:
    """The tree is what the file says; with ``--update`` the file becomes what the tree is."""
    told = PRINTED.sub("CODE", "\n".join(outline(tags.root)) + "\n")  # it follows from every letter of the page
    if request.config.getoption("--update"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("locale", ["en_GB", "ar"])
def test_the_tree_of_the_other_blocks_is_the_golden_one(
    locale: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    tags = printed_tags(BLOCKS, locale, tmp_path / "x.pdf")
    hold(tags, GOLDEN / f"blocks-{locale}.txt", request)
    referred = [one.text for one in tags.root.walk() if one.title == PAGE]
    sections = [one.pages[0] for one in tags.root.walk() if one.role == "H2" and one.text in SECTIONS]
    assert [int(re.findall(r"\d+", text)[0]) for text in referred] == sections
    (slip,) = [one for one in tags.root.walk() if one.title in SLIP]
    assert len({page for part in slip.walk() for page in part.pages}) == 1


def test_the_tree_is_the_golden_one(tree: tuple[str, TagTree], request: pytest.FixtureRequest) -> None:
    locale, tags = tree
    hold(tags, GOLDEN / f"everything-{locale}.txt", request)


def test_every_construct_is_there_and_all_else_is_furniture(tree: tuple[str, TagTree]) -> None:
    locale, tags = tree
    assert {element.role for element in tags.root.walk()} - {"Span"} == ROLES
    assert not tags.loose
    assert tags.artifacts
    foreign = {element.language for element in tags.root.walk() if element.language}
    assert foreign >= {"ar", "bn", "zh-Hans", "en"} - {tags_language(locale)}


def test_text_that_waits_for_translation_is_one_english_part(tree: tuple[str, TagTree]) -> None:
    locale, tags = tree
    parts = [element for element in tags.root.walk() if element.text == "Come early."]
    if locale == "ar":
        assert [(part.role, part.language) for part in parts] == [("Div", "en-GB"), ("P", "")]
        around = next(element for element in tags.root.walk() if parts[0] in element.kids)
        assert "لم يُترجَم هذا الجزء بعد" in around.text
    else:
        assert len(parts) == (locale == "en_GB")


def test_a_paragraph_over_a_page_end_is_one_p(tree: tuple[str, TagTree]) -> None:
    _, tags = tree
    crossing = [element for element in tags.root.walk() if len(element.pages) > 1]
    assert {element.role for element in crossing} <= {"P", "TH"}
    assert any("  P pages=" in path.read_text(encoding="utf-8") for path in GOLDEN.iterdir())


def tags_language(locale: str) -> str:
    """The language tag of a locale; English parts of English pages have none of their own."""
    return {"en_GB": "en"}.get(locale, locale.replace("_", "-"))


def test_an_outline_shows_every_element() -> None:
    element = TagElement("P", language="ar", alternative="x", pages=(1, 2), kids=("a", TagElement("Span"), "b"))
    assert list(outline(element)) == ["P lang=ar alt='x' pages=1,2", "  'a'", "  Span", "  'b'"]
