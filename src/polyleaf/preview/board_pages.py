"""The pages of the board: the table, what is due, and the state as a picture for a report."""

from __future__ import annotations

from collections import Counter

from starlette.requests import Request
from starlette.responses import Response

from polyleaf.locales.table import language
from polyleaf.preview.board import DAYS, Stage, Wish, board
from polyleaf.preview.desk import Desk, Pages
from polyleaf.preview.words import wanted
from polyleaf.source.reader import leaflet_names
from polyleaf.translating.survey import Survey, survey

_PAGE = 100
"""Leaflets on one page of the board."""


class BoardPages(Pages):
    """Answers for the board."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._known: tuple[int, Survey, tuple[str, ...]] | None = None

    def show(self, request: Request) -> Response:
        """The board as a page."""
        asked = request.query_params
        found, locales = self._survey()
        wish = Wish(
            asked.get("q", "")[:200], asked.get("stage", ""), asked.get("locale", ""), asked.get("order", "name")
        )
        whole = board(found, locales, self._desk.artifacts().values(), wish)
        number = int(asked["page"]) if asked.get("page", "").isdecimal() else 1
        pages = max(1, -(-len(whole.rows) // _PAGE))
        number = min(max(number, 1), pages)
        return self._desk.page(
            request,
            "board.html",
            rows=whole.rows[(number - 1) * _PAGE : number * _PAGE],
            columns=whole.locales,
            locales=locales,
            count=len(whole.rows),
            wish=wish,
            stages=tuple(Stage),
            number=number,
            pages=pages,
            due=found.due(DAYS),
            days=DAYS,
            faults=tuple(map(str, found.faults)),
            live=self._desk.live.watches,
        )

    def picture(self, request: Request) -> Response:
        """The state of every language as a drawing for a report."""
        found, locales = self._survey()
        whole = board(found, locales, self._desk.artifacts().values(), Wish())
        locale = wanted(request.headers.get("accept-language", ""), request.query_params.get("words", ""))
        bars = [(language(one), _bars(whole.totals[one], len(whole.rows))) for one in whole.locales]
        drawing = self._desk.filled("status.svg", locale, bars=bars, stages=tuple(Stage), count=len(whole.rows))
        return Response(drawing, media_type="image/svg+xml")

    def _survey(self) -> tuple[Survey, tuple[str, ...]]:
        """The state of the project; it is looked at again only when something was saved.

        The survey reads the leaflets itself: one is enough to know the configuration.
        """
        live = self._desk.live
        if self._known is None or not live.watches or self._known[0] != live.version:
            version, workspace = live.version, self._desk.workspace(*leaflet_names(self._desk.root)[:1])
            self._known = (version, survey(workspace, jobs=1), workspace.project.config.locales)
        return self._known[1], self._known[2]


def _bars(total: Counter[Stage], count: int) -> list[tuple[Stage, float, float, int]]:
    """Stage, start and length in per cent, and number, the best first."""
    bars, start = [], 0.0
    for stage in reversed(Stage):
        if total[stage]:
            length = 100 * total[stage] / count
            bars.append((stage, round(start, 3), round(length, 3), total[stage]))
            start += length
    return bars
