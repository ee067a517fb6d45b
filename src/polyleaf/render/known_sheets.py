"""Style sheets that were parsed before in this process are not parsed again: documents of a worker share most of them.

WeasyPrint's ``find_stylesheets`` parses the text of every ``<style>`` anew for each layout; ours has 26 kB. What comes
of it (rules, declarations, page rules, counter styles) is only read afterwards. A sheet is kept only if parsing it
leaves no other trace: no complaint, no font, no import, no layer.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import weasyprint
from weasyprint import css
from weasyprint.css import counters

from polyleaf.render.insides import Seams, check_seams

_MOST = 40
"""Sheets that are kept, some 1 MB each: those of thirteen languages in three editions."""

_TRACES = ("@font-face", "@import", "@layer", "@color-profile", "@namespace")
"""What is looked up beside the sheet, or puts something into the document."""

SEAMS: Seams = {
    "weasyprint.css.find_stylesheets": (
        "wrapper_element",
        "device_media_type",
        "url_fetcher",
        "base_url",
        "font_config",
        "counter_style",
        "color_profiles",
        "page_rules",
        "layers",
    ),
    "weasyprint.css.preprocess_stylesheet": (
        "device_media_type",
        "base_url",
        "stylesheet_rules",
        "url_fetcher",
        "matcher",
        "page_rules",
        "layers",
        "font_config",
        "counter_style",
        "color_profiles",
        "ignore_imports",
        "layer",
    ),
}
"""The functions by which sheets are found and taken apart, as WeasyPrint 70.0 has them."""

_real: Any = weasyprint.CSS


@dataclass(frozen=True, slots=True)
class _Known:
    """A sheet, and what parsing it adds to a document."""

    sheet: Any
    page_rules: tuple[Any, ...]
    counter_styles: dict[str, Any]


_known: OrderedDict[tuple[str, str, str | None], _Known] = OrderedDict()


class _Sheet:
    """A parsed sheet in another document; what ``StyleFor`` reads of it."""

    def __init__(self, known: _Known, base_url: str | None, page_rules: list[Any], layers: list[Any]) -> None:
        self.base_url = base_url
        self.matcher = known.sheet.matcher
        self.page_rules, self.layers = page_rules, layers


def parsed(**options: Any) -> Any:  # noqa: ANN401 - WeasyPrint's own arguments and class
    """WeasyPrint's ``CSS``, or what it made of the same text before."""
    text = options.get("string")
    if text is None or options.get("layer") or options.get("matcher") or any(trace in text for trace in _TRACES):
        return _real(**options)
    key = (text, options["media_type"], options["base_url"])
    if key not in _known:
        found = _parsed(options)
        if found is None:
            return _real(**options)
        _known[key] = found
        if len(_known) > _MOST:
            _known.popitem(last=False)
    _known.move_to_end(key)
    found = _known[key]
    options["page_rules"].extend(found.page_rules)
    options["counter_style"].update(found.counter_styles)
    return _Sheet(found, options["base_url"], options["page_rules"], options["layers"])


def _parsed(options: dict[str, Any]) -> _Known | None:
    """A sheet apart from any document; None if the engine has something to say of it."""
    rules: list[Any] = []
    layers: list[Any] = []
    styles, complaints = counters.CounterStyle(), _Complaints(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    before, told = set(styles), (logger.handlers, logger.propagate)
    logger.handlers, logger.propagate = [complaints], False
    try:
        sheet = _real(
            **{**options, "page_rules": rules, "layers": layers, "counter_style": styles, "font_config": None}
        )
    finally:
        logger.handlers, logger.propagate = told
    if complaints.any or layers:
        return None
    return _Known(sheet, tuple(rules), {name: style for name, style in styles.items() if name not in before})


class _Complaints(logging.Handler):
    any = False

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - that there is one is enough
        self.any = True


def install() -> None:
    """Put it in place; again does nothing.

    Raises:
        UnknownEngine: A function has moved or takes other arguments.
    """
    if css.CSS is parsed:
        return
    check_seams(SEAMS)
    css.CSS = parsed
