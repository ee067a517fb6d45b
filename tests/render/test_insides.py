"""An engine with other insides gives one clear failure that names what moved, and no file."""

from pathlib import Path

import pytest
from weasyprint import pdf
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import inline
from weasyprint.text import line_break

from polyleaf.render import line_ends
from polyleaf.render.insides import UnknownEngine, check_seams
from polyleaf.render.tagging import seam
from polyleaf.render.weasy import write_pdf

PAGE = "<html lang=en><title>A</title><style>html { font-family: Noto Sans }</style><h1>Knee scan</h1><p>Do not eat."


@pytest.fixture
def fresh(monkeypatch):
    """WeasyPrint before our functions stand in for its own."""
    monkeypatch.setattr(inline, "get_next_linebox", line_ends._next_line)
    monkeypatch.setattr(inline, "split_first_line", line_ends._split)
    monkeypatch.setattr(line_break, "split_first_line", line_ends._split)
    return monkeypatch


def failure(target: Path) -> str:
    with pytest.raises(UnknownEngine) as raised:
        write_pdf(PAGE, lambda _: (b"", ""), target)
    assert "pyproject.toml" in raised.value.hint
    assert not target.exists()
    return raised.value.message


def test_the_installed_one_is_as_known(fresh) -> None:
    check_seams({**seam.SEAMS, **line_ends.SEAMS})


def test_a_function_with_other_arguments(fresh, tmp_path: Path) -> None:
    fresh.setattr(pdf, "add_tags", lambda pdf, document: None)
    told = "weasyprint.pdf.add_tags takes (pdf, document) instead of (pdf, document, pdf_version, page_streams)"
    assert told in failure(tmp_path / "x.pdf")


@pytest.mark.parametrize(("module", "name"), [
    (inline, "get_next_linebox"), (inline, "split_first_line"), (line_break, "split_first_line"),
    (pdf, "add_tags"), (pdf, "build_fonts_dictionary"),
])  # fmt: skip
def test_a_function_that_is_gone(fresh, tmp_path: Path, module, name: str) -> None:
    fresh.delattr(module, name)
    assert f"{module.__name__}.{name} is gone" in failure(tmp_path / "x.pdf")


def every_box(pages):
    return [box for page in pages for box in (page._page_box, *page._page_box.descendants())]


@pytest.mark.parametrize(("name", "holders"), [
    ("_page_box", lambda pages, streams: pages),
    ("_tags", lambda pages, streams: streams),
    ("bookmark_label", lambda pages, streams: every_box(pages)),
    ("style", lambda pages, streams: every_box(pages)),
])  # fmt: skip
def test_an_attribute_that_has_moved(fresh, tmp_path: Path, name: str, holders) -> None:
    add_tags = seam._add_tags

    def moved(pdf, document, version, streams):
        found = holders(document.pages, streams)
        if hasattr(type(found[0]), name):
            fresh.delattr(Box, name)
        for holder in found:
            holder.__dict__.pop(name, None)
        return add_tags(pdf, document, version, streams)

    fresh.setattr(seam, "_add_tags", moved)
    assert f"has no attribute '{name}'" in failure(tmp_path / "x.pdf")
