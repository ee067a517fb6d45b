"""``polyleaf new``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.opened import today
from polyleaf.cli.options import project_option, verbose_option


@click.command()
@click.argument("leaflet")
@click.option("--like", default="", metavar="LEAFLET", help="Begin with a copy of this leaflet and its pictures.")
@project_option
@verbose_option
def new(leaflet: str, like: str, folder: Path) -> None:
    r"""Start a new leaflet from a skeleton, or like another.

    LEAFLET becomes the name of its folder: small letters, digits and hyphens. A copy gets a title, a
    code and dates of its own, and its version begins again.

    \b
    Example:
      polyleaf new hip-replacement
      polyleaf new kyphoplasty --like vertebroplasty
    """
    from polyleaf.source.root import find_root
    from polyleaf.starter.new_leaflet import new_leaflet

    root = find_root(folder)
    path = new_leaflet(root, leaflet, today(), like)
    click.echo(f"made {path.relative_to(root)}")
    click.echo(f"\nWrite it, then:  polyleaf check {leaflet}  and  polyleaf build {leaflet}")
