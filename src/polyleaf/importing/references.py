"""Links inside a document: to a heading they are references of a leaflet, elsewhere their words are taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from polyleaf.importing.gathered import Element, Line, Notice, Run
from polyleaf.importing.inline_out import heading_of
from polyleaf.importing.texts import text_of
from polyleaf.importing.walk import with_inner
from polyleaf.model.anchors import named
from polyleaf.model.wording import quote


def referred(elements: Sequence[Element], notices: list[Notice]) -> tuple[Element, ...]:
    """The elements with every link inside the document as one to a heading, or as plain words.

    Args:
        elements: Title and headings are known.
        notices: Takes what is not taken.
    """
    heads = [one for one in elements if isinstance(one, Line) and one.level and one.text.strip()]
    texts = [text_of(heading_of(one.runs), one.place) for one in heads]
    slugs = list(named(texts))
    known = {slug: f"#{slug}" for slug in slugs if slug}
    known |= {name: f"#{slug}" for slug, head in zip(slugs, heads, strict=True) if slug for name in head.names if name}
    linker = _Linker(known, notices)
    return tuple(linker.element(one) for one in elements)


@dataclass
class _Linker:
    known: Mapping[str, str]
    notices: list[Notice] = field(default_factory=list)

    def element(self, element: Element) -> Element:
        if isinstance(element, Line):
            return replace(element, runs=tuple(self._run(run, element.place, element.level) for run in element.runs))
        return with_inner(element, lambda inner: tuple(map(self.element, inner)))

    def _run(self, run: Run, place: str, level: int) -> Run:
        if not run.href.startswith("#"):
            return run
        found = self.known.get(run.href[1:], "") if not level else ""  # a heading leads nowhere
        if not found and not level and any(map(str.isalpha, run.text)):
            told = f"{quote(run.text.strip())} led to a place that is no heading: its words were taken"
            self.notices.append(Notice(told, place))
        return replace(run, href=found)
