"""All that was measured on a finished file: the figures of every check that judges by a rule."""

from __future__ import annotations

from polyleaf.checks.measures.layout import layout_of
from polyleaf.checks.registry import CHECKS
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.inline import plain
from polyleaf.model.measure import MeasuredFile


def measured(subject: PrintedDocument) -> MeasuredFile:
    """What was found on the pages of a file, check by check."""
    layout, document = layout_of(subject), subject.document
    figures = (rule.measure(layout, check) for check in CHECKS for rule in check.rules)
    return MeasuredFile(
        path=subject.facts.path,
        leaflet=document.leaflet,
        title=plain(document.title.inlines),
        code=document.code,
        version=document.version,
        language=document.language,
        edition=subject.edition,
        pages=len(subject.facts.pages),
        draft=document.draft,
        measures=tuple(figure for figure in figures if figure is not None),
    )
