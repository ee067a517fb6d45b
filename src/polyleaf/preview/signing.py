"""Signing off: what is signed is shown, names are asked for, several languages at once."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from polyleaf.building.release import Release
from polyleaf.errors import PolyleafError
from polyleaf.locales.table import language
from polyleaf.model.approval import Approval, Standing
from polyleaf.model.block_texts import every_text
from polyleaf.model.finding import Fault
from polyleaf.preview.bodies import Form, form
from polyleaf.preview.desk import Pages, chosen, leaflet_of
from polyleaf.reading.coverage import unjudged
from polyleaf.translating.approving import Signatures, approve
from polyleaf.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Candidate:
    """A language that may be signed off.

    Attributes:
        locale: The language.
        texts: Texts that are signed.
        facts: Values that are signed.
        bars: What stands against it.
        approval: The sign-off that holds, or None.
        silence: What no check could judge, for want of words; "" if nothing.
    """

    locale: str
    texts: int
    facts: int
    bars: tuple[Fault, ...]
    approval: Approval | None
    silence: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of signing a language.

    Attributes:
        locale: The language.
        signed: Whether it is signed now.
        message: Why not, or where it is recorded.
        hint: What to do.
        faults: What stands against it.
    """

    locale: str
    signed: bool
    message: str
    hint: str = ""
    faults: tuple[Fault, ...] = ()


class SigningPages(Pages):
    """Answers for sign-offs."""

    def show(self, request: Request) -> Response:
        """What may be signed, and the form for the names."""
        return self._page(request, request.query_params.getlist("l"), Form({}), ())

    async def sign(self, request: Request) -> Response:
        """Sign the languages that were chosen."""
        return await run_in_threadpool(self._sign, request, await form(request))

    def _sign(self, request: Request, sent: Form) -> Response:
        name = str(request.path_params["leaflet"])
        workspace = self._desk.workspace(name)
        leaflet_of(workspace, name)
        people = Signatures(
            sent["translator"].strip(),
            sent["reviser"].strip(),
            sent["clinician"].strip(),
            sent["machine"] == "yes",
            workspace.today,
        )
        locales = chosen(sent.all("sign"), workspace.project.config.locales, ())
        outcomes = tuple(_signed(workspace, name, locale, people) for locale in locales)
        return self._page(request, sent.all("l"), sent, outcomes)

    def _page(self, request: Request, asked: list[str], sent: Form, outcomes: tuple[Outcome, ...]) -> Response:
        name = str(request.path_params["leaflet"])
        workspace = self._desk.workspace(name)
        leaflet, config = leaflet_of(workspace, name), workspace.project.config
        locales = chosen(asked, config.locales, config.locales)
        release = Release(workspace)
        readable = name in workspace.project.leaflets
        return self._desk.page(
            request,
            "approve.html",
            status=422 if outcomes and not all(one.signed for one in outcomes) else 200,
            leaflet=leaflet,
            source=config.source,
            candidates=[_candidate(workspace, release, name, locale) for locale in locales] if readable else [],
            faults=tuple(fault for broken in workspace.project.broken for fault in broken.faults),
            sent=sent,
            outcomes=outcomes,
            asked=[locale for locale in asked if locale in config.locales],
            texts=tuple(every_text(leaflet)),
        )


def _candidate(workspace: Workspace, release: Release, name: str, locale: str) -> Candidate:
    verdict = release.signoff.verdict(name, locale)
    try:
        content = release.signoff.content(name, locale)
        texts, facts = len(content.text_marks), len(content.outline.facts)
    except PolyleafError:
        texts = facts = 0
    return Candidate(
        locale,
        texts,
        facts,
        tuple(bar.fault for bar in release.bars(name, locale)),
        verdict.approval if verdict.standing is Standing.APPROVED else None,
        unjudged(language(locale)) if locale != workspace.project.config.source else "",
    )


def _signed(workspace: Workspace, name: str, locale: str, people: Signatures) -> Outcome:
    try:
        signed = approve(workspace, name, locale, people)
    except PolyleafError as error:
        return Outcome(
            locale, signed=False, message=error.message, hint=error.hint, faults=getattr(error, "faults", ())
        )
    return Outcome(locale, signed=True, message=signed.path)
