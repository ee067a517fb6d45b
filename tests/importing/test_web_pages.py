"""Web pages and Markdown of other programs."""

import shutil

import pytest
from tests.importing.conftest import TODAY, reading
from tests.importing.word_files import png, word_file

from polyleaf.importing.bringing import brought, finished, gathered_from
from polyleaf.importing.word.changes import Changes

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Knee | Example Hospital</title>
<meta name="description" content="About knees"><style>p {color: red}</style></head><body>
<nav><a href="/">Home</a></nav>
<h1>Your knee</h1>
<p>Hello <b>bold </b>and <em>stress</em>, or <a href="https://www.example.org/a(b)">our page</a>.<br>Next &lt;b&gt;.</p>
<!-- ask Jane -->
<div class="alert alert-warning"><h3>Take care</h3><p>Do not eat for 6 hours.</p></div>
<ul><li>One<ul><li>inner</li><li>inner too</li></ul></li><li><p>Two</p><p>more of two</p></li></ul>
<ol start="3"><li>three<li>four</ol>
<table><caption>Your week</caption><tr><th>A<th>B<tr><td rowspan=2>x<td>y<tr><td>z</table>
<figure><img src="dot.png" alt="A dot"><figcaption>The dot</figcaption></figure>
<p>Text <del>old</del><ins>new</ins> H<sub>2</sub>O</p><script>alert(1)</script>
<dl><dt>Term<dd>Meaning</dl>
<footer>Made by us</footer></body></html>"""

MARKDOWN = """---
title: My title
version: 1.2
department: Orthopaedics
---
Heading one
===========

Text with [a link][1] and **bold**.

Sub
---

> [!WARNING]
> Beware of ice.

* a
    * b
    * c

| A | B |
|---|---|
| c | d |

:::{tip} Good
Tip words
:::

A note[^1].

[^1]: The foot note.

[1]: https://www.example.org

<!-- block
note -->
"""


def bring(path, changes=Changes.ACCEPT):
    made = brought(gathered_from(path, path.name, changes), path.stem, reading(changes), "NEW-001")
    return made, finished(made, (), TODAY)


@pytest.fixture
def page(tmp_path):
    (tmp_path / "dot.png").write_bytes(png().getvalue())
    path = tmp_path / "knee.html"
    path.write_text(PAGE)
    return path


def test_a_web_page(page):
    made, leaflet = bring(page)
    assert made.title == "Your knee"
    for part in (
        "<!-- Home -->",
        "Hello **bold** and *stress*, or [our page](https://www.example.org/a%28b%29).\\\nNext <b>.",
        "<!-- ask Jane -->",
        ":::{important} Take care\nDo not eat for 6 hours.\n:::",
        "- One\n  - inner\n  - inner too\n- Two\n\n  more of two",
        "3. three\n4. four",
        ":::{table} Your week\n| A | B |\n|---|---|\n| x | y |\n| x | z |\n:::",
        ":::{figure} images/picture-1.png\n:alt: A dot\nThe dot\n:::",
        "Text new H₂O",
        "**Term**\n\nMeaning",
        "Headers and footers of the document: Made by us",
        "<!-- Property “description” of the document: About knees -->",
    ):
        assert part in leaflet.text
    assert "not found again" not in leaflet.text
    assert "alert(1)" not in leaflet.text
    assert "Text old H₂O" in bring(page, Changes.REFUSE)[1].text


def test_markdown_of_another_program(tmp_path):
    path = tmp_path / "ice.md"
    path.write_text(MARKDOWN)
    _, leaflet = bring(path)
    for part in (
        "title: Heading one",
        'version: "1.2"',
        "owner: Orthopaedics",
        "Text with [a link](https://www.example.org) and **bold**.",
        "## Sub",
        ":::{important} Warning\nBeware of ice.\n:::",
        "- a\n  - b\n  - c",
        "| A | B |\n|---|---|\n| c | d |",
        ":::{tip} Good\nTip words\n:::",
        "The foot note.",
        "<!-- block\nnote -->",
    ):
        assert part in leaflet.text
    assert "not found again" not in leaflet.text


def test_encodings_of_web_pages(tmp_path):
    for number, (encoding, head) in enumerate(
        (("utf-8", ""), ("cp1252", ""), ("cp1252", '<meta charset="windows-1252">'), ("utf-16", ""))
    ):
        path = tmp_path / f"{number}.html"
        path.write_bytes(f"<html><head>{head}</head><body><p>Überdosis – nie!</p></body></html>".encode(encoding))
        assert "Überdosis – nie!" in bring(path)[1].text


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", ["merged_cells", "list_styles", "text_box", "pictures", "right_to_left", "footnotes"])
def test_a_document_of_libreoffice(tmp_path, name):
    """Made by LibreOffice, and read through it."""
    import subprocess  # noqa: PLC0415 - here alone

    (tmp_path / "a.docx").write_bytes(word_file(name))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "odt",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    _, leaflet = bring(tmp_path / "a.odt")
    assert "not found again" not in leaflet.text
    assert leaflet.text.count("\n") > 8


def test_dates_are_taken_as_they_are_stated(tmp_path):
    """Also where they contradict: check says so."""
    path = tmp_path / "old.md"
    path.write_text("# Old\n\nWords.\n\nVersion 3, published 5 May 2019, review date May 2018.\n")
    assert "published: 2019-05-05\nreview_by: 2018-05-31" in bring(path)[1].text


def test_a_review_date_that_is_past_does_not_make_a_leaflet_new(tmp_path):
    path = tmp_path / "old.md"
    path.write_text("# Old\n\nWords.\n\nReview date: 5 May 2019.\n")
    _, leaflet = bring(path)
    assert "published: 2017-05-05\nreview_by: 2019-05-05" in leaflet.text
    assert any("when it was published" in one.what for one in leaflet.notices)
