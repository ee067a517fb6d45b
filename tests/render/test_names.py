"""Boxes, contacts and links have names, and what a sign says is heard, not seen."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from polyleaf.pdf.reader import read_pdf
from polyleaf.render.weasy import write_pdf

PAGE = """<html lang={lang} dir={dir}><title>A</title>
<style>html {{ font-family: {font}; font-size: 12pt }} p {{ margin: 0 }}
.spoken {{ position: absolute; color: transparent; font-size: 0.3em }} .box {{ padding-top: 20pt }}</style>
<h1>{one}</h1><h2>{one}</h2>
<div class=box role=note><p class=spoken>{sign}<p class=box-title>{title}<p>{one}</div>
<div class=box role=note><div class="box-title box-head"><p class=level>{seen}<p class=own-title>{title}</div>
<p>{one}</div>
<div class=contact role=group><p class=contact-name>{title}<p><a href="tel:111" title="{title} – 111">111</a></div>
"""
WORDS = {
    "en": ("ltr", "Noto Sans", "Text", "Important", "Emergency", "Blood"),
    "ar": ("rtl", "Noto Naskh Arabic", "كلام", "مهم", "طارئ", "الدم"),
    "ur": ("rtl", "Noto Nastaliq Urdu", "بات", "اہم", "ہنگامی", "خون"),
}


@pytest.fixture(scope="module", params=sorted(WORDS))
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[str, ...], Path]:
    words = WORDS[request.param]
    target = tmp_path_factory.mktemp("names") / "x.pdf"
    keys = dict(zip(("dir", "font", "one", "sign", "seen", "title"), words, strict=True))
    write_pdf(PAGE.format(lang=request.param, **keys), lambda _: (b"", ""), target)
    return words, target


def test_groups_are_named_and_their_titles_are_headings(printed: tuple[tuple[str, ...], Path]) -> None:
    (_, _, _, sign, seen, title), path = printed
    with pikepdf.open(path) as file:
        groups = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/T" in one and "/S" in one]
        assert [(str(one.S), str(one.T)) for one in groups] == [
            ("/Aside", f"{sign}: {title}"),
            ("/Aside", f"{seen}: {title}"),
            ("/Sect", title),
        ]
        roles = [[str(kid.S) for kid in group.K] for group in groups]
        assert roles == [["/P", "/H3", "/P"], ["/P", "/H3", "/P"], ["/H3", "/P"]]
        assert str(file.pages[0].Annots[0].Contents) == f"{title} – 111"


def test_the_word_of_a_sign_is_read_before_the_title_and_leaves_no_mark(printed: tuple[tuple[str, ...], Path]) -> None:
    (_, _, one, sign, seen, title), path = printed
    told = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range().replace("\u200a", "").split()
    assert told == [one, one, sign, title, one, seen, title, one, title, "111"]
    facts = read_pdf(path, "x.pdf")
    assert sum(sign in run.text for page in facts.pages for run in page.hidden) == 1
    assert not any(sign in run.text for page in facts.pages for run in page.runs)
