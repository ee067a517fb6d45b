"""What a project's own style sheet may do: the tags still say what the page shows, or the build says what it cannot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from tests.checks.page_press import pixel

from polyleaf.errors import PolyleafError
from polyleaf.model.spoken import words
from polyleaf.model.tag_tree import TagTree, outline
from polyleaf.pdf.tag_tree import read_tags
from polyleaf.render.weasy import write_pdf


def tags_of(body: str, style: str, target: Path) -> TagTree:
    page = f"<html lang=en><head><title>A</title><style>html {{ font-family: Noto Sans }} {style}</style></head>"
    write_pdf(f"{page}<body><main>{body}</main></body>", lambda _: (pixel(), "image/png"), target)
    tags = read_tags(target, "x.pdf")
    assert tags is not None
    return tags


@pytest.mark.parametrize(("style", "body", "said"), [
    ("p { transform: rotate(3deg) }", "<p>One</p>", ["P", "'One'"]),
    ("div { overflow: hidden; height: 1em }", "<div><p>One</p></div>", ["P", "'One'"]),
    ("div { position: relative } .a { position: absolute; top: 0 }", "<div><p>One</p><p class=a>Two</p></div>",
     ["P", "'One'", "P", "'Two'"]),
    (".f { position: fixed; bottom: 0 } .n { break-before: page }", "<p class=f>Foot</p><p>One</p><p class=n>Two</p>",
     ["P", "'Foot'", "P", "'One'", "P", "'Two'"]),
    (".r { position: running(x) } @page { @top-left { content: element(x) } }", "<p class=r>Head</p><p>One</p>",
     ["P", "'One'"]),
    ("div { columns: 2 }", "<div><p>One</p><p>Two</p></div>", ["P", "'One'", "P", "'Two'"]),
    (".f { float: right }", "<p class=f>One</p><p>Two</p>", ["P", "'One'", "P", "'Two'"]),
    ("span { display: inline-block }", "<p>One <span>two</span> three</p>", ["P", "'One two three'"]),
    ("p::before { content: '» ' } p::after { content: ' ·' }", "<p>One</p>", ["P", "'One'"]),
    ("p::first-letter { font-size: 200% }", "<p>One</p>", ["P", "'One'"]),
    ("p::first-line { font-weight: 700 }", "<p>One two</p>", ["P", "'One two'"]),
    (".z { position: relative; z-index: 2 }", "<p class=z>One</p><p>Two</p>", ["P", "'One'", "P", "'Two'"]),
    ("div { display: flex }", "<div><p>One</p><p>Two</p></div>", ["P", "'One'", "P", "'Two'"]),
    ("p { background: linear-gradient(red, blue) }", "<p>One</p>", ["P", "'One'"]),
    ("p { hyphens: manual; width: 4em }", "<p>extra\u00adordinary</p>", ["P", "'extraordinary'"]),
    ("p { hyphens: auto; width: 5em }", "<p>extraordinarily</p>", ["P", "'extraordinarily'"]),
    ("p { letter-spacing: 2px; text-decoration: underline }", "<p>One two</p>", ["P", "'One two'"]),
])  # fmt: skip
def test_the_tags_say_the_text_once_and_nothing_else(tmp_path: Path, style: str, body: str, said: list[str]) -> None:
    tags = tags_of(body, style, tmp_path / "x.pdf")
    lines = [line.strip().split(" pages=")[0] for line in outline(tags.root)][1:]
    assert [line.replace("\u00ad", "").replace("\\xad", "") for line in lines] == said
    assert not tags.loose


@pytest.mark.parametrize(("body", "told"), [
    ("<p style='opacity: .5'>One</p>", "<p> see-through (opacity)"),
    ("<p>One</p><img style='opacity: .5' src='polyleaf:x' alt='Spine'>", "<img> see-through (opacity)"),
    ("<table><tr><th>A</th><td><table><tr><td>B</td></tr></table></td></tr></table>", "a table inside a table"),
    ("<svg width='9' height='9'><text y='9'>One</text></svg>", "<svg>"),
    ("<style>p::before { content: 'Do not ' }</style><p>eat.</p>", "adds the words “Do not” to <p>"),
    ("<style>p::after { content: ' 5' }</style><p>Wait</p>", "adds the words “5” to <p>"),
    ("<style>h2 { font-size: 0 }</style><h1>One</h1><h2>Two</h2>", "the heading “Two” would not be read out"),
    ("<style>h2 { visibility: hidden }</style><h1>One</h1><h2>Two</h2>", "the heading “Two” would not be read out"),
    ("<style>h2 { transform: scale(0) }</style><h1>One</h1><h2>Two</h2>", "the heading “Two” would not be read out"),
    ("<style>h2 { position: running(x) } @page { @top-left { content: element(x) } }</style><h1>One</h1><h2>Two</h2>",
     "the heading “Two” would not be read out"),
    ("<style>h2 { position: fixed } p { break-before: page }</style><h1>One</h1><h2>Two</h2><p>Three",
     "the heading “Two” would be among the bookmarks again"),
    ("<style>h2 { font-size: 0 }</style><h1>One</h1><h2>A</h2><h2>B</h2><h2>C</h2><h2>D</h2>",
     "“A”, “B”, “C” and 1 more"),
    ("<pre>One</pre>", "<pre>"),
    ("<button>One</button>", "<button>"),
])  # fmt: skip
def test_what_has_no_place_in_the_tags_is_named(tmp_path: Path, body: str, told: str) -> None:
    with pytest.raises(PolyleafError) as raised:
        tags_of(body, "", tmp_path / "x.pdf")
    assert told in raised.value.message
    assert raised.value.hint
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("standard", ["pdf/ua-1", "pdf/ua-2"])
def test_bookmarks_lead_to_their_own_headings(tmp_path: Path, standard: str) -> None:
    """Also if some headings have none, one is called otherwise, and something that is no heading has one."""
    style = "h2.no { bookmark-level: none } h2.short { bookmark-label: 'Short' } .box { bookmark-level: 3 }"
    style += " .box { bookmark-label: content() }"
    body = "<h1>One</h1><h2 class=no>Two</h2><h2 class=short>Three is long</h2><div class=box><p>Four</p></div>"
    page = f"<html lang=en><head><title>A</title><style>html {{ font-family: Noto Sans }} {style}</style></head>"
    write_pdf(f"{page}<body><main>{body}</main></body>", lambda _: (pixel(), "image/png"), tmp_path / "x.pdf", standard)
    with pikepdf.open(tmp_path / "x.pdf") as pdf, pdf.open_outline() as outline_of:
        found = [(str(item.title), str(item.obj.SE.S)) for item in flat(outline_of.root)]
        kids = [[int(kid) for kid in item.obj.SE.get("/K", ())] for item in flat(outline_of.root)]
        if standard == "pdf/ua-2":
            assert all(item.obj.Dest[0] == item.obj.SE for item in flat(outline_of.root))
    assert found == [("One", "/H1"), ("Short", "/H2"), ("Four", "/P")]
    assert kids == [[0], [2], [3]], "the second marked content is the heading without a bookmark"


def flat(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from flat(item.children)


def test_a_layout_that_fails_names_the_elements(tmp_path: Path) -> None:
    with pytest.raises(PolyleafError) as raised:
        tags_of("<ul><li>One</ul>", "li::marker { content: counter(list-item) ') ' }", tmp_path / "x.pdf")
    assert "the layout engine failed at li::marker" in raised.value.message
    assert "style sheet" in raised.value.hint


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", range(5, 22))
def test_words_of_two_parts_never_run_together(tmp_path: Path, width: int, direction: str) -> None:
    parts = "Take <b>250mg</b> <bdi>warfarin</bdi> (<b>the</b> <bdi>pill</bdi>) <i>with</i> <i>water</i>. <b>Now</b>"
    body = f"<p dir={direction}>{parts}</p>"
    style = f"p {{ width: {width}em }} b, bdi, i {{ white-space: nowrap }}"
    tags = tags_of(body, style, tmp_path / "x.pdf")
    assert words(tags.root.text) == "Take 250mg warfarin (the pill) with water. Now"
