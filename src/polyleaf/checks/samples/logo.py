"""A page with a logo: 47.6 mm wide, the text 16.8 mm above it, drawn in one blue."""

from __future__ import annotations

from dataclasses import replace

from polyleaf.checks.samples.language import ENGLISH
from polyleaf.checks.samples.page import FIGURE, GOOD, TREE, a_page_of, a_shape
from polyleaf.checks.samples.text import text
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.document import LocalizedText
from polyleaf.model.finding import Location
from polyleaf.model.leaflet import Figure
from polyleaf.model.logo import LogoRules
from polyleaf.model.message import TextState
from polyleaf.model.pdf_facts import Paint

_BOX = (71.0, 600.0, 206.0, 660.0)
_BLUE = (0.0, 94 / 255, 184 / 255)
_WORDS = "Example Hospital"


def with_logo(rules: LogoRules, number: int = 1) -> PrintedDocument:
    """One page of a leaflet with ``number`` logos, the first of them on the page."""
    subject = a_page_of(*GOOD, shapes=(a_shape(_BOX, _BLUE, Paint.FILL, element=FIGURE),))
    tree = (*TREE[:FIGURE], replace(TREE[FIGURE], alternative=_WORDS), *TREE[FIGURE + 1 :])
    source = text(_WORDS, line=30, context="alt")
    alternative = LocalizedText(source.inlines, ENGLISH, TextState.SOURCE, source)
    logo: Figure[LocalizedText] = Figure("images/logo.svg", alternative, None, (), Location("leaflet.md", 30))
    document = replace(subject.document, blocks=(logo,) * number)
    return replace(subject, document=document, facts=replace(subject.facts, elements=tree), logo=rules)
