"""Whatever is painted is either in the tag tree or in an Artifact: read from the content of the pages themselves."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
import pytest

PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "EI", "INLINE IMAGE"}


@pytest.fixture(
    scope="module",
    params=["en_GB", "ur", *(pytest.param(one, marks=pytest.mark.slow) for one in ("ar", "ta", "zh_Hans"))],
)
def file(request: pytest.FixtureRequest, long_leaflet) -> Iterator[pikepdf.Pdf]:
    _, target = long_leaflet(request.param)
    with pikepdf.open(target) as pdf:
        yield pdf


def marks_of(page: pikepdf.Page) -> Iterator[tuple[str, tuple[str, int | None] | None]]:
    """Every painting operator of a page, with its outermost mark: the tag and the MCID; None outside of every mark."""
    open_marks: list[tuple[str, int | None]] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BMC":
            open_marks.append((str(operands[0]), None))
        elif name == "BDC":
            number = operands[1].get("/MCID") if isinstance(operands[1], pikepdf.Dictionary) else None
            open_marks.append((str(operands[0]), None if number is None else int(number)))
        elif name == "EMC":
            open_marks.pop()
        elif name in PAINTING:
            yield name, open_marks[0] if open_marks else None
    assert not open_marks


def test_every_mark_on_paper_is_told_or_is_an_artifact(file: pikepdf.Pdf) -> None:
    numbers = file.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}
    painted = 0
    for page in file.pages:
        elements = parents[int(page.obj.StructParents)]
        for operator, mark in marks_of(page):
            painted += 1
            assert mark is not None, f"{operator} outside of every mark"
            tag, number = mark
            assert (number is None) == (tag == "/Artifact")
            if number is not None:
                assert str(elements[number].S) == tag
    assert painted > 500


def test_every_piece_in_the_tree_is_painted_once(file: pikepdf.Pdf) -> None:
    for page in file.pages:
        told = [mark[1] for _, mark in marks_of(page) if mark is not None and mark[1] is not None]
        changes = [number for place, number in enumerate(told) if not place or told[place - 1] != number]
        assert len(changes) == len(set(changes)), "a piece of marked content is painted in two places"


def test_every_artifact_says_what_kind_it_is(file: pikepdf.Pdf) -> None:
    kinds = set()
    for page in file.pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) in ("BDC", "BMC") and str(operands[0]) == "/Artifact":
                assert str(operator) == "BDC", "an Artifact without properties"
                kinds.add(str(operands[1].Type))
    assert kinds == {"/Pagination", "/Layout"}
