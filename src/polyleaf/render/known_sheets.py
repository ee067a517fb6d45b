"""Rules of style sheets that were parsed before in this process are not parsed again: documents of a worker share most.

WeasyPrint's ``find_stylesheets`` parses the text of every ``<style>`` anew for each layout; ours has 26 kB. What comes
of it (rules, declarations, page rules, counter styles) is only read afterwards. The sheets of two languages or editions
differ in a few measures, so each rule is kept by its own text, and a sheet is put together from its rules. One is kept
only if parsing it leaves no other trace: no complaint, no font, no import, no layer.
"""

from __future__ import annotations

import logging
import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import weasyprint
from weasyprint import css
from weasyprint.css import counters

from polyleaf.render.insides import Seams, check_seams

_MOST = 40
"""Sheets that are kept: those of thirteen languages in three editions."""

_MOST_RULES = 6_000
"""Rules that are kept, some 3 kB each."""

_MARK = re.compile(
    r"""/\*.*?(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\burl\(\s*+(?!["'])(?:[^)\\]|\\.)*\)?|\\.|[(){}\["'\]]""",
    re.DOTALL | re.IGNORECASE,
)
"""What tells where a rule ends: brackets, and all that may hold brackets which are none."""

_CLOSES = {")": "(", "]": "[", "}": "{"}

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


@dataclass(slots=True)
class _Known:
    """A rule or a sheet, and what parsing it adds to a document."""

    selectors: list[tuple[Any, Any]] = field(default_factory=list)
    page_rules: list[Any] = field(default_factory=list)
    counter_styles: dict[str, Any] = field(default_factory=dict)
    matcher: Any = None

    def add_selector(self, selector: Any, payload: Any) -> None:  # noqa: ANN401 - objects of cssselect2 and WeasyPrint
        """As a matcher of cssselect2 does, which WeasyPrint takes this for."""
        self.selectors.append((selector, payload))


_Key = tuple[str, str, str | None]
_known: OrderedDict[_Key, _Known] = OrderedDict()
_rules: OrderedDict[_Key, _Known] = OrderedDict()


class _Sheet:
    """A parsed sheet in another document; what ``StyleFor`` reads of it."""

    def __init__(self, known: _Known, base_url: str | None, page_rules: list[Any], layers: list[Any]) -> None:
        self.base_url = base_url
        self.matcher = known.matcher
        self.page_rules, self.layers = page_rules, layers


def parsed(**options: Any) -> Any:  # noqa: ANN401 - WeasyPrint's own arguments and class
    """WeasyPrint's ``CSS``, or what it made of the same text before."""
    text = options.get("string")
    if text is None or options.get("layer") or options.get("matcher") or any(trace in text for trace in _TRACES):
        return _real(**options)
    key = (text, options["media_type"], options["base_url"])
    found = _known.get(key)
    if found is None:
        found = _put_together(text, options)
        if found is None:
            return _real(**options)
        _keep(_known, key, found, _MOST)
    _known.move_to_end(key)
    options["page_rules"].extend(found.page_rules)
    options["counter_style"].update(found.counter_styles)
    return _Sheet(found, options["base_url"], options["page_rules"], options["layers"])


def _put_together(text: str, options: dict[str, Any]) -> _Known | None:
    """A sheet apart from any document, from its rules; None if the engine has something to say of one."""
    sheet = _Known(matcher=css.cssselect2.Matcher())
    complaints, logger = _Complaints(logging.WARNING), logging.getLogger("weasyprint")
    told = (logger.handlers, logger.propagate)
    logger.handlers, logger.propagate = [complaints], False
    try:
        for rule in rules_of(text):
            key = (rule, options["media_type"], options["base_url"])
            found = _rules.get(key)
            if found is None:
                found = _parsed(rule, options)
                if complaints.any:
                    return None
                _keep(_rules, key, found, _MOST_RULES)
            _rules.move_to_end(key)
            for selector, payload in found.selectors:
                sheet.matcher.add_selector(selector, payload)
            sheet.page_rules += found.page_rules
            sheet.counter_styles.update(found.counter_styles)
    finally:
        logger.handlers, logger.propagate = told
    return sheet


def _keep(kept: OrderedDict[_Key, _Known], key: _Key, found: _Known, most: int) -> None:
    kept[key] = found
    if len(kept) > most:
        kept.popitem(last=False)


def rules_of(text: str) -> Iterator[str]:
    """A style sheet, cut behind the blocks that stand in no other; not cut from where its brackets do not pair."""
    start, opened = 0, list[str]()
    for found in _MARK.finditer(text):
        mark = found[0]
        if mark in ("(", "[", "{"):
            opened.append(mark)
        elif mark in _CLOSES:
            if not opened or opened.pop() != _CLOSES[mark]:
                break
            if mark == "}" and not opened:
                yield text[start : found.end()]
                start = found.end()
        elif mark in ('"', "'"):
            break
    yield text[start:]


def _parsed(rule: str, options: dict[str, Any]) -> _Known:
    """What a rule adds to a document, as ``CSS`` would have it."""
    found, styles = _Known(), counters.CounterStyle()
    css.preprocess_stylesheet(
        options["media_type"],
        options["base_url"],
        css.tinycss2.parse_stylesheet(rule),
        options["url_fetcher"],
        found,
        found.page_rules,
        [],
        None,
        styles,
        options["color_profiles"],
    )
    found.counter_styles = dict(styles)
    return found


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
