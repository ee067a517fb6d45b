"""``polyleaf serve``."""

from __future__ import annotations

import logging
import secrets
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from polyleaf.cli.opened import opened
from polyleaf.cli.options import jobs_option, project_option, verbose_option
from polyleaf.errors import ExitCode, MachineError

if TYPE_CHECKING:
    from polyleaf.preview.desk import Certify, Take


@click.command()
@project_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    metavar="N",
    help="Where the desk is on this computer; 0 takes any port that is free.",
)
@click.option("--open", "open_it", is_flag=True, help="Open it in the browser.")
@click.option("--read-only", is_flag=True, help="Show everything, change and build nothing: for wards.")
@jobs_option
@verbose_option
def serve(folder: Path, port: int, open_it: bool, read_only: bool, jobs: int) -> ExitCode:
    r"""Open the desk in a browser: every leaflet's state, its pages side by side, small edits, sign-offs.

    The board shows all leaflets in all languages. A leaflet's pages stand side by side, in any
    languages and editions, and are made anew when something is saved. A click on a text shows its
    line in the leaflet and its entry in each catalog, and both can be changed there.

    An empty folder becomes a project first; the desk asks for the rest.

    Only this computer is answered, and only at the address that is printed: it holds a secret.
    Press Ctrl-C to close the desk.

    The exit status is 2 if the port is in use.

    \b
    Example:
      polyleaf serve --open
      polyleaf serve -C my-leaflets --port 0 --read-only
    """
    from polyleaf.inspecting.doctor import with_fonts
    from polyleaf.source.reader import leaflet_names
    from polyleaf.source.root import find_root

    try:
        from polyleaf.preview.app import application
        from polyleaf.preview.desk import Desk
        from polyleaf.preview.live import Live
        from polyleaf.preview.reading import Readings
        from polyleaf.preview.server import ADDRESS, hosts, listening
        from polyleaf.preview.server import serve as answer
    except ImportError as error:
        hint = 'pip install "polyleaf[desk]"'
        raise MachineError(f"the desk needs what is not installed: {error.name}", hint) from error
    if not read_only:
        _begin_in(folder)
    root = find_root(folder)
    workspace = with_fonts(opened(root, leaflet_names(root)[:1]))
    out = workspace.project.root / "dist"
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)

    with listening(port) as sock:
        port = sock.getsockname()[1]
        desk = Desk(
            root=workspace.project.root,
            out=out,
            token=secrets.token_urlsafe(16),
            opened=lambda names: opened(root, names),
            live=Live(workspace.project.root, out, lambda names: with_fonts(opened(root, names)), jobs),
            readings=Readings(),
            certify=_certificates(root),
            take=_documents(),
            read_only=read_only,
        )
        address = f"http://{ADDRESS}:{port}/{desk.token}/"
        click.echo(f"The desk is open at {address}\nPress Ctrl-C to close it.")
        if open_it:
            webbrowser.open(address)
        with suppress(KeyboardInterrupt):
            answer(application(desk, hosts(port)), sock)
    click.echo("The desk is closed. What was saved is saved.")
    return ExitCode.OK


def _begin_in(folder: Path) -> None:
    """Makes a project in an empty folder that is in none: somebody begins here."""
    from polyleaf.errors import UsageError
    from polyleaf.source.root import find_root
    from polyleaf.starter.choices import Choices
    from polyleaf.starter.init import init

    try:
        find_root(folder)
    except UsageError:
        if folder.is_dir() and not any(folder.iterdir()):
            init(folder, Choices())
            click.echo("This folder was empty: a project without leaflets was made in it.")


def _documents() -> Take | None:
    """Reads documents of other programs, if the libraries for it are there."""
    from polyleaf.errors import MachineError
    from polyleaf.importing.document_reader import DocumentReader
    from polyleaf.importing.door import need_import

    try:
        need_import()
    except MachineError:
        return None
    return DocumentReader().take


def _certificates(root: Path) -> Certify:
    """Makes the certificate of one file."""
    from polyleaf.building.item import Item
    from polyleaf.checks.subjects import project_waivers
    from polyleaf.inspecting.check import judge
    from polyleaf.report.certificate import certificate

    def certify(leaflet: str, locale: str, edition: str) -> str | None:
        workspace = opened(root, (leaflet,))
        judged = judge(workspace, (locale,), some=True, measure=True)
        waivers = project_waivers(workspace.project)
        accepted = {one.check: one.reason for one in waivers if one.leaflet in (None, leaflet)}
        path = Item(leaflet, locale, edition).path
        found = next((file for file in judged.measured if file.path.endswith(path)), None)
        return certificate(found, accepted) if found is not None else None

    return certify
