"""Markdown of MkDocs, Docusaurus, Pandoc, GitHub, Obsidian and Jekyll."""

import pytest
from tests.importing.conftest import TODAY, reading

from polyleaf.importing.bringing import brought, finished
from polyleaf.importing.plain_markdown import read_markdown
from polyleaf.importing.word.changes import Changes

BOX = ":::{important} Ring 999\nif it bleeds\n\n- or hurts\n- or swells\n:::"
KINDS = {
    "mkdocs": ('!!! warning "Ring 999"\n    if it bleeds\n\n    - or hurts\n    - or swells\n\nAfter.', BOX),
    "folded": ("??? note\n    Folded.", ":::{tip}\nFolded.\n:::"),
    "docusaurus": (":::warning[Ring 999]\nif it bleeds\n\n- or hurts\n- or swells\n:::", BOX),
    "pandoc": ("::: {.warning}\nWords.\n:::", ":::{important}\nWords.\n:::"),
    "obsidian": ("> [!WARNING] Ring 999\n> if it bleeds\n> - or hurts\n> - or swells", BOX),
    "github": ("> [!NOTE]\n> Words.", ":::{tip} Note\nWords.\n:::"),
    "old_github": ("> **Note**\n> Words.", ":::{tip} Note\nWords.\n:::"),
    "title_with_looks": ("> [!warning] Ring **999**\n> now", ":::{important} Ring 999\nnow\n:::"),
    "ticked": ("- [x] done\n- [ ] open", "- ☑ done\n- ☐ open"),
    "links": ("See [[Home]] and [[Drugs|your tablets]].", "See Home and your tablets."),
    "marked": ("==Now== H~2~O x^2^ 5==5 `==a==` ~~out~~", "Now H₂O x² 5==5 ==a== ~~out~~"),
    "named": ("# Top\n\nSee [x](#deep), [y](#the-end).\n\n## Low {#deep}\n\na\n\n## The end\n\nb",
              "See [x](#low), [y](#the-end)."),
    "looks": ("Words{.red}\n{: .big}", "Words\n"),
    "contents": ("[TOC]\n\nText.", "---\nText."),
    "code": ("```\n[x] ==a== {#b}\n```", "[x] ==a== {{#b}}"),
}  # fmt: skip


def bring(text):
    made = brought(
        read_markdown(text.encode(), "f.md", Changes.ACCEPT, lambda _: None), "the-file", reading(), "NEW-001"
    )
    return finished(made, (), TODAY)


@pytest.mark.parametrize("name", KINDS)
def test_signs_of_other_programs_are_read(name):
    given, wanted = KINDS[name]
    text = bring(given).text
    assert wanted in text
    assert "were not found again" not in text


def test_front_matter_of_another_program():
    leaflet = bring(
        '---\nlayout: page\ntitle: "Falls"\ndate: 2026-03-01\nauthor: Ann\ntags: [a, b]\n---\n# Falls\n\nText.'
    )
    assert "title: Falls\n" in leaflet.text
    assert "published: 2026-03-01" in leaflet.text
    assert "<!-- Front matter of the document: layout: page, author: Ann, tags: a, b -->" in leaflet.text
    assert "were not found again" not in leaflet.text


@pytest.mark.parametrize(
    ("given", "told"),
    [("{% include a.html %}", "Commands of another program"), ("![[a.png]]", "A picture of another program"),
     ("[[a]]", "Links to other notes"), ("==a==", "a highlighter")],
)  # fmt: skip
def test_what_is_not_as_it_was_is_told(given, told):
    assert any(told in one.what for one in bring(f"Text.\n\n{given}").notices)
