"""``polyleaf new``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.opened import today
from polyleaf.cli.options import project_option, verbose_option


@click.command()
@click.argument("leaflet")
@project_option
@verbose_option
def new(leaflet: str, folder: Path) -> None:
    r"""Start a new leaflet from a skeleton.

    LEAFLET becomes the name of its folder: small letters, digits and hyphens.

    \b
    Example:
      polyleaf new hip-replacement
    """
    from polyleaf.source.reader import find_root
    from polyleaf.starter.init import new_leaflet

    root = find_root(folder)
    path = new_leaflet(root, leaflet, today())
    click.echo(f"made {path.relative_to(root)}")
    click.echo(f"\nWrite it, then:  polyleaf check {leaflet}  and  polyleaf build {leaflet}")
